// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Finds calendar days in tokens: «۲۶ تا ۲۸ آبان ۱۴۰۴», "November 17-19, 2025", 2025-11-19.
///
/// A date without a year takes the year of the next date near it, else the year that brings it
/// nearest to the reference day; without a reference it is no date. What is ambiguous (05/06/2025
/// in English) is left out: absent is better than wrong.
struct CalendarDates {
  private let tokens: [TextToken]
  private let values: [Int: Int]
  private let numberTokens: [Int]
  private let reference: Int?
  private let language: Language
  private var found: [Found] = []

  private struct Found {
    var year: Int?
    let month: MonthNames.Month
    let day: Int
    var tokens: Range<Int>
    let isInPeriod: Bool
  }

  private static let connectors = FoldedHash.set("الی تا حتی لغایت و to till until through and")
  /// Words between a day, its month and its year.
  private static let fillers = FoldedHash.set(
    """
    من ماه شهر الجاری الحالی المقبل القادم الماضی جاری اینده گذشته سال عام لعام سنه لسنه of the \
    this next last year
    """
  )

  /// Returns the dates of `tokens` in order.
  static func dates(
    in tokens: [TextToken],
    numbers: [TextNumber],
    language: Language,
    reference: Int?
  ) -> [TextDate] {
    guard !numbers.isEmpty else { return [] }
    var finder = CalendarDates(tokens, numbers, language, reference)
    finder.search()
    return finder.resolved()
  }

  private init(
    _ tokens: [TextToken],
    _ numbers: [TextNumber],
    _ language: Language,
    _ reference: Int?
  ) {
    self.tokens = tokens
    self.reference = reference
    self.language = language
    var values: [Int: Int] = [:]
    var order: [Int] = []
    for number in numbers where number.thousandths % 1000 == 0 && number.thousandths < 3_000_000 {
      values[number.token] = number.thousandths / 1000
      order.append(number.token)
    }
    self.values = values
    numberTokens = order
  }

  private mutating func search() {
    var next = 0
    for index in numberTokens where index >= next {
      if let end = numericDate(at: index) ?? dayThenMonth(at: index) ?? monthThenDay(at: index) {
        next = end
      }
    }
  }

  // MARK: Forms

  /// 2025-11-19, ۱۴۰۴/۰۸/۲۵, 19.11.2025; returns the index after it.
  private mutating func numericDate(at index: Int) -> Int? {
    guard let a = values[index], let b = values[index + 1], let c = values[index + 2],
      gap(index) == 1, gap(index + 1) == 1
    else { return nil }
    let range = index..<index + 3
    if a >= 1000 { return add(year: a, month: b, day: c, range) }
    guard c >= 1000 else { return nil }
    if b > 12, language == .english { return add(year: c, month: a, day: b, range) }
    guard a > 12 || a == b || language != .english else { return nil }
    return add(year: c, month: b, day: a, range)
  }

  private mutating func add(year: Int, month: Int, day: Int, _ range: Range<Int>) -> Int? {
    guard let isJalali = calendar(of: year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    let name = MonthNames.Month(number: month, isJalali: isJalali)
    found.append(Found(year: year, month: name, day: day, tokens: range, isInPeriod: false))
    return range.upperBound
  }

  /// «۲۶ تا ۲۸ آبان ۱۴۰۴», "19 November 2025"; returns the index after it.
  private mutating func dayThenMonth(at index: Int) -> Int? {
    guard let day = day(index) else { return nil }
    if let name = MonthNames.month(in: tokens, at: skipFiller(index + 1)) {
      return finish([day], from: index, name, at: skipFiller(index + 1))
    }
    guard let other = connected(index), let last = self.day(other), last > day,
      let name = MonthNames.month(in: tokens, at: skipFiller(other + 1))
    else { return nil }
    return finish([day, last], from: index, name, at: skipFiller(other + 1))
  }

  /// "November 17-19, 2025"; returns the index after it.
  private mutating func monthThenDay(at index: Int) -> Int? {
    guard let first = day(index), index > 0, !tokens[index].afterBreak,
      tokens[index - 1].kind == .latin,
      let name = MonthNames.month(in: tokens, endingAt: index - 1)
    else { return nil }
    var days = [first]
    var last = index
    if let other = connected(index), let second = day(other), second > first {
      days.append(second)
      last = other
    }
    let (year, end) = yearAfter(last + 1, isJalali: name.month.isJalali)
    append(days, name.month, year, index - name.count..<end)
    return end
  }

  private mutating func finish(
    _ days: [Int],
    from index: Int,
    _ name: (month: MonthNames.Month, count: Int),
    at place: Int
  ) -> Int {
    var end = place + name.count
    // «نوفمبر/تشرين الثاني»: the same month named twice.
    if let twin = MonthNames.month(in: tokens, at: end), twin.month == name.month {
      end += twin.count
    }
    let year: Int?
    (year, end) = yearAfter(end, isJalali: name.month.isJalali)
    append(days, name.month, year, index..<end)
    return end
  }

  private mutating func append(
    _ days: [Int],
    _ month: MonthNames.Month,
    _ year: Int?,
    _ range: Range<Int>
  ) {
    for day in days {
      found.append(
        Found(year: year, month: month, day: day, tokens: range, isInPeriod: days.count > 1)
      )
    }
  }

  // MARK: Parts

  private func gap(_ index: Int) -> Int { Int(tokens[index + 1].start) - Int(tokens[index].end) }

  private func day(_ index: Int) -> Int? {
    guard let value = values[index], (1...31).contains(value) else { return nil }
    return value
  }

  private func skipFiller(_ index: Int) -> Int {
    guard index < tokens.count, !tokens[index].afterBreak,
      CalendarDates.fillers.contains(tokens[index].word)
    else { return index }
    return index + 1
  }

  /// The number that follows by a dash, «تا», "to", و and the like.
  private func connected(_ index: Int) -> Int? {
    if values[index + 1] != nil, (1...3).contains(gap(index)) { return index + 1 }
    guard index + 2 < tokens.count, values[index + 2] != nil,
      CalendarDates.connectors.contains(tokens[index + 1].word)
    else { return nil }
    return index + 2
  }

  /// A year within three tokens, and the index after it (or the index given).
  private func yearAfter(_ index: Int, isJalali: Bool) -> (Int?, Int) {
    var place = index
    for _ in 0..<3 where place < tokens.count {
      if let value = values[place] {
        return calendar(of: value) == isJalali ? (value, place + 1) : (nil, index)
      }
      guard CalendarDates.fillers.contains(tokens[place].word) else { break }
      place += 1
    }
    return (nil, index)
  }

  /// Whether a year is Jalali; `nil` when it is the year of no living calendar here.
  private func calendar(of year: Int) -> Bool? {
    switch year {
    case 1300...1500: true
    case 1900...2100: false
    default: nil
    }
  }

  // MARK: Days

  private func resolved() -> [TextDate] {
    var dates: [TextDate] = []
    var later: (year: Int, isJalali: Bool, token: Int)?
    for item in found.reversed() {
      var year = item.year
      if let year { later = (year, item.month.isJalali, item.tokens.lowerBound) }
      if year == nil, let later, later.isJalali == item.month.isJalali,
        later.token - item.tokens.upperBound <= 3
      {
        year = later.year
      }
      let isAssumed = year == nil
      guard let day = year.flatMap({ days(item, $0) }) ?? nearest(item) else { continue }
      dates.append(
        TextDate(
          day: day,
          tokens: item.tokens,
          yearIsAssumed: isAssumed,
          isInPeriod: item.isInPeriod
        )
      )
    }
    return dates.reversed()
  }

  private func nearest(_ item: Found) -> Int? {
    guard item.year == nil, let reference else { return nil }
    let civil = CivilDate(daysSinceEpoch: reference)
    let year = item.month.isJalali ? JalaliDate(civil)?.year : civil.year
    guard let year else { return nil }
    let choices = [year, year - 1, year + 1].compactMap { days(item, $0) }
    return choices.min { abs($0 - reference) < abs($1 - reference) }
  }

  private func days(_ item: Found, _ year: Int) -> Int? {
    item.month.isJalali
      ? JalaliDate(year: year, month: item.month.number, day: item.day)?.civil.daysSinceEpoch
      : CivilDate(year: year, month: item.month.number, day: item.day)?.daysSinceEpoch
  }
}
