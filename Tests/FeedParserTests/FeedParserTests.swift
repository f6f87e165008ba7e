// SPDX-License-Identifier: Apache-2.0
import FeedParser
import Testing

struct FeedParserTests {
  @Test func `the first lines of the guide give the titles of a feed`() throws {
    let text = """
      <rss version="2.0"><channel><title>Feed</title><item><title>One</title>
      <link>/1</link></item><item><title>Two</title></item></channel></rss>
      """
    let feed = try FeedParser.parse(
      Array(text.utf8),
      options: .init(baseURL: "https://a.example/feed")
    )
    #expect(feed.format == .rss20)
    #expect(feed.title?.value == "Feed")
    #expect(feed.items.map { $0.title?.value } == ["One", "Two"])
    #expect(feed.items[0].link == "https://a.example/1")
  }
}
