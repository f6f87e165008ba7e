// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import Articles
import FeedList
import Foundation
import Pipeline
import RasadTestSupport
import Synchronization
import TextBasics
import Testing

/// `rasad run` against a real HTTP server on loopback, over real sockets and a real database.
struct RunTests {
  private static let now = 1_763_550_000
  static let rss = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0"><channel><title>خبرگزاری نمونه</title><link>https://fa.example/</link>
    <language>fa</language>
    <item><guid>fa-1</guid><title>وزیر ارتباطات عازم باکو شد</title><link>https://fa.example/1</link>
    <description>ستار هاشمی برای شرکت در کنفرانس WTDC-۲۵ و گفتگو درباره امنیت سایبری و هوش مصنوعی عازم باکو شد.</description>
    <pubDate>Mon, 17 Nov 2025 07:30:00 +0330</pubDate></item>
    <item><guid>fa-2</guid><title>بارش باران در شمال کشور</title><link>https://fa.example/2</link>
    <description>سازمان هواشناسی از بارش باران خبر داد.</description>
    <pubDate>Mon, 17 Nov 2025 09:00:00 +0330</pubDate></item>
    </channel></rss>
    """
  static let atom = """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>وكالة المثال</title>
    <id>tag:ar.example,2025:feed</id><updated>2025-11-17T08:00:00Z</updated>
    <entry><id>tag:ar.example,2025:1</id><title>وزير الاتصالات الإيراني يغادر إلى باكو</title>
    <link href="https://ar.example/1"/><updated>2025-11-17T05:00:00Z</updated>
    <summary>غادر ستار هاشمي طهران إلى باكو للمشاركة في مؤتمر WTDC-25 وبحث الأمن السيبراني والذكاء الاصطناعي.</summary>
    </entry></feed>
    """
  static let rdf = """
    <?xml version="1.0"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://en.example/"><title>Example Wire</title><link>https://en.example/</link>
    <description>News</description></channel>
    <item rdf:about="https://en.example/1"><title>Football final ends in a draw</title>
    <link>https://en.example/1</link><dc:date>2025-11-16T20:00:00Z</dc:date></item>
    </rdf:RDF>
    """
  static let json = """
    {"version":"https://jsonfeed.org/version/1.1","title":"Policy Notes","language":"en",
     "items":[{"id":"1","url":"https://json.example/1","title":"ITU conference opens in Baku",
     "content_text":"The WTDC-25 conference of the International Telecommunication Union opened.",
     "date_published":"2025-11-17T09:00:00Z"}]}
    """

  /// A server with four feeds, each with an ETag that it honours.
  private static func server() throws -> LoopbackServer {
    let bodies = [
      "/rss": ("application/rss+xml", rss), "/atom": ("application/atom+xml", atom),
      "/rdf": ("application/rdf+xml", rdf), "/json": ("application/feed+json", json),
    ]
    return try LoopbackServer { request in
      guard let (type, body) = bodies[request.path] else { return .init(status: 404) }
      let tag = "W/\"\(body.utf8.count)-v1\""
      if request.header("if-none-match") == tag {
        return .init(status: 304, headers: [("ETag", tag)])
      }
      return .init(
        status: 200,
        headers: [("Content-Type", type), ("ETag", tag)],
        body: Array(body.utf8)
      )
    }
  }

  /// A workspace on disk with the shipped seeds and the feeds given.
  private struct Site {
    let folder: Folder
    let store: ArticleStore
    let pipeline: Pipeline

    init(_ feeds: [(id: String, url: String)], folder: Folder, now: Int) throws {
      self.folder = folder
      var text = "[rasad]\nstate = \(folder("state"))\nseeds = \(Fixture.repository)/seeds\n"
      for feed in feeds { text += "[feed \(feed.id)]\nurl = \(feed.url)\nallow-private = yes\n" }
      try folder.write(text, to: "feeds.conf")
      let workspace = try Workspace.open(
        .init(config: folder("feeds.conf"), state: nil, environment: [:])
      )
      store = try workspace.store(.readWrite)
      pipeline = try workspace.pipeline(store: store, now: now)
    }

    func run(all: Bool = false) async throws -> RunReport {
      try await pipeline.run(FeedSelection(all: all)) { _, _, _ in }
    }
  }

  @Test func `four dialects in three languages are stored, the second run is all 304`() async throws
  {
    let server = try Self.server()
    let folder = try Folder()
    let feeds = ["rss", "atom", "rdf", "json"].map { ($0, server.url("/" + $0)) }

    let first = try Site(feeds, folder: folder, now: Self.now)
    let report = try await first.run()
    #expect(
      report.failed.isEmpty,
      "\(report.failed.map { "\($0.id): \($0.failure?.sentence ?? "")" })"
    )
    #expect(report.newItems == 5)
    #expect(try first.store.counts().articles == 5)
    let digest = try folder.text("state/public/digest.atom")
    #expect(digest.contains("<entry"))
    #expect(digest.contains("https://fa.example/1") && digest.contains("https://ar.example/1"))
    #expect(!digest.contains("en.example"))
    let files = try folder.files().filter { $0.key.hasPrefix("state/public") }
    let modified = try folder.modified("state/public/digest.atom")
    try first.store.close()

    let second = try Site(feeds, folder: folder, now: Self.now + 3600)
    let again = try await second.run(all: true)
    #expect(again.feeds.map(\.result) == Array(repeating: .unchanged, count: 4))
    #expect(again.newItems == 0 && again.newStories == 0 && again.grownStories == 0)
    #expect(try second.store.counts().articles == 5)
    let feedsOnly = { (name: String) in name.hasSuffix(".atom") || name.hasSuffix(".json") }
    let after = try folder.files().filter { $0.key.hasPrefix("state/public") }
    #expect(after.filter { feedsOnly($0.key) } == files.filter { feedsOnly($0.key) })
    #expect(try folder.modified("state/public/digest.atom") == modified)
    let conditional = server.requests.suffix(4).compactMap { $0.header("if-none-match") }
    #expect(conditional.count == 4)
  }

  @Test func `a run without news leaves the digest alone, one with lost files makes it again`()
    async throws
  {
    let server = try Self.server()
    let folder = try Folder()
    let feeds = [("rss", server.url("/rss"))]
    let first = try await Site(feeds, folder: folder, now: Self.now).run()
    #expect(first.written.contains { $0.path == "digest.atom" && $0.changed })
    let quiet = try await Site(feeds, folder: folder, now: Self.now + 60).run(all: true)
    #expect(quiet.feeds.map(\.result) == [.unchanged] && quiet.written.isEmpty)
    try FileManager.default.removeItem(atPath: folder("state/public/digest.atom"))
    let again = try await Site(feeds, folder: folder, now: Self.now + 120).run(all: true)
    #expect(again.written.contains { $0.path == "digest.atom" && $0.changed })
    try await outdated(folder, feeds)
    let hourLater = try await Site(feeds, folder: folder, now: Self.now + 7200).run(all: true)
    #expect(!hourLater.written.isEmpty)
  }

  /// What a run that was killed after it stored an article leaves behind.
  private func outdated(_ folder: Folder, _ feeds: [(String, String)]) async throws {
    let site = try Site(feeds, folder: folder, now: Self.now + 180)
    #expect(try site.store.meta(ArticleStore.digestKey) != nil)
    let article = Article(
      id: Article.ID(feed: "rss", key: "late"),
      outlet: "x",
      title: "Late",
      text: "Late",
      language: .english,
      firstSeen: Self.now,
      contentHash: "late"
    )
    _ = try site.store.commit(
      FeedBatch(
        state: FeedState(feed: "rss"),
        items: [StoredItem(article: article, tags: [], features: [])],
        log: FetchLogEntry(feed: "rss", at: Self.now),
        now: Self.now
      )
    )
    #expect(try site.store.meta(ArticleStore.digestKey) == nil)
    let next = try await Site(feeds, folder: folder, now: Self.now + 240).run(all: true)
    #expect(next.written.contains { $0.path == "all.atom" && $0.changed })
  }

  @Test func `the same story in Arabic and Persian becomes one entry`() async throws {
    let server = try Self.server()
    let site = try Site(
      [("rss", server.url("/rss")), ("atom", server.url("/atom"))],
      folder: try Folder(),
      now: Self.now
    )
    _ = try await site.run()
    let stories = try site.store.stories(StoryFilter(tagged: true))
    let merged = stories.filter { $0.members.count == 2 }
    #expect(merged.count == 1)
    #expect(Set(merged.flatMap { $0.members.map(\.article.language) }) == [.arabic, .persian])
  }

  @Test func `one bad feed of each kind has its cause, and the good one is stored`() async throws {
    let good = Self.atom
    let server = try LoopbackServer { request in
      switch request.path {
      case "/good":
        return .init(
          status: 200,
          headers: [("Content-Type", "application/atom+xml")],
          body: Array(good.utf8)
        )
      case "/page":
        return .init(
          status: 200,
          headers: [("Content-Type", "text/html")],
          body: Array(
            "<!doctype html><html><head><link rel=alternate type='application/rss+xml' href='/rss'></head><body>News</body></html>"
              .utf8
          )
        )
      case "/cut":
        return .init(
          status: 200,
          headers: [("Content-Type", "application/rss+xml")],
          body: Array(Self.rss.prefix(450).utf8)
        )
      default: return .init(status: 404)
      }
    }
    let closed = try LoopbackServer { _ in .init(status: 200) }
    let down = closed.url("/")
    closed.stop()
    let feeds = [
      ("good", server.url("/good")), ("missing", server.url("/missing")),
      ("page", server.url("/page")), ("cut", server.url("/cut")), ("down", down),
    ]
    let site = try Site(feeds, folder: try Folder(), now: Self.now)
    let report = try await site.run()
    var causes: [String: FeedFailure] = [:]
    for feed in report.feeds { causes[feed.id] = feed.failure }
    #expect(report.feeds.count == 5)
    #expect(causes["good"] == nil)
    #expect(causes["missing"]?.sentence.contains("404 Not Found") == true)
    #expect(causes["page"]?.code == "html-page")
    #expect(causes["page"]?.advice.contains("/rss") == true)
    #expect(causes["cut"]?.sentence.contains("cut off") == true)
    #expect(causes["down"]?.code == "connection-refused")
    #expect(report.feeds.filter(\.turnedSick).count >= 3)
    #expect(try site.store.counts().articles == 2)
    #expect(try site.store.feedState("cut")?.etag == nil)
  }
}
