// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Two articles side by side: what they share, what stands against it, and the model's features.
struct PairComparison {
  /// A feature that both articles have.
  struct Match {
    let kind: StoryFeatures.Kind
    let left: UInt8
    let right: UInt8
    let weight: UInt8
  }

  /// A value per ``PairFeature``, in their order.
  typealias Values = InlineArray<22, Int>
  /// A sum per ``StoryFeatures/Kind``.
  private typealias Sums = InlineArray<8, Int>

  let left: StoryFeatures
  let right: StoryFeatures
  let group: PairGroup
  /// Words that found a partner, a bit each.
  private(set) var leftMatched: UInt64 = 0
  private(set) var rightMatched: UInt64 = 0
  /// Whether one text is the other but for small edits, as ``NearDuplicates`` has it.
  private(set) var isNearDuplicate = false
  /// Thousandths.
  private(set) var values = Values(repeating: 0)

  private var leftTitles: UInt64 = 0
  private var rightTitles: UInt64 = 0
  private var dots = Sums(repeating: 0)
  private var shared = Sums(repeating: 0)

  init(_ left: StoryFeatures, _ right: StoryFeatures) {
    self.init(PairProbe(left), right, PairSide(right))
  }

  /// Compares one article of many with `probe`; `side` must be that of `right`.
  init(_ probe: PairProbe, _ right: StoryFeatures, _ side: PairSide) {
    left = probe.features
    self.right = right
    group = PairComparison.group(left.languageCode, right.languageCode)
    matchTerms(probe, side)
    measure(probe.side, side)
  }

  private static let arabic: UInt32 = 0x20_7261
  private static let persian: UInt32 = 0x20_6166

  private static func group(_ left: UInt32, _ right: UInt32) -> PairGroup {
    if left == right { return .same }
    let isArabicScript =
      (left == arabic || left == persian) && (right == arabic || right == persian)
    return isArabicScript ? .arabicPersian : .other
  }

  subscript(feature: PairFeature) -> Int { values[feature.rawValue] }

  // MARK: Matching

  private mutating func matchTerms(_ probe: PairProbe, _ side: PairSide) {
    let (titles, otherTitles) = (probe.side.titles, side.titles)
    let (a, b) = (left.encoded, right.encoded)
    probe.forEachShared(with: right) { mine, other in
      let kind = Int(a[mine + 4])
      guard kind == Int(b[other + 4]) else { return }
      let (leftBit, rightBit): (UInt64, UInt64) = (
        1 << UInt64(a[mine + 5]), 1 << UInt64(b[other + 5])
      )
      let (weight, otherWeight) = (a[mine + 6], b[other + 6])
      let (x, y) = (titles & leftBit == 0 ? 1 : 2, otherTitles & rightBit == 0 ? 1 : 2)
      dots[kind] += Int(weight) * Int(otherWeight) * x * y
      let least = kind == Int(StoryFeatures.Kind.number.rawValue) ? PairSide.numberFloor : 1
      if min(weight, otherWeight) >= least { shared[kind] += 1 }
      leftMatched |= leftBit
      rightMatched |= rightBit
      if x + y == 4 {
        leftTitles |= leftBit
        rightTitles |= rightBit
      }
    }
  }

  /// Every feature that both have, ascending by key: for explanations.
  var matches: [Match] {
    var matches: [Match] = []
    PairProbe(left).forEachShared(with: right) { mine, other in
      let (a, b) = (left.encoded, right.encoded)
      guard a[mine + 4] == b[other + 4], let kind = StoryFeatures.Kind(rawValue: a[mine + 4]) else {
        return
      }
      let weight = min(a[mine + 6], b[other + 6])
      matches.append(Match(kind: kind, left: a[mine + 5], right: b[other + 5], weight: weight))
    }
    return matches
  }

  // MARK: Measures

  private mutating func set(_ feature: PairFeature, _ value: Int) {
    values[feature.rawValue] = max(0, min(1000, value))
  }

  private mutating func measure(_ leftSide: PairSide, _ rightSide: PairSide) {
    set(.stems, cosine(.stem, .stem, leftSide, rightSide))
    set(.skeletons, cosine(.skeleton, .skeleton, leftSide, rightSide))
    set(.concepts, cosine(.concept, .name, leftSide, rightSide))
    let a = Side(left, leftSide, leftMatched, leftTitles)
    let b = Side(right, rightSide, rightMatched, rightTitles)
    set(.cover, max(a.cover, b.cover))
    set(.mutualCover, min(a.cover, b.cover))
    set(.titleCover, max(a.titleCover, b.titleCover))
    set(.mutualTitleCover, min(a.titleCover, b.titleCover))
    set(.titles, min(a.titles, b.titles))
    // Long texts of one subject share much by chance: what is shared counts by its share.
    let share = self[.mutualCover]
    set(.evidence, min(a.evidence, b.evidence) * share / 240)
    set(.rareWords, min(a.rare, b.rare) * share * 5 / 12)
    set(.numbers, count(.number) * 500)
    set(.dates, count(.date) * 500)
    set(.latin, count(.latin) * 500)
    set(.places, (count(.place) + count(.name)) * 334)
    let numbers = min(2, a.otherNumbers, b.otherNumbers)
    let dates = min(2, a.otherDates, b.otherDates)
    let places = min(2, a.otherPlaces, b.otherPlaces)
    set(.otherNumbers, numbers * 500)
    set(.otherDates, dates * 500)
    set(.otherPlaces, places * 500)
    set(.otherNames, min(2, a.otherTitleNames, b.otherTitleNames) * 500)
    let actors = min(2, a.otherTitleActors, b.otherTitleActors)
    set(.otherActors, actors * 500)
    let others = numbers + dates + places + max(actors, min(a.otherNames, b.otherNames))
    set(.template, min(2, others) * self[.cover] / 2)
    if group == .same {
      set(.containment, TextSketch.containment(left, right))
      isNearDuplicate =
        self[.containment] >= NearDuplicates.share
        && min(left.pairCount, right.pairCount) >= NearDuplicates.leastPairs
        && actors == 0 && !conflicts(leftSide, rightSide)
    }
    set(.hours, abs(left.instant - right.instant) * 1000 / (96 * 3600))
  }

  private func count(_ kind: StoryFeatures.Kind) -> Int { shared[Int(kind.rawValue)] }

  /// Whether each has a number, a day or a place that the other lacks: same form, other facts.
  private func conflicts(_ left: PairSide, _ right: PairSide) -> Bool {
    let (numbers, dates, places) = (count(.number), count(.date), count(.place))
    return left.numberCount > numbers && right.numberCount > numbers
      || left.dateCount > dates && right.dateCount > dates
      || left.placeCount > places && right.placeCount > places
  }

  /// The cosine over the kinds from `first` to `last`.
  private func cosine(
    _ first: StoryFeatures.Kind,
    _ last: StoryFeatures.Kind,
    _ leftSide: PairSide,
    _ rightSide: PairSide
  ) -> Int {
    var (dot, a, b) = (0, 0, 0)
    for kind in Int(first.rawValue)...Int(last.rawValue) {
      dot += dots[kind]
      a += Int(leftSide.norms[kind])
      b += Int(rightSide.norms[kind])
    }
    guard dot > 0 else { return 0 }
    return Int(1000 * Double(dot) / (Double(a).squareRoot() * Double(b).squareRoot()))
  }

  /// What is measured of one article, given which of its words found a partner.
  private struct Side {
    /// Share of the weight of all words, of the title's words, and of those found in the other title.
    let cover: Int
    let titleCover: Int
    let titles: Int
    /// Weight of what is shared, beyond that of common words.
    let evidence: Int
    let rare: Int
    let otherNumbers: Int
    let otherDates: Int
    let otherPlaces: Int
    let otherNames: Int
    let otherTitleNames: Int
    let otherTitleActors: Int

    init(_ features: StoryFeatures, _ side: PairSide, _ matched: UInt64, _ inTitles: UInt64) {
      var (found, titleFound, both, evidence) = (0, 0, 0, 0)
      var rest = matched
      while rest != 0 {
        let index = rest.trailingZeroBitCount
        let bit = rest & (0 &- rest)
        rest ^= bit
        let weight = Int(
          features.encoded[StoryFeatures.Size.head + index * StoryFeatures.Size.word]
        )
        evidence += max(0, weight - 48)
        found += weight
        guard side.titles & bit != 0 else { continue }
        found += weight
        titleFound += weight
        if inTitles & bit != 0 { both += weight }
      }
      let (all, title) = (Int(side.all), Int(side.title))
      cover = all == 0 ? 0 : found * 1000 / all
      titleCover = title == 0 ? 0 : titleFound * 1000 / title
      titles = title == 0 ? 0 : both * 1000 / title
      self.evidence = evidence
      rare = (side.rare & matched).nonzeroBitCount
      otherNumbers = (side.numbers & ~matched).nonzeroBitCount
      otherDates = (side.dates & ~matched).nonzeroBitCount
      otherPlaces =
        (side.places & ~matched).nonzeroBitCount + (side.secondPlaces & ~matched).nonzeroBitCount
      otherNames = (side.names & ~matched).nonzeroBitCount
      otherTitleNames = (side.names & side.titles & ~matched).nonzeroBitCount
      otherTitleActors = (side.actors & side.titles & ~matched).nonzeroBitCount
    }
  }
}
