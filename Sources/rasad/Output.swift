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

  /// Prints a line to standard error.
  static func talk(_ text: String) { say(text, priority: 6) }

  /// Prints what a user should look at: a feed that fails.
  static func warning(_ text: String) { say("rasad: " + text, priority: 4) }

  /// Prints why a command ends without having done what was asked.
  static func error(_ text: String, prefixed: Bool = true) {
    say((prefixed ? "rasad: " : "") + text, priority: 3)
  }

  /// Whether standard error is a stream of systemd's journal, where each line is a record and may
  /// begin with its priority (sd-daemon(3)).
  ///
  /// The variable alone does not tell: it is handed down to processes whose output goes elsewhere
  /// (systemd.exec(5)).
  static let isUnderJournal: Bool = {
    guard let stream = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] else { return false }
    var status = stat()
    guard unsafe fstat(STDERR_FILENO, &status) == 0 else { return false }
    return stream == "\(status.st_dev):\(status.st_ino)"
  }()

  private static func say(_ text: String, priority: Int) {
    flush()
    var lines = text.split(separator: "\n", omittingEmptySubsequences: isUnderJournal)
      .map { Output.printable($0) }
    if isUnderJournal { lines = lines.map { "<\(priority)>\($0)" } }
    send(Array((lines.joined(separator: "\n") + "\n").utf8), to: STDERR_FILENO)
  }

  /// The last line of defence: whatever a message was made of, no control character leaves.
  private static func printable(_ line: Substring) -> String {
    let scalars = line.unicodeScalars.filter { scalar in
      scalar == "\t" || !(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value))
    }
    return String(String.UnicodeScalarView(scalars))
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
