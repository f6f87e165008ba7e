// SPDX-License-Identifier: Apache-2.0
package import Articles
package import ArticleStore
package import FeedList
import TextBasics
import TopicModel

/// From the store to a digest: which stories, in which words, in which order.
package struct DigestAssembler: Sendable {
  /// Characters of a story's lead that are handed to the writer.
  private static let leadLimit = 1200
  /// Titles up to this long are headlines; longer ones are first sentences in disguise.
  private static let headline = 120

  let store: ArticleStore
  let model: ModelSource
  let configuration: FeedListConfiguration?
  /// Seconds since 1970: the run's clock.
  let now: Int
  /// Whether young stories wait for other sources (`[digest] settle`); a replay does not wait.
  let settles: Bool

  package init(
    store: ArticleStore,
    model: ModelSource,
    configuration: FeedListConfiguration?,
    now: Int,
    settles: Bool
  ) {
    self.store = store
    self.model = model
    self.configuration = configuration
    self.now = now
    self.settles = settles
  }

  /// Collects the newest stories of every list that the digest has: all, tagged, each topic's.
  ///
  /// - Parameter archived: Months, `YYYY-MM`, whose archives were written before.
  /// - Returns: The digest.
  /// - Throws: `StoreError`.
  package func digest(archived: [String] = []) throws -> Digest {
    var stories: [Story.ID: StoredStory] = [:]
    let keep = configuration?.digest.keep ?? DigestSettings().keep
    for filter in [StoryFilter(limit: keep), StoryFilter(tagged: true, limit: keep)]
      + model.model.topics.map({ StoryFilter(topic: $0.id, limit: keep) })
    {
      for story in try store.stories(settled(filter)) { stories[story.id] = story }
    }
    let complete = try addComplete(archived: archived, to: &stories)
    let ordered = stories.values.map(story).sorted { ($1.updated, $0.id) < ($0.updated, $1.id) }
    var digest = Digest(
      settings: settings,
      topics: model.model.topics,
      stories: ordered,
      feeds: try health().map(Self.published),
      modelDate: model.model.date,
      now: now,
      tombstones: try store.tombstones()
    )
    digest.archivedMonths = archived
    digest.completeMonths = complete
    if settles { digest.numbers = try numbers() }
    digest.history = try store.storyDays(since: (now / 86_400 - 60) * 86_400)
    digest.topicDetails =
      TopicDetails(model: model.model, documents: model.documents).details()
    return digest
  }

  /// A feed as strangers may see it: an address that holds a token is the user's own.
  private static func published(_ feed: FeedHealth) -> FeedHealth {
    var feed = feed
    feed.url = Redaction.address(feed.url)
    return feed
  }

  /// Reads the months that are over, once one of their stories no longer stands among `stories`.
  ///
  /// - Returns: The months of which `stories` now holds everything.
  private func addComplete(
    archived: [String],
    to stories: inout [Story.ID: StoredStory]
  ) throws -> [String] {
    let months = try ArchiveMonths(
      store: store,
      now: now,
      settle: settle,
      archived: Set(archived)
    ).waiting()
    let shown = Set(stories.keys)
    let left = months.lastIndex { !$0.stories.allSatisfy(shown.contains) }
    for (place, month) in months.enumerated() where place <= left ?? -1 {
      for id in month.stories where stories[id] == nil {
        stories[id] = try store.story(id, textLimit: 4000)
      }
    }
    return months.map(\.month)
  }

  /// Seconds.
  private var settle: Int {
    settles ? Int(configuration?.digest.settle.components.seconds ?? 0) : 0
  }

  private func settled(_ filter: StoryFilter) -> StoryFilter {
    var filter = filter
    if settle > 0 { filter.seenBy = now - settle }
    // Everything of the last 48 hours stands in the digest, however much it is.
    filter.since = now - 48 * 3600
    return filter
  }

  private var settings: DigestSettings {
    var settings = DigestSettings()
    guard let section = configuration?.digest else { return settings }
    settings.authority = section.authority
    settings.title = section.title
    settings.baseURL = section.baseURL
    settings.keep = section.keep
    settings.updates = section.updates == .followUp ? .followUp : .silent
    settings.titleIsolates = section.titleIsolates
    settings.hub = section.hub
    return settings
  }

  /// The story as readers see it.
  package func story(_ stored: StoredStory) -> DigestStory {
    let primary = primary(of: stored)
    let others = stored.members.filter { $0.article.id != primary.article.id }
      .sorted { ($0.article.instant, $0.article.id) < ($1.article.instant, $1.article.id) }
    var story = DigestStory(
      id: stored.id,
      title: primary.article.title,
      language: primary.article.language,
      lead: String(primary.article.text.prefix(DigestAssembler.leadLimit)),
      published: stored.published,
      updated: stored.updated,
      firstSeen: stored.firstSeen,
      sources: ([primary] + others).map(source),
      tags: tags(of: stored)
    )
    // What came while the story waited for its first readers is no news to them.
    story.growth = stored.growth.filter { settle == 0 || $0.when > stored.firstSeen + settle }
    story.borderline = stored.members.flatMap(\.tags)
      .filter { TopicTag.borderline.contains($0.score) }
      .sorted { ($1.score, $0.topic) < ($0.score, $1.topic) }
    return story
  }

  /// The member whose headline and lead stand for the story: the earliest with a real headline.
  private func primary(of story: StoredStory) -> StoredArticle {
    let ordered = story.members.sorted {
      ($0.article.instant, $0.article.id) < ($1.article.instant, $1.article.id)
    }
    return ordered.first { $0.article.title.count <= DigestAssembler.headline } ?? ordered[0]
  }

  private func source(_ member: StoredArticle) -> DigestStory.Source {
    DigestStory.Source(
      article: member.article.id,
      outlet: member.article.outlet,
      title: member.article.title,
      language: member.article.language,
      url: member.article.url,
      published: member.article.instant,
      decision: member.decision
        ?? StoryDecision(relation: .first, partner: nil, evidence: [])
    )
  }

  /// For each topic that fires, the tag of the member that scores highest; best first.
  private func tags(of story: StoredStory) -> [TopicTag] {
    var best: [Topic.ID: TopicTag] = [:]
    for member in story.members {
      for tag in member.tags where tag.fires {
        if tag.score > (best[tag.topic]?.score ?? 0) { best[tag.topic] = tag }
      }
    }
    return best.values.sorted { ($1.score, $0.topic) < ($0.score, $1.topic) }
  }

  /// What was stored and fetched; not for a replay, whose pages must not tell how long it took.
  private func numbers() throws -> DigestNumbers {
    var numbers = DigestNumbers()
    (numbers.articles, numbers.stories) = try store.size()
    numbers.arrivals = try store.arrivals(since: firstDay).map {
      .init(day: $0.day, language: Language(tag: $0.language), articles: $0.articles)
    }
    var days: [Int: FeedDay] = [:]
    for day in try store.fetchDays(since: firstDay).values.joined() {
      var sum = days[day.day] ?? FeedDay(day: day.day, fetches: 0, unchanged: 0, failed: 0)
      sum.fetches += day.fetches
      sum.unchanged += day.unchanged
      sum.failed += day.failed
      days[day.day] = sum
    }
    numbers.days = days.values.sorted { $0.day < $1.day }
    return numbers
  }

  /// The start of the thirty days up to now, in seconds since 1970.
  private var firstDay: Int { (now / 86_400 - 29) * 86_400 }

  /// The health of every configured feed, in the order of their ids.
  package func health() throws -> [FeedHealth] {
    let states = try store.allFeedStates()
    let known = Dictionary(states.map { ($0.feed, $0) }) { first, _ in first }
    let recent = try store.newInWeek(now: now)
    let days = try store.fetchDays(since: firstDay)
    return (configuration?.feeds ?? []).sorted { $0.id < $1.id }.map { source in
      let state = known[source.id]
      var feed = FeedHealth(
        id: source.id,
        title: source.title ?? state?.title ?? source.id,
        url: source.url,
        language: source.language.map { Language(tag: $0) } ?? state?.language ?? .unknown,
        state: source.enabled ? state?.status ?? .new : .disabled,
        cause: state?.cause,
        failingSince: state?.failingSince,
        lastSuccess: state?.lastSuccess,
        nextFetch: source.enabled ? state?.nextFetch : nil,
        newInWeek: recent[source.id] ?? 0,
        rights: state?.rights
      )
      if let state, state.lastAttempt != nil, source.enabled {
        let schedule = FeedSchedule(state)
        feed.nextFetchReason = schedule.explanation
        feed.medianGap = schedule.rhythm?.median
      }
      feed.days = (days[source.id] ?? []).map {
        FeedDay(
          day: $0.day,
          fetches: $0.fetches,
          unchanged: $0.unchanged,
          failed: $0.failed
        )
      }
      return feed
    }
  }
}
