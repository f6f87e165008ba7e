// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
import FeedList
import FeedParser
import Pipeline

/// One fetch outside of a run, for `parse URL`, `feeds check` and `feeds discover`.
enum FeedProbe {
  /// Fetches `url` once; addresses that the user types may be private.
  ///
  /// - Throws: ``CommandFailure`` with the cause and what to try.
  static func fetch(_ url: String) async throws -> FetchResponse {
    var request = FetchRequest(feed: "", url: url, userAgent: "Rasad/\(Pipeline.version)")
    request.allowPrivate = true
    let response = try await fetch(request)
    guard response.status == 200 else {
      let failure = FeedFailure(response)
      throw CommandFailure(
        .unavailable,
        "\(Terminal.clean(url)): \(failure.sentence); \(failure.advice)"
      )
    }
    return response
  }

  private static func fetch(_ request: FetchRequest) async throws -> FetchResponse {
    let fetcher = FeedFetcher(parallel: 1, perHost: 1, hostRules: [:], memory: 64 << 20)
    do {
      let response = try await fetcher.fetch(request)
      await fetcher.shutdown()
      return response
    } catch {
      await fetcher.shutdown()
      throw CommandFailure(
        .unavailable,
        "\(Terminal.clean(request.url)): \(error.sentence); \(error.advice)"
      )
    }
  }
}
