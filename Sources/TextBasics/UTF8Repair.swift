// SPDX-License-Identifier: Apache-2.0

/// Bytes that claim to be UTF-8, made into text that is.
package enum UTF8Repair {
  /// Decodes `bytes` as the WHATWG Encoding Standard does: each maximal part of a sequence that
  /// cannot go on becomes one U+FFFD.
  ///
  /// - Returns: The text and the number of places where something was replaced.
  package static func string(_ bytes: [UInt8]) -> (text: String, replaced: Int) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, 0) }
    let (repaired, replaced) = Self.bytes(bytes)
    return (String(decoding: repaired, as: UTF8.self), replaced)
  }

  /// The same for bytes that stay bytes.
  package static func bytes(_ bytes: [UInt8]) -> (bytes: [UInt8], replaced: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var replaced = 0
    var place = 0
    var copied = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place += 1
        continue
      }
      let (length, valid) = sequence(bytes, at: place)
      if !valid {
        result += bytes[copied..<place]
        result += [0xEF, 0xBF, 0xBD]
        replaced += 1
        copied = place + length
      }
      place += length
    }
    result += bytes[copied...]
    return (result, replaced)
  }

  /// Whether `bytes` are valid UTF-8.
  package static func isValid(_ bytes: [UInt8]) -> Bool { UTF8Check.run(bytes.span).isUTF8 }

  /// Whether `bytes` are valid UTF-8 and whether they are ASCII, by one look at them.
  package static func check(_ bytes: Span<UInt8>) -> (isUTF8: Bool, isASCII: Bool) {
    UTF8Check.run(bytes)
  }

  /// The number of places that are not UTF-8; 0 for valid text.
  ///
  /// A sequence that only the end cuts short does not count when `isPrefix` is set.
  package static func faults(in bytes: [UInt8], isPrefix: Bool = false) -> Int {
    var faults = 0
    var place = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place += 1
        continue
      }
      let (length, valid) = sequence(bytes, at: place)
      place += length
      if !valid, !(isPrefix && place == bytes.count) { faults += 1 }
    }
    return faults
  }

  /// The length of the sequence at `place`, or of the part of it that is one fault (Unicode 3.9,
  /// table 3-7).
  private static func sequence(_ bytes: [UInt8], at place: Int) -> (length: Int, valid: Bool) {
    let lead = bytes[place]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    for offset in 1..<length {
      let index = place + offset
      guard index < bytes.count else { return (offset, false) }
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[index]) else { return (offset, false) }
    }
    return (length, true)
  }

  /// Appends the UTF-8 of `scalar`.
  package static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    let value = scalar.value
    switch value {
    case 0..<0x80: bytes.append(UInt8(value))
    case 0x80..<0x800:
      bytes.append(0xC0 | UInt8(value >> 6))
      bytes.append(0x80 | UInt8(value & 0x3F))
    case 0x800..<0x10000:
      bytes.append(0xE0 | UInt8(value >> 12))
      bytes.append(0x80 | UInt8(value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(value & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(value >> 18))
      bytes.append(0x80 | UInt8(value >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(value >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(value & 0x3F))
    }
  }
}
