// SPDX-License-Identifier: Apache-2.0

/// The parts of an absolute URL, as far as a configuration has to check them (RFC 3986).
struct ConfiguredAddress {
  let scheme: String
  /// What stands before `@` in the authority, if anything.
  let userinfo: String?
  /// In lower case; an IPv6 address keeps its brackets.
  let host: String
  let port: Int?

  /// What is wrong with a URL.
  struct Refusal: Error {
    let message: String
    var suggestion: String?
  }

  /// Splits `text` and checks it.
  ///
  /// - Parameters:
  ///   - text: A URL; letters outside ASCII are allowed.
  ///   - schemes: Those that are allowed, in lower case.
  /// - Throws: What is wrong, in words.
  init(_ text: String, schemes: [String] = ["http", "https"]) throws(Refusal) {
    guard text.utf8.count <= 8192 else {
      throw Refusal(message: "this URL is longer than 8192 bytes")
    }
    let allowed = schemes.count == 2 ? schemes.joined(separator: " or ") : "a proxy's scheme"
    guard let separator = text.firstRange(of: "://") else {
      let guess = "https://" + text
      let isPlain =
        !text.contains(":") && text.contains(".") && (try? ConfiguredAddress(guess)) != nil
      throw Refusal(
        message: "\"\(text)\" is not a URL with \(allowed)",
        suggestion: isPlain ? guess : nil
      )
    }
    scheme = text[..<separator.lowerBound].lowercased()
    let rest = text[separator.upperBound...]
    guard schemes.contains(scheme) else {
      let guess = "https://" + rest
      throw Refusal(
        message: "\"\(scheme)\" is not \(allowed)",
        suggestion: scheme == "feed" || scheme == "htps" || scheme == "htttps" ? guess : nil
      )
    }
    if let bad = text.unicodeScalars.first(where: ConfiguredAddress.isForbidden) {
      let isSpace = bad == " "
      throw Refusal(
        message: isSpace ? "a URL has no spaces" : "a URL has no \"\(bad)\"",
        suggestion: isSpace ? text.split(separator: " ").joined(separator: "%20") : nil
      )
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let at = authority.lastIndex(of: "@")
    userinfo = at.map { String(authority[..<$0]) }
    let server = at.map { authority[authority.index(after: $0)...] } ?? authority
    (host, port) = try ConfiguredAddress.server(server)
  }

  private static func server(_ text: Substring) throws(Refusal) -> (String, Int?) {
    let colon: Substring.Index?
    if text.first == "[" {
      guard let close = text.firstIndex(of: "]"), text[..<close].dropFirst().contains(":") else {
        throw Refusal(message: "\"\(text)\" is not an IPv6 address")
      }
      let after = text.index(after: close)
      guard after == text.endIndex || text[after] == ":" else {
        throw Refusal(message: "\"\(text)\" is not an IPv6 address")
      }
      colon = after == text.endIndex ? nil : after
    } else {
      colon = text.firstIndex(of: ":")
    }
    let host = text[..<(colon ?? text.endIndex)].lowercased()
    guard !host.isEmpty else { throw Refusal(message: "this URL has no host") }
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    guard host.hasPrefix("[") || ValueForms.isHost(name) else {
      throw Refusal(message: "\"\(host)\" is not a host name")
    }
    guard let colon else { return (host, nil) }
    let digits = String(text[text.index(after: colon)...])
    if digits.isEmpty { return (host, nil) }
    guard let port = ValueForms.count(digits), (1...65_535).contains(port) else {
      throw Refusal(message: "\"\(digits)\" is not a port")
    }
    return (host, port)
  }

  /// White space, control characters, and what browsers and servers read differently.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0x200E, 0x200F,
      0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFD:
      true
    default: false
    }
  }
}
