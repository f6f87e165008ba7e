// SPDX-License-Identifier: Apache-2.0

/// A URI or IRI reference, cut into its parts (RFC 3986, appendix B; RFC 3987).
///
/// Nothing is refused and nothing is encoded: what publishers write stays as they wrote it.
package struct URLReference: Sendable, Hashable {
  /// As written, without the colon; `nil` in a relative reference.
  package var scheme: String?
  /// Host with user information and port, without the slashes.
  package var authority: String?
  package var path: String
  /// Without the question mark.
  package var query: String?
  /// Without the number sign.
  package var fragment: String?

  /// Cuts `text`; white space and controls around it and line breaks and tabs inside it are dropped
  /// (WHATWG URL, 4.4).
  package init(_ text: String) {
    let bytes = URLReference.cleaned(text)
    var rest = bytes[...]
    func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = string(rest[(mark + 1)...])
      rest = rest[..<mark]
    }
    if let colon = URLReference.endOfScheme(rest) {
      scheme = string(rest[..<colon])
      rest = rest[(colon + 1)...]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = string(rest[(mark + 1)...])
      rest = rest[..<mark]
    }
    if rest.starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")]) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = string(rest[..<end])
      rest = rest[end...]
    }
    path = string(rest)
  }

  /// The parts put together again (5.3).
  package var text: String {
    var result = ""
    if let scheme { result += scheme + ":" }
    if let authority { result += "//" + authority }
    result += path
    if let query { result += "?" + query }
    if let fragment { result += "#" + fragment }
    return result
  }

  /// Returns the absolute form of `reference` as seen from `base` (5.2.2).
  ///
  /// A reference with a scheme of its own comes back as it is; so does any reference when `base`
  /// is missing or cannot carry it (`mailto:`, `urn:`).
  package static func resolve(_ reference: String, against base: String?) -> String {
    let target = URLReference(reference)
    guard target.scheme == nil, let base, !base.isEmpty else { return target.text }
    let start = URLReference(base)
    return target.resolved(against: start).text
  }

  /// The same for references that are already cut.
  package func resolved(against base: URLReference) -> URLReference {
    var result = self
    if scheme != nil { return self }
    let isOpaque =
      base.scheme != nil && base.authority == nil && !base.path.utf8.starts(with: "/".utf8)
    if isOpaque, !(path.isEmpty && query == nil && authority == nil) { return self }
    result.scheme = base.scheme
    if authority != nil {
      result.path = URLReference.withoutDots(path)
      return result
    }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      result.query = query ?? base.query
      // "" means the document itself, whose fragment is not part of its address.
      return result
    }
    if path.utf8.first == UInt8(ascii: "/") {
      result.path = URLReference.withoutDots(path)
    } else {
      result.path = URLReference.withoutDots(URLReference.merged(base, path))
    }
    return result
  }

  /// 5.2.3: `path` in the place of the last segment of the base's path.
  private static func merged(_ base: URLReference, _ path: String) -> String {
    if base.authority != nil, base.path.isEmpty { return "/" + path }
    let folder = base.path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return (folder.map { base.path[...$0] } ?? "") + path
  }

  /// 5.2.4: without the segments `.` and `..`.
  private static func withoutDots(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var kept: [Substring.UTF8View] = []
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      if segment.elementsEqual(".".utf8) {
        if isLast { kept.append(""[...].utf8) }
      } else if segment.elementsEqual("..".utf8) {
        // The empty segment before the first slash is the root: nothing lies above it.
        if kept.count > (isAbsolute ? 1 : 0) { kept.removeLast() }
        if isLast { kept.append(""[...].utf8) }
      } else {
        kept.append(segment)
      }
    }
    return kept.map { String($0) ?? "" }.joined(separator: "/")
  }

  private static func endOfScheme(_ bytes: ArraySlice<UInt8>) -> Int? {
    for (index, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: continue
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == bytes.startIndex { return nil }
      case UInt8(ascii: ":"): return index == bytes.startIndex ? nil : index
      default: return nil
      }
    }
    return nil
  }

  private static func cleaned(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    let isBlank: (UInt8) -> Bool = { $0 <= 0x20 || $0 == 0x7F }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    bytes.removeFirst(bytes.prefix(while: isBlank).count)
    bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return bytes
  }
}
