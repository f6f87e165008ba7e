// SPDX-License-Identifier: Apache-2.0

/// A whole answer: a transfer that broke gives a ``FetchError`` instead.
package struct FetchResponse: Sendable {
  /// One step on the way to the answer.
  package struct Redirect: Sendable, Hashable {
    /// 301, 302, 303, 307 or 308.
    package let status: Int
    /// Where that answer pointed to.
    package let url: String

    package init(status: Int, url: String) {
      self.status = status
      self.url = url
    }
  }

  package let status: Int
  /// Of the last answer only, in its order.
  package let headers: [(name: String, value: String)]
  /// Without content encoding; empty after ``releaseBody()``.
  package private(set) var body: [UInt8]
  /// Bytes that the body has or had.
  package let bodyCount: Int
  /// The address that answered.
  package let effectiveURL: String
  package let redirects: [Redirect]
  /// `1.0`, `1.1`, `2` or `3`.
  package let httpVersion: String
  /// From the first connection to the last byte.
  package let elapsed: Duration
  /// Keeps the body's share of the memory for bodies until the last copy of the answer is gone.
  private(set) var reservation: MemoryBudget.Reservation?

  /// An answer from somewhere else than a server: a recording.
  package init(
    status: Int,
    headers: [(name: String, value: String)],
    body: [UInt8],
    effectiveURL: String,
    redirects: [Redirect] = [],
    httpVersion: String = "1.1",
    elapsed: Duration = .zero
  ) {
    self.init(
      status: status,
      headers: headers,
      body: body,
      effectiveURL: effectiveURL,
      redirects: redirects,
      httpVersion: httpVersion,
      elapsed: elapsed,
      reservation: nil
    )
  }

  init(
    status: Int,
    headers: [(name: String, value: String)],
    body: [UInt8],
    effectiveURL: String,
    redirects: [Redirect],
    httpVersion: String,
    elapsed: Duration,
    reservation: MemoryBudget.Reservation?
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    bodyCount = body.count
    self.effectiveURL = effectiveURL
    self.redirects = redirects
    self.httpVersion = httpVersion
    self.elapsed = elapsed
    self.reservation = reservation
  }

  /// Gives the body's memory back, once everything has been read from it.
  package mutating func releaseBody() {
    body = []
    reservation = nil
  }

  /// The value of the first header with this name, whatever its case.
  package func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }

  /// The validator `ETag` if it can be sent back as it came, weak ones included.
  package var etag: String? { validator("etag", limit: 4096) }
  /// The validator `Last-Modified` if it can be sent back as it came, in whatever form.
  package var lastModified: String? { validator("last-modified", limit: 256) }
  package var contentType: String? { header("content-type") }

  /// Seconds that the server asks to wait, counted from `now` (seconds since 1970).
  package func retryAfter(now: Int) -> Int? {
    header("retry-after").flatMap { RetryAfter.seconds($0, now: now) }
  }

  /// Seconds for which the server calls the answer fresh.
  package var maxAge: Int? {
    let all = headers.filter { $0.name.lowercased() == "cache-control" }.map(\.value)
    return all.isEmpty ? nil : CacheControl.maxAge(all.joined(separator: ","))
  }

  private func validator(_ name: String, limit: Int) -> String? {
    guard let value = header(name), !value.isEmpty, value.utf8.count <= limit,
      HeaderText.isSendable(value), !value.unicodeScalars.contains("\u{FFFD}")
    else { return nil }
    return value
  }
}

/// What may stand in a header that we send.
enum HeaderText {
  /// Whether `text` has no line end, no other control character and no NUL.
  static func isSendable(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 9 || ($0 >= 0x20 && $0 != 0x7F) }
  }

  /// A token of RFC 9110, 5.6.2.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
  }

  /// `text` without control characters and no longer than `limit` scalars, for messages.
  static func printable(_ text: String, limit: Int = 200) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(limit) {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
