// SPDX-License-Identifier: Apache-2.0

/// The one folding that search, topics and stories share; display text is never folded.
///
/// NFKC compatibility forms are resolved; harakat, tatweel, bidi controls, joiners and combining
/// accents are dropped; ي ى ئ become ی, ك ک, ة ۀ ہ ه, أ إ آ ٱ ا, ؤ و, and ء vanishes; digits of
/// every script become ASCII; letters become lower case. Latin letters lose their diacritics
/// (Nəbiyev and Nabiyev, Zürich and Zurich are the same name in different newsrooms).
package enum ScriptFolding {
  /// What a zero-width non-joiner becomes.
  package enum ZWNJ: Sendable {
    /// Nothing: the form of scrapes, which lose every ZWNJ.
    case joined
    /// A space: the parts of a Persian compound become words.
    case split
  }

  /// Returns `text` folded; spaces and punctuation stay (compatibility forms of them resolved).
  package static func fold(_ text: String, zwnj: ZWNJ = .joined) -> String {
    var text = text
    text.makeContiguousUTF8()
    let folded = fold(text.utf8Span.span, zwnj: zwnj)
    return String(decoding: folded, as: UTF8.self)
  }

  /// Returns the folded form of UTF-8 as UTF-8; a byte that is no UTF-8 becomes U+FFFD.
  ///
  /// Letters above U+FFFF, which no fold changes, are copied.
  package static func fold(_ bytes: Span<UInt8>, zwnj: ZWNJ = .joined) -> [UInt8] {
    let entries = FoldingTable.entries
    let table = entries.span
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 8)
    var place = 0
    while place < bytes.count {
      let scalar = decodeScalar(bytes, at: place)
      let entry = foldingEntry(scalar.value, table)
      if scalar.value > 0xFFFF, entry & 0xFFFF == 0xFFFD {
        for offset in 0..<scalar.length { out.append(bytes[place + offset]) }
      } else {
        appendFolded(entry, zwnj: zwnj, to: &out)
      }
      place += scalar.length
    }
    return out
  }

  @inline(__always)
  private static func appendFolded(_ entry: UInt32, zwnj: ZWNJ, to out: inout [UInt8]) {
    switch entry >> 16 & 15 {
    case FoldingClass.drop: break
    case FoldingClass.zwnj: if zwnj == .split { out.append(0x20) }
    case FoldingClass.expand:
      for unit in FoldingTable.expansion(entry) { appendUTF8(unit, to: &out) }
    default: appendUTF8(entry & 0xFFFF, to: &out)
    }
  }

  @inline(__always)
  private static func appendUTF8(_ unit: UInt32, to out: inout [UInt8]) {
    if unit < 0x80 {
      out.append(UInt8(unit))
    } else if unit < 0x800 {
      out.append(UInt8(0xC0 | unit >> 6))
      out.append(UInt8(0x80 | unit & 0x3F))
    } else {
      out.append(UInt8(0xE0 | unit >> 12))
      out.append(UInt8(0x80 | unit >> 6 & 0x3F))
      out.append(UInt8(0x80 | unit & 0x3F))
    }
  }
}
