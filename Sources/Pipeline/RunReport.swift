// SPDX-License-Identifier: Apache-2.0
import ArticleStore
package import Articles
package import FeedParser

/// What one run did, for people and for exit codes.
package struct RunReport: Sendable {
  /// In the order of the configuration.
  package var feeds: [FeedOutcome] = []
  /// Enabled feeds that were not due.
  package var notDue = 0
  package var newStoryIDs: Set<Story.ID> = []
  /// Older stories that got another source.
  package var grownStoryIDs: Set<Story.ID> = []
  /// New stories whose sources speak more than one language.
  package var crossLingual = 0
  package var written: [Publisher.Written] = []

  package var newStories: Int { newStoryIDs.count }
  package var grownStories: Int { grownStoryIDs.count }
  /// Whether subscribers get something new.
  package var digestChanged: Bool {
    written.contains { $0.changed && ["digest.atom", "all.atom"].contains($0.path) }
  }

  package var newItems: Int { feeds.reduce(0) { $0 + $1.newItems } }
  package var failed: [FeedOutcome] { feeds.filter { $0.failure != nil } }
  /// Whether every feed that was asked failed.
  package var allFailed: Bool {
    let asked = feeds.filter { if case .postponed = $0.result { false } else { true } }
    return !asked.isEmpty && asked.allSatisfy { $0.result == .failed }
  }
  /// Whether it looks as if there were no network at all.
  package var networkIsDown: Bool {
    allFailed && failed.count > 1 && failed.allSatisfy { $0.failure?.concernsNetwork == true }
  }
}

/// What became of one feed in one run.
package struct FeedOutcome: Sendable {
  package enum Result: Sendable, Hashable {
    case unchanged
    case updated(new: Int, revised: Int)
    case failed
    /// Its host asked to be left alone until then (seconds since 1970).
    case postponed(until: Int)
  }

  package let id: String
  package let url: String
  package let result: Result
  package let failure: FeedFailure?
  /// What a user should be told even when nobody watches.
  package let events: [ScheduleReport.Event]
  /// Seconds since 1970, before this run.
  package let lastSuccess: Int?
  /// Seconds since 1970.
  package let failingSince: Int?
  package let problems: [FeedProblem]
  /// What is still to be saved, for an answer that brought no articles.
  let pending: (state: FeedState, log: FetchLogEntry)?

  package var newItems: Int {
    if case .updated(let new, _) = result { return new }
    return 0
  }

  /// Whether the feed turned sick or gone in this run.
  package var turnedSick: Bool {
    events.contains { event in
      switch event {
      case .turnedSick, .gone: true
      default: false
      }
    }
  }

  package var recovered: Bool {
    events.contains { if case .recovered = $0 { true } else { false } }
  }
}
