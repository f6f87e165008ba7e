// SPDX-License-Identifier: Apache-2.0

/// Instants as text in the form of RFC 3339, always UTC: what we write, and what `--now` takes.
package enum Timestamp {
  /// `2025-11-17T07:30:00Z` for `seconds` since 1970.
  package static func text(_ seconds: Int) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    let date = CivilDate(daysSinceEpoch: days)
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2) + "T"
      + padded(rest / 3600, 2) + ":" + padded(rest / 60 % 60, 2) + ":" + padded(rest % 60, 2) + "Z"
  }

  /// Reads a date-time of RFC 3339 (section 5.6), or a date alone as its midnight in UTC.
  ///
  /// Returns seconds since 1970 without the fraction, or `nil` when `text` is anything else.
  package static func seconds(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    func number(_ from: Int, _ count: Int) -> Int? {
      guard from + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[from..<from + count] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    func sign(_ place: Int, _ allowed: String) -> Bool {
      place < bytes.count && allowed.utf8.contains(bytes[place])
    }
    guard let year = number(0, 4), sign(4, "-"), let month = number(5, 2), sign(7, "-"),
      let day = number(8, 2), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    let midnight = date.daysSinceEpoch * 86_400
    if bytes.count == 10 { return midnight }
    guard sign(10, "Tt "), let hour = number(11, 2), sign(13, ":"), let minute = number(14, 2),
      sign(16, ":"), let second = number(17, 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    var place = 19
    if sign(place, ".") {
      place += 1
      let start = place
      while sign(place, "0123456789") { place += 1 }
      guard place > start else { return nil }
    }
    let time = midnight + hour * 3600 + minute * 60 + second
    if sign(place, "Zz") { return place + 1 == bytes.count ? time : nil }
    guard sign(place, "+-"), let zoneHour = number(place + 1, 2), sign(place + 3, ":"),
      let zoneMinute = number(place + 4, 2), zoneHour < 24, zoneMinute < 60,
      place + 6 == bytes.count
    else { return nil }
    let zone = zoneHour * 3600 + zoneMinute * 60
    return sign(place, "-") ? time + zone : time - zone
  }

  /// Seconds in the words of a person: `45 s`, `30 min`, `3 h 20 min`, `2 d 4 h`.
  package static func duration(_ seconds: Int) -> String {
    let seconds = max(seconds, 0)
    if seconds < 120 { return "\(seconds) s" }
    let minutes = (seconds + 30) / 60
    if minutes < 120 { return "\(minutes) min" }
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    if hours < 48 { return rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min" }
    let (days, left) = hours.quotientAndRemainder(dividingBy: 24)
    return left == 0 ? "\(days) d" : "\(days) d \(left) h"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
