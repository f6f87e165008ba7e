// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// Text, and the references in it.
extension LooseScanner {
  mutating func characters() {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    if place == bytes.count, waits(at: start) { return }
    text(start..<place)
  }

  /// Hands over the text in `range`, its references decoded.
  mutating func text(_ range: Range<Int>) {
    guard !open.isEmpty else {
      let isBlank = bytes[range].allSatisfy { isXMLSpace($0) || $0 == 0 }
      if !isBlank {
        report(
          seenRoot ? "trailing-junk" : "leading-junk",
          at: range.lowerBound,
          "text outside of the root element",
          "it was skipped"
        )
      }
      return
    }
    hold.removeAll(keepingCapacity: true)
    decode(range, inAttribute: false)
    emitHeld(from: range)
  }

  /// Adds what is held as text; it was made of the bytes in `range`.
  mutating func emitHeld(from range: Range<Int>) {
    unsafe hold.withUnsafeBufferPointer { buffer in unsafe builder.text(buffer) }
    let isForeign = unsafe hold.withUnsafeBufferPointer {
      unsafe Mojibake.firstControl(in: $0) != nil
    }
    guard isForeign else { return }
    // Where a reference stands for the character, the text begins is where to look.
    let offset = unsafe bytes.withUnsafeBufferPointer {
      unsafe Mojibake.firstControl(in: UnsafeBufferPointer(rebasing: $0[range]))
    }
    let at = range.lowerBound + (offset ?? 0)
    position.advance(to: at, in: bytes)
    builder.suspectText(line: position.line, column: position.column(of: at))
  }

  /// Appends the bytes of `range` to ``hold`` with references decoded and bad characters dropped.
  mutating func decode(_ range: Range<Int>, inAttribute: Bool) {
    var copied = range.lowerBound
    var at = copied
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == UInt8(ascii: "&") {
        hold += bytes[copied..<at]
        at = reference(at, range.upperBound)
        copied = at
      } else if byte < 0x20, !isXMLSpace(byte) {
        hold += bytes[copied..<at]
        report(
          "control-character",
          at: at,
          "a character that XML forbids",
          "it was dropped"
        )
        at += 1
        copied = at
      } else if byte == 0xEF, at + 2 < range.upperBound, bytes[at + 1] == 0xBF,
        bytes[at + 2] >= 0xBE
      {
        hold += bytes[copied..<at]
        report("control-character", at: at, "a code point that is no character", "it was dropped")
        at += 3
        copied = at
      } else {
        at += 1
      }
    }
    hold += bytes[copied..<range.upperBound]
  }

  /// Decodes the reference at `at`; returns the place behind it.
  mutating func reference(_ at: Int, _ limit: Int) -> Int {
    let start = at + 1
    var stop = start
    while stop < limit, stop - start < 64, isReferenceByte(bytes[stop]) { stop += 1 }
    guard stop > start, stop < limit, bytes[stop] == UInt8(ascii: ";") else {
      if stop > start, bytes[start] == UInt8(ascii: "#"), let scalar = numeric(start..<stop) {
        report("unfinished-reference", at: at, "a reference without semicolon", "it was decoded")
        UTF8Repair.append(scalar, to: &hold)
        return stop
      }
      report(
        "bare-ampersand",
        at: at,
        "an ampersand that begins no reference",
        "it was kept as text"
      )
      hold.append(UInt8(ascii: "&"))
      return start
    }
    if bytes[start] == UInt8(ascii: "#") {
      if let (scalar, next) = surrogates(start..<stop, limit) {
        report("surrogate-reference", at: at, "a character in two halves", "they were joined")
        UTF8Repair.append(scalar, to: &hold)
        return next
      }
      if let scalar = numeric(start..<stop) {
        UTF8Repair.append(scalar, to: &hold)
      } else {
        report(
          "forbidden-reference",
          at: at,
          "a reference to a character that XML forbids",
          "it was dropped"
        )
      }
      return stop + 1
    }
    if let text = xmlEntity(bytes[start..<stop]) {
      hold.append(text)
      return stop + 1
    }
    let name = String(decoding: bytes[start..<stop], as: UTF8.self)
    switch entities.text(of: name) {
    case .text(let text):
      hold += text.utf8
    case .tooMuch:
      builder.reader.limit("amplification", line: line(at: at), builder.limits.amplification)
    case .unknown:
      if let text = HTMLEntities.text(named: name) {
        report(
          "undeclared-entity",
          at: at,
          "&\(name); is not declared",
          "it was read as in HTML"
        )
        hold += text.utf8
      } else {
        report("unknown-entity", at: at, "&\(name); is unknown", "it was kept as text")
        hold += bytes[at...stop]
      }
    }
    return stop + 1
  }

  func isReferenceByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x23
      || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte >= 0x80
  }

  func xmlEntity(_ name: ArraySlice<UInt8>) -> UInt8? {
    if name.elementsEqual("amp".utf8) { return 0x26 }
    if name.elementsEqual("lt".utf8) { return 0x3C }
    if name.elementsEqual("gt".utf8) { return 0x3E }
    if name.elementsEqual("quot".utf8) { return 0x22 }
    if name.elementsEqual("apos".utf8) { return 0x27 }
    return nil
  }

  /// The value of `#123` or `#x7B` in `range`, or `nil` when there are no digits or too many.
  func value(_ range: Range<Int>) -> UInt32? {
    guard range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "#") else { return nil }
    var digits = bytes[(range.lowerBound + 1)..<range.upperBound]
    var radix: UInt32 = 10
    if let first = digits.first, first | 0x20 == UInt8(ascii: "x") {
      digits = digits.dropFirst()
      radix = 16
    }
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x61...0x66 where radix == 16: digit = UInt32(byte - 0x61 + 10)
      case 0x41...0x46 where radix == 16: digit = UInt32(byte - 0x41 + 10)
      default: return nil
      }
      value = min(value * radix + digit, 0x110000)
    }
    return value
  }

  func numeric(_ range: Range<Int>) -> Unicode.Scalar? {
    guard let value = value(range), isXMLCharacter(value) || (0x80...0x9F).contains(value) else {
      return nil
    }
    return HTMLEntities.scalar(numbered: value)
  }

  func isXMLCharacter(_ value: UInt32) -> Bool {
    value == 9 || value == 10 || value == 13 || (0x20...0xD7FF).contains(value)
      || (0xE000...0xFFFD).contains(value) || (0x10000...0x10FFFF).contains(value)
  }

  /// Two references that are the halves of one character in UTF-16.
  func surrogates(_ range: Range<Int>, _ limit: Int) -> (Unicode.Scalar, Int)? {
    guard let high = value(range), (0xD800...0xDBFF).contains(high) else { return nil }
    let next = range.upperBound + 1
    guard next + 3 < limit, bytes[next] == UInt8(ascii: "&") else { return nil }
    var stop = next + 1
    while stop < limit, stop - next < 12, isReferenceByte(bytes[stop]) { stop += 1 }
    guard stop < limit, bytes[stop] == UInt8(ascii: ";"),
      let low = value(next + 1..<stop), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    let joined = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    return Unicode.Scalar(joined).map { ($0, stop + 1) }
  }
}
