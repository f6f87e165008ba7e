// SPDX-License-Identifier: Apache-2.0

/// Dates of feeds as instants.
enum DateReading {
  /// Seconds since 1970, or `nil` when `text` names no instant.
  static func seconds(_ text: String) -> Int? { FeedDate(text)?.seconds }

  /// Whether an instant lies before 1971 or after 2100, where no publisher means it to.
  static func isImplausible(_ seconds: Int) -> Bool {
    !(31_536_000..<4_133_980_800).contains(seconds)
  }
}
