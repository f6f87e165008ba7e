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

private func code(_ response: FetchResponse) -> String? {
  if case .failure(let code, _, _) = response.verdict { return code }
  return nil
}

struct FetchVerdictTests {
  @Test(arguments: [
    "<?xml version=\"1.0\"?><rss/>", "\u{FEFF} \n<rss version=\"2.0\">", "{\"version\":\"\"}",
    "<rdf:RDF>", "junk before <rss/>", "<FEED>",
    // A feed may write about walls as much as it likes.
    "<rss><title>Just a moment... /cdn-cgi/challenge-platform/</title></rss>",
  ])
  func `what may be a feed goes to the parser`(body: String) {
    #expect(response(200, body).verdict == .document)
  }

  @Test(arguments: [
    (200, "<!DOCTYPE html><title>Login</title>", "html-page"), (200, " \n", "empty-body"),
    (200, "<html><title>Just a moment...</title>", "bot-wall"),
    (403, "<html><title>Attention Required! | Cloudflare</title>", "bot-wall"),
    (403, "<html>blocked by ArvanCloud", "bot-wall"), (200, "<html>ArvanCloud", "html-page"),
    (403, "<html>no", "http-403"), (404, "<rss/>", "http-404"), (503, "<rss/>", "http-503"),
    (206, "<rss/>", "http-206"), (302, "<rss/>", "http-302"), (204, "", "http-204"),
    (410, "", "http-410"), (999, "<rss/>", "http-999"),
  ])
  func `anything else has a code of its own`(status: Int, body: String, expected: String) {
    #expect(code(response(status, body)) == expected)
  }

  @Test func `headers give walls away`() {
    #expect(code(response(403, "", [("CF-Mitigated", "challenge")])) == "bot-wall")
    #expect(code(response(202, "", [("x-amzn-waf-action", "challenge")])) == "bot-wall")
    #expect(code(response(403, "", [("Server", "cloudflare")])) == "http-403")
    #expect(BotWall.recognise(response(304)) == nil)
    #expect(response(304).verdict == .notModified)
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
