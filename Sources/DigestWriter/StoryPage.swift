// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// Everything about one story: its sources in the order of time, and every reason.
struct StoryPage {
  /// Sources beyond these are counted, not shown.
  static let shown = 60

  let story: DigestStory
  let topics: [Topic.ID: Topic]
  let names: DigestNames
  let site: String

  private var words: Words { Words(story.language) }

  func file() -> DigestFile {
    let page = Page(
      path: names.storyPage(story.id),
      section: .stories,
      site: site,
      title: story.title
    )
    var html = Markup()
    html.open(
      "article",
      ("dir", Direction(story.language).rawValue),
      ("lang", story.language.code)
    )
    html.line()
    html.element("h1", text: story.title)
    html.line()
    for paragraph in DisplayText.paragraphs(story.lead, limit: 1500) {
      html.element("p", text: paragraph)
      html.line()
    }
    html.raw("</article>\n")
    sources(into: &html)
    reasonsForTopics(into: &html)
    reasonsForUnion(into: &html)
    links(into: &html)
    return page.file(html)
  }

  private func openSection(_ title: String, into html: inout Markup) {
    html.open(
      "section",
      ("class", "card"),
      ("lang", words.language.code),
      ("dir", Direction(words.language).rawValue)
    )
    html.element("h2", text: title)
    html.line()
  }

  private func sources(into html: inout Markup) {
    openSection(words.sources(story.sources.count), into: &html)
    let ordered = story.sources.enumerated().sorted { left, right in
      (left.element.published, left.offset) < (right.element.published, right.offset)
    }.map(\.element)
    let copies: Set<StoryRelation> = [.nearDuplicate, .sameAddress]
    let own = ordered.filter { !copies.contains($0.decision.relation) }
    let folded = ordered.filter { copies.contains($0.decision.relation) }
    list(own, into: &html)
    if !folded.isEmpty {
      html.raw("<details>")
      let name = words.relation(.nearDuplicate) + ": "
      html.element(
        "summary",
        text: name + DisplayDate.number(folded.count, in: words.language)
      )
      list(folded, into: &html)
      html.raw("</details>")
    }
    html.raw("</section>\n")
  }

  private func list(_ sources: [DigestStory.Source], into html: inout Markup) {
    html.raw("<ol class=\"src\">")
    for source in sources.prefix(StoryPage.shown) {
      html.raw("<li>")
      let text = DisplayDate.dayAndTime(source.published, in: words.language)
      html.time(source.published, text, in: words.language)
      SourceLink(source: source).write(besides: nil, into: &html)
      html.raw(" ")
      let name = words.name(of: source.language)
      html.element(
        "span",
        ("class", "lg"),
        text: name + words.separator + words.relation(source.decision.relation)
      )
      html.raw("</li>\n")
    }
    if sources.count > StoryPage.shown {
      html.element("li", text: words.more(sources.count - StoryPage.shown))
    }
    html.raw("</ol>\n")
  }

  private func reasonsForTopics(into html: inout Markup) {
    let tags =
      story.tags
      + story.borderline.filter { near in
        !story.tags.contains { $0.topic == near.topic }
      }
    guard !tags.isEmpty else { return }
    openSection(words.whyHere, into: &html)
    let view = EvidenceView(words: words)
    for tag in tags.prefix(20) {
      html.raw("<h3>")
      if let topic = topics[tag.topic] {
        html.element(
          "a",
          ("href", "../topic/\(tag.topic).html"),
          text: topic.label(in: words.language)
        )
      } else {
        html.text(tag.topic)
      }
      html.raw("</h3>\n")
      let threshold = DisplayDate.number(TopicTag.threshold, in: words.language)
      let score = DisplayDate.number(tag.score, in: words.language)
      let caption = "\(score) \(tag.fires ? "≥" : "<") \(threshold)"
      view.table(tag.evidence, score: tag.score, caption: caption, into: &html)
    }
    html.raw("</section>\n")
  }

  private func reasonsForUnion(into html: inout Markup) {
    let joined = story.sources.filter { $0.decision.relation != .first }
    guard !joined.isEmpty else { return }
    openSection(words.whyOne, into: &html)
    let view = EvidenceView(words: words)
    for source in joined.prefix(StoryPage.shown) {
      html.raw("<h3>")
      html.element("bdi", text: source.outlet)
      if let partner = partner(of: source) {
        html.raw(" = ")
        html.element("bdi", text: partner.outlet)
      }
      html.raw("</h3>\n")
      let caption = words.relation(source.decision.relation)
      view.table(
        source.decision.evidence,
        score: source.decision.score,
        caption: caption,
        into: &html
      )
    }
    html.raw("</section>\n")
  }

  private func partner(of source: DigestStory.Source) -> DigestStory.Source? {
    guard let partner = source.decision.partner else { return nil }
    return story.sources.first { $0.article == partner.article }
  }

  private func links(into html: inout Markup) {
    html.raw("<section class=\"card\"><h2>For your tools</h2>\n<p>Entry ")
    html.element("code", text: names.entry(story.id))
    html.raw(
      " in <a href=\"../digest.atom\">Atom</a> and <a href=\"../digest.json\">JSON Feed</a>."
    )
    html.raw(" Wrongly put together? </p><p>")
    html.element("code", text: "rasad stories show \(story.id.text) --why")
    html.raw("</p></section>\n")
  }
}
