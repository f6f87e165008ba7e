// SPDX-License-Identifier: Apache-2.0

/// A plain sectioned file, the way Unix `.conf` files look, read with the position of every part.
///
/// ```
/// # a comment: only where it is the first thing on its line
/// [feed irib-ict]
/// url = https://www.iribnews.ir/fa/rss/allnews
/// ```
///
/// A value runs to the end of its line; white space around keys and values is dropped; there are no
/// quotes, no escapes and no continuation lines. Reading never fails: what cannot be understood
/// stands in ``faults``, and everything else is there too, so that one pass tells every fault.
/// What kinds, keys and ids mean is up to the reader of ``sections``.
package struct SectionedFile: Sendable {
  /// A piece of the file and where it stands.
  package struct Piece: Sendable, Hashable {
    package let text: String
    /// Counted from 1.
    package let line: Int
    /// The bytes of the file that ``text`` was read from.
    package let bytes: Range<Int>

    package init(text: String, line: Int, bytes: Range<Int>) {
      self.text = text
      self.line = line
      self.bytes = bytes
    }

    /// The part of this piece that `part`, a slice of ``text``, covers.
    package func piece(_ part: Substring) -> Piece {
      let utf8 = text.utf8
      let start = utf8.distance(from: utf8.startIndex, to: part.startIndex)
      let from = min(bytes.lowerBound + start, bytes.upperBound)
      let end = min(from + part.utf8.count, bytes.upperBound)
      return Piece(text: String(part), line: line, bytes: from..<end)
    }

    /// The pieces between `separator`s, without white space around them and without empty ones.
    package func pieces(separatedBy separator: Character) -> [Piece] {
      text.split(separator: separator).compactMap { part in
        var part = part
        while let first = part.first, first == " " || first == "\t" { part.removeFirst() }
        while let last = part.last, last == " " || last == "\t" { part.removeLast() }
        return part.isEmpty ? nil : piece(part)
      }
    }
  }

  /// `key = value`.
  package struct Pair: Sendable, Hashable {
    package let key: Piece
    /// May be empty.
    package let value: Piece
  }

  /// A header and the pairs below it.
  package struct Section: Sendable, Hashable {
    /// The whole header with its brackets.
    package let header: Piece
    /// The first word in the brackets.
    package let kind: Piece
    /// The rest of what stands in the brackets, if anything.
    package let id: Piece?
    package fileprivate(set) var pairs: [Pair] = []

    /// All pairs with this key, in the order of the file.
    package func pairs(_ key: String) -> [Pair] { pairs.filter { $0.key.text == key } }
    /// The value of the first pair with this key.
    package func value(_ key: String) -> Piece? { pairs.first { $0.key.text == key }?.value }
  }

  /// The name that faults print.
  package let path: String
  /// In the order of the file.
  ///
  /// Pairs before the first header are faults.
  package let sections: [Section]
  /// What could not be understood, in the order of the file.
  package let faults: [Fault]

  private let bytes: [UInt8]
  /// The bytes of each line without its line end.
  private let lines: [Range<Int>]

  /// Reads `bytes` (UTF-8; LF or CRLF; a byte order mark is skipped).
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: The name that faults print.
  package init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    lines = SectionedFile.lines(of: bytes)
    var reader = LineReader(bytes: bytes)
    for (index, range) in lines.enumerated() { reader.read(range, line: index + 1) }
    sections = reader.sections
    let lines = lines
    faults = reader.complaints.map { complaint in
      SectionedFile.fault(
        in: bytes,
        lines: lines,
        path: path,
        at: complaint.piece,
        severity: .error,
        message: complaint.message,
        suggestion: nil
      )
    }
  }

  /// A fault at `piece`, with its column and its line of source.
  ///
  /// - Parameters:
  ///   - piece: What is wrong; the carets stand under it.
  ///   - message: A sentence without a full stop.
  ///   - severity: An error stops the reader of the file, a warning does not.
  ///   - suggestion: What probably was meant, printed behind the carets.
  /// - Returns: A value that prints itself.
  package func fault(
    at piece: Piece,
    _ message: String,
    severity: Fault.Severity = .error,
    suggestion: String? = nil
  ) -> Fault {
    SectionedFile.fault(
      in: bytes,
      lines: lines,
      path: path,
      at: piece,
      severity: severity,
      message: message,
      suggestion: suggestion
    )
  }

  private static func fault(
    in bytes: [UInt8],
    lines: [Range<Int>],
    path: String,
    at piece: Piece,
    severity: Fault.Severity,
    message: String,
    suggestion: String?
  ) -> Fault {
    let line = lines.indices.contains(piece.line - 1) ? lines[piece.line - 1] : 0..<0
    let start = min(max(piece.bytes.lowerBound, line.lowerBound), line.upperBound)
    let end = min(max(piece.bytes.upperBound, start), line.upperBound)
    return Fault(
      file: path,
      line: piece.line,
      column: String(decoding: bytes[line.lowerBound..<start], as: UTF8.self).count + 1,
      byteOffset: start,
      severity: severity,
      message: message,
      sourceLine: String(decoding: bytes[line], as: UTF8.self),
      caretLength: max(1, String(decoding: bytes[start..<end], as: UTF8.self).count),
      suggestion: suggestion
    )
  }

  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for index in start..<bytes.count where bytes[index] == 0x0A {
      let end = index > start && bytes[index - 1] == 0x0D ? index - 1 : index
      lines.append(start..<end)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}

/// Reads line after line into sections, keeping what it does not understand.
private struct LineReader {
  struct Complaint {
    let piece: SectionedFile.Piece
    let message: String
  }

  let bytes: [UInt8]
  var sections: [SectionedFile.Section] = []
  var complaints: [Complaint] = []
  /// Set after a header that made no sense: its pairs belong nowhere, and saying so would be noise.
  private var skipping = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(_ range: Range<Int>, line: Int) {
    checkCharacters(range, line: line)
    let content = trimmed(range)
    guard let first = content.isEmpty ? nil : bytes[content.lowerBound] else { return }
    switch first {
    case UInt8(ascii: "#"): return
    case UInt8(ascii: "["): readHeader(content, line: line)
    default: readPair(content, line: line)
    }
  }

  private mutating func readHeader(_ range: Range<Int>, line: Int) {
    skipping = true
    guard let close = bytes[range].lastIndex(of: UInt8(ascii: "]")) else {
      return complain(range, line, "a section header must end with \"]\"")
    }
    guard close + 1 == range.upperBound else {
      return complain(close + 1..<range.upperBound, line, "text behind a section header")
    }
    let inside = trimmed(range.lowerBound + 1..<close)
    guard !inside.isEmpty else { return complain(range, line, "an empty section header") }
    let space = bytes[inside].firstIndex { LineReader.isSpace($0) } ?? inside.upperBound
    let rest = trimmed(space..<inside.upperBound)
    skipping = false
    sections.append(
      SectionedFile.Section(
        header: piece(range, line),
        kind: piece(inside.lowerBound..<space, line),
        id: rest.isEmpty ? nil : piece(rest, line)
      )
    )
  }

  private mutating func readPair(_ range: Range<Int>, line: Int) {
    guard let equals = bytes[range].firstIndex(of: UInt8(ascii: "=")) else {
      return complain(range, line, "neither a comment, a [section] nor \"key = value\"")
    }
    let key = trimmed(range.lowerBound..<equals)
    guard !key.isEmpty else { return complain(range, line, "there is no key before \"=\"") }
    guard !skipping else { return }
    guard !sections.isEmpty else {
      return complain(key, line, "this line stands before the first [section]")
    }
    let value = trimmed(equals + 1..<range.upperBound)
    sections[sections.count - 1].pairs.append(
      SectionedFile.Pair(key: piece(key, line), value: piece(value, line))
    )
  }

  /// Reports the first byte of a line that no text file should hold.
  private mutating func checkCharacters(_ range: Range<Int>, line: Int) {
    guard let suspect = bytes[range].firstIndex(where: { $0 >= 0x7F || ($0 < 0x20 && $0 != 9) })
    else { return }
    // The columns up to `suspect` are ASCII, so decoding may begin there.
    var iterator = bytes[suspect..<range.upperBound].makeIterator()
    var decoder = UTF8()
    var offset = suspect
    while true {
      switch decoder.decode(&iterator) {
      case .emptyInput: return
      case .error:
        let bad = hex(bytes[min(offset, range.upperBound - 1)], width: 2)
        return complain(offset..<offset + 1, line, "byte 0x\(bad) is not valid UTF-8")
      case .scalarValue(let scalar):
        let value = scalar.value
        if (value < 0x20 && value != 9) || (0x7F...0x9F).contains(value) {
          let name = hex(value, width: 4)
          return complain(offset..<offset + 1, line, "control character U+\(name)")
        }
        offset += UTF8.width(scalar)
      }
    }
  }

  private func hex(_ value: some BinaryInteger, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private mutating func complain(_ range: Range<Int>, _ line: Int, _ message: String) {
    complaints.append(Complaint(piece: piece(range, line), message: message))
  }

  private func piece(_ range: Range<Int>, _ line: Int) -> SectionedFile.Piece {
    SectionedFile.Piece(
      text: String(decoding: bytes[range], as: UTF8.self),
      line: line,
      bytes: range
    )
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, LineReader.isSpace(bytes[start]) { start += 1 }
    while end > start, LineReader.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
