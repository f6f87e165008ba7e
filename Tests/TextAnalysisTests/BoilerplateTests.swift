// SPDX-License-Identifier: Apache-2.0
import Testing
import TextBasics

@testable import TextAnalysis

struct BoilerplateTests {
  /// The text that remains for comparison, from the first token to the last.
  private func compared(_ text: String, _ language: Language = .unknown) -> String {
    let profile = TextProfile(title: "unused", body: text, language: language)
    guard profile.tokens.count > 1 else { return "" }
    return profile.display(1, through: profile.tokens.count - 1)
  }

  @Test(arguments: [
    "به گزارش خبرگزاری مهر، ", "به گزارش ایسنا، ", "به گزارش خبرنگار گروه علمی ایرنا؛ ",
    "به گزارش خبرگزاری صدا و سیما ، ", "خبرگزاری فارس: ", "خبرگزاري فارس : ", "به نقل از رویترز: ",
    "به گزارش خبرگزاری فارس از تبریز به نقل از روابط عمومی شهرداری تبریز، ",
    "وأفادت وكالة مهر للأنباء، ", "وأفادت وكالة مهر للأنباء، أنه ", "أفادت وكالة رويترز أن ",
    "وبحسب وكالة الأنباء الرسمية، ", "ونقلت صحيفة الشرق عن مصدر، ",
    "الوفاق/ ", "عام / ", "وكالات - ", "طهران (إرنا) – ", "(رويترز) - ", "لندن (رويترز) -",
    "LONDON (Reuters) - ", "Reuters - ", "AFP: ", "NEW YORK, Nov 17 (Reuters) — ",
    "محمد زامل ــ سبق ــ الرياض: ", "خبرگزاری مهر - ",
    "به گزارش ایسنا، به گزارش خبرگزاری فارس، ",
  ])
  func `a lead-in says nothing about the event`(lead: String) {
    let text = "hashemi met nabiyev, in baku: today"
    #expect(compared(lead + text) == text)
  }

  @Test(arguments: [
    " انتهای پیام", " انتهای پیام/", " کد خبر: ۸۴۵۵۱۲۳", " المصدر: وكالات", " المصدر : الوفاق",
    " منبع: ایسنا", "\nاترك تعليقاً", "\n\nاترك تعليقاً\n\nلن يتم نشر عنوان بريدك الإلكتروني.",
    " للمزيد من الأخبار تابعونا على تلغرام", "\nLeave a Reply", " Read more", " Continue reading →",
    "\nاقرأ أيضاً: خبر آخر", "\nبیشتر بخوانید: خبر دیگر", " Source: IRNA",
    "\nYour email address will not be published. Required fields are marked *",
  ])
  func `an end that every page has says nothing`(end: String) {
    let text = "Hashemi met Nabiyev in Baku today."
    #expect(compared(text + end) + "." == text)
  }

  @Test(arguments: [
    "وزیر ارتباطات: به گزارش نیاز داریم", "المصدر الرئيسي للطاقة في البلاد", "مهر ماه آغاز شد",
    "فارس و کرمان: باران", "Iran: a source of energy", "به گزارش نیاز نیست", "5G/6G race is on",
    "Read more books, say teachers", "هاشمی: ایران آماده است", "کد خبر", "المصدر: وكالات",
    "Reuters -",
    "Russia (and others) join the talks", "قالت إيران إنها مستعدة", "والا",
  ])
  func `what only looks like boilerplate stays`(text: String) {
    let profile = TextProfile(title: text, body: "", language: .unknown)
    let all = TextProfile(title: text, body: "", language: .unknown, skipsBoilerplate: false)
    #expect(profile.tokens.map(\.word) == all.tokens.map(\.word))
  }

  @Test func `numbers and dates still point at their tokens`() {
    let body = "به گزارش ایسنا، ۱۵۰۰ نفر در ۲۶ آبان ۱۴۰۴ آمدند. کد خبر: ۸۴۵۵۱۲۳"
    let profile = TextProfile(title: "۱۲ نفر", body: body, language: .persian)
    #expect(
      profile.numbers.map { profile.display($0.token, through: $0.token) }
        == ["۱۲", "۱۵۰۰", "۲۶", "۱۴۰۴"]
    )
    let shown = profile.dates.map {
      profile.display($0.tokens.lowerBound, through: $0.tokens.upperBound - 1)
    }
    #expect(shown == ["۲۶ آبان ۱۴۰۴"])
  }
}
