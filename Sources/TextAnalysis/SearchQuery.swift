// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// Why a query cannot be read; nothing is searched then.
package struct SearchQueryError: Error, Hashable, CustomStringConvertible {
  /// A sentence for the user.
  package let description: String
}

/// What a user looks for: `word "a phrase" -word prefix* lang:fa topic:ID feed:ID since:7d`.
///
/// Each word must occur in one of its forms: with ي or ی, with or without harakat, ZWNJ, article,
/// conjunction or plural, in any system of digits. A phrase must occur as it stands, ZWNJ joined or
/// as a space. All text is quoted, so no operator of FTS5 can be smuggled in.
package struct SearchQuery: Sendable, Hashable {
  /// The FTS5 expression over text made by ``SearchText/indexed(_:)``.
  package let match: String
  package private(set) var language: Language?
  package private(set) var topic: String?
  package private(set) var feed: String?
  /// Seconds since 1970.
  package private(set) var since: Int?
  /// What the query became, as text in the same form.
  package let display: String
  /// Alternatives for each word or phrase that must occur.
  let wanted: [Term]

  /// A word or phrase with its alternative forms.
  struct Term: Sendable, Hashable {
    var forms: [[String]]
    /// `word*`: any word that begins so.
    var isPrefix = false
  }

  /// The most words and phrases of a query.
  package static let limit = 32

  /// Reads a query; `now` (seconds since 1970) is what `since:7d` counts from.
  package init(_ text: String, now: Int) throws(SearchQueryError) {
    var parts = SearchQuery.parts(of: text)
    parts.removeAll { $0.text.isEmpty }
    var filters = Filters()
    var words: [Part] = []
    for part in parts {
      if !part.isPhrase, try filters.take(part, now: now) { continue }
      words.append(part)
    }
    words = SearchQuery.joined(words)
    let wanted = SearchQuery.terms(words.filter { !$0.isExcluded })
    let unwanted = SearchQuery.terms(words.filter(\.isExcluded))
    guard !wanted.isEmpty else {
      throw SearchQueryError(description: "A search needs at least one word to look for.")
    }
    guard wanted.count + unwanted.count <= SearchQuery.limit else {
      throw SearchQueryError(description: "A search takes at most \(SearchQuery.limit) words.")
    }
    self.wanted = wanted
    (language, topic, feed, since) = (filters.language, filters.topic, filters.feed, filters.since)
    var match = wanted.map(SearchQuery.expression).joined(separator: " AND ")
    if !unwanted.isEmpty {
      let excluded = unwanted.map(SearchQuery.expression).joined(separator: " OR ")
      match = "(\(match)) NOT (\(excluded))"
    }
    self.match = match
    let shown = wanted.map(SearchQuery.shown) + unwanted.map { "-" + SearchQuery.shown($0) }
    display = (shown + filters.shown).joined(separator: " ")
  }

  // MARK: Parts of the text

  struct Part {
    var text: String
    var isPhrase = false
    var isExcluded = false
  }

  /// Cuts at white space and quotes; a quote that is never closed reaches to the end.
  private static func parts(of text: String) -> [Part] {
    let closing: [Character: Character] = ["\"": "\"", "«": "»", "“": "”", "„": "“"]
    var parts: [Part] = []
    var current = Part(text: "")
    var end: Character?
    func finish() {
      parts.append(current)
      current = Part(text: "")
    }
    for character in text {
      if let close = end {
        if character == close {
          finish()
          end = nil
        } else {
          current.text.append(character)
        }
      } else if let close = closing[character] {
        let isExcluded = current.text.isEmpty && current.isExcluded
        if !current.text.isEmpty { finish() }
        current.isPhrase = true
        current.isExcluded = isExcluded
        end = close
      } else if character.isWhitespace {
        finish()
      } else if character == "-" || character == "−", current.text.isEmpty, !current.isExcluded {
        current.isExcluded = true
      } else {
        current.text.append(character)
      }
    }
    finish()
    return parts
  }

  /// Joins what writers separate in Persian: «همکاری های», «می شود».
  private static func joined(_ parts: [Part]) -> [Part] {
    var result: [Part] = []
    for part in parts {
      if let last = result.last, !part.isPhrase, !last.isPhrase, !part.isExcluded {
        let counts = [last.text, part.text, last.text + " " + part.text].map {
          Tokenizer.count($0, language: .persian)
        }
        if counts == [1, 1, 1] {
          result[result.count - 1].text += "\u{200C}" + part.text
          continue
        }
      }
      result.append(part)
    }
    return result
  }

  // MARK: Terms

  private static func terms(_ parts: [Part]) -> [Term] {
    var terms: [Term] = []
    var plain: [(term: Int, word: String)] = []
    for part in parts {
      let isPrefix = !part.isPhrase && part.text.hasSuffix("*")
      let forms = part.isPhrase ? phraseForms(part.text) : SearchForms.forms(of: part.text)
      guard let first = forms.first else { continue }
      let term = Term(forms: isPrefix ? [first] : forms, isPrefix: isPrefix)
      if !isPrefix, !part.isPhrase, !part.isExcluded, first.count == 1 {
        plain.append((terms.count, first[0]))
      }
      terms.append(term)
    }
    // A scrape that lost its ZWNJ holds «دانش بنیان» as one word.
    for (left, right) in zip(plain, plain.dropFirst()) where right.term == left.term + 1 {
      let letters = (left.word + right.word).unicodeScalars
      guard letters.allSatisfy({ (0x620...0x6FF).contains($0.value) }) else { continue }
      terms[left.term].forms.append([left.word + right.word])
      terms[right.term].forms.append([left.word + right.word])
    }
    return terms
  }

  private static func phraseForms(_ text: String) -> [[String]] {
    let joined = SearchForms.words(text)
    let split = SearchForms.words(ScriptFolding.fold(text, zwnj: .split))
    return joined.isEmpty ? [] : joined == split ? [joined] : [joined, split]
  }

  // MARK: Texts

  private static func expression(_ term: Term) -> String {
    // Folded words hold letters and digits (and the point of a decimal) only.
    let forms = term.forms.map { "\"" + $0.joined(separator: " ") + "\"" }
    if term.isPrefix { return forms[0] + " *" }
    return forms.count == 1 ? forms[0] : "(" + forms.joined(separator: " OR ") + ")"
  }

  private static func shown(_ term: Term) -> String {
    let first = term.forms[0]
    let text = first.joined(separator: " ")
    return (first.count > 1 ? "\"\(text)\"" : text) + (term.isPrefix ? "*" : "")
  }
}

extension SearchQuery {
  /// The `key:value` parts of a query.
  private struct Filters {
    var language: Language?
    var topic: String?
    var feed: String?
    var since: Int?
    var shown: [String] = []

    /// Takes `part` when it is a filter; returns whether it was one.
    mutating func take(_ part: Part, now: Int) throws(SearchQueryError) -> Bool {
      guard let colon = part.text.firstIndex(of: ":") else { return false }
      let key = part.text[..<colon].lowercased()
      let value = String(part.text[part.text.index(after: colon)...])
      guard ["lang", "language", "topic", "feed", "since"].contains(key) else { return false }
      if part.isExcluded {
        throw SearchQueryError(description: "A filter cannot be excluded: -\(key):\(value)")
      }
      guard !value.isEmpty else {
        throw SearchQueryError(description: "\(key): needs a value, as in \(key):\(example(key))")
      }
      switch key {
      case "topic":
        topic = value
        shown.append("topic:\(value)")
      case "feed":
        feed = value
        shown.append("feed:\(value)")
      case "since":
        guard let seconds = SearchQuery.instant(value, now: now) else {
          throw SearchQueryError(
            description: "since:\(value) is no time; write since:7d, since:12h or since:2025-11-01"
          )
        }
        since = seconds
        shown.append("since:\(Timestamp.text(seconds).prefix(10))")
      default:
        let tag = Language(tag: value)
        guard tag != .unknown || value == "und" else {
          throw SearchQueryError(description: "lang:\(value) is no language; write lang:fa")
        }
        language = tag
        shown.append("lang:\(tag)")
      }
      return true
    }

    private func example(_ key: String) -> String {
      switch key {
      case "since": "7d"
      case "topic", "feed": "ID"
      default: "fa"
      }
    }
  }

  /// `7d`, `12h`, `2w`, `3m` (months of 30 days), `1y`, or a day of either calendar.
  private static func instant(_ value: String, now: Int) -> Int? {
    let folded = ScriptFolding.fold(value)
    if let unit = folded.last, let count = Int(folded.dropLast()), (0...100_000).contains(count) {
      let seconds: [Character: Int] = [
        "h": 3600, "d": 86_400, "w": 604_800, "m": 2_592_000, "y": 31_536_000,
      ]
      if let length = seconds[unit] { return now - count * length }
    }
    let dates = TextProfile(title: value, body: "", language: .unknown).dates
    return dates.first.map { $0.day * 86_400 }
  }
}

extension Tokenizer {
  /// How many tokens `text` is in `language`.
  static func count(_ text: String, language: Language) -> Int {
    TextProfile(title: text, body: "", language: language, skipsBoilerplate: false).tokens.count
  }
}
