// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// Dates in words and in numbers with marks between them, in any order that has one meaning.
struct DateReader {
  /// A number that is part of the day.
  private struct Field {
    let value: Int
    let digits: Int
    /// The mark before it; a space when there is none.
    let separator: UInt8
    let isArabic: Bool
  }

  private let tokens: [DateToken]
  private var place = 0
  private var fields: [Field] = []
  private var month: DateNames.Month?
  private var monthIsWeekday = false
  private var weekday: Int?
  private var year: Int?
  private var monthNumber: Int?
  private var dayNumber: Int?
  private var parts = DateParts(day: CivilDate(daysSinceEpoch: 0))
  private var meridiem: Int?
  private var zone = DateZone(offset: nil)
  private var separator = UInt8(ascii: " ")
  private var isKorean = false

  private init(tokens: [DateToken]) { self.tokens = tokens }

  /// Reads `tokens`, or returns `nil` when they are no date or more than one.
  static func read(_ tokens: [DateToken]) -> FeedDate? {
    var reader = DateReader(tokens: tokens)
    while reader.place < tokens.count {
      let before = reader.place
      // A token that nobody takes is none of a date, whatever it looked like.
      guard reader.step(), reader.place > before else { return nil }
    }
    return reader.date()
  }

  // MARK: Tokens

  private mutating func step() -> Bool {
    let token = tokens[place]
    switch token.kind {
    case .number(let value, let digits): return number(value, digits, token)
    case .word(let word): return self.word(word, token)
    case .mark(let mark):
      if isLateZone(token) {
        guard let next = zone.read(tokens, from: place) else { return false }
        place = next
        return true
      }
      place += 1
      switch mark {
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."): separator = mark
      case UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "\""),
        UInt8(ascii: "@"):
        separator = UInt8(ascii: " ")
      // `08/Jul/2004:23:56:58`, as web servers write.
      case UInt8(ascii: ":"):
        return fields.last?.digits == 4 || parts.hasTime == false && month != nil
      default: return false
      }
      return true
    }
  }

  /// `15:04 02.01.2006 -0700`: a zone behind the day, told by its four digits.
  private func isLateZone(_ token: DateToken) -> Bool {
    guard token.isMark("+") || token.isMark("-"), token.isApart, parts.hasTime,
      zone.offset == nil, fields.count == (month == nil ? 3 : 2), place + 1 < tokens.count
    else { return false }
    return tokens[place + 1].digits == 4 && !tokens[place + 1].isApart
  }

  private mutating func number(_ value: Int, _ digits: Int, _ token: DateToken) -> Bool {
    if isTime(value, digits) { return clock() }
    if place + 1 < tokens.count, !tokens[place + 1].isApart, let unit = tokens[place + 1].word {
      switch unit {
      case "年", "년":
        year = value
        isKorean = isKorean || unit == "년"
      case "月", "월": monthNumber = value
      case "日", "号", "일": dayNumber = value
      default: return append(value, digits, token)
      }
      place += 2
      return true
    }
    return append(value, digits, token)
  }

  private mutating func append(_ value: Int, _ digits: Int, _ token: DateToken) -> Bool {
    fields.append(
      Field(value: value, digits: digits, separator: separator, isArabic: token.isArabic)
    )
    separator = UInt8(ascii: " ")
    place += 1
    return digits <= 4 && fields.count <= 3
  }

  private func isTime(_ value: Int, _ digits: Int) -> Bool {
    guard !parts.hasTime, digits <= 2, place + 1 < tokens.count else { return false }
    let next = tokens[place + 1]
    if next.isMark(":") {
      return place + 2 < tokens.count && tokens[place + 2].number != nil
    }
    guard let word = next.word else { return false }
    if ["时", "時", "点", "시"].contains(word) { return true }
    if word == "h" { return !next.isApart }
    return (word == "am" || word == "pm") && value <= 12
  }

  /// `13:00`, `13:00:00.5`, `19h30`, `3pm`, `16시 30분 12초`, and the zone behind it.
  private mutating func clock() -> Bool {
    parts.hasTime = true
    parts.hour = tokens[place].number ?? 0
    place += 1
    if tokens[place].isMark(":") {
      guard let minute = colonField() else { return false }
      parts.minute = minute
      if place < tokens.count, tokens[place].isMark(":") {
        guard let second = colonField() else { return false }
        parts.second = second
        place = DateZone.skippingFraction(tokens, place)
      }
    } else if tokens[place].word != "am", tokens[place].word != "pm" {
      place += 1
      parts.minute = unitField(["分", "분", "m", "min", ""])
      parts.second = unitField(["秒", "초", "s"])
    }
    if place < tokens.count, let word = tokens[place].word, let half = DateNames.meridiem(word),
      meridiem == nil
    {
      meridiem = half
      place += 1
    }
    guard let next = zone.read(tokens, from: place) else { return false }
    place = next
    separator = UInt8(ascii: " ")
    return true
  }

  private mutating func colonField() -> Int? {
    guard place + 1 < tokens.count, case .number(let value, let digits) = tokens[place + 1].kind,
      digits <= 2
    else { return nil }
    place += 2
    return value
  }

  /// A number with one of `units` behind it; an empty unit allows a number alone.
  private mutating func unitField(_ units: [String]) -> Int {
    guard place < tokens.count, case .number(let value, let digits) = tokens[place].kind,
      digits <= 2
    else { return 0 }
    if place + 1 < tokens.count, let word = tokens[place + 1].word, units.contains(word) {
      place += 2
      return value
    }
    guard units.contains(""), !tokens[place].isApart else { return 0 }
    place += 1
    return value
  }

  private mutating func word(_ word: String, _ token: DateToken) -> Bool {
    let previousIsNumber = place > 0 && tokens[place - 1].number != nil && !token.isApart
    if previousIsNumber, ["st", "nd", "rd", "th", "er", "eme", "e"].contains(word) {
      place += 1
      return true
    }
    if place + 1 < tokens.count, let second = tokens[place + 1].word {
      if take(name: word + " " + second, words: 2) { return true }
    }
    if take(name: word, words: 1) { return true }
    if meridiem == nil, word != DateScanner.fold("م"), word != DateScanner.fold("ص"),
      let half = DateNames.meridiem(word)
    {
      meridiem = half
      place += 1
      return true
    }
    place += 1
    // `2025-11-20T09:30`, a zone once more behind a zone, or a word without weight.
    if word == "t", place < tokens.count, tokens[place].number != nil {
      separator = UInt8(ascii: " ")
      return true
    }
    if parts.hasTime, let known = DateNames.zone(word) {
      if zone.offset == nil {
        zone.offset = known
        zone.kind = .stated
      }
      return true
    }
    return DateNames.isNoise(word)
  }

  /// Takes the name of a month or a day; `mar` is a Tuesday when another month follows.
  private mutating func take(name: String, words: Int) -> Bool {
    let found = DateNames.month(name)
    let day = DateNames.weekday(name)
    if let found, month == nil || monthIsWeekday {
      if month != nil, day != nil { return false }
      month = found
      monthIsWeekday = day != nil
      if let day { weekday = weekday ?? day }
    } else if let day {
      weekday = day
    } else if found == nil || found != month {
      // The same month in two names (`نوفمبر/تشرين الثاني`) is one.
      return false
    }
    separator = UInt8(ascii: " ")
    place += words
    return true
  }

  // MARK: Meaning

  private mutating func date() -> FeedDate? {
    guard let (day, isJalali) = day() else { return nil }
    parts.day = day
    if let meridiem, parts.hasTime {
      if meridiem == 12, parts.hour < 12 { parts.hour += 12 }
      if meridiem == 0, parts.hour == 12 { parts.hour = 0 }
    }
    parts.zone = zone.kind
    parts.offset = zone.offset ?? assumedOffset(isJalali: isJalali)
    return parts.date
  }

  /// A time without a zone is UTC, but the calendar of one country tells whose time it is.
  private func assumedOffset(isJalali: Bool) -> Int {
    guard parts.hasTime else { return 0 }
    if isKorean { return 9 * 3600 }
    guard isJalali else { return 0 }
    // Iran kept daylight saving time from 1387 until 1401, from 2 Farvardin to 30 Shahrivar.
    if let jalali = JalaliDate(parts.day), (1387...1401).contains(jalali.year), jalali.month <= 6,
      (jalali.month, jalali.day) != (1, 1), (jalali.month, jalali.day) != (6, 31)
    {
      return 4 * 3600 + 1800
    }
    return 3 * 3600 + 1800
  }

  private func day() -> (CivilDate, isJalali: Bool)? {
    if let year, let monthNumber, fields.isEmpty, month == nil {
      return civil(year, monthNumber, dayNumber ?? 1)
    }
    guard year == nil, monthNumber == nil, dayNumber == nil else { return nil }
    return month != nil ? namedDay() : numberedDay()
  }

  private func namedDay() -> (CivilDate, isJalali: Bool)? {
    let day: Int
    let yearField: Field
    switch fields.count {
    case 1 where fields[0].digits == 4: (day, yearField) = (1, fields[0])
    case 2:
      let isYearFirst = fields[0].digits > 2 || fields[0].value > 31
      guard isYearFirst || fields[0].digits <= 2, !isYearFirst || fields[1].digits <= 2 else {
        return nil
      }
      day = fields[isYearFirst ? 1 : 0].value
      yearField = fields[isYearFirst ? 0 : 1]
    default: return nil
    }
    switch month {
    case .gregorian(let month):
      return fullYear(yearField).flatMap { CivilDate(year: $0, month: month, day: day) }
        .map { ($0, false) }
    case .jalali(let month):
      var year = yearField.value
      if yearField.digits <= 2 { year += year < 50 ? 1400 : 1300 }
      return JalaliDate(year: year, month: month, day: day).map { ($0.civil, true) }
    case nil: return nil
    }
  }

  private func fullYear(_ field: Field) -> Int? {
    switch field.digits {
    case 4: field.value
    case 3 where field.value < 200: 1900 + field.value  // RFC 2822, 4.3
    case 1, 2: field.value + (field.value < 70 ? 2000 : 1900)
    default: nil
    }
  }

  private func numberedDay() -> (CivilDate, isJalali: Bool)? {
    switch fields.count {
    case 1:
      return tokens.count == 1 && fields[0].digits == 4 ? civil(fields[0].value, 1, 1) : nil
    case 2:
      guard fields[1].separator != UInt8(ascii: " ") else { return nil }
      if fields[0].digits == 4, fields[1].digits <= 2 {
        return civil(fields[0].value, fields[1].value, 1)
      }
      guard fields[1].digits == 4, fields[0].digits <= 2 else { return nil }
      return civil(fields[1].value, fields[0].value, 1)
    case 3:
      if fields[0].digits == 4 {
        return civil(fields[0].value, fields[1].value, fields[2].value)
      }
      guard fields[0].digits <= 2, fields[1].digits <= 2, fields[2].digits != 3 else { return nil }
      return shortDay()
    default: return nil
    }
  }

  /// Three numbers that do not begin with a year of four digits.
  private func shortDay() -> (CivilDate, isJalali: Bool)? {
    let (first, second, third) = (fields[0], fields[1], fields[2])
    let mark = second.separator
    if third.digits <= 2 {
      // Two digits say the year only where the form says which; Persian writes it first.
      if first.isArabic || third.digits == 1 { return nil }
      if mark == UInt8(ascii: "-"), first.digits == 2, third.digits == 2 {
        return fullYear(first).flatMap { civil($0, second.value, third.value) }
      }
    }
    guard let year = fullYear(third) else { return nil }
    let dayFirst = civil(year, second.value, first.value)
    let monthFirst = civil(year, first.value, second.value)
    guard let dayFirst, let monthFirst else { return dayFirst ?? monthFirst }
    if first.value == second.value { return dayFirst }
    if let weekday {
      switch (dayFirst.0.weekday == weekday, monthFirst.0.weekday == weekday) {
      case (true, false): return dayFirst
      case (false, true): return monthFirst
      default: break
      }
    }
    // Where Arabic is written, where a full stop or a dash stands, the day comes first; where
    // clocks have twelve hours or American zones, the month. Slashes alone say nothing.
    if first.isArabic || mark != UInt8(ascii: "/") { return dayFirst }
    return meridiem != nil || zone.isAmerican ? monthFirst : nil
  }

  /// A day of the calendar that the year belongs to.
  ///
  /// From 1420 on a year may be one of the Islamic
  /// calendar, whose months begin with what somebody saw: no date.
  private func civil(_ year: Int, _ month: Int, _ day: Int) -> (CivilDate, isJalali: Bool)? {
    if (1300..<1420).contains(year) {
      return JalaliDate(year: year, month: month, day: day).map { ($0.civil, true) }
    }
    guard !(1420..<1500).contains(year) else { return nil }
    return CivilDate(year: year, month: month, day: day).map { ($0, false) }
  }
}
