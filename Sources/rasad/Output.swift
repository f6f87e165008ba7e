// SPDX-License-Identifier: Apache-2.0
import Foundation
import Synchronization
import TextBasics

/// Standard output is data, standard error is talk; both are written here and nowhere else.
enum Output {
  /// Set when standard output could not be written: a full disk must not pass for success.
  private static let failure = Mutex<Int32>(0)
  private static let buffer = Mutex<[UInt8]>([])

  /// Whether messages go to a person's terminal.
  static let talksToTerminal = isatty(STDERR_FILENO) == 1
  static let printsToTerminal = isatty(STDOUT_FILENO) == 1

  /// Appends a line to standard output.
  static func line(_ text: String) { write(text + "\n") }

  /// Appends text to standard output as it is.
  static func write(_ text: String) {
    let full = buffer.withLock { held in
      held += text.utf8
      return held.count > 1 << 16
    }
    if full { flush() }
  }

  static func flush() {
    let bytes = buffer.withLock { held in
      defer { held = [] }
      return held
    }
    send(bytes, to: STDOUT_FILENO)
  }

  /// Prints a line to standard error; feeds' text in it must have passed ``Terminal/clean(_:)``.
  static func talk(_ text: String) {
    flush()
    let priority = underJournal ? "<6>" : ""
    send(Array((priority + text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Prints an error, one record per line, with a priority under journald.
  static func error(_ text: String, prefixed: Bool = true) {
    flush()
    let priority = underJournal ? "<3>" : ""
    send(Array((priority + (prefixed ? "rasad: " : "") + text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes what is held and ends the process: 73 when standard output could not take it.
  static func finish(status: ExitStatus) -> Never {
    flush()
    let failed = failure.withLock { $0 }
    if failed != 0, failed != EPIPE {
      error("standard output cannot be written: \(unsafe String(cString: strerror(failed)))")
      exit(ExitStatus.cannotWrite.rawValue)
    }
    exit(status.rawValue)
  }

  private static let underJournal = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] != nil

  private static func send(_ bytes: [UInt8], to descriptor: Int32) {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { raw in
        unsafe Foundation.write(
          descriptor,
          raw.baseAddress?.advanced(by: sent),
          raw.count - sent
        )
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        if descriptor == STDOUT_FILENO { failure.withLock { $0 = errno } }
        return
      }
      sent += count
    }
  }
}
