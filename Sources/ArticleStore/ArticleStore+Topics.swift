// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import struct Foundation.Data

extension [UInt8] {
  var data: Data { Data(self) }
}

extension ArticleStore {
  static func topicRows(_ db: Database) throws -> [String: Int64] {
    let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT name, id FROM topic"))
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as Int64) })
  }

  static func addTopic(_ name: String, _ db: Database) throws -> Int64 {
    try db.cachedStatement(sql: "INSERT INTO topic(name) VALUES (?)")
      .execute(arguments: [name.bindable])
    return db.lastInsertedRowID
  }

  static func addTag(topic: Int64, row: Int64, instant: Int, score: Int, _ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO tag(topic, instant, article, score) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [topic, instant, row, score])
  }

  static func removeTags(of row: Int64, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM tag WHERE article = ?").execute(arguments: [row])
  }
}
