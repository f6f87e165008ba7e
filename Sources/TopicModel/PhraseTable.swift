// SPDX-License-Identifier: Apache-2.0
import TextAnalysis

/// The runs of words that the phrases of one language look for, found by one hash look-up per word.
///
/// A tree of words laid out as one open-addressing table: the key of a node is its parent and its
/// word, so that following a run of words costs one look-up each and stops at the first stranger.
struct PhraseTable: Sendable {
  /// A phrase that needs a run of words.
  struct Use: Sendable, Hashable {
    let phrase: Int32
    let part: UInt8
    let partCount: UInt8
  }

  /// A run of words found in an article.
  struct Hit {
    let use: Use
    /// Index of the first token.
    let first: Int32
    /// Index of the last token.
    let last: Int32
  }

  private var keys: [UInt64]
  private var nodes: [Int32]
  private var mask: Int
  /// By node: which uses its run of words has, as a range of ``uses``.
  private var useStarts: [Int32] = []
  private var uses: [Use] = []
  /// By node: whether longer runs go on by stem (1) or by the very word (2).
  private var next: [UInt8]

  private static let exactSalt: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Builds the table of `runs`: each a form and the use it serves.
  init(_ runs: [(form: [PhraseForm.Element], use: Use)]) {
    let words = runs.reduce(1) { $0 + $1.form.count }
    var size = 64
    while size < words * 3 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    nodes = [Int32](repeating: -1, count: size)
    next = [0]
    var ends: [(node: Int32, use: Use)] = []
    ends.reserveCapacity(runs.count)
    for run in runs {
      var node: Int32 = 0
      for element in run.form {
        next[Int(node)] |= element.isExact ? 2 : 1
        let key = PhraseTable.key(node, element.hash, isExact: element.isExact)
        var slot = PhraseTable.slot(key) & mask
        while nodes[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        if nodes[slot] < 0 {
          keys[slot] = key
          nodes[slot] = Int32(next.count)
          next.append(0)
        }
        node = nodes[slot]
      }
      ends.append((node, run.use))
    }
    shrink()
    ends.sort {
      ($0.node, $0.use.phrase, $0.use.part) < ($1.node, $1.use.phrase, $1.use.part)
    }
    useStarts = [Int32](repeating: 0, count: next.count + 1)
    for (place, end) in ends.enumerated() {
      // Two forms of one part may be the same run of words.
      if place > 0, ends[place - 1] == end { continue }
      uses.append(end.use)
      useStarts[Int(end.node) + 1] += 1
    }
    for node in next.indices { useStarts[node + 1] += useStarts[node] }
  }

  /// Lays the nodes out anew in as few slots as keep look-ups short: most runs share their first
  /// words, so there are fewer nodes than words.
  private mutating func shrink() {
    var size = 64
    while size < next.count * 2 { size *= 2 }
    guard size < keys.count else { return }
    let old = (keys: keys, nodes: nodes)
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    nodes = [Int32](repeating: -1, count: size)
    for place in old.nodes.indices where old.nodes[place] >= 0 {
      var slot = PhraseTable.slot(old.keys[place]) & mask
      while nodes[slot] >= 0 { slot = (slot + 1) & mask }
      (keys[slot], nodes[slot]) = (old.keys[place], old.nodes[place])
    }
  }

  @inline(__always)
  private static func key(_ node: Int32, _ hash: UInt64, isExact: Bool) -> UInt64 {
    let word = isExact ? hash ^ exactSalt : hash
    return (word &+ UInt64(UInt32(bitPattern: node)) &* 0xA24B_AED4_963E_E407) | 1
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9FB2_1C65_1E98_DF25) >> 32)
  }

  /// Appends every run of words of `tokens` to `hits`, in the order of their first token.
  func find(in tokens: [TextToken], _ hits: inout [Hit]) {
    for start in tokens.indices { follow(0, tokens, start, start, &hits) }
  }

  private func follow(
    _ node: Int32,
    _ tokens: [TextToken],
    _ start: Int,
    _ place: Int,
    _ hits: inout [Hit]
  ) {
    guard place < tokens.count, place == start || !tokens[place].afterBreak else { return }
    let ways = next[Int(node)]
    if ways & 1 != 0, let child = child(node, tokens[place].stem, isExact: false) {
      arrive(child, tokens, start, place, &hits)
    }
    if ways & 2 != 0, let child = child(node, tokens[place].word, isExact: true) {
      arrive(child, tokens, start, place, &hits)
    }
  }

  private func arrive(
    _ node: Int32,
    _ tokens: [TextToken],
    _ start: Int,
    _ place: Int,
    _ hits: inout [Hit]
  ) {
    for index in Int(useStarts[Int(node)])..<Int(useStarts[Int(node) + 1]) {
      hits.append(Hit(use: uses[index], first: Int32(start), last: Int32(place)))
    }
    if next[Int(node)] != 0 { follow(node, tokens, start, place + 1, &hits) }
  }

  @inline(__always)
  private func child(_ node: Int32, _ hash: UInt64, isExact: Bool) -> Int32? {
    let key = PhraseTable.key(node, hash, isExact: isExact)
    var slot = PhraseTable.slot(key) & mask
    while nodes[slot] >= 0 {
      if keys[slot] == key { return nodes[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
