// SPDX-License-Identifier: Apache-2.0

/// From 32-bit keys to the newest articles that were posted under them, in flat arrays.
///
/// Most keys hold one article, which stands in the table itself; more stand in blocks of one cache
/// line, newest block first. No key keeps more than ``blockLimit`` blocks: those of a frequent key are
/// used again, so that it costs no more than a rare one however many articles have it.
struct PostingTable: Sendable {
  /// Blocks a key may have.
  static let blockLimit = 4

  private static let none = UInt32.max
  /// Words of a block: articles, then the next older block.
  private static let blockSize = 16
  private static let capacity = 15

  private struct Entry {
    var key: UInt32
    /// How many were posted, 0 in an empty place; no more than `.max`.
    var count: UInt32
    /// The article itself where the count is 1, else the newest block.
    var head: UInt32
    /// Articles in the newest block.
    var used: UInt32
  }

  /// What stands under a key.
  struct List {
    /// How many articles were posted, forgotten ones included.
    let count: UInt32
    fileprivate let head: UInt32
    fileprivate let used: UInt32
  }

  private var entries = [Entry](
    repeating: Entry(key: 0, count: 0, head: 0, used: 0),
    count: 1024
  )
  private var taken = 0
  private var blocks: [UInt32] = []

  /// What stands under `key`; its count is 0 if nothing does.
  @inline(__always)
  func list(_ key: UInt32) -> List {
    let entry = entries[slot(key)]
    return List(count: entry.count, head: entry.head, used: entry.used)
  }

  /// Posts `article`; articles must ascend under each key.
  mutating func post(_ key: UInt32, _ article: UInt32) {
    if taken * 5 > entries.count * 3 { grow() }
    let slot = slot(key)
    var entry = entries[slot]
    switch entry.count {
    case 0:
      taken += 1
      entry = Entry(key: key, count: 1, head: article, used: 1)
    case 1:
      let block = newBlock(older: PostingTable.none)
      blocks[block] = entry.head
      blocks[block + 1] = article
      entry.head = UInt32(block)
      entry.used = 2
      entry.count = 2
    default:
      if Int(entry.used) == PostingTable.capacity {
        entry.head = UInt32(freshBlock(before: Int(entry.head)))
        entry.used = 0
      }
      blocks[Int(entry.head) + Int(entry.used)] = article
      entry.used += 1
      if entry.count < .max { entry.count += 1 }
    }
    entries[slot] = entry
  }

  /// Calls `body` with the articles of `list`, the newest first, at most `limit`; returns how many.
  @inline(__always)
  func forEach(_ list: List, limit: Int, _ body: (UInt32) -> Void) -> Int {
    if list.count <= 1 {
      if list.count == 1 { body(list.head) }
      return Int(list.count)
    }
    var (block, used, steps) = (list.head, Int(list.used), 0)
    while block != PostingTable.none {
      let base = Int(block)
      while used > 0, steps < limit {
        used -= 1
        steps += 1
        body(blocks[base + used])
      }
      if steps == limit { return steps }
      block = blocks[base + PostingTable.capacity]
      used = PostingTable.capacity
    }
    return steps
  }

  // MARK: Space

  private mutating func newBlock(older: UInt32) -> Int {
    let place = blocks.count
    for _ in 0..<PostingTable.capacity { blocks.append(0) }
    blocks.append(older)
    return place
  }

  /// A block in front of the full block `head`: a new one, or the oldest of a key that has its share.
  private mutating func freshBlock(before head: Int) -> Int {
    let link = PostingTable.capacity
    var (previous, last, count) = (head, head, 1)
    while blocks[last + link] != PostingTable.none {
      previous = last
      last = Int(blocks[last + link])
      count += 1
    }
    guard count >= PostingTable.blockLimit else { return newBlock(older: UInt32(head)) }
    blocks[previous + link] = PostingTable.none
    blocks[last + link] = UInt32(head)
    return last
  }

  @inline(__always)
  private func slot(_ key: UInt32) -> Int {
    let mask = entries.count - 1
    var slot = Int(key &* 0x9E37_79B1) & mask
    while entries[slot].count != 0, entries[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(key: 0, count: 0, head: 0, used: 0), count: old.count * 2)
    for entry in old where entry.count != 0 { entries[slot(entry.key)] = entry }
  }
}
