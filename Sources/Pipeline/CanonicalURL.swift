// SPDX-License-Identifier: Apache-2.0

/// The form of an address by which two feeds are seen to link to the same page.
///
/// It is a key, never shown and never fetched: the scheme and `www.` are left out, tracking
/// parameters and the fragment dropped, the rest of the query sorted, escapes made uniform.
package enum CanonicalURL {
  /// Returns the key of `url`, or `nil` for anything but http(s) with a host and for a site's
  /// front page, which careless feeds give as the link of every item.
  package static func key(_ url: String) -> String? {
    let bytes = Array(url.utf8)
    guard let afterScheme = lengthOfScheme(bytes) else { return nil }
    var rest = bytes[afterScheme...]
    if let fragment = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<fragment] }
    let authorityEnd = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
    let authority = rest[..<(authorityEnd ?? rest.endIndex)]
    guard let host = host(of: authority) else { return nil }
    let tail = rest[(authorityEnd ?? rest.endIndex)...]
    let queryStart = tail.firstIndex(of: UInt8(ascii: "?"))
    var path = uniformEscapes(tail[..<(queryStart ?? tail.endIndex)])
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    let query = queryStart.map { sortedQuery(tail[tail.index(after: $0)...]) } ?? []
    guard !path.isEmpty || !query.isEmpty else { return nil }
    let key = host + path + (query.isEmpty ? [] : [UInt8(ascii: "?")] + query)
    return String(decoding: key, as: UTF8.self)
  }

  private static func lengthOfScheme(_ bytes: [UInt8]) -> Int? {
    for scheme in ["https://", "http://"] where bytes.count > scheme.utf8.count {
      if zip(bytes, scheme.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return scheme.utf8.count }
    }
    return nil
  }

  /// The host in lower case without `www.`, with its port unless that is the scheme's own.
  private static func host(of authority: ArraySlice<UInt8>) -> [UInt8]? {
    let start = authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
    var host = authority[start...].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    for port in [":80", ":443"] where host.ends(with: port) { host.removeLast(port.utf8.count) }
    while host.last == UInt8(ascii: ".") { host.removeLast() }
    if host.starts(with: "www.".utf8) { host.removeFirst(4) }
    return host.isEmpty ? nil : host
  }

  /// Parameters that say where the reader came from, never which page it is.
  private static let tracking: Set<String> = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid",
    "igsh", "mc_cid", "mc_eid", "mkt_tok", "_ga", "_gl", "_hsenc", "_hsmi", "vero_id",
    "oly_anon_id",
    "oly_enc_id", "wickedid", "ncid", "cmpid", "ref_src", "ref_url", "spm", "at_medium",
    "at_campaign", "__twitter_impression", "guccounter", "guce_referrer", "guce_referrer_sig",
  ]

  private static func sortedQuery(_ query: ArraySlice<UInt8>) -> [UInt8] {
    let pairs = query.split(separator: UInt8(ascii: "&")).filter { pair in
      let name = String(decoding: pair.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
        .lowercased()
      return !name.hasPrefix("utm_") && !name.hasPrefix("pk_") && !name.hasPrefix("mtm_")
        && !tracking.contains(name)
    }
    let uniform = pairs.map { uniformEscapes($0) }.sorted { $0.lexicographicallyPrecedes($1) }
    return Array(uniform.joined(separator: [UInt8(ascii: "&")]))
  }

  /// Decodes escapes of unreserved characters, writes others in upper case, and escapes raw
  /// non-ASCII bytes, so that an IRI and its URI are equal (RFC 3986, 6.2.2; RFC 3987, 3.1).
  private static func uniformEscapes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      if byte == UInt8(ascii: "%"), place + 2 < bytes.endIndex,
        let high = hexValue(bytes[place + 1]), let low = hexValue(bytes[place + 2])
      {
        append(high << 4 | low, into: &result, escaped: true)
        place += 3
      } else {
        append(byte, into: &result, escaped: byte <= 0x20 || byte >= 0x7F)
        place += 1
      }
    }
    return result
  }

  private static func append(_ byte: UInt8, into result: inout [UInt8], escaped: Bool) {
    let unreserved: Bool
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: unreserved = true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
      unreserved = true
    default: unreserved = false
    }
    guard escaped, !unreserved else { return result.append(byte) }
    let digits = Array("0123456789ABCDEF".utf8)
    result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
