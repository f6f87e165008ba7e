// SPDX-License-Identifier: Apache-2.0

/// Where answers come from: servers, or a recording of what servers said.
///
/// Of classes only: the optimiser of Swift 6.3 crashes on other existentials in long async functions.
package protocol FeedTransport: AnyObject, Sendable {
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
