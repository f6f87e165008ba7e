// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// Writes the JSON Feed 1.1 twin of a feed: same entries, same ids, and the reasons in full.
struct JSONFeedWriter {
  let digest: CleanDigest
  let names: DigestNames

  /// How many reasons of each decision are told, from all to none.
  private static let details = [Int.max, 5, 2, 0]

  /// Returns the bytes of `feed`, no more than ``DigestWriter/feedLimit``: smaller reasons are left
  /// out first, for all entries alike, and then the oldest entries.
  func bytes(of feed: FeedDocument, path: String) -> [UInt8] {
    for reasons in Self.details {
      let bytes = bytes(of: feed, path: path, reasons: reasons, entries: feed.entries.count)
      if bytes.count <= DigestWriter.feedLimit { return bytes }
    }
    var fitting = 0
    var beyond = feed.entries.count
    while fitting + 1 < beyond {
      let middle = (fitting + beyond) / 2
      let size = bytes(of: feed, path: path, reasons: 0, entries: middle).count
      if size <= DigestWriter.feedLimit { fitting = middle } else { beyond = middle }
    }
    return bytes(of: feed, path: path, reasons: 0, entries: fitting)
  }

  private func bytes(
    of feed: FeedDocument,
    path: String,
    reasons: Int,
    entries: Int
  ) -> [UInt8] {
    var members: [JSONText.Member] = [
      .init("version", "https://jsonfeed.org/version/1.1"),
      .init("title", .string(feed.title)),
      .init("description", .string(feed.subtitle)),
      .init("language", .string(feed.language.code)),
      .init("authors", [["name": .string(digest.settings.title)]]),
    ]
    if let page = names.address(of: feed.page) {
      members.append(.init("home_page_url", .string(page)))
    }
    if let own = names.address(of: path) { members.append(.init("feed_url", .string(own))) }
    if let icon = names.address(of: "icon.svg") { members.append(.init("icon", .string(icon))) }
    if let hub = digest.settings.hub {
      members.append(.init("hubs", [["type": "WebSub", "url": .string(hub)]]))
    }
    members.append(
      .init("items", .array(feed.entries.prefix(entries).map { item($0.entry, reasons) }))
    )
    return Array(JSONText.object(members).text.utf8) + [UInt8(ascii: "\n")]
  }

  private func item(_ entry: FeedEntry, _ reasons: Int) -> JSONText {
    var members: [JSONText.Member] = [.init("id", .string(entry.id))]
    if let alternate = entry.alternate { members.append(.init("url", .string(alternate.url))) }
    members += [
      .init("title", .string(entry.title)),
      .init("content_html", .string(String(decoding: entry.html, as: UTF8.self))),
      .init("summary", .string(entry.summary)),
      .init("date_published", .instant(entry.published)),
      .init("date_modified", .instant(entry.updated)),
      .init("authors", .array(entry.authors.map { ["name": .string($0)] })),
      .init("tags", .array(entry.story.tags.filter(\.fires).map { .string($0.topic) })),
      .init("language", .string(entry.language.code)),
      .init(
        "_rasad",
        [
          "sources": .array(entry.story.sources.prefix(50).map { source($0, reasons) }),
          "why": .array(entry.story.tags.filter(\.fires).map { tag($0, reasons) }),
        ]
      ),
    ]
    return .object(members)
  }

  private func source(_ source: DigestStory.Source, _ reasons: Int) -> JSONText {
    [
      "feed": .string(source.article.feed),
      "outlet": .string(source.outlet),
      "title": .string(source.title),
      "language": .string(source.language.code),
      "url": .optional(source.url),
      "published": .instant(source.published),
      "relation": .string(source.decision.relation.rawValue),
      "score": .int(source.decision.score),
      "evidence": .array(
        source.decision.evidence.prefix(reasons).map(JSONFeedWriter.evidence)
      ),
    ]
  }

  private func tag(_ tag: TopicTag, _ reasons: Int) -> JSONText {
    [
      "topic": .string(tag.topic),
      "score": .int(tag.score),
      "evidence": .array(tag.evidence.prefix(reasons).map(JSONFeedWriter.evidence)),
    ]
  }

  private static func evidence(_ evidence: Evidence) -> JSONText {
    [
      "kind": .string(evidence.kind.rawValue),
      "contribution": .int(evidence.contribution),
      "found": .string(evidence.found),
      "partner": .string(evidence.partner),
      "note": .string(evidence.note),
    ]
  }
}

/// Writes the list of sources as OPML 2.0.
struct BlogrollWriter {
  let digest: CleanDigest

  func bytes() -> [UInt8] {
    var xml = Markup()
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<opml version=\"2.0\">\n<head>")
    xml.element("title", text: digest.settings.title)
    xml.raw("</head>\n<body>\n")
    for feed in digest.feeds where !feed.url.isEmpty {
      xml.empty(
        "outline",
        ("type", "rss"),
        ("text", feed.title),
        ("title", feed.title),
        ("xmlUrl", feed.url),
        ("language", feed.language == .unknown ? nil : feed.language.code)
      )
      xml.line()
    }
    xml.raw("</body>\n</opml>\n")
    return xml.bytes
  }
}
