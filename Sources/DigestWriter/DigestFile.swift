// SPDX-License-Identifier: Apache-2.0

/// A file of the digest: where it goes and what is in it.
package struct DigestFile: Sendable, Hashable {
  /// Relative to the digest's directory, with `/`; made of `[A-Za-z0-9._-]` only.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
