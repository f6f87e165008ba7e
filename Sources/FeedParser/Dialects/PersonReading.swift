// SPDX-License-Identifier: Apache-2.0

/// How people are written in feeds.
enum PersonReading {
  /// Atom's person with elements inside, or RSS's line of text.
  static func person(_ index: Int, _ tape: XMLTape, scope: Scope) -> FeedPerson? {
    guard tape.hasChildren(index) else { return tape.someText(index).flatMap(person(from:)) }
    let inner = scope.inside(index, tape)
    var person = FeedPerson()
    for child in tape.children(index) {
      switch tape.tag(child) {
      case .name, .itunesName, .title: person.name = person.name ?? tape.someText(child)
      case .email, .itunesEmail: person.email = person.email ?? tape.someText(child)
      case .uri, .url, .homepage, .link:
        person.url = person.url ?? inner.inside(child, tape).resolve(tape.someText(child))
      default: break
      }
    }
    if person.isEmpty { return tape.someText(index).flatMap(self.person(from:)) }
    if person.email == nil, let name = person.name, name.utf8.contains(0x40) {
      let split = self.person(from: name)
      if let split, split.email != nil {
        person.email = split.email
        person.name = split.name ?? split.email
      }
    }
    return person
  }

  /// `ann@example.org (Ann)`, `Ann <ann@example.org>`, `Ann (ann@example.org)`, `Ann`.
  static func person(from text: String) -> FeedPerson? {
    guard !text.isEmpty else { return nil }
    guard text.holds(0x40) else { return FeedPerson(name: text) }
    let bytes = Array(text.utf8)
    guard let at = addressRange(bytes) else { return FeedPerson(name: text) }
    let email = String(decoding: bytes[at], as: UTF8.self)
    var before = bytes[..<at.lowerBound]
    if before.suffix(7).map({ $0 | 0x20 }) == Array("mailto:".utf8) { before = before.dropLast(7) }
    var rest = Array(before) + Array(bytes[at.upperBound...])
    for pair in ["()", "<>", "&lt;&gt;"] {
      if let place = range(of: Array(pair.utf8), in: rest) { rest.removeSubrange(place) }
    }
    var name = trimmedXMLSpace(rest[...])
    if name.first == 0x28 { name = name.dropFirst() }
    if name.last == 0x29, !name.contains(0x28) { name = name.dropLast() }
    let clean = String(decoding: trimmedXMLSpace(name), as: UTF8.self)
    return FeedPerson(name: clean.isEmpty ? nil : clean, email: email)
  }

  /// Where an address stands: a local part, an at sign and a domain with a dot.
  private static func addressRange(_ bytes: [UInt8]) -> Range<Int>? {
    for at in bytes.indices where bytes[at] == 0x40 {
      var start = at
      while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
      var stop = at + 1
      while stop < bytes.count, isDomain(bytes[stop]) { stop += 1 }
      while stop > at, bytes[stop - 1] == 0x2E || bytes[stop - 1] == 0x2D { stop -= 1 }
      if start < at, bytes[at..<stop].contains(0x2E) { return start..<stop }
    }
    return nil
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isDomain(byte) || byte == 0x5F || byte == 0x2B || byte == 0x25 || byte == 0x27 || byte == 0x26
  }

  private static func isDomain(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2E
      || byte == 0x2D
  }

  private static func range(of part: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    guard bytes.count >= part.count else { return nil }
    for start in 0...bytes.count - part.count
    where bytes[start..<start + part.count].elementsEqual(part) {
      return start..<start + part.count
    }
    return nil
  }
}
