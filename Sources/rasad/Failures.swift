// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import DigestWriter
import FeedList
import FeedParser
import Pipeline
import TextBasics
import TopicModel

/// Errors of the rooms below as exit statuses and sentences.
enum Failures {
  static func status(of error: any Error) -> ExitStatus {
    switch error {
    case let error as PipelineError: status(of: error)
    case is ConfigurationError, is TopicModelError: .configuration
    case let error as StoreError: status(of: error)
    case is FeedParseError, is RecordingError: .badData
    case is AtomicFileError: .cannotWrite
    case let failure as RunLock.Failure:
      if case .held = failure { .busy } else { .cannotWrite }
    case is CancellationError: .interrupted
    default: .bug
    }
  }

  private static func status(of error: PipelineError) -> ExitStatus {
    switch error {
    case .noStateDirectory, .noConfiguration, .noModel: .configuration
    case .unreadable, .nothingToReplay: .noInput
    case .unwritable: .cannotWrite
    case .unknownFeed: .usage
    case .unusable: .badData
    }
  }

  private static func status(of error: StoreError) -> ExitStatus {
    switch error.code {
    case .missing, .notFound: .noInput
    case .foreign, .newerSchema, .olderSchema, .corrupt: .badData
    case .cannotOpen, .diskFull, .readOnly, .inputOutput: .cannotWrite
    case .busy: .busy
    case .badQuery: .usage
    case .bug: .bug
    }
  }

  /// What went wrong and what to try, as the user reads it.
  static func sentence(for error: any Error) -> String {
    switch error {
    case let error as ConfigurationError:
      Output.isUnderJournal
        ? error.faults.map(text).joined(separator: "\n")
        : error.rendered(isolates: Output.talksToTerminal)
    case let error as TopicModelError:
      error.faults.map(text).joined(separator: "\n")
    case let error as RecordingError:
      error.faults.map(text).joined(separator: "\n")
    case let error as FeedParseError:
      "\(error.line):\(error.column): \(Terminal.clean(error.message)); \(error.advice)"
    case let failure as RunLock.Failure: sentence(for: failure)
    case is CancellationError: "interrupted; what was done so far is saved, the next run goes on"
    default: "\(error)"
    }
  }

  /// A fault with its line of source; in a journal, where a line is a record, without it.
  static func text(of fault: Fault) -> String {
    guard Output.isUnderJournal else { return fault.rendered(isolates: Output.talksToTerminal) }
    let guess = fault.suggestion.map { "; did you mean \"\($0)\"?" } ?? ""
    return "\(fault.file):\(fault.line):\(fault.column): \(fault.severity.rawValue): "
      + fault.message + guess
  }

  private static func sentence(for failure: RunLock.Failure) -> String {
    switch failure {
    case .held(let holder?) where holder.process > 0:
      "another run (process \(holder.process)) is at work; wait for it or use --wait 30"
    case .held: "another run is at work; wait for it or use --wait 30"
    case .system(let words):
      "the lock cannot be taken: \(words); is the state directory there and yours? "
        + "rasad run makes it, --state names another"
    }
  }
}
