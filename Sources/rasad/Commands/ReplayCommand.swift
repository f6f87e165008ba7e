// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import Articles
import DigestWriter
import Foundation
import Pipeline
import TextBasics
import TopicModel

struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run the whole pipeline over files, offline.",
    discussion: """
      Takes example documents (.txt; the first line or sentence is the title) and feed files
      (.xml .rss .atom .rdf .json), in folders or one by one, or the folder of a recording (rasad
      run --record). Opens no socket. Without --state the store is thrown away afterwards.
      """
  )

  @Argument(help: "Folders and files.")
  var paths: [String]

  @Option(help: "The folder with topics.conf (default: beside the files, else seeds).")
  var seeds: String?

  @Option(name: [.short, .long], help: "Where the digest is written (default: ./public).")
  var output: String?

  @OptionGroup var options: Options

  func run() async throws {
    let started = ContinuousClock.now
    if let recording = try recording() { return try await replay(recording, started) }
    let workspace = try? Workspace.open(options.places)
    let request = Replay.Request(paths: paths, seeds: seeds, now: try options.fixedClock())
    let replay = try Replay(request, configuration: workspace?.configuration)
    let (store, lock) = try openStore()
    let directory = output ?? options.state.map { $0 + "/public" } ?? "public"
    let report = try replay.run(
      store: store,
      configuration: nil,
      output: directory
    )
    let assembler = DigestAssembler(
      store: store,
      model: replay.model,
      configuration: nil,
      now: replay.now,
      settles: false
    )
    let digest = try assembler.digest()
    if options.json {
      let printer = StoryPrinter(options: options, topics: replay.model.model.topics)
      for (place, story) in digest.stories.enumerated() {
        Output.line(printer.json(story, number: place + 1).text)
      }
    } else if !options.quiet {
      printReport(report, replay, digest, directory, started.duration(to: .now))
    }
    for sentence in report.refused { Output.error(Terminal.clean(sentence)) }
    for sentence in report.repaired where options.verbose > 0 {
      Output.talk(Terminal.clean(sentence))
    }
    try store.close()
    lock?.release()
    Output.finish(status: report.refused.isEmpty ? .done : .badData)
  }

  /// The recording that the user named, if it is one.
  private func recording() throws -> RecordingReplay? {
    guard paths.contains(where: { Recording.exists(at: $0) }) else { return nil }
    guard paths.count == 1 else {
      throw CommandFailure(.usage, "a recording is replayed alone; name one folder")
    }
    guard seeds == nil, options.now == nil else {
      throw CommandFailure(.usage, "a recording has its own seeds and clock; leave out the option")
    }
    return try RecordingReplay(directory: paths[0])
  }

  private func replay(_ recording: RecordingReplay, _ started: ContinuousClock.Instant) async throws
  {
    let (store, lock) = try openStore()
    let directory = output ?? options.state.map { $0 + "/public" } ?? "public"
    let report = try await Interruption.guarding {
      try await recording.run(store: store, output: directory)
    }
    let assembler = DigestAssembler(
      store: store,
      model: recording.model,
      configuration: recording.configuration,
      now: recording.now,
      settles: true
    )
    let printer = StoryPrinter(options: options, topics: recording.model.model.topics)
    let stories = try assembler.digest().stories
    if options.json {
      for (place, story) in stories.enumerated() {
        Output.line(printer.json(story, number: place + 1).text)
      }
    } else if !options.quiet {
      let errors = report.errors > 0 ? " (\(report.errors) without one)" : ""
      Output.line(
        "replay  \(report.runs) runs, \(report.answers) answers\(errors), \(report.items) items"
          + "  no network"
      )
      Output.line("clock   \(Timestamp.text(recording.now))")
      if report.unfinished > 0 {
        Output.line("note    \(report.unfinished) of the runs did not end while it was recorded")
      }
      for feed in report.failed {
        Output.line("failed  \(feed.feed): \(Terminal.clean(feed.sentence))")
      }
      Output.line("stories \(stories.count)")
      Output.line("")
      for (place, story) in stories.enumerated() { printer.printBrief(story, number: place + 1) }
      Output.line("")
      printWritten(report.written, directory)
    }
    try store.close()
    lock?.release()
  }

  private func printWritten(_ written: [Publisher.Written], _ directory: String) {
    for name in ["digest.atom", "index.html"] {
      guard let file = written.first(where: { $0.path == name }) else { continue }
      let state = file.changed ? "wrote  " : "as is  "
      Output.line("\(state) \(directory)/\(name) (\(kilobytes(file.bytes)))")
    }
  }

  private func openStore() throws -> (ArticleStore, RunLock?) {
    guard let state = options.state else { return (try ArticleStore.inMemory(), nil) }
    try AtomicFile.makeDirectory(state)
    let path = state + "/rasad.sqlite"
    let lock = try RunLock.acquire(path: state + "/run.lock", store: path)
    return (
      try ArticleStore.open(path: path, access: .readWrite, verify: lock.endedUncleanly), lock
    )
  }

  private func printReport(
    _ report: Replay.Report,
    _ replay: Replay,
    _ digest: Digest,
    _ directory: String,
    _ elapsed: Duration
  ) {
    let languages = report.languages.map { "\($0.language) \($0.count)" }.joined(separator: " · ")
    let feeds = report.feeds > 0 ? " and \(report.feeds) feeds (\(report.items) items)" : ""
    let model = replay.model.model
    Output.line("replay  \(report.documents) documents\(feeds)  \(languages)  no network")
    Output.line(
      "model   \(replay.model.path ?? "derived from the documents")  \(model.topics.count) topics, "
        + "\(model.phraseCount) phrases (\(model.languages.map(\.code).joined(separator: " "))), "
        + "\(model.spanCount) spans in the seeds"
    )
    let crossing = digest.stories.filter { Set($0.sources.map(\.language)).count > 1 }.count
    Output.line(
      "stories \(digest.stories.count)" + (crossing > 0 ? "  (\(crossing) across languages)" : "")
    )
    Output.line("")
    let printer = StoryPrinter(options: options, topics: model.topics)
    for (place, story) in digest.stories.enumerated() {
      printer.printBrief(story, number: place + 1)
    }
    Output.line("")
    printWritten(report.written, directory)
    if Output.printsToTerminal {
      let parts = elapsed.components
      let tenths = Int(parts.seconds) * 10 + Int(parts.attoseconds / 100_000_000_000_000_000)
      Output.line("in \(tenths / 10).\(tenths % 10) s")
    }
    Output.line(
      options.state == nil
        ? "Next: open \(directory)/index.html, or keep the state: rasad replay "
          + "\(paths.joined(separator: " ")) --state state"
        : "Next: rasad stories show 1 --why --state \(options.state ?? "")"
    )
  }

  private func kilobytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50) / 100
    return "\(tenths / 10).\(tenths % 10) kB"
  }
}
