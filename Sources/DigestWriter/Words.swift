// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Our own words in the language of a story; English where we have no others.
struct Words {
  /// The language that the words are in: Arabic, Persian or English.
  let language: Language

  init(_ language: Language) {
    self.language = [.arabic, .persian].contains(language) ? language : .english
  }

  private func pick(_ arabic: String, _ persian: String, _ english: String) -> String {
    switch language {
    case .arabic: arabic
    case .persian: persian
    default: english
    }
  }

  var news: String { pick("خبر", "خبر", "News") }
  var untitled: String { pick("بلا عنوان", "بی‌عنوان", "Untitled") }
  var sources: String { pick("المصادر", "منابع", "Sources") }
  var whyHere: String { pick("لماذا هنا", "چرا اینجا", "Why it is here") }
  var whyOne: String { pick("لماذا خبر واحد", "چرا یک خبر", "Why one story") }
  var fullExplanation: String { pick("الشرح الكامل", "توضیح کامل", "Full explanation") }
  var followsUp: String { pick("متابعة", "پیگیری", "Follow-up") }
  var comma: String { language == .english ? ", " : "، " }
  var separator: String { " · " }

  /// How many sources are not listed.
  func more(_ count: Int) -> String {
    let number = DisplayDate.number(count, in: language)
    return pick("ومصادر أخرى: \(number)", "و \(number) منبع دیگر", "and \(number) more")
  }

  /// What a story that grew has gained.
  func grewBy(_ outlet: String) -> String {
    pick("مصدر جديد: \(outlet)", "منبع تازه: \(outlet)", "New source: \(outlet)")
  }

  /// The name of `other` in this language, or its code.
  func name(of other: Language) -> String {
    switch other {
    case .arabic: pick("العربية", "عربی", "Arabic")
    case .persian: pick("الفارسية", "فارسی", "Persian")
    case .english: pick("الإنجليزية", "انگلیسی", "English")
    case .unknown: pick("لغة غير معروفة", "زبان نامعلوم", "language unknown")
    default: other.code
    }
  }
}
