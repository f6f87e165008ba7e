// SPDX-License-Identifier: Apache-2.0
import TextBasics

extension FeedSchedule {
  /// Seconds: bounds of what is learned, and the cap of what servers ask for.
  static let shortest = 600
  static let longest = 86_400

  /// Takes in what came of a fetch.
  ///
  /// - Parameters:
  ///   - outcome: What came.
  ///   - policy: What the user decided.
  /// - Returns: What somebody should hear of.
  package mutating func receive(_ outcome: FetchOutcome, policy: SchedulePolicy) -> ScheduleReport {
    var report = ScheduleReport()
    let now = outcome.instant
    lastFetch = now
    notBefore = outcome.retryAfter.map { now + min(max($0, 0), FeedSchedule.longest) }
    switch outcome.result {
    case .parsed(let new, let total, let published):
      lastWhole = now
      // The same body as before says nothing new about its rhythm and its wishes.
      if let wishes = outcome.wishes { remember(wishes) }
      if total > 0 { rhythm = PublishingRhythm(of: published, now: now) }
      learn(new: new, total: total, now)
      follow(outcome.movedTo, &report)
      succeed(outcome, policy, &report)
    case .notModified:
      learn(new: 0, total: 0, now)
      succeed(outcome, policy, &report)
    case .failed(let failure):
      fail(failure, outcome, policy, &report)
    case .networkDown:
      plan(now + FeedSchedule.shortest, FetchReason(basis: .networkDown), now)
    }
    return report
  }

  private mutating func remember(_ wishes: FetchOutcome.Wishes) {
    ttl = wishes.ttl.flatMap { $0 > 0 ? $0 : nil }
    syndication = wishes.syndication.flatMap { $0 > 0 ? $0 : nil }
    // A feed that never wants to be fetched is not taken at its word.
    skipHours = wishes.skipHours.filter { (0..<24).contains($0) }
    if skipHours.count == 24 { skipHours = [] }
    skipDays = wishes.skipDays.filter { (0..<7).contains($0) }
    if skipDays.count == 7 { skipDays = [] }
  }

  /// Learns how often to come from what was new.
  private mutating func learn(new: Int, total: Int, _ now: Int) {
    unchangedShare = (unchangedShare * 7 + (new == 0 ? 1000 : 0)) / 8
    if let rhythm {
      var interval = rhythm.gap(now: now) / 2
      if unchangedShare > 850 { interval = interval * 3 / 2 }
      if unchangedShare < 300 { interval = interval * 3 / 4 }
      learned = interval
    } else {
      // Without dates: come earlier after news, later after none.
      learned = new > 0 ? learned * 7 / 10 : learned * 13 / 10
    }
    // A document full of news may have lost some at its end.
    if new == total, total >= 5, lastSuccess != nil { learned /= 2 }
    learned = min(max(learned, FeedSchedule.shortest), FeedSchedule.longest)
  }

  private mutating func succeed(
    _ outcome: FetchOutcome,
    _ policy: SchedulePolicy,
    _ report: inout ScheduleReport
  ) {
    let now = outcome.instant
    if health == .sick || health == .gone {
      report.events.append(.recovered(since: failingSince ?? now))
    }
    health = .ok
    lastSuccess = now
    failures = 0
    goneAnswers = 0
    failingSince = nil
    failure = nil
    if let interval = policy.interval {
      return plan(now + interval, FetchReason(basis: .configured(interval)), now)
    }
    var reason = FetchReason(
      basis: rhythm.map { .rhythm(gap: $0.gap(now: now)) } ?? .experience
    )
    var interval = learned
    let floors = [
      (outcome.maxAge, FetchReason.Source.maxAge), (ttl, .ttl), (syndication, .syndication),
    ]
    for (seconds, source) in floors {
      guard let seconds, min(seconds, FeedSchedule.longest) > interval else { continue }
      interval = min(seconds, FeedSchedule.longest)
      reason.floor = FetchReason.Floor(seconds: interval, source: source)
    }
    let free = firstFree(from: now + interval)
    reason.isShifted = free > now + interval
    plan(free, reason, now)
  }

  private mutating func fail(
    _ cause: FetchOutcome.Failure,
    _ outcome: FetchOutcome,
    _ policy: SchedulePolicy,
    _ report: inout ScheduleReport
  ) {
    let now = outcome.instant
    failures += 1
    failure = cause
    let since = failingSince ?? now
    failingSince = since
    goneAnswers = cause.status == 410 ? goneAnswers + 1 : 0
    move = nil
    if failures == 3, let url = adoptedURL {
      adoptedURL = nil
      goneAnswers = 0
      report.events.append(.movedBack(from: url))
    }
    if goneAnswers >= 3 {
      if health != .gone { report.events.append(.gone) }
      health = .gone
      reason = FetchReason(basis: .gone)
      nextFetch = nil
      return
    }
    let isOld = failures >= 3 && now - since >= policy.alertAfter
    if lastSuccess == nil || isOld || health == .sick {
      if health != .sick { report.events.append(.turnedSick(since: since, cause)) }
      health = .sick
    } else {
      health = .failing
    }
    let wait = FeedSchedule.backOff(failures: failures, feed: policy.feed)
    plan(now + wait, FetchReason(basis: .backOff(failures: failures)), now)
  }

  /// Seconds to wait after so many failures in a row: 10 minutes, doubled each time, at most a day,
  /// and up to an eighth more or less, which only the feed's id decides.
  static func backOff(failures: Int, feed: String) -> Int {
    let plain = min(shortest << min(max(failures - 1, 0), 8), longest)
    let digest = SHA256.digest(of: Array("\(feed)#\(failures)".utf8))
    let fraction = Int(digest[0]) << 8 | Int(digest[1])
    let spread = plain / 4 * fraction / 65_536 - plain / 8
    return min(max(plain + spread, shortest), longest)
  }

  /// Trusts a new address once three documents in a row came from it.
  private mutating func follow(_ url: String?, _ report: inout ScheduleReport) {
    guard let url, url != adoptedURL else {
      move = nil
      return
    }
    let count = move?.url == url ? (move?.count ?? 0) + 1 : 1
    guard count >= 3 else {
      move = Move(url: url, count: count)
      return
    }
    move = nil
    adoptedURL = url
    report.events.append(.moved(to: url))
  }

  private mutating func plan(_ instant: Int, _ reason: FetchReason, _ now: Int) {
    self.reason = reason
    nextFetch = instant
    if let notBefore, notBefore > instant {
      nextFetch = notBefore
      self.reason = FetchReason(basis: .retryAfter(notBefore - now))
    }
  }

  /// The first instant from `start` on that lies in no hour or day that the feed wants to skip.
  private func firstFree(from start: Int) -> Int {
    guard !skipHours.isEmpty || !skipDays.isEmpty else { return start }
    var instant = start
    // A week of hours: with one hour and one day free there is a free one among them.
    for _ in 0..<169 {
      let days = instant / 86_400
      let isFree = !skipHours.contains(instant / 3600 % 24) && !skipDays.contains((days + 4) % 7)
      if isFree { return instant }
      instant = (instant / 3600 + 1) * 3600
    }
    return start
  }
}
