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
  typealias Values = InlineArray<21, Int>
  /// A sum per ``StoryFeatures/Kind``.
  private typealias Sums = InlineArray<8, Int>

  let left: StoryFeatures
  let right: StoryFeatures
  let group: PairGroup
  /// Words that found a partner, a bit each.
  private(set) var leftMatched: UInt64 = 0
  private(set) var rightMatched: UInt64 = 0
  /// Thousandths.
  private(set) var values = Values(repeating: 0)

  private var leftTitles: UInt64 = 0
  private var rightTitles: UInt64 = 0
  private var dots = Sums(repeating: 0)
  private var leftNorms = Sums(repeating: 0)
  private var rightNorms = Sums(repeating: 0)
  private var shared = Sums(repeating: 0)

  init(_ left: StoryFeatures, _ right: StoryFeatures) {
    self.left = left
    self.right = right
    group = PairComparison.group(left.language, right.language)
    matchTerms()
    measure()
  }

  static func group(_ left: Language, _ right: Language) -> PairGroup {
    if left == right { return .same }
    let isArabicScript =
      (left == .arabic || left == .persian) && (right == .arabic || right == .persian)
    return isArabicScript ? .arabicPersian : .other
  }

  subscript(feature: PairFeature) -> Int { values[feature.rawValue] }

  // MARK: Matching

  private mutating func matchTerms() {
    var (i, j) = (0, 0)
    let (a, b) = (left.terms, right.terms)
    while i < a.count, j < b.count {
      let (x, y) = (a[i], b[j])
      if x.key < y.key {
        leftNorms[Int(x.kind.rawValue)] += square(x, left)
        i += 1
      } else if y.key < x.key {
        rightNorms[Int(y.kind.rawValue)] += square(y, right)
        j += 1
      } else {
        addMatch(x, y)
        i += 1
        j += 1
      }
    }
    while i < a.count {
      leftNorms[Int(a[i].kind.rawValue)] += square(a[i], left)
      i += 1
    }
    while j < b.count {
      rightNorms[Int(b[j].kind.rawValue)] += square(b[j], right)
      j += 1
    }
  }

  @inline(__always)
  private mutating func addMatch(_ a: StoryFeatures.Term, _ b: StoryFeatures.Term) {
    let kind = Int(a.kind.rawValue)
    leftNorms[kind] += square(a, left)
    rightNorms[kind] += square(b, right)
    guard a.kind == b.kind else { return }
    let (x, y) = (boost(a, left), boost(b, right))
    dots[kind] += Int(a.weight) * Int(b.weight) * x * y
    if min(a.weight, b.weight) >= (a.kind == .number ? PairComparison.numberFloor : 1) {
      shared[kind] += 1
    }
    let leftBit: UInt64 = 1 << UInt64(a.word)
    let rightBit: UInt64 = 1 << UInt64(b.word)
    leftMatched |= leftBit
    rightMatched |= rightBit
    if x + y == 4 {
      leftTitles |= leftBit
      rightTitles |= rightBit
    }
  }

  /// Numbers lighter than this stand in every report.
  static let numberFloor: UInt8 = 60

  @inline(__always)
  private func boost(_ term: StoryFeatures.Term, _ side: StoryFeatures) -> Int {
    side.words[Int(term.word)].isInTitle ? 2 : 1
  }

  @inline(__always)
  private func square(_ term: StoryFeatures.Term, _ side: StoryFeatures) -> Int {
    let value = Int(term.weight) * boost(term, side)
    return value * value
  }

  /// Every feature that both have, ascending by key: for explanations.
  var matches: [Match] {
    var matches: [Match] = []
    var (i, j) = (0, 0)
    let (a, b) = (left.terms, right.terms)
    while i < a.count, j < b.count {
      if a[i].key < b[j].key {
        i += 1
      } else if b[j].key < a[i].key {
        j += 1
      } else {
        if a[i].kind == b[j].kind {
          let weight = min(a[i].weight, b[j].weight)
          matches.append(
            Match(kind: a[i].kind, left: a[i].word, right: b[j].word, weight: weight)
          )
        }
        i += 1
        j += 1
      }
    }
    return matches
  }

  // MARK: Measures

  private mutating func set(_ feature: PairFeature, _ value: Int) {
    values[feature.rawValue] = max(0, min(1000, value))
  }

  private mutating func measure() {
    set(.stems, cosine(.stem, .stem))
    set(.skeletons, cosine(.skeleton, .skeleton))
    set(.concepts, cosine(.concept, .name))
    let a = Side(left, leftMatched, leftTitles)
    let b = Side(right, rightMatched, rightTitles)
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
    let others = numbers + dates + places + min(a.otherNames, b.otherNames)
    set(.template, min(2, others) * self[.cover] / 2)
    if group == .same { set(.containment, TextSketch.containment(left, right)) }
    set(.hours, abs(left.instant - right.instant) * 1000 / (96 * 3600))
  }

  private func count(_ kind: StoryFeatures.Kind) -> Int { shared[Int(kind.rawValue)] }

  /// The cosine over the kinds from `first` to `last`.
  private func cosine(_ first: StoryFeatures.Kind, _ last: StoryFeatures.Kind) -> Int {
    var (dot, a, b) = (0, 0, 0)
    for kind in Int(first.rawValue)...Int(last.rawValue) {
      dot += dots[kind]
      a += leftNorms[kind]
      b += rightNorms[kind]
    }
    guard dot > 0 else { return 0 }
    return Int(1000 * Double(dot) / (Double(a).squareRoot() * Double(b).squareRoot()))
  }

  /// What is measured of one article, given which of its words found a partner.
  private struct Side {
    /// Share of the weight of all words, of the title's words, and of those found in the other title.
    var cover = 0
    var titleCover = 0
    var titles = 0
    /// Weight of what is shared, beyond that of common words.
    var evidence = 0
    var rare = 0
    var otherNumbers = 0
    var otherDates = 0
    var otherPlaces = 0
    var otherNames = 0
    var otherTitleNames = 0

    init(_ side: StoryFeatures, _ matched: UInt64, _ inTitles: UInt64) {
      var (all, found, title, titleFound, both) = (0, 0, 0, 0, 0)
      var bit: UInt64 = 1
      for word in side.words {
        let weight = Int(word.weight)
        let isMatched = matched & bit != 0
        all += word.isInTitle ? 2 * weight : weight
        if word.isInTitle {
          title += weight
          if isMatched { titleFound += weight }
          if inTitles & bit != 0 { both += weight }
        }
        if isMatched {
          found += word.isInTitle ? 2 * weight : weight
          evidence += max(0, weight - 48)
          if weight >= 112 { rare += 1 }
        } else if word.isName {
          otherNames += 1
          if word.isInTitle { otherTitleNames += 1 }
        }
        bit <<= 1
      }
      cover = all == 0 ? 0 : found * 1000 / all
      titleCover = title == 0 ? 0 : titleFound * 1000 / title
      titles = title == 0 ? 0 : both * 1000 / title
      for term in side.terms where matched & 1 << UInt64(term.word) == 0 {
        switch term.kind {
        case .number: if term.weight >= PairComparison.numberFloor { otherNumbers += 1 }
        case .date: otherDates += 1
        case .place: otherPlaces += 1
        default: break
        }
      }
    }
  }
}

/// Resemblance of texts by the smallest hashes of their word pairs (Broder, "On the resemblance and
/// containment of documents", 1997).
enum TextSketch {
  /// Estimates which share of the shorter text's word pairs the other text has, in thousandths.
  static func containment(_ left: StoryFeatures, _ right: StoryFeatures) -> Int {
    let (a, b) = (left.sketch, right.sketch)
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let size = min(StoryFeatures.sketchSize, max(a.count, b.count))
    var (i, j, seen, shared) = (0, 0, 0, 0)
    while seen < size, i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i] < b[j] {
        i += 1
      } else if i == a.count || b[j] < a[i] {
        j += 1
      } else {
        shared += 1
        i += 1
        j += 1
      }
      seen += 1
    }
    // Resemblance r of the union; containment = r (|A| + |B|) / ((1 + r) min(|A|, |B|)).
    let sizes = Int(left.pairCount) + Int(right.pairCount)
    let shorter = min(Int(left.pairCount), Int(right.pairCount))
    return min(1000, 1000 * shared * sizes / ((seen + shared) * max(1, shorter)))
  }
}
