// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// The page that answers what is broken.
struct FeedsPage {
  let digest: CleanDigest

  func file() -> DigestFile {
    let page = Page(
      path: Page.Section.feeds.rawValue,
      section: .feeds,
      site: digest.settings.title,
      title: "Feeds"
    )
    var html = Markup()
    html.raw("<section class=\"card\">\n<h1>Feeds</h1>\n")
    FeedsPage.summary(digest.feeds, into: &html)
    if !digest.feeds.isEmpty {
      html.raw(
        """
        <table class="stack">
        <thead><tr><th scope="col">Feed</th><th scope="col">State</th><th scope="col">Last good \
        answer</th><th scope="col">Next fetch</th><th scope="col">New in 7 days</th>\
        <th scope="col">Last 30 days</th></tr></thead>
        <tbody>

        """
      )
      for feed in digest.feeds { row(feed, into: &html) }
      html.raw("</tbody></table>\n")
    }
    html.raw("</section>\n")
    return page.file(html)
  }

  private func row(_ feed: FeedHealth, into html: inout Markup) {
    html.raw("<tr><th scope=\"row\">")
    if feed.url.isEmpty {
      html.text(feed.title, in: feed.language)
    } else {
      html.openLink(to: feed.url, in: feed.language)
      html.text(feed.title)
      html.close("a")
    }
    html.raw(" ")
    html.element("small", text: feed.id)
    html.raw("</th><td data-l=\"\">")
    state(of: feed, into: &html)
    html.raw("</td><td data-l=\"Last good answer: \">")
    instant(feed.lastSuccess, none: "never", into: &html)
    html.raw("</td><td data-l=\"Next fetch: \">")
    instant(feed.nextFetch, none: feed.nextFetchReason == nil ? "–" : "never", into: &html)
    note(feed.nextFetchReason, into: &html)
    html.raw("</td><td data-l=\"New in 7 days: \">")
    html.element("span", ("class", "n"), text: "\(feed.newInWeek)")
    note(feed.medianGap.map { "median gap " + Timestamp.duration($0) }, into: &html)
    html.raw("</td><td data-l=\"Last 30 days: \">")
    AvailabilityStrip(days: feed.days, lastDay: digest.now / 86_400).write(into: &html)
    html.raw("</td></tr>\n")
  }

  /// Smaller words behind a value.
  private func note(_ text: String?, into html: inout Markup) {
    guard let text, !text.isEmpty else { return }
    html.raw(", ")
    html.element("small", text: text)
  }

  private func instant(_ seconds: Int?, none: String, into html: inout Markup) {
    guard let seconds else { return html.text(none) }
    let text = DisplayDate.gregorian(seconds) + " " + DisplayDate.time(seconds, in: .english)
    html.time(seconds, text, in: .english)
  }

  /// The state as a sign, a word and, if it is a bad one, since when and why.
  private func state(of feed: FeedHealth, into html: inout Markup) {
    let isGood = feed.state == .ok || feed.state == .new || feed.state == .disabled
    html.element(
      "b",
      ("class", isGood ? "ok" : "bad"),
      text: (isGood ? "✓ " : "✗ ") + feed.state.rawValue
    )
    if let since = feed.failingSince {
      html.text(" since ")
      instant(since, none: "", into: &html)
    }
    if let cause = feed.cause, !cause.isEmpty {
      html.raw(": ")
      html.element("bdi", text: cause)
    }
  }

  /// How the feeds do, in words, and those that do badly.
  static func summary(_ feeds: [FeedHealth], into html: inout Markup) {
    let active = feeds.filter { $0.state != .disabled }
    let bad = active.filter { [.failing, .sick, .gone].contains($0.state) }
    guard !active.isEmpty else { return html.raw("<p>No feeds are followed.</p>\n") }
    html.element("p", text: "\(active.count - bad.count) of \(active.count) feeds work.")
    guard !bad.isEmpty else { return }
    html.raw("<ul class=\"plain\">")
    for feed in bad.prefix(5) {
      html.raw("<li>")
      html.element("b", ("class", "bad"), text: "✗ " + feed.state.rawValue)
      html.raw(" ")
      html.text(feed.title, in: feed.language)
      if let cause = feed.cause, !cause.isEmpty {
        html.raw(": ")
        html.element("bdi", text: cause)
      }
      html.raw("</li>")
    }
    html.raw("</ul>\n")
    if bad.count > 5 { html.element("p", text: "And \(bad.count - 5) more: see Feeds.") }
  }
}
