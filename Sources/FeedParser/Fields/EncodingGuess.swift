// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// The bytes of a document as UTF-8, and how they were read.
struct DecodedDocument {
  /// Valid UTF-8 without a byte order mark; the XML declaration still says what it said.
  var bytes: [UInt8]
  /// The name under which the bytes were read, in lower case.
  var encoding: String
  /// What was wrong with the claims or the bytes.
  var problems: [FeedProblem]
}

/// Finds out in which encoding a document is written.
///
/// The byte order mark comes before the document's own declaration, that before the HTTP header,
/// that before a guess from the bytes. A claim that the bytes contradict is a lie: Arabic that is
/// valid UTF-8 is UTF-8 whatever the declaration says, and UTF-8 that is none is read by the next
/// claim or by what its letters look like.
enum EncodingGuess {
  /// Reads `bytes`, sent as `contentType`.
  static func decode(_ bytes: [UInt8], contentType: String?) -> DecodedDocument {
    var guess = Guess(bytes: bytes, contentType: contentType)
    return guess.decode()
  }
}

private struct Guess {
  let bytes: [UInt8]
  let contentType: String?
  var problems: [FeedProblem] = []

  init(bytes: [UInt8], contentType: String?) {
    self.bytes = bytes
    self.contentType = contentType
  }

  mutating func decode() -> DecodedDocument {
    if let (encoding, length) = byteOrderMark() {
      return finish(encoding, name: encoding.name, from: length)
    }
    if let encoding = patternOfZeros() {
      return finish(encoding, name: encoding.name, from: 0)
    }
    let declared = declaredLabel()
    let sent = EncodingGuess.charset(of: contentType)
    // One look at the bytes tells both whether they are UTF-8 and whether they are ASCII.
    let (isUTF8, isASCII) = UTF8Repair.check(bytes.span)
    if isASCII, TextEncoding.isASCIICompatible(declared) {
      return DecodedDocument(
        bytes: bytes,
        encoding: asciiName(declared: declared, sent: sent),
        problems: []
      )
    }
    for (label, origin) in [(declared, "the XML declaration"), (sent, "the HTTP header")] {
      guard let label else { continue }
      guard let encoding = TextEncoding(label: label) else {
        report("encoding-unknown", "\(origin) names the unknown encoding \(label)")
        continue
      }
      if let result = accept(encoding, label: label, origin: origin, isUTF8: isUTF8) {
        return result
      }
    }
    if isUTF8 { return DecodedDocument(bytes: bytes, encoding: "utf-8", problems: problems) }
    return guessed(claimsUTF8: declared.map { TextEncoding(label: $0) == .utf8 } ?? true)
  }

  /// The document by one claim, or `nil` when the bytes contradict it.
  private mutating func accept(
    _ encoding: TextEncoding,
    label: String,
    origin: String,
    isUTF8: Bool
  ) -> DecodedDocument? {
    switch encoding {
    case .utf8:
      if isUTF8 { return DecodedDocument(bytes: bytes, encoding: "utf-8", problems: problems) }
      return nil
    case .utf16, .utf32:
      // Markup of one byte a character cannot be read so, whatever it says.
      report("encoding-mismatch", "\(origin) says \(label), but a character has one byte")
      return nil
    case .table, .iconv:
      if isUTF8, EncodingStatistics.isSurelyUTF8(bytes, against: encoding) {
        report("encoding-mismatch", "\(origin) says \(label), but the text is UTF-8")
        return DecodedDocument(bytes: bytes, encoding: "utf-8", problems: problems)
      }
      if EncodingStatistics.isDefaultOfTools(encoding),
        let better = EncodingStatistics.foreignScript(in: bytes)
      {
        report("encoding-mismatch", "\(origin) says \(label), but the letters say \(better.name)")
        return finish(better, name: better.name, from: 0)
      }
      if case .iconv = encoding {
        let (text, replaced) = encoding.decode(bytes[...])
        if replaced * 20 > EncodingStatistics.highCount(bytes) {
          report("encoding-mismatch", "\(origin) says \(label), but the bytes are not")
          return nil
        }
        reportReplaced(replaced)
        return DecodedDocument(
          bytes: text,
          encoding: encoding.reportedName(label),
          problems: problems
        )
      }
      return finish(encoding, name: encoding.reportedName(label), from: 0)
    }
  }

  /// No claim holds: damaged UTF-8, or what the letters look like.
  private mutating func guessed(claimsUTF8: Bool) -> DecodedDocument {
    let (valid, faults) = EncodingStatistics.sequences(bytes)
    if claimsUTF8, valid > 4 * faults || faults <= 3 && valid >= faults && valid > 0 {
      return finish(.utf8, name: "utf-8", from: 0)
    }
    let encoding = EncodingStatistics.best(for: bytes)
    report("encoding-guessed", "the text is not UTF-8; its letters look like \(encoding.name)")
    return finish(encoding, name: encoding.name, from: 0)
  }

  private mutating func finish(
    _ encoding: TextEncoding,
    name: String,
    from start: Int
  ) -> DecodedDocument {
    if encoding == .utf8, UTF8Repair.isValid(bytes) {
      let rest = start == 0 ? bytes : Array(bytes[start...])
      return DecodedDocument(bytes: rest, encoding: name, problems: problems)
    }
    let (text, replaced) = encoding.decode(bytes[start...])
    reportReplaced(replaced)
    return DecodedDocument(bytes: text, encoding: name, problems: problems)
  }

  private mutating func reportReplaced(_ count: Int) {
    if count > 0 {
      report("encoding-damaged", "\(count) places are no characters of the encoding", "U+FFFD")
    }
  }

  private mutating func report(_ code: String, _ message: String, _ recovery: String = "ignored") {
    problems.append(
      FeedProblem(code: code, line: 1, column: 1, message: message, recovery: recovery)
    )
  }

  // MARK: Claims

  private func byteOrderMark() -> (TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32(bigEndian: false), 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32(bigEndian: true), 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16(bigEndian: false), 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16(bigEndian: true), 2) }
    return nil
  }

  /// Where the zeros lie around the first characters, which are ASCII (XML 1.0, appendix F).
  private func patternOfZeros() -> TextEncoding? {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0] != 0, bytes[1] != 0, bytes[2] != 0, bytes[3] != 0) {
    case (false, false, false, true): return .utf32(bigEndian: true)
    case (true, false, false, false): return .utf32(bigEndian: false)
    case (false, true, false, true): return .utf16(bigEndian: true)
    case (true, false, true, false): return .utf16(bigEndian: false)
    default: return nil
    }
  }

  /// The encoding that the XML declaration names; junk before it does not matter.
  private func declaredLabel() -> String? {
    // `<?xm` in EBCDIC: all its tables agree on the letters of a declaration.
    if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]), let table = EncodingTable.labels["cp037"] {
      let head = EncodingTable.all[table].decode(bytes.prefix(256)).bytes
      return EncodingGuess.label(inDeclaration: head)
    }
    return EncodingGuess.label(inDeclaration: Array(bytes.prefix(1024)))
  }

  /// ASCII means the same by every claim; the name is that of RFC 3023: the header comes first, and
  /// its silence means US-ASCII for a text type.
  private func asciiName(declared: String?, sent: String?) -> String {
    if let sent, let encoding = TextEncoding(label: sent) { return encoding.reportedName(sent) }
    let type = contentType?.lowercased() ?? ""
    if type.hasPrefix("text/"), type.contains("xml") { return "us-ascii" }
    if let declared, let encoding = TextEncoding(label: declared) {
      return encoding.reportedName(declared)
    }
    return "utf-8"
  }
}

extension EncodingGuess {
  /// The value of `charset` in a `Content-Type`, or `nil`.
  static func charset(of contentType: String?) -> String? {
    guard let contentType else { return nil }
    for part in contentType.split(separator: ";").dropFirst() {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, trimmed(halves[0]).lowercased() == "charset" else { continue }
      let label = trimmed(halves[1])
      return label.isEmpty ? nil : label
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    let isEdge: (Character) -> Bool = { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    return String(text.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
  }

  /// The value of `encoding` in the XML declaration within `head`, or `nil`.
  static func label(inDeclaration head: [UInt8]) -> String? {
    guard let start = find("<?xml", in: head, from: 0) else { return nil }
    let end = find("?>", in: head, from: start) ?? head.count
    guard var place = find("encoding", in: head, from: start), place < end else { return nil }
    place += 8
    while place < end, head[place] <= 0x20 { place += 1 }
    guard place < end, head[place] == UInt8(ascii: "=") else { return nil }
    place += 1
    while place < end, head[place] <= 0x20 { place += 1 }
    guard place < end, head[place] == UInt8(ascii: "\"") || head[place] == UInt8(ascii: "'") else {
      return nil
    }
    let label = head[(place + 1)..<end].prefix { $0 != head[place] }
    return label.isEmpty || label.count > 40 ? nil : String(decoding: label, as: UTF8.self)
  }

  private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return nil }
    var place = start
    while place + wanted.count <= bytes.count {
      if bytes[place] == wanted[0], bytes[place..<place + wanted.count].elementsEqual(wanted) {
        return place
      }
      place += 1
    }
    return nil
  }
}

extension TextEncoding {
  /// What ``ParsedFeed/encoding`` says: the label, unless something greater was meant by it.
  func reportedName(_ label: String) -> String {
    switch self {
    case .table: label.lowercased()
    case .iconv("GB18030"): "gb18030"
    case .iconv: label.lowercased()
    default: name
    }
  }

  /// Whether bytes below 80 are ASCII under a label; an unknown one is taken for such.
  static func isASCIICompatible(_ label: String?) -> Bool {
    guard let label, let encoding = TextEncoding(label: label) else { return true }
    switch encoding {
    case .utf8: return true
    case .utf16, .utf32: return true  // a lie, or the zeros would have shown
    case .table(let index): return EncodingTable.all[index].isASCII
    case .iconv(let name): return !name.hasPrefix("ISO-2022")
    }
  }
}
