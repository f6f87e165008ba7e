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
  /// Months, `YYYY-MM`, that are over and of which ``stories`` holds every story on a topic, by
  /// ``DigestStory/firstSeen``, and every one that grew in it.
  ///
  /// Only of these archives are written, once one of their entries has left the current feed.
  package var completeMonths: [String] = []
  /// Months, `YYYY-MM`, whose archives exist already: they stay in the chain, and are not written
  /// again.
  package var archivedMonths: [String] = []
  /// How many stories there were on each day, for the plots; the stories at hand are
  /// counted when it is empty.
  package var history: [DayCount] = []
  /// What was stored and fetched in all, or `nil` where nobody counted (a replay).
  package var numbers: DigestNumbers?
  /// What the topic model knows of each topic, for the topic's page; may be empty.
  package var topicDetails: [TopicDetail] = []

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

/// What came on one day.
package struct DayCount: Sendable, Hashable {
  /// Days after 1970-01-01.
  package let day: Int
  /// The topic that is counted, or `nil` for all stories on any topic.
  package let topic: Topic.ID?
  /// Stories that last grew on that day.
  package let stories: Int

  package init(day: Int, topic: Topic.ID? = nil, stories: Int) {
    self.day = day
    self.topic = topic
    self.stories = stories
  }
}

/// What was stored and fetched, for the page of figures.
///
/// Only what a replay of the same bytes gives again: no times, no sizes of files.
package struct DigestNumbers: Sendable, Hashable {
  /// Articles that arrived on one day in one language.
  package struct Arrivals: Sendable, Hashable {
    /// Days after 1970-01-01.
    package let day: Int
    package let language: Language
    package let articles: Int
    package init(day: Int, language: Language, articles: Int) {
      self.day = day
      self.language = language
      self.articles = articles
    }
  }

  package var articles = 0
  package var stories = 0
  /// Of the last thirty days, oldest day first.
  package var arrivals: [Arrivals] = []
  /// Of the last thirty days and all feeds together, oldest day first.
  package var days: [FeedDay] = []

  package init() {}
}

/// The attempts to fetch on one day (UTC).
package struct FeedDay: Sendable, Hashable {
  /// Days after 1970-01-01.
  package let day: Int
  package var fetches: Int
  /// Answers that said that nothing is new.
  package var unchanged: Int
  package var failed: Int

  package init(day: Int, fetches: Int, unchanged: Int, failed: Int) {
    self.day = day
    self.fetches = fetches
    self.unchanged = unchanged
    self.failed = failed
  }
}

/// A topic of the model as its page shows it.
package struct TopicDetail: Sendable, Hashable, Identifiable {
  package let id: Topic.ID
  package var phrases: [Phrase]
  package var passages: [Passage]

  package init(id: Topic.ID, phrases: [Phrase], passages: [Passage] = []) {
    self.id = id
    self.phrases = phrases
    self.passages = passages
  }

  /// A phrase that counts for the topic.
  package struct Phrase: Sendable, Hashable {
    package let text: String
    package let language: Language
    /// Thousandths.
    package let weight: Int
    /// Where it came from, in words: `verbatim in seeds 000 002`, `translation`, `expansion`.
    package let origin: String

    package init(text: String, language: Language, weight: Int, origin: String) {
      self.text = text
      self.language = language
      self.weight = weight
      self.origin = origin
    }
  }

  /// A piece of a seed document in which phrases of the topic stand.
  package struct Passage: Sendable, Hashable {
    /// The name of the seed document.
    package let seed: String
    package let language: Language
    /// The passage in alternating pieces: plain, marked, plain, marked, …; any may be empty.
    package let pieces: [String]

    package init(seed: String, language: Language, pieces: [String]) {
      self.seed = seed
      self.language = language
      self.pieces = pieces
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
  /// Topics that nearly fire or barely do (``TopicTag/borderline``), best first.
  package var borderline: [TopicTag] = []
  /// How the story grew materially after it was published, oldest first.
  package var growth: [Growth] = []

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

  /// A material growth of the story: the only thing that moves ``updated``.
  package struct Growth: Sendable, Hashable {
    /// What was new.
    package enum Reason: String, Sendable, Hashable, Codable {
      case newLanguage = "new-language"
      case newSource = "new-source"
      case newLead = "new-lead"
    }

    /// From 2 on, in the order in which the story grew: part of the id of the follow-up.
    package let number: Int
    package let reason: Reason
    /// Seconds since 1970.
    package let when: Int
    /// The new headline, in its own language.
    package let title: String
    package let language: Language
    /// Of the article that made the story grow; absolute http(s), or `nil`.
    package let url: String?
    package let outlet: String

    package init(
      number: Int,
      reason: Reason,
      when: Int,
      title: String,
      language: Language,
      url: String?,
      outlet: String
    ) {
      self.number = number
      self.reason = reason
      self.when = when
      self.title = title
      self.language = language
      self.url = url
      self.outlet = outlet
    }
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
  /// Why the feed is fetched then, in words that hold whenever they are read, or `nil` for a feed that
  /// was never fetched.
  package var nextFetchReason: String?
  /// The median time between two publications in seconds, or `nil` while it is unknown.
  package var medianGap: Int?
  /// Articles first seen in the seven days before the digest's clock.
  package var newInWeek: Int
  /// What the feed says about rights, as text; copied into the entries.
  package var rights: String?
  /// The attempts of the last thirty days, oldest first; days without any are left out.
  package var days: [FeedDay] = []

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
    newInWeek: Int = 0,
    rights: String? = nil
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
    self.rights = rights
  }
}
