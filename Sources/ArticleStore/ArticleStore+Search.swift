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
    var count = 0
    let insert = try Query(db, "INSERT INTO search(rowid, title, body) VALUES (?, ?, ?)")
    func add(_ select: Query) throws -> Int64? {
      var last: Int64?
      while try select.step() {
        count += 1
        last = select.row(0)
        // Eight bits number the versions of a text; one that changed more often keeps its last.
        guard select.int(1) < 256 else { continue }
        insert.bind(1, select.row(0) << 8 | select.row(1))
        insert.bind(2, fold(select.text(2)))
        insert.bind(3, fold(select.text(3)))
        try insert.run()
      }
      return last
    }
    let columns = "SELECT id, revisions, title, text FROM"
    let revised = try Query(
      db,
      """
      \(columns) search_queue JOIN article ON article.id = search_queue.article
      JOIN content ON content.article = article.id
      ORDER BY search_queue.article LIMIT ?
      """
    )
    revised.bind(1, limit)
    let last = try add(revised)
    let new = try Query(
      db,
      """
      \(columns) article JOIN content ON content.article = article.id
      WHERE id > (SELECT indexed FROM search_state) ORDER BY id LIMIT ?
      """
    )
    new.bind(1, limit - count)
    let newest = try add(new)
    let state = try Query(db, "UPDATE search_state SET indexed = max(indexed, ?)")
    state.bind(1, newest ?? 0)
    try state.run()
    let queue = try Query(db, "DELETE FROM search_queue WHERE article <= ?")
    queue.bind(1, last ?? 0)
    try queue.run()
    return count
  }

  /// Throws the search index away; ``updateSearchIndex(batch:fold:)`` makes it anew, for a folding
  /// that changed.
  package func resetSearchIndex() throws(StoreError) {
    try write { db in
      try db.execute(sql: "INSERT INTO search(search) VALUES ('delete-all')")
      try db.execute(sql: "UPDATE search_state SET indexed = 0")
      try db.execute(sql: "DELETE FROM search_queue")
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
