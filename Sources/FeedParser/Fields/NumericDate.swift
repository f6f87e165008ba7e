// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// Dates whose digits stand together or that name a week or a day of the year (ISO 8601), and
/// seconds since 1970.
enum NumericDate {
  /// Reads `tokens`, or returns `nil` when they have another form.
  static func read(_ tokens: [DateToken]) -> FeedDate? {
    guard let (day, next) = day(tokens) else { return nil }
    if next == tokens.count {
      guard tokens.count == 1, case .number(let value, let digits) = tokens[0].kind else {
        return DateParts(day: day).date
      }
      return instant(value, digits: digits) ?? DateParts(day: day).date
    }
    var parts = DateParts(day: day)
    guard let end = clock(tokens, next, into: &parts) else { return nil }
    var zone = DateZone(offset: nil)
    guard zone.read(tokens, from: end) == tokens.count else { return nil }
    parts.offset = zone.offset ?? 0
    parts.zone = zone.kind
    return parts.date
  }

  /// The day and the number of tokens that it takes.
  private static func day(_ tokens: [DateToken]) -> (CivilDate, Int)? {
    // `-03-12`: a month of this century (ISO 8601:1988, 5.2.1.3).
    if tokens.count == 4, tokens[0].isMark("-"), tokens[1].digits == 2, tokens[2].isMark("-"),
      tokens[3].digits == 2, let year = tokens[1].number, let month = tokens[3].number
    {
      return CivilDate(year: 2000 + year, month: month, day: 1).map { ($0, 4) }
    }
    guard case .number(let value, let digits) = tokens[0].kind else { return nil }
    switch digits {
    case 4: return week(tokens, year: value) ?? ordinal(tokens, year: value)
    case 5, 6:
      // The standard dropped years of two digits in 2004; before it they were in use.
      let year = value / (digits == 5 ? 1000 : 10_000)
      guard year < 4 else { return nil }
      let day =
        digits == 5
        ? dayOfYear(2000 + year, value % 1000)
        : CivilDate(year: 2000 + year, month: value / 100 % 100, day: value % 100)
      return day.map { ($0, 1) }
    case 7: return dayOfYear(value / 1000, value % 1000).map { ($0, 1) }
    case 8: return compact(value).map { ($0, 1) }
    case 12, 14:
      return tokens.count == 1
        ? compact(value / (digits == 12 ? 10_000 : 1_000_000)).map { ($0, 1) } : nil
    case 10, 13:
      return tokens.count == 1 ? (CivilDate(daysSinceEpoch: 0), 1) : nil
    default: return nil
    }
  }

  private static func compact(_ value: Int) -> CivilDate? {
    CivilDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  /// The whole of a text that is one number.
  private static func instant(_ value: Int, digits: Int) -> FeedDate? {
    switch digits {
    case 10: return FeedDate(seconds: value, zone: .stated, hasTime: true)
    case 13: return FeedDate(seconds: value / 1000, zone: .stated, hasTime: true)
    case 12, 14:
      let time = digits == 12 ? value % 10_000 * 100 : value % 1_000_000
      guard let day = compact(value / (digits == 12 ? 10_000 : 1_000_000)) else { return nil }
      return DateParts(
        day: day,
        hour: time / 10_000,
        minute: time / 100 % 100,
        second: time % 100,
        hasTime: true
      ).date
    default: return nil
    }
  }

  /// `2003-W52-3`, `2003W523`, `2003-W52`.
  private static func week(_ tokens: [DateToken], year: Int) -> (CivilDate, Int)? {
    var place = 1
    if place < tokens.count, tokens[place].isMark("-") { place += 1 }
    guard place + 1 < tokens.count, tokens[place].word == "w",
      case .number(var week, let digits) = tokens[place + 1].kind, digits == 2 || digits == 3
    else { return nil }
    var day = 1
    place += 2
    if digits == 3 {
      (week, day) = (week / 10, week % 10)
    } else if place + 1 < tokens.count, tokens[place].isMark("-"), tokens[place + 1].digits == 1 {
      day = tokens[place + 1].number ?? 0
      place += 2
    }
    guard (1...53).contains(week), (1...7).contains(day),
      let fourth = CivilDate(year: year, month: 1, day: 4)
    else { return nil }
    // The fourth of January always lies in the first week, which begins on a Monday.
    let monday = fourth.daysSinceEpoch - (fourth.weekday + 6) % 7
    let found = CivilDate(daysSinceEpoch: monday + (week - 1) * 7 + day - 1)
    return (found, place)
  }

  /// `2003-335`.
  private static func ordinal(_ tokens: [DateToken], year: Int) -> (CivilDate, Int)? {
    guard tokens.count >= 3, tokens[1].isMark("-"), tokens[2].digits == 3,
      tokens.count == 3 || !tokens[3].isMark("-"), let day = tokens[2].number
    else { return nil }
    return dayOfYear(year, day).map { ($0, 3) }
  }

  private static func dayOfYear(_ year: Int, _ day: Int) -> CivilDate? {
    guard day >= 1, let first = CivilDate(year: year, month: 1, day: 1) else { return nil }
    let found = CivilDate(daysSinceEpoch: first.daysSinceEpoch + day - 1)
    return found.year == year ? found : nil
  }

  /// `T101455`, `T10:14:55.5`, `T10`; returns the place behind it.
  private static func clock(_ tokens: [DateToken], _ start: Int, into parts: inout DateParts)
    -> Int?
  {
    var place = start
    if tokens[place].word == "t" { place += 1 } else if !tokens[place].isApart { return nil }
    guard place < tokens.count, case .number(let value, let digits) = tokens[place].kind else {
      return nil
    }
    parts.hasTime = true
    place += 1
    switch digits {
    case 6:
      (parts.hour, parts.minute, parts.second) = (value / 10_000, value / 100 % 100, value % 100)
    case 4: (parts.hour, parts.minute) = (value / 100, value % 100)
    case 1, 2:
      parts.hour = value
      var fields: [Int] = []
      while fields.count < 2, place + 1 < tokens.count, tokens[place].isMark(":"),
        let field = tokens[place + 1].number, tokens[place + 1].digits <= 2
      {
        fields.append(field)
        place += 2
      }
      parts.minute = fields.first ?? 0
      parts.second = fields.count > 1 ? fields[1] : 0
    default: return nil
    }
    return DateZone.skippingFraction(tokens, place)
  }
}

/// The zone that stands behind a time.
struct DateZone {
  /// Seconds east of UTC, or `nil` when nothing is known.
  var offset: Int?
  var kind = FeedDate.Zone.assumed
  /// Whether it was named as in the United States.
  var isAmerican = false

  /// Skips the fraction of a second.
  static func skippingFraction(_ tokens: [DateToken], _ place: Int) -> Int {
    guard place + 1 < tokens.count, tokens[place].isMark(".") || tokens[place].isMark(","),
      !tokens[place].isApart, !tokens[place + 1].isApart, tokens[place + 1].number != nil
    else { return place }
    return place + 2
  }

  /// Reads `+03:30`, `GMT`, `GMT+3`, `EST (-0500)`; returns the place behind, or `nil` when there
  /// is a sign whose number is none.
  mutating func read(_ tokens: [DateToken], from start: Int) -> Int? {
    var place = start
    while place < tokens.count {
      let token = tokens[place]
      if let word = token.word {
        if let known = DateNames.zone(word) {
          if offset == nil { offset = known }
          isAmerican = isAmerican || DateNames.isAmericanZone(word)
          kind = .stated
        } else if token.isCapital, word.utf8.count <= 5, offset == nil,
          DateNames.month(word) == nil, DateNames.weekday(word) == nil,
          DateNames.meridiem(word) == nil
        {
          // RFC 2822, 4.3: a name that nobody knows means that nothing is known.
          offset = 0
          kind = .unknown
        } else {
          return place
        }
        place += 1
      } else if token.isMark("+") || token.isMark("-"), place + 1 < tokens.count,
        !tokens[place + 1].isApart, let distance = distance(tokens, place + 1)
      {
        offset = token.isMark("-") ? -distance.seconds : distance.seconds
        kind = .stated
        place = distance.next
      } else {
        return token.isMark("+") ? nil : place
      }
    }
    return place
  }

  /// `0330`, `03:30`, `3`, `330`.
  private func distance(_ tokens: [DateToken], _ place: Int) -> (seconds: Int, next: Int)? {
    guard case .number(let value, let digits) = tokens[place].kind, digits <= 4 else { return nil }
    var hour = value
    var minute = 0
    var next = place + 1
    if digits >= 3 {
      (hour, minute) = (value / 100, value % 100)
    } else if next + 1 < tokens.count, tokens[next].isMark(":"), tokens[next + 1].digits == 2 {
      minute = tokens[next + 1].number ?? 0
      next += 2
    }
    guard hour < 24, minute < 60 else { return nil }
    return (hour * 3600 + minute * 60, next)
  }
}
