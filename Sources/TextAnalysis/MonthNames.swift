// SPDX-License-Identifier: Apache-2.0

/// Month names of the Gregorian and Jalali calendars in Arabic, Persian and English.
///
/// Arabic has three sets: Egypt and the Gulf (يناير), the Levant and Iraq (كانون الثاني), and the
/// Maghreb (جانفي, جويلية, غشت, شتنبر). Names are given folded.
enum MonthNames {
  struct Month: Equatable {
    let number: Int
    let isJalali: Bool
  }

  private static let gregorian = [
    "january jan ینایر جانفی ژانویه",
    "february feb فبرایر فیفری فوریه شباط",
    "march mar مارس اذار",
    "april apr ابریل افریل اوریل نیسان",
    "may مایو مای ماي مه می ایار",
    "june jun یونیو یونیه جوان ژوین ژوئن حزیران",
    "july jul یولیو یولیه جویلیه یولیوز ژوییه جولای تموز",
    "august aug اغسطس اوت غشت اگوست اب",
    "september sept sep سبتمبر شتنبر سپتامبر ایلول",
    "october oct اکتوبر اکتبر",
    "november nov نوفمبر نونبر نوامبر",
    "december dec دیسمبر دجنبر دسامبر",
  ]
  private static let jalali = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد امرداد", "شهریور", "مهر", "ابان", "اذر", "دی",
    "بهمن", "اسفند",
  ]
  /// تشرين and كانون are told apart by their second word.
  private static let first = FoldedHash.set("الاول اول الاولی")
  private static let second = FoldedHash.set("الثانی ثانی الثانیه")
  private static let tishreen = FoldedHash.hash("تشرین")
  private static let kanoon = FoldedHash.hash("کانون")

  private static let names: [UInt64: Month] = {
    var names: [UInt64: Month] = [:]
    for (list, isJalali) in [(gregorian, false), (jalali, true)] {
      for (index, words) in list.enumerated() {
        for hash in FoldedHash.hashes(words) {
          names[hash] = Month(number: index + 1, isJalali: isJalali)
        }
      }
    }
    return names
  }()

  private static let words = FoldedWordSet(names.keys)

  /// The month whose name begins at token `index`, and how many tokens it takes.
  static func month(in tokens: [TextToken], at index: Int) -> (month: Month, count: Int)? {
    guard tokens.indices.contains(index) else { return nil }
    let word = tokens[index].word
    if words.contains(word), let month = names[word] { return (month, 1) }
    guard word == tishreen || word == kanoon, index + 1 < tokens.count else { return nil }
    let next = tokens[index + 1].word
    guard first.contains(next) || second.contains(next) else { return nil }
    let isFirst = first.contains(next)
    let number = word == tishreen ? (isFirst ? 10 : 11) : (isFirst ? 12 : 1)
    return (Month(number: number, isJalali: false), 2)
  }

  /// The month whose name ends at token `index`, and how many tokens it takes.
  static func month(in tokens: [TextToken], endingAt index: Int) -> (month: Month, count: Int)? {
    if let found = month(in: tokens, at: index), found.count == 1 { return found }
    if let found = month(in: tokens, at: index - 1), found.count == 2 { return found }
    return nil
  }
}
