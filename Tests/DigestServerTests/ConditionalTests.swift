// SPDX-License-Identifier: Apache-2.0
import RasadTestSupport
import Testing

@testable import DigestServer

/// Validators, codings and parts, seen from the wire.
struct ConditionalTests {
  private let digest: ServerFixture

  init() throws { digest = try ServerFixture() }

  @Test func `a file comes with a strong tag, a date and all security fields`() throws {
    let answer = try #require(digest.get("/digest.atom"))
    #expect(answer.status == 200 && answer.text == ServerFixture.feed(["a", "b"]))
    #expect(answer["content-type"] == "application/atom+xml; charset=utf-8")
    let tag = try #require(answer["etag"])
    #expect(tag.hasPrefix("\"") && tag.count == 28)
    #expect(HTTPDate.seconds(answer["last-modified"] ?? "") != nil)
    #expect(answer["cache-control"] == "max-age=300")
    #expect(answer["vary"]?.contains("A-IM") == true)
    #expect(answer["x-content-type-options"] == "nosniff")
    #expect(answer["x-frame-options"] == "DENY")
    #expect(answer["referrer-policy"] == "no-referrer")
    #expect(answer["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
  }

  @Test func `a tag is the same after a restart and another after a change`() throws {
    let tag = digest.get("/digest.atom")?["etag"]
    let other = try ServerFixture()
    #expect(tag != nil && other.get("/digest.atom")?["etag"] == tag)
    try digest.folder.write(ServerFixture.feed(["a", "b", "c"]), to: "digest.atom")
    let changed = try #require(digest.get("/digest.atom"))
    #expect(changed["etag"] != tag && changed.text.contains("words of c"))
  }

  @Test(arguments: [
    ("TAG", 304), ("W/TAG", 304), ("\"x\", W/\"y,z\" ,TAG", 304), ("*", 304), ("\"x\"", 200),
    ("TAG-gz", 200), ("garbage", 200), ("\"unterminated", 200),
  ])
  func `If-None-Match is a list, compared weakly`(value: String, status: Int) throws {
    let tag = try #require(digest.get("/index.html")?["etag"])
    let sent = value.replacing("TAG-gz", with: tag.dropLast() + "-gz\"").replacing("TAG", with: tag)
    let answer = try #require(digest.get("/index.html", "If-None-Match: \(sent)"))
    #expect(answer.status == status)
    #expect(answer["etag"] == tag)
    #expect(answer.body.isEmpty == (status == 304))
  }

  @Test func `the date counts only without a tag`() throws {
    let date = try #require(digest.get("/index.html")?["last-modified"])
    #expect(digest.get("/index.html", "If-Modified-Since: \(date)")?.status == 304)
    let old = "Sunday, 06-Nov-94 08:49:37 GMT"
    #expect(digest.get("/index.html", "If-Modified-Since: \(old)")?.status == 200)
    #expect(digest.get("/index.html", "If-Modified-Since: yesterday")?.status == 200)
    let both = digest.get("/index.html", "If-Modified-Since: \(date)", "If-None-Match: \"x\"")
    #expect(both?.status == 200)
  }

  @Test(arguments: [
    ("gzip", true), ("br, gzip;q=0.5", true), ("*", true), ("x-gzip", true), ("GZIP", true),
    ("gzip;q=0", false), ("*;q=0", false), ("gzip;q=0, *", false), ("br", false), ("", false),
    ("gzip;q=x", false), ("gzip; q=0.001", true),
  ])
  func `gzip is sent to those who take it, with a tag of its own`(value: String, isGzip: Bool)
    throws
  {
    let plain = try #require(digest.get("/index.html"))
    let answer = try #require(digest.get("/index.html", "Accept-Encoding: \(value)"))
    #expect((answer["content-encoding"] == "gzip") == isGzip)
    #expect((answer["etag"] != plain["etag"]) == isGzip)
    #expect((answer.body.count < plain.body.count) == isGzip)
    #expect(answer["vary"] == "Accept-Encoding")
    if isGzip, let tag = answer["etag"] {
      let again = digest.get("/index.html", "Accept-Encoding: gzip", "If-None-Match: \(tag)")
      #expect(again?.status == 304 && again?["etag"] == tag)
    }
  }

  @Test func `HEAD says what GET would, without the body`() throws {
    let get = try #require(digest.get("/digest.atom"))
    let head = try #require(digest.request("HEAD", "/digest.atom"))
    #expect(head.status == 200 && head.body.isEmpty)
    for name in ["etag", "content-length", "content-type", "last-modified"] {
      #expect(head[name] == get[name] && get[name] != nil)
    }
  }

  @Test func `a client that asks for it gets only the entries that it lacks`() throws {
    let first = try #require(digest.get("/digest.atom", "A-IM: feed"))
    #expect(first.status == 200)
    let tag = try #require(first["etag"])
    try digest.folder.write(ServerFixture.feed(["c", "b, changed", "a"]), to: "digest.atom")
    let part = try #require(
      digest.get("/digest.atom", "A-IM: gzip, feed", "If-None-Match: \(tag)")
    )
    #expect(part.status == 226 && part["im"] == "feed")
    #expect(part["cache-control"] == "no-store, im")
    #expect(part.text.contains("words of c") && part.text.contains("words of b, changed"))
    #expect(!part.text.contains("words of a") && part.text.hasSuffix("</entry>\n</feed>\n"))
    let whole = digest.get("/digest.atom")
    #expect(part["etag"] == whole?["etag"])
    let now = try #require(part["etag"])
    #expect(digest.get("/digest.atom", "A-IM: feed", "If-None-Match: \(now)")?.status == 304)
    #expect(digest.get("/digest.atom", "If-None-Match: \(tag)")?.status == 200)
    #expect(digest.get("/digest.atom", "A-IM: feed;q=0", "If-None-Match: \(tag)")?.status == 200)
    #expect(digest.get("/digest.atom", "A-IM: vcdiff", "If-None-Match: \(tag)")?.status == 200)
    #expect(digest.get("/digest.atom", "A-IM: feed", "If-None-Match: \"old\"")?.status == 200)
    let packed = try #require(
      digest.get("/digest.atom", "A-IM: feed", "If-None-Match: \(tag)", "Accept-Encoding: gzip")
    )
    #expect(packed.status == 226 && packed["content-encoding"] == "gzip")
    #expect(packed["etag"] == now.dropLast() + "-gz\"")
  }

  @Test func `a feed that only lost entries comes as a part without any`() throws {
    let tag = try #require(digest.get("/digest.atom")?["etag"])
    try digest.folder.write(ServerFixture.feed(["b"]), to: "digest.atom")
    let part = try #require(digest.get("/digest.atom", "A-IM: feed", "If-None-Match: \(tag)"))
    #expect(part.status == 226 && !part.text.contains("<entry"))
    #expect(part.text.contains("<id>tag:x,2026:digest</id>"))
  }

  @Test func `what is not in our writer's form is sent whole`() {
    for text in ["", "<feed>", "<feed>\n<entry >\n</feed>\n", "<feed>\n</entry>\n</feed>\n"] {
      #expect(FeedDelta(Array(text.utf8)) == nil)
    }
    let gap = ServerFixture.feed(["a", "b"]).replacing(
      "</entry>\n<entry",
      with: "</entry>\n\n<entry"
    )
    #expect(FeedDelta(Array(gap.utf8)) == nil)
    #expect(FeedDelta(Array(ServerFixture.feed([]).utf8))?.document(without: []) == nil)
  }

  @Test func `a browser is led to the page, a reader gets the feed`() throws {
    let firefox = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    let answer = try #require(digest.get("/digest.atom", firefox))
    #expect(answer.status == 302 && answer["location"] == "/index.html")
    let topic = digest.get("/topic/spectrum.atom", "Accept: */*", "Sec-Fetch-Dest: document")
    #expect(topic?.status == 302 && topic?["location"] == "/topic/spectrum.html")
    #expect(digest.get("/digest.atom", firefox, "Sec-Fetch-Dest: empty")?.status == 200)
    let reader = "Accept: application/atom+xml, text/html;q=0.5, */*;q=0.1"
    #expect(digest.get("/digest.atom", reader)?.status == 200)
    #expect(digest.get("/digest.atom", "Accept: */*")?.status == 200)
    #expect(digest.get("/index.html", firefox)?.status == 200)
  }

  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
    ("Sun Nov  6 08:49:37 1994", 784_111_777),
  ])
  func `all three forms of a date are read`(text: String, seconds: Int) {
    #expect(HTTPDate.seconds(text) == seconds)
    #expect(HTTPDate.text(seconds) == "Sun, 06 Nov 1994 08:49:37 GMT")
    for wrong in ["", "0", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT", "-1"] {
      #expect(HTTPDate.seconds(wrong) == nil)
    }
  }
}
