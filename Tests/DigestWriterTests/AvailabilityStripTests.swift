// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

@testable import DigestWriter

/// Thirty days of a feed's fetches, as words and as a picture that says the same.
struct AvailabilityStripTests {
  private static func day(_ day: Int, _ fetches: Int, unchanged: Int = 0, failed: Int = 0)
    -> FeedDay
  {
    FeedDay(day: day, fetches: fetches, unchanged: unchanged, failed: failed)
  }

  @Test(arguments: [
    ([], "not fetched"),
    ([day(100, 8, failed: 8)], "none of 8 fetches worked"),
    ([day(100, 4)], "all of 4 fetches worked"),
    (
      [day(99, 4, unchanged: 3), day(100, 4, unchanged: 4)],
      "all of 8 fetches worked, 87 % said: not modified"
    ),
    // One in a thousand is neither none nor all.
    ([day(100, 1000, failed: 1)], "99 % of 1000 fetches worked"),
    // What lies before the thirty days does not count.
    ([day(70, 9, failed: 9), day(71, 1)], "all of 1 fetches worked"),
  ])
  func `the sentence says how many worked`(days: [FeedDay], sentence: String) {
    #expect(AvailabilityStrip(days: days, lastDay: 100).sentence == sentence)
  }

  @Test func `the picture has a cell for each day with fetches and its words`() {
    let days = [Self.day(98, 4), Self.day(99, 0), Self.day(100, 4, failed: 4)]
    var html = Markup()
    AvailabilityStrip(days: days, lastDay: 100).write(into: &html)
    let text = String(decoding: html.bytes, as: UTF8.self)
    #expect(text.ranges(of: "<rect").count == 2)
    #expect(text.contains("aria-label=\"50 % of 8 fetches worked\""))
    #expect(text.contains("1970-04-11: 4 of 4 failed"))
  }
}
