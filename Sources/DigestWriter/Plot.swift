// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// A bar for every day, as inline SVG with a sentence and a table that say the same.
struct Plot {
  /// What is counted: `stories`.
  let noun: String
  /// Days after 1970-01-01 of the last bar.
  let lastDay: Int
  /// One count a day, the last one for ``lastDay``.
  let counts: [Int]

  /// Counts `instants` (seconds since 1970) by day, over the thirty days up to `end`.
  init(_ noun: String, of instants: [Int], endingAt end: Int) {
    let days = instants.map { (day: $0 / 86_400, count: 1) }
    self.init(noun, counts: days, lastDay: end / 86_400)
  }

  /// The stories of `topic`, or of all topics: as the history has them, else as `stories` are.
  init(of topic: Topic.ID?, in history: [DayCount], else stories: [DigestStory], endingAt end: Int)
  {
    guard !history.isEmpty else {
      self.init("stories", of: stories.map(\.published), endingAt: end)
      return
    }
    let days = history.filter { $0.topic == topic }.map { (day: $0.day, count: $0.stories) }
    self.init("stories", counts: days, lastDay: end / 86_400)
  }

  /// Of the thirty days up to `lastDay`, as many as `given` says.
  init(_ noun: String, counts given: [(day: Int, count: Int)], lastDay: Int) {
    self.noun = noun
    self.lastDay = lastDay
    var counts = [Int](repeating: 0, count: 30)
    for (day, count) in given {
      let place = 29 - (lastDay - day)
      if counts.indices.contains(place) { counts[place] += count }
    }
    self.counts = counts
  }

  /// What the picture shows, in a sentence.
  var sentence: String {
    let total = counts.reduce(0, +)
    let most = counts.max() ?? 0
    guard most > 0, let peak = counts.lastIndex(of: most) else {
      return "No \(noun) from \(day(0)) to \(day(counts.count - 1))"
    }
    return
      "\(total) \(noun) from \(day(0)) to \(day(counts.count - 1)), most (\(most)) on \(day(peak))"
  }

  private func day(_ place: Int) -> String {
    DisplayDate.gregorian((lastDay - (counts.count - 1 - place)) * 86_400)
  }

  /// The picture, and under it the table that says the same.
  func write(into html: inout Markup) {
    let most = max(1, counts.max() ?? 1)
    html.open(
      "svg",
      ("viewBox", "0 0 \(counts.count * 8) 58"),
      ("role", "img"),
      ("dir", "ltr"),
      ("aria-label", sentence)
    )
    html.empty(
      "line",
      ("x1", "0"),
      ("x2", "\(counts.count * 8)"),
      ("y1", "44.5"),
      ("y2", "44.5")
    )
    for (place, count) in counts.enumerated() where count > 0 {
      let height = max(2, count * 42 / most)
      html.empty(
        "rect",
        ("x", "\(place * 8)"),
        ("y", "\(44 - height)"),
        ("width", "7"),
        ("height", "\(height)")
      )
    }
    html.element("text", ("x", "0"), ("y", "56"), text: day(0))
    html.element(
      "text",
      ("x", "\(counts.count * 8)"),
      ("y", "56"),
      ("text-anchor", "end"),
      text: day(counts.count - 1)
    )
    html.raw("</svg>\n<details><summary>As a table</summary><table>")
    html.element("caption", text: sentence)
    for (place, count) in counts.enumerated() where count > 0 {
      html.raw("<tr>")
      html.element("th", ("scope", "row"), text: day(place))
      html.element("td", ("class", "n"), text: "\(count)")
      html.raw("</tr>")
    }
    html.raw("</table></details>\n")
  }
}
