// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import TextBasics

/// Writes the items of one batch inside the batch's transaction.
///
/// Identity is (feed, key). Feeds that mint a new GUID on every fetch must not bring old articles
/// back, and feeds whose items share an address or a text must lose none, so a new key is an alias
/// of a stored article of the same feed only if
/// * address and text are both the same, or
/// * the address is the same, and so is the title or the publisher's date (an edit under a new
///   GUID), and no other item of the document is like that, or
/// * the text is the same, one of the two has no address, the text is long or the dates lie close
///   together or are missing, and no other item of the document is like that.
/// What falls through is stored; the clusterer then sees a near-duplicate, and nothing is lost.
struct FeedWriter {
  /// Aliases kept for an article; a key that returns later is recognised by its text again.
  private static let aliasLimit = 8
  /// Old versions kept of an article, the oldest among them.
  private static let revisionLimit = 50

  private let batch: FeedBatch
  private let feed: Int64
  private let db: Database
  private let model: Int64
  private var twins: TwinFinder
  private var topics: [String: Int64] = [:]
  private var arrivals: [String: Int] = [:]
  private(set) var result = FeedCommit()

  init(batch: FeedBatch, feed: Int64, db: Database) throws {
    self.batch = batch
    self.feed = feed
    self.db = db
    model = try Self.modelRow(batch.model, db)
    twins = try TwinFinder(batch: batch, feed: feed, db: db)
  }

  mutating func add(_ item: StoredItem) throws {
    let key = item.article.id.key
    if let known = try KnownArticle.find(key, feed: feed, aliases: twins.hasAliases, db) {
      return try update(known, with: item)
    }
    if let known = try twins.twin(of: item.article) {
      try alias(key, of: known)
      result.aliased += 1
      return try update(known, with: item)
    }
    try insert(item)
  }

  /// Writes what is counted once per batch.
  func finish() throws {
    for (language, count) in arrivals.sorted(by: { $0.key < $1.key }) {
      let query = try Query(
        db,
        """
        INSERT INTO arrival(hour, feed, language, articles) VALUES (?, ?, ?, ?)
        ON CONFLICT(hour, feed, language) DO UPDATE SET articles = articles + excluded.articles
        """
      )
      query.bind(1, batch.now / 3600)
      query.bind(2, feed)
      query.bind(3, language)
      query.bind(4, count)
      try query.run()
    }
    var log = batch.log
    log.new = result.new.count
    log.revised = result.revised.count
    try ArticleStore.append(log, feed: feed, db)
  }

  private mutating func insert(_ item: StoredItem) throws {
    let article = item.article
    let query = try Query(
      db,
      """
      INSERT INTO article(language, model, content_hash, text_key, address_key, url, canonical,
        features, feed, key, instant, published, first_seen, revisions)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      """
    )
    bind(item, key: article.id.key, to: query)
    query.bind(9, feed)
    query.bind(10, article.id.key)
    query.bind(11, article.instant)
    query.bind(12, article.published)
    query.bind(13, article.firstSeen)
    try query.run()
    let row = db.lastInsertedRowID
    try writeContent(item, row: row)
    try write(item.tags, row: row, instant: article.instant)
    arrivals[article.language.code, default: 0] += 1
    result.new.append(article.id)
  }

  private mutating func update(_ known: KnownArticle, with item: StoredItem) throws {
    let article = item.article
    guard known.contentHash != article.contentHash else {
      result.unchanged += 1
      return try move(known, to: article)
    }
    let old = try oldText(known)
    try keepRevision(known)
    let query = try Query(
      db,
      """
      UPDATE article SET language = ?, model = ?, content_hash = ?, text_key = ?, address_key = ?,
        url = ?, canonical = ?, features = ?, revisions = revisions + 1 WHERE id = ?
      """
    )
    bind(item, key: known.key, to: query)
    query.bind(9, known.row)
    try query.run()
    try writeContent(item, row: known.row)
    try ArticleStore.removeTags(of: known.row, db)
    try write(item.tags, row: known.row, instant: known.instant)
    try queueForSearch(known.row)
    let updated = try StoryGrowth.noteLead(
      of: known.row,
      was: old,
      is: (article.title, article.text),
      at: batch.now,
      db
    )
    try ArticleStore.refreshStory(ofArticle: known.row, updated: updated, db)
    result.revised.append(Article.ID(feed: article.id.feed, key: known.key))
  }

  private func oldText(_ known: KnownArticle) throws -> (title: String, text: String) {
    let query = try Query(db, "SELECT title, substr(text, 1, 1200) FROM content WHERE article = ?")
    query.bind(1, known.row)
    guard try query.step() else { return ("", "") }
    defer { query.reset() }
    return (query.text(0), query.text(1))
  }

  /// Binds what an insert and an update of `article` have in common.
  private func bind(_ item: StoredItem, key: String, to query: Query) {
    let article = item.article
    query.bind(1, article.language.code)
    query.bind(2, model)
    query.bind(3, article.contentHash)
    query.bind(4, article.contentHash.stableHash)
    query.bind(5, article.canonicalURL?.stableHash)
    query.bind(6, article.url.packed(against: key))
    query.bind(7, article.canonicalURL.packed(against: article.url))
    query.bind(8, item.features)
  }

  /// Follows an article whose address changed while its text stayed.
  private func move(_ known: KnownArticle, to article: Article) throws {
    guard let canonical = article.canonicalURL, canonical != known.canonical else { return }
    let query = try Query(
      db,
      "UPDATE article SET address_key = ?, url = ?, canonical = ? WHERE id = ?"
    )
    query.bind(1, canonical.stableHash)
    query.bind(2, article.url.packed(against: known.key))
    query.bind(3, article.canonicalURL.packed(against: article.url))
    query.bind(4, known.row)
    try query.run()
  }

  private func writeContent(_ item: StoredItem, row: Int64) throws {
    let article = item.article
    let query = try Query(
      db,
      """
      INSERT OR REPLACE INTO content(article, outlet, title, authors, categories, tags, text)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """
    )
    query.bind(1, row)
    query.bind(2, article.outlet)
    query.bind(3, article.title)
    query.bind(4, EvidenceText.text(article.authors))
    query.bind(5, EvidenceText.text(article.categories))
    query.bind(6, EvidenceText.text(item.tags))
    query.bind(7, article.text)
    try query.run()
  }

  private mutating func write(_ tags: [TopicTag], row: Int64, instant: Int) throws {
    for tag in tags where tag.fires {
      if topics.isEmpty { topics = try ArticleStore.topicRows(db) }
      let topic = try topics[tag.topic] ?? ArticleStore.addTopic(tag.topic, db)
      topics[tag.topic] = topic
      try ArticleStore.addTag(topic: topic, row: row, instant: instant, score: tag.score, db)
    }
  }

  /// Has a text indexed anew; one that was never indexed is found without the queue.
  private func queueForSearch(_ row: Int64) throws {
    let queue = try Query(
      db,
      """
      INSERT OR IGNORE INTO search_queue(article)
      SELECT ?1 WHERE ?1 <= (SELECT indexed FROM search_state)
      """
    )
    queue.bind(1, row)
    try queue.run()
  }

  private mutating func alias(_ key: String, of known: KnownArticle) throws {
    twins.hasAliases = true
    let insert = try Query(
      db,
      "INSERT OR REPLACE INTO alias(feed, key, article, seen) VALUES (?, ?, ?, ?)"
    )
    insert.bind(1, feed)
    insert.bind(2, key)
    insert.bind(3, known.row)
    insert.bind(4, batch.now)
    try insert.run()
    let trim = try Query(
      db,
      """
      DELETE FROM alias WHERE (feed, key) IN (
        SELECT feed, key FROM alias WHERE article = ?
        ORDER BY seen DESC, key DESC LIMIT -1 OFFSET \(Self.aliasLimit))
      """
    )
    trim.bind(1, known.row)
    try trim.run()
  }

  private func keepRevision(_ known: KnownArticle) throws {
    let insert = try Query(
      db,
      """
      INSERT OR IGNORE INTO revision(article, content_hash, replaced, title, url, text)
      SELECT ?1, ?2, ?3, title, ?4, text FROM content WHERE article = ?1
      """
    )
    insert.bind(1, known.row)
    insert.bind(2, known.contentHash)
    insert.bind(3, batch.now)
    insert.bind(4, known.url)
    try insert.run()
    guard known.revisions >= Self.revisionLimit else { return }
    let trim = try Query(
      db,
      """
      DELETE FROM revision WHERE rowid IN (
        SELECT rowid FROM revision WHERE article = ?1
          AND rowid <> (SELECT min(rowid) FROM revision WHERE article = ?1)
        ORDER BY rowid DESC LIMIT -1 OFFSET \(Self.revisionLimit - 1))
      """
    )
    trim.bind(1, known.row)
    try trim.run()
  }

  /// The row of a topic model, made when it is new.
  static func modelRow(_ hash: String, _ db: Database) throws -> Int64 {
    let select = try Query(db, "SELECT id FROM model WHERE hash = ?")
    select.bind(1, hash)
    if let row = try select.firstRow() { return row }
    let insert = try Query(db, "INSERT INTO model(hash) VALUES (?)")
    insert.bind(1, hash)
    try insert.run()
    return db.lastInsertedRowID
  }
}
