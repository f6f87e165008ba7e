// SPDX-License-Identifier: Apache-2.0

/// What a host asked of all of us: after 429 or 503 none of its feeds is fetched for a while.
package struct HostSchedule: Sendable, Hashable, Codable {
  /// Seconds since 1970.
  package internal(set) var notBefore: Int?
  /// Answers 429 in a row.
  package internal(set) var refusals = 0
  /// Of the answer that set ``notBefore``.
  package internal(set) var status: Int?

  package init() {}

  package func mayBeFetched(at now: Int) -> Bool { (notBefore ?? now) <= now }

  /// Whether there is nothing left to remember.
  package var isEmpty: Bool { notBefore == nil && refusals == 0 }

  /// Takes in an answer of the host.
  ///
  /// 429 always asks for a pause, by itself 10 minutes and doubled each time; 503 only does with
  /// `Retry-After`. No pause is longer than a day.
  ///
  /// - Parameters:
  ///   - status: Of the answer; `nil` when there was none.
  ///   - retryAfter: Seconds from `now`.
  ///   - now: Seconds since 1970.
  package mutating func receive(status: Int?, retryAfter: Int?, now: Int) {
    guard let status else { return }
    let asked = retryAfter.map { min(max($0, 0), FeedSchedule.longest) }
    switch status {
    case 429:
      refusals += 1
      let own = min(FeedSchedule.shortest << min(refusals - 1, 8), FeedSchedule.longest)
      extend(to: now + (asked ?? own), status)
    case 503:
      if let asked { extend(to: now + asked, status) }
    case 200..<400:
      refusals = 0
      if let notBefore, notBefore <= now {
        self.notBefore = nil
        self.status = nil
      }
    default: break
    }
  }

  private mutating func extend(to instant: Int, _ status: Int) {
    guard instant > notBefore ?? .min else { return }
    notBefore = instant
    self.status = status
  }
}
