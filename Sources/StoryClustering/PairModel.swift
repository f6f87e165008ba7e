// SPDX-License-Identifier: Apache-2.0

/// Logistic models of "same story", one per group of languages, in whole thousandths.
///
/// A score is a sum of contributions, `value × weight / 1000` rounded towards zero, plus the base; an
/// article joins at 0 and above. The text form is written by `Scripts/stories/train.py`.
struct PairModel: Sendable {
  /// The model of one group.
  struct Weights: Sendable, Equatable {
    var base = 0
    /// In the order of ``PairFeature``; thousandths of score per thousandth of value, times 1000.
    var weights = [Int](repeating: 0, count: PairFeature.allCases.count)
  }

  /// The shipped model.
  static let shared = PairModel(parsing: pairModelText)

  private(set) var groups = [Weights](repeating: Weights(), count: PairGroup.allCases.count)

  /// Reads the text form; lines that it does not know are left out.
  init(parsing text: String) {
    var group: PairGroup?
    for line in text.split(separator: "\n") {
      if line.first == "[" {
        group = PairGroup.allCases.first { "[\($0.name)]" == line }
        continue
      }
      let parts = line.split(separator: "=")
      guard line.first != "#", parts.count == 2, let group,
        let value = Int(parts[1].filter { $0 != " " })
      else { continue }
      let name = parts[0].filter { $0 != " " }
      if name == "base" {
        groups[group.rawValue].base = value
      } else if let feature = PairFeature.allCases.first(where: { $0.name == name }) {
        groups[group.rawValue].weights[feature.rawValue] = value
      }
    }
  }

  /// What each feature adds to the score of a pair, thousandths; the base is not in it.
  func contributions(_ comparison: PairComparison) -> [Int] {
    let weights = groups[comparison.group.rawValue].weights
    return weights.indices.map { comparison.values[$0] * weights[$0] / 1000 }
  }

  /// The base of the pair's group, thousandths.
  func base(_ comparison: PairComparison) -> Int { groups[comparison.group.rawValue].base }

  /// The score of a pair, thousandths of log odds.
  func score(_ comparison: PairComparison) -> Int {
    let model = groups[comparison.group.rawValue]
    var score = model.base
    for place in model.weights.indices {
      score += comparison.values[place] * model.weights[place] / 1000
    }
    return score
  }
}
