// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// How texts, markup inside texts and dates are read.
enum TextReading {
  /// The text of the element at `index`, whose form is `type` unless the element says more.
  static func construct(
    _ index: Int,
    _ tape: XMLTape,
    type: String,
    scope outer: Scope
  ) -> TextConstruct? {
    let scope = outer.inside(index, tape)
    let mode = tape.attribute(index, .mode)?.lowercased()
    var mediaType = tape.someAttribute(index, .type).map(mediaType(_:)) ?? type
    var value: String
    let markup = tape.hasChildren(index)
    if markup {
      value = Markup.inner(index, tape)
      if mediaType == "text/plain" || mediaType == "text/html" {
        mediaType =
          mode == "escaped" || mediaType == "text/html" ? "text/html" : "application/xhtml+xml"
      }
    } else {
      value = tape.text(index)
      if mediaType == "text/plain", looksLikeHTML(value) { mediaType = "text/html" }
    }
    if mode == "base64" || isBase64(mediaType, markup), let decoded = Base64.text(value) {
      value = decoded
    }
    guard !value.isEmpty else { return nil }
    var text = TextConstruct(value, mediaType: mediaType)
    text.language = scope.language
    text.base = scope.base
    return text
  }

  /// The media type of the short forms of Atom.
  static func mediaType(_ written: String) -> String {
    let lower = written.lowercased()
    switch lower {
    case "text", "plain": return "text/plain"
    case "html": return "text/html"
    case "xhtml", "text/xhtml": return "application/xhtml+xml"
    default: return lower
    }
  }

  /// RFC 4287, 4.1.3.3: content that is neither text nor XML is base64.
  private static func isBase64(_ type: String, _ markup: Bool) -> Bool {
    !markup && type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("+xml")
      && !type.hasSuffix("/xml")
  }

  /// Whether a text that calls itself plain holds tags or references of HTML.
  static func looksLikeHTML(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.contains(0x3C) || bytes.contains(0x26) else { return false }
    var place = 0
    while place + 2 < bytes.count {
      if bytes[place] == 0x3C, bytes[place + 1] == 0x2F, isLetter(bytes[place + 2]) { return true }
      if bytes[place] == 0x26 {
        var end = place + 1
        if bytes[end] == 0x23 { end += 1 }
        let start = end
        while end < bytes.count, isLetter(bytes[end]) || (0x30...0x39).contains(bytes[end]) {
          end += 1
        }
        if end > start, end < bytes.count, bytes[end] == 0x3B { return true }
      }
      place += 1
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// Elements written as HTML source.
enum Markup {
  /// What stands inside the element at `index`; one `div` around all of it is left out (RFC 4287,
  /// 3.1.1.3 makes it part of the container, not of the content).
  static func inner(_ index: Int, _ tape: XMLTape) -> String {
    var start = tape.inside(index)
    var stop = tape.end(index)
    let elements = tape.children(index)
    if elements.count == 1, let only = elements.first, tape.name(only).local.lowercased() == "div",
      isBlank(start, only, tape), isBlank(tape.end(only), stop, tape)
    {
      (start, stop) = (tape.inside(only), tape.end(only))
    }
    var bytes: [UInt8] = []
    write(start, stop, tape, &bytes)
    return String(decoding: trimmedXMLSpace(bytes[...]), as: UTF8.self)
  }

  private static func isBlank(_ start: Int, _ stop: Int, _ tape: XMLTape) -> Bool {
    var place = start
    while place < stop {
      if tape.records[place].kind == .text, !tape.trimmed(place).isEmpty { return false }
      place += 1
    }
    return true
  }

  private static func write(_ start: Int, _ stop: Int, _ tape: XMLTape, _ bytes: inout [UInt8]) {
    var place = start
    while place < stop {
      let record = tape.records[place]
      switch record.kind {
      case .text: escape(record, tape, &bytes, quotes: false)
      case .attribute: break
      case .element: element(place, tape, &bytes)
      }
      place = tape.next(place)
    }
  }

  private static func element(_ index: Int, _ tape: XMLTape, _ bytes: inout [UInt8]) {
    let name = tape.name(index)
    let written =
      name.namespace == .xhtml || name.namespace == .core ? name.local : name.qualified
    bytes.append(0x3C)
    bytes += written.utf8
    let inside = tape.inside(index)
    for place in index + 1..<inside {
      bytes.append(0x20)
      bytes += tape.name(place).qualified.utf8
      bytes += "=\"".utf8
      escape(tape.records[place], tape, &bytes, quotes: true)
      bytes.append(0x22)
    }
    let stop = tape.end(index)
    if inside == stop, voidElements.contains(written.lowercased()) {
      bytes += " />".utf8
      return
    }
    bytes.append(0x3E)
    write(inside, stop, tape, &bytes)
    bytes += "</".utf8
    bytes += written.utf8
    bytes.append(0x3E)
  }

  private static func escape(
    _ record: XMLTape.Record,
    _ tape: XMLTape,
    _ bytes: inout [UInt8],
    quotes: Bool
  ) {
    for byte in tape.arena[Int(record.start)..<Int(record.start + record.count)] {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x3C: bytes += "&lt;".utf8
      case 0x3E: bytes += "&gt;".utf8
      case 0x22 where quotes: bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
    }
  }

  /// WHATWG HTML, 13.1.2.
  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
}

/// Base 64 of RFC 4648, as Atom 0.3 uses it.
enum Base64 {
  /// The text behind `encoded`, or `nil` when it is no base 64 or no UTF-8.
  static func text(_ encoded: String) -> String? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var held = 0
    for byte in encoded.utf8 {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      case 0x3D, 0x20, 0x09, 0x0A, 0x0D: continue
      default: return nil
      }
      buffer = buffer << 6 | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(held)))
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
