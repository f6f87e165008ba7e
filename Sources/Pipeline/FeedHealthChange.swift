// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
import FeedFetcher
import FeedList

extension FeedVisit {
  /// A feed is sick after failing this often, and for as long as `alert-after` says.
  private static let failuresUntilSick = 3

  /// The state after an answer that was as it should be.
  func succeeded(_ response: FetchResponse) -> FeedState {
    var next = state
    next.url = source.url
    next.status = .ok
    next.cause = nil
    next.failures = 0
    next.failingSince = nil
    next.lastAttempt = now
    next.lastSuccess = now
    next.nextFetch = now + max(interval, response.maxAge ?? 0)
    return next
  }

  /// The state after a failure: what worked before is kept, validators too.
  func failing(_ state: FeedState, _ failure: FeedFailure) -> FeedState {
    var next = state
    next.url = source.url
    next.cause = failure.sentence
    next.failures = self.state.failures + 1
    next.failingSince = self.state.failingSince ?? now
    next.lastAttempt = now
    next.lastSuccess = self.state.lastSuccess
    let neverWorked = self.state.lastSuccess == nil
    let since = next.failingSince ?? now
    let isOld = next.failures >= Self.failuresUntilSick && now - since >= alertAfter
    next.status = neverWorked || isOld || self.state.status == .sick ? .sick : .failing
    next.nextFetch = now + min(interval << min(next.failures, 6), 86_400)
    return next
  }

  private var interval: Int { source.interval.map { Int($0.components.seconds) } ?? 1800 }
}
