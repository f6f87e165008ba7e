// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Dates of HTTP (RFC 9110, 5.6.7).
enum HTTPDate {
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func text(_ seconds: Int) -> String {
    let date = CivilDate(daysSinceEpoch: seconds / 86_400)
    let parts = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60].map(two)
    return "\(days[date.weekday]), \(two(date.day)) \(months[date.month - 1]) \(date.year) "
      + parts.joined(separator: ":") + " GMT"
  }

  /// Seconds since 1970, or `nil` when `text` is in none of the three forms.
  static func seconds(_ text: String) -> Int? {
    let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
    // `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`
    if words.count == 6, words[5] == "GMT" {
      return seconds(day: words[1], month: words[2], year: words[3], time: words[4])
    }
    // `Sun Nov  6 08:49:37 1994`
    guard words.count == 5 else { return nil }
    return seconds(day: words[2], month: words[1], year: words[4], time: words[3])
  }

  private static func seconds(day: String, month: String, year: String, time: String) -> Int? {
    let clock = time.split(separator: ":").map { Int($0) ?? -1 }
    guard let month = months.firstIndex(of: month), let day = Int(day), var year = Int(year),
      clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    // Two digits: no date of ours lies before 1970.
    if (0..<100).contains(year) { year += year < 70 ? 2000 : 1900 }
    guard (1970...9999).contains(year),
      let date = CivilDate(year: year, month: month + 1, day: day)
    else { return nil }
    return date.daysSinceEpoch * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
