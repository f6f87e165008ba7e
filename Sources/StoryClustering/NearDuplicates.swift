// SPDX-License-Identifier: Apache-2.0

/// Finds texts that are others but for small edits, in one language, by their sketches alone.
///
/// A text is posted under its smallest hashes and met under the same. Whoever meets is compared by the
/// whole sketch, and by particulars: a report of the same form with other numbers, days or places is no
/// copy. Some 300 bytes a text, whatever its length.
package struct NearDuplicates: Sendable {
  /// From this share of shared word pairs on, in thousandths, two texts are near-duplicates.
  ///
  /// The share is estimated from a sketch: a little above the .6 that is meant, so that few fall short.
  static let share = 660
  /// Texts with fewer word pairs are too short to tell.
  static let leastPairs = 8
  /// How many of the smallest hashes are posted and looked up.
  static let probes = 6
  /// How many texts are compared for one: those that share its rarest hashes, the newest first.
  static let budget = 16

  /// A text that another nearly repeats.
  package struct Copy: Sendable, Hashable {
    /// Its number.
    package let member: Int
    /// Share of the shorter text's word pairs that the other has, thousandths.
    package let containment: Int
  }

  private struct Entry {
    /// Where its hashes begin in ``pool``; its particulars follow them.
    let start: UInt32
    let language: UInt32
    let pairs: UInt16
    let hashes: UInt8
    /// How many keys of numbers, of days and of places.
    let particulars: (UInt8, UInt8, UInt8)
    /// A bit for each hash, by its low bits: tells most strangers apart without their sketches.
    let signature: SIMD2<UInt64>
  }

  private var postings = PostingTable()
  private var entries: [Entry] = []
  /// Words of four bytes, little-endian.
  private var pool: [UInt8] = []
  /// The look-up in which each text was met last.
  private var met: [UInt32] = []
  private var lookUps: UInt32 = 0

  /// Nothing to be a copy of.
  package init() {}

  /// How many texts are known; the next one has this number.
  package var count: Int { entries.count }

  /// Takes in the next text.
  package mutating func add(_ features: StoryFeatures) {
    let member = UInt32(entries.count)
    let entry = append(features)
    entries.append(entry)
    met.append(0)
    guard entry.pairs >= NearDuplicates.leastPairs else { return }
    for index in 0..<min(NearDuplicates.probes, features.sketchCount) {
      postings.post(features.sketchHash(index), member)
    }
  }

  /// The text that `features` repeats most of; of equals the newest.
  ///
  /// - Parameters:
  ///   - features: Those of the text that may repeat another.
  ///   - isEligible: Whether a text may be named, by its number.
  /// - Returns: That text, or `nil` when there is none.
  package mutating func copy(
    of features: StoryFeatures,
    where isEligible: (Int) -> Bool = { _ in true }
  ) -> Copy? {
    guard features.pairCount >= NearDuplicates.leastPairs else { return nil }
    // The text itself stands behind the others while it is compared.
    let size = pool.count
    let entry = append(features)
    defer { pool.removeLast(pool.count - size) }
    lookUps &+= 1
    let postings = postings
    var best: Copy?
    var budget = NearDuplicates.budget
    for list in rarest(features) where budget > 0 {
      budget -= postings.forEach(list, limit: budget) { member in
        guard met[Int(member)] != lookUps else { return }
        met[Int(member)] = lookUps
        let least = best?.containment ?? NearDuplicates.share
        let share = containment(entry, entries[Int(member)], atLeast: least)
        guard share >= least, isEligible(Int(member)) else { return }
        if let best, (share, Int(member)) <= (best.containment, best.member) { return }
        guard !conflicts(entry, entries[Int(member)]) else { return }
        best = Copy(member: Int(member), containment: share)
      }
    }
    return best
  }

  /// What stands under the smallest hashes, the hash that fewest texts have first.
  private func rarest(_ features: StoryFeatures) -> [PostingTable.List] {
    var lists: [PostingTable.List] = []
    lists.reserveCapacity(NearDuplicates.probes)
    for index in 0..<min(NearDuplicates.probes, features.sketchCount) {
      let list = postings.list(features.sketchHash(index))
      guard list.count > 0 else { continue }
      var place = lists.count
      while place > 0, lists[place - 1].count > list.count { place -= 1 }
      lists.insert(list, at: place)
    }
    return lists
  }

  // MARK: Texts

  private mutating func append(_ features: StoryFeatures) -> Entry {
    let start = pool.count
    let sketch = features.sketchStart
    pool.append(
      contentsOf: features.encoded[sketch..<sketch + features.sketchCount * StoryFeatures.Size.hash]
    )
    return Entry(
      start: UInt32(start),
      language: features.languageCode,
      pairs: UInt16(features.pairCount),
      hashes: UInt8(features.sketchCount),
      particulars: (
        append(.number, of: features), append(.date, of: features), append(.place, of: features)
      ),
      signature: features.withSketch { sketch in
        var (low, high): (UInt64, UInt64) = (0, 0)
        for index in 0..<sketch.count {
          let hash = UInt64(sketch[index])
          let bit: UInt64 = 1 << (hash & 63)
          let isHigh = hash >> 6 & 1
          low |= bit & (isHigh &- 1)
          high |= bit & (0 &- isHigh)
        }
        return [low, high]
      }
    )
  }

  /// Appends the keys of one kind, ascending, and returns how many there are.
  private mutating func append(_ kind: StoryFeatures.Kind, of features: StoryFeatures) -> UInt8 {
    let size = StoryFeatures.Size.term
    var count: UInt8 = 0
    for index in 0..<features.termCount {
      let place = features.termStart + index * size
      guard features.encoded[place + 4] == kind.rawValue,
        kind != .number || features.encoded[place + 6] >= PairSide.numberFloor
      else { continue }
      pool.append(contentsOf: features.encoded[place..<place + 4])
      count += 1
    }
    return count
  }

  private func containment(_ left: Entry, _ right: Entry, atLeast least: Int) -> Int {
    guard left.language == right.language else { return 0 }
    let needed = TextSketch.sharedHashes(
      of: min(StoryFeatures.sketchSize, Int(max(left.hashes, right.hashes))),
      sizes: Int(left.pairs) + Int(right.pairs),
      shorter: max(1, Int(min(left.pairs, right.pairs))),
      atLeast: least
    )
    // A bit that only one has is a hash that the other lacks.
    guard
      Int(left.hashes) - bits(left.signature & ~right.signature) >= needed,
      Int(right.hashes) - bits(right.signature & ~left.signature) >= needed
    else { return 0 }
    func view(_ bytes: UnsafeRawBufferPointer, _ entry: Entry) -> TextSketch.View {
      let start = Int(entry.start)
      let end = start + Int(entry.hashes) * StoryFeatures.Size.hash
      return unsafe TextSketch.View(
        bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<end]),
        pairs: Int(entry.pairs)
      )
    }
    return unsafe pool.withUnsafeBytes { bytes in
      unsafe TextSketch.containment(view(bytes, left), view(bytes, right), atLeast: least)
    }
  }

  private func bits(_ set: SIMD2<UInt64>) -> Int {
    set[0].nonzeroBitCount + set[1].nonzeroBitCount
  }

  /// Whether each has a number, a day or a place that the other lacks.
  private func conflicts(_ left: Entry, _ right: Entry) -> Bool {
    var a = Int(left.start) + Int(left.hashes) * StoryFeatures.Size.hash
    var b = Int(right.start) + Int(right.hashes) * StoryFeatures.Size.hash
    let (one, other) = (left.particulars, right.particulars)
    for (count, otherCount) in [(one.0, other.0), (one.1, other.1), (one.2, other.2)] {
      let (end, otherEnd) = (a + Int(count) * 4, b + Int(otherCount) * 4)
      if lacks(a..<end, b..<otherEnd), lacks(b..<otherEnd, a..<end) { return true }
      (a, b) = (end, otherEnd)
    }
    return false
  }

  /// Whether a key of `some` is not among `others`; both ascend.
  private func lacks(_ some: Range<Int>, _ others: Range<Int>) -> Bool {
    var place = others.lowerBound
    for mine in stride(from: some.lowerBound, to: some.upperBound, by: 4) {
      let key = word(mine)
      while place < others.upperBound, word(place) < key { place += 4 }
      if place == others.upperBound || word(place) != key { return true }
    }
    return false
  }

  private func word(_ place: Int) -> UInt32 {
    UInt32(pool[place]) | UInt32(pool[place + 1]) << 8 | UInt32(pool[place + 2]) << 16
      | UInt32(pool[place + 3]) << 24
  }
}
