// SPDX-License-Identifier: Apache-2.0

/// When a feed is fetched next and how it is doing: a pure value that outcomes change.
///
/// It reads no clock and knows no store; it is kept beside the feed's articles, in the transaction
/// that stores them.
package struct FeedSchedule: Sendable, Hashable, Codable {
  /// How a feed is doing.
  package enum Health: String, Sendable, Hashable, Codable {
    /// Never fetched.
    case new
    case ok
    /// Failed lately; nobody is told yet.
    case failing
    /// Failed for long enough, or never worked.
    case sick
    /// Said three times that it is gone; not fetched any more unless it is named.
    case gone
  }

  /// A new address that is not trusted yet.
  package struct Move: Sendable, Hashable, Codable {
    package var url: String
    package var count: Int
  }

  package internal(set) var health = Health.new
  /// Seconds since 1970; `nil` means never.
  package internal(set) var nextFetch: Int? = 0
  /// Not even a fetch that the user asks for may come earlier.
  package internal(set) var notBefore: Int?
  package internal(set) var lastFetch: Int?
  /// The last 200 or 304.
  package internal(set) var lastSuccess: Int?
  /// The last 200 that was parsed.
  package internal(set) var lastWhole: Int?
  /// Failures in a row.
  package internal(set) var failures = 0
  /// Of the first of them.
  package internal(set) var failingSince: Int?
  package internal(set) var failure: FetchOutcome.Failure?
  /// Answers 410 in a row.
  package internal(set) var goneAnswers = 0
  /// Of 1000 fetches, how many brought nothing new; recent ones weigh more.
  package internal(set) var unchangedShare = 500
  /// From the last document with items.
  package internal(set) var rhythm: PublishingRhythm?
  /// Seconds between fetches as they were learned, without what the server asks for.
  package internal(set) var learned = 3600
  package internal(set) var ttl: Int?
  package internal(set) var syndication: Int?
  package internal(set) var skipHours: Set<Int> = []
  package internal(set) var skipDays: Set<Int> = []
  package internal(set) var move: Move?
  /// The address that took the place of the configured one.
  package internal(set) var adoptedURL: String?
  /// Why ``nextFetch`` is what it is.
  package internal(set) var reason = FetchReason(basis: .new)

  package init() {}

  /// Reads what any version has written: what is missing or unreadable keeps its first value, so that
  /// an update never forgets how a feed was doing.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func read<Value: Decodable>(_ key: CodingKeys, _ value: inout Value) {
      if let known = try? values.decodeIfPresent(Value.self, forKey: key) { value = known }
    }
    read(.health, &health)
    // Only a feed that is gone is never fetched again.
    nextFetch = try? values.decodeIfPresent(Int.self, forKey: .nextFetch)
    if nextFetch == nil, health != .gone { nextFetch = 0 }
    read(.notBefore, &notBefore)
    read(.lastFetch, &lastFetch)
    read(.lastSuccess, &lastSuccess)
    read(.lastWhole, &lastWhole)
    read(.failures, &failures)
    read(.failingSince, &failingSince)
    read(.failure, &failure)
    read(.goneAnswers, &goneAnswers)
    read(.unchangedShare, &unchangedShare)
    read(.rhythm, &rhythm)
    read(.learned, &learned)
    read(.ttl, &ttl)
    read(.syndication, &syndication)
    read(.skipHours, &skipHours)
    read(.skipDays, &skipDays)
    read(.move, &move)
    read(.adoptedURL, &adoptedURL)
    read(.reason, &reason)
  }

  /// Whether a run without further orders fetches the feed.
  package func isDue(at now: Int) -> Bool {
    guard let nextFetch else { return false }
    return nextFetch <= now && (notBefore ?? now) <= now
  }

  /// Whether the feed may be fetched when the user asks for it.
  package func mayBeFetched(at now: Int) -> Bool { (notBefore ?? now) <= now }

  /// Whether the stored validators may be sent.
  ///
  /// Some servers answer 304 for ever: after eight days without a whole document we ask for one.
  package func trustsValidators(at now: Int) -> Bool {
    guard let lastWhole else { return false }
    return now - lastWhole < 8 * 86_400
  }
}

/// What the user decided about a feed's schedule.
package struct SchedulePolicy: Sendable, Hashable {
  /// The feed's id: it spreads what would otherwise happen at the same time.
  package var feed: String
  /// Seconds between fetches, when the user fixed them.
  package var interval: Int?
  /// Seconds of failure after which a feed counts as sick.
  package var alertAfter: Int

  package init(feed: String, interval: Int? = nil, alertAfter: Int = 86_400) {
    self.feed = feed
    self.interval = interval
    self.alertAfter = alertAfter
  }
}

/// What an outcome changed, as far as somebody should hear of it.
package struct ScheduleReport: Sendable, Hashable {
  /// A change that is told once, also under cron.
  package enum Event: Sendable, Hashable {
    /// - Parameter since: Of the first failure, seconds since 1970.
    case turnedSick(since: Int, FetchOutcome.Failure)
    /// - Parameter since: Of the first failure, seconds since 1970.
    case recovered(since: Int)
    case gone
    case moved(to: String)
    /// The new address failed, the configured one is tried again.
    case movedBack(from: String)
  }

  package var events: [Event] = []
}
