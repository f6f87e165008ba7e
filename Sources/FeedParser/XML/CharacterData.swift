// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import TextBasics

/// Character data that is read without libxml2, which takes most of its time for it.
///
/// Three quarters of a feed are the texts of its items: escaped HTML and CDATA sections without any
/// markup of XML in them. libxml2 looks at each of their characters by itself. Here they are
/// searched sixteen bytes at a time, and whatever is not plainly well formed (an unknown reference,
/// a control character, `]]>` in text) is left to libxml2 to judge.
struct CharacterData {
  /// Where a run of character data ends and what it does to the position in the document.
  struct Taken {
    /// The place behind it.
    var end: Int
    /// Line ends in it.
    var lines = 0
    /// As libxml2 counts columns: characters of text and bytes of CDATA sections, after the last
    /// line end if there is one.
    var columns = 0
    /// Bytes after the last line end if there is one.
    var bytes = 0
  }

  /// Bytes of the shortest run that is not cheaper left to libxml2.
  static let worthwhile = 40
  /// A tag, comment or instruction that is longer ends the search: nothing is looked at twice.
  private static let longestMarkup = 4096

  /// What the references of a text are decoded into.
  private var decoded: [UInt8] = []
  /// The first `]]>` at or after a place, of the bytes that are being read.
  private var sectionEnd: (from: Int, place: Int)?
  private let shortest: Int

  /// Takes runs of at least `shortest` bytes.
  init(shortest: Int = CharacterData.worthwhile) { self.shortest = shortest }

  /// Begins with other bytes.
  mutating func startOver() { sectionEnd = nil }

  /// The first place from `start` to `limit` at which a tag has ended and a run of some length begins.
  ///
  /// It may be wrong inside comments and the like: ask libxml2 where it stands.
  mutating func nextRun(in bytes: Span<UInt8>, from start: Int, to limit: Int) -> Int? {
    var place = start
    while let markup = bytes.firstIndex(of: 0x3C, from: place, to: limit) {
      guard let close = CharacterData.endOfMarkup(bytes, markup),
        let next = bytes.firstIndex(of: 0x3C, from: close, to: bytes.count)
      else { return nil }
      if next - close >= shortest { return close }
      if beginsSection(bytes, next) {
        guard let end = endOfSection(bytes, next) else { return nil }
        if end - close >= shortest { return close }
        place = end
      } else {
        place = next
      }
    }
    return nil
  }

  /// Takes texts and CDATA sections from `start` on into `builder`, up to the next markup or to
  /// what libxml2 must judge.
  mutating func take(
    _ bytes: Span<UInt8>,
    from start: Int,
    into builder: inout TapeBuilder
  ) -> Taken {
    var taken = Taken(end: start)
    while taken.end < bytes.count {
      let place = taken.end
      if bytes[place] == 0x3C {
        guard beginsSection(bytes, place), let end = endOfSection(bytes, place) else { break }
        let content = place + 9..<end - 3
        let survey = Survey(bytes, content)
        guard !survey.isOdd, isUTF8(bytes, content, builder) else { break }
        unsafe bytes.extracting(content).withUnsafeBufferPointer { unsafe builder.text($0) }
        taken.add(survey, bytes, content, inSection: true)
        taken.end = end
      } else {
        guard let end = bytes.firstIndex(of: 0x3C, from: place, to: bytes.count) else { break }
        let survey = Survey(bytes, place..<end)
        guard !survey.isOdd, !survey.endsSection, isUTF8(bytes, place..<end, builder) else { break }
        if !survey.hasReferences, !survey.hasReturns {
          unsafe bytes.extracting(place..<end).withUnsafeBufferPointer { unsafe builder.text($0) }
        } else {
          guard let count = decode(bytes, place..<end, hasReturns: survey.hasReturns) else { break }
          unsafe decoded.span.extracting(0..<count).withUnsafeBufferPointer {
            unsafe builder.text($0)
          }
        }
        taken.add(survey, bytes, place..<end, inSection: false)
        taken.end = end
      }
    }
    return taken
  }

  private func isUTF8(_ bytes: Span<UInt8>, _ range: Range<Int>, _ builder: TapeBuilder) -> Bool {
    builder.tape.isChecked || UTF8Repair.check(bytes.extracting(range)).isUTF8
  }

  // MARK: Where things end

  /// The place behind the tag, comment or instruction at `start`.
  private static func endOfMarkup(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let stop = min(bytes.count, start + longestMarkup)
    var place = start + 1
    guard place < stop else { return nil }
    if bytes[place] == 0x21, place + 2 < stop, bytes[place + 1] == 0x2D {
      place += 3
      while let end = bytes.firstIndex(of: 0x3E, from: place, to: stop) {
        if bytes[end - 1] == 0x2D, bytes[end - 2] == 0x2D { return end + 1 }
        place = end + 1
      }
      return nil
    }
    while place < stop {
      let byte = bytes[place]
      if byte == 0x3E { return place + 1 }
      if byte == 0x22 || byte == 0x27 {
        guard let quote = bytes.firstIndex(of: byte, from: place + 1, to: stop) else { return nil }
        place = quote
      }
      place += 1
    }
    return nil
  }

  private func beginsSection(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    guard place + 9 <= bytes.count, bytes[place + 1] == 0x21 else { return false }
    let name: [8 of UInt8] = [0x5B, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5B, 0]
    for index in 0..<7 where bytes[place + 2 + index] != name[index] { return false }
    return true
  }

  /// The place behind the CDATA section at `start`.
  private mutating func endOfSection(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let from = start + 9
    if let known = sectionEnd, known.from <= from, from <= known.place {
      return known.place < bytes.count ? known.place + 3 : nil
    }
    var place = from
    while let end = bytes.firstIndex(of: 0x3E, from: place, to: bytes.count) {
      if end >= from + 2, bytes[end - 1] == 0x5D, bytes[end - 2] == 0x5D {
        sectionEnd = (from, end - 2)
        return end + 1
      }
      place = end + 1
    }
    // None: nor will there be any behind.
    sectionEnd = (from, bytes.count)
    return nil
  }

  // MARK: References

  /// Writes the text of `range` into ``decoded``; returns its length, or `nil` when there is a
  /// reference that is not one of XML's own.
  private mutating func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, hasReturns: Bool) -> Int?
  {
    if decoded.count <= range.count {
      decoded = [UInt8](repeating: 0, count: max(range.count + 1, 2 * decoded.count, 4096))
    }
    var place = range.lowerBound
    var length = 0
    while let mark = bytes.firstIndex(of: 0x26, from: place, to: range.upperBound) {
      copy(bytes, place..<mark, to: &length, hasReturns: hasReturns)
      guard let reference = CharacterData.reference(bytes, mark, range.upperBound) else {
        return nil
      }
      for unit in reference.scalar.utf8 {
        decoded[length] = unit
        length += 1
      }
      place = reference.end
    }
    copy(bytes, place..<range.upperBound, to: &length, hasReturns: hasReturns)
    return length
  }

  /// Copies `range` to the place `length` of ``decoded``, line ends made uniform.
  private mutating func copy(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    to length: inout Int,
    hasReturns: Bool
  ) {
    var place = range.lowerBound
    while place < range.upperBound {
      let line = hasReturns ? bytes.firstIndex(of: 0x0D, from: place, to: range.upperBound) : nil
      let stop = line ?? range.upperBound
      precondition(length + stop - place < decoded.count, "a text grew")
      unsafe bytes.extracting(place..<stop).withUnsafeBufferPointer { source in
        // Within bounds: that was checked.
        unsafe decoded.withUnsafeMutableBufferPointer { target in
          guard let target = target.baseAddress, let source = source.baseAddress else { return }
          unsafe memcpy(target + length, source, stop - place)
        }
      }
      length += stop - place
      guard stop < range.upperBound else { return }
      // XML 1.0, 2.11: a return and a line feed are one line end, and so is a return alone.
      decoded[length] = 0x0A
      length += 1
      place = stop + 1
      if place < range.upperBound, bytes[place] == 0x0A { place += 1 }
    }
  }

  /// The character of the reference at `start`, and the place behind it.
  private static func reference(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ stop: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var place = start + 1
    var name: UInt64 = 0
    while place < stop, bytes[place] != 0x3B {
      guard place - start <= 8 else { return nil }
      name = name << 8 | UInt64(bytes[place])
      place += 1
    }
    guard place < stop else { return nil }
    let end = place + 1
    switch name {
    case 0x6C74: return ("<", end)
    case 0x6774: return (">", end)
    case 0x61_6D70: return ("&", end)
    case 0x7175_6F74: return ("\"", end)
    case 0x6170_6F73: return ("'", end)
    default: break
    }
    guard start + 2 < place, bytes[start + 1] == 0x23 else { return nil }
    let isHexadecimal = bytes[start + 2] == 0x78
    let digits = start + (isHexadecimal ? 3 : 2)..<place
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for place in digits {
      let byte = bytes[place]
      switch byte {
      case 0x30...0x39: value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - 0x30)
      case 0x41...0x46 where isHexadecimal: value = value * 16 + UInt32(byte - 0x37)
      case 0x61...0x66 where isHexadecimal: value = value * 16 + UInt32(byte - 0x57)
      default: return nil
      }
    }
    // Controls of C0 are no characters of XML, those of C1 no characters that anybody means.
    let isCharacter =
      value >= 0xA0 || (0x20...0x7F).contains(value) || value == 0x0A
      || value == 0x09 || value == 0x0D
    guard isCharacter, value & 0xFFFE != 0xFFFE, let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (scalar, end)
  }
}

extension CharacterData.Taken {
  /// Moves the position over `range`.
  fileprivate mutating func add(
    _ survey: Survey,
    _ document: Span<UInt8>,
    _ range: Range<Int>,
    inSection: Bool
  ) {
    let edges = inSection ? (before: 9, after: 3) : (before: 0, after: 0)
    if survey.lines == 0 {
      columns += edges.before + (inSection ? range.count : survey.characters)
      bytes += edges.before + range.count
    } else {
      lines += survey.lines
      var start = range.upperBound
      while document[start - 1] != 0x0A { start -= 1 }
      let rest = start..<range.upperBound
      columns = inSection ? rest.count : Survey(document, rest).characters
      bytes = rest.count
    }
    columns += edges.after
    bytes += edges.after
  }
}

/// What one look at some bytes of UTF-8 tells of them.
private struct Survey {
  /// Whether there is what libxml2 must judge: a control character, a noncharacter.
  private(set) var isOdd = false
  /// Whether `]]` is there, which may end a CDATA section.
  private(set) var endsSection = false
  private(set) var hasReferences = false
  private(set) var hasReturns = false
  private(set) var lines = 0
  private(set) var characters: Int

  private typealias Bytes = SIMD16<UInt8>

  /// Looks at `range`, before which at least one byte stands.
  init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    characters = range.count
    var marks = Marks()
    var place = range.lowerBound
    let raw = unsafe bytes.bytes
    while place + 16 <= range.upperBound {
      // As many as a count in one byte bears.
      let stop = min(range.upperBound, place + 255 * 16)
      var lines = Bytes.zero
      var followers = Bytes.zero
      while place + 16 <= stop {
        // Bounds are checked; any bytes are a vector of bytes.
        let now = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: Bytes.self)
        let before = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place - 1, as: Bytes.self)
        marks.add(now, after: before, &lines, &followers)
        place += 16
      }
      count(lines, followers)
    }
    if place < range.upperBound {
      let (now, before) = Survey.end(bytes, place, range.upperBound)
      var lines = Bytes.zero
      var followers = Bytes.zero
      marks.add(now, after: before, &lines, &followers)
      count(lines, followers)
    }
    isOdd = marks.odd != .zero
    endsSection = marks.brackets != .zero
    hasReferences = marks.references != .zero
    hasReturns = marks.returns != .zero
  }

  /// Up to fifteen bytes from `start` on, and the bytes before each; spaces take the other lanes.
  private static func end(_ bytes: Span<UInt8>, _ start: Int, _ stop: Int) -> (Bytes, Bytes) {
    if start + 16 <= bytes.count {
      let raw = unsafe bytes.bytes
      let now = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start, as: Bytes.self)
      let before = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start - 1, as: Bytes.self)
      let rest = Bytes(repeating: UInt8(truncatingIfNeeded: stop - start))
      let lanes = Bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      return (now.replacing(with: Bytes(repeating: 0x20), where: lanes .>= rest), before)
    }
    var now = Bytes(repeating: 0x20)
    var before = now
    for lane in 0..<stop - start {
      now[lane] = bytes[start + lane]
      before[lane] = bytes[start + lane - 1]
    }
    return (now, before)
  }

  private mutating func count(_ lines: Bytes, _ followers: Bytes) {
    self.lines += Int(SIMD16<UInt16>(truncatingIfNeeded: lines).wrappedSum())
    characters -= Int(SIMD16<UInt16>(truncatingIfNeeded: followers).wrappedSum())
  }

  /// What was met, in any of the lanes.
  private struct Marks {
    var odd = Bytes.zero
    var brackets = Bytes.zero
    var references = Bytes.zero
    var returns = Bytes.zero

    @inline(__always)
    mutating func add(
      _ now: Bytes,
      after before: Bytes,
      _ lines: inout Bytes,
      _ followers: inout Bytes
    ) {
      let ones = all(1)
      let isLine = now .== all(0x0A)
      let isReturn = now .== all(0x0D)
      // C2 85 is the line end of old mainframes, all else from C2 80 to C2 9F a control of C1.
      let control = (now .< all(0x20)) .& .!(isLine .| isReturn .| (now .== all(0x09)))
      let control1 = (before .== all(0xC2)) .& (now .< all(0xA0)) .& (now .!= all(0x85))
      // The end of U+FFFE and U+FFFF, and of few others.
      let noncharacter = (before .== all(0xBF)) .& (now .>= all(0xBE))
      odd.replace(with: ones, where: control .| control1 .| noncharacter)
      brackets.replace(with: ones, where: (before .== all(0x5D)) .& (now .== all(0x5D)))
      references.replace(with: ones, where: now .== all(0x26))
      returns.replace(with: ones, where: isReturn)
      lines &+= Bytes.zero.replacing(with: ones, where: isLine)
      followers &+= Bytes.zero.replacing(with: ones, where: (now & all(0xC0)) .== all(0x80))
    }

    // Comparing a vector with one number goes lane by lane in the standard library.
    @inline(__always)
    private func all(_ byte: UInt8) -> Bytes { Bytes(repeating: byte) }
  }
}
