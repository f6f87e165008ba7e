// SPDX-License-Identifier: Apache-2.0

/// How much there is in a document, found without making a string of it.
public struct FeedOutline: Sendable, Hashable {
  /// Items.
  public private(set) var items = 0
  /// Elements inside items.
  public private(set) var elements = 0
  /// Bytes of text and attributes inside items, in UTF-8.
  public private(set) var bytes = 0

  /// Makes an outline of nothing.
  public init() {}

  /// Counts the item at `index`: every field of it stands on the tape as a range of bytes.
  mutating func add(_ index: Int, _ tape: XMLTape) {
    items += 1
    for record in tape.records[index...] {
      if record.kind == .element { elements += 1 } else { bytes += Int(record.count) }
    }
  }
}

extension FeedParser {
  /// Counts what a well-formed document in UTF-8 holds: strict reading alone, nothing is repaired.
  ///
  /// Use it to see whether a document is worth reading, or how fast this machine reads at best.
  /// Returns `nil` when the document is not well formed or has declarations of its own.
  public static func outline(of bytes: [UInt8]) -> FeedOutline? {
    guard !hasInternalSubset(bytes) else { return nil }
    let options = Options()
    var builder = TapeBuilder(
      reader: FeedReaderState(options: options),
      limits: options.limits
    )
    builder.outlines = true
    let (read, fault) = XMLPushParser.parse(bytes, builder: builder)
    return fault == nil && read.stop == nil ? read.outline : nil
  }
}
