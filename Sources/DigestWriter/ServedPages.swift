// SPDX-License-Identifier: Apache-2.0
package import Articles
package import TextBasics

/// The pages that exist only while a server runs: results of a search, and what went wrong.
package struct ServedPages: Sendable {
  private static let landmark = Array("</ul></nav>\n".utf8)

  private let site: String

  /// - Parameter title: The name of the digest.
  package init(title: String) {
    let line = DisplayText.line(title, limit: 100)
    site = line.isEmpty ? DigestSettings().title : line
  }

  /// The policy of every page, for the field `Content-Security-Policy`.
  package static var policy: String { PageStyle.policy }

  /// Whether the digest may have written a file of this path, relative to its directory.
  package static func owns(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1 {
      return Page.Section.allCases.contains { $0.rawValue == path }
        || ["digest.atom", "all.atom", "digest.json", "blogroll.opml"].contains(path)
        || Assets.files.contains { $0.path == path }
    }
    guard parts.count == 2, let name = parts.last, let dot = name.lastIndex(of: "."),
      PathName.safe(String(name[..<dot])) == String(name[..<dot])
    else { return false }
    switch (parts[0], name[dot...]) {
    case ("topic", ".atom"), ("topic", ".html"), ("story", ".html"), ("lang", ".atom"),
      ("archive", ".atom"):
      return true
    default: return false
    }
  }

  /// A page of the digest with a search form in its head; other files are as they are.
  package static func finished(_ path: String, _ bytes: [UInt8]) -> [UInt8] {
    guard path.hasSuffix(".html") else { return bytes }
    return withForm(bytes, query: "")
  }

  private static func withForm(_ page: [UInt8], query: String) -> [UInt8] {
    guard let place = page.firstRange(of: landmark) else { return page }
    var form = Markup()
    form.raw("<form action=\"/search\" role=\"search\">")
    form.empty(
      "input",
      ("type", "search"),
      ("name", "q"),
      ("dir", "auto"),
      ("aria-label", "Search"),
      ("placeholder", "Search"),
      ("value", query.isEmpty ? nil : query)
    )
    form.raw("<button type=\"submit\">Search</button></form>\n")
    return page[..<place.upperBound] + form.bytes + page[place.upperBound...]
  }

  /// A page with a heading and one sentence.
  package func notice(_ title: String, _ sentence: String) -> [UInt8] {
    var html = Markup()
    html.raw("<section class=\"card\">\n")
    html.element("h1", text: DisplayText.line(title, limit: 100))
    html.element("p", text: DisplayText.line(sentence, limit: 500))
    html.raw("<p><a href=\"/index.html\">To the stories</a></p></section>\n")
    return page(title, html, query: "")
  }

  private func page(_ title: String, _ content: Markup, query: String) -> [UInt8] {
    // Such a page may be asked for under any path: its links must not depend on it.
    let frame = Page(path: "", section: nil, site: site, title: title, base: "/")
    return ServedPages.withForm(frame.file(content).bytes, query: query)
  }

  /// What a search found.
  package struct Results: Sendable {
    /// An article that matches.
    package struct Hit: Sendable {
      package let title: String
      package let language: Language
      package let url: String?
      package let outlet: String
      /// Seconds since 1970.
      package let published: Int
      /// The story's id, if it has a page.
      package let story: Story.ID?
      /// Pieces of the text, matched ones among plain ones.
      package let snippet: [(text: String, isMatch: Bool)]

      package init(
        title: String,
        language: Language,
        url: String?,
        outlet: String,
        published: Int,
        story: Story.ID?,
        snippet: [(text: String, isMatch: Bool)]
      ) {
        self.title = title
        self.language = language
        self.url = url
        self.outlet = outlet
        self.published = published
        self.story = story
        self.snippet = snippet
      }
    }

    /// As it was typed.
    package var query: String
    /// What was looked for after folding, or `nil` when nothing was.
    package var understood: String?
    /// Why the query could not be read, as a sentence.
    package var failure: String?
    package var hits: [Hit]

    package init(
      query: String,
      understood: String? = nil,
      failure: String? = nil,
      hits: [Hit] = []
    ) {
      self.query = query
      self.understood = understood
      self.failure = failure
      self.hits = hits
    }
  }

  /// The page of results.
  package func search(_ results: Results) -> [UInt8] {
    var html = Markup()
    html.raw("<section>\n<h1>Search</h1>\n")
    if let failure = results.failure {
      html.raw("<p class=\"bad\">")
      html.element("bdi", text: DisplayText.line(failure, limit: 300))
      html.raw("</p>\n")
    } else if let understood = results.understood {
      let count = results.hits.count
      html.raw("<p>")
      html.text(
        count == 0 ? "Nothing has " : count == 1 ? "One article has " : "\(count) articles have "
      )
      html.element("bdi", text: DisplayText.line(understood, limit: 300))
      html.raw(".</p>\n")
    }
    html.raw(
      """
      <p class="note">All words must occur; <code>"a phrase"</code> as it stands; <code>-word</code> \
      excludes; <code>lang:fa</code> <code>topic:ID</code> <code>feed:ID</code> <code>since:7d</code> \
      narrow. Arabic and Persian spellings of a letter, digits and vowel signs are one.</p>

      """
    )
    for hit in results.hits { write(hit, into: &html) }
    html.raw("</section>\n")
    let query = DisplayText.line(results.query, limit: 300)
    return page("Search", html, query: query)
  }

  private func write(_ hit: Results.Hit, into html: inout Markup) {
    let words = Words(hit.language)
    html.open(
      "article",
      ("lang", hit.language.code),
      ("dir", Direction(hit.language).rawValue)
    )
    html.raw("<h2>")
    let title = DisplayText.line(hit.title, limit: 300)
    let shown = title.isEmpty ? words.untitled : title
    if let url = hit.url.flatMap(DisplayAddress.checked) {
      html.openLink(to: url, in: nil)
      html.text(shown)
      html.close("a")
    } else {
      html.text(shown)
    }
    html.raw("</h2>\n<p class=\"meta\">")
    html.element("bdi", text: DisplayText.line(hit.outlet, limit: 60))
    html.text(words.separator)
    let published = CleanDigest.instant(hit.published)
    html.time(published, DisplayDate.dayAndTime(published, in: words.language), in: words.language)
    if let story = hit.story {
      html.text(words.separator)
      html.element(
        "a",
        ("href", "/story/\(PathName.safe(story.text)).html"),
        ("lang", "en"),
        ("dir", "ltr"),
        text: "its story"
      )
    }
    html.raw("</p>\n<p>")
    for piece in hit.snippet {
      let text = DisplayText.piece(piece.text, limit: 600)
      if piece.isMatch { html.element("mark", text: text) } else { html.text(text) }
    }
    html.raw("</p></article>\n")
  }
}
