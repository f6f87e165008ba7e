// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Pipeline

/// 2025-11-17 10:00:00 UTC, a Monday.
private let start = 1_763_373_600
private let minute = 60
private let hour = 3600
private let day = 86_400

private func failure(_ status: Int? = nil, code: String = "dns") -> FetchOutcome.Result {
  .failed(.init(code: code, sentence: "s", advice: "a", status: status))
}

private func parsed(new: Int = 1, total: Int = 20, published: [Int] = []) -> FetchOutcome.Result {
  .parsed(new: new, total: total, published: published)
}

/// Items that came every `gap` seconds until `now`.
private func every(_ gap: Int, until now: Int) -> [Int] { (0..<20).map { now - $0 * gap } }

struct FeedScheduleTests {
  private let policy = SchedulePolicy(feed: "irib-ict")

  private func next(_ outcomes: FetchOutcome...) -> Int? {
    var schedule = FeedSchedule()
    for outcome in outcomes { _ = schedule.receive(outcome, policy: policy) }
    return schedule.nextFetch.map { $0 - (outcomes.last?.instant ?? 0) }
  }

  @Test func `a new feed is due at once`() {
    #expect(FeedSchedule().isDue(at: 0))
    #expect(FeedSchedule().explanation(now: 5) == "due now: never fetched")
  }

  @Test(arguments: [
    (hour, 30 * minute), (5 * minute, 10 * minute), (3 * day, day), (4 * hour, 2 * hour),
  ])
  func `a feed is fetched after half its usual gap, within bounds`(gap: Int, wait: Int) {
    let outcome = FetchOutcome(
      instant: start,
      result: parsed(published: every(gap, until: start))
    )
    #expect(next(outcome) == wait)
  }

  @Test func `a feed that fell silent is fetched less and less`() {
    let published = every(hour, until: start - 2 * day)
    #expect(next(FetchOutcome(instant: start, result: parsed(published: published))) == 12 * hour)
  }

  @Test func `without dates the interval follows what was new`() {
    var schedule = FeedSchedule()
    var waits: [Int] = []
    for step in 0..<12 {
      let now = start + step * day
      _ = schedule.receive(.init(instant: now, result: parsed(new: 1)), policy: policy)
      waits.append((schedule.nextFetch ?? 0) - now)
    }
    #expect(waits[0] == 2520 && waits.last == 10 * minute)
    for step in 12..<60 {
      _ = schedule.receive(.init(instant: start + step * day, result: .notModified), policy: policy)
    }
    #expect((schedule.nextFetch ?? 0) - start - 59 * day == day)
  }

  @Test func `a document of news only makes the next fetch earlier`() {
    let published = every(4 * hour, until: start)
    let first = FetchOutcome(instant: start - day, result: .notModified)
    let full = FetchOutcome(instant: start, result: parsed(new: 20, published: published))
    #expect(next(first, full) == hour)
  }

  @Test func `the server's wishes are floors and capped at a day`() {
    let published = every(hour, until: start)
    func wait(_ change: (inout FetchOutcome) -> Void) -> Int? {
      var outcome = FetchOutcome(instant: start, result: parsed(published: published))
      change(&outcome)
      return next(outcome)
    }
    #expect(wait { $0.maxAge = 600 } == 30 * minute)
    #expect(wait { $0.maxAge = 7200 } == 2 * hour)
    #expect(wait { $0.maxAge = .max } == day)
    #expect(wait { $0.wishes = .init(ttl: 3600) } == hour)
    #expect(wait { $0.wishes = .init(ttl: 3600, syndication: 31_536_000) } == day)
    #expect(wait { $0.wishes = .init(ttl: -5) } == 30 * minute)
  }

  @Test func `hours and days to skip move the fetch, but not for ever`() {
    let published = every(hour, until: start)
    func wait(_ wishes: FetchOutcome.Wishes) -> Int? {
      next(.init(instant: start, result: parsed(published: published), wishes: wishes))
    }
    #expect(wait(.init(skipHours: [10, 11])) == 2 * hour)
    #expect(wait(.init(skipHours: Set(0..<24))) == 30 * minute)
    #expect(wait(.init(skipDays: [1])) == 14 * hour)
    #expect(wait(.init(skipDays: Set(0..<7))) == 30 * minute)
    #expect(wait(.init(skipHours: Set(0..<23), skipDays: [1, 2])) == 61 * hour)
  }

  @Test func `wishes stay in force through answers 304`() {
    let whole = FetchOutcome(instant: start, result: parsed(), wishes: .init(ttl: 6 * hour))
    let same = FetchOutcome(instant: start + 6 * hour, result: .notModified)
    #expect(next(whole, same) == 6 * hour)
  }

  @Test func `a document that was not parsed again changes neither wishes nor rhythm`() {
    let published = every(8 * hour, until: start)
    let whole = FetchOutcome(
      instant: start,
      result: parsed(published: published),
      wishes: .init(ttl: 5 * hour)
    )
    let same = FetchOutcome(instant: start + hour, result: parsed(new: 0, total: 0))
    #expect(next(whole, same) == 5 * hour)
    // Half a silence of 60 h is 30 h, half of that the wait.
    let later = FetchOutcome(instant: start + 60 * hour, result: .notModified)
    #expect(next(whole, later) == 15 * hour)
  }

  @Test func `a code tells its status`() {
    let gone = FetchOutcome.Failure(code: "http-410", sentence: "s", advice: "a")
    #expect(gone.status == 410)
    #expect(FetchOutcome.Failure(code: "dns", sentence: "s", advice: "a").status == nil)
  }

  @Test func `a configured interval is kept whatever the feed does`() {
    var schedule = FeedSchedule()
    let fixed = SchedulePolicy(feed: "a", interval: 300)
    let outcome = FetchOutcome(
      instant: start,
      result: parsed(published: every(day, until: start)),
      maxAge: 7200
    )
    _ = schedule.receive(outcome, policy: fixed)
    #expect(schedule.nextFetch == start + 300)
    #expect(schedule.explanation(now: start) == "5 min after the last fetch: as configured")
  }

  @Test func `failures back off, spread by the feed's id alone`() {
    for count in 1...12 {
      let plain = min(600 << (count - 1), day)
      let wait = FeedSchedule.backOff(failures: count, feed: "a")
      #expect(wait == FeedSchedule.backOff(failures: count, feed: "a"))
      #expect(wait >= max(600, plain - plain / 8) && wait <= min(day, plain + plain / 8))
    }
    let waits = Set((0..<50).map { FeedSchedule.backOff(failures: 4, feed: "feed\($0)") })
    #expect(waits.count > 40)
    #expect(FeedSchedule.backOff(failures: .max, feed: "a") > day / 2)
  }

  @Test func `Retry-After holds for the user too and is capped at a day`() {
    var schedule = FeedSchedule()
    var outcome = FetchOutcome(instant: start, result: failure(429), retryAfter: 7200)
    _ = schedule.receive(outcome, policy: policy)
    #expect(schedule.nextFetch == start + 7200)
    #expect(!schedule.mayBeFetched(at: start + 7199) && schedule.mayBeFetched(at: start + 7200))
    #expect(schedule.explanation(now: start).contains("pause of 2 h (Retry-After)") == true)
    outcome.retryAfter = .max
    _ = schedule.receive(outcome, policy: policy)
    #expect(schedule.notBefore == start + day)
    outcome.retryAfter = 1
    _ = schedule.receive(outcome, policy: policy)
    #expect(schedule.nextFetch ?? 0 > start + 600)
    #expect(schedule.notBefore == start + 1)
  }

  @Test func `a feed without any network is not blamed`() {
    var schedule = FeedSchedule()
    let report = schedule.receive(.init(instant: start, result: .networkDown), policy: policy)
    #expect(report.events.isEmpty && schedule.failures == 0 && schedule.health == .new)
    #expect(schedule.nextFetch == start + 600)
  }

  @Test func `validators are forgotten after eight days without a whole document`() {
    var schedule = FeedSchedule()
    #expect(!schedule.trustsValidators(at: start))
    _ = schedule.receive(.init(instant: start, result: parsed()), policy: policy)
    _ = schedule.receive(.init(instant: start + 7 * day, result: .notModified), policy: policy)
    #expect(schedule.trustsValidators(at: start + 8 * day - 1))
    #expect(!schedule.trustsValidators(at: start + 8 * day))
  }

  @Test func `the reason of a wait is told in words`() {
    var schedule = FeedSchedule()
    let published = every(61 * minute, until: start)
    let outcome = FetchOutcome(
      instant: start,
      result: parsed(published: published),
      maxAge: 3600,
      wishes: .init(skipHours: [11])
    )
    _ = schedule.receive(outcome, policy: policy)
    #expect(
      schedule.explanation(now: start)
        == "2 h after the last fetch: half the usual gap between items of 61 min, not below the "
        + "server's max-age of 60 min, moved out of the hours or days that the feed wants skipped"
    )
    // A page tells the same whenever it is read; `feeds show` also that the time has come.
    #expect(schedule.explanation == schedule.explanation(now: start))
    #expect(schedule.explanation(now: start + day) == "due now, " + schedule.explanation)
    #expect(schedule.rhythm?.median == 61 * minute)
  }
}

struct FeedScheduleStorageTests {
  private let policy = SchedulePolicy(feed: "a")

  @Test func `a schedule comes back as it was stored`() throws {
    var schedule = FeedSchedule()
    let outcome = FetchOutcome(
      instant: start,
      result: parsed(published: every(hour, until: start)),
      maxAge: 7200,
      wishes: .init(ttl: 60, skipHours: [3]),
      movedTo: "https://b/"
    )
    _ = schedule.receive(outcome, policy: policy)
    let stored = try JSONEncoder().encode(schedule)
    #expect(try JSONDecoder().decode(FeedSchedule.self, from: stored) == schedule)
    for _ in 0..<3 {
      _ = schedule.receive(.init(instant: start, result: failure(410)), policy: policy)
    }
    let gone = try JSONEncoder().encode(schedule)
    #expect(try JSONDecoder().decode(FeedSchedule.self, from: gone) == schedule)
    #expect(schedule.nextFetch == nil)
  }

  @Test func `what another version wrote is read as far as it is known`() throws {
    let text = #"{"health":"sick","failures":4,"rhythm":7,"new":{"a":1},"nextFetch":"soon"}"#
    let schedule = try JSONDecoder().decode(FeedSchedule.self, from: Data(text.utf8))
    #expect(schedule.health == .sick && schedule.failures == 4)
    #expect(schedule.rhythm == nil && schedule.nextFetch == 0 && schedule.learned == 3600)
  }
}

struct FeedHealthTests {
  private let policy = SchedulePolicy(feed: "a")

  @Test func `a feed that never worked is told at once and once only`() {
    var schedule = FeedSchedule()
    let first = schedule.receive(.init(instant: start, result: failure()), policy: policy)
    guard case .turnedSick(let since, let cause)? = first.events.first else {
      Issue.record("not told")
      return
    }
    #expect(since == start && cause.code == "dns" && schedule.health == .sick)
    let second = schedule.receive(.init(instant: start + hour, result: failure()), policy: policy)
    #expect(second.events.isEmpty)
    let third = schedule.receive(.init(instant: start + day, result: parsed()), policy: policy)
    #expect(third.events == [.recovered(since: start)])
    #expect(schedule.health == .ok && schedule.failure == nil)
  }

  @Test func `a feed that worked is sick after three tries and a day`() {
    var schedule = FeedSchedule()
    _ = schedule.receive(.init(instant: start, result: parsed()), policy: policy)
    var events: [Int] = []
    for (index, offset) in [1, 2, 3, 24, 25, 26].enumerated() {
      let now = start + offset * hour
      let report = schedule.receive(.init(instant: now, result: failure(500)), policy: policy)
      if !report.events.isEmpty { events.append(index) }
      #expect(schedule.health == (offset < 25 ? .failing : .sick))
    }
    #expect(events == [4])
    #expect(schedule.failingSince == start + hour && schedule.failures == 6)
  }

  @Test func `a short failure and its end are told to nobody`() {
    var schedule = FeedSchedule()
    _ = schedule.receive(.init(instant: start, result: parsed()), policy: policy)
    let down = schedule.receive(.init(instant: start + hour, result: failure()), policy: policy)
    let up = schedule.receive(
      .init(instant: start + 2 * hour, result: .notModified),
      policy: policy
    )
    #expect(down.events.isEmpty && up.events.isEmpty && schedule.health == .ok)
  }

  @Test func `410 three times in a row stops a feed`() {
    var schedule = FeedSchedule()
    _ = schedule.receive(.init(instant: start, result: parsed()), policy: policy)
    _ = schedule.receive(.init(instant: start, result: failure(410)), policy: policy)
    _ = schedule.receive(.init(instant: start, result: failure(404)), policy: policy)
    for _ in 0..<2 {
      let report = schedule.receive(.init(instant: start, result: failure(410)), policy: policy)
      #expect(report.events.isEmpty && schedule.nextFetch != nil)
    }
    let last = schedule.receive(.init(instant: start, result: failure(410)), policy: policy)
    #expect(last.events == [.gone] && schedule.nextFetch == nil && schedule.health == .gone)
    #expect(!schedule.isDue(at: .max) && schedule.mayBeFetched(at: start))
    #expect(schedule.explanation(now: start).contains("410 Gone"))
    let back = schedule.receive(.init(instant: start, result: parsed()), policy: policy)
    #expect(back.events == [.recovered(since: start)])
    #expect(schedule.nextFetch != nil)
  }

  @Test func `a new address is adopted after three equal documents`() {
    var schedule = FeedSchedule()
    func receive(_ url: String?, _ result: FetchOutcome.Result = parsed()) -> ScheduleReport {
      schedule.receive(.init(instant: start, result: result, movedTo: url), policy: policy)
    }
    #expect(receive("https://b/").events.isEmpty)
    #expect(receive("https://b/").events.isEmpty)
    #expect(receive("https://c/").events.isEmpty)
    #expect(receive("https://b/").events.isEmpty)
    #expect(receive(nil).events.isEmpty)
    #expect(receive("https://b/").events.isEmpty)
    #expect(receive("https://b/", .notModified).events.isEmpty)
    #expect(receive("https://b/").events.isEmpty)
    #expect(schedule.adoptedURL == nil)
    #expect(receive("https://b/").events == [.moved(to: "https://b/")])
    #expect(schedule.adoptedURL == "https://b/")
    _ = receive(nil, failure(404))
    _ = receive(nil, failure(404))
    #expect(receive(nil, failure(404)).events.contains(.movedBack(from: "https://b/")))
    #expect(schedule.adoptedURL == nil)
  }
}

struct HostScheduleTests {
  @Test func `429 and 503 hold for the whole host`() {
    var host = HostSchedule()
    host.receive(status: 429, retryAfter: 120, now: start)
    #expect(!host.mayBeFetched(at: start + 119) && host.mayBeFetched(at: start + 120))
    host.receive(status: 429, retryAfter: nil, now: start)
    #expect(host.notBefore == start + 1200)
    host.receive(status: 503, retryAfter: 10, now: start)
    #expect(host.notBefore == start + 1200 && host.status == 429)
    host.receive(status: 503, retryAfter: .max, now: start)
    #expect(host.notBefore == start + day && host.status == 503)
    host.receive(status: 200, retryAfter: nil, now: start + 5)
    #expect(host.notBefore == start + day && host.refusals == 0)
    host.receive(status: 200, retryAfter: nil, now: start + day)
    #expect(host.isEmpty)
  }

  @Test func `a plain 503 or no answer holds nobody else up`() {
    var host = HostSchedule()
    host.receive(status: 503, retryAfter: nil, now: start)
    host.receive(status: nil, retryAfter: nil, now: start)
    #expect(host.isEmpty)
  }
}
