// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing
import TextBasics

@testable import DigestWriter

struct EntryContentTests {
  private func html(_ story: DigestStory, page: String? = nil) -> String {
    let topics = Dictionary(uniqueKeysWithValues: SampleDigest.topics.map { ($0.id, $0) })
    let content = EntryContent(story: story, topics: topics, page: page)
    return String(decoding: content.html(), as: UTF8.self)
  }

  /// The text as a reader shows it that strips every tag.
  private func stripped(_ html: String) -> String {
    var text = ""
    var inTag = false
    for character in html {
      if character == "<" {
        inTag = true
      } else if character == ">" {
        inTag = false
      } else if !inTag {
        text.append(character)
      }
    }
    return text
  }

  @Test func `text begins in the script of the story even if the lead does not`() {
    let text = stripped(html(SampleDigest.itu))
    #expect(Direction.ofFirstStrong(in: text) == .rightToLeft)
    #expect(text.contains("خبر: ITU میزبان"))
  }

  @Test func `every block says its direction and language`() {
    let html = html(SampleDigest.departure)
    for block in ["div", "p", "li", "ul"] {
      for part in html.components(of: "<\(block)") {
        #expect(part.hasPrefix(" dir=\"rtl\" lang=\"") || part.hasPrefix(" dir=\"ltr\" lang=\""))
      }
    }
    #expect(html.contains("<li dir=\"ltr\" lang=\"en\">English, Agency: "))
  }

  @Test func `dates keep their order without markup and stand in time elements`() {
    let html = html(SampleDigest.departure)
    #expect(html.contains("<time datetime=\"2025-11-17T07:30:00Z\">۱۴۰۴/۰۸/۲۶ ۰۷:۳۰</time>"))
    #expect(html.contains(">2025/11/17 09:30</time>"))
    #expect(!stripped(html).contains("2025-11"))
  }

  @Test func `white space parts blocks`() {
    let text = stripped(html(SampleDigest.departure))
    #expect(text.contains("شرکت کند.\nکنفرانس"))
  }

  @Test func `a long lead is cut after a sentence`() {
    var story = SampleDigest.departure
    let sentence = "این یک جمله است. "
    story.lead = String(repeating: sentence, count: 100)
    let lead = html(story).components(of: "<p").first ?? ""
    #expect(lead.count < 640)
    #expect(lead.contains("جمله است.</p>"))
  }

  @Test func `no content is larger than its limit`() {
    var story = SampleDigest.departure
    story.lead = String(repeating: "&\u{10FFF0}", count: 5000)
    let long = String(repeating: "\"&'<", count: 75)
    story.title = long
    var source = SampleDigest.departure.sources[1]
    source.title = long
    source.outlet = String(long.prefix(60))
    source.url = "https://me.example/" + String(repeating: "&", count: 2000)
    story.sources = Array(repeating: source, count: 300)
    story.tags = (0..<5).map {
      SampleDigest.tag("t\($0)", [(String(repeating: "&\($0)", count: 40), 1000, "")])
    }
    let page = "https://me.example/" + String(repeating: "&", count: 500)
    let bytes = html(story, page: page).utf8.count
    #expect(bytes <= EntryContent.limit)
  }

  @Test func `the reasons stand in one line, those for a topic and those for one story`() {
    let line = html(SampleDigest.departure).components(of: "<p").last ?? ""
    #expect(line.contains("چرا اینجا: «دیپلماسی فناوری» (دیپلماسی فناوری)"))
    #expect(line.contains("چرا یک خبر: "))
    #expect(line.contains("«<span dir=\"ltr\">WTDC-25</span>»") || line.contains("ستار هاشمي"))
  }

  @Test func `the full explanation is linked when the digest has an address`() {
    #expect(!html(SampleDigest.departure).contains("توضیح کامل"))
    let linked = html(SampleDigest.departure, page: "https://me.example/story/x.html")
    #expect(linked.contains("<a href=\"https://me.example/story/x.html\">توضیح کامل</a>"))
  }
}

extension String {
  /// What stands behind each occurrence of `mark`.
  fileprivate func components(of mark: String) -> [String] {
    var result: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      // `<p` is not `<pre`.
      guard rest.first == " " || rest.first == ">" else { continue }
      let end = rest.firstRange(of: "<p ")?.lowerBound ?? rest.endIndex
      result.append(String(rest[..<end]))
    }
    return result
  }
}
