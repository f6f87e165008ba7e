// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Instants as people of a language write them, always UTC.
///
/// Digits are grouped by slashes and colons, never hyphens: in a right-to-left line the parts of
/// `2026-11-16` change places (UAX #9: the hyphen is a European *separator* there), those of
/// `2026/11/16` do not (the slash is a *common* separator).
enum DisplayDate {
  /// The years that RFC 3339 can write.
  static let range = 0...253_402_300_799

  /// `2026/11/16`, in Persian the Jalali `۱۴۰۵/۰۸/۲۵`.
  static func day(_ seconds: Int, in language: Language) -> String {
    let civil = CivilDate(daysSinceEpoch: seconds / 86_400)
    if language == .persian, let jalali = JalaliDate(civil) {
      return persian(join(jalali.year, jalali.month, jalali.day))
    }
    return join(civil.year, civil.month, civil.day)
  }

  /// `07:30`, in Persian `۰۷:۳۰`.
  static func time(_ seconds: Int, in language: Language) -> String {
    let text = two(seconds / 3600 % 24) + ":" + two(seconds / 60 % 60)
    return language == .persian ? persian(text) : text
  }

  /// The day alone if the instant is a midnight: what has no time of day is given that one.
  static func dayAndTime(_ seconds: Int, in language: Language) -> String {
    let day = day(seconds, in: language)
    return seconds % 86_400 == 0 ? day : day + " " + time(seconds, in: language)
  }

  /// The Gregorian day, `2026-11-16`, for attributes.
  static func gregorian(_ seconds: Int) -> String { String(Timestamp.text(seconds).prefix(10)) }

  /// `2026-11`.
  static func month(_ seconds: Int) -> String { String(Timestamp.text(seconds).prefix(7)) }

  /// `number` in the digits of `language`.
  static func number(_ number: Int, in language: Language) -> String {
    language == .persian ? persian(String(number)) : String(number)
  }

  private static func join(_ year: Int, _ month: Int, _ day: Int) -> String {
    let text = String(year)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text + "/" + two(month) + "/"
      + two(day)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func persian(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let digit = scalar.value &- 0x30
      let shown = digit < 10 ? Unicode.Scalar(0x06F0 + digit) : scalar
      result.append(shown ?? scalar)
    }
    return String(result)
  }
}
