// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import TextBasics

extension ArticleStore {
  /// What is remembered of the feed with this id, or `nil` for a feed that was never tried.
  package func feedState(_ feed: String) throws(StoreError) -> FeedState? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: "SELECT * FROM feed WHERE name = ?",
        arguments: [feed.bindable]
      )
      return row.map(FeedState.init(row:))
    }
  }

  /// What is remembered of all feeds, in the order of their ids; feeds that left `feeds.conf` too.
  package func allFeedStates() throws(StoreError) -> [FeedState] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM feed ORDER BY name").map(FeedState.init(row:))
    }
  }

  /// Saves the states of feeds whose answer brought no articles (304, errors), in one transaction.
  ///
  /// Each comes with its line for the log.
  package func commit(
    states: [(state: FeedState, log: FetchLogEntry)],
    hosts: [String: String] = [:]
  ) throws(StoreError) {
    try write { db in
      for (state, log) in states {
        let feed = try Self.save(state, db)
        try Self.append(log, feed: feed, db)
      }
      try Self.save(hosts, db)
    }
  }

  /// What ``FeedBatch/hosts`` remembered, by host name.
  package func hostStates() throws(StoreError) -> [String: String] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT name, state FROM host")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) })
    }
  }

  /// The last attempts to fetch, newest first.
  ///
  /// - Parameters:
  ///   - feed: One feed, or `nil` for all.
  ///   - since: Seconds since 1970.
  ///   - limit: At most so many lines.
  /// - Returns: The lines.
  /// - Throws: ``StoreError``.
  package func fetchLog(
    feed: String? = nil,
    since: Int = 0,
    limit: Int = 1000
  ) throws(StoreError) -> [FetchLogEntry] {
    let select = """
      SELECT feed.name, at, fetch_log.status, code, bytes, items, new, revised, problems, elapsed,
        note FROM fetch_log JOIN feed ON feed.id = fetch_log.feed
      """
    return try read { db in
      let rows: [Row]
      if let feed {
        rows = try Row.fetchAll(
          db,
          sql: select + " WHERE feed = (SELECT id FROM feed WHERE name = ?) AND at >= ?"
            + " ORDER BY at DESC, fetch_log.id DESC LIMIT ?",
          arguments: [feed.bindable, since, limit]
        )
      } else {
        rows = try Row.fetchAll(
          db,
          sql: select + " WHERE at >= ? ORDER BY at DESC, feed.name, fetch_log.id DESC LIMIT ?",
          arguments: [since, limit]
        )
      }
      return rows.map(FetchLogEntry.init(row:))
    }
  }

  /// What was fetched of a feed per day, oldest day first; kept for ever.
  ///
  /// - Parameters:
  ///   - feed: One feed.
  ///   - since: Seconds since 1970.
  /// - Returns: One value per day with at least one attempt.
  /// - Throws: ``StoreError``.
  package func fetchDays(feed: String, since: Int = 0) throws(StoreError) -> [FetchDay] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT day, fetches, unchanged, failed, bytes, elapsed FROM fetch_day
          WHERE feed = (SELECT id FROM feed WHERE name = ?) AND day >= ? ORDER BY day
          """,
        arguments: [feed.bindable, since / 86_400]
      )
      return rows.map(FetchDay.init)
    }
  }

  /// Removes lines of the log older than `instant` (seconds since 1970); the sums per day stay.
  package func trimFetchLog(before instant: Int) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM fetch_log WHERE at < ?", arguments: [instant])
    }
  }

  /// Saves `state` and returns the feed's row.
  static func save(_ state: FeedState, _ db: Database) throws -> Int64 {
    let query = try Query(
      db,
      """
      INSERT INTO feed(name, url, title, language, etag, last_modified, body_hash, validators_set,
        schedule, status, cause, failures, failing_since, last_attempt, last_success, next_fetch,
        rights)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT(name) DO UPDATE SET url = excluded.url, title = excluded.title,
        language = excluded.language, etag = excluded.etag, last_modified = excluded.last_modified,
        body_hash = excluded.body_hash, validators_set = excluded.validators_set,
        schedule = excluded.schedule, status = excluded.status, cause = excluded.cause,
        failures = excluded.failures, failing_since = excluded.failing_since,
        last_attempt = excluded.last_attempt, last_success = excluded.last_success,
        next_fetch = excluded.next_fetch, rights = excluded.rights
      RETURNING id
      """
    )
    let texts = [
      state.feed, state.url, state.title, state.language.code, state.etag, state.lastModified,
      state.bodyHash,
    ]
    for (place, text) in texts.enumerated() { query.bind(place + 1, text) }
    query.bind(8, state.validatorsSet)
    query.bind(9, state.schedule)
    query.bind(10, state.status.rawValue)
    query.bind(11, state.cause)
    let numbers = [
      state.failures, state.failingSince, state.lastAttempt, state.lastSuccess, state.nextFetch,
    ]
    for (place, number) in numbers.enumerated() { query.bind(place + 12, number) }
    query.bind(17, state.rights)
    guard try query.step() else { return 0 }
    let row = query.row(0)
    // RETURNING gives its rows only after the change is made; the statement must still end.
    try query.run()
    return row
  }

  static func feedRow(_ feed: String, _ db: Database) throws -> Int64? {
    let query = try Query(db, "SELECT id FROM feed WHERE name = ?")
    query.bind(1, feed)
    return try query.firstRow()
  }

  static func save(_ hosts: [String: String], _ db: Database) throws {
    for (name, state) in hosts {
      let sql =
        state.isEmpty
        ? "DELETE FROM host WHERE name = ?1 AND ?2 = ''"
        : "INSERT OR REPLACE INTO host(name, state) VALUES (?1, ?2)"
      try db.cachedStatement(sql: sql).execute(arguments: [name.bindable, state.bindable])
    }
  }

  static func append(_ log: FetchLogEntry, feed: Int64, _ db: Database) throws {
    let line = try Query(
      db,
      """
      INSERT INTO fetch_log(feed, at, status, code, bytes, items, new, revised, problems, elapsed,
        note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """
    )
    line.bind(1, feed)
    line.bind(2, log.at)
    line.bind(3, log.status)
    line.bind(4, log.code)
    let counts = [log.bytes, log.items, log.new, log.revised, log.problems, log.elapsed]
    for (place, count) in counts.enumerated() { line.bind(place + 5, count) }
    line.bind(11, log.note)
    try line.run()
    let day = try Query(
      db,
      """
      INSERT INTO fetch_day(feed, day, fetches, unchanged, failed, bytes, elapsed)
      VALUES (?, ?, 1, ?, ?, ?, ?)
      ON CONFLICT(feed, day) DO UPDATE SET fetches = fetches + 1,
        unchanged = unchanged + excluded.unchanged, failed = failed + excluded.failed,
        bytes = bytes + excluded.bytes, elapsed = elapsed + excluded.elapsed
      """
    )
    day.bind(1, feed)
    day.bind(2, log.at / 86_400)
    day.bind(3, log.status == 304 ? 1 : 0)
    day.bind(4, log.code == nil ? 0 : 1)
    day.bind(5, log.bytes)
    day.bind(6, log.elapsed)
    try day.run()
  }
}

extension FeedState {
  fileprivate init(row: Row) {
    self.init(
      feed: row["name"],
      url: row["url"],
      title: row["title"],
      rights: row["rights"],
      language: Language(tag: row["language"]),
      etag: row["etag"],
      lastModified: row["last_modified"],
      bodyHash: row["body_hash"],
      validatorsSet: row["validators_set"],
      schedule: row["schedule"],
      status: FeedHealth.State(rawValue: row["status"]) ?? .new,
      cause: row["cause"],
      failures: row["failures"],
      failingSince: row["failing_since"],
      lastAttempt: row["last_attempt"],
      lastSuccess: row["last_success"],
      nextFetch: row["next_fetch"]
    )
  }
}

extension FetchLogEntry {
  fileprivate init(row: Row) {
    self.init(
      feed: row[0],
      at: row[1],
      status: row[2],
      code: row[3],
      bytes: row[4],
      items: row[5],
      new: row[6],
      revised: row[7],
      problems: row[8],
      elapsed: row[9],
      note: row[10]
    )
  }
}

extension FetchDay {
  /// Reads day, fetches, unchanged, failed, bytes and elapsed, in this order.
  init(_ row: Row) {
    self.init(
      day: row[0],
      fetches: row[1],
      unchanged: row[2],
      failed: row[3],
      bytes: row[4],
      elapsed: row[5]
    )
  }
}
