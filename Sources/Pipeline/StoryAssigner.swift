// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
import StoryClustering

/// Puts articles that have no story yet into one, in an order that fetching cannot change.
struct StoryAssigner {
  /// Articles further apart than this are never the same story, in seconds.
  static let window = 4 * 86_400

  let store: ArticleStore
  let now: Int

  /// What became of the new articles.
  struct Outcome: Sendable {
    var articles = 0
    var newStories: Set<Story.ID> = []
    var grownStories: Set<Story.ID> = []
  }

  /// Assigns everything that waits, those that a killed run left behind included.
  ///
  /// Only the articles within four days of a new one are read, by their time index.
  ///
  /// - Throws: `StoreError`; the groups assigned so far stay assigned, the rest keeps waiting.
  func assignWaiting() throws -> Outcome {
    var outcome = Outcome()
    for group in StoryAssigner.groups(of: try store.unassigned()) {
      try assign(group, outcome: &outcome)
    }
    return outcome
  }

  /// Cuts articles sorted by time wherever more than two windows lie between neighbours.
  static func groups(of waiting: [UnassignedArticle]) -> [[UnassignedArticle]] {
    var groups: [[UnassignedArticle]] = []
    for article in waiting {
      if let last = groups.last?.last, article.instant - last.instant <= 2 * window {
        groups[groups.count - 1].append(article)
      } else {
        groups.append([article])
      }
    }
    return groups
  }
}
