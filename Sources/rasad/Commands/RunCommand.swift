// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import DigestWriter
import FeedFetcher
import FeedList
import Foundation
import Pipeline
import TextBasics

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Fetch what is due, find topics and stories, rewrite the digest.",
    discussion:
      "Silent under cron when all is well: a feed is told of when it turns sick or recovers."
  )

  @Argument(help: "Feeds to fetch whether they are due or not (default: all that are due).")
  var feeds: [String] = []

  @Flag(help: "Fetch all enabled feeds, due or not.")
  var all = false

  @Flag(name: [.customShort("n"), .long], help: "Say what would be fetched, and change nothing.")
  var dryRun = false

  @Option(help: "Seconds to wait for another run to end.")
  var wait: Int?

  @Flag(help: "Exit 1 when any feed failed.")
  var strict = false

  @Option(help: "Also keep every answer in this folder, for rasad replay.")
  var record: String?

  @OptionGroup var options: Options

  func run() async throws {
    let workspace = try Workspace.open(options.places)
    let configuration = try workspace.requireConfiguration()
    let selection = FeedSelection(feeds: feeds, all: all)
    if dryRun { return try preview(workspace, selection) }
    if !options.quiet {
      for warning in configuration.warnings {
        Output.talk(Failures.text(of: warning))
      }
    }
    FeedFetcher.keepMemorySmall()
    let model = try workspace.model()
    FeedFetcher.returnFreeMemory()
    try AtomicFile.makeDirectory(workspace.places.state)
    let lock = try acquireLock(workspace)
    let store = try workspace.store(.readWrite, verify: lock.endedUncleanly)
    let pipeline = Pipeline(
      configuration: configuration,
      places: workspace.places,
      model: model,
      store: store,
      now: try options.clock()
    )
    let recorder = try record.map {
      try RecordingWriter(directory: $0, configuration: configuration, now: pipeline.now)
    }
    let bar = ProgressBar(enabled: Output.talksToTerminal && !options.quiet && !options.json)
    let hook = HookRunner(pipeline: pipeline, options: options)
    let (report, complaint) = try await Interruption.guarding {
      let report = try await pipeline.run(selection, recorder: recorder) { outcome, done, total in
        bar.show(done, of: total, RunPrinter.brief(outcome))
      }
      bar.clear()
      return (report, try await hook.run(after: report))
    }
    try store.close()
    lock.release()
    recorder?.finish()
    let printer = RunPrinter(report: report, options: options, now: pipeline.now)
    printer.printReport()
    if let complaint { Output.warning(complaint) }
    if let failure = recorder?.failure {
      Output.error("the recording is not complete: \(failure)")
      Output.finish(status: .cannotWrite)
    }
    Output.finish(status: status(report))
  }

  private func acquireLock(_ workspace: Workspace) throws -> RunLock {
    do {
      return try RunLock.acquire(
        path: workspace.places.lock,
        store: workspace.places.database,
        wait: .seconds(wait ?? 0)
      )
    } catch {
      guard case .held(let holder) = error, !Output.talksToTerminal else { throw error }
      // Under cron an overlapping run is normal: only one that hangs for an hour is worth a mail.
      let age = holder.map { Int(Date().timeIntervalSince1970) - $0.since } ?? 0
      guard age > 3600 else { Output.finish(status: .busy) }
      throw CommandFailure(
        .busy,
        "another run (process \(holder?.process ?? 0)) has been at work for \(age / 60) minutes; "
          + "if it hangs, end it"
      )
    }
  }

  private func status(_ report: RunReport) -> ExitStatus {
    if report.allFailed { return .unavailable }
    if report.feeds.contains(where: \.turnedSick) { return .no }
    return strict && !report.failed.isEmpty ? .no : .done
  }

  private func preview(_ workspace: Workspace, _ selection: FeedSelection) throws {
    let now = try options.clock()
    let store: ArticleStore
    do {
      store = try workspace.store(.readOnly)
    } catch let error as StoreError where error.code == .missing {
      store = try ArticleStore.inMemory()
    }
    let pipeline = try workspace.pipeline(store: store, now: now)
    let plan = try pipeline.plan(selection)
    for (source, state) in plan.due {
      let why: String
      if let next = state.nextFetch {
        why =
          next <= now
          ? "due since \(Timestamp.text(next))" : "asked for; due at \(Timestamp.text(next))"
      } else {
        why = "never fetched"
      }
      Output.line("\(source.id)\t\(Redaction.address(source.url))\t\(why)")
    }
    Output.talk(
      "\(plan.due.count) feeds would be fetched, \(plan.notDue) are not due; nothing was changed"
    )
  }
}
