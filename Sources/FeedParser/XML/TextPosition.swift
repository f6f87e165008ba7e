// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Lines and columns of offsets that only grow.
struct TextPosition {
  /// The line of the last offset, from 1.
  private(set) var line: Int
  private var lineStart = 0
  private var offset = 0

  init(line: Int = 1) { self.line = line }

  /// Counts offsets from `count` bytes later on.
  mutating func rebase(by count: Int) {
    offset -= count
    lineStart -= count
  }

  /// Moves on to `target`; does nothing when it lies behind.
  mutating func advance(to target: Int, in bytes: [UInt8]) {
    guard target > offset else { return }
    var place = offset
    while place < target {
      if bytes[place] == 0x0A {
        line += 1
        lineStart = place + 1
      }
      place += 1
    }
    offset = target
  }

  /// The column of `target` on the current line in bytes, from 1.
  func column(of target: Int) -> Int { max(1, target - lineStart + 1) }
}

/// The processor time that reading may take.
///
/// Not the time of the clock: on a busy machine, or while the network is slow, that runs out without
/// any fault of the document, and a feed would be lost.
struct Deadline: Sendable {
  private let limit: Duration?
  private var start: Duration

  /// Ends when this thread has worked for `time` more, or never.
  init(_ time: Duration?) {
    limit = time
    start = Deadline.worked
  }

  /// The same time, counted from now on: for each piece of a document that is read at once.
  func started() -> Deadline { Deadline(limit) }

  var hasPassed: Bool { limit.map { Deadline.worked - start > $0 } ?? false }

  /// The processor time that this thread has taken so far.
  private static var worked: Duration {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}

extension [UInt8] {
  /// Whether the ASCII `text` stands at `place`.
  func hasASCII(_ text: StaticString, at place: Int, ignoringCase: Bool = false) -> Bool {
    guard place + text.utf8CodeUnitCount <= count else { return false }
    return unsafe withUnsafeBufferPointer { bytes in
      for index in 0..<text.utf8CodeUnitCount {
        let wanted = unsafe text.utf8Start[index]
        let found = unsafe bytes[place + index]
        if found != wanted, !(ignoringCase && found | 0x20 == wanted | 0x20) { return false }
      }
      return true
    }
  }

  /// The first place from `start` on where the ASCII `text` stands.
  func firstRange(ofASCII text: StaticString, from start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return nil }
    return unsafe withUnsafeBufferPointer { bytes in
      let first = unsafe text.utf8Start[0]
      var place = start
      while place + length <= bytes.count {
        if unsafe bytes[place] == first {
          var matched = 1
          while matched < length, unsafe bytes[place + matched] == text.utf8Start[matched] {
            matched += 1
          }
          if matched == length { return place }
        }
        place += 1
      }
      return nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether both hold the same ASCII letters, whatever their case.
  func equalsIgnoringCase(_ other: ArraySlice<UInt8>) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy {
        $0 == $1 || ($0 | 0x20 == $1 | 0x20 && (0x61...0x7A).contains($0 | 0x20))
      }
  }
}
