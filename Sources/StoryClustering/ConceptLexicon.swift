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
    lexiconCLDR, lexiconBoilerplate,
  ])

  /// Longest phrase in tokens.
  static let longest = 6

  /// How many concepts there are.
  let count: Int
  private let senses: [UInt64: [Concept]]
  private let prefixes: Set<UInt64>

  init(parsing texts: [String]) {
    var builder = Builder()
    for text in texts { builder.read(text) }
    count = builder.count
    senses = builder.senses
    prefixes = builder.prefixes
  }

  /// The concepts of the phrase whose key is `key`.
  func concepts(_ key: UInt64) -> [Concept]? { senses[key] }

  /// Whether a longer phrase begins with the tokens of `key`.
  func goesOn(_ key: UInt64) -> Bool { prefixes.contains(key) }

  /// The key of a phrase of one token.
  static func key(_ token: TextToken, _ language: Language) -> UInt64 {
    TermHash.mix(token.stem ^ LanguageSalt.of(language))
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
            capitals ? ConceptLexicon.capitalKey(first) : ConceptLexicon.key(first, language)
          )
          if !capitals {
            weights.append(
              Int(BackgroundFrequencies.shared.weight(ofStem: first.stem, language))
            )
          }
          continue
        }
        var key = ConceptLexicon.key(first, language)
        for token in tokens.dropFirst() {
          prefixes.insert(key)
          key = ConceptLexicon.key(key, token)
        }
        keys.append(key)
      }
    }
  }
}
