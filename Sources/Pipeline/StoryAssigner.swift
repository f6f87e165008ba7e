// SPDX-License-Identifier: Apache-2.0
package import Articles
package import ArticleStore
import StoryClustering
import TextBasics

/// Puts articles that have no story yet into one, in an order that fetching cannot change.
package struct StoryAssigner {
  /// Articles further apart than this are never the same story, in seconds.
  package static let window = 4 * 86_400

  let store: ArticleStore
  let now: Int

  /// - Parameters:
  ///   - store: Where the articles wait; opened for writing.
  ///   - now: Seconds since 1970: the run's clock.
  package init(store: ArticleStore, now: Int) {
    self.store = store
    self.now = now
  }

  /// What became of the new articles.
  package struct Outcome: Sendable {
    package var newStories: Set<Story.ID> = []
    package var grownStories: Set<Story.ID> = []
    /// New stories whose members speak more than one language.
    package var crossLingual = 0
  }

  /// Assigns everything that waits, those that a killed run left behind included.
  ///
  /// Only the articles within four days of a new one are read, by their time index.
  ///
  /// - Throws: `StoreError`; the groups assigned so far stay assigned, the rest keeps waiting.
  package func assignWaiting() throws -> Outcome {
    var outcome = Outcome()
    let waiting = try store.unassigned()
    guard !waiting.isEmpty else { return outcome }
    let constraints = try constraints()
    for group in StoryAssigner.groups(of: waiting) {
      try assign(group, constraints, outcome: &outcome)
    }
    return outcome
  }

  /// Assigns articles that lie close in time, in one transaction.
  private func assign(
    _ group: [UnassignedArticle],
    _ constraints: StoryConstraints,
    outcome: inout Outcome
  ) throws {
    guard let first = group.first, let last = group.last else { return }
    var clusterer = StoryClusterer(window: Self.window, constraints: constraints)
    var languages: [Story.ID: Set<Language>] = [:]
    let neighbours = try store.window(
      from: first.instant - Self.window,
      to: last.instant + Self.window
    )
    for member in neighbours {
      languages[member.story, default: []].insert(member.language)
      guard let features = StoryFeatures(encoded: member.features) else { continue }
      clusterer.add(member.id, story: member.story, features: features)
    }
    var records: [StoryAssignmentRecord] = []
    for article in group {
      // A blob that cannot be read (a future form, a damaged row) must not lose its article: it
      // then stands alone in a story of its own.
      guard let features = StoryFeatures(encoded: article.features) else {
        records.append(alone(article))
        continue
      }
      let answer = clusterer.assign(article.id, features: features)
      let isNew = answer.isNew || outcome.newStories.contains(answer.story)
      let language = languages[answer.story, default: []].insert(article.language)
      let grows = grows(answer.decision.relation) || language.inserted && !answer.isNew
      let reason: DigestStory.Growth.Reason = language.inserted ? .newLanguage : .newSource
      if answer.isNew { outcome.newStories.insert(answer.story) }
      if !isNew, grows { outcome.grownStories.insert(answer.story) }
      records.append(
        StoryAssignmentRecord(
          article: article.id,
          story: answer.story,
          decision: answer.decision,
          updated: grows ? (isNew ? article.instant : now) : nil,
          growth: grows && !isNew ? reason : nil
        )
      )
    }
    try store.assign(records, now: now)
    outcome.crossLingual += outcome.newStories.count { (languages[$0]?.count ?? 0) > 1 }
  }

  /// Whether an article of this kind is news of its story: a wire copy is not (DIGEST, rule 2).
  private func grows(_ relation: StoryRelation) -> Bool {
    switch relation {
    case .first, .sameAddress, .nearDuplicate: false
    case .sameStory, .user: true
    }
  }

  private func alone(_ article: UnassignedArticle) -> StoryAssignmentRecord {
    StoryAssignmentRecord(
      article: article.id,
      story: .minted(from: article.id),
      decision: StoryDecision(relation: .first, partner: nil, evidence: [])
    )
  }

  private func constraints() throws -> StoryConstraints {
    var constraints = StoryConstraints()
    for constraint in try store.constraints() {
      switch constraint.kind {
      case .together: constraints.link(constraint.first, constraint.second)
      case .apart: constraints.part(constraint.first, constraint.second)
      }
    }
    return constraints
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
