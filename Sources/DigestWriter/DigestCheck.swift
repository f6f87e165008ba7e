// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Checks a written digest by rules that no schema knows of, and by those that it does.
package enum DigestCheck {
  /// Something that must not be so.
  package struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// The file, relative to the digest's directory.
    package let path: String
    /// What is wrong with it, as a sentence.
    package let message: String
    package var description: String { path + ": " + message }
  }

  /// Returns what is wrong with `files`, in their order; nothing if all is well.
  ///
  /// Looked at are Atom feeds, OPML and pages; other files are passed over.
  package static func findings(in files: [DigestFile]) -> [Finding] {
    files.flatMap { file -> [Finding] in
      let isPage = file.path.hasSuffix(".html")
      guard isPage || file.path.hasSuffix(".atom") || file.path.hasSuffix(".opml") else {
        return []
      }
      var messages = Messages()
      do throws(XMLTree.Fault) {
        let root = try XMLTree.root(of: file.bytes)
        check(text: root, into: &messages)
        if isPage {
          PageCheck.check(root, into: &messages)
        } else if file.path.hasSuffix(".atom") {
          AtomCheck.check(root, bytes: file.bytes.count, into: &messages)
        }
      } catch {
        messages.add("line \(error.line): \(error.message)")
      }
      return messages.all.map { Finding(path: file.path, message: $0) }
    }
  }

  /// What was found so far; a message is kept once.
  struct Messages {
    private(set) var all: [String] = []
    mutating func add(_ message: String) {
      if !all.contains(message) { all.append(message) }
    }
  }

  /// Controls and characters that turn the direction of what follows, anywhere in the document.
  private static func check(text element: XMLTree.Element, into messages: inout Messages) {
    let values = [element.text] + element.attributes.map(\.value)
    for value in values where CharacterFilter.xmlText(value) != value {
      // A title may be isolated as a whole: RLI, text, PDI.
      let inner = String(value.unicodeScalars.dropFirst().dropLast())
      let isIsolated =
        element.name == "title" && value.unicodeScalars.first == "\u{2067}"
        && value.unicodeScalars.last == "\u{2069}" && CharacterFilter.xmlText(inner) == inner
      if !isIsolated { messages.add("a control or direction character in <\(element.name)>") }
    }
    for child in element.children { check(text: child, into: &messages) }
  }

  /// Whether `text` may be the target of a link in a feed.
  static func isAddress(_ text: String) -> Bool {
    WebAddress(text) != nil && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

/// The rules of RFC 4287 that our feeds touch, and our own (DigestCheck).
enum AtomCheck {
  typealias Messages = DigestCheck.Messages
  typealias Element = XMLTree.Element

  static func check(_ feed: Element, bytes: Int, into messages: inout Messages) {
    guard feed.name == "feed", feed.attribute("xmlns") == "http://www.w3.org/2005/Atom" else {
      return messages.add("the root is not an Atom feed")
    }
    if feed.attribute("xml:lang") == nil { messages.add("no language on the feed") }
    let isArchive = feed.first("fh:archive") != nil
    if bytes > DigestWriter.feedLimit, !isArchive { messages.add("larger than 512 kB") }
    head(feed, "the feed", into: &messages)
    links(feed, into: &messages)
    let entries = feed.all("entry")
    if feed.first("author") == nil, entries.contains(where: { $0.first("author") == nil }) {
      messages.add("an entry has no author, nor has the feed")
    }
    var ids: Set<String> = []
    let updated = feed.first("updated").flatMap { Timestamp.seconds($0.text) }
    for entry in entries {
      let id = entry.first("id")?.text ?? ""
      if !ids.insert(id).inserted { messages.add("the id \(id) is there twice") }
      check(entry, id, feedUpdated: updated, into: &messages)
    }
    for tombstone in feed.all("at:deleted-entry") {
      let reference = tombstone.attribute("ref") ?? ""
      if ids.contains(reference) { messages.add("\(reference) is both there and deleted") }
      instant(tombstone.attribute("when"), "when of a deleted entry", into: &messages)
      links(tombstone, into: &messages)
    }
  }

  /// `id`, `title` and `updated`, each once and with something in it.
  private static func head(_ element: Element, _ name: String, into messages: inout Messages) {
    for part in ["id", "title", "updated"] {
      let found = element.all(part)
      if found.count != 1 || found[0].text.isEmpty {
        messages.add("\(name) must have one \(part)")
      }
    }
    instant(element.first("updated")?.text, "updated of \(name)", into: &messages)
    let id = element.first("id")?.text ?? ""
    if !id.hasPrefix("tag:"), !DigestCheck.isAddress(id) {
      messages.add("the id of \(name) is neither a tag nor an address")
    }
  }

  private static func check(
    _ entry: Element,
    _ id: String,
    feedUpdated: Int?,
    into messages: inout Messages
  ) {
    head(entry, "entry \(id)", into: &messages)
    links(entry, into: &messages)
    let published = instant(entry.first("published")?.text, "published of \(id)", into: &messages)
    let updated = entry.first("updated").flatMap { Timestamp.seconds($0.text) }
    if let published, let updated, updated < published {
      messages.add("entry \(id) was updated before it was published")
    }
    if let updated, let feedUpdated, updated > feedUpdated {
      messages.add("entry \(id) is newer than the feed")
    }
    if entry.attribute("xml:lang") == nil { messages.add("entry \(id) has no language") }
    if entry.all("content").count > 1 || entry.all("summary").count > 1 {
      messages.add("entry \(id) has two contents or summaries")
    }
    guard let content = entry.first("content") else {
      let linked = entry.all("link").contains { $0.attribute("rel") == "alternate" }
      if !linked || entry.first("summary") == nil {
        messages.add("entry \(id) has no content, and no link with a summary instead")
      }
      return
    }
    if content.attribute("type") != "html" { messages.add("content of \(id) is not html") }
    if content.text.utf8.count > EntryContent.limit {
      messages.add("content of \(id) is larger than \(EntryContent.limit) bytes")
    }
    do throws(XMLTree.Fault) {
      html(try XMLTree.root(of: Array(content.text.utf8)), id, into: &messages)
    } catch {
      messages.add("content of \(id): \(error.message)")
    }
  }

  /// Only elements and attributes of our own may stand in the content.
  private static func html(_ element: Element, _ id: String, into messages: inout Messages) {
    if !["div", "p", "ul", "li", "a", "span", "time"].contains(element.name) {
      messages.add("<\(element.name)> in the content of \(id)")
    }
    for (name, value) in element.attributes {
      switch name {
      case "dir", "lang", "hreflang", "datetime": continue
      case "href" where DigestCheck.isAddress(value): continue
      default: messages.add("\(name)=\"\(value)\" in the content of \(id)")
      }
    }
    for child in element.children { html(child, id, into: &messages) }
  }

  private static func links(_ element: Element, into messages: inout Messages) {
    var alternates: Set<String> = []
    for link in element.all("link") + (element.first("source")?.all("link") ?? []) {
      let target = link.attribute("href") ?? ""
      if !DigestCheck.isAddress(target) {
        messages.add("a link that is no absolute http address: \(target)")
      }
      guard link.attribute("rel") ?? "alternate" == "alternate" else { continue }
      let kind = (link.attribute("type") ?? "") + " " + (link.attribute("hreflang") ?? "")
      if !alternates.insert(kind).inserted { messages.add("two alternate links of one kind") }
    }
  }

  @discardableResult
  private static func instant(
    _ text: String?,
    _ name: String,
    into messages: inout Messages
  ) -> Int? {
    guard let text, text.utf8.count >= 20, let seconds = Timestamp.seconds(text) else {
      messages.add("\(name) is no date of RFC 3339")
      return nil
    }
    return seconds
  }
}

/// Pages: only elements and attributes that we write, links that lead nowhere strange.
enum PageCheck {
  static let elements: Set<String> = [
    "html", "head", "meta", "title", "link", "style", "body", "header", "nav", "main", "section",
    "article", "aside", "footer", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dt", "dd", "div",
    "a", "span", "b", "mark", "time", "details", "summary", "table", "caption", "thead", "tbody",
    "tr", "th", "td", "svg", "rect", "line", "text", "bdi", "small", "code",
  ]
  static let attributes: Set<String> = [
    "lang", "dir", "class", "id", "href", "hreflang", "rel", "type", "title", "name", "content",
    "charset", "http-equiv", "datetime", "scope", "aria-label", "aria-labelledby", "aria-current",
    "aria-hidden", "role", "viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2",
    "data-l", "open", "text-anchor", "preserveAspectRatio",
  ]

  static func check(_ element: XMLTree.Element, into messages: inout DigestCheck.Messages) {
    if !elements.contains(element.name) { messages.add("<\(element.name)> on a page") }
    for (name, value) in element.attributes {
      if !attributes.contains(name) { messages.add("attribute \(name) on a page") }
      if name == "href", !DigestCheck.isAddress(value), !isRelative(value) {
        messages.add("a link to \(value)")
      }
    }
    for child in element.children { check(child, into: &messages) }
  }

  /// A file of the digest: path components of our own making, perhaps a fragment.
  private static func isRelative(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("/")
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "./_-#".utf8.contains(byte)
        }
      }
  }
}
