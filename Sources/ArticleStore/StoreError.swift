// SPDX-License-Identifier: Apache-2.0

/// Why the store could not do what was asked, in words that a user can act on.
///
/// Whatever is thrown, nothing of the failed call is saved: each call is one transaction.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong; the raw values are stable and may be logged.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    /// There is no store at the path, and reading was all that was asked.
    case missing
    /// The path cannot be opened or created (a directory, no such folder, no permission).
    case cannotOpen = "cannot-open"
    /// The file is something else: not SQLite, or the database of another program.
    case foreign
    /// The file was written by a newer Rasad.
    case newerSchema = "newer-schema"
    /// The file was written by an older Rasad, and reading was all that was asked.
    case olderSchema = "older-schema"
    /// The file is damaged.
    case corrupt
    case diskFull = "disk-full"
    case readOnly = "read-only"
    /// Another process holds the database or the run lock.
    case busy
    /// The system reported an error when reading or writing.
    case inputOutput = "io"
    /// A search expression that SQLite cannot read.
    case badQuery = "bad-query"
    /// A story or article that the store does not hold.
    case notFound = "not-found"
    /// Our own mistake.
    case bug
  }

  package let code: Code
  /// One sentence that names the file and the cause.
  package let sentence: String
  /// What to try next, as a sentence; empty when there is nothing to try.
  package let advice: String

  package init(code: Code, sentence: String, advice: String = "") {
    self.code = code
    self.sentence = sentence
    self.advice = advice
  }

  package var description: String { advice.isEmpty ? sentence : sentence + " " + advice }
}
