// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// A value of JSON with the place where it begins.
struct JSONValue {
  indirect enum Kind {
    case null
    case bool(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])
  }

  struct Member {
    let key: String
    let value: JSONValue
  }

  let kind: Kind
  /// Bytes before the value.
  let offset: Int

  /// The value of the first member called `key`, or `nil` when it is missing or null.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = kind else { return nil }
    for member in members where member.key == key {
      if case .null = member.value.kind { return nil }
      return member.value
    }
    return nil
  }

  var members: [Member] { if case .object(let members) = kind { members } else { [] } }
  var elements: [JSONValue] { if case .array(let values) = kind { values } else { [] } }
  var isObject: Bool { if case .object = kind { true } else { false } }
  var bool: Bool? { if case .bool(let value) = kind { value } else { nil } }

  /// A string, or a number as it is written: publishers mix them up.
  var text: String? {
    switch kind {
    case .string(let text): text
    case .number(let text): text
    default: nil
    }
  }

  /// A whole number, also of a decimal one or one in a string.
  var int: Int? {
    guard let text else { return nil }
    if let number = Int(text) { return number }
    guard let number = Double(text), abs(number) < 9e15 else { return nil }
    return Int(number)
  }
}

/// Reads JSON (RFC 8259) and what is nearly JSON; every fault is a problem with its place.
///
/// Let pass: commas too many, control characters in strings, unknown escapes, text behind the
/// value. A document that was cut keeps what came before the cut.
struct JSONReader {
  private let bytes: [UInt8]
  private let limits: FeedParser.Limits
  private let deadline: Deadline
  private var place = 0
  private var depth = 0
  private var position = TextPosition()
  private(set) var problems: [FeedProblem] = []
  private(set) var isTruncated = false
  /// Set when nothing more can be made of the document.
  private(set) var stop: FeedParseError?
  private var isBroken = false

  init(_ bytes: [UInt8], limits: FeedParser.Limits) {
    self.bytes = bytes
    self.limits = limits
    deadline = Deadline(limits.time)
  }

  /// Reads the one value of the document, or returns `nil` when it begins like none.
  mutating func read() -> JSONValue? {
    let value = value()
    skipSpace()
    if value != nil, place < bytes.count, !isBroken, stop == nil {
      report("json-trailing", "text follows the value", "ignored")
    }
    return stop == nil ? value : nil
  }

  /// The line of the byte at `offset`; offsets must not go back.
  mutating func line(of offset: Int) -> Int {
    position.advance(to: offset, in: bytes)
    return position.line
  }

  private mutating func report(_ code: String, _ message: String, _ recovery: String) {
    guard problems.count < 100 else { return }
    position.advance(to: place, in: bytes)
    problems.append(
      FeedProblem(
        code: code,
        line: position.line,
        column: position.column(of: place),
        message: message,
        recovery: recovery
      )
    )
  }

  /// The end came too early, or what stands here is nothing: no value follows any more.
  private mutating func give() {
    guard !isBroken else { return }
    isBroken = true
    if place >= bytes.count {
      isTruncated = true
      report("truncated", "the document ends inside a value", "what came before was kept")
    } else {
      report("json-syntax", "no JSON stands here", "what came before was kept")
      isTruncated = true
    }
  }

  // MARK: Values

  private mutating func value() -> JSONValue? {
    skipSpace()
    let offset = place
    guard place < bytes.count, stop == nil else {
      give()
      return nil
    }
    if offset & 0x3FF == 0, deadline.hasPassed {
      stop = FeedParseError(code: "deadline", message: "the document takes too long to read")
      return nil
    }
    switch bytes[place] {
    case UInt8(ascii: "{"): return nested(offset) { $0.object() }
    case UInt8(ascii: "["): return nested(offset) { $0.array() }
    case UInt8(ascii: "\""): return string().map { JSONValue(kind: .string($0), offset: offset) }
    case UInt8(ascii: "-"), 0x30...0x39:
      return JSONValue(kind: .number(number()), offset: offset)
    default:
      for (word, kind) in [
        ("null", JSONValue.Kind.null), ("true", .bool(true)), ("false", .bool(false)),
      ]
      where bytes[place...].starts(with: word.utf8) {
        place += word.utf8.count
        return JSONValue(kind: kind, offset: offset)
      }
      give()
      return nil
    }
  }

  private mutating func nested(
    _ offset: Int,
    _ read: (inout JSONReader) -> JSONValue.Kind
  ) -> JSONValue? {
    guard depth < limits.depth else {
      report("limit-depth", "more than \(limits.depth) (depth)", "the rest was left out")
      isBroken = true
      isTruncated = true
      place = bytes.count
      return nil
    }
    depth += 1
    place += 1
    let kind = read(&self)
    depth -= 1
    return JSONValue(kind: kind, offset: offset)
  }

  private mutating func object() -> JSONValue.Kind {
    var members: [JSONValue.Member] = []
    while !isBroken {
      guard let next = separator(UInt8(ascii: "}"), isFirst: members.isEmpty) else { break }
      guard next == UInt8(ascii: "\""), let key = string() else {
        give()
        break
      }
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: ":") else {
        give()
        break
      }
      place += 1
      guard let value = value() else { break }
      members.append(JSONValue.Member(key: key, value: value))
    }
    return .object(members)
  }

  private mutating func array() -> JSONValue.Kind {
    var values: [JSONValue] = []
    while !isBroken {
      guard separator(UInt8(ascii: "]"), isFirst: values.isEmpty) != nil else { break }
      guard let value = value() else { break }
      values.append(value)
    }
    return .array(values)
  }

  /// Skips the comma before the next element and returns the element's first byte, or `nil` when
  /// `close` was met and skipped.
  private mutating func separator(_ close: UInt8, isFirst: Bool) -> UInt8? {
    skipSpace()
    var commas = 0
    while place < bytes.count, bytes[place] == UInt8(ascii: ",") {
      commas += 1
      if commas > (isFirst ? 0 : 1) { report("json-comma", "a comma too many", "ignored") }
      place += 1
      skipSpace()
    }
    guard place < bytes.count else {
      give()
      return nil
    }
    if bytes[place] == close {
      if commas == 1, !isFirst { report("json-comma", "a comma before the end", "ignored") }
      place += 1
      return nil
    }
    if commas == 0, !isFirst { report("json-comma", "a comma is missing", "read on") }
    return bytes[place]
  }

  private mutating func number() -> String {
    let start = place
    while place < bytes.count, place - start < 64 {
      switch bytes[place] {
      case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        place += 1
      default: return String(decoding: bytes[start..<place], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func string() -> String? {
    place += 1
    var start = place
    var text: [UInt8] = []
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        text += bytes[start..<place]
        place += 1
        return limited(text)
      case UInt8(ascii: "\\"):
        text += bytes[start..<place]
        escape(into: &text)
        start = place
      case 0..<0x20:
        report("json-control", "a control character stands in a string", "kept")
        place += 1
      default: place += 1
      }
    }
    // The end came inside: what there is of the text counts.
    text += bytes[min(start, place)..<place]
    give()
    return limited(text)
  }

  private mutating func limited(_ text: [UInt8]) -> String {
    guard text.count > limits.text else { return String(decoding: text, as: UTF8.self) }
    report("limit-text", "more than \(limits.text) (text)", "the rest was left out")
    return String(decoding: text.prefix(limits.text), as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard place + 1 < bytes.count else {
      place = bytes.count
      return
    }
    let mark = bytes[place + 1]
    place += 2
    switch mark {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
    case UInt8(ascii: "u"):
      guard var value = hex(at: place) else {
        report("json-escape", "\\u without four digits", "dropped")
        return
      }
      place += 4
      if (0xD800...0xDBFF).contains(value), bytes[place...].starts(with: "\\u".utf8),
        let low = hex(at: place + 2), (0xDC00...0xDFFF).contains(low)
      {
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        place += 6
      }
      UTF8Repair.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &text)
    default:
      report("json-escape", "an escape that JSON does not know", "the character was kept")
      text.append(mark)
    }
  }

  private func hex(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | (UInt32(byte | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  private mutating func skipSpace() {
    while place < bytes.count,
      bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x09
    {
      place += 1
    }
  }
}
