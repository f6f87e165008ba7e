// SPDX-License-Identifier: Apache-2.0

/// A feed that the user subscribed to, with everything that fetching it needs.
package struct FeedSource: Sendable, Hashable, Identifiable {
  /// The version of HTTP to speak.
  package enum HTTPVersion: String, Sendable, Hashable, CaseIterable {
    /// HTTP/2 where TLS offers it, else HTTP/1.1.
    case auto
    case one = "1.1"
    case two = "2"
  }

  /// A request header.
  package struct Header: Sendable, Hashable {
    package let name: String
    package let value: String
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The identity of the feed: its address may change, its history stays.
  package let id: String
  /// http or https, without user name and password.
  package var url: String
  package var title: String?
  /// The primary subtag of a language; `nil` is decided by each text.
  package var language: String?
  /// Time between fetches; `nil` follows what the feed does.
  package var interval: Duration?
  /// Limit of a whole fetch.
  package var timeout: Duration = .seconds(30)
  package var maxItems = 5000
  /// Bytes after decompression.
  package var maxSize = 32 << 20
  package var headers: [Header] = []
  package var cookie: String?
  package var userAgent: String?
  package var username: String?
  package var password: String?
  /// A proxy's URL; empty goes without one whatever the environment says; `nil` obeys that.
  package var proxy: String?
  package var http: HTTPVersion = .auto
  /// The topics to try; none means all.
  package var topics: [String] = []
  package var enabled = true
  package var verifyTLS = true
  /// Whether loopback, private and link-local addresses may be reached.
  package var allowPrivate = false
  package var note: String?
  /// Where the section stands, counted from 1.
  package let line: Int

  package init(id: String, url: String, line: Int = 0) {
    self.id = id
    self.url = url
    self.line = line
  }

  /// A feed that begins with the settings of `defaults`, but for its address.
  init(id: String, line: Int, defaults: FeedSource) {
    self.init(id: id, url: "", line: line)
    title = defaults.title
    language = defaults.language
    interval = defaults.interval
    timeout = defaults.timeout
    maxItems = defaults.maxItems
    maxSize = defaults.maxSize
    userAgent = defaults.userAgent
    http = defaults.http
    topics = defaults.topics
    enabled = defaults.enabled
    verifyTLS = defaults.verifyTLS
    allowPrivate = defaults.allowPrivate
    note = defaults.note
  }
}
