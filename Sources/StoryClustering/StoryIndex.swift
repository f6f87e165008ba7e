// SPDX-License-Identifier: Apache-2.0

/// Finds the articles that share rare features with another: postings from feature to articles, newest
/// first, in flat arrays.
///
/// Built in memory from the features of the window's articles; the cost of a look-up is bounded by
/// ``depth`` postings a feature, whatever the number of articles.
struct StoryIndex {
  /// Features lighter than this find nobody.
  static let floor: UInt8 = 56
  /// How many of an article's heaviest features are posted and looked up.
  static let features = 40
  /// How many of the newest postings of a feature are read.
  static let depth = 48
  /// How many postings are read for one article.
  static let budget = 900
  /// Articles that share less than this find nothing in common.
  static let leastSum: Int32 = 900
  /// How many of the smallest sketch hashes are posted.
  static let sketchProbes = 6

  private var heads = PostingHeads()
  /// Article and the next older posting of the same feature.
  private var postings: [(member: UInt32, next: UInt32)] = []
  private var sums: [Int32] = []
  private var touched: [UInt32] = []

  /// Posts the features of article number `member`; numbers must ascend.
  mutating func add(_ features: StoryFeatures, as member: Int) {
    for hash in features.sketch.prefix(StoryIndex.sketchProbes) {
      post(StoryIndex.probe(hash), UInt32(member))
    }
    for term in StoryIndex.heaviest(features.terms) { post(term.key, UInt32(member)) }
    while sums.count <= member { sums.append(0) }
  }

  private mutating func post(_ key: UInt32, _ member: UInt32) {
    let next = heads.replace(key, with: UInt32(postings.count))
    postings.append((member, next))
  }

  /// Hashes of word pairs live in the same table as features, apart from them.
  private static func probe(_ hash: UInt32) -> UInt32 { (hash ^ 0x5F35_6495) &* 0x9E37_79B1 }

  /// The heaviest features, heaviest first; among equals the smaller key.
  private static func heaviest(_ terms: [StoryFeatures.Term]) -> [StoryFeatures.Term] {
    var order: [UInt32] = []
    order.reserveCapacity(terms.count)
    for (place, term) in terms.enumerated() where term.weight >= floor {
      order.append(UInt32(255 - term.weight) << 8 | UInt32(place & 255))
    }
    order.sort()
    return order.prefix(features).map { terms[Int($0 & 255)] }
  }

  /// The articles that share most with `features`, best first, at most `limit`; ties go to the newer.
  mutating func candidates(
    for features: StoryFeatures,
    limit: Int,
    where isEligible: (Int) -> Bool
  ) -> [Int] {
    touched.removeAll(keepingCapacity: true)
    var budget = StoryIndex.budget
    for hash in features.sketch.prefix(StoryIndex.sketchProbes) {
      follow(StoryIndex.probe(hash), adding: 6000, &budget)
    }
    for term in StoryIndex.heaviest(features.terms) where budget > 0 {
      let weight = Int32(term.weight)
      follow(term.key, adding: weight * weight / 16, &budget)
    }
    var least = StoryIndex.leastSum
    for member in touched { least = max(least, sums[Int(member)] / 5) }
    var found: [(sum: Int32, member: UInt32)] = []
    for member in touched {
      let sum = sums[Int(member)]
      sums[Int(member)] = 0
      if sum >= least, isEligible(Int(member)) { found.append((sum, member)) }
    }
    found.sort { ($0.sum, $0.member) > ($1.sum, $1.member) }
    return found.prefix(limit).map { Int($0.member) }
  }

  private mutating func follow(_ key: UInt32, adding weight: Int32, _ budget: inout Int) {
    var place = heads[key]
    var steps = 0
    while place != PostingHeads.none, steps < StoryIndex.depth {
      let posting = postings[Int(place)]
      let sum = sums[Int(posting.member)]
      if sum == 0 { touched.append(posting.member) }
      sums[Int(posting.member)] = sum + weight
      place = posting.next
      steps += 1
    }
    budget -= steps
  }
}
