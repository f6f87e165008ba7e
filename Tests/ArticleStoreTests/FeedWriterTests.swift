// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import Testing
import TextBasics

@testable import ArticleStore

struct FeedWriterTests {
  private let long = String(repeating: "متن بلند ", count: 30)

  private func commit(
    _ store: ArticleStore,
    _ articles: [Article],
    feed: String = "irib",
    present: Set<String>? = nil,
    now: Int = Samples.start + 60
  ) throws -> FeedCommit {
    try store.commit(
      Samples.batch(articles.map { Samples.item($0) }, feed: feed, present: present, now: now)
    )
  }

  @Test func `the same document again changes nothing`() throws {
    let store = try ArticleStore.inMemory()
    let articles = (0..<10).map { Samples.article("k\($0)") }
    #expect(try commit(store, articles).new.count == 10)
    let again = try commit(store, articles, now: Samples.start + 999)
    #expect(again.new.isEmpty)
    #expect(again.revised.isEmpty)
    #expect(again.unchanged == 10)
    let known = articles.map { (key: $0.id.key, contentHash: $0.contentHash) }
    #expect(try store.unchanged(in: "irib", items: known).allSatisfy { $0 })
    #expect(
      try store.unchanged(in: "irib", items: [("k1", "other"), ("k99", "x")]) == [false, false]
    )
    #expect(try store.unchanged(in: "other", items: known).allSatisfy { !$0 })
  }

  @Test func `validators, schedule and log are committed with the articles`() throws {
    let store = try ArticleStore.inMemory()
    let batch = Samples.batch([Samples.item(Samples.article("a"))])
    _ = try store.commit(batch)
    #expect(try store.feedState("irib") == batch.state)
    let log = try store.fetchLog(feed: "irib")
    #expect(log.map(\.new) == [1])
    #expect(log.map(\.status) == [200])
    #expect(try store.newInWeek(now: Samples.start + 3600) == ["irib": 1])
    #expect(try store.newInWeek(now: Samples.start + 8 * Samples.day) == [:])
    #expect(try store.arrivals(since: Samples.start).map(\.articles) == [1])
  }

  @Test func `a failing batch leaves nothing, not even the validators`() throws {
    let store = try ArticleStore.inMemory()
    _ = try commit(store, [Samples.article("a")])
    try store.queue.write { db in
      try db.execute(
        sql: """
          CREATE TRIGGER fault BEFORE INSERT ON content WHEN new.title = 'Title of bad'
          BEGIN SELECT RAISE(ABORT, 'injected'); END
          """
      )
    }
    #expect(throws: StoreError.self) {
      try commit(store, [Samples.article("b"), Samples.article("bad")], now: Samples.start + 99)
    }
    #expect(try store.counts().articles == 1)
    #expect(try store.feedState("irib")?.etag == "W/\"v\(Samples.start + 60)\"")
    #expect(try store.fetchLog().count == 1)
  }

  @Test func `a changed text becomes a revision and keeps its story, date and old text`() throws {
    let store = try ArticleStore.inMemory()
    let old = Samples.article("a", title: "old", text: long)
    _ = try commit(store, [old])
    try store.assign([Samples.assignment(old)], now: Samples.start)
    let new = Samples.article("a", title: "new", text: long, published: Samples.start + 5000)
    #expect(try commit(store, [new]).revised == [old.id])
    let stored = try #require(try store.article(old.id))
    #expect(stored.article.title == "new")
    #expect(stored.article.published == Samples.start)
    #expect(stored.revisions == 1)
    #expect(stored.story == .minted(from: old.id))
    #expect(try store.revisions(of: old.id).map(\.title) == ["old"])
    #expect(try store.unassigned().isEmpty)
  }

  @Test func `a text that flips keeps each version once`() throws {
    let store = try ArticleStore.inMemory()
    for round in 0..<20 {
      _ = try commit(store, [Samples.article("a", title: round % 2 == 0 ? "even" : "odd")])
    }
    let id = Article.ID(feed: "irib", key: "a")
    #expect(try store.article(id)?.revisions == 19)
    #expect(Set(try store.revisions(of: id).map(\.title)) == ["even", "odd"])
  }

  @Test func `a text that always changes keeps its first version and a bounded number`() throws {
    let store = try ArticleStore.inMemory()
    for round in 0..<120 { _ = try commit(store, [Samples.article("a", title: "t\(round)")]) }
    let titles = try store.revisions(of: Article.ID(feed: "irib", key: "a")).map(\.title)
    #expect(titles.count <= 51)
    #expect(titles.contains("t0"))
    #expect(titles.contains("t118"))
  }

  @Test func `an emptied or shrunk feed loses nothing`() throws {
    let store = try ArticleStore.inMemory()
    _ = try commit(store, (0..<10).map { Samples.article("k\($0)") })
    _ = try commit(store, [Samples.article("k3")])
    _ = try commit(store, [])
    #expect(try store.counts().articles == 10)
  }

  @Test func `new GUIDs on every item bring no new articles`() throws {
    let store = try ArticleStore.inMemory()
    func run(_ number: Int, edited: Bool = false) throws -> FeedCommit {
      try commit(
        store,
        (0..<10).map { index in
          Samples.article(
            "run\(number)-g\(index)",
            title: "Title \(index)",
            text: edited ? "edited" : "",
            url: "https://example.org/\(index)",
            published: Samples.start + number * 30 * Samples.day
          )
        },
        now: Samples.start + number
      )
    }
    #expect(try run(0).new.count == 10)
    for number in 1..<30 {
      let result = try run(number)
      #expect(result.new.isEmpty)
      #expect(result.aliased == 10)
    }
    #expect(try run(30, edited: true).revised.count == 10)
    #expect(try store.counts().articles == 10)
    let aliases = try store.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM alias") }
    #expect(aliases == 80)
  }

  @Test func `new GUIDs without addresses or dates bring no new articles`() throws {
    let store = try ArticleStore.inMemory()
    for round in 0..<3 {
      let articles = (0..<5).map {
        Samples.article("r\(round)-\($0)", title: "Headline \($0)", published: nil)
      }
      #expect(try commit(store, articles).new.count == (round == 0 ? 5 : 0))
    }
  }

  @Test func `an alias keeps naming its article`() throws {
    let store = try ArticleStore.inMemory()
    let old = Samples.article("old", url: "https://example.org/1")
    _ = try commit(store, [old])
    let renamed = Samples.article("new", title: old.title, url: "https://example.org/1")
    #expect(try commit(store, [renamed]).aliased == 1)
    let edited = Samples.article("new", title: "edited", url: "https://example.org/1")
    #expect(try commit(store, [edited]).revised == [old.id])
    #expect(try store.article(edited.id)?.article.id == old.id)
  }

  @Test func `items that share an address are all kept`() throws {
    let store = try ArticleStore.inMemory()
    let home = "https://example.org/"
    // A live page: one address, one title, a window that slides over the entries.
    for start in 0..<10 {
      let window = (start..<start + 5).map {
        Samples.article("k\($0)", title: "Live", text: "Entry \($0)", url: home, published: nil)
      }
      _ = try commit(store, window)
    }
    #expect(try store.counts().articles == 14)
    // A feed that shows one item at a time, each under the address of the front page.
    for day in 0..<5 {
      let article = Samples.article(
        "bulletin\(day)",
        title: "Bulletin of day \(day)",
        url: home + "bulletin",
        published: Samples.start + day * Samples.day
      )
      #expect(try commit(store, [article]).new == [article.id])
    }
  }

  @Test func `short equal texts on other days and pages are articles of their own`() throws {
    let store = try ArticleStore.inMemory()
    for day in 0..<5 {
      let article = Samples.article(
        "d\(day)",
        title: "Market closed",
        url: "https://example.org/\(day)",
        published: Samples.start + day * Samples.day
      )
      #expect(try commit(store, [article]).new == [article.id])
    }
    for week in 0..<5 {
      let article = Samples.article(
        "w\(week)",
        title: "All systems operational",
        published: Samples.start + week * 7 * Samples.day
      )
      #expect(try commit(store, [article]).new == [article.id])
    }
  }

  @Test func `a GUID, address or text of another feed shadows nothing`() throws {
    let store = try ArticleStore.inMemory()
    for feed in ["irib", "mehr", "isna"] {
      let article = Samples.article(
        "same",
        feed: feed,
        title: "Same",
        text: long,
        url: "https://example.org/same"
      )
      #expect(try commit(store, [article], feed: feed).new == [article.id])
    }
    #expect(try store.articles(canonicalURL: "https://example.org/same").count == 3)
  }

  @Test func `NUL, quotes and SQL in any field are data`() throws {
    let store = try ArticleStore.inMemory()
    let nasty = "'; DROP TABLE article; --\u{0}\"%_\\\n"
    let first = Samples.article(nasty + "1", feed: nasty, title: nasty, text: nasty + "tail")
    let second = Samples.article(nasty + "2", feed: nasty, title: nasty + "x", text: "")
    #expect(try commit(store, [first, second], feed: nasty).new.count == 2)
    let stored = try #require(try store.article(first.id))
    #expect(stored.article.text.hasSuffix("tail"))
    #expect(try store.counts().articles == 2)
  }

  @Test func `an address that moves is followed without a revision`() throws {
    let store = try ArticleStore.inMemory()
    _ = try commit(store, [Samples.article("a", url: "https://example.org/1")])
    _ = try commit(store, [Samples.article("a", url: "https://example.org/2")])
    let id = Article.ID(feed: "irib", key: "a")
    #expect(try store.article(id)?.article.canonicalURL == "https://example.org/2")
    #expect(try store.article(id)?.revisions == 0)
    #expect(try store.articles(canonicalURL: "https://example.org/1").isEmpty)
  }

  @Test func `a feed that answers 304 changes its state and log only`() throws {
    let store = try ArticleStore.inMemory()
    let entry = FetchLogEntry(feed: "mehr", at: Samples.start, status: 304, elapsed: 12)
    try store.commit(
      states: [(FeedState(feed: "mehr", schedule: "x", status: .ok), entry)],
      hosts: ["example.org": "until 5"]
    )
    #expect(try store.feedState("mehr")?.status == .ok)
    #expect(try store.hostStates() == ["example.org": "until 5"])
    #expect(try store.fetchDays(feed: "mehr").map(\.unchanged) == [1])
    try store.commit(states: [], hosts: ["example.org": ""])
    #expect(try store.hostStates().isEmpty)
    try store.trimFetchLog(before: Samples.start + 1)
    #expect(try store.fetchLog().isEmpty)
    #expect(try store.fetchDays(feed: "mehr").count == 1)
  }
}
