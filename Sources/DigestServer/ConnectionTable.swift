// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// Until when each open connection may take, and the figures.
///
/// The library's own time-out counts from the last byte, so a client that sends one now and then is
/// never cut; here every phase has an end that no byte moves.
final class ConnectionTable: Sendable {
  private struct State {
    var deadlines: [Int32: ContinuousClock.Instant] = [:]
    var figures = ServerFigures()
  }

  private let state = Mutex(State())

  /// Gives the connection on `socket` until now + `time`.
  func allow(_ time: Duration, on socket: Int32) {
    let end = ContinuousClock.now + time
    state.withLock { state in
      state.deadlines[socket] = end
      state.figures.connections = state.deadlines.count
    }
  }

  /// Forgets a connection; called before its socket is closed, so that its number is not yet
  /// another's.
  func remove(_ socket: Int32) {
    state.withLock { state in
      state.deadlines.removeValue(forKey: socket)
      state.figures.connections = state.deadlines.count
    }
  }

  /// Ends what has had its time.
  ///
  /// Under the lock: a socket in the table is not closed yet.
  func sweep() {
    let now = ContinuousClock.now
    state.withLock { state in
      for (socket, end) in state.deadlines where end <= now {
        shutdown(socket, Int32(SHUT_RDWR))
        state.figures.cut += 1
        state.deadlines[socket] = now + .seconds(3600)
      }
    }
  }

  func count(_ status: Int) {
    state.withLock { $0.figures.answers[status, default: 0] += 1 }
  }

  var figures: ServerFigures { state.withLock { $0.figures } }
}
