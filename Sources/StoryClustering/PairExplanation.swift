// SPDX-License-Identifier: Apache-2.0
import Articles

/// Why two articles tell one story, in the words of both; contributions sum to the score exactly.
struct PairExplanation {
  /// How many shared words are named one by one.
  static let limit = 12

  private let comparison: PairComparison
  private let contributions: [Int]
  private let base: Int

  init(_ comparison: PairComparison, _ model: PairModel) {
    self.comparison = comparison
    contributions = model.contributions(comparison)
    base = model.base(comparison)
  }

  /// The reasons of a near-duplicate: the share of the text, then the shared words.
  var nearDuplicate: [Evidence] {
    let share = comparison[.containment]
    let whole = Evidence(
      kind: .text,
      contribution: share,
      found: "",
      note: "\(share / 10) % of the shorter text stands in the other"
    )
    return [whole] + named(total: 0)
  }

  /// The reasons of the same story: shared words, conflicts, and the constant part.
  var evidence: [Evidence] {
    let conflicting: [(PairFeature, String)] = [
      (.otherNumbers, "other numbers"), (.otherDates, "other days"),
      (.otherPlaces, "other places"), (.otherNames, "other names"),
      (.otherActors, "other organisations or people"),
    ]
    var rest = base + self[.hours] + self[.containment]
    var conflicts: [Evidence] = []
    for (feature, note) in conflicting where self[feature] != 0 {
      let (found, partner) = unmatched(feature)
      conflicts.append(
        Evidence(
          kind: .conflict,
          contribution: self[feature],
          found: found,
          partner: partner,
          note: note
        )
      )
    }
    if conflicts.isEmpty {
      rest += self[.template]
    } else {
      let first = conflicts.removeFirst()
      conflicts.insert(
        Evidence(
          kind: .conflict,
          contribution: first.contribution + self[.template],
          found: first.found,
          partner: first.partner,
          note: first.note
        ),
        at: 0
      )
    }
    let spoken = conflicts.reduce(rest) { $0 + $1.contribution }
    let total = contributions.reduce(base) { $0 + $1 }
    let shared = named(total: total - spoken)
    let constant = Evidence(
      kind: .base,
      contribution: rest,
      found: "",
      note: "start and distance in time"
    )
    return shared + conflicts + [constant]
  }

  private subscript(feature: PairFeature) -> Int { contributions[feature.rawValue] }

  // MARK: Shared words

  private struct Shared {
    var kind: StoryFeatures.Kind
    var left: [UInt8]
    var right: [UInt8]
    var weight: Int
  }

  /// Shares `total` out among the shared words, the heaviest first; the last entry holds the rest.
  private func named(total: Int) -> [Evidence] {
    let all = sharedWords()
    guard !all.isEmpty else {
      return total == 0
        ? [] : [Evidence(kind: .base, contribution: total, found: "", note: "no shared words")]
    }
    let sum = all.reduce(0) { $0 + $1.weight }
    var left = total
    var evidence: [Evidence] = []
    for shared in all.prefix(PairExplanation.limit) {
      let part = shared.weight == 0 ? 0 : total * shared.weight / max(1, sum)
      left -= part
      evidence.append(
        Evidence(
          kind: PairExplanation.kind(shared.kind),
          contribution: part,
          found: text(shared.left, comparison.left),
          partner: text(shared.right, comparison.right)
        )
      )
    }
    if left != 0 {
      let more = max(0, all.count - PairExplanation.limit)
      evidence.append(
        Evidence(kind: .word, contribution: left, found: "", note: "\(more) more shared words")
      )
    }
    return evidence
  }

  private func text(_ words: [UInt8], _ side: StoryFeatures) -> String {
    words.map { side.text(ofWord: Int($0)) }.joined(separator: " ")
  }

  /// One entry per pair of words, neighbours joined, heaviest first.
  private func sharedWords() -> [Shared] {
    var pairs: [Shared] = []
    for match in comparison.matches {
      let title =
        comparison.left.word(Int(match.left)).isInTitle
        && comparison.right.word(Int(match.right)).isInTitle
      let weight = Int(match.weight) * (title ? 2 : 1) * PairExplanation.rank(match.kind) / 4
      let known = pairs.firstIndex { $0.left[0] == match.left }
      if let known {
        if weight > pairs[known].weight {
          pairs[known] = Shared(
            kind: match.kind,
            left: [match.left],
            right: [match.right],
            weight: weight
          )
        }
      } else {
        pairs.append(
          Shared(kind: match.kind, left: [match.left], right: [match.right], weight: weight)
        )
      }
    }
    pairs.sort { $0.left[0] < $1.left[0] }
    var joined: [Shared] = []
    for pair in pairs {
      if let last = joined.last, joins(last, pair) {
        joined[joined.count - 1].left += pair.left
        joined[joined.count - 1].right += pair.right
        joined[joined.count - 1].weight += pair.weight
      } else {
        joined.append(pair)
      }
    }
    joined.sort { ($0.weight, $1.left[0]) > ($1.weight, $0.left[0]) }
    return joined
  }

  /// Whether two matches are neighbours in both articles, so that a name is shown whole.
  private func joins(_ first: Shared, _ second: Shared) -> Bool {
    guard first.left.count < 3, let left = first.left.last, let right = first.right.last else {
      return false
    }
    let (nextLeft, nextRight) = (second.left[0], second.right[0])
    return nextLeft == left + 1 && nextRight == right + 1
      && comparison.left.word(Int(nextLeft)).followsDirectly
      && comparison.right.word(Int(nextRight)).followsDirectly
  }

  private static func rank(_ kind: StoryFeatures.Kind) -> Int {
    switch kind {
    case .date, .latin, .number: 6
    case .name, .place: 5
    case .skeleton, .stem: 4
    case .concept: 3
    }
  }

  private static func kind(_ kind: StoryFeatures.Kind) -> Evidence.Kind {
    switch kind {
    case .stem: .word
    case .skeleton, .place, .name: .name
    case .number: .number
    case .latin: .latin
    case .date: .date
    case .concept: .concept
    }
  }

  // MARK: Conflicts

  private func unmatched(_ feature: PairFeature) -> (String, String) {
    (
      unmatched(feature, comparison.left, comparison.leftMatched),
      unmatched(feature, comparison.right, comparison.rightMatched)
    )
  }

  private func unmatched(
    _ feature: PairFeature,
    _ side: StoryFeatures,
    _ matched: UInt64
  ) -> String {
    let kind: StoryFeatures.Kind? =
      switch feature {
      case .otherNumbers: .number
      case .otherDates: .date
      case .otherPlaces: .place
      case .otherActors: .name
      default: nil
      }
    let words = (0..<side.wordCount).filter { index in
      guard matched & 1 << UInt64(index) == 0 else { return false }
      guard feature != .otherActors || side.word(index).isInTitle else { return false }
      guard let kind else { return side.word(index).isName && side.word(index).isInTitle }
      return side.terms.contains { $0.kind == kind && Int($0.word) == index && $0.weight >= 60 }
    }
    return words.prefix(3).map { side.text(ofWord: $0) }.joined(separator: ", ")
  }
}
