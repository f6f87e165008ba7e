// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// Finds the phrases of a model in an article and decides which of them count.
struct TopicMatcher: Sendable {
  /// Where in an article a phrase stands.
  enum Position: Int, Comparable {
    case title
    /// The first ``TopicMatcher/leadLength`` words of the text.
    case lead
    /// Further down: what a long article comes to late is seldom what it is about.
    case late
    /// Behind the first ``TopicMatcher/storyLength`` words: background, other news, comments.
    case tail

    static func < (left: Position, right: Position) -> Bool { left.rawValue < right.rawValue }
  }

  /// Words of the text that count in full: the first paragraphs say what a report is about.
  ///
  /// See `Documentation/decisions/0009-long-texts.md`.
  static let leadLength: Int32 = 80
  /// Words of the text of which those behind the lead count half; all others count a quarter.
  static let storyLength: Int32 = 400

  /// A phrase where it stands in an article.
  struct Match {
    /// Index in ``TopicMatcher/phrases``.
    var phrase: Int32
    /// Tokens of its parts, in the order of the article; unused parts are empty.
    var places: (Range<Int32>, Range<Int32>, Range<Int32>)
    var position: Position

    var tokenCount: Int { places.0.count + places.1.count + places.2.count }
    var first: Int32 { places.0.lowerBound }
  }

  /// What counts for one group in one article.
  struct GroupScore {
    let group: Int
    /// Thousandths; what ``matches`` contribute.
    var score: Int
    var matches: [Match]
  }

  /// A phrase of the model and its group.
  struct Phrase: Sendable {
    let phrase: TopicPhrase
    let group: Int32
    let weight: Int
    /// Words that may stand between its parts.
    let reach: Int32

    /// What a match contributes: 1.3 times in the title, half when late, a quarter in the tail, rounded towards zero.
    func contribution(_ position: Position) -> Int {
      switch position {
      case .title: weight * 13 / 10
      case .lead: weight
      case .late: weight / 2
      case .tail: weight / 4
      }
    }
  }

  let groups: [PhraseGroup]
  let phrases: [Phrase]
  /// By group: the group of the context that it needs, or -1.
  let contexts: [Int]
  private let maskGroup: Int32
  private let tables: [Language: PhraseTable]
  /// For articles in a language that the model has no phrases in.
  private let otherTable: PhraseTable

  init(groups: [PhraseGroup]) {
    self.groups = groups
    contexts = groups.map { group in
      guard let context = group.context else { return -1 }
      return groups.firstIndex { $0.kind == .context && $0.id == context } ?? -1
    }
    maskGroup = Int32(groups.firstIndex { $0.kind == .mask } ?? -1)
    var compiler = PhraseCompiler(lists: groups.filter { $0.kind == .list })
    for (index, group) in groups.enumerated() where group.kind != .list {
      compiler.add(group, Int32(index))
    }
    phrases = compiler.phrases
    let languages = Set(groups.flatMap { $0.phrases.map(\.language) })
    var tables: [Language: PhraseTable] = [:]
    for language in languages { tables[language] = compiler.table(of: [language, .english]) }
    self.tables = tables
    otherTable = compiler.table(of: languages)
  }

  // MARK: Scores

  /// The groups of which at least one phrase counts in `profile`, in the order of the file.
  ///
  /// Gates are not applied.
  func scores(of profile: TextProfile) -> [GroupScore] {
    var hits: [PhraseTable.Hit] = []
    hits.reserveCapacity(64)
    (tables[profile.language] ?? otherTable).find(in: profile.tokens, &hits)
    guard !hits.isEmpty else { return [] }
    var matches = self.matches(of: hits, profile.tokens, titleCount: Int32(profile.titleCount))
    let masks = maskLengths(matches, count: profile.tokens.count)
    matches.sort(by: precedes)
    var covered = [Int32](repeating: -1, count: profile.tokens.count)
    var scores: [GroupScore] = []
    for match in matches {
      let phrase = phrases[Int(match.phrase)]
      guard phrase.group != maskGroup, !isMasked(match, masks) else { continue }
      guard cover(match, phrase.group, &covered) else { continue }
      if scores.last?.group != Int(phrase.group) {
        scores.append(GroupScore(group: Int(phrase.group), score: 0, matches: []))
      }
      let last = scores.count - 1
      if scores[last].matches.contains(where: { $0.phrase == match.phrase }) { continue }
      scores[last].matches.append(match)
      scores[last].score += phrase.contribution(match.position)
    }
    return scores
  }

  /// By group, then longer phrases first: what they hold does not count again.
  ///
  /// Of the places of one phrase those in the title come first.
  private func precedes(_ left: Match, _ right: Match) -> Bool {
    let (one, other) = (phrases[Int(left.phrase)], phrases[Int(right.phrase)])
    if one.group != other.group { return one.group < other.group }
    let (count, otherCount) = (left.tokenCount, right.tokenCount)
    if count != otherCount { return count > otherCount }
    if one.weight != other.weight { return one.weight > other.weight }
    if left.phrase != right.phrase { return left.phrase < right.phrase }
    if left.position != right.position { return left.position < right.position }
    return left.first < right.first
  }

  /// Marks the tokens of `match` as spoken for in `group`; answers whether any of them was free.
  private func cover(_ match: Match, _ group: Int32, _ covered: inout [Int32]) -> Bool {
    var isFree = false
    func cover(_ place: Range<Int32>) {
      for token in place where covered[Int(token)] != group {
        covered[Int(token)] = group
        isFree = true
      }
    }
    cover(match.places.0)
    cover(match.places.1)
    cover(match.places.2)
    return isFree
  }

  // MARK: Masks

  /// By token: the length of the longest mask that covers it; empty when there is none.
  private func maskLengths(_ matches: [Match], count: Int) -> [UInt8] {
    var lengths: [UInt8] = []
    for match in matches where phrases[Int(match.phrase)].group == maskGroup {
      if lengths.isEmpty { lengths = [UInt8](repeating: 0, count: count) }
      let length = UInt8(match.tokenCount)
      for place in [match.places.0, match.places.1, match.places.2] {
        for token in place { lengths[Int(token)] = max(lengths[Int(token)], length) }
      }
    }
    return lengths
  }

  /// Whether a part of `match` lies in a mask that is at least as long as that part.
  private func isMasked(_ match: Match, _ masks: [UInt8]) -> Bool {
    if masks.isEmpty { return false }
    func isMasked(_ place: Range<Int32>) -> Bool {
      !place.isEmpty && place.allSatisfy { Int(masks[Int($0)]) >= place.count }
    }
    return isMasked(match.places.0) || isMasked(match.places.1) || isMasked(match.places.2)
  }

  // MARK: Matches

  private func position(of last: Int32, _ titleCount: Int32) -> Position {
    if last < titleCount { return .title }
    if last < titleCount + TopicMatcher.leadLength { return .lead }
    return last < titleCount + TopicMatcher.storyLength ? .late : .tail
  }

  private func matches(
    of hits: [PhraseTable.Hit],
    _ tokens: [TextToken],
    titleCount: Int32
  ) -> [Match] {
    var matches: [Match] = []
    matches.reserveCapacity(hits.count)
    var partial: [PhraseTable.Hit] = []
    for hit in hits {
      if hit.use.partCount > 1 {
        partial.append(hit)
      } else {
        let place = hit.first..<hit.last + 1
        matches.append(
          Match(
            phrase: hit.use.phrase,
            places: (place, 0..<0, 0..<0),
            position: position(of: hit.last, titleCount)
          )
        )
      }
    }
    guard partial.count > 1 else { return matches }
    partial.sort {
      ($0.use.phrase, $0.first, $0.use.part, $0.last)
        < ($1.use.phrase, $1.first, $1.use.part, $1.last)
    }
    var start = 0
    while start < partial.count {
      var end = start + 1
      while end < partial.count, partial[end].use.phrase == partial[start].use.phrase { end += 1 }
      if let match = closest(partial[start..<end], tokens, titleCount: titleCount) {
        matches.append(match)
      }
      start = end
    }
    return matches
  }

  /// The parts of one phrase that lie together most closely, all in the title if possible.
  private func closest(
    _ hits: ArraySlice<PhraseTable.Hit>,
    _ tokens: [TextToken],
    titleCount: Int32
  ) -> Match? {
    guard let first = hits.first, hits.count >= Int(first.use.partCount) else { return nil }
    let reach = phrases[Int(first.use.phrase)].reach
    var best: (match: Match, width: Int32)?
    func offer(_ chosen: [PhraseTable.Hit]) {
      let chosen = chosen.sorted { $0.first < $1.first }
      for (one, other) in zip(chosen, chosen.dropFirst()) {
        if one.last >= other.first { return }
        // «Iran … Iranian» are not two countries.
        if tokens[Int(one.first)].stem == tokens[Int(other.first)].stem { return }
      }
      guard let low = chosen.first, let high = chosen.last else { return }
      let words = chosen.reduce(0) { $0 + $1.last - $1.first + 1 }
      let width = high.last - low.first + 1 - words
      guard width <= reach else { return }
      let position = position(of: high.last, titleCount)
      if let best, (best.match.position, best.width) <= (position, width) { return }
      let places = chosen.map { $0.first..<$0.last + 1 }
      best = (
        Match(
          phrase: low.use.phrase,
          places: (places[0], places[1], places.count > 2 ? places[2] : 0..<0),
          position: position
        ), width
      )
    }
    // Eight places of each part are plenty: a phrase counts once.
    let parts = (0..<first.use.partCount).map { part in
      hits.filter { $0.use.part == part }.prefix(8)
    }
    for one in parts[0] {
      for two in parts[1] {
        if parts.count == 2 {
          offer([one, two])
        } else {
          for three in parts[2] { offer([one, two, three]) }
        }
      }
    }
    return best?.match
  }
}

/// Collects the phrases of all groups; of two in a group that look for the same words one remains.
private struct PhraseCompiler {
  private(set) var phrases: [TopicMatcher.Phrase] = []
  private var runs: [(language: Language, form: [PhraseForm.Element], use: PhraseTable.Use)] = []
  private var seen: [Wanted: Int] = [:]

  private var lists: [String: [Language: [[PhraseForm.Element]]]] = [:]

  init(lists: [PhraseGroup]) {
    for list in lists {
      for phrase in list.phrases {
        let forms = PhraseForm.forms(of: phrase.text[...], language: phrase.language)
        self.lists[list.id, default: [:]][phrase.language, default: []] += forms
      }
    }
  }

  private struct Wanted: Hashable {
    let group: Int32
    let language: Language
    let forms: [[PhraseForm.Element]]
    let reach: Int32
  }

  mutating func add(_ group: PhraseGroup, _ index: Int32) {
    for phrase in group.phrases {
      let parts = PhraseForm.parts(of: phrase.text).map { part in
        if let list = PhraseForm.list(part) { return lists[list]?[phrase.language] ?? [] }
        return PhraseForm.forms(of: part, language: phrase.language)
      }
      guard parts.allSatisfy({ !$0.isEmpty }) else { continue }
      let wanted = Wanted(
        group: index,
        language: phrase.language,
        forms: parts.flatMap { $0 },
        reach: PhraseForm.reach(of: phrase.text)
      )
      let entry = TopicMatcher.Phrase(
        phrase: phrase,
        group: index,
        weight: phrase.weight,
        reach: PhraseForm.reach(of: phrase.text)
      )
      if let earlier = seen[wanted] {
        if abs(phrase.weight) > abs(phrases[earlier].weight) { phrases[earlier] = entry }
        continue
      }
      seen[wanted] = phrases.count
      for (part, forms) in parts.enumerated() {
        let use = PhraseTable.Use(
          phrase: Int32(phrases.count),
          part: UInt8(part),
          partCount: UInt8(parts.count)
        )
        for form in forms { runs.append((phrase.language, form, use)) }
      }
      phrases.append(entry)
    }
  }

  func table(of languages: Set<Language>) -> PhraseTable {
    PhraseTable(
      runs.lazy.filter { languages.contains($0.language) }.map { (form: $0.form, use: $0.use) }
    )
  }
}
