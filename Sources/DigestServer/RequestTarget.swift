// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// The path and the query of a request target.
struct RequestTarget {
  /// Bytes of the longest target that is looked at.
  static let limit = 4096

  /// Decoded, beginning with `/`.
  let path: String
  /// Undecoded, or `nil` without a question mark.
  let query: String?
  /// The authority of a target in absolute form, or `nil`.
  let authority: String?

  /// - Returns: `nil` when the target is neither a path nor an http address, or is badly encoded.
  init?(_ target: String) {
    var rest = Substring(target)
    var authority: String?
    if !rest.hasPrefix("/") {
      let lower = target.lowercased()
      guard let scheme = ["http://", "https://"].first(where: lower.hasPrefix) else { return nil }
      rest = rest.dropFirst(scheme.count)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
    }
    self.authority = authority
    let mark = rest.firstIndex(of: "?")
    let path = rest[..<(mark ?? rest.endIndex)]
    query = mark.map { String(rest[rest.index(after: $0)...]) }
    guard let decoded = RequestTarget.decoded(path, plusIsSpace: false) else { return nil }
    self.path = decoded.isEmpty ? "/" : decoded
  }

  /// The first value of `name` in the query, decoded as a form is.
  func parameter(_ name: String) -> String? {
    for pair in (query ?? "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard RequestTarget.decoded(parts[0], plusIsSpace: true) == name else { continue }
      return parts.count > 1 ? RequestTarget.decoded(parts[1], plusIsSpace: true) : ""
    }
    return nil
  }

  /// The text that percent signs stand for, or `nil` where one is not followed by two hex digits.
  private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String? {
    var bytes: [UInt8] = []
    let utf8 = Array(text.utf8)
    var place = 0
    while place < utf8.count {
      switch utf8[place] {
      case UInt8(ascii: "%"):
        guard place + 2 < utf8.count, let high = hex(utf8[place + 1]),
          let low = hex(utf8[place + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        place += 3
      case UInt8(ascii: "+") where plusIsSpace:
        bytes.append(0x20)
        place += 1
      default:
        bytes.append(utf8[place])
        place += 1
      }
    }
    return UTF8Repair.string(bytes).text
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
