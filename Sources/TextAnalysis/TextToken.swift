// SPDX-License-Identifier: Apache-2.0

/// A word, a number or a name as ``TextProfile`` sees it.
package struct TextToken: Sendable, Hashable {
  /// What a token is made of.
  package enum Kind: UInt8, Sendable {
    /// A word in Arabic script.
    case arabic
    /// A word in Latin letters.
    case latin
    /// Latin letters with digits, or at least two capitals in a row: `WTDC-25`, `5G`, `ITU`.
    case code
    /// Digits, with thousands separators and decimals.
    case number
    /// A word in another script; each ideograph is one.
    case other
  }

  /// Hash of the folded stem (a final English y counts as i); equal in every process and on every
  /// machine.
  package var stem: UInt64 = 0
  /// Hash of the folded word (ZWNJ joined; numbers in canonical form).
  package var word: UInt64 = 0
  /// UTF-8 offset of the first byte in the title or body as given.
  package var start: UInt32
  /// UTF-8 offset after the last byte.
  package var end: UInt32
  /// Where the folded word begins in ``TextProfile/units``.
  package var unitStart: UInt32
  /// Folded units, at most 255.
  package var unitCount: UInt8 = 0
  /// Where the stem begins in the folded word.
  package var stemOffset: UInt8 = 0
  /// Units of the stem, a part of the folded word.
  package var stemCount: UInt8 = 0
  package var kind: Kind
  /// Whether punctuation or a line break stands before it: phrases do not reach across.
  package var afterBreak: Bool
  /// Whether the first letter is a capital.
  package var isCapitalized = false
  /// Whether it is part of a calendar date that ``TextProfile/dates`` holds.
  package var isInDate = false
}

/// A number of a text.
package struct TextNumber: Sendable, Hashable {
  /// Index of its token in ``TextProfile/tokens``.
  package let token: Int
  /// The value in thousandths, times a following "million" and the like; saturates.
  package let thousandths: Int
}

/// A calendar day that a text names.
package struct TextDate: Sendable, Hashable {
  /// Days since 1970-01-01.
  package let day: Int
  /// Indices in ``TextProfile/tokens`` that express it.
  package let tokens: Range<Int>
  /// Whether the text gave no year, so that the reference day decided.
  package let yearIsAssumed: Bool
  /// Whether it begins or ends a period of days («۲۶ تا ۲۸ آبان»).
  package let isInPeriod: Bool
}

/// Hashes of folded units: FNV-1a over UTF-16 units, then a mix that spreads the high bits.
enum FoldedHash {
  @inline(__always)
  static func hash(_ units: [UInt16], _ start: Int, _ count: Int) -> UInt64 {
    mixed(fnv(units, start, count))
  }

  /// The hashes of the first `part` units and of all `count`, in one go.
  @inline(__always)
  static func hashes(_ units: [UInt16], _ start: Int, _ part: Int, _ count: Int)
    -> (UInt64, UInt64)
  {
    let begun = fnv(units, start, part)
    guard part < count else { return (mixed(begun), mixed(begun)) }
    return (mixed(begun), mixed(fnv(units, start + part, count - part, from: begun)))
  }

  /// The hash of the units with `last` behind them.
  static func hash(_ units: [UInt16], _ start: Int, _ count: Int, then last: UInt16) -> UInt64 {
    mixed((fnv(units, start, count) ^ UInt64(last)) &* prime)
  }

  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  @inline(__always)
  private static func fnv(
    _ units: [UInt16],
    _ start: Int,
    _ count: Int,
    from begun: UInt64 = 0xCBF2_9CE4_8422_2325
  ) -> UInt64 {
    var hash = begun
    for place in start..<start + count { hash = (hash ^ UInt64(units[place])) &* prime }
    return hash
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64) -> UInt64 {
    let product = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }

  /// The hash of a folded word that stands in the source code.
  static func hash(_ folded: String) -> UInt64 {
    let units = Array(folded.utf16)
    return hash(units, 0, units.count)
  }

  /// The hashes of folded words that are separated by spaces.
  static func hashes(_ words: String) -> [UInt64] {
    words.split(separator: " ").map { hash(String($0)) }
  }

  /// The set of folded words that are separated by spaces.
  static func set(_ words: String) -> FoldedWordSet { FoldedWordSet(hashes(words)) }
}
