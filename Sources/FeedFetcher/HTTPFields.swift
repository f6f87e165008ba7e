// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Dates of HTTP headers (RFC 9110, 5.6.7).
package enum HTTPDate {
  /// Seconds since 1970 of a date in one of the three forms, or `nil`.
  ///
  /// - Parameter text: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or
  ///   `Sun Nov  6 08:49:37 1994`.
  /// - Returns: The instant; years of two digits are read as 1970 to 2069.
  package static func seconds(_ text: String) -> Int? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" || $0 == "\t" }.map(String.init)
    guard words.count >= 5 else { return nil }
    let isASCTime = number(words[1]) == nil
    let place =
      isASCTime ? (day: 2, month: 1, year: 4, time: 3) : (day: 1, month: 2, year: 3, time: 4)
    guard let day = number(words[place.day]), let month = month(words[place.month]),
      var year = number(words[place.year]), let time = time(words[place.time])
    else { return nil }
    if words[place.year].utf8.count <= 2 { year += year < 70 ? 2000 : 1900 }
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    return date.daysSinceEpoch * 86_400 + time
  }

  private static func number(_ text: String) -> Int? {
    let valid = (1...9).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit)
    return valid ? Int(text) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func month(_ text: String) -> Int? {
    let names = "jan feb mar apr may jun jul aug sep oct nov dec".split(separator: " ")
    return names.firstIndex { $0 == text.lowercased().prefix(3) }.map { $0 + 1 }
  }

  private static func time(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
      number(String($0))
    }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
      hour < 24, minute < 60, second <= 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }
}

/// The header `Retry-After` (RFC 9110, 10.2.3).
package enum RetryAfter {
  /// Seconds to wait.
  ///
  /// - Parameters:
  ///   - text: A number of seconds or a date.
  ///   - now: Seconds since 1970.
  /// - Returns: 0 for a date that has passed; `nil` for anything else, negative numbers included.
  ///   Not capped; numbers too large for any clock become the largest one.
  package static func seconds(_ text: String, now: Int) -> Int? {
    let text = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Int(text) ?? Int.max
    }
    return HTTPDate.seconds(text).map { max(0, $0 - now) }
  }
}

/// The header `Cache-Control` (RFC 9111, 5.2.2).
package enum CacheControl {
  /// Seconds of freshness: `max-age`, or 0 for `no-store` and `no-cache`.
  ///
  /// - Parameter text: The header's value; several headers joined by commas.
  /// - Returns: `nil` when the header says nothing about it, or nothing that can be understood.
  package static func maxAge(_ text: String) -> Int? {
    var age: Int?
    for part in text.lowercased().split(separator: ",") {
      let fields = part.split(separator: "=", maxSplits: 1).map { field in
        String(field.filter { $0 != " " && $0 != "\t" && $0 != "\"" })
      }
      switch fields.first {
      case "no-store", "no-cache": return 0
      case "max-age" where fields.count == 2 && age == nil:
        let isNumber =
          !fields[1].isEmpty && fields[1].utf8.allSatisfy { (0x30...0x39).contains($0) }
        if isNumber { age = Int(fields[1]) ?? Int.max }
      default: break
      }
    }
    return age
  }
}
