// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// The bytes that all bodies together may take, from their first byte to the last use of them.
final class MemoryBudget: Sendable {
  /// A share that is given back when the last reference to it goes.
  final class Reservation: Sendable {
    private let budget: MemoryBudget
    private let bytes: Int

    /// Takes over `bytes` that were already added to the budget.
    init(_ bytes: Int, of budget: MemoryBudget) {
      self.bytes = bytes
      self.budget = budget
    }

    deinit { budget.release(bytes) }
  }

  /// Bytes.
  let limit: Int
  /// Bytes that transfers share; the rest is for the one that goes on when all others have to stop,
  /// and holds, as the defaults are, a whole document of the largest size.
  var shared: Int { limit / 3 }
  private struct State {
    var used = 0
    /// Called once when bytes come back after somebody waited for them.
    var onRelease: (@Sendable () -> Void)?
  }
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  var used: Int { state.withLock { $0.used } }

  /// Adds bytes whether there is room or not; whoever asks decides what to do then.
  func add(_ bytes: Int) { state.withLock { $0.used += bytes } }

  func release(_ bytes: Int) {
    let action = state.withLock { state in
      state.used -= bytes
      let action = state.onRelease
      state.onRelease = nil
      return action
    }
    action?()
  }

  /// Calls `action` the next time that bytes come back.
  func whenReleased(_ action: @escaping @Sendable () -> Void) {
    state.withLock { $0.onRelease = action }
  }
}

/// A growing body that never grows past its limit, and never copies what it has to grow.
struct BodyBuffer {
  /// Bytes after decompression.
  let limit: Int
  private(set) var count = 0
  private var chunks: [[UInt8]] = []
  /// Bytes taken from the system.
  private(set) var capacity = 0

  init(limit: Int) { self.limit = limit }

  /// Bytes that appending `more` bytes would newly take from the system.
  func growth(for more: Int, expected: Int?) -> Int {
    let free = capacity - count
    return more <= free ? 0 : chunkSize(for: more - free, expected: expected)
  }

  private func chunkSize(for more: Int, expected: Int?) -> Int {
    // The first chunk holds a body of known length whole, so that it is handed on without a copy.
    if count == 0, let expected, expected >= more, expected <= min(limit, 4 << 20) {
      return expected
    }
    return max(more, min(limit - count, min(max(32 << 10, count / 2), 4 << 20)))
  }

  /// Appends all of `bytes`, or nothing and returns `false` when that would pass ``limit``.
  mutating func append(_ bytes: Span<UInt8>, expected: Int?) -> Bool {
    guard bytes.count <= limit - count else { return false }
    var offset = 0
    while offset < bytes.count {
      var free = capacity - count
      if free == 0 {
        free = chunkSize(for: bytes.count - offset, expected: expected)
        var chunk: [UInt8] = []
        chunk.reserveCapacity(free)
        chunks.append(chunk)
        capacity += free
      }
      let part = bytes.extracting(offset..<min(bytes.count, offset + free))
      unsafe part.withUnsafeBufferPointer { unsafe chunks[chunks.count - 1].append(contentsOf: $0) }
      offset += part.count
      count += part.count
    }
    return true
  }

  /// Gives the whole body and begins again; each chunk is freed as soon as it is copied.
  mutating func take() -> [UInt8] {
    var parts = chunks
    chunks = []
    let total = count
    (count, capacity) = (0, 0)
    if parts.count <= 1 { return parts.first ?? [] }
    parts.reverse()
    var whole: [UInt8] = []
    whole.reserveCapacity(total)
    while let part = parts.popLast() { whole += part }
    return whole
  }
}
