// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Cuts HTML into tokens by the rules of WHATWG HTML, 13.2.5, as far as text and links go.
///
/// Total: any bytes give tokens, in linear time. There is no tree, so the tokenizer itself follows
/// the elements whose content is no markup (`script`, `style`, `title`, `textarea`, `xmp`,
/// `iframe`, `noembed`, `noframes`, `plaintext`) and knows when it is inside `svg` or `math`, where
/// they are ordinary. Scripting counts as off, so `noscript` is ordinary too. What the standard
/// drops (a tag cut short by the end, `</>`) yields no token.
package struct HTMLTokenizer: Sendable {
  /// Valid UTF-8.
  package let bytes: [UInt8]
  private var place: Int
  private let end: Int
  private var raw: RawText?
  /// One element per open `svg` or `math` (true) or HTML island inside one (false).
  private var foreign: [Bool] = []

  private struct RawText {
    let name: [UInt8]
    let hasReferences: Bool
  }

  /// Takes the whole document, or the part of it in `range`; places always count from its start.
  package init(_ bytes: [UInt8], range: Range<Int>? = nil) {
    self.bytes = bytes
    place = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  /// The next token, or `nil` at the end.
  package mutating func next() -> HTMLToken? {
    if let raw {
      self.raw = nil
      if let token = rawText(raw) { return token }
    }
    while place < end {
      let start = place
      // Text goes on over every `<` that opens nothing.
      place = index(of: UInt8(ascii: "<"), from: place)
      while place < end, !opensMarkup(at: place) {
        place = index(of: UInt8(ascii: "<"), from: place + 1)
      }
      if place > start { return .text(start..<place, isRaw: false) }
      if let token = markup() { return token }
    }
    return nil
  }

  /// The text of a token: references decoded unless it is raw, line ends LF, NUL dropped.
  package func text(_ range: Range<Int>, isRaw: Bool = false) -> String {
    var result: [UInt8] = []
    appendText(range, isRaw: isRaw, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// The same, appended as bytes.
  package func appendText(_ range: Range<Int>, isRaw: Bool = false, to result: inout [UInt8]) {
    append(range, decodes: !isRaw, inAttribute: false, to: &result)
  }

  /// The value of an attribute: references decoded by the rule for attributes.
  package func value(_ attribute: HTMLAttribute) -> String {
    var result: [UInt8] = []
    append(attribute.value, decodes: true, inAttribute: true, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// The same for a part of a value, appended as bytes.
  package func appendValue(_ range: Range<Int>, to result: inout [UInt8]) {
    append(range, decodes: true, inAttribute: true, to: &result)
  }

  /// The value of the attribute called `name` of `tag`, or `nil`.
  package func value(_ name: String, of tag: HTMLTag) -> String? {
    tag.attribute(name).map(value)
  }

  private func append(
    _ range: Range<Int>,
    decodes: Bool,
    inAttribute: Bool,
    to result: inout [UInt8]
  ) {
    var place = range.lowerBound
    var copied = place
    while place < range.upperBound {
      switch bytes[place] {
      case UInt8(ascii: "&") where decodes:
        let tail = place..<range.upperBound
        result += bytes[copied..<place]
        copied = place
        place += 1
        if let next = HTMLEntities.appendReference(bytes, tail, inAttribute, to: &result) {
          copied = next
          place = next
        }
      case 0x0D:
        result += bytes[copied..<place]
        if place + 1 >= range.upperBound || bytes[place + 1] != 0x0A { result.append(0x0A) }
        place += 1
        copied = place
      case 0:
        result += bytes[copied..<place]
        if inAttribute { result += [0xEF, 0xBF, 0xBD] }
        place += 1
        copied = place
      default: place += 1
      }
    }
    result += bytes[copied..<range.upperBound]
  }

  // MARK: Markup

  private func byte(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }

  /// Whether the `<` at `index` begins anything but text.
  private func opensMarkup(at index: Int) -> Bool {
    guard let next = byte(index + 1) else { return false }
    switch next {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return index + 2 < end
    default: return isLetter(next)
    }
  }

  /// What begins with the `<` at `place`; `nil` for what the standard drops.
  private mutating func markup() -> HTMLToken? {
    switch bytes[place + 1] {
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"): return bogusComment(from: place + 1)
    case UInt8(ascii: "/"):
      if bytes[place + 2] == UInt8(ascii: ">") {
        place += 3
        return nil
      }
      guard isLetter(bytes[place + 2]) else { return bogusComment(from: place + 2) }
      guard let tag = tag(nameAt: place + 2, keepsAttributes: false) else { return nil }
      leave(tag.name)
      return .endTag(tag)
    default:
      guard let tag = tag(nameAt: place + 1, keepsAttributes: true) else { return nil }
      enter(tag)
      return .startTag(tag)
    }
  }

  private mutating func bogusComment(from start: Int) -> HTMLToken {
    let close = index(of: UInt8(ascii: ">"), from: start)
    place = min(close + 1, end)
    return .comment(start..<close)
  }

  private mutating func declaration() -> HTMLToken {
    let start = place + 2
    if matches("--", at: start) { return comment(from: start + 2) }
    if matches("doctype", at: start) {
      let close = index(of: UInt8(ascii: ">"), from: start)
      place = min(close + 1, end)
      return .doctype(start + 7..<close)
    }
    if foreign.last == true, matches("[cdata[", at: start) {
      var close = start + 7
      while close < end, !matches("]]>", at: close) { close += 1 }
      place = min(close + 3, end)
      return .text(start + 7..<close, isRaw: true)
    }
    return bogusComment(from: start)
  }

  private mutating func comment(from start: Int) -> HTMLToken {
    // `<!-->` and `<!--->` are whole comments.
    for abrupt: StaticString in [">", "->"] where matches(abrupt, at: start) {
      place = start + abrupt.utf8CodeUnitCount
      return .comment(start..<start)
    }
    var close = start
    while close < end {
      if bytes[close] == UInt8(ascii: "-") {
        for mark: StaticString in ["-->", "--!>"] where matches(mark, at: close) {
          place = close + mark.utf8CodeUnitCount
          return .comment(start..<close)
        }
      }
      close += 1
    }
    place = end
    return .comment(start..<end)
  }

  /// Reads a tag whose name begins at `start`; `nil` when the end comes first.
  private mutating func tag(nameAt start: Int, keepsAttributes: Bool) -> HTMLTag? {
    let open = place
    var index = start
    while let next = byte(index), !isSpace(next), next != UInt8(ascii: "/"),
      next != UInt8(ascii: ">")
    {
      index += 1
    }
    let name = lowercased(start..<index)
    var attributes: [HTMLAttribute] = []
    var isSelfClosing = false
    while let next = byte(index) {
      if next == UInt8(ascii: ">") {
        place = index + 1
        return HTMLTag(
          name: name,
          range: open..<place,
          attributes: attributes,
          isSelfClosing: isSelfClosing
        )
      }
      isSelfClosing = next == UInt8(ascii: "/") && byte(index + 1) == UInt8(ascii: ">")
      if isSpace(next) || next == UInt8(ascii: "/") {
        index += 1
      } else if let attribute = attribute(at: &index) {
        let isNew = !attributes.contains { $0.name == attribute.name }
        // Feeds have no tag with so many; without a bound the search above is quadratic.
        if keepsAttributes, isNew, attributes.count < 256 { attributes.append(attribute) }
      }
    }
    place = end
    return nil
  }

  private func attribute(at index: inout Int) -> HTMLAttribute? {
    let start = index
    index += 1  // also when it is `=`, which then belongs to the name
    while let next = byte(index), !isSpace(next), next != UInt8(ascii: "/"),
      next != UInt8(ascii: ">"), next != UInt8(ascii: "=")
    {
      index += 1
    }
    let name = lowercased(start..<index)
    var ahead = index
    while let next = byte(ahead), isSpace(next) { ahead += 1 }
    guard byte(ahead) == UInt8(ascii: "=") else {
      return HTMLAttribute(name: name, value: index..<index, quote: nil)
    }
    index = ahead + 1
    while let next = byte(index), isSpace(next) { index += 1 }
    guard let first = byte(index) else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let close = self.index(of: first, from: index + 1)
      let value = index + 1..<close
      index = min(close + 1, end)
      return HTMLAttribute(name: name, value: value, quote: first)
    }
    let value = index
    while let next = byte(index), !isSpace(next), next != UInt8(ascii: ">") { index += 1 }
    return HTMLAttribute(name: name, value: value..<index, quote: nil)
  }

  // MARK: Content that is no markup

  private mutating func enter(_ tag: HTMLTag) {
    let name = tag.name
    if foreign.last == true {
      guard HTMLTokenizer.breaksOut(tag) else {
        if tag.isSelfClosing { return }
        if ["foreignobject", "desc", "title", "annotation-xml"].contains(name) {
          foreign.append(false)
        } else if name == "svg" || name == "math" {
          foreign.append(true)
        }
        return
      }
      foreign = []
    }
    switch name {
    case "svg", "math":
      if !tag.isSelfClosing, foreign.count < 256 { foreign.append(true) }
    case "title", "textarea": raw = RawText(name: Array(name.utf8), hasReferences: true)
    case "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext":
      raw = RawText(name: Array(name.utf8), hasReferences: false)
    default: break
    }
  }

  private mutating func leave(_ name: String) {
    switch name {
    case "svg", "math":
      while let last = foreign.popLast(), !last {}
    case "foreignobject", "desc", "title", "annotation-xml":
      if foreign.last == false { foreign.removeLast() }
    default: break
    }
  }

  /// Whether a start tag inside SVG or MathML ends it (13.2.6.5).
  private static func breaksOut(_ tag: HTMLTag) -> Bool {
    switch tag.name {
    case "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
      "embed", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing",
      "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike",
      "sub", "sup", "table", "tt", "u", "ul", "var":
      true
    case "font": tag.attributes.contains { ["color", "face", "size"].contains($0.name) }
    default: false
    }
  }

  /// The text up to the end tag of the raw element; `nil` when it is empty.
  private mutating func rawText(_ raw: RawText) -> HTMLToken? {
    let start = place
    if raw.name == Array("plaintext".utf8) {
      place = end
    } else if raw.name == Array("script".utf8) {
      place = endOfScript(from: start)
    } else {
      while place < end, !isEndTag(raw.name, at: place) { place += 1 }
    }
    return place > start ? .text(start..<place, isRaw: !raw.hasReferences) : nil
  }

  /// Where the end tag of a script begins: not the one of a `<script>` written inside `<!-- -->`
  /// (script data double escaped state).
  private func endOfScript(from start: Int) -> Int {
    let name = Array("script".utf8)
    var isEscaped = false
    var isDoubleEscaped = false
    var index = start
    while index < end {
      if isEscaped, matches("-->", at: index) {
        isEscaped = false
        isDoubleEscaped = false
        index += 3
        continue
      }
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      if isEndTag(name, at: index) {
        if !isDoubleEscaped { return index }
        isDoubleEscaped = false
      } else if !isEscaped, matches("<!--", at: index) {
        isEscaped = true
        index += 2  // `<!-->` ends at once: its dashes count for both
        continue
      } else if isEscaped, matches("<script", at: index), let after = byte(index + 7),
        isSpace(after) || after == UInt8(ascii: "/") || after == UInt8(ascii: ">")
      {
        isDoubleEscaped = true
      }
      index += 1
    }
    return end
  }

  private func isEndTag(_ name: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "<"), byte(index + 1) == UInt8(ascii: "/") else {
      return false
    }
    let after = index + 2 + name.count
    guard after < end else { return false }
    for (offset, letter) in name.enumerated() where bytes[index + 2 + offset] | 0x20 != letter {
      return false
    }
    let next = bytes[after]
    return isSpace(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ">")
  }

  // MARK: Bytes

  private func index(of byte: UInt8, from start: Int) -> Int {
    guard start < end else { return end }
    let found = unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), end - start)
      else { return end }
      return unsafe UnsafeRawPointer(found) - base
    }
    return found
  }

  /// Whether `text` (lower case) stands at `index`, in any case of its letters.
  private func matches(_ text: StaticString, at index: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index + length <= end else { return false }
    for offset in 0..<length {
      let wanted = unsafe text.utf8Start[offset]
      let found = bytes[index + offset]
      if found == wanted { continue }
      guard isLetter(found), found | 0x20 == wanted else { return false }
    }
    return true
  }

  private func lowercased(_ range: Range<Int>) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(range.count)
    for byte in bytes[range] {
      if byte == 0 {
        name += [0xEF, 0xBF, 0xBD]
      } else {
        name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }
}
