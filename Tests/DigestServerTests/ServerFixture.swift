// SPDX-License-Identifier: Apache-2.0
import RasadTestSupport

@testable import DigestServer

/// A small digest in a folder, and a server of it.
final class ServerFixture {
  let folder: Folder
  let server: HTTPServer

  init(_ change: (inout HTTPServerSettings) -> Void = { _ in }) throws {
    folder = try Folder()
    try folder.write("<!DOCTYPE html>\n<title>all</title>\n" + padding, to: "index.html")
    try folder.write("<!DOCTYPE html>\n<title>topic</title>\n", to: "topic/spectrum.html")
    try folder.write(ServerFixture.feed(["a", "b"]), to: "digest.atom")
    try folder.write(ServerFixture.feed(["a"]), to: "topic/spectrum.atom")
    try folder.write("secret", to: "private.html")
    var settings = HTTPServerSettings()
    settings.port = 0
    change(&settings)
    server = try HTTPServer(settings, responder: ServerFixture.responder(folder.path))
  }

  deinit { server.stop() }

  private let padding = String(
    repeating: "<p>One line that is much like the next.</p>\n",
    count: 60
  )

  static func responder(_ folder: String) -> Responder {
    Responder(site: site(folder), hosts: HostPolicy(names: ["digest.example"]))
  }

  static func site(_ folder: String) -> DigestSite {
    DigestSite(
      folder: folder,
      allows: { $0 != "private.html" },
      pagePolicy: "default-src 'none'",
      search: { query in .init(bytes: Array("<p>searched: \(query ?? "nothing")</p>".utf8)) },
      notice: { title, sentence in Array("<h1>\(title)</h1><p>\(sentence)</p>".utf8) },
      health: { .init(status: 503, bytes: Array("{\"status\":\"stale\"}".utf8)) },
      metrics: { .init(bytes: Array("open \($0.connections)\n".utf8)) }
    )
  }

  /// A feed as the writer forms it, with an entry for each name.
  static func feed(_ names: [String]) -> String {
    let entries = names.map { name in
      "<entry xml:lang=\"en\">\n<id>tag:x,2026:story/\(name.prefix(1))</id>\n<title>\(name)</title>\n"
        + "<summary>\(String(repeating: "words of \(name) ", count: 40))</summary>\n</entry>\n"
    }
    return
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
      + "<id>tag:x,2026:digest</id>\n\(entries.joined())</feed>\n"
  }

  /// Sends a GET with these lines and returns the answer.
  func get(_ target: String, _ lines: String...) -> RawClient.Answer? {
    request("GET", target, lines)
  }

  func request(_ method: String, _ target: String, _ lines: [String] = []) -> RawClient.Answer? {
    guard let client = RawClient(port: server.port) else { return nil }
    let host = lines.contains { $0.lowercased().hasPrefix("host:") } ? [] : ["Host: localhost"]
    client.send(
      (["\(method) \(target) HTTP/1.1"] + host + lines).joined(separator: "\r\n") + "\r\n\r\n"
    )
    return client.answer(isHead: method == "HEAD")
  }
}
