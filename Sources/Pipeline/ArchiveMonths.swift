// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
import TextBasics

/// Which months of the digest are over, and what stood in them (RFC 5005).
///
/// A month is counted by when the digest first had a story, not by the story's own date: what a feed
/// brings late belongs to the month in which it came, so nothing is added to a month that is over.
struct ArchiveMonths {
  /// Seconds after a month's end before it is taken as over: its last stories still stand in the
  /// current feed then.
  private static let grace = 48 * 3600

  let store: ArticleStore
  /// Seconds since 1970.
  let now: Int
  /// Seconds that young stories wait for other sources.
  let settle: Int
  /// `YYYY-MM`.
  let archived: Set<String>

  /// The months that are over and have stories but no archive, oldest first, with their stories.
  func waiting() throws -> [(month: String, stories: [Story.ID])] {
    guard let first = try store.firstStorySeen() else { return [] }
    let last = CivilDate(daysSinceEpoch: (now - Self.grace - settle) / 86_400)
    var result: [(month: String, stories: [Story.ID])] = []
    var date = CivilDate(daysSinceEpoch: first / 86_400)
    while (date.year, date.month) < (last.year, last.month) {
      let (month, range) = ArchiveMonths.month(of: date)
      if !archived.contains(month) {
        let stories = try store.taggedStories(activeIn: range)
        if !stories.isEmpty { result.append((month, stories)) }
      }
      date = CivilDate(daysSinceEpoch: range.upperBound / 86_400)
    }
    return result
  }

  /// The month of `date`, and its seconds since 1970.
  private static func month(of date: CivilDate) -> (name: String, range: Range<Int>) {
    let isLast = date.month == 12
    let start = CivilDate(year: date.year, month: date.month, day: 1) ?? date
    let next =
      CivilDate(
        year: isLast ? date.year + 1 : date.year,
        month: isLast ? 1 : date.month + 1,
        day: 1
      ) ?? date
    let seconds = start.daysSinceEpoch * 86_400
    let name = String(Timestamp.text(seconds).prefix(7))
    return (name, seconds..<next.daysSinceEpoch * 86_400)
  }
}
