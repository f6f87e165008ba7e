// SPDX-License-Identifier: Apache-2.0
import RasadTestSupport
import Testing
import TextBasics

@testable import TextAnalysis

struct SeedDocumentTests {
  private func day(_ document: SeedDocument) -> String? {
    document.date.map { String(Timestamp.text($0).prefix(10)) }
  }

  // MARK: The documents of this repository

  struct Expected: Sendable {
    let file: String
    let language: String
    let titleStart: String
    let bodyStart: String
    let bodyEnd: String
    let day: String?
    let outlet: String?
  }

  static let seeds = [
    Expected(
      file: "000_b01a90582e6bd692",
      language: "ar",
      titleStart: "وزير الاتصالات الإيراني يغادر طهران",
      bodyStart: "غادر وزير",
      bodyEnd: "التكنولوجية الإيرانية.",
      day: "2025-11-17",
      outlet: nil
    ),
    Expected(
      file: "001_228c0a6c47dddc3a",
      language: "fa",
      titleStart: "وزیر ارتباطات برای انجام",
      bodyStart: "به گزارش",
      bodyEnd: "به شمار میرود.",
      day: "2025-11-17",
      outlet: "خبرگزاری صدا و سیما"
    ),
    Expected(
      file: "002_efafa39999a8e1d1",
      language: "ar",
      titleStart: "التقى وزير الاتصالات",
      bodyStart: "وأفادت وكالة مهر",
      bodyEnd: "في عام 2026.",
      day: "2025-11-19",
      outlet: "وكالة مهر للأنباء"
    ),
    Expected(
      file: "003_2c4409713cd3c2cc",
      language: "fa",
      titleStart: "وزیر ارتباطات و فناوری اطلاعات",
      bodyStart: "وزیر ارتباطات",
      bodyEnd: "کمک خواهد کرد.",
      day: nil,
      outlet: "خبرگزاری صدا و سیما"
    ),
    Expected(
      file: "004_f4d949bb2d90b12b",
      language: "ar",
      titleStart: "تطوير التعاون",
      bodyStart: "الوفاق/",
      bodyEnd: "مجالات التعاون بين البلدين.",
      day: nil,
      outlet: "الوفاق"
    ),
  ]

  @Test(arguments: seeds)
  func `a scraped document gives title, text, language, day and outlet`(expected: Expected) throws {
    let bytes = try Fixture.bytes("../../seeds/\(expected.file).txt")
    let seed = SeedDocument.read(String(decoding: bytes, as: UTF8.self))
    #expect(seed.title.hasPrefix(expected.titleStart))
    #expect(seed.body.hasPrefix(expected.bodyStart))
    #expect(seed.body.hasSuffix(expected.bodyEnd))
    #expect(seed.language.code == expected.language)
    #expect(day(seed) == expected.day)
    #expect(seed.outlet == expected.outlet)
    #expect(seed.title.count <= SeedDocument.titleLimit)
  }

  // MARK: Other documents

  @Test func `a title line leaves the body`() {
    let seed = SeedDocument.read(
      "Persepolis wins derby\n\nTwo late goals decided it.\nFans cheered."
    )
    #expect(seed.title == "Persepolis wins derby")
    #expect(seed.body == "Two late goals decided it.\nFans cheered.")
    #expect(seed.language == .english)
  }

  @Test func `the first sentence of a paragraph is the title and stays in the body`() {
    let text = "تیم ملی فوتبال ایران در تهران پیروز شد. تماشاگران خوشحال بودند."
    let seed = SeedDocument.read(text)
    #expect(seed.title == "تیم ملی فوتبال ایران در تهران پیروز شد")
    #expect(seed.body == text)
    #expect(seed.language == .persian)
  }

  @Test func `stops in abbreviations and numbers end no sentence`() {
    let text = "U.S. and Iran teams drew 2.5 million viewers, says Mr. Smith in Doha. Then more."
    #expect(SeedDocument.read(text).title.hasSuffix("in Doha"))
  }

  @Test func `an endless first sentence is cut and kept whole in the body`() {
    let text = String(repeating: "منظمة الصحة العالمية تحذر من الإنفلونزا ", count: 30)
    let seed = SeedDocument.read(text)
    #expect(seed.title.count <= SeedDocument.titleLimit)
    #expect(seed.title.hasSuffix("…"))
    #expect(seed.body.utf8.count >= text.utf8.count - 2)
  }

  @Test(arguments: [
    "Published: 19 November 2025 12:30 GMT\nWHO warns of flu\nBody text here.",
    "WHO warns of flu\n19 November 2025\nBody text here.",
    "WHO warns of flu\nNovember 19, 2025 12:30 pm\nBody text here.",
    "WHO warns of flu\nBody text here.\n2025-11-19",
    "title: WHO warns of flu\ndate: 2025-11-19\nlang: en\n\nBody text here.",
    "---\ndate: 2025-11-19T10:00:00\ntitle: WHO warns of flu\n---\nBody text here.",
    "Date 2025-11-19 WHO warns of flu\nBody text here.",
    "۲۸ آبان ۱۴۰۴ - ۱۲:۳۰\nWHO warns of flu\nBody text here.",
    "تاريخ النشر: الأربعاء 19 نوفمبر 2025 الساعة 12:30\nWHO warns of flu\nBody text here.",
    "تاریخ انتشار: چهارشنبه ۲۸ آبان ۱۴۰۴ ساعت ۱۲:۳۰\r\nWHO warns of flu\r\nBody text here.",
  ])
  func `a stated date is taken out of the text`(text: String) {
    let seed = SeedDocument.read(text)
    #expect(seed.title == "WHO warns of flu")
    #expect(seed.body == "Body text here.")
    #expect(day(seed) == "2025-11-19")
    #expect(!seed.dateIsMentioned)
  }

  @Test(arguments: [
    ("Cup final\nIt begins on 17 to 19 November 2025 in Doha.", "2025-11-17"),
    ("جام جهانی\nمسابقات از ۲۶ تا ۲۸ آبان ۱۴۰۴ در دوحه.", "2025-11-17"),
    ("كأس العالم\nتقام يوم 19 نوفمبر 2025 في الدوحة.", "2025-11-19"),
  ])
  func `without one the first day that the text names is taken`(text: String, found: String) {
    let seed = SeedDocument.read(text)
    #expect(day(seed) == found)
    #expect(seed.dateIsMentioned)
  }

  @Test(arguments: ["Cup final\nIt begins in 2026.", "Cup final\n5 goals on Monday."])
  func `a year or a weekday is no date`(text: String) {
    #expect(SeedDocument.read(text).date == nil)
  }

  @Test(arguments: [
    "\n\nاترك تعليقاً\n\nلن يتم نشر عنوان بريدك\nالاسم *\nالبريد", "\nانتهای پیام/",
    "\nکد خبر: ۸۴۵۵۱۲۳",
    "\nLeave a Reply\nYour email address will not be published.\nName *", " انتهای پیام/",
    "\nRead more: another story", "\nبیشتر بخوانید: خبر دیگر", "\nارسال نظر\nنام شما",
  ])
  func `what a page adds at the end is dropped`(end: String) {
    let seed = SeedDocument.read("Cup final tonight\n\nDoha is ready for the match." + end)
    #expect(seed.body == "Doha is ready for the match.")
  }

  @Test(arguments: [
    ("\nالمصدر: الجزيرة", "الجزيرة"), ("\nSource: BBC Sport", "BBC Sport"),
    ("\nمنبع : ورزش سه", "ورزش سه"),
    (" المصدر: الجزيرة", "الجزيرة"), ("\nالمصدر: وكالات", nil), ("", nil),
  ])
  func `a source line names the outlet`(end: String, outlet: String?) {
    let seed = SeedDocument.read("Cup final tonight\n\nDoha is ready for the match." + end)
    #expect(seed.outlet == outlet)
    #expect(seed.body == "Doha is ready for the match.")
  }

  @Test func `an HTML page is read as its text`() {
    let seed = SeedDocument.read("<!DOCTYPE html><h1>Cup final</h1><p>Doha <b>is</b> ready.</p>")
    #expect(seed.title == "Cup final")
    #expect(seed.body == "Doha is ready.")
  }

  // MARK: What is no document

  @Test(arguments: ["", " \n\t\n", "\u{FEFF}", "…\n***\n---"])
  func `a file without words gives no title`(text: String) {
    let seed = SeedDocument.read(text)
    #expect(seed.title.isEmpty)
    #expect(seed.body.isEmpty)
    #expect(seed.language == .unknown)
  }

  @Test func `a binary file is no document`() {
    var state: UInt64 = 1
    let bytes = (0..<20_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    #expect(SeedDocument.read(String(decoding: bytes, as: UTF8.self)) == SeedDocument())
  }

  @Test func `a huge document is read up to its limit`() {
    let text = "Cup final\n" + String(repeating: "کلمه ", count: 300_000)
    let seed = SeedDocument.read(text)
    #expect(seed.title == "Cup final")
    #expect(seed.body.utf8.count <= SeedDocument.limit)
    #expect(seed.body.utf8.count > SeedDocument.limit - 100)
  }

  @Test func `only a title, only a date, only a comment form`() {
    #expect(SeedDocument.read("Cup final tonight").title == "Cup final tonight")
    #expect(SeedDocument.read("2025-11-19").date == 1_763_510_400)
    #expect(SeedDocument.read("Leave a Reply").title == "Leave a Reply")
  }
}
