// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// One feed of the digest: what its head says and which entries it holds.
struct FeedDocument {
  /// Where it is written, relative to the digest's directory.
  let path: String
  /// `atom:id`.
  let id: String
  let title: String
  let subtitle: String
  let language: Language
  /// Newest `updated` first, ties by id.
  let entries: [RenderedEntry]
  var tombstones: [Digest.Tombstone] = []
  /// The page that shows the same, relative to the digest's directory.
  var page = "index.html"
  /// The JSON Feed twin, relative to the digest's directory.
  var twin: String?
  /// The archive before this document (RFC 5005), relative to the digest's directory.
  var previousArchive: String?
  /// The current document of the feed, if this is an archive of it.
  var current: String?
}

/// An entry and its XML, which is the same in every feed.
struct RenderedEntry {
  let entry: FeedEntry
  let xml: Markup
}

/// Writes Atom (RFC 4287) with the extensions of RFC 4685, 5005 and 6721.
struct AtomWriter {
  let digest: CleanDigest
  let names: DigestNames

  /// Returns the bytes of `feed`: the same for the same feed, on any day.
  func bytes(of feed: FeedDocument) -> [UInt8] {
    var xml = Markup()
    xml.raw(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\""
    )
    for byte in feed.path.utf8 where byte == UInt8(ascii: "/") { xml.raw("../") }
    xml.raw("digest.css\"?>\n")
    xml.open(
      "feed",
      ("xmlns", "http://www.w3.org/2005/Atom"),
      ("xmlns:thr", "http://purl.org/syndication/thread/1.0"),
      ("xmlns:at", "http://purl.org/atompub/tombstones/1.0"),
      ("xmlns:fh", "http://purl.org/syndication/history/1.0"),
      ("xml:lang", feed.language.code)
    )
    xml.line()
    head(of: feed, into: &xml)
    for tombstone in feed.tombstones { write(tombstone, into: &xml) }
    for entry in feed.entries { xml.append(entry.xml) }
    xml.close("feed")
    xml.line()
    return xml.bytes
  }

  private func head(of feed: FeedDocument, into xml: inout Markup) {
    xml.field("id", feed.id)
    xml.field("title", feed.title)
    xml.field("subtitle", feed.subtitle)
    let updated = feed.entries.map(\.entry.updated).max() ?? digest.modelDate
    xml.field("updated", Timestamp.text(updated))
    xml.raw("<author><name>")
    xml.text(digest.settings.title)
    xml.raw("</name></author>\n")
    link("self", "application/atom+xml", feed.path, into: &xml)
    link("alternate", "text/html", feed.page, into: &xml)
    if let twin = feed.twin { link("alternate", "application/feed+json", twin, into: &xml) }
    if let current = feed.current { link("current", "application/atom+xml", current, into: &xml) }
    if let previous = feed.previousArchive {
      link("prev-archive", "application/atom+xml", previous, into: &xml)
    }
    if let hub = digest.settings.hub, feed.current == nil {
      xml.empty("link", ("rel", "hub"), ("href", hub))
      xml.line()
    }
    if let icon = names.address(of: "icon.svg") { xml.field("icon", icon) }
    xml.field("generator", "Rasad")
    xml.field("rights", "Headlines and excerpts belong to the outlets that published them.")
    if feed.current != nil { xml.raw("<fh:archive/>\n") }
  }

  /// A link to another file of the digest, if the digest has an address.
  private func link(
    _ relation: String,
    _ type: String,
    _ path: String,
    into xml: inout Markup
  ) {
    guard let address = names.address(of: path) else { return }
    xml.empty("link", ("rel", relation), ("type", type), ("href", address))
    xml.line()
  }

  private func write(_ tombstone: Digest.Tombstone, into xml: inout Markup) {
    xml.open(
      "at:deleted-entry",
      ("ref", names.entry(tombstone.id)),
      ("when", Timestamp.text(tombstone.when))
    )
    if let page = names.address(of: names.storyPage(tombstone.mergedInto)) {
      xml.empty("link", ("rel", "related"), ("type", "text/html"), ("href", page))
    }
    xml.element("at:comment", text: "merged into " + names.entry(tombstone.mergedInto))
    xml.close("at:deleted-entry")
    xml.line()
  }

  /// The entry as XML, with a line break behind it.
  func xml(of entry: FeedEntry) -> Markup {
    let code = entry.language.code
    var xml = Markup()
    xml.open("entry", ("xml:lang", code))
    xml.line()
    xml.field("id", entry.id)
    xml.element("title", ("xml:lang", code), text: entry.title)
    xml.line()
    xml.field("published", Timestamp.text(entry.published))
    xml.field("updated", Timestamp.text(entry.updated))
    for author in entry.authors {
      xml.raw("<author>")
      xml.element("name", text: author)
      xml.raw("</author>\n")
    }
    links(of: entry, into: &xml)
    categories(of: entry, into: &xml)
    xml.element(
      "summary",
      ("type", "text"),
      ("xml:lang", entry.story.language.code),
      text: entry.summary
    )
    xml.line()
    xml.element(
      "content",
      ("type", "html"),
      ("xml:lang", code),
      text: String(decoding: entry.html, as: UTF8.self)
    )
    xml.line()
    source(of: entry, into: &xml)
    xml.close("entry")
    xml.line()
    return xml
  }

  private func links(of entry: FeedEntry, into xml: inout Markup) {
    if let alternate = entry.alternate {
      xml.empty(
        "link",
        ("rel", "alternate"),
        ("type", "text/html"),
        ("hreflang", alternate.language.code),
        ("href", alternate.url)
      )
      xml.line()
    }
    for source in entry.vias {
      xml.empty(
        "link",
        ("rel", "via"),
        ("type", "text/html"),
        ("hreflang", source.language.code),
        ("title", source.outlet),
        ("href", source.url)
      )
      xml.line()
    }
    if entry.growth != nil {
      xml.empty(
        "thr:in-reply-to",
        ("ref", names.entry(entry.story.id)),
        ("href", entry.story.sources.first?.url)
      )
      xml.line()
    }
  }

  private func categories(of entry: FeedEntry, into xml: inout Markup) {
    for tag in entry.story.tags where tag.fires {
      let topic = digest.topics.first { $0.id == tag.topic }
      xml.empty(
        "category",
        ("scheme", names.tag("topics")),
        ("term", tag.topic),
        ("label", topic?.label(in: entry.language) ?? tag.topic)
      )
      xml.line()
    }
    xml.empty(
      "category",
      ("scheme", names.tag("lang")),
      ("term", entry.language.code),
      ("label", Words(entry.language).name(of: entry.language))
    )
    xml.line()
  }

  /// The feed of the primary item, so that its rights and its name travel with the entry.
  private func source(of entry: FeedEntry, into xml: inout Markup) {
    guard let primary = entry.story.sources.first else { return }
    let feed = digest.feedsByID[primary.article.feed]
    let address = feed.flatMap { $0.url.isEmpty ? nil : $0.url }
    xml.raw("<source>\n")
    xml.field("id", address ?? names.tag("feed/" + primary.article.feed))
    xml.element("title", ("xml:lang", primary.language.code), text: feed?.title ?? primary.outlet)
    xml.line()
    xml.field("updated", Timestamp.text(primary.published))
    if let address {
      xml.empty("link", ("rel", "self"), ("href", address))
      xml.line()
    }
    if let rights = feed?.rights, !rights.isEmpty { xml.field("rights", rights) }
    xml.raw("</source>\n")
  }
}

extension Markup {
  /// An element of text on a line of its own.
  fileprivate mutating func field(_ name: StaticString, _ value: String) {
    element(name, text: value)
    line()
  }
}
