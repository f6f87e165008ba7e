// SPDX-License-Identifier: Apache-2.0

/// Whether bytes are UTF-8, thirty-two at a time.
///
/// Text in Arabic script goes back and forth between letters of two bytes and spaces of one, which
/// no processor foresees: checking it character by character takes several times as long.
enum UTF8Check {
  private typealias Bytes = SIMD16<UInt8>

  /// Whether `bytes` are valid UTF-8 (Unicode 3.9, table 3-7), and whether they are ASCII.
  static func run(_ bytes: Span<UInt8>) -> (isUTF8: Bool, isASCII: Bool) {
    unsafe bytes.withUnsafeBytes { unsafe run($0) }
  }

  private static func run(_ bytes: UnsafeRawBufferPointer) -> (isUTF8: Bool, isASCII: Bool) {
    guard let base = bytes.baseAddress else { return (true, true) }
    // Each byte is judged together with the three before it, which the first ones do not have.
    var place = min(16, bytes.count)
    guard unsafe areValid(base, 0, place) else { return (false, false) }
    var isASCII = unsafe areASCII(base, 0, place)
    var faults = Bytes.zero
    while place + 32 <= bytes.count {
      let first = unsafe load(base, place)
      let second = unsafe load(base, place + 16)
      if (first | second) & all(0x80) == .zero, unsafe areSettled(base, place) {
        place += 32
        continue
      }
      isASCII = false
      let before = unsafe load(base, place - 1)
      let between = unsafe load(base, place + 15)
      // Arabic, Hebrew, Greek, Cyrillic and Latin letters have two bytes.
      let long =
        (unsafe load(base, place - 3) .>= all(0xE0)) .| (first .>= all(0xE0))
        .| (second .>= all(0xE0))
      if Bytes.zero.replacing(with: all(1), where: long) == .zero {
        faults |= pairs(first, after: before) | pairs(second, after: between)
      } else {
        unsafe faults |= sequences(base, place, first, after: before)
        unsafe faults |= sequences(base, place + 16, second, after: between)
      }
      place += 32
    }
    guard faults == .zero, unsafe areValid(base, place, bytes.count),
      unsafe !isCutShort(base, bytes.count)
    else { return (false, false) }
    return unsafe (true, isASCII && areASCII(base, place, bytes.count))
  }

  // Comparing a vector with one number goes lane by lane in the standard library.
  @inline(__always)
  private static func all(_ byte: UInt8) -> Bytes { Bytes(repeating: byte) }

  @inline(__always)
  private static func load(_ base: UnsafeRawPointer, _ place: Int) -> Bytes {
    unsafe base.loadUnaligned(fromByteOffset: place, as: Bytes.self)
  }

  /// Faults of bytes of which none, and none of the three before, begins more than two.
  @inline(__always)
  private static func pairs(_ now: Bytes, after before: Bytes) -> Bytes {
    let follows = (now & all(0xC0)) .== all(0x80)
    let must = before .>= all(0xC0)
    return Bytes.zero.replacing(
      with: all(1),
      where: (follows .^ must) .| ((now & all(0xFE)) .== all(0xC0))
    )
  }

  /// Faults of the bytes `now` at `place`.
  @inline(__always)
  private static func sequences(
    _ base: UnsafeRawPointer,
    _ place: Int,
    _ now: Bytes,
    after before: Bytes
  ) -> Bytes {
    let follows = (now & all(0xC0)) .== all(0x80)
    let second = unsafe load(base, place - 2)
    let third = unsafe load(base, place - 3)
    let must = (before .>= all(0xC0)) .| (second .>= all(0xE0)) .| (third .>= all(0xF0))
    let none = ((now & all(0xFE)) .== all(0xC0)) .| (now .>= all(0xF5))
    // Some leads allow only part of the bytes that may follow.
    let low =
      ((before .== all(0xE0)) .& (now .< all(0xA0)))
      .| ((before .== all(0xF0)) .& (now .< all(0x90)))
    let high =
      ((before .== all(0xED)) .& (now .>= all(0xA0)))
      .| ((before .== all(0xF4)) .& (now .>= all(0x90)))
    return Bytes.zero.replacing(with: all(1), where: (follows .^ must) .| none .| low .| high)
  }

  /// Whether no sequence that began before `place`, from 3 on, wants more bytes.
  private static func areSettled(_ base: UnsafeRawPointer, _ place: Int) -> Bool {
    unsafe base.load(fromByteOffset: place - 1, as: UInt8.self) < 0xC0
      && base.load(fromByteOffset: place - 2, as: UInt8.self) < 0xE0
      && base.load(fromByteOffset: place - 3, as: UInt8.self) < 0xF0
  }

  private static func areASCII(_ base: UnsafeRawPointer, _ start: Int, _ stop: Int) -> Bool {
    var all: UInt8 = 0
    for at in start..<stop { unsafe all |= base.load(fromByteOffset: at, as: UInt8.self) }
    return all < 0x80
  }

  /// Whether each byte from `start` to `stop` may follow the three before it.
  private static func areValid(_ base: UnsafeRawPointer, _ start: Int, _ stop: Int) -> Bool {
    func byte(_ at: Int) -> UInt8 {
      unsafe at < 0 ? 0 : base.load(fromByteOffset: at, as: UInt8.self)
    }
    for at in start..<stop {
      let (this, first) = (byte(at), byte(at - 1))
      let must = first >= 0xC0 || byte(at - 2) >= 0xE0 || byte(at - 3) >= 0xF0
      if must != (this & 0xC0 == 0x80) || this & 0xFE == 0xC0 || this >= 0xF5 { return false }
      switch first {
      case 0xE0 where this < 0xA0, 0xED where this >= 0xA0: return false
      case 0xF0 where this < 0x90, 0xF4 where this >= 0x90: return false
      default: continue
      }
    }
    return true
  }

  /// Whether the character before `end` wants more bytes.
  private static func isCutShort(_ base: UnsafeRawPointer, _ end: Int) -> Bool {
    for (back, lead) in [(1, 0xC0), (2, 0xE0), (3, 0xF0)] where back <= end {
      if unsafe base.load(fromByteOffset: end - back, as: UInt8.self) >= UInt8(lead) { return true }
    }
    return false
  }
}
