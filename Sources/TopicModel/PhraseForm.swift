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

  static let maximumWords = 5
  static let maximumParts = 3

  /// Words that may stand between the parts of a phrase: 12 for ` + `, one for ` ~ `.
  static func reach(of text: String) -> Int32 { text.contains("~") ? 1 : 12 }

  /// The parts between ` + ` or ` ~ `.
  static func parts(of text: String) -> [Substring] {
    let isSign = { (character: Character) in character == "+" || character == "~" }
    return text.split(omittingEmptySubsequences: false, whereSeparator: isSign).map { part in
      var part = part
      while part.first == " " { part.removeFirst() }
      while part.last == " " { part.removeLast() }
      return part
    }
  }

  /// The list that a part names as `{list}`.
  static func list(_ part: Substring) -> String? {
    guard part.first == "{", part.last == "}", part.count > 2 else { return nil }
    return String(part.dropFirst().dropLast())
  }

  /// The lists that the parts of a phrase name.
  static func lists(in text: String) -> [String] {
    text.contains("{") ? parts(of: text).compactMap(list) : []
  }

  /// What makes a phrase useless, as a sentence without a full stop; `nil` for a good one.
  static func fault(in text: String, isListed: Bool = false) -> String? {
    let parts = parts(of: text)
    if isListed, parts.count > 1 || text.contains("{") { return "a list holds plain words" }
    if parts.contains("") { return "\"\(text)\" has nothing beside its + or ~" }
    if text.contains("+"), text.contains("~") { return "a phrase has + or ~, not both" }
    if parts.count > maximumParts { return "a phrase has at most three parts" }
    for part in parts where list(part) == nil {
      if part.contains("{") || part.contains("}") { return "write {list} as a part of its own" }
      // Every word of the file gives at most a few tokens; only long phrases need a close look.
      let count = elements(of: String(part), language: .unknown).count
      if count == 0 { return "\"\(part)\" holds no word" }
      if count > maximumWords + 2 { return "a phrase has at most five words" }
    }
    return nil
  }

  /// All runs of words in which an article may hold `part`; without duplicates.
  static func forms(of part: Substring, language: Language) -> [[Element]] {
    let text = String(part)
    if text.contains("=") { return [elements(of: text, language: language)] }
    var forms: [[Element]] = []
    // The stemmer leaves «ل» and «ب» where they may belong to the word: «لهجوم», «بهجوم».
    let bare = text.hasPrefix("ال") ? String(text.dropFirst(2)) : text
    func add(_ hashes: [UInt64]) {
      let form = hashes.map { Element(hash: $0, isExact: false) }
      if !form.isEmpty, form.count <= maximumWords, !forms.contains(form) { forms.append(form) }
    }
    for form in TextProfile.phraseForms(text, language: language) { add(form) }
    if language == .arabic {
      for clitic in ["ل", "ب"] { add(TextProfile.stems(of: clitic + bare, language: language)) }
    }
    if text.contains("-") {
      // e-government, egovernment
      add(TextProfile.stems(of: text.filter { $0 != "-" }, language: language))
    }
    return forms
  }

  private static func elements(of text: String, language: Language) -> [Element] {
    guard text.contains("=") else {
      return TextProfile.stems(of: text, language: language).map {
        Element(hash: $0, isExact: false)
      }
    }
    return text.split(separator: " ").flatMap { word -> [Element] in
      let isExact = word.hasPrefix("=")
      let profile = TextProfile(
        title: String(isExact ? word.dropFirst() : word),
        body: "",
        language: language
      )
      return profile.tokens.map { Element(hash: isExact ? $0.word : $0.stem, isExact: isExact) }
    }
  }
}
