// SPDX-License-Identifier: Apache-2.0

/// Cuts UTF-8 into folded, stemmed tokens in one pass; text may come in several parts.
///
/// ZWNJ joins («همکاری‌های» and the scraped «همکاریهای» are one word), a Persian suffix or verb
/// prefix that stands alone joins its word, and `WTDC-25`, `WTDC-۲۵` and `WTDC25` are one code.
struct Tokenizer {
  private(set) var units: [UInt16] = []
  private(set) var tokens: [TextToken] = []
  private(set) var numbers: [TextNumber] = []
  let stemmer: Stemmer

  private var token = TextToken(
    start: 0,
    end: 0,
    unitStart: 0,
    kind: .other,
    afterBreak: true
  )
  private var isOpen = false
  private var breakSeen = true
  private var upperCount = 0
  /// Letters before the hyphen of a code such as `WTDC-25`, or 0.
  private var baseCount = 0
  /// First token that a Persian suffix may join: parts never merge with one another.
  private var partStart = 0

  init(stemmer: Stemmer, capacity: Int) {
    self.stemmer = stemmer
    units.reserveCapacity(capacity)
    tokens.reserveCapacity(capacity / 8 + 4)
  }

  /// Appends the tokens of one part of a text; offsets count from the start of `bytes`.
  mutating func scan(_ bytes: Span<UInt8>) {
    let entries = FoldingTable.entries
    let table = entries.span
    var place = 0
    breakSeen = true
    partStart = tokens.count
    while place < bytes.count {
      let scalar = decodeScalar(bytes, at: place)
      let entry = foldingEntry(scalar.value, table)
      let next = place + scalar.length
      switch entry >> 16 & 15 {
      case FoldingClass.arabic, FoldingClass.latin, FoldingClass.letter:
        appendLetter(entry, from: place, to: next)
      case FoldingClass.drop: if isOpen { token.end = UInt32(next) }
      case FoldingClass.zwnj: break
      case FoldingClass.space:
        close()
        if scalar.value == 0x0A { breakSeen = true }
      case FoldingClass.digit:
        guard isOpen, token.kind == .latin || token.kind == .code else {
          close()
          place = scanNumber(bytes, from: place, table)
          continue
        }
        token.kind = .code
        append(entry, to: next)
      case FoldingClass.expand: appendExpansion(entry, from: place, to: next, table)
      case FoldingClass.ideograph:
        close()
        open(.other, at: place)
        append(entry, to: next)
        close()
      default:
        place = scanSign(bytes, scalar, at: place, table)
        continue
      }
      place = next
    }
    close()
  }

  /// Marks the tokens of a date; ``CalendarDates`` finds them after the scan.
  mutating func markDate(_ range: Range<Int>) {
    for index in range { tokens[index].isInDate = true }
  }

  /// Drops the first `leading` tokens of the part scanned last and all from `end` on.
  mutating func keep(from part: Int, dropping leading: Int, end: Int) {
    if end < tokens.count {
      tokens.removeSubrange(end...)
      while let last = numbers.last, last.token >= end { numbers.removeLast() }
    }
    guard leading > 0 else { return }
    tokens.removeSubrange(part..<part + leading)
    numbers = numbers.compactMap { number in
      if number.token < part { return number }
      guard number.token >= part + leading else { return nil }
      return TextNumber(token: number.token - leading, thousandths: number.thousandths)
    }
  }

  // MARK: Letters

  @inline(__always)
  private mutating func open(_ kind: TextToken.Kind, at place: Int) {
    token = TextToken(
      start: UInt32(place),
      end: UInt32(place),
      unitStart: UInt32(units.count),
      kind: kind,
      afterBreak: breakSeen
    )
    isOpen = true
    breakSeen = false
    upperCount = 0
    baseCount = 0
  }

  @inline(__always)
  private mutating func append(_ entry: UInt32, to next: Int) {
    units.append(UInt16(truncatingIfNeeded: entry))
    token.unitCount += 1
    token.end = UInt32(next)
    if token.unitCount == 255 { close() }
  }

  @inline(__always)
  private mutating func appendLetter(_ entry: UInt32, from place: Int, to next: Int) {
    let kind: TextToken.Kind =
      switch entry >> 16 & 15 {
      case FoldingClass.arabic: .arabic
      case FoldingClass.latin: .latin
      default: .other
      }
    if isOpen, token.kind != kind, !(token.kind == .code && kind == .latin) { close() }
    if !isOpen { open(kind, at: place) }
    if entry >> 16 & FoldingClass.upper != 0 {
      upperCount += 1
      if token.unitCount == 0 { token.isCapitalized = true }
    }
    append(entry, to: next)
  }

  private mutating func appendExpansion(
    _ entry: UInt32,
    from place: Int,
    to next: Int,
    _ table: borrowing Span<UInt32>
  ) {
    let upper = entry & FoldingClass.upper << 16
    for unit in FoldingTable.expansion(entry) {
      let part = table[Int(unit)] | upper
      switch part >> 16 & 15 {
      case FoldingClass.arabic, FoldingClass.latin, FoldingClass.letter:
        appendLetter(part, from: place, to: next)
      case FoldingClass.digit:
        if !isOpen { open(.number, at: place) }
        append(part, to: next)
      case FoldingClass.drop: break
      default: close()
      }
    }
  }

  /// Handles punctuation at `place` and returns where to go on.
  private mutating func scanSign(
    _ bytes: borrowing Span<UInt8>,
    _ scalar: DecodedScalar,
    at place: Int,
    _ table: borrowing Span<UInt32>
  ) -> Int {
    let next = place + scalar.length
    switch scalar.value {
    case 0x2D, 0x2010, 0x2011, 0x2013:  // WTDC-25: letters, hyphen, digit
      if isOpen, token.kind == .latin, kindOfScalar(bytes, next, table) == FoldingClass.digit {
        baseCount = Int(token.unitCount)
        return next
      }
      close()
    case 0x27, 0x2019:  // Iran's
      if isOpen, token.kind == .latin, next < bytes.count, bytes[next] | 0x20 == 0x73,
        kindOfScalar(bytes, next + 1, table) != FoldingClass.latin
      {
        close()
        return next + 1
      }
      close()
    case 0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x2018, 0x201E, 0x2039, 0x203A: close()
    default:
      close()
      breakSeen = true
    }
    return next
  }

  private func kindOfScalar(
    _ bytes: borrowing Span<UInt8>,
    _ place: Int,
    _ table: borrowing Span<UInt32>
  ) -> UInt32 {
    guard place < bytes.count else { return FoldingClass.space }
    return foldingEntry(decodeScalar(bytes, at: place).value, table) >> 16 & 15
  }

  // MARK: Ends of tokens

  private mutating func close() {
    guard isOpen else { return }
    isOpen = false
    if token.kind == .latin, token.unitCount > 1, upperCount == Int(token.unitCount) {
      token.kind = .code
    }
    if token.kind == .arabic, stemmer.rules == .persian, joinsNeighbour() { return }
    finish()
  }

  private mutating func finish() {
    let start = Int(token.unitStart)
    let count = Int(token.unitCount)
    var stem = 0..<count
    switch token.kind {
    case .arabic, .latin: stem = stemmer.stem(units, start, count, isArabic: token.kind == .arabic)
    case .code: if baseCount >= 3 { stem = 0..<baseCount }
    case .number, .other: break
    }
    token.stemOffset = UInt8(stem.lowerBound)
    token.stemCount = UInt8(stem.count)
    if token.kind == .latin, EnglishStemmer.endsInY(units, start, stem.count) {
      token.word = FoldedHash.hash(units, start, count)
      token.stem = FoldedHash.hash(units, start, stem.count - 1, then: 0x69)
    } else if stem.lowerBound == 0 {
      (token.stem, token.word) = FoldedHash.hashes(units, start, stem.count, count)
    } else {
      token.word = FoldedHash.hash(units, start, count)
      token.stem = FoldedHash.hash(units, start + stem.lowerBound, stem.count)
    }
    if let last = numbers.last, last.token == tokens.count - 1, !token.afterBreak,
      let factor = Magnitudes.factor(of: token.word)
    {
      let value = last.thousandths.multipliedReportingOverflow(by: factor)
      numbers[numbers.count - 1] = TextNumber(
        token: last.token,
        thousandths: value.overflow ? .max : value.partialValue
      )
    }
    tokens.append(token)
  }

  /// Joins «همکاری های» and «می شود» into one token; returns whether that is done.
  private mutating func joinsNeighbour() -> Bool {
    guard tokens.count > partStart, !token.afterBreak, let previous = tokens.last,
      previous.kind == .arabic, Int(previous.unitCount) + Int(token.unitCount) < 255,
      PersianAffixes.joins(
        units,
        previous: Int(previous.unitStart)..<Int(token.unitStart),
        next: Int(token.unitStart)..<units.count
      )
    else { return false }
    if tokens.count > partStart + 1, tokens[tokens.count - 2].kind == .number,
      previous.unitCount == 2
    {
      return false  // «۵ می»: the month of May
    }
    tokens.removeLast()
    token.start = previous.start
    token.unitStart = previous.unitStart
    token.unitCount += previous.unitCount
    token.afterBreak = previous.afterBreak
    finish()
    return true
  }

  // MARK: Numbers

  /// Reads a number that begins at `place`, appends its token, and returns where to go on.
  private mutating func scanNumber(
    _ bytes: borrowing Span<UInt8>,
    from place: Int,
    _ table: borrowing Span<UInt32>
  ) -> Int {
    let isPart =
      tokens.count > partStart && tokens[tokens.count - 1].kind == .number
      && Int(tokens[tokens.count - 1].end) + 1 == place && bytes[place - 1] == 0x2E
    open(.number, at: place)
    let number = NumberScanner.scan(bytes, from: place, isPart: isPart, table)
    var value = number.integer
    var digits = 0
    while value > 0 || digits == 0 {
      units.append(UInt16(0x30 + value % 10))
      value /= 10
      digits += 1
    }
    units[(units.count - digits)...].reverse()
    if number.fractionDigits > 0 {
      units.append(0x2E)
      var scale = 1
      for _ in 1..<number.fractionDigits { scale *= 10 }
      while scale > 0 {
        units.append(UInt16(0x30 + number.fraction / scale % 10))
        scale /= 10
      }
    }
    token.unitCount = UInt8(units.count - Int(token.unitStart))
    token.end = UInt32(number.end)
    isOpen = false
    guard number.fractionDigits == 0 else {
      numbers.append(TextNumber(token: tokens.count, thousandths: number.thousandths))
      finish()
      return number.end
    }
    return scanNumberSuffix(bytes, number, table)
  }

  /// Handles letters right after digits: `5G` and `3GPP` are codes, `19th` is the number 19.
  private mutating func scanNumberSuffix(
    _ bytes: borrowing Span<UInt8>,
    _ number: NumberScanner.Number,
    _ table: borrowing Span<UInt32>
  ) -> Int {
    var place = number.end
    var letters = 0
    var capitals = 0
    var first: (UInt32, UInt32) = (0, 0)
    while place < bytes.count, letters < 8 {
      let scalar = decodeScalar(bytes, at: place)
      let entry = foldingEntry(scalar.value, table)
      guard entry >> 16 & 15 == FoldingClass.latin else { break }
      if letters == 0 { first.0 = entry & 0xFFFF }
      if letters == 1 { first.1 = entry & 0xFFFF }
      letters += 1
      capitals += entry >> 16 & FoldingClass.upper != 0 ? 1 : 0
      place += scalar.length
    }
    var next = number.end
    if letters == 2, NumberScanner.isOrdinal(first) {
      token.end = UInt32(place)
      next = place
    } else if letters == 1, first.0 == 0x74, isISODay,
      kindOfScalar(bytes, place, table) == FoldingClass.digit
    {
      next = place  // 2025-11-19T10:00
    } else if letters == 1 || (letters > 0 && capitals == letters) {
      token.kind = .code
      isOpen = true
      return number.end
    }
    numbers.append(TextNumber(token: tokens.count, thousandths: number.thousandths))
    finish()
    return next
  }

  /// Whether the open number stands behind two others that touch it, as the day of 2025-11-19 does.
  private var isISODay: Bool {
    guard tokens.count >= partStart + 2 else { return false }
    let (year, month) = (tokens[tokens.count - 2], tokens[tokens.count - 1])
    return year.kind == .number && month.kind == .number && year.unitCount == 4
      && year.end + 1 == month.start && month.end + 1 == token.start
  }
}
