// SPDX-License-Identifier: Apache-2.0
import Testing
import TextBasics

@testable import TextAnalysis

struct LanguageGuessTests {
  @Test(arguments: [
    ("وزير الاتصالات الإيراني يغادر طهران إلى باكو", "ar"), ("انتخابات مبكرة", "ar"),
    ("الجيش: إسقاط طائرة", "ar"), ("وزیر ارتباطات عازم باکو شد", "fa"),
    // Typed on an Arabic keyboard.
    ("وزير ارتباطات عازم باكو شد", "fa"), ("كريدور فيبر نوري جلفا افتتاح شد", "fa"),
    ("رييس جمهوري لبنان خواستار گفت وگو شد", "fa"), ("همکاری‌های دوجانبه", "fa"),
    // Arabic on pages that have only the Persian yeh.
    ("وزیر الاتصالات الایرانی یغادر طهران إلى جمهوریة أذربیجان", "ar"),
    ("Iran signs satellite accord", "en"), ("Baku hosts WTDC-25", "en"),
    ("Minister Rashad Nəbiyev meets the ITU chief in Baku", "en"),
    ("Le ministre des communications est en visite à Bakou", "und"),
    ("Bakıda beynəlxalq konfrans başlayıb", "und"), ("El ministro viaja a Bakú", "und"),
    ("Министр прибыл в Баку", "und"), ("Նախարարը մեկնեց Բաքու", "und"),
    ("وزیراعظم کا دورہ باکو", "ur"), ("وەزیری پەیوەندییەکان گەیشتە باکۆ", "ckb"),
    ("د مخابراتو وزير باکو ته لاړ څو غونډه وکړي", "ps"), ("12 ٢٥ … !", "und"), ("", "und"),
  ])
  func `the language of a title is told`(text: String, code: String) {
    #expect(LanguageGuess.language(of: text).code == code)
  }

  @Test(arguments: [
    ("وزیر ارتباطات عازم باکو شد", "ar", "fa"), ("وزير الاتصالات في باكو", "fa", "ar"),
    ("The minister of communications is in Baku", "fa", "en"),
    ("وزير الاتصالات في باكو", "en", "ar"), ("The minister of the state is in Baku", "fr", "en"),
    ("El ministro viaja a la capital del Estado", "es", "es"),
  ])
  func `a wrong hint loses against the text`(text: String, hint: String, code: String) {
    #expect(LanguageGuess.language(of: text, hint: Language(tag: hint)).code == code)
  }

  @Test(arguments: [
    ("باكو 2025", "fa", "fa"), ("باکو 2025", "ar", "ar"), ("تهران", "fa", "fa"),
    ("Baku", "az", "az"),
    ("Министр", "ru", "ru"), ("Министр", "fa", "und"), ("2025", "fa", "fa"),
  ])
  func `a hint decides what the text leaves open`(text: String, hint: String, code: String) {
    #expect(LanguageGuess.language(of: text, hint: Language(tag: hint)).code == code)
  }

  @Test func `a quotation does not change the language of an article`() {
    let text = "وزیر ارتباطات در باکو گفت که این همکاری‌ها را با کشورهای همسایه گسترش می‌دهند. "
    let mixed = text + text + "لاہور" + " The International Telecommunication Union (ITU)"
    #expect(LanguageGuess.language(of: mixed) == .persian)
  }
}
