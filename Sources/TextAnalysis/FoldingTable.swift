// SPDX-License-Identifier: Apache-2.0

/// What a code point is to the folding and the tokenizer.
enum FoldingClass {
  static let other: UInt32 = 0
  static let space: UInt32 = 1
  static let drop: UInt32 = 2
  static let zwnj: UInt32 = 3
  static let arabic: UInt32 = 4
  static let latin: UInt32 = 5
  static let letter: UInt32 = 6
  static let digit: UInt32 = 7
  static let expand: UInt32 = 8
  static let ideograph: UInt32 = 9
  /// Set beside the class when the code point is an upper-case letter.
  static let upper: UInt32 = 16
}

/// The folding of every code point, looked up by one load.
///
/// An entry is `class << 16 | folded unit`. The Basic Multilingual Plane is indexed directly;
/// three small blocks beyond it follow.
enum FoldingTable {
  static let mathematicalOrigin = 0x10000
  static let arabicMathematicalOrigin = 0x10400
  static let enclosedOrigin = 0x10500

  static let entries: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 0x10600)
    unpack(FoldingRuns.plane0, into: &table, at: 0)
    unpack(FoldingRuns.mathematical, into: &table, at: mathematicalOrigin)
    unpack(FoldingRuns.arabicMathematical, into: &table, at: arabicMathematicalOrigin)
    unpack(FoldingRuns.enclosed, into: &table, at: enclosedOrigin)
    return table
  }()

  /// Where each expansion begins in ``FoldingRuns/expansions``.
  static let expansionStarts: [Int] = {
    var starts: [Int] = []
    var place = 0
    while place < FoldingRuns.expansions.count {
      starts.append(place)
      place += Int(FoldingRuns.expansions[place]) + 1
    }
    return starts
  }()

  /// The folded units of an entry of class ``FoldingClass/expand``.
  static func expansion(_ entry: UInt32) -> ArraySlice<UInt32> {
    let start = expansionStarts[Int(entry & 0xFFFF)]
    return FoldingRuns.expansions[start + 1..<start + 1 + Int(FoldingRuns.expansions[start])]
  }

  /// The place in ``entries`` of a code point above U+FFFF, or `nil` when it folds to itself.
  static func index(ofSupplementary scalar: UInt32) -> Int? {
    switch scalar {
    case 0x1D400...0x1D7FF: Int(scalar - 0x1D400) + mathematicalOrigin
    case 0x1EE00...0x1EEFF: Int(scalar - 0x1EE00) + arabicMathematicalOrigin
    case 0x1F100...0x1F1FF: Int(scalar - 0x1F100) + enclosedOrigin
    default: nil
    }
  }

  /// Whether a code point above U+FFFF that folds to itself is a letter: pictographs are not.
  static func isLetter(supplementary scalar: UInt32) -> Bool {
    (0x10000...0x1CFFF).contains(scalar) || (0x1E000...0x1EDFF).contains(scalar)
      || (0x20000...0x3FFFF).contains(scalar)
  }

  private static func unpack(_ runs: [UInt32], into table: inout [UInt32], at origin: Int) {
    for place in stride(from: 0, to: runs.count, by: 2) {
      let first = runs[place] >> 16
      let kind = runs[place + 1] >> 16
      let distance = runs[place + 1] & 0xFFFF
      for index in first..<first + (runs[place] & 0xFFFF) {
        let expands = kind & 15 == FoldingClass.expand
        let target = expands ? distance : (index + distance) & 0xFFFF
        table[origin + Int(index)] = kind << 16 | target
      }
    }
  }
}

/// One code point read from UTF-8.
struct DecodedScalar {
  /// U+FFFD for a byte that is not UTF-8.
  var value: UInt32
  /// Bytes it took, at least 1.
  var length: Int
}

/// Reads the code point that begins at `place`; a byte that is no UTF-8 counts as U+FFFD.
@inline(__always)
func decodeScalar(_ bytes: borrowing Span<UInt8>, at place: Int) -> DecodedScalar {
  let first = UInt32(bytes[place])
  if first < 0x80 { return DecodedScalar(value: first, length: 1) }
  if first & 0xE0 == 0xC0, place + 1 < bytes.count, bytes[place + 1] & 0xC0 == 0x80 {
    return DecodedScalar(value: (first & 0x1F) << 6 | UInt32(bytes[place + 1] & 0x3F), length: 2)
  }
  return decodeLongScalar(bytes, at: place)
}

private func decodeLongScalar(_ bytes: borrowing Span<UInt8>, at place: Int) -> DecodedScalar {
  let first = UInt32(bytes[place])
  let length = first & 0xF0 == 0xE0 ? 3 : first & 0xF8 == 0xF0 ? 4 : 1
  guard length > 1, place + length <= bytes.count else {
    return DecodedScalar(value: 0xFFFD, length: 1)
  }
  var value = first & (length == 3 ? 0x0F : 0x07)
  for offset in 1..<length {
    guard bytes[place + offset] & 0xC0 == 0x80 else {
      return DecodedScalar(value: 0xFFFD, length: 1)
    }
    value = value << 6 | UInt32(bytes[place + offset] & 0x3F)
  }
  return DecodedScalar(value: value, length: length)
}

/// The table entry of `scalar`; a supplementary letter that folds to itself answers U+FFFD.
@inline(__always)
func foldingEntry(_ scalar: UInt32, _ table: borrowing Span<UInt32>) -> UInt32 {
  if scalar < 0x10000 { return table[Int(scalar)] }
  if let index = FoldingTable.index(ofSupplementary: scalar) { return table[index] }
  let kind =
    FoldingTable.isLetter(supplementary: scalar) ? FoldingClass.letter : FoldingClass.other
  return kind << 16 | 0xFFFD
}
