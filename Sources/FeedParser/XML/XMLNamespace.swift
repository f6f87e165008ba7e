// SPDX-License-Identifier: Apache-2.0

/// The namespaces that the model knows, each under the prefix by which we write it.
enum XMLNamespace: String, CaseIterable {
  /// No namespace, or one of the dialects' own: RSS, Atom, CDF.
  case core = ""
  case xml, rdf, dc, dcterms, content, media, itunes, podcast, georss, gml, geo, slash, wfw, thr
  case sy, cc, admin, xhtml, psc, feedburner, googleplay, cp, ag, annotate, ev, email
  case image, taxo, trackback, fh, opensearch, rawvoice, spotify, dcite
  /// A namespace, or an undeclared prefix, that means nothing to us.
  case other = "?"

  /// The namespace of an address as a feed writes it; case and a closing slash do not matter.
  static func of(uri: String) -> XMLNamespace {
    var key = uri.lowercased()
    if key.hasPrefix("https://") { key = "http://" + key.dropFirst(8) }
    while key.last == "/" || key.last == "#" { key.removeLast() }
    return byURI[key] ?? .other
  }

  /// The namespace that people mean by `prefix` when the document does not declare it.
  static func of(undeclared prefix: String) -> XMLNamespace {
    let key = prefix.lowercased()
    if let known = XMLNamespace(rawValue: key), known != .other { return known }
    return conventional[key] ?? .other
  }

  /// Whether `uri` is the namespace of an Atom dialect, and of Atom 1.0.
  static func atom(uri: String) -> (isAtom: Bool, isAtom10: Bool) {
    let key = uri.lowercased()
    let isAtom10 =
      key.hasPrefix("http://www.w3.org/2005/atom") || key.hasPrefix("https://www.w3.org/2005/atom")
    return (isAtom10 || key.hasPrefix("http://purl.org/atom"), isAtom10)
  }

  private static let conventional: [String: XMLNamespace] = [
    "creativecommons": .cc, "atom10": .core, "atom": .core, "atom03": .core, "a10": .core,
    "rss": .core, "rss10": .core, "xsd": .other, "html": .xhtml, "h": .xhtml,
    "apple-wallpapers": .other,
    "dct": .dcterms, "dcterm": .dcterms, "mrss": .media,
  ]

  private static let byURI: [String: XMLNamespace] = [
    "http://www.w3.org/xml/1998/namespace": .xml,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": .rdf,
    "http://backend.userland.com/rss": .core,
    "http://blogs.law.harvard.edu/tech/rss": .core,
    "http://cyber.law.harvard.edu/rss/rss.html": .core,
    "http://backend.userland.com/rss2": .core,
    "http://backend.userland.com/rss091": .core,
    "http://www.rssboard.org/rss-specification": .core,
    "http://purl.org/rss/1.0": .core,
    "http://my.netscape.com/rdf/simple/0.9": .core,
    "http://channel.netscape.com/rdf/simple/0.9": .core,
    "http://example.com/newformat": .core,
    "http://example.com/necho": .core,
    "http://purl.org/echo": .core,
    "uri/of/echo/namespace": .core,
    "http://purl.org/pie": .core,
    "http://purl.org/atom/ns": .core,
    "http://www.w3.org/2005/atom": .core,
    "http://purl.org/rss/1.0/modules/rss091": .core,
    "http://madskills.com/public/xml/rss/module/pingback": .other,
    "http://madskills.com/public/xml/rss/module/trackback": .trackback,
    "http://purl.org/dc/elements/1.1": .dc,
    "http://purl.org/dc/elements/1.0": .dc,
    "http://purl.org/dc/terms": .dcterms,
    "http://purl.org/rss/1.0/modules/content": .content,
    "http://search.yahoo.com/mrss": .media,
    "http://video.search.yahoo.com/mrss": .media,
    "http://www.rssboard.org/media-rss": .media,
    "http://tools.search.yahoo.com/mrss": .media,
    "http://www.itunes.com/dtds/podcast-1.0.dtd": .itunes,
    "http://example.com/dtds/podcast-1.0.dtd": .itunes,
    "http://podcastindex.org/namespace/1.0": .podcast,
    "http://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": .podcast,
    "http://www.georss.org/georss": .georss,
    "http://www.opengis.net/gml": .gml,
    "http://www.w3.org/2003/01/geo/wgs84_pos": .geo,
    "http://purl.org/rss/1.0/modules/slash": .slash,
    "http://wellformedweb.org/commentapi": .wfw,
    "http://purl.org/syndication/thread/1.0": .thr,
    "http://purl.org/rss/1.0/modules/syndication": .sy,
    "http://backend.userland.com/creativecommonsrssmodule": .cc,
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": .cc,
    "http://web.resource.org/cc": .cc,
    "http://creativecommons.org/ns": .cc,
    "http://webns.net/mvcb": .admin,
    "http://www.w3.org/1999/xhtml": .xhtml,
    "http://podlove.org/simple-chapters": .psc,
    "http://rssnamespace.org/feedburner/ext/1.0": .feedburner,
    "http://www.google.com/schemas/play-podcasts/1.0": .googleplay,
    "http://my.theinfo.org/changed/1.0/rss": .cp,
    "http://purl.org/rss/1.0/modules/aggregation": .ag,
    "http://purl.org/rss/1.0/modules/annotate": .annotate,
    "http://purl.org/rss/1.0/modules/event": .ev,
    "http://purl.org/rss/1.0/modules/email": .email,
    "http://purl.org/rss/1.0/modules/image": .image,
    "http://purl.org/rss/1.0/modules/taxonomy": .taxo,
    "http://purl.org/syndication/history/1.0": .fh,
    "http://a9.com/-/spec/opensearch/1.1": .opensearch,
    "http://www.rawvoice.com/rawvoicerssmodule": .rawvoice,
    "http://www.spotify.com/ns/rss": .spotify,
  ]
}
