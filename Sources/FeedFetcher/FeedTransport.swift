// SPDX-License-Identifier: Apache-2.0

/// Where answers come from: servers, or a recording of what servers said.
package protocol FeedTransport: Sendable {
  /// Whether servers are asked; a recording knows neither pauses nor schedules of its own.
  var isLive: Bool { get }
  /// See ``FeedFetcher/fetch(_:)``.
  func fetch(_ request: FetchRequest) async throws(FetchError) -> FetchResponse
  /// Cancels what is on its way; nothing is fetched afterwards.
  func shutdown() async
}

extension FeedFetcher: FeedTransport {
  package var isLive: Bool { true }
}
