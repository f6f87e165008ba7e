// SPDX-License-Identifier: Apache-2.0

/// Tells addresses of the open internet from those that a feed has no business to reach.
///
/// Checked on the socket's address after names are resolved, so that no name can hide one.
enum AddressCheck {
  /// Whether an IPv4 address is globally reachable (IANA special-purpose registry, RFC 6890).
  static func isPublic(v4 bytes: [UInt8]) -> Bool {
    guard bytes.count == 4 else { return false }
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (10, _, _), (127, _, _): return false
    case (100, 64...127, _): return false  // carrier-grade NAT, RFC 6598
    case (169, 254, _): return false
    case (172, 16...31, _): return false
    case (192, 168, _), (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): return false
    case (192, 88, 99): return false  // 6to4 relays, RFC 7526
    case (198, 18...19, _): return false  // benchmarks, RFC 2544
    case (224..., _, _): return false  // multicast, reserved, broadcast
    default: return true
    }
  }

  /// Whether an IPv6 address is globally reachable; embedded IPv4 addresses are looked into.
  static func isPublic(v6 bytes: [UInt8]) -> Bool {
    guard bytes.count == 16 else { return false }
    let prefix = bytes.prefix(12)
    // ::/96 (unspecified, loopback, v4-compatible) and ::ffff:0:0/96 (v4-mapped): no host of the
    // open internet is reached by them.
    if prefix.prefix(10).allSatisfy({ $0 == 0 }) { return false }
    // 64:ff9b::/96 and 64:ff9b:1::/48, NAT64 (RFC 6052, RFC 8215).
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return false }
    // Only 2000::/3 is global unicast: this leaves out fc00::/7, fe80::/10, fec0::/10, ff00::/8.
    guard bytes[0] & 0xE0 == 0x20 else { return false }
    if bytes.starts(with: [0x20, 0x02]) { return isPublic(v4: Array(bytes[2..<6])) }  // 6to4
    // 2001::/23: protocol assignments, Teredo among them; 2001:db8::/32: documentation.
    if bytes[0] == 0x20, bytes[1] == 0x01 {
      if bytes[2] < 0x02 { return false }
      if bytes[2] == 0x0D, bytes[3] == 0xB8 { return false }
    }
    // 3fff::/20: documentation (RFC 9637).
    if bytes[0] == 0x3F, bytes[1] == 0xFF, bytes[2] & 0xF0 == 0 { return false }
    return true
  }

  /// Whether an address of either family is link-local, unspecified or multicast.
  static func isLinkLocal(_ bytes: [UInt8]) -> Bool {
    if bytes.count == 4 {
      return bytes[0] == 0 || bytes.starts(with: [169, 254]) || bytes[0] >= 224
    }
    guard bytes.count == 16 else { return true }
    if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == bytes[11] {
      let embedded = Array(bytes[12...])
      return embedded != [0, 0, 0, 1] && isLinkLocal(embedded)
    }
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return isLinkLocal(Array(bytes[12...])) }
    return bytes[0] == 0xFF || (bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80)
  }

  /// The address as text, without zone.
  static func text(v4 bytes: [UInt8]) -> String { bytes.map(String.init).joined(separator: ".") }

  /// The address as text; zeros are not shortened but for the longest run (RFC 5952).
  static func text(v6 bytes: [UInt8]) -> String {
    guard bytes.count == 16 else { return "?" }
    let groups = (0..<8).map { UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]) }
    var best = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || groups[index] != 0 {
      if index - start > max(best.count, 1) { best = start..<index }
      start = index + 1
    }
    func hex(_ range: Range<Int>) -> String {
      groups[range].map { String($0, radix: 16) }.joined(separator: ":")
    }
    return best.isEmpty ? hex(0..<8) : hex(0..<best.lowerBound) + "::" + hex(best.upperBound..<8)
  }
}
