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
  let fetcher: any FeedTransport
  let intake: Intake
  let hosts: HostMemory
  let contact: String?
  let policy: SchedulePolicy
  /// Seconds since 1970: the run's clock.
  let now: Int

  /// Fetches, parses and saves; a failure of the feed is an outcome, not an error.
  ///
  /// Articles are saved at once, with validators and schedule. An answer without articles leaves
  /// only its state to be saved, which the run does for all feeds together.
  ///
  /// - Throws: `StoreError`, `CancellationError`; nothing of this visit is saved then.
  func perform() async throws -> FeedOutcome {
    let schedule = FeedSchedule(state)
    let url = schedule.adoptedURL ?? source.url
    let host = HostMemory.host(of: url)
    if let until = hosts.pause(of: host, now: now) { return postponed(until) }
    var response: FetchResponse
    do {
      response = try await fetcher.fetch(request(url, schedule))
    } catch {
      // The user or the system ends the run: that is no fault of the feed.
      if error == .cancelled || Task.isCancelled { throw CancellationError() }
      return failed(FeedFailure(error), nil)
    }
    hosts.receive(
      response.status,
      retryAfter: response.retryAfter(now: now),
      from: host,
      now: now
    )
    switch response.status {
    case 304: return unchanged(response, .notModified, note: "304")
    case 200: return try read(&response)
    default: return failed(FeedFailure(response), response)
    }
  }

  private func read(_ response: inout FetchResponse) throws -> FeedOutcome {
    let hash = Base32.encode(SHA256.digest(of: response.body))
    if hash == state.bodyHash {
      return unchanged(
        response,
        .parsed(new: 0, total: 0, published: []),
        note: "the same body as before"
      )
    }
    let document: IncomingFeed
    do {
      var options = FeedParser.Options(
        contentType: response.contentType,
        baseURL: response.effectiveURL
      )
      options.limits.document = source.maxSize
      // Only the text of markup is wanted, so nobody needs to clean it first.
      options.html = .asWritten
      // One more than is taken, so that the excess is seen and told.
      options.limits.items = source.maxItems + 1
      document = try IncomingFeed(response.body, options: options)
    } catch {
      return failed(FeedFailure(error, response), response)
    }
    // Others may use its memory while the articles are looked at.
    response.releaseBody()
    // Of a large document many small blocks are free now, between what stays.
    if response.bodyCount > 4 << 20 { FeedFetcher.returnFreeMemory() }
    var origin = Intake.Origin(id: source.id, title: source.title)
    origin.language = source.language.map { Language(tag: $0) } ?? .unknown
    origin.topics = source.topics
    origin.maxItems = source.maxItems
    let harvest = try intake.harvest(document, from: origin) { articles in
      try store.unchanged(
        in: source.id,
        items: articles.map { ($0.id.key, $0.contentHash) }
      )
    }
    return try save(harvest, document, response, hash: hash)
  }

  private func save(
    _ harvest: Intake.Harvest,
    _ document: IncomingFeed,
    _ response: FetchResponse,
    hash: String
  ) throws -> FeedOutcome {
    let failure = harvest.isTruncated ? FeedFailure.truncated(harvest.problems) : nil
    let result: FetchOutcome.Result =
      failure.map { .failed($0.outcome) }
      ?? .parsed(
        new: harvest.items.count,
        total: harvest.count,
        published: document.published
      )
    var (next, report) = after(
      result,
      response,
      wishes: FetchOutcome.Wishes(document.feed)
    )
    next.title = harvest.title ?? state.title
    next.rights = harvest.rights
    next.language = harvest.language
    if harvest.isTruncated {
      // A document that was cut off must come again whole: nothing may say that we have it.
      (next.etag, next.lastModified, next.bodyHash) = (nil, nil, nil)
    } else {
      keepValidators(of: response, in: &next)
      next.bodyHash = hash
    }
    var log = logEntry(response, failure)
    log.items = harvest.count
    log.problems = harvest.problems.count
    let commit = try store.commit(
      FeedBatch(
        state: next,
        items: harvest.items,
        present: harvest.present,
        log: log,
        model: intake.understanding.model.hash,
        now: now
      )
    )
    return outcome(
      .updated(new: commit.new.count, revised: commit.revised.count),
      failure,
      report,
      nil,
      problems: harvest.problems
    )
  }

  private func unchanged(
    _ response: FetchResponse,
    _ result: FetchOutcome.Result,
    note: String
  ) -> FeedOutcome {
    var (next, report) = after(result, response)
    if response.status == 200 { keepValidators(of: response, in: &next) }
    var log = logEntry(response, nil)
    log.note = note
    return outcome(.unchanged, nil, report, (next, log))
  }

  private func failed(_ failure: FeedFailure, _ response: FetchResponse?) -> FeedOutcome {
    let (next, report) = after(.failed(failure.outcome), response)
    return outcome(.failed, failure, report, (next, logEntry(response, failure)))
  }

  private func postponed(_ until: Int) -> FeedOutcome {
    outcome(.postponed(until: until), nil, ScheduleReport(), nil)
  }

  /// The state and the news that an answer leads to.
  private func after(
    _ result: FetchOutcome.Result,
    _ response: FetchResponse?,
    wishes: FetchOutcome.Wishes? = nil
  ) -> (FeedState, ScheduleReport) {
    var schedule = FeedSchedule(state)
    let outcome = FetchOutcome(
      instant: now,
      result: result,
      maxAge: response?.maxAge,
      retryAfter: response?.retryAfter(now: now),
      wishes: wishes,
      movedTo: response?.permanentAddress
    )
    let report = schedule.receive(outcome, policy: policy)
    var next = state
    next.url = source.url
    schedule.write(into: &next)
    return (next, report)
  }

  private func keepValidators(of response: FetchResponse, in next: inout FeedState) {
    next.etag = response.etag
    next.lastModified = response.lastModified
    next.validatorsSet = now
  }

  private func request(_ url: String, _ schedule: FeedSchedule) -> FetchRequest {
    var request = FetchRequest(source, contact: contact)
    request.url = url
    if schedule.trustsValidators(at: now), state.url == nil || state.url == source.url {
      request.etag = state.etag
      request.lastModified = state.lastModified
    }
    return request
  }

  private func outcome(
    _ result: FeedOutcome.Result,
    _ failure: FeedFailure?,
    _ report: ScheduleReport,
    _ pending: (state: FeedState, log: FetchLogEntry)?,
    problems: [FeedProblem] = []
  ) -> FeedOutcome {
    FeedOutcome(
      id: source.id,
      url: source.url,
      result: result,
      failure: failure,
      events: report.events,
      lastSuccess: state.lastSuccess,
      failingSince: state.failingSince,
      problems: problems,
      pending: pending
    )
  }

  private func logEntry(_ response: FetchResponse?, _ failure: FeedFailure?) -> FetchLogEntry {
    var log = FetchLogEntry(feed: source.id, at: now)
    log.code = failure?.code
    log.note = failure?.sentence
    guard let response else { return log }
    log.status = response.status
    log.bytes = response.bodyCount
    log.elapsed = response.elapsedMilliseconds
    return log
  }
}
