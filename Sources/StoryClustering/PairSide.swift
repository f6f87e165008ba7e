// SPDX-License-Identifier: Apache-2.0

/// What every comparison needs of one article, summed up once: which words are what, a bit each.
struct PairSide: Sendable {
  /// A sum per ``StoryFeatures/Kind``.
  typealias Sums = InlineArray<8, Int32>

  /// Numbers lighter than this stand in every report.
  static let numberFloor: UInt8 = 60
  /// A word at least so heavy is rare.
  static let rareFloor: UInt8 = 112

  private(set) var titles: UInt64 = 0
  private(set) var names: UInt64 = 0
  private(set) var rare: UInt64 = 0
  /// Words that show a number, a day, a place, and a second place («Georgia»).
  private(set) var numbers: UInt64 = 0
  private(set) var dates: UInt64 = 0
  private(set) var places: UInt64 = 0
  private(set) var secondPlaces: UInt64 = 0
  /// Words that are a company, an organisation or a known person.
  private(set) var actors: UInt64 = 0
  /// Weight of all words, those of the title twice; and of the title's words.
  private(set) var all: Int32 = 0
  private(set) var title: Int32 = 0
  /// Terms of the kinds that tell events of one form apart: numbers that count, days, places.
  private(set) var numberCount = 0
  private(set) var dateCount = 0
  private(set) var placeCount = 0
  /// Squared weights of the terms, those of the title's words doubled before.
  private(set) var norms = Sums(repeating: 0)

  init(_ features: StoryFeatures) {
    for index in 0..<features.wordCount {
      let place = StoryFeatures.Size.head + index * StoryFeatures.Size.word
      let (weight, flags) = (features.encoded[place], features.encoded[place + 1])
      let bit: UInt64 = 1 << UInt64(index)
      all += Int32(weight)
      if flags & StoryFeatures.Flag.title != 0 {
        titles |= bit
        title += Int32(weight)
        all += Int32(weight)
      }
      if flags & StoryFeatures.Flag.name != 0 { names |= bit }
      if weight >= PairSide.rareFloor { rare |= bit }
    }
    for index in 0..<features.termCount { add(features.term(index)) }
  }

  private mutating func add(_ term: StoryFeatures.Term) {
    let bit: UInt64 = 1 << UInt64(term.word)
    let value = Int32(term.weight) * (titles & bit == 0 ? 1 : 2)
    norms[Int(term.kind.rawValue)] += value * value
    switch term.kind {
    case .number where term.weight >= PairSide.numberFloor:
      numbers |= bit
      numberCount += 1
    case .date:
      dates |= bit
      dateCount += 1
    case .place:
      placeCount += 1
      secondPlaces |= places & bit
      places |= bit
    case .name: actors |= bit
    default: break
    }
  }
}

/// An article that is compared with many: its terms are found by their keys.
struct PairProbe: Sendable {
  let features: StoryFeatures
  let side: PairSide
  /// Numbers of terms plus one, by the high bits of their keys; at most a quarter is taken.
  fileprivate let slots: [UInt8]

  init(_ features: StoryFeatures) {
    self.init(features, PairSide(features))
  }

  init(_ features: StoryFeatures, _ side: PairSide) {
    self.features = features
    self.side = side
    var slots = [UInt8](repeating: 0, count: 1024)
    for index in 0..<features.termCount {
      var slot = PairProbe.slot(features.term(index).key)
      while slots[slot] != 0 { slot = (slot + 1) & 1023 }
      slots[slot] = UInt8(index + 1)
    }
    self.slots = slots
  }

  @inline(__always)
  private static func slot(_ key: UInt32) -> Int { Int(key >> 22) }

  /// Calls `body` with the places of every term that `other` has too, in its order: where the term
  /// begins in this article's stored form, and where in the other's.
  @inline(__always)
  func forEachShared(with other: StoryFeatures, _ body: (Int, Int) -> Void) {
    let size = StoryFeatures.Size.term
    let (own, start, count) = (features.termStart, other.termStart, other.termCount)
    // Both forms were checked when they were made: all terms lie within them.
    unsafe slots.withUnsafeBufferPointer { slots in
      unsafe features.encoded.withUnsafeBytes { left in
        unsafe other.encoded.withUnsafeBytes { right in
          var place = start
          for _ in 0..<count {
            let key = unsafe UInt32(
              littleEndian: right.loadUnaligned(fromByteOffset: place, as: UInt32.self)
            )
            var slot = PairProbe.slot(key)
            var index = unsafe slots[slot]
            while index != 0 {
              let mine = own + (Int(index) - 1) * size
              let found = unsafe UInt32(
                littleEndian: left.loadUnaligned(fromByteOffset: mine, as: UInt32.self)
              )
              if found == key {
                body(mine, place)
                break
              }
              slot = (slot + 1) & 1023
              index = unsafe slots[slot]
            }
            place += size
          }
        }
      }
    }
  }
}
