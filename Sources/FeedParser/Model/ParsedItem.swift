// SPDX-License-Identifier: Apache-2.0

/// What a feed says of one article, message or episode.
///
/// Each field names the elements it comes from; where several stand in an item, the rule is in
/// ``FeedParser`` under *Precedence*.
public struct ParsedItem: Sendable, Hashable {
  /// RSS: `<guid>`; Atom: `<id>`; RDF: `rdf:about`; JSON Feed: `id`; else `dc:identifier`.
  public var id: String?
  /// RSS: `<guid>` without `isPermaLink="false"` that serves as the link as well.
  public var idIsPermalink = false
  /// RSS, Atom, RDF: `<title>`; else `dc:title`, `media:title`, `itunes:title`.
  public var title: TextConstruct?
  /// RSS: `<link>`, else a permanent guid; Atom: `link[rel=alternate]`; JSON Feed: `url`.
  ///
  /// Resolved.
  public var link: String?
  /// Every link in the order of the document, enclosures and related ones too.
  public var links: [FeedLink] = []
  /// RSS: `<description>`; Atom: `<summary>`; else `dc:description`, `itunes:summary`.
  public var summary: TextConstruct?
  /// RSS: `content:encoded`, `xhtml:body`; Atom: `<content>`; JSON Feed: `content_html` and `content_text`.
  public var content: [TextConstruct] = []
  /// RSS: `<author>`; Atom: `<author>`; `dc:creator`; `itunes:author`.
  public var authors: [FeedPerson] = []
  /// Atom: `<contributor>`; `dc:contributor`.
  public var contributors: [FeedPerson] = []
  /// `dc:publisher`.
  @Rare public var publisher: FeedPerson?
  /// RSS: `<category>`; Atom: `<category>`; `dc:subject`; `media:category`; JSON Feed: `tags`.
  public var categories: [FeedCategory] = []
  /// Seconds since 1970.
  ///
  /// RSS: `<pubDate>`; Atom: `<published>` (0.3: `<issued>`); `dcterms:issued`.
  public var published: Int?
  /// The text of ``published``.
  public var publishedText: String?
  /// Seconds since 1970.
  ///
  /// Atom: `<updated>` (0.3: `<modified>`); `dc:date`; `dcterms:modified`.
  public var updated: Int?
  /// The text of ``updated``.
  public var updatedText: String?
  /// Seconds since 1970.
  ///
  /// Atom 0.3: `<created>`; `dcterms:created`.
  public var created: Int?
  /// The text of ``created``.
  public var createdText: String?
  /// Seconds since 1970.
  ///
  /// RSS 0.93: `<expirationDate>`.
  public var expired: Int?
  /// The text of ``expired``.
  public var expiredText: String?
  /// RSS: `<enclosure>`; Atom: `link[rel=enclosure]`; JSON Feed: `attachments`.
  public var enclosures: [FeedEnclosure] = []
  /// Atom: `<rights>` (0.3: `<copyright>`); `dc:rights`.
  @Rare public var rights: TextConstruct?
  /// RSS: `<comments>`.
  ///
  /// Resolved.
  public var comments: String?
  /// RSS: `<source url=>`; Atom: `<source>`.
  @Rare public var source: ItemSource?
  /// The language in force inside the item, as written.
  public var language: String?
  /// The base in force inside the item.
  public var baseURL: String?
  /// `creativeCommons:license`, `cc:license@rdf:resource`, `link[rel=license]`.
  ///
  /// Resolved.
  public var licenses: [String] = []
  /// `media:`.
  @Rare public var media: MediaFields?
  /// `itunes:`.
  @Rare public var itunes: ITunesFields?
  /// `podcast:`.
  @Rare public var podcast: PodcastFields?
  /// `psc:chapters`.
  public var chapters: [FeedChapter] = []
  /// `psc:chapters@version`.
  public var chaptersVersion: String?
  /// `georss:`, `gml:`, `geo:`.
  @Rare public var place: GeoPlace?
  /// `slash:comments` or `thr:total`: how many comments there are.
  public var commentCount: Int?
  /// `slash:section`.
  public var slashSection: String?
  /// `slash:department`.
  public var slashDepartment: String?
  /// `wfw:commentRss`: the feed of the comments.
  ///
  /// Resolved.
  public var commentFeed: String?
  /// `wfw:comment`: where to post one.
  ///
  /// Resolved.
  public var commentPost: String?
  /// `thr:in-reply-to`.
  @Rare public var inReplyTo: FeedReplyTo?
  /// JSON Feed: `image`; `itunes:image`; else the first `media:thumbnail` or picture of `media:content`.
  ///
  /// Resolved.
  public var image: String?
  /// JSON Feed: `banner_image`.
  public var bannerImage: String?
  /// JSON Feed: `external_url`.
  public var externalURL: String?
  /// Elements that the model does not know.
  public var extensions: [FeedExtension] = []
  /// Whether the document ended inside the item.
  public var isTruncated = false
  /// The line of the decoded document on which the item starts, from 1.
  public var line = 0

  /// Makes an item without anything.
  public init() {}
}

/// The feed that an item was taken from.
public struct ItemSource: Sendable, Hashable {
  /// RSS: the text of `<source>`; Atom: `source/title`.
  public var title: TextConstruct?
  /// Atom: `source/subtitle`.
  public var subtitle: TextConstruct?
  /// Atom: `source/rights`.
  public var rights: TextConstruct?
  /// RSS: `source@url`; Atom: `source/link[rel=alternate]`.
  ///
  /// Resolved.
  public var link: String?
  /// Atom: `source/link`.
  public var links: [FeedLink] = []
  /// Atom: `source/id`.
  public var id: String?
  /// Atom: `source/updated`, seconds since 1970.
  public var updated: Int?
  /// The text of ``updated``.
  public var updatedText: String?
  /// Atom: `source/author`.
  public var authors: [FeedPerson] = []
  /// Atom: `source/contributor`.
  public var contributors: [FeedPerson] = []
  /// Atom: `source/category`.
  public var categories: [FeedCategory] = []
  /// Atom: `source/generator`.
  public var generator: FeedGenerator?
  /// Atom: `source/icon`.
  ///
  /// Resolved.
  public var icon: String?
  /// Atom: `source/logo`.
  ///
  /// Resolved.
  public var logo: String?

  /// Makes a source without anything.
  public init() {}
}
