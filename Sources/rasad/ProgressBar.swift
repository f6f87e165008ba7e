// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization

/// One line on a terminal that shows how far a run is; nothing at all elsewhere.
final class ProgressBar: Sendable {
  private let enabled: Bool
  private let shown = Mutex(false)
  private static let width = 16

  init(enabled: Bool) { self.enabled = enabled }

  func show(_ done: Int, of total: Int, _ words: String) {
    guard enabled, total > 0 else { return }
    shown.withLock { shown in
      shown = true
      let filled = ProgressBar.width * done / total
      let bar =
        String(repeating: "#", count: filled)
        + String(repeating: "-", count: ProgressBar.width - filled)
      let line = "[\(bar)]  \(done)/\(total)  \(Terminal.cut(Terminal.clean(words), to: 48))"
      FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    }
  }

  func clear() {
    shown.withLock { shown in
      guard shown else { return }
      FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
      shown = false
    }
  }
}
