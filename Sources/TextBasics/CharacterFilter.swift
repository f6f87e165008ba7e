// SPDX-License-Identifier: Apache-2.0

/// The characters that may leave the program: in XML, on a terminal, in a log.
package enum CharacterFilter {
  /// Returns `text` without what XML 1.0 forbids, terminals obey or readers are fooled by.
  ///
  /// Dropped: C0 but tab and line feed, DEL, C1, U+FFFE and U+FFFF, the bidirectional embeddings,
  /// overrides and isolates (U+202A–202E, U+2066–2069; CVE-2021-42574) and tag characters
  /// (U+E0000–E007F). A carriage return becomes a line feed, together with one that follows.
  /// Kept: ZWNJ and ZWJ, without which Persian cannot be written, and LRM, RLM and ALM.
  package static func xmlText(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard filter(&bytes) else { return text }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same for valid UTF-8 that stays bytes; returns whether anything was changed.
  package static func filter(_ bytes: inout [UInt8]) -> Bool {
    guard let first = firstDropped(bytes) else { return false }
    var write = first
    var read = first
    while read < bytes.count {
      if bytes[read] == 0x0D {
        if read + 1 == bytes.count || bytes[read + 1] != 0x0A {
          bytes[write] = 0x0A
          write += 1
        }
        read += 1
        continue
      }
      let dropped = dropLength(bytes, at: read)
      if dropped > 0 {
        read += dropped
      } else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
      }
    }
    bytes.removeLast(bytes.count - write)
    return true
  }

  private static func firstDropped(_ bytes: [UInt8]) -> Int? {
    bytes.indices.first { place in
      let byte = bytes[place]
      // Printable ASCII and continuation bytes decide nothing.
      if (0x20...0x7E).contains(byte) || (0x80...0xBF).contains(byte) { return false }
      return byte == 0x0D || dropLength(bytes, at: place) > 0
    }
  }

  /// The length of the character at `place` when it is one to drop, else 0.
  private static func dropLength(_ bytes: [UInt8], at place: Int) -> Int {
    func next(_ offset: Int) -> UInt8 {
      place + offset < bytes.count ? bytes[place + offset] : 0
    }
    switch bytes[place] {
    case 0x09, 0x0A: return 0
    case 0x00..<0x20, 0x7F: return 1
    case 0xC2: return (0x80...0x9F).contains(next(1)) ? 2 : 0
    case 0xE2:
      let third = next(2)
      let isEmbedding = next(1) == 0x80 && (0xAA...0xAE).contains(third)
      let isIsolate = next(1) == 0x81 && (0xA6...0xA9).contains(third)
      return isEmbedding || isIsolate ? 3 : 0
    case 0xEF: return next(1) == 0xBF && (0xBE...0xBF).contains(next(2)) ? 3 : 0
    case 0xF3: return next(1) == 0xA0 && (0x80...0x81).contains(next(2)) ? 4 : 0
    default: return 0
    }
  }
}
