// SPDX-License-Identifier: Apache-2.0

/// Keeps elements that the model does not know, up to a limit.
struct ExtensionReader {
  /// How many more elements may be kept.
  private(set) var room: Int
  /// Whether something had to be left out.
  private(set) var isFull = false

  init(limit: Int) { room = limit }

  /// Adds the element at `index` to `list`.
  mutating func read(_ index: Int, _ tape: XMLTape, into list: inout [FeedExtension]) {
    guard let element = tree(index, tape) else { return }
    list.append(element)
  }

  /// The element at `index` with all inside it, as far as there is room.
  mutating func tree(_ index: Int, _ tape: XMLTape) -> FeedExtension? {
    guard room > 0 else {
      isFull = true
      return nil
    }
    room -= 1
    let name = tape.name(index)
    var element = FeedExtension(namespace: name.uri, prefix: name.prefix, name: name.local)
    for place in index + 1..<tape.inside(index) {
      element.attributes.append(
        FeedExtension.Attribute(name: tape.name(place).qualified, value: tape.trimmed(place))
      )
    }
    var bytes: [UInt8] = []
    var place = tape.inside(index)
    let stop = tape.end(index)
    while place < stop {
      let record = tape.records[place]
      if record.kind == .text {
        bytes += tape.arena[Int(record.start)..<Int(record.start + record.count)]
      } else if record.kind == .element, let child = tree(place, tape) {
        element.children.append(child)
      }
      place = tape.next(place)
    }
    element.text = tape.text(of: bytes.span)
    return element
  }
}
