// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB

/// What is known of a stored article without reading its text.
struct KnownArticle {
  static let columns = "id, key, content_hash, canonical, url, revisions, instant, published"

  let row: Int64
  let key: String
  let contentHash: String
  let canonical: String?
  let url: String?
  let revisions: Int
  let instant: Int
  let published: Int?

  /// Reads the columns of ``columns`` from the row on which `query` stands.
  init(_ query: Query) {
    row = query.row(0)
    key = query.text(1)
    contentHash = query.text(2)
    url = query.optionalText(4).unpacked(against: key)
    canonical = query.optionalText(3).unpacked(against: url)
    revisions = query.int(5)
    instant = query.int(6)
    published = query.optionalInt(7)
  }

  /// The article that `key` names in `feed`, by its own key or by an alias.
  static func find(
    _ key: String,
    feed: Int64,
    aliases: Bool = true,
    _ db: Database
  ) throws -> KnownArticle? {
    let own = try Query(db, "SELECT \(columns) FROM article WHERE feed = ? AND key = ?")
    own.bind(1, feed)
    own.bind(2, key)
    if try own.step() {
      defer { own.reset() }
      return KnownArticle(own)
    }
    guard aliases else { return nil }
    let other = try Query(
      db,
      """
      SELECT \(columns) FROM article
      WHERE id = (SELECT article FROM alias WHERE feed = ? AND key = ?)
      """
    )
    other.bind(1, feed)
    other.bind(2, key)
    guard try other.step() else { return nil }
    defer { other.reset() }
    return KnownArticle(other)
  }
}

extension String? {
  /// The text as it is stored: empty when it equals its neighbour.
  func packed(against other: String?) -> String? {
    guard let text = self, let other, text.utf8.count == other.utf8.count,
      text.utf8.elementsEqual(other.utf8)
    else { return self }
    return ""
  }

  func unpacked(against other: String?) -> String? { self == "" ? other : self }
}

/// Finds the stored article that a new key of the same feed stands for; ``FeedWriter`` has the rule.
struct TwinFinder {
  /// Bytes of title and text from which an equal text cannot be a coincidence.
  private static let longText = 120
  /// Seconds between two dates that may belong to one short text.
  private static let closeDates = 4 * 86_400
  /// Stored articles of one address or text that are compared.
  private static let candidates = 50

  private let batch: FeedBatch
  private let feed: Int64
  private let db: Database
  /// How many items of the batch share a text, an address with a title, an address with a date.
  private var marks: [String: Int] = [:]
  /// Whether the feed has any alias; without one none is looked up.
  var hasAliases: Bool

  init(batch: FeedBatch, feed: Int64, db: Database) throws {
    self.batch = batch
    self.feed = feed
    self.db = db
    let query = try Query(db, "SELECT EXISTS (SELECT 1 FROM alias WHERE feed = ?)")
    query.bind(1, feed)
    hasAliases = try query.firstRow() == 1
  }

  mutating func twin(of article: Article) throws -> KnownArticle? {
    if let canonical = article.canonicalURL {
      let stored = try stored(by: "address_key", canonical.stableHash)
      let known = stored.filter { $0.canonical == canonical }
      if let same = known.first(where: { $0.contentHash == article.contentHash }) { return same }
      if let same = try edited(article, among: known) { return same }
    }
    let hash = article.contentHash
    let known = try stored(by: "text_key", hash.stableHash).filter { known in
      known.contentHash == hash && (known.canonical == nil || article.canonicalURL == nil)
        && plausible(known, article)
    }
    return try alone(known, by: hash)
  }

  /// Articles of this feed by a 64-bit hash, newest first.
  private func stored(by column: String, _ hash: Int64) throws -> [KnownArticle] {
    let query = try Query(
      db,
      """
      SELECT \(KnownArticle.columns) FROM article WHERE feed = ? AND \(column) = ?
      ORDER BY id DESC LIMIT \(Self.candidates)
      """
    )
    query.bind(1, feed)
    query.bind(2, hash)
    return try query.all(KnownArticle.init)
  }

  /// The article of the same address that `article` is an edit of.
  private mutating func edited(
    _ article: Article,
    among known: [KnownArticle]
  ) throws -> KnownArticle? {
    guard !known.isEmpty else { return nil }
    let title = article.title.bindable
    let sameTitle = try known.filter { try self.title(of: $0) == title }
    if let match = try alone(sameTitle, by: Self.byTitle(article)) { return match }
    guard let date = article.published else { return nil }
    return try alone(known.filter { $0.published == date }, by: Self.byDate(article))
  }

  /// Whether an equal text is no coincidence.
  private func plausible(_ known: KnownArticle, _ article: Article) -> Bool {
    if article.title.utf8.count + article.text.utf8.count >= Self.longText { return true }
    guard let old = known.published, let new = article.published else { return true }
    return abs(old - new) <= Self.closeDates
  }

  /// The newest of `known` if the document holds none of them, and one item with `mark` at most.
  private mutating func alone(_ known: [KnownArticle], by mark: String) throws -> KnownArticle? {
    guard let newest = known.first else { return nil }
    if marks.isEmpty {
      for article in batch.items.map(\.article) {
        for mark in [article.contentHash, Self.byTitle(article), Self.byDate(article)] {
          marks[mark, default: 0] += 1
        }
      }
    }
    guard marks[mark, default: 0] <= 1 else { return nil }
    return try known.contains(where: isPresent) ? nil : newest
  }

  private static func byTitle(_ article: Article) -> String {
    "title\n\(article.canonicalURL ?? "")\n\(article.title)"
  }

  private static func byDate(_ article: Article) -> String {
    "date\n\(article.canonicalURL ?? "")\n\(article.published ?? 0)"
  }

  /// Whether the document holds this article, by its own key or an alias.
  private func isPresent(_ known: KnownArticle) throws -> Bool {
    if batch.present.contains(known.key) { return true }
    guard hasAliases else { return false }
    let query = try Query(db, "SELECT key FROM alias WHERE article = ?")
    query.bind(1, known.row)
    return try query.all { $0.text(0) }.contains { batch.present.contains($0) }
  }

  private func title(of known: KnownArticle) throws -> String? {
    let query = try Query(db, "SELECT title FROM content WHERE article = ?")
    query.bind(1, known.row)
    guard try query.step() else { return nil }
    defer { query.reset() }
    return query.text(0)
  }
}
