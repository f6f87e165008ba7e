// SPDX-License-Identifier: Apache-2.0
package import Articles
import GRDB
import TextBasics

import struct Foundation.Data

extension ArticleStore {
  /// Articles without a story, also those that an interrupted run left, by (instant, feed, key).
  ///
  /// - Parameter limit: At most so many; assign them, then ask again.
  /// - Returns: The articles with their features.
  /// - Throws: ``StoreError``.
  package func unassigned(limit: Int = .max) throws(StoreError) -> [UnassignedArticle] {
    try read { db in
      let statement = try db.cachedStatement(sql: Self.unassignedQuery)
      return try Row.fetchCursor(statement, arguments: [limit]).mapAll { row in
        UnassignedArticle(
          id: Article.ID(feed: row[0], key: row[1]),
          instant: row[2],
          language: Language(tag: row[3]),
          canonicalURL: FeedWriter.Known.unpacked(row[4], row[5]),
          contentHash: row[6],
          features: (row[7] as Data).bytes
        )
      }
    }
  }

  static let unassignedQuery = """
    SELECT feed.name, key, instant, article.language, canonical, article.url, content_hash, features
    FROM article JOIN feed ON feed.id = article.feed WHERE story IS NULL
    ORDER BY instant, feed.name, key LIMIT ?
    """

  /// Articles of stories whose instant lies between `from` and `to` (both included, seconds since
  /// 1970), by (instant, feed, key): one read through the index of instants.
  package func window(from: Int, to: Int) throws(StoreError) -> [WindowMember] {
    try read { db in
      let feeds = try Self.feedNames(db)
      let statement = try db.cachedStatement(sql: Self.windowQuery)
      var members = try Row.fetchCursor(statement, arguments: [from, to]).mapAll { row in
        WindowMember(
          id: Article.ID(feed: feeds[row[0] as Int64] ?? "", key: row[1]),
          story: Story.ID(text: row[8]),
          instant: row[2],
          language: Language(tag: row[3]),
          canonicalURL: FeedWriter.Known.unpacked(row[4], row[5]),
          contentHash: row[6],
          features: (row[7] as Data).bytes
        )
      }
      members.sort { ($0.instant, $0.id) < ($1.instant, $1.id) }
      return members
    }
  }

  static let windowQuery = """
    SELECT article.feed, key, instant, language, canonical, url, content_hash, features, story.name
    FROM article JOIN story ON story.id = article.story WHERE instant BETWEEN ? AND ?
    """

  static func feedNames(_ db: Database) throws -> [Int64: String] {
    let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name FROM feed"))
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, $0[1] as String) })
  }

  /// Saves the clusterer's answers in one transaction, in the order given.
  ///
  /// A story that does not exist yet is created with its first article's instant as `published`; one
  /// that was merged away leads to its survivor. An article that has a story keeps it.
  ///
  /// - Parameters:
  ///   - assignments: One record per article.
  ///   - now: Seconds since 1970: the run's clock, `firstSeen` of new stories.
  /// - Throws: ``StoreError``, ``StoreError/Code/notFound`` for an unknown article.
  package func assign(_ assignments: [StoryAssignmentRecord], now: Int) throws(StoreError) {
    try write { db in
      var writer = try StoryWriter(db: db, now: now)
      for assignment in assignments { try writer.add(assignment) }
      try writer.finish()
    }
  }

  /// Moves `updated` of stories that grew materially by a changed lead; never back.
  package func touch(_ stories: [(story: Story.ID, updated: Int)]) throws(StoreError) {
    try write { db in
      for (story, updated) in stories {
        guard let row = try Self.storyRow(story.text, db) else { continue }
        try Self.refresh(story: row, updated: updated, db)
      }
    }
  }

  /// Where a story went that was merged into another, or the story itself.
  package func current(_ story: Story.ID) throws(StoreError) -> Story.ID {
    try read { db in Story.ID(text: try Self.survivor(of: story.text, db)) }
  }

  static func survivor(of name: String, _ db: Database) throws -> String {
    let statement = try db.cachedStatement(sql: "SELECT target FROM tombstone WHERE name = ?")
    var name = name
    // Targets are rewritten when they are merged themselves; the bound is for a damaged file.
    for _ in 0..<16 {
      guard let target = try String.fetchOne(statement, arguments: [name]) else { return name }
      name = target
    }
    return name
  }

  static func storyRow(_ name: String, _ db: Database) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT id FROM story WHERE name = ?")
    return try Int64.fetchOne(statement, arguments: [survivor(of: name, db)])
  }

  static func refreshStory(ofArticle row: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "SELECT story FROM article WHERE id = ? AND story IS NOT NULL"
    )
    guard let story = try Int64.fetchOne(statement, arguments: [row]) else { return }
    try refresh(story: story, updated: nil, db)
  }

  /// Brings a story's size, `updated` and places in the listings in line with its members.
  static func refresh(story: Int64, updated: Int?, _ db: Database) throws {
    let select = try db.cachedStatement(
      sql: "SELECT name, updated, lists FROM story WHERE id = ?"
    )
    guard let row = try Row.fetchOne(select, arguments: [story]) else { return }
    let name: String = row[0]
    let old: Int = row[1]
    let oldLists: String = row[2]
    let new = max(old, updated ?? old)
    let (size, lists) = try listings(of: story, db)
    let text = lists.joined(separator: " ")
    if new != old || text != oldLists {
      let remove = try db.cachedStatement(
        sql: "DELETE FROM listing WHERE list = ? AND updated = ? AND name = ?"
      )
      for list in oldLists.split(separator: " ") {
        try remove.execute(arguments: [String(list), old, name])
      }
      try list(name, story: story, updated: new, in: lists, db)
    }
    try db.cachedStatement(
      sql: "UPDATE story SET updated = ?, size = ?, lists = ? WHERE id = ?"
    ).execute(arguments: [new, size, text, story])
  }

  static func list(
    _ name: String,
    story: Int64,
    updated: Int,
    in lists: [String],
    _ db: Database
  ) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO listing(list, updated, name, story) VALUES (?, ?, ?, ?)"
    )
    for list in lists { try insert.execute(arguments: [list, updated, name, story]) }
  }

  /// The listings that a story belongs in: `l:fa` per language, `t` with any topic, `t:ID` each.
  private static func listings(
    of story: Int64,
    _ db: Database
  ) throws -> (size: Int, lists: [String]) {
    let members = try db.cachedStatement(
      sql: "SELECT id, language FROM article WHERE story = ?"
    )
    let tags = try db.cachedStatement(
      sql: "SELECT topic.name FROM tag JOIN topic ON topic.id = tag.topic WHERE article = ?"
    )
    var lists: Set<String> = []
    let rows = try Row.fetchAll(members, arguments: [story])
    for row in rows {
      lists.insert("l:" + (row[1] as String))
      for topic in try String.fetchAll(tags, arguments: [row[0] as Int64]) {
        lists.insert("t:" + topic)
        lists.insert("t")
      }
    }
    return (rows.count, lists.sorted())
  }
}

extension Data {
  var bytes: [UInt8] { [UInt8](self) }
}

extension RowCursor {
  /// All rows, each turned into a value while the cursor stands on it.
  func mapAll<Value>(_ transform: (Row) throws -> Value) throws -> [Value] {
    var result: [Value] = []
    while let row = try next() { result.append(try transform(row)) }
    return result
  }
}
