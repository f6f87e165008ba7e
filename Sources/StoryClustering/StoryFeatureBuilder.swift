// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// Turns a profile into typed features: one pass over the title and the beginning of the text.
///
/// Kinds of tokens are matched, not compared: `==` of another room's enumeration is a call through
/// its witness table, per token.
struct StoryFeatureBuilder {
  /// Tokens of a title that count double: what is longer is no headline but a first sentence.
  static let titleTokens = 20
  /// Tokens of the body whose words count: a report says what happened in its first paragraphs, and
  /// what follows is the background that it shares with every report of the same affair.
  static let bodyTokens = 70
  /// Tokens of the body in which calendar days are looked for: they part affairs, wherever they stand.
  static let dateTokens = 160
  /// Weights below this say nothing (words of every second article).
  static let floor: UInt8 = 36
  /// Words rarer than this may be names.
  static let nameFloor: UInt8 = 72

  private(set) var words: [StoryFeatures.Word] = []
  private(set) var terms: [StoryFeatures.Term] = []
  private(set) var display: [UInt8] = []
  private(set) var sketch: [UInt32] = []
  private(set) var pairCount = 0

  private let profile: TextProfile
  /// The texts as far as their tokens count, to cut the words out of that are shown.
  private let title: [UInt8]
  private let body: [UInt8]
  private let tokenCount: Int
  private let wordCount: Int
  private let lexicon = ConceptLexicon.shared
  private let background = BackgroundFrequencies.shared
  private let salt: UInt64
  private let isEnglish: Bool
  private var numbers: ArraySlice<TextNumber>
  private var drafts: [Draft] = []
  /// Numbers of drafts plus one by the low bits of their identity.
  private var draftSlots = [UInt8](repeating: 0, count: 256)
  /// Key, word, kind and weight of every term, in one number so that sorting is cheap.
  private var draftTerms: [UInt64] = []
  /// By token: the weight of its stem, and what the lexicon knows of it alone.
  private var weights: [UInt8] = []
  private var values: [UInt32] = []
  /// Tokens that are neither boilerplate nor cut off, for the sketch.
  private var kept: [UInt64] = []

  private struct Draft {
    let identity: UInt64
    let weight: UInt8
    let isInTitle: Bool
    var isName = false
    let first: Int
    let last: Int
  }

  init(_ profile: TextProfile) {
    self.profile = profile
    salt = LanguageSalt.of(profile.language)
    isEnglish = profile.language == .english
    numbers = profile.numbers[...]
    tokenCount = min(profile.tokens.count, profile.titleCount + StoryFeatureBuilder.dateTokens)
    wordCount = min(tokenCount, profile.titleCount + StoryFeatureBuilder.bodyTokens)
    title = StoryFeatureBuilder.bytes(profile.title, of: profile.tokens[..<profile.titleCount])
    body = StoryFeatureBuilder.bytes(
      profile.body,
      of: profile.tokens[profile.titleCount..<max(profile.titleCount, tokenCount)]
    )
    drafts.reserveCapacity(96)
    draftTerms.reserveCapacity(192)
    kept.reserveCapacity(tokenCount)
    words.reserveCapacity(StoryFeatures.wordLimit)
    display.reserveCapacity(640)
    lookUp()
  }

  /// The bytes of `text` up to the end of its last token.
  private static func bytes(_ text: String, of tokens: ArraySlice<TextToken>) -> [UInt8] {
    guard let last = tokens.last else { return [] }
    let span = text.utf8Span.span
    return unsafe span.extracting(first: Int(last.end)).withUnsafeBufferPointer { unsafe Array($0) }
  }

  /// Looks all tokens up in a row: look-ups that do not wait for each other wait for memory together.
  private mutating func lookUp() {
    weights.reserveCapacity(wordCount)
    values.reserveCapacity(wordCount)
    for place in 0..<wordCount {
      weights.append(background.weight(ofStem: profile.tokens[place].stem, salt: salt))
    }
    for place in 0..<wordCount {
      values.append(lexicon.value(ConceptLexicon.key(profile.tokens[place], salt: salt)))
    }
  }

  mutating func build() {
    var place = 0
    var dates = profile.dates[...]
    while place < tokenCount {
      while let date = dates.first, date.tokens.upperBound <= place { dates.removeFirst() }
      if let date = dates.first, date.tokens.contains(place) {
        addDate(date, at: place)
        place = max(place + 1, min(date.tokens.upperBound, tokenCount))
      } else if place < wordCount {
        place = addToken(at: place)
      } else {
        guard let date = dates.first, date.tokens.lowerBound < tokenCount else { break }
        place = date.tokens.lowerBound
      }
    }
    finish()
    (sketch, pairCount) = TextSketch.make(of: kept)
  }

  // MARK: Tokens

  private mutating func addDate(_ date: TextDate, at place: Int) {
    let last = min(date.tokens.upperBound, tokenCount) - 1
    for index in place...max(place, last) { kept.append(profile.tokens[index].word) }
    let value = UInt64(bitPattern: Int64(date.day))
    let inPart = (place < profile.titleCount) == (last < profile.titleCount)
    guard let word = draft(identity: value ^ 0xDA7E, weight: 96, place, inPart ? last : place)
    else { return }
    addTerm(.date, value, word, 96)
  }

  /// Adds the phrase or token at `place` and returns where to go on.
  private mutating func addToken(at place: Int) -> Int {
    let token = profile.tokens[place]
    let (length, concepts) = longestPhrase(at: place)
    if !concepts.isEmpty, lexicon.senses[concepts.lowerBound].kind == .boilerplate {
      let next = place + length
      guard next < tokenCount, case .number = profile.tokens[next].kind else { return next }
      return next + 1
    }
    for index in place..<place + length { kept.append(profile.tokens[index].word) }
    if length > 1 {
      addPhrase(at: place, length, concepts)
    } else if case .number = token.kind {
      addNumber(at: place, concepts)
    } else {
      addWord(at: place, concepts)
    }
    return place + length
  }

  /// The longest phrase of the lexicon that begins at `place`; one token without concepts if none.
  private func longestPhrase(at place: Int) -> (Int, Range<Int>) {
    let token = profile.tokens[place]
    var entry = ConceptLexicon.entry(value: values[place])
    var best = (1, entry.concepts)
    if case .code = token.kind {
      let capitals = lexicon.entry(ConceptLexicon.capitalKey(token))
      if !capitals.concepts.isEmpty { best.1 = capitals.concepts }
    }
    guard entry.goesOn else { return best }
    var key = ConceptLexicon.key(token, salt: salt)
    var length = 1
    let partEnd = place < profile.titleCount ? min(profile.titleCount, tokenCount) : tokenCount
    while entry.goesOn, place + length < partEnd {
      let next = profile.tokens[place + length]
      // The full stops of U.S. do not part its letters.
      if next.afterBreak, profile.tokens[place + length - 1].unitCount > 1 { break }
      key = ConceptLexicon.key(key, next)
      entry = lexicon.entry(key)
      length += 1
      if !entry.concepts.isEmpty { best = (length, entry.concepts) }
    }
    return best
  }

  private mutating func addPhrase(
    at place: Int,
    _ length: Int,
    _ concepts: Range<Int>
  ) {
    guard !concepts.isEmpty else { return }
    let first = lexicon.senses[concepts.lowerBound]
    guard
      let word = draft(
        identity: UInt64(first.id) ^ 0xC0_0000,
        weight: first.weight,
        place,
        place + length - 1
      )
    else { return }
    addConcepts(concepts, word)
    for index in place..<place + length {
      let stem = profile.tokens[index].stem
      let weight =
        index < wordCount ? weights[index] : background.weight(ofStem: stem, salt: salt)
      if weight >= StoryFeatureBuilder.floor { addTerm(.stem, stem, word, weight) }
    }
  }

  private mutating func addNumber(at place: Int, _ concepts: Range<Int>) {
    while let first = numbers.first, first.token < place { numbers.removeFirst() }
    guard let number = numbers.first, number.token == place else { return }
    let weight = StoryFeatureBuilder.weight(ofNumber: number.thousandths)
    let value = UInt64(bitPattern: Int64(number.thousandths))
    guard let word = draft(identity: value ^ 0x4E_0000_0000, weight: weight, place, place) else {
      return
    }
    addTerm(.number, value, word, weight)
    addConcepts(concepts, word)
  }

  private mutating func addWord(at place: Int, _ concepts: Range<Int>) {
    let token = profile.tokens[place]
    let weight = weights[place]
    let known = concepts.contains { lexicon.senses[$0].weight >= StoryFeatureBuilder.floor }
    guard weight >= StoryFeatureBuilder.floor || known, token.unitCount > 1 else { return }
    guard let word = draft(identity: token.stem, weight: weight, place, place) else { return }
    if weight >= StoryFeatureBuilder.floor { addTerm(.stem, token.stem, word, weight) }
    addConcepts(concepts, word)
    let (isArabic, isLatin, isCode) =
      switch token.kind {
      case .arabic: (true, false, false)
      case .latin: (false, true, false)
      case .code: (false, true, true)
      case .number, .other: (false, false, false)
      }
    if isCode || isLatin && !isEnglish {
      addTerm(.latin, token.stem, word, max(weight, 96))
    }
    let ordinary = concepts.contains { lexicon.senses[$0].kind.isOrdinary }
    guard !ordinary, weight >= StoryFeatureBuilder.nameFloor else { return }
    if isArabic || isLatin && (token.isCapitalized || !isEnglish) {
      addSkeletons(token, word)
    }
  }

  private static let readings: [ConsonantSkeleton.Reading] = [[], .silentV, .voicedS, .softened]

  private mutating func addSkeletons(_ token: TextToken, _ word: UInt8) {
    if case .arabic = token.kind {
      addSkeleton(.ofArabic(profile.units, token.wordRange), word)
      if token.stemRange != token.wordRange {
        addSkeleton(.ofArabic(profile.units, token.stemRange), word)
      }
    } else {
      for reading in StoryFeatureBuilder.readings {
        addSkeleton(.ofLatin(profile.units, token.wordRange, reading), word)
      }
    }
  }

  private mutating func addSkeleton(_ skeleton: ConsonantSkeleton, _ word: UInt8) {
    guard skeleton.count >= 2 else { return }
    let weight = background.weight(of: skeleton)
    guard weight >= StoryFeatureBuilder.floor else { return }
    addTerm(.skeleton, SkeletonKey.hash(skeleton), word, weight)
    drafts[Int(word)].isName = true
  }

  private mutating func addConcepts(_ concepts: Range<Int>, _ word: UInt8) {
    for sense in concepts {
      let concept = lexicon.senses[sense]
      guard concept.weight >= StoryFeatureBuilder.floor else { continue }
      let kind: StoryFeatures.Kind =
        switch concept.kind {
        case .place: .place
        case .org, .name: .name
        default: .concept
        }
      addTerm(kind, UInt64(concept.id), word, concept.weight)
    }
  }

  /// Small numbers, round ones and years turn up everywhere; 2400 and 14.5 do not.
  static func weight(ofNumber thousandths: Int) -> UInt8 {
    guard thousandths % 1000 == 0 else { return 136 }
    let value = thousandths / 1000
    switch value {
    case ..<13: return 44
    case ..<100: return value % 10 == 0 ? 64 : 80
    case 1300..<1500, 1900..<2100: return 40
    case ..<1000: return value % 100 == 0 ? 88 : 112
    default: return value % 1000 == 0 ? 104 : 136
    }
  }

  // MARK: Drafts

  private mutating func draft(
    identity: UInt64,
    weight: UInt8,
    _ first: Int,
    _ last: Int
  ) -> UInt8? {
    var slot = Int(TermHash.mix(identity) & 255)
    while draftSlots[slot] != 0 {
      let known = draftSlots[slot] - 1
      if drafts[Int(known)].identity == identity { return known }
      slot = (slot + 1) & 255
    }
    guard drafts.count < 160 else { return nil }
    let isInTitle = first < min(profile.titleCount, StoryFeatureBuilder.titleTokens)
    drafts.append(
      Draft(identity: identity, weight: weight, isInTitle: isInTitle, first: first, last: last)
    )
    draftSlots[slot] = UInt8(drafts.count)
    return UInt8(drafts.count - 1)
  }

  private mutating func addTerm(
    _ kind: StoryFeatures.Kind,
    _ value: UInt64,
    _ word: UInt8,
    _ weight: UInt8
  ) {
    let key = TermHash.key(kind, value)
    draftTerms.append(
      UInt64(key) << 32 | UInt64(word) << 24 | UInt64(kind.rawValue) << 16 | UInt64(weight)
    )
  }

  /// Keeps the heaviest words (those of the title count double), in the order of the text.
  private mutating func finish() {
    var order = Array(drafts.indices)
    if order.count > StoryFeatures.wordLimit {
      func rank(_ index: Int) -> Int {
        Int(drafts[index].weight) * (drafts[index].isInTitle ? 2 : 1)
      }
      order.sort { (rank($0), $1) > (rank($1), $0) }
      order.removeLast(order.count - StoryFeatures.wordLimit)
      order.sort()
    }
    var places = [UInt8](repeating: 255, count: drafts.count)
    var previous: Draft?
    for index in order {
      let draft = drafts[index]
      defer { previous = draft }
      places[index] = UInt8(words.count)
      let start = display.count
      appendDisplay(draft)
      words.append(
        StoryFeatures.Word(
          weight: draft.weight,
          isInTitle: draft.isInTitle,
          isName: draft.isName,
          followsDirectly: follows(draft, previous),
          length: UInt8(display.count - start)
        )
      )
    }
    HashSort.sort(&draftTerms)
    terms.reserveCapacity(draftTerms.count)
    for packed in draftTerms where terms.count < 255 {
      let key = UInt32(truncatingIfNeeded: packed >> 32)
      let word = places[Int(packed >> 24 & 0xFF)]
      guard word != 255, let kind = StoryFeatures.Kind(rawValue: UInt8(packed >> 16 & 0xFF)) else {
        continue
      }
      if let last = terms.last, last.key == key { continue }
      let weight = UInt8(packed & 0xFF)
      terms.append(StoryFeatures.Term(key: key, kind: kind, word: word, weight: weight))
    }
  }

  private func follows(_ draft: Draft, _ previous: Draft?) -> Bool {
    guard let previous, previous.last + 1 == draft.first else { return false }
    return !profile.tokens[draft.first].afterBreak
  }

  private mutating func appendDisplay(_ draft: Draft) {
    if draft.first < profile.titleCount {
      appendDisplay(draft, of: title)
    } else {
      appendDisplay(draft, of: body)
    }
  }

  private mutating func appendDisplay(_ draft: Draft, of bytes: [UInt8]) {
    let start = Int(profile.tokens[draft.first].start)
    var end = min(Int(profile.tokens[draft.last].end), bytes.count)
    if end - start > 64 {  // cut a long run between letters
      end = start + 64
      while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    guard start < end else { return }
    display.append(contentsOf: bytes[start..<end])
  }
}
