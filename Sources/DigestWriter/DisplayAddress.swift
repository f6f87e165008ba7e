// SPDX-License-Identifier: Apache-2.0

/// Addresses that may stand in the digest: absolute, http or https, without surprises.
enum DisplayAddress {
  /// Longer ones are left out: they would crowd out the stories.
  static let longest = 2048

  /// `text` if it is one, with what RFC 3986 forbids percent-encoded; else `nil`.
  ///
  /// Refused: other schemes, no host, userinfo, a backslash, controls and white space inside.
  static func checked(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= longest, let start = schemeEnd(bytes) else { return nil }
    let authorityEnd =
      bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
    let host = bytes[start..<authorityEnd]
    guard isHost(host) else { return nil }
    var result = start == 8 ? "https://" : "http://"
    result += String(decoding: host, as: UTF8.self)
    for byte in bytes[authorityEnd...] {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "\\"): return nil
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"),
        UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "^"),
        UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "]"), 0x80...0xFF:
        result += "%" + hex(byte >> 4) + hex(byte & 15)
      default: result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result.utf8.count <= longest * 3 ? result : nil
  }

  /// The host of a checked address, without its port.
  static func host(of address: String) -> String {
    let rest = address.drop { $0 != "/" }.dropFirst(2)
    return String(rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" })
  }

  private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
    for scheme in ["https://", "http://"] {
      let wanted = Array(scheme.utf8)
      guard bytes.count > wanted.count else { continue }
      let same = zip(bytes, wanted).allSatisfy { given, letter in
        given == letter || (0x41...0x5A).contains(given) && given | 0x20 == letter
      }
      if same { return wanted.count }
    }
    return nil
  }

  /// Letters, digits, dots and hyphens, a port; an IPv6 address in brackets.
  private static func isHost(_ host: ArraySlice<UInt8>) -> Bool {
    guard let first = host.first, first != UInt8(ascii: "."), first != UInt8(ascii: ":") else {
      return false
    }
    if first == UInt8(ascii: "[") {
      return host.allSatisfy { "[]:.0123456789abcdefABCDEF".utf8.contains($0) }
        && host.filter { $0 == UInt8(ascii: "]") }.count == 1
    }
    let colons = host.filter { $0 == UInt8(ascii: ":") }.count
    return colons <= 1
      && host.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
          UInt8(ascii: "_"), UInt8(ascii: ":"):
          true
        default: false
        }
      }
  }

  private static func hex(_ nibble: UInt8) -> String {
    String(nibble, radix: 16, uppercase: true)
  }
}
