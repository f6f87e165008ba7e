// SPDX-License-Identifier: Apache-2.0

/// How often a feed publishes.
package struct PublishingRhythm: Sendable, Hashable, Codable {
  /// The median time between two publications, in seconds.
  package let median: Int
  /// The newest publication, in seconds since 1970.
  package let newest: Int

  /// Measures the instants of a document's items; fails when fewer than four differ.
  ///
  /// Items of the same second count once; only the newest 30 of the last 30 days count.
  ///
  /// - Parameters:
  ///   - instants: When items were published; in any order, absurd ones allowed.
  ///   - now: Seconds since 1970.
  package init?(of instants: [Int], now: Int) {
    let recent = Set(instants.filter { $0 > now - 30 * 86_400 && $0 <= now + 300 })
    let sorted = recent.sorted(by: >).prefix(30)
    guard sorted.count >= 4, let last = sorted.first else { return nil }
    let gaps = zip(sorted, sorted.dropFirst()).map { $0 - $1 }.sorted()
    median = gaps[gaps.count / 2]
    newest = last
  }

  /// The gap to reckon with: the median, or half the silence once that lasts much longer.
  package func gap(now: Int) -> Int {
    let silence = now - newest
    return silence > 4 * median ? max(median, silence / 2) : median
  }
}
