// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// What every page has around its own content: head, navigation, landmarks.
struct Page {
  /// The pages in the navigation.
  enum Section: String, CaseIterable {
    case stories = "index.html"
    case topics = "topics.html"
    case feeds = "feeds.html"
    case numbers = "stats.html"

    var name: String {
      switch self {
      case .stories: "Stories"
      case .topics: "Topics"
      case .feeds: "Feeds"
      case .numbers: "Numbers"
      }
    }
  }

  /// The path, relative to the digest's directory.
  let path: String
  /// Where it stands in the navigation, or `nil` for what stands nowhere.
  let section: Section?
  /// The name of the digest.
  let site: String
  /// The title of this page, or `nil` on the first one.
  let title: String?
  var titleLanguage = Language.english
  /// The feed of what the page shows.
  var feed = "digest.atom"
  /// Whether there is a second column.
  var isWide = false

  /// The address of the digest's directory, for a page that is shown under any path.
  var base: String?

  /// The way from this page to the digest's directory: nothing, or `../`.
  var root: String { base ?? (path.contains("/") ? "../" : "") }

  /// The page with `content` as its main part.
  func file(_ content: Markup) -> DigestFile {
    var html = Markup()
    html.raw("<!DOCTYPE html>\n")
    html.open("html", ("lang", "en"))
    html.line()
    head(into: &html)
    html.raw("<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n")
    navigation(into: &html)
    html.open("main", ("id", "main"), ("class", isWide ? "two" : nil))
    html.line()
    html.append(content)
    html.raw("</main>\n")
    footer(into: &html)
    html.raw("</body>\n</html>\n")
    return DigestFile(path: path, bytes: html.bytes)
  }

  private func head(into html: inout Markup) {
    html.raw("<head>\n<meta charset=\"utf-8\"/>\n")
    html.empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageStyle.policy))
    html.raw(
      """

      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="robots" content="noindex"/>

      """
    )
    html.element("title", text: title.map { $0 + " – " + site } ?? site)
    html.line()
    html.empty(
      "link",
      ("rel", "alternate"),
      ("type", "application/atom+xml"),
      ("title", title.map { _ in feed == "digest.atom" ? site : title } ?? site),
      ("href", root + feed)
    )
    html.line()
    html.empty(
      "link",
      ("rel", "alternate"),
      ("type", "application/feed+json"),
      ("title", site),
      ("href", root + "digest.json")
    )
    html.raw("\n<style>")
    html.style(PageStyle.bytes)
    html.raw("</style>\n</head>\n")
  }

  private func navigation(into html: inout Markup) {
    html.raw("<header>\n<p class=\"brand\">")
    html.open("a", ("href", root + Section.stories.rawValue))
    html.element("bdi", text: site)
    html.raw("</a></p>\n<nav aria-label=\"Pages\"><ul>")
    for item in Section.allCases {
      html.raw("<li>")
      html.element(
        "a",
        ("href", root + item.rawValue),
        ("aria-current", item.rawValue == path ? "page" : item == section ? "true" : nil),
        text: item.name
      )
      html.raw("</li>")
    }
    html.raw("</ul></nav>\n</header>\n")
  }

  private func footer(into html: inout Markup) {
    html.raw("<footer><p>Times are UTC. Subscribe: ")
    html.element("a", ("href", root + "digest.atom"), text: "Atom")
    html.raw(", ")
    html.element("a", ("href", root + "digest.json"), text: "JSON Feed")
    html.raw(", ")
    html.element("a", ("href", root + "all.atom"), text: "all stories")
    html.raw(", ")
    html.element("a", ("href", root + "blogroll.opml"), text: "the sources")
    html.raw(". Headlines and excerpts belong to the outlets that published them.</p></footer>\n")
  }
}

extension Markup {
  /// A heading or a link text in its own language and direction.
  mutating func text(_ text: String, in language: Language) {
    element("span", ("lang", language.code), ("dir", Direction(language).rawValue), text: text)
  }

  /// An instant as people of `language` write it; the Gregorian day is in the title if it differs.
  mutating func time(_ seconds: Int, _ text: String, in language: Language) {
    element(
      "time",
      ("datetime", Timestamp.text(seconds)),
      ("title", language == .persian ? DisplayDate.gregorian(seconds) : nil),
      text: text
    )
  }

  /// A link out of the digest.
  mutating func openLink(to url: String, in language: Language?) {
    open(
      "a",
      ("href", url),
      ("rel", "nofollow noopener noreferrer"),
      ("lang", language?.code),
      ("dir", language.map { Direction($0).rawValue })
    )
  }
}
