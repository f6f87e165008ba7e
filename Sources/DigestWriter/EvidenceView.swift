// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// Reasons with their weights, as bars and as tables.
struct EvidenceView {
  let words: Words

  /// A list with a bar for each reason; `limit` of them, the strongest first.
  func list(_ evidence: [Evidence], limit: Int, into html: inout Markup) {
    let shown = EvidenceView.ordered(evidence.filter { !$0.found.isEmpty }).prefix(limit)
    guard !shown.isEmpty else { return }
    let largest = shown.map { abs($0.contribution) }.max() ?? 1
    html.raw("<ul class=\"ev\">")
    for reason in shown {
      html.raw("<li><span>")
      pair(reason, into: &html)
      html.raw("</span>")
      html.bar(reason.contribution, of: largest, text: signed(reason.contribution))
      html.raw("</li>")
    }
    html.raw("</ul>\n")
  }

  /// The strongest first, whether for or against; equal ones as they came.
  private static func ordered(_ evidence: [Evidence]) -> [Evidence] {
    evidence.enumerated().sorted { left, right in
      (abs(right.element.contribution), left.offset) < (
        abs(left.element.contribution), right.offset
      )
    }.map(\.element)
  }

  /// Everything that counted, with its sum.
  func table(_ evidence: [Evidence], score: Int, caption: String, into html: inout Markup) {
    let largest = evidence.map { abs($0.contribution) }.max() ?? 1
    html.raw("<table class=\"et\">")
    html.raw("<caption>")
    html.element(
      "span",
      ("dir", Direction.ofFirstStrong(in: caption) == nil ? "ltr" : nil),
      text: caption
    )
    html.raw("</caption>")
    html.line()
    for reason in EvidenceView.ordered(evidence) {
      html.raw("<tr><td>")
      pair(reason, into: &html)
      html.raw("</td><td class=\"note\">")
      html.text(words.kind(reason.kind))
      if !reason.note.isEmpty {
        html.raw(" ")
        html.element("bdi", text: reason.note)
      }
      html.raw("</td><td>")
      html.bar(reason.contribution, of: largest, text: signed(reason.contribution))
      html.raw("</td></tr>\n")
    }
    html.raw("<tr>")
    html.element("th", ("scope", "row"), text: words.total)
    html.raw("<td></td>")
    html.raw("<td class=\"n\">")
    html.element("bdi", ("dir", "ltr"), text: signed(score))
    html.raw("</td></tr></table>\n")
  }

  private func pair(_ reason: Evidence, into html: inout Markup) {
    if reason.found.isEmpty { return html.text("–") }
    html.element("bdi", text: reason.found)
    if !reason.partner.isEmpty, reason.partner != reason.found {
      html.raw(" = ")
      html.element("bdi", text: reason.partner)
    }
  }

  /// `+1300`, `−40`: the sign is never left to the colour.
  private func signed(_ number: Int) -> String {
    let size = DisplayDate.number(abs(number), in: words.language)
    return (number < 0 ? "\u{2212}" : "+") + size
  }
}

extension Markup {
  /// A number with a bar of its size beside it, drawn by the style sheet.
  mutating func bar(_ value: Int, of largest: Int, text: String) {
    let width = max(1, abs(value) * 20 / max(1, largest))
    open("span", ("class", "b w\(width)" + (value < 0 ? " neg" : "")))
    element("bdi", ("dir", "ltr"), text: text)
    close("span")
  }
}
