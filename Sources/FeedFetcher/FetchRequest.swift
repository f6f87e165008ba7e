// SPDX-License-Identifier: Apache-2.0

/// One question to one server, with everything that goes into it.
package struct FetchRequest: Sendable {
  /// The version of HTTP to speak.
  package enum HTTPVersion: Sendable, Hashable {
    /// HTTP/2 where TLS offers it, else HTTP/1.1.
    case auto
    case one
    case two
  }

  /// The id of the feed; only for messages.
  package var feed: String
  /// http or https, without user name and password.
  package var url: String
  /// Sent back byte for byte as `If-None-Match`.
  package var etag: String?
  /// Sent back byte for byte as `If-Modified-Since`.
  package var lastModified: String?
  /// For the origin of ``url`` only, like the cookie, the name and the password.
  package var headers: [(name: String, value: String)] = []
  package var cookie: String?
  package var userAgent: String
  package var username: String?
  package var password: String?
  /// A proxy's URL; empty goes without one; `nil` obeys the environment.
  package var proxy: String?
  package var http: HTTPVersion = .auto
  package var verifyTLS = true
  /// Whether loopback, private and link-local addresses may be reached.
  package var allowPrivate = false
  package var connectTimeout: Duration = .seconds(10)
  /// For the whole fetch, redirects included; time spent waiting for a free place does not count.
  package var timeout: Duration = .seconds(30)
  /// Bytes of the body after decompression.
  package var maxSize = 32 << 20

  package init(feed: String, url: String, userAgent: String = "Rasad/0") {
    self.feed = feed
    self.url = url
    self.userAgent = userAgent
  }
}
