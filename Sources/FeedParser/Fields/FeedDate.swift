// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// An instant read from the text of a feed.
///
/// Read are RFC 822, 2822, 850 and asctime with all their mutations, RFC 3339, W3C-DTF and ISO 8601
/// (calendar, ordinal and week dates, basic and extended), and dates in words in some thirty
/// languages, among them Arabic (Egyptian, Levantine and Maghrebi month names) and Persian (both
/// calendars), in any script's digits:
/// ```swift
/// FeedDate("Thu, 20 Nov 2025 13:00:00 +0330")?.seconds  // 1763631000
/// FeedDate("پنج‌شنبه ۲۹ آبان ۱۴۰۴، ساعت ۱۳:۰۰")?.seconds  // 1763631000
/// FeedDate("31 February 2025")  // nil
/// ```
/// What has no one meaning has none: `04/05/2025` is nil, `04/15/2025` is not.
public struct FeedDate: Sendable, Hashable {
  /// Where the distance from UTC came from.
  public enum Zone: Sendable, Hashable {
    /// The text says it.
    case stated
    /// The text has no zone: UTC, or the zone of the country where the form is in use.
    case assumed
    /// The text names a zone that nobody knows: UTC (RFC 2822, 4.3).
    case unknown
  }

  /// Seconds since 1970; fractions are cut off.
  public let seconds: Int
  /// Where the distance from UTC came from.
  public let zone: Zone
  /// Whether the text has a time of day.
  public let hasTime: Bool

  /// Whether the instant lies where no publisher means it to: before 1971 or after 2100.
  public var isImplausible: Bool { !(31_536_000..<4_133_980_800).contains(seconds) }

  init(seconds: Int, zone: Zone, hasTime: Bool) {
    self.seconds = seconds
    self.zone = zone
    self.hasTime = hasTime
  }

  /// Reads `text`, or returns `nil` when it is no date, no day that exists, or has more than one
  /// meaning.
  public init?(_ text: String) {
    if let quick = QuickDate.read(text) {
      self = quick
      return
    }
    guard text.utf8.count <= FeedDate.longest, let words = DateScanner.tokens(of: text) else {
      return nil
    }
    guard let date = NumericDate.read(words) ?? DateReader.read(words) else {
      return nil
    }
    self = date
  }

  /// Bytes: no date is so long, and reading one should cost nothing.
  private static let longest = 256
}

/// Day, time and zone put together; `nil` for what does not exist.
struct DateParts {
  var day: CivilDate
  var hour = 0
  var minute = 0
  var second = 0
  /// Seconds east of UTC.
  var offset = 0
  var zone = FeedDate.Zone.assumed
  var hasTime = false

  var date: FeedDate? {
    let isMidnight = hour == 24 && minute == 0 && second == 0
    guard hour < 24 || isMidnight, minute < 60, second <= 60 else { return nil }
    let time = hour * 3600 + minute * 60 + second
    return FeedDate(
      seconds: day.daysSinceEpoch * 86_400 + time - offset,
      zone: zone,
      hasTime: hasTime
    )
  }
}

/// The two forms that nearly all feeds use, read from their bytes without any allocation.
enum QuickDate {
  static func read(_ text: String) -> FeedDate? {
    unsafe text.utf8.withContiguousStorageIfAvailable { buffer in
      let bytes = unsafe buffer.span
      return internet(bytes) ?? mail(bytes)
    } ?? nil
  }

  /// `2025-11-20T09:30:00.5+03:30` (RFC 3339).
  private static func internet(_ bytes: Span<UInt8>) -> FeedDate? {
    guard bytes.count >= 20, let year = number(bytes, 0, 4), is_(bytes, 4, "-"),
      let month = number(bytes, 5, 2), is_(bytes, 7, "-"), let day = number(bytes, 8, 2),
      is_(bytes, 10, "T") || is_(bytes, 10, " "), let clock = clock(bytes, 11),
      year >= 1600, let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    var place = 19
    if is_(bytes, place, ".") {
      place += 1
      while number(bytes, place, 1) != nil { place += 1 }
    }
    guard let offset = offset(bytes, place, allowsColon: true) else { return nil }
    let seconds = date.daysSinceEpoch * 86_400 + clock - offset
    return FeedDate(seconds: seconds, zone: .stated, hasTime: true)
  }

  /// `Thu, 20 Nov 2025 13:00:00 +0330` (RFC 2822), also without the day's name.
  private static func mail(_ bytes: Span<UInt8>) -> FeedDate? {
    var place = 0
    if is_(bytes, 3, ","), is_(bytes, 4, " ") { place = 5 }
    guard bytes.count >= place + 21 else { return nil }
    let width = is_(bytes, place + 1, " ") ? 1 : 2
    guard let day = number(bytes, place, width), is_(bytes, place + width, " ") else { return nil }
    place += width + 1
    guard let month = month(bytes, place), is_(bytes, place + 3, " "),
      let year = number(bytes, place + 4, 4), is_(bytes, place + 8, " "), year >= 1600,
      let clock = clock(bytes, place + 9), is_(bytes, place + 17, " "),
      let date = CivilDate(year: year, month: month, day: day),
      let offset = offset(bytes, place + 18, allowsColon: false)
    else { return nil }
    let seconds = date.daysSinceEpoch * 86_400 + clock - offset
    return FeedDate(seconds: seconds, zone: .stated, hasTime: true)
  }

  private static func is_(_ bytes: Span<UInt8>, _ place: Int, _ character: Unicode.Scalar) -> Bool {
    place < bytes.count && UInt32(bytes[place]) == character.value
  }

  private static func number(_ bytes: Span<UInt8>, _ place: Int, _ width: Int) -> Int? {
    guard place + width <= bytes.count else { return nil }
    var value = 0
    for index in place..<place + width {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  private static func month(_ bytes: Span<UInt8>, _ place: Int) -> Int? {
    let letters =
      UInt32(bytes[place] | 0x20) << 16 | UInt32(bytes[place + 1] | 0x20) << 8
      | UInt32(bytes[place + 2] | 0x20)
    switch letters {
    case 0x6A616E: return 1  // jan
    case 0x666562: return 2  // feb
    case 0x6D6172: return 3  // mar
    case 0x617072: return 4  // apr
    case 0x6D6179: return 5  // may
    case 0x6A756E: return 6  // jun
    case 0x6A756C: return 7  // jul
    case 0x617567: return 8  // aug
    case 0x736570: return 9  // sep
    case 0x6F6374: return 10  // oct
    case 0x6E6F76: return 11  // nov
    case 0x646563: return 12  // dec
    default: return nil
    }
  }

  /// Seconds since midnight of `13:00:00`.
  private static func clock(_ bytes: Span<UInt8>, _ place: Int) -> Int? {
    guard let hour = number(bytes, place, 2), is_(bytes, place + 2, ":"),
      let minute = number(bytes, place + 3, 2), is_(bytes, place + 5, ":"),
      let second = number(bytes, place + 6, 2), hour < 24, minute < 60, second < 60
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Seconds east of UTC; `nil` when anything but a zone reaches from `place` to the end.
  private static func offset(_ bytes: Span<UInt8>, _ place: Int, allowsColon: Bool) -> Int? {
    let left = bytes.count - place
    if left == 1, is_(bytes, place, "Z") { return 0 }
    if left == 3, is_(bytes, place, "G"), is_(bytes, place + 1, "M"), is_(bytes, place + 2, "T") {
      return 0
    }
    let isWest = is_(bytes, place, "-")
    guard isWest || is_(bytes, place, "+") else { return nil }
    let hasColon = allowsColon && is_(bytes, place + 3, ":")
    guard left == (hasColon ? 6 : 5), let hour = number(bytes, place + 1, 2),
      let minute = number(bytes, place + (hasColon ? 4 : 3), 2), hour < 24, minute < 60
    else { return nil }
    let distance = hour * 3600 + minute * 60
    return isWest ? -distance : distance
  }
}
