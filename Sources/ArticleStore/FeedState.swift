// SPDX-License-Identifier: Apache-2.0
package import Articles
package import TextBasics

/// What the store remembers of a feed between two runs.
package struct FeedState: Sendable, Hashable {
  /// The id of the feed's section in `feeds.conf`.
  package let feed: String
  /// The address that was fetched last, without credentials.
  package var url: String?
  package var title: String?
  /// What the feed says about rights, as text.
  package var rights: String?
  package var language: Language
  /// The validators of the last answer with status 200, byte for byte as the server wrote them.
  package var etag: String?
  package var lastModified: String?
  /// A hash of the last body that was parsed; an equal body is not parsed again.
  package var bodyHash: String?
  /// Seconds since 1970 of the answer that set the validators.
  package var validatorsSet: Int?
  /// The schedule in a form that only the pipeline reads.
  package var schedule: String
  package var status: FeedHealth.State
  /// Why the feed fails, as a sentence, or `nil` while it works.
  package var cause: String?
  /// Failures since the last success.
  package var failures: Int
  /// Seconds since 1970 of the first failure of the present series.
  package var failingSince: Int?
  /// Seconds since 1970.
  package var lastAttempt: Int?
  /// Seconds since 1970.
  package var lastSuccess: Int?
  /// Seconds since 1970.
  package var nextFetch: Int?

  package init(
    feed: String,
    url: String? = nil,
    title: String? = nil,
    rights: String? = nil,
    language: Language = .unknown,
    etag: String? = nil,
    lastModified: String? = nil,
    bodyHash: String? = nil,
    validatorsSet: Int? = nil,
    schedule: String = "",
    status: FeedHealth.State = .new,
    cause: String? = nil,
    failures: Int = 0,
    failingSince: Int? = nil,
    lastAttempt: Int? = nil,
    lastSuccess: Int? = nil,
    nextFetch: Int? = nil
  ) {
    self.feed = feed
    self.url = url
    self.title = title
    self.rights = rights
    self.language = language
    self.etag = etag
    self.lastModified = lastModified
    self.bodyHash = bodyHash
    self.validatorsSet = validatorsSet
    self.schedule = schedule
    self.status = status
    self.cause = cause
    self.failures = failures
    self.failingSince = failingSince
    self.lastAttempt = lastAttempt
    self.lastSuccess = lastSuccess
    self.nextFetch = nextFetch
  }
}

/// The attempts to fetch a feed on one day (UTC), summed up.
package struct FetchDay: Sendable, Hashable {
  /// Days since 1970.
  package let day: Int
  package let fetches: Int
  /// Answers with status 304.
  package let unchanged: Int
  package let failed: Int
  /// Bytes of the decoded bodies.
  package let bytes: Int
  /// Milliseconds.
  package let elapsed: Int

  package init(
    day: Int = 0,
    fetches: Int = 0,
    unchanged: Int = 0,
    failed: Int = 0,
    bytes: Int = 0,
    elapsed: Int = 0
  ) {
    self.day = day
    self.fetches = fetches
    self.unchanged = unchanged
    self.failed = failed
    self.bytes = bytes
    self.elapsed = elapsed
  }
}

/// One attempt to fetch a feed.
package struct FetchLogEntry: Sendable, Hashable {
  package let feed: String
  /// Seconds since 1970.
  package let at: Int
  /// The HTTP status, or `nil` when there was no answer.
  package var status: Int?
  /// The stable code of the failure, or `nil` for a success.
  package var code: String?
  /// Bytes of the decoded body.
  package var bytes: Int
  /// Items in the document.
  package var items: Int
  /// Articles that were new; filled in by the store.
  package var new: Int
  /// Articles whose text changed; filled in by the store.
  package var revised: Int
  /// Deviations that the parser reported.
  package var problems: Int
  /// Milliseconds; the only figure here that differs between equal runs.
  package var elapsed: Int
  package var note: String?

  package init(
    feed: String,
    at: Int,
    status: Int? = nil,
    code: String? = nil,
    bytes: Int = 0,
    items: Int = 0,
    new: Int = 0,
    revised: Int = 0,
    problems: Int = 0,
    elapsed: Int = 0,
    note: String? = nil
  ) {
    self.feed = feed
    self.at = at
    self.status = status
    self.code = code
    self.bytes = bytes
    self.items = items
    self.new = new
    self.revised = revised
    self.problems = problems
    self.elapsed = elapsed
    self.note = note
  }
}
