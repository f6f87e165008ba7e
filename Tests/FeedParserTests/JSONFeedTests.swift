// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import FeedParser

struct JSONFeedTests {
  private func parse(_ text: String, _ options: FeedParser.Options = .init()) throws -> ParsedFeed {
    try FeedParser.parse(Array(text.utf8), options: options)
  }

  @Test func `every field of version 1.1 has its place`() throws {
    let feed = try parse(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "نمونه", "language": "fa-IR",
       "home_page_url": "https://example.org/", "feed_url": "/feed.json", "description": "About",
       "user_comment": "A note", "next_url": "?page=2", "icon": "/icon.png", "favicon": "f.ico",
       "expired": true, "hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
       "authors": [{"name": "Ann", "url": "/ann", "avatar": "/ann.png"}],
       "items": [{"id": 7, "url": "/7", "external_url": "https://other.example/", "title": "Seven",
         "content_html": "<p><a href='x'>y</a></p>", "content_text": "y", "summary": "s",
         "image": "/7.jpg", "banner_image": "/b.jpg", "date_published": "2025-11-20T13:00:00+03:30",
         "date_modified": "2025-11-20T14:00:00Z", "tags": ["a", "b"], "language": "en",
         "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12.0,
           "title": "T", "duration_in_seconds": 60}], "_x": {"y": [1, true]}}]}
      """,
      .init(baseURL: "https://example.org/feed.json")
    )
    #expect(feed.format == .jsonFeed11)
    #expect(feed.title?.value == "نمونه")
    #expect(feed.id == "https://example.org/feed.json")
    #expect(feed.link == "https://example.org/")
    #expect(feed.links.map(\.rel) == ["alternate", "self", "next", "hub"])
    #expect(feed.links[2].href == "https://example.org/feed.json?page=2")
    #expect(feed.subtitle?.value == "About")
    #expect(feed.info?.value == "A note")
    #expect(feed.logo == "https://example.org/icon.png")
    #expect(feed.icon == "https://example.org/f.ico")
    #expect(feed.isComplete)
    #expect(feed.authors.first?.image == "https://example.org/ann.png")
    #expect(feed.problems.isEmpty)
    let item = try #require(feed.items.first)
    #expect(item.id == "7")
    #expect(item.link == "https://example.org/7")
    #expect(item.externalURL == "https://other.example/")
    #expect(item.content.map(\.mediaType) == ["text/html", "text/plain"])
    #expect(item.content[0].value.contains("https://example.org/x"))
    #expect(item.summary?.value == "s")
    #expect(item.published == 1_763_631_000)
    #expect(item.updated == 1_763_647_200)
    #expect(item.categories.map(\.term) == ["a", "b"])
    #expect(item.language == "en")
    #expect(item.authors.first?.name == "Ann")
    #expect(item.enclosures.first?.length == 12)
    #expect(item.enclosures.first?.duration == 60)
    #expect(item.extensions.first?.name == "_x")
    #expect(item.extensions.first?.children.first?.children.map(\.text) == ["1", "true"])
  }

  @Test(arguments: [
    #""authors": {"name": "Ann"}"#, #""authors": "Ann""#, #""author": [{"name": "Ann"}]"#,
    #""authors": [], "author": "Ann""#, #""authors": [{"url": null}, {"name": " Ann "}]"#,
  ])
  func `an author is found in every form that is in use`(author: String) throws {
    let feed = try parse("{\(author), \"items\": [{\"id\": \"1\"}]}")
    #expect(feed.authors.map(\.name) == ["Ann"])
  }

  @Test func `version 1 names one author`() throws {
    let feed = try parse(
      """
      {"version": "https://jsonfeed.org/version/1", "title": "t", "author": {"name": "Ann"},
       "items": [{"id": "1", "content_text": "x"}]}
      """
    )
    #expect(feed.format == .jsonFeed10)
    #expect(feed.items.first?.authors.map(\.name) == ["Ann"])
  }

  @Test func `RSS in JSON is read as RSS`() throws {
    let feed = try parse(
      """
      {"rss": {"version": "2.0", "xmlns:dc": "http://purl.org/dc/elements/1.1/", "channel": {
        "title": "News", "link": "http://example.org/", "cloud": {"domain": "d", "port": 80},
        "item": [
          {"title": "One", "link": "http://example.org/1", "dc:creator": "Ann",
           "pubDate": "Thu, 20 Nov 2025 09:30:00 GMT", "category": ["a", "b"],
           "guid": {"isPermaLink": "false", "#value": "g1"},
           "enclosure": {"url": "http://example.org/1.mp3", "type": "audio/mpeg", "length": 9}},
          {"title": "Two", "guid": "http://example.org/2"}]}}}
      """
    )
    #expect(feed.format == .rssInJSON)
    #expect(feed.title?.value == "News")
    #expect(feed.cloud?.port == "80")
    #expect(feed.items.map { $0.title?.value } == ["One", "Two"])
    let item = try #require(feed.items.first)
    #expect(item.id == "g1")
    #expect(!item.idIsPermalink)
    #expect(item.authors.map(\.name) == ["Ann"])
    #expect(item.published == 1_763_631_000)
    #expect(item.categories.map(\.term) == ["a", "b"])
    #expect(item.enclosures.first?.length == 9)
    #expect(feed.items[1].link == "http://example.org/2")
  }

  @Test(arguments: [
    ("{\"items\": [{\"id\": \"1\"},], }", "json-comma"),
    ("{\"items\": [{\"id\": \"1\" \"title\": \"t\"}]}", "json-comma"),
    ("{\"items\": [{\"id\": \"1\", \"title\": \"a\nb\"}]}", "json-control"),
    ("{\"items\": [{\"id\": \"1\", \"title\": \"a\\xb\"}]}", "json-escape"),
    ("{\"items\": [{\"id\": \"1\"}]} trailing", "json-trailing"),
    ("{\"items\": [{\"id\": \"1\"}, 5]}", "item-malformed"),
    ("{\"items\": [{\"id\": \"1\", \"date_published\": \"soon\"}]}", "date-unreadable"),
  ])
  func `what is nearly JSON is read and reported`(text: String, code: String) throws {
    let feed = try parse(text)
    #expect(feed.items.map(\.id) == ["1"])
    #expect(feed.problems.contains { $0.code == code })
    #expect(!feed.isTruncated)
  }

  @Test func `a fault is told by line and column`() throws {
    let feed = try parse("{\n \"items\": [\n  {\"id\": \"1\"},\n ]}")
    let problem = try #require(feed.problems.first)
    #expect(problem.line == 4)
    #expect(problem.column == 2)
  }

  @Test func `a document that was cut keeps what came before`() throws {
    let whole =
      "{\"items\": [{\"id\": \"1\", \"title\": \"One\"}, {\"id\": \"2\", \"title\": \"Two\"}]}"
    let cut = Array(whole.utf8)
    for length in 30..<cut.count {
      let feed = try FeedParser.parse(Array(cut[..<length]))
      #expect(feed.isTruncated, "\(length)")
      #expect(feed.items.first?.id == "1")
      #expect(feed.problems.contains { $0.code == "truncated" })
    }
  }

  @Test(arguments: ["{}", "{\"a\": 1}", "{", "{\"version\": 5}", "{\"items\": []}"])
  func `JSON that is no feed is an error`(text: String) {
    #expect(throws: FeedParseError.self) { try parse(text) }
  }

  @Test func `limits hold and are reported`() throws {
    var options = FeedParser.Options()
    options.limits.items = 2
    options.limits.depth = 8
    options.limits.extensions = 3
    let items = String(repeating: "{\"id\": 1, \"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1},", count: 5)
    let feed = try parse("{\"items\": [\(items)]}", options)
    #expect(feed.items.count == 2)
    #expect(feed.items[0].extensions.count == 3)
    #expect(feed.problems.contains { $0.code == "limit-items" })
    #expect(feed.problems.contains { $0.code == "limit-extensions" })
    let deep = "{\"items\": [{\"id\": 1}, {\"x\": " + String(repeating: "[", count: 100_000)
    #expect(try parse(deep, options).problems.contains { $0.code == "limit-depth" })
  }

  @Test func `escapes become the characters that they mean`() throws {
    let feed = try parse(#"{"items": [{"id": "\u0633\uD83D\uDE00\/\"\\\uD800"}]}"#)
    #expect(feed.items.first?.id == "س😀/\"\\\u{FFFD}")
  }
}
