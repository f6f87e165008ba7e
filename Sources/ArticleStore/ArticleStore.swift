// SPDX-License-Identifier: Apache-2.0
import GRDB

/// Everything that Rasad remembers: feeds, articles, stories, evidence, and a search index.
///
/// One SQLite file in WAL mode with `synchronous=FULL`: what was committed survives a power cut.
/// Every call is one transaction and is done whole or not at all; every error is a ``StoreError``.
/// Writers hold a ``RunLock`` first; readers need none.
package final class ArticleStore: Sendable {
  package enum Access: Sendable { case readWrite, readOnly }

  /// The path of the file, or `:memory:`.
  package let path: String
  let queue: DatabaseQueue

  init(path: String, queue: DatabaseQueue) {
    self.path = path
    self.queue = queue
  }

  /// Closes the file; a last writer folds the journal into it.
  ///
  /// - Throws: ``StoreError`` when SQLite reports an error; what was committed stays committed.
  package func close() throws(StoreError) {
    do { try queue.close() } catch { throw StoreError(error, path: path) }
  }

  /// Runs `body` in one transaction and maps what it throws.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.write(body) } catch { throw StoreError(error, path: path) }
  }

  /// Runs `body` on one snapshot and maps what it throws.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try queue.read(body) } catch { throw StoreError(error, path: path) }
  }
}

extension ArticleStore {
  /// The value that ``setMeta(_:for:)`` stored under `key`.
  package func meta(_ key: String) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
    }
  }

  /// Stores a small value under `key`, or removes it.
  package func setMeta(_ value: String?, for key: String) throws(StoreError) {
    try write { db in
      guard let value else {
        return try db.execute(sql: "DELETE FROM meta WHERE key = ?", arguments: [key])
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO meta(key, value) VALUES (?, ?)",
        arguments: [key, value.bindable]
      )
    }
  }
}

extension String {
  /// The text with each NUL replaced: SQLite's C strings would end there and lose the rest.
  var bindable: String {
    guard utf8.contains(0) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }

  /// FNV-1a, 64 bits: the same in every process, unlike `Hasher`; every match is verified.
  var stableHash: Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return Int64(bitPattern: hash)
  }
}
