// SPDX-License-Identifier: Apache-2.0
package import Articles

/// The answer for one article: its story, whether it begins it, and why.
package struct StoryAssignment: Sendable, Hashable {
  /// The story that it joined, or the one that it begins (``Articles/Story/ID/minted(from:)``).
  package let story: Story.ID
  /// Whether the article begins the story.
  package var isNew: Bool { decision.relation == .first }
  /// Relation, partner and evidence; the contributions sum to the score.
  package let decision: StoryDecision

  init(story: Story.ID, decision: StoryDecision) {
    self.story = story
    self.decision = decision
  }
}
