// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Writing and checking the stored form of ``StoryFeatures``.
extension StoryFeatures {
  /// A stored form with another number was made by other rules and is not compared.
  static let version: UInt8 = 1

  /// Puts what `builder` found into the stored form.
  static func encode(
    _ builder: StoryFeatureBuilder,
    language: Language,
    instant: Int,
    address: UInt64,
    content: UInt64
  ) -> StoryFeatures {
    let terms = min(builder.terms.count, Int(UInt8.max))
    let sketch = builder.sketch.count
    let words = builder.words.count
    let size =
      Size.head + words * Size.word + 1 + terms * Size.term + 3 + sketch * Size.hash
      + builder.display.count
    let out = [UInt8](capacity: size) { out in
      out.append(version)
      var code = language.code.utf8.makeIterator()
      for _ in 0..<3 { out.append(code.next() ?? 0x20) }
      append(UInt64(bitPattern: Int64(instant)), 8, to: &out)
      append(address, 8, to: &out)
      append(content, 8, to: &out)
      out.append(UInt8(words))
      for word in builder.words {
        out.append(word.weight)
        out.append(
          (word.isInTitle ? Flag.title : 0) | (word.isName ? Flag.name : 0)
            | (word.followsDirectly ? Flag.follows : 0)
        )
        out.append(word.length)
      }
      out.append(UInt8(terms))
      for term in builder.terms.prefix(terms) {
        append(UInt64(term.key), 4, to: &out)
        out.append(term.kind.rawValue)
        out.append(term.word)
        out.append(term.weight)
      }
      append(UInt64(builder.pairCount), 2, to: &out)
      out.append(UInt8(sketch))
      for hash in builder.sketch { append(UInt64(hash), 4, to: &out) }
      for byte in builder.display { out.append(byte) }
    }
    return StoryFeatures(checked: out, words: words, terms: terms, sketch: sketch)
  }

  @inline(__always)
  private static func append(_ value: UInt64, _ count: Int, to out: inout OutputSpan<UInt8>) {
    for place in 0..<count { out.append(UInt8(truncatingIfNeeded: value >> UInt64(place * 8))) }
  }

  /// Takes the stored form back; `nil` for bytes of another version and for any that no features
  /// encode to.
  package init?(encoded: [UInt8]) {
    let checker = Checker(bytes: encoded)
    guard encoded.count > Size.head, encoded[0] == StoryFeatures.version,
      let (words, length) = checker.words(),
      let (terms, sketchPlace) = checker.terms(at: Size.head + words * Size.word, words: words),
      let (sketch, end) = checker.sketch(at: sketchPlace), encoded.count == end + length
    else { return nil }
    self.init(checked: encoded, words: words, terms: terms, sketch: sketch)
    guard StoryFeatures.instants.contains(instant) else { return nil }
  }

  /// Reads no further than there are bytes; every answer ends with where the next part begins.
  private struct Checker {
    let bytes: [UInt8]

    /// The count of the words and the bytes of all their texts.
    func words() -> (count: Int, length: Int)? {
      let count = Int(bytes[Size.head - 1])
      guard count <= wordLimit, Size.head + count * Size.word < bytes.count else { return nil }
      var length = 0
      for word in 0..<count {
        guard bytes[Size.head + word * Size.word + 1] < 8 else { return nil }
        length += Int(bytes[Size.head + word * Size.word + 2])
      }
      return (count, length)
    }

    func terms(at start: Int, words: Int) -> (count: Int, end: Int)? {
      let count = Int(bytes[start])
      let end = start + 1 + count * Size.term
      guard end + 3 <= bytes.count else { return nil }
      var last = -1
      for place in stride(from: start + 1, to: end, by: Size.term) {
        let key = number(at: place)
        guard key > last, Kind(rawValue: bytes[place + 4]) != nil, bytes[place + 5] < words
        else { return nil }
        last = key
      }
      return (count, end)
    }

    func sketch(at start: Int) -> (count: Int, end: Int)? {
      let count = Int(bytes[start + 2])
      let end = start + 3 + count * Size.hash
      guard count <= sketchSize, end <= bytes.count else { return nil }
      var last = -1
      for place in stride(from: start + 3, to: end, by: Size.hash) {
        let hash = number(at: place)
        guard hash > last else { return nil }
        last = hash
      }
      return (count, end)
    }

    @inline(__always)
    private func number(at place: Int) -> Int {
      Int(bytes[place]) | Int(bytes[place + 1]) << 8 | Int(bytes[place + 2]) << 16
        | Int(bytes[place + 3]) << 24
    }
  }
}
