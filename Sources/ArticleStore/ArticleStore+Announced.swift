// SPDX-License-Identifier: Apache-2.0
package import Articles
import GRDB

extension ArticleStore {
  /// The key (``meta(_:)``) of the last story that a hook was told of.
  private static let announcedKey = "hook"

  /// Stories that no hook has been told of, oldest first.
  package struct Unannounced: Sendable {
    package let stories: [Story.ID]
    fileprivate let last: Int64?
  }

  /// The stories that came after those of ``markAnnounced(_:)``.
  ///
  /// When nothing was ever told, there is only to tell what is new in this run; what came before is
  /// noted as told.
  ///
  /// - Parameters:
  ///   - limit: At most so many, the newest.
  ///   - new: The stories of this run.
  /// - Returns: The stories and what ``markAnnounced(_:)`` needs.
  /// - Throws: ``StoreError``.
  package func unannounced(limit: Int, new: Set<Story.ID>) throws(StoreError) -> Unannounced {
    try write { db in
      if try Row.fetchOne(
        db,
        sql: "SELECT 1 FROM meta WHERE key = ?",
        arguments: [Self.announcedKey]
      )
        == nil
      {
        var first = try Int64.fetchOne(db, sql: "SELECT max(id) + 1 FROM story") ?? 1
        for story in new {
          let row = try Int64.fetchOne(
            db,
            sql: "SELECT id FROM story WHERE name = ?",
            arguments: [story.text]
          )
          first = min(first, row ?? first)
        }
        try db.execute(
          sql: "INSERT INTO meta(key, value) VALUES (?, ?)",
          arguments: [Self.announcedKey, String(first - 1)]
        )
      }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, name FROM story
          WHERE id > (SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?)
          ORDER BY id DESC LIMIT ?
          """,
        arguments: [Self.announcedKey, limit]
      )
      return Unannounced(
        stories: rows.reversed().map { Story.ID(text: $0[1]) },
        last: rows.first.map { $0[0] as Int64 }
      )
    }
  }

  /// Notes that a hook was told of these stories.
  package func markAnnounced(_ told: Unannounced) throws(StoreError) {
    guard let last = told.last else { return }
    try setMeta(String(last), for: Self.announcedKey)
  }
}
