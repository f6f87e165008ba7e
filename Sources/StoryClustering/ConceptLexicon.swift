// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// Words and phrases of three languages that mean the same.
///
/// The text form is a line per concept, `Arabic|Persian|English`, commas between synonyms, under
/// headings that say what the concepts are. An English form in capitals (`US`) matches capitals only.
struct ConceptLexicon: Sendable {
  /// What a concept is.
  enum Kind: UInt8, Sendable {
    case word, place, org, name, number, time, boilerplate

    /// Whether it is no name of anything.
    var isOrdinary: Bool { self == .word || self == .time || self == .number }
  }

  /// A concept that a word or phrase may stand for.
  struct Concept: Sendable {
    let id: UInt16
    let kind: Kind
    /// As in ``BackgroundFrequencies``.
    let weight: UInt8
  }

  /// Read once, when the first article is looked at.
  static let shared = ConceptLexicon(parsing: [
    lexiconState, lexiconEconomy, lexiconSociety, lexiconGeneral, lexiconGeneral2, lexiconPlaces,
    lexiconCLDR, lexiconBoilerplate, lexiconCompanies,
  ])

  /// Longest phrase in tokens.
  static let longest = 6

  /// What is known of a phrase: its concepts, and whether a longer phrase begins with it.
  struct Entry {
    let concepts: Range<Int>
    let goesOn: Bool

    static let none = Entry(concepts: 0..<0, goesOn: false)
  }

  /// How many concepts there are.
  let count: Int
  /// All senses, those of one phrase in a row.
  let senses: [Concept]
  /// Start of the senses, times 16, plus twice their number, plus 1 if a longer phrase goes on.
  private let entries: FlatTable

  init(parsing texts: [String]) {
    var builder = Builder()
    for text in texts { builder.read(text) }
    count = builder.count
    var senses: [Concept] = []
    var pairs: [(key: UInt64, value: UInt32)] = []
    for (key, concepts) in builder.senses {
      let kept = concepts.prefix(7)
      let goesOn: UInt32 = builder.prefixes.contains(key) ? 1 : 0
      pairs.append((key, UInt32(senses.count) << 4 | UInt32(kept.count) << 1 | goesOn))
      senses.append(contentsOf: kept)
    }
    for key in builder.prefixes where builder.senses[key] == nil { pairs.append((key, 1)) }
    self.senses = senses
    entries = FlatTable(pairs)
  }

  /// What is known of the phrase whose key is `key`.
  func entry(_ key: UInt64) -> Entry { ConceptLexicon.entry(value: value(key)) }

  /// What is known of a phrase, in one number for ``entry(value:)``; 0 for nothing.
  @inline(__always)
  func value(_ key: UInt64) -> UInt32 { entries[key] ?? 0 }

  /// Reads what ``value(_:)`` told.
  @inline(__always)
  static func entry(value: UInt32) -> Entry {
    let start = Int(value >> 4)
    return Entry(concepts: start..<start + Int(value >> 1 & 7), goesOn: value & 1 == 1)
  }

  /// The key of a phrase of one token.
  static func key(_ token: TextToken, salt: UInt64) -> UInt64 {
    TermHash.mix(token.stem ^ salt)
  }

  /// The key of a token that must be in capitals.
  static func capitalKey(_ token: TextToken) -> UInt64 { TermHash.mix(token.word ^ 0xCA91) }

  /// The key of a phrase that is one token longer.
  static func key(_ phrase: UInt64, _ token: TextToken) -> UInt64 {
    TermHash.mix(phrase &* 31 ^ token.stem)
  }

  private struct Builder {
    var count = 0
    var kind = Kind.word
    var senses: [UInt64: [Concept]] = [:]
    var prefixes: Set<UInt64> = []
    private let languages: [Language] = [.arabic, .persian, .english]

    mutating func read(_ text: String) {
      for line in text.split(separator: "\n") {
        switch line.first {
        case "[": kind = Builder.kind(named: line)
        case "#": continue
        default: readConcept(line)
        }
      }
    }

    private static func kind(named line: Substring) -> Kind {
      switch line {
      case "[place]": .place
      case "[org]": .org
      case "[name]": .name
      case "[number]": .number
      case "[time]": .time
      case "[boilerplate]": .boilerplate
      default: .word
      }
    }

    private mutating func readConcept(_ line: Substring) {
      let columns = line.split(separator: "|", omittingEmptySubsequences: false)
      guard columns.count == 3, count < Int(UInt16.max) else { return }
      let id = UInt16(count)
      count += 1
      var keys: [UInt64] = []
      var weights: [Int] = []
      for (column, language) in zip(columns, languages) {
        for form in column.split(separator: ",") {
          readForm(String(form), language, &keys, &weights)
        }
      }
      // The commonest form tells how often the idea turns up.
      let weight = UInt8(max(0, min(255, weights.min() ?? Int(BackgroundFrequencies.unknown))))
      let concept = Concept(id: id, kind: kind, weight: weight)
      for key in keys where senses[key]?.last?.id != id {
        senses[key, default: []].append(concept)
      }
    }

    private mutating func readForm(
      _ form: String,
      _ language: Language,
      _ keys: inout [UInt64],
      _ weights: inout [Int]
    ) {
      var spellings = [form]
      if language == .persian, form.unicodeScalars.contains("\u{200C}") {
        spellings.append(ScriptFolding.fold(form, zwnj: .split))
      }
      for spelling in spellings {
        let tokens = TextProfile(title: spelling, body: "", language: language).tokens
        guard let first = tokens.first, tokens.count <= ConceptLexicon.longest else { continue }
        if tokens.count == 1 {
          let capitals = first.kind == .code
          keys.append(
            capitals
              ? ConceptLexicon.capitalKey(first)
              : ConceptLexicon.key(first, salt: LanguageSalt.of(language))
          )
          if !capitals {
            weights.append(
              Int(
                BackgroundFrequencies.shared.weight(
                  ofStem: first.stem,
                  salt: LanguageSalt.of(language)
                )
              )
            )
          }
          continue
        }
        var key = ConceptLexicon.key(first, salt: LanguageSalt.of(language))
        for token in tokens.dropFirst() {
          prefixes.insert(key)
          key = ConceptLexicon.key(key, token)
        }
        keys.append(key)
      }
    }
  }
}
