// SPDX-License-Identifier: Apache-2.0
package import Articles
import GRDB
import TextBasics

extension ArticleStore {
  /// Articles without a story, also those that an interrupted run left, by (instant, feed, key).
  ///
  /// - Parameter limit: At most so many; assign them, then ask again.
  /// - Returns: The articles with their features.
  /// - Throws: ``StoreError``.
  package func unassigned(limit: Int = .max) throws(StoreError) -> [UnassignedArticle] {
    try read { db in
      let query = try Query(db, Self.unassignedQuery)
      query.bind(1, limit)
      return try query.all { row in
        let key = row.text(1)
        let url = row.optionalText(5).unpacked(against: key)
        return UnassignedArticle(
          id: Article.ID(feed: row.text(0), key: key),
          instant: row.int(2),
          language: Language(tag: row.text(3)),
          canonicalURL: row.optionalText(4).unpacked(against: url),
          contentHash: row.text(6),
          features: row.blob(7)
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
      let query = try Query(db, Self.windowQuery)
      query.bind(1, from)
      query.bind(2, to)
      var members = try query.all { row in
        let key = row.text(1)
        let url = row.optionalText(5).unpacked(against: key)
        return WindowMember(
          id: Article.ID(feed: feeds[row.row(0)] ?? "", key: key),
          story: Story.ID(text: row.text(8)),
          instant: row.int(2),
          language: Language(tag: row.text(3)),
          canonicalURL: row.optionalText(4).unpacked(against: url),
          contentHash: row.text(6),
          features: row.blob(7)
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
    let rows = try Query(db, "SELECT id, name FROM feed").all { ($0.row(0), $0.text(1)) }
    return Dictionary(rows) { first, _ in first }
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
      try Self.outdateDigest(db)
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

  /// Stories on a topic that were first seen, or grew, in these seconds since 1970.
  package func taggedStories(activeIn range: Range<Int>) throws(StoreError) -> [Story.ID] {
    try read { db in
      let query = try Query(
        db,
        """
        SELECT name FROM story WHERE first_seen >= ?1 AND first_seen < ?2
          AND instr(' ' || lists || ' ', ' t ') > 0
        UNION SELECT name FROM story JOIN growth ON growth.story = story.id
          WHERE at >= ?1 AND at < ?2 AND instr(' ' || lists || ' ', ' t ') > 0
        ORDER BY name
        """
      )
      query.bind(1, range.lowerBound)
      query.bind(2, range.upperBound)
      return try query.all { Story.ID(text: $0.text(0)) }
    }
  }

  /// Seconds since 1970 at which the first story was seen, or `nil` without any.
  package func firstStorySeen() throws(StoreError) -> Int? {
    try read { db in
      try Query(db, "SELECT first_seen FROM story ORDER BY first_seen LIMIT 1").firstRow()
        .map { Int($0) }
    }
  }

  /// How many stories on a topic last grew on each day, by topic, and of all topics together.
  ///
  /// - Parameter since: Seconds since 1970; read through the listings, so old stories cost nothing.
  /// - Returns: Days without stories are left out.
  /// - Throws: ``StoreError``.
  package func storyDays(since: Int) throws(StoreError) -> [DayCount] {
    try read { db in
      let topics = try Query(db, "SELECT name FROM topic ORDER BY name").all { $0.text(0) }
      return try ([nil] + topics.map(Optional.some)).flatMap { topic in
        let query = try Query(
          db,
          """
          SELECT updated / 86400, count(*) FROM listing WHERE list = ? AND updated >= ?
          GROUP BY 1 ORDER BY 1
          """
        )
        query.bind(1, topic.map { "t:" + $0 } ?? "t")
        query.bind(2, since)
        return try query.all { DayCount(day: $0.int(0), topic: topic, stories: $0.int(1)) }
      }
    }
  }

  /// Where a story went that was merged into another, or the story itself.
  package func current(_ story: Story.ID) throws(StoreError) -> Story.ID {
    try read { db in Story.ID(text: try Self.survivor(of: story.text, db)) }
  }

  static func survivor(of name: String, _ db: Database) throws -> String {
    var name = name
    // Targets are rewritten when they are merged themselves; the bound is for a damaged file.
    for _ in 0..<16 {
      let query = try Query(db, "SELECT target FROM tombstone WHERE name = ?")
      query.bind(1, name)
      guard try query.step() else { return name }
      name = query.text(0)
      query.reset()
    }
    return name
  }

  static func storyRow(_ name: String, _ db: Database) throws -> Int64? {
    let query = try Query(db, "SELECT id FROM story WHERE name = ?")
    query.bind(1, try survivor(of: name, db))
    return try query.firstRow()
  }

  static func refreshStory(
    ofArticle row: Int64,
    updated: Int? = nil,
    _ db: Database
  ) throws {
    let query = try Query(db, "SELECT story FROM article WHERE id = ? AND story IS NOT NULL")
    query.bind(1, row)
    guard let story = try query.firstRow() else { return }
    try refresh(story: story, updated: updated, db)
  }

  /// Brings a story's size, `updated` and places in the listings in line with its members.
  static func refresh(story: Int64, updated: Int?, _ db: Database) throws {
    let select = try Query(db, "SELECT name, updated, lists FROM story WHERE id = ?")
    select.bind(1, story)
    guard try select.step() else { return }
    let (name, old) = (select.text(0), select.int(1))
    let oldLists = Set(select.text(2).split(separator: " ").map(String.init))
    select.reset()
    let new = max(old, updated ?? old)
    let (size, lists) = try listings(of: story, db)
    try rewrite(story: story, updated: new, size: size, lists: lists.sorted(), db)
    guard new != old || lists != oldLists else { return }
    try unlist(name, updated: old, from: oldLists, db)
    try list(name, story: story, updated: new, in: lists.sorted(), db)
  }

  static func rewrite(
    story: Int64,
    updated: Int,
    size: Int,
    lists: [String],
    _ db: Database
  ) throws {
    let query = try Query(db, "UPDATE story SET updated = ?, size = ?, lists = ? WHERE id = ?")
    query.bind(1, updated)
    query.bind(2, size)
    query.bind(3, lists.joined(separator: " "))
    query.bind(4, story)
    try query.run()
  }

  static func unlist(
    _ name: String,
    updated: Int,
    from lists: Set<String>,
    _ db: Database
  ) throws {
    for list in lists {
      let query = try Query(
        db,
        "DELETE FROM listing WHERE list = ? AND updated = ? AND name = ?"
      )
      query.bind(1, list)
      query.bind(2, updated)
      query.bind(3, name)
      try query.run()
    }
  }

  static func list(
    _ name: String,
    story: Int64,
    updated: Int,
    in lists: [String],
    _ db: Database
  ) throws {
    for list in lists {
      let query = try Query(
        db,
        "INSERT OR REPLACE INTO listing(list, updated, name, story) VALUES (?, ?, ?, ?)"
      )
      query.bind(1, list)
      query.bind(2, updated)
      query.bind(3, name)
      query.bind(4, story)
      try query.run()
    }
  }

  /// The listings that a story belongs in: `l:fa` per language, `t` with any topic, `t:ID` each.
  private static func listings(
    of story: Int64,
    _ db: Database
  ) throws -> (size: Int, lists: Set<String>) {
    let members = try Query(db, "SELECT id, language FROM article WHERE story = ?")
    members.bind(1, story)
    let rows = try members.all { ($0.row(0), $0.text(1)) }
    var lists: Set<String> = []
    for (article, language) in rows {
      lists.insert("l:" + language)
      let tags = try Query(
        db,
        "SELECT topic.name FROM tag JOIN topic ON topic.id = tag.topic WHERE article = ?"
      )
      tags.bind(1, article)
      while try tags.step() {
        lists.insert("t:" + tags.text(0))
        lists.insert("t")
      }
    }
    return (rows.count, lists)
  }
}
