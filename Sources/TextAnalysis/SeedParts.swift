// SPDX-License-Identifier: Apache-2.0

/// Dates that a document states about itself.
enum SeedDates {
  private static let labels = FoldedHash.set(
    """
    date dated published publish updated posted created on at pubdate تاریخ التاریخ النشر نشر نشرت \
    انتشار منتشر شده زمان روز یوم الموافق درج بتاریخ
    """
  )
  private static let aroundDates = FoldedHash.set(
    """
    ساعت الساعه gmt utc am pm ص م بتوقیت تهران مکه بغداد السبت الاحد الاثنین الثلاثا الاربعا الخمیس \
    الجمعه شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه سه چهار پنج یک دو monday tuesday \
    wednesday thursday friday saturday sunday mon tue wed thu fri sat sun the of
    """
  )

  /// A date at the start of a line behind a label, and how many tokens they take together.
  static func leading(_ line: TextProfile) -> (day: Int, tokens: Int)? {
    let tokens = line.tokens
    guard let date = line.dates.first, date.tokens.lowerBound <= 5, !date.isInPeriod else {
      return nil
    }
    let before = tokens[..<date.tokens.lowerBound]
    let isStated = before.contains { labels.contains($0.word) }
    let isPlain = before.allSatisfy { labels.contains($0.word) || aroundDates.contains($0.word) }
    guard isPlain, isStated else {
      return whole(line).map { ($0 / 86_400, tokens.count) }
    }
    var end = date.tokens.upperBound
    while end < tokens.count, isTime(tokens, end) || aroundDates.contains(tokens[end].word) {
      end += 1
    }
    return (date.day, end)
  }

  /// The midnight of a line that is nothing but a date (with weekday, time and label), or `nil`.
  static func whole(_ line: TextProfile) -> Int? {
    guard let date = line.dates.first, !date.isInPeriod, line.tokens.count <= 16 else { return nil }
    for (index, token) in line.tokens.enumerated() where !token.isInDate {
      let isKnown = labels.contains(token.word) || aroundDates.contains(token.word)
      guard isKnown || token.kind == .number || isTime(line.tokens, index) else { return nil }
    }
    return date.day * 86_400
  }

  /// Hours and minutes: two numbers with one sign between, or the second of them.
  private static func isTime(_ tokens: [TextToken], _ index: Int) -> Bool {
    func touches(_ left: Int, _ right: Int) -> Bool {
      left >= 0 && right < tokens.count && tokens[left].kind == .number
        && tokens[right].kind == .number && tokens[left].end + 1 == tokens[right].start
    }
    return !tokens[index].isInDate && (touches(index, index + 1) || touches(index - 1, index))
  }
}

/// `key: value` lines on top of a document.
enum SeedKeys {
  enum Key { case title, source, other }

  private static let titles = FoldedHash.set("title headline عنوان العنوان تیتر")
  private static let sources = FoldedHash.set("source outlet publisher المصدر منبع")
  private static let others = FoldedHash.set(
    "url link author tags keywords lang language category id کلیدواژه نویسنده"
  )

  static func key(_ line: TextProfile) -> Key? {
    guard let first = line.tokens.first, line.tokens.count > 1 else { return nil }
    let span = line.title.utf8Span.span
    let view = LeadView(line.tokens, 0..<line.tokens.count)
    guard view.marks(0, span).contains(.colon) else { return nil }
    if titles.contains(first.word) { return .title }
    if sources.contains(first.word) { return line.tokens.count <= 8 ? .source : nil }
    return others.contains(first.word) ? .other : nil
  }
}

/// First sentences, and how to shorten them.
enum SeedSentence {
  /// The first sentence of a paragraph with its stop; the whole paragraph if it is only one.
  static func first(of text: String) -> String {
    let characters = Array(text)
    for (place, character) in characters.enumerated() where ".!?؟۔".contains(character) {
      let next = place + 1 < characters.count ? characters[place + 1] : " "
      guard place >= 12, next.isWhitespace || "\"»”)".contains(next) else { continue }
      if character == ".", isAbbreviation(characters, place) { continue }
      let end = next.isWhitespace ? place : place + 1
      return String(characters[...end])
    }
    return text
  }

  /// A stop behind one letter, or two Latin ones, ends no sentence ("U.S.", "Mr.", «د.»).
  private static func isAbbreviation(_ text: [Character], _ place: Int) -> Bool {
    var letters = 0
    while letters < place, text[place - letters - 1].isLetter { letters += 1 }
    return letters == 1 || (letters == 2 && text[place - 1].isASCII)
  }

  /// `text` cut at its last clause or word within `limit` characters, with an ellipsis.
  static func shortened(_ text: String, to limit: Int) -> String {
    let characters = Array(text)
    guard characters.count > limit else { return text }
    let head = characters[..<(limit - 1)]
    let floor = limit * 3 / 4  // an earlier clause rarely has the verb
    let clause = head.indices.last { place in
      place >= floor && "،,;؛:–—".contains(head[place]) && characters[place + 1].isWhitespace
    }
    let word = head.lastIndex { $0.isWhitespace }
    let end = clause ?? word ?? head.endIndex
    var cut = String(head[..<end])
    while let last = cut.last, last.isWhitespace || "،,;؛:–—".contains(last) { cut.removeLast() }
    return cut + "…"
  }

  /// `text` without one full stop at its end.
  static func withoutStop(_ text: String) -> String {
    guard text.hasSuffix("."), !text.hasSuffix("..") else { return text }
    return String(text.dropLast())
  }
}
