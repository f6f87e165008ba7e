// SPDX-License-Identifier: Apache-2.0
import DigestWriter
import FeedFetcher
package import FeedList
import Foundation
import Glibc
import Synchronization
import TextBasics

/// Keeps every answer of one run in a folder, so that the run can be repeated without a network.
///
/// Bodies are written as they come, and their answers appended to the index, which is put in order at
/// the end: what a killed run leaves behind is a recording of what it had got. A recording that cannot be written never stops the run.
package final class RecordingWriter: Sendable {
  private struct State {
    var sections: [String: String] = [:]
    var count = 0
    /// The validators of the last answer with status 200 that the recording holds, by feed.
    var validators: [String: Validators] = [:]
    var failure: AtomicFileError?
  }

  /// What a server may be asked with, because the answer that it belongs to was kept.
  struct Validators: Sendable, Equatable {
    var etag: String?
    var lastModified: String?
  }

  /// The folder of this run.
  package let folder: String
  private let head: String
  /// Feeds in the order of the configuration.
  private let order: [String]
  private let state: Mutex<State>

  /// Adds a run to the recording in `directory`, which is made if it is missing.
  ///
  /// - Parameters:
  ///   - directory: The recording; other runs in it stay.
  ///   - configuration: What the run fetches, and where its file and its seeds are.
  ///   - now: The clock of the run, in seconds since 1970.
  /// - Throws: `AtomicFileError`, ``PipelineError``; ``RecordingError`` when what is there already
  ///   is no recording or a damaged one. No feed was asked then.
  package init(
    directory: String,
    configuration: FeedListConfiguration,
    now: Int
  ) throws {
    try AtomicFile.makeDirectory(directory)
    let marker = directory + "/" + RecordingLayout.marker
    if FileManager.default.fileExists(atPath: marker) {
      state = Mutex(State(validators: try Recording(directory: directory).lastValidators()))
    } else {
      guard try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty else {
        throw PipelineError.unwritable(
          path: directory,
          cause: "it holds something else than a recording; name an empty or a new folder"
        )
      }
      state = Mutex(State())
      _ = try AtomicFile.write(
        Array("# Documentation/recordings.md says what is what.\n[recording]\nformat = 1\n".utf8),
        to: marker
      )
    }
    let seeds = try Self.keepSeeds(configuration.seeds, in: directory)
    folder = try Self.makeRun(in: directory)
    order = configuration.feeds.map(\.id)
    head = """
      [run]
      rasad = \(Pipeline.version)
      now   = \(Timestamp.text(now))
      seeds = \(seeds)
      """
    let copy = FeedList.shareableCopy(of: try Files.bytes(configuration.path))
    _ = try AtomicFile.write(Array(copy.utf8), to: folder + "/" + RecordingLayout.feeds)
    try write(ended: false)
  }

  /// What stopped the recording, in one sentence, or `nil` when all of it was kept.
  package var failure: String? { state.withLock { $0.failure?.description } }

  /// Notes that the run ended in order.
  package func finish() {
    do { try write(ended: true) } catch { note(error) }
  }

  /// Asks through `inner` and keeps what comes.
  func transport(_ inner: any FeedTransport) -> any FeedTransport {
    RecordingTransport(writer: self, inner: inner)
  }

  /// The request without validators of an answer that the recording does not hold: else a 304
  /// would refer to something that nobody else has.
  func standingAlone(_ request: FetchRequest) -> FetchRequest {
    let asked = Validators(etag: request.etag, lastModified: request.lastModified)
    guard state.withLock({ $0.validators[request.feed] }) != asked else { return request }
    var request = request
    (request.etag, request.lastModified) = (nil, nil)
    return request
  }

  /// Keeps one answer.
  func keep(_ request: FetchRequest, _ result: Result<FetchResponse, FetchError>) {
    let secrets = Self.secrets(of: request)
    let answer: RecordedAnswer
    do throws(AtomicFileError) {
      switch result {
      case .failure(let error):
        answer = RecordedAnswer(feed: request.feed, asked: request.url, result: .failure(error))
      case .success(let response):
        let kept = response.with(body: Self.without(secrets, in: response.body))
        answer = RecordedAnswer(feed: request.feed, asked: request.url, result: .success(kept))
        _ = try AtomicFile.write(kept.body, to: folder + "/" + answer.bodyName)
      }
      let order = state.withLock { state in
        state.count += 1
        return state.count
      }
      let section = answer.section(order: order, secrets: secrets)
      try append("\n" + section)
      state.withLock { state in
        state.sections[request.feed] = section
        if case .success(let response) = result, response.status == 200 {
          state.validators[request.feed] = Validators(
            etag: response.etag,
            lastModified: response.lastModified
          )
        }
      }
    } catch { note(error) }
  }

  /// Adds an answer to the index in one write, so that answers of one time do not mix.
  private func append(_ section: String) throws(AtomicFileError) {
    let path = folder + "/" + RecordingLayout.index
    let file = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { throw AtomicFileError("write", path) }
    defer { close(file) }
    let bytes = Array(section.utf8)
    let count = unsafe Glibc.write(file, bytes, bytes.count)
    guard count == bytes.count else {
      throw AtomicFileError("write", path, code: count < 0 ? errno : ENOSPC)
    }
  }

  private func note(_ error: AtomicFileError) {
    state.withLock { $0.failure = $0.failure ?? error }
  }

  private func write(ended: Bool) throws(AtomicFileError) {
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let sections = state.withLock { $0.sections }.sorted {
      (place[$0.key] ?? order.count, $0.key) < (place[$1.key] ?? order.count, $1.key)
    }
    let text =
      head + "\nended = \(ended ? "yes" : "no")\n" + sections.map { "\n" + $0.value }.joined()
    _ = try AtomicFile.write(Array(text.utf8), to: folder + "/" + RecordingLayout.index)
  }

  /// Makes the folder of the next run.
  private static func makeRun(in directory: String) throws -> String {
    var number = 1
    while true {
      let folder = directory + "/" + RecordingLayout.run(number)
      if unsafe mkdir(folder, 0o755) == 0 { return folder }
      guard errno == EEXIST else {
        throw PipelineError.unwritable(
          path: folder,
          cause: unsafe String(cString: strerror(errno)).lowercased()
        )
      }
      number += 1
    }
  }

  /// Copies the topic model and the examples, once for all runs that have the same ones.
  private static func keepSeeds(_ seeds: String, in directory: String) throws -> String {
    let names =
      ((try? FileManager.default.contentsOfDirectory(atPath: seeds)) ?? []).sorted()
      .filter { !$0.hasPrefix(".") && ($0.hasSuffix(".txt") || $0 == "topics.conf") }
    let files = try names.map { ($0, try Files.bytes(seeds + "/" + $0)) }
    var all: [UInt8] = []
    for (name, bytes) in files { all += Array("\(name)\n\(bytes.count)\n".utf8) + bytes }
    let name = "seeds-" + Base32.encode(SHA256.digest(of: all)).prefix(8)
    try AtomicFile.makeDirectory(directory + "/" + name)
    for (file, bytes) in files {
      _ = try AtomicFile.write(bytes, to: directory + "/" + name + "/" + file)
    }
    return name
  }

  /// What of a request proves who the user is.
  private static func secrets(of request: FetchRequest) -> [String] {
    var secrets = [request.password, request.cookie].compactMap { $0 }
    secrets += request.headers.filter { Redaction.isSecretName($0.name) }.map(\.value)
    if request.username != nil || request.password != nil {
      let pair = "\(request.username ?? ""):\(request.password ?? "")"
      secrets.append(Data(pair.utf8).base64EncodedString())
    }
    // A scheme's name before the secret (`Bearer …`) is none, and servers leave it out.
    secrets += secrets.compactMap { $0.split(separator: " ").last.map(String.init) }
    // Shorter ones would turn up everywhere by chance.
    return Set(secrets.filter { $0.utf8.count >= 6 }).sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// The body, with asterisks where a server has sent a secret of the request back.
  private static func without(_ secrets: [String], in body: [UInt8]) -> [UInt8] {
    var body = body
    for secret in secrets {
      let secret = Array(secret.utf8)
      var start = body.startIndex
      while let range = body[start...].firstRange(of: secret) {
        for index in range { body[index] = UInt8(ascii: "*") }
        start = range.upperBound
      }
    }
    return body
  }
}

/// Asks servers and keeps what they say.
private final class RecordingTransport: FeedTransport {
  private let writer: RecordingWriter
  private let inner: any FeedTransport

  init(writer: RecordingWriter, inner: any FeedTransport) {
    self.writer = writer
    self.inner = inner
  }

  var isLive: Bool { inner.isLive }

  func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse {
    let request = writer.standingAlone(request)
    do {
      let response = try await inner.fetch(request)
      writer.keep(request, .success(response))
      return response
    } catch {
      if error != .cancelled { writer.keep(request, .failure(error)) }
      throw error
    }
  }

  func shutdown() async { await inner.shutdown() }
}

extension FetchResponse {
  fileprivate func with(body: [UInt8]) -> FetchResponse {
    FetchResponse(
      status: status,
      headers: headers,
      body: body,
      effectiveURL: effectiveURL,
      redirects: redirects,
      httpVersion: httpVersion,
      elapsed: elapsed
    )
  }
}
