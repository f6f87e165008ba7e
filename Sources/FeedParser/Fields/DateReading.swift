// SPDX-License-Identifier: Apache-2.0

/// Dates of feeds as instants.
enum DateReading {
  /// Seconds since 1970, or `nil` when `text` names no instant.
  static func seconds(_ text: String) -> Int? { FeedDate(text)?.seconds }
}
