// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// The forgiving scanner: reads what the strict one refused, and says what it had to repair.
///
/// It never fails. Bare ampersands and angle brackets are text, HTML's entities are known, elements
/// that were left open are closed where their parent ends, an item starts where `<item>` says
/// so, and there may be several roots or none. Time is linear in the size of the document, which
/// may come whole or in parts.
struct LooseScanner {
  var bytes: [UInt8]
  var builder: TapeBuilder
  var place = 0
  /// The names of the open elements as written, for the ends to find.
  var open: [Open] = []
  var prefixes = PrefixScope()
  var numbers: [ArraySlice<UInt8>: UInt16] = [:]
  var entities: EntityTable
  var position: TextPosition
  var seenRoot = false
  var hold: [UInt8] = []
  /// Whether ``bytes`` end where the document ends.
  var isFinal = true
  /// Whether what stands at ``place`` goes on in the next part.
  var isWaiting = false
  /// How many bytes must be there before another try makes sense.
  var enough = 0
  /// What is known to have no end in ``bytes``, so that nobody looks again.
  var endless: Set<String> = []
  /// The numbers of attributes without prefix, which no declaration touches.
  var plainAttributes: [ArraySlice<UInt8>: UInt16] = [:]

  struct Open {
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

  mutating func scan() {
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
  mutating func waits(at start: Int) -> Bool {
    guard !isFinal else { return false }
    place = start
    isWaiting = true
    return true
  }

  // MARK: Places and problems

  mutating func line(at offset: Int) -> Int {
    position.advance(to: offset, in: bytes)
    return position.line
  }

  mutating func report(
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

  mutating func truncated(_ message: String) {
    builder.isTruncated = true
    report("truncated", at: bytes.count, message, "what was there was kept")
  }

  mutating func find(_ text: StaticString, from start: Int) -> Int? {
    let key = text.description
    guard !endless.contains(key) else { return nil }
    let found = bytes.firstRange(ofASCII: text, from: start)
    if found == nil { endless.insert(key) }
    return found
  }

  // MARK: Markup

  mutating func markup() {
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
        emitHeld(from: start..<start + 1)
      }
      place += 1
    }
  }

  mutating func declaration(_ start: Int) {
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

  mutating func cdata(_ range: Range<Int>) {
    guard !open.isEmpty else { return }
    hold.removeAll(keepingCapacity: true)
    var copied = range.lowerBound
    for at in range where bytes[at] < 0x20 && !isXMLSpace(bytes[at]) {
      hold += bytes[copied..<at]
      report("control-character", at: at, "a character that XML forbids", "it was dropped")
      copied = at + 1
    }
    hold += bytes[copied..<range.upperBound]
    emitHeld(from: range)
  }

  mutating func instruction(_ start: Int) {
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

  mutating func endTag(_ start: Int) {
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
}
