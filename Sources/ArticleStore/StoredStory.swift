// SPDX-License-Identifier: Apache-2.0
package import Articles
package import TextBasics

/// An article that no story holds yet, with what the clusterer needs.
package struct UnassignedArticle: Sendable {
  package let id: Article.ID
  /// Seconds since 1970: published, else first seen.
  package let instant: Int
  package let language: Language
  package let canonicalURL: String?
  package let contentHash: String
  package let features: [UInt8]
}

/// An article that a story holds, as the clusterer's window needs it.
package struct WindowMember: Sendable {
  package let id: Article.ID
  package let story: Story.ID
  /// Seconds since 1970: published, else first seen.
  package let instant: Int
  package let language: Language
  package let canonicalURL: String?
  package let contentHash: String
  package let features: [UInt8]
}

/// The clusterer's answer for one article.
package struct StoryAssignmentRecord: Sendable {
  package let article: Article.ID
  /// The story it joins; one that does not exist yet is created with this article as its first.
  package let story: Story.ID
  package let decision: StoryDecision
  /// The story's new `updated` (seconds since 1970) when it grows materially; never moved back.
  package let updated: Int?
  /// How the article makes a story grow that was given out before, or `nil`.
  package let growth: DigestStory.Growth.Reason?

  package init(
    article: Article.ID,
    story: Story.ID,
    decision: StoryDecision,
    updated: Int? = nil,
    growth: DigestStory.Growth.Reason? = nil
  ) {
    self.growth = growth
    self.article = article
    self.story = story
    self.decision = decision
    self.updated = updated
  }
}

/// An article as it is stored, with its topics and its place in a story.
package struct StoredArticle: Sendable {
  package let article: Article
  package let story: Story.ID?
  /// How often the text changed since the article was first seen.
  package let revisions: Int
  /// The hash of the topic model that made ``tags``.
  package let model: String
  let tagsText: String
  let decisionText: String

  /// All topics with a score above zero, best first; decoded when asked for.
  package var tags: [TopicTag] { EvidenceText.tags(tagsText) }
  /// Why the article is in its story, or `nil` without one; decoded when asked for.
  package var decision: StoryDecision? { EvidenceText.decision(decisionText) }
}

/// A story with its members in the order in which they joined.
package struct StoredStory: Sendable, Identifiable {
  package let id: Story.ID
  /// Seconds since 1970: the first member's instant.
  package let published: Int
  /// Seconds since 1970.
  package let updated: Int
  /// Seconds since 1970.
  package let firstSeen: Int
  package let members: [StoredArticle]
  /// How the story grew after it was first seen, oldest first.
  package let growth: [DigestStory.Growth]
}

/// Which stories are wanted; the newest `updated` come first, ties by id.
package struct StoryFilter: Sendable, Hashable {
  /// Only stories with this topic.
  package var topic: Topic.ID?
  /// Only stories with at least one topic; implied by ``topic``.
  package var tagged = false
  /// Only stories with a member in this language.
  package var language: Language?
  /// Only stories with a member of this feed.
  package var feed: String?
  /// At most so many, and besides all that were updated at ``since`` or later.
  package var limit: Int
  /// Seconds since 1970; `nil` when ``limit`` alone decides.
  package var since: Int?
  /// Seconds since 1970: only stories updated before; `nil` for all.
  package var before: Int?
  /// Only stories first seen at or before this instant (the settle delay); `nil` for all.
  package var seenBy: Int?
  /// Characters of each member's text that are read.
  package var textLimit: Int

  package init(
    topic: Topic.ID? = nil,
    tagged: Bool = false,
    language: Language? = nil,
    feed: String? = nil,
    limit: Int = 100,
    since: Int? = nil,
    before: Int? = nil,
    seenBy: Int? = nil,
    textLimit: Int = 4000
  ) {
    self.topic = topic
    self.tagged = tagged
    self.language = language
    self.feed = feed
    self.limit = limit
    self.since = since
    self.before = before
    self.seenBy = seenBy
    self.textLimit = textLimit
  }
}

/// A correction by the user that later runs must respect.
package struct StoryConstraint: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable { case together, apart }
  package let kind: Kind
  package let first: Article.ID
  package let second: Article.ID
  /// Seconds since 1970.
  package let at: Int
}

/// What a search is narrowed to.
package struct SearchFilter: Sendable, Hashable {
  package enum Order: Sendable, Hashable { case relevance, newest }
  package var language: Language?
  package var topic: Topic.ID?
  package var feed: String?
  /// Seconds since 1970: only articles of this instant or later.
  package var since: Int?
  package var order: Order
  package var limit: Int

  package init(
    language: Language? = nil,
    topic: Topic.ID? = nil,
    feed: String? = nil,
    since: Int? = nil,
    order: Order = .relevance,
    limit: Int = 20
  ) {
    self.language = language
    self.topic = topic
    self.feed = feed
    self.since = since
    self.order = order
    self.limit = limit
  }
}

/// An article that matches a search.
package struct SearchHit: Sendable {
  package let article: StoredArticle
  /// Thousandths; higher is better.
  package let relevance: Int
}

/// How much the store holds.
package struct StoreCounts: Sendable, Hashable {
  package var feeds = 0
  package var articles = 0
  package var stories = 0
  package var revisions = 0
  /// Articles that no story holds yet.
  package var unassigned = 0
  /// Articles that the search index does not hold yet.
  package var unindexed = 0
  /// Bytes of the database file with its journal.
  package var bytes = 0
  /// Bytes inside the file that nothing uses.
  package var freeBytes = 0
}

/// A text that an article had before it changed.
package struct ArticleRevision: Sendable, Hashable {
  /// Seconds since 1970 of the run that replaced it.
  package let replaced: Int
  package let title: String
  package let text: String
  package let url: String?
  package let contentHash: String
}
