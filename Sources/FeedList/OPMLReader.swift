// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// The subscriptions in an OPML file of any program, and what in it cannot be subscribed to.
package struct OPMLReader: Sendable {
  /// An outline with an address.
  package struct Outline: Sendable, Hashable {
    /// The id of the section; empty for what is left out.
    package var id = ""
    package let url: String
    package let title: String
    /// Other keys of the section and their values, as `feeds.conf` writes them.
    package var settings: [(key: String, value: String)] = []
    /// Where the outline begins, both counted from 1; columns count grapheme clusters.
    package let line: Int
    package let column: Int
    /// Why it is left out, or `nil`.
    package var refusal: Refusal?

    package static func == (left: Outline, right: Outline) -> Bool {
      left.line == right.line && left.column == right.column && left.url == right.url
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(url) }
  }

  package enum Refusal: Sendable, Hashable {
    /// The address is a feed of `feeds.conf` or of an outline before; the words say which.
    case known(String)
    /// It can be no feed of ours; the words say why.
    case unusable(String)

    package var sentence: String {
      switch self {
      case .known(let words), .unusable(let words): words
      }
    }
  }

  /// In the order of the file, whatever they are nested in.
  package let outlines: [Outline]

  /// Reads a document, or is `nil` for what is no OPML; a bad outline costs only itself.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - feeds: The feeds that there are already.
  package init?(_ bytes: [UInt8], existing feeds: [FeedSource]) {
    var tokens = HTMLTokenizer(bytes)
    var places = Places(bytes)
    var found: [Outline] = []
    var isOPML = false
    while let token = tokens.next() {
      guard case .startTag(let tag) = token else { continue }
      if tag.name == "opml" { isOPML = true }
      guard isOPML else { return nil }
      guard tag.name == "outline", let attribute = tag.attribute("xmlurl") else { continue }
      let (line, column) = places.place(of: tag.range.lowerBound)
      let title = ["title", "text"].lazy.compactMap { tokens.value($0, of: tag) }
        .map(Self.oneLine).first { !$0.isEmpty }
      var outline = Outline(
        url: Self.oneLine(tokens.value(attribute)),
        title: title ?? "",
        line: line,
        column: column
      )
      outline.settings = Self.settings { tokens.value($0, of: tag) }
      outline.id = tokens.value("rasad:id", of: tag) ?? ""
      found.append(outline)
    }
    guard isOPML else { return nil }
    outlines = Self.judged(found, existing: feeds)
  }

  /// Settings of ours that a file may bring.
  ///
  /// Not among them: what would let a stranger's file loosen the reins (`allow-private`,
  /// `verify-tls`).
  private static let keys = [
    "interval", "timeout", "max-items", "max-size", "http", "topic", "note",
  ]

  private static func settings(
    _ value: (String) -> String?
  ) -> [(key: String, value: String)] {
    var settings: [(key: String, value: String)] = []
    if let tag = value("language") {
      let code = Language(tag: tag).code
      if code != "und", ValueForms.isLanguage(code) { settings.append(("language", code)) }
    }
    for key in keys {
      if let text = value("rasad:" + key).map(oneLine), !text.isEmpty {
        settings.append((key, text))
      }
    }
    if value("rasad:enabled") == "no" { settings.append(("enabled", "no")) }
    return settings
  }

  private static func judged(_ found: [Outline], existing feeds: [FeedSource]) -> [Outline] {
    var known: [String: String] = [:]
    for feed in feeds { known[address(feed.url)] = "it is [feed \(feed.id)] already" }
    var outlines = found
    for index in outlines.indices {
      let outline = outlines[index]
      let key = address(outline.url)
      if let words = unusable(outline) {
        outlines[index].refusal = .unusable(words)
      } else if let words = known[key] {
        outlines[index].refusal = .known(words)
      } else {
        known[key] = "line \(outline.line) has the same address"
      }
    }
    name(&outlines, taken: Set(feeds.map(\.id)))
    return outlines
  }

  /// Why the outline can be no section, judged by the reader of `feeds.conf` itself.
  private static func unusable(_ outline: Outline) -> String? {
    let text = FeedList.adding(
      feed: "x",
      url: outline.url,
      title: outline.title,
      settings: outline.settings,
      to: ""
    )
    do {
      _ = try FeedList.parse(Array(text.utf8), path: "", environment: [:]) { _ in nil }
      return nil
    } catch {
      let fault = error.faults.first { $0.severity == .error } ?? error.faults.first
      return fault.map { fault in
        fault.message + (fault.suggestion.map { " (did you mean \($0)?)" } ?? "")
      }
    }
  }

  /// Two spellings of an address that ask the same server for the same thing.
  private static func address(_ url: String) -> String {
    WebAddress(url).map { $0.text } ?? url
  }

  /// Gives every usable outline an id that depends on nothing but its own title and address.
  private static func name(_ outlines: inout [Outline], taken: Set<String>) {
    var wishes: [Int: String] = [:]
    for (index, outline) in outlines.enumerated() where outline.refusal == nil {
      wishes[index] = ValueForms.isID(outline.id) ? outline.id : id(for: outline)
    }
    var counts: [String: Int] = [:]
    for wish in wishes.values { counts[wish, default: 0] += 1 }
    var taken = taken
    for index in outlines.indices {
      guard let wish = wishes[index] else { continue }
      var id = wish
      if counts[wish, default: 0] > 1 || taken.contains(wish) {
        let digest = Base32.encode(SHA256.digest(of: Array(address(outlines[index].url).utf8)))
        var length = 4
        repeat {
          id = wish.prefix(39 - length) + "-" + digest.prefix(length)
          length += 4
        } while taken.contains(id) && length < 36
      }
      taken.insert(id)
      outlines[index].id = id
    }
  }

  /// An id from the title, Arabic and Persian letters in Latin ones, else from the host.
  private static func id(for outline: Outline) -> String {
    let title = Transliteration.latin(outline.title)
    if let id = ValueForms.id(from: title), id.filter(\.isLetter).count >= 2 { return id }
    let host = WebAddress(outline.url)?.host ?? ""
    let labels = host.split(separator: ".").filter { $0 != "www" }.dropLast()
    return ValueForms.id(from: labels.joined(separator: "-")) ?? "feed"
  }

  /// One line, and none that `feeds.conf` would take for a reference to a secret.
  private static func oneLine(_ text: String) -> String {
    CharacterFilter.xmlText(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("${", with: "$ {")
  }
}

/// Finds lines and columns of places that are asked for from front to back.
private struct Places {
  private let bytes: [UInt8]
  private var line = 1
  private var start = 0
  private var scanned = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func place(of offset: Int) -> (line: Int, column: Int) {
    while scanned < offset {
      if bytes[scanned] == 0x0A { (line, start) = (line + 1, scanned + 1) }
      scanned += 1
    }
    return (line, String(decoding: bytes[start..<offset], as: UTF8.self).count + 1)
  }
}

/// Latin letters for Arabic and Persian ones, good enough for a name that a person can type.
enum Transliteration {
  static func latin(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        result.unicodeScalars.append(scalar)
      } else if let latin = letters[scalar] {
        result += latin
      } else if scalar.properties.isWhitespace || scalar == "\u{200C}" || scalar.value == 0x2013 {
        result += "-"
      } else {
        // The letter below the accent: é is e and a mark.
        result.unicodeScalars.append(contentsOf: base(scalar))
      }
    }
    return result
  }

  private static func base(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let name = scalar.properties.name ?? ""
    for size in ["SMALL", "CAPITAL"] {
      let prefix = "LATIN \(size) LETTER "
      guard name.hasPrefix(prefix) else { continue }
      let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
      return letter.count == 1 ? Array(letter.lowercased().unicodeScalars) : []
    }
    return []
  }

  private static let letters: [Unicode.Scalar: String] = [
    "ا": "a", "آ": "a", "أ": "a", "إ": "i", "ٱ": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th",
    "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "ژ": "zh",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ک": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "v", "ؤ": "u",
    "ه": "h", "ة": "a", "ۀ": "h", "ی": "i", "ي": "i", "ى": "a", "ئ": "i",
    "۰": "0", "۱": "1", "۲": "2", "۳": "3", "۴": "4", "۵": "5", "۶": "6", "۷": "7", "۸": "8",
    "۹": "9", "٠": "0", "١": "1", "٢": "2", "٣": "3", "٤": "4", "٥": "5", "٦": "6", "٧": "7",
    "٨": "8", "٩": "9",
  ]
}
