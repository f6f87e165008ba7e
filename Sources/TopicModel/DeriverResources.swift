// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// What the deriver knows about languages beyond the documents: how common words are, and which
/// mean the same.
package struct DeriverResources: Sendable {
  /// A form of a concept.
  struct Form: Sendable, Hashable {
    let concept: Int
    let language: Language
    let text: String
  }

  /// Knows nothing: every word is rare and none has a translation.
  package static let none = DeriverResources(background: "", lexicon: [])

  /// Share of all words that a word outside the table has: Zipf 3.5, rarer than any inside.
  static let unknownShare = 3.2e-6

  private let shares: [Word: Double]
  private let formsOfConcept: [[Form]]
  private let conceptsOfRun: [Run: [Int]]
  private let places: Set<Int>

  private struct Word: Hashable {
    let stem: UInt64
    let language: Language
  }

  private struct Run: Hashable {
    let stems: [UInt64]
    let language: Language
  }

  /// Reads the tables.
  ///
  /// - Parameters:
  ///   - background: Lines of language, ten times the Zipf value, words between commas.
  ///   - lexicon: Texts of lines `Arabic|Persian|English` with commas between synonyms; headings
  ///     such as `[place]` say what follows; lines that begin with `#` are comments.
  package init(background: String, lexicon: [String]) {
    shares = DeriverResources.shares(background)
    var reader = LexiconReader()
    for text in lexicon { reader.read(text) }
    formsOfConcept = reader.forms
    places = reader.places
    var runs: [Run: [Int]] = [:]
    for forms in reader.forms {
      for form in forms {
        let stems = TextProfile.stems(of: form.text, language: form.language)
        guard !stems.isEmpty, stems.count <= PhraseForm.maximumWords else { continue }
        let run = Run(stems: stems, language: form.language)
        if runs[run]?.last != form.concept { runs[run, default: []].append(form.concept) }
      }
    }
    conceptsOfRun = runs
  }

  /// The share of all words of `language` that have `stem`.
  func share(of stem: UInt64, _ language: Language) -> Double {
    shares[Word(stem: stem, language: language)] ?? DeriverResources.unknownShare
  }

  /// The commonest word of `text`, as its share.
  func share(of text: String, _ language: Language) -> Double {
    // A phrase is as rare as its rarest word makes it.
    TextProfile.stems(of: text, language: language).map { share(of: $0, language) }.min() ?? 1
  }

  /// The concepts that a run of stems stands for.
  func concepts(of stems: [UInt64], _ language: Language) -> [Int] {
    conceptsOfRun[Run(stems: stems, language: language)] ?? []
  }

  /// All forms of a concept, in the order of the table.
  func forms(of concept: Int) -> [Form] { formsOfConcept[concept] }

  /// Whether a concept is a place: news of every subject happens there.
  func isPlace(_ concept: Int) -> Bool { places.contains(concept) }

  private static func shares(_ text: String) -> [Word: Double] {
    var shares: [Word: Double] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let tenths = Int(parts[1]) else { continue }
      let language = Language(tag: String(parts[0]))
      var share = 1.0
      for _ in 0..<max(0, 90 - tenths) { share *= 0.794_328_234_724_281_5 }  // 10^(-1/10)
      let profile = TextProfile(title: String(parts[2]), body: "", language: language)
      for token in profile.tokens {
        shares[Word(stem: token.stem, language: language), default: 0] += share
      }
    }
    return shares
  }
}

private struct LexiconReader {
  var forms: [[DeriverResources.Form]] = []
  var places: Set<Int> = []
  private var isPlace = false
  private let languages: [Language] = [.arabic, .persian, .english]

  mutating func read(_ text: String) {
    isPlace = false
    for line in text.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("[") {
        isPlace = line.hasPrefix("[place]")
      } else if !line.hasPrefix("#") {
        readConcept(line)
      }
    }
  }

  private mutating func readConcept(_ line: Substring) {
    let columns = line.split(separator: "|", omittingEmptySubsequences: false)
    guard columns.count == 3 else { return }
    let concept = forms.count
    if isPlace { places.insert(concept) }
    forms.append(
      zip(columns, languages).flatMap { column, language in
        column.split(separator: ",").map {
          DeriverResources.Form(concept: concept, language: language, text: String($0))
        }
      }
    )
  }
}
