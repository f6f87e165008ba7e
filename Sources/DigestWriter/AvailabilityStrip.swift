// SPDX-License-Identifier: Apache-2.0
import Articles

/// A cell for each of thirty days: how many of a feed's fetches worked, and the same in words.
///
/// A cell's height says what its colour says: full when all attempts worked, short when they failed,
/// none on a day without attempts.
struct AvailabilityStrip {
  /// Oldest first; days without attempts are left out.
  let days: [FeedDay]
  /// Days after 1970-01-01 of the last cell.
  let lastDay: Int

  private var shown: [FeedDay] {
    days.filter { $0.fetches > 0 && (lastDay - 29...lastDay).contains($0.day) }
  }

  /// What the picture shows, in a sentence.
  var sentence: String {
    let shown = shown
    let fetches = shown.reduce(0) { $0 + $1.fetches }
    guard fetches > 0 else { return "not fetched" }
    let failed = shown.reduce(0) { $0 + $1.failed }
    let unchanged = shown.reduce(0) { $0 + $1.unchanged }
    let worked = AvailabilityStrip.percent(fetches - failed, fetches)
    let answer = "\(worked) of \(fetches) fetches worked"
    guard unchanged > 0 else { return answer }
    return answer + ", \(AvailabilityStrip.percent(unchanged, fetches)) said: not modified"
  }

  func write(into html: inout Markup) {
    html.element("small", text: sentence)
    guard !shown.isEmpty else { return }
    html.open(
      "svg",
      ("viewBox", "0 0 120 12"),
      ("class", "strip"),
      ("role", "img"),
      ("dir", "ltr"),
      ("aria-label", sentence)
    )
    for day in shown {
      let height = max(2, (day.fetches - min(day.failed, day.fetches)) * 12 / day.fetches)
      html.empty(
        "rect",
        ("class", day.failed * 2 > day.fetches ? "no" : nil),
        ("x", "\(4 * (day.day - lastDay + 29))"),
        ("y", "\(12 - height)"),
        ("width", "3"),
        ("height", "\(height)")
      )
    }
    html.raw("</svg>")
    let bad = shown.filter { $0.failed > 0 }
    guard !bad.isEmpty else { return }
    html.raw("<details><summary>Days with failures</summary><ul class=\"plain\">")
    for day in bad {
      html.element(
        "li",
        text: "\(DisplayDate.gregorian(day.day * 86_400)): \(day.failed) of \(day.fetches) failed"
      )
    }
    html.raw("</ul></details>")
  }

  /// `97 %`; all only when it is all, none only when it is none.
  static func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "–" }
    guard part > 0 else { return "none" }
    if part >= whole { return "all" }
    return "\(min(99, max(1, part * 100 / whole))) %"
  }
}
