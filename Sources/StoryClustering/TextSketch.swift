// SPDX-License-Identifier: Apache-2.0

/// Resemblance of texts by the smallest hashes of their word pairs (Broder, "On the resemblance and
/// containment of documents", 1997).
enum TextSketch {
  /// A sketch where it lies in memory: hashes of four bytes, ascending.
  @safe struct View {
    let bytes: UnsafeRawBufferPointer
    /// How many different pairs the text has.
    let pairs: Int

    var count: Int { unsafe bytes.count / StoryFeatures.Size.hash }

    @inline(__always)
    subscript(index: Int) -> UInt32 {
      unsafe UInt32(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: index * StoryFeatures.Size.hash,
          as: UInt32.self
        )
      )
    }
  }

  /// The sketch of a text: the smallest hashes of its word pairs, ascending, and how many different
  /// pairs there are.
  static func make(of words: [UInt64]) -> (hashes: [UInt32], pairs: Int) {
    guard words.count > 2 else { return ([], 0) }
    // In the upper half, by which they are sorted.
    var all: [UInt64] = []
    all.reserveCapacity(words.count)
    for place in 1..<words.count {
      let pair = words[place - 1] &* 0x9E37_79B9_7F4A_7C15 &+ words[place]
      all.append(TermHash.mix(pair) << 32)
    }
    HashSort.sort(&all)
    var hashes: [UInt32] = []
    hashes.reserveCapacity(StoryFeatures.sketchSize)
    var pairs = 0
    var last = UInt64.max
    for hash in all where hash != last {
      if hashes.count < StoryFeatures.sketchSize {
        hashes.append(UInt32(truncatingIfNeeded: hash >> 32))
      }
      pairs += 1
      last = hash
    }
    return (hashes, min(pairs, Int(UInt16.max)))
  }

  /// Estimates which share of the shorter text's word pairs the other text has, in thousandths.
  ///
  /// - Returns: The share; any number below `least` once it is certain that it lies below.
  static func containment(_ a: View, _ b: View, atLeast least: Int = 0) -> Int {
    let (aCount, bCount) = (a.count, b.count)
    guard aCount > 0, bCount > 0 else { return 0 }
    let size = min(StoryFeatures.sketchSize, max(aCount, bCount))
    let (sizes, shorter) = (a.pairs + b.pairs, max(1, min(a.pairs, b.pairs)))
    let needed = sharedHashes(of: size, sizes: sizes, shorter: shorter, atLeast: least)
    var (i, j, seen, shared) = (0, 0, 0, 0)
    while seen < size, i < aCount || j < bCount {
      if shared + size - seen < needed { return 0 }
      let x = i < aCount ? UInt64(a[i]) : .max
      let y = j < bCount ? UInt64(b[j]) : .max
      i += x <= y ? 1 : 0
      j += y <= x ? 1 : 0
      shared += x == y ? 1 : 0
      seen += 1
    }
    return min(1000, 1000 * shared * sizes / ((seen + shared) * shorter))
  }

  /// How many of the `size` smallest hashes of both texts must be shared for a containment of `least`.
  ///
  /// Resemblance r of the union; containment = r (|A| + |B|) / ((1 + r) min(|A|, |B|)).
  ///
  /// - Parameters:
  ///   - size: How many of the smallest hashes are looked at.
  ///   - sizes: |A| + |B|, in pairs.
  ///   - shorter: min(|A|, |B|), at least 1.
  ///   - least: The containment, thousandths.
  /// - Returns: That number; with fewer the containment lies below.
  static func sharedHashes(of size: Int, sizes: Int, shorter: Int, atLeast least: Int) -> Int {
    let factor = 1000 * sizes - least * shorter
    return factor > 0 ? (least * size * shorter + factor - 1) / factor : 0
  }

  /// The same of two articles.
  static func containment(_ left: StoryFeatures, _ right: StoryFeatures) -> Int {
    left.withSketch { a in right.withSketch { b in containment(a, b) } }
  }
}

extension StoryFeatures {
  /// Lends the sketch where it lies.
  func withSketch<Value>(_ body: (TextSketch.View) -> Value) -> Value {
    let start = sketchStart
    let end = start + sketchCount * Size.hash
    let pairs = pairCount
    return unsafe encoded.withUnsafeBytes { bytes in
      unsafe body(
        TextSketch.View(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), pairs: pairs)
      )
    }
  }
}
