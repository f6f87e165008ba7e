// SPDX-License-Identifier: Apache-2.0
import Articles
import FeedParser
import TextAnalysis
import TextBasics

/// The one place where what a feed said becomes what we believe.
struct ArticleBuilder: Sendable {
  /// The id of the feed's section in `feeds.conf`.
  let feed: String
  /// The outlet's name for readers: the user's title, else the feed's own, else the id.
  let outlet: String
  /// The language that the user or the feed declares; the text itself may overrule it.
  let language: Language
  /// Seconds since 1970: the run's clock.
  let now: Int

  /// Titles longer than this many characters are cut at a word when made from the text.
  private static let madeTitle = 120

  /// Converts all items of a document.
  ///
  /// A GUID that stands on items with different texts is no identity in this document: such items
  /// go by their link or their text. Of items that are equal in all of this the first one stands.
  ///
  /// - Returns: The articles in document order, and how many items only repeated another.
  func articles(of document: ParsedFeed, limit: Int) -> (articles: [Article], repeated: Int) {
    // The item in which a document was cut off comes again, whole, with the next fetch.
    var articles = document.items.prefix(limit).filter { !$0.isTruncated }.map(article)
    dropSharedAddresses(&articles)
    var texts: [String: Set<String>] = [:]
    for article in articles { texts[article.id.key, default: []].insert(article.contentHash) }
    var keys: Set<String> = []
    var kept: [Article] = []
    for var article in articles {
      if texts[article.id.key, default: []].count > 1 {
        article = article.renamed(article.canonicalURL ?? article.contentHash)
      }
      if keys.insert(article.id.key).inserted { kept.append(article) }
    }
    return (kept, articles.count - kept.count)
  }

  private func article(of item: ParsedItem) -> Article {
    let text = text(of: item)
    let url = item.link.flatMap { WebAddress($0)?.text }
    let title = title(of: item, text: text, url: url)
    let declared = item.language ?? item.title?.language
    let hint = declared.map { Language(tag: $0) } ?? language
    let hash = ArticleBuilder.contentHash(title: title, text: text)
    let canonical = url.flatMap(CanonicalURL.key)
    let key = item.id.map(CharacterFilter.xmlText).flatMap { $0.isEmpty ? nil : $0 }
    return Article(
      id: Article.ID(feed: feed, key: key ?? canonical ?? hash),
      outlet: outlet,
      url: url,
      canonicalURL: canonical,
      title: title,
      text: text,
      language: LanguageGuess.language(of: title + "\n" + text, hint: hint),
      authors: item.authors.compactMap { $0.name ?? $0.email }.map(Self.line).filter {
        !$0.isEmpty
      },
      categories: item.categories.map { Self.line($0.label ?? $0.term) }.filter { !$0.isEmpty },
      published: ClaimedTime.plausible(
        item.published ?? item.updated ?? item.created,
        firstSeen: now
      ),
      firstSeen: now,
      contentHash: hash
    )
  }

  /// The fullest text that the item carries, as plain text.
  private func text(of item: ParsedItem) -> String {
    let candidates = item.content + [item.summary].compactMap { $0 }
    return candidates.map(Self.plain).max { $0.utf8.count < $1.utf8.count } ?? ""
  }

  /// The item's title, else the beginning of its text, else its address.
  private func title(of item: ParsedItem, text: String, url: String?) -> String {
    if let title = item.title.map(Self.plain).map(Self.line), !title.isEmpty { return title }
    if let made = Headline.made(from: text, limit: Self.madeTitle) { return made }
    return url ?? item.id.map(Self.line) ?? outlet
  }

  /// Items of one document that share an address do not have that address as their own.
  private func dropSharedAddresses(_ articles: inout [Article]) {
    var uses: [String: Int] = [:]
    for article in articles { article.canonicalURL.map { uses[$0, default: 0] += 1 } }
    for index in articles.indices {
      if let address = articles[index].canonicalURL, uses[address, default: 0] > 1 {
        articles[index].canonicalURL = nil
      }
    }
  }

  private static func plain(_ construct: TextConstruct) -> String {
    construct.isHTML
      ? HTMLText.plainText(construct.value) : CharacterFilter.xmlText(construct.value)
  }

  private static func line(_ text: String) -> String {
    CharacterFilter.xmlText(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// SHA-256 of title and text in base 32.
  static func contentHash(title: String, text: String) -> String {
    Base32.encode(SHA256.digest(of: Array("\(title)\u{0}\(text)".utf8)))
  }
}

extension Article {
  /// The same article under another key of its feed.
  fileprivate func renamed(_ key: String) -> Article {
    Article(
      id: Article.ID(feed: id.feed, key: key),
      outlet: outlet,
      url: url,
      canonicalURL: canonicalURL,
      title: title,
      text: text,
      language: language,
      authors: authors,
      categories: categories,
      published: published,
      firstSeen: firstSeen,
      contentHash: contentHash
    )
  }
}

/// Headlines for texts that come without one.
enum Headline {
  /// The first sentence of `text`, cut at a word to `limit` characters; `nil` for an empty text.
  static func made(from text: String, limit: Int) -> String? {
    let line = text.prefix(4 * limit).prefix { !$0.isNewline }
    let words = line.split(whereSeparator: \.isWhitespace)
    var title = ""
    for word in words {
      guard title.isEmpty || title.count + 1 + word.count <= limit else { return title + "…" }
      title += (title.isEmpty ? "" : " ") + word.prefix(limit)
      if let last = word.last, ".!?؟۔".contains(last), title.count > limit / 4 { return title }
    }
    return title.isEmpty ? nil : title
  }
}
