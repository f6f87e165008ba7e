// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// A digest in which every value may be written down as it is.
///
/// All checking of what came from outside happens here, once; the writers only arrange.
struct CleanDigest {
  let settings: DigestSettings
  let topics: [Topic]
  let details: [Topic.ID: TopicDetail]
  /// Newest `updated` first, ties by id; no id twice; each has at least one source.
  let stories: [DigestStory]
  let feeds: [FeedHealth]
  let feedsByID: [String: FeedHealth]
  let tombstones: [Digest.Tombstone]
  let completeMonths: Set<String>
  let archivedMonths: [String]
  let history: [DayCount]
  let numbers: DigestNumbers?
  let modelDate: Int
  let now: Int

  init(_ digest: Digest) {
    settings = CleanDigest.settings(digest.settings)
    topics = CleanDigest.unique(digest.topics.map(CleanDigest.topic), by: \.id)
    details = Dictionary(
      digest.topicDetails.map { ($0.id, $0) }.map { (PathName.safe($0), CleanDigest.detail($1)) },
      uniquingKeysWith: { first, _ in first }
    )
    stories = CleanDigest.unique(
      digest.stories.filter { !$0.sources.isEmpty }.map(CleanDigest.story),
      by: \.id
    ).sorted { ($1.updated, $0.id) < ($0.updated, $1.id) }
    feeds = CleanDigest.unique(digest.feeds.map(CleanDigest.feed), by: \.id)
    feedsByID = Dictionary(uniqueKeysWithValues: feeds.map { ($0.id, $0) })
    let live = Set(stories.map(\.id))
    tombstones = CleanDigest.unique(
      digest.tombstones.map {
        Digest.Tombstone(
          id: Story.ID(text: PathName.safe($0.id.text)),
          mergedInto: Story.ID(text: PathName.safe($0.mergedInto.text)),
          when: CleanDigest.instant($0.when)
        )
      },
      by: \.id
    ).filter { !live.contains($0.id) }.sorted { ($1.when, $0.id) < ($0.when, $1.id) }
    completeMonths = Set(digest.completeMonths.filter(CleanDigest.isMonth))
    history = digest.history.filter { (0...2_932_896).contains($0.day) }.map {
      DayCount(
        day: $0.day,
        topic: $0.topic.map(PathName.safe),
        stories: min(max($0.stories, 0), 1 << 30)
      )
    }
    numbers = digest.numbers.map(CleanDigest.numbers)
    archivedMonths = Set(digest.archivedMonths.filter(CleanDigest.isMonth)).sorted()
    modelDate = CleanDigest.instant(digest.modelDate)
    now = CleanDigest.instant(digest.now)
  }

  /// Into the years that RFC 3339 can write.
  static func instant(_ seconds: Int) -> Int {
    min(max(seconds, DisplayDate.range.lowerBound), DisplayDate.range.upperBound)
  }

  private static func unique<Value, Key: Hashable>(
    _ values: [Value],
    by key: (Value) -> Key
  ) -> [Value] {
    var seen: Set<Key> = []
    return values.filter { seen.insert(key($0)).inserted }
  }

  private static func settings(_ given: DigestSettings) -> DigestSettings {
    var settings = given
    settings.title = DisplayText.line(given.title, limit: 100)
    if settings.title.isEmpty { settings.title = "Rasad" }
    settings.authority = PathName.authority(given.authority) ?? DigestSettings().authority
    settings.baseURL = given.baseURL.flatMap(DisplayAddress.checked).flatMap { address in
      // A query or a fragment cannot have file names appended.
      guard !address.contains("?"), !address.contains("#"), address.utf8.count <= 512
      else { return nil }
      return address.hasSuffix("/") ? address : address + "/"
    }
    settings.hub = given.hub.flatMap(DisplayAddress.checked)
    settings.keep = max(1, given.keep)
    return settings
  }

  private static func topic(_ given: Topic) -> Topic {
    Topic(
      id: PathName.safe(given.id),
      labels: given.labels.mapValues { DisplayText.line($0, limit: 60) }.filter { !$1.isEmpty }
    )
  }

  private static func detail(_ given: TopicDetail) -> TopicDetail {
    TopicDetail(
      id: PathName.safe(given.id),
      phrases: given.phrases.map {
        TopicDetail.Phrase(
          text: DisplayText.line($0.text, limit: 80),
          language: $0.language,
          weight: bounded($0.weight),
          origin: DisplayText.line($0.origin, limit: 80)
        )
      },
      passages: given.passages.map {
        TopicDetail.Passage(
          seed: DisplayText.line($0.seed, limit: 60),
          language: $0.language,
          pieces: $0.pieces.map { DisplayText.piece($0, limit: 600) }
        )
      }
    )
  }

  private static func feed(_ given: FeedHealth) -> FeedHealth {
    let id = PathName.safe(given.id)
    let title = DisplayText.line(given.title, limit: 100)
    var feed = FeedHealth(
      id: id,
      title: title.isEmpty ? id : title,
      url: DisplayAddress.checked(given.url) ?? "",
      language: given.language,
      state: given.state,
      cause: given.cause.map { DisplayText.line($0, limit: 300) },
      failingSince: given.failingSince.map(instant),
      lastSuccess: given.lastSuccess.map(instant),
      nextFetch: given.nextFetch.map(instant),
      newInWeek: max(0, given.newInWeek),
      rights: given.rights.map { DisplayText.line($0, limit: 300) }
    )
    feed.nextFetchReason = given.nextFetchReason.map { DisplayText.line($0, limit: 300) }
    feed.medianGap = given.medianGap.map { max(0, $0) }
    feed.days = given.days.suffix(400).map(day)
    return feed
  }

  private static func numbers(_ given: DigestNumbers) -> DigestNumbers {
    var numbers = given
    numbers.articles = bounded(given.articles)
    numbers.stories = bounded(given.stories)
    numbers.arrivals = given.arrivals.filter { (0...2_932_896).contains($0.day) }.map {
      .init(day: $0.day, language: $0.language, articles: bounded($0.articles))
    }
    numbers.days = given.days.suffix(400).map(day)
    return numbers
  }

  private static func day(_ given: FeedDay) -> FeedDay {
    FeedDay(
      day: min(max(given.day, 0), 2_932_896),
      fetches: max(0, bounded(given.fetches)),
      unchanged: max(0, bounded(given.unchanged)),
      failed: max(0, bounded(given.failed))
    )
  }

  private static func story(_ given: DigestStory) -> DigestStory {
    let sources = given.sources.prefix(500).map(source)
    let published = instant(given.published)
    let lead = DisplayText.paragraphs(given.lead, limit: 3000).joined(separator: "\n\n")
    var title = DisplayText.line(given.title, limit: 300)
    if title.isEmpty { title = DisplayText.line(lead, limit: 100) }
    if title.isEmpty { title = sources.first?.title ?? "" }
    if title.isEmpty { title = Words(given.language).untitled }
    var story = DigestStory(
      id: Story.ID(text: PathName.safe(given.id.text)),
      title: title,
      language: given.language,
      lead: lead,
      published: published,
      updated: max(instant(given.updated), published),
      firstSeen: instant(given.firstSeen),
      sources: sources,
      tags: unique(given.tags.prefix(50).map(tag), by: \.topic)
    )
    story.borderline = unique(given.borderline.prefix(50).map(tag), by: \.topic)
    story.growth = unique(given.growth.map(growth), by: \.number).sorted {
      ($0.when, $0.number) < ($1.when, $1.number)
    }
    return story
  }

  private static func source(_ given: DigestStory.Source) -> DigestStory.Source {
    let feed = PathName.safe(given.article.feed)
    let outlet = DisplayText.line(given.outlet, limit: 60)
    let decision = given.decision
    return DigestStory.Source(
      article: Article.ID(feed: feed, key: DisplayText.line(given.article.key, limit: 300)),
      outlet: outlet.isEmpty ? feed : outlet,
      title: DisplayText.line(given.title, limit: 300),
      language: given.language,
      url: given.url.flatMap(DisplayAddress.checked),
      published: instant(given.published),
      decision: StoryDecision(
        relation: decision.relation,
        partner: decision.partner.map {
          Article.ID(feed: PathName.safe($0.feed), key: DisplayText.line($0.key, limit: 300))
        },
        evidence: evidence(decision.evidence)
      )
    )
  }

  private static func growth(_ given: DigestStory.Growth) -> DigestStory.Growth {
    DigestStory.Growth(
      number: given.number,
      reason: given.reason,
      when: instant(given.when),
      title: DisplayText.line(given.title, limit: 300),
      language: given.language,
      url: given.url.flatMap(DisplayAddress.checked),
      outlet: DisplayText.line(given.outlet, limit: 60)
    )
  }

  private static func tag(_ given: TopicTag) -> TopicTag {
    TopicTag(topic: PathName.safe(given.topic), evidence: evidence(given.evidence))
  }

  /// At most 60 pieces; the others are summed up in one, so that the score stays what it was.
  private static func evidence(_ given: [Evidence]) -> [Evidence] {
    guard given.count > 60 else { return given.map(evidence) }
    let rest = given.dropFirst(59).reduce(0) { $0 + bounded($1.contribution) }
    let note = "\(given.count - 59) smaller reasons"
    return given.prefix(59).map(evidence) + [
      Evidence(kind: .base, contribution: bounded(rest), found: "", note: note)
    ]
  }

  private static func evidence(_ given: Evidence) -> Evidence {
    Evidence(
      kind: given.kind,
      contribution: bounded(given.contribution),
      found: DisplayText.line(given.found, limit: 80),
      partner: DisplayText.line(given.partner, limit: 80),
      note: DisplayText.line(given.note, limit: 120)
    )
  }

  /// Small enough that no sum of them overflows.
  private static func bounded(_ thousandths: Int) -> Int {
    min(max(thousandths, -1_000_000_000), 1_000_000_000)
  }

  private static func isMonth(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return false }
    return Timestamp.seconds(text + "-01") != nil
  }
}

/// Names that may stand in a path and in a tag URI (RFC 4151) without escaping.
enum PathName {
  /// `name` if it is made of `[A-Za-z0-9._-]`, does not begin with a dot and is not too long; else
  /// a hash of it.
  static func safe(_ name: String) -> String {
    let bytes = name.utf8
    let plain =
      (1...80).contains(bytes.count) && bytes.first != UInt8(ascii: ".")
      && bytes.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
    if plain { return name }
    return "x-" + Base32.encode(SHA256.digest(of: Array(bytes))).prefix(24)
  }

  /// `text` if it is a tagging entity: a domain or mail address, a comma, and a date.
  static func authority(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 200, let name = parts.first, let date = parts.last,
      let first = name.utf8.first, isLetterOrDigit(first),
      name.utf8.allSatisfy({ isLetterOrDigit($0) || "._-@".utf8.contains($0) }),
      name.filter({ $0 == "@" }).count <= 1
    else { return nil }
    let full =
      String(date) + ["", "", "", "", "-01-01", "", "", "-01", "", "", ""][min(10, date.count)]
    return Timestamp.seconds(full) != nil && full.utf8.count == 10 ? text : nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
