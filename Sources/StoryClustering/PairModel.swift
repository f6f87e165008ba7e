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

  /// Distinct words up to which an article is as long as those that the model was trained on, and
  /// from which it is a full report.
  static let usualWords = 32
  static let fullReport = 36
  /// Thousandths that a wholly missing particular takes from a pair of full reports.
  static let missingParticular = 4000

  /// The base of the pair's group, thousandths, less what full reports share as background.
  ///
  /// The model was trained on titles with a sentence or two. Full reports of two meetings at one
  /// conference share its themes, its people and its place, more of them with every word that is
  /// read; what tells the events apart are particulars: numbers, days, codes, names of places. A
  /// pair of long texts in two languages that shares hardly any has to show more; in one language
  /// the words themselves tell. A wrong merge is worse than a missed one.
  func base(_ comparison: PairComparison) -> Int {
    let base = groups[comparison.group.rawValue].base
    let words = min(comparison.left.wordCount, comparison.right.wordCount)
    let beyond = min(words, Self.fullReport) - Self.usualWords
    guard comparison.group != .same, beyond > 0 else { return base }
    let particulars = [PairFeature.numbers, .dates, .latin, .places].reduce(0) {
      $0 + comparison[$1]
    }
    let missing = max(0, 1000 - particulars) * Self.missingParticular / 1000
    return base - missing * beyond / (Self.fullReport - Self.usualWords)
  }

  /// The score of a pair, thousandths of log odds.
  func score(_ comparison: PairComparison) -> Int {
    let model = groups[comparison.group.rawValue]
    var score = base(comparison)
    for place in model.weights.indices {
      score += comparison.values[place] * model.weights[place] / 1000
    }
    return score
  }
}
