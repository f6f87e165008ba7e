// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Light stemming of folded words: a stem is always a part of its word, so both can be shown.
///
/// Arabic follows Larkey's light10 (2007) with guards for words whose first letters only look like
/// a prefix; Persian takes off plurals, ezafe, adjective and comparison endings; English takes off
/// s, es, ed, ing, ies. Over-stemming is harmless while it is the same everywhere; what must not
/// happen is that two different roots meet, hence the minimum lengths.
struct Stemmer: Sendable {
  enum Rules { case arabic, persian, none }
  /// How words in Arabic script are stemmed; Latin words always get the English rules.
  let rules: Rules

  init(language: Language) {
    rules = language == .arabic ? .arabic : language == .persian ? .persian : .none
  }

  /// Returns the stem's place in the word `units[start..<start + count]`, relative to `start`.
  func stem(_ units: [UInt16], _ start: Int, _ count: Int, isArabic: Bool) -> Range<Int> {
    guard count > 2 else { return 0..<count }
    if !isArabic { return EnglishStemmer.stem(units, start, count) }
    return switch rules {
    case .arabic: ArabicStemmer.stem(units, start, count)
    case .persian: PersianStemmer.stem(units, start, count)
    case .none: 0..<count
    }
  }
}

/// Up to four folded units in one word, the last unit lowest: affixes compare in one step.
struct Affix: Sendable {
  let value: UInt64
  let mask: UInt64
  let length: Int
  /// Units that must remain.
  let minimum: Int

  init(_ text: String, leaving minimum: Int) {
    let units = Array(text.utf16)
    precondition((1...4).contains(units.count))
    value = units.reduce(0) { $0 << 16 | UInt64($1) }
    mask = units.count == 4 ? .max : (1 << (16 * UInt64(units.count))) - 1
    length = units.count
    self.minimum = minimum
  }

  /// The last four units before `end`, the nearest lowest.
  @inline(__always)
  static func tail(_ units: [UInt16], _ start: Int, _ end: Int) -> UInt64 {
    var packed: UInt64 = 0
    for place in max(start, end - 4)..<end { packed = packed << 16 | UInt64(units[place]) }
    return packed
  }

  /// The first `length` units from `start` (fewer at the end of the word give no match).
  @inline(__always)
  static func head(_ units: [UInt16], _ start: Int, _ end: Int, length: Int) -> UInt64 {
    guard end - start >= length else { return 0 }
    var packed: UInt64 = 0
    for place in start..<start + length { packed = packed << 16 | UInt64(units[place]) }
    return packed
  }
}

/// Suffixes of a script by their last letter, longest first.
struct SuffixTable: Sendable {
  private let affixes: [Affix]
  /// Where the suffixes begin that end in a letter, by its low byte; 257 entries.
  private let starts: [UInt8]

  init(_ affixes: [Affix]) {
    let ordered = affixes.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      if left.value & 0xFF != right.value & 0xFF { return left.value & 0xFF < right.value & 0xFF }
      return left.length != right.length ? left.length > right.length : $0.offset < $1.offset
    }
    self.affixes = ordered.map(\.element)
    var starts = [UInt8](repeating: 0, count: 257)
    for affix in affixes { starts[Int(affix.value & 0xFF) + 1] += 1 }
    for place in 1...256 { starts[place] += starts[place - 1] }
    self.starts = starts
  }

  /// The length of the longest suffix that may be taken off, or 0.
  @inline(__always)
  func length(atEndOf units: [UInt16], _ start: Int, _ end: Int) -> Int {
    let last = Int(units[end - 1] & 0xFF)
    let range = Int(starts[last])..<Int(starts[last + 1])
    if range.isEmpty { return 0 }
    let tail = Affix.tail(units, start, end)
    for place in range {
      let affix = affixes[place]
      if tail & affix.mask == affix.value, end - start >= affix.length + affix.minimum {
        return affix.length
      }
    }
    return 0
  }
}

/// Words that must not lose what looks like a prefix, by their first units.
struct PrefixList: Sendable {
  private let short: FoldedWordSet
  private let long: FoldedWordSet

  /// Takes folded beginnings of three or four letters.
  init(_ words: String) {
    let units = words.split(separator: " ").map { Array($0.utf16) }
    precondition(units.allSatisfy { (3...4).contains($0.count) })
    func packed(_ length: Int) -> FoldedWordSet {
      let chosen = units.filter { $0.count == length }
      return FoldedWordSet(chosen.map { PrefixList.mixed($0.reduce(0) { $0 << 16 | UInt64($1) }) })
    }
    short = packed(3)
    long = packed(4)
  }

  func contains(_ units: [UInt16], _ start: Int, _ end: Int) -> Bool {
    short.contains(PrefixList.mixed(Affix.head(units, start, end, length: 3)))
      || long.contains(PrefixList.mixed(Affix.head(units, start, end, length: 4)))
  }

  private static func mixed(_ packed: UInt64) -> UInt64 {
    let product = packed &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }
}

/// English: plural, past, -ing, a final e of longer words.
///
/// A final y behind a consonant counts as i (``endsInY(_:_:_:)``), so that company and companies
/// meet but army and arm, party and part do not.
enum EnglishStemmer {
  private static let c: UInt16 = 0x63
  private static let e: UInt16 = 0x65
  private static let i: UInt16 = 0x69
  private static let s: UInt16 = 0x73
  private static let y: UInt16 = 0x79

  static func stem(_ units: [UInt16], _ start: Int, _ count: Int) -> Range<Int> {
    guard count > 3 else { return 0..<count }
    var end = start + count
    end = withoutPlural(units, start, end)
    end = withoutParticiple(units, start, end)
    // share, sharing; but care and car, police and policy are four words.
    if end - start > 4, units[end - 1] == e, !isVowel(units[end - 2]),
      !(units[end - 2] == c && units[end - 3] == i)
    {
      end -= 1
    }
    return 0..<end - start
  }

  /// Whether a stem ends in a y that counts as i: in company, not in day.
  static func endsInY(_ units: [UInt16], _ start: Int, _ count: Int) -> Bool {
    count > 3 && units[start + count - 1] == y && !isVowel(units[start + count - 2])
  }

  private static func withoutPlural(_ units: [UInt16], _ start: Int, _ end: Int) -> Int {
    guard units[end - 1] == s else { return end }
    let before = units[end - 2]
    // process, virus, analysis; "news" is no plural of "new".
    if before == s || before == 0x75 || before == i { return end }
    if end - start == 4, units[start] == 0x6E, units[start + 1] == e, before == 0x77 { return end }
    guard before == e else { return end - 1 }
    let third = units[end - 3]
    if third == i { return end - start > 4 ? end - 2 : end - 1 }  // companies, ties
    let hisses = third == s || third == 0x78 || third == 0x7A || third == 0x68  // s x z (c|s)h
    return hisses && end - start > 4 ? end - 2 : end - 1
  }

  private static func withoutParticiple(_ units: [UInt16], _ start: Int, _ end: Int) -> Int {
    var cut = end
    if end - start > 5, units[end - 1] == 0x67, units[end - 2] == 0x6E, units[end - 3] == i {
      cut = end - 3
    } else if end - start > 4, units[end - 1] == 0x64, units[end - 2] == e, units[end - 3] != e {
      cut = end - 2
    } else {
      return end
    }
    guard units[start..<cut].contains(where: { isVowel($0) || $0 == y }) else { return end }
    let last = units[cut - 1]
    // noted is note, not "not"; aimed is aim, added is add.
    if cut == end - 2, cut - start == 3, !isVowel(last), isVowel(units[cut - 2]),
      !isVowel(units[start])
    {
      return end - 1
    }
    if last == units[cut - 2], cut - start > 3, last != 0x6C, last != s, last != 0x7A {
      cut -= 1  // planned, but called, passed
    }
    return cut
  }

  private static func isVowel(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x61, 0x65, 0x69, 0x6F, 0x75: true
    default: false
    }
  }
}
