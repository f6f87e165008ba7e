// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import Synchronization

/// SIGINT and SIGTERM: the transaction in hand is finished, then the process ends with 130 or 143.
enum Interruption {
  private static let caught = Mutex<Int32>(0)

  /// Runs `work` in a task that the two signals cancel.
  ///
  /// - Throws: what `work` throws; after a signal an ``ExitStatus`` instead.
  static func guarding<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        caught.withLock { $0 = number }
        task.cancel()
      }
      source.resume()
      return source
    }
    defer { sources.forEach { $0.cancel() } }
    do {
      let value = try await task.value
      try end(nil)
      return value
    } catch {
      try end(error)
      throw error
    }
  }

  private static func end(_ error: (any Error)?) throws {
    let number = caught.withLock { $0 }
    guard number != 0 else { return }
    Output.error("interrupted; what was done so far is saved, the next run goes on")
    throw number == SIGINT ? ExitStatus.interrupted : ExitStatus.terminated
  }
}
