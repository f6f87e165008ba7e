// SPDX-License-Identifier: Apache-2.0
package import Articles
import GRDB

extension ArticleStore {
  /// Merges two stories; the older id survives, the other becomes a tombstone.
  ///
  /// - Parameters:
  ///   - left: One story, or a story that was merged into it.
  ///   - right: The other.
  ///   - now: Seconds since 1970: when the user said so; the survivor's new `updated`.
  /// - Returns: The survivor.
  /// - Throws: ``StoreError/Code/notFound`` for an unknown story; nothing is changed then.
  package func merge(
    _ left: Story.ID,
    _ right: Story.ID,
    now: Int
  ) throws(StoreError) -> Story.ID {
    try write { db in
      let first = try Self.corrected(left, db)
      let second = try Self.corrected(right, db)
      guard first.row != second.row else { return Story.ID(text: first.name) }
      let ordered = (first.published, first.name) <= (second.published, second.name)
      let (kept, gone) = ordered ? (first, second) : (second, first)
      guard let anchor = kept.members.first, let joined = gone.members.first else {
        throw StoreError(code: .bug, sentence: "A story has no members.")
      }
      let decision = StoryDecision(
        relation: .user,
        partner: anchor.id,
        evidence: [Evidence(kind: .user, contribution: 1000, found: "", note: "merged by hand")]
      )
      try Self.move(gone.members.map(\.row), to: kept.row, after: kept.last, db)
      try Self.decide(joined.row, decision, db)
      try Self.remember("together", anchor.row, joined.row, now, db)
      try Self.remove(gone, db)
      try db.execute(
        sql: "UPDATE tombstone SET target = ? WHERE target = ?",
        arguments: [kept.name, gone.name]
      )
      try db.execute(
        sql: "INSERT OR REPLACE INTO tombstone(name, target, at) VALUES (?, ?, ?)",
        arguments: [gone.name, kept.name, now]
      )
      try Self.refresh(story: kept.row, updated: now, db)
      return Story.ID(text: kept.name)
    }
  }

  /// Takes articles out of a story into a new one; the id stays with the larger part, and with the
  /// part that holds the first member when both are equally large.
  ///
  /// - Returns: The id of the part that got a new one.
  /// - Throws: ``StoreError/Code/notFound`` when the story is unknown, or `articles` are none or all
  ///   of its members; nothing is changed then.
  package func split(
    _ story: Story.ID,
    articles: [Article.ID],
    now: Int
  ) throws(StoreError) -> Story.ID {
    try write { db in
      let whole = try Self.corrected(story, db)
      let wanted = Set(articles)
      let out = whole.members.filter { wanted.contains($0.id) }
      let rest = whole.members.filter { !wanted.contains($0.id) }
      guard out.count == wanted.count, let outFirst = out.first, let restFirst = rest.first else {
        throw StoreError(
          code: .notFound,
          sentence: "Story \(whole.name) cannot be split so: name some of its articles, not all."
        )
      }
      let holdsFirst = whole.members.first?.row == outFirst.row
      let stays = out.count > rest.count || (out.count == rest.count && holdsFirst)
      let (leaving, first) = stays ? (rest, restFirst) : (out, outFirst)
      let name = try Self.freshName(first.id, db)
      try db.execute(
        sql: """
          INSERT INTO story(name, published, updated, first_seen, size, lists)
          VALUES (?, ?, ?, ?, 0, '')
          """,
        arguments: [name, first.instant, max(first.instant, now), now]
      )
      let row = db.lastInsertedRowID
      try Self.move(leaving.map(\.row), to: row, after: -1, db)
      try Self.decide(
        first.row,
        StoryDecision(
          relation: .first,
          partner: nil,
          evidence: [Evidence(kind: .user, contribution: 0, found: "", note: "split by hand")]
        ),
        db
      )
      for member in out { try Self.remember("apart", restFirst.row, member.row, now, db) }
      try Self.refresh(story: row, updated: nil, db)
      try Self.refresh(story: whole.row, updated: nil, db)
      return Story.ID(text: name)
    }
  }

  /// The user's merges and splits, oldest first.
  package func constraints() throws(StoreError) -> [StoryConstraint] {
    try read { db in
      let feeds = try Self.feedNames(db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT kind, a.feed, a.key, b.feed, b.key, at FROM correction
          JOIN article a ON a.id = first JOIN article b ON b.id = second
          ORDER BY at, first, second
          """
      )
      return rows.compactMap { row in
        guard let kind = StoryConstraint.Kind(rawValue: row[0]) else { return nil }
        return StoryConstraint(
          kind: kind,
          first: Article.ID(feed: feeds[row[1]] ?? "", key: row[2]),
          second: Article.ID(feed: feeds[row[3]] ?? "", key: row[4]),
          at: row[5]
        )
      }
    }
  }

  /// Stories that were merged into others since `instant` (seconds since 1970), newest first.
  package func tombstones(since instant: Int = 0) throws(StoreError) -> [Digest.Tombstone] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT name, target, at FROM tombstone WHERE at >= ? ORDER BY at DESC, name",
        arguments: [instant]
      )
      return rows.map { row in
        Digest.Tombstone(
          id: Story.ID(text: row[0]),
          mergedInto: Story.ID(text: row[1]),
          when: row[2]
        )
      }
    }
  }

  // MARK: Parts

  private struct Corrected {
    struct Member {
      let row: Int64
      let id: Article.ID
      let instant: Int
      let position: Int
    }
    let row: Int64
    let name: String
    let published: Int
    let updated: Int
    let lists: String
    let members: [Member]
    var last: Int { members.last?.position ?? -1 }
  }

  private static func corrected(_ id: Story.ID, _ db: Database) throws -> Corrected {
    let name = try survivor(of: id.text, db)
    guard
      let row = try Row.fetchOne(
        db,
        sql: "SELECT id, published, updated, lists FROM story WHERE name = ?",
        arguments: [name]
      )
    else {
      throw StoreError(
        code: .notFound,
        sentence: "There is no story \(id.text).",
        advice: "`rasad stories list` shows the ids."
      )
    }
    let members = try Row.fetchAll(
      db,
      sql: """
        SELECT article.id, feed.name, key, instant, position FROM article
        JOIN feed ON feed.id = article.feed WHERE story = ? ORDER BY position
        """,
      arguments: [row[0] as Int64]
    )
    return Corrected(
      row: row[0],
      name: name,
      published: row[1],
      updated: row[2],
      lists: row[3],
      members: members.map {
        Corrected.Member(
          row: $0[0],
          id: Article.ID(feed: $0[1], key: $0[2]),
          instant: $0[3],
          position: $0[4]
        )
      }
    )
  }

  private static func move(
    _ rows: [Int64],
    to story: Int64,
    after last: Int,
    _ db: Database
  ) throws {
    for (offset, row) in rows.enumerated() {
      try db.execute(
        sql: "UPDATE article SET story = ?, position = ? WHERE id = ?",
        arguments: [story, last + 1 + offset, row]
      )
    }
  }

  private static func decide(_ row: Int64, _ decision: StoryDecision, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO decision(article, body) VALUES (?, ?)",
      arguments: [row, EvidenceText.text(decision)]
    )
  }

  /// A later correction of the same pair replaces the earlier one.
  private static func remember(
    _ kind: String,
    _ first: Int64,
    _ second: Int64,
    _ now: Int,
    _ db: Database
  ) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO correction(kind, first, second, at) VALUES (?, ?, ?, ?)",
      arguments: [kind, min(first, second), max(first, second), now]
    )
  }

  private static func remove(_ story: Corrected, _ db: Database) throws {
    for list in story.lists.split(separator: " ") {
      try db.execute(
        sql: "DELETE FROM listing WHERE list = ? AND updated = ? AND name = ?",
        arguments: [String(list), story.updated, story.name]
      )
    }
    // Its follow-ups go with it: their numbers mean nothing in another story.
    try db.execute(sql: "DELETE FROM growth WHERE story = ?", arguments: [story.row])
    try db.execute(sql: "DELETE FROM story WHERE id = ?", arguments: [story.row])
  }

  /// An id minted from `first` that no story has; one that stood on a tombstone comes back to life.
  private static func freshName(_ first: Article.ID, _ db: Database) throws -> String {
    var key = first.key
    while true {
      let name = Story.ID.minted(from: Article.ID(feed: first.feed, key: key)).text
      let taken = try Int.fetchOne(
        db,
        sql: "SELECT 1 FROM story WHERE name = ?",
        arguments: [name]
      )
      guard taken != nil else {
        try db.execute(sql: "DELETE FROM tombstone WHERE name = ?", arguments: [name])
        return name
      }
      key += "\u{0}split"
    }
  }
}
