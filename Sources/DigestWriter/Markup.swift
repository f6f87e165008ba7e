// SPDX-License-Identifier: Apache-2.0

/// XML or HTML under construction.
///
/// Text and attribute values can only come in escaped; tags and attribute names are literals of our
/// own. So nothing that a feed said can become an element or an attribute.
struct Markup {
  private(set) var bytes: [UInt8] = []

  /// An attribute; it is left out when its value is `nil`.
  typealias Attribute = (StaticString, String?)

  /// Appends markup of our own.
  mutating func raw(_ literal: StaticString) {
    literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends markup that was built by this type.
  mutating func append(_ other: Markup) { bytes += other.bytes }

  /// Appends text, escaped.
  mutating func text(_ text: String) { escape(text) }

  /// Appends our own style sheet, in which nothing is escaped.
  mutating func style(_ sheet: [UInt8]) { bytes += sheet }

  mutating func line() { bytes.append(UInt8(ascii: "\n")) }

  /// Appends a start tag.
  mutating func open(_ name: StaticString, _ attributes: Attribute...) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Appends an end tag.
  mutating func close(_ name: StaticString) {
    bytes += "</".utf8
    raw(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Appends an element that holds nothing but text.
  mutating func element(_ name: StaticString, _ attributes: Attribute..., text content: String) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    escape(content)
    close(name)
  }

  /// Appends an empty element in the form of XML.
  mutating func empty(_ name: StaticString, _ attributes: Attribute...) {
    start(name, attributes)
    bytes += "/>".utf8
  }

  private mutating func start(_ name: StaticString, _ attributes: [Attribute]) {
    bytes.append(UInt8(ascii: "<"))
    raw(name)
    for case (let key, let value?) in attributes {
      bytes.append(UInt8(ascii: " "))
      raw(key)
      bytes += "=\"".utf8
      escape(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Escapes what has a meaning in XML and HTML, quotes too, so that one form fits everywhere.
  private mutating func escape(_ text: String) {
    // Most text needs nothing done to it.
    let isPlain = text.utf8.allSatisfy { byte in
      byte > 0x3E
        ? byte != 0x7F
        : byte >= 0x20 && byte != 0x22 && byte != 0x26 && byte != 0x3C && byte != 0x3E
    }
    if isPlain {
      bytes += text.utf8
      return
    }
    let utf8 = Array(text.utf8)
    bytes.reserveCapacity(bytes.count + utf8.count + utf8.count / 4)
    var start = 0
    for (place, byte) in utf8.enumerated() where byte <= 0x3E || byte == 0x7F {
      let replacement: StaticString
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      // These cannot come; if they do, the document stays well-formed.
      case 0..<0x09, 0x0B..<0x20, 0x7F: replacement = ""
      default: continue
      }
      bytes += utf8[start..<place]
      raw(replacement)
      start = place + 1
    }
    bytes += utf8[start...]
  }
}
