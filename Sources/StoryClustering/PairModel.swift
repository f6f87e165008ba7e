// SPDX-License-Identifier: Apache-2.0

/// Logistic models of "same story", one per group of languages, in whole thousandths.
///
/// A score is a sum of contributions, `value × weight / 1000` rounded towards zero, plus the base; an
/// article joins at 0 and above. The text form is written by `Scripts/stories/train.py`.
struct PairModel: Sendable {
  /// The model of one group.
  struct Weights: Sendable, Equatable {
    var base = 0
    /// Of ``PairModel/missingParticulars(_:)``: 0 or less.
    var missingParticulars = 0
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
      } else if name == PairModel.missingParticularsName {
        groups[group.rawValue].missingParticulars = value
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

  /// Distinct words up to which an article is a title with a sentence or two, and from which it is a
  /// full report.
  static let shortReport = 32
  static let fullReport = 36
  /// In the model file and in exported training data.
  static let missingParticularsName = "missingParticulars"

  /// What a pair of full reports lacks of shared particulars, thousandths; 0 for short texts.
  ///
  /// Full reports of two meetings at one conference share its themes, its people and its place, more
  /// of them with every word that is read; what tells the events apart are particulars: numbers,
  /// days, codes, names of further places. How much it weighs is learnt, group by group, from full reports
  /// of several events of one affair (`Scripts/stories/make_long.py`).
  static func missingParticulars(_ comparison: PairComparison) -> Int {
    let words = min(comparison.left.wordCount, comparison.right.wordCount)
    let beyond = min(words, fullReport) - shortReport
    guard beyond > 0 else { return 0 }
    // One shared place is where the affair takes place.
    let places = max(0, comparison[.places] - 334)
    let particulars = places + comparison[.numbers] + comparison[.dates] + comparison[.latin]
    return max(0, 1000 - particulars) * beyond / (fullReport - shortReport)
  }

  /// The base of the pair's group with what full reports are missing, thousandths.
  func base(_ comparison: PairComparison) -> Int {
    let model = groups[comparison.group.rawValue]
    guard model.missingParticulars != 0 else { return model.base }
    let missing = PairModel.missingParticulars(comparison)
    return model.base + missing * model.missingParticulars / 1000
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
