// SPDX-License-Identifier: Apache-2.0
import Testing
import TextBasics

@testable import TextAnalysis

struct StemmerTests {
  private func stems(_ words: String, _ language: Language) -> [String] {
    words.split(separator: " ").map { word in
      let profile = TextProfile(title: String(word), body: "", language: language)
      return profile.tokens.map(profile.stem).joined(separator: "+")
    }
  }

  private func hashes(_ words: String, _ language: Language) -> [[UInt64]] {
    words.split(separator: " ").map { TextProfile.stems(of: String($0), language: language) }
  }

  @Test(arguments: [
    "الاتصالات اتصالات للاتصالات والاتصالات بالاتصالات وللاتصالات الاتصال اتصالاتها",
    "الإيراني الإيرانية إيران وإيران الإيرانيين",
    "وزارة الوزارة وزارات ووزارة",
    "وزير الوزير والوزير للوزير",
    "تعزيز لتعزيز التعزيز وتعزيز بتعزيز",
    "الإلكترونية إلكترونية الإلكتروني والإلكترونية",
    "ألمانيا الألمانية ألماني",
    "تكنولوجيا التكنولوجيا التكنولوجية",
    "زيارة الزيارة زيارات وزيارة",
    "مشروع المشروع لمشروع بمشروع",
    "استخدام باستخدام لاستخدام الاستخدام",
    "فلسطين الفلسطينية فلسطيني",
  ])
  func `Arabic forms of a word share a stem`(words: String) {
    #expect(Set(hashes(words, .arabic)).count == 1, "\(stems(words, .arabic))")
  }

  @Test(arguments: [
    "همکاری همکاریهای همکاریها همکاری‌هایی همکاری‌هایشان",
    "وزیر وزیران وزیرانی",
    "نماینده نمایندگان نمایندگانی نماینده‌ای",
    "ماهواره ماهواره‌ای ماهواره‌ها ماهوارهای",
    "ارتباط ارتباطات ارتباطی ارتباطاتی",
    "شبکه شبکه‌های شبکهها شبکه‌ای",
    "کشور کشورها کشورهای کشورمان کشورشان کشوری",
    "بین‌المللی بینالمللی",
    "بزرگ بزرگترین بزرگتر بزرگ‌ترین",
    "فناوری فناوری‌های فناورانه",
    "اطلاع اطلاعات",
    "می‌شود میشود نمی‌شود نمیشود", "هسته هسته‌ای هستهای", "شورا شورای شوراها",
    "فضا فضای فضایی", "منطقه منطقه‌ای منطقه‌ها",
  ])
  func `Persian forms of a word share a stem`(words: String) {
    #expect(Set(hashes(words, .persian)).count == 1, "\(stems(words, .persian))")
  }

  @Test(arguments: [
    "satellite satellites", "company companies", "plan plans planned planning",
    "share shares shared sharing", "address addresses", "meet meets meeting meetings",
    "call called calling calls", "carry carries carried carrying", "city cities", "ally allies",
    "vote votes voted", "policy policies",
    "aim aims aimed", "service services", "space spaces", "Iran's Iran",
  ])
  func `English forms of a word share a stem`(words: String) {
    #expect(Set(hashes(words, .english)).count == 1, "\(stems(words, .english))")
  }

  /// Different words that a careless stemmer merges.
  @Test(arguments: [
    (Language.arabic, "وزير زير"), (.arabic, "وفد فد"), (.arabic, "لقاء قاء"), (.arabic, "بلد لد"),
    (.arabic, "واشنطن اشنطن"), (.arabic, "وكالة كالة"), (.arabic, "التقى تقى"),
    (.persian, "میزبان زبان"), (.persian, "تنها تن"), (.persian, "دفتر دف"),
    (.persian, "ایران ایر"),
    (.persian, "تهران تهر"), (.persian, "میلیارد لیارد"), (.english, "news new"),
    (.english, "army arm"), (.english, "party part"), (.english, "many man"),
    (.english, "police policy"), (.english, "noted not"), (.english, "care car"),
    (.english, "allies all"),
    (.persian, "حمله حمل"), (.persian, "نامه نام"), (.persian, "خانه خان"),
    (.persian, "داده‌های داد"),
    (.english, "virus viru"), (.english, "string str"), (.english, "process proces"),
  ])
  func `different words keep different stems`(language: Language, words: String) {
    #expect(Set(hashes(words, language)).count == 2, "\(stems(words, language))")
  }

  @Test func `cognates of Arabic and Persian meet`() {
    #expect(stems("جمهورية الاقتصادية السياسي", .arabic) == stems("جمهوری اقتصادی سیاسی", .persian))
  }

  @Test func `words of no known language stay whole`() {
    #expect(stems("الاتصالات همکاریهای", Language(tag: "ur")) == ["الاتصالات", "همکاریهای"])
  }

  @Test(arguments: [
    "ا", "وا", "والا", "ال", "لل", "بال", "ها", "های", "ية", "می", "نمیم", "s", "es", "ing",
  ])
  func `a word of affixes only keeps something`(word: String) {
    for language in [Language.arabic, .persian, .english] {
      #expect(stems(word, language).allSatisfy { !$0.isEmpty })
    }
  }
}
