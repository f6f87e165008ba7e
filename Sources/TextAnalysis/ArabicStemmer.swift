// SPDX-License-Identifier: Apache-2.0

/// Arabic after light10: conjunctions, prepositions and article in front, nine endings behind.
///
/// A single و ل ب in front is taken off only where the rest says so: «وأكد» and «لتعزيز» lose it,
/// «وزير», «وكالة» and «لقاء» keep it. Folding has made أ إ آ one letter, so the guards are lists of
/// common roots.
enum ArabicStemmer {
  private static let suffixes = SuffixTable(
    [
      ("ها", 3), ("یا", 3), ("ات", 3), ("ان", 4), ("ون", 3), ("ین", 3), ("یه", 3), ("ه", 3),
      ("ی", 3),
    ].map { Affix($0.0, leaving: $0.1) }
  )
  private static let alef: UInt16 = 0x627
  private static let lam: UInt16 = 0x644
  private static let waw: UInt16 = 0x648
  private static let beh: UInt16 = 0x628
  private static let feh: UInt16 = 0x641
  private static let kaf: UInt16 = 0x6A9
  private static let teh: UInt16 = 0x62A
  private static let meem: UInt16 = 0x645
  private static let stan = Affix("ستان", leaving: 0)

  /// Roots that begin with و.
  private static let wawRoots = PrefixList(
    """
    وزیر وزار وزرا وفد وفو وفق وفر وفاق وفاه وقع وقت وقف وقوع وقود وقوف وقای وکال وکیل وثی \
    وثا وثق وصل وصو وصف وصی وحد وضع وضو وطن وطی ولای ولید ولد وسا وسط وسی وسع واقع واحد \
    واحه واسط واجه واجب واشن وارد وارس واضح وافق وافد والد والی ورق ورش ورد وراث ورث وزع \
    وزن ووج وجه وجو وجد وجب وعی وعد وعو وظی وظا وهب وهم ویب ویک ویل وبا واسع
    """
  )
  /// What follows an ال that belongs to the root: ألمانيا, ألبانيا, إلكتروني, إلزام, التزام, التحاق.
  private static let articleRoots = PrefixList("مانی بانی کتر زام تزام تحاق تماس تهاب حاق")
  /// «التقى», met.
  private static let met = Affix("لتقی", leaving: 0)
  private static let behRoots = PrefixList("بتر بتو بتک بته بمب بمو")
  private static let lamRoots = PrefixList("لتر لتو لتی لمس لمح لمع لمب لمی")
  private static let lamAlefRoots = PrefixList("لاعب لاجی لاحق لازم لاتی لافت لاند")

  static func stem(_ units: [UInt16], _ start: Int, _ count: Int) -> Range<Int> {
    var end = start + count
    let first = withoutPrefixes(units, start, end)
    for _ in 0..<3 {
      let length = suffixes.length(atEndOf: units, first, end)
      if length == 0 || Affix.tail(units, first, end) == stan.value { break }
      end -= length
    }
    return first - start..<end - start
  }

  private static func withoutPrefixes(_ units: [UInt16], _ start: Int, _ end: Int) -> Int {
    var first = start
    if units[first] == waw || units[first] == feh { first = withoutConjunction(units, first, end) }
    let second = units[first + 1]
    switch units[first] {
    case alef where second == lam: return withoutArticle(units, first, end)
    case beh, kaf:
      if second == alef, end - first >= 6, units[first + 2] == lam { return first + 3 }
      if units[first] == beh { return withoutBeh(units, first, end) }
    case lam:
      if second == lam, end - first >= 5 { return first + 2 }
      return withoutLam(units, first, end)
    default: break
    }
    return first
  }

  /// Takes off و or ف before another word; three units at least remain.
  private static func withoutConjunction(_ units: [UInt16], _ first: Int, _ end: Int) -> Int {
    guard end - first >= 4 else { return first }
    let hasArticle = units[first + 1] == alef && units[first + 2] == lam && end - first >= 6
    if hasArticle { return first + 1 }
    if units[first] == feh {
      return units[first + 1] == lam && units[first + 2] == lam && end - first >= 6
        ? first + 1 : first
    }
    return wawRoots.contains(units, first, end) ? first : first + 1
  }

  private static func withoutArticle(_ units: [UInt16], _ first: Int, _ end: Int) -> Int {
    guard end - first >= 5, !articleRoots.contains(units, first + 2, end) else { return first }
    return end - first == 5 && Affix.tail(units, first, end) == met.value ? first : first + 2
  }

  /// «بتطوير», «بمشاركة», «باستخدام».
  private static func withoutBeh(_ units: [UInt16], _ first: Int, _ end: Int) -> Int {
    guard end - first >= 6, !behRoots.contains(units, first, end) else { return first }
    let second = units[first + 1]
    if second == teh || second == meem { return first + 1 }
    return second == alef && units[first + 2] == 0x633 && units[first + 3] == teh
      ? first + 1 : first
  }

  /// «لتعزيز», «لمكافحة», «لاستخدام».
  private static func withoutLam(_ units: [UInt16], _ first: Int, _ end: Int) -> Int {
    guard end - first >= 5 else { return first }
    let second = units[first + 1]
    if second == teh || second == meem {
      return lamRoots.contains(units, first, end) ? first : first + 1
    }
    guard second == alef, end - first >= 6 else { return first }
    return lamAlefRoots.contains(units, first, end) ? first : first + 1
  }
}
