// SPDX-License-Identifier: Apache-2.0

/// What the process says to the shell; sysexits where they fit (CLI documentation).
enum ExitStatus: Int32, Error {
  case done = 0
  /// A question was answered "no": no match, a check found something, a feed turned sick.
  case no = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  /// Every due feed failed: the network is down.
  case unavailable = 69
  case bug = 70
  case cannotWrite = 73
  /// Another run holds the lock.
  case busy = 75
  case configuration = 78
  case interrupted = 130
  case terminated = 143
}

/// A failure that is told in one sentence and ends the command.
struct CommandFailure: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.description = sentence
  }
}
