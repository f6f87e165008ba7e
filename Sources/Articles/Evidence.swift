// SPDX-License-Identifier: Apache-2.0

/// One reason for a decision, with what it contributed.
///
/// The contributions of all evidence of a decision sum to its score exactly.
package struct Evidence: Sendable, Hashable, Codable {
  /// What sort of thing was found.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A phrase of the topic model stands in the article.
    case phrase
    /// The context that a contextual topic needs is there (contribution 0) or is missing.
    case gate
    /// A constant part of a score that no single thing in the texts explains.
    case base
    /// The same GUID, the same canonical address, or the same text.
    case guid, address, text
    /// Shared between two articles: words, names, numbers, dates, concepts, Latin tokens.
    case word, name, number, date, concept, latin
    /// Speaks against: another number, actor, place or day.
    case conflict
    /// The user merged or split by hand.
    case user
  }

  package let kind: Kind
  /// Thousandths; negative when it speaks against.
  package let contribution: Int
  /// What was found, as it stands in the article (display form).
  package let found: String
  /// Its partner: the model's phrase, or the words of the other article; empty if there is none.
  package let partner: String
  /// Where and whence, in words: `title`, `verbatim in seeds 000 002`, `expansion`; may be empty.
  package let note: String

  package init(
    kind: Kind,
    contribution: Int,
    found: String,
    partner: String = "",
    note: String = ""
  ) {
    self.kind = kind
    self.contribution = contribution
    self.found = found
    self.partner = partner
    self.note = note
  }
}
