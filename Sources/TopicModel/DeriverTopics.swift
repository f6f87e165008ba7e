// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// Makes topics of terms: one for the whole subject, and one for each set of terms that keep
/// company in the same sentences.
struct DeriverTopics {
  private let corpus: DeriverCorpus
  private let resources: DeriverResources
  private let terms: [DeriverTerms.Term]

  /// Most terms of the whole subject.
  static let maximumTerms = 120
  /// Languages that every topic gets labels and phrases in, where the lexicon has them.
  static let languages: [Language] = [.arabic, .persian, .english]

  init(_ corpus: DeriverCorpus, _ resources: DeriverResources) {
    self.corpus = corpus
    self.resources = resources
    terms = Array(DeriverTerms(corpus, resources).terms.prefix(DeriverTopics.maximumTerms))
  }

  /// The whole subject first; no topic at all when the documents share nothing.
  func groups() -> [PhraseGroup] {
    guard !terms.isEmpty else { return [] }
    var groups = [group(of: Array(terms.indices), besides: [])]
    for company in companies() { groups.append(group(of: company, besides: groups.map(\.id))) }
    return groups
  }

  // MARK: Company

  /// Sets of three to twelve terms that stand together in most of their sentences.
  private func companies() -> [[Int]] {
    var sets = UnionFind(count: terms.count)
    for left in terms.indices where terms[left].sentences.count > 1 {
      for right in terms.indices where right > left && terms[right].sentences.count > 1 {
        let together = terms[left].sentences.intersection(terms[right].sentences).count
        let all = terms[left].sentences.count + terms[right].sentences.count
        // The coefficient of Dice (1945).
        if together > 1, 4 * together >= all { sets.join(left, right) }
      }
    }
    // Half of the whole subject is no subject of its own.
    return sets.sets().filter { (3...12).contains($0.count) && $0.count * 2 < terms.count }
  }

  // MARK: Phrases

  private func group(of members: [Int], besides ids: [String]) -> PhraseGroup {
    var phrases: [TopicPhrase] = []
    var taken: Set<DeriverCorpus.Key> = []
    for member in members {
      for index in terms[member].runs {
        let run = corpus.runs[index]
        guard let phrase = seedPhrase(run, terms[member]),
          taken.insert(DeriverCorpus.Key(stems: run.stems, language: run.language)).inserted
        else { continue }
        phrases.append(phrase)
      }
    }
    for member in members {
      for phrase in translations(of: terms[member]) {
        let stems = TextProfile.stems(of: phrase.text, language: phrase.language)
        if taken.insert(DeriverCorpus.Key(stems: stems, language: phrase.language)).inserted {
          phrases.append(phrase)
        }
      }
    }
    let labels = labels(of: members.map { terms[$0] })
    return PhraseGroup(
      kind: .topic,
      id: DeriverTopics.identifier(labels, besides: ids),
      labels: labels,
      phrases: phrases
    )
  }

  private func seedPhrase(
    _ run: DeriverCorpus.Run,
    _ term: DeriverTerms.Term
  ) -> TopicPhrase? {
    let documents = term.documents.count
    var weight: Int
    if term.isPlace {
      weight = DeriverTopics.placeWeight(term)
    } else if run.isLatin, run.text == run.text.uppercased(), run.stems.count == 1 {
      weight = documents > 1 ? 1000 : 700
    } else if run.stems.count > 1 {
      weight = run.occurrences.count > 1 || documents > 1 ? 1000 : 800
    } else if documents > 2 {
      weight = 700
    } else if documents == 2 {
      weight = 600
    } else if term.count > 1 || term.inTitle {
      weight = 500
    } else {
      // Once in one document: only what is rare elsewhere, and never enough alone.
      guard term.share < 3e-5 else { return nil }
      weight = 300
    }
    if run.stems.count == 1, !term.isPlace {
      let share = resources.share(of: run.stems[0], run.language)
      weight = DeriverTopics.tempered(weight, share: share)
    }
    let text = run.text
    let spans = run.occurrences.filter { $0.text == text }.map {
      SeedSpan(document: corpus.names[$0.document], scalars: $0.scalars)
    }
    guard PhraseForm.fault(in: text) == nil else { return nil }
    return TopicPhrase(
      text: text,
      language: run.language,
      weight: weight,
      origin: .seed,
      isUncertain: documents == 1 || term.isPlace,
      spans: spans.sorted()
    )
  }

  /// Places say where, not what: all those of a subject together must not make a topic fire.
  private static func placeWeight(_ term: DeriverTerms.Term) -> Int {
    term.documents.count > 2 ? 300 : 150
  }

  /// The weight of a single word: whole for one that is rare elsewhere (Zipf 4.3), half for one that
  /// reports of many subjects have (Zipf 5.3), in hundreds between.
  private static func tempered(_ weight: Int, share: Double) -> Int {
    let steps = [2e-5, 3.2e-5, 5e-5, 8e-5, 1.26e-4, 2e-4].prefix { share > $0 }.count
    return weight * (12 - steps) / 12 / 50 * 50
  }

  /// The forms of a term's concepts in all languages; those that say everything are left out.
  private func translations(of term: DeriverTerms.Term) -> [TopicPhrase] {
    guard term.documents.count > 1 || term.count > 1 || term.inTitle else { return [] }
    guard let concept = term.concept else { return [] }
    return resources.forms(of: concept).compactMap { form in
      guard DeriverTopics.languages.contains(form.language),
        !form.text.utf8.contains(where: { [0x2B, 0x7E, 0x7B, 0x7D, 0x3D, 0x7C].contains($0) }),
        PhraseForm.fault(in: form.text) == nil
      else { return nil }
      let share = resources.share(of: form.text, form.language)
      guard share <= DeriverTerms.commonShare else { return nil }
      let words = TextProfile.stems(of: form.text, language: form.language).count
      var weight = words > 1 ? 900 : term.documents.count > 1 ? 600 : 400
      if words == 1 { weight = DeriverTopics.tempered(weight, share: share) }
      if term.isPlace { weight = DeriverTopics.placeWeight(term) }
      // A common word has other meanings too.
      let isCommon = words == 1 && share > 1e-4
      if isCommon { weight = min(weight, 500) }
      return TopicPhrase(
        text: form.text,
        language: form.language,
        weight: weight,
        origin: .translation,
        isUncertain: isCommon || term.documents.count == 1 || term.isPlace
      )
    }
  }

  // MARK: Names

  /// What people may call the topic: its most salient term that has words in all languages.
  private func labels(of members: [DeriverTerms.Term]) -> [Language: String] {
    let named = members.filter { term in
      !term.isPlace && DeriverTopics.languages.allSatisfy { label(of: term, $0) != nil }
    }.max {
      ($0.documents.count, $0.count, $0.excess, $1.runs[0])
        < ($1.documents.count, $1.count, $1.excess, $0.runs[0])
    }
    var labels: [Language: String] = [:]
    for language in DeriverTopics.languages {
      labels[language] =
        named.flatMap { label(of: $0, language) }
        ?? members.lazy.compactMap { label(of: $0, language) }.first
    }
    return labels
  }

  private func label(of term: DeriverTerms.Term, _ language: Language) -> String? {
    let own = term.runs.first { corpus.runs[$0].language == language }
    return own.map { corpus.runs[$0].text }
      ?? term.concept.flatMap { concept in
        resources.forms(of: concept).first { $0.language == language }?.text
      }
  }

  /// An id from the English label, else from the letters of another one.
  private static func identifier(_ labels: [Language: String], besides ids: [String]) -> String {
    let source = labels[.english] ?? labels[.persian] ?? labels[.arabic] ?? ""
    var slug = ""
    for scalar in ScriptFolding.fold(source).unicodeScalars {
      if let letters = romanised[scalar] {
        slug += letters
      } else if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    slug = slug.isEmpty ? "subject" : String(slug.prefix(32))
    var number = 2
    var id = slug
    while ids.contains(id) {
      id = "\(slug)-\(number)"
      number += 1
    }
    return id
  }

  /// Folded letters in Latin, good enough for an id.
  private static let romanised: [Unicode.Scalar: String] = [
    "ا": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh",
    "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "z",
    "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ک": "k", "گ": "g", "ل": "l",
    "م": "m", "ن": "n", "و": "v", "ه": "h", "ی": "i",
  ]
}
