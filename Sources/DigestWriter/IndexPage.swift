// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// The first page: what happened, newest first, and beside it how things stand.
struct IndexPage {
  let digest: CleanDigest
  let topics: [Topic.ID: Topic]
  /// Those that are on a topic, newest `updated` first, as many as the settings say.
  let stories: [DigestStory]

  /// Bytes that the page may weigh: 20 kB, and 1 kB for each story.
  private var allowance: Int { 20_000 + 1_000 * stories.count }

  func file() -> DigestFile {
    let frame = Page(
      path: Page.Section.stories.rawValue,
      section: .stories,
      site: digest.settings.title,
      title: nil,
      isWide: true
    )
    var side = Markup()
    aside(into: &side)
    // What a card does not use is left to those after it.
    var rest = allowance - frame.file(side).bytes.count - 400 - 60 * days
    var html = Markup()
    html.raw("<div>\n<h1>Stories</h1>\n")
    if stories.isEmpty { html.raw("<p>There are no stories on your topics yet.</p>\n") }
    var day: Int?
    let example = (stories.first { $0.sources.count > 1 } ?? stories.first)?.id
    for (place, story) in stories.enumerated() {
      if day != story.updated / 86_400 {
        day = story.updated / 86_400
        html.raw("<h2>")
        let text = DisplayDate.gregorian(story.updated)
        html.element("time", ("datetime", text), text: text)
        html.raw("</h2>\n")
      }
      let card = IndexPage.card(
        story,
        topics: topics,
        isOpen: story.id == example,
        within: rest / (stories.count - place)
      )
      rest -= card.bytes.count
      html.append(card)
    }
    html.raw("</div>\n")
    html.append(side)
    return frame.file(html)
  }

  private var days: Int { Set(stories.map { $0.updated / 86_400 }).count }

  /// The most detailed card that weighs no more than `bytes`, else the smallest.
  static func card(
    _ story: DigestStory,
    topics: [Topic.ID: Topic],
    root: String = "",
    isOpen: Bool = false,
    within bytes: Int
  ) -> Markup {
    let card = StoryCard(story: story, topics: topics, root: root, isOpen: isOpen)
    var smallest = Markup()
    for detail in StoryCard.Detail.levels {
      smallest = card.html(detail)
      if smallest.bytes.count <= bytes { break }
    }
    return smallest
  }

  private func aside(into html: inout Markup) {
    html.raw("<aside aria-label=\"At a glance\">\n")
    if let newest = stories.map(\.updated).max() {
      html.raw("<section><h2>Stories a day</h2>\n")
      Plot(of: nil, in: digest.history, else: stories, endingAt: newest).write(into: &html)
      html.raw("</section>\n")
      subjects(since: newest - 7 * 86_400, into: &html)
    }
    RisingPhrases(in: stories, limit: 5).write(heading: "Rising", into: &html)
    html.raw("<section><h2>Feeds</h2>\n")
    FeedsPage.summary(digest.feeds, into: &html)
    html.raw("</section>\n</aside>\n")
  }

  private func subjects(since start: Int, into html: inout Markup) {
    let counts = digest.topics.map { topic in
      let own = stories.filter { story in
        story.published > start && story.tags.contains { $0.topic == topic.id && $0.fires }
      }
      return (topic: topic, count: own.count)
    }.filter { $0.count > 0 }
    let busiest = counts.enumerated().sorted { left, right in
      (right.element.count, left.offset) < (left.element.count, right.offset)
    }.prefix(8).map(\.element)
    guard let most = busiest.first?.count else { return }
    html.raw("<section><h2>Topics of the last week</h2>\n<ul class=\"ev\">")
    for (topic, count) in busiest {
      html.raw("<li>")
      html.element("a", ("href", "topic/\(topic.id).html"), text: topic.label(in: .english))
      html.bar(count, of: most, text: "\(count)")
      html.raw("</li>")
    }
    html.raw("</ul></section>\n")
  }
}
