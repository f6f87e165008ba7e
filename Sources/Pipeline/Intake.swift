// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
import FeedParser
import TextAnalysis
import TextBasics
import TopicModel

/// From the bytes of one document to articles with topics and story features.
struct Intake: Sendable {
  /// Who a document is from: a section of `feeds.conf`, or a file that is replayed.
  struct Origin: Sendable {
    var id: String
    /// The user's name for the feed, if any.
    var title: String?
    var language: Language = .unknown
    /// The only topics to try; empty means all.
    var topics: [Topic.ID] = []
    var maxItems = 5000
  }

  /// What a document gave.
  struct Harvest: Sendable {
    var items: [StoredItem]
    /// The keys of all items of the document, also of those that were known and left out.
    var present: Set<String>
    var title: String?
    /// What the feed says about rights, in one line.
    var rights: String?
    var language: Language
    /// Items in the document, repeated ones included.
    var count: Int
    /// What was wrong with the document, in the parser's words, in document order.
    var problems: [FeedProblem]
    var isTruncated: Bool
  }

  let understanding: Understanding
  /// Seconds since 1970: the run's clock.
  let now: Int

  /// Reads a feed; items that `known` says are unchanged are counted but not analysed again.
  ///
  /// - Throws: what `known` throws; nothing was changed then.
  func harvest(
    _ document: IncomingFeed,
    from origin: Origin,
    known: (([Article]) throws -> [Bool])? = nil
  ) throws -> Harvest {
    let title = document.feed.title.map { $0.plainText.oneLine }.flatMap { $0.isEmpty ? nil : $0 }
    let declared = document.feed.language.map { Language(tag: $0) } ?? .unknown
    let language = origin.language == .unknown ? declared : origin.language
    let builder = ArticleBuilder(
      feed: origin.id,
      outlet: origin.title ?? title ?? origin.id,
      language: language,
      now: now
    )
    let (articles, repeated) = builder.articles(of: document.drafts.prefix(origin.maxItems))
    let unchanged = try known?(articles) ?? Array(repeating: false, count: articles.count)
    let topics = origin.topics.isEmpty ? nil : Set(origin.topics)
    let fresh = zip(articles, unchanged).filter { !$0.1 }
    var problems = document.feed.problems
    if repeated > 0 {
      problems.append(
        FeedProblem(
          code: "repeated-guid",
          line: 0,
          column: 0,
          message: "\(repeated) items repeat an earlier item",
          recovery: "each was kept once"
        )
      )
    }
    if document.drafts.count > origin.maxItems {
      problems.append(
        FeedProblem(
          code: "max-items",
          line: document.drafts[origin.maxItems].line,
          column: 0,
          message: "\(document.count) items are more than max-items = \(origin.maxItems)",
          recovery: "the first \(origin.maxItems) were read"
        )
      )
    }
    return Harvest(
      items: fresh.map { understanding.item($0.0, topics: topics) },
      present: Set(articles.map(\.id.key)),
      title: title,
      rights: document.feed.rights.map { $0.plainText.oneLine }.flatMap { $0.isEmpty ? nil : $0 },
      language: language,
      count: document.count,
      problems: problems,
      isTruncated: document.feed.isTruncated
    )
  }

  /// Reads an example document as an article without an address.
  func item(_ document: SeedDocumentFile) -> StoredItem {
    let seed = SeedDocument.read(document.text)
    let hash = ArticleBuilder.contentHash(title: seed.title, text: seed.body)
    let article = Article(
      id: Article.ID(feed: Intake.documents, key: hash),
      outlet: seed.outlet ?? document.label,
      title: seed.title,
      text: seed.body,
      language: seed.language,
      published: ClaimedTime.plausible(seed.date, firstSeen: now),
      firstSeen: now,
      contentHash: hash
    )
    return understanding.item(article, topics: nil)
  }

  /// The feed id of replayed documents, which belong to no feed.
  static let documents = "documents"
}
