// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Why a feed is fetched when it is.
package struct FetchReason: Sendable, Hashable, Codable {
  /// What the time was reckoned from.
  package enum Basis: Sendable, Hashable, Codable {
    /// Never fetched.
    case new
    /// Seconds between publications.
    case rhythm(gap: Int)
    /// Without dates: from what earlier fetches brought.
    case experience
    /// Seconds.
    case configured(Int)
    case backOff(failures: Int)
    /// Seconds.
    case retryAfter(Int)
    case networkDown
    case gone
  }

  /// Who asked not to be fetched more often.
  package enum Source: String, Sendable, Hashable, Codable {
    case maxAge = "max-age"
    case ttl
    case syndication = "sy:updatePeriod"
  }

  /// A wish of the server that lengthened the wait.
  package struct Floor: Sendable, Hashable, Codable {
    package var seconds: Int
    package var source: Source
  }

  package var basis: Basis
  package var floor: Floor?
  /// Whether skipHours or skipDays moved the fetch.
  package var isShifted = false

  package init(basis: Basis) { self.basis = basis }
}

extension FeedSchedule {
  /// The next fetch and its reason in words, for `feeds show`.
  ///
  /// - Parameter now: Seconds since 1970.
  /// - Returns: One line without a full stop.
  package func explanation(now: Int) -> String {
    guard let nextFetch, nextFetch <= now else { return explanation }
    return "due now" + (lastFetch == nil ? ": " : ", ") + explanation
  }

  /// The reason of the next fetch in words that hold whenever they are read, for a page.
  ///
  /// One line without a full stop, as ``explanation(now:)``.
  package var explanation: String {
    guard let nextFetch, let lastFetch else {
      return health == .gone
        ? "not fetched any more: the server said 410 Gone three times" : "never fetched"
    }
    var text = "\(Timestamp.duration(nextFetch - lastFetch)) after the last fetch: "
    switch reason.basis {
    case .new: text += "new"
    case .rhythm(let gap):
      text += "half the usual gap between items of \(Timestamp.duration(gap))"
      if unchangedShare > 850 { text += ", longer because most fetches bring nothing new" }
      if unchangedShare < 300 { text += ", shorter because most fetches bring something new" }
    case .experience: text += "learned from how often there was something new"
    case .configured: text += "as configured"
    case .backOff(let failures):
      text += failures == 1 ? "it failed" : "it failed \(failures) times in a row"
    case .retryAfter(let seconds):
      text += "the server asked for a pause of \(Timestamp.duration(seconds)) (Retry-After)"
    case .networkDown: text += "no feed could be reached"
    case .gone: text += "gone"
    }
    if let floor = reason.floor {
      text +=
        ", not below the server's \(floor.source.rawValue) of "
        + Timestamp.duration(floor.seconds)
    }
    if reason.isShifted { text += ", moved out of the hours or days that the feed wants skipped" }
    return text
  }
}
