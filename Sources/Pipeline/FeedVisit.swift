// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
import FeedFetcher
import FeedList
import FeedParser
import TextBasics
import TopicModel

/// One feed in one run: ask for it, read what came, save it whole or not at all.
struct FeedVisit: Sendable {
  let source: FeedSource
  let state: FeedState
  let store: ArticleStore
  let fetcher: FeedFetcher
  let intake: Intake
  let contact: String?
  /// Seconds for which a feed may fail before it counts as sick.
  let alertAfter: Int
  /// Seconds since 1970: the run's clock.
  let now: Int

  /// Fetches, parses and saves; a failure of the feed is an outcome, not an error.
  ///
  /// - Throws: `StoreError` only; nothing of this visit is saved then.
  func perform() async throws -> FeedOutcome {
    let response: FetchResponse
    do {
      response = try await fetcher.fetch(request)
    } catch {
      return try failed(FeedFailure(error))
    }
    if response.status == 304 { return try unchanged(response, note: "304") }
    guard response.status == 200 else {
      return try failed(FeedFailure(response), response)
    }
    let hash = Base32.encode(SHA256.digest(of: response.body))
    if hash == state.bodyHash, state.status == .ok {
      return try unchanged(response, note: "same body")
    }
    return try read(response, hash: hash)
  }

  private func read(_ response: FetchResponse, hash: String) throws -> FeedOutcome {
    let parsed: ParsedFeed
    do {
      var options = FeedParser.Options(
        contentType: response.contentType, baseURL: response.effectiveURL)
      options.limits.document = source.maxSize
      options.limits.items = source.maxItems
      parsed = try FeedParser.parse(response.body, options: options)
    } catch {
      return try failed(FeedFailure(error, response), response)
    }
    var origin = Intake.Origin(id: source.id, title: source.title, url: source.url)
    origin.language = source.language.map { Language(tag: $0) } ?? .unknown
    origin.topics = source.topics
    origin.maxItems = source.maxItems
    let harvest = try intake.harvest(parsed, from: origin) { articles in
      try store.unchanged(
        in: source.id, items: articles.map { ($0.id.key, $0.contentHash) })
    }
    return try save(harvest, response, hash: hash)
  }

  private func save(
    _ harvest: Intake.Harvest, _ response: FetchResponse, hash: String
  ) throws -> FeedOutcome {
    var next = succeeded(response)
    next.title = harvest.title ?? state.title
    next.language = harvest.language
    // A document that was cut off must come again whole: its validators are not kept.
    next.bodyHash = harvest.isTruncated ? nil : hash
    next.etag = harvest.isTruncated ? nil : response.etag
    next.lastModified = harvest.isTruncated ? nil : response.lastModified
    next.validatorsSet = harvest.isTruncated ? nil : now
    var log = logEntry(response)
    log.items = harvest.count
    log.problems = harvest.problems.count
    let failure = harvest.isTruncated ? FeedFailure.truncated(harvest.problems) : nil
    if let failure {
      next = failing(next, failure)
      log.code = failure.code
    }
    let commit = try store.commit(
      FeedBatch(
        state: next, items: harvest.items, present: harvest.present, log: log,
        model: intake.understanding.model.hash, now: now))
    return outcome(
      .updated(new: commit.new.count, revised: commit.revised.count), failure: failure,
      next: next, problems: harvest.problems)
  }

  private func unchanged(_ response: FetchResponse, note: String) throws -> FeedOutcome {
    var next = succeeded(response)
    // A server may answer 304 for ever: validators older than 8 days are forgotten.
    if response.status == 304, let set = state.validatorsSet, now - set > 8 * 86_400 {
      (next.etag, next.lastModified, next.validatorsSet) = (nil, nil, nil)
    }
    if response.status == 200 {
      next.etag = response.etag
      next.lastModified = response.lastModified
      next.validatorsSet = now
    }
    var log = logEntry(response)
    log.note = note
    try store.commit(states: [(next, log)])
    return outcome(.unchanged, failure: nil, next: next, problems: [])
  }

  private func failed(
    _ failure: FeedFailure, _ response: FetchResponse? = nil
  ) throws -> FeedOutcome {
    let next = failing(state, failure)
    var log = FetchLogEntry(feed: source.id, at: now)
    if let response { log = logEntry(response) }
    log.code = failure.code
    log.note = failure.sentence
    try store.commit(states: [(next, log)])
    return outcome(.failed, failure: failure, next: next, problems: [])
  }

  private func outcome(
    _ result: FeedOutcome.Result, failure: FeedFailure?, next: FeedState, problems: [FeedProblem]
  ) -> FeedOutcome {
    FeedOutcome(
      id: source.id,
      url: source.url,
      result: result,
      failure: failure,
      change: FeedOutcome.change(from: state, to: next),
      lastSuccess: state.lastSuccess,
      failingSince: next.failingSince,
      problems: problems
    )
  }

  private var request: FetchRequest {
    var request = FetchRequest(source, contact: contact)
    request.etag = state.etag
    request.lastModified = state.lastModified
    return request
  }

  private func logEntry(_ response: FetchResponse) -> FetchLogEntry {
    let elapsed = response.elapsed.components
    return FetchLogEntry(
      feed: source.id,
      at: now,
      status: response.status,
      bytes: response.body.count,
      elapsed: Int(elapsed.seconds) * 1000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)
    )
  }
}
