// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import Testing
import TextBasics

@testable import ArticleStore

/// A run must cost what is new, not what is stored: none of its statements may scan these tables.
struct QueryPlanTests {
  private static let large = [
    "article", "content", "story", "decision", "alias", "revision", "tag", "listing", "fetch_log",
    "a", "b",
  ]

  /// Every statement that `body` runs, as SQLite reports it.
  private func statements(of store: ArticleStore, _ body: () throws -> Void) throws -> Set<String> {
    final class Box: @unchecked Sendable { var seen: Set<String> = [] }
    let box = Box()
    store.queue.writeWithoutTransaction { db in
      db.trace { box.seen.insert($0.description) }
    }
    try body()
    store.queue.writeWithoutTransaction { db in db.trace(nil) }
    return box.seen
  }

  @Test func `no statement of a run scans what grows`() throws {
    let store = try ArticleStore.inMemory()
    let articles = (0..<6).map {
      Samples.article("k\($0)", url: "https://example.org/\($0)", published: Samples.start + $0)
    }
    let tags = [Samples.tag("events", 1200)]
    let items = articles.map { Samples.item($0, tags: tags) }
    let seen = try statements(of: store) {
      _ = try store.commit(Samples.batch(items))
      _ = try store.unchanged(in: "irib", items: articles.map { ($0.id.key, $0.contentHash) })
      _ = try store.commit(Samples.batch([Samples.item(Samples.article("k0", title: "new"))]))
      let renamed = Samples.article("new", title: "Title of k1", url: "https://example.org/1")
      _ = try store.commit(Samples.batch([Samples.item(renamed)]))
      try store.commit(states: [
        (FeedState(feed: "irib"), FetchLogEntry(feed: "irib", at: 1, status: 304))
      ])
      _ = try store.unassigned()
      try store.assign(
        articles.map { Samples.assignment($0, story: articles[0]) },
        now: Samples.start
      )
      try store.touch([(.minted(from: articles[0].id), Samples.start + 99)])
      _ = try store.window(from: 0, to: Samples.start)
      for filter in [
        StoryFilter(), StoryFilter(topic: "events"), StoryFilter(tagged: true),
        StoryFilter(language: .persian), StoryFilter(topic: "events", language: .persian),
      ] {
        _ = try store.stories(filter)
      }
      _ = try store.story(.minted(from: articles[0].id))
      _ = try store.articles(canonicalURL: "https://example.org/1")
      _ = try store.articles(topic: "events")
      _ = try store.articles(since: Samples.start, notModel: "m2")
      try store.retag([(articles[0].id, tags)], model: "m2")
      try store.updateSearchIndex { $0 }
      _ = try store.fetchLog(feed: "irib")
      try store.trimFetchLog(before: 0)
      _ = try store.newInWeek(now: Samples.start)
      _ = try store.topicDays(since: Samples.start)
    }
    #expect(seen.count > 40)
    for sql in seen {
      for step in try plan(of: sql, in: store) where step.hasPrefix("SCAN ") {
        let table = step.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        // A walk along an index that the LIMIT or the bound ends is what a listing is.
        let ordered =
          step.contains("USING INDEX story_updated")
          || step.contains("USING INDEX article_unassigned")
        #expect(!Self.large.contains(table) || ordered, "\(step): \(sql)")
      }
    }
  }

  private func plan(of sql: String, in store: ArticleStore) throws -> [String] {
    let explained = ["SELECT", "INSERT", "UPDATE", "DELETE"]
    guard explained.contains(where: sql.hasPrefix), !sql.contains("INTO search(") else { return [] }
    return try store.queue.read { db in
      let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
      statement.setUncheckedArguments([])
      return try Row.fetchAll(statement).map { $0["detail"] as String }
    }
  }
}
