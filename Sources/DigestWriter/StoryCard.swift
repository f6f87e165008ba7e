// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// A story as the first page and the topics' pages show it.
struct StoryCard {
  /// How much a card says.
  struct Detail {
    let hasLead: Bool
    let chips: Int
    let sources: Int
    let reasons: Int

    /// Each says less than the one before.
    static let levels = [
      Detail(hasLead: true, chips: 6, sources: 8, reasons: 3),
      Detail(hasLead: true, chips: 4, sources: 4, reasons: 2),
      Detail(hasLead: false, chips: 3, sources: 3, reasons: 2),
      Detail(hasLead: false, chips: 3, sources: 3, reasons: 1),
      Detail(hasLead: false, chips: 3, sources: 3, reasons: 0),
      Detail(hasLead: false, chips: 1, sources: 1, reasons: 0),
    ]
  }

  let story: DigestStory
  let topics: [Topic.ID: Topic]
  /// The way to the digest's directory.
  let root: String

  private var words: Words { Words(story.language) }
  private var page: String { root + "story/\(story.id.text).html" }

  /// Whether the reasons are unfolded from the start.
  var isOpen = false

  func html(_ detail: Detail) -> Markup {
    var html = Markup()
    html.open(
      "article",
      ("class", story.sources.count > 1 ? "x" : nil),
      ("dir", Direction(story.language).rawValue),
      ("lang", story.language.code)
    )
    html.raw("<h3>")
    html.element("a", ("href", page), text: story.title)
    html.raw("</h3>\n")
    meta(into: &html)
    if detail.hasLead, let lead {
      html.element("p", ("class", "lead"), text: lead)
      html.line()
    }
    chips(limit: detail.chips, into: &html)
    sources(limit: detail.sources, into: &html)
    if detail.reasons > 0 { reasons(limit: detail.reasons, into: &html) }
    html.raw("</article>\n")
    return html
  }

  private func number(_ number: Int) -> String { DisplayDate.number(number, in: words.language) }

  /// The beginning of the lead, unless it only says the headline again.
  private var lead: String? {
    let lead = DisplayText.line(story.lead, limit: 200)
    let headline = story.title.hasSuffix("…") ? String(story.title.dropLast()) : story.title
    return lead.isEmpty || lead.hasPrefix(headline) || headline.hasPrefix(lead) ? nil : lead
  }

  /// Our words may be in another language than the story: then they say so.
  private func open(_ name: StaticString, _ style: String?, into html: inout Markup) {
    let isOther = words.language != story.language
    html.open(
      name,
      ("class", style),
      ("lang", isOther ? words.language.code : nil),
      ("dir", isOther ? Direction(words.language).rawValue : nil)
    )
  }

  private func meta(into html: inout Markup) {
    open("p", "meta", into: &html)
    html.text(words.sources(story.sources.count))
    var seen: Set<Language> = []
    let languages = story.sources.map(\.language).filter { seen.insert($0).inserted }
    if languages.count > 1 {
      html.text(words.separator + languages.map(words.name).joined(separator: words.comma))
    }
    html.text(words.separator + words.first + " ")
    instant(story.published, into: &html)
    if story.updated > story.published {
      html.text(words.separator + words.grew + " ")
      instant(story.updated, into: &html)
    }
    html.raw("</p>\n")
  }

  private func instant(_ seconds: Int, into html: inout Markup) {
    let text = DisplayDate.dayAndTime(seconds, in: words.language)
    html.time(seconds, text, in: words.language)
  }

  private func chips(limit: Int, into html: inout Markup) {
    let fired = story.tags.filter(\.fires).prefix(limit)
    guard !fired.isEmpty else { return }
    open("p", "chips", into: &html)
    for tag in fired {
      // A topic that has left the model has no page any more.
      let topic = topics[tag.topic]
      if topic != nil {
        html.open("a", ("href", root + "topic/\(tag.topic).html"))
      } else {
        html.open("span")
      }
      html.text((topic?.label(in: words.language) ?? tag.topic) + " ")
      html.element("span", ("class", "n"), text: number(tag.score))
      if topic != nil { html.close("a") } else { html.close("span") }
    }
    html.raw("</p>\n")
  }

  private func sources(limit: Int, into html: inout Markup) {
    html.raw("<ul class=\"src\">")
    for source in story.sources.prefix(limit) {
      html.raw("<li>")
      let isSameDay = source.published / 86_400 == story.published / 86_400
      let text =
        isSameDay && source.published % 86_400 != 0
        ? DisplayDate.time(source.published, in: words.language)
        : DisplayDate.dayAndTime(source.published, in: words.language)
      html.time(source.published, text, in: words.language)
      SourceLink(source: source).write(besides: story.title, into: &html)
      if source.language != story.language {
        html.raw(" ")
        html.element("span", ("class", "lg"), text: words.name(of: source.language))
      }
      html.raw("</li>")
    }
    if story.sources.count > limit {
      html.raw("<li>")
      html.element("a", ("href", page), text: words.more(story.sources.count - limit))
      html.raw("</li>")
    }
    html.raw("</ul>\n")
  }

  private func reasons(limit: Int, into html: inout Markup) {
    let view = EvidenceView(words: words)
    let fired = story.tags.filter(\.fires)
    let joined = story.sources.filter { !$0.decision.evidence.isEmpty }
    guard !fired.isEmpty || !joined.isEmpty else { return }
    html.open("details", ("open", isOpen ? "open" : nil))
    let both = joined.isEmpty ? "" : words.separator + words.whyOne
    open("summary", nil, into: &html)
    html.text((fired.isEmpty ? words.whyOne : words.whyHere + both))
    html.raw("</summary>")
    for tag in fired.prefix(limit) {
      html.raw("<b class=\"t\">")
      html.text((topics[tag.topic]?.label(in: words.language) ?? tag.topic) + " ")
      html.element("span", ("class", "n"), text: number(tag.score))
      html.raw("</b>")
      view.list(tag.evidence, limit: limit, into: &html)
    }
    for source in joined.prefix(limit) {
      html.raw("<b class=\"t\">")
      html.element("bdi", text: source.outlet)
      html.text(words.comma + words.relation(source.decision.relation) + " ")
      html.element("span", ("class", "n"), text: number(source.decision.score))
      html.raw("</b>")
      view.list(source.decision.evidence, limit: limit, into: &html)
    }
    html.raw("</details>\n")
  }
}

/// An outlet and its headline, linked to where it was published.
struct SourceLink {
  let source: DigestStory.Source

  /// Leaves the headline out if it is `title`, which stands above already.
  func write(besides title: String?, into html: inout Markup) {
    let isSame = source.title.isEmpty || source.title == title
    if isSame, let url = source.url {
      html.openLink(to: url, in: source.language)
      html.element("bdi", text: source.outlet)
      html.close("a")
      return
    }
    html.element("bdi", text: source.outlet)
    if isSame { return }
    html.raw(" ")
    if let url = source.url {
      html.openLink(to: url, in: source.language)
      html.text(source.title)
      html.close("a")
    } else {
      html.text(source.title, in: source.language)
    }
  }
}
