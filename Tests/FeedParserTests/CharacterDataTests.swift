// SPDX-License-Identifier: Apache-2.0
import Testing
import TextBasics

@testable import FeedParser

/// Texts that are read without libxml2 are what libxml2 makes of them.
struct CharacterDataTests {
  private struct Outcome: Hashable {
    let items: [ParsedItem]
    let problems: [FeedProblem]
    let line: Int?
    let column: Int?
  }

  /// Reads `parts` one after another; runs of at least `shortest` bytes without libxml2.
  private func read(_ parts: [[UInt8]], shortest: Int, isChecked: Bool = true) throws -> Outcome {
    var options = FeedParser.Options()
    options.html = .asWritten
    options.limits.time = nil
    let builder = TapeBuilder(
      reader: FeedReaderState(options: options),
      limits: options.limits,
      isChecked: isChecked
    )
    guard var parser = XMLPushParser(builder: builder, texts: CharacterData(shortest: shortest))
    else { throw FeedParseError(code: "memory", message: "") }
    for part in parts { unsafe part.withUnsafeBufferPointer { unsafe parser.push($0) } }
    parser.finish()
    let reader = parser.builder.reader
    return Outcome(
      items: reader.items,
      problems: reader.problems,
      line: parser.fault?.line,
      column: parser.fault?.column
    )
  }

  private func document(_ content: String) -> [UInt8] {
    let text =
      "<?xml version=\"1.0\"?>\n<rss version=\"2.0\">\n<channel><!-- a > b --><item>"
      + "<title a=\"x>y\">\(content)</title>\n<description>d\n\(content)</description>"
      + "<guid>urn:\(content)<!-- c -->\(content)</guid></item></channel></rss>"
    return Array(text.utf8)
  }

  private static let pieces = [
    "", "a", "plain text of more than sixteen letters", "متن فارسی با نیم‌فاصله", "« »", "\n",
    "\r\n",
    "\r", "\t", "&lt;p&gt;", "&amp;amp;", "&quot;&apos;", "&#10;", "&#13;", "&#x6CC;", "&#1740;",
    "&#128;", "&#x85;", "&#0;", "&#xFFFE;", "&#x110000;", "&#99999999;", "&#;", "&#x;", "&nbsp;",
    "&", "& b", "&lt", "]]", "]]>", "<![CDATA[]]>", "<![CDATA[a <b> & ]] c\n]]>", "<![CDATA[x]]",
    "<![CDATA[\r\n\u{93}]]>", "\u{1}", "\u{85}", "\u{93}quoted\u{94}", "\u{FFFE}", "\u{FFFF}",
    "\u{FFFD}", "\u{FEFF}", "\u{1FFFE}", "\u{10FFFF}", "ﷺ", "<b>", "<b/>", "<?i j?>", "<!-- k -->",
    ">", "\"",
  ]

  @Test func `each pair of texts and marks is read as by libxml2 alone`() throws {
    for first in Self.pieces {
      for second in Self.pieces {
        let bytes = document(first + "fifteen letters" + second)
        let plain = try read([bytes], shortest: .max)
        for shortest in [1, 40] {
          #expect(try read([bytes], shortest: shortest) == plain, "\(first) \(second)")
        }
      }
    }
  }

  @Test func `a document may be cut anywhere`() throws {
    let bytes = document("&lt;p&gt;سلام « ]] &amp;<![CDATA[ <p>\nشب ]] ]]>\r\nپایان &#x6CC;")
    let whole = try read([bytes], shortest: .max)
    #expect(whole.items.count == 1 && whole.line == nil)
    for cut in 1..<bytes.count {
      let parts = [Array(bytes[..<cut]), Array(bytes[cut...])]
      #expect(try read(parts, shortest: 1, isChecked: false).items == whole.items)
    }
  }

  @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80, 0x80, 0x80]])
  func `bytes that are no UTF-8 are left to libxml2, which refuses them`(wrong: [UInt8]) throws {
    for mark in ["<title a=\"x>y\">", "<description>d\n"] {
      var bytes = document("text of some length, سلام")
      let place = try #require(
        bytes.indices.first { bytes[$0...].starts(with: mark.utf8) }
      )
      bytes.insert(contentsOf: wrong, at: place + mark.utf8.count + 20)
      #expect(try read([bytes], shortest: 1, isChecked: false).line != nil)
    }
  }

  @Test func `lines and columns count what libxml2 never saw`() throws {
    let text = String(repeating: "متن ", count: 20)
    for between in ["", "\n"] {
      let bytes = document(text + between + text + "<b>\u{93}so\u{94}</b>")
      let plain = try read([bytes], shortest: .max)
      #expect(plain.problems.map(\.code) == ["mojibake", "mojibake", "mojibake", "mojibake"])
      #expect(try read([bytes], shortest: 40) == plain)
    }
  }
}
