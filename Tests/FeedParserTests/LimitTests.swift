// SPDX-License-Identifier: Apache-2.0
import FeedParser
import Testing

/// Every limit has a name, is reported and leaves what lies before it.
struct LimitTests {
  private func parse(
    _ body: String,
    _ change: (inout FeedParser.Limits) -> Void = { _ in }
  ) throws -> ParsedFeed {
    var options = FeedParser.Options()
    change(&options.limits)
    let text = "<rss version=\"2.0\"><channel><title>F</title>\(body)</channel></rss>"
    return try FeedParser.parse(Array(text.utf8), options: options)
  }

  private func codes(_ feed: ParsedFeed) -> [String] { feed.problems.map(\.code) }

  @Test func `more items than allowed are counted and left out`() throws {
    let feed = try parse(String(repeating: "<item><title>x</title></item>", count: 9)) {
      $0.items = 4
    }
    #expect(feed.items.count == 4)
    #expect(codes(feed) == ["limit-items"])
  }

  @Test func `deep nesting is flattened and what follows is read`() throws {
    let deep = String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)
    let feed = try parse("<item><title>One</title>\(deep)</item><item><title>Two</title></item>")
    #expect(feed.items.map { $0.title?.value } == ["One", "Two"])
    #expect(codes(feed).contains("limit-depth"))
  }

  @Test func `an element with a thousand attributes loses the last of them`() throws {
    let attributes = (0..<1000).map { "a\($0)=\"\"" }.joined(separator: " ")
    let feed = try parse("<item \(attributes)><title>One</title></item>")
    #expect(feed.items.first?.title?.value == "One")
    #expect(codes(feed).contains("limit-attributes"))
  }

  @Test func `a start tag that is too long loses the end of its attributes`() throws {
    let value = String(repeating: "x", count: 5000)
    let feed = try parse("<item a=\"1\" b=\"\(value)\"><title>A & B</title></item>") {
      $0.tag = 1000
    }
    #expect(feed.items.first?.title?.value == "A & B")
    #expect(codes(feed).contains("limit-tag"))
    #expect(!codes(feed).contains("limit-attributes"))
  }

  @Test func `a long text is cut`() throws {
    let feed = try parse("<item><title>\(String(repeating: "x", count: 5000))</title></item>") {
      $0.text = 1000
    }
    #expect(feed.items.first?.title?.value.utf8.count == 1000)
    #expect(codes(feed) == ["limit-text"])
  }

  @Test func `unknown elements are kept up to their limit`() throws {
    let many = String(repeating: "<x:y xmlns:x=\"urn:x\"/>", count: 50)
    let feed = try parse("<item><title>One</title>\(many)</item>") { $0.extensions = 10 }
    #expect(feed.items.first?.extensions.count == 10)
    #expect(codes(feed) == ["limit-extensions"])
  }

  @Test func `declared entities cannot blow a document up`() throws {
    let value = String(repeating: "x", count: 60_000)
    let text =
      "<!DOCTYPE rss [<!ENTITY b \"\(value)\">]><rss><channel><item><title>"
      + String(repeating: "&b;", count: 1000) + "</title></item></channel></rss>"
    let feed = try FeedParser.parse(Array(text.utf8))
    #expect((feed.items.first?.title?.value.utf8.count ?? 0) <= 65_536)
    #expect(codes(feed).contains("limit-amplification"))
  }

  @Test func `a document that is too long is refused`() {
    var options = FeedParser.Options()
    options.limits.document = 10
    let error = #expect(throws: FeedParseError.self) {
      try FeedParser.parse(Array("<rss><channel/></rss>".utf8), options: options)
    }
    #expect(error?.code == "limit-document")
  }

  @Test func `a thousand faults of a kind are counted, not listed`() throws {
    let feed = try parse("<item><title>\(String(repeating: "a & b ", count: 1000))</title></item>")
    #expect(codes(feed).count == 101)
    #expect(feed.problems.last?.message == "900 more of the same follow")
  }
}
