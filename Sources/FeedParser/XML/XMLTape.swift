// SPDX-License-Identifier: Apache-2.0

/// A stretch of a document as a flat list of records over one arena of bytes.
///
/// An element is followed by its attributes and then by what it contains. Texts are ranges of the
/// arena: nothing is decoded until somebody asks. An item's records are dropped as soon as it
/// has been read, so the tape stays as small as the largest item.
struct XMLTape {
  /// What a record stands for.
  enum Kind: UInt8 { case element, attribute, text }

  /// Sixteen bytes for an element, an attribute or a text.
  struct Record {
    let kind: Kind
    /// The place of the name in ``XMLTape/names``.
    let name: UInt16
    /// Element: its line.
    ///
    /// Else: where the bytes start in the arena.
    var start: UInt32
    /// Element: how many attributes follow.
    ///
    /// Else: how many bytes.
    var count: UInt32
    /// Element: the record after its last one, 0 while it is open.
    var end: UInt32
  }

  var records: [Record] = []
  var arena: [UInt8] = []
  /// Whether the arena holds nothing but whole characters of UTF-8.
  ///
  /// So it is when the document was checked as a whole: neither scanner makes bytes of its own. Then
  /// strings are made of it without a second look.
  var isChecked = false
  var names: [XMLName] = []

  /// The tag of the element or attribute at `index`.
  func tag(_ index: Int) -> XMLTag { names[Int(records[index].name)].tag }
  /// The name of the element or attribute at `index`.
  func name(_ index: Int) -> XMLName { names[Int(records[index].name)] }

  /// The record after the element at `index`.
  func end(_ index: Int) -> Int {
    let end = Int(records[index].end)
    return end == 0 ? records.count : end
  }

  /// The first record inside the element at `index`, after its attributes.
  func inside(_ index: Int) -> Int { index + 1 + Int(records[index].count) }

  /// The record after the one at `index` on the same level.
  func next(_ index: Int) -> Int {
    records[index].kind == .element ? end(index) : index + 1
  }

  /// The elements directly inside the element at `index`.
  func children(_ index: Int) -> [Int] {
    var result: [Int] = []
    var place = inside(index)
    let stop = end(index)
    while place < stop {
      if records[place].kind == .element { result.append(place) }
      place = next(place)
    }
    return result
  }

  /// Whether an element stands inside the element at `index`.
  func hasChildren(_ index: Int) -> Bool {
    var place = inside(index)
    let stop = end(index)
    while place < stop {
      if records[place].kind == .element { return true }
      place += 1
    }
    return false
  }

  /// The first element named `tag` directly inside the element at `index`.
  func child(_ index: Int, _ tag: XMLTag) -> Int? {
    var place = inside(index)
    let stop = end(index)
    while place < stop {
      if records[place].kind == .element, self.tag(place) == tag { return place }
      place = next(place)
    }
    return nil
  }

  /// The bytes of the text or attribute at `index` without white space at both ends; invalid UTF-8
  /// becomes U+FFFD.
  func trimmed(_ index: Int) -> String {
    let record = records[index]
    let start = Int(record.start)
    return text(of: arena.span.extracting(start..<start + Int(record.count)))
  }

  /// `bytes` of the arena, or put together from it, without white space at both ends.
  func text(of bytes: Span<UInt8>) -> String {
    var start = 0
    var stop = bytes.count
    while start < stop, isXMLSpace(bytes[start]) { start += 1 }
    while stop > start, isXMLSpace(bytes[stop - 1]) { stop -= 1 }
    let bytes = bytes.extracting(start..<stop)
    guard isChecked else { return String(checking: bytes) }
    var high: UInt8 = 0
    for place in bytes.indices { high |= bytes[place] }
    return unsafe String(copying: UTF8Span(unchecked: bytes, isKnownASCII: high < 0x80))
  }

  /// The text directly and deeper inside the element at `index`, trimmed.
  func text(_ index: Int) -> String {
    var place = inside(index)
    let stop = end(index)
    if stop - place == 1, records[place].kind == .text { return trimmed(place) }
    var bytes: [UInt8] = []
    while place < stop {
      let record = records[place]
      if record.kind == .text {
        bytes += arena[Int(record.start)..<Int(record.start + record.count)]
      }
      place += 1
    }
    return text(of: bytes.span)
  }

  /// The same, or `nil` when there is none.
  func someText(_ index: Int) -> String? {
    let text = text(index)
    return text.isEmpty ? nil : text
  }

  /// The value of the attribute `tag` of the element at `index`, trimmed.
  func attribute(_ index: Int, _ tag: XMLTag) -> String? {
    let count = Int(records[index].count)
    guard count > 0 else { return nil }
    for place in index + 1...index + count where self.tag(place) == tag { return trimmed(place) }
    return nil
  }

  /// Whether the element at `index` has the attribute `tag`.
  func hasAttribute(_ index: Int, _ tag: XMLTag) -> Bool {
    for place in index + 1..<inside(index) where self.tag(place) == tag { return true }
    return false
  }

  /// The same, or `nil` when it is empty.
  func someAttribute(_ index: Int, _ tag: XMLTag) -> String? {
    guard let value = attribute(index, tag), !value.isEmpty else { return nil }
    return value
  }

  /// Drops every record from `index` on.
  mutating func truncate(to index: Int, arena length: Int) {
    records.removeSubrange(index...)
    arena.removeSubrange(length...)
  }
}

/// Whether `byte` is white space in XML.
func isXMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}

/// `bytes` without white space at both ends.
func trimmedXMLSpace(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var slice = bytes
  while let first = slice.first, isXMLSpace(first) { slice.removeFirst() }
  while let last = slice.last, isXMLSpace(last) { slice.removeLast() }
  return slice
}
