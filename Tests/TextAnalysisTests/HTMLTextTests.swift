// SPDX-License-Identifier: Apache-2.0
import Testing
import TextBasics

@testable import TextAnalysis

struct HTMLTextTests {
  @Test(arguments: [
    ("plain  text\n here", "plain text here"), ("<p>one</p><p>two</p>", "one\n\ntwo"),
    ("one<br>two<br/><br>three", "one\ntwo\n\nthree"), ("a<b>b</b>c <i> d</i>", "abc d"),
    ("<ul><li>one<li>two</ul>end", "one\ntwo\n\nend"), ("<div><div>a</div></div>b", "a\n\nb"),
    ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</table>", "1 2\n3"),
    ("<h2>Head</h2>text", "Head\n\ntext"), ("a<hr>b", "a\n\nb"),
    ("<pre>a\n  b\tc</pre> d", "a\n  b\tc\n\nd"), ("&nbsp;a&nbsp;&nbsp;b", "a b"),
    ("&laquo;می&zwnj;شود&raquo; &#x6CC;", "«می‌شود» ی"), ("&lt;p&gt; 1 &lt; 2", "<p> 1 < 2"),
    ("a<script>var x = '<p>b</p>';</script>c<style>p{}</style>d", "acd"),
    ("a<noscript>b</noscript>c<template><p>d</template>e<!-- f -->g", "aceg"),
    ("<svg><title>t</title><text>s</text></svg>x", "x"), ("a < b <3 &c", "a < b <3 &c"),
    ("a\u{202E}b\u{0}c\u{1B}[31m", "abc[31m"), ("<title>t</title><p>x", "x"),
    ("</br>a</p>b", "a\n\nb"),
    ("<p> </p><p></p>", ""), ("", ""), ("<", "<"), ("<p", ""), ("a<em", "a"),
  ])
  func `HTML becomes the text that a reader sees`(html: String, text: String) {
    #expect(HTMLText.plainText(html) == text)
  }

  @Test(arguments: ["noscript", "template", "svg", "video", "object", "select"])
  func `an element that hides and is never closed hides nothing`(name: String) {
    #expect(HTMLText.plainText("a <\(name)> b <p>c") == "a b\n\nc")
  }

  @Test func `only absolute http and https links are collected, once each`() {
    let html = """
      <a href="https://a.example/x?y=1&amp;z=2">a</a><a href='http://b.example'>b</a>
      <a href="https://a.example/x?y=1&amp;z=2">again</a><a href="/relative">c</a><a>d</a>
      <a href="javascript:alert(1)">e</a><a href="data:text/html,x">f</a><a href="mailto:x@y">g</a>
      """
    let content = HTMLText.content(of: html)
    #expect(content.links.map(\.text) == ["https://a.example/x?y=1&z=2", "http://b.example/"])
    #expect(content.text == "ab againcd efg")
  }

  @Test func `deep and endless nesting costs linear time`() {
    let deep = String(repeating: "<div><b>", count: 50_000) + "x"
    #expect(HTMLText.plainText(deep) == "x")
    let links = String(repeating: "<a href=http://a.example/>", count: 20_000) + "x"
    #expect(HTMLText.content(of: links).links.count == 1)
  }
}
