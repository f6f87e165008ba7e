// SPDX-License-Identifier: Apache-2.0

/// Reads numbers as newsrooms write them: 1500, 1,500, ۱٬۵۰۰, 12.5, ۱۲٫۵, 1.500.000.
enum NumberScanner {
  struct Number {
    /// The digits before the decimal mark; saturates.
    var integer = 0
    /// The digits after it without trailing zeros, at most six.
    var fraction = 0
    var fractionDigits = 0
    /// Offset after the last byte.
    var end = 0

    /// The value in thousandths; saturates.
    var thousandths: Int {
      var part = fraction
      for _ in 0..<max(0, 3 - fractionDigits) { part *= 10 }
      for _ in 0..<max(0, fractionDigits - 3) { part /= 10 }
      let (whole, overflow) = integer.multipliedReportingOverflow(by: 1000)
      let (sum, carried) = whole.addingReportingOverflow(part)
      return overflow || carried ? .max : sum
    }
  }

  private struct Group {
    var value = 0
    var digits = 0
    var end: Int
  }

  /// Reads the number whose first digit stands at `place`.
  ///
  /// `isPart` tells that another number and one mark stand right before it, as in 19.11.2025 or
  /// 192.168.0.1: then it is a number by itself.
  static func scan(
    _ bytes: Span<UInt8>,
    from place: Int,
    isPart: Bool,
    _ table: Span<UInt32>
  ) -> Number {
    let first = group(bytes, from: place, table)
    var number = Number(integer: first.value, end: first.end)
    if isPart { return number }
    var thousandsMark: UInt32?
    while number.end < bytes.count {
      let mark = decodeScalar(bytes, at: number.end)
      guard isMark(mark.value) else { break }
      let next = group(bytes, from: number.end + mark.length, table)
      guard next.digits > 0 else { break }
      let further = digits(after: mark, at: next.end, bytes, table)
      if isThousands(mark.value, next, further, first: first, previous: thousandsMark) {
        let (scaled, overflow) = number.integer.multipliedReportingOverflow(by: 1000)
        number.integer = overflow ? Int.max / 2 : scaled + next.value
        number.end = next.end
        thousandsMark = mark.value
        continue
      }
      if further == 0, isDecimal(mark.value, next, thousandsMark) {
        setFraction(&number, next)
        number.end = next.end
      }
      break
    }
    return number
  }

  /// Whether two folded letters after digits make an English ordinal.
  static func isOrdinal(_ letters: (UInt32, UInt32)) -> Bool {
    switch letters {
    case (0x73, 0x74), (0x6E, 0x64), (0x72, 0x64), (0x74, 0x68): true  // st nd rd th
    default: false
    }
  }

  private static func isMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x2E, 0x66B, 0x66C, 0x60C: true
    default: false
    }
  }

  private static func isThousands(
    _ mark: UInt32,
    _ next: Group,
    _ further: Int,
    first: Group,
    previous: UInt32?
  ) -> Bool {
    guard next.digits == 3, first.digits <= 3, first.value > 0, mark != 0x66B,
      previous == nil || previous == mark
    else { return false }
    // One full stop is a decimal mark in all three languages; two in a row are thousands.
    return mark != 0x2E || further == 3 || previous == mark
  }

  private static func isDecimal(_ mark: UInt32, _ next: Group, _ thousands: UInt32?) -> Bool {
    switch mark {
    case 0x66B: true
    case 0x2E: thousands != 0x2E
    case 0x2C: next.digits <= 2 && thousands != 0x2C  // 12,5 as Maghreb papers write it
    default: false
    }
  }

  private static func setFraction(_ number: inout Number, _ group: Group) {
    var (value, digits) = (group.value, group.digits)
    while digits > 6 {
      value /= 10
      digits -= 1
    }
    while digits > 0, value % 10 == 0 {
      value /= 10
      digits -= 1
    }
    (number.fraction, number.fractionDigits) = (value, digits)
  }

  /// How many digits follow the same mark at `place`, or 0.
  private static func digits(
    after mark: DecodedScalar,
    at place: Int,
    _ bytes: borrowing Span<UInt8>,
    _ table: borrowing Span<UInt32>
  ) -> Int {
    guard place < bytes.count, decodeScalar(bytes, at: place).value == mark.value else { return 0 }
    return group(bytes, from: place + mark.length, table).digits
  }

  private static func group(
    _ bytes: borrowing Span<UInt8>,
    from start: Int,
    _ table: borrowing Span<UInt32>
  ) -> Group {
    var group = Group(end: start)
    while group.end < bytes.count {
      let scalar = decodeScalar(bytes, at: group.end)
      let entry = foldingEntry(scalar.value, table)
      guard entry >> 16 & 15 == FoldingClass.digit else { break }
      let digit = Int(entry & 0xFFFF) - 0x30
      group.value = group.value > Int.max / 100 ? group.value : group.value * 10 + digit
      group.digits += 1
      group.end += scalar.length
    }
    return group
  }
}

/// Words that multiply the number before them.
enum Magnitudes {
  private static let factors: [UInt64: Int] = {
    let words: [(Int, String)] = [
      (1000, "thousand هزار الف الاف"),
      (1_000_000, "million millions ملیون ملایین میلیون"),
      (1_000_000_000, "billion billions ملیار ملیارات میلیارد بلیون"),
      (1_000_000_000_000, "trillion trillions تریلیون ترلیون"),
    ]
    var factors: [UInt64: Int] = [:]
    for (factor, list) in words {
      for word in list.split(separator: " ") { factors[FoldedHash.hash(String(word))] = factor }
    }
    return factors
  }()

  private static let words = FoldedWordSet(factors.keys)

  static func factor(of word: UInt64) -> Int? { words.contains(word) ? factors[word] : nil }
}
