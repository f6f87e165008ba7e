// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// HTML as plain text: what a reader sees, without a tree and without layout.
package enum HTMLText {
  /// What an HTML text holds.
  package struct Content: Sendable, Hashable {
    /// Paragraphs separated by an empty line, lines by a line feed.
    package var text: String
    /// Targets of `a href` that are absolute http(s) addresses, in order, each once.
    package var links: [WebAddress]
  }

  /// The text of `html`: block elements are paragraphs, `br`, `li` and `tr` begin lines, white
  /// space is collapsed outside `pre`, references are decoded, scripts and styles dropped.
  package static func plainText(_ html: String) -> String {
    content(of: html, collectsLinks: false).text
  }

  /// The text and the links of `html`.
  package static func content(of html: String) -> Content {
    content(of: html, collectsLinks: true)
  }

  private static func content(of html: String, collectsLinks: Bool) -> Content {
    let bytes = Array(html.utf8)
    var ignored: Set<String> = []
    while true {
      var builder = TextBuilder(bytes, reads: ignored, collectsLinks: collectsLinks)
      builder.run()
      // An element that hides its content was never closed: what follows would be lost. Not so
      // where the tokenizer itself reads to the end: there is no text in an open script.
      if let open = builder.hidingElement, !TextBuilder.isRaw(open), ignored.insert(open).inserted {
        continue
      }
      return Content(text: builder.finished(), links: builder.links)
    }
  }
}

/// Collects text between tags.
private struct TextBuilder {
  private var tokenizer: HTMLTokenizer
  private let reads: Set<String>
  private let collectsLinks: Bool
  private(set) var links: [WebAddress] = []
  private var seen: Set<WebAddress> = []
  private var out: [UInt8] = []
  private var scratch: [UInt8] = []
  private var pendingSpace = false
  /// Line feeds owed before the next character.
  private var pendingLines = 0
  private var preDepth = 0
  /// The element whose content is dropped, and how often it is open.
  private(set) var hidingElement: String?
  private var hidingDepth = 0

  init(_ bytes: [UInt8], reads: Set<String>, collectsLinks: Bool) {
    tokenizer = HTMLTokenizer(bytes)
    self.reads = reads
    self.collectsLinks = collectsLinks
    out.reserveCapacity(bytes.count)
  }

  mutating func run() {
    while let token = tokenizer.next() {
      switch token {
      case .text(let range, let isRaw):
        if hidingElement == nil { append(range, isRaw: isRaw) }
      case .startTag(let tag): start(tag)
      case .endTag(let tag): end(tag.name)
      case .comment, .doctype: break
      }
    }
  }

  mutating func finished() -> String {
    _ = CharacterFilter.filter(&out)
    while let last = out.last, last == 0x20 || last == 0x0A { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }

  static func isRaw(_ name: String) -> Bool {
    ["script", "style", "title", "iframe", "noembed", "noframes", "textarea"].contains(name)
  }

  // MARK: Tags

  private mutating func start(_ tag: HTMLTag) {
    if let hidingElement {
      if tag.name == hidingElement, !tag.isSelfClosing { hidingDepth += 1 }
      return
    }
    switch Role(tag.name) {
    case .hidden:
      guard !reads.contains(tag.name), !(tag.isSelfClosing && tag.name == "svg") else { return }
      hidingElement = tag.name
      hidingDepth = 1
    case .paragraph:
      breakLines(2)
      if tag.name == "pre" { preDepth += 1 }
    case .line: breakLines(1)
    case .cell: pendingSpace = true
    case .lineBreak: breakLine()
    case .inline: break
    }
    if collectsLinks, tag.name == "a", let address = tokenizer.value("href", of: tag),
      let link = WebAddress(address), seen.insert(link).inserted
    {
      links.append(link)
    }
  }

  private mutating func end(_ name: String) {
    if let hidingElement {
      guard name == hidingElement else { return }
      hidingDepth -= 1
      if hidingDepth == 0 { self.hidingElement = nil }
      return
    }
    switch Role(name) {
    case .paragraph:
      breakLines(2)
      if name == "pre", preDepth > 0 { preDepth -= 1 }
    case .line: breakLines(1)
    case .cell: pendingSpace = true
    case .lineBreak: breakLine()  // browsers take `</br>` for `<br>`
    case .hidden, .inline: break
    }
  }

  private mutating func breakLine() {
    pendingSpace = false
    pendingLines = min(pendingLines + 1, 2)
  }

  private mutating func breakLines(_ count: Int) {
    pendingSpace = false
    pendingLines = max(pendingLines, count)
  }

  // MARK: Text

  private mutating func append(_ range: Range<Int>, isRaw: Bool) {
    scratch.removeAll(keepingCapacity: true)
    tokenizer.appendText(range, isRaw: isRaw, to: &scratch)
    var place = 0
    while place < scratch.count {
      let byte = scratch[place]
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      let isNoBreak = byte == 0xC2 && place + 1 < scratch.count && scratch[place + 1] == 0xA0
      if preDepth > 0, isSpace {
        if byte == 0x0A {
          pendingSpace = false
          if !out.isEmpty { settle() }
          if !out.isEmpty { out.append(0x0A) }
        } else {
          settle()
          out.append(byte == 0x09 ? 0x09 : 0x20)
        }
      } else if isSpace || isNoBreak {
        pendingSpace = true
      } else {
        settle()
        let start = place
        repeat { place += 1 } while place < scratch.count && TextBuilder.isInk(scratch[place])
        out += scratch[start..<place]
        continue
      }
      place += isNoBreak ? 2 : 1
    }
  }

  /// Whether a byte is neither white space nor may begin a no-break space.
  @inline(__always)
  private static func isInk(_ byte: UInt8) -> Bool {
    byte > 0x20 ? byte != 0xC2 : !(byte == 0x20 || (0x09...0x0D).contains(byte))
  }

  /// Writes the white space that is owed; none begins the text.
  private mutating func settle() {
    if pendingLines > 0 {
      if !out.isEmpty {
        while let last = out.last, last == 0x20 || last == 0x0A { out.removeLast() }
        for _ in 0..<pendingLines { out.append(0x0A) }
      }
    } else if pendingSpace, let last = out.last, last != 0x20, last != 0x0A {
      out.append(0x20)
    }
    pendingLines = 0
    pendingSpace = false
  }

  /// What an element does to the text around it.
  private enum Role {
    case hidden, paragraph, line, cell, lineBreak, inline

    /// Looked up, not switched on: a switch compares with sixty names for each tag.
    private static let roles: [String: Role] = {
      var roles: [String: Role] = ["td": .cell, "th": .cell, "br": .lineBreak]
      let hidden = """
        script style template noscript title iframe noembed noframes svg audio video canvas object \
        select datalist textarea
        """
      let paragraphs = """
        p div section article header footer aside nav main figure figcaption blockquote h1 h2 h3 h4 \
        h5 h6 ul ol dl table form fieldset address pre details summary center hr menu body html \
        head hgroup legend caption dialog listing xmp dir search plaintext
        """
      let lines = "li tr dt dd option thead tbody tfoot"
      for (names, role) in [(hidden, Role.hidden), (paragraphs, .paragraph), (lines, .line)] {
        for name in names.split(separator: " ") { roles[String(name)] = role }
      }
      return roles
    }()

    init(_ name: String) { self = Role.roles[name] ?? .inline }
  }
}
