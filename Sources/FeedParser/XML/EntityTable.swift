// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// The general entities that a document type declares inside the document: plain text only.
///
/// External and parameter entities are never read. A value is decoded once and references to
/// other declared entities stay as they are, so nothing grows by nesting.
struct EntityTable {
  /// What a reference stands for.
  enum Answer {
    case text(String)
    case unknown
    /// The entities have already added as much as they may.
    case tooMuch
  }

  /// What was met in the document type.
  struct Note {
    let code: String
    let message: String
    let recovery: String
  }

  private let limits: FeedParser.Limits
  private var values: [String: String] = [:]
  private var added = 0
  private var notes: [Note] = []

  init(limits: FeedParser.Limits) { self.limits = limits }

  /// The text of the entity `name`.
  mutating func text(of name: String) -> Answer {
    guard let value = values[name] else { return .unknown }
    added += value.utf8.count
    return added > limits.amplification ? .tooMuch : .text(value)
  }

  /// What was met since the last call.
  mutating func takeProblems() -> [Note] {
    defer { notes = [] }
    return notes
  }

  private mutating func note(_ code: String, _ message: String, _ recovery: String) {
    if !notes.contains(where: { $0.code == code }) {
      notes.append(Note(code: code, message: message, recovery: recovery))
    }
  }

  /// Reads the document type that begins at `start`; returns the place behind it.
  mutating func readDocumentType(_ bytes: [UInt8], _ start: Int) -> Int {
    var place = start + 9
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: ">"): return place + 1
      case UInt8(ascii: "<"): return place
      case UInt8(ascii: "\""), UInt8(ascii: "'"): place = skipQuoted(bytes, place)
      case UInt8(ascii: "["): return internalSubset(bytes, place + 1)
      default: place += 1
      }
    }
    return place
  }

  private func skipQuoted(_ bytes: [UInt8], _ start: Int) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] != bytes[start] { place += 1 }
    return min(place + 1, bytes.count)
  }

  private mutating func internalSubset(_ bytes: [UInt8], _ start: Int) -> Int {
    var place = start
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "]") {
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
        return min(place + 1, bytes.count)
      }
      if bytes.hasASCII("<!ENTITY", at: place) {
        place = declaration(bytes, place + 8)
      } else if bytes.hasASCII("<!--", at: place) {
        place = bytes.firstRange(ofASCII: "-->", from: place).map { $0 + 3 } ?? bytes.count
      } else if bytes[place] == UInt8(ascii: "<") {
        place = skipDeclaration(bytes, place + 1)
      } else {
        if bytes[place] == UInt8(ascii: "%") {
          note("parameter-entity", "a parameter entity", "it was not read")
        }
        place += 1
      }
    }
    return place
  }

  private func skipDeclaration(_ bytes: [UInt8], _ start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      let isQuote = bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'")
      place = isQuote ? skipQuoted(bytes, place) : place + 1
    }
    return min(place + 1, bytes.count)
  }

  /// Reads what follows `<!ENTITY`.
  private mutating func declaration(_ bytes: [UInt8], _ start: Int) -> Int {
    let end = skipDeclaration(bytes, start)
    var place = start
    func skipSpace() { while place < end, isXMLSpace(bytes[place]) { place += 1 } }
    skipSpace()
    guard place < end, bytes[place] != UInt8(ascii: "%") else {
      note("parameter-entity", "a parameter entity", "it was not read")
      return end
    }
    let nameStart = place
    while place < end, !isXMLSpace(bytes[place]), bytes[place] != UInt8(ascii: ">") { place += 1 }
    let name = String(decoding: bytes[nameStart..<place], as: UTF8.self)
    skipSpace()
    guard place < end, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'")
    else {
      note("external-entity", "an external entity", "it was not read")
      return end
    }
    guard values.count < limits.entities else {
      note("limit-entities", "more than \(limits.entities) entities", "the rest was left out")
      return end
    }
    let close = skipQuoted(bytes, place)
    // The first declaration binds (XML 1.0, 4.2).
    if values[name] == nil, close - place - 2 <= limits.amplification, close > place + 1 {
      let literal = Array(bytes[place + 1..<close - 1])
      values[name] = value(literal)
      if namesOthers(literal) {
        note(
          "nested-entity",
          "an entity made of other entities",
          "the inner ones were kept as text"
        )
      }
    }
    return end
  }

  /// Whether a literal refers to an entity that is not one of XML's or HTML's.
  private func namesOthers(_ literal: [UInt8]) -> Bool {
    literal.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst()
      .contains { part in
        guard let end = part.firstIndex(of: UInt8(ascii: ";")), part.first != UInt8(ascii: "#")
        else { return false }
        let name = String(decoding: part[part.startIndex..<end], as: UTF8.self)
        return HTMLEntities.text(named: name) == nil
      }
  }

  /// The value of a literal: references are decoded as in the text of an element, once for the
  /// declaration and once more for the use.
  private mutating func value(_ literal: [UInt8]) -> String {
    var text = String(decoding: literal, as: UTF8.self)
    for _ in 0..<2 where text.utf8.contains(0x26) {
      text = HTMLEntities.decode(text, inAttribute: true)
    }
    return text
  }
}
