// SPDX-License-Identifier: Apache-2.0
import GRDB

extension ArticleStore {
  /// Counts everything; reads whole indexes, so for `doctor`, not for a run.
  package func counts() throws(StoreError) -> StoreCounts {
    try read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      var counts = StoreCounts()
      counts.feeds = try count("SELECT count(*) FROM feed")
      counts.articles = try count("SELECT count(*) FROM article")
      counts.stories = try count("SELECT count(*) FROM story")
      counts.revisions = try count("SELECT count(*) FROM revision")
      counts.unassigned = try count("SELECT count(*) FROM article WHERE story IS NULL")
      counts.unindexed = try count(
        "SELECT (SELECT count(*) FROM search_queue)"
          + " + (SELECT count(*) FROM article WHERE id > (SELECT indexed FROM search_state))"
      )
      let page = try count("PRAGMA page_size")
      counts.freeBytes = try count("PRAGMA freelist_count") * page
      counts.bytes =
        try path == ":memory:"
        ? count("PRAGMA page_count") * page
        : StoreHeader.size(path) + StoreHeader.size(path + "-wal")
      return counts
    }
  }

  /// Articles per feed that were first seen in the seven days before `now`, to the hour.
  package func newInWeek(now: Int) throws(StoreError) -> [String: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT feed.name, sum(articles) FROM arrival JOIN feed ON feed.id = arrival.feed
          WHERE hour > ? AND hour <= ? GROUP BY feed.name
          """,
        arguments: [(now - 7 * 86_400) / 3600, now / 3600]
      )
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int) })
    }
  }

  /// Articles that arrived, by day (days since 1970) and language code, oldest day first.
  package func arrivals(
    since instant: Int
  ) throws(StoreError) -> [(day: Int, language: String, articles: Int)] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT hour / 24 AS day, language, sum(articles) FROM arrival
          WHERE hour >= ? GROUP BY day, language ORDER BY day, language
          """,
        arguments: [instant / 3600]
      )
      return rows.map { ($0[0], $0[1], $0[2]) }
    }
  }

  /// Articles with a firing tag, by topic and day of their instant (days since 1970).
  package func topicDays(
    since instant: Int
  ) throws(StoreError) -> [(topic: String, day: Int, articles: Int)] {
    try read { db in
      let topics = try Row.fetchAll(db, sql: "SELECT id, name FROM topic ORDER BY name")
      return try topics.flatMap { topic in
        let name: String = topic[1]
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT instant / 86400 AS day, count(*) FROM tag WHERE topic = ? AND instant >= ?
            GROUP BY day ORDER BY day
            """,
          arguments: [topic[0] as Int64, instant]
        )
        return rows.map { (topic: name, day: $0[0] as Int, articles: $0[1] as Int) }
      }
    }
  }

  /// Articles and stories, counted without reading any of them: rows are only ever appended, and a
  /// story that is gone left a tombstone.
  package func size() throws(StoreError) -> (articles: Int, stories: Int) {
    try read { db in
      let last = try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT max(id) FROM article), (SELECT max(id) FROM story),
            (SELECT count(*) FROM tombstone)
          """
      )
      let stories = (last?[1] as Int? ?? 0) - (last?[2] as Int? ?? 0)
      return (last?[0] as Int? ?? 0, max(0, stories))
    }
  }

  /// What was fetched since the store was made, of all feeds; its day is the last one.
  package func fetchTotals() throws(StoreError) -> FetchDay {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT coalesce(max(day), 0), coalesce(sum(fetches), 0), coalesce(sum(unchanged), 0),
            coalesce(sum(failed), 0), coalesce(sum(bytes), 0), coalesce(sum(elapsed), 0)
          FROM fetch_day
          """
      )
      return row.map(FetchDay.init) ?? FetchDay()
    }
  }

  /// What was fetched per day, by feed, oldest day first.
  ///
  /// - Parameter since: Seconds since 1970.
  /// - Returns: By feed, one value per day with at least one attempt.
  /// - Throws: ``StoreError``.
  package func fetchDays(since: Int) throws(StoreError) -> [String: [FetchDay]] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT day, fetches, unchanged, failed, bytes, elapsed, feed.name FROM fetch_day
          JOIN feed ON feed.id = fetch_day.feed WHERE day >= ? ORDER BY feed.name, day
          """,
        arguments: [since / 86_400]
      )
      return Dictionary(grouping: rows) { $0[6] as String }.mapValues { $0.map(FetchDay.init) }
    }
  }

  /// Checks the whole file and its references; empty when all is well.
  package func integrityProblems() throws(StoreError) -> [String] {
    try queueIntegrity()
  }

  private func queueIntegrity() throws(StoreError) -> [String] {
    try read { db in
      var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      problems.removeAll { $0 == "ok" || $0.hasPrefix("***") && !$0.contains("\n") }
      problems = problems.map { $0.split(separator: "\n").joined(separator: ", ") }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        problems.append(
          "a row of \(row[0] as String) refers to a missing row of \(row[2] as String)"
        )
        if problems.count >= 40 { break }
      }
      return problems
    }
  }

  /// Folds the journal into the file and gives free pages back to the file system.
  package func compact() throws(StoreError) {
    do {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
        try db.checkpoint(.truncate)
      }
    } catch { throw StoreError(error, path: path) }
  }
}
