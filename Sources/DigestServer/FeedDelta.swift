// SPDX-License-Identifier: Apache-2.0

/// A feed of ours cut into its entries, for clients that want only what is new (RFC 3229).
///
/// It is read by lines: our writer begins each entry on a line of its own, and escapes every `<` that
/// a feed said, so that no text can look like such a line.
struct FeedDelta: Sendable {
  private let bytes: [UInt8]
  private let entries: [(range: Range<Int>, hash: UInt64)]
  private let tail: Int

  /// - Returns: `nil` when the document does not have the form that our writer gives it.
  init?(_ bytes: [UInt8]) {
    let begin = Array("<entry ".utf8)
    let end = Array("</entry>".utf8)
    let close = Array("</feed>".utf8)
    var entries: [(Range<Int>, UInt64)] = []
    var start: Int?
    var tail: Int?
    var line = 0
    while line < bytes.count {
      let next = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let text = bytes[line..<next]
      if text.starts(with: begin) {
        guard start == nil, tail == nil else { return nil }
        start = line
      } else if text.starts(with: end) {
        guard let first = start else { return nil }
        entries.append((first..<next, FeedDelta.hash(bytes[first..<next])))
        start = nil
      } else if text.starts(with: close) {
        guard start == nil, tail == nil else { return nil }
        tail = line
      }
      line = next
    }
    guard let tail else { return nil }
    // Entries stand together, before the end: what lies between two of them would be lost.
    for (one, next) in zip(entries, entries.dropFirst()) where one.0.upperBound != next.0.lowerBound
    {
      return nil
    }
    if let last = entries.last, last.0.upperBound != tail { return nil }
    self.bytes = bytes
    self.tail = tail
    self.entries = entries.map { (range: $0.0, hash: $0.1) }
  }

  /// What tells an entry from its older versions.
  var hashes: Set<UInt64> { Set(entries.map(\.hash)) }

  /// The document with only those entries that `known` lacks, or `nil` when that is all of them.
  func document(without known: Set<UInt64>) -> [UInt8]? {
    let new = entries.filter { !known.contains($0.hash) }
    guard new.count < entries.count else { return nil }
    var result = Array(bytes[..<(entries.first?.range.lowerBound ?? tail)])
    for entry in new { result += bytes[entry.range] }
    return result + bytes[tail...]
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}
