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
/// * that article's own key has left the document, the address is the same, and so is the title or
///   the publisher's date (an edit under a new GUID), or
/// * that article's own key has left the document, the text is the same, one of the two has no
///   address, and the text is long or the dates lie close together or are missing.
/// What falls through is stored; the clusterer then sees a near-duplicate, and nothing is lost.
struct FeedWriter {
  /// What is known of a stored article without reading its text.
  struct Known {
    let row: Int64
    let key: String
    let contentHash: String
    let canonical: String?
    let revisions: Int
    let instant: Int
    let published: Int?
    let url: String?
  }

  /// Bytes of title and text from which an equal text cannot be a coincidence.
  private static let longText = 120
  /// Seconds between two dates that may belong to one short text.
  private static let closeDates = 4 * 86_400
  /// Aliases kept for an article; a key that returns later is recognised by its text again.
  private static let aliasLimit = 8
  /// Old versions kept of an article, the oldest among them.
  private static let revisionLimit = 50

  private let batch: FeedBatch
  private let feed: Int64
  private let db: Database
  private let model: Int64
  private var topics: [String: Int64] = [:]
  private var arrivals: [String: Int] = [:]
  private(set) var result = FeedCommit()

  init(batch: FeedBatch, feed: Int64, db: Database) throws {
    self.batch = batch
    self.feed = feed
    self.db = db
    model = try Self.modelRow(batch.model, db)
  }

  mutating func add(_ item: StoredItem) throws {
    let key = item.article.id.key.bindable
    if let known = try Self.find(key, feed: feed, db) {
      return try update(known, with: item)
    }
    if let known = try twin(of: item.article) {
      try alias(key, of: known)
      result.aliased += 1
      return try update(known, with: item)
    }
    try insert(item, key: key)
  }

  /// Writes what is counted once per batch.
  mutating func finish() throws {
    for (language, count) in arrivals.sorted(by: { $0.key < $1.key }) {
      try db.cachedStatement(
        sql: """
          INSERT INTO arrival(hour, feed, language, articles) VALUES (?, ?, ?, ?)
          ON CONFLICT(hour, feed, language) DO UPDATE SET articles = articles + excluded.articles
          """
      ).execute(arguments: [batch.now / 3600, feed, language, count])
    }
    var log = batch.log
    log.new = result.new.count
    log.revised = result.revised.count
    try ArticleStore.append(log, feed: feed, db)
  }

  // MARK: Finding

  private static let columns =
    "id, key, content_hash, canonical, url, revisions, instant, published"

  /// The article that `key` names in `feed`, by its own key or by an alias.
  static func find(_ key: String, feed: Int64, _ db: Database) throws -> Known? {
    let own = try db.cachedStatement(
      sql: "SELECT \(columns) FROM article WHERE feed = ? AND key = ?"
    )
    if let row = try Row.fetchOne(own, arguments: [feed, key]) { return Known(row) }
    let other = try db.cachedStatement(
      sql: """
        SELECT \(columns) FROM article
        WHERE id = (SELECT article FROM alias WHERE feed = ? AND key = ?)
        """
    )
    return try Row.fetchOne(other, arguments: [feed, key]).map(Known.init)
  }

  /// The stored article of this feed that `article` is under another key, if there is one.
  private func twin(of article: Article) throws -> Known? {
    let canonical = article.canonicalURL?.bindable
    if let canonical {
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(Self.columns) FROM article
          WHERE address_key = ? AND feed = ? ORDER BY instant, key LIMIT 50
          """
      )
      let rows = try Row.fetchAll(statement, arguments: [canonical.stableHash, feed])
      for known in rows.map(Known.init) where known.canonical == canonical {
        if known.contentHash == article.contentHash { return known }
        guard !batch.present.contains(known.key) else { continue }
        if let date = known.published, date == article.published { return known }
        if try title(of: known) == article.title.bindable { return known }
      }
    }
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM article
        WHERE text_key = ? AND feed = ? ORDER BY instant, key LIMIT 50
        """
    )
    let hash = article.contentHash
    let rows = try Row.fetchAll(statement, arguments: [hash.stableHash, feed])
    return rows.map(Known.init).first { known in
      known.contentHash == hash && !batch.present.contains(known.key)
        && (known.canonical == nil || canonical == nil) && plausible(known, article)
    }
  }

  /// Whether an equal text is no coincidence.
  private func plausible(_ known: Known, _ article: Article) -> Bool {
    if article.title.utf8.count + article.text.utf8.count >= Self.longText { return true }
    guard let old = known.published, let new = article.published else { return true }
    return abs(old - new) <= Self.closeDates
  }

  private func title(of known: Known) throws -> String? {
    let statement = try db.cachedStatement(sql: "SELECT title FROM content WHERE article = ?")
    return try String.fetchOne(statement, arguments: [known.row])
  }

  // MARK: Writing

  private mutating func insert(_ item: StoredItem, key: String) throws {
    let article = item.article
    let canonical = article.canonicalURL?.bindable
    try db.cachedStatement(
      sql: """
        INSERT INTO article(feed, key, instant, published, first_seen, language, model, revisions,
          content_hash, text_key, address_key, url, canonical, features)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      feed, key, article.instant, article.published, article.firstSeen, article.language.code,
      model, article.contentHash, article.contentHash.stableHash, canonical?.stableHash,
      article.url?.bindable, Known.packed(canonical, article.url?.bindable), item.features.data,
    ])
    let row = db.lastInsertedRowID
    try write(item, row: row)
    try write(item.tags, row: row, instant: article.instant)
    try enqueue(row)
    arrivals[article.language.code, default: 0] += 1
    result.new.append(article.id)
  }

  private mutating func update(_ known: Known, with item: StoredItem) throws {
    let article = item.article
    guard known.contentHash != article.contentHash else {
      result.unchanged += 1
      return try move(known, to: article)
    }
    try keepRevision(known)
    let canonical = article.canonicalURL?.bindable
    try db.cachedStatement(
      sql: """
        UPDATE article SET language = ?, model = ?, revisions = revisions + 1, content_hash = ?,
          text_key = ?, address_key = ?, url = ?, canonical = ?, features = ? WHERE id = ?
        """
    ).execute(arguments: [
      article.language.code, model, article.contentHash, article.contentHash.stableHash,
      canonical?.stableHash, article.url?.bindable,
      Known.packed(canonical, article.url?.bindable), item.features.data, known.row,
    ])
    try db.cachedStatement(sql: "DELETE FROM content WHERE article = ?")
      .execute(arguments: [known.row])
    try write(item, row: known.row)
    try ArticleStore.removeTags(of: known.row, db)
    try write(item.tags, row: known.row, instant: known.instant)
    try enqueue(known.row)
    try ArticleStore.refreshStory(ofArticle: known.row, db)
    result.revised.append(Article.ID(feed: article.id.feed, key: known.key))
  }

  /// Follows an article whose address changed while its text stayed.
  private func move(_ known: Known, to article: Article) throws {
    let canonical = article.canonicalURL?.bindable
    guard canonical != known.canonical, canonical != nil else { return }
    try db.cachedStatement(
      sql: "UPDATE article SET address_key = ?, url = ?, canonical = ? WHERE id = ?"
    ).execute(arguments: [
      canonical?.stableHash, article.url?.bindable,
      Known.packed(canonical, article.url?.bindable), known.row,
    ])
  }

  private func write(_ item: StoredItem, row: Int64) throws {
    let article = item.article
    try db.cachedStatement(
      sql: """
        INSERT INTO content(article, outlet, title, authors, categories, tags, text)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      row, article.outlet.bindable, article.title.bindable, EvidenceText.text(article.authors),
      EvidenceText.text(article.categories), EvidenceText.text(item.tags), article.text.bindable,
    ])
  }

  private mutating func write(_ tags: [TopicTag], row: Int64, instant: Int) throws {
    for tag in tags where tag.fires {
      if topics.isEmpty { topics = try ArticleStore.topicRows(db) }
      let topic = try topics[tag.topic] ?? ArticleStore.addTopic(tag.topic, db)
      topics[tag.topic] = topic
      try ArticleStore.addTag(topic: topic, row: row, instant: instant, score: tag.score, db)
    }
  }

  private func enqueue(_ row: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO search_queue(article) VALUES (?)")
      .execute(arguments: [row])
  }

  private func alias(_ key: String, of known: Known) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO alias(feed, key, article, seen) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [feed, key, known.row, batch.now])
    try db.cachedStatement(
      sql: """
        DELETE FROM alias WHERE (feed, key) IN (
          SELECT feed, key FROM alias WHERE article = ?
          ORDER BY seen DESC, key DESC LIMIT -1 OFFSET \(Self.aliasLimit))
        """
    ).execute(arguments: [known.row])
  }

  private func keepRevision(_ known: Known) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO revision(article, content_hash, replaced, title, url, text)
        SELECT ?1, ?2, ?3, title, ?4, text FROM content WHERE article = ?1
        """
    ).execute(arguments: [known.row, known.contentHash, batch.now, known.url])
    guard known.revisions >= Self.revisionLimit else { return }
    try db.cachedStatement(
      sql: """
        DELETE FROM revision WHERE rowid IN (
          SELECT rowid FROM revision WHERE article = ?1
            AND rowid <> (SELECT min(rowid) FROM revision WHERE article = ?1)
          ORDER BY rowid DESC LIMIT -1 OFFSET \(Self.revisionLimit - 1))
        """
    ).execute(arguments: [known.row])
  }

  static func modelRow(_ hash: String, _ db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT id FROM model WHERE hash = ?")
    if let row = try Int64.fetchOne(statement, arguments: [hash.bindable]) { return row }
    try db.cachedStatement(sql: "INSERT INTO model(hash) VALUES (?)")
      .execute(arguments: [hash.bindable])
    return db.lastInsertedRowID
  }
}

extension FeedWriter.Known {
  init(_ row: Row) {
    self.row = row[0]
    key = row[1]
    contentHash = row[2]
    url = row[4]
    canonical = Self.unpacked(row[3], row[4])
    revisions = row[5]
    instant = row[6]
    published = row[7]
  }

  /// The canonical address as it is stored: empty when it is the address itself.
  static func packed(_ canonical: String?, _ url: String?) -> String? {
    guard let canonical, let url, canonical.utf8.elementsEqual(url.utf8) else { return canonical }
    return ""
  }

  static func unpacked(_ canonical: String?, _ url: String?) -> String? {
    canonical == "" ? url : canonical
  }
}
