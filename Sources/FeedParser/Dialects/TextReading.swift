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
      value = Markup.inner(index, tape, isEscaped: mediaType == "text/html")
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
    if scope.cleansHTML, mediaType == "text/html" || mediaType == "application/xhtml+xml" {
      value = HTMLCleaner.clean(value, base: scope.base)
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
    !markup && type != "text/plain" && type != "text/html" && type.utf8.contains(0x2F)
      && !type.hasPrefix("text/") && !type.hasSuffix("+xml")
      && !type.hasSuffix("/xml")
  }

  /// Whether a text that calls itself plain holds tags or references of HTML.
  static func looksLikeHTML(_ text: String) -> Bool {
    guard text.holds(0x3C) || text.holds(0x26) else { return false }
    let bytes = text.utf8.span
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
  /// What stands inside the element at `index`; of Atom 1.0's `type="xhtml"` without the
  /// `div` around it, which belongs to the container (RFC 4287, 3.1.1.3).
  ///
  /// Where HTML is escaped in XML (`isEscaped`), the text between the elements is HTML source already.
  static func inner(_ index: Int, _ tape: XMLTape, isEscaped: Bool) -> String {
    var start = tape.inside(index)
    var stop = tape.end(index)
    let elements = tape.children(index)
    if isContainer(index, tape), elements.count == 1, let only = elements.first,
      tape.name(only).local.lowercased() == "div", isBlank(start, only, tape),
      isBlank(tape.end(only), stop, tape)
    {
      (start, stop) = (tape.inside(only), tape.end(only))
    }
    var writer = MarkupWriter(tape: tape, isEscaped: isEscaped)
    writer.write(start, stop, parent: nil)
    return tape.text(of: writer.bytes.span)
  }

  private static func isContainer(_ index: Int, _ tape: XMLTape) -> Bool {
    let type = tape.attribute(index, .type)?.lowercased()
    if type == "xhtml" { return true }
    return tape.name(index).isAtom10 && (type == "html" || type == "application/xhtml+xml")
  }

  private static func isBlank(_ start: Int, _ stop: Int, _ tape: XMLTape) -> Bool {
    var place = start
    while place < stop {
      if tape.records[place].kind == .text, !tape.trimmed(place).isEmpty { return false }
      place += 1
    }
    return true
  }
}

/// Writes records as the source of HTML.
private struct MarkupWriter {
  let tape: XMLTape
  let isEscaped: Bool
  var bytes: [UInt8] = []

  init(tape: XMLTape, isEscaped: Bool) {
    self.tape = tape
    self.isEscaped = isEscaped
  }

  /// Writes the records from `start` to `stop`, which stand in an element of namespace `parent`.
  mutating func write(_ start: Int, _ stop: Int, parent: String?) {
    var place = start
    while place < stop {
      let record = tape.records[place]
      switch record.kind {
      case .text where isEscaped:
        bytes += tape.arena[Int(record.start)..<Int(record.start + record.count)]
      case .text: escape(record, quotes: false)
      case .attribute: break
      case .element: element(place, parent: parent)
      }
      place = tape.next(place)
    }
  }

  private mutating func element(_ index: Int, parent: String?) {
    let name = tape.name(index)
    let isForeign = HTMLVocabulary.foreignNamespaces.contains(name.uri ?? "")
    let isPlain = name.namespace == .xhtml || name.namespace == .core || isForeign
    let written = isPlain ? name.local : name.qualified
    bytes.append(0x3C)
    bytes += written.utf8
    if isForeign, let uri = name.uri, uri != parent {
      bytes += " xmlns=\"".utf8
      bytes += uri.utf8
      bytes.append(0x22)
    }
    let inside = tape.inside(index)
    for place in index + 1..<inside {
      bytes.append(0x20)
      bytes += tape.name(place).qualified.utf8
      bytes += "=\"".utf8
      escape(tape.records[place], quotes: true)
      bytes.append(0x22)
    }
    let stop = tape.end(index)
    if inside == stop, HTMLVocabulary.void.contains(written.lowercased()) {
      bytes += " />".utf8
      return
    }
    bytes.append(0x3E)
    write(inside, stop, parent: name.uri)
    bytes += "</".utf8
    bytes += written.utf8
    bytes.append(0x3E)
  }

  private mutating func escape(_ record: XMLTape.Record, quotes: Bool) {
    let stop = Int(record.start + record.count)
    var copied = Int(record.start)
    for place in copied..<stop {
      let reference: StaticString
      switch tape.arena[place] {
      case 0x26: reference = "&amp;"
      case 0x3C: reference = "&lt;"
      case 0x3E: reference = "&gt;"
      case 0x22 where quotes: reference = "&quot;"
      default: continue
      }
      bytes += tape.arena[copied..<place]
      reference.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
      copied = place + 1
    }
    bytes += tape.arena[copied..<stop]
  }
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
