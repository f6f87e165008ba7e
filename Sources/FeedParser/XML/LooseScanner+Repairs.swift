// SPDX-License-Identifier: Apache-2.0

/// What is closed that nobody closed, and skipped that never ends.
extension LooseScanner {
  mutating func close(_ name: ArraySlice<UInt8>, at start: Int) {
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
  static let reach = 512

  func isFrame(_ tag: XMLTag) -> Bool {
    tag == .rss || tag == .channel || tag == .feed || tag == .rdfRDF || tag == .item
      || tag == .entry
  }

  /// Closes open elements until `count` are left.
  mutating func closeDown(to count: Int, at offset: Int, _ code: String) {
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

  mutating func pop() {
    let last = open.removeLast()
    if last.declared > 0 {
      prefixes.drop(last.declared)
      numbers.removeAll(keepingCapacity: true)
    }
    builder.end()
  }

  /// Closes what cannot contain `tag`: an item inside an item, a field inside a line of text.
  mutating func implyEnds(before tag: XMLTag, hasAttributes: Bool, at start: Int) {
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

  /// What was begun and never ends: it hides the rest of the document, unless more tags follow.
  mutating func unfinished(_ start: Int, _ what: String) {
    if let next = find("<item", from: start + 1) ?? find("<entry", from: start + 1) {
      report("unfinished-" + what, at: start, "a \(what) without end", "skipped to the next item")
      place = next
    } else {
      truncated("the document ends inside a \(what)")
      place = bytes.count
    }
  }
}
