// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
import FeedList
import Foundation
import TextBasics
import TopicModel

/// Whether the digest on disk is still what the store would give.
///
/// Most runs bring nothing. Writing the same bytes would be harmless, for files that do not change
/// are not touched, but making them costs more than all the rest of such a run. The store forgets the
/// note in the transaction that changes an article or a story.
struct DigestFreshness {
  let store: ArticleStore
  let model: TopicModel
  /// Seconds since 1970.
  let now: Int

  /// Whether nothing that the digest shows changed since ``remember(_:)``.
  ///
  /// Pages also show the feeds and the time, so the digest is made again every hour, and when a feed
  /// changes its state; with a settle delay it is made each time.
  func holds(_ configuration: FeedListConfiguration, target: String) throws -> Bool {
    guard configuration.digest.settle == .zero,
      FileManager.default.fileExists(atPath: target)
    else { return false }
    return try store.meta(ArticleStore.digestKey) == fingerprint(configuration)
  }

  /// Notes what the digest that was just written was made of.
  ///
  /// - Throws: `StoreError`; the next run then writes the digest again.
  func remember(_ configuration: FeedListConfiguration) throws {
    try store.setMeta(try fingerprint(configuration), for: ArticleStore.digestKey)
  }

  private func fingerprint(_ configuration: FeedListConfiguration) throws -> String {
    var parts = [Pipeline.version, model.hash, "\(now / 3600)", "\(configuration.digest)"]
    for feed in configuration.feeds {
      parts.append("\(feed.id) \(feed.title ?? "") \(feed.enabled)")
    }
    for state in try store.allFeedStates() {
      parts.append("\(state.feed) \(state.status.rawValue) \(state.cause ?? "")")
    }
    return Base32.encode(SHA256.digest(of: Array(parts.joined(separator: "\n").utf8)))
  }
}
