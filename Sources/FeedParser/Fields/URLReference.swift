// SPDX-License-Identifier: Apache-2.0

/// References resolved against a base (RFC 3986, section 5), kept as IRIs.
enum URLReference {
  /// The parts of a reference (RFC 3986, appendix B).
  private struct Parts {
    var scheme: Substring.UTF8View?
    var authority: Substring.UTF8View?
    var path: Substring.UTF8View
    var query: Substring.UTF8View?
    var fragment: Substring.UTF8View?

    init(_ text: String) {
      var rest = text[...].utf8
      if let colon = rest.firstIndex(where: { [0x3A, 0x2F, 0x3F, 0x23].contains($0) }),
        rest[colon] == 0x3A, Parts.isScheme(rest[..<colon])
      {
        scheme = rest[..<colon]
        rest = rest[rest.index(after: colon)...]
      }
      if let hash = rest.firstIndex(of: 0x23) {
        fragment = rest[rest.index(after: hash)...]
        rest = rest[..<hash]
      }
      if let question = rest.firstIndex(of: 0x3F) {
        query = rest[rest.index(after: question)...]
        rest = rest[..<question]
      }
      if rest.starts(with: [0x2F, 0x2F]) {
        rest = rest.dropFirst(2)
        let slash = rest.firstIndex(of: 0x2F) ?? rest.endIndex
        authority = rest[..<slash]
        rest = rest[slash...]
      }
      path = rest
    }

    private static func isScheme(_ text: Substring.UTF8View) -> Bool {
      guard let first = text.first, (0x61...0x7A).contains(first | 0x20) else { return false }
      return text.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B
          || $0 == 0x2D || $0 == 0x2E
      }
    }
  }

  /// Whether `text` has a scheme.
  static func isAbsolute(_ text: String) -> Bool { Parts(text).scheme != nil }

  /// The target of `reference` seen from `base`; `reference` itself when `base` gives nothing.
  static func resolve(_ reference: String, base: String?) -> String {
    guard let base, !base.isEmpty else { return reference }
    let target = Parts(reference)
    if target.scheme != nil { return reference }
    let origin = Parts(base)
    if reference.isEmpty {
      return join(origin.scheme, origin.authority, Array(origin.path), origin.query, nil)
    }
    if target.authority != nil {
      return join(
        origin.scheme,
        target.authority,
        withoutDots(Array(target.path)),
        target.query,
        target.fragment
      )
    }
    if target.path.isEmpty {
      return join(
        origin.scheme,
        origin.authority,
        Array(origin.path),
        target.query ?? origin.query,
        target.fragment
      )
    }
    var path: [UInt8]
    if target.path.first == 0x2F {
      path = Array(target.path)
    } else if origin.authority != nil, origin.path.isEmpty {
      path = [0x2F] + Array(target.path)
    } else {
      let whole = Array(origin.path)
      let folder = whole.lastIndex(of: 0x2F).map { whole[...$0] } ?? []
      path = Array(folder) + Array(target.path)
    }
    path = withoutDots(path)
    return join(origin.scheme, origin.authority, path, target.query, target.fragment)
  }

  private static func join(
    _ scheme: Substring.UTF8View?,
    _ authority: Substring.UTF8View?,
    _ path: [UInt8],
    _ query: Substring.UTF8View?,
    _ fragment: Substring.UTF8View?
  ) -> String {
    var bytes: [UInt8] = []
    if let scheme { bytes += Array(scheme) + [0x3A] }
    if let authority { bytes += [0x2F, 0x2F] + Array(authority) }
    bytes += path
    if let query { bytes += [0x3F] + Array(query) }
    if let fragment { bytes += [0x23] + Array(fragment) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Removes dot segments (5.2.4).
  private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
    guard path.contains(0x2E) else { return path }
    var result: [ArraySlice<UInt8>] = []
    let absolute = path.first == 0x2F
    let segments = path.split(separator: 0x2F, omittingEmptySubsequences: false)
    for (place, segment) in segments.enumerated() {
      let isLast = place == segments.count - 1
      if segment.elementsEqual([0x2E]) {
        if isLast { result.append([]) }
      } else if segment.elementsEqual([0x2E, 0x2E]) {
        if result.count > (absolute ? 1 : 0) { result.removeLast() }
        if isLast { result.append([]) }
      } else {
        result.append(segment)
      }
    }
    return Array(result.joined(separator: [0x2F]))
  }
}
