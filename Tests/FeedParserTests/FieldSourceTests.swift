// SPDX-License-Identifier: Apache-2.0
import FeedParser
import Foundation
import Testing

/// The table of *Fields* against the parser: every field has a row, and each source named here fills it.
struct FieldSourceTests {
  private static let namespaces = [
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/", "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters", "georss": "http://www.georss.org/georss",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "wfw": "http://wellformedweb.org/CommentAPI/", "thr": "http://purl.org/syndication/thread/1.0",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "sy": "http://purl.org/rss/1.0/modules/syndication/", "atom": "http://www.w3.org/2005/Atom",
    "xhtml": "http://www.w3.org/1999/xhtml", "admin": "http://webns.net/mvcb/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "x": "urn:example:x",
  ]

  private static let declarations = namespaces.sorted { $0.key < $1.key }
    .map { " xmlns:\($0.key)=\"\($0.value)\"" }.joined()

  private static let date = "2025-11-20T13:00:00Z"

  enum Dialect: String {
    case rss = "RSS, RDF", atom = "Atom", json = "JSON Feed", module = "modules"
  }

  struct Source: Sendable, CustomTestStringConvertible {
    let field: String
    let dialect: Dialect
    /// The element or key as the table names it.
    let name: String
    let body: String
    var testDescription: String { "\(field): \(name)" }

    init(_ field: String, _ dialect: Dialect, _ name: String, _ body: String) {
      (self.field, self.dialect, self.name, self.body) = (field, dialect, name, body)
    }
  }

  private static func document(_ source: Source, inItem: Bool) -> String {
    let open = inItem ? (source.dialect == .atom ? "<entry>" : "<item>") : ""
    let close = inItem ? (source.dialect == .atom ? "</entry>" : "</item>") : ""
    switch source.dialect {
    case .rss, .module:
      return "<rss version=\"2.0\"\(declarations)><channel>\(open)\(source.body)\(close)"
        + "</channel></rss>"
    case .atom:
      return "<feed xmlns=\"http://www.w3.org/2005/Atom\"\(declarations)>\(open)\(source.body)"
        + "\(close)</feed>"
    case .json:
      let members = inItem ? "\"items\":[{\(source.body)}]" : "\(source.body),\"items\":[]"
      return "{\"version\":\"https://jsonfeed.org/version/1.1\",\(members)}"
    }
  }

  private static let items: [Source] = [
    .init("id", .rss, "<guid>", "<guid>1</guid>"), .init("id", .atom, "<id>", "<id>1</id>"),
    .init("id", .json, "id", "\"id\":\"1\""),
    .init("id", .module, "dc:identifier", "<dc:identifier>1</dc:identifier>"),
    .init("title", .rss, "<title>", "<title>T</title>"),
    .init("title", .module, "dc:title", "<dc:title>T</dc:title>"),
    .init("title", .module, "media:title", "<media:title>T</media:title>"),
    .init("title", .module, "itunes:title", "<itunes:title>T</itunes:title>"),
    .init("link", .rss, "a permanent `<guid>`", "<guid>http://a.example/</guid>"),
    .init("link", .atom, "link[rel=alternate]", "<link href=\"http://a.example/\"/>"),
    .init("link", .atom, "an `<id>` that is an address", "<id>http://a.example/</id>"),
    .init("link", .json, "external_url", "\"external_url\":\"http://a.example/\""),
    .init("links", .rss, "<enclosure>", "<enclosure url=\"http://a.example/\"/>"),
    .init("links", .rss, "atom:link", "<atom:link href=\"http://a.example/\"/>"),
    .init("summary", .rss, "<description>", "<description>x</description>"),
    .init("summary", .atom, "<summary>", "<summary>x</summary>"),
    .init("summary", .module, "dc:description", "<dc:description>x</dc:description>"),
    .init("summary", .module, "itunes:summary", "<itunes:summary>x</itunes:summary>"),
    .init("summary", .module, "media:description", "<media:description>x</media:description>"),
    .init("content", .rss, "content:encoded", "<content:encoded>x</content:encoded>"),
    .init("content", .rss, "xhtml:body", "<xhtml:body>x</xhtml:body>"),
    .init("content", .atom, "<content>", "<content>x</content>"),
    .init("content", .json, "content_html", "\"content_html\":\"x\""),
    .init("content", .json, "content_text", "\"content_text\":\"x\""),
    .init("authors", .rss, "<author>", "<author>a@a.example (A)</author>"),
    .init("authors", .json, "authors", "\"authors\":[{\"name\":\"A\"}]"),
    .init("authors", .module, "dc:creator", "<dc:creator>A</dc:creator>"),
    .init("authors", .module, "itunes:author", "<itunes:author>A</itunes:author>"),
    .init("contributors", .atom, "<contributor>", "<contributor><name>A</name></contributor>"),
    .init("publisher", .module, "dc:publisher", "<dc:publisher>A</dc:publisher>"),
    .init("categories", .rss, "<keywords>", "<keywords>a, b</keywords>"),
    .init("categories", .atom, "<category>", "<category term=\"a\"/>"),
    .init("categories", .json, "tags", "\"tags\":[\"a\"]"),
    .init("categories", .module, "media:category", "<media:category>a</media:category>"),
    .init("published", .rss, "<pubDate>", "<pubDate>\(date)</pubDate>"),
    .init("published", .atom, "<published>", "<published>\(date)</published>"),
    .init("published", .atom, "0.3: `<issued>`", "<issued>\(date)</issued>"),
    .init("published", .json, "date_published", "\"date_published\":\"\(date)\""),
    .init("published", .module, "dcterms:issued", "<dcterms:issued>\(date)</dcterms:issued>"),
    .init("updated", .atom, "<updated>", "<updated>\(date)</updated>"),
    .init("updated", .json, "date_modified", "\"date_modified\":\"\(date)\""),
    .init("updated", .module, "dc:date", "<dc:date>\(date)</dc:date>"),
    .init("created", .module, "dcterms:created", "<dcterms:created>\(date)</dcterms:created>"),
    .init(
      "expired",
      .rss,
      "<expirationDate>",
      "<expirationDate>\(date)</expirationDate>"
    ),
    .init("enclosures", .atom, "link[rel=enclosure]", "<link rel=\"enclosure\" href=\"/a\"/>"),
    .init("enclosures", .json, "attachments", "\"attachments\":[{\"url\":\"http://a.example\"}]"),
    .init("rights", .module, "dc:rights", "<dc:rights>r</dc:rights>"),
    .init("comments", .rss, "<comments>", "<comments>http://a.example</comments>"),
    .init("source", .rss, "<source url=>", "<source url=\"http://a.example\">S</source>"),
    .init(
      "licenses",
      .atom,
      "link[rel=license]",
      "<link rel=\"license\" href=\"http://a.example\"/>"
    ),
    .init("media", .module, "media:content", "<media:content url=\"http://a.example\"/>"),
    .init("podcast", .module, "podcast:", "<podcast:season>1</podcast:season>"),
    .init("place", .module, "georss:point", "<georss:point>35.7 51.4</georss:point>"),
    .init("place", .module, "geo:lat", "<geo:lat>35.7</geo:lat><geo:long>51.4</geo:long>"),
    .init("commentCount", .module, "slash:comments", "<slash:comments>3</slash:comments>"),
    .init("commentCount", .module, "thr:total", "<thr:total>3</thr:total>"),
    .init(
      "commentFeed",
      .module,
      "wfw:commentRss",
      "<wfw:commentRss>http://a.example</wfw:commentRss>"
    ),
    .init("inReplyTo", .module, "thr:in-reply-to", "<thr:in-reply-to ref=\"a\"/>"),
    .init("image", .json, "image", "\"image\":\"http://a.example\""),
    .init("image", .module, "itunes:image", "<itunes:image href=\"http://a.example\"/>"),
    .init("image", .module, "media:thumbnail", "<media:thumbnail url=\"http://a.example\"/>"),
    .init(
      "image",
      .module,
      "media:content",
      "<media:content medium=\"image\" url=\"http://a.example\"/>"
    ),
    .init("bannerImage", .json, "banner_image", "\"banner_image\":\"http://a.example\""),
    .init("extensions", .rss, "any other element", "<x:y>z</x:y>"),
    .init("extensions", .json, "any other key", "\"_x\":{\"y\":1}"),
  ]

  private static let feeds: [Source] = [
    .init("id", .atom, "<id>", "<id>1</id>"),
    .init("id", .json, "feed_url", "\"feed_url\":\"http://a.example\""),
    .init("title", .module, "itunes:title", "<itunes:title>T</itunes:title>"),
    .init("subtitle", .rss, "<description>", "<description>x</description>"),
    .init("subtitle", .atom, "<subtitle>", "<subtitle>x</subtitle>"),
    .init("info", .json, "user_comment", "\"user_comment\":\"x\""),
    .init("rights", .rss, "<copyright>", "<copyright>x</copyright>"),
    .init("link", .json, "home_page_url", "\"home_page_url\":\"http://a.example\""),
    .init("links", .json, "hubs", "\"hubs\":[{\"type\":\"a\",\"url\":\"http://a.example\"}]"),
    .init("language", .rss, "<language>", "<language>fa</language>"),
    .init("language", .module, "dc:language", "<dc:language>fa</dc:language>"),
    .init("authors", .rss, "<managingEditor>", "<managingEditor>A</managingEditor>"),
    .init("publisher", .rss, "<webMaster>", "<webMaster>A</webMaster>"),
    .init(
      "publisher",
      .module,
      "itunes:owner",
      "<itunes:owner><itunes:name>A</itunes:name></itunes:owner>"
    ),
    .init("categories", .module, "itunes:category", "<itunes:category text=\"A\"/>"),
    .init("published", .rss, "<pubDate>", "<pubDate>\(date)</pubDate>"),
    .init("updated", .rss, "<lastBuildDate>", "<lastBuildDate>\(date)</lastBuildDate>"),
    .init("generator", .rss, "<generator>", "<generator>G</generator>"),
    .init(
      "generator",
      .module,
      "admin:generatorAgent",
      "<admin:generatorAgent rdf:resource=\"http://a.example\"/>"
    ),
    .init("image", .rss, "<image>", "<image><url>http://a.example</url></image>"),
    .init("image", .atom, "<logo>", "<logo>http://a.example</logo>"),
    .init("icon", .json, "favicon", "\"favicon\":\"http://a.example\""),
    .init("logo", .json, "icon", "\"icon\":\"http://a.example\""),
    .init("cloud", .rss, "<cloud>", "<cloud domain=\"a.example\"/>"),
    .init("textInput", .rss, "<textInput>", "<textInput><name>q</name></textInput>"),
    .init("ttl", .rss, "<ttl>", "<ttl>60</ttl>"),
    .init("skipHours", .rss, "<skipHours>", "<skipHours><hour>3</hour></skipHours>"),
    .init("skipDays", .rss, "<skipDays>", "<skipDays><day>Friday</day></skipDays>"),
    .init("updatePeriod", .module, "sy:updatePeriod", "<sy:updatePeriod>daily</sy:updatePeriod>"),
    .init("docs", .rss, "<docs>", "<docs>http://a.example</docs>"),
    .init("validFrom", .module, "dcterms:valid", "<dcterms:valid>start=\(date)</dcterms:valid>"),
    .init("isComplete", .json, "expired", "\"expired\":true"),
    .init("isComplete", .module, "itunes:complete", "<itunes:complete>yes</itunes:complete>"),
  ]

  /// Whether the stored property `field` of `value` holds something.
  private static func holds(_ value: Any, _ field: String) -> Bool {
    guard let child = Mirror(reflecting: value).children.first(where: { name($0) == field })
    else { return false }
    let text = "\(child.value)"
    return !["nil", "[]", "false", ""].contains(text) && !text.hasSuffix("(storage: [])")
  }

  private static func name(_ child: Mirror.Child) -> String {
    let label = child.label ?? ""
    return label.hasPrefix("_") ? String(label.dropFirst()) : label
  }

  /// The rows of a section of the article: the cells by the name of the field.
  private static func rows(_ section: String) throws -> [String: [String]] {
    let article = try Documentation.article("Fields.md")
    let start = try #require(article.range(of: "## \(section)\n"))
    let rest = article[start.upperBound...]
    let lines = rest.prefix(
      rest.range(of: "\n## ").map { rest.distance(from: rest.startIndex, to: $0.lowerBound) }
        ?? rest.count
    )
    var rows: [String: [String]] = [:]
    for line in lines.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
      rows[cells[0].replacingOccurrences(of: "`", with: "")] = Array(cells.dropFirst())
    }
    return rows
  }

  private static func isNamed(_ source: Source, _ section: String) throws -> Bool {
    let columns: [Dialect] = [.rss, .atom, .json, .module]
    let column = try #require(columns.firstIndex(of: source.dialect))
    return try rows(section)[source.field]?[column].contains(source.name) == true
  }

  @Test(arguments: items)
  func `an item's field is filled by what the table names`(source: Source) throws {
    let feed = try FeedParser.parse(
      Array(Self.document(source, inItem: true).utf8),
      options: .init(baseURL: "http://feed.example/")
    )
    let item = try #require(feed.items.first)
    #expect(Self.holds(item, source.field))
    #expect(try Self.isNamed(source, "Items"))
  }

  @Test(arguments: feeds)
  func `a feed's field is filled by what the table names`(source: Source) throws {
    let body = Self.document(source, inItem: false)
    let feed = try FeedParser.parse(
      Array(body.utf8),
      options: .init(baseURL: "http://feed.example/")
    )
    #expect(Self.holds(feed, source.field))
    #expect(try Self.isNamed(source, "Feeds"))
  }

  @Test func `every field has a row, and every row is a field`() throws {
    let items = Set(Mirror(reflecting: ParsedItem()).children.map(Self.name))
    let feeds = Set(Mirror(reflecting: ParsedFeed()).children.map(Self.name))
    #expect(try Set(Self.rows("Items").keys) == items)
    #expect(try Set(Self.rows("Feeds").keys) == feeds)
  }

  @Test func `every code is in the article on problems`() throws {
    let article = try Documentation.article("Problems.md")
    let pattern = /(?:report\(\s*|note\(\s*|closeDown\(.*?|code: |\? |: )"([a-z]+(?:-[a-z]+)+)"/
    var codes: Set<String> = []
    let paths = FileManager.default.subpaths(atPath: Documentation.sources.path) ?? []
    for path in paths where path.hasSuffix(".swift") && !path.contains("Table") {
      let file = Documentation.sources.appendingPathComponent(path)
      let source = try String(contentsOf: file, encoding: .utf8)
      for match in source.matches(of: pattern) { codes.insert(String(match.1)) }
    }
    #expect(codes.count > 30)
    let missing = codes.filter { !article.contains("`\($0)`") && !$0.hasPrefix("euc-") }
    #expect(missing.isEmpty, "\(missing.sorted())")
  }
}
