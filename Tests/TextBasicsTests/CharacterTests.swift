// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import TextBasics

struct CharacterFilterTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\tb\nc", "a\tb\nc"), ("a\r\nb\rc", "a\nb\nc"),
    ("a\u{0}\u{1B}[31mb\u{7F}", "a[31mb"), ("a\u{85}\u{9B}b", "ab"), ("a\u{A0}b", "a\u{A0}b"),
    ("a\u{202E}b\u{202C}c", "abc"), ("a\u{2066}b\u{2069}c", "abc"),
    ("a\u{200E}\u{200F}\u{61C}b", "a\u{200E}\u{200F}\u{61C}b"),
    ("می\u{200C}شود\u{200D}", "می\u{200C}شود\u{200D}"), ("a\u{FFFE}\u{FFFF}b", "ab"),
    ("a\u{FFFD}b", "a\u{FFFD}b"), ("a\u{E0041}b", "ab"), ("🇮🇷👩‍🚀", "🇮🇷👩‍🚀"),
    ("\u{2029}\u{2065}\u{206A}", "\u{2029}\u{2065}\u{206A}"),
  ])
  func `what XML forbids or terminals obey is dropped, what scripts need is kept`(
    text: String,
    expected: String
  ) {
    #expect(CharacterFilter.xmlText(text) == expected)
    #expect(Array(CharacterFilter.xmlText(text).utf8) == Array(expected.utf8))
  }
}

struct UTF8RepairTests {
  @Test(
    arguments: [
      ([0x61], "a", 0),
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b", 1),
      ([0xC0, 0x80], "\u{FFFD}\u{FFFD}", 2),
      ([0xE2, 0x82], "\u{FFFD}", 1),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", 3),
      ([0xF0, 0x9F, 0x98, 0x41], "\u{FFFD}A", 1),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 4),
      ([0xD8, 0xB3, 0xD9], "س\u{FFFD}", 1),
    ] as [([UInt8], String, Int)]
  )
  func `each part that cannot go on becomes one replacement character`(
    bytes: [UInt8],
    text: String,
    replaced: Int
  ) {
    let result = UTF8Repair.string(bytes)
    #expect(result.text == text)
    #expect(result.replaced == replaced)
    #expect(UTF8Repair.faults(in: bytes) == replaced)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func `bytes are valid where the standard library says so, wherever they stand`() {
    let leads: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    var wrong: [[UInt8]] = []
    func check(_ bytes: [UInt8]) {
      let (isUTF8, isASCII) = UTF8Repair.check(bytes.span)
      let isRight =
        isUTF8 == (String(validating: bytes, as: UTF8.self) != nil)
        && isASCII == bytes.allSatisfy { $0 < 0x80 }
      if !isRight { wrong.append(bytes) }
    }
    // Behind the first sixteen, 32 bytes are looked at together, in halves: each sequence in them and
    // across their edges.
    let after = Array("wörter سلام 😀 und noch 35 Bytes, damit es voll wird".utf8)
    for length in [0, 14, 30, 46] {
      let before = [UInt8](repeating: 0x61, count: length)
      for first in leads {
        for second in leads {
          for third in leads {
            check(before + [first, second, third])
            for fourth in [0x41, 0x80, 0xBF, 0xD8] as [UInt8] {
              check(before + [first, second, third, fourth] + after)
            }
          }
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `a sequence cut short by the end of a prefix is no fault`() {
    #expect(UTF8Repair.faults(in: [0x61, 0xD9], isPrefix: true) == 0)
    #expect(UTF8Repair.faults(in: [0x61, 0xD9]) == 1)
  }

  @Test(arguments: ["a", "é", "س", "€", "😀", "\u{10FFFF}"] as [Unicode.Scalar])
  func `a scalar is written as its UTF-8`(scalar: Unicode.Scalar) {
    var bytes: [UInt8] = []
    UTF8Repair.append(scalar, to: &bytes)
    #expect(bytes == Array(String(scalar).utf8))
  }
}

struct DigitsTests {
  @Test(arguments: [
    ("2025", "2025"), ("٢٠٢٥", "2025"), ("۱۴۰۴", "1404"), ("２０２５", "2025"), ("२०२५", "2025"),
    ("سال ۱۴۰۴", "سال 1404"), ("²", "²"), ("Ⅷ", "Ⅷ"),
  ])
  func `digits of any script become ASCII`(text: String, expected: String) {
    #expect(Digits.ascii(in: text) == expected)
  }

  @Test func `a letter is no digit`() {
    #expect(Digits.ascii("a") == nil)
    #expect(Digits.ascii("۵") == 5)
  }
}
