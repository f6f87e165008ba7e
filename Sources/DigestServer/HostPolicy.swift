// SPDX-License-Identifier: Apache-2.0

/// Which names the server answers to.
///
/// A page of a stranger can have its own name resolve to this machine (DNS rebinding) and then read
/// whatever a server on loopback says. The name in `Host` stays the stranger's: it is refused.
package struct HostPolicy: Sendable {
  /// In lower case.
  private let names: Set<String>
  /// Whether any address, as opposed to a name, is ours: the server listens on more than loopback.
  private let takesAddresses: Bool

  /// - Parameters:
  ///   - names: Names besides those of loopback, such as that of the digest's own address.
  ///   - takesAddresses: Whether any IP address may be named, not only loopback's.
  package init(names: [String] = [], takesAddresses: Bool = false) {
    self.names = Set(names.map { $0.lowercased() })
    self.takesAddresses = takesAddresses
  }

  /// Whether a request for `host` (the field's value: name or address, perhaps a port) is for us.
  package func accepts(_ host: String) -> Bool {
    guard let name = HostPolicy.name(of: host.lowercased()) else { return false }
    if name == "localhost" || name.hasSuffix(".localhost") || names.contains(name) { return true }
    if name.hasPrefix("[") { return takesAddresses || name == "[::1]" }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let isAddress = parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    return isAddress && (takesAddresses || parts[0] == "127")
  }

  /// The host without its port, or `nil` when it is not well-formed.
  static func name(of host: String) -> String? {
    let end: String.Index
    if host.hasPrefix("[") {
      guard let bracket = host.firstIndex(of: "]") else { return nil }
      end = host.index(after: bracket)
      guard host[..<end].dropFirst().dropLast().allSatisfy({ $0.isHexDigit || ":.".contains($0) })
      else { return nil }
    } else {
      end = host.firstIndex(of: ":") ?? host.endIndex
      guard
        host[..<end].utf8.allSatisfy({ byte in
          (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
            || byte == 0x2E || byte == 0x5F
        })
      else { return nil }
    }
    let port = host[end...]
    guard port.isEmpty || (port.first == ":" && port.dropFirst().allSatisfy(\.isNumber)) else {
      return nil
    }
    return end == host.startIndex ? nil : String(host[..<end])
  }
}
