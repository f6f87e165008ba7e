// SPDX-License-Identifier: Apache-2.0
import Articles
package import ArticleStore
import FeedFetcher
import FeedParser
import Foundation

extension FeedSchedule {
  /// The schedule that the store keeps for a feed, or that of a feed that was never fetched.
  package init(_ state: FeedState) {
    let stored = try? JSONDecoder().decode(FeedSchedule.self, from: Data(state.schedule.utf8))
    self = stored ?? FeedSchedule()
  }

  /// Writes the schedule, and those of its parts that others read, into what the store keeps.
  func write(into state: inout FeedState) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    if let data = try? encoder.encode(self) {
      state.schedule = String(decoding: data, as: UTF8.self)
    }
    state.status = FeedHealth.State(rawValue: health.rawValue) ?? .new
    state.cause = failure?.sentence
    state.failures = failures
    state.failingSince = failingSince
    state.lastAttempt = lastFetch
    state.lastSuccess = lastSuccess
    state.nextFetch = nextFetch
  }
}

extension FetchOutcome.Wishes {
  /// What a document says about when to come again (RSS 2.0; mod_syndication).
  init(_ feed: ParsedFeed) {
    let names = [
      "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]
    let periods = [
      "hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000,
      "yearly": 31_536_000,
    ]
    let period = feed.updatePeriod.flatMap { periods[$0.lowercased()] }
    self.init(
      ttl: feed.ttl.map { min($0, 1_000_000) * 60 },
      syndication: period.map { $0 / max(1, feed.updateFrequency ?? 1) },
      skipHours: Set(feed.skipHours),
      skipDays: Set(feed.skipDays.compactMap { names.firstIndex(of: $0.lowercased()) })
    )
  }
}

extension FetchResponse {
  /// The last address, when every redirect on the way to it was permanent.
  var permanentAddress: String? {
    let permanent = redirects.allSatisfy { $0.status == 301 || $0.status == 308 }
    return !redirects.isEmpty && permanent ? effectiveURL : nil
  }
}
