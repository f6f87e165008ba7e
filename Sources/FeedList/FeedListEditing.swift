// SPDX-License-Identifier: Apache-2.0
import TextBasics

extension FeedList {
  /// `text` with a section for a new feed at its end; every other byte stays.
  ///
  /// Whether the id is free and the address good is told by ``parse(_:path:environment:readFile:)``
  /// of the result.
  ///
  /// - Parameters:
  ///   - id: The feed's id.
  ///   - url: Its address.
  ///   - title: A title to show, if there is one; line ends in it become spaces.
  ///   - settings: Other keys and their values.
  ///   - text: The file.
  /// - Returns: The new file, in the line ends of the old one.
  package static func adding(
    feed id: String,
    url: String,
    title: String?,
    settings: [(key: String, value: String)] = [],
    to text: String
  ) -> String {
    let end = text.utf8.contains(0x0D) ? "\r\n" : "\n"
    var lines = ["[feed \(id)]", "url   = \(oneLine(url))"]
    if let title = title.map(oneLine), !title.isEmpty { lines.append("title = \(title)") }
    lines += settings.map { "\($0.key) = \(oneLine($0.value))" }
    let bytes = text.utf8
    var separator = ""
    if !bytes.isEmpty {
      if bytes.last != 0x0A { separator += end }
      if !text.hasSuffix(end + end) { separator += end }
    }
    return text + separator + lines.map { $0 + end }.joined()
  }

  /// `text` without the header and the pairs of a feed.
  ///
  /// Comments stay, also those inside the section: what a person wrote is not ours to delete.
  ///
  /// - Parameters:
  ///   - id: The feed's id.
  ///   - text: The file.
  /// - Returns: The new file, or `nil` when it has no such feed.
  package static func removing(feed id: String, from text: String) -> String? {
    let bytes = Array(text.utf8)
    let file = SectionedFile(bytes, path: "")
    var own: Set<Int> = []
    for section in file.sections where section.kind.text == "feed" && section.id?.text == id {
      own.insert(section.header.line)
      for pair in section.pairs { own.insert(pair.key.line) }
    }
    guard let last = own.max() else { return nil }
    var result: [UInt8] = []
    var previousIsBlank = true
    var number = 0
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      number += 1
      let line = bytes[start..<end]
      start = end
      if own.contains(number) {
        // A byte order mark in front of the first section is not the section's.
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { result += line.prefix(3) }
        continue
      }
      let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
      // The blank line that parted the section from the next one goes with it.
      if isBlank, previousIsBlank, number == last + 1 { continue }
      result += line
      previousIsBlank = isBlank
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      scalars.append(isControl ? " " : scalar)
    }
    return String(scalars).split(separator: " ").joined(separator: " ")
  }
}
