// SPDX-License-Identifier: Apache-2.0

/// From a request to an answer: no socket, no clock, so every rule can be tested by itself.
package struct Responder: Sendable {
  private let site: DigestSite
  private let hosts: HostPolicy
  private let files: FileTable

  package init(site: DigestSite, hosts: HostPolicy) {
    self.site = site
    self.hosts = hosts
    files = FileTable(folder: site.folder, allows: site.allows, finish: site.finish)
  }

  /// Whether the request announces a body.
  ///
  /// None that we answer has one, and where it would end may be told in ways that disagree: such a
  /// connection is closed.
  static func hasBody(_ request: HTTPRequest) -> Bool {
    !request.values("transfer-encoding").isEmpty
      || request.values("content-length").contains { $0 != "0" }
  }

  /// - Parameters:
  ///   - request: What was asked.
  ///   - figures: For `/metrics`.
  /// - Returns: The answer; for `HEAD` with the body that `GET` would have, which is not sent.
  package func response(to request: HTTPRequest, figures: ServerFigures) -> HTTPResponse {
    var response = answer(to: request, figures)
    let isPage = response.value("content-type")?.hasPrefix("text/html") == true
    // Feeds are opened in a browser with a style sheet that lies beside them.
    let policy =
      isPage
      ? site.pagePolicy + "; frame-ancestors 'none'"
      : "default-src 'none'; style-src 'self'; frame-ancestors 'none'"
    response.fields += [
      ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
      ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    return response
  }

  private func answer(to request: HTTPRequest, _ figures: ServerFigures) -> HTTPResponse {
    if let refusal = refusal(of: request) { return refusal }
    guard let target = RequestTarget(request.target) else {
      return notice(400, "Bad request", "The address of this request cannot be read.")
    }
    if let authority = target.authority, !hosts.accepts(authority) { return misdirected }
    switch target.path {
    case "/": return file("index.html", request)
    // Asked for by readers, whatever the feed names as its icon.
    case "/favicon.ico": return file("icon.svg", request)
    case "/search":
      let answer = site.search(target.parameter("q"))
      return dynamic(answer, "text/html; charset=utf-8", request)
    case "/health": return dynamic(site.health(), "application/json", request)
    case "/metrics":
      return dynamic(site.metrics(figures), "text/plain; version=0.0.4; charset=utf-8", request)
    default: return file(String(target.path.dropFirst()), request)
    }
  }

  /// What is wrong with a request before its address is looked at.
  private func refusal(of request: HTTPRequest) -> HTTPResponse? {
    if Responder.hasBody(request) {
      return notice(400, "Bad request", "Requests to this server have no body.")
    }
    let isClean = request.fields.allSatisfy { field in
      field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    }
    let given = request.values("host")
    guard isClean, given.count <= 1 else {
      return notice(400, "Bad request", "A field of this request cannot be read.")
    }
    if let host = given.first, !hosts.accepts(host) { return misdirected }
    guard request.method == "GET" || request.method == "HEAD" else {
      var response = notice(405, "Not allowed", "Everything here can only be read.")
      response.fields.append(("Allow", "GET, HEAD"))
      return response
    }
    guard request.target.utf8.count <= RequestTarget.limit else {
      return notice(414, "Too long", "The address of this request is too long.")
    }
    return nil
  }

  private var misdirected: HTTPResponse {
    notice(
      421,
      "Another name",
      "This server does not answer to the name that was asked for. Start it with --host NAME if it should."
    )
  }

  private func notice(_ status: Int, _ title: String, _ sentence: String) -> HTTPResponse {
    var response = HTTPResponse(
      status: status,
      fields: [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")],
      body: SharedBytes(site.notice(title, sentence))
    )
    // Akregator leaves the body of such an answer unread, and takes it for the next one on the connection.
    response.closes = true
    return response
  }

  /// What is made anew for each request; nobody keeps it.
  private func dynamic(
    _ answer: DigestSite.Answer,
    _ type: String,
    _ request: HTTPRequest
  ) -> HTTPResponse {
    var response = HTTPResponse(
      status: answer.status,
      fields: [
        ("Content-Type", type), ("Cache-Control", "no-store"), ("Vary", "Accept-Encoding"),
      ],
      body: SharedBytes(answer.bytes)
    )
    compress(&response, answer.bytes, request)
    return response
  }

  private func compress(_ response: inout HTTPResponse, _ bytes: [UInt8], _ request: HTTPRequest) {
    guard Negotiation.takesGzip(request), let small = Gzip.compressed(bytes) else { return }
    response.body = SharedBytes(small)
    response.fields.append(("Content-Encoding", "gzip"))
  }
}

extension Responder {
  /// A file of the digest, or what stands for it: a redirect, a 304, only the new entries.
  private func file(_ path: String, _ request: HTTPRequest) -> HTTPResponse {
    guard let file = files.file(path) else {
      if path == "index.html" {
        return notice(503, "No digest yet", "There is no digest yet; rasad run makes one.")
      }
      return notice(404, "Not found", "There is no such page in this digest.")
    }
    let isFeed = path.hasSuffix(".atom")
    if isFeed, Negotiation.isBrowser(request) { return page(of: path) }
    let body = Negotiation.takesGzip(request) ? file.gzip : nil
    let tag = "\"\(file.tag)\(body == nil ? "" : "-gz")\""
    var fields: [HTTPRequest.Field] = [
      ("ETag", tag), ("Last-Modified", HTTPDate.text(file.modified)),
      ("Cache-Control", "max-age=\(file.lifetime)"),
      ("Vary", isFeed ? "Accept-Encoding, A-IM, Accept, Sec-Fetch-Dest" : "Accept-Encoding"),
    ]
    let held = Negotiation.entityTags(request)
    if isUnchanged(file, tag, held: held, request) {
      return HTTPResponse(status: 304, fields: fields)
    }
    if let delta = delta(file, held: held, request) {
      return newEntries(delta, fields, tag: file.tag, request)
    }
    fields.append(("Content-Type", file.type))
    if body != nil { fields.append(("Content-Encoding", "gzip")) }
    return HTTPResponse(status: 200, fields: fields, body: body ?? file.body)
  }

  /// RFC 9110, 13.2.2: tags count, and only without any the date.
  private func isUnchanged(
    _ file: ServedFile,
    _ tag: String,
    held: [String],
    _ request: HTTPRequest
  ) -> Bool {
    if !request.values("if-none-match").isEmpty {
      return held.contains(tag) || held.contains("*")
    }
    guard let since = request.values("if-modified-since").first.flatMap(HTTPDate.seconds) else {
      return false
    }
    return file.modified <= since
  }

  /// The feed with only the entries that none of the versions `held` has, if that is less.
  private func delta(
    _ file: ServedFile,
    held: [String],
    _ request: HTTPRequest
  ) -> [UInt8]? {
    guard let feed = file.feed,
      request.list("a-im").contains(where: {
        let (name, weight) = Negotiation.weighed($0)
        return name == "feed" && weight > 0
      })
    else { return nil }
    for tag in held {
      var name = tag.dropFirst().dropLast()
      if name.hasSuffix("-gz") { name = name.dropLast(3) }
      // The same entries in another coding: the whole is what the client lacks.
      guard name != file.tag, let known = files.entries(of: file.path, tag: String(name)) else {
        continue
      }
      return feed.document(without: known)
    }
    return nil
  }

  /// 226 (RFC 3229): `ETag` is that of the whole, so that the next request can build on it.
  private func newEntries(
    _ bytes: [UInt8],
    _ given: [HTTPRequest.Field],
    tag: String,
    _ request: HTTPRequest
  ) -> HTTPResponse {
    var fields = given.filter { $0.name != "Cache-Control" && $0.name != "ETag" }
    fields += [
      // What does not know of instance manipulations must not take a part for the whole.
      ("Cache-Control", "no-store, im"), ("IM", "feed"),
      ("Content-Type", "application/atom+xml; charset=utf-8"),
    ]
    var response = HTTPResponse(status: 226, fields: fields, body: SharedBytes(bytes))
    compress(&response, bytes, request)
    let isCompressed = response.value("content-encoding") != nil
    response.fields.append(("ETag", "\"\(tag)\(isCompressed ? "-gz" : "")\""))
    return response
  }

  /// To the page that shows what the feed holds: browsers show feeds as source, or not at all.
  private func page(of feed: String) -> HTTPResponse {
    let page = feed.hasPrefix("topic/") ? String(feed.dropLast(5)) + ".html" : "index.html"
    let target = files.file(page) == nil ? "index.html" : page
    return HTTPResponse(
      status: 302,
      fields: [
        ("Location", "/" + target), ("Cache-Control", "no-store"),
        ("Vary", "Accept, Sec-Fetch-Dest"),
      ]
    )
  }
}
