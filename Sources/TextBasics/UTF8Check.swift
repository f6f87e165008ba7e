// SPDX-License-Identifier: Apache-2.0

/// Whether bytes are UTF-8, eight at a time.
///
/// Text in Arabic script goes back and forth between letters of two bytes and spaces of one, which
/// no processor foresees: checking it character by character takes several times as long.
enum UTF8Check {
  /// The highest bit of each byte.
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Whether `bytes` are valid UTF-8 (Unicode 3.9, table 3-7), and whether they are ASCII.
  static func run(_ bytes: Span<UInt8>) -> (isUTF8: Bool, isASCII: Bool) {
    unsafe bytes.withUnsafeBytes { unsafe run($0) }
  }

  private static func run(_ bytes: UnsafeRawBufferPointer) -> (isUTF8: Bool, isASCII: Bool) {
    guard let base = bytes.baseAddress else { return (true, true) }
    var isASCII = true
    // The bytes that begin sequences of two, three and four at least, in the word before.
    var before = Leads()
    var place = 0
    while place + 8 <= bytes.count {
      if before.two == 0 { unsafe skipASCII(bytes, &place) }
      guard place + 8 <= bytes.count else { break }
      let word = unsafe UInt64(
        littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      )
      if (word | before.two) & high != 0 {
        isASCII = false
        let leads = Leads(word)
        let follows = word & ~(word << 1) & high
        guard follows == leads.followers(after: before) else { return (false, false) }
        // Some leads allow only part of the bytes that may follow, and some are none.
        if leads.areSpecial(in: word),
          unsafe !areValid(base, place, min(place + 9, bytes.count))
        {
          return (false, false)
        }
        before = leads
      }
      place += 8
    }
    for at in place..<bytes.count where unsafe base.load(fromByteOffset: at, as: UInt8.self) > 0x7F
    {
      isASCII = false
    }
    guard unsafe areValid(base, place, bytes.count), unsafe !isCutShort(base, bytes.count) else {
      return (false, false)
    }
    return (true, isASCII)
  }

  /// Moves `place` on over ASCII, thirty-two bytes at a time.
  @inline(__always)
  private static func skipASCII(_ bytes: UnsafeRawBufferPointer, _ place: inout Int) {
    guard let base = bytes.baseAddress else { return }
    while place + 32 <= bytes.count {
      var all: UInt64 = 0
      for word in 0..<4 {
        unsafe all |= base.loadUnaligned(fromByteOffset: place + word * 8, as: UInt64.self)
      }
      guard all & high == 0 else { return }
      place += 32
    }
  }

  /// The first bytes of sequences in a word, each by its highest bit.
  private struct Leads {
    var two: UInt64 = 0
    var three: UInt64 = 0
    var four: UInt64 = 0

    init() {}

    init(_ word: UInt64) {
      two = word & (word << 1) & high
      three = two & (word << 2)
      four = three & (word << 3)
    }

    /// The bytes that must go on with a sequence.
    func followers(after before: Leads) -> UInt64 {
      (two << 8 | before.two >> 56) | (three << 16 | before.three >> 48)
        | (four << 24 | before.four >> 40)
    }

    /// Whether C0, C1, E0, ED or anything from F0 on is among them, and E1, which does no harm.
    func areSpecial(in word: UInt64) -> Bool {
      let all: UInt64 = 0x0101_0101_0101_0101
      // Of C0, C1, E0 and E1 alone are the bits 1E zero; for all others the sum carries into 80.
      if four | two & ~((word & (0x1E * all)) &+ (0x7E * all)) != 0 { return true }
      return three != 0 && hasZero(word ^ (0xED * all))
    }

    /// Whether a byte of `word` is zero.
    private func hasZero(_ word: UInt64) -> Bool {
      (word &- 0x0101_0101_0101_0101) & ~word & high != 0
    }
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
