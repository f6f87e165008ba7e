// SPDX-License-Identifier: Apache-2.0
package import Articles

/// What the user decided by hand: articles that belong together and articles that do not.
package struct StoryConstraints: Sendable {
  private var linked: [Article.ID: [Article.ID]] = [:]
  private var parted: [Article.ID: [Article.ID]] = [:]

  /// No constraints.
  package init() {}

  /// Two articles tell one story, whatever their texts say.
  package mutating func link(_ first: Article.ID, _ second: Article.ID) {
    linked[first, default: []].append(second)
    linked[second, default: []].append(first)
  }

  /// Two articles tell different stories, whatever their texts say.
  package mutating func part(_ first: Article.ID, _ second: Article.ID) {
    parted[first, default: []].append(second)
    parted[second, default: []].append(first)
  }

  /// In the order in which they were given.
  func links(of article: Article.ID) -> [Article.ID] { linked[article] ?? [] }

  func partings(of article: Article.ID) -> [Article.ID] { parted[article] ?? [] }
}
