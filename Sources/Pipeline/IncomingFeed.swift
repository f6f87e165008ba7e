// SPDX-License-Identifier: Apache-2.0
import Articles
import FeedParser
import TextAnalysis
import TextBasics

/// What a feed's document says, with items reduced to what an article needs.
///
/// The document is read in parts and every item is reduced as soon as it is whole, so the markup of
/// a long feed is never held all at once.
struct IncomingFeed: Sendable {
  /// Bytes that are read at once.
  private static let part = 65_536

  /// The feed itself; its items are in ``drafts``.
  private(set) var feed: ParsedFeed
  /// The items in document order, without the one in which a document was cut off: it comes again,
  /// whole, with the next fetch.
  private(set) var drafts: [ArticleDraft] = []
  /// Items in the document, the one that was cut off included.
  private(set) var count = 0
  /// The dates that items claim, in seconds since 1970 and in document order: of publication, else
  /// of their last change.
  private(set) var published: [Int] = []
  /// The latest date that the document tells of, in seconds since 1970.
  private(set) var latest: Int?

  /// Reads a document.
  ///
  /// - Throws: `FeedParseError` when it is no feed or a limit forbids to go on.
  init(_ body: [UInt8], options: FeedParser.Options) throws(FeedParseError) {
    var reader = FeedReader(options: options)
    var items: [ParsedItem] = []
    var drafts: [ArticleDraft] = []
    var published: [Int] = []
    var latest: Int?
    var count = 0
    func take() {
      for item in items {
        if !item.isTruncated { drafts.append(ArticleDraft(item)) }
        if let date = item.published ?? item.updated { published.append(date) }
        latest = [latest, item.updated ?? item.published].compactMap(\.self).max()
      }
      count += items.count
    }
    var place = 0
    while place < body.count {
      let end = min(place + IncomingFeed.part, body.count)
      items = try reader.append(Array(body[place..<end]))
      take()
      place = end
    }
    feed = try reader.finish()
    items = feed.items
    take()
    feed.items = []
    (self.drafts, self.published, self.count) = (drafts, published, count)
    self.latest = [latest, feed.updated, feed.published].compactMap(\.self).max()
  }
}

/// One item as plain text and plain values, before it is known whose it is.
struct ArticleDraft: Sendable {
  /// The GUID, if there is one.
  var key: String?
  /// The title in one line, or `nil`.
  var title: String?
  /// The fullest text that the item carries.
  var text: String
  /// An absolute http(s) address, or `nil`.
  var url: String?
  /// The language that the item declares, or `nil`.
  var language: Language?
  var authors: [String]
  var categories: [String]
  /// Seconds since 1970, as the feed claims, or `nil`.
  var published: Int?
  /// The line of the document on which the item begins.
  var line: Int

  /// Reduces an item.
  init(_ item: ParsedItem) {
    key = item.id.map(CharacterFilter.xmlText).flatMap { $0.isEmpty ? nil : $0 }
    title = item.title.map { $0.plainText.oneLine }.flatMap { $0.isEmpty ? nil : $0 }
    let candidates = item.content + [item.summary].compactMap(\.self)
    text = candidates.map(\.plainText).max { $0.utf8.count < $1.utf8.count } ?? ""
    url = item.link.flatMap { WebAddress($0)?.text }
    language = (item.language ?? item.title?.language).map { Language(tag: $0) }
    authors = item.authors.compactMap { $0.name ?? $0.email }.map(\.oneLine).filter { !$0.isEmpty }
    categories = item.categories.map { ($0.label ?? $0.term).oneLine }.filter { !$0.isEmpty }
    published = item.published ?? item.updated ?? item.created
    line = item.line
  }
}

extension TextConstruct {
  /// The text without markup, of characters that XML allows.
  var plainText: String {
    isHTML ? HTMLText.plainText(value) : CharacterFilter.xmlText(value)
  }
}

extension String {
  /// The text with every run of white space as one space, of characters that XML allows.
  var oneLine: String {
    CharacterFilter.xmlText(self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
