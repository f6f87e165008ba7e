// SPDX-License-Identifier: Apache-2.0
import FeedParser
import Testing

struct AutodiscoveryTests {
  private func links(_ html: String, _ base: String? = "https://example.org/news/") -> [FeedLink] {
    FeedParser.feedLinks(inHTML: Array(html.utf8), baseURL: base)
  }

  @Test(
    arguments: [
      ("<link rel=alternate type=application/rss+xml href=/rss>", ["https://example.org/rss"]),
      (
        "<LINK REL='Alternate home' TYPE='Application/Atom+XML; charset=utf-8' HREF='a.xml'>",
        ["https://example.org/news/a.xml"]
      ),
      ("<link rel=feed href=f>", ["https://example.org/news/f"]),
      (
        "<base href='/x/'><base href='/y/'><link rel=alternate type=application/feed+json href=f>",
        ["https://example.org/x/f"]
      ),
      (
        "<link rel=alternate type=application/rss+xml href='?a=1&amp;b=2&copy=3'>",
        ["https://example.org/news/?a=1&b=2&copy=3"]
      ),
      ("<link rel=alternate type=application/json href=/wp-json/>", []),
      ("<link rel=alternate type=text/html hreflang=fa href=/fa>", []),
      ("<link rel='alternate stylesheet' type=application/rss+xml href=/s>", []),
      ("<link rel=alternate type=application/rss+xml>", []),
      ("<link rel=alternate type=application/rss+xml href=' '>", []),
      ("<!-- <link rel=alternate type=application/rss+xml href=/c> -->", []),
      ("<script>'<link rel=alternate type=application/rss+xml href=/c>'</script>", []),
    ] as [(String, [String])]
  )
  func `links to feeds are found and nothing else`(html: String, expected: [String]) {
    #expect(links(html).map(\.href) == expected)
  }

  @Test func `each address comes once, in the order of the page, with its title`() {
    let found = links(
      """
      <html><head><link rel=alternate type=application/rss+xml title=" اخبار\n تازه " href=/a>
      <link rel=alternate type=application/atom+xml href=/b>
      <link rel=alternate type=application/rss+xml title=again href=/a></head></html>
      """
    )
    #expect(found.map(\.href) == ["https://example.org/a", "https://example.org/b"])
    #expect(found[0].title == "اخبار تازه")
    #expect(found[1].type == "application/atom+xml")
  }

  @Test(arguments: [
    "<!DOCTYPE html><html><head><link rel=alternate type=application/rss+xml href=/f></head></html>",
    "\n<html><head><link rel=alternate type=application/rss+xml href=/f></head><body>&nbsp;</body>",
    "<!-- c --><meta charset=utf-8><link rel=alternate type=application/rss+xml href=/f><p>x",
  ])
  func `a page in the place of a feed is an error that names its feeds`(html: String) {
    do {
      let options = FeedParser.Options(baseURL: "https://example.org/")
      _ = try FeedParser.parse(Array(html.utf8), options: options)
      Issue.record("a page is no feed")
    } catch {
      #expect(error.code == "html-page")
      #expect(error.discovered.map(\.href) == ["https://example.org/f"])
      #expect(error.advice.contains("https://example.org/f"))
    }
  }

  @Test func `text that is neither is no page`() {
    #expect(throws: FeedParseError(code: "not-a-feed", message: "the document is no feed")) {
      try FeedParser.parse(Array("just words".utf8))
    }
  }
}
