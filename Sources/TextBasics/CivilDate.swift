// SPDX-License-Identifier: Apache-2.0

/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Sendable, Hashable, Comparable {
  package let year: Int
  /// 1…12.
  package let month: Int
  /// 1…31.
  package let day: Int

  /// Takes a day that exists, else returns `nil`.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, abs(year) <= 9999 else { return nil }
    guard day <= CivilDate.length(ofMonth: month, year: year) else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// The day that lies `days` after 1970-01-01.
  package init(daysSinceEpoch days: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": eras of 400 years from March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      unchecked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days after 1970-01-01; negative before it.
  package var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 0 is Sunday.
  package var weekday: Int { ((daysSinceEpoch + 4) % 7 + 7) % 7 }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A day of the Solar Hijri (Jalali) calendar, as used in Iran.
package struct JalaliDate: Sendable, Hashable {
  package let year: Int
  /// 1 (Farvardin) … 12 (Esfand).
  package let month: Int
  /// 1…31.
  package let day: Int

  /// Takes a day that exists in the years 1…3177, else returns `nil`.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...3177).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let length = month <= 6 ? 31 : month <= 11 || JalaliDate.isLeap(year) ? 30 : 29
    guard day <= length else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The Jalali day of `civil`, or `nil` outside the years 1…3177.
  package init?(_ civil: CivilDate) {
    let days = civil.daysSinceEpoch
    var year = civil.year - 621
    guard (2...3176).contains(year) else { return nil }
    if JalaliDate.firstDay(of: year) > days { year -= 1 }
    let dayOfYear = days - JalaliDate.firstDay(of: year)
    let month = dayOfYear < 186 ? dayOfYear / 31 + 1 : (dayOfYear - 186) / 30 + 7
    let day = dayOfYear < 186 ? dayOfYear % 31 + 1 : (dayOfYear - 186) % 30 + 1
    self.init(year: year, month: month, day: day)
  }

  /// The same day in the Gregorian calendar.
  package var civil: CivilDate {
    let before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
    return CivilDate(daysSinceEpoch: JalaliDate.firstDay(of: year) + before + day - 1)
  }

  private static func isLeap(_ year: Int) -> Bool {
    firstDay(of: year + 1) - firstDay(of: year) == 366
  }

  /// Days after 1970-01-01 of 1 Farvardin, by the break years of Birashk's arithmetic as
  /// published by Borkowski ("The Persian calendar for 3000 years", 1996).
  private static func firstDay(of year: Int) -> Int {
    let breaks = [
      -61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324,
      2394, 2456, 3178,
    ]
    let gregorian = year + 621
    var leapJalali = -14
    var previous = breaks[0]
    var jump = 0
    for next in breaks.dropFirst() {
      jump = next - previous
      if year < next { break }
      leapJalali += jump / 33 * 8 + jump % 33 / 4
      previous = next
    }
    let passed = year - previous
    leapJalali += passed / 33 * 8 + (passed % 33 + 3) / 4
    if jump % 33 == 4 && jump - passed == 4 { leapJalali += 1 }
    let leapGregorian = gregorian / 4 - (gregorian / 100 + 1) * 3 / 4 - 150
    let march = 20 + leapJalali - leapGregorian
    let start = CivilDate(year: gregorian, month: 3, day: 1)?.daysSinceEpoch ?? 0
    return start + march - 1
  }
}
