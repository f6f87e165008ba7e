// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import TextBasics

/// Material growth of stories: what moves `updated` and may get an entry of its own.
enum StoryGrowth {
  /// Seconds in which a story's lead changes at most once: articles that are written while the event
  /// goes on change with every fetch.
  private static let leadPause = 12 * 3600

  /// Notes that `article` made `story` grow.
  static func note(
    _ reason: DigestStory.Growth.Reason,
    by article: Int64,
    in story: Int64,
    at now: Int,
    _ db: Database
  ) throws {
    let query = try Query(
      db,
      """
      INSERT INTO growth(story, number, at, reason, title, language, url, outlet)
      SELECT ?1, 1 + coalesce((SELECT max(number) FROM growth WHERE story = ?1), 1), ?2, ?3,
        title, language, CASE url WHEN '' THEN key ELSE url END, outlet
      FROM article JOIN content ON content.article = article.id WHERE article.id = ?4
      """
    )
    query.bind(1, story)
    query.bind(2, now)
    query.bind(3, reason.rawValue)
    query.bind(4, article)
    try query.run()
  }

  /// Notes growth if `article` is the first of its story and hardly says what it said before.
  ///
  /// - Returns: The story's new `updated`, or `nil` when it did not grow.
  static func noteLead(
    of article: Int64,
    was old: (title: String, text: String),
    is new: (title: String, text: String),
    at now: Int,
    _ db: Database
  ) throws -> Int? {
    guard isMaterial(from: old, to: new) else { return nil }
    let query = try Query(
      db,
      """
      SELECT story FROM article WHERE id = ?1 AND position = 0 AND story IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM growth WHERE growth.story = article.story AND at > ?2)
      """
    )
    query.bind(1, article)
    query.bind(2, now - leadPause)
    guard let story = try query.firstRow() else { return nil }
    try note(.newLead, by: article, in: story, at: now, db)
    return now
  }

  /// Whether most words of the headline and the beginning are gone.
  ///
  /// Additions and corrections leave them there.
  static func isMaterial(
    from old: (title: String, text: String),
    to new: (title: String, text: String)
  ) -> Bool {
    let before = words(old)
    let after = words(new)
    guard before.count >= 5, after.count >= 5 else { return false }
    return before.intersection(after).count * 2 < before.count
  }

  private static func words(_ text: (title: String, text: String)) -> Set<String> {
    let lead = text.title + " " + text.text.prefix(600)
    return Set(lead.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  /// The growth of a story, oldest first.
  static func all(of story: Int64, _ db: Database) throws -> [DigestStory.Growth] {
    let query = try Query(
      db,
      """
      SELECT number, at, reason, title, language, url, outlet FROM growth WHERE story = ?
      ORDER BY number
      """
    )
    query.bind(1, story)
    return try query.all { row in
      DigestStory.Growth(
        number: row.int(0),
        reason: DigestStory.Growth.Reason(rawValue: row.text(2)) ?? .newSource,
        when: row.int(1),
        title: row.text(3),
        language: Language(tag: row.text(4)),
        url: row.optionalText(5),
        outlet: row.text(6)
      )
    }
  }
}
