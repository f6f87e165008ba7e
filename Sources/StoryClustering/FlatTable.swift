// SPDX-License-Identifier: Apache-2.0

/// A hash table from well-mixed 64-bit keys to 32-bit values, in two flat arrays.
///
/// Written once, read per word: `Dictionary` hashes every key again, which costs more than the rest of
/// a look-up. The key 0 is taken for 1.
struct FlatTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private let mask: UInt64

  init(_ pairs: [(key: UInt64, value: UInt32)]) {
    var capacity = 16
    while capacity < pairs.count * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    values = [UInt32](repeating: 0, count: capacity)
    mask = UInt64(capacity - 1)
    for pair in pairs {
      let key = max(1, pair.key)
      var slot = Int(key & mask)
      while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & Int(mask) }
      keys[slot] = key
      values[slot] = pair.value
    }
  }

  /// The value of a key, or `nil`.
  @inline(__always)
  subscript(key: UInt64) -> UInt32? {
    let key = max(1, key)
    var slot = Int(key & mask)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & Int(mask)
    }
    return nil
  }
}
