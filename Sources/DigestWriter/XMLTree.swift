// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// A document read back as strictly as XML 1.0 demands, for checking what we wrote.
///
/// It knows what our documents may hold and no more: no document type but HTML's, no entities but
/// the five, no namespaces beyond their prefixes. Anything else is a fault.
struct XMLTree {
  /// The first fault of a document.
  struct Fault: Error, Hashable {
    let line: Int
    let message: String
  }

  /// An element, its attributes and what is in it.
  struct Element {
    let name: String
    let attributes: [(name: String, value: String)]
    var children: [Element] = []
    /// Its own text, without that of its children.
    var text = ""

    func attribute(_ wanted: String) -> String? { attributes.first { $0.name == wanted }?.value }
    func all(_ wanted: String) -> [Element] { children.filter { $0.name == wanted } }
    func first(_ wanted: String) -> Element? { children.first { $0.name == wanted } }
  }

  private let bytes: [UInt8]
  private var place = 0

  /// Returns the root of the document that `bytes` are.
  static func root(of bytes: [UInt8]) throws(Fault) -> Element {
    var reader = XMLTree(bytes: bytes)
    return try reader.document()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func fault(_ message: String) -> Fault {
    let line = bytes[..<min(place, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    return Fault(line: line, message: message)
  }

  private mutating func document() throws(Fault) -> Element {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw fault("not UTF-8") }
    // Only these can be, or begin, a character that XML forbids.
    let isSuspect = bytes.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0xEF }
    if isSuspect, let bad = text.unicodeScalars.first(where: { !XMLTree.isCharacter($0) }) {
      throw fault("U+\(String(bad.value, radix: 16, uppercase: true)) is no character of XML")
    }
    try skipMisc(prolog: true)
    guard peek("<"), !peek("<!"), !peek("</") else { throw fault("no root element") }
    let root = try element()
    try skipMisc(prolog: false)
    guard place == bytes.count else { throw fault("something behind the root element") }
    return root
  }

  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private mutating func skipMisc(prolog: Bool) throws(Fault) {
    while place < bytes.count {
      skipSpace()
      if peek("<?") {
        try skip(past: "?>")
      } else if peek("<!--") {
        try comment()
      } else if prolog, peek("<!DOCTYPE html>") {
        place += "<!DOCTYPE html>".utf8.count
      } else {
        return
      }
    }
  }

  /// Reads an element and all below it, without recursion.
  private mutating func element() throws(Fault) -> Element {
    var open: [Element] = []
    while true {
      if let start = try startTag() {
        if !start.isEmpty {
          guard open.count < 64 else { throw fault("nested too deeply") }
          open.append(start.element)
        } else if open.isEmpty {
          return start.element
        } else {
          open[open.count - 1].children.append(start.element)
        }
      }
      guard !open.isEmpty else { throw fault("no element where one must be") }
      open[open.count - 1].text += try characters()
      if peek("<!--") {
        try comment()
      } else if peek("</") {
        guard let closed = open.popLast() else { throw fault("end tag without a start") }
        place += 2
        guard try name() == closed.name else { throw fault("\(closed.name) is not closed") }
        skipSpace()
        try expect(">")
        guard let last = open.indices.last else { return closed }
        open[last].children.append(closed)
      } else if place >= bytes.count {
        throw fault("the document ends inside \(open.last?.name ?? "")")
      }
    }
  }

  /// Reads the start tag that stands here, if one does.
  private mutating func startTag() throws(Fault) -> (element: Element, isEmpty: Bool)? {
    guard peek("<"), !peek("</"), !peek("<!") else { return nil }
    place += 1
    let name = try name()
    var attributes: [(name: String, value: String)] = []
    while true {
      let before = place
      skipSpace()
      if peek("/>") {
        place += 2
        return (Element(name: name, attributes: attributes), true)
      }
      if peek(">") {
        place += 1
        return (Element(name: name, attributes: attributes), false)
      }
      guard place > before else { throw fault("no space before an attribute of \(name)") }
      let key = try self.name()
      guard !attributes.contains(where: { $0.name == key }) else {
        throw fault("attribute \(key) twice in \(name)")
      }
      try expect("=")
      attributes.append((key, try quoted()))
    }
  }

  private mutating func quoted() throws(Fault) -> String {
    guard place < bytes.count, "\"'".utf8.contains(bytes[place]) else {
      throw fault("an attribute's value without quotes")
    }
    let quote = bytes[place]
    place += 1
    let start = place
    guard let end = bytes[start...].firstIndex(of: quote) else {
      throw fault("an attribute without an end")
    }
    place = end
    guard !bytes[start..<end].contains(UInt8(ascii: "<")) else {
      throw fault("< in an attribute")
    }
    let value = try decoded(bytes[start..<place])
    place += 1
    return value
  }

  private mutating func characters() throws(Fault) -> String {
    let start = place
    place = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    let text = bytes[start..<place]
    if let bracket = text.firstIndex(of: UInt8(ascii: "]")) {
      for at in bracket..<place where bytes[at] == UInt8(ascii: "]") {
        guard !bytes[at...].starts(with: "]]>".utf8) else { throw fault("]]> in text") }
      }
    }
    return try decoded(text)
  }

  /// Resolves the five entities and character references.
  private func decoded(_ raw: ArraySlice<UInt8>) throws(Fault) -> String {
    guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    var result: [UInt8] = []
    var place = raw.startIndex
    while let ampersand = raw[place...].firstIndex(of: UInt8(ascii: "&")) {
      result += raw[place..<ampersand]
      place = ampersand
      guard let end = raw[place...].firstIndex(of: UInt8(ascii: ";")) else {
        throw fault("a bare ampersand")
      }
      let name = String(decoding: raw[place + 1..<end], as: UTF8.self)
      guard let character = XMLTree.reference(name) else { throw fault("unknown entity \(name)") }
      result += String(character).utf8
      place = end + 1
    }
    result += raw[place...]
    return String(decoding: result, as: UTF8.self)
  }

  private static func reference(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let scalar = value.flatMap(Unicode.Scalar.init), isCharacter(scalar) else {
        return nil
      }
      return scalar
    }
  }

  private mutating func comment() throws(Fault) {
    place += 4
    try skip(past: "--")
    guard peek(">") else { throw fault("-- in a comment") }
    place += 1
  }

  private mutating func name() throws(Fault) -> String {
    let start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: ":"), UInt8(ascii: "_"):
        place += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard place > start else { throw fault("a name begins with a digit") }
        place += 1
      default:
        guard place > start else { throw fault("no name where one must be") }
        return String(decoding: bytes[start..<place], as: UTF8.self)
      }
    }
    throw fault("the document ends inside a name")
  }

  private func peek(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      place + wanted.count <= bytes.count
        && wanted.indices.allSatisfy { unsafe wanted[$0] == bytes[place + $0] }
    }
  }

  private mutating func expect(_ text: StaticString) throws(Fault) {
    guard peek(text) else { throw fault("\(text) is missing") }
    place += text.utf8CodeUnitCount
  }

  private mutating func skip(past end: StaticString) throws(Fault) {
    while place < bytes.count {
      if peek(end) {
        place += end.utf8CodeUnitCount
        return
      }
      place += 1
    }
    throw fault("\(end) is missing")
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }
}
