// SPDX-License-Identifier: Apache-2.0
import GRDB

extension ArticleStore {
  /// Tells which items of a document the feed already has with the same text.
  ///
  /// The pipeline asks before it analyses texts; what is unchanged need not be in the batch.
  ///
  /// - Returns: One answer per item, in the order given.
  package func unchanged(
    in feed: String,
    items: [(key: String, contentHash: String)]
  ) throws(StoreError) -> [Bool] {
    try read { db in
      guard let feed = try Self.feedRow(feed, db) else {
        return Array(repeating: false, count: items.count)
      }
      return try items.map { item in
        try KnownArticle.find(item.key, feed: feed, db)?.contentHash == item.contentHash
      }
    }
  }

  /// Saves one answer of one feed in one transaction: articles, validators, schedule, log line.
  ///
  /// A known key with another content hash becomes a revision. A new key that is plainly an article
  /// which the feed already has (``FeedWriter``) becomes its alias. Nothing is ever removed because
  /// it left the document.
  ///
  /// - Throws: ``StoreError``; nothing of the batch is saved then.
  package func commit(_ batch: FeedBatch) throws(StoreError) -> FeedCommit {
    try write { db in try Self.commit(batch, db) }
  }

  /// Saves many answers in one transaction, in the order given; for replays, where a commit per
  /// feed protects nothing.
  package func commit(_ batches: [FeedBatch]) throws(StoreError) -> [FeedCommit] {
    try write { db in try batches.map { try Self.commit($0, db) } }
  }

  private static func commit(_ batch: FeedBatch, _ db: Database) throws -> FeedCommit {
    let feed = try save(batch.state, db)
    var writer = try FeedWriter(batch: batch, feed: feed, db: db)
    for item in batch.items { try writer.add(item) }
    try writer.finish()
    try save(batch.hosts, db)
    if !writer.result.new.isEmpty || !writer.result.revised.isEmpty { try outdateDigest(db) }
    return writer.result
  }

  /// Forgets what the digest on disk was made of, in the transaction that makes it out of date: a
  /// run that is killed right after leaves the digest to the next one.
  static func outdateDigest(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM meta WHERE key = ?", arguments: [digestKey])
  }

  /// The key (``meta(_:)``) under which the pipeline notes what the digest on disk was made of.
  ///
  /// It is gone as soon as an article or a story changes.
  package static let digestKey = "digest"
}
