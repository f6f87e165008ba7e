// SPDX-License-Identifier: Apache-2.0
import FeedParser
import Testing

@testable import Pipeline

@Suite struct IncomingFeedTests {
  /// A feed of `items` items, longer than one part that is read at once.
  private func document(items: Int, end: String = "</channel></rss>") -> [UInt8] {
    let filler = String(repeating: "متن خبر ", count: 40)
    let head = "<rss version=\"2.0\"><channel><title>رصد</title><language>fa</language>"
    let items = (1...items).map { number in
      "<item><title> خبر  \(number) </title><guid>g\(number)</guid>"
        + "<description>&lt;p&gt;\(filler)&lt;/p&gt;</description>"
        + "<pubDate>Thu, 20 Nov 2025 13:00:\(10 + number % 50) +0330</pubDate></item>\n"
    }
    return Array((head + items.joined() + end).utf8)
  }

  @Test func `a document of many parts gives every item once and in order`() throws {
    let read = try IncomingFeed(document(items: 300), options: .init())
    #expect(read.drafts.map(\.key) == (1...300).map { "g\($0)" })
    #expect(read.drafts[150].title == "خبر 151")
    #expect(!read.drafts[150].text.contains("<"))
    #expect(read.feed.title?.value == "رصد")
    #expect(read.feed.items.isEmpty)
    #expect(read.count == 300)
    #expect(read.published.count == 300)
    #expect(read.latest == read.published.max())
  }

  @Test func `the item in which a document was cut off is counted and no draft`() throws {
    let read = try IncomingFeed(
      document(items: 300, end: "<item><title>نیمه"),
      options: .init()
    )
    #expect(read.drafts.count == 300)
    #expect(read.count == 301)
    #expect(read.feed.isTruncated)
  }

  @Test func `a limit in a later part refuses the document`() {
    var options = FeedParser.Options()
    options.limits.document = 100_000
    var bytes = document(items: 300)
    bytes.insert(contentsOf: Array("<!DOCTYPE rss [<!ENTITY a \"b\">]>".utf8), at: 0)
    let error = #expect(throws: FeedParseError.self) {
      try IncomingFeed(bytes, options: options)
    }
    #expect(error?.code == "limit-document")
  }
}
