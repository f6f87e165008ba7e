// SPDX-License-Identifier: Apache-2.0

/// The dialect of a feed, as its root element, namespace and version attribute tell.
///
/// The raw value is a stable name.
public enum FeedFormat: String, Sendable, Hashable, CaseIterable {
  /// RSS 0.90: RDF with Netscape's first namespace.
  case rss090
  /// RSS 0.91 with Netscape's document type.
  case rss091Netscape = "rss091n"
  /// RSS 0.91 of UserLand.
  case rss091Userland = "rss091u"
  /// RSS 0.92.
  case rss092
  /// RSS 0.93.
  case rss093
  /// RSS 0.94.
  case rss094
  /// RSS 1.0: RDF with the namespace `http://purl.org/rss/1.0/`.
  case rss10
  /// RSS 2.0.
  case rss20
  /// RSS of a version that is missing or unknown.
  case rss
  /// Atom 0.1.
  case atom01
  /// Atom 0.2.
  case atom02
  /// Atom 0.3.
  case atom03
  /// Atom 1.0 (RFC 4287).
  case atom10
  /// Atom of a version that is missing or unknown.
  case atom
  /// Channel Definition Format.
  case cdf
  /// JSON Feed 1.0.
  case jsonFeed10 = "json1"
  /// JSON Feed 1.1.
  case jsonFeed11 = "json11"
  /// The object tree of RSS 2.0 written in JSON.
  case rssInJSON = "rss_json"
  /// Elements of a feed without a root that names the dialect.
  case unknown = ""
}
