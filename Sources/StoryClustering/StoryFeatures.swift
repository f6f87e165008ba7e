// SPDX-License-Identifier: Apache-2.0
package import TextAnalysis
package import TextBasics

/// What story clustering keeps of an article: typed features, a sketch of its text, and the words
/// that explain a decision.
///
/// A few hundred bytes when ``encoded``; two values made from the same article are equal.
package struct StoryFeatures: Sendable, Hashable {
  /// What two articles may share.
  enum Kind: UInt8, Sendable, CaseIterable {
    /// A folded stem; meets in one language and in loan words.
    case stem
    /// Consonants of a name: ``ConsonantSkeleton``.
    case skeleton
    /// A number, decimals included.
    case number
    /// Latin letters or a code (`WTDC-25`, `5G`) in any language.
    case latin
    /// A calendar day, whatever calendar the text uses.
    case date
    /// An idea of the lexicon: an ordinary word.
    case concept
    /// An idea of the lexicon: a country, city or region.
    case place
    /// An idea of the lexicon: a person or organisation.
    case name
  }

  /// One typed feature.
  struct Term: Sendable, Hashable {
    let key: UInt32
    let kind: Kind
    /// Index of the word that shows it.
    let word: UInt8
    /// As in ``BackgroundFrequencies``.
    let weight: UInt8
  }

  /// A word, phrase, number or date of the article.
  struct Word: Sendable, Hashable {
    let weight: UInt8
    let isInTitle: Bool
    /// Whether it looks like a name that no lexicon knows.
    let isName: Bool
    /// Whether nothing but a space parts it from the word before.
    let followsDirectly: Bool
    /// Where it ends in ``display``; it begins where the one before ends.
    let end: UInt16
  }

  /// At most so many words are kept: a match is a bit of one machine word.
  static let wordLimit = 48
  /// How many hashes a sketch holds at most.
  static let sketchSize = 40

  /// Instants beyond these are moved to the nearest: differences never overflow.
  static let instants = -(1 << 40)...1 << 40

  package let language: Language
  /// Seconds since 1970 by which the window is measured.
  package let instant: Int
  /// Hash of the canonical address, 0 without one.
  let address: UInt64
  /// Hash of the content hash, 0 without one.
  let content: UInt64
  /// In the order of the text, title first.
  let words: [Word]
  /// Ascending by key; each key once.
  let terms: [Term]
  /// UTF-8 of the words as they stand in the article, one after the other.
  let display: [UInt8]
  /// The smallest hashes of pairs of neighbouring words, ascending.
  let sketch: [UInt32]
  /// How many different pairs the text has.
  let pairCount: UInt16

  init(
    language: Language,
    instant: Int,
    address: UInt64,
    content: UInt64,
    words: [Word],
    terms: [Term],
    display: [UInt8],
    sketch: [UInt32],
    pairCount: UInt16
  ) {
    self.language = language
    self.instant = min(
      max(instant, StoryFeatures.instants.lowerBound),
      StoryFeatures.instants.upperBound
    )
    self.address = address
    self.content = content
    self.words = words
    self.terms = terms
    self.display = display
    self.sketch = sketch
    self.pairCount = pairCount
  }

  /// Reads the features of an article.
  ///
  /// - Parameters:
  ///   - profile: Its title and text.
  ///   - instant: Seconds since 1970 of publication, else of first sight.
  ///   - canonicalURL: Equal for the same page in two feeds, or `nil`.
  ///   - contentHash: Equal for the same text; empty if unknown.
  package init(
    _ profile: TextProfile,
    instant: Int,
    canonicalURL: String?,
    contentHash: String
  ) {
    var builder = StoryFeatureBuilder(profile)
    builder.build()
    self.init(
      language: profile.language,
      instant: instant,
      address: canonicalURL.map(TermHash.hash) ?? 0,
      content: contentHash.isEmpty ? 0 : TermHash.hash(contentHash),
      words: builder.words,
      terms: builder.terms,
      display: builder.display,
      sketch: builder.sketch,
      pairCount: builder.pairCount
    )
  }

  /// The word as it stands in the article.
  func text(ofWord index: Int) -> String {
    guard index < words.count else { return "" }
    let start = index == 0 ? 0 : Int(words[index - 1].end)
    let end = Int(words[index].end)
    guard start <= end, end <= display.count else { return "" }
    return String(decoding: display[start..<end], as: UTF8.self)
  }
}

/// Hashes of terms, equal in every process and on every machine.
enum TermHash {
  /// Spreads the bits of a hash (the finaliser of MurmurHash3).
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var hash = value
    hash ^= hash >> 33
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 33
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }

  /// FNV-1a over UTF-8, mixed; never 0.
  static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return max(1, mix(hash))
  }

  /// The key of a feature.
  @inline(__always)
  static func key(_ kind: StoryFeatures.Kind, _ value: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: mix(value &+ UInt64(kind.rawValue &+ 1) &* 0x9E37_79B9_7F4A_7C15))
  }
}
