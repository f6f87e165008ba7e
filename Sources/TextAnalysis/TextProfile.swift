// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// What topics and stories compare of an article: stemmed tokens, numbers, calendar days.
///
/// All token arrays are flat and the tokens of the title come first. Ranges count UTF-8 bytes of
/// ``title`` or ``body`` as given, so evidence can be shown as it stands in the article.
package struct TextProfile: Sendable {
  /// Display text as given.
  package let title: String
  /// Display text as given; only its first `bodyLimit` bytes were read.
  package let body: String
  /// The language whose stemmer was used.
  package let language: Language
  /// Tokens of the title, then of the body.
  package private(set) var tokens: [TextToken]
  /// How many of ``tokens`` belong to the title.
  package let titleCount: Int
  /// Folded UTF-16 units of all words, one after the other; tokens point into it.
  package let units: [UInt16]
  /// In the order of their tokens.
  package let numbers: [TextNumber]
  /// In the order of their tokens.
  package let dates: [TextDate]

  /// Reads `title` and `body` (plain text, no HTML).
  ///
  /// - Parameters:
  ///   - title: The title as displayed.
  ///   - body: The text as displayed, without the title.
  ///   - language: Which stemmer to use.
  ///   - reference: The day (since 1970) near which dates without a year lie; without it such
  ///     dates are left out.
  ///   - bodyLimit: Bytes of the body that are read.
  ///   - skipsBoilerplate: Whether agency lead-ins («به گزارش خبرگزاری …،», "LONDON (Reuters) -") and
  ///     ends («انتهای پیام», «المصدر: …», comment forms) give no tokens.
  package init(
    title: String,
    body: String,
    language: Language,
    reference: Int? = nil,
    bodyLimit: Int = 1 << 18,
    skipsBoilerplate: Bool = true
  ) {
    var title = title
    var body = body
    title.makeContiguousUTF8()
    body.makeContiguousUTF8()
    self.title = title
    self.body = body
    self.language = language
    let bodySpan = body.utf8Span.span
    let read = bodySpan.extracting(0..<min(bodySpan.count, bodyLimit))
    let titleSpan = title.utf8Span.span
    var tokenizer = Tokenizer(
      stemmer: Stemmer(language: language),
      capacity: (titleSpan.count + read.count) * 5 / 8 + 16
    )
    tokenizer.scan(titleSpan)
    if skipsBoilerplate { TextProfile.trim(&tokenizer, from: 0, titleSpan) }
    titleCount = tokenizer.tokens.count
    tokenizer.scan(read)
    if skipsBoilerplate { TextProfile.trim(&tokenizer, from: titleCount, read) }
    units = tokenizer.units
    numbers = tokenizer.numbers
    dates = CalendarDates.dates(
      in: tokenizer.tokens,
      numbers: tokenizer.numbers,
      language: language,
      reference: reference
    )
    for date in dates { tokenizer.markDate(date.tokens) }
    tokens = tokenizer.tokens
  }

  private static func trim(
    _ tokenizer: inout Tokenizer,
    from part: Int,
    _ bytes: borrowing Span<UInt8>
  ) {
    let tokens = tokenizer.tokens
    let end = Boilerplate.end(tokens, part..<tokens.count, bytes)
    let lead = Boilerplate.lead(tokens, part..<end, bytes)
    if lead.count > 0 || end < tokens.count {
      tokenizer.keep(from: part, dropping: lead.count, end: end)
    }
  }

  package var titleTokens: ArraySlice<TextToken> { tokens[..<titleCount] }
  package var bodyTokens: ArraySlice<TextToken> { tokens[titleCount...] }

  /// The words from token `first` to token `last` as they stand in the title or body.
  ///
  /// Both must lie in the title or both in the body.
  package func display(_ first: Int, through last: Int) -> String {
    precondition((first < titleCount) == (last < titleCount), "a range within one part")
    let text = first < titleCount ? title : body
    let start = text.utf8.index(text.startIndex, offsetBy: Int(tokens[first].start))
    let end = text.utf8.index(text.startIndex, offsetBy: Int(tokens[last].end))
    return String(text[start..<end])
  }

  /// The folded word of a token.
  package func word(_ token: TextToken) -> String {
    let start = Int(token.unitStart)
    return String(decoding: units[start..<start + Int(token.unitCount)], as: UTF16.self)
  }

  /// The folded stem of a token.
  package func stem(_ token: TextToken) -> String {
    let start = Int(token.unitStart) + Int(token.stemOffset)
    return String(decoding: units[start..<start + Int(token.stemCount)], as: UTF16.self)
  }

  // MARK: Phrases of a model or lexicon

  /// The stem hashes of `phrase`, by the very same folding, tokens and stems as a text.
  package static func stems(of phrase: String, language: Language) -> [UInt64] {
    TextProfile(title: phrase, body: "", language: language, skipsBoilerplate: false)
      .tokens.map(\.stem)
  }

  /// All forms in which a text may hold `phrase`: as written, with every ZWNJ as a space, and, for
  /// Persian, joined into one word as scrapes have it («دانش‌بنیان», «دانش بنیان», «دانشبنیان»).
  ///
  /// Without duplicates; the form as written comes first.
  package static func phraseForms(_ phrase: String, language: Language) -> [[UInt64]] {
    var forms = [stems(of: phrase, language: language)]
    func add(_ text: String) {
      let form = stems(of: text, language: language)
      if !form.isEmpty, !forms.contains(form) { forms.append(form) }
    }
    guard language == .persian else { return forms }
    let hasZWNJ = phrase.unicodeScalars.contains("\u{200C}")
    if hasZWNJ { add(ScriptFolding.fold(phrase, zwnj: .split)) }
    let words = phrase.split(whereSeparator: { $0 == " " })
    if words.count == 2, words.allSatisfy({ $0.unicodeScalars.allSatisfy(isArabicLetter) }) {
      add(words.joined())
    }
    return forms
  }

  private static func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x600...0x6FF).contains(scalar.value) || scalar.value == 0x200C
  }
}
