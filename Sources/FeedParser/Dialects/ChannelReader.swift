// SPDX-License-Identifier: Apache-2.0

/// Makes the feed itself of what stands outside of items.
struct ChannelReader {
  let tape: XMLTape
  let limits: FeedParser.Limits
  private(set) var feed = ParsedFeed()
  /// Whether an element was met that only feeds have.
  private(set) var isFeed = false

  private var title = Best<TextConstruct>()
  private var subtitle = Best<TextConstruct>()
  private var identity = Best<String>()
  private var link = Best<String>()
  private var published = Best<String>()
  private var updated = Best<String>()
  private var rights = Best<TextConstruct>()
  private var language = Best<String>()
  private var extensions: ExtensionReader

  init(tape: XMLTape, limits: FeedParser.Limits) {
    self.tape = tape
    self.limits = limits
    extensions = ExtensionReader(limit: limits.extensions)
  }

  /// Reads every root of the document.
  mutating func read(scope: Scope) -> ParsedFeed {
    var place = 0
    while place < tape.records.count {
      if tape.records[place].kind == .element { frame(place, scope) }
      place = tape.next(place)
    }
    finish()
    return feed
  }

  /// Reads an element that only holds others: `rss`, `rdf:RDF`, `channel`, `feed`.
  private mutating func frame(_ index: Int, _ outer: Scope) {
    let tag = tape.tag(index)
    let scope = outer.inside(index, tape)
    switch tag {
    case .rss, .rdfRDF, .feed, .channel:
      isFeed = true
      let format = FormatReading.format(index, tape)
      if feed.format == .unknown { feed.format = format }
      if feed.baseURL == nil || scope.base != outer.base { feed.baseURL = scope.base }
      if let inherited = scope.language { language.offer(inherited, from: LanguageSource.root) }
      if tag == .channel, let about = tape.someAttribute(index, .rdfAbout) {
        identity.offer(about, from: IdentitySource.rdfAbout)
      }
      if tag == .channel, let href = scope.resolve(tape.someAttribute(index, .href)) {
        link.offer(href, from: LinkSource.alternate)
      }
      for child in tape.children(index) { frame(child, scope) }
    default: element(index, outer)
    }
  }

  private mutating func element(_ index: Int, _ scope: Scope) {
    if text(index, scope) || person(index, scope) || date(index) || reference(index, scope)
      || furniture(index, scope)
    {
      return
    }
    extensions.read(index, tape, into: &feed.extensions)
  }

  private mutating func text(_ index: Int, _ scope: Scope) -> Bool {
    func construct(_ type: String) -> TextConstruct? {
      TextReading.construct(index, tape, type: type, scope: scope)
    }
    switch tape.tag(index) {
    case .title: title.offer(construct("text/plain"), from: TitleSource.own)
    case .dcTitle, .dctermsTitle: title.offer(construct("text/plain"), from: TitleSource.dublinCore)
    case .description: subtitle.replace(construct("text/html"), from: SummarySource.own)
    case .subtitle, .tagline, .abstract:
      subtitle.replace(construct("text/plain"), from: SummarySource.own)
    case .dcDescription, .dctermsDescription, .dctermsAbstract:
      subtitle.offer(construct("text/html"), from: SummarySource.dublinCore)
    case .info: feed.info = construct("text/plain")
    case .rights, .copyright: rights.replace(construct("text/plain"), from: RightsSource.own)
    case .dcRights, .dctermsRights:
      rights.replace(construct("text/plain"), from: RightsSource.dublinCore)
    case .language: language.replace(tape.someText(index), from: LanguageSource.own)
    case .dcLanguage, .dctermsLanguage:
      language.replace(tape.someText(index), from: LanguageSource.dublinCore)
    default: return false
    }
    return true
  }

  private mutating func person(_ index: Int, _ scope: Scope) -> Bool {
    switch tape.tag(index) {
    case .author, .managingeditor, .dcCreator, .dcAuthor, .dctermsCreator:
      if let person = PersonReading.person(index, tape, scope: scope) {
        feed.authors.append(person)
      }
    case .contributor, .dcContributor, .dctermsContributor:
      if let person = PersonReading.person(index, tape, scope: scope) {
        feed.contributors.append(person)
      }
    case .webmaster, .dcPublisher, .dctermsPublisher, .publisher:
      feed.publisher = PersonReading.person(index, tape, scope: scope) ?? feed.publisher
    default: return false
    }
    return true
  }

  private mutating func date(_ index: Int) -> Bool {
    let text = { (tape: XMLTape) in tape.someText(index) }(tape)
    switch tape.tag(index) {
    case .pubdate, .published, .issued: published.replace(text, from: PublishedSource.own)
    case .dctermsIssued, .dcIssued: published.replace(text, from: PublishedSource.dublinCore)
    case .updated, .modified, .lastbuilddate, .lastmod, .date:
      updated.replace(text, from: UpdatedSource.own)
    case .dcDate, .dctermsDate, .dctermsModified, .dcModified:
      updated.replace(text, from: UpdatedSource.dublinCore)
    case .created, .dctermsCreated, .dcCreated: feed.createdText = text ?? feed.createdText
    default: return false
    }
    return true
  }

  private mutating func reference(_ index: Int, _ scope: Scope) -> Bool {
    let inner = scope.inside(index, tape)
    switch tape.tag(index) {
    case .link:
      if let read = LinkReading.link(index, tape, inner) {
        feed.links.append(read)
        if read.rel == "alternate", LinkReading.isPage(read.type) {
          link.replace(read.href, from: LinkSource.alternate)
        }
        if read.rel == "license" { feed.licenses.append(read.href) }
      } else if let href = inner.resolve(tape.someText(index)) {
        feed.links.append(FeedLink(href: href))
        link.replace(href, from: LinkSource.own)
      }
    case .id, .guid: identity.replace(tape.someText(index), from: IdentitySource.own)
    case .dcIdentifier, .dctermsIdentifier:
      identity.offer(tape.someText(index), from: IdentitySource.dublinCore)
    case .icon: feed.icon = inner.resolve(tape.someText(index)) ?? feed.icon
    case .logo:
      feed.logo = inner.resolve(tape.someText(index) ?? tape.attribute(index, .href)) ?? feed.logo
    case .docs: feed.docs = inner.resolve(tape.someText(index)) ?? feed.docs
    default: return false
    }
    return true
  }

  private mutating func furniture(_ index: Int, _ scope: Scope) -> Bool {
    let inner = scope.inside(index, tape)
    switch tape.tag(index) {
    case .category:
      if let category = LinkReading.category(index, tape) { feed.categories.append(category) }
    case .dcSubject, .dctermsSubject:
      if let term = tape.someText(index) { feed.categories.append(FeedCategory(term: term)) }
    case .generator: feed.generator = ModuleReader.generator(index, tape, inner) ?? feed.generator
    case .ttl:
      feed.ttlText = tape.someText(index)
      feed.ttl = feed.ttlText.flatMap(Number.count)
    case .skiphours:
      feed.skipHours = tape.children(index).compactMap { Number.count(tape.text($0)) }
        .map { $0 == 24 ? 0 : $0 }.filter { $0 < 24 }
    case .skipdays: feed.skipDays = tape.children(index).compactMap { tape.someText($0) }
    case .rating: feed.rating = tape.someText(index)
    default: return false
    }
    return true
  }

  private mutating func finish() {
    feed.id = identity.value
    feed.title = title.value
    feed.subtitle = subtitle.value
    feed.rights = rights.value
    feed.link = link.value
    feed.language = language.value
    feed.publishedText = published.value
    feed.updatedText = updated.value
    feed.published = feed.publishedText.flatMap(DateReading.seconds)
    feed.updated = feed.updatedText.flatMap(DateReading.seconds)
    feed.created = feed.createdText.flatMap(DateReading.seconds)
  }
}

/// The dialect from the root element.
enum FormatReading {
  /// The dialect that the frame at `index` names by its name, namespace and version.
  static func format(_ index: Int, _ tape: XMLTape) -> FeedFormat {
    let uri = tape.name(index).uri?.lowercased() ?? ""
    let version = tape.someAttribute(index, .version) ?? ""
    switch tape.tag(index) {
    case .rss: return rss(version)
    case .rdfRDF: return rdf(tape)
    case .feed:
      if uri.contains("2005/atom") { return .atom10 }
      switch version {
      case "0.1": return .atom01
      case "0.2": return .atom02
      case "0.3": return .atom03
      case "1.0": return .atom10
      default: return uri.hasSuffix("atom/ns#") ? .atom03 : .atom
      }
    case .channel:
      return tape.someAttribute(index, .lastmod) != nil || tape.child(index, .schedule) != nil
        || tape.someAttribute(index, .href) != nil ? .cdf : .unknown
    default: return .unknown
    }
  }

  private static func rss(_ version: String) -> FeedFormat {
    switch version {
    case "0.90", "0.9": return .rss090
    case "0.91": return .rss091Userland
    case "0.92": return .rss092
    case "0.93": return .rss093
    case "0.94": return .rss094
    case "1.0": return .rss10
    default: return version.hasPrefix("2.") ? .rss20 : .rss
    }
  }

  private static func rdf(_ tape: XMLTape) -> FeedFormat {
    for name in tape.names {
      switch name.uri?.lowercased() {
      case "http://purl.org/rss/1.0/": return .rss10
      case "http://my.netscape.com/rdf/simple/0.9/": return .rss090
      case "http://channel.netscape.com/rdf/simple/0.9/": return .rss090
      default: continue
      }
    }
    return .rss10
  }
}
