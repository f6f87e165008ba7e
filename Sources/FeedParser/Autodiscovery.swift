// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

extension FeedParser {
  /// The feeds that a page of HTML offers, in the order of the page, each address once.
  ///
  /// Taken are `<link rel="alternate" type="application/rss+xml" href="…">` and its like (RSS, Atom,
  /// RDF, JSON Feed); `<base href>` counts. Addresses are absolute when `baseURL` is.
  ///
  /// - Parameters:
  ///   - bytes: The page as it was sent, in any encoding.
  ///   - contentType: The `Content-Type` with which it was sent.
  ///   - baseURL: The address of the page.
  /// - Returns: The links; none when the page names no feed.
  public static func feedLinks(
    inHTML bytes: [UInt8],
    contentType: String? = nil,
    baseURL: String? = nil
  ) -> [FeedLink] {
    let page = EncodingGuess.decode(bytes, contentType: contentType)
    return Autodiscovery(baseURL: baseURL).links(page.bytes)
  }
}

extension FeedParser {
  /// A document of markup in UTF-8, whatever encoding it is in.
  package static func utf8(ofMarkup bytes: [UInt8]) -> [UInt8] {
    EncodingGuess.decode(bytes, contentType: nil).bytes
  }
}

/// Finds the feeds that a page names, and tells a page from a feed.
struct Autodiscovery {
  let baseURL: String?

  /// Feeds are announced in the head; a page this long has none.
  private static let longest = 4 << 20
  private static let mostLinks = 200

  /// Whether a document of UTF-8 is a page of HTML and not a feed.
  ///
  /// Decided by the first element: `html`, or what only a page begins with.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    var tokens = HTMLTokenizer(bytes, range: 0..<min(bytes.count, 65_536))
    while let token = tokens.next() {
      switch token {
      case .comment, .endTag: continue
      case .text(let range, _):
        let isBlank = bytes[range].allSatisfy { $0 <= 0x20 || $0 >= 0x80 }
        if !isBlank { return false }
      case .doctype(let range):
        let name = String(decoding: bytes[range].prefix(40), as: UTF8.self).lowercased()
        if name.split(whereSeparator: \.isWhitespace).first == "html" { return true }
      case .startTag(let tag):
        return ["html", "head", "body", "meta", "title", "script", "link", "div"].contains(tag.name)
      }
    }
    return false
  }

  /// The links to feeds in `bytes`, which are UTF-8.
  func links(_ bytes: [UInt8]) -> [FeedLink] {
    var tokens = HTMLTokenizer(bytes, range: 0..<min(bytes.count, Autodiscovery.longest))
    var base = baseURL
    var hasBase = false
    var links: [FeedLink] = []
    var seen: Set<String> = []
    while let token = tokens.next(), links.count < Autodiscovery.mostLinks {
      guard case .startTag(let tag) = token else { continue }
      if tag.name == "base", !hasBase, let href = tokens.value("href", of: tag) {
        // Only the first one counts (WHATWG HTML, 4.2.3).
        hasBase = true
        base = URLReference.resolve(href, against: baseURL)
      }
      guard tag.name == "link", let link = link(tag, tokens, base) else { continue }
      if seen.insert(link.href).inserted { links.append(link) }
    }
    return links
  }

  private func link(_ tag: HTMLTag, _ tokens: HTMLTokenizer, _ base: String?) -> FeedLink? {
    let relations = (tokens.value("rel", of: tag) ?? "").lowercased()
      .split(whereSeparator: \.isWhitespace)
    let isAlternate = relations.contains("alternate") && !relations.contains("stylesheet")
    guard isAlternate || relations.contains("feed"),
      let href = tokens.value("href", of: tag), href.contains(where: { !$0.isWhitespace })
    else { return nil }
    let type = (tokens.value("type", of: tag) ?? "").lowercased()
      .prefix { $0 != ";" && !$0.isWhitespace }
    guard Autodiscovery.types.contains(String(type)) || relations.contains("feed") else {
      return nil
    }
    var link = FeedLink(href: URLReference.resolve(href, against: base))
    link.type = type.isEmpty ? nil : String(type)
    link.hreflang = tokens.value("hreflang", of: tag)
    let title = tokens.value("title", of: tag)?.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    link.title = title.flatMap { $0.isEmpty ? nil : $0 }
    return link
  }

  /// `application/json` alone is also an interface of WordPress and no feed.
  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
    "application/x-rss+xml", "application/x-atom+xml", "text/rss+xml", "text/atom+xml", "text/rss",
    "application/rss", "application/atom", "application/x-netcdf",
  ]
}
