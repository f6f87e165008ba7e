// SPDX-License-Identifier: Apache-2.0

/// Fingerprints of what the deriver wrote, kept in the file, so that the next derive can tell its
/// own lines from those that a person changed, added or took out.
///
/// A fingerprint is `name.content`, eight hexadecimal digits each: what the line is about, and what
/// it said.
package struct DerivedLines: Sendable, Hashable {
  private var contents: [String: String] = [:]

  package init() {}

  /// Whether nothing was derived.
  package var isEmpty: Bool { contents.isEmpty }

  /// Takes in a written fingerprint; answers whether it was one.
  mutating func insert(_ fingerprint: String) -> Bool {
    let parts = fingerprint.split(separator: ".", omittingEmptySubsequences: false)
    let isHex = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 8 && $0.utf8.allSatisfy(isHex) })
    else { return false }
    contents[String(parts[0])] = String(parts[1])
    return true
  }

  /// The fingerprint of the last derive for what is called `name`, if it wrote it.
  func content(of name: String) -> String? { contents[name] }

  /// All fingerprints as the file writes them, sorted.
  var written: [String] { contents.map { "\($0.key).\($0.value)" }.sorted() }
}
