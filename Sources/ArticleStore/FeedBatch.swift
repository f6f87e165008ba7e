// SPDX-License-Identifier: Apache-2.0
package import Articles

/// An article with what was found in it, ready to be stored.
package struct StoredItem: Sendable {
  package let article: Article
  /// All topics with a score above zero, best first.
  package let tags: [TopicTag]
  /// The encoded features by which stories are found.
  package let features: [UInt8]

  package init(article: Article, tags: [TopicTag], features: [UInt8]) {
    self.article = article
    self.tags = tags
    self.features = features
  }
}

/// Everything that one answer of one feed changes; it is saved whole or not at all.
package struct FeedBatch: Sendable {
  /// The state after this answer: validators, schedule, health.
  package var state: FeedState
  /// Articles to store; those that ``ArticleStore/unchanged(in:items:)`` found may be left out.
  package var items: [StoredItem]
  /// The keys of *all* items of the document, also of those left out of ``items``.
  package var present: Set<String>
  package var log: FetchLogEntry
  /// The hash of the topic model that made the tags.
  package var model: String
  /// What to remember of hosts (pauses after 429 and 503), in a form that the pipeline reads.
  package var hosts: [String: String]
  /// Seconds since 1970: the run's clock.
  package var now: Int

  package init(
    state: FeedState,
    items: [StoredItem] = [],
    present: Set<String>? = nil,
    log: FetchLogEntry,
    model: String = "",
    hosts: [String: String] = [:],
    now: Int
  ) {
    self.state = state
    self.items = items
    self.present = present ?? Set(items.map { $0.article.id.key })
    self.log = log
    self.model = model
    self.hosts = hosts
    self.now = now
  }
}

/// What a batch changed.
package struct FeedCommit: Sendable, Hashable {
  /// Articles that were not there before, in the order of the batch.
  package var new: [Article.ID] = []
  /// Articles whose text changed, by the id under which they are stored.
  package var revised: [Article.ID] = []
  /// Items under a new key that proved to be an article which the feed already had.
  package var aliased = 0
  package var unchanged = 0

  package init() {}
}
