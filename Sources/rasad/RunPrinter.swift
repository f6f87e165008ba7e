// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import FeedParser
import Pipeline
import TextBasics

/// What a run says: all of it on a terminal, only news of feeds' health under cron.
struct RunPrinter {
  let report: RunReport
  let options: Options
  /// Seconds since 1970.
  let now: Int

  func printReport() {
    if options.json { return printJSON() }
    if report.networkIsDown, let first = report.feeds.first?.failure {
      return Output.error(
        "no feed could be reached (\(report.feeds.count) tried): \(first.sentence); "
          + "check the network of this machine"
      )
    }
    let watched = Output.talksToTerminal
    if watched, !options.quiet { printSummary() }
    for feed in report.feeds {
      if let failure = feed.failure, watched || feed.turnedSick {
        print(failure, of: feed)
      } else if feed.recovered, !options.quiet {
        Output.talk("\(feed.id): works again (\(address(of: feed)))")
      } else if watched, !options.quiet, options.verbose > 0, let first = feed.problems.first {
        Output.talk(
          "\(feed.id): repaired, line \(first.line), column \(first.column): "
            + "\(Terminal.clean(first.message)) (\(feed.problems.count) in all)"
        )
      }
    }
  }

  private func printSummary() {
    let updated = report.feeds.count { $0.newItems > 0 }
    let failed = report.feeds.count { $0.result == .failed }
    let unchanged = report.feeds.count - failed - updated
    var line =
      "\(report.feeds.count) feeds: \(unchanged) unchanged, \(updated) updated, \(failed) failed"
    if report.notDue > 0 { line += ", \(report.notDue) not due" }
    line += " · \(report.newItems) new items → \(report.newStories) new stories"
    if report.crossLingual > 0 { line += " (\(report.crossLingual) across languages)" }
    if report.grownStories > 0 { line += ", \(report.grownStories) grew" }
    Output.talk(line)
  }

  private func print(_ failure: FeedFailure, of feed: FeedOutcome) {
    var line = "\(feed.id): \(Terminal.clean(failure.sentence)) (\(address(of: feed)))"
    if let since = feed.failingSince, now - since > 3600 { line += ", since \(age(now - since))" }
    if let last = feed.lastSuccess { line += ", last good \(Timestamp.text(last))" }
    Output.warning(line + "; \(Terminal.clean(failure.advice))")
  }

  /// The address as a log may keep it.
  private func address(of feed: FeedOutcome) -> String {
    Terminal.clean(Redaction.address(feed.url))
  }

  private func age(_ seconds: Int) -> String {
    seconds >= 2 * 86_400 ? "\(seconds / 86_400) days" : "\(seconds / 3600) h"
  }

  /// A few words for the progress bar.
  static func brief(_ outcome: FeedOutcome) -> String {
    switch outcome.result {
    case .unchanged: "\(outcome.id) unchanged"
    case .updated(let new, _): "\(outcome.id) \(new) new"
    case .failed: "\(outcome.id) failed"
    case .postponed: "\(outcome.id) waits"
    }
  }

  private func printJSON() {
    for feed in report.feeds {
      Output.line(
        JSONText.object([
          .init("v", 1), .init("feed", .string(feed.id)), .init("url", .string(feed.url)),
          .init("result", .string(word(feed.result))), .init("new", .int(feed.newItems)),
          .init("code", .optional(feed.failure?.code)),
          .init("cause", .optional(feed.failure?.sentence)),
          .init("try", .optional(feed.failure?.advice)),
          .init("last_success", .instant(feed.lastSuccess)),
          .init("problems", .int(feed.problems.count)),
        ]).text
      )
    }
  }

  private func word(_ result: FeedOutcome.Result) -> String {
    switch result {
    case .unchanged: "unchanged"
    case .updated: "updated"
    case .failed: "failed"
    case .postponed: "postponed"
    }
  }
}
