// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// Everything that is written out: stories in order, the topics, and the state of the feeds.
package struct Digest: Sendable {
  package var settings: DigestSettings
  package var topics: [Topic]
  /// All stories, newest `updated` first, ties by id; the writer selects for each feed.
  package var stories: [DigestStory]
  package var feeds: [FeedHealth]
  /// Seconds since 1970: `updated` of a feed without entries (the topic model's date).
  package var modelDate: Int
  /// Seconds since 1970: the run's clock; for pages only, never in a feed.
  package var now: Int
  /// Stories that were merged into others and must be withdrawn from the current feed.
  package var tombstones: [Tombstone]

  package init(
    settings: DigestSettings,
    topics: [Topic],
    stories: [DigestStory],
    feeds: [FeedHealth] = [],
    modelDate: Int,
    now: Int,
    tombstones: [Tombstone] = []
  ) {
    self.settings = settings
    self.topics = topics
    self.stories = stories
    self.feeds = feeds
    self.modelDate = modelDate
    self.now = now
    self.tombstones = tombstones
  }

  /// A story that no longer exists because it was merged into another.
  package struct Tombstone: Sendable, Hashable {
    package let id: Story.ID
    package let mergedInto: Story.ID
    /// Seconds since 1970.
    package let when: Int
    package init(id: Story.ID, mergedInto: Story.ID, when: Int) {
      self.id = id
      self.mergedInto = mergedInto
      self.when = when
    }
  }
}

/// The `[digest]` section of `feeds.conf`.
package struct DigestSettings: Sendable, Hashable {
  /// What becomes of a story that grows after it was published.
  package enum Updates: String, Sendable, Hashable { case silent, followUp = "follow-up" }

  /// The tagging entity of RFC 4151, `me.example,2026`.
  package var authority = "rasad.invalid,2025"
  package var title = "Rasad"
  /// The address under which the digest is published, ending in `/`, or `nil`.
  package var baseURL: String?
  /// How many stories the digest holds at least; those of the last 48 hours are always in.
  package var keep = 100
  package var updates = Updates.silent
  /// Whether titles are wrapped in RLI…PDI for readers that force left to right.
  package var titleIsolates = false
  package var hub: String?

  package init() {}
}

/// A story as the digest shows it.
package struct DigestStory: Sendable, Identifiable {
  package let id: Story.ID
  /// The best headline, in its own language.
  package var title: String
  package var language: Language
  /// Plain text, the beginning of the best member's text.
  package var lead: String
  /// Seconds since 1970.
  package var published: Int
  /// Seconds since 1970.
  package var updated: Int
  /// Seconds since 1970.
  package var firstSeen: Int
  /// At least one; the first is the primary one, whose headline and lead are shown.
  package var sources: [Source]
  /// The topics that fire, best first, with the evidence of the member that scored highest.
  package var tags: [TopicTag]

  package init(
    id: Story.ID,
    title: String,
    language: Language,
    lead: String,
    published: Int,
    updated: Int,
    firstSeen: Int,
    sources: [Source],
    tags: [TopicTag]
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.lead = lead
    self.published = published
    self.updated = updated
    self.firstSeen = firstSeen
    self.sources = sources
    self.tags = tags
  }

  /// One article of the story.
  package struct Source: Sendable {
    package var article: Article.ID
    package var outlet: String
    package var title: String
    package var language: Language
    /// Absolute http(s), or `nil` for an article without an address.
    package var url: String?
    /// Seconds since 1970.
    package var published: Int
    package var decision: StoryDecision

    package init(
      article: Article.ID,
      outlet: String,
      title: String,
      language: Language,
      url: String?,
      published: Int,
      decision: StoryDecision
    ) {
      self.article = article
      self.outlet = outlet
      self.title = title
      self.language = language
      self.url = url
      self.published = published
      self.decision = decision
    }
  }
}

/// How a feed is doing, in words and times.
package struct FeedHealth: Sendable, Hashable, Identifiable {
  /// The state that a user is told of.
  package enum State: String, Sendable, Hashable, Codable {
    case new, ok, failing, sick, gone, disabled
  }

  /// The id of the feed's section in `feeds.conf`.
  package let id: String
  package var title: String
  /// Without credentials.
  package var url: String
  package var language: Language
  package var state: State
  /// Why it fails, as a sentence, or `nil` while it works.
  package var cause: String?
  /// Seconds since 1970 of the first failure of the present series.
  package var failingSince: Int?
  /// Seconds since 1970.
  package var lastSuccess: Int?
  /// Seconds since 1970.
  package var nextFetch: Int?
  /// Articles first seen in the seven days before the digest's clock.
  package var newInWeek: Int

  package init(
    id: String,
    title: String,
    url: String,
    language: Language,
    state: State,
    cause: String? = nil,
    failingSince: Int? = nil,
    lastSuccess: Int? = nil,
    nextFetch: Int? = nil,
    newInWeek: Int = 0
  ) {
    self.id = id
    self.title = title
    self.url = url
    self.language = language
    self.state = state
    self.cause = cause
    self.failingSince = failingSince
    self.lastSuccess = lastSuccess
    self.nextFetch = nextFetch
    self.newInWeek = newInWeek
  }
}
