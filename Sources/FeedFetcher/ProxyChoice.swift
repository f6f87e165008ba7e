// SPDX-License-Identifier: Apache-2.0

/// Which proxy an address is fetched through, by the variables that curl knows.
///
/// We decide it instead of libcurl because the check of addresses has to know whether the socket
/// leads to a proxy.
struct ProxyChoice: Sendable {
  private let environment: [String: String]

  init(environment: [String: String]) {
    let names = [
      "http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
    ]
    self.environment = environment.filter { names.contains($0.key) && !$0.value.isEmpty }
  }

  /// The proxy for an address, or `nil` for none.
  ///
  /// `HTTP_PROXY` in capitals is not read: a web server sets it from a header of a request.
  func proxy(scheme: String, host: String) -> String? {
    guard !environment.isEmpty else { return nil }
    let names = scheme == "https" ? ["https_proxy", "HTTPS_PROXY"] : ["http_proxy"]
    let chosen = (names + ["all_proxy", "ALL_PROXY"]).lazy.compactMap { environment[$0] }.first
    guard let chosen, !isExempt(host) else { return nil }
    return chosen
  }

  private func isExempt(_ host: String) -> Bool {
    guard let list = environment["no_proxy"] ?? environment["NO_PROXY"] else { return false }
    let host = ProxyChoice.bare(host)
    let address = ProxyChoice.ipv4(host)
    for entry in list.lowercased().split(whereSeparator: { $0 == "," || $0 == " " }) {
      if entry == "*" { return true }
      if let slash = entry.firstIndex(of: "/") {
        guard let address, let network = ProxyChoice.ipv4(String(entry[..<slash])),
          let bits = Int(entry[entry.index(after: slash)...]), (0...32).contains(bits)
        else { continue }
        let mask = bits == 0 ? 0 : UInt32.max << UInt32(32 - bits)
        if address & mask == network & mask { return true }
        continue
      }
      var name = ProxyChoice.bare(String(entry))
      if name.hasPrefix(".") { name.removeFirst() }
      if !name.isEmpty, host == name || (address == nil && host.hasSuffix("." + name)) {
        return true
      }
    }
    return false
  }

  /// In lower case, without brackets and without a final dot.
  private static func bare(_ host: String) -> String {
    var text = host.lowercased()
    if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private static func ipv4(_ text: String) -> UInt32? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard parts.count == 4 else { return nil }
    return parts.reduce(UInt32?(0)) { value, part in
      guard let value, let part else { return nil }
      return value << 8 | UInt32(part)
    }
  }
}
