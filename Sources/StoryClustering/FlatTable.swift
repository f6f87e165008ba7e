// SPDX-License-Identifier: Apache-2.0

/// A hash table from well-mixed 64-bit keys to 32-bit values, in one flat array.
///
/// Written once, read per word: `Dictionary` hashes every key again, which costs more than the rest of
/// a look-up. A slot holds the upper half of its key beside the value, so that a look-up loads one
/// cache line; the lower half chooses the slot. Values must be below `UInt32.max`.
struct FlatTable: Sendable {
  /// Upper half of the key, then the value plus one; 0 in an empty slot.
  private var slots: [UInt64]
  private let mask: UInt64

  init(_ pairs: [(key: UInt64, value: UInt32)]) {
    var capacity = 16
    while capacity < pairs.count * 2 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
    mask = UInt64(capacity - 1)
    for pair in pairs {
      precondition(pair.value < .max)
      var slot = Int(pair.key & mask)
      while slots[slot] != 0, (slots[slot] ^ pair.key) >> 32 != 0 { slot = (slot + 1) & Int(mask) }
      slots[slot] = (pair.key & ~0xFFFF_FFFF) | UInt64(pair.value + 1)
    }
  }

  /// The value of a key, or `nil`.
  @inline(__always)
  subscript(key: UInt64) -> UInt32? {
    var slot = Int(key & mask)
    while slots[slot] != 0 {
      if (slots[slot] ^ key) >> 32 == 0 { return UInt32(truncatingIfNeeded: slots[slot]) &- 1 }
      slot = (slot + 1) & Int(mask)
    }
    return nil
  }
}
