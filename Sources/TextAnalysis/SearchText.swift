// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// What the search index holds of a text.
package enum SearchText {
  /// The words of `text`, folded, ZWNJ joined, separated by spaces.
  ///
  /// Words, not stems: a phrase then means what it says, and a query tries the forms of a word
  /// (``SearchQuery``). Numbers are in canonical form (۱٬۵۰۰ is 1500), `WTDC-25` is two words so
  /// that `WTDC` finds it, ideographs are a word each. Nothing is left out: boilerplate, too, is
  /// found by who looks for it.
  package static func indexed(_ text: String) -> String {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8Span.span
    var tokenizer = Tokenizer(stemmer: Stemmer(language: .unknown), capacity: bytes.count * 5 / 8)
    tokenizer.scan(bytes)
    let units = tokenizer.units
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    for token in tokenizer.tokens {
      if !out.isEmpty { out.append(0x20) }
      let start = Int(token.unitStart)
      for place in start..<start + Int(token.unitCount) {
        if token.kind == .code, place > start, place == start + Int(token.stemCount) {
          out.append(0x20)
        }
        append(units[place], to: &out)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func append(_ unit: UInt16, to out: inout [UInt8]) {
    if unit < 0x80 {
      out.append(UInt8(unit))
    } else if unit < 0x800 {
      out.append(UInt8(0xC0 | unit >> 6))
      out.append(UInt8(0x80 | unit & 0x3F))
    } else {
      out.append(UInt8(0xE0 | unit >> 12))
      out.append(UInt8(0x80 | unit >> 6 & 0x3F))
      out.append(UInt8(0x80 | unit & 0x3F))
    }
  }
}

/// The forms in which a text may hold a word of a query, each a sequence of indexed words.
enum SearchForms {
  /// What may stand before a word in Arabic; the article only before nouns, which is not checked.
  private static let prefixes = [
    "و", "ال", "وال", "ب", "بال", "ل", "لل", "ف", "فال", "کال", "ول", "ولل", "وب", "وبال",
  ]
  private static let suffixes = [
    "ها", "های", "هایی", "هایش", "هایشان", "ی", "ای", "ات", "ان", "ین", "ون", "یه", "ه",
  ]
  private static let nominal = ["ات", "یه", "ی", "ین", "ه"]

  /// The folded words of `text` in the index, one or several (`WTDC-25`, ideographs).
  static func words(_ text: String) -> [String] {
    SearchText.indexed(text).split(separator: " ").map(String.init)
  }

  /// All forms of one word of a query, the word itself first.
  static func forms(of word: String) -> [[String]] {
    var forms: [[String]] = []
    var seen: Set<[String]> = []
    func add(_ form: [String]) {
      if !form.isEmpty, seen.insert(form).inserted { forms.append(form) }
    }
    add(words(word))
    add(words(ScriptFolding.fold(word, zwnj: .split)))
    guard let only = forms.first, only.count == 1, let base = only.first else {
      // WTDC-25 and WTDC25.
      if let parts = forms.first, parts.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) {
        add([parts.joined()])
      }
      return forms
    }
    guard let first = base.unicodeScalars.first else { return forms }
    if isArabic(first) {
      for form in arabic(base) { add([form]) }
    } else if first.isASCII, base.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
      for form in latin(base) { add([form]) }
    } else if first.isASCII {
      add(letterRuns(base))
    }
    return forms
  }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    (0x620...0x6FF).contains(scalar.value)
  }

  private static func arabic(_ word: String) -> [String] {
    var bases = [word]
    if word.hasPrefix("ال"), word.unicodeScalars.count >= 5 {
      bases.append(String(word.unicodeScalars.dropFirst(2)))
    }
    var forms: [String] = []
    for base in bases where base.unicodeScalars.count >= 2 {
      forms.append(base)
      guard base.unicodeScalars.count >= 3 else { continue }
      forms += prefixes.map { $0 + base }
      forms += suffixes.map { base + $0 }
      for article in ["ال", "وال", "بال", "لل"] { forms += nominal.map { article + base + $0 } }
      // وزارة, وزارات.
      if base.hasSuffix("ه") {
        let stem = String(base.unicodeScalars.dropLast())
        forms += ["ات", "ی", "تها"].map { stem + $0 } + ["ال" + stem + "ات"]
      }
    }
    return forms
  }

  private static func latin(_ word: String) -> [String] {
    guard word.utf8.count >= 3 else { return [] }
    var forms = [word + "s", word + "es", word + "ed", word + "ing"]
    if word.hasSuffix("s"), !word.hasSuffix("ss") { forms.append(String(word.dropLast())) }
    if word.hasSuffix("y") { forms.append(word.dropLast() + "ies") }
    if word.hasSuffix("ies") { forms.append(word.dropLast(3) + "y") }
    if word.hasSuffix("e") { forms += [word + "d", word.dropLast() + "ing"] }
    return forms
  }

  /// `wtdc25` as `wtdc 25`.
  private static func letterRuns(_ word: String) -> [String] {
    var runs: [String] = []
    var wasDigit: Bool?
    for scalar in word.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit != wasDigit { runs.append("") }
      runs[runs.count - 1].unicodeScalars.append(scalar)
      wasDigit = isDigit
    }
    return runs.count == 2 && runs[0].utf8.count >= 3 ? runs : []
  }
}
