// SPDX-License-Identifier: Apache-2.0

/// Finds the articles that share rare features with another.
///
/// Built in memory from the features of the window's articles. The features that fewest articles of
/// the window have are followed first, and the cost of a look-up is bounded by ``budget`` postings,
/// whatever the number of articles.
struct StoryIndex: Sendable {
  /// Features lighter than this find nobody.
  static let floor: UInt8 = 56
  /// How many of an article's heaviest features are posted and looked up.
  static let features = 40
  /// How many of the newest postings of a feature are read.
  static let depth = 48
  /// How many postings are read for one article.
  static let budget = 320
  /// Articles that share less than this find nothing in common.
  static let leastSum: Int32 = 900

  private var postings = PostingTable()
  private var sums: [Int32] = []
  private var touched: [UInt32] = []
  /// The features of the article at hand: how often each was posted, then its number.
  private var order: [UInt64] = []
  private var lists: [(list: PostingTable.List, weight: Int32)] = []
  private var found: [UInt64] = []

  /// Posts the features of article number `member`; numbers must ascend.
  mutating func add(_ features: StoryFeatures, as member: Int) {
    StoryIndex.forEachHeaviest(features) { key, _ in postings.post(key, UInt32(member)) }
    while sums.count <= member { sums.append(0) }
  }

  /// Calls `body` with the key and weight of the heaviest features, in the order of their keys; among
  /// the lightest of them the smaller keys are chosen.
  @inline(__always)
  private static func forEachHeaviest(_ features: StoryFeatures, _ body: (UInt32, UInt8) -> Void) {
    let size = StoryFeatures.Size.term
    let start = features.termStart
    let end = start + features.termCount * size
    var counts = InlineArray<256, UInt8>(repeating: 0)
    var total = 0
    for place in stride(from: start, to: end, by: size) {
      let weight = features.encoded[place + 6]
      guard weight >= floor else { continue }
      counts[Int(weight)] += 1
      total += 1
    }
    var cut = Int(floor)
    // All above `cut`, and `atCut` of those at it.
    var atCut = Int.max
    if total > StoryIndex.features {
      var above = 0
      cut = 255
      while above + Int(counts[cut]) < StoryIndex.features {
        above += Int(counts[cut])
        cut -= 1
      }
      atCut = StoryIndex.features - above
    }
    for index in 0..<features.termCount {
      let weight = Int(features.encoded[start + index * size + 6])
      guard weight >= cut else { continue }
      if weight == cut {
        guard atCut > 0 else { continue }
        atCut -= 1
      }
      body(features.term(index).key, UInt8(weight))
    }
  }

  /// The articles that share most with `features`, best first, at most `limit`; ties go to the newer.
  mutating func candidates(
    for features: StoryFeatures,
    limit: Int,
    where isEligible: (Int) -> Bool
  ) -> [Int] {
    collect(features)
    let postings = postings
    var budget = StoryIndex.budget
    for place in order where budget > 0 {
      let (list, weight) = lists[Int(place & 0xFF)]
      budget -= postings.forEach(list, limit: StoryIndex.depth) { member in
        let sum = sums[Int(member)]
        if sum == 0 { touched.append(member) }
        sums[Int(member)] = sum &+ weight
      }
    }
    var least = StoryIndex.leastSum
    for member in touched { least = max(least, sums[Int(member)] / 5) }
    found.removeAll(keepingCapacity: true)
    var lowest = UInt64(least) << 32
    for member in touched {
      let rank = UInt64(sums[Int(member)]) << 32 | UInt64(member)
      sums[Int(member)] = 0
      guard rank >= lowest, isEligible(Int(member)) else { continue }
      keep(rank, limit)
      if found.count == limit { lowest = found[limit - 1] }
    }
    touched.removeAll(keepingCapacity: true)
    return found.map { Int($0 & 0xFFFF_FFFF) }
  }

  /// Puts `rank` in its place among the best.
  private mutating func keep(_ rank: UInt64, _ limit: Int) {
    if found.count == limit { found.removeLast() }
    var place = found.count
    found.append(rank)
    while place > 0, found[place - 1] < rank {
      found[place] = found[place - 1]
      place -= 1
    }
    found[place] = rank
  }

  /// Fills ``lists`` and ``order``, the rarest feature first.
  private mutating func collect(_ features: StoryFeatures) {
    order.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
    StoryIndex.forEachHeaviest(features) { key, weight in
      let list = postings.list(key)
      guard list.count > 0 else { return }
      let weight = Int32(weight)
      order.append(UInt64(list.count) << 8 | UInt64(lists.count))
      lists.append((list, weight * weight / 16))
    }
    order.sort()
  }
}
