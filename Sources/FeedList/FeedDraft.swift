// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// A section `[feed ID]` or `[defaults]` while it is read.
///
/// Values that may hold secrets stay pieces of the file until it is known whether an enabled feed
/// uses them.
struct FeedDraft {
  static let keys = [
    "url", "title", "language", "interval", "timeout", "max-items", "max-size", "header", "cookie",
    "user-agent", "username", "password", "proxy", "http", "topic", "enabled", "verify-tls",
    "allow-private", "note",
  ]

  /// A header whose value may still name a secret.
  struct Header {
    let name: String
    let value: SectionedFile.Piece
  }

  var source: FeedSource
  var headers: [Header] = []
  var cookie: SectionedFile.Piece?
  var username: SectionedFile.Piece?
  var password: SectionedFile.Piece?
  var proxy: SectionedFile.Piece?

  init(_ source: FeedSource) { self.source = source }

  /// A feed that begins with what `defaults` says.
  init(id: String, line: Int, defaults: FeedDraft) {
    self = defaults
    source = FeedSource(id: id, line: line, defaults: defaults.source)
  }

  /// Takes over what the section says.
  mutating func read(_ reader: inout SectionReader) {
    if let value = reader.url("url") { source.url = value }
    if let value = reader.plain("title") { source.title = value }
    if let value = reader.language("language") { source.language = value }
    let day = Duration.seconds(86_400)
    if let value = reader.duration("interval", .seconds(60)...(day * 30), allowsAuto: true) {
      source.interval = value
    }
    if let value = reader.duration("timeout", .seconds(1)...(.seconds(600))), let value {
      source.timeout = value
    }
    if let value = reader.count("max-items", 1...1_000_000) { source.maxItems = value }
    if let value = reader.size("max-size", 1024...1 << 30) { source.maxSize = value }
    if let value = reader.plain("user-agent") { source.userAgent = value }
    if let value = reader.choice("http", among: FeedSource.HTTPVersion.allCases.map(\.rawValue)) {
      source.http = FeedSource.HTTPVersion(rawValue: value) ?? .auto
    }
    if let value = reader.flag("enabled") { source.enabled = value }
    if let value = reader.flag("verify-tls") { source.verifyTLS = value }
    if let value = reader.flag("allow-private") { source.allowPrivate = value }
    if let value = reader.plain("note") { source.note = value }
    readTopics(&reader)
    readHeaders(&reader)
    readSecrets(&reader)
    if !source.verifyTLS, let piece = reader.text("verify-tls") {
      reader.complain(
        piece,
        "nobody checks who answers for \(reader.section.header.text)",
        severity: .warning
      )
    }
  }

  private mutating func readTopics(_ reader: inout SectionReader) {
    let pairs = reader.section.pairs("topic").filter { !$0.value.text.isEmpty }
    guard !pairs.isEmpty else { return }
    source.topics = []
    for pair in pairs {
      for piece in pair.value.pieces(separatedBy: ",") {
        guard ValueForms.isID(piece.text) else {
          reader.complain(
            piece,
            "\"\(piece.text)\" is not the id of a topic",
            suggest: ValueForms.id(from: piece.text)
          )
          continue
        }
        if !source.topics.contains(piece.text) { source.topics.append(piece.text) }
      }
    }
  }

  private mutating func readHeaders(_ reader: inout SectionReader) {
    var own: [Header] = []
    for pair in reader.section.pairs("header") where !pair.value.text.isEmpty {
      if let header = FeedDraft.header(pair.value, &reader) { own.append(header) }
    }
    let names = Set(own.map { $0.name.lowercased() })
    headers = headers.filter { !names.contains($0.name.lowercased()) } + own
  }

  private static func header(
    _ piece: SectionedFile.Piece,
    _ reader: inout SectionReader
  ) -> Header? {
    guard let colon = piece.text.firstIndex(of: ":") else {
      reader.complain(piece, "a header is written \"Name: value\"")
      return nil
    }
    let name = piece.piece(piece.text[..<colon])
    guard ValueForms.isToken(name.text) else {
      reader.complain(name, "\"\(name.text)\" is not the name of a header")
      return nil
    }
    let value = piece.piece(
      piece.text[piece.text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    )
    let lower = name.text.lowercased()
    if let reason = reserved[lower] {
      reader.complain(name, "the header \(name.text) \(reason)")
      return nil
    }
    if isSecretName(lower), !Secrets.isReference(value.text) {
      reader.complain(
        value.text.isEmpty ? name : value,
        "\(name.text) holds a secret; write ${env:NAME} or ${file:PATH} instead of it"
      )
      return nil
    }
    return Header(name: name.text, value: value)
  }

  /// Headers that we or the protocol set.
  private static let reserved = [
    "host": "comes from the url", "content-length": "has no place in a request for a feed",
    "transfer-encoding": "has no place in a request for a feed", "connection": "is the library's",
    "te": "is the library's", "upgrade": "is the library's", "keep-alive": "is the library's",
    "trailer": "is the library's", "expect": "is the library's",
    "proxy-connection": "is the library's", "proxy-authorization": "belongs in the key proxy",
    "accept-encoding": "is the library's", "range": "would cut the feed",
    "if-none-match": "comes from the store", "if-modified-since": "comes from the store",
    "cookie": "has a key of its own: cookie", "user-agent": "has a key of its own: user-agent",
  ]

  private static func isSecretName(_ name: String) -> Bool {
    name.split(separator: "-").contains { word in
      ["authorization", "token", "key", "apikey", "secret", "password", "auth", "session"]
        .contains(word)
    } || name.hasSuffix("token") || name.hasSuffix("apikey")
  }

  private mutating func readSecrets(_ reader: inout SectionReader) {
    if let piece = reader.text("cookie") {
      cookie = piece
      if !Secrets.isReference(piece.text) {
        reader.complain(
          piece,
          "a cookie that proves who you are belongs in ${env:NAME} or ${file:PATH}",
          severity: .warning
        )
      }
    }
    if let piece = reader.text("username") { username = piece }
    if let piece = reader.text("password") {
      password = piece
      if !Secrets.isReference(piece.text) {
        reader.complain(piece, "a password is written ${env:NAME} or ${file:PATH}, never itself")
        password = nil
      }
    }
    if let piece = reader.text("proxy") {
      proxy = FeedDraft.isGoodProxy(piece, &reader) ? piece : nil
    }
  }

  private static func isGoodProxy(
    _ piece: SectionedFile.Piece,
    _ reader: inout SectionReader
  ) -> Bool {
    if piece.text == "none" { return true }
    do throws(ConfiguredAddress.Refusal) {
      // References are checked with a placeholder; what they stand for is checked when it is known.
      let text = Secrets.isReference(piece.text) ? placeholder(piece.text) : piece.text
      guard let text else { return true }
      let address = try ConfiguredAddress(
        text,
        schemes: ["http", "https", "socks4a", "socks5", "socks5h"]
      )
      guard let user = address.userinfo, user.contains(":"), !Secrets.isReference(piece.text) else {
        return true
      }
      reader.complain(piece, "the password of a proxy is written ${env:NAME} or ${file:PATH}")
    } catch {
      let list = "http, https, socks5 or socks5h"
      reader.complain(
        piece,
        "\(error.message); a proxy is none or a URL with \(list)",
        suggest: piece.text.contains("://") ? nil : "http://" + piece.text
      )
    }
    return false
  }

  /// The text with each reference replaced by a letter; `nil` when one stands where a scheme would.
  private static func placeholder(_ text: String) -> String? {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${") {
      result += rest[..<open.lowerBound] + "x"
      guard let close = rest[open.upperBound...].firstIndex(of: "}") else { return nil }
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    return result.contains("://") ? result : nil
  }

  /// The finished feed, its secrets filled in if it is enabled.
  ///
  /// - Parameter resolve: Gives the text that a piece stands for, or notes a fault and gives `nil`.
  /// - Returns: The feed; without a value whose secret is missing.
  func finished(_ resolve: (SectionedFile.Piece) -> String?) -> FeedSource {
    var feed = source
    if proxy?.text == "none" { feed.proxy = "" }
    guard feed.enabled else { return feed }
    feed.headers = headers.compactMap { header in
      resolve(header.value).map { FeedSource.Header(name: header.name, value: $0) }
    }
    feed.cookie = cookie.flatMap(resolve)
    feed.username = username.flatMap(resolve)
    feed.password = password.flatMap(resolve)
    if let proxy, proxy.text != "none" { feed.proxy = resolve(proxy) }
    return feed
  }
}
