// SPDX-License-Identifier: Apache-2.0
import Articles
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
  func articles(of drafts: some Sequence<ArticleDraft>) -> (articles: [Article], repeated: Int) {
    var articles = drafts.map(article)
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

  private func article(of draft: ArticleDraft) -> Article {
    let title = title(of: draft)
    let hash = ArticleBuilder.contentHash(title: title, text: draft.text)
    let canonical = draft.url.flatMap(CanonicalURL.key)
    return Article(
      id: Article.ID(feed: feed, key: draft.key ?? canonical ?? hash),
      outlet: outlet,
      url: draft.url,
      canonicalURL: canonical,
      title: title,
      text: draft.text,
      language: LanguageGuess.language(
        of: title + "\n" + draft.text,
        hint: draft.language ?? language
      ),
      authors: draft.authors,
      categories: draft.categories,
      published: ClaimedTime.plausible(draft.published, firstSeen: now),
      firstSeen: now,
      contentHash: hash
    )
  }

  /// The item's title, else the beginning of its text, else its address.
  private func title(of draft: ArticleDraft) -> String {
    if let title = draft.title { return title }
    if let made = Headline.made(from: draft.text, limit: Self.madeTitle) { return made }
    return draft.url ?? draft.key?.oneLine ?? outlet
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
