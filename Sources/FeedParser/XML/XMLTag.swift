// SPDX-License-Identifier: Apache-2.0

/// The names of elements and attributes that the model knows: canonical prefix and lower-case name.
///
/// A document's names are matched once each; after that a name is a number.
enum XMLTag: String, CaseIterable {
  case unknown = "?"
  // Roots and frames
  case rss, feed, channel, item, entry, items, image, textinput, rdfRDF = "rdf:rdf"
  case rdfURL = "rdf:url"
  // Text
  case title, subtitle, tagline, info, description, summary, content, abstract, body, fullitem
  case copyright, rights, language, rating, docs, ttl, generator, keywords
  // People
  case author, managingeditor, webmaster, contributor, publisher, name, email, uri, url, homepage
  // Links and files
  case link, guid, id, enclosure, source, comments, logo, icon, cloud, href, media
  // Dates
  case pubdate, published, issued, updated, modified, created, lastbuilddate, expirationdate
  case lastmod, date, schedule
  // Subjects and schedule
  case category, skiphours, skipdays, hour, day, width, height
  // Attributes
  case rel, type, hreflang, length, term, scheme, label, domain, ispermalink, mode, src, version
  case port, path, registerprocedure, protocolName = "protocol", text, base, lang
  case xmlBase = "xml:base", xmlLang = "xml:lang", rdfAbout = "rdf:about"
  case rdfResource = "rdf:resource", xmlSpace = "xml:space", rdfID = "rdf:id"
  case medium, filesize, isdefault, expression, bitrate, framerate, samplingrate, channels, duration
  case time, role, algo, relationship, average, views, count, ref, geoAttribute = "geo"
  case display, img, owner, start, value, srsname, srsdimension, starttime, status, self_ = "self"
  // dc and dcterms
  case dcTitle = "dc:title", dcCreator = "dc:creator", dcAuthor = "dc:author"
  case dcSubject = "dc:subject", dcDescription = "dc:description", dcPublisher = "dc:publisher"
  case dcContributor = "dc:contributor", dcDate = "dc:date", dcIdentifier = "dc:identifier"
  case dcSource = "dc:source", dcLanguage = "dc:language", dcRights = "dc:rights"
  case dcModified = "dc:modified", dcCreated = "dc:created", dcIssued = "dc:issued"
  case dctermsTitle = "dcterms:title", dctermsCreator = "dcterms:creator"
  case dctermsSubject = "dcterms:subject", dctermsDescription = "dcterms:description"
  case dctermsPublisher = "dcterms:publisher", dctermsContributor = "dcterms:contributor"
  case dctermsDate = "dcterms:date", dctermsIssued = "dcterms:issued"
  case dctermsModified = "dcterms:modified", dctermsCreated = "dcterms:created"
  case dctermsValid = "dcterms:valid", dctermsRights = "dcterms:rights"
  case dctermsAbstract = "dcterms:abstract", dctermsLanguage = "dcterms:language"
  case dctermsIdentifier = "dcterms:identifier"
  // content, xhtml
  case contentEncoded = "content:encoded", xhtmlBody = "xhtml:body", xhtmlDiv = "xhtml:div"
  case contentItems = "content:items"
  // rdf
  case rdfValue = "rdf:value", rdfSeq = "rdf:seq", rdfLi = "rdf:li"
  case rdfDescription = "rdf:description"
  // itunes
  case itunesTitle = "itunes:title", itunesAuthor = "itunes:author", itunesOwner = "itunes:owner"
  case itunesName = "itunes:name", itunesEmail = "itunes:email"
  case itunesSubtitle = "itunes:subtitle", itunesSummary = "itunes:summary"
  case itunesImage = "itunes:image", itunesLink = "itunes:link"
  case itunesCategory = "itunes:category", itunesKeywords = "itunes:keywords"
  case itunesExplicit = "itunes:explicit", itunesBlock = "itunes:block"
  case itunesComplete = "itunes:complete", itunesDuration = "itunes:duration"
  case itunesEpisode = "itunes:episode", itunesSeason = "itunes:season"
  case itunesEpisodeType = "itunes:episodetype", itunesType = "itunes:type"
  case itunesOrder = "itunes:order", itunesNewFeedURL = "itunes:new-feed-url"
  case itunesClosedCaptioned = "itunes:isclosedcaptioned"
  // googleplay
  case playAuthor = "googleplay:author", playDescription = "googleplay:description"
  case playImage = "googleplay:image", playExplicit = "googleplay:explicit"
  case playCategory = "googleplay:category", playEmail = "googleplay:email"
  case playBlock = "googleplay:block", playOwner = "googleplay:owner"
  // podcast
  case podcastGUID = "podcast:guid", podcastLocked = "podcast:locked"
  case podcastMedium = "podcast:medium", podcastFunding = "podcast:funding"
  case podcastTranscript = "podcast:transcript", podcastChapters = "podcast:chapters"
  case podcastSoundbite = "podcast:soundbite", podcastPerson = "podcast:person"
  case podcastLocation = "podcast:location", podcastSeason = "podcast:season"
  case podcastEpisode = "podcast:episode", podcastLicense = "podcast:license"
  // media
  case mediaContent = "media:content", mediaGroup = "media:group", mediaTitle = "media:title"
  case mediaDescription = "media:description", mediaKeywords = "media:keywords"
  case mediaThumbnail = "media:thumbnail", mediaCredit = "media:credit"
  case mediaCategory = "media:category", mediaRating = "media:rating", mediaAdult = "media:adult"
  case mediaCopyright = "media:copyright", mediaLicense = "media:license"
  case mediaHash = "media:hash", mediaPlayer = "media:player"
  case mediaRestriction = "media:restriction", mediaCommunity = "media:community"
  case mediaStarRating = "media:starrating", mediaStatistics = "media:statistics"
  case mediaText = "media:text", mediaTags = "media:tags"
  // geo
  case georssPoint = "georss:point", georssLine = "georss:line", georssPolygon = "georss:polygon"
  case georssBox = "georss:box", georssWhere = "georss:where"
  case georssFeatureName = "georss:featurename"
  case gmlPoint = "gml:point", gmlLineString = "gml:linestring", gmlPolygon = "gml:polygon"
  case gmlEnvelope = "gml:envelope", gmlPos = "gml:pos", gmlPosList = "gml:poslist"
  case gmlLowerCorner = "gml:lowercorner", gmlUpperCorner = "gml:uppercorner"
  case gmlExterior = "gml:exterior", gmlLinearRing = "gml:linearring"
  case gmlCoordinates = "gml:coordinates"
  case geoLat = "geo:lat", geoLong = "geo:long", geoLon = "geo:lon", geoPoint = "geo:point"
  // slash, wfw, thr, sy, licences, admin, chapters, feedburner
  case slashComments = "slash:comments", slashSection = "slash:section"
  case slashDepartment = "slash:department", wfwCommentRSS = "wfw:commentrss"
  case wfwComment = "wfw:comment", thrInReplyTo = "thr:in-reply-to", thrTotal = "thr:total"
  case thrCount = "thr:count", syPeriod = "sy:updateperiod", syFrequency = "sy:updatefrequency"
  case syBase = "sy:updatebase", ccLicense = "cc:license"
  case adminGenerator = "admin:generatoragent", adminReports = "admin:errorreportsto"
  case pscChapters = "psc:chapters", pscChapter = "psc:chapter"
  case feedburnerOrigLink = "feedburner:origlink"
  case feedburnerOrigEnclosure = "feedburner:origenclosurelink"

  /// All tags by name.
  static let byName: [String: XMLTag] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) }
  )
}

/// A name as a document writes it, and what we make of it.
struct XMLName {
  let tag: XMLTag
  let namespace: XMLNamespace
  /// Whether the namespace is that of Atom.
  let isAtom: Bool
  /// Whether the namespace is that of Atom 1.0.
  let isAtom10: Bool
  /// The prefix as written.
  let prefix: String
  /// The local name as written.
  let local: String
  /// The address of the namespace, or `nil` without one.
  let uri: String?

  /// Makes a name; one of the first of `others` with the same address tells what that stands for.
  init(prefix: String, local: String, uri: String?, others: [XMLName] = []) {
    self.prefix = prefix
    self.local = local
    self.uri = uri
    let twin = uri == nil ? nil : others.prefix(64).first { $0.uri == uri }
    let space: XMLNamespace
    if let twin, uri?.isEmpty == false {
      space = twin.namespace
    } else if let uri, !uri.isEmpty {
      space = .of(uri: uri)
    } else if prefix.isEmpty {
      space = .core
    } else {
      space = .of(undeclared: prefix)
    }
    namespace = space
    if let twin {
      (isAtom, isAtom10) = (twin.isAtom, twin.isAtom10)
    } else {
      (isAtom, isAtom10) = uri.map(XMLNamespace.atom(uri:)) ?? (false, false)
    }
    let name = local.lowercased()
    tag =
      space == .other
      ? .unknown
      : XMLTag.byName[space == .core ? name : space.rawValue + ":" + name] ?? .unknown
  }

  /// The name as written, with its prefix.
  var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }
}
