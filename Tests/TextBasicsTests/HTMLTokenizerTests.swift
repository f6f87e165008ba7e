// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import TextBasics

struct HTMLTokenizerTests {
  /// A token per line, in a notation that shows what matters.
  private func tokens(_ html: String) -> [String] {
    var tokenizer = HTMLTokenizer(html)
    var result: [String] = []
    while let token = tokenizer.next() {
      switch token {
      case .text(let range, let isRaw):
        result.append((isRaw ? "raw:" : "") + tokenizer.text(range, isRaw: isRaw))
      case .startTag(let tag):
        let attributes = tag.attributes.map { " \($0.name)=[\(tokenizer.value($0))]" }
        result.append("<\(tag.name)\(attributes.joined())\(tag.isSelfClosing ? "/" : "")>")
      case .endTag(let tag): result.append("</\(tag.name)>")
      case .comment(let range):
        result.append("!" + String(decoding: tokenizer.bytes[range], as: UTF8.self))
      case .doctype(let range):
        result.append("doctype" + String(decoding: tokenizer.bytes[range], as: UTF8.self))
      }
    }
    return result
  }

  @Test(
    arguments: [
      ("", []),
      ("plain", ["plain"]),
      ("<p>a</p>", ["<p>", "a", "</p>"]),
      ("<P CLASS=x>", ["<p class=[x]>"]),
      ("1 < 2 && 3 > 2", ["1 < 2 && 3 > 2"]),
      ("a <3 b", ["a <3 b"]),
      ("a<", ["a<"]),
      ("a</", ["a</"]),
      ("a</>b", ["a", "b"]),
      ("</ x>b", ["! x", "b"]),
      ("<br/>", ["<br/>"]),
      ("<br / >", ["<br>"]),
      ("<a href='x'title=\"y\">", ["<a href=[x] title=[y]>"]),
      ("<a href=x/y>", ["<a href=[x/y]>"]),
      ("<a href = \"x\" disabled>", ["<a href=[x] disabled=[]>"]),
      ("<a =x>", ["<a =x=[]>"]),
      ("<a x=>y", ["<a x=[]>", "y"]),
      ("<a x=1 X=2>", ["<a x=[1]>"]),
      ("<a href=\"?a=1&copy=2&amp;b\">", ["<a href=[?a=1&copy=2&b]>"]),
      ("<a href=\"cut short", []),
      ("x<a ", ["x"]),
      ("<!DOCTYPE html>x", ["doctype html", "x"]),
      ("a\r\nb\rc\u{0}d", ["a\nb\ncd"]),
      ("می&zwnj;شود", ["می\u{200C}شود"]),
    ] as [(String, [String])]
  )
  func `tags, attributes and text are told apart as the standard says`(
    html: String,
    expected: [String]
  ) {
    #expect(tokens(html) == expected)
  }

  @Test(
    arguments: [
      ("<!-- a -->b", ["! a ", "b"]), ("<!-->b", ["!", "b"]), ("<!--->b", ["!", "b"]),
      ("<!---->b", ["!", "b"]), ("<!--a--!>b", ["!a", "b"]), ("<!--a", ["!a"]),
      ("<!--a->b-->c", ["!a->b", "c"]), ("<?php x ?>y", ["!?php x ?", "y"]),
      ("<![CDATA[x]]>y", ["![CDATA[x]]", "y"]), ("<!x>y", ["!x", "y"]), ("<!", ["!"]),
    ] as [(String, [String])]
  )
  func `comments end where browsers end them`(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test(
    arguments: [
      ("<script>a<b&amp;</script>c", ["<script>", "raw:a<b&amp;", "</script>", "c"]),
      ("<style>p{}</STYLE >c", ["<style>", "raw:p{}", "</style>", "c"]),
      ("<title>a&amp;<b></title>", ["<title>", "a&<b>", "</title>"]),
      ("<textarea><p></textarea>", ["<textarea>", "<p>", "</textarea>"]),
      ("<script></scripty></script>c", ["<script>", "raw:</scripty>", "</script>", "c"]),
      (
        "<script><!--<script></script>--></script>c",
        ["<script>", "raw:<!--<script></script>-->", "</script>", "c"]
      ),
      ("<script><!--</script>c", ["<script>", "raw:<!--", "</script>", "c"]),
      ("<script>cut", ["<script>", "raw:cut"]),
      ("<plaintext><b>", ["<plaintext>", "raw:<b>"]),
      ("<iframe><p></iframe>x", ["<iframe>", "raw:<p>", "</iframe>", "x"]),
    ] as [(String, [String])]
  )
  func `scripts, styles and titles hold no markup`(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test(
    arguments: [
      ("<svg><title><b>x</title></svg>", ["<svg>", "<title>", "<b>", "x", "</title>", "</svg>"]),
      ("<svg><![CDATA[a<b]]></svg>", ["<svg>", "raw:a<b", "</svg>"]),
      ("<svg><style><b></style>", ["<svg>", "<style>", "<b>", "</style>"]),
      ("<svg><p><style><b></style>", ["<svg>", "<p>", "<style>", "raw:<b>", "</style>"]),
      ("<svg/><style><b></style>", ["<svg/>", "<style>", "raw:<b>", "</style>"]),
    ] as [(String, [String])]
  )
  func `inside a drawing other rules hold`(html: String, expected: [String]) {
    #expect(tokens(html) == expected)
  }

  @Test func `a tag knows where it stands`() {
    var tokenizer = HTMLTokenizer("ab<a href=\"x y\">")
    _ = tokenizer.next()
    guard case .startTag(let tag)? = tokenizer.next() else {
      Issue.record("no tag")
      return
    }
    #expect(tag.range == 2..<16)
    #expect(tag.attribute("href")?.value == 11..<14)
    #expect(tag.attribute("href")?.quote == UInt8(ascii: "\""))
  }

  @Test func `what never closes takes linear time`() {
    for piece in ["<a ", "<!--", "</", "<script><!--<script>", "<svg>", "&", "<a x='", "<"] {
      var tokenizer = HTMLTokenizer(String(repeating: piece, count: 50_000))
      var count = 0
      while tokenizer.next() != nil { count += 1 }
      #expect(count <= 50_000)
    }
  }
}
