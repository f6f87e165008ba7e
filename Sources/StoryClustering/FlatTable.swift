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

/// The newest posting of every feature: a growing table from 32-bit keys to 32-bit places.
struct PostingHeads: Sendable {
  static let none = UInt32.max

  private var keys = [UInt32](repeating: 0, count: 1024)
  private var places = [UInt32](repeating: PostingHeads.none, count: 1024)
  private var count = 0

  /// The place under `key`, or ``none``.
  subscript(key: UInt32) -> UInt32 { places[slot(key)] }

  /// Puts `place` under `key` and returns what stood there, or ``none``.
  mutating func replace(_ key: UInt32, with place: UInt32) -> UInt32 {
    if count * 5 > keys.count * 3 { grow() }
    let slot = slot(key)
    let old = places[slot]
    if old == PostingHeads.none {
      keys[slot] = key
      count += 1
    }
    places[slot] = place
    return old
  }

  @inline(__always)
  private func slot(_ key: UInt32) -> Int {
    let mask = keys.count - 1
    var slot = Int(key) & mask
    while places[slot] != PostingHeads.none, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldPlaces) = (keys, places)
    keys = [UInt32](repeating: 0, count: oldKeys.count * 2)
    places = [UInt32](repeating: PostingHeads.none, count: oldKeys.count * 2)
    for (key, place) in zip(oldKeys, oldPlaces) where place != PostingHeads.none {
      let slot = slot(key)
      keys[slot] = key
      places[slot] = place
    }
  }
}
