// SPDX-License-Identifier: Apache-2.0
import Pipeline
import Testing

struct CanonicalURLTests {
  @Test(
    arguments: [
      ("https://Example.org/a", "http://www.example.org/a/"),
      ("https://example.org/a?id=7", "https://example.org/a?utm_source=rss&id=7&fbclid=x"),
      ("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2"),
      ("https://example.org:443/a", "http://example.org:80/a"),
      ("https://example.org/a#comments", "https://example.org/a"),
      ("https://example.org/خبر", "https://example.org/%D8%AE%D8%A8%D8%B1"),
      ("https://example.org/%7euser", "https://example.org/~user"),
      ("https://example.org/%d8%ae", "https://example.org/%D8%AE"),
    ])
  func `two spellings of one address have one key`(left: String, right: String) throws {
    let key = try #require(CanonicalURL.key(left))
    #expect(CanonicalURL.key(right) == key)
  }

  @Test(
    arguments: [
      ("https://example.org/a?id=1", "https://example.org/a?id=2"),
      ("https://example.org/a", "https://example.com/a"),
      ("https://example.org/a", "https://example.org/A"),
      ("https://example.org:8080/a", "https://example.org/a"),
      ("https://example.org/a%2Fb", "https://example.org/a/b"),
    ])
  func `different pages keep different keys`(left: String, right: String) {
    #expect(CanonicalURL.key(left) != CanonicalURL.key(right))
  }

  @Test(
    arguments: [
      "", "https://", "https://example.org", "https://example.org/", "https://example.org/?",
      "https://example.org/?utm_source=rss", "ftp://example.org/a", "mailto:a@example.org",
      "javascript:alert(1)", "/a",
    ])
  func `what is no page of its own has no key`(url: String) {
    #expect(CanonicalURL.key(url) == nil)
  }
}
