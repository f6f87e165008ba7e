// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB

/// Writes the clusterer's answers inside one transaction.
///
/// A story is written once, at the end, with all that joined it: the reference from its articles is
/// checked only at the commit.
struct StoryWriter {
  private struct Draft {
    let row: Int64
    let name: String
    let published: Int
    let isNew: Bool
    /// As stored before; what the listings hold.
    let oldUpdated: Int
    let oldLists: Set<String>
    var updated: Int
    var lists: Set<String>
    var size: Int
    var position: Int
    /// What made the story grow in this batch: the first article that did, by row.
    var growth: (article: Int64, reason: DigestStory.Growth.Reason)?
  }

  private let db: Database
  private let now: Int
  private let feeds: [String: Int64]
  private let topics: [Int64: String]
  private let hasTombstones: Bool
  private var nextRow: Int64
  private var drafts: [Draft] = []
  private var places: [String: Int] = [:]

  init(db: Database, now: Int) throws {
    self.db = db
    self.now = now
    let names = try Query(db, "SELECT name, id FROM feed").all { ($0.text(0), $0.row(1)) }
    feeds = Dictionary(names) { first, _ in first }
    topics = Dictionary(try ArticleStore.topicRows(db).map { ($0.value, $0.key) }) { one, _ in one }
    hasTombstones = try Query(db, "SELECT EXISTS (SELECT 1 FROM tombstone)").firstRow() == 1
    nextRow = (try Query(db, "SELECT max(id) FROM story").firstRow() ?? 0) + 1
  }

  mutating func add(_ record: StoryAssignmentRecord) throws {
    let id = record.article
    let select = try Query(
      db,
      "SELECT id, instant, language, story FROM article WHERE feed = ? AND key = ?"
    )
    select.bind(1, feeds[id.feed.bindable])
    select.bind(2, id.key)
    guard try select.step() else {
      throw StoreError(
        code: .notFound,
        sentence: "The store has no article \(id.key) of feed \(id.feed)."
      )
    }
    let (article, instant) = (select.row(0), select.int(1))
    let (language, assigned) = (select.text(2), !select.isNull(3))
    select.reset()
    guard !assigned else { return }
    let name =
      hasTombstones ? try ArticleStore.survivor(of: record.story.text, db) : record.story.text
    let place = try place(of: name, instant: instant)
    try write(record, article: article, into: drafts[place])
    drafts[place].position += 1
    drafts[place].size += 1
    drafts[place].updated = max(drafts[place].updated, record.updated ?? 0)
    drafts[place].lists.insert("l:" + language)
    if let reason = record.growth, !drafts[place].isNew, drafts[place].growth == nil {
      drafts[place].growth = (article, reason)
    }
    try addTopics(of: article, to: place)
  }

  private mutating func addTopics(of article: Int64, to place: Int) throws {
    let tags = try Query(db, "SELECT topic FROM tag WHERE article = ?")
    tags.bind(1, article)
    while try tags.step() {
      drafts[place].lists.insert("t:" + (topics[tags.row(0)] ?? ""))
      drafts[place].lists.insert("t")
    }
  }

  private func write(
    _ record: StoryAssignmentRecord,
    article: Int64,
    into draft: Draft
  ) throws {
    let update = try Query(db, "UPDATE article SET story = ?, position = ? WHERE id = ?")
    update.bind(1, draft.row)
    update.bind(2, draft.position)
    update.bind(3, article)
    try update.run()
    let insert = try Query(db, "INSERT OR REPLACE INTO decision(article, body) VALUES (?, ?)")
    insert.bind(1, article)
    insert.bind(2, EvidenceText.text(record.decision))
    try insert.run()
  }

  /// The place of the story among the drafts; it is read, or begun, when it is not there yet.
  private mutating func place(of name: String, instant: Int) throws -> Int {
    if let place = places[name] { return place }
    places[name] = drafts.count
    let select = try Query(
      db,
      """
      SELECT id, published, updated, lists, size,
        (SELECT max(position) FROM article WHERE story = story.id) FROM story WHERE name = ?
      """
    )
    select.bind(1, name)
    if try select.step() {
      defer { select.reset() }
      let lists = Set(select.text(3).split(separator: " ").map(String.init))
      drafts.append(
        Draft(
          row: select.row(0),
          name: name,
          published: select.int(1),
          isNew: false,
          oldUpdated: select.int(2),
          oldLists: lists,
          updated: select.int(2),
          lists: lists,
          size: select.int(4),
          position: (select.optionalInt(5) ?? -1) + 1
        )
      )
    } else {
      drafts.append(
        Draft(
          row: nextRow,
          name: name,
          published: instant,
          isNew: true,
          oldUpdated: 0,
          oldLists: [],
          updated: instant,
          lists: [],
          size: 0,
          position: 0
        )
      )
      nextRow += 1
    }
    return drafts.count - 1
  }

  /// Writes the stories.
  func finish() throws {
    for draft in drafts {
      let lists = draft.lists.sorted()
      if draft.isNew {
        let insert = try Query(
          db,
          """
          INSERT INTO story(id, name, published, updated, first_seen, size, lists)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """
        )
        insert.bind(1, draft.row)
        insert.bind(2, draft.name)
        insert.bind(3, draft.published)
        insert.bind(4, draft.updated)
        insert.bind(5, now)
        insert.bind(6, draft.size)
        insert.bind(7, lists.joined(separator: " "))
        try insert.run()
      } else {
        try ArticleStore.rewrite(
          story: draft.row,
          updated: draft.updated,
          size: draft.size,
          lists: lists,
          db
        )
        if let (article, reason) = draft.growth {
          try StoryGrowth.note(reason, by: article, in: draft.row, at: now, db)
        }
        guard draft.updated != draft.oldUpdated || draft.lists != draft.oldLists else { continue }
        try ArticleStore.unlist(draft.name, updated: draft.oldUpdated, from: draft.oldLists, db)
      }
      try ArticleStore.list(
        draft.name,
        story: draft.row,
        updated: draft.updated,
        in: lists,
        db
      )
    }
  }
}
