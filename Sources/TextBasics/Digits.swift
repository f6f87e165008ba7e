// SPDX-License-Identifier: Apache-2.0

/// Decimal digits of any script.
package enum Digits {
  /// Returns the value 0…9 of a decimal digit (general category Nd), or `nil`.
  package static func ascii(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    switch value {
    case 0x30...0x39: return UInt8(value - 0x30)
    case 0x660...0x669: return UInt8(value - 0x660)
    case 0x6F0...0x6F9: return UInt8(value - 0x6F0)
    case 0xFF10...0xFF19: return UInt8(value - 0xFF10)
    case 0..<0x7C0: return nil
    default: break
    }
    guard scalar.properties.generalCategory == .decimalNumber,
      let number = scalar.properties.numericValue
    else { return nil }
    return UInt8(number)
  }

  /// Returns `text` with every decimal digit written in ASCII.
  package static func ascii(in text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x80, let digit = ascii(scalar) {
        result.append(Unicode.Scalar(0x30 + digit))
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
