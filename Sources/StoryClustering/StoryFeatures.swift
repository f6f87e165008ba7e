// SPDX-License-Identifier: Apache-2.0
package import TextAnalysis
package import TextBasics

/// What story clustering keeps of an article: typed features, a sketch of its text, and the words
/// that explain a decision.
///
/// The value is its own stored form, one array of some hundred bytes: what the store holds is
/// compared as it is. Two values made from the same article are equal.
///
/// Version 1: the byte 1; language (3 ASCII bytes, `und` for none); instant (8, little-endian as all
/// numbers); address (8); content (8); word count (1); per word weight, flags (1 in title, 2 name, 4 follows) and
/// length (1 each); term count (1); per term key (4), kind, word and weight (1 each), ascending by
/// key; pair count (2); sketch count (1) and hashes (4 each), ascending; then the UTF-8 of the words.
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
    /// Bytes of its text.
    let length: UInt8
  }

  /// Bits of a word's flags.
  enum Flag {
    static let title: UInt8 = 1
    static let name: UInt8 = 2
    static let follows: UInt8 = 4
  }

  /// Bytes of the parts of the stored form.
  enum Size {
    static let word = 3
    static let term = 7
    static let hash = 4
    /// Before the words, their count included.
    static let head = 29
  }

  /// At most so many words are kept: a match is a bit of one machine word.
  static let wordLimit = 48
  /// How many hashes a sketch holds at most.
  static let sketchSize = 40

  /// Instants beyond these are moved to the nearest: differences never overflow.
  static let instants = -(1 << 40)...1 << 40

  /// The form in which an article's row keeps its features; ``init(encoded:)`` takes it back.
  package let encoded: [UInt8]
  let wordCount: Int
  let termCount: Int
  let sketchCount: Int

  /// `encoded` must be what a reader of this version has checked.
  init(checked encoded: [UInt8], words: Int, terms: Int, sketch: Int) {
    self.encoded = encoded
    wordCount = words
    termCount = terms
    sketchCount = sketch
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
    self = StoryFeatures.encode(
      builder,
      language: profile.language,
      instant: min(max(instant, Self.instants.lowerBound), Self.instants.upperBound),
      address: canonicalURL.map(TermHash.hash) ?? 0,
      content: contentHash.isEmpty ? 0 : TermHash.hash(contentHash)
    )
  }

  // MARK: Parts

  package var language: Language {
    let code = encoded[1..<4].prefix { $0 != 0x20 }
    return Language(tag: String(decoding: code, as: UTF8.self))
  }
  /// The letters of the language, equal for equal languages.
  var languageCode: UInt32 { UInt32(truncatingIfNeeded: number(at: 0, 4) >> 8) }
  /// Seconds since 1970 by which the window is measured.
  package var instant: Int { Int(Int64(bitPattern: number(at: 4, 8))) }
  /// Hash of the canonical address, 0 without one.
  var address: UInt64 { number(at: 12, 8) }
  /// Hash of the content hash, 0 without one.
  var content: UInt64 { number(at: 20, 8) }
  /// How many different pairs of neighbouring words the text has.
  var pairCount: Int { Int(number(at: sketchStart - 3, 2)) }

  /// Where the terms begin in ``encoded``.
  var termStart: Int { Size.head + wordCount * Size.word + 1 }
  /// Where the hashes of the sketch begin in ``encoded``.
  var sketchStart: Int { termStart + termCount * Size.term + 3 }
  private var displayStart: Int { sketchStart + sketchCount * Size.hash }

  /// In the order of the text, title first.
  var words: [Word] { (0..<wordCount).map { word($0) } }
  /// Ascending by key; each key once.
  var terms: [Term] { (0..<termCount).map { term($0) } }
  /// The smallest hashes of pairs of neighbouring words, ascending.
  var sketch: [UInt32] { (0..<sketchCount).map { sketchHash($0) } }

  /// The word number `index`.
  func word(_ index: Int) -> Word {
    let place = Size.head + index * Size.word
    let flags = encoded[place + 1]
    return Word(
      weight: encoded[place],
      isInTitle: flags & Flag.title != 0,
      isName: flags & Flag.name != 0,
      followsDirectly: flags & Flag.follows != 0,
      length: encoded[place + 2]
    )
  }

  /// The term number `index`.
  func term(_ index: Int) -> Term {
    let place = termStart + index * Size.term
    return Term(
      key: UInt32(truncatingIfNeeded: number(at: place, 4)),
      kind: Kind(rawValue: encoded[place + 4]) ?? .stem,
      word: encoded[place + 5],
      weight: encoded[place + 6]
    )
  }

  /// The hash number `index` of the sketch.
  func sketchHash(_ index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: number(at: sketchStart + index * Size.hash, 4))
  }

  /// The word as it stands in the article.
  func text(ofWord index: Int) -> String {
    guard index < wordCount else { return "" }
    var start = displayStart
    for before in 0..<index { start += Int(encoded[Size.head + before * Size.word + 2]) }
    let end = start + Int(encoded[Size.head + index * Size.word + 2])
    guard end <= encoded.count else { return "" }
    return String(decoding: encoded[start..<end], as: UTF8.self)
  }

  @inline(__always)
  private func number(at place: Int, _ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for offset in 0..<count { value |= UInt64(encoded[place + offset]) << UInt64(8 * offset) }
    return value
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
