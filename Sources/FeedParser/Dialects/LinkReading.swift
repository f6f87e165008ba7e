// SPDX-License-Identifier: Apache-2.0

/// Links and categories, whose forms Atom and RSS share by name only.
enum LinkReading {
  /// The link of an element with `href`, or with the address as its text.
  static func link(_ index: Int, _ tape: XMLTape, _ scope: Scope) -> FeedLink? {
    let href = tape.attribute(index, .href) ?? tape.someAttribute(index, .rdfResource)
    guard let url = scope.resolve(href ?? tape.someText(index)) else { return nil }
    var link = FeedLink(href: url)
    guard tape.records[index].count > 0 else { return link }
    link.rel = relation(tape.someAttribute(index, .rel))
    link.type = tape.someAttribute(index, .type)
    link.hreflang = tape.someAttribute(index, .hreflang)
    link.title = tape.someAttribute(index, .title)
    link.length = tape.attribute(index, .length).flatMap(Number.count)
    link.replies = tape.attribute(index, .thrCount).flatMap(Number.count)
    return link
  }

  /// How well `link` serves as the address of what it stands beside.
  static func source(_ link: FeedLink, _ index: Int, _ tape: XMLTape) -> LinkSource? {
    guard link.rel == "alternate" else { return link.rel == "self" ? .identity : nil }
    if !tape.hasAttribute(index, .href) { return .own }
    return isPage(link.type) ? .alternate : .other
  }

  /// RFC 4287, 4.2.7.2: a registered relation may be written with its full address.
  private static func relation(_ written: String?) -> String {
    guard let written else { return "alternate" }
    let registry = "http://www.iana.org/assignments/relation/"
    return written.hasPrefix(registry) ? String(written.dropFirst(registry.count)) : written
  }

  /// Whether a link of `type` leads to a page for people.
  static func isPage(_ type: String?) -> Bool {
    guard let type = type?.lowercased() else { return true }
    return type == "html" || type == "xhtml" || type.hasPrefix("text/html")
      || type.hasPrefix("application/xhtml+xml") || type == "text/xhtml"
  }

  /// Atom's category with attributes, or RSS's with text.
  static func category(_ index: Int, _ tape: XMLTape) -> FeedCategory? {
    let term =
      tape.someAttribute(index, .term) ?? tape.someText(index)
      ?? tape.someAttribute(index, .label) ?? tape.someAttribute(index, .text)
    guard let term else { return nil }
    return FeedCategory(
      term: term,
      scheme: tape.someAttribute(index, .scheme) ?? tape.someAttribute(index, .domain),
      label: tape.someAttribute(index, .label)
    )
  }
}

/// Addresses on the web.
enum Web {
  /// Whether `text` is an absolute address of http or https.
  static func isAddress(_ text: String) -> Bool {
    endOfScheme(text.utf8.span) != nil
  }

  /// Whether `text` is such an address with nothing in it that reading it would change.
  static func isClean(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard let start = endOfScheme(bytes), start < bytes.count, bytes[start] != 0x2F else {
      return false
    }
    var blanks = 0
    for place in bytes.indices { blanks += bytes[place] <= 0x20 || bytes[place] == 0x7F ? 1 : 0 }
    return blanks == 0
  }

  /// The place behind `http://` or `https://`.
  private static func endOfScheme(_ bytes: Span<UInt8>) -> Int? {
    guard bytes.count >= 7, bytes[0] | 0x20 == 0x68, bytes[1] | 0x20 == 0x74,
      bytes[2] | 0x20 == 0x74, bytes[3] | 0x20 == 0x70
    else { return nil }
    let colon = bytes[4] | 0x20 == 0x73 ? 5 : 4
    guard bytes.count >= colon + 3, bytes[colon] == 0x3A, bytes[colon + 1] == 0x2F,
      bytes[colon + 2] == 0x2F
    else { return nil }
    return colon + 3
  }
}

/// Words in a list.
enum Words {
  /// The parts of `text` between commas, trimmed, without empty ones.
  static func split(_ text: String) -> [String] {
    text.utf8.split { $0 == 0x2C }.compactMap {
      let part = trimmedXMLSpace(Array($0)[...])
      return part.isEmpty ? nil : String(decoding: part, as: UTF8.self)
    }
  }
}

/// Numbers as feeds write them.
enum Number {
  /// A count that is not negative; group separators and a sign of plus are forgiven.
  static func count(_ text: String) -> Int? {
    var value = 0
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39:
        digits += 1
        guard digits <= 18 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      case 0x2C, 0x2B, 0x20: continue
      case 0x2E: return digits > 0 ? value : nil
      default: return nil
      }
    }
    return digits > 0 ? value : nil
  }

  /// Seconds of `90`, `1:30`, `01:01:30` or `90.5`.
  static func duration(_ text: String) -> Int? {
    var total = 0
    for part in text.utf8.split(separator: 0x3A, omittingEmptySubsequences: false) {
      let number = String(decoding: trimmedXMLSpace(Array(part)[...]), as: UTF8.self)
      guard let value = count(number), total < 1_000_000 else { return nil }
      total = total * 60 + value
    }
    return total
  }

  /// `yes`, `true`, `1`, `explicit` and `no`, `false`, `0`, `clean`.
  static func flag(_ text: String?) -> Bool? {
    switch text?.lowercased() {
    case "yes", "true", "1", "explicit": return true
    case "no", "false", "0", "clean": return false
    default: return nil
    }
  }
}
