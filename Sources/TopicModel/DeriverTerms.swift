// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// What the documents speak of: words and phrases that are much commoner in them than elsewhere.
struct DeriverTerms {
  /// Runs of words, in any language, that mean the same.
  struct Term {
    /// Indices in ``DeriverCorpus/runs``, sorted.
    var runs: [Int]
    /// What the lexicon calls it.
    var concept: Int?
    var documents: Set<Int>
    /// Sentences, each as document × 2^32 + sentence.
    var sentences: Set<Int>
    var count: Int
    var inTitle: Bool
    /// How many times commoner than elsewhere, at the best of its runs.
    var excess: Double
    /// Share of all words elsewhere of its commonest run.
    var share: Double
    var wordCount: Int
    var isPlace: Bool
  }

  /// By salience.
  private(set) var terms: [Term] = []

  /// A word with a larger share of all words is a word of every subject (Zipf 5.9).
  static let commonShare = 8e-4
  /// How many times commoner than elsewhere a word must be.
  static let leastExcess = 8.0

  private let corpus: DeriverCorpus
  private let resources: DeriverResources

  init(_ corpus: DeriverCorpus, _ resources: DeriverResources) {
    self.corpus = corpus
    self.resources = resources
    var salient = Set(corpus.runs.indices.filter { isSalientWord(corpus.runs[$0]) })
    let words = Set(salient.map { StemKey(corpus.runs[$0].stems[0], corpus.runs[$0].language) })
    for index in corpus.runs.indices where isSalientPhrase(corpus.runs[index], words) {
      salient.insert(index)
    }
    terms = joined(withoutShadows(salient.sorted()))
      .sorted { ($0.salience, $1.runs[0]) > ($1.salience, $0.runs[0]) }
  }

  private struct StemKey: Hashable {
    let stem: UInt64
    let language: Language

    init(_ stem: UInt64, _ language: Language) {
      self.stem = stem
      self.language = language
    }
  }

  private func excess(_ run: DeriverCorpus.Run) -> Double {
    let words = Double(max(60, corpus.wordCounts[run.language] ?? 60))
    return Double(run.occurrences.count) / words / share(run)
  }

  /// The share of the rarest word of a run elsewhere.
  private func share(_ run: DeriverCorpus.Run) -> Double {
    run.stems.map { resources.share(of: $0, run.language) }.min() ?? 1
  }

  private func isSalientWord(_ run: DeriverCorpus.Run) -> Bool {
    // The table of word frequencies holds no words of one letter.
    let letters = run.text.unicodeScalars.count
    guard run.stems.count == 1, letters > 2 || run.isLatin && letters > 1,
      !NewsWords.contains(run.stems[0], run.language)
    else { return false }
    return share(run) <= DeriverTerms.commonShare && excess(run) >= DeriverTerms.leastExcess
  }

  /// A phrase needs content at both ends, one of them salient, and must come again or be a title's.
  private func isSalientPhrase(_ run: DeriverCorpus.Run, _ words: Set<StemKey>) -> Bool {
    guard run.stems.count > 1, let first = run.stems.first, let last = run.stems.last else {
      return false
    }
    let parts = run.text.split(separator: " ")
    guard parts.allSatisfy({ $0.unicodeScalars.count > 1 }) || run.isLatin else { return false }
    let ends = [first, last]
    let isContent = ends.allSatisfy {
      resources.share(of: $0, run.language) <= DeriverTerms.commonShare
    }
    guard isContent, ends.contains(where: { words.contains(StemKey($0, run.language)) }) else {
      return false
    }
    return run.occurrences.count > 1 || run.inTitle
  }

  /// Leaves out words that never stand outside one longer phrase that was chosen.
  private func withoutShadows(_ salient: [Int]) -> [Int] {
    let phrases = salient.filter { corpus.runs[$0].stems.count > 1 }
    return salient.filter { index in
      let run = corpus.runs[index]
      guard run.stems.count > 1 else { return true }
      // A part of a longer phrase that is as frequent says nothing more.
      return !phrases.contains { other in
        let longer = corpus.runs[other]
        return longer.stems.count > run.stems.count && longer.language == run.language
          && longer.occurrences.count * 4 >= run.occurrences.count * 3 && longer.holds(run.stems)
      }
    }
  }

  // MARK: Meaning

  /// Joins runs that stand for the same concept, or that fold to the same stems in Arabic and Persian.
  private func joined(_ salient: [Int]) -> [Term] {
    let concepts = bestConcepts(salient)
    var groups = UnionFind(count: salient.count)
    var byConcept: [Int: Int] = [:]
    var byStems: [[UInt64]: Int] = [:]
    for (place, index) in salient.enumerated() {
      let run = corpus.runs[index]
      if let concept = concepts[index] {
        if let other = byConcept[concept] { groups.join(place, other) }
        byConcept[concept] = byConcept[concept] ?? place
        continue
      }
      // Names are spelled alike; short words are alike by chance.
      guard run.stems.count > 1 || run.text.unicodeScalars.count > 3 else { continue }
      if let other = byStems[run.stems] { groups.join(place, other) }
      byStems[run.stems] = byStems[run.stems] ?? place
    }
    return groups.sets().map { set in
      let runs = set.map { salient[$0] }
      return term(runs, concept: runs.lazy.compactMap { concepts[$0] }.first)
    }
  }

  /// Of the concepts that a run may stand for, the one that most of the documents speak of.
  private func bestConcepts(_ salient: [Int]) -> [Int: Int] {
    var documents: [Int: Set<Int>] = [:]
    var languages: [Int: Set<Language>] = [:]
    var candidates: [Int: [Int]] = [:]
    for index in salient {
      let run = corpus.runs[index]
      candidates[index] = resources.concepts(of: run.stems, run.language)
      for concept in candidates[index] ?? [] {
        documents[concept, default: []].formUnion(run.documents)
        languages[concept, default: []].insert(run.language)
      }
    }
    return candidates.compactMapValues { concepts in
      concepts.max { left, right in
        let (one, other) = (documents[left]?.count ?? 0, documents[right]?.count ?? 0)
        let (few, many) = (languages[left]?.count ?? 0, languages[right]?.count ?? 0)
        return (many == few ? one : few, -left) < (many == few ? other : many, -right)
      }
    }
  }

  private func term(_ runs: [Int], concept: Int?) -> Term {
    var term = Term(
      runs: runs.sorted(),
      concept: concept,
      documents: [],
      sentences: [],
      count: 0,
      inTitle: false,
      excess: 0,
      share: 0,
      wordCount: 1,
      isPlace: false
    )
    for index in runs {
      let run = corpus.runs[index]
      term.documents.formUnion(run.documents)
      for occurrence in run.occurrences {
        term.sentences.insert(occurrence.document << 32 | occurrence.sentence)
      }
      term.count += run.occurrences.count
      term.inTitle = term.inTitle || run.inTitle
      term.excess = max(term.excess, excess(run))
      term.share = max(term.share, share(run))
      term.wordCount = max(term.wordCount, run.stems.count)
    }
    term.isPlace = concept.map { resources.isPlace($0) } ?? false
    return term
  }
}

extension DeriverTerms.Term {
  /// Orders terms: in how many documents, how often, how rare elsewhere.
  fileprivate var salience: Double {
    Double(documents.count) * 4 + Double(min(count, 12)) + Double(wordCount)
      + (inTitle ? 2 : 0) - (isPlace ? 6 : 0) + min(6, excess / 100)
  }
}

extension DeriverCorpus.Run {
  fileprivate func holds(_ part: [UInt64]) -> Bool {
    guard part.count <= stems.count else { return false }
    return (0...stems.count - part.count).contains {
      stems[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}

/// Sets that can be joined (Galler and Fischer 1964).
struct UnionFind {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  /// The smaller root stays, so that the result does not depend on the order of joins.
  mutating func join(_ left: Int, _ right: Int) {
    let (one, other) = (root(left), root(right))
    parents[max(one, other)] = min(one, other)
  }

  /// The sets in the order of their first members.
  mutating func sets() -> [[Int]] {
    var sets: [Int: [Int]] = [:]
    for place in parents.indices { sets[root(place), default: []].append(place) }
    return sets.keys.sorted().compactMap { sets[$0] }
  }
}
