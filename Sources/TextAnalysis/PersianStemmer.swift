// SPDX-License-Identifier: Apache-2.0

/// Persian: plural, ezafe, ی, comparison, possessives, verb prefix; on words whose ZWNJ is gone.
///
/// The endings are written without ZWNJ because five of five scraped documents had lost it; a text
/// that keeps it gives the same stems.
enum PersianStemmer {
  private static let suffixes = SuffixTable(
    [
      ("هایی", 2), ("هایش", 2), ("هایم", 2), ("های", 2), ("ها", 3), ("شان", 4), ("مان", 4),
      ("تان", 4), ("ترین", 2), ("تری", 4), ("تر", 4), ("گان", 3), ("یان", 4), ("انه", 4),
      ("ان", 4), ("ات", 3), ("ی", 3), ("ه", 4),
    ].map { Affix($0.0, leaving: $0.1) }
  )
  private static let alef: UInt16 = 0x627
  private static let waw: UInt16 = 0x648
  private static let yeh: UInt16 = 0x6CC
  private static let heh: UInt16 = 0x647
  private static let meem: UInt16 = 0x645
  private static let dal: UInt16 = 0x62F
  private static let stan = Affix("ستان", leaving: 0)
  private static let shortWithHeh = PrefixList("هسته شبکه رشته")
  /// میلیارد, میلاد, میعاد: not verbs.
  private static let notVerbs = PrefixList("میل میعا")

  static func stem(_ units: [UInt16], _ start: Int, _ count: Int) -> Range<Int> {
    var end = start + count
    // هسته‌ای, شبکه‌ای: short words whose ه counts, though «های» seems to end the joined form.
    if count >= 6, shortWithHeh.contains(units, start, end) { return 0..<4 }
    let first = withoutVerbPrefix(units, start, end)
    if first > start { return first - start..<count }
    for _ in 0..<4 {
      let length = suffixes.length(atEndOf: units, start, end)
      if length == 0 || isProtected(units, start, end, length) { break }
      end -= length
    }
    return 0..<end - start
  }

  private static func isProtected(_ units: [UInt16], _ start: Int, _ end: Int, _ length: Int)
    -> Bool
  {
    let last = units[end - 1]
    // پاکستان, افغانستان: the ending belongs to the name.
    if Affix.tail(units, start, end) == stan.value { return true }
    guard length == 1, end - start > 1 else { return false }
    let before = units[end - 2]
    // Silent ه follows a consonant: شبکه, ماهواره; but not گروه, دانشگاه.
    return last == heh && (before == alef || before == waw || before == yeh)
  }

  /// Where a verb begins after می or نمی: میشود, نمیکند; words such as میزبان keep their beginning.
  private static func withoutVerbPrefix(_ units: [UInt16], _ start: Int, _ end: Int) -> Int {
    var place = start
    if units[place] == 0x646 { place += 1 }
    guard end - place >= 5, units[place] == meem, units[place + 1] == yeh,
      units[end - 1] == dal || units[end - 1] == meem, !notVerbs.contains(units, place, end)
    else { return start }
    return place + 2
  }
}

/// Parts of Persian words that writers separate by a space.
enum PersianAffixes {
  private static let suffixes: Set<[UInt16]> = Set(
    "ها های هایی هایش هایشان هایمان هایم ترین".split(separator: " ").map { Array($0.utf16) }
  )
  private static let me: [UInt16] = Array("می".utf16)
  private static let neme: [UInt16] = Array("نمی".utf16)

  /// Whether the folded words at `previous` and `next` are one word.
  static func joins(_ units: [UInt16], previous: Range<Int>, next: Range<Int>) -> Bool {
    switch units[next.lowerBound] {
    case 0x647, 0x62A: if next.count <= 6, suffixes.contains(Array(units[next])) { return true }
    case 0x627:  // هسته ای
      if next.count == 2, units[previous.upperBound - 1] == 0x647, previous.count > 2,
        units[next.lowerBound + 1] == 0x6CC
      {
        return true
      }
    default: break
    }
    guard previous.count <= 3, units[previous.upperBound - 1] == 0x6CC else { return false }
    return units[previous].elementsEqual(me) || units[previous].elementsEqual(neme)
  }
}
