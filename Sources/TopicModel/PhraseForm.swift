// SPDX-License-Identifier: Apache-2.0
import TextBasics
import TextAnalysis

/// What a written phrase looks for: parts, each a run of words, in all their forms.
enum PhraseForm {
  /// A word of a phrase as an article's token must show it.
  struct Element: Hashable {
    /// Of the stem, or of the folded word when ``isExact``.
    let hash: UInt64
    let isExact: Bool
  }

  static let maximumWords = 7
  static let maximumParts = 3

  /// Words that may stand between the parts of a phrase: 12 for ` + `, one for ` ~ `.
  static func reach(of text: String) -> Int32 { has(tilde, text) ? 1 : 12 }

  /// The parts between ` + ` or ` ~ `.
  static func parts(of text: String) -> [Substring] {
    // By bytes: characters of these scripts are costly to cut, and there are thousands of phrases.
    text.utf8.split(omittingEmptySubsequences: false) { $0 == plus || $0 == tilde }.map { part in
      var part = part
      while part.first == space { part.removeFirst() }
      while part.last == space { part.removeLast() }
      return Substring(part)
    }
  }

  private static let plus = UInt8(ascii: "+")
  private static let tilde = UInt8(ascii: "~")
  private static let space = UInt8(ascii: " ")
  private static let brace = UInt8(ascii: "{")
  private static let equals = UInt8(ascii: "=")
  private static let hyphen = UInt8(ascii: "-")

  private static func has(_ byte: UInt8, _ text: some StringProtocol) -> Bool {
    text.utf8.contains(byte)
  }

  /// The list that a part names as `{list}`.
  static func list(_ part: Substring) -> String? {
    guard part.utf8.first == brace, part.utf8.last == UInt8(ascii: "}"), part.utf8.count > 2
    else { return nil }
    return String(part.dropFirst().dropLast())
  }

  /// The lists that the parts of a phrase name.
  static func lists(in text: String) -> [String] {
    has(brace, text) ? parts(of: text).compactMap(list) : []
  }

  /// What makes a phrase useless, as a sentence without a full stop; `nil` for a good one.
  static func fault(in text: String, isListed: Bool = false) -> String? {
    let parts = parts(of: text)
    if isListed, parts.count > 1 || has(brace, text) { return "a list holds plain words" }
    if parts.contains(where: \.isEmpty) { return "\"\(text)\" has nothing beside its + or ~" }
    if has(plus, text), has(tilde, text) { return "a phrase has + or ~, not both" }
    if parts.count > maximumParts { return "a phrase has at most three parts" }
    for part in parts where list(part) == nil {
      if has(brace, part) || has(UInt8(ascii: "}"), part) {
        return "write {list} as a part of its own"
      }
      // A phrase of one or two words that holds a letter needs no closer look.
      let words = part.utf8.split(separator: space).count
      if words <= 2, part.utf8.contains(where: { ($0 | 0x20) &- 0x61 < 26 }) { continue }
      if words <= 2, part.unicodeScalars.contains(where: \.properties.isAlphabetic) { continue }
      let count = elements(of: String(part), language: .unknown).count
      if count == 0 { return "\"\(part)\" holds no word" }
      if count > maximumWords { return "a phrase has at most seven words" }
    }
    return nil
  }

  /// All runs of words in which an article may hold `part`; without duplicates.
  static func forms(of part: Substring, language: Language) -> [[Element]] {
    let text = String(part)
    if has(equals, text) { return [elements(of: text, language: language)] }
    var forms: [[Element]] = []
    func add(_ hashes: [UInt64]) {
      let form = hashes.map { Element(hash: $0, isExact: false) }
      guard !form.isEmpty, form.count <= maximumWords, !forms.contains(form) else { return }
      // Written together, two words may stem to one of them, which alone says something else.
      if form.count == 1, let plain = forms.first, plain.contains(form[0]) { return }
      forms.append(form)
    }
    for form in TextProfile.phraseForms(text, language: language) { add(form) }
    if language == .arabic {
      // The stemmer leaves «ل» and «ب» where they may belong to the word: «لهجوم», «بهجوم».
      for clitic in ["ل", "ب"] {
        guard let first = cliticStem(clitic, before: text), let plain = forms.first else { break }
        add([first] + plain.dropFirst().map(\.hash))
      }
    }
    if has(hyphen, text) {
      // e-government, egovernment
      add(TextProfile.stems(of: text.filter { $0 != "-" }, language: language))
    }
    return forms
  }

  /// The stem of the first word of `text` with `clitic` in the place of its article.
  private static func cliticStem(_ clitic: String, before text: String) -> UInt64? {
    var word = Substring(text.utf8.prefix { $0 != space })
    if word.utf8.starts(with: article) { word = Substring(word.utf8.dropFirst(article.count)) }
    let stems = TextProfile.stems(of: clitic + word, language: .arabic)
    return stems.count == 1 ? stems[0] : nil
  }

  private static let article = Array("ال".utf8)

  private static func elements(of text: String, language: Language) -> [Element] {
    guard has(equals, text) else {
      return TextProfile.stems(of: text, language: language).map {
        Element(hash: $0, isExact: false)
      }
    }
    return text.utf8.split(separator: space).flatMap { word -> [Element] in
      let isExact = word.first == equals
      let profile = TextProfile(
        title: String(Substring(isExact ? word.dropFirst() : word)),
        body: "",
        language: language
      )
      return profile.tokens.map { Element(hash: isExact ? $0.word : $0.stem, isExact: isExact) }
    }
  }
}
