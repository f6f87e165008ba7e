// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
import Testing

private func response(
  _ status: Int,
  _ body: String = "",
  _ headers: [(name: String, value: String)] = []
) -> FetchResponse {
  FetchResponse(
    status: status,
    headers: headers,
    body: Array(body.utf8),
    effectiveURL: "https://a.example/"
  )
}

struct BotWallTests {
  @Test(arguments: [
    "<?xml version=\"1.0\"?><rss/>", "\u{FEFF} \r\n<rss version=\"2.0\">", "{\"version\":\"\"}",
    "<rdf:RDF>", "<FEED>",
    // A feed may write about walls as much as it likes.
    "<rss><title>Just a moment... /cdn-cgi/challenge-platform/</title></rss>",
  ])
  func `a feed is never a wall`(body: String) {
    #expect(PageKind.of(Array(body.utf8)) == .feed)
    #expect(BotWall.recognise(response(200, body)) == nil)
  }

  @Test(
    arguments: [
      (200, "<html><title>Just a moment...</title>", "Cloudflare"), (200, "<html>ArvanCloud", nil),
      (403, "<html><title>Attention Required! | Cloudflare</title>", "Cloudflare"),
      (403, "<html>blocked by ArvanCloud", "ArvanCloud"), (403, "<html>no", nil), (304, "", nil),
      (200, "<!DOCTYPE html><title>Login</title>", nil),
    ] as [(Int, String, String?)]
  )
  func `pages give walls away`(status: Int, body: String, service: String?) {
    #expect(BotWall.recognise(response(status, body))?.service == service)
  }

  @Test func `headers give walls away`() {
    let challenge = response(403, "", [("CF-Mitigated", "challenge")])
    #expect(BotWall.recognise(challenge)?.service == "Cloudflare")
    let waiting = response(202, "", [("x-amzn-waf-action", "challenge")])
    #expect(BotWall.recognise(waiting)?.service == "AWS WAF")
    #expect(BotWall.recognise(response(403, "", [("Server", "cloudflare")])) == nil)
  }

  @Test(arguments: [
    (" \r\n", PageKind.empty), ("<!DOCTYPE html>", .html), ("<?xml?><html xmlns=\"\">", .html),
    ("junk", .other),
  ])
  func `a body shows its kind`(body: String, kind: PageKind) {
    #expect(PageKind.of(Array(body.utf8)) == kind)
  }

  @Test func `validators that cannot be sent back are not kept`() {
    func etag(_ value: String) -> String? { response(200, "", [("ETag", value)]).etag }
    #expect(etag("W/\"a;b\"") == "W/\"a;b\"")
    #expect(etag("\"a\u{1B}[31m\"") == nil)
    #expect(etag(String(repeating: "e", count: 16_384)) == nil)
    #expect(etag("\u{FFFD}x") == nil && etag("") == nil)
    #expect(response(200, "", [("Last-Modified", "Mon\u{0}day")]).lastModified == nil)
    #expect(
      response(200, "", [("Cache-Control", "a"), ("cache-control", "max-age=5")]).maxAge == 5
    )
  }
}
