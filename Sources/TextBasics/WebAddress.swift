// SPDX-License-Identifier: Apache-2.0

/// An absolute http or https address that may be shown and followed.
///
/// Refused is what disguises where a link leads: user information (`https://bank.example@evil/`),
/// backslashes (browsers read them as slashes), and hosts that are none.
package struct WebAddress: Sendable, Hashable {
  /// `http` or `https`.
  package let scheme: String
  /// In lower case, names in other scripts as Punycode (RFC 3492), IPv6 in brackets.
  package let host: String
  /// `nil` when it is the scheme's own.
  package let port: Int?
  /// Begins with a slash; percent-encoded where WHATWG URL demands it.
  package let path: String
  /// Without the question mark; percent-encoded.
  package let query: String?
  /// Without the number sign; percent-encoded.
  package let fragment: String?

  /// Takes an address as publishers write it, or returns `nil` when it is none to follow.
  package init?(_ text: String) {
    let reference = URLReference(text)
    guard let scheme = reference.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let authority = reference.authority, !authority.utf8.contains(UInt8(ascii: "@")),
      !authority.utf8.contains(UInt8(ascii: "\\")),
      !reference.path.utf8.contains(UInt8(ascii: "\\"))
    else { return nil }
    var name = authority[...]
    var port: Int?
    // The colon of a port lies behind the bracket of an IPv6 address.
    if let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")), !name[colon...].contains("]") {
      let digits = name[name.utf8.index(after: colon)...]
      if !digits.isEmpty {
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
          number <= 65535
        else { return nil }
        port = number == (scheme == "http" ? 80 : 443) ? nil : number
      }
      name = name[..<colon]
    }
    guard let host = WebAddress.host(String(name)) else { return nil }
    self.scheme = scheme
    self.host = host
    self.port = port
    let path = WebAddress.encoded(reference.path, alsoEncoding: "?`{}^")
    self.path = path.isEmpty ? "/" : path
    query = reference.query.map { WebAddress.encoded($0, alsoEncoding: "'") }
    fragment = reference.fragment.map { WebAddress.encoded($0, alsoEncoding: "`") }
  }

  /// Scheme, host and port: what a browser calls the origin.
  package var origin: String { scheme + "://" + host + (port.map { ":\($0)" } ?? "") }

  /// The whole address in ASCII.
  package var text: String {
    origin + path + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
  }

  /// Whether `text` is an absolute http or https address that may be followed.
  package static func isWebAddress(_ text: String) -> Bool { WebAddress(text) != nil }

  // MARK: Host

  private static func host(_ name: String) -> String? {
    if name.utf8.first == UInt8(ascii: "[") {
      let inner = name.utf8.dropFirst().dropLast()
      let isAddress = inner.allSatisfy { byte in
        (0x30...0x3A).contains(byte) || (0x61...0x66).contains(byte | 0x20)
          || byte == UInt8(ascii: ".")
      }
      guard name.utf8.last == UInt8(ascii: "]"), inner.count >= 2, isAddress else { return nil }
      return name.lowercased()
    }
    guard let name = decoded(name) else { return nil }
    var labels: [String] = [""]
    for scalar in name.unicodeScalars {
      switch scalar {
      case ".", "\u{3002}", "\u{FF0E}", "\u{FF61}": labels.append("")
      case "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}": continue  // UTS 46 ignores them
      default: labels[labels.count - 1].unicodeScalars.append(contentsOf: mapped(scalar))
      }
    }
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    var result: [String] = []
    for label in labels {
      guard !label.isEmpty, let ascii = Punycode.label(label), ascii.utf8.count <= 63 else {
        return nil
      }
      result.append(ascii)
    }
    let host = result.joined(separator: ".")
    return host.utf8.count <= 253 ? host : nil
  }

  /// The part of the mapping of UTS 46 that needs no tables: lower case and full width.
  private static func mapped(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    if (0xFF01...0xFF5E).contains(scalar.value),
      let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
    {
      return narrow.properties.lowercaseMapping.unicodeScalars
    }
    return scalar.properties.lowercaseMapping.unicodeScalars
  }

  /// A host is decoded before it is read (WHATWG URL, 3.5), so that no dot hides in `%2E`.
  private static func decoded(_ host: String) -> String? {
    guard host.utf8.contains(UInt8(ascii: "%")) else { return host }
    let bytes = Array(host.utf8)
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%") {
        guard place + 2 < bytes.count,
          let value = UInt8(
            String(decoding: bytes[place + 1...place + 2], as: UTF8.self),
            radix: 16
          )
        else { return nil }
        result.append(value)
        place += 3
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(validating: result, as: UTF8.self)
  }

  // MARK: Percent-encoding

  private static func encoded(_ text: String, alsoEncoding extra: StaticString) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      let isUnsafe =
        byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<")
        || byte == UInt8(ascii: ">") || contains(extra, byte)
      if isUnsafe {
        result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func contains(_ set: StaticString, _ byte: UInt8) -> Bool {
    for index in 0..<set.utf8CodeUnitCount where unsafe set.utf8Start[index] == byte {
      return true
    }
    return false
  }
}

/// Host names in other scripts, as DNS carries them (RFC 3492).
package enum Punycode {
  /// Returns `label` in ASCII, with `xn--` when it needs it, or `nil` when no host has such a name.
  package static func label(_ label: String) -> String? {
    let scalars = Array(label.unicodeScalars)
    let isForbidden = scalars.contains { scalar in
      switch scalar.value {
      case 0...0x20, 0x7F...0x9F: true
      case 0x22...0x2C, 0x2F, 0x3A...0x40, 0x5B...0x5E, 0x60, 0x7B...0x7D: true
      // Marks that nobody sees make two names look alike. ZWNJ and ZWJ belong to scripts.
      case 0x200E...0x200F, 0x2028...0x202F, 0x2066...0x206F, 0xFFF0...0xFFFF: true
      default: false
      }
    }
    if isForbidden { return nil }
    if scalars.allSatisfy({ $0.isASCII }) { return label }
    return encode(scalars).map { "xn--" + $0 }
  }

  /// Section 6.3; `nil` on overflow.
  private static func encode(_ scalars: [Unicode.Scalar]) -> String? {
    var output = scalars.filter { $0.isASCII }.map { UInt8(truncatingIfNeeded: $0.value) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var (code, delta, bias, handled) = (128, 0, 72, basic)
    while handled < scalars.count {
      guard let next = scalars.lazy.map({ Int($0.value) }).filter({ $0 >= code }).min() else {
        return nil
      }
      let (step, overflow) = (next - code).multipliedReportingOverflow(by: handled + 1)
      if overflow { return nil }
      delta += step
      code = next
      for scalar in scalars {
        if scalar.value < code { delta += 1 }
        if scalar.value == code {
          append(delta, bias: bias, to: &output)
          bias = adapted(delta, points: handled + 1, isFirst: handled == basic)
          delta = 0
          handled += 1
        }
      }
      delta += 1
      code += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ delta: Int, bias: Int, to output: inout [UInt8]) {
    func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30) }
    var rest = delta
    var position = 36
    while true {
      let threshold = position <= bias ? 1 : position >= bias + 26 ? 26 : position - bias
      if rest < threshold { break }
      output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
      rest = (rest - threshold) / (36 - threshold)
      position += 36
    }
    output.append(digit(rest))
  }

  private static func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / points
    var offset = 0
    while delta > 455 {
      delta /= 35
      offset += 36
    }
    return offset + 36 * delta / (delta + 38)
  }
}
