// SPDX-License-Identifier: Apache-2.0

/// A fixed set of folded words by their hashes.
///
/// The hashes are good already, so a probe costs one load where `Set` would hash again: these
/// sets are asked several times for each token.
struct FoldedWordSet: Sendable {
  /// A power of two; 0 marks an empty place (and no word hashes to it in practice).
  private let places: [UInt64]
  private let mask: Int

  /// Takes hashes; 0 is never contained.
  init(_ hashes: some Collection<UInt64>) {
    var size = 8
    while size < hashes.count * 4 { size *= 2 }
    var places = [UInt64](repeating: 0, count: size)
    let mask = size - 1
    for hash in hashes where hash != 0 {
      var place = Int(truncatingIfNeeded: hash) & mask
      while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
      places[place] = hash
    }
    self.places = places
    self.mask = mask
  }

  @inline(__always)
  func contains(_ hash: UInt64) -> Bool {
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0 {
      if places[place] == hash { return true }
      place = (place + 1) & mask
    }
    return false
  }
}
