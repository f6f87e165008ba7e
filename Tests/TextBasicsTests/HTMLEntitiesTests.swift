// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import TextBasics

struct HTMLEntitiesTests {
  @Test(arguments: [
    ("amp", "&"), ("amp;", "&"), ("AElig", "Æ"), ("zwnj;", "\u{200C}"), ("nbsp", "\u{A0}"),
    ("CounterClockwiseContourIntegral;", "\u{2233}"), ("NotEqualTilde;", "\u{2242}\u{338}"),
    ("NewLine;", "\n"),
  ])
  func `a name has its text`(name: String, text: String) {
    #expect(HTMLEntities.text(named: name) == text)
  }

  @Test(arguments: ["", ";", "AElIG", "nosuchname", "AEligg", "amp;;"])
  func `what is no name has none`(name: String) {
    #expect(HTMLEntities.text(named: name) == nil)
  }

  @Test func `the table has all 2231 names of the standard in the order of its search`() {
    let names = HTMLEntities.table.description.split(separator: " ")
    let legacy = names.filter { $0.contains("!") }
    #expect(names.count + legacy.count == 2231)
    for entry in names {
      let name = String(entry.prefix { $0 != "!" && $0 != "=" })
      #expect(HTMLEntities.text(named: name) != nil, "\(name)")
    }
  }

  @Test(arguments: [
    ("a &amp; b", "a & b"), ("&lt;b&gt;", "<b>"), ("AT&T", "AT&T"), ("&", "&"), ("&;", "&;"),
    ("&#8217;", "’"), ("&#x2019;", "’"), ("&#X2019", "’"), ("&#146;", "’"), ("&#0;", "\u{FFFD}"),
    ("&#xD800;", "\u{FFFD}"), ("&#x110000;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"),
    ("&#;", "&#;"), ("&#x;", "&#x;"), ("&#xg", "&#xg"), ("&notit;", "¬it;"), ("&notin;", "∉"),
    ("&copy2", "©2"), ("&ampamp;", "&amp;"), ("&amp;amp;", "&amp;"), ("caf&eacute", "café"),
    ("&unknown;", "&unknown;"), ("می&zwnj;شود", "می\u{200C}شود"), ("&&amp;", "&&"),
  ])
  func `references in text are decoded once`(html: String, text: String) {
    #expect(HTMLEntities.decode(html) == text)
  }

  @Test(arguments: [
    ("?a=1&copy=2", "?a=1&copy=2"), ("?a=1&amp;copy=2", "?a=1&copy=2"), ("?x&copy", "?x©"),
    ("?a&notit;", "?a&notit;"), ("?a&lang=en", "?a&lang=en"), ("?a&lt;", "?a<"),
    ("&copy&copy=", "©&copy="),
  ])
  func `a legacy name in an attribute is none before a letter, digit or equals sign`(
    html: String,
    text: String
  ) {
    #expect(HTMLEntities.decode(html, inAttribute: true) == text)
  }
}
