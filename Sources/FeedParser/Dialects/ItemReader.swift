// SPDX-License-Identifier: Apache-2.0

/// Makes one item of the elements of RSS, RDF, Atom or CDF: their names do not collide.
struct ItemReader {
  let tape: XMLTape
  /// The scope inside the item.
  let scope: Scope
  /// Whether a description is HTML unless it says otherwise, as in RSS.
  let isRSS: Bool
  let limits: FeedParser.Limits
  var item = ParsedItem()

  private var title = Best<TextConstruct>()
  private var summary = Best<TextConstruct>()
  private var identity = Best<String>()
  private var link = Best<String>()
  private var published = Best<String>()
  private var updated = Best<String>()
  private var rights = Best<TextConstruct>()
  var extensions: ExtensionReader
  private var modules = ModuleFields()
  /// Whether ``modules`` holds anything.
  private var hasModules = false
  private var ownAuthors = 0
  private var isGUID = false

  init(tape: XMLTape, scope: Scope, isRSS: Bool, limits: FeedParser.Limits) {
    self.tape = tape
    self.scope = scope
    self.isRSS = isRSS
    self.limits = limits
    extensions = ExtensionReader(limit: limits.extensions)
  }

  /// Reads the item whose element stands at `index` into ``item``.
  mutating func read(_ index: Int) {
    item.line = Int(tape.records[index].start)
    item.language = scope.language
    item.baseURL = scope.base
    if let about = tape.someAttribute(index, .rdfAbout) {
      identity.offer(about, from: IdentitySource.rdfAbout)
      link.offer(scope.resolve(about), from: LinkSource.rdfAbout)
    }
    if let href = scope.resolve(tape.someAttribute(index, .href)) {
      link.offer(href, from: LinkSource.alternate)
      item.links.append(FeedLink(href: href))
    }
    published.offer(tape.someAttribute(index, .lastmod), from: PublishedSource.dublinCore)
    var place = tape.inside(index)
    let stop = tape.end(index)
    while place < stop {
      if tape.records[place].kind == .element { element(place) }
      place = tape.next(place)
    }
    finish()
  }

  private mutating func element(_ index: Int) {
    if text(index) || person(index) || date(index) || reference(index) || subject(index) { return }
    if ModuleReader.reads(tape.name(index).namespace) {
      hasModules = true
      if ModuleReader.read(index, tape, scope, &modules, &extensions) { return }
    }
    if comment(index) { return }
    extensions.read(index, tape, into: &item.extensions)
  }

  /// Titles, summaries, contents and rights.
  private mutating func text(_ index: Int) -> Bool {
    switch tape.tag(index) {
    case .title:
      title.offer(construct(index, "text/plain"), from: TitleSource.own)
    case .dcTitle, .dctermsTitle:
      title.offer(construct(index, "text/plain"), from: TitleSource.dublinCore)
    case .description:
      let text = construct(index, "text/html")
      if summary.rank == SummarySource.own.rawValue, let text, item.content.isEmpty {
        item.content.append(text)
      } else {
        summary.offer(text, from: SummarySource.own)
      }
    case .summary, .abstract:
      let text = construct(index, "text/plain")
      if summary.rank == SummarySource.own.rawValue, let text {
        item.content.append(text)
      } else {
        summary.replace(text, from: SummarySource.own)
      }
    case .dcDescription, .dctermsDescription, .dctermsAbstract:
      summary.offer(construct(index, "text/html"), from: SummarySource.dublinCore)
    case .content: content(index, "text/plain")
    case .contentEncoded, .fullitem: content(index, "text/html")
    case .body, .xhtmlBody, .xhtmlDiv: content(index, "application/xhtml+xml")
    case .rights, .copyright:
      rights.replace(construct(index, "text/plain"), from: RightsSource.own)
    case .dcRights, .dctermsRights:
      rights.replace(construct(index, "text/plain"), from: RightsSource.dublinCore)
    default: return false
    }
    return true
  }

  private func construct(_ index: Int, _ type: String) -> TextConstruct? {
    TextReading.construct(index, tape, type: type, scope: scope)
  }

  private mutating func content(_ index: Int, _ type: String) {
    if let src = tape.someAttribute(index, .src) {
      let inner = scope.inside(index, tape)
      var text = construct(index, type) ?? TextConstruct("", mediaType: type)
      text.source = inner.resolve(src)
      text.base = inner.base
      text.language = inner.language
      if let written = tape.someAttribute(index, .type) {
        text.mediaType = TextReading.mediaType(written)
      }
      item.content.append(text)
    } else if let text = construct(index, type) {
      item.content.append(text)
    }
  }

  private mutating func person(_ index: Int) -> Bool {
    switch tape.tag(index) {
    case .author, .managingeditor: author(index, .own)
    case .dcCreator, .dcAuthor, .dctermsCreator: author(index, .dublinCore)
    case .contributor, .dcContributor, .dctermsContributor:
      if let person = PersonReading.person(index, tape, scope: scope) {
        item.contributors.append(person)
      }
    case .webmaster, .dcPublisher, .dctermsPublisher, .publisher:
      item.publisher = PersonReading.person(index, tape, scope: scope) ?? item.publisher
    default: return false
    }
    return true
  }

  private mutating func author(_ index: Int, _ source: AuthorSource) {
    guard let person = PersonReading.person(index, tape, scope: scope) else { return }
    if source == .own {
      item.authors.insert(person, at: ownAuthors)
      ownAuthors += 1
    } else {
      item.authors.append(person)
    }
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
    case .created, .dctermsCreated, .dcCreated: item.createdText = text ?? item.createdText
    case .expirationdate: item.expiredText = text ?? item.expiredText
    default: return false
    }
    return true
  }

  private mutating func reference(_ index: Int) -> Bool {
    let tag = tape.tag(index)
    guard FieldTags.holdsReference(tag) else { return false }
    let inner = scope.inside(index, tape)
    switch tag {
    case .link: readLink(index, inner)
    case .guid, .id: readIdentity(index, inner)
    case .dcIdentifier, .dctermsIdentifier:
      identity.offer(tape.someText(index), from: IdentitySource.dublinCore)
    case .enclosure:
      if let url = inner.resolve(tape.someAttribute(index, .url) ?? tape.attribute(index, .href)) {
        let length = tape.attribute(index, .length).flatMap(Number.count)
        let type = tape.someAttribute(index, .type)
        item.enclosures.append(FeedEnclosure(url: url, type: type, length: length))
        var link = FeedLink(href: url, rel: "enclosure", type: type)
        link.length = length
        item.links.append(link)
      }
    case .comments: item.comments = inner.resolve(tape.someText(index)) ?? item.comments
    case .source: item.source = SourceReader.source(index, tape, scope)
    case .feedburnerOrigLink: break
    default: return false
    }
    return true
  }

  private mutating func readLink(_ index: Int, _ inner: Scope) {
    guard let read = LinkReading.link(index, tape, inner) else { return }
    item.links.append(read)
    if let source = LinkReading.source(read, index, tape) { link.replace(read.href, from: source) }
    if read.rel == "enclosure" {
      var enclosure = FeedEnclosure(url: read.href, type: read.type, length: read.length)
      enclosure.title = read.title
      item.enclosures.append(enclosure)
    }
    if read.rel == "license" { item.licenses.append(read.href) }
  }

  private mutating func readIdentity(_ index: Int, _ inner: Scope) {
    guard let text = tape.someText(index) else { return }
    identity.replace(text, from: IdentitySource.own)
    guard tape.tag(index) == .guid else { return }
    isGUID = true
    item.idIsPermalink = tape.attribute(index, .ispermalink)?.lowercased() != "false"
  }

  private mutating func subject(_ index: Int) -> Bool {
    switch tape.tag(index) {
    case .category:
      // Few items have one category only; growing one by one would ask for memory each time.
      if item.categories.isEmpty { item.categories.reserveCapacity(4) }
      if let category = LinkReading.category(index, tape) { item.categories.append(category) }
    case .dcSubject, .dctermsSubject:
      if let term = tape.someText(index) { item.categories.append(FeedCategory(term: term)) }
    case .keywords:
      if let text = tape.someText(index) {
        item.categories += Words.split(text).map { FeedCategory(term: $0) }
      }
    default: return false
    }
    return true
  }

  /// Comments, sections and chapters.
  private mutating func comment(_ index: Int) -> Bool {
    guard tape.name(index).namespace != .core else { return false }
    let inner = scope.inside(index, tape)
    switch tape.tag(index) {
    case .slashComments, .thrTotal:
      item.commentCount = tape.someText(index).flatMap(Number.count) ?? item.commentCount
    case .slashSection: item.slashSection = tape.someText(index)
    case .slashDepartment: item.slashDepartment = tape.someText(index)
    case .wfwCommentRSS: item.commentFeed = inner.resolve(tape.someText(index))
    case .wfwComment: item.commentPost = inner.resolve(tape.someText(index))
    case .pscChapters:
      // There may be one list only.
      guard item.chapters.isEmpty else { break }
      item.chapters = ChapterReader.chapters(index, tape, inner)
      item.chaptersVersion = tape.someAttribute(index, .version)
    default: return false
    }
    return true
  }

  private mutating func finish() {
    item.id = identity.take()
    if item.idIsPermalink, let id = item.id, link.value == nil {
      link.offer(scope.resolve(id), from: LinkSource.guid)
    } else if link.value != nil, item.idIsPermalink, link.rank > LinkSource.guid.rawValue {
      item.idIsPermalink = false
    }
    if let id = item.id, !isGUID, Web.isAddress(id) { link.offer(id, from: LinkSource.identity) }
    item.link = link.take()
    if hasModules { takeModules() }
    item.title = title.take()
    item.summary = summary.take()
    item.rights = rights.take()
    // The only date there is tells when the item appeared as well.
    published.offer(updated.value, from: PublishedSource.updated)
    item.publishedText = published.take()
    item.updatedText = updated.take()
    item.published = item.publishedText.flatMap(DateReading.seconds)
    item.updated =
      item.updatedText == item.publishedText
      ? item.published : item.updatedText.flatMap(DateReading.seconds)
    item.created = item.createdText.flatMap(DateReading.seconds)
    item.expired = item.expiredText.flatMap(DateReading.seconds)
  }

  /// What the modules say, and what they say in the place of the item's own elements.
  private mutating func takeModules() {
    modules.finish()
    item.media = modules.media
    item.itunes = modules.itunes
    item.podcast = modules.podcast
    item.place = modules.place
    item.inReplyTo = modules.inReplyTo
    item.licenses += modules.licenses
    let said = item.media?.metadata
    let grouped = item.media?.groups.first?.metadata ?? item.media?.contents.first?.metadata
    if let text = said?.title ?? grouped?.title { title.offer(text, from: TitleSource.media) }
    if let text = item.itunes?.title {
      title.offer(TextConstruct(text), from: TitleSource.itunes)
    }
    if let text = item.itunes?.summary ?? item.itunes?.subtitle {
      summary.offer(TextConstruct(text), from: SummarySource.itunes)
    }
    if item.content.isEmpty, let text = said?.description ?? grouped?.description {
      summary.offer(text, from: SummarySource.media)
    }
    item.categories += ModuleReader.subjects(item.itunes, item.media)
    item.image = item.itunes?.image ?? item.media?.picture
    if item.authors.isEmpty, let author = item.itunes?.author {
      item.authors = [PersonReading.person(from: author) ?? FeedPerson(name: author)]
    }
  }
}
