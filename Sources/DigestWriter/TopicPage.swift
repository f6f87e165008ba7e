// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// Whether the model of a topic is sane: what it looks for, what it found, what it nearly found.
struct TopicPage {
  let topic: Topic
  let detail: TopicDetail?
  let digest: CleanDigest
  let topics: [Topic.ID: Topic]

  private var stories: [DigestStory] {
    digest.stories.filter { story in
      story.tags.contains { $0.topic == topic.id && $0.fires }
    }
  }

  func file() -> DigestFile {
    let name = topic.label(in: .english)
    let page = Page(
      path: "topic/\(topic.id).html",
      section: .topics,
      site: digest.settings.title,
      title: name,
      feed: "topic/\(topic.id).atom"
    )
    var html = Markup()
    html.raw("<section class=\"card\">\n")
    html.element("h1", text: name)
    html.raw("\n<p class=\"meta\">")
    for (language, label) in topic.labels.sorted(by: { $0.key < $1.key }) where label != name {
      html.text(label, in: language)
      html.raw(" · ")
    }
    html.element("code", text: topic.id)
    html.raw(" · ")
    html.element("a", ("href", "\(topic.id).atom"), text: "Atom feed of this topic")
    html.raw("</p>\n")
    if let newest = digest.stories.map(\.updated).max() {
      Plot(of: topic.id, in: digest.history, else: stories, endingAt: newest).write(into: &html)
    }
    html.raw("</section>\n")
    RisingPhrases(in: stories, topic: topic.id).write(heading: "Rising", into: &html)
    borderline(into: &html)
    phrases(into: &html)
    passages(into: &html)
    html.raw("<section><h2>Newest stories</h2>\n")
    if stories.isEmpty { html.raw("<p>None yet.</p>\n") }
    for story in stories.prefix(20) {
      html.append(IndexPage.card(story, topics: topics, root: "../", within: 2000))
    }
    html.raw("</section>\n")
    return page.file(html)
  }

  /// What a person should look at: scores near the line, on either side of it.
  private func borderline(into html: inout Markup) {
    let near = digest.stories.compactMap { story -> (DigestStory, TopicTag)? in
      let tag = (story.tags + story.borderline).first { $0.topic == topic.id }
      guard let tag, TopicTag.borderline.contains(tag.score) else { return nil }
      return (story, tag)
    }.prefix(20)
    guard !near.isEmpty else { return }
    html.raw("<section class=\"card\"><h2>Near the line</h2>\n<ul class=\"src\">")
    for (story, tag) in near {
      html.raw("<li>")
      html.element("b", ("class", "n"), text: "\(tag.score) \(tag.fires ? "≥" : "<") 1000")
      html.raw(" ")
      html.open("a", ("href", "../story/\(story.id.text).html"))
      html.text(story.title, in: story.language)
      html.raw("</a></li>\n")
    }
    html.raw("</ul></section>\n")
  }

  /// The strongest phrases, language beside language.
  private func phrases(into html: inout Markup) {
    guard let detail, !detail.phrases.isEmpty else { return }
    html.raw("<section class=\"card\"><h2>What it looks for</h2>\n<div class=\"cols\">")
    for language in Set(detail.phrases.map(\.language)).sorted() {
      html.open("div", ("lang", language.code), ("dir", Direction(language).rawValue))
      html.element("h3", text: Words(language).name(of: language))
      html.raw("<ul class=\"plain\">")
      let own = detail.phrases.filter { $0.language == language }.enumerated().sorted {
        ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
      }
      for phrase in own.prefix(25).map(\.element) {
        html.raw("<li>")
        html.text(phrase.text + " ")
        html.element("span", ("class", "n"), text: "\(phrase.weight)")
        if !phrase.origin.isEmpty {
          html.raw(" ")
          html.element("small", ("lang", "en"), ("dir", "ltr"), text: phrase.origin)
        }
        html.raw("</li>")
      }
      if own.count > 25 { html.element("li", text: Words(language).more(own.count - 25)) }
      html.raw("</ul></div>\n")
    }
    html.raw("</div></section>\n")
  }

  /// The places of the seeds from which the phrases come.
  private func passages(into html: inout Markup) {
    guard let detail, !detail.passages.isEmpty else { return }
    html.raw("<section class=\"card\"><h2>Where the seeds say it</h2>\n")
    for passage in detail.passages.prefix(20) {
      html.open(
        "p",
        ("lang", passage.language.code),
        ("dir", Direction(passage.language).rawValue)
      )
      for (place, piece) in passage.pieces.enumerated() where !piece.isEmpty {
        if place % 2 == 1 { html.element("mark", text: piece) } else { html.text(piece) }
      }
      html.raw(" ")
      html.element("small", ("lang", "en"), ("dir", "ltr"), text: passage.seed)
      html.raw("</p>\n")
    }
    html.raw("</section>\n")
  }
}

/// All topics, with how much there was of each.
struct TopicsPage {
  let digest: CleanDigest

  func file() -> DigestFile {
    let page = Page(
      path: Page.Section.topics.rawValue,
      section: .topics,
      site: digest.settings.title,
      title: "Topics"
    )
    let rows = digest.topics.map { topic in
      let count = digest.stories.count { story in
        story.tags.contains { $0.topic == topic.id && $0.fires }
      }
      return (topic: topic, count: count)
    }
    let most = max(1, rows.map(\.count).max() ?? 1)
    var html = Markup()
    html.raw("<section class=\"card\">\n<h1>Topics</h1>\n<div class=\"scroll\"><table>\n")
    html.raw("<thead><tr><th scope=\"col\">Topic</th><th scope=\"col\">Stories</th>")
    html.raw("<th scope=\"col\">Feed</th></tr></thead>\n<tbody>\n")
    for (topic, count) in rows {
      html.raw("<tr><th scope=\"row\">")
      html.element("a", ("href", "topic/\(topic.id).html"), text: topic.label(in: .english))
      for (language, label) in topic.labels.sorted(by: { $0.key < $1.key })
      where language != .english {
        html.raw(" <small>")
        html.text(label, in: language)
        html.raw("</small>")
      }
      html.raw("</th><td>")
      if count > 0 { html.bar(count, of: most, text: "\(count)") } else { html.text("0") }
      html.raw("</td><td>")
      html.element("a", ("href", "topic/\(topic.id).atom"), text: "Atom")
      html.raw("</td></tr>\n")
    }
    html.raw("</tbody></table></div></section>\n")
    return page.file(html)
  }
}
