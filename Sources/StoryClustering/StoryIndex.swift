// SPDX-License-Identifier: Apache-2.0

/// Finds the articles that share rare features with another: postings from feature to articles, newest
/// first, in flat arrays.
///
/// Built in memory from the features of the window's articles; the cost of a look-up is bounded by
/// ``depth`` postings a feature, whatever the number of articles.
struct StoryIndex {
  /// Features lighter than this find nobody.
  static let floor: UInt8 = 56
  /// How many of the newest postings of a feature are read.
  static let depth = 64
  /// Articles that share less than this find nothing in common.
  static let leastSum: Int32 = 900
  /// How many of the smallest sketch hashes are posted.
  static let sketchProbes = 8

  private static let none = UInt32.max

  private var heads: [UInt32: UInt32] = [:]
  private var members: [UInt32] = []
  private var nexts: [UInt32] = []
  private var sums: [Int32] = []
  private var touched: [UInt32] = []

  /// Posts the features of article number `member`; numbers must ascend.
  mutating func add(_ features: StoryFeatures, as member: Int) {
    for term in features.terms where term.weight >= StoryIndex.floor {
      post(term.key, UInt32(member))
    }
    for hash in features.sketch.prefix(StoryIndex.sketchProbes) {
      post(StoryIndex.probe(hash), UInt32(member))
    }
    while sums.count <= member { sums.append(0) }
  }

  private mutating func post(_ key: UInt32, _ member: UInt32) {
    let place = UInt32(members.count)
    nexts.append(heads.updateValue(place, forKey: key) ?? StoryIndex.none)
    members.append(member)
  }

  /// Hashes of word pairs live in the same table as features, apart from them.
  private static func probe(_ hash: UInt32) -> UInt32 { (hash ^ 0x5F35_6495) &* 0x9E37_79B1 }

  /// The articles that share most with `features`, best first, at most `limit`; ties go to the newer.
  mutating func candidates(
    for features: StoryFeatures,
    limit: Int,
    where isEligible: (Int) -> Bool
  ) -> [Int] {
    touched.removeAll(keepingCapacity: true)
    for term in features.terms where term.weight >= StoryIndex.floor {
      let weight = Int32(term.weight)
      follow(term.key, adding: weight * weight / 16)
    }
    for hash in features.sketch.prefix(StoryIndex.sketchProbes) {
      follow(StoryIndex.probe(hash), adding: 1000)
    }
    var found = touched.filter { sums[Int($0)] >= StoryIndex.leastSum && isEligible(Int($0)) }.map {
      (sum: sums[Int($0)], member: $0)
    }
    for member in touched { sums[Int(member)] = 0 }
    found.sort { ($0.sum, $0.member) > ($1.sum, $1.member) }
    return found.prefix(limit).map { Int($0.member) }
  }

  private mutating func follow(_ key: UInt32, adding weight: Int32) {
    var place = heads[key] ?? StoryIndex.none
    var steps = 0
    while place != StoryIndex.none, steps < StoryIndex.depth {
      let member = members[Int(place)]
      if sums[Int(member)] == 0 { touched.append(member) }
      sums[Int(member)] += weight
      place = nexts[Int(place)]
      steps += 1
    }
  }
}
