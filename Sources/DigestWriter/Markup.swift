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
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case 0x09, 0x0A: bytes.append(byte)
      case 0..<0x20, 0x7F: continue  // cannot come; if it does, the document stays well-formed
      default: bytes.append(byte)
      }
    }
  }
}
