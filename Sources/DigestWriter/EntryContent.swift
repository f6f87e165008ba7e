// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// The HTML inside an entry: complete in itself, and made to survive what readers do to it.
///
/// Readers strip `dir`, `lang`, `div` and `span` (Miniflux), decide the direction by the first strong
/// character (Miniflux, NetNewsWire), and glue blocks together that no space parts (Liferea). So
/// direction stands on every block, the text begins in the story's script, and lines part blocks.
struct EntryContent {
  /// Bytes of HTML; what would not fit is left to the story's own page.
  static let limit = 8192

  let story: DigestStory
  let topics: [Topic.ID: Topic]
  /// The address of the story's own page, or `nil` when the digest has no address.
  let page: String?

  /// The content of the entry, or of a follow-up that says `growth`.
  func html(followUp growth: DigestStory.Growth? = nil) -> [UInt8] {
    let language = growth?.language ?? story.language
    let words = Words(language)
    var html = Markup()
    html.open("div", ("dir", Direction(language).rawValue), ("lang", language.code))
    html.line()
    if let growth {
      let note = words.followsUp + ": " + words.grewBy(growth.outlet)
      paragraph(note, words.language, into: &html)
    }
    html.append(lead(within: EntryContent.limit / 2))
    var end = link(words)
    end.close("div")
    let room = EntryContent.limit - html.bytes.count - end.bytes.count
    let why = reasons(words)
    let isRoomForWhy = why.bytes.count <= room / 2
    sources(words, within: isRoomForWhy ? room - why.bytes.count : room, into: &html)
    if isRoomForWhy { html.append(why) }
    html.append(end)
    return html.bytes
  }

  private func link(_ words: Words) -> Markup {
    var html = Markup()
    guard let page else { return html }
    html.open("p", ("dir", Direction(words.language).rawValue), ("lang", words.language.code))
    html.element("a", ("href", page), text: words.fullExplanation)
    html.close("p")
    html.line()
    return html
  }

  private func paragraph(_ text: String, _ language: Language, into html: inout Markup) {
    html.element(
      "p",
      ("dir", Direction(language).rawValue),
      ("lang", language.code),
      text: text
    )
    html.line()
  }

  /// The lead, with a word of ours in front if it would begin in another script.
  private func lead(within bytes: Int) -> Markup {
    var limit = 600
    while true {
      var html = Markup()
      for (index, part) in DisplayText.paragraphs(story.lead, limit: limit).enumerated() {
        let first = Direction.ofFirstStrong(in: part)
        let own = Direction(story.language)
        let isOther = index == 0 && own != .automatic && first != nil && first != own
        let text = isOther ? Words(story.language).news + ": " + part : part
        paragraph(text, story.language, into: &html)
      }
      // Only text made of nothing but escapes and rare characters is as large as that.
      if html.bytes.count <= bytes || limit < 10 { return html }
      limit /= 2
    }
  }

  private func sources(_ words: Words, within bytes: Int, into html: inout Markup) {
    let end = html.bytes.count + bytes - 300
    paragraph(words.sources + ":", words.language, into: &html)
    let direction = Direction(words.language).rawValue
    html.open("ul", ("dir", direction), ("lang", words.language.code))
    html.line()
    var listed = 0
    for source in story.sources {
      let item = EntryContent.item(source)
      if html.bytes.count + item.bytes.count > end { break }
      html.append(item)
      listed += 1
    }
    if listed < story.sources.count {
      html.element(
        "li",
        ("dir", direction),
        ("lang", words.language.code),
        text: words.more(story.sources.count - listed)
      )
      html.line()
    }
    html.close("ul")
    html.line()
  }

  /// Language and outlet, headline, time: all in the source's language and direction.
  private static func item(_ source: DigestStory.Source) -> Markup {
    let words = Words(source.language)
    var html = Markup()
    html.open(
      "li",
      ("dir", Direction(source.language).rawValue),
      ("lang", source.language.code)
    )
    html.text(words.name(of: source.language) + words.comma + source.outlet + ": ")
    let title = source.title.isEmpty ? words.untitled : source.title
    if let url = source.url {
      html.element("a", ("href", url), ("hreflang", source.language.code), text: title)
    } else {
      html.text(title)
    }
    html.text(words.comma)
    time(source.published, source.language, into: &html)
    html.close("li")
    html.line()
    return html
  }

  static func time(_ seconds: Int, _ language: Language, into html: inout Markup) {
    html.element(
      "time",
      ("datetime", Timestamp.text(seconds)),
      text: DisplayDate.dayAndTime(seconds, in: language)
    )
  }

  /// One line: the strongest reasons, first why the story is here, then why it is one.
  private func reasons(_ words: Words) -> Markup {
    var html = Markup()
    let reasons = Reasons.strongest(of: story)
    guard !reasons.isEmpty else { return html }
    html.open("p", ("dir", Direction(words.language).rawValue), ("lang", words.language.code))
    var group: Bool?
    for reason in reasons {
      let isTopic = reason.topic != nil
      if group != isTopic {
        if group != nil { html.text(". ") }
        html.text((isTopic ? words.whyHere : words.whyOne) + ": ")
      } else {
        html.text(words.separator)
      }
      group = isTopic
      quote(reason.evidence.found, in: words.language, into: &html)
      if let id = reason.topic {
        html.text(" (" + (topics[id]?.label(in: words.language) ?? id) + ")")
      } else if !reason.evidence.partner.isEmpty {
        html.text(" = ")
        quote(reason.evidence.partner, in: words.language, into: &html)
      }
    }
    html.close("p")
    html.line()
    return html
  }

  /// Words of an article, isolated when they run against the line.
  private func quote(_ text: String, in language: Language, into html: inout Markup) {
    let base = Direction(language)
    guard let own = Direction.ofFirstStrong(in: text), own != base else {
      html.text("«" + text + "»")
      return
    }
    html.text("«")
    html.element("span", ("dir", own.rawValue), text: text)
    html.text("»")
  }
}
