// SPDX-License-Identifier: Apache-2.0
import Articles
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

  var first: String { pick("أول خبر", "نخستین خبر", "first") }
  var grew: String { pick("تحديث", "تازه‌شده", "grew") }
  var total: String { pick("المجموع", "مجموع", "Total") }
  var topics: String { pick("المواضيع", "موضوع‌ها", "Topics") }

  /// `3 sources`.
  func sources(_ count: Int) -> String {
    let number = DisplayDate.number(count, in: language)
    let arabic =
      count == 1
      ? "مصدر واحد" : count == 2 ? "مصدران" : count < 11 ? "\(count) مصادر" : "\(count) مصدرا"
    return pick(arabic, "\(number) منبع", count == 1 ? "1 source" : "\(count) sources")
  }

  /// How an article came into the story.
  func relation(_ relation: StoryRelation) -> String {
    switch relation {
    case .first: pick("أول مصدر", "نخستین منبع", "first source")
    case .sameAddress: pick("العنوان نفسه", "همان نشانی", "same address")
    case .nearDuplicate: pick("النص نفسه تقريبا", "تقریباً همان متن", "nearly the same text")
    case .sameStory: pick("الحدث نفسه", "همان رویداد", "same event")
    case .user: pick("يدويا", "به دست کاربر", "put there by hand")
    }
  }

  /// What sort of thing a reason is.
  func kind(_ kind: Evidence.Kind) -> String {
    switch kind {
    case .phrase: pick("عبارة", "عبارت", "phrase")
    case .gate: pick("السياق", "زمینه", "context")
    case .base: pick("ثابت", "ثابت", "constant")
    case .guid: pick("المعرف نفسه", "همان شناسه", "same identifier")
    case .address: pick("العنوان نفسه", "همان نشانی", "same address")
    case .text: pick("النص نفسه", "همان متن", "same text")
    case .word: pick("كلمة", "واژه", "word")
    case .name: pick("اسم", "نام", "name")
    case .number: pick("عدد", "عدد", "number")
    case .date: pick("تاريخ", "تاریخ", "date")
    case .concept: pick("مفهوم", "مفهوم", "concept")
    case .latin: pick("كلمة لاتينية", "واژه لاتین", "Latin token")
    case .conflict: pick("تعارض", "ناسازگاری", "conflict")
    case .user: pick("المستخدم", "کاربر", "by hand")
    }
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
