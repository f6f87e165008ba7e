// SPDX-License-Identifier: Apache-2.0
import Testing
import TextBasics

@testable import TextAnalysis

struct TextProfileTests {
  private func days(_ text: String, _ language: Language, reference: String? = nil) -> [String] {
    let reference = reference.flatMap(Timestamp.seconds).map { $0 / 86_400 }
    let profile = TextProfile(title: "", body: text, language: language, reference: reference)
    return profile.dates.map { String(Timestamp.text($0.day * 86_400).prefix(10)) }
  }

  // FreshRSS#8379: Jalali dates are dates, and evidence.
  @Test(arguments: [
    ("از ۲۶ تا ۲۸ آبان ۱۴۰۴ برگزار", Language.persian, ["2025-11-17", "2025-11-19"]),
    ("من 17 إلى 19 نوفمبر الجاري 2025", .arabic, ["2025-11-17", "2025-11-19"]),
    ("November 17-19, 2025", .english, ["2025-11-17", "2025-11-19"]),
    ("17–19 November 2025", .english, ["2025-11-17", "2025-11-19"]),
    ("2025-11-19", .english, ["2025-11-19"]), ("۱۴۰۴/۰۸/۲۸", .persian, ["2025-11-19"]),
    ("۲۸/۰۸/۱۴۰۴", .persian, ["2025-11-19"]), ("19.11.2025", .english, ["2025-11-19"]),
    ("19/11/2025", .arabic, ["2025-11-19"]), ("11/19/2025", .english, ["2025-11-19"]),
    ("19 نوفمبر/تشرين الثاني 2025", .arabic, ["2025-11-19"]),
    ("19 تشرين الثاني 2025", .arabic, ["2025-11-19"]),
    ("3 كانون الأول 2025", .arabic, ["2025-12-03"]),
    ("12 جويلية 2025", .arabic, ["2025-07-12"]), ("12 غشت 2025", .arabic, ["2025-08-12"]),
    ("14 جانفي 2025", .arabic, ["2025-01-14"]), ("٢٥ آب ٢٠٢٥", .arabic, ["2025-08-25"]),
    ("۵ می ۲۰۲۵ در", .persian, ["2025-05-05"]), ("۱۲ ژوئن ۲۰۲۵", .persian, ["2025-06-12"]),
    ("۱ مهر ماه سال ۱۴۰۴", .persian, ["2025-09-23"]),
    ("19th of November 2025", .english, ["2025-11-19"]),
    ("من 28 نوفمبر إلى 3 ديسمبر 2025", .arabic, ["2025-11-28", "2025-12-03"]),
    ("17 و19 نوفمبر 2025", .arabic, ["2025-11-17", "2025-11-19"]),
  ])
  func `a day is found in either calendar`(text: String, language: Language, found: [String]) {
    #expect(days(text, language) == found)
  }

  @Test(arguments: [
    ("05/06/2025", Language.english), ("31 فبراير 2025", .arabic), ("عام 2025", .arabic),
    ("مهر ۲۰ ساله", .persian), ("You may 5 times", .english), ("192.168.1.1", .english),
    ("۳۱ آبان ۱۴۰۴", .persian), ("19 نوفمبر", .arabic), ("1/2", .english), ("", .english),
  ])
  func `what is no certain day is left out`(text: String, language: Language) {
    #expect(days(text, language) == [])
  }

  @Test(arguments: [
    ("19 نوفمبر", Language.arabic, "2025-11-17", "2025-11-19"),
    ("2 يناير", .arabic, "2025-12-30", "2026-01-02"),
    ("۲۸ آبان", .persian, "2025-11-17", "2025-11-19"),
    ("December 30", .english, "2026-01-02", "2025-12-30"),
  ])
  func `a missing year is the one nearest to the reference`(
    text: String,
    language: Language,
    reference: String,
    found: String
  ) {
    #expect(days(text, language, reference: reference) == [found])
  }

  @Test func `the tokens of a date are marked`() {
    let profile = TextProfile(title: "", body: "on 19 November 2025 in Baku", language: .english)
    #expect(profile.tokens.map(\.isInDate) == [false, true, true, true, false, false])
    #expect(profile.dates.first?.tokens == 1..<4)
  }

  @Test func `a phrase goes the same way as a text`() {
    let text = TextProfile(title: "", body: "والأمن السيبراني", language: .arabic)
    #expect(TextProfile.stems(of: "الامن السيبرانى", language: .arabic) == text.tokens.map(\.stem))
  }

  @Test func `a Persian phrase has its split and joined forms`() {
    func form(_ text: String) -> [UInt64] { TextProfile.stems(of: text, language: .persian) }
    let forms = TextProfile.phraseForms("دانش‌بنیان", language: .persian)
    #expect(forms.contains(form("دانش بنیان")))
    #expect(forms.contains(form("دانشبنیان")))
    #expect(TextProfile.phraseForms("هوش مصنوعی", language: .persian).count == 2)
    #expect(TextProfile.phraseForms("الأمن السيبراني", language: .arabic).count == 1)
  }

  @Test func `the title comes first and the body is read up to its limit`() {
    let profile = TextProfile(title: "a b", body: "c d e", language: .english, bodyLimit: 3)
    #expect(profile.titleTokens.map(profile.word) == ["a", "b"])
    #expect(profile.bodyTokens.map(profile.word) == ["c", "d"])
  }
}
