// SPDX-License-Identifier: Apache-2.0

/// What a document says of its feed, and its items in the order of the document.
public struct ParsedFeed: Sendable, Hashable {
  /// The dialect.
  public var format: FeedFormat = .unknown
  /// The encoding by which the bytes were read, in lower case (`utf-8`, `windows-1256`, …).
  public var encoding = "utf-8"
  /// Atom: `<id>`; RDF: `channel@rdf:about`; JSON Feed: `feed_url`.
  public var id: String?
  /// RSS, Atom, RDF: `<title>`; else `dc:title`.
  public var title: TextConstruct?
  /// RSS: `<description>`; Atom: `<subtitle>` (0.3: `<tagline>`); else `itunes:subtitle`.
  public var subtitle: TextConstruct?
  /// Atom 0.3: `<info>`.
  @Rare public var info: TextConstruct?
  /// RSS: `<copyright>`; Atom: `<rights>`; `dc:rights`.
  @Rare public var rights: TextConstruct?
  /// RSS: `<link>`; Atom: `link[rel=alternate]`; JSON Feed: `home_page_url`.
  ///
  /// Resolved.
  public var link: String?
  /// Every link in the order of the document (`self`, `hub`, `next`, `prev-archive`, …).
  public var links: [FeedLink] = []
  /// RSS: `<language>`; `dc:language`; else `xml:lang` of the root, as written.
  public var language: String?
  /// RSS: `<managingEditor>`; Atom: `<author>`; `dc:creator`; `itunes:author`.
  public var authors: [FeedPerson] = []
  /// Atom: `<contributor>`; `dc:contributor`.
  public var contributors: [FeedPerson] = []
  /// RSS: `<webMaster>`; `dc:publisher`; `itunes:owner`.
  @Rare public var publisher: FeedPerson?
  /// RSS: `<category>`; Atom: `<category>`; `dc:subject`; `itunes:category`.
  public var categories: [FeedCategory] = []
  /// Seconds since 1970.
  ///
  /// RSS: `<pubDate>`; Atom: `<published>`.
  public var published: Int?
  /// The text of ``published``.
  public var publishedText: String?
  /// Seconds since 1970.
  ///
  /// RSS: `<lastBuildDate>`; Atom: `<updated>` (0.3: `<modified>`); `dc:date`.
  public var updated: Int?
  /// The text of ``updated``.
  public var updatedText: String?
  /// Seconds since 1970.
  ///
  /// `dcterms:created`.
  public var created: Int?
  /// The text of ``created``.
  public var createdText: String?
  /// The program that wrote the feed.
  @Rare public var generator: FeedGenerator?
  /// RSS: `<image>`; Atom: `<logo>`; `itunes:image`.
  @Rare public var image: FeedImage?
  /// Atom: `<icon>`; JSON Feed: `favicon`.
  ///
  /// Resolved.
  public var icon: String?
  /// Atom: `<logo>`; JSON Feed: `icon`.
  ///
  /// Resolved.
  public var logo: String?
  /// RSS: `<cloud>`.
  @Rare public var cloud: FeedCloud?
  /// RSS: `<textInput>`.
  @Rare public var textInput: FeedTextInput?
  /// Minutes.
  ///
  /// RSS: `<ttl>`.
  public var ttl: Int?
  /// RSS: `<ttl>` as written.
  public var ttlText: String?
  /// Hours (0…23, GMT) without news.
  ///
  /// RSS: `<skipHours>`.
  public var skipHours: [Int] = []
  /// English names of days without news.
  ///
  /// RSS: `<skipDays>`.
  public var skipDays: [String] = []
  /// `sy:updatePeriod`.
  public var updatePeriod: String?
  /// `sy:updateFrequency`.
  public var updateFrequency: Int?
  /// `sy:updateBase` as written.
  public var updateBase: String?
  /// RSS: `<docs>`.
  public var docs: String?
  /// RSS: `<rating>`.
  public var rating: String?
  /// `admin:errorReportsTo@rdf:resource`.
  public var errorReportsTo: String?
  /// The base in force in the feed.
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
  /// `georss:`, `gml:`, `geo:`.
  @Rare public var place: GeoPlace?
  /// `thr:in-reply-to` of the feed.
  @Rare public var inReplyTo: FeedReplyTo?
  /// `dcterms:valid`: the start, seconds since 1970.
  public var validFrom: Int?
  /// `dcterms:valid`: the start as written.
  public var validFromText: String?
  /// `dcterms:valid`: the end, seconds since 1970.
  public var validUntil: Int?
  /// `dcterms:valid`: the end as written.
  public var validUntilText: String?
  /// JSON Feed: `expired`; `itunes:complete`: nothing more will come.
  public var isComplete = false
  /// Elements that the model does not know.
  public var extensions: [FeedExtension] = []
  /// The namespaces that the document declares, by prefix, in order of appearance.
  public var namespaces: [Namespace] = []
  /// The items in the order of the document.
  public var items: [ParsedItem] = []
  /// Every deviation that was met, in the order of the document.
  public var problems: [FeedProblem] = []
  /// Whether the document ended too early; what came before is there.
  public var isTruncated = false

  /// Whether something had to be repaired, left out or guessed.
  public var isDamaged: Bool { problems.contains { !$0.isNotice } }

  /// A prefix and the namespace that it stands for.
  public struct Namespace: Sendable, Hashable {
    /// The prefix, or empty for the default namespace.
    public var prefix: String
    /// The address.
    public var uri: String
  }

  /// Makes a feed without anything.
  public init() {}
}
