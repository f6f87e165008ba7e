// SPDX-License-Identifier: Apache-2.0

/// How often a feed publishes.
package enum PublishingRhythm {
  /// The median time between two publications, in seconds.
  ///
  /// Items of the same second count once; only the newest 30 of the last 30 days count. When the
  /// feed has been silent for much longer than that, half the silence takes its place.
  ///
  /// - Parameters:
  ///   - instants: When items were published; in any order, absurd ones allowed.
  ///   - now: Seconds since 1970.
  /// - Returns: `nil` when there are fewer than four different instants.
  package static func gap(of instants: [Int], now: Int) -> Int? {
    let recent = Set(instants.filter { $0 > now - 30 * 86_400 && $0 <= now + 300 })
    let newest = recent.sorted(by: >).prefix(30)
    guard newest.count >= 4, let last = newest.first else { return nil }
    let gaps = zip(newest, newest.dropFirst()).map { $0 - $1 }.sorted()
    let median = gaps[gaps.count / 2]
    let silence = now - last
    return silence > 4 * median ? max(median, silence / 2) : median
  }
}
