// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// HTML of feeds made safe, absolute and uniform.
///
/// Elements and attributes that are not on the lists of ``HTMLVocabulary`` go, scripts and styles
/// with all that is inside; references in attributes are made absolute; what is left is written
/// in one form (lower case, quoted values in alphabetical order), so that equal content has
/// equal bytes.
struct HTMLCleaner {
  private var tokens: HTMLTokenizer
  private let base: String?
  private var output: [UInt8] = []
  /// The element whose inside is being dropped, and how often it is open.
  private var dropped: (name: String, depth: Int)?
  /// How many `svg` and `math` elements are open.
  private var foreign = 0

  /// `html` in its clean form; `base` is the address that relative references start from.
  static func clean(_ html: String, base: String?) -> String {
    guard html.holds(0x3C) || html.holds(0x26) else { return html }
    var cleaner = HTMLCleaner(html, base: base)
    return cleaner.run()
  }

  private init(_ html: String, base: String?) {
    let bytes = Array(html.utf8)
    tokens = HTMLTokenizer(bytes)
    self.base = base
    output.reserveCapacity(bytes.count + bytes.count / 8)
  }

  private mutating func run() -> String {
    while let token = tokens.next() {
      switch token {
      case .text(let range, let isRaw): text(range, isRaw)
      case .startTag(let tag): start(tag)
      case .endTag(let tag): end(tag)
      case .comment, .doctype: continue
      }
    }
    return String(checking: trimmedXMLSpace(output[...]).span)
  }

  private mutating func text(_ range: Range<Int>, _ isRaw: Bool) {
    guard dropped == nil else { return }
    if isPlain(range) {
      output += tokens.bytes[range]
      return
    }
    let tokens = tokens
    decode(range) { tokens.appendText($0, isRaw: isRaw, to: &$1) }
  }

  /// Whether nothing in `range` is decoded or escaped.
  private func isPlain(_ range: Range<Int>) -> Bool {
    tokens.bytes.span.extracting(range).holdsNone(of: 0x26, 0x3C, 0x3E, 0x22, 0x0D, 0)
  }

  /// Appends the bytes in `range` decoded by `decode` and escaped again.
  ///
  /// A numeric reference to an ampersand or bracket stays as it is: to undo it would make markup of
  /// what is none.
  private mutating func decode(
    _ range: Range<Int>,
    quotes: Bool = false,
    _ decode: (Range<Int>, inout [UInt8]) -> Void
  ) {
    var place = range.lowerBound
    var start = place
    var decoded: [UInt8] = []
    while place < range.upperBound {
      guard let length = markupReference(place, range.upperBound) else {
        place += 1
        continue
      }
      decode(start..<place, &decoded)
      escape(decoded[...], quotes: quotes)
      decoded.removeAll(keepingCapacity: true)
      output += tokens.bytes[place..<place + length]
      place += length
      start = place
    }
    decode(start..<range.upperBound, &decoded)
    escape(decoded[...], quotes: quotes)
  }

  /// The length of a numeric reference at `place` that stands for `&`, `<` or `>`.
  private func markupReference(_ place: Int, _ limit: Int) -> Int? {
    let bytes = tokens.bytes
    guard bytes[place] == 0x26, place + 4 < limit, bytes[place + 1] == 0x23 else { return nil }
    for reference in HTMLCleaner.markupReferences where place + reference.count <= limit {
      let written = bytes[place..<place + reference.count]
      if written.elementsEqual(reference, by: { $0 == $1 || $0 | 0x20 == $1 }) {
        return reference.count
      }
    }
    return nil
  }

  private static let markupReferences = ["&#38;", "&#x26;", "&#60;", "&#x3c;", "&#62;", "&#x3e;"]
    .map { Array($0.utf8) }

  private mutating func start(_ tag: HTMLTag) {
    if let open = dropped {
      if open.name == tag.name, !tag.isSelfClosing { dropped?.depth += 1 }
      return
    }
    if HTMLVocabulary.hidden.contains(tag.name) {
      if !tag.isSelfClosing || foreign == 0 { dropped = (tag.name, 1) }
      return
    }
    if tag.name == "svg" || tag.name == "math" { foreign += tag.isSelfClosing ? 0 : 1 }
    guard let name = HTMLVocabulary.name(of: tag.name, isForeign: isForeign(tag)) else { return }
    output.append(0x3C)
    output += name.utf8
    for (attribute, value, source) in attributes(of: tag) {
      output.append(0x20)
      output += attribute.utf8
      output += "=\"".utf8
      if let source, isPlain(source) {
        output += tokens.bytes[source]
      } else if let source {
        let tokens = tokens
        decode(source, quotes: true) { tokens.appendValue($0, to: &$1) }
      } else {
        escape(Array(value.utf8)[...], quotes: true)
      }
      output.append(0x22)
    }
    let isVoid = HTMLVocabulary.void.contains(tag.name)
    if isVoid {
      output += " />".utf8
    } else if tag.isSelfClosing {
      output += "></".utf8
      output += name.utf8
      output.append(0x3E)
    } else {
      output.append(0x3E)
    }
  }

  private func isForeign(_ tag: HTMLTag) -> Bool {
    foreign > 0 || tag.name == "svg" || tag.name == "math"
  }

  private mutating func end(_ tag: HTMLTag) {
    if let open = dropped {
      guard open.name == tag.name else { return }
      dropped = open.depth > 1 ? (open.name, open.depth - 1) : nil
      return
    }
    let name = HTMLVocabulary.name(of: tag.name, isForeign: isForeign(tag))
    if tag.name == "svg" || tag.name == "math" { foreign = max(0, foreign - 1) }
    guard let name, !HTMLVocabulary.void.contains(tag.name) else { return }
    output += "</".utf8
    output += name.utf8
    output.append(0x3E)
  }

  /// The attributes that stay, in alphabetical order.
  private func attributes(of tag: HTMLTag) -> [(String, String, Range<Int>?)] {
    var kept: [(String, String, Range<Int>?)] = []
    for attribute in tag.attributes {
      guard let name = HTMLVocabulary.attribute(attribute.name, isForeign: isForeign(tag)) else {
        continue
      }
      var value = tokens.value(attribute)
      if attribute.name == "attributename", !HTMLVocabulary.isAnimatable(value) { continue }
      let isAddress =
        HTMLVocabulary.references.contains(attribute.name) || attribute.name == "srcset"
      if HTMLVocabulary.references.contains(attribute.name) {
        guard let address = address(value) else { continue }
        value = address
      } else if attribute.name == "srcset" {
        value = sourceSet(value)
      }
      kept.append((name, value, isAddress ? nil : attribute.value))
    }
    return kept.count < 2 ? kept : kept.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// A reference made absolute, or `nil` when its scheme may not be followed.
  private func address(_ reference: String) -> String? {
    if Web.isClean(reference) { return reference }
    let resolved = URLReference.resolve(reference, against: base)
    guard let scheme = URLReference(resolved).scheme else { return resolved }
    return HTMLVocabulary.schemes.contains(scheme.lowercased()) ? resolved : nil
  }

  /// The candidates of a `srcset` (WHATWG HTML, 4.8.4.2.1) made absolute.
  private func sourceSet(_ text: String) -> String {
    let candidates = text.split(separator: ",").map { part -> String in
      let words = part.split(whereSeparator: \.isWhitespace)
      guard let first = words.first, let address = address(String(first)) else { return "" }
      return ([address] + words.dropFirst().map(String.init)).joined(separator: " ")
    }
    return candidates.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>, quotes: Bool) {
    var copied = bytes.startIndex
    for (place, byte) in zip(bytes.indices, bytes) {
      let reference: StaticString
      switch byte {
      case 0x26: reference = "&amp;"
      case 0x3C: reference = "&lt;"
      case 0x3E: reference = "&gt;"
      case 0x22 where quotes: reference = "&quot;"
      default: continue
      }
      output += bytes[copied..<place]
      reference.withUTF8Buffer { unsafe output.append(contentsOf: $0) }
      copied = place + 1
    }
    output += bytes[copied...]
  }
}
