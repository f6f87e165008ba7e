// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB

/// What could be saved from a damaged store.
package struct SalvageReport: Sendable, Hashable {
  /// Rows copied, by table.
  package var copied: [String: Int] = [:]
  /// Places that could not be read, by table.
  package var gaps: [String: Int] = [:]
  /// Rows left out because what they refer to is lost.
  package var dropped = 0

  package init() {}
}

extension ArticleStore {
  /// Copies what can be read of a damaged store into a new file; the old one is only read.
  ///
  /// Articles whose text is lost are left out and all validators are forgotten, so the next run
  /// brings back what feeds still carry. Topics, listings and the search index are made anew.
  ///
  /// - Parameters:
  ///   - old: The damaged file.
  ///   - new: A path at which nothing exists yet.
  /// - Returns: What was copied and what was not.
  /// - Throws: ``StoreError`` when nothing can be read, or when `new` exists or cannot be written.
  package static func salvage(from old: String, to new: String) throws(StoreError) -> SalvageReport
  {
    guard case .database = StoreHeader.read(old) else {
      throw .foreign(old, "its beginning is not that of an SQLite database")
    }
    guard case .missing = StoreHeader.read(new) else {
      throw StoreError(
        code: .cannotOpen,
        sentence: "\(new): exists already.",
        advice: "Name a file that does not exist yet."
      )
    }
    let target = try open(path: new, access: .readWrite)
    do {
      var salvage = try Salvager(old: old, target: target)
      try salvage.copyTables()
      try salvage.mend()
      try target.close()
      return salvage.report
    } catch { throw StoreError(error, path: old) }
  }
}

/// Copies tables row by row around what cannot be read.
private struct Salvager {
  /// Tables with a rowid: a gap is leapt over.
  private static let rowTables = [
    "feed", "model", "story", "article", "content", "decision", "revision", "fetch_log",
  ]
  /// Tables without: read from both ends.
  private static let keyTables = [
    "meta", "host", "tombstone", "alias", "correction", "arrival", "fetch_day", "growth",
  ]

  private let source: DatabaseQueue
  private let target: ArticleStore
  private(set) var report = SalvageReport()

  init(old: String, target: ArticleStore) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    // Lets SQLite open a file that is shorter than its header says.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
    source = try DatabaseQueue(path: old, configuration: configuration)
    self.target = target
  }

  mutating func copyTables() throws {
    var report = report
    try target.queue.writeWithoutTransaction { out in
      try out.execute(sql: "PRAGMA foreign_keys = OFF")
      try out.inTransaction {
        try source.writeWithoutTransaction { db in
          for table in Self.rowTables { try copyRows(of: table, db, to: out, &report) }
          for table in Self.keyTables { try copyKeys(of: table, db, to: out, &report) }
        }
        return .commit
      }
      try out.execute(sql: "PRAGMA foreign_keys = ON")
    }
    self.report = report
  }

  private func copyRows(
    of table: String,
    _ db: Database,
    to out: Database,
    _ report: inout SalvageReport
  ) throws {
    var last = Int64.min
    let top = (try? Int64.fetchOne(db, sql: "SELECT max(rowid) FROM \(table)")) ?? nil
    while true {
      do {
        let cursor = try Row.fetchCursor(
          db,
          sql: "SELECT rowid AS salvage_rowid, * FROM \(table) WHERE rowid > ? ORDER BY rowid",
          arguments: [last]
        )
        while let row = try cursor.next() {
          last = row[0]
          try insert(row, from: 1, into: table, out, &report)
        }
        return
      } catch let error as DatabaseError where Self.isDamage(error) {
        report.gaps[table, default: 0] += 1
        guard
          let next = leap(
            over: last,
            top: top ?? (last.addingReportingOverflow(1 << 32).0),
            table,
            db
          )
        else { return }
        last = next
      }
    }
  }

  /// The smallest place after `last` from which rows can be read again, or `nil` when there is none.
  private func leap(over last: Int64, top: Int64, _ table: String, _ db: Database) -> Int64? {
    func readable(_ place: Int64) -> Bool {
      do {
        _ = try Row.fetchOne(
          db,
          sql: "SELECT * FROM \(table) WHERE rowid > ? ORDER BY rowid LIMIT 1",
          arguments: [place]
        )
        return true
      } catch { return false }
    }
    var low = max(last, 0)
    guard low < top else { return nil }
    var step: Int64 = 1
    while !readable(low + step) {
      guard low + step < top else { return nil }
      low += step
      step *= 2
    }
    var high = low + step
    while low + 1 < high {
      let middle = low + (high - low) / 2
      if readable(middle) { high = middle } else { low = middle }
    }
    return high
  }

  private func copyKeys(
    of table: String,
    _ db: Database,
    to out: Database,
    _ report: inout SalvageReport
  ) throws {
    let keys = try out.primaryKey(table).columns
    for direction in ["ASC", "DESC"] {
      let order = keys.map { "\"\($0)\" \(direction)" }.joined(separator: ", ")
      do {
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY \(order)")
        while let row = try cursor.next() { try insert(row, from: 0, into: table, out, &report) }
        return
      } catch let error as DatabaseError where Self.isDamage(error) {
        report.gaps[table, default: 0] += 1
      }
    }
  }

  private func insert(
    _ row: Row,
    from first: Int,
    into table: String,
    _ out: Database,
    _ report: inout SalvageReport
  ) throws {
    let columns = Array(row.columnNames.dropFirst(first))
    let values = Array(row.databaseValues.dropFirst(first))
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    do {
      try out.cachedStatement(
        sql: "INSERT OR IGNORE INTO \(table)(\(names)) VALUES (\(marks))"
      ).execute(arguments: StatementArguments(values))
      report.copied[table, default: 0] += out.changesCount
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      // A damaged row whose values are of the wrong type.
      report.dropped += 1
    }
  }

  private static func isDamage(_ error: DatabaseError) -> Bool {
    let damage: [ResultCode] = [
      .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_ERROR, .SQLITE_TOOBIG,
    ]
    return damage.contains(error.resultCode)
  }

  /// Drops what refers to lost rows, and makes anew what follows from the rest.
  mutating func mend() throws {
    var dropped = 0
    try target.queue.write { db in
      try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO feed(id, name, language, schedule, status, failures)
            SELECT DISTINCT feed, 'lost-' || feed, 'und', '', 'new', 0 FROM article
            WHERE feed NOT IN (SELECT id FROM feed);
          INSERT OR IGNORE INTO model(id, hash)
            SELECT DISTINCT model, 'lost-' || model FROM article
            WHERE model NOT IN (SELECT id FROM model);
          """
      )
      let orphans = [
        "article WHERE id NOT IN (SELECT article FROM content)",
        "content WHERE article NOT IN (SELECT id FROM article)",
        "decision WHERE article NOT IN (SELECT id FROM article)",
        "revision WHERE article NOT IN (SELECT id FROM article)",
        "alias WHERE article NOT IN (SELECT id FROM article)",
        "correction WHERE first NOT IN (SELECT id FROM article)"
          + " OR second NOT IN (SELECT id FROM article)",
        "fetch_log WHERE feed NOT IN (SELECT id FROM feed)",
        "fetch_day WHERE feed NOT IN (SELECT id FROM feed)",
        "arrival WHERE feed NOT IN (SELECT id FROM feed)",
        "story WHERE id NOT IN (SELECT story FROM article WHERE story IS NOT NULL)",
        "tombstone WHERE target NOT IN (SELECT name FROM story)",
        "growth WHERE story NOT IN (SELECT id FROM story)",
      ]
      for orphan in orphans {
        try db.execute(sql: "DELETE FROM " + orphan)
        dropped += db.changesCount
      }
      try db.execute(
        sql: """
          UPDATE article SET story = NULL, position = NULL
            WHERE story NOT IN (SELECT id FROM story);
          DELETE FROM decision WHERE article IN (SELECT id FROM article WHERE story IS NULL);
          UPDATE feed SET etag = NULL, last_modified = NULL, body_hash = NULL;
          UPDATE story SET lists = '';
          """
      )
      try retag(db)
      for story in try Int64.fetchAll(db, sql: "SELECT id FROM story") {
        try ArticleStore.refresh(story: story, updated: nil, db)
      }
    }
    report.dropped += dropped
  }

  private func retag(_ db: Database) throws {
    var topics = try ArticleStore.topicRows(db)
    let cursor = try Row.fetchCursor(
      db,
      sql: "SELECT id, instant, tags FROM article JOIN content ON article = id WHERE tags <> ''"
    )
    while let row = try cursor.next() {
      for tag in EvidenceText.tags(row[2]) where tag.fires {
        let topic = try topics[tag.topic] ?? ArticleStore.addTopic(tag.topic, db)
        topics[tag.topic] = topic
        try ArticleStore.addTag(topic: topic, row: row[0], instant: row[1], score: tag.score, db)
      }
    }
  }
}
