// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB

extension ArticleStore {
  static func topicRows(_ db: Database) throws -> [String: Int64] {
    let rows = try Query(db, "SELECT name, id FROM topic").all { ($0.text(0), $0.row(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  static func addTopic(_ name: String, _ db: Database) throws -> Int64 {
    let query = try Query(db, "INSERT INTO topic(name) VALUES (?)")
    query.bind(1, name)
    try query.run()
    return db.lastInsertedRowID
  }

  static func addTag(topic: Int64, row: Int64, instant: Int, score: Int, _ db: Database) throws {
    let query = try Query(
      db,
      "INSERT OR REPLACE INTO tag(topic, instant, article, score) VALUES (?, ?, ?, ?)"
    )
    query.bind(1, topic)
    query.bind(2, instant)
    query.bind(3, row)
    query.bind(4, score)
    try query.run()
  }

  static func removeTags(of row: Int64, _ db: Database) throws {
    let query = try Query(db, "DELETE FROM tag WHERE article = ?")
    query.bind(1, row)
    try query.run()
  }
}
