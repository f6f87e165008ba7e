// SPDX-License-Identifier: Apache-2.0
import Testing
import TextBasics

@testable import TextAnalysis

struct SearchQueryTests {
  private static let now = 1_763_510_400  // 2025-11-19

  private func query(_ text: String) throws -> SearchQuery {
    try SearchQuery(text, now: SearchQueryTests.now)
  }

  /// What FTS5 would answer: every term in one of its forms, as neighbouring words.
  private func finds(_ query: SearchQuery, _ text: String) -> Bool {
    let words = SearchText.indexed(text).split(separator: " ").map(String.init)
    return query.wanted.allSatisfy { term in
      term.forms.contains { form in
        words.indices.contains { start in
          start + form.count <= words.count
            && form.indices.allSatisfy { place in
              let word = words[start + place]
              return term.isPrefix && place == form.count - 1
                ? word.hasPrefix(form[place]) : word == form[place]
            }
        }
      }
    }
  }

  @Test(arguments: [
    // Keyboards (meilisearch/charabia PR#204, Nominatim#3718).
    ("وزیر", "التقى وزير الاتصالات"), ("وزير", "وزیر ارتباطات"), ("مؤتمر", "موتمر باكو"),
    ("كتاب", "کتاب"), ("وزارة", "وزاره"), ("إيران", "ايران"), ("ایران", "إيران"), ("موسى", "موسی"),
    // Marks and digits.
    ("محمد", "مُحَمَّد"), ("مُحَمَّد", "محمد"), ("۲۵", "25 نوفمبر"), ("25", "٢٥ نوفمبر"),
    ("1500", "۱٬۵۰۰ نفر"),
    ("1,500", "1500 people"), ("12.5", "۱۲٫۵"), ("وزير", "وزيـــر"),
    // ZWNJ, a space or neither (hazm#367, alpheios#491).
    ("همکاری‌های", "همکاریهای دوجانبه"), ("همکاریهای", "همکاری‌های دوجانبه"),
    ("همکاری های", "همکاری‌های دوجانبه"), ("همکاری‌های", "همکاری های دوجانبه"),
    ("همکاری", "همکاری‌های"),
    ("بین‌المللی", "بین المللی"), ("بین المللی", "بینالمللی"), ("دانش بنیان", "دانش‌بنیان"),
    ("می شود", "برگزار میشود"), ("\"دانش‌بنیان\"", "دانش بنیان"), ("\"هوش مصنوعی\"", "هوش مصنوعي"),
    // Forms.
    ("وزير", "الوزير"), ("وزير", "ووزير"), ("الاتصالات", "اتصالات"), ("اتصالات", "للاتصالات"),
    ("وزارة", "وزارات"), ("کشور", "کشورها"), ("satellite", "two satellites"),
    ("companies", "a company"),
    ("Nabiyev", "Nəbiyev"), ("zurich", "ZÜRICH"),
    // Codes.
    ("WTDC-25", "مؤتمر WTDC-۲۵"), ("WTDC25", "WTDC-25"), ("WTDC", "WTDC-25"), ("wtdc-25", "WTDC25"),
    ("5G", "۵G"), ("\"WTDC-25\"", "in WTDC-25 here"), ("اتصال*", "الاتصالات اتصالات"),
    ("sat*", "satellite"),
    ("漢字", "漢字"),
  ])
  func `a query finds a text that spells it otherwise`(text: String, found: String) throws {
    #expect(finds(try query(text), found))
    #expect(!(try query(text)).matches(in: found).isEmpty)
  }

  @Test(arguments: [
    ("وزیر", "تزویر"), ("\"هوش مصنوعی\"", "مصنوعی هوش"), ("موسى", "موسا"), ("5G", "5 G"),
    ("1500", "15 00"), ("ایران باکو", "ایران"), ("\"satellite\"", "satellites"),
  ])
  func `a query does not find what is something else`(text: String, other: String) throws {
    #expect(!finds(try query(text), other))
  }

  @Test func `filters are taken out of the words`() throws {
    let query = try query("وزير lang:fa topic:itu feed:irna since:7d \"هوش مصنوعي\" -فوتبال")
    #expect(query.language == .persian)
    #expect(query.topic == "itu")
    #expect(query.feed == "irna")
    #expect(query.since == SearchQueryTests.now - 7 * 86_400)
    #expect(query.wanted.count == 2)
    #expect(query.match.contains(" NOT (("))
    let display = "وزیر \"هوش مصنوعی\" -فوتبال lang:fa topic:itu feed:irna since:2025-11-12"
    #expect(Set(query.display.split(separator: " ")) == Set(display.split(separator: " ")))
  }

  @Test(arguments: [
    ("7d", 604_800), ("12h", 43_200), ("2w", 1_209_600), ("۷d", 604_800),
    ("2025-11-01", 18 * 86_400),
    ("۱۴۰۴/۰۸/۱۰", 18 * 86_400), ("1m", 2_592_000),
  ])
  func `since takes a span or a day of either calendar`(value: String, ago: Int) throws {
    #expect(try query("x since:\(value)").since == SearchQueryTests.now - ago)
  }

  @Test(arguments: [
    "", "   ", "-word", "lang:fa", "\"\"", "…", "x since:soon", "x since:", "x lang:1",
    "x -lang:fa",
    String(repeating: "w ", count: 40),
  ])
  func `what is no query is an error with a sentence`(text: String) {
    let error = #expect(throws: SearchQueryError.self) { try query(text) }
    #expect(error?.description.isEmpty == false)
  }

  @Test(arguments: [
    "a\" OR \"b", "x) OR (y", "NEAR(a b)", "title:x", "a AND NOT b", "^x", "{a b}:c", "x + y",
    "'; DROP",
    "\"unclosed phrase", "«وزیر ارتباطات", "a*b", "*", "x -\"a b\"", "- x", "10:30",
    "http://a.example/b?c",
    "\u{0}x\u{202E}y", "x -",
  ])
  func `no operator of the engine can be smuggled in`(text: String) {
    guard let query = try? query(text) else { return }
    // Outside quotes only our own operators, inside only folded letters and digits.
    let outside = query.match.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    for (index, part) in outside {
      if index % 2 == 0 {
        let words = part.split { " ()*".contains($0) }
        #expect(words.allSatisfy { ["AND", "OR", "NOT"].contains($0) })
      } else {
        #expect(
          part.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "0123456789. ".unicodeScalars.contains($0)
          }
        )
      }
    }
    #expect(query.match.count(where: { $0 == "(" }) == query.match.count(where: { $0 == ")" }))
  }
}

struct SearchSnippetTests {
  private func snippet(_ query: String, _ text: String, length: Int = 80) throws -> SearchSnippet {
    try SearchQuery(query, now: 0).snippet(of: text, length: length)
  }

  private func marked(_ snippet: SearchSnippet) -> String {
    snippet.pieces.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined()
  }

  @Test(arguments: [
    ("وزیر", "التقى «وَزير» الاتصالات", "التقى «[وَزير]» الاتصالات"),
    ("همکاریهای", "گسترش همکاری‌های دوجانبه", "گسترش [همکاری‌های] دوجانبه"),
    ("WTDC", "at WTDC-25, Baku", "at [WTDC-25], Baku"),
    ("sat*", "two satellites", "two [satellites]"),
    ("\"new  delhi\"", "In New\n Delhi\ttoday", "In [New Delhi] today"),
    ("x", "nothing here.", "nothing here."),
    ("x", "", ""), ("a b", "b a", "[b] [a]"),
  ])
  func `matches stand in the text as displayed`(query: String, text: String, shown: String) throws {
    #expect(marked(try snippet(query, text)) == shown)
  }

  @Test func `the window has most different words and ellipses where it is cut`() throws {
    let filler = String(repeating: "lorem ipsum dolor ", count: 30)
    let text = "Baku first. " + filler + "Then the minister met Nabiyev in Baku again. " + filler
    let snippet = try snippet("baku minister nabiyev", text)
    let shown = marked(snippet)
    #expect(shown.contains("[minister] met [Nabiyev] in [Baku]"))
    #expect(shown.hasPrefix("…"))
    #expect(shown.hasSuffix("…"))
    #expect(snippet.range.count <= 96)
    #expect(snippet.matches.count == 3)
  }

  @Test func `ranges count bytes of the text`() throws {
    let text = "در باکو وزير گفت"
    let snippet = try snippet("وزیر", text)
    let bytes = Array(text.utf8)
    #expect(snippet.matches.map { String(decoding: bytes[$0], as: UTF8.self) } == ["وزير"])
  }

  @Test func `controls never reach the output`() throws {
    let snippet = try snippet("b", "a\u{1B}[31m \u{202E}b c")
    #expect(!snippet.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
  }

  @Test func `a long text costs little`() throws {
    let text = String(repeating: "وزیر ارتباطات و فناوری ", count: 20_000)
    #expect(try snippet("وزیر", text).matches.count >= 1)
  }
}
