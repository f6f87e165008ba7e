// SPDX-License-Identifier: Apache-2.0
import TextBasics

extension FeedList {
  /// What of a `feeds.conf` decides which digest its feeds give, without anything that is nobody
  /// else's business.
  ///
  /// Left out: secrets and what may hold them (`header`, `cookie`, `username`, `password`, `proxy`,
  /// `user-agent`), places on this machine, the hook, `contact`, notes and comments. Addresses are
  /// written as ``Redaction/address(_:)`` shows them.
  ///
  /// - Parameter text: A file that ``parse(_:path:environment:readFile:)`` has accepted.
  /// - Returns: A file that gives the same feeds, and the same digest of the same answers.
  package static func shareableCopy(of text: [UInt8]) -> String {
    let left = [
      "feed": ["header", "cookie", "username", "password", "proxy", "user-agent", "note"],
      "digest": ["directory"],
      "rasad": ["contact", "seeds", "state", "parallel", "memory"],
    ]
    var sections: [String] = []
    for section in SectionedFile(text, path: "").sections {
      let kind = section.kind.text
      guard ["rasad", "defaults", "feed", "digest"].contains(kind) else { continue }
      let dropped = left[kind == "defaults" ? "feed" : kind] ?? []
      var lines = [section.header.text]
      for pair in section.pairs where !dropped.contains(pair.key.text) {
        let value = pair.value.text
        let isAddress = ["url", "base-url", "hub"].contains(pair.key.text)
        lines.append("\(pair.key.text) = \(isAddress ? Redaction.address(value) : value)")
      }
      if lines.count > 1 { sections.append(lines.joined(separator: "\n") + "\n") }
    }
    return sections.joined(separator: "\n")
  }
}
