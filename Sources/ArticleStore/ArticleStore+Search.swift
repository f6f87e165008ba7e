// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import TextBasics

extension ArticleStore {
  /// Puts the texts of new and revised articles into the search index, in bulk.
  ///
  /// Done once at the end of a run: FTS5 is the largest single cost of a cold run and is cheapest in
  /// large transactions. What an interrupted run left is done by the next one.
  ///
  /// - Parameters:
  ///   - batch: Articles per transaction.
  ///   - fold: Folds a text as queries are folded (ZWNJ joined).
  /// - Returns: How many articles were indexed.
  /// - Throws: ``StoreError``; the transactions before stay.
  @discardableResult
  package func updateSearchIndex(
    batch: Int = 20_000,
    fold: (String) -> String
  ) throws(StoreError) -> Int {
    var total = 0
    while true {
      let count = try write { db in try Self.index(batch, fold: fold, db) }
      total += count
      if count < batch { return total }
    }
  }

  private static func index(_ limit: Int, fold: (String) -> String, _ db: Database) throws -> Int {
    let select = try db.cachedStatement(
      sql: """
        SELECT id, revisions, title, text FROM search_queue
        JOIN article ON article.id = search_queue.article
        JOIN content ON content.article = article.id ORDER BY search_queue.article LIMIT ?
        """
    )
    let insert = try db.cachedStatement(
      sql: "INSERT INTO search(rowid, title, body) VALUES (?, ?, ?)"
    )
    let cursor = try Row.fetchCursor(select, arguments: [limit])
    var last: Int64?
    var count = 0
    while let row = try cursor.next() {
      let article: Int64 = row[0]
      let revisions: Int64 = row[1]
      last = article
      count += 1
      // Eight bits number the versions of a text; a text that changed more often keeps its last.
      guard revisions < 256 else { continue }
      try insert.execute(arguments: [
        article << 8 | revisions, fold(row[2]).bindable, fold(row[3]).bindable,
      ])
    }
    guard let last else {
      try db.execute(sql: "DELETE FROM search_queue")
      return 0
    }
    try db.execute(sql: "DELETE FROM search_queue WHERE article <= ?", arguments: [last])
    return count
  }

  /// Throws the search index away and puts every article into the queue; for a changed folding.
  package func resetSearchIndex() throws(StoreError) {
    try write { db in
      try db.execute(sql: "INSERT INTO search(search) VALUES ('delete-all')")
      try db.execute(sql: "INSERT OR IGNORE INTO search_queue SELECT id FROM article")
    }
  }

  /// Articles that match an FTS5 expression over folded text (columns `title` and `body`).
  ///
  /// - Throws: ``StoreError/Code/badQuery`` when SQLite cannot read the expression.
  package func search(
    _ match: String,
    filter: SearchFilter = SearchFilter()
  ) throws(StoreError) -> [SearchHit] {
    do {
      return try queue.read { db in
        let feeds = try Self.feedNames(db)
        let (sql, arguments) = Self.searchQuery(match, filter)
        let rows = try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
        return try rows.compactMap { row in
          try Self.article(row[0], feeds: feeds, db).map {
            SearchHit(article: $0, relevance: Int((row[1] as Double * -1000).rounded()))
          }
        }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw StoreError(
        code: .badQuery,
        sentence: "The search \(match) cannot be read (\(error.message ?? "syntax error"))."
      )
    } catch { throw StoreError(error, path: path) }
  }

  static func searchQuery(
    _ match: String,
    _ filter: SearchFilter
  ) -> (sql: String, arguments: [any DatabaseValueConvertible]) {
    var conditions = ["search MATCH ?", "article.revisions = (search.rowid & 255)"]
    var arguments: [any DatabaseValueConvertible] = [match.bindable]
    if let language = filter.language {
      conditions.append("article.language = ?")
      arguments.append(language.code)
    }
    if let feed = filter.feed {
      conditions.append("article.feed = (SELECT id FROM feed WHERE name = ?)")
      arguments.append(feed.bindable)
    }
    if let since = filter.since {
      conditions.append("article.instant >= ?")
      arguments.append(since)
    }
    if let topic = filter.topic {
      conditions.append(
        "EXISTS (SELECT 1 FROM tag WHERE tag.article = article.id"
          + " AND topic = (SELECT id FROM topic WHERE name = ?))"
      )
      arguments.append(topic.bindable)
    }
    let rank = "bm25(search, 4.0, 1.0)"
    let order =
      filter.order == .relevance
      ? "relevance, article.instant DESC, feed.name, article.key"
      : "article.instant DESC, feed.name, article.key"
    arguments.append(filter.limit)
    let sql = """
      SELECT article.id, \(filter.order == .relevance ? rank : "0.0") AS relevance FROM search
      CROSS JOIN article ON article.id = (search.rowid >> 8)
      JOIN feed ON feed.id = article.feed
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) LIMIT ?
      """
    return (sql, arguments)
  }
}
