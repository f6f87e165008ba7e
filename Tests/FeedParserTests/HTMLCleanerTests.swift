// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import FeedParser

struct HTMLCleanerTests {
  private func clean(_ html: String, base: String? = "https://a.example/b/c") -> String {
    HTMLCleaner.clean(html, base: base)
  }

  @Test(arguments: [
    ("<p onclick=\"x()\">a</p>", "<p>a</p>"),
    ("a<script>alert(1)</script>b", "ab"),
    ("<style>p{}</style>a", "a"),
    ("<svg/onload=alert(1)>a</svg>", "<svg>a</svg>"),
    ("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>"),
    ("<a href=\" java\nscript:alert(1)\">a</a>", "<a>a</a>"),
    ("<a href=\"&#106;avascript:alert(1)\">a</a>", "<a>a</a>"),
    ("<img src=x onerror=alert(1)", ""),
    ("<iframe src=\"//e.example\"></iframe>a", "a"),
    ("<!--><script>alert(1)</script>-->a", "--&gt;a"),
    ("<p style=\"x:expression(1)\">a</p>", "<p>a</p>"),
    (
      "<svg><desc><form><button formaction=\"javascript:alert(1)\">a</button></form></desc></svg>",
      "<svg><desc><form><button>a</button></form></desc></svg>"
    ),
    ("<svg><a x:href=\"javascript:alert(1)\">a</a></svg>", "<svg><a>a</a></svg>"),
    ("<svg><a x<script=1>alert(1)</a></svg>", "<svg><a>alert(1)</a></svg>"),
    (
      "<svg><a><animate attributeName=\" HREF\" to=\"javascript:alert(1)\"/>a</a></svg>",
      "<svg><a><animate to=\"javascript:alert(1)\"></animate>a</a></svg>"
    ),
    (
      "<svg><set attributeName=\"xlink:href\" to=\"#a\"/><set attributeName=\"x\" to=\"1\"/></svg>",
      "<svg><set to=\"#a\"></set><set attributeName=\"x\" to=\"1\"></set></svg>"
    ),
  ])
  func `what could do harm goes and the words stay`(html: String, expected: String) {
    #expect(clean(html) == expected)
  }

  @Test(arguments: [
    ("<a href=\"d\">x</a>", "<a href=\"https://a.example/b/d\">x</a>"),
    ("<a href=\"/d?x=1&amp;y=2#z\">x</a>", "<a href=\"https://a.example/d?x=1&amp;y=2#z\">x</a>"),
    ("<img src='//i.example/p.png'>", "<img src=\"https://i.example/p.png\" />"),
    (
      "<img srcset=\"s.png 1x, l.png 2x\">",
      "<img srcset=\"https://a.example/b/s.png 1x, https://a.example/b/l.png 2x\" />"
    ),
    ("<a href=\"mailto:a@b.example\">x</a>", "<a href=\"mailto:a@b.example\">x</a>"),
  ])
  func `references become absolute`(html: String, expected: String) {
    #expect(clean(html) == expected)
  }

  @Test(arguments: [
    ("R&D", "R&amp;D"),
    ("1 < 2", "1 &lt; 2"),
    ("&eacute;&nbsp;&zwnj;", "é\u{A0}\u{200C}"),
    ("&#8220;x&#8221;", "“x”"),
    ("&#38;lt;", "&#38;lt;"),
    ("<B CLASS=x ID=y>a</B>", "<b class=\"x\" id=\"y\">a</b>"),
    ("a<BR>b<br/>c", "a<br />b<br />c"),
  ])
  func `equal content gets one form`(html: String, expected: String) {
    #expect(clean(html) == expected)
  }

  @Test func `cleaning twice changes nothing`() {
    let html = "<p title=\"a&quot;b\">&lt;i&gt; R&D <a href=x>y</a> &#38;amp; <b>z"
    let once = clean(html)
    let twice = clean(once)
    #expect(once == twice)
  }
}
