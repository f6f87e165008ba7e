// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import TextBasics

struct SHA256Tests {
  /// FIPS 180-4 examples and the short and long messages of NIST's CAVP.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `the published examples come out`(message: String, digest: String) {
    #expect(hex(SHA256.digest(of: Array(message.utf8))) == digest)
  }

  @Test func `a million letters come out`() {
    let digest = SHA256.digest(of: [UInt8](repeating: 0x61, count: 1_000_000))
    #expect(hex(digest) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: 54...66)
  func `each length around a block has its own digest`(count: Int) {
    let message = [UInt8](repeating: 0, count: count)
    #expect(SHA256.digest(of: message) != SHA256.digest(of: message + [0]))
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

struct Base32Tests {
  /// RFC 4648, section 10, in lower case and without padding.
  @Test(arguments: [
    ("", ""), ("f", "my"), ("fo", "mzxq"), ("foo", "mzxw6"), ("foob", "mzxw6yq"),
    ("fooba", "mzxw6ytb"), ("foobar", "mzxw6ytboi"),
  ])
  func `the examples of the RFC come out`(text: String, encoded: String) {
    #expect(Base32.encode(Array(text.utf8)) == encoded)
  }
}

struct CivilDateTests {
  @Test(arguments: [
    (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11016, 2), (2025, 11, 22, 20414, 6),
    (1600, 1, 1, -135_140, 6), (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5),
  ])
  func `a day has its number and its weekday`(
    year: Int,
    month: Int,
    day: Int,
    number: Int,
    weekday: Int
  ) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.daysSinceEpoch == number)
    #expect(date.weekday == weekday)
    #expect(CivilDate(daysSinceEpoch: number) == date)
  }

  @Test(arguments: [
    (2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 0, 1), (2025, 13, 1), (2025, 1, 0),
    (2025, 1, 32), (10_000, 1, 1),
  ])
  func `a day that does not exist is none`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func `all days of four hundred years come back`() throws {
    let first = try #require(CivilDate(year: 1800, month: 1, day: 1)).daysSinceEpoch
    var wrong = 0
    for number in first..<first + 146_097 {
      let date = CivilDate(daysSinceEpoch: number)
      if CivilDate(year: date.year, month: date.month, day: date.day)?.daysSinceEpoch != number {
        wrong += 1
      }
    }
    #expect(wrong == 0)
  }
}

struct JalaliDateTests {
  /// New years and leap days as the calendar centre of the University of Tehran announced them.
  @Test(arguments: [
    (1404, 1, 1, 2025, 3, 21), (1403, 12, 30, 2025, 3, 20), (1403, 1, 1, 2024, 3, 20),
    (1399, 12, 30, 2021, 3, 20), (1357, 11, 22, 1979, 2, 11), (1404, 9, 1, 2025, 11, 22),
    (1404, 6, 31, 2025, 9, 22), (1404, 7, 1, 2025, 9, 23), (1408, 12, 30, 2030, 3, 20),
  ])
  func `a Jalali day is the right Gregorian day and back`(
    year: Int,
    month: Int,
    day: Int,
    civilYear: Int,
    civilMonth: Int,
    civilDay: Int
  ) throws {
    let jalali = try #require(JalaliDate(year: year, month: month, day: day))
    let civil = try #require(CivilDate(year: civilYear, month: civilMonth, day: civilDay))
    #expect(jalali.civil == civil)
    #expect(JalaliDate(civil) == jalali)
  }

  @Test(arguments: [(1404, 12, 30), (1404, 7, 31), (1404, 1, 32), (1404, 13, 1), (0, 1, 1)])
  func `a Jalali day that does not exist is none`(year: Int, month: Int, day: Int) {
    #expect(JalaliDate(year: year, month: month, day: day) == nil)
  }

  @Test func `all days of three centuries come back`() throws {
    let first = try #require(JalaliDate(year: 1200, month: 1, day: 1)).civil.daysSinceEpoch
    var wrong = 0
    for number in first..<first + 109_575
    where JalaliDate(CivilDate(daysSinceEpoch: number))?.civil.daysSinceEpoch != number {
      wrong += 1
    }
    #expect(wrong == 0)
  }
}

struct TimestampTests {
  @Test(arguments: [
    (-5, "0 s"), (119, "119 s"), (120, "2 min"), (7199, "2 h"), (12_000, "3 h 20 min"),
    (172_799, "2 d"), (187_200, "2 d 4 h"),
  ])
  func `a span of time is told in at most two units`(seconds: Int, text: String) {
    #expect(Timestamp.duration(seconds) == text)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (1_763_796_600, "2025-11-22T07:30:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
  ])
  func `an instant is written and read back`(seconds: Int, text: String) {
    #expect(Timestamp.text(seconds) == text)
    #expect(Timestamp.seconds(text) == seconds)
  }

  @Test(arguments: [
    ("2025-11-22T11:00:00+03:30", 1_763_796_600), ("2025-11-22t07:30:00.999z", 1_763_796_600),
    ("2025-11-22 02:30:00-05:00", 1_763_796_600), ("2025-11-22", 1_763_769_600),
  ])
  func `all forms of the RFC are read`(text: String, seconds: Int) {
    #expect(Timestamp.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "2025", "2025-11-31", "2025-11-22T24:00:00Z", "2025-11-22T07:30Z", "2025-11-22T07:30:00",
    "2025-11-22T07:30:00.Z", "2025-11-22T07:30:00Zx", "2025-11-22T07:30:00+3:30",
    "2025-11-22T07:30:00+25:00", "۲۰۲۵-۱۱-۲۲",
  ])
  func `anything else is none`(text: String) {
    #expect(Timestamp.seconds(text) == nil)
  }
}

struct JSONTextTests {
  @Test func `a value is one line in the order given`() {
    let value: JSONText = [
      "z": 1, "a": ["x", true, .null, .double(1.5)], "متن": .string("a\"\\\n\u{1}\u{9B}é"),
    ]
    #expect(
      value.text
        == #"{"z":1,"a":["x",true,null,1.5],"متن":"a\"\\\n\u0001\u009bé"}"#
    )
  }

  @Test func `what is missing is null`() {
    #expect(JSONText.optional(nil).text == "null")
    #expect(JSONText.instant(nil).text == "null")
    #expect(JSONText.instant(0).text == "\"1970-01-01T00:00:00Z\"")
    #expect(JSONText.double(.infinity).text == "null")
  }
}
