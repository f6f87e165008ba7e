// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Subscriptions in the form that feed readers exchange (OPML 2.0).
package enum OPML {
  /// The namespace of the attributes that only Rasad reads.
  package static let namespace = "tag:rasad.invalid,2025:opml"

  /// A document with all feeds in their order.
  ///
  /// Headers, cookies, names, passwords and proxies never appear in it.
  ///
  /// - Parameters:
  ///   - feeds: The subscriptions.
  ///   - title: The document's title.
  ///   - plain: Leaves out the attributes that only Rasad reads.
  /// - Returns: The document, whose last line ends.
  package static func text(of feeds: [FeedSource], title: String, plain: Bool = false) -> String {
    let declaration = plain ? "" : " xmlns:rasad=\"\(namespace)\""
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<opml version=\"2.0\"\(declaration)>",
      "  <head><title>\(escaped(title))</title></head>",
      "  <body>",
    ]
    for feed in feeds {
      let name = feed.title ?? feed.id
      var attributes = [
        ("type", "rss"), ("text", name), ("title", name), ("xmlUrl", feed.url),
      ]
      if let language = feed.language { attributes.append(("language", language)) }
      if !plain { attributes += own(feed) }
      let list = attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
      lines.append("    <outline\(list)/>")
    }
    return (lines + ["  </body>", "</opml>", ""]).joined(separator: "\n")
  }

  /// What differs from the settings of a feed that only has an address.
  private static func own(_ feed: FeedSource) -> [(String, String)] {
    let usual = FeedSource(id: "", url: "")
    var list = [("rasad:id", feed.id)]
    func add(_ differs: Bool, _ name: String, _ value: String) {
      if differs { list.append(("rasad:" + name, value)) }
    }
    if let interval = feed.interval { add(true, "interval", ValueForms.text(interval)) }
    add(feed.timeout != usual.timeout, "timeout", ValueForms.text(feed.timeout))
    add(feed.maxItems != usual.maxItems, "max-items", String(feed.maxItems))
    add(feed.maxSize != usual.maxSize, "max-size", ValueForms.size(bytes: feed.maxSize))
    add(feed.http != usual.http, "http", feed.http.rawValue)
    add(!feed.topics.isEmpty, "topic", feed.topics.joined(separator: ", "))
    add(!feed.enabled, "enabled", "no")
    add(!feed.verifyTLS, "verify-tls", "no")
    add(feed.allowPrivate, "allow-private", "yes")
    if let note = feed.note { add(!note.isEmpty, "note", note) }
    return list
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default:
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: result += " "
        case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: continue
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
