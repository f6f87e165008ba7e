// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import TextBasics

struct URLReferenceTests {
  /// RFC 3986, 5.4.1 and 5.4.2.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
    ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
    ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
    ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
    ("http:g", "http:g"),
  ])
  func `the examples of the RFC come out as it says`(reference: String, expected: String) {
    #expect(URLReference.resolve(reference, against: "http://a/b/c/d;p?q") == expected)
  }

  @Test(arguments: [
    ("a", "http://example.org", "http://example.org/a"),
    ("خبر/۱", "https://نمونه.ایران/اخبار/", "https://نمونه.ایران/اخبار/خبر/۱"),
    ("  /a\n b ", "http://example.org/", "http://example.org/a b"),
    ("a", "", "a"), ("a", "mailto:x@example.org", "a"), ("#f", "urn:x:y", "urn:x:y#f"),
    ("MAILTO:x", "http://example.org/", "MAILTO:x"), ("a:b", "http://example.org/", "a:b"),
    ("1:2", "http://example.org/", "http://example.org/1:2"), ("b", "/a/c", "/a/b"),
    ("http://example.org/a/../b", "http://example.com/", "http://example.org/a/../b"),
  ])
  func `references of the wild resolve as browsers do`(
    reference: String,
    base: String,
    expected: String
  ) {
    #expect(URLReference.resolve(reference, against: base) == expected)
  }

  @Test func `without a base a reference stays what it is`() {
    #expect(URLReference.resolve("a/../b", against: nil) == "a/../b")
  }
}

struct WebAddressTests {
  @Test(arguments: [
    ("http://example.org", "http://example.org/"),
    ("HTTPS://Example.ORG:443/A?b#c", "https://example.org/A?b#c"),
    ("http://example.org:8080/", "http://example.org:8080/"),
    ("http://example.org./a b\"<>", "http://example.org/a%20b%22%3C%3E"),
    ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
    ("https://مثال.إختبار/", "https://xn--mgbh0fb.xn--kgbechtv/"),
    ("https://нет.рф/", "https://xn--e1apq.xn--p1ai/"),
    ("https://Ｅxample。org/", "https://example.org/"),
    ("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443/"),
    ("https://аpple.com/", "https://xn--pple-43d.com/"),
    ("http://ex%61mple.org/", "http://example.org/"),
    ("https://example.org/%D8%B3", "https://example.org/%D8%B3"),
  ])
  func `an address is shown in the one form that hides nothing`(text: String, expected: String) {
    #expect(WebAddress(text)?.text == expected)
  }

  @Test(arguments: [
    "", "example.org", "//example.org/", "javascript:alert(1)", "data:text/html,x",
    "ftp://example.org/", "http:///a", "http://", "http:a", "https://a@example.org/",
    "https://example.org:80@evil.example/", "https://example.org\\@evil.example/",
    "https:\\\\evil.example\\", "https://example.org\\evil", "http://exa mple.org/",
    "http://example.org:99999/", "http://example.org:8a/", "http://a..b/", "http://a<b>/",
    "http://example\u{202E}.org/", "http://[x]/", "http://%zz/", " java\nscript:alert(1)",
  ])
  func `what is no address to follow is refused`(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func `line breaks inside an address are dropped as browsers do`() {
    #expect(WebAddress(" https://exam\nple.org/a\tb ")?.text == "https://example.org/ab")
  }
}
