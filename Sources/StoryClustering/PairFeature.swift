// SPDX-License-Identifier: Apache-2.0

/// What the pair model sees of two articles; every value is in thousandths.
///
/// The raw names stand in the model file and in exported training data: renaming one needs a new model.
enum PairFeature: Int, CaseIterable, Sendable {
  /// Cosine of the stems, of the names' skeletons, of the ideas.
  case stems, skeletons, concepts
  /// Share of the weight of all words of the better covered article that found a partner.
  case cover
  /// The same of the worse covered article.
  case mutualCover
  /// Share of a title's weight found anywhere in the other article, better and worse title.
  case titleCover, mutualTitleCover
  /// Share of the title's weight found in the other title, worse title.
  case titles
  /// Heaviness of what is shared times its share of the worse covered article.
  case evidence
  /// How many rare words found a partner, times the same share.
  case rareWords
  /// Shared numbers above twelve, two at most; numbers on both sides that the other does not have.
  case numbers, otherNumbers
  /// Shared and differing calendar days, two at most.
  case dates, otherDates
  /// Shared Latin tokens, two at most.
  case latin
  /// Shared places and names of the lexicon, three at most.
  case places
  /// Places on both sides that the other does not have, two at most.
  case otherPlaces
  /// Names in both titles that the other article does not have, two at most.
  case otherNames
  /// Companies, organisations and known people in both titles that the other article does not have,
  /// two at most.
  case otherActors
  /// The conflicts above, times the cover of the better covered article: same template, other facts.
  case template
  /// Share of the shorter text's word pairs that the other has (one language only).
  case containment
  /// Time between the articles, 1000 for four days and more.
  case hours

  /// The name in the model file.
  var name: String { String(describing: self) }
}

/// Which model judges a pair.
enum PairGroup: Int, CaseIterable, Sendable {
  /// Both in one language.
  case same
  /// Arabic with Persian: one script, many loan words.
  case arabicPersian = 1
  /// Everything else, first of all Arabic or Persian with English.
  case other = 2

  /// The name in the model file.
  var name: String {
    switch self {
    case .same: "same"
    case .arabicPersian: "ar-fa"
    case .other: "x-en"
    }
  }
}
