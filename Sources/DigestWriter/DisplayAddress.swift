// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Addresses that may stand in the digest.
enum DisplayAddress {
  /// Bytes; longer ones are left out: they would crowd out the stories.
  static let longest = 2048

  /// `text` as an absolute http or https address in ASCII, or `nil` when it is none to follow.
  static func checked(_ text: String) -> String? {
    guard text.utf8.count <= longest, let address = WebAddress(text)?.text,
      address.utf8.count <= longest
    else { return nil }
    return address
  }
}
