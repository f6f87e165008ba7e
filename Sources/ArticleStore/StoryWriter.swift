// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB

/// Writes the clusterer's answers inside one transaction.
struct StoryWriter {
  private let db: Database
  private let now: Int
  private var feeds: [String: Int64]
  /// Stories that changed, with the new `updated`; written once at the end.
  private var touched: [Int64: Int?] = [:]

  init(db: Database, now: Int) throws {
    self.db = db
    self.now = now
    let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT name, id FROM feed"))
    feeds = Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int64) })
  }

  mutating func add(_ record: StoryAssignmentRecord) throws {
    let id = record.article
    let select = try db.cachedStatement(
      sql: "SELECT id, instant, story FROM article WHERE feed = ? AND key = ?"
    )
    guard let feed = feeds[id.feed.bindable],
      let row = try Row.fetchOne(select, arguments: [feed, id.key.bindable])
    else {
      throw StoreError(
        code: .notFound,
        sentence: "The store has no article \(id.key) of feed \(id.feed)."
      )
    }
    guard row[2] as Int64? == nil else { return }
    let article: Int64 = row[0]
    let instant: Int = row[1]
    let name = try ArticleStore.survivor(of: record.story.text, db)
    let (story, position) = try place(in: name, instant: instant, updated: record.updated)
    try db.cachedStatement(sql: "UPDATE article SET story = ?, position = ? WHERE id = ?")
      .execute(arguments: [story, position, article])
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO decision(article, body) VALUES (?, ?)")
      .execute(arguments: [article, EvidenceText.text(record.decision)])
    let before = touched[story] ?? nil
    touched[story] = .some([before, record.updated].compactMap { $0 }.max())
  }

  /// The story's row and the next free place in it; makes the story when there is none.
  private func place(in name: String, instant: Int, updated: Int?) throws -> (Int64, Int) {
    let select = try db.cachedStatement(sql: "SELECT id FROM story WHERE name = ?")
    guard let story = try Int64.fetchOne(select, arguments: [name]) else {
      try db.cachedStatement(
        sql: """
          INSERT INTO story(name, published, updated, first_seen, size, lists)
          VALUES (?, ?, ?, ?, 0, '')
          """
      ).execute(arguments: [name, instant, max(instant, updated ?? instant), now])
      return (db.lastInsertedRowID, 0)
    }
    let last = try db.cachedStatement(
      sql: "SELECT max(position) FROM article WHERE story = ?"
    )
    return (story, (try Int.fetchOne(last, arguments: [story]) ?? -1) + 1)
  }

  func finish() throws {
    for (story, updated) in touched.sorted(by: { $0.key < $1.key }) {
      try ArticleStore.refresh(story: story, updated: updated, db)
    }
  }
}
