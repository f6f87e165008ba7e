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

  let left: StoryFeatures
  let right: StoryFeatures
  let group: PairGroup
  private(set) var matches: [Match] = []
  /// Words that found a partner, a bit each.
  private(set) var leftMatched: UInt64 = 0
  private(set) var rightMatched: UInt64 = 0
  /// In the order of ``PairFeature``.
  private(set) var values = [Int](repeating: 0, count: PairFeature.allCases.count)

  private var dots = [Int](repeating: 0, count: StoryFeatures.Kind.allCases.count)
  private var leftNorms = [Int](repeating: 0, count: StoryFeatures.Kind.allCases.count)
  private var rightNorms = [Int](repeating: 0, count: StoryFeatures.Kind.allCases.count)

  init(_ left: StoryFeatures, _ right: StoryFeatures) {
    self.left = left
    self.right = right
    group = PairComparison.group(left.language, right.language)
    matchTerms()
    measure()
  }

  static func group(_ left: Language, _ right: Language) -> PairGroup {
    if left == right { return .same }
    let arabicScript: [Language] = [.arabic, .persian]
    return arabicScript.contains(left) && arabicScript.contains(right) ? .arabicPersian : .other
  }

  subscript(feature: PairFeature) -> Int { values[feature.rawValue] }

  // MARK: Matching

  private mutating func matchTerms() {
    var (i, j) = (0, 0)
    let (a, b) = (left.terms, right.terms)
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i].key < b[j].key {
        leftNorms[Int(a[i].kind.rawValue)] += square(a[i], left)
        i += 1
      } else if i == a.count || b[j].key < a[i].key {
        rightNorms[Int(b[j].kind.rawValue)] += square(b[j], right)
        j += 1
      } else {
        addMatch(a[i], b[j])
        i += 1
        j += 1
      }
    }
  }

  private mutating func addMatch(_ a: StoryFeatures.Term, _ b: StoryFeatures.Term) {
    let kind = Int(a.kind.rawValue)
    let (x, y) = (square(a, left), square(b, right))
    leftNorms[kind] += x
    rightNorms[kind] += y
    guard a.kind == b.kind else { return }
    let boosted = boost(a, left) * boost(b, right)
    dots[kind] += Int(a.weight) * Int(b.weight) * boosted
    leftMatched |= 1 << UInt64(a.word)
    rightMatched |= 1 << UInt64(b.word)
    matches.append(
      Match(kind: a.kind, left: a.word, right: b.word, weight: min(a.weight, b.weight))
    )
  }

  @inline(__always)
  private func boost(_ term: StoryFeatures.Term, _ side: StoryFeatures) -> Int {
    side.words[Int(term.word)].isInTitle ? 2 : 1
  }

  @inline(__always)
  private func square(_ term: StoryFeatures.Term, _ side: StoryFeatures) -> Int {
    let value = Int(term.weight) * boost(term, side)
    return value * value
  }

  // MARK: Measures

  private mutating func set(_ feature: PairFeature, _ value: Int) {
    values[feature.rawValue] = max(0, min(1000, value))
  }

  private mutating func measure() {
    set(.stems, cosine([.stem]))
    set(.skeletons, cosine([.skeleton]))
    set(.concepts, cosine([.concept, .place, .name]))
    let covers = [
      cover(left, leftMatched, titleOnly: false), cover(right, rightMatched, titleOnly: false),
    ]
    set(.cover, covers.max() ?? 0)
    set(.mutualCover, covers.min() ?? 0)
    let titles = [
      cover(left, leftMatched, titleOnly: true), cover(right, rightMatched, titleOnly: true),
    ]
    set(.titleCover, titles.max() ?? 0)
    set(.mutualTitleCover, titles.min() ?? 0)
    measureTitles()
    measureEvidence()
    measureConflicts()
    if group == .same { set(.containment, TextSketch.containment(left, right)) }
    set(.hours, abs(left.instant - right.instant) * 1000 / (96 * 3600))
  }

  private func cosine(_ kinds: [StoryFeatures.Kind]) -> Int {
    var (dot, a, b) = (0, 0, 0)
    for kind in kinds {
      dot += dots[Int(kind.rawValue)]
      a += leftNorms[Int(kind.rawValue)]
      b += rightNorms[Int(kind.rawValue)]
    }
    guard a > 0, b > 0 else { return 0 }
    return Int(1000 * Double(dot) / (Double(a).squareRoot() * Double(b).squareRoot()))
  }

  private func cover(_ side: StoryFeatures, _ matched: UInt64, titleOnly: Bool) -> Int {
    var (found, all) = (0, 0)
    for (index, word) in side.words.enumerated() where word.isInTitle || !titleOnly {
      let weight = Int(word.weight) * (word.isInTitle ? 2 : 1)
      all += weight
      if matched & 1 << UInt64(index) != 0 { found += weight }
    }
    return all == 0 ? 0 : found * 1000 / all
  }

  private mutating func measureTitles() {
    var (leftFound, rightFound): (UInt64, UInt64) = (0, 0)
    for match in matches
    where left.words[Int(match.left)].isInTitle && right.words[Int(match.right)].isInTitle {
      leftFound |= 1 << UInt64(match.left)
      rightFound |= 1 << UInt64(match.right)
    }
    set(
      .titles,
      min(
        cover(left, leftFound, titleOnly: true),
        cover(right, rightFound, titleOnly: true)
      )
    )
  }

  private mutating func measureEvidence() {
    let shared = [(left, leftMatched), (right, rightMatched)].map { side, matched in
      var (weight, rare) = (0, 0)
      for (index, word) in side.words.enumerated() where matched & 1 << UInt64(index) != 0 {
        weight += max(0, Int(word.weight) - 48)
        if word.weight >= 112 { rare += 1 }
      }
      return (weight, rare)
    }
    set(.evidence, min(shared[0].0, shared[1].0) * 1000 / 800)
    set(.rareWords, min(shared[0].1, shared[1].1) * 1000 / 6)
  }

  private mutating func measureConflicts() {
    set(.numbers, sharedCount(.number, atLeast: 60) * 500)
    set(.dates, sharedCount(.date, atLeast: 1) * 500)
    set(.latin, sharedCount(.latin, atLeast: 1) * 500)
    set(.places, (sharedCount(.place, atLeast: 1) + sharedCount(.name, atLeast: 1)) * 334)
    let numbers = unmatched(.number, atLeast: 60)
    let dates = unmatched(.date, atLeast: 1)
    let places = unmatched(.place, atLeast: 1)
    let names = unmatchedNames()
    set(.otherNumbers, numbers * 500)
    set(.otherDates, dates * 500)
    set(.otherPlaces, places * 500)
    set(.otherNames, names * 500)
    set(.template, min(2, numbers + dates + places + names) * self[.cover] / 2)
  }

  private func sharedCount(_ kind: StoryFeatures.Kind, atLeast weight: UInt8) -> Int {
    matches.count { $0.kind == kind && $0.weight >= weight }
  }

  /// How many features of a kind each side has alone, the smaller of both.
  private func unmatched(_ kind: StoryFeatures.Kind, atLeast weight: UInt8) -> Int {
    func count(_ side: StoryFeatures, _ matched: UInt64) -> Int {
      side.terms.count {
        $0.kind == kind && $0.weight >= weight && matched & 1 << UInt64($0.word) == 0
      }
    }
    return min(2, count(left, leftMatched), count(right, rightMatched))
  }

  private func unmatchedNames() -> Int {
    func count(_ side: StoryFeatures, _ matched: UInt64) -> Int {
      side.words.indices.count {
        side.words[$0].isName && side.words[$0].isInTitle && matched & 1 << UInt64($0) == 0
      }
    }
    return min(2, count(left, leftMatched), count(right, rightMatched))
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
