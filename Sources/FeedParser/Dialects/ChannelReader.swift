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
  private(set) var extensions: ExtensionReader
  private var modules = ModuleFields()

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
        feed.links.append(FeedLink(href: href))
      }
      if tag == .channel {
        updated.offer(tape.someAttribute(index, .lastmod), from: UpdatedSource.dublinCore)
      }
      for child in tape.children(index) { frame(child, scope) }
    default: element(index, outer)
    }
  }

  private mutating func element(_ index: Int, _ scope: Scope) {
    if text(index, scope) || person(index, scope) || date(index) || reference(index, scope)
      || furniture(index, scope) || extra(index, scope)
      || ModuleReader.read(index, tape, scope, &modules, &extensions)
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
      language.offer(tape.someText(index), from: LanguageSource.dublinCore)
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
    guard FieldTags.holdsDate(tape.tag(index)) else { return false }
    let text = tape.someText(index)
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
      guard let read = LinkReading.link(index, tape, inner) else { break }
      feed.links.append(read)
      if let source = LinkReading.source(read, index, tape) {
        link.replace(read.href, from: source)
      }
      if read.rel == "license" { feed.licenses.append(read.href) }
    case .id, .guid:
      // An address that is cut short becomes whole; any other identity stays as it is.
      let id = tape.someText(index).map { $0.utf8.first == 0x2F ? inner.resolve($0) ?? $0 : $0 }
      identity.replace(id, from: IdentitySource.own)
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

  /// What only RSS and its modules say.
  private mutating func extra(_ index: Int, _ scope: Scope) -> Bool {
    let inner = scope.inside(index, tape)
    switch tape.tag(index) {
    case .image: feed.image = FurnitureReader.image(index, tape, inner) ?? feed.image
    case .textinput: feed.textInput = FurnitureReader.textInput(index, tape, inner)
    case .cloud: feed.cloud = FurnitureReader.cloud(index, tape)
    case .syPeriod: feed.updatePeriod = tape.someText(index)
    case .syFrequency: feed.updateFrequency = tape.someText(index).flatMap(Number.count)
    case .syBase: feed.updateBase = tape.someText(index)
    case .adminGenerator:
      if let url = inner.resolve(tape.attribute(index, .rdfResource)), feed.generator == nil {
        feed.generator = FeedGenerator(name: url)
        feed.generator?.url = url
      }
    case .adminReports: feed.errorReportsTo = inner.resolve(tape.attribute(index, .rdfResource))
    case .dctermsValid: valid(tape.text(index))
    case .items: break
    default: return false
    }
    return true
  }

  /// `start=…; end=…; scheme=…` of DCMI Period.
  private mutating func valid(_ text: String) {
    for part in text.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let value = String(pair[1].drop { $0 == " " })
      switch pair[0].drop(while: { $0.isWhitespace }).lowercased() {
      case "start":
        feed.validFromText = value
        feed.validFrom = DateReading.seconds(value)
      case "end":
        feed.validUntilText = value
        feed.validUntil = DateReading.seconds(value)
      default: continue
      }
    }
  }

  private mutating func takeModules() {
    modules.finish()
    feed.media = modules.media
    feed.itunes = modules.itunes
    feed.podcast = modules.podcast
    feed.place = modules.place
    feed.inReplyTo = modules.inReplyTo
    feed.licenses += modules.licenses
    feed.categories += ModuleReader.subjects(feed.itunes, feed.media)
    if feed.publisher == nil, let owner = feed.itunes?.owner { feed.publisher = owner }
    if feed.authors.isEmpty, let author = feed.itunes?.author {
      feed.authors = [PersonReading.person(from: author) ?? FeedPerson(name: author)]
    }
    if feed.image?.url == nil, let url = feed.itunes?.image ?? feed.logo {
      var image = feed.image ?? FeedImage()
      image.url = url
      feed.image = image
    }
    if feed.itunes?.isComplete == true { feed.isComplete = true }
  }

  private mutating func finish() {
    takeModules()
    if let text = feed.itunes?.summary ?? feed.itunes?.subtitle {
      subtitle.offer(TextConstruct(text), from: SummarySource.itunes)
    }
    if let text = feed.itunes?.title { title.offer(TextConstruct(text), from: TitleSource.itunes) }
    feed.id = identity.value
    feed.title = title.value
    feed.subtitle = subtitle.value
    feed.rights = rights.value
    if let id = feed.id, Web.isAddress(id) { link.offer(id, from: LinkSource.identity) }
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
      // Only in CDF is a channel the root.
      return index == 0 ? .cdf : .unknown
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
