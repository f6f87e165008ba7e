// SPDX-License-Identifier: Apache-2.0
import Testing
import TextBasics

@testable import DigestWriter

struct DisplayTextTests {
  @Test func `a line has single spaces and no controls, overrides or marks of order`() {
    let text = "\u{FEFF}a\u{0}\t\u{202E}b\r\n c\u{2067}d\u{2069}\u{2028}e\u{7F}\u{9B}\u{FFFE}"
    #expect(DisplayText.line(text, limit: 100) == "a b cd e")
  }

  @Test func `joiners and marks that writing needs stay`() {
    let text = "می\u{200C}خواهم \u{200F}(WTDC)\u{200E} کتاب\u{200D}"
    #expect(DisplayText.line(text, limit: 100) == text)
  }

  @Test func `a megabyte is cut like a line`() {
    let text = String(repeating: "واژه ", count: 200_000)
    let line = DisplayText.line(text, limit: 50)
    #expect(line.count <= 50)
    #expect(line.hasSuffix("واژه…"))
  }

  @Test func `a heap of combining marks does not pass as one character`() {
    let text = "a" + String(repeating: "\u{301}", count: 100_000)
    #expect(DisplayText.line(text, limit: 50).utf8.count <= 50 * 8 + 3)
  }

  @Test func `a text is cut after a sentence, else before a word, else between characters`() {
    #expect(Excerpt.cut("یک دو سه. چهار پنج شش هفت", to: 14) == "یک دو سه.")
    #expect(Excerpt.cut("one two three four five", to: 15) == "one two three…")
    #expect(Excerpt.cut(String(repeating: "x", count: 30), to: 10) == "xxxxxxxxx…")
    #expect(Excerpt.cut("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", to: 2) == "👨‍👩‍👧‍👦…")
    #expect(Excerpt.cut("short", to: 10) == "short")
    #expect(Excerpt.cut("any", to: 0) == "")
  }

  @Test(arguments: [
    ("(2025) سلام world", "rtl"), ("«ITU» سلام", "ltr"), ("۱۲۳ سلام", "rtl"),
    ("\u{200F}ITU", "rtl"), ("12.5", "none"),
  ])
  func `the first strong character gives the direction`(text: String, direction: String) {
    #expect(Direction.ofFirstStrong(in: text)?.rawValue ?? "none" == direction)
  }

  @Test func `days are written as people of the language write them`() {
    let instant = Timestamp.seconds("2026-11-16T07:05:00Z") ?? 0
    #expect(DisplayDate.dayAndTime(instant, in: .persian) == "۱۴۰۵/۰۸/۲۵ ۰۷:۰۵")
    #expect(DisplayDate.dayAndTime(instant, in: .arabic) == "2026/11/16 07:05")
    #expect(DisplayDate.gregorian(instant) == "2026-11-16")
    #expect(DisplayDate.month(instant) == "2026-11")
  }

  @Test func `a midnight is a day without a time`() {
    let instant = Timestamp.seconds("2026-11-16T00:00:00Z") ?? 0
    #expect(DisplayDate.dayAndTime(instant, in: .persian) == "۱۴۰۵/۰۸/۲۵")
  }

  @Test func `no paragraph is begun for a few words`() {
    let text = String(repeating: "word ", count: 19) + "end\n\n\nSecond paragraph that is long."
    #expect(DisplayText.paragraphs(text, limit: 100).count == 1)
    #expect(DisplayText.paragraphs(text, limit: 200).count == 2)
    #expect(DisplayText.paragraphs(text, limit: 60).last?.hasSuffix("word…") == true)
    #expect(DisplayText.paragraphs("\n \n", limit: 60) == [])
  }

  @Test func `names that a path cannot hold become hashes, others stay`() {
    #expect(PathName.safe("tech-diplomacy") == "tech-diplomacy")
    for name in ["../../etc/passwd", "", ".hidden", "a/b", "موضوع", "a b", "a\u{0}b"] {
      let safe = PathName.safe(name)
      #expect(safe.hasPrefix("x-"))
      #expect(safe.utf8.count == 26)
    }
    #expect(PathName.safe("a/b") != PathName.safe("a b"))
  }

  @Test(arguments: [
    ("me.example,2026", true), ("me@example.org,2026-11", true), ("me.example,2026-11-16", true),
    ("me.example", false), ("me example,2026", false), ("me.example,2026-13", false),
    (",2026", false), ("me.example,26", false), ("me.example,2026,1", false),
    ("a<b,2026", false), ("me.example,2026-1", false),
  ])
  func `an authority is a name, a comma and a date`(text: String, valid: Bool) {
    #expect((PathName.authority(text) != nil) == valid)
  }
}
