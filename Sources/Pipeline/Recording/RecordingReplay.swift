// SPDX-License-Identifier: Apache-2.0
package import ArticleStore
import FeedFetcher
package import FeedList
import Foundation
import TextBasics
import TopicModel

/// Repeats the runs of a recording: the same pipeline, the recorded clock, no socket.
package struct RecordingReplay: Sendable {
  /// What was replayed.
  package struct Report: Sendable {
    package var runs = 0
    package var answers = 0
    /// Answers that were none: timeouts, refusals, broken transfers.
    package var errors = 0
    package var items = 0
    /// Runs that were killed while they were recorded.
    package var unfinished = 0
    /// Of the last run that wrote a digest.
    package var written: [Publisher.Written] = []
    /// Feeds that failed in the last run, with the cause.
    package var failed: [(feed: String, sentence: String)] = []
  }

  package let recording: Recording
  /// The clock of the last run, in seconds since 1970.
  package let now: Int
  /// The model of the last run.
  package let model: ModelSource
  /// The feeds of the last run.
  package let configuration: FeedListConfiguration
  private let models: [String: ModelSource]
  private let configurations: [FeedListConfiguration]

  /// Reads everything but the bodies.
  ///
  /// - Throws: ``RecordingError``, ``PipelineError``, `ConfigurationError`, `TopicModelError`.
  package init(directory: String) throws {
    recording = try Recording(directory: directory)
    var models: [String: ModelSource] = [:]
    var configurations: [FeedListConfiguration] = []
    for run in recording.runs {
      models[run.seeds] = try models[run.seeds] ?? ModelSource.load(seeds: run.seeds)
      let path = run.folder + "/" + RecordingLayout.feeds
      // A stranger's file: it may name no variable and no file of this machine.
      configurations.append(
        try FeedList.parse(try Files.bytes(path), path: path, environment: [:]) { _ in nil }
      )
    }
    guard let last = recording.runs.last, let model = models[last.seeds],
      let configuration = configurations.last
    else { throw PipelineError.nothingToReplay(paths: [directory]) }
    (now, self.model, self.configuration) = (last.now, model, configuration)
    self.models = models
    self.configurations = configurations
  }

  /// Feeds all answers through the pipeline, into `store`, and writes the digest to `output`.
  ///
  /// - Throws: ``RecordingError`` for a body that is missing or changed; `StoreError`,
  ///   `AtomicFileError`. The runs before stay done.
  package func run(store: ArticleStore, output: String) async throws -> Report {
    var report = Report()
    for (place, run) in recording.runs.enumerated() {
      var configuration = configurations[place]
      configuration.digest.directory = output
      configuration.hook = nil
      // One after the other, in the order of the index.
      configuration.parallel = 1
      guard let model = models[run.seeds] else { continue }
      let pipeline = Pipeline(
        configuration: configuration,
        places: try Places(
          Places.Request(config: nil, state: output, environment: [:]),
          configuration: configuration
        ),
        model: model,
        store: store,
        now: run.now
      )
      let selection = FeedSelection(recorded: run.answers.map(\.answer.feed))
      try check(run, against: configuration)
      let outcome = try await pipeline.run(
        selection,
        through: RecordedTransport(try responses(of: run))
      )
      report.add(outcome, run)
    }
    return report
  }

  private func check(_ run: Recording.Run, against configuration: FeedListConfiguration) throws {
    let known = Set(configuration.feeds.map(\.id))
    let faults = run.answers.filter { !known.contains($0.answer.feed) }.map { answer in
      answer.file.fault(at: answer.piece, "no feed of this name stands in feeds.conf of the run")
    }
    guard faults.isEmpty else { throw RecordingError(faults: faults) }
  }

  /// The answers of a run with their bodies.
  private func responses(
    of run: Recording.Run
  ) throws -> [String: Result<FetchResponse, FetchError>] {
    var responses: [String: Result<FetchResponse, FetchError>] = [:]
    var faults: [Fault] = []
    for entry in run.answers {
      guard case .success(let head) = entry.answer.result else {
        responses[entry.answer.feed] = entry.answer.result
        continue
      }
      let path = run.folder + "/" + entry.answer.bodyName
      do {
        let body = try Files.bytes(path)
        guard body.count == entry.bytes,
          Base32.encode(SHA256.digest(of: body)) == entry.sha256
        else {
          let message = "\(entry.answer.bodyName) is not the body that was recorded"
          faults.append(
            entry.file.fault(at: entry.piece, "\(message) (\(body.count) of \(entry.bytes) bytes)")
          )
          continue
        }
        responses[entry.answer.feed] = .success(
          FetchResponse(
            status: head.status,
            headers: head.headers,
            body: body,
            effectiveURL: head.effectiveURL,
            redirects: head.redirects,
            httpVersion: head.httpVersion,
            elapsed: head.elapsed
          )
        )
      } catch {
        faults.append(entry.file.fault(at: entry.piece, "\(error)"))
      }
    }
    guard faults.isEmpty else { throw RecordingError(faults: faults) }
    return responses
  }
}

/// Gives recorded answers to whoever asks for a feed.
private final class RecordedTransport: FeedTransport {
  private let answers: [String: Result<FetchResponse, FetchError>]

  init(_ answers: [String: Result<FetchResponse, FetchError>]) { self.answers = answers }

  var isLive: Bool { false }

  func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
    guard let answer = answers[request.feed] else { throw .cancelled }
    return try answer.get()
  }

  func shutdown() async {}
}

extension RecordingReplay.Report {
  fileprivate mutating func add(_ outcome: RunReport, _ run: Recording.Run) {
    runs += 1
    answers += run.answers.count
    errors += run.answers.count { if case .failure = $0.answer.result { true } else { false } }
    items += outcome.newItems
    if !run.ended { unfinished += 1 }
    if !outcome.written.isEmpty { written = outcome.written }
    failed = outcome.failed.map { ($0.id, $0.failure?.sentence ?? "") }
  }
}
