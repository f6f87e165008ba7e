// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// JSON Feed 1.0 and 1.1 (jsonfeed.org), and RSS in JSON.
struct JSONFeed {
  private let options: FeedParser.Options
  private var reader: JSONReader
  private var base: String?
  private var room: Int
  private var problems: [FeedProblem] = []

  /// Whether a document of UTF-8 is JSON: it begins with a brace.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } == UInt8(ascii: "{")
  }

  /// Reads a document that ``isJSON(_:)`` holds for.
  ///
  /// - Throws: `not-a-feed` for JSON that is no feed, `deadline`.
  static func parse(
    _ bytes: [UInt8],
    options: FeedParser.Options
  ) throws(FeedParseError) -> ParsedFeed {
    var feed = JSONFeed(bytes, options)
    return try feed.parse()
  }

  private init(_ bytes: [UInt8], _ options: FeedParser.Options) {
    self.options = options
    reader = JSONReader(bytes, limits: options.limits)
    base = options.baseURL
    room = options.limits.extensions
  }

  private mutating func parse() throws(FeedParseError) -> ParsedFeed {
    let root = reader.read()
    if let stop = reader.stop { throw stop }
    guard let root else {
      throw FeedParseError(code: "not-a-feed", message: "the document is no feed")
    }
    var feed: ParsedFeed
    if let rss = root["rss"], rss.isObject {
      feed = RSSInJSON.read(rss, options: options)
    } else {
      let version = root["version"]?.text ?? ""
      // Feeds of the wild forget the version, and name it without its address.
      guard version.contains("jsonfeed") || root["items"].map({ !$0.elements.isEmpty }) == true
      else {
        throw FeedParseError(code: "not-a-feed", message: "the document is JSON but no feed")
      }
      feed = self.feed(root)
      feed.format = version.hasSuffix("1.1") || version.isEmpty ? .jsonFeed11 : .jsonFeed10
    }
    feed.problems += reader.problems + problems
    feed.isTruncated = reader.isTruncated
    return feed
  }

  // MARK: The feed

  private static let feedKeys: Set<String> = [
    "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url",
    "icon", "favicon", "author", "authors", "language", "expired", "hubs", "items",
  ]

  private mutating func feed(_ root: JSONValue) -> ParsedFeed {
    var feed = ParsedFeed()
    let address = resolve(root["feed_url"])
    if base == nil { base = address ?? root["home_page_url"]?.text }
    feed.baseURL = base
    feed.id = address
    feed.title = plain(root["title"])
    feed.subtitle = plain(root["description"])
    feed.info = plain(root["user_comment"])
    feed.link = resolve(root["home_page_url"])
    if let link = feed.link { feed.links.append(FeedLink(href: link, type: "text/html")) }
    if let address {
      feed.links.append(FeedLink(href: address, rel: "self", type: "application/feed+json"))
    }
    if let next = resolve(root["next_url"]) {
      feed.links.append(FeedLink(href: next, rel: "next", type: "application/feed+json"))
    }
    for hub in root["hubs"]?.elements ?? [] {
      if let url = resolve(hub["url"]) { feed.links.append(FeedLink(href: url, rel: "hub")) }
    }
    feed.icon = resolve(root["favicon"])
    feed.logo = resolve(root["icon"])
    feed.language = words(root["language"])
    feed.authors = people(root)
    feed.isComplete = root["expired"]?.bool ?? false
    feed.extensions = extensions(root, known: JSONFeed.feedKeys)
    for (number, item) in (root["items"]?.elements ?? []).enumerated() {
      guard number < options.limits.items else {
        report("limit-items", item, "more than \(options.limits.items) (items)")
        break
      }
      room = options.limits.extensions
      guard item.isObject else {
        report("item-malformed", item, "an item is no object")
        continue
      }
      feed.items.append(self.item(item, feed))
    }
    if reader.isTruncated, let last = feed.items.indices.last {
      feed.items[last].isTruncated = true
    }
    return feed
  }

  // MARK: Items

  private static let itemKeys: Set<String> = [
    "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image",
    "banner_image", "date_published", "date_modified", "author", "authors", "tags", "language",
    "attachments",
  ]

  private mutating func item(_ value: JSONValue, _ feed: ParsedFeed) -> ParsedItem {
    var item = ParsedItem()
    item.line = reader.line(of: value.offset)
    item.baseURL = base
    item.language = words(value["language"]) ?? feed.language
    item.id = words(value["id"])
    item.link = resolve(value["url"])
    item.externalURL = resolve(value["external_url"])
    if let link = item.link { item.links.append(FeedLink(href: link)) }
    if let other = item.externalURL {
      item.links.append(FeedLink(href: other, rel: item.link == nil ? "alternate" : "related"))
      if item.link == nil { item.link = other }
    }
    item.title = plain(value["title"], item.language)
    item.summary = plain(value["summary"], item.language)
    if let html = html(value["content_html"], item.language) { item.content.append(html) }
    if let text = plain(value["content_text"], item.language) { item.content.append(text) }
    item.image = resolve(value["image"])
    item.bannerImage = resolve(value["banner_image"])
    (item.published, item.publishedText) = date(value["date_published"])
    (item.updated, item.updatedText) = date(value["date_modified"])
    item.authors = people(value)
    if item.authors.isEmpty { item.authors = feed.authors }
    for tag in value["tags"]?.elements ?? [] {
      if let term = words(tag) { item.categories.append(FeedCategory(term: term)) }
    }
    for attachment in value["attachments"]?.elements ?? [] {
      guard let url = resolve(attachment["url"]) else { continue }
      var enclosure = FeedEnclosure(url: url, type: words(attachment["mime_type"]))
      enclosure.length = attachment["size_in_bytes"]?.int
      enclosure.title = words(attachment["title"])
      enclosure.duration = attachment["duration_in_seconds"]?.int
      item.enclosures.append(enclosure)
    }
    item.extensions = extensions(value, known: JSONFeed.itemKeys)
    return item
  }

  private mutating func date(_ value: JSONValue?) -> (Int?, String?) {
    guard let value, let text = words(value) else { return (nil, nil) }
    let seconds = DateReading.seconds(text)
    if seconds == nil { report("date-unreadable", value, "\(text) is no date") }
    return (seconds, text)
  }

  /// The list of 1.1, else the one author of 1.0.
  private func people(_ value: JSONValue) -> [FeedPerson] {
    var listed = value["authors"]?.elements ?? []
    // Some write one object where a list belongs.
    for key in ["authors", "author"] where listed.isEmpty {
      if let only = value[key], only.isObject || only.text != nil { listed = [only] }
      if let several = value[key]?.elements, !several.isEmpty { listed = several }
    }
    return listed.compactMap { author in
      if let name = words(author) { return FeedPerson(name: name) }
      var person = FeedPerson(name: words(author["name"]), url: resolve(author["url"]))
      person.email = words(author["email"])
      person.image = resolve(author["avatar"])
      return person.isEmpty ? nil : person
    }
  }

  // MARK: Values

  private func words(_ value: JSONValue?) -> String? {
    guard let text = value?.text else { return nil }
    let trimmed = trimmedXMLSpace(Array(text.utf8)[...])
    return trimmed.isEmpty ? nil : String(decoding: trimmed, as: UTF8.self)
  }

  private func resolve(_ value: JSONValue?) -> String? {
    words(value).flatMap { Scope(base: base).resolve($0) }
  }

  private func plain(_ value: JSONValue?, _ language: String? = nil) -> TextConstruct? {
    words(value).map {
      var text = TextConstruct($0)
      text.language = language
      text.base = base
      return text
    }
  }

  private func html(_ value: JSONValue?, _ language: String?) -> TextConstruct? {
    words(value).map {
      let clean = options.html == .clean ? HTMLCleaner.clean($0, base: base) : $0
      var text = TextConstruct(clean, mediaType: "text/html")
      text.language = language
      text.base = base
      return text
    }
  }

  /// What the specification does not name, as trees; custom objects begin with an underscore.
  private mutating func extensions(_ value: JSONValue, known: Set<String>) -> [FeedExtension] {
    value.members.filter { !known.contains($0.key) }.compactMap { tree($0.key, $0.value) }
  }

  private mutating func tree(_ name: String, _ value: JSONValue) -> FeedExtension? {
    guard room > 0 else {
      if room == 0 { report("limit-extensions", value, "too many unknown keys") }
      room = -1
      return nil
    }
    room -= 1
    var element = FeedExtension(namespace: nil, prefix: "", name: name)
    switch value.kind {
    case .null: break
    case .bool(let flag): element.text = flag ? "true" : "false"
    case .number(let text), .string(let text): element.text = text
    case .array(let values): element.children = values.compactMap { tree("", $0) }
    case .object(let members):
      element.children = members.compactMap { tree($0.key, $0.value) }
    }
    return element
  }

  private mutating func report(_ code: String, _ value: JSONValue, _ message: String) {
    guard problems.count < 100 else { return }
    problems.append(
      FeedProblem(
        code: code,
        line: reader.line(of: value.offset),
        column: 1,
        message: message,
        recovery: "left out"
      )
    )
  }
}

/// The object tree of RSS 2.0 in JSON: its keys are RSS's elements and attributes, so its reader is
/// RSS's too.
private struct RSSInJSON {
  private var builder: TapeBuilder
  private var names: [String: UInt16] = [:]
  private var spaces: [String: String] = [:]

  static func read(_ rss: JSONValue, options: FeedParser.Options) -> ParsedFeed {
    var reader = RSSInJSON(
      builder: TapeBuilder(reader: FeedReaderState(options: options), limits: options.limits)
    )
    for member in rss.members where key(member.key).hasPrefix("xmlns:") {
      let prefix = String(key(member.key).dropFirst(6))
      reader.spaces[prefix] = member.value.text
      reader.builder.declare(prefix: prefix, uri: member.value.text ?? "")
    }
    reader.element("rss", rss)
    var feed = reader.builder.reader.finish(reader.builder.tape)
    feed.namespaces = reader.builder.namespaces
    feed.format = .rssInJSON
    return feed
  }

  /// Elements whose members are elements too; in all others they are attributes.
  private static let containers: Set<String> = [
    "rss", "channel", "item", "image", "textInput", "textinput", "skipHours", "skipDays",
  ]

  private static func key(_ written: String) -> String {
    written.hasPrefix("@") ? String(written.dropFirst()) : written
  }

  private mutating func element(_ name: String, _ value: JSONValue) {
    if case .array(let values) = value.kind {
      for value in values { element(name, value) }
      return
    }
    builder.start(number(name), line: 0)
    defer { builder.end() }
    guard value.isObject else {
      if let flag = value.bool { text(flag ? "true" : "false") }
      if let words = value.text { text(words) }
      return
    }
    let isContainer = RSSInJSON.containers.contains(name)
    func isAttribute(_ member: JSONValue.Member) -> Bool {
      guard member.value.text != nil || member.value.bool != nil else { return false }
      return member.key.hasPrefix("@") || name == "rss" || !isContainer && member.key != "#value"
    }
    for member in value.members where isAttribute(member) {
      let text = member.value.text ?? (member.value.bool == true ? "true" : "false")
      let bytes = Array(text.utf8)
      unsafe bytes.withUnsafeBufferPointer {
        unsafe builder.attribute(number(RSSInJSON.key(member.key)), $0)
      }
    }
    for member in value.members where !isAttribute(member) {
      if member.key == "#value" || member.key == "#text" {
        text(member.value.text ?? "")
      } else {
        element(member.key, member.value)
      }
    }
  }

  private mutating func text(_ words: String) {
    let bytes = Array(words.utf8)
    unsafe bytes.withUnsafeBufferPointer { unsafe builder.text($0) }
  }

  private mutating func number(_ name: String) -> UInt16 {
    if let number = names[name] { return number }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    let prefix = parts.count == 2 ? parts[0] : ""
    let number = builder.intern(
      XMLName(prefix: prefix, local: parts.last ?? name, uri: prefix.isEmpty ? nil : spaces[prefix])
    )
    names[name] = number
    return number
  }
}
