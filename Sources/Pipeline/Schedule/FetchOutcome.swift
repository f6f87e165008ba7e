// SPDX-License-Identifier: Apache-2.0

/// What came of one fetch, as far as the schedule cares.
package struct FetchOutcome: Sendable, Hashable {
  /// Why a fetch brought nothing.
  package struct Failure: Sendable, Hashable, Codable {
    /// Stable, such as `dns`, `timeout`, `http-404`, `not-a-feed`.
    package var code: String
    /// What failed and why, in words.
    package var sentence: String
    /// What the user may try.
    package var advice: String
    /// The status of the answer, if there was one.
    package var status: Int?

    /// - Parameters:
    ///   - code: Stable; `http-410` tells the status too.
    ///   - sentence: What failed and why.
    ///   - advice: What the user may try.
    ///   - status: Of the answer; `nil` takes it from the code, if it is there.
    package init(code: String, sentence: String, advice: String, status: Int? = nil) {
      self.code = code
      self.sentence = sentence
      self.advice = advice
      self.status = status ?? (code.hasPrefix("http-") ? Int(code.dropFirst(5)) : nil)
    }
  }

  /// How a fetch ended.
  package enum Result: Sendable, Hashable {
    /// 200, parsed, or known by its hash to be what was parsed before (`total` is 0 then).
    ///
    /// - Parameters:
    ///   - new: Items that were not stored before.
    ///   - total: Items in the document.
    ///   - published: When its items were published; seconds since 1970.
    case parsed(new: Int, total: Int, published: [Int])
    case notModified
    case failed(Failure)
    /// No feed could be reached: nothing is held against this one.
    case networkDown
  }

  /// What a feed says about when to come again.
  package struct Wishes: Sendable, Hashable {
    /// `<ttl>`, in seconds.
    package var ttl: Int?
    /// `sy:updatePeriod` divided by `sy:updateFrequency`, in seconds.
    package var syndication: Int?
    /// Hours of the day in UTC, 0 to 23.
    package var skipHours: Set<Int>
    /// 0 is Sunday.
    package var skipDays: Set<Int>

    package init(
      ttl: Int? = nil,
      syndication: Int? = nil,
      skipHours: Set<Int> = [],
      skipDays: Set<Int> = []
    ) {
      self.ttl = ttl
      self.syndication = syndication
      self.skipHours = skipHours
      self.skipDays = skipDays
    }
  }

  /// Seconds since 1970.
  package var instant: Int
  package var result: Result
  /// Of `Cache-Control`, in seconds.
  package var maxAge: Int?
  /// Seconds from ``instant``.
  package var retryAfter: Int?
  /// `nil` when no document said anything, as with 304.
  package var wishes: Wishes?
  /// The last address, when every redirect on the way to it was permanent (301 or 308).
  package var movedTo: String?

  package init(
    instant: Int,
    result: Result,
    maxAge: Int? = nil,
    retryAfter: Int? = nil,
    wishes: Wishes? = nil,
    movedTo: String? = nil
  ) {
    self.instant = instant
    self.result = result
    self.maxAge = maxAge
    self.retryAfter = retryAfter
    self.wishes = wishes
    self.movedTo = movedTo
  }
}
