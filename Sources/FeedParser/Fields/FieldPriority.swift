// SPDX-License-Identifier: Apache-2.0

// Precedence is data: in each enum a later case beats an earlier one.

/// Where a title came from.
enum TitleSource: Int { case itunes, media, dublinCore, own }
/// Where a summary came from.
enum SummarySource: Int { case copiedContent, media, googlePlay, itunes, dublinCore, own }
/// Where an item's identity came from.
enum IdentitySource: Int { case dublinCore, rdfAbout, own }
/// Where a link came from.
enum LinkSource: Int { case identity, other, rdfAbout, media, guid, alternate, own }
/// Where the date of publication came from.
enum PublishedSource: Int { case updated, dublinCore, own }
/// Where the date of the last change came from.
enum UpdatedSource: Int { case dublinCore, own }
/// Where an author came from; the highest comes first in the list.
enum AuthorSource: Int { case itunes, dublinCore, own }
/// Where the rights came from.
enum RightsSource: Int { case dublinCore, own }
/// Where the language came from.
enum LanguageSource: Int { case root, dublinCore, own }

/// The best value offered so far.
struct Best<Value> {
  private(set) var value: Value?
  private(set) var rank = -1

  /// Takes `new` when its rank is higher than all before it.
  mutating func offer<Source: RawRepresentable>(_ new: consuming Value?, from source: Source)
  where Source.RawValue == Int {
    guard source.rawValue > rank, new != nil else { return }
    value = consume new
    rank = source.rawValue
  }

  /// Takes `new` when its rank is at least as high as all before it.
  mutating func replace<Source: RawRepresentable>(_ new: consuming Value?, from source: Source)
  where Source.RawValue == Int {
    guard source.rawValue >= rank, new != nil else { return }
    value = consume new
    rank = source.rawValue
  }

  /// Gives the value away.
  mutating func take() -> Value? {
    var taken: Value?
    swap(&taken, &value)
    return taken
  }
}
