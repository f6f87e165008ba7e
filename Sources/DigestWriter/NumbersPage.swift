// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// The page of figures: how much, in which languages, and how well it was put together.
struct NumbersPage {
  let digest: CleanDigest

  func file() -> DigestFile {
    let page = Page(
      path: Page.Section.numbers.rawValue,
      section: .numbers,
      site: digest.settings.title,
      title: "Numbers"
    )
    var html = Markup()
    html.raw("<section class=\"card\">\n<h1>Numbers</h1>\n")
    html.element(
      "p",
      text: "Of the \(digest.stories.count) stories that this digest was made from."
    )
    totals(into: &html)
    html.raw("</section>\n")
    stored(into: &html)
    RisingPhrases(in: digest.stories, limit: 20).write(heading: "Rising phrases", into: &html)
    let instants = digest.stories.flatMap { $0.sources.map(\.published) }
    if let newest = instants.max() {
      html.raw("<section class=\"card\"><h2>Articles a day</h2>\n")
      Plot("articles", of: instants, endingAt: newest).write(into: &html)
      html.raw("</section>\n")
      languages(until: newest, into: &html)
      relations(into: &html)
    }
    return page.file(html)
  }

  private func totals(into html: inout Markup) {
    let stories = digest.stories
    let articles = stories.reduce(0) { $0 + $1.sources.count }
    let across = stories.count { Set($0.sources.map(\.language)).count > 1 }
    let onTopic = stories.count { $0.tags.contains(where: \.fires) }
    let rows = [
      ("Articles", "\(articles)"),
      ("Stories", "\(stories.count)"),
      ("Articles a story", ratio(articles, stories.count)),
      ("Stories in more than one language", "\(across)"),
      ("Stories on a topic", "\(onTopic)"),
      ("Topics", "\(digest.topics.count)"),
      ("Feeds", "\(digest.feeds.count)"),
    ]
    table(rows, into: &html)
  }

  private func table(_ rows: [(name: String, value: String)], into html: inout Markup) {
    html.raw("<table>")
    for (name, value) in rows {
      html.raw("<tr>")
      html.element("th", ("scope", "row"), text: name)
      html.element("td", ("class", "n"), text: value)
      html.raw("</tr>\n")
    }
    html.raw("</table>\n")
  }

  /// What the store holds in all, and how the last thirty days were fetched.
  private func stored(into html: inout Markup) {
    guard let numbers = digest.numbers else { return }
    let fetches = numbers.days.reduce(0) { $0 + $1.fetches }
    let unchanged = numbers.days.reduce(0) { $0 + $1.unchanged }
    let failed = numbers.days.reduce(0) { $0 + $1.failed }
    let rows = [
      ("Articles stored", "\(numbers.articles)"),
      ("Stories stored", "\(numbers.stories)"),
      ("Fetches in 30 days", "\(fetches)"),
      ("Not modified", AvailabilityStrip.percent(unchanged, fetches)),
      ("Failed", AvailabilityStrip.percent(failed, fetches)),
    ]
    html.raw("<section class=\"card\"><h2>Stored and fetched</h2>\n")
    table(rows, into: &html)
    if let last = numbers.days.last?.day {
      html.raw("<h3>Fetches a day</h3>\n")
      Plot("fetches", counts: numbers.days.map { ($0.day, $0.fetches) }, lastDay: last)
        .write(into: &html)
    }
    html.raw("</section>\n")
    arrivals(numbers, into: &html)
  }

  private func arrivals(_ numbers: DigestNumbers, into html: inout Markup) {
    guard let last = numbers.arrivals.map(\.day).max() else { return }
    html.raw("<section class=\"card\"><h2>Arrivals</h2>\n")
    for language in Set(numbers.arrivals.map(\.language)).sorted() {
      html.element("h3", text: Words(.english).name(of: language))
      let own = numbers.arrivals.filter { $0.language == language }.map { ($0.day, $0.articles) }
      Plot("articles", counts: own, lastDay: last).write(into: &html)
    }
    html.raw("</section>\n")
  }

  /// `1.25`, rounded down.
  private func ratio(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let hundredths = part * 100 / whole
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }

  /// The last fortnight by language.
  private func languages(until newest: Int, into html: inout Markup) {
    let sources = digest.stories.flatMap(\.sources)
    let columns = Set(sources.map(\.language)).sorted()
    let last = newest / 86_400
    html.raw("<section class=\"card\"><h2>By language</h2>\n<div class=\"scroll\"><table>\n")
    html.raw("<thead><tr><th scope=\"col\">Day</th>")
    for language in columns {
      html.element("th", ("scope", "col"), text: Words(.english).name(of: language))
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for day in (last - 13...last).reversed() {
      let own = sources.filter { $0.published / 86_400 == day }
      if own.isEmpty { continue }
      html.raw("<tr>")
      html.element("th", ("scope", "row"), text: DisplayDate.gregorian(day * 86_400))
      for language in columns {
        let count = own.count { $0.language == language }
        html.element("td", ("class", "n"), text: "\(count)")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div></section>\n")
  }

  private func relations(into html: inout Markup) {
    let sources = digest.stories.flatMap(\.sources)
    html.raw("<section class=\"card\"><h2>How articles came together</h2>\n<table>")
    for relation in StoryRelation.allCases {
      let count = sources.count { $0.decision.relation == relation }
      html.raw("<tr>")
      html.element("th", ("scope", "row"), text: Words(.english).relation(relation))
      html.element("td", ("class", "n"), text: "\(count)")
      html.raw("</tr>\n")
    }
    html.raw("</table></section>\n")
  }
}
