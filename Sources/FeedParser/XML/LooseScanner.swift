// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// The forgiving scanner: reads what the strict one refused, and says what it had to repair.
///
/// It never fails. Bare ampersands and angle brackets are text, HTML's entities are known, elements
/// that were left open are closed where their parent ends, an item starts where `<item>` says
/// so, and there may be several roots or none. Time is linear in the size of the document, which
/// may come whole or in parts.
struct LooseScanner {
  private var bytes: [UInt8]
  var builder: TapeBuilder
  private var place = 0
  /// The names of the open elements as written, for the ends to find.
  private var open: [Open] = []
  private var prefixes = PrefixScope()
  private var numbers: [ArraySlice<UInt8>: UInt16] = [:]
  private var entities: EntityTable
  private var position: TextPosition
  private var seenRoot = false
  private var hold: [UInt8] = []
  /// Whether ``bytes`` end where the document ends.
  private var isFinal = true
  /// Whether what stands at ``place`` goes on in the next part.
  private var isWaiting = false
  /// How many bytes must be there before another try makes sense.
  private var enough = 0
  /// What is known to have no end in ``bytes``, so that nobody looks again.
  private var endless: Set<String> = []

  private struct Open {
    let name: [UInt8]
    let declared: Int
    let tag: XMLTag
    var text: String { String(decoding: name, as: UTF8.self) }
  }

  init(_ bytes: [UInt8], builder: TapeBuilder) {
    self.bytes = bytes
    self.builder = builder
    entities = EntityTable(limits: builder.limits)
    position = TextPosition()
  }

  /// Reads the whole document.
  mutating func run() {
    scan()
    finish()
  }

  /// Goes on in the middle of a document whose `frames` are open and whose first lines have been
  /// read by the strict scanner.
  init(continuing builder: TapeBuilder, frames: [XMLName], line: Int) {
    self.init([], builder: builder)
    isFinal = false
    seenRoot = !frames.isEmpty
    position = TextPosition(line: line)
    for namespace in builder.namespaces { prefixes.declare(namespace.prefix, namespace.uri) }
    open = frames.map {
      Open(
        name: Array($0.qualified.utf8),
        declared: 0,
        tag: $0.namespace == .core ? $0.tag : .unknown
      )
    }
  }

  /// Takes the next part of the document and reads as far as its tags are whole.
  mutating func append(_ part: [UInt8]) {
    bytes += part
    guard bytes.count >= enough else { return }
    endless.removeAll()
    isWaiting = false
    scan()
    numbers.removeAll(keepingCapacity: true)
    plainAttributes.removeAll(keepingCapacity: true)
    position.advance(to: place, in: bytes)
    position.rebase(by: place)
    bytes.removeSubrange(..<place)
    place = 0
    // What waits is read again from its start: only after it has doubled, or that would take
    // time that grows with the square.
    enough = isWaiting ? bytes.count * 2 : 0
  }

  /// Reads what is left as the end of the document.
  mutating func finish() {
    isFinal = true
    isWaiting = false
    endless.removeAll()
    scan()
    if !open.isEmpty { truncated("the document ends inside <\(open[open.count - 1].text)>") }
    builder.endAll(truncated: true)
  }

  private mutating func scan() {
    let deadline = builder.deadline.started()
    var steps = 0
    while place < bytes.count, builder.stop == nil, !isWaiting {
      steps += 1
      if steps & 0xFFF == 0, deadline.hasPassed {
        builder.stop = FeedParseError(
          code: "deadline",
          line: line(at: place),
          column: 1,
          message: "reading the document takes too long"
        )
        return
      }
      if bytes[place] == UInt8(ascii: "<") { markup() } else { characters() }
    }
  }

  /// Leaves what begins at `start` for the next part of the document, if there will be one.
  private mutating func waits(at start: Int) -> Bool {
    guard !isFinal else { return false }
    place = start
    isWaiting = true
    return true
  }

  // MARK: Places and problems

  private mutating func line(at offset: Int) -> Int {
    position.advance(to: offset, in: bytes)
    return position.line
  }

  private mutating func report(
    _ code: String,
    at offset: Int,
    _ message: String,
    _ recovery: String
  ) {
    position.advance(to: offset, in: bytes)
    builder.reader.report(
      code,
      line: position.line,
      column: position.column(of: offset),
      message,
      recovery
    )
  }

  private mutating func truncated(_ message: String) {
    builder.isTruncated = true
    report("truncated", at: bytes.count, message, "what was there was kept")
  }

  private mutating func find(_ text: StaticString, from start: Int) -> Int? {
    let key = text.description
    guard !endless.contains(key) else { return nil }
    let found = bytes.firstRange(ofASCII: text, from: start)
    if found == nil { endless.insert(key) }
    return found
  }

  // MARK: Text

  private mutating func characters() {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    if place == bytes.count, waits(at: start) { return }
    text(start..<place)
  }

  /// Hands over the text in `range`, its references decoded.
  private mutating func text(_ range: Range<Int>) {
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
    emitHeld()
  }

  private mutating func emitHeld() {
    unsafe hold.withUnsafeBufferPointer { buffer in unsafe builder.text(buffer) }
  }

  /// Appends the bytes of `range` to ``hold`` with references decoded and bad characters dropped.
  private mutating func decode(_ range: Range<Int>, inAttribute: Bool) {
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
  private mutating func reference(_ at: Int, _ limit: Int) -> Int {
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

  private func isReferenceByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x23
      || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte >= 0x80
  }

  private func xmlEntity(_ name: ArraySlice<UInt8>) -> UInt8? {
    if name.elementsEqual("amp".utf8) { return 0x26 }
    if name.elementsEqual("lt".utf8) { return 0x3C }
    if name.elementsEqual("gt".utf8) { return 0x3E }
    if name.elementsEqual("quot".utf8) { return 0x22 }
    if name.elementsEqual("apos".utf8) { return 0x27 }
    return nil
  }

  /// The value of `#123` or `#x7B` in `range`, or `nil` when there are no digits or too many.
  private func value(_ range: Range<Int>) -> UInt32? {
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

  private func numeric(_ range: Range<Int>) -> Unicode.Scalar? {
    guard let value = value(range), isXMLCharacter(value) || (0x80...0x9F).contains(value) else {
      return nil
    }
    return HTMLEntities.scalar(numbered: value)
  }

  private func isXMLCharacter(_ value: UInt32) -> Bool {
    value == 9 || value == 10 || value == 13 || (0x20...0xD7FF).contains(value)
      || (0xE000...0xFFFD).contains(value) || (0x10000...0x10FFFF).contains(value)
  }

  /// Two references that are the halves of one character in UTF-16.
  private func surrogates(_ range: Range<Int>, _ limit: Int) -> (Unicode.Scalar, Int)? {
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

  // MARK: Markup

  private mutating func markup() {
    let start = place
    // The longest opening that must be told apart is that of a CDATA section.
    if start + 9 > bytes.count, waits(at: start) { return }
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch next {
    case UInt8(ascii: "!"): declaration(start)
    case UInt8(ascii: "?"): instruction(start)
    case UInt8(ascii: "/"): endTag(start)
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x3A, 0x80...0xFF: startTag(start)
    default:
      if start + 1 == bytes.count {
        truncated("the document ends inside a tag")
      } else if !open.isEmpty {
        report("bare-less-than", at: start, "an angle bracket that begins no tag", "it was kept")
        hold.removeAll(keepingCapacity: true)
        hold.append(UInt8(ascii: "<"))
        emitHeld()
      }
      place += 1
    }
  }

  private mutating func declaration(_ start: Int) {
    if bytes.hasASCII("<!--", at: start) {
      if let end = find("-->", from: start + 4) {
        place = end + 3
      } else if !waits(at: start) {
        unfinished(start, "comment")
      }
    } else if bytes.hasASCII("<![CDATA[", at: start) {
      let end = find("]]>", from: start + 9)
      if end == nil, waits(at: start) { return }
      cdata(start + 9..<(end ?? bytes.count))
      place = end.map { $0 + 3 } ?? bytes.count
      if end == nil { truncated("the document ends inside a CDATA section") }
    } else if bytes.hasASCII("<!DOCTYPE", at: start, ignoringCase: true) {
      let end = entities.readDocumentType(bytes, start)
      if end >= bytes.count, waits(at: start) { return }
      place = end
      for problem in entities.takeProblems() {
        report(problem.code, at: start, problem.message, problem.recovery)
      }
      if place >= bytes.count { truncated("the document ends inside its document type") }
    } else if let end = find(">", from: start) {
      report("unknown-declaration", at: start, "a declaration without meaning", "it was skipped")
      place = end + 1
    } else if !waits(at: start) {
      unfinished(start, "declaration")
    }
  }

  /// What was begun and never ends: it hides the rest of the document, unless more tags follow.
  private mutating func unfinished(_ start: Int, _ what: String) {
    if let next = find("<item", from: start + 1) ?? find("<entry", from: start + 1) {
      report("unfinished-" + what, at: start, "a \(what) without end", "skipped to the next item")
      place = next
    } else {
      truncated("the document ends inside a \(what)")
      place = bytes.count
    }
  }

  private mutating func cdata(_ range: Range<Int>) {
    guard !open.isEmpty else { return }
    hold.removeAll(keepingCapacity: true)
    var copied = range.lowerBound
    for at in range where bytes[at] < 0x20 && !isXMLSpace(bytes[at]) {
      hold += bytes[copied..<at]
      report("control-character", at: at, "a character that XML forbids", "it was dropped")
      copied = at + 1
    }
    hold += bytes[copied..<range.upperBound]
    emitHeld()
  }

  private mutating func instruction(_ start: Int) {
    if let end = find("?>", from: start) ?? find(">", from: start) {
      if start > 0, bytes.hasASCII("<?xml ", at: start) {
        report(
          "late-declaration",
          at: start,
          "an XML declaration that is not at the start",
          "it was skipped"
        )
      }
      place = bytes[end] == UInt8(ascii: "?") ? end + 2 : end + 1
    } else if !waits(at: start) {
      unfinished(start, "instruction")
    }
  }

  private mutating func endTag(_ start: Int) {
    let nameStart = start + 2
    var stop = nameStart
    while stop < bytes.count, isNameByte(bytes[stop]) { stop += 1 }
    let name = bytes[nameStart..<stop]
    var end = stop
    while end < bytes.count, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") {
      end += 1
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ">") {
      end += 1
    } else if end == bytes.count {
      if waits(at: start) { return }
      place = end
      // Only the bracket of the very last tag is missing: nothing is lost.
      if open.count == 1, open[0].name.elementsEqual(name) {
        report("unclosed-tag", at: start, "a tag without its closing bracket", "it ends here")
        pop()
      } else {
        truncated("the document ends inside a tag")
      }
      return
    }
    place = end
    if name.isEmpty {
      report("stray-end", at: start, "an end tag without a name", "it was skipped")
      return
    }
    close(name, at: start)
  }

  private mutating func close(_ name: ArraySlice<UInt8>, at start: Int) {
    let near = open.suffix(LooseScanner.reach)
    guard
      let found = near.lastIndex(where: { $0.name.elementsEqual(name) })
        ?? near.lastIndex(where: { $0.name[...].equalsIgnoringCase(name) })
    else {
      report(
        "stray-end",
        at: start,
        "</\(String(decoding: name, as: UTF8.self))> ends nothing",
        "it was skipped"
      )
      return
    }
    // An end tag inside an item that only matches something around the item is a stray one,
    // unless it is that of a frame.
    if let item = near.lastIndex(where: { $0.tag == .item || $0.tag == .entry }), found < item,
      !isFrame(open[found].tag)
    {
      report("stray-end", at: start, "an end tag of something around the item", "it was skipped")
      return
    }
    closeDown(to: found + 1, at: start, "unclosed-element")
    pop()
  }

  /// How many open elements an end tag looks at: more nobody nests.
  private static let reach = 512

  private func isFrame(_ tag: XMLTag) -> Bool {
    tag == .rss || tag == .channel || tag == .feed || tag == .rdfRDF || tag == .item
      || tag == .entry
  }

  /// Closes open elements until `count` are left.
  private mutating func closeDown(to count: Int, at offset: Int, _ code: String) {
    while open.count > count {
      report(
        code,
        at: offset,
        "<\(open[open.count - 1].text)> was never closed",
        "it ends here"
      )
      pop()
    }
  }

  private mutating func pop() {
    let last = open.removeLast()
    if last.declared > 0 {
      prefixes.drop(last.declared)
      numbers.removeAll(keepingCapacity: true)
    }
    builder.end()
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    !(isXMLSpace(byte) || byte == 0x3E || byte == 0x2F || byte == 0x3C || byte == 0x3D
      || byte == 0x22 || byte == 0x27 || byte < 0x20)
  }

  // MARK: Start tags

  private struct RawAttribute {
    let name: ArraySlice<UInt8>
    let value: Range<Int>
    var isDeclaration: Bool {
      name.elementsEqual("xmlns".utf8) || name.starts(with: "xmlns:".utf8)
    }
  }

  private mutating func startTag(_ start: Int) {
    var stop = start + 1
    while stop < bytes.count, isNameByte(bytes[stop]) { stop += 1 }
    let name = bytes[start + 1..<stop]
    var attributes: [RawAttribute] = []
    var isEmpty = false
    var isWhole = false
    scan: while stop < bytes.count {
      switch bytes[stop] {
      case UInt8(ascii: ">"):
        stop += 1
        isWhole = true
        break scan
      case UInt8(ascii: "<"):
        report("unclosed-tag", at: start, "a tag without its closing bracket", "it ends here")
        isWhole = true
        break scan
      case UInt8(ascii: "/"):
        isEmpty = stop + 1 < bytes.count && bytes[stop + 1] == UInt8(ascii: ">")
        stop += 1
      case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"):
        stop += 1
      default:
        let (attribute, next) = self.attribute(stop)
        stop = next
        guard let attribute else { continue }
        if attributes.count < builder.limits.attributes, stop - start <= builder.limits.tag {
          attributes.append(attribute)
        } else {
          builder.reader.limit("attributes", line: line(at: start), builder.limits.attributes)
        }
      }
    }
    if !isWhole, waits(at: start) { return }
    place = stop
    guard isWhole else {
      truncated("the document ends inside a tag")
      return
    }
    begin(name, attributes, at: start)
    if isEmpty { pop() }
  }

  /// Reads the attribute that begins at `start`.
  private mutating func attribute(_ start: Int) -> (RawAttribute?, Int) {
    var stop = start
    while stop < bytes.count, isNameByte(bytes[stop]) { stop += 1 }
    if stop == start { return (nil, start + 1) }
    let name = bytes[start..<stop]
    var at = stop
    while at < bytes.count, isXMLSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      report("bare-attribute", at: start, "an attribute without value", "its value is empty")
      return (RawAttribute(name: name, value: stop..<stop), stop)
    }
    at += 1
    while at < bytes.count, isXMLSpace(bytes[at]) { at += 1 }
    guard at < bytes.count else { return (nil, at) }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var end = at + 1
      while end < bytes.count, bytes[end] != quote { end += 1 }
      return (RawAttribute(name: name, value: at + 1..<end), min(end + 1, bytes.count))
    }
    var end = at
    while end < bytes.count, !isXMLSpace(bytes[end]), bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "<")
    {
      end += 1
    }
    if end > at, end < bytes.count, bytes[end] == UInt8(ascii: ">"), bytes[end - 1] == 0x2F {
      end -= 1
    }
    report("unquoted-attribute", at: at, "an attribute value without quotes", "it was read")
    return (RawAttribute(name: name, value: at..<end), max(end, at))
  }

  private mutating func begin(
    _ name: ArraySlice<UInt8>,
    _ attributes: [RawAttribute],
    at start: Int
  ) {
    var declared = 0
    for attribute in attributes where attribute.isDeclaration {
      hold.removeAll(keepingCapacity: true)
      decode(attribute.value, inAttribute: true)
      let prefix = attribute.name.dropFirst(6)
      let uri = String(decoding: hold, as: UTF8.self)
      prefixes.declare(String(decoding: prefix, as: UTF8.self), uri)
      builder.declare(prefix: String(decoding: prefix, as: UTF8.self), uri: uri)
      declared += 1
    }
    if declared > 0 { numbers.removeAll(keepingCapacity: true) }
    let number = number(name, isAttribute: false)
    let tag = builder.tape.names[Int(number)].tag
    let isCore = builder.tape.names[Int(number)].namespace == .core
    if isCore { implyEnds(before: tag, hasAttributes: !attributes.isEmpty, at: start) }
    if open.isEmpty {
      let isRoot = isCore && (isFrame(tag) || tag == .rdfRDF)
      if !isRoot, tag != .rdfRDF {
        report(
          seenRoot ? "trailing-junk" : "leading-junk",
          at: start,
          "an element outside of the feed",
          "it was skipped"
        )
      } else if seenRoot {
        report("several-roots", at: start, "a second root element", "it was read as well")
      }
      seenRoot = seenRoot || isRoot || tag == .rdfRDF
    }
    builder.start(number, line: line(at: start))
    open.append(Open(name: Array(name), declared: declared, tag: isCore ? tag : .unknown))
    for attribute in attributes where !attribute.isDeclaration {
      hold.removeAll(keepingCapacity: true)
      decode(attribute.value, inAttribute: true)
      let number = self.number(attribute.name, isAttribute: true)
      unsafe hold.withUnsafeBufferPointer { unsafe builder.attribute(number, $0) }
    }
  }

  /// Closes what cannot contain `tag`: an item inside an item, a field inside a line of text.
  private mutating func implyEnds(before tag: XMLTag, hasAttributes: Bool, at start: Int) {
    guard FieldTags.startsField(tag) else { return }
    if tag == .item || tag == .entry,
      let item = open.suffix(LooseScanner.reach).lastIndex(where: {
        $0.tag == .item || $0.tag == .entry
      })
    {
      closeDown(to: item, at: start, "unclosed-item")
      return
    }
    if FieldTags.endsProse(tag) || tag == .link && !hasAttributes,
      let prose = open.suffix(LooseScanner.reach).lastIndex(where: { FieldTags.holdsProse($0.tag) })
    {
      closeDown(to: prose, at: start, "unclosed-element")
    }
    while let last = open.last, FieldTags.holdsLine(last.tag) {
      closeDown(to: open.count - 1, at: start, "unclosed-element")
    }
  }

  /// The number of a name as written, in the scope of the declarations in force.
  private mutating func number(_ name: ArraySlice<UInt8>, isAttribute: Bool) -> UInt16 {
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    let isPlainAttribute = isAttribute && colon == nil
    if !isPlainAttribute, let known = numbers[name] { return known }
    let prefix = colon.map { String(decoding: name[..<$0], as: UTF8.self) } ?? ""
    let local = colon.map { name[($0 + 1)...] } ?? name
    // A default namespace does not reach attributes (Namespaces in XML 1.0, 6.2).
    let uri = isPlainAttribute ? nil : prefixes.uri(of: prefix)
    let made = XMLName(
      prefix: prefix,
      local: String(decoding: local, as: UTF8.self),
      uri: uri
    )
    if isPlainAttribute {
      if let known = plainAttributes[name] { return known }
      let number = builder.intern(made)
      plainAttributes[name] = number
      return number
    }
    if !prefix.isEmpty, uri == nil, prefix != "xml" {
      position.advance(to: name.startIndex, in: bytes)
      builder.undeclared(
        prefix,
        line: position.line,
        column: position.column(of: name.startIndex)
      )
    }
    let number = builder.intern(made)
    numbers[name] = number
    return number
  }

  private var plainAttributes: [ArraySlice<UInt8>: UInt16] = [:]
}

/// The prefixes in force, innermost last.
private struct PrefixScope {
  private var pairs: [(prefix: String, uri: String)] = []

  mutating func declare(_ prefix: String, _ uri: String) { pairs.append((prefix, uri)) }
  mutating func drop(_ count: Int) { pairs.removeLast(count) }
  func uri(of prefix: String) -> String? {
    let uri = pairs.last { $0.prefix == prefix }?.uri
    return uri?.isEmpty == true ? nil : uri
  }
}

/// Which elements end an open line of text, and which are such lines.
enum FieldTags {
  /// Whether `tag` starts a field of its own wherever it stands.
  static func startsField(_ tag: XMLTag) -> Bool {
    switch tag {
    case .item, .entry, .title, .link, .description, .guid, .id, .pubdate, .category, .comments,
      .enclosure, .published, .updated, .issued, .modified, .created, .author, .summary, .content,
      .copyright, .language, .lastbuilddate, .generator:
      return true
    default: return false
    }
  }

  /// Whether `tag` is a field of an item that no prose contains, in HTML or else.
  static func endsProse(_ tag: XMLTag) -> Bool {
    switch tag {
    case .guid, .pubdate, .enclosure, .category, .comments, .published, .updated: return true
    default: return false
    }
  }

  /// Whether `tag` holds a date.
  static func holdsDate(_ tag: XMLTag) -> Bool {
    switch tag {
    case .pubdate, .published, .issued, .updated, .modified, .created, .lastbuilddate, .lastmod,
      .date, .expirationdate, .dcDate, .dcModified, .dcCreated, .dcIssued, .dctermsDate,
      .dctermsIssued, .dctermsModified, .dctermsCreated:
      return true
    default: return false
    }
  }

  /// Whether `tag` holds text with markup.
  static func holdsProse(_ tag: XMLTag) -> Bool {
    tag == .description || tag == .summary || tag == .content
  }

  /// Whether `tag` holds a line of text and no other fields.
  static func holdsLine(_ tag: XMLTag) -> Bool {
    switch tag {
    case .title, .link, .guid, .id, .pubdate, .category, .comments, .published, .updated, .issued,
      .modified, .created, .lastbuilddate, .language, .ttl, .enclosure:
      return true
    default: return false
    }
  }
}
