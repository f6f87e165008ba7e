// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

@testable import ArticleStore

/// Values that the tests of this room build stores from.
enum Samples {
  static let day = 86_400
  static let start = 1_763_337_600

  static func article(
    _ key: String,
    feed: String = "irib",
    title: String? = nil,
    text: String = "",
    url: String? = nil,
    published: Int? = start,
    language: Language = .persian
  ) -> Article {
    let title = title ?? "Title of \(key)"
    return Article(
      id: Article.ID(feed: feed, key: key),
      outlet: "Outlet of \(feed)",
      url: url,
      canonicalURL: url,
      title: title,
      text: text,
      language: language,
      authors: ["A \"quoted\" author"],
      categories: ["one", "two\\three"],
      published: published,
      firstSeen: start + 60,
      contentHash: Base32.encode(SHA256.digest(of: Array((title + "\n" + text).utf8)))
    )
  }

  static func tag(_ topic: String, _ score: Int) -> TopicTag {
    TopicTag(
      topic: topic,
      evidence: [
        Evidence(kind: .phrase, contribution: score - 100, found: "طیف", partner: "طيف", note: "x"),
        Evidence(kind: .word, contribution: 100, found: "a \"b\" \\ \n\u{1}", partner: ""),
      ]
    )
  }

  static func item(_ article: Article, tags: [TopicTag] = []) -> StoredItem {
    StoredItem(article: article, tags: tags, features: Array(article.title.utf8))
  }

  static func batch(
    _ items: [StoredItem],
    feed: String = "irib",
    present: Set<String>? = nil,
    model: String = "m1",
    now: Int = start + 60
  ) -> FeedBatch {
    FeedBatch(
      state: FeedState(feed: feed, etag: "W/\"v\(now)\"", schedule: "s\(now)", status: .ok),
      items: items,
      present: present,
      log: FetchLogEntry(feed: feed, at: now, status: 200, bytes: 100, items: items.count),
      model: model,
      now: now
    )
  }

  static func assignment(
    _ article: Article,
    story: Article? = nil,
    relation: StoryRelation = .first,
    updated: Int? = nil
  ) -> StoryAssignmentRecord {
    StoryAssignmentRecord(
      article: article.id,
      story: .minted(from: (story ?? article).id),
      decision: StoryDecision(
        relation: relation,
        partner: story?.id,
        evidence: [Evidence(kind: .name, contribution: 700, found: "باکو", partner: "Baku")]
      ),
      updated: updated
    )
  }
}
