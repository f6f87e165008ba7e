// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// What Rasad believes about one item of one feed: clean text, language, address and time.
///
/// `FeedParser` says what a feed *said* (`ParsedItem`); the pipeline turns that into an article.
package struct Article: Sendable, Hashable, Identifiable {
  /// An article's identity: its feed, and its key inside that feed.
  package struct ID: Sendable, Hashable, Comparable {
    /// The id of the feed's section in `feeds.conf`.
    package let feed: String
    /// The GUID, else the canonical link, else a hash of the content.
    package let key: String

    package init(feed: String, key: String) {
      self.feed = feed
      self.key = key
    }

    package static func < (left: ID, right: ID) -> Bool {
      (left.feed, left.key) < (right.feed, right.key)
    }
  }

  package let id: ID
  /// The name of the outlet, as a reader of the digest should see it.
  package var outlet: String
  /// The address to open, absolute http(s), or `nil` for an item without one.
  package var url: String?
  /// ``url`` without fragment, tracking parameters and other noise; equal for the same page.
  package var canonicalURL: String?
  /// Plain text in display form: never folded, ZWNJ kept, no control or bidi-override characters.
  package var title: String
  /// Plain text, paragraphs separated by blank lines; may be empty.
  package var text: String
  package var language: Language
  package var authors: [String]
  package var categories: [String]
  /// Seconds since 1970 as the publisher claims, clamped to ``firstSeen`` if later or absurd.
  package var published: Int?
  /// Seconds since 1970 of the run that first saw the article.
  package var firstSeen: Int
  /// SHA-256 of title and text in base 32: two equal hashes mean nothing changed.
  package var contentHash: String

  package init(
    id: ID,
    outlet: String,
    url: String? = nil,
    canonicalURL: String? = nil,
    title: String,
    text: String,
    language: Language,
    authors: [String] = [],
    categories: [String] = [],
    published: Int? = nil,
    firstSeen: Int,
    contentHash: String
  ) {
    self.id = id
    self.outlet = outlet
    self.url = url
    self.canonicalURL = canonicalURL
    self.title = title
    self.text = text
    self.language = language
    self.authors = authors
    self.categories = categories
    self.published = published
    self.firstSeen = firstSeen
    self.contentHash = contentHash
  }

  /// The instant by which articles are ordered: published, else first seen (seconds since 1970).
  package var instant: Int { published ?? firstSeen }
}
