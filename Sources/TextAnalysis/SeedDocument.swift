// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// An example document as people collect them: a text file, often scraped from a page.
///
/// The rules are general; nothing is known about single files.
/// * Title: a line of its own at the top, else the first sentence; what is longer than
///   ``titleLimit`` is cut at a clause and the body keeps it whole. Agency lead-ins go.
/// * Date: one that the file states ("date 2025-11-19", `تاريخ النشر: …`, a line that is nothing
///   but a date near the top or the end). Else the first calendar day that the text names, with its
///   year, in either calendar; for a period («از ۲۶ تا ۲۸ آبان ۱۴۰۴») its first day, since news of
///   an event is written around its beginning. ``dateIsMentioned`` tells the two apart.
/// * Dropped: comment forms and what follows them, end marks, calls to read more, source lines
///   (their source becomes ``outlet``).
package struct SeedDocument: Sendable, Hashable {
  /// Empty only when the document holds no text.
  package var title = ""
  /// Paragraphs without the title line; may be empty.
  package var body = ""
  package var language = Language.unknown
  /// Midnight UTC in seconds since 1970, or `nil` when the document names no day.
  package var date: Int?
  /// Whether ``date`` is only a day that the text speaks of.
  package var dateIsMentioned = false
  /// Who published it, as the document says.
  package var outlet: String?

  /// Bytes of a document that are read; the rest of a larger one is left out.
  package static let limit = 1 << 20
  /// Characters of the longest title.
  package static let titleLimit = 200

  /// Reads `text`; a binary or empty file gives a document without title and body.
  package static func read(_ text: String) -> SeedDocument {
    guard let text = SeedText.clean(text) else { return SeedDocument() }
    var reader = SeedReader(text)
    return reader.document()
  }
}

/// Makes text of what a file holds.
private enum SeedText {
  /// Plain text within the limit, or `nil` for a file that is no text.
  static func clean(_ text: String) -> String? {
    var text = text
    text.makeContiguousUTF8()
    if text.utf8.count > SeedDocument.limit {
      var end = text.utf8.index(text.startIndex, offsetBy: SeedDocument.limit)
      while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
      text = String(text[..<end])
    }
    if isBinary(text) { return nil }
    if isHTML(text) { return HTMLText.plainText(text) }
    return CharacterFilter.xmlText(text)
  }

  /// More than one character in twenty is a control or stands for bytes that are no text.
  private static func isBinary(_ text: String) -> Bool {
    var total = 0
    var strange = 0
    for scalar in text.unicodeScalars.prefix(1 << 16) {
      total += 1
      switch scalar.value {
      case 0x09, 0x0A, 0x0C, 0x0D: break
      case 0..<0x20, 0x7F..<0xA0, 0xFFFD: strange += 1
      default: break
      }
    }
    return strange * 20 > total
  }

  private static func isHTML(_ text: String) -> Bool {
    let head = text.utf8.prefix(512).drop { $0 <= 0x20 || $0 >= 0x80 }
    guard head.first == UInt8(ascii: "<") else { return false }
    let start = String(decoding: head.prefix(15), as: UTF8.self).lowercased()
    return ["<!doctype", "<html", "<head", "<body", "<p", "<div", "<article", "<h1"].contains {
      start.hasPrefix($0)
    }
  }
}

/// A line of a document with its tokens.
private struct SeedLine {
  var text: String
  /// Whether an empty line stands before it.
  var startsParagraph: Bool
  let profile: TextProfile

  init(_ text: String, startsParagraph: Bool) {
    self.text = text
    self.startsParagraph = startsParagraph
    profile = TextProfile(title: text, body: "", language: .unknown, skipsBoilerplate: false)
  }

  var tokens: [TextToken] { profile.tokens }

  /// The line without its first `count` tokens and the signs behind them.
  func dropping(_ count: Int) -> SeedLine? {
    guard count < tokens.count else { return nil }
    var place = Int(tokens[count].start)
    let bytes = Array(text.utf8)
    // An opening quote or bracket belongs to what follows.
    for opening in ["«", "“", "\"", "("] {
      let mark = Array(opening.utf8)
      if place >= mark.count, bytes[place - mark.count..<place].elementsEqual(mark) {
        place -= mark.count
        break
      }
    }
    let rest = String(decoding: bytes[place...], as: UTF8.self)
    return SeedLine(rest, startsParagraph: startsParagraph)
  }
}

/// Takes a document apart, line by line.
private struct SeedReader {
  private var lines: [SeedLine] = []
  private var result = SeedDocument()
  /// From a line `Title: …`.
  private var statedTitle: SeedLine?

  init(_ text: String) {
    var isEmpty = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = SeedReader.trimmed(line)
      if trimmed.isEmpty {
        isEmpty = true
        continue
      }
      lines.append(SeedLine(trimmed, startsParagraph: isEmpty))
      isEmpty = false
    }
  }

  mutating func document() -> SeedDocument {
    readHead()
    cutEnd()
    findOutlet()
    splitTitle()
    let whole = result.title + "\n" + result.body
    result.language = LanguageGuess.language(of: whole)
    if result.date == nil { findDate() }
    return result
  }

  // MARK: Head

  private mutating func readHead() {
    for _ in 0..<8 {
      guard let first = lines.first else { break }
      if first.tokens.isEmpty {
        lines.removeFirst()
      } else if let rest = metadata(first) {
        lines.removeFirst()
        if let rest { lines.insert(rest, at: 0) }
      } else {
        break
      }
    }
    if let statedTitle { lines.insert(statedTitle, at: 0) }
    // A line below the title that is nothing but a date.
    for index in lines.indices.prefix(4).dropFirst().reversed() {
      if let date = SeedDates.whole(lines[index].profile) {
        result.date = result.date ?? date
        lines.remove(at: index)
      }
    }
  }

  /// What is left of a line of metadata (`.some(nil)` if nothing), or `nil` when it is text.
  private mutating func metadata(_ line: SeedLine) -> SeedLine?? {
    if let found = SeedDates.leading(line.profile) {
      result.date = result.date ?? found.day * 86_400
      return .some(line.dropping(found.tokens))
    }
    guard let key = SeedKeys.key(line.profile) else { return nil }
    let value = line.dropping(1)
    switch key {
    case .title:
      guard let value, statedTitle == nil else { return nil }
      statedTitle = value
      return .some(nil)
    case .source:
      result.outlet = result.outlet ?? value.flatMap { SeedReader.name($0.text) }
      return .some(nil)
    case .other: return .some(nil)
    }
  }

  // MARK: End

  private mutating func cutEnd() {
    let kinds = lines.map { line -> Boilerplate.Kind? in
      guard !line.tokens.isEmpty else { return nil }
      let span = line.profile.title.utf8Span.span
      return Boilerplate.match(line.tokens, 0..<line.tokens.count, span)
    }
    let form = kinds.indices.dropFirst().first { kinds[$0] == .commentForm } ?? lines.count
    var kept: [SeedLine] = []
    for (index, line) in lines[..<form].enumerated() {
      switch index == 0 ? nil : kinds[index] {
      case .source:
        let name = line.dropping(1).flatMap { SeedReader.name($0.text) }
        result.outlet = result.outlet ?? name
      case .ending, .commentForm: break
      case nil: kept.append(line)
      }
    }
    while kept.count > 1, let last = kept.last, let date = SeedDates.whole(last.profile) {
      result.date = result.date ?? date
      kept.removeLast()
    }
    lines = kept
    cutLastLine()
  }

  /// Takes an end mark off that stands behind the text on the same line.
  private mutating func cutLastLine() {
    guard let last = lines.last, last.tokens.count > 4 else { return }
    let span = last.profile.title.utf8Span.span
    let end = Boilerplate.end(last.tokens, 0..<last.tokens.count, span)
    guard end < last.tokens.count else { return }
    if Boilerplate.match(last.tokens, end..<last.tokens.count, span) == .source {
      let name = last.dropping(end + 1).flatMap { SeedReader.name($0.text) }
      result.outlet = result.outlet ?? name
    }
    let bytes = Array(last.text.utf8)[..<Int(last.tokens[end].start)]
    let rest = SeedReader.trimmed(Substring(String(decoding: bytes, as: UTF8.self)))
    lines[lines.count - 1] = SeedLine(rest, startsParagraph: last.startsParagraph)
  }

  /// The agency of a lead-in in the first lines, when no source line names one.
  private mutating func findOutlet() {
    guard result.outlet == nil else { return }
    for line in lines.prefix(3) {
      let span = line.profile.title.utf8Span.span
      let lead = Boilerplate.lead(line.tokens, 0..<line.tokens.count, span)
      if let agency = lead.agency, !agency.isEmpty,
        let name = SeedReader.name(
          line.profile.display(agency.lowerBound, through: agency.upperBound - 1)
        )
      {
        result.outlet = name
        return
      }
    }
  }

  // MARK: Title

  private mutating func splitTitle() {
    while let first = lines.first, first.tokens.isEmpty { lines.removeFirst() }
    guard let first = lines.first else { return }
    let span = first.profile.title.utf8Span.span
    let lead = Boilerplate.lead(first.tokens, 0..<first.tokens.count, span)
    let line = lead.count > 0 ? first.dropping(lead.count)?.text ?? first.text : first.text
    let sentence = SeedSentence.first(of: line)
    let isWhole = sentence.utf8.count == line.utf8.count
    let title = SeedSentence.shortened(sentence, to: SeedDocument.titleLimit)
    result.title = title.hasSuffix("…") ? title : SeedSentence.withoutStop(title)
    // A title line leaves the body; a sentence of a paragraph stays where it is.
    let isTitleLine = isWhole && !title.hasSuffix("…")
    result.body = SeedReader.joined(isTitleLine ? lines.dropFirst() : lines[...])
  }

  private static func joined(_ lines: ArraySlice<SeedLine>) -> String {
    var text = ""
    for line in lines {
      if !text.isEmpty { text += line.startsParagraph ? "\n\n" : "\n" }
      text += line.text
    }
    return text
  }

  // MARK: Date and names

  private mutating func findDate() {
    let profile = TextProfile(
      title: result.title,
      body: result.body,
      language: result.language
    )
    guard let first = profile.dates.first else { return }
    result.date = first.day * 86_400
    result.dateIsMentioned = true
  }

  /// A name for an outlet: short, and not "agencies".
  private static func name(_ text: String) -> String? {
    let name = trimmed(Substring(text), also: ".،,:؛/-–()[]«»\"")
    let folded = ScriptFolding.fold(name)
    guard !name.isEmpty, name.count <= 60,
      !["وکالات", "متابعات", "خاص", "عام", "agencies"].contains(folded)
    else { return nil }
    return name
  }

  static func trimmed(_ text: Substring, also extra: String = "") -> String {
    func isEdge(_ character: Character) -> Bool {
      character.isWhitespace || extra.contains(character)
        || ["\u{FEFF}", "\u{200B}", "\u{200E}", "\u{200F}"].contains(character)
    }
    var text = text
    while let first = text.first, isEdge(first) { text.removeFirst() }
    while let last = text.last, isEdge(last) { text.removeLast() }
    return String(text)
  }
}
