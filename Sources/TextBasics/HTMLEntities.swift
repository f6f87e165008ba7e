// SPDX-License-Identifier: Apache-2.0

/// The named and numeric character references of HTML (WHATWG HTML, 13.2.5.72–80 and 13.5).
package enum HTMLEntities {
  /// Returns the text of the reference `&name;`, or `nil` when HTML has no such name.
  ///
  /// `name` comes without the ampersand; a semicolon at its end is allowed. Case matters.
  package static func text(named name: String) -> String? {
    var bytes = Array(name.utf8)
    if bytes.last == UInt8(ascii: ";") { bytes.removeLast() }
    guard let entry = entry(named: bytes[...]) else { return nil }
    var text: [UInt8] = []
    entry.append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Returns `text` with its references decoded once; what is no reference stays as it is.
  ///
  /// In an attribute a legacy name without semicolon (`&copy`) is no reference when `=`, a letter
  /// or a digit follows, so that the query `?a=1&copy=2` survives.
  package static func decode(_ text: String, inAttribute: Bool = false) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    append(bytes, bytes.indices, inAttribute: inAttribute, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends the bytes in `range` of `bytes` to `result`, references decoded once.
  package static func append(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    inAttribute: Bool,
    to result: inout [UInt8]
  ) {
    var place = range.lowerBound
    var copied = place
    while place < range.upperBound {
      guard bytes[place] == UInt8(ascii: "&") else {
        place += 1
        continue
      }
      result += bytes[copied..<place]
      if let next = appendReference(bytes, place..<range.upperBound, inAttribute, to: &result) {
        place = next
        copied = next
      } else {
        copied = place
        place += 1
      }
    }
    result += bytes[copied..<range.upperBound]
  }

  /// Decodes the reference whose ampersand is the first byte of `range`.
  ///
  /// Returns the place behind the reference, or `nil` (and appends nothing) when it is none.
  package static func appendReference(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ inAttribute: Bool,
    to result: inout [UInt8]
  ) -> Int? {
    let start = range.lowerBound + 1
    guard start < range.upperBound else { return nil }
    if bytes[start] == UInt8(ascii: "#") {
      return appendNumeric(bytes, start + 1..<range.upperBound, to: &result)
    }
    var end = start
    while end < range.upperBound, isAlphanumeric(bytes[end]), end - start <= longestName {
      end += 1
    }
    if end < range.upperBound, bytes[end] == UInt8(ascii: ";"),
      let entry = entry(named: bytes[start..<end])
    {
      entry.append(to: &result)
      return end + 1
    }
    // The longest legacy name that the run begins with.
    var length = min(end - start, longestLegacyName)
    while length >= 2 {
      defer { length -= 1 }
      guard let entry = entry(named: bytes[start..<start + length]), entry.isLegacy else {
        continue
      }
      let next = start + length
      if inAttribute, next < range.upperBound,
        bytes[next] == UInt8(ascii: "=") || isAlphanumeric(bytes[next])
      {
        return nil
      }
      entry.append(to: &result)
      return next
    }
    return nil
  }

  private static func appendNumeric(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    to result: inout [UInt8]
  ) -> Int? {
    var place = range.lowerBound
    guard place < range.upperBound else { return nil }
    let isHex = bytes[place] | 0x20 == UInt8(ascii: "x")
    if isHex { place += 1 }
    let first = place
    var value: UInt32 = 0
    while place < range.upperBound, let digit = digit(bytes[place], isHex: isHex) {
      value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x110000)
      place += 1
    }
    guard place > first else { return nil }
    if place < range.upperBound, bytes[place] == UInt8(ascii: ";") { place += 1 }
    UTF8Repair.append(scalar(numbered: value), to: &result)
    return place
  }

  /// The character that a numeric reference stands for: C1 controls mean windows-1252, what
  /// Unicode cannot encode becomes U+FFFD.
  package static func scalar(numbered value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value), let meant = Unicode.Scalar(windows1252[Int(value) - 0x80]) {
      return meant
    }
    return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  private static let longestName = 31
  private static let longestLegacyName = 6

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46 where isHex: byte - 0x41 + 10
    case 0x61...0x66 where isHex: byte - 0x61 + 10
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  // MARK: The table

  private struct Entry {
    let name: Range<Int>
    let isLegacy: Bool
    let first: Unicode.Scalar
    let second: Unicode.Scalar?

    func append(to result: inout [UInt8]) {
      UTF8Repair.append(first, to: &result)
      if let second { UTF8Repair.append(second, to: &result) }
    }
  }

  /// Binary search by bytes.
  private static func entry(named name: ArraySlice<UInt8>) -> Entry? {
    guard !name.isEmpty, name.count <= longestName else { return nil }
    let (bytes, entries) = index
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      switch compare(name, bytes[entry.name]) {
      case 0: return entry
      case ..<0: high = middle
      default: low = middle + 1
      }
    }
    return nil
  }

  private static func compare(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    var (l, r) = (left.startIndex, right.startIndex)
    while l < left.endIndex, r < right.endIndex {
      if left[l] != right[r] { return Int(left[l]) - Int(right[r]) }
      l += 1
      r += 1
    }
    return left.count - right.count
  }

  /// The table with the place of each entry, read once.
  private static let index: (bytes: [UInt8], entries: [Entry]) = {
    let bytes = Array(table.description.utf8)
    var entries: [Entry] = []
    entries.reserveCapacity(2125)
    var place = 0
    while place < bytes.count {
      let start = place
      while isAlphanumeric(bytes[place]) { place += 1 }
      let name = start..<place
      let isLegacy = bytes[place] == UInt8(ascii: "!")
      var values: [UInt32] = []
      repeat {
        place += 1
        var value: UInt32 = 0
        while place < bytes.count, let digit = digit(bytes[place], isHex: true) {
          value = value * 16 + UInt32(digit)
          place += 1
        }
        values.append(value)
      } while place < bytes.count && bytes[place] == UInt8(ascii: "+")
      place += 1
      let first = Unicode.Scalar(values[0]) ?? "\u{FFFD}"
      let second = values.count > 1 ? Unicode.Scalar(values[1]) : nil
      entries.append(Entry(name: name, isLegacy: isLegacy, first: first, second: second))
    }
    return (bytes, entries)
  }()
}
