// SPDX-License-Identifier: Apache-2.0
import GRDB
import Glibc

extension ArticleStore {
  /// Opens the store at `path`; with ``Access/readWrite`` a missing one is created and an older one
  /// brought up to date.
  ///
  /// - Parameters:
  ///   - path: The database file; its folder must exist.
  ///   - access: Readers never create, change or lock anything.
  ///   - verify: Whether the whole file is checked first; for a file that a run did not leave in
  ///     order (``RunLock/endedUncleanly``). It reads every page.
  /// - Returns: The open store.
  /// - Throws: ``StoreError``. A file that is damaged, foreign or of a newer version is not touched.
  package static func open(
    path: String,
    access: Access,
    verify: Bool = false
  ) throws(StoreError) -> ArticleStore {
    try inspect(path, access: access)
    do {
      var queue = try connect(path, access: access, immutable: false)
      if access == .readOnly, needsImmutable(queue, path) {
        queue = try connect(path, access: access, immutable: true)
      }
      let store = ArticleStore(path: path, queue: queue)
      try store.prepare(access: access, verify: verify)
      return store
    } catch { throw StoreError(error, path: path) }
  }

  /// A store that lives as long as the returned value, for tests and dry runs.
  package static func inMemory() throws(StoreError) -> ArticleStore {
    do {
      let store = ArticleStore(path: ":memory:", queue: try DatabaseQueue(configuration: .init()))
      try store.prepare(access: .readWrite, verify: false)
      return store
    } catch { throw StoreError(error, path: ":memory:") }
  }

  /// The version of SQLite that is in use.
  package static var sqliteVersion: String {
    let queue = try? DatabaseQueue()
    let version = try? queue?.read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
    return (version ?? nil) ?? "unknown"
  }

  private static func connect(
    _ path: String,
    access: Access,
    immutable: Bool
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = access == .readOnly
    configuration.busyMode = .timeout(10)
    configuration.label = "rasad.store"
    guard immutable else { return try DatabaseQueue(path: path, configuration: configuration) }
    return try DatabaseQueue(
      path: "file:" + percentEncoded(path) + "?immutable=1",
      configuration: configuration
    )
  }

  /// Looks at the file without a writing connection, so that what is not ours is never converted.
  private static func inspect(_ path: String, access: Access) throws(StoreError) {
    switch StoreHeader.read(path) {
    case .missing, .empty:
      guard access == .readOnly else { return }
      throw .missing(path)
    case .unreadable(let why):
      throw StoreError(
        code: .cannotOpen,
        sentence: "\(path): cannot be opened: \(why).",
        advice: "Check the path and the permissions, or choose another --state."
      )
    case .other: throw .foreign(path, "it is not an SQLite database")
    case .database(let application, let truncated):
      guard application == Migrations.applicationID || application == 0 else {
        throw .foreign(path, "it is another program's database")
      }
      guard !truncated else { throw .damaged(path, "it is cut off") }
      // A store of ours whose first transaction never ended has no tables and no id either.
      guard application == 0, access == .readWrite else { return }
      do {
        let queue = try connect(path, access: .readOnly, immutable: false)
        try queue.writeWithoutTransaction { db in
          let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
          let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
          guard id == Migrations.applicationID || tables == 0 else {
            throw StoreError.foreign(path, "it is another program's database")
          }
        }
        try queue.close()
      } catch {
        // A run that was killed while it made the file left a journal, which a reader cannot roll
        // back. Whether the file is ours is looked at again before anything is written to it.
        if (error as? DatabaseError)?.resultCode == .SQLITE_READONLY { return }
        throw StoreError(error, path: path)
      }
    }
  }

  /// Whether a read-only folder keeps SQLite from making the index of the journal.
  private static func needsImmutable(_ queue: DatabaseQueue, _ path: String) -> Bool {
    do {
      _ = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
      return false
    } catch let error as DatabaseError {
      let refused: [ResultCode] = [.SQLITE_CANTOPEN, .SQLITE_READONLY]
      // Only while no journal waits: an immutable connection would not see what is in it.
      return refused.contains(error.resultCode) && StoreHeader.size(path + "-wal") == 0
    } catch { return false }
  }

  private func prepare(access: Access, verify: Bool) throws {
    try queue.writeWithoutTransaction { db in
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if application != Migrations.applicationID {
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard application == 0, tables == 0, version == 0 else {
          throw StoreError.foreign(path, "it is another program's database")
        }
        guard access == .readWrite else { throw StoreError.missing(path) }
      }
      guard version <= Migrations.all.count else {
        throw StoreError(
          code: .newerSchema,
          sentence: "\(path): written by a newer Rasad (schema \(version), this one knows "
            + "\(Migrations.all.count)); it was left as it is.",
          advice: "Update this Rasad, or choose another --state."
        )
      }
      if verify, version > 0 { try check(db) }
      guard access == .readWrite else {
        guard version == Migrations.all.count else {
          throw StoreError(
            code: .olderSchema,
            sentence: "\(path): written by an older Rasad (schema \(version) of "
              + "\(Migrations.all.count)).",
            advice: "`rasad run` brings it up to date."
          )
        }
        return
      }
      // Not GRDB's own WAL mode: it lowers `synchronous` to NORMAL, which loses commits in a power
      // cut, and writes to the file each time, even to one that was found damaged just now.
      let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      guard mode == "wal" || path == ":memory:" else {
        throw StoreError(
          code: .cannotOpen,
          sentence: "\(path): the file system does not carry SQLite's journal (WAL).",
          advice: "Choose a --state on a local file system."
        )
      }
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      try db.execute(sql: "PRAGMA cache_size = -16000")
      try Migrations.apply(to: db)
    }
  }

  private func check(_ db: Database) throws {
    let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "no answer"
    guard answer != "ok" else { return }
    // The answer begins with a line that only names the database.
    let words = answer.split(separator: "\n").first { !$0.hasPrefix("***") }
    throw StoreError.damaged(path, String(words ?? "no answer"))
  }

  private static func percentEncoded(_ path: String) -> String {
    path.utf8.map { byte in
      let plain =
        (0x2B...0x3A).contains(byte) || (0x40...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
      guard !plain else { return String(UnicodeScalar(byte)) }
      let hex = String(byte, radix: 16)
      return "%" + (hex.utf8.count == 1 ? "0" : "") + hex
    }.joined()
  }
}
