// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Why there is no answer.
///
/// No text in it holds a user name, a password, a cookie or a header of ours.
package enum FetchError: Error, Hashable, Sendable {
  /// What was going on when the time was up.
  package enum Phase: String, Sendable, Hashable {
    case dns, connect, tls, answer, body
  }

  /// Why no connection came about.
  package enum ConnectReason: String, Sendable, Hashable {
    case refused, unreachable, other
  }

  /// Why a redirect is not followed.
  package enum RedirectReason: String, Sendable, Hashable {
    /// Neither http nor https.
    case scheme
    /// From https to http.
    case downgrade
    /// With a user name in the address.
    case userinfo
    /// Not an address at all.
    case malformed
  }

  case badURL(String)
  case dns(host: String)
  case connect(host: String, ConnectReason)
  case tls(host: String, String)
  case timedOut(Phase)
  case tooSlow
  /// Bytes after decompression.
  case tooLarge(limit: Int)
  case headersTooLarge(limit: Int)
  case tooManyRedirects(limit: Int)
  case redirectRefused(url: String, RedirectReason)
  case addressRefused(String)
  case truncated
  case encoding
  /// 304 to a question without validators.
  case unaskedNotModified
  /// Bytes that are no HTTP.
  case malformedAnswer(String)
  /// The connection was closed without a byte.
  case emptyAnswer
  case proxy(String)
  /// Anything else, with libcurl's number and words.
  case transfer(code: Int, String)
  case cancelled

  /// Stable: it reaches the database and the command line.
  package var code: String {
    switch self {
    case .badURL: "bad-url"
    case .dns: "dns"
    case .connect(_, .refused): "connection-refused"
    case .connect(_, .unreachable): "unreachable"
    case .connect: "connect"
    case .tls: "tls"
    case .timedOut: "timeout"
    case .tooSlow: "too-slow"
    case .tooLarge: "too-large"
    case .headersTooLarge: "headers-too-large"
    case .tooManyRedirects: "too-many-redirects"
    case .redirectRefused: "redirect-refused"
    case .addressRefused: "address-refused"
    case .truncated: "truncated"
    case .encoding: "encoding"
    case .unaskedNotModified: "unasked-304"
    case .malformedAnswer: "malformed-answer"
    case .emptyAnswer: "empty-answer"
    case .proxy: "proxy"
    case .transfer: "transfer"
    case .cancelled: "cancelled"
    }
  }

  /// What failed and why, without a full stop.
  package var sentence: String {
    switch self {
    case .badURL(let why): "the address cannot be used: \(why)"
    case .dns(let host): "the name \(host) cannot be resolved"
    case .connect(let host, .refused): "\(host) refused the connection"
    case .connect(let host, .unreachable): "there is no route to \(host)"
    case .connect(let host, .other): "no connection to \(host)"
    case .tls(let host, let why): "no secure connection to \(host): \(why)"
    case .timedOut(let phase): FetchError.timeoutSentence(phase)
    case .tooSlow: "the server sent too slowly and was given up"
    case .tooLarge(let limit): "the answer is larger than \(FetchError.size(limit))"
    case .headersTooLarge(let limit):
      "the headers of the answer are larger than \(FetchError.size(limit))"
    case .tooManyRedirects(let limit): "more than \(limit) redirects"
    case .redirectRefused(let url, .scheme):
      "a redirect to \(Redaction.address(url)), which is neither http nor https"
    case .redirectRefused(let url, .downgrade):
      "a redirect from https to the unencrypted \(Redaction.address(url))"
    case .redirectRefused(_, .userinfo): "a redirect to an address with a user name in it"
    case .redirectRefused(let url, .malformed):
      "a redirect to \"\(Redaction.address(url))\", which is not an address"
    case .addressRefused(let address): "\(address) is a private or special address"
    case .truncated: "the connection ended before the answer did"
    case .encoding: "the answer cannot be decompressed"
    case .unaskedNotModified: "the server says \"not modified\" though nothing was asked for"
    case .malformedAnswer(let why): "the answer is not HTTP: \(why)"
    case .emptyAnswer: "the server closed the connection without an answer"
    case .proxy(let why): "the proxy failed: \(why)"
    case .transfer(let code, let text): "the transfer failed (\(code)): \(text)"
    case .cancelled: "the fetch was cancelled"
    }
  }

  /// What the user may try, without a full stop.
  package var advice: String {
    switch self {
    case .badURL: "correct the key url of the feed"
    case .dns: "check the spelling of the name and the resolver; the outlet may have moved"
    case .connect, .emptyAnswer: "try the address in a browser; the server may be down for a while"
    case .tls: "check the clock and the CA certificates; verify-tls = no is the last resort"
    case .timedOut, .tooSlow: "raise timeout, or wait: the server may be overloaded"
    case .tooLarge: "raise max-size if the feed is really that large"
    case .headersTooLarge, .malformedAnswer: "try http = 1.1; else the publisher has to repair it"
    case .tooManyRedirects:
      "try the address in a browser and take the last one; it may need a cookie"
    case .redirectRefused: "find the feed's new address with rasad feeds discover"
    case .addressRefused: "allow-private = yes lets this feed reach such addresses"
    case .truncated, .encoding: "nothing was stored; the next fetch tries again"
    case .unaskedNotModified: "the next fetch asks again; report it to the publisher if it stays"
    case .proxy: "check the key proxy and the variables https_proxy, all_proxy and no_proxy"
    case .transfer: "rasad feeds check -v shows the exchange"
    case .cancelled: "run again"
    }
  }

  /// Whether the network on our side may be to blame rather than the feed.
  package var concernsNetwork: Bool {
    switch self {
    case .dns, .connect, .timedOut(.dns), .timedOut(.connect), .proxy: true
    default: false
    }
  }

  private static func timeoutSentence(_ phase: Phase) -> String {
    switch phase {
    case .dns: "resolving the name took too long"
    case .connect: "connecting took too long"
    case .tls: "the TLS handshake took too long"
    case .answer: "the server did not answer in time"
    case .body: "the answer did not end in time"
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 && bytes % (1 << 20) == 0
      ? "\(bytes >> 20) MiB" : bytes >= 1024 ? "\(bytes >> 10) KiB" : "\(bytes) bytes"
  }
}
