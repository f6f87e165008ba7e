// SPDX-License-Identifier: Apache-2.0
import Testing
import TextBasics

@testable import TextAnalysis

struct TokenizerTests {
  private func profile(_ text: String, _ language: Language = .english) -> TextProfile {
    TextProfile(title: text, body: "", language: language)
  }

  @Test(arguments: [
    ("WTDC-25", "wtdc25"), ("WTDC-۲۵", "wtdc25"), ("WTDC‑25", "wtdc25"), ("WTDC25", "wtdc25"),
    ("5G", "5g"), ("۵G", "5g"), ("3GPP", "3gpp"), ("COVID-19", "covid19"), ("F-35A", "f35a"),
    ("ITU", "itu"), ("km²", "km2"),
  ])
  func `a name of letters and digits is one code`(text: String, word: String) throws {
    let profile = profile(text)
    let token = try #require(profile.tokens.first)
    #expect(profile.tokens.count == 1)
    #expect(profile.word(token) == word)
    #expect(token.kind == .code)
  }

  @Test(arguments: [
    ("1500", "1500", 1_500_000), ("1,500", "1500", 1_500_000), ("۱٬۵۰۰", "1500", 1_500_000),
    ("١٥٠٠", "1500", 1_500_000), ("1.500.000", "1500000", 1_500_000_000),
    ("12.5", "12.5", 12_500), ("۱۲٫۵", "12.5", 12_500), ("12.50", "12.5", 12_500),
    ("12,5", "12.5", 12_500), ("1,234.56", "1234.56", 1_234_560), ("3.14159", "3.14159", 3141),
    ("007", "7", 7000), ("0", "0", 0), ("19th", "19", 19_000), ("25%", "25", 25_000),
  ])
  func `a number has one canonical form and a value`(text: String, word: String, value: Int) throws
  {
    let profile = profile(text)
    let token = try #require(profile.tokens.first)
    #expect(profile.tokens.count == 1)
    #expect(token.kind == .number)
    #expect(profile.word(token) == word)
    #expect(profile.numbers.first?.thousandths == value)
  }

  @Test func `a number that is too large saturates`() {
    let profile = profile("99999999999999999999999 trillion, 999,999,999,999,999,999,999")
    #expect(profile.numbers.map(\.thousandths) == [.max, .max])
  }

  @Test(arguments: [
    ("1.5 million", Language.english), ("1.5 مليون", .arabic), ("۱٫۵ میلیون", .persian),
    ("1,500 thousand", .english), ("1500 ألف", .arabic), ("۱۵۰۰ هزار", .persian),
  ])
  func `a magnitude multiplies the number before it`(text: String, language: Language) {
    #expect(profile(text, language).numbers.map(\.thousandths) == [1_500_000_000])
  }

  @Test(arguments: [
    ("192.168.0.1", ["192", "168", "0", "1"]), ("17-year-old", ["17", "year", "old"]),
    ("2025/2026", ["2025", "2026"]), ("2025-11-19T10:30Z", ["2025", "11", "19", "10", "30z"]),
    ("Iran's plan", ["iran", "plan"]),
    ("Iran’s plan", ["iran", "plan"]), ("state-of-the-art", ["state", "of", "the", "art"]),
    ("WTDCدر", ["wtdc", "در"]), ("و19", ["و", "19"]), ("漢字", ["漢", "字"]),
    ("1500km", ["1500", "km"]),
    ("… — !", []), ("", []),
  ])
  func `text is cut where script, sign or number ends`(text: String, words: [String]) {
    let profile = profile(text)
    #expect(profile.tokens.map(profile.word) == words)
  }

  // alpheios#491, YasinPress#70: the same word with ZWNJ, a space, or neither.
  @Test(arguments: [
    ("همکاری‌های", "همکاریهای", "همکاری های"), ("می‌شود", "میشود", "می شود"),
    ("هسته‌ای", "هستهای", "هسته ای"), ("نمی‌کنند", "نمیکنند", "نمی کنند"),
  ])
  func `a Persian word is the same with non-joiner, space or neither`(
    kept: String,
    lost: String,
    spaced: String
  ) {
    let tokens = [kept, lost, spaced].map { profile($0, .persian).tokens }
    #expect(tokens.allSatisfy { $0.count == 1 })
    #expect(Set(tokens.compactMap { $0.first?.stem }).count == 1)
    #expect(Set(tokens.compactMap { $0.first?.word }).count == 1)
  }

  @Test func `ranges point into the text as displayed`() {
    let title = "«وُزِير» ﻻ WTDC-۲۵: Iran's 1,500"
    let profile = TextProfile(title: title, body: title, language: .arabic)
    let shown = ["وُزِير", "ﻻ", "WTDC-۲۵", "Iran", "1,500"]
    #expect((0..<5).map { profile.display($0, through: $0) } == shown)
    #expect((5..<10).map { profile.display($0, through: $0) } == shown)
    #expect(profile.display(0, through: 2) == "وُزِير» ﻻ WTDC-۲۵")
  }

  @Test func `a break is known, quotes and hyphens are none`() {
    let profile = profile("one, two «three» four-five. six\nseven (eight)")
    let breaks = profile.tokens.filter(\.afterBreak).map(profile.word)
    #expect(breaks == ["one", "two", "six", "seven", "eight"])
  }

  @Test func `capitals are told`() {
    let profile = profile("Iran signs ITU Accord")
    #expect(profile.tokens.map(\.isCapitalized) == [true, false, true, true])
    #expect(profile.tokens.map(\.kind) == [.latin, .latin, .code, .latin])
  }

  @Test func `a monstrous word is cut, not lost`() {
    let profile = profile(String(repeating: "a", count: 600))
    #expect(profile.tokens.map { Int($0.unitCount) } == [255, 255, 90])
  }

  @Test func `hashes are the same on every machine`() {
    let profile = profile("وزیر itu", .persian)
    #expect(profile.tokens.map(\.word) == [FoldedHash.hash("وزیر"), FoldedHash.hash("itu")])
    #expect(FoldedHash.hash("itu") == 13_091_100_366_896_834_686)
  }
}
