// SPDX-License-Identifier: Apache-2.0
package import Articles
import GRDB
import TextBasics

extension ArticleStore {
  /// Stories for the digest and for lists, newest `updated` first, ties by id.
  package func stories(_ filter: StoryFilter) throws(StoreError) -> [StoredStory] {
    try read { db in
      let feeds = try Self.feedNames(db)
      let rows = try Self.storyRows(filter, db)
      return try rows.map { try Self.story($0, feeds: feeds, textLimit: filter.textLimit, db) }
    }
  }

  /// The story with this id, or the one that it was merged into.
  package func story(_ id: Story.ID, textLimit: Int = 1_000_000) throws(StoreError) -> StoredStory?
  {
    try read { db in
      let name = try Self.survivor(of: id.text, db)
      let statement = try db.cachedStatement(
        sql: "SELECT id, name, published, updated, first_seen FROM story WHERE name = ?"
      )
      guard let row = try Row.fetchOne(statement, arguments: [name]) else { return nil }
      return try Self.story(row, feeds: Self.feedNames(db), textLimit: textLimit, db)
    }
  }

  /// The articles of these ids, in the order given; unknown ones are left out.
  package func articles(_ ids: [Article.ID]) throws(StoreError) -> [StoredArticle] {
    try read { db in
      let feeds = try Self.feedNames(db)
      return try ids.compactMap { id in
        guard let feed = try Self.feedRow(id.feed, db),
          let known = try KnownArticle.find(id.key, feed: feed, db)
        else { return nil }
        return try Self.article(known.row, feeds: feeds, db)
      }
    }
  }

  /// The article with this id, or the one that this key is an alias of.
  package func article(_ id: Article.ID) throws(StoreError) -> StoredArticle? {
    try articles([id]).first
  }

  /// The texts that an article had before, oldest first; a text that returned is there once.
  package func revisions(of id: Article.ID) throws(StoreError) -> [ArticleRevision] {
    try read { db in
      guard let feed = try Self.feedRow(id.feed, db),
        let known = try KnownArticle.find(id.key, feed: feed, db)
      else { return [] }
      let query = try Query(
        db,
        """
        SELECT replaced, title, text, url, content_hash FROM revision
        WHERE article = ? ORDER BY replaced, rowid
        """
      )
      query.bind(1, known.row)
      return try query.all { row in
        ArticleRevision(
          replaced: row.int(0),
          title: row.text(1),
          text: row.text(2),
          url: row.optionalText(3),
          contentHash: row.text(4)
        )
      }
    }
  }

  /// The articles with this canonical address, of any feed, by (instant, feed, key).
  package func articles(canonicalURL url: String) throws(StoreError) -> [StoredArticle] {
    try read { db in
      let feeds = try Self.feedNames(db)
      let query = try Query(
        db,
        "SELECT \(KnownArticle.columns) FROM article WHERE feed IN (SELECT id FROM feed)"
          + " AND address_key = ?"
      )
      query.bind(1, url.stableHash)
      let known = try query.all(KnownArticle.init).filter { $0.canonical == url }
      return try known.compactMap { try Self.article($0.row, feeds: feeds, db) }
        .sorted { ($0.article.instant, $0.article.id) < ($1.article.instant, $1.article.id) }
    }
  }

  /// Articles with a firing tag, newest first.
  package func articles(
    topic: Topic.ID,
    since: Int = 0,
    limit: Int = 100
  ) throws(StoreError) -> [StoredArticle] {
    try read { db in
      let feeds = try Self.feedNames(db)
      let statement = try db.cachedStatement(
        sql: """
          SELECT article FROM tag WHERE topic = (SELECT id FROM topic WHERE name = ?)
            AND instant >= ? ORDER BY instant DESC, article DESC LIMIT ?
          """
      )
      let rows = try Int64.fetchAll(statement, arguments: [topic.bindable, since, limit])
      return try rows.compactMap { try Self.article($0, feeds: feeds, db) }
    }
  }

  /// Articles of an instant or later, newest first.
  ///
  /// - Parameters:
  ///   - since: Seconds since 1970.
  ///   - notModel: Leaves out articles whose tags this model made.
  ///   - limit: At most so many.
  /// - Returns: The articles with their old tags.
  /// - Throws: ``StoreError``.
  package func articles(
    since: Int,
    notModel: String? = nil,
    limit: Int = 1000
  ) throws(StoreError) -> [StoredArticle] {
    try read { db in
      let feeds = try Self.feedNames(db)
      let statement = try db.cachedStatement(
        sql: """
          SELECT id FROM article WHERE instant >= ?1
            AND model IS NOT (SELECT id FROM model WHERE hash = ?2)
          ORDER BY instant DESC, id DESC LIMIT ?3
          """
      )
      let rows = try Int64.fetchAll(statement, arguments: [since, notModel?.bindable, limit])
      return try rows.compactMap { try Self.article($0, feeds: feeds, db) }
    }
  }

  /// Replaces the tags of articles after the topic model changed, in one transaction.
  package func retag(
    _ tags: [(article: Article.ID, tags: [TopicTag])],
    model: String
  ) throws(StoreError) {
    try write { db in
      var topics = try Self.topicRows(db)
      let model = try FeedWriter.modelRow(model, db)
      for (id, tags) in tags {
        guard let feed = try Self.feedRow(id.feed, db),
          let known = try KnownArticle.find(id.key, feed: feed, db)
        else { continue }
        try Self.removeTags(of: known.row, db)
        for tag in tags where tag.fires {
          let topic = try topics[tag.topic] ?? Self.addTopic(tag.topic, db)
          topics[tag.topic] = topic
          try Self.addTag(
            topic: topic,
            row: known.row,
            instant: known.instant,
            score: tag.score,
            db
          )
        }
        try db.cachedStatement(sql: "UPDATE article SET model = ? WHERE id = ?")
          .execute(arguments: [model, known.row])
        try db.cachedStatement(sql: "UPDATE content SET tags = ? WHERE article = ?")
          .execute(arguments: [EvidenceText.text(tags), known.row])
        try Self.refreshStory(ofArticle: known.row, db)
      }
    }
  }

  // MARK: Queries

  static func storyRows(_ filter: StoryFilter, _ db: Database) throws -> [Row] {
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    var source = "story"
    var order = "story"
    let list =
      filter.topic.map { "t:" + $0 } ?? (filter.tagged ? "t" : nil)
      ?? filter.language.map { "l:" + $0.code }
    if let list {
      source = "listing CROSS JOIN story ON story.id = listing.story"
      order = "listing"
      conditions.append("listing.list = ?")
      arguments.append(list.bindable)
    }
    if let before = filter.before {
      conditions.append("\(order).updated < ?")
      arguments.append(before)
    }
    if let seenBy = filter.seenBy {
      conditions.append("story.first_seen <= ?")
      arguments.append(seenBy)
    }
    if let language = filter.language, filter.topic != nil || filter.tagged {
      conditions.append("EXISTS (SELECT 1 FROM article WHERE story = story.id AND language = ?)")
      arguments.append(language.code)
    }
    if let feed = filter.feed {
      conditions.append(
        "EXISTS (SELECT 1 FROM article WHERE article.story = story.id"
          + " AND feed = (SELECT id FROM feed WHERE name = ?))"
      )
      arguments.append(feed.bindable)
    }
    let sql =
      "SELECT story.id, story.name, story.published, story.updated, story.first_seen FROM \(source)"
      + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
      + " ORDER BY \(order).updated DESC, \(order).name"
    let cursor = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(arguments))
    var rows: [Row] = []
    while let row = try cursor.next() {
      if rows.count >= filter.limit {
        guard let since = filter.since, (row[3] as Int) >= since else { break }
      }
      rows.append(row.copy())
    }
    return rows
  }

  static func story(
    _ row: Row,
    feeds: [Int64: String],
    textLimit: Int,
    _ db: Database
  ) throws -> StoredStory {
    let query = try Query(db, memberQuery)
    query.bind(1, textLimit)
    query.bind(2, row[0] as Int64)
    let name: String = row[1]
    return StoredStory(
      id: Story.ID(text: name),
      published: row[2],
      updated: row[3],
      firstSeen: row[4],
      members: try query.all { StoredArticle($0, feeds: feeds) },
      growth: try StoryGrowth.all(of: row[0], db)
    )
  }

  static func article(
    _ row: Int64,
    feeds: [Int64: String],
    _ db: Database
  ) throws -> StoredArticle? {
    let query = try Query(db, "SELECT \(articleColumns) WHERE article.id = ?2")
    query.bind(1, Int(Int32.max))
    query.bind(2, row)
    guard try query.step() else { return nil }
    defer { query.reset() }
    return StoredArticle(query, feeds: feeds)
  }

  /// What ``StoredArticle/init(_:feeds:)`` reads; the first argument limits the text.
  static let articleColumns = """
    article.feed, key, outlet, url, canonical, title, substr(text, 1, ?1), language, authors,
    categories, article.published, article.first_seen, content_hash, revisions, model.hash, tags, decision.body,
    story.name
    FROM article JOIN content ON content.article = article.id
    JOIN model ON model.id = article.model
    LEFT JOIN decision ON decision.article = article.id LEFT JOIN story ON story.id = article.story
    """

  static let memberQuery =
    "SELECT \(articleColumns) WHERE article.story = ?2 ORDER BY position"
}

extension StoredArticle {
  /// Reads the row of ``ArticleStore/articleColumns`` on which `row` stands.
  init(_ row: Query, feeds: [Int64: String]) {
    let key = row.text(1)
    let url = row.optionalText(3).unpacked(against: key)
    article = Article(
      id: Article.ID(feed: feeds[row.row(0)] ?? "", key: key),
      outlet: row.text(2),
      url: url,
      canonicalURL: row.optionalText(4).unpacked(against: url),
      title: row.text(5),
      text: row.text(6),
      language: Language(tag: row.text(7)),
      authors: EvidenceText.strings(row.text(8)),
      categories: EvidenceText.strings(row.text(9)),
      published: row.optionalInt(10),
      firstSeen: row.int(11),
      contentHash: row.text(12)
    )
    revisions = row.int(13)
    model = row.text(14)
    tagsText = row.text(15)
    decisionText = row.text(16)
    story = row.optionalText(17).map(Story.ID.init(text:))
  }
}
