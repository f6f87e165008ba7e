// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import Articles
package import FeedParser

/// What one run did, for people and for exit codes.
package struct RunReport: Sendable {
  /// In the order of the configuration.
  package var feeds: [FeedOutcome] = []
  /// Enabled feeds that were not due.
  package var notDue = 0
  package var newStories = 0
  package var grownStories = 0
  /// New stories whose sources speak more than one language.
  package var crossLingual = 0
  package var written: [Publisher.Written] = []

  package var newItems: Int { feeds.reduce(0) { $0 + $1.newItems } }
  package var failed: [FeedOutcome] { feeds.filter { $0.failure != nil } }
  /// Whether every feed that was asked failed.
  package var allFailed: Bool { !feeds.isEmpty && feeds.allSatisfy { $0.result == .failed } }
  /// Whether it looks as if there were no network at all.
  package var networkIsDown: Bool {
    allFailed && feeds.count > 1 && feeds.allSatisfy { $0.failure?.concernsNetwork == true }
  }
}

/// What became of one feed in one run.
package struct FeedOutcome: Sendable {
  package enum Result: Sendable, Hashable {
    case unchanged
    case updated(new: Int, revised: Int)
    case failed
  }

  /// What a user should be told even when nobody watches.
  package enum Change: Sendable, Hashable { case none, turnedSick, recovered }

  package let id: String
  package let url: String
  package let result: Result
  package let failure: FeedFailure?
  package let change: Change
  /// Seconds since 1970, before this run.
  package let lastSuccess: Int?
  /// Seconds since 1970.
  package let failingSince: Int?
  package let problems: [FeedProblem]

  package var newItems: Int {
    if case .updated(let new, _) = result { return new }
    return 0
  }

  static func change(from old: FeedState, to new: FeedState) -> Change {
    let wasBad = old.status == .sick || old.status == .gone
    let isBad = new.status == .sick || new.status == .gone
    if !wasBad, isBad { return .turnedSick }
    return wasBad && new.status == .ok ? .recovered : .none
  }
}
