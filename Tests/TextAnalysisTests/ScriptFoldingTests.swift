// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import TextAnalysis

struct ScriptFoldingTests {
  struct Rule: Sendable, CustomTestStringConvertible {
    let text: String
    let folded: String
    /// Why the rule exists.
    let reason: String
    var testDescription: String { "\(text) → \(folded): \(reason)" }
  }

  static let rules = [
    // Arabic and Persian keyboards (meilisearch/charabia PR#204, Nominatim#3718, OsmAnd#11709).
    Rule(text: "وزير", folded: "وزیر", reason: "Arabic yeh is Persian yeh"),
    Rule(text: "موسى", folded: "موسی", reason: "alef maksura is yeh, not alef (pyarabic#39)"),
    Rule(text: "رئيس", folded: "رییس", reason: "hamza on yeh"),
    Rule(text: "كتاب", folded: "کتاب", reason: "Arabic kaf is keheh"),
    Rule(text: "وزارة", folded: "وزاره", reason: "teh marbuta is heh (NotallyX#791)"),
    Rule(text: "خانۀ", folded: "خانه", reason: "heh with yeh above"),
    Rule(text: "خانهٔ", folded: "خانه", reason: "heh and a combining hamza"),
    Rule(text: "پہلے", folded: "پهلی", reason: "heh goal and yeh barree"),
    Rule(text: "أحمد إيران آذر ٱلله", folded: "احمد ایران اذر الله", reason: "alef with a sign"),
    Rule(text: "مؤتمر", folded: "موتمر", reason: "hamza on waw"),
    Rule(text: "وزراء", folded: "وزرا", reason: "hamza alone vanishes"),
    // Marks (koreader#10366, stella#916).
    Rule(text: "مُحَمَّدٌ", folded: "محمد", reason: "harakat"),
    Rule(text: "رحمٰن", folded: "رحمن", reason: "superscript alef"),
    Rule(text: "قالۖ", folded: "قال", reason: "Quranic marks"),
    Rule(text: "وزيـــر", folded: "وزیر", reason: "tatweel only stretches"),
    Rule(
      text: "\u{FEFF}a\u{202B}b\u{2067}c\u{200E}d\u{61C}e",
      folded: "abcde",
      reason: "bidi, BOM"
    ),
    Rule(text: "co\u{AD}operate", folded: "cooperate", reason: "soft hyphen"),
    // Digits: three systems in the same five documents.
    Rule(text: "١٢٣ ۴۵۶ ７８９", folded: "123 456 789", reason: "digits"),
    Rule(text: "WTDC-۲۵", folded: "wtdc-25", reason: "digits inside a code"),
    // Compatibility forms: text copied from PDF and old pages.
    Rule(text: "ﻻ", folded: "لا", reason: "presentation ligature"),
    Rule(text: "ﻭﺯﻳﺮ", folded: "وزیر", reason: "presentation forms"),
    Rule(text: "ﷺ", folded: "صلی الله علیه وسلم", reason: "word ligature"),
    Rule(text: "Ｗｉ-Ｆｉ ﬁbre", folded: "wi-fi fibre", reason: "full width, Latin ligature"),
    Rule(text: "𝐈𝐓𝐔 🄸", folded: "itu i", reason: "styled letters beyond U+FFFF"),
    // Latin: Nəbiyev, Nabiyev.
    Rule(text: "Zürich İstanbul Nəbiyev", folded: "zurich istanbul nabiyev", reason: "diacritics"),
    Rule(text: "Straße Ærø Łódź ısı", folded: "strasse aero lodz isi", reason: "no decomposition"),
    Rule(text: "Cafe\u{301}", folded: "cafe", reason: "combining accent"),
    Rule(text: "ΑΘΗΝΑΣ Москва", folded: "αθηνασ москва", reason: "other scripts: case only"),
    // Kept.
    Rule(text: "پچژگ", folded: "پچژگ", reason: "Persian letters are letters of their own"),
    Rule(text: "a، b؛ c؟ «d»", folded: "a، b؛ c؟ «d»", reason: "punctuation stays"),
    Rule(text: "漢字 한국 😀🅸 𐍈", folded: "漢字 한국 😀🅸 𐍈", reason: "what no rule speaks of"),
    Rule(text: "", folded: "", reason: "nothing"),
  ]

  @Test(arguments: rules)
  func `each rule of folding holds`(rule: Rule) {
    #expect(ScriptFolding.fold(rule.text) == rule.folded)
  }

  // defuddle PR#103, hazm#367, unicode-segmentation#61: display keeps ZWNJ, the key has both ways.
  @Test func `a non-joiner becomes nothing or a space`() {
    #expect(ScriptFolding.fold("همکاری‌های") == "همکاریهای")
    #expect(ScriptFolding.fold("همکاری‌های", zwnj: .split) == "همکاری های")
  }

  @Test(arguments: rules)
  func `folding twice changes nothing more`(rule: Rule) {
    let once = ScriptFolding.fold(rule.text)
    #expect(ScriptFolding.fold(once) == once)
  }

  @Test func `bytes that are no UTF-8 become replacement characters`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xD9, 0x62, 0xF0, 0x9F, 0xE2, 0x80]
    let folded = ScriptFolding.fold(bytes.span)
    #expect(
      String(decoding: folded, as: UTF8.self)
        == "a\u{FFFD}\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    )
  }

  @Test func `every code point folds to something stable`() {
    var unstable: [UInt32] = []
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = ScriptFolding.fold(String(Character(scalar)))
      if ScriptFolding.fold(once) != once { unstable.append(value) }
    }
    #expect(unstable == [])
  }
}
