// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// The example documents as tokens, with the places of words in the files.
struct DeriverCorpus {
  /// A run of words in a document.
  struct Occurrence {
    let document: Int
    /// Counted over the whole document; words of one sentence share it.
    let sentence: Int
    let inTitle: Bool
    let scalars: Range<Int>
    let text: String
  }

  /// All places where the same stems stand in the same order, in one language.
  struct Run {
    let stems: [UInt64]
    let language: Language
    let isLatin: Bool
    var occurrences: [Occurrence] = []

    var documents: Set<Int> { Set(occurrences.map(\.document)) }
    var inTitle: Bool { occurrences.contains(where: \.inTitle) }

    /// The form that is written most often; of equal ones the shortest, then the first in Unicode.
    var text: String {
      var counts: [String: Int] = [:]
      for occurrence in occurrences { counts[occurrence.text, default: 0] += 1 }
      let best = counts.min {
        (-$0.value, $0.key.utf8.count, $0.key) < (-$1.value, $1.key.utf8.count, $1.key)
      }
      return best?.key ?? ""
    }
  }

  struct Key: Hashable {
    let stems: [UInt64]
    let language: Language
  }

  /// Ids of the documents, as spans name them.
  let names: [String]
  let languages: [Language]
  /// Sorted by language and stems: the same in every process.
  private(set) var runs: [Run] = []
  /// How many words were read, by language.
  private(set) var wordCounts: [Language: Int] = [:]
  /// The latest day that a document gives, at midnight UTC.
  private(set) var date: Int?

  /// Longest run of words that is looked at.
  static let longest = 3

  init(_ documents: [TopicDeriver.Document]) {
    let documents = documents.sorted { ($0.name, $0.text) < ($1.name, $1.text) }
    names = DeriverCorpus.identifiers(documents.map(\.name))
    var languages: [Language] = []
    var runs: [Key: Run] = [:]
    for (index, document) in documents.enumerated() {
      var read = SeedDocument.read(document.text)
      // What is in no language that we know still has its Latin words.
      if read.language == .unknown { read.language = .english }
      languages.append(read.language)
      date = [date, read.date].compactMap(\.self).max()
      let scan = DocumentScan(index, document.text, read)
      wordCounts[read.language, default: 0] += scan.wordCount
      for (key, isLatin, occurrence) in scan.runs {
        runs[key, default: Run(stems: key.stems, language: key.language, isLatin: isLatin)]
          .occurrences.append(occurrence)
      }
    }
    self.languages = languages
    self.runs = runs.values.sorted {
      ($0.language, $0.stems.count) != ($1.language, $1.stems.count)
        ? ($0.language, $0.stems.count) < ($1.language, $1.stems.count)
        : $0.stems.lexicographicallyPrecedes($1.stems)
    }
  }

  /// File names up to the first `_` or `.`; whole where those would be the same.
  private static func identifiers(_ names: [String]) -> [String] {
    let short = names.map { name in
      String(name.prefix { $0 != "_" && $0 != "." }.map { $0 == " " || $0 == "," ? "-" : $0 })
    }
    let isUnique = Set(short).count == short.count && !short.contains("")
    return isUnique ? short : names.map { String($0.map { $0 == " " || $0 == "," ? "-" : $0 }) }
  }
}

/// The runs of words of one document.
private struct DocumentScan {
  private(set) var runs: [(DeriverCorpus.Key, isLatin: Bool, DeriverCorpus.Occurrence)] = []
  private(set) var wordCount = 0

  init(_ index: Int, _ text: String, _ read: SeedDocument) {
    // Words are placed in the file as it is; those outside the article (comment forms) are not read.
    let profile = TextProfile(title: "", body: text, language: read.language)
    let tokens = profile.tokens
    let scalars = DocumentScan.scalarOffsets(text, tokens)
    let titleWords = TextProfile.stems(of: read.title, language: read.language).count
    let article = DocumentScan.article(tokens, read)
    wordCount = article.count
    let conjunctions = tokens.map { DocumentScan.hasConjunction($0, profile) }
    var sentence = 0
    var sentences: [Int] = []
    for token in tokens {
      if token.afterBreak { sentence += 1 }
      sentences.append(sentence)
    }
    for first in article {
      for last in first..<min(first + DeriverCorpus.longest, article.upperBound) {
        if last > first, tokens[last].afterBreak { break }
        let part = tokens[first...last]
        if part.contains(where: { $0.isInDate || $0.kind == .number }) { break }
        // «A and B» are two things; «and B» is B.
        if last > first, conjunctions[last] { break }
        let skipped = conjunctions[first] ? 1 : 0
        let isLatin = part.allSatisfy { $0.kind == .latin || $0.kind == .code }
        runs.append(
          (
            DeriverCorpus.Key(
              stems: part.map(\.stem),
              language: isLatin ? .english : read.language
            ), isLatin,
            DeriverCorpus.Occurrence(
              document: index,
              sentence: sentences[first],
              inTitle: first < article.lowerBound + titleWords,
              scalars: scalars[first].lowerBound + skipped..<scalars[last].upperBound,
              text: String(profile.display(first, through: last).unicodeScalars.dropFirst(skipped))
            )
          )
        )
      }
    }
  }

  /// Whether an Arabic word begins with «و» that its stem lacks.
  private static func hasConjunction(_ token: TextToken, _ profile: TextProfile) -> Bool {
    token.kind == .arabic && profile.language == .arabic && token.stemOffset > 0
      && profile.units[Int(token.unitStart)] == 0x648
  }

  /// The tokens of the file that belong to the article: from its first to its last words.
  private static func article(_ tokens: [TextToken], _ read: SeedDocument) -> Range<Int> {
    let first = TextProfile.stems(of: read.title, language: read.language).prefix(3)
    let last = TextProfile.stems(
      of: read.body.isEmpty ? read.title : read.body,
      language: read.language
    ).suffix(3)
    let stems = tokens.map(\.stem)
    let start = stems.indices.first { stems[$0...].starts(with: first) } ?? 0
    let end = stems.indices.last { stems[...$0].suffix(last.count).elementsEqual(last) }
    return start..<max(start, (end ?? stems.count - 1) + 1)
  }

  /// For each token its place in `text`, counted in Unicode scalars.
  private static func scalarOffsets(_ text: String, _ tokens: [TextToken]) -> [Range<Int>] {
    var text = text
    text.makeContiguousUTF8()
    let bytes = Array(text.utf8)
    var counts = [Int](repeating: 0, count: bytes.count + 1)
    for (place, byte) in bytes.enumerated() {
      counts[place + 1] = counts[place] + (byte & 0xC0 != 0x80 ? 1 : 0)
    }
    return tokens.map { counts[Int($0.start)]..<counts[Int($0.end)] }
  }
}
