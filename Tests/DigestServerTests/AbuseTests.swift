// SPDX-License-Identifier: Apache-2.0
import Glibc
import RasadTestSupport
import Testing

@testable import DigestServer

/// What must not be answered, and who must not be waited for.
struct AbuseTests {
  @Test(arguments: [
    "/../private.html", "/%2e%2e/private.html", "/topic/../private.html",
    "/topic%2f..%2fprivate.html",
    "/..%5cprivate.html", "//etc/passwd", "/etc/passwd", "/%2fetc/passwd",
    "/topic/%00spectrum.html",
    "/.hidden", "/topic/.hidden", "/private.html", "/topic", "/topic/", "/link.html", "/out/x.html",
    "/index.html/", "/index.html%20", "/a/b/c.html", "/%c0%ae%c0%ae/private.html", "/pipe.html",
    "/%F0%9F%92%A9", "/index.html;x", "/index.html%23", "/" + String(repeating: "a", count: 3000),
  ])
  func `nothing but the digest's own files can be had`(target: String) throws {
    let digest = try ServerFixture()
    try digest.folder.write("hidden", to: ".hidden")
    try digest.folder.write("hidden", to: "topic/.hidden")
    _ = unsafe symlink("/etc/passwd", digest.folder("link.html"))
    _ = unsafe symlink("/etc", digest.folder("out"))
    _ = unsafe mkfifo(digest.folder("pipe.html"), 0o600)
    let answer = try #require(digest.get(target))
    #expect(answer.status == 404 || answer.status == 400, "\(answer.status)")
    #expect(!answer.text.contains("root:") && !answer.text.contains("secret"))
  }

  @Test(arguments: [
    ("evil.example", 421), ("localhost", 200), ("LOCALHOST:8421", 200), ("127.0.0.1:99", 200),
    ("127.8.8.8", 200), ("[::1]:80", 200), ("digest.example:1", 200), ("a.localhost", 200),
    ("192.168.1.1", 421), ("127.0.0.1.evil.example", 421), ("127.0.0.1@evil", 421), ("", 421),
    ("localhost:evil", 421), ("[::2]", 421), ("0x7f.1", 421),
  ])
  func `a name that is not ours is refused`(host: String, status: Int) throws {
    let digest = try ServerFixture()
    #expect(digest.get("/index.html", "Host: \(host)")?.status == status)
    if !host.isEmpty {
      let absolute = digest.get("http://\(host)/index.html")?.status
      #expect(absolute == status || absolute == 400)
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "FOO"])
  func `everything but reading is refused`(method: String) throws {
    let digest = try ServerFixture()
    let answer = try #require(digest.request(method, "/index.html"))
    #expect(answer.status == 405 && answer["allow"] == "GET, HEAD")
  }

  /// Each is followed on the same connection by a request that a confused server would answer too.
  @Test(arguments: [
    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 0\r\n\r\nabcd",
    "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
    "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nA: b\rC: d\r\n\r\n",
    "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/3.7\r\nHost: localhost\r\n\r\n",
    "\u{16}\u{3}\u{1}\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nA: \(String(repeating: "a", count: 40_000))\r\n\r\n",
    "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: localhost\r\n\r\n",
  ])
  func `a request that can be read in two ways ends its connection`(request: String) throws {
    let digest = try ServerFixture()
    let client = try #require(RawClient(port: digest.server.port))
    client.send(request + "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let rest = try #require(client.rest(), "the connection was not closed")
    let text = String(decoding: rest, as: UTF8.self)
    #expect(!text.contains("HTTP/1.1 2") && !text.contains("stale"))
    #expect(text.ranges(of: "HTTP/1.1 ").count <= 2)
    #expect(digest.get("/index.html")?.status == 200)
  }

  @Test func `pipelined requests are answered one by one, in order`() throws {
    let digest = try ServerFixture()
    let client = try #require(RawClient(port: digest.server.port))
    let targets = ["/index.html", "/digest.atom", "/health", "/index.html"]
    client.send(targets.map { "GET \($0) HTTP/1.1\r\nHost: localhost\r\n\r\n" }.joined())
    let statuses = targets.map { _ in client.answer()?.status }
    #expect(statuses == [200, 200, 503, 200])
  }

  /// Akregator 5.22 does not read the page of a 404 (of an icon), and took it for the feed after it.
  @Test func `an answer that says no ends the connection`() throws {
    let digest = try ServerFixture()
    let client = try #require(RawClient(port: digest.server.port))
    client.send("GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let refusal = try #require(client.answer())
    #expect(refusal.status == 404 && refusal["connection"] == "close")
    #expect(client.rest() == [])
  }

  @Test func `readers that ask for the usual icon get ours`() throws {
    let digest = try ServerFixture()
    #expect(digest.get("/favicon.ico")?.status == 404)
    try digest.folder.write("<svg/>", to: "icon.svg")
    let icon = try #require(digest.get("/favicon.ico"))
    #expect(icon.text == "<svg/>" && icon["content-type"] == "image/svg+xml")
  }

  @Test func `a client that never ends its fields is cut, however often it sends a byte`() throws {
    let digest = try ServerFixture { $0.headerTime = .milliseconds(600) }
    let client = try #require(RawClient(port: digest.server.port))
    client.send("GET /index.html HTTP/1.1\r\nHost: localhost\r\n")
    let start = ContinuousClock.now
    // Ends when the server has closed: a send then fails.
    while client.send("A: b\r\n"), ContinuousClock.now - start < .seconds(8) { usleep(20_000) }
    #expect(ContinuousClock.now - start < .seconds(8))
    #expect(digest.server.figures.cut == 1)
    #expect(digest.get("/index.html")?.status == 200)
  }

  @Test func `a client that does not take its answer is cut`() throws {
    let digest = try ServerFixture {
      $0.answerTime = .milliseconds(300)
      $0.slowest = 1 << 30
    }
    let large = String(repeating: "<p>A long page that fills every buffer.</p>\n", count: 140_000)
    try digest.folder.write(large, to: "stats.html")
    let client = try #require(RawClient(port: digest.server.port, room: 4096))
    client.send("GET /stats.html HTTP/1.1\r\nHost: localhost\r\n\r\n")
    let start = ContinuousClock.now
    while digest.server.figures.cut == 0, ContinuousClock.now - start < .seconds(30) {
      usleep(20_000)
    }
    #expect(digest.server.figures.cut == 1)
    #expect((client.rest()?.count ?? 0) < large.utf8.count)
  }

  @Test func `an idle connection ends after its time`() throws {
    let digest = try ServerFixture { $0.idleTime = .milliseconds(300) }
    let client = try #require(RawClient(port: digest.server.port))
    client.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(client.answer()?.status == 503)
    #expect(client.rest()?.isEmpty == true)
  }

  @Test func `a thousand connections are held, and the next client is still answered`() throws {
    let digest = try ServerFixture()
    let clients = (0..<1000).compactMap { _ in RawClient(port: digest.server.port) }
    #expect(clients.count == 1000)
    for client in clients { client.send("GET /index.html HTTP/1.1\r\nHost: localhost\r\n") }
    #expect(digest.get("/index.html")?.status == 200)
    #expect(digest.server.figures.connections >= 1000)
    for client in clients { client.send("\r\n") }
    #expect(clients.allSatisfy { $0.answer()?.status == 200 })
  }

  @Test func `what is asked besides files is answered by those who know`() throws {
    let digest = try ServerFixture()
    let search = try #require(digest.get("/search?x=1&q=%D9%88%D8%B2%DB%8C%D8%B1+b%26"))
    #expect(search.status == 200 && search.text == "<p>searched: وزیر b&</p>")
    #expect(search["cache-control"] == "no-store")
    #expect(search["content-type"] == "text/html; charset=utf-8")
    #expect(digest.get("/search")?.text == "<p>searched: nothing</p>")
    #expect(digest.get("/search?q=%")?.text == "<p>searched: nothing</p>")
    let health = try #require(digest.get("/health"))
    #expect(health.status == 503 && health["content-type"] == "application/json")
    #expect(digest.get("/metrics")?["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
    #expect(digest.get("/")?.status == 200)
  }

  @Test func `it stops in order, and its port is free again`() throws {
    let digest = try ServerFixture()
    let port = digest.server.port
    let client = try #require(RawClient(port: port))
    digest.server.stop()
    #expect(client.rest() != nil)
    let again = try ServerFixture { $0.port = port }
    #expect(again.get("/index.html")?.status == 200)
  }

  @Test func `a port that is taken is told in words`() throws {
    let digest = try ServerFixture()
    let port = digest.server.port
    #expect(throws: HTTPServerError.self) { _ = try ServerFixture { $0.port = port } }
    #expect(throws: HTTPServerError.self) { _ = try ServerFixture { $0.address = "nowhere" } }
  }
}
