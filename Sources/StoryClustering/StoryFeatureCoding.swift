// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// The form in which an article's row keeps its features.
///
/// Version 1: the byte 1; language (3 ASCII bytes, `und` for none); instant (8, little-endian as all
/// numbers); address (8); content (8); word count (1); per word weight, flags (1 in title, 2 name, 4 follows) and
/// length (1 each); term count (1); per term key (4), kind · 64 + word (2 bytes: kind, word), weight
/// (1); pair count (2); sketch count (1) and hashes (4 each); then the UTF-8 of the words.
extension StoryFeatures {
  private static let version: UInt8 = 1

  /// The features as bytes; ``init(encoded:)`` reads them back unchanged.
  package var encoded: [UInt8] {
    var out: [UInt8] = [StoryFeatures.version]
    out.reserveCapacity(48 + words.count * 3 + terms.count * 7 + sketch.count * 4 + display.count)
    out.append(contentsOf: Array((language.code + "  ").utf8.prefix(3)))
    append(UInt64(bitPattern: Int64(instant)), 8, to: &out)
    append(address, 8, to: &out)
    append(content, 8, to: &out)
    out.append(UInt8(words.count))
    var start = 0
    for word in words {
      out.append(word.weight)
      out.append(
        (word.isInTitle ? 1 : 0) | (word.isName ? 2 : 0) | (word.followsDirectly ? 4 : 0)
      )
      out.append(UInt8(Int(word.end) - start))
      start = Int(word.end)
    }
    let kept = terms.prefix(Int(UInt8.max))
    out.append(UInt8(kept.count))
    for term in kept {
      append(UInt64(term.key), 4, to: &out)
      out.append(term.kind.rawValue)
      out.append(term.word)
      out.append(term.weight)
    }
    append(UInt64(pairCount), 2, to: &out)
    out.append(UInt8(sketch.count))
    for hash in sketch { append(UInt64(hash), 4, to: &out) }
    out.append(contentsOf: display)
    return out
  }

  /// Reads features back; `nil` for bytes of another version and for any that no features encode to.
  package init?(encoded: [UInt8]) {
    var reader = Reader(bytes: encoded)
    guard reader.byte() == StoryFeatures.version, let code = reader.take(3),
      let instant = reader.number(8), let address = reader.number(8),
      let content = reader.number(8), let words = StoryFeatures.words(&reader),
      let terms = StoryFeatures.terms(&reader, words.count), let pairCount = reader.number(2),
      let sketch = StoryFeatures.sketch(&reader)
    else { return nil }
    let display = Array(reader.rest)
    guard display.count == Int(words.last?.end ?? 0),
      StoryFeatures.instants.contains(Int(Int64(bitPattern: instant)))
    else { return nil }
    let tag = code.prefix { $0 != 0x20 }
    self.init(
      language: Language(tag: String(decoding: tag, as: UTF8.self)),
      instant: Int(Int64(bitPattern: instant)),
      address: address,
      content: content,
      words: words,
      terms: terms,
      display: display,
      sketch: sketch,
      pairCount: UInt16(truncatingIfNeeded: pairCount)
    )
  }

  private static func words(_ reader: inout Reader) -> [Word]? {
    guard let count = reader.byte(), Int(count) <= wordLimit else { return nil }
    var words: [Word] = []
    words.reserveCapacity(Int(count))
    var end: UInt16 = 0
    for _ in 0..<count {
      guard let weight = reader.byte(), let flags = reader.byte(), flags < 8,
        let length = reader.byte()
      else { return nil }
      end += UInt16(length)
      words.append(
        Word(
          weight: weight,
          isInTitle: flags & 1 != 0,
          isName: flags & 2 != 0,
          followsDirectly: flags & 4 != 0,
          end: end
        )
      )
    }
    return words
  }

  private static func terms(_ reader: inout Reader, _ wordCount: Int) -> [Term]? {
    guard let count = reader.byte() else { return nil }
    var terms: [Term] = []
    terms.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let key = reader.number(4), let kind = reader.byte().flatMap(Kind.init(rawValue:)),
        let word = reader.byte(), Int(word) < wordCount, let weight = reader.byte()
      else { return nil }
      let term = Term(key: UInt32(key), kind: kind, word: word, weight: weight)
      if let last = terms.last, last.key >= term.key { return nil }
      terms.append(term)
    }
    return terms
  }

  private static func sketch(_ reader: inout Reader) -> [UInt32]? {
    guard let count = reader.byte(), Int(count) <= sketchSize else { return nil }
    var sketch: [UInt32] = []
    sketch.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let value = reader.number(4) else { return nil }
      if let last = sketch.last, UInt64(last) >= value { return nil }
      sketch.append(UInt32(value))
    }
    return sketch
  }

  private func append(_ value: UInt64, _ count: Int, to out: inout [UInt8]) {
    for place in 0..<count { out.append(UInt8(truncatingIfNeeded: value >> UInt64(place * 8))) }
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    mutating func byte() -> UInt8? {
      guard place < bytes.count else { return nil }
      place += 1
      return bytes[place - 1]
    }

    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard place + count <= bytes.count else { return nil }
      place += count
      return bytes[place - count..<place]
    }

    mutating func number(_ count: Int) -> UInt64? {
      guard let slice = take(count) else { return nil }
      return slice.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    var rest: ArraySlice<UInt8> { bytes[place...] }
  }
}
