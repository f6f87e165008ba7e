// SPDX-License-Identifier: Apache-2.0

/// Times that feeds claim, held against the run's clock.
enum ClaimedTime {
  /// 1990-01-01: nothing on the web is older, and broken clocks say 1970.
  private static let earliest = 631_152_000

  /// The claimed time if it can be true; the future becomes `firstSeen`, the absurd `nil`.
  static func plausible(_ claimed: Int?, firstSeen: Int) -> Int? {
    guard let claimed, claimed >= earliest else { return nil }
    return min(claimed, firstSeen)
  }
}
