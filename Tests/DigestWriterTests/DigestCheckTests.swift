// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import DigestWriter

struct DigestCheckTests {
  private let good = DigestWriter(SampleDigest.make()).files()

  private func text(_ path: String) -> String {
    String(decoding: good.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
  }

  private func findings(_ text: String, path: String = "digest.atom") -> [String] {
    DigestCheck.findings(in: [DigestFile(path: path, bytes: Array(text.utf8))]).map(\.message)
  }

  /// A fault, made by putting one text in place of another, and a word of what is said of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let said: String
    init(_ old: String, _ new: String, _ said: String) {
      (self.old, self.new, self.said) = (old, new, said)
    }
    var testDescription: String { said }
  }

  @Test(arguments: [
    Fault("</feed>", "", "ends inside feed"),
    Fault("</feed>", "</feed><x/>", "something behind"),
    Fault("<generator>", "<generator x>", "= is missing"),
    Fault("<generator>", "<generator a=\"1\" a=\"2\">", "twice in generator"),
    Fault("<generator>Rasad", "<generator>]]>", "]]> in text"),
    Fault("<generator>Rasad", "<generator>&nbsp;", "unknown entity"),
    Fault("<generator>Rasad", "<generator>a & b", "bare ampersand"),
    Fault("<generator>Rasad", "<generator>&#8;", "unknown entity #8"),
    Fault("<generator>Rasad", "<generator>\u{1}", "U+1 is no character"),
    Fault("<generator>Rasad", "<generator>\u{FFFE}", "U+FFFE is no character"),
    Fault("<generator>Rasad", "<generator>\u{202E}x", "direction character in <generator>"),
    Fault("</generator>", "</Generator>", "is not closed"),
    Fault(
      "story/ituituituituituituituituit</id>",
      "story/nabiyevnabiyevnabiyevnabiy</id>",
      "twice"
    ),
    Fault("<published>2025-11-18", "<published>2025-11-19", "before it was published"),
    Fault("<published>2025-11-18", "<published>18 Nov 2025", "no date"),
    Fault(
      "<updated>2025-11-19T07:30:00Z</updated>\n<author>",
      "<updated>2025-11-18T07:30:00Z</updated>\n<author>",
      "newer than the feed"
    ),
    Fault(
      "href=\"https://agency.example/4\"/>",
      "href=\"javascript:alert(1)\"/>",
      "no absolute http"
    ),
    Fault("href=\"https://agency.example/4\"/>", "href=\"/4\"/>", "no absolute http"),
    Fault("<id>tag:me.example,2026:digest</id>", "", "must have one id"),
    Fault("<id>tag:me.example,2026:digest</id>", "<id>x</id>", "neither a tag nor"),
    Fault("&lt;ul", "&lt;img src=&quot;x&quot;/&gt;&lt;ul", "<img> in the content"),
    Fault("&lt;ul dir", "&lt;ul onclick=&quot;x&quot; dir", "onclick"),
    Fault("&lt;/div&gt;", "", "ends inside div"),
    Fault("type=\"html\"", "type=\"xhtml\"", "is not html"),
    Fault(
      "rel=\"via\" type=\"text/html\" hreflang=\"ar\"",
      "rel=\"alternate\" type=\"text/html\" hreflang=\"fa\"",
      "two alternate"
    ),
    Fault(
      "story/aaaaaaaaaaaaaaaaaaaaaaaaaa",
      "story/ituituituituituituituituit",
      "both there and deleted"
    ),
    Fault("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "not an Atom feed"),
  ])
  func `each fault is found and said`(fault: Fault) {
    let good = text("digest.atom")
    #expect(findings(good) == [])
    #expect(good.contains(fault.old))
    let bad = good.replacingFirst(fault.old, with: fault.new)
    #expect(findings(bad).contains { $0.contains(fault.said) })
  }

  @Test(arguments: [
    ("<h1>", "<h1 onclick=\"x\">", "attribute onclick"),
    ("<h1>", "<script>x</script><h1>", "<script> on a page"),
    ("href=\"index.html\"", "href=\"data:text/html,x\"", "a link to data:"),
    ("href=\"index.html\"", "href=\"//evil.example\"", "a link to //evil"),
    ("</body>", "", "is not closed"),
  ])
  func `foreign markup on a page is found`(old: String, new: String, said: String) {
    let bad = text("index.html").replacingFirst(old, with: new)
    #expect(findings(bad, path: "index.html").contains { $0.contains(said) })
  }

  @Test func `bytes that are not UTF-8 are a finding, not a crash`() {
    let file = DigestFile(path: "digest.atom", bytes: [0x3C, 0x61, 0xFF, 0x3E])
    #expect(DigestCheck.findings(in: [file]).map(\.message) == ["line 1: not UTF-8"])
  }

  @Test func `depth, emptiness and rubbish are findings`() {
    #expect(findings(String(repeating: "<a>", count: 100_000)) == ["line 1: nested too deeply"])
    #expect(findings("") == ["line 1: no root element"])
    #expect(findings("<a") == ["line 1: the document ends inside a name"])
    #expect(findings("<!DOCTYPE x><a/>") == ["line 1: no root element"])
  }
}

extension String {
  fileprivate func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return replacingCharacters(in: range, with: new)
  }

  private func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
