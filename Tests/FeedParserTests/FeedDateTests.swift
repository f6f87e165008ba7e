// SPDX-License-Identifier: Apache-2.0
import TextBasics
import Testing

@testable import FeedParser

struct FeedDateTests {
  private static let noon = "2025-11-20T09:30:00Z"

  @Test(arguments: [
    "Thu, 20 Nov 2025 13:00:00 +0330", "Thu, 20 Nov 2025 09:30:00 GMT", "20 Nov 2025 09:30 UT",
    "Thu, 20 Nov 2025 04:30:00 EST", "Thu, 20 Nov 25 09:30:00 Z",
    "Thursday, 20-Nov-25 09:30:00 GMT",
    "Thu Nov 20 09:30:00 2025", "Thu Nov 20 09:30:00 +0000 2025", "thu,20 nov 2025 09:30:00gmt",
    "Thu, 20 November, 2025 09:30:00 UTC", "Nov 20, 2025, 9:30 a.m.", "November 20th 2025 9:30AM",
    "Thu, 20 Nov 2025 13:00:00 GMT+03:30", "Thu, 20 Nov 2025 10:30:00 +0100 (CET)",
    "Thu, 20 Nov 2025 15:00:00 IST", "Thu, 20 Nov 2025 13:00 IRST", "Thu, 20 Nov 2025 14:00 AFT",
    "20/Nov/2025:09:30:00 +0000", "2025-11-20T13:00:00+03:30", "2025-11-20t09:30:00z",
    "2025-11-20T09:30Z", "2025-11-20 09:30:00.123456", "20251120T093000Z", "20251120093000",
    "2025-324T09:30:00Z", "2025324T0930Z", "2025-W47-4T09:30:00Z", "2025W474T09:30Z",
    "2025-11-20T24:00:00+14:30", "2025/11/20 9:30:00", "20.11.2025 09:30", "1763631000",
    "1763631000000", "11/20/2025 09:30:00", "11/20/2025 9:30 am", "2025-11-20T04:30:00-05:00Z",
    "  Thu,\n20 Nov 2025\t09:30:00 +0000 ",
  ])
  func `every form of mail, web and ISO is read`(text: String) {
    #expect(FeedDate(text).map { Timestamp.text($0.seconds) } == Self.noon)
  }

  @Test(arguments: [
    "الخميس, 20 نوفمبر 2025 09:30:00 +0000", "20 تشرين الثاني 2025 09:30:00 GMT",
    "الخميس ٢٠ نونبر ٢٠٢٥ 09:30", "الخميس، ٢٠ نوفمبر ٢٠٢٥ ٩:٣٠ ص",
    "20 نوفمبر/تشرين الثاني 2025 09:30",
    "الخميس 20 تشرين الثاني/نوفمبر 2025 - 09:30 بتوقيت غرينتش", "٢٠/١١/٢٠٢٥ ٠٩:٣٠",
    "پنجشنبه، 20 نوامبر 2025 09:30:00 GMT", "پنج‌شنبه ۲۹ آبان ۱۴۰۴ ساعت ۱۳:۰۰",
    "۱۴۰۴/۰۸/۲۹ ۱۳:۰۰:۰۰", "1404-08-29T13:00:00+03:30", "۲۹ آبان ۱۴۰۴ - ۱۳:۰۰",
    "29 Aban 1404 13:00",
    "Thu, 29 Aban 1404 13:00:00 +0330", "۲۹ عقرب ۱۴۰۴ ۱۴:۰۰ AFT", "۲۰ نوامبر ۲۰۲۵ ۰۹:۳۰ GMT",
    "پنجشنبه ۲۹ آبان ۱۴۰۴ ۰۱:۰۰ ب.ظ", "جمعرات 20 نومبر 2025 09:30",
    "پێنجشەممە 20 تشرینی دووەم 2025 09:30",
  ])
  func `Arabic and Persian dates of both calendars are read`(text: String) {
    #expect(FeedDate(text).map { Timestamp.text($0.seconds) } == Self.noon)
  }

  @Test(arguments: [
    "jeu, 20 nov 2025 10:30:00 +0100", "Jeudi, 20. Novembre 2025 - 09:30",
    "jeudi 20 novembre 2025 9h30",
    "Do, 20 Nov 2025 09:30:00 GMT", "Donnerstag, 20. November 2025, 09:30 Uhr",
    "jueves, 20 de noviembre de 2025 09:30", "quinta-feira, 20 de novembro de 2025 09:30",
    "giovedì 20 novembre 2025 09:30", "20 Kasım 2025 Perşembe, 09:30",
    "Чт, 20 ноября 2025 09:30:00 GMT",
    "20 листопада 2025 09:30", "Πεμ, 20 Νοέ 2025 09:30:00 GMT", "2025-november-20T09:30Z",
    "2025년 11월 20일 18:30:00", "2025年11月20日 09:30", "2025年11月20日 上午9:30", "2025年11月20日9时30分",
    "to, 20 marraskuuta 2025 09:30", "czw, 20 lis 2025 09:30:00 GMT",
    "donderdag 20 november 2025 09:30",
    "20 נובמבר 2025 09:30", "20 नवंबर 2025 09:30", "Ke, 20 Marras 2025 09:30:00 +0000",
  ])
  func `dates in other languages are read`(text: String) {
    #expect(FeedDate(text).map { Timestamp.text($0.seconds) } == Self.noon)
  }

  @Test(arguments: [
    ("2025-11-20", "2025-11-20T00:00:00Z"), ("2025-11", "2025-11-01T00:00:00Z"),
    ("2025", "2025-01-01T00:00:00Z"), ("Nov. 2025", "2025-11-01T00:00:00Z"),
    ("20.11.25", "2025-11-20T00:00:00Z"), ("۱۴۰۴/۸/۲۹", "2025-11-20T00:00:00Z"),
    ("Sat, 11 04 2020 08:51:49 +0100", "2020-04-11T07:51:49Z"),
    ("Mon, 03/30/2020 - 19:19", "2020-03-30T19:19:00Z"),
    ("mar, 9 avr 2018", "2018-04-09T00:00:00Z"),
    ("mar. 9 mars 2018", "2018-03-09T00:00:00Z"), ("9 mar 2018", "2018-03-09T00:00:00Z"),
    ("12:00 PM, Nov 20 2025", "2025-11-20T12:00:00Z"),
    ("Nov 20 2025 12:05 am", "2025-11-20T00:05:00Z"),
    ("31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00Z"),
    ("۱ فروردین ۱۴۰۴", "2025-03-21T00:00:00Z"),
    ("۳۰ اسفند ۱۴۰۳", "2025-03-20T00:00:00Z"), ("1 مرداد ۱۴۰۰ ساعت 12:00", "2021-07-23T07:30:00Z"),
    ("Mon, 01 Jan 0001 00:00:00 UTC", "0001-01-01T00:00:00Z"),
    ("Thu, 20 Nov 2025 09:30:00 XYZ", "2025-11-20T09:30:00Z"),
  ])
  func `dates of other precision and order have one meaning`(text: String, instant: String) {
    #expect(FeedDate(text).map { Timestamp.text($0.seconds) } == instant)
  }

  @Test(arguments: [
    "", " ", "13:00 20.11.2025 -4409", "Thu, 20 Nov 2025 13:00: 13:\u{17}-4409:3030", "yesterday",
    "abc", "Thu", "09:30", "20 Nov", "2025-", "2025-02-29", "31 Feb 2025",
    "99 Nov 2025 09:30:00 GMT", "20 Foo 2025 09:30:00 GMT", "Sun, Dec x 2012 11:47:32 GMT",
    "Thu, 20 Nov 2025 25:00:00 GMT", "Thu, 20 Nov 2025 09:61:00 GMT", "2025-11-20T09:30:61Z",
    "Thu, 20 Nov 2025 09:30:00 +zz:00", "Thu, 20 Nov 2025 09:30:00 +00:zz",
    "Thu, 20 Nov 2025 09:30:00 +9900", "04/05/2025", "04/05/25 10:00", "6-1-2 15:04", "۰۴/۰۸/۲۹",
    "۱۴۰۴/۱۲/۳۰",
    "۳۱ مهر ۱۴۰۴", "1447/05/29", "29 جمادى الأولى 1447", "20 Nov 20 Dec 2025", "20 Nov 2025 2026",
    "2025-xx-20", "22013", "013", "20 Nov 25500", "http://example.org/2025/11/20",
    "2025-11-20T09:30:00Z and more", "version 2.0.1", "2025-W54-1", "2025-366",
    "99999999999999999999", "20 Nov Dec 2025",
  ])
  func `what is no date, or more than one, is none`(text: String) {
    #expect(FeedDate(text) == nil)
  }

  @Test func `every language has twelve months and seven days`() {
    for line in (DateNames.monthLines + "\n" + DateNames.jalaliMonthLines).split(separator: "\n") {
      #expect(line.split(separator: " ").count == 12, "\(line)")
    }
    for line in DateNames.weekdayLines.split(separator: "\n") {
      #expect(line.split(separator: " ").count == 7, "\(line)")
    }
  }

  @Test(arguments: [
    ("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"),
    ("15:04 02.01.2006 -0700", "2006-01-02T22:04:00Z"),
    ("Mon Jan 2 15:04:05 2006 -0700", "2006-01-02T22:04:05Z"),
    ("1/2/2006 15:04:05 MST", "2006-01-02T22:04:05Z"),
    ("20 de noviembre de 2025 a las 15:04", "2025-11-20T15:04:00Z"),
    ("2025-11-21T10:30:00+03:30[Asia/Tehran]", "2025-11-21T07:00:00Z"),
  ])
  func `order and zone are told from what else is there`(text: String, instant: String) {
    #expect(FeedDate(text).map { Timestamp.text($0.seconds) } == instant)
  }

  @Test func `a date says what it knows`() throws {
    let bare = try #require(FeedDate("20 Nov 2025"))
    #expect(!bare.hasTime)
    #expect(bare.zone == .assumed)
    #expect(!bare.isImplausible)
    #expect(FeedDate("20 Nov 2025 09:30 XYZ")?.zone == .unknown)
    #expect(FeedDate("20 Nov 2025 09:30 +0330")?.zone == .stated)
    #expect(FeedDate("1 Jan 1970 00:00 GMT")?.isImplausible == true)
    #expect(FeedDate("20 Nov 2999 00:00 GMT")?.isImplausible == true)
  }

  @Test func `the quick way and the long way agree on every day of four years`() throws {
    let first = try #require(CivilDate(year: 2023, month: 12, day: 30)).daysSinceEpoch
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    for number in first..<first + 1461 {
      let day = CivilDate(daysSinceEpoch: number)
      let expected = number * 86_400 + 11_045
      let mail = "\(day.day) \(months[day.month - 1]) \(day.year) 03:04:05"
      for text in [mail + " GMT", mail + "  GMT", Timestamp.text(expected)] {
        #expect(FeedDate(text)?.seconds == expected, "\(text)")
      }
    }
  }
}
