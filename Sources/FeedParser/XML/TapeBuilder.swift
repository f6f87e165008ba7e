// SPDX-License-Identifier: Apache-2.0

/// Takes the events of a document, keeps them on a tape and hands whole items to the reader.
///
/// Both the strict and the forgiving scanner write here, so what follows does not know them apart.
struct TapeBuilder {
  var tape = XMLTape()
  /// The open elements, outermost first.
  private(set) var open: [UInt32] = []
  /// How many of ``open`` are the item and what it contains; 0 outside of an item.
  private(set) var itemDepth = 0
  /// What is made of the document.
  var reader: FeedReaderState
  let limits: FeedParser.Limits
  /// Whether the last record is a text that goes on; markup in between starts a new one.
  private var inText = false
  /// Where that text has a character that nobody means, if it has one.
  private var mojibake: (line: Int, column: Int)?
  /// Elements that were too deep and are only counted.
  private var skipped = 0
  private var undeclaredPrefixes: [String] = []
  /// Where the arena stood when the item began.
  private var itemArena = 0
  /// Whether items are only counted, and what was counted.
  var outlines = false
  private(set) var outline = FeedOutline()
  /// Why reading must stop, when it must.
  var stop: FeedParseError?
  /// Whether the document ended too early.
  var isTruncated = false
  /// When reading must have ended.
  let deadline: Deadline
  /// The declared namespaces in order of appearance.
  private(set) var namespaces: [ParsedFeed.Namespace] = []

  /// Begins a document; `isChecked` when it is known to be UTF-8 from its first byte to its last.
  init(reader: FeedReaderState, limits: FeedParser.Limits, isChecked: Bool = false) {
    self.reader = reader
    self.limits = limits
    tape.isChecked = isChecked
    deadline = Deadline(limits.time)
    tape.records.reserveCapacity(256)
    tape.arena.reserveCapacity(16_384)
  }

  var depth: Int { open.count + skipped }
  var isInsideItem: Bool { itemDepth > 0 }

  /// The place of `name` in the table of names.
  mutating func intern(_ name: XMLName) -> UInt16 {
    // Past 65,535 names everything new is one unknown name: nobody means such a document well.
    guard tape.names.count < Int(UInt16.max) else { return UInt16.max - 1 }
    tape.names.append(name)
    return UInt16(tape.names.count - 1)
  }

  /// Takes note of a declared prefix; at most a hundred are kept.
  mutating func declare(prefix: String, uri: String) {
    let namespace = ParsedFeed.Namespace(prefix: prefix, uri: uri)
    if namespaces.count < 100, !namespaces.contains(namespace) { namespaces.append(namespace) }
  }

  /// Takes note of a prefix without declaration, once for each prefix.
  mutating func undeclared(_ prefix: String, line: Int, column: Int = 0) {
    guard undeclaredPrefixes.count < 100, !undeclaredPrefixes.contains(prefix) else { return }
    undeclaredPrefixes.append(prefix)
    reader.report(
      "undeclared-prefix",
      line: line,
      column: column,
      "the prefix \(prefix) is not declared",
      "it was read in its usual meaning"
    )
  }

  /// Opens an element.
  ///
  /// Attributes follow by ``attribute(_:_:)`` before anything else.
  mutating func start(_ name: UInt16, line: Int) {
    if skipped > 0 || open.count >= limits.depth {
      skipped += 1
      if skipped == 1 { reader.limit("depth", line: line, limits.depth) }
      return
    }
    if mojibake != nil { repairText() }
    let index = tape.records.count
    inText = false
    if itemDepth > 0 {
      itemDepth += 1
    } else if isItem(name) {
      itemDepth = 1
      itemArena = tape.arena.count
    }
    tape.records.append(
      XMLTape.Record(
        kind: .element,
        name: name,
        start: UInt32(clamping: line),
        count: 0,
        end: 0
      )
    )
    open.append(UInt32(index))
  }

  private func isItem(_ name: UInt16) -> Bool {
    let tag = tape.names[Int(name)].tag
    guard tag == .item || tag == .entry, tape.names[Int(name)].namespace == .core else {
      return false
    }
    // What a foreign element wraps up is that element's business.
    return open.allSatisfy {
      let space = tape.name(Int($0)).namespace
      return space == .core || space == .rdf
    }
  }

  /// Adds an attribute to the element that was opened last.
  mutating func attribute(_ name: UInt16, _ value: UnsafeBufferPointer<UInt8>) {
    guard skipped == 0, let element = open.last else { return }
    let start = tape.arena.count
    unsafe tape.arena.append(contentsOf: value)
    tape.records.append(
      XMLTape.Record(
        kind: .attribute,
        name: name,
        start: UInt32(start),
        count: UInt32(value.count),
        end: 0
      )
    )
    tape.records[Int(element)].count += 1
  }

  /// Adds text to the innermost open element.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !open.isEmpty else { return }
    let last = tape.records.count - 1
    if inText {
      let held = Int(tape.records[last].count)
      let count = unsafe fitting(bytes, limits.text - held)
      unsafe tape.arena.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<count]))
      tape.records[last].count += UInt32(truncatingIfNeeded: count)
      return
    }
    let start = tape.arena.count
    let count = unsafe fitting(bytes, limits.text)
    unsafe tape.arena.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<count]))
    inText = true
    tape.records.append(
      XMLTape.Record(
        kind: .text,
        name: 0,
        start: UInt32(start),
        count: UInt32(count),
        end: 0
      )
    )
  }

  /// How many of `bytes` go into `room`: whole characters, so that no text ends in half of one.
  private mutating func fitting(_ bytes: UnsafeBufferPointer<UInt8>, _ room: Int) -> Int {
    guard bytes.count > room else { return bytes.count }
    reader.limit("text", line: 0, limits.text)
    var count = max(0, room)
    while count > 0, unsafe bytes[count] & 0xC0 == 0x80 { count -= 1 }
    return count
  }

  /// Takes note that the text that was added last has a character of ``Mojibake`` at a place.
  mutating func suspectText(line: Int, column: Int) {
    guard skipped == 0, inText, mojibake == nil else { return }
    mojibake = (line, column)
  }

  /// Replaces the text that has just ended by what was meant, and reports that.
  private mutating func repairText() {
    guard let place = mojibake else { return }
    mojibake = nil
    guard inText, let parent = open.last, let last = tape.records.indices.last,
      !FieldTags.holdsAddress(tape.tag(Int(parent)))
    else { return }
    let start = Int(tape.records[last].start)
    let text = String(decoding: tape.arena[start...], as: UTF8.self)
    guard let (meant, encoding) = Mojibake.repaired(text) else { return }
    tape.arena.removeSubrange(start...)
    tape.arena += meant.utf8
    tape.records[last].count = UInt32(meant.utf8.count)
    reader.report(
      "mojibake",
      line: place.line,
      column: place.column,
      "text that was decoded by the wrong encoding",
      "it was read as \(encoding): \(Mojibake.excerpt(of: meant))"
    )
  }

  /// Closes the innermost open element.
  mutating func end() {
    if mojibake != nil { repairText() }
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard let element = open.popLast() else { return }
    inText = false
    let index = Int(element)
    tape.records[index].end = UInt32(tape.records.count)
    if itemDepth > 0 {
      itemDepth -= 1
      if itemDepth == 0 { finishItem(index, truncated: false) }
    } else {
      reader.closed(index, depth: open.count, tape)
    }
  }

  /// Closes everything that is open, as at the end of a document that was cut.
  mutating func endAll(truncated: Bool) {
    repairText()
    skipped = 0
    while let element = open.popLast() {
      let index = Int(element)
      tape.records[index].end = UInt32(tape.records.count)
      if itemDepth > 0 {
        itemDepth -= 1
        if itemDepth == 0 { finishItem(index, truncated: truncated) }
      } else {
        reader.closed(index, depth: open.count, tape)
      }
    }
  }

  /// The tag of the `count`th open element from the innermost, from 0.
  func openTag(_ count: Int) -> XMLTag? {
    guard count < open.count else { return nil }
    return tape.tag(Int(open[open.count - 1 - count]))
  }

  /// Gives out the items that are whole.
  mutating func takeItems() -> [ParsedItem] { reader.takeItems() }

  /// The names of the open elements, outermost first.
  var frames: [XMLName] { open.map { tape.name(Int($0)) } }

  /// A place between items to which one can go back.
  struct Mark {
    fileprivate let records: Int
    fileprivate let arena: Int
    fileprivate let open: [UInt32]
  }

  /// The place where we are; only meant outside of items.
  var mark: Mark { Mark(records: tape.records.count, arena: tape.arena.count, open: open) }

  /// Forgets what came after `mark`.
  mutating func goBack(to mark: Mark) {
    tape.truncate(to: mark.records, arena: mark.arena)
    open = mark.open
    for element in open { tape.records[Int(element)].end = 0 }
    itemDepth = 0
    skipped = 0
    inText = false
    mojibake = nil
  }

  private mutating func finishItem(_ index: Int, truncated: Bool) {
    if outlines {
      outline.add(index, tape)
      tape.truncate(to: index, arena: itemArena)
      return
    }
    reader.item(index, ancestors: open, tape, truncated: truncated)
    tape.truncate(to: index, arena: itemArena)
  }
}
