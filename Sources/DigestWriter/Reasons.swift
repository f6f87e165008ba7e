// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// The reasons of a story that a reader sees first.
enum Reasons {
  /// A reason, and what it speaks for: a topic, or the union of two articles (`nil`).
  struct Reason {
    let evidence: Evidence
    let topic: Topic.ID?
  }

  /// The strongest `limit` reasons, those for topics before those for the union.
  ///
  /// No thing is named twice. When there are both kinds, the union gets two places of five.
  static func strongest(of story: DigestStory, limit: Int = 5) -> [Reason] {
    // Each topic's strongest, then each topic's second, and so on: not five of one topic.
    let byTopic = story.tags.filter(\.fires).prefix(limit).map { tag in
      distinct(tag.evidence.map { Reason(evidence: $0, topic: tag.topic) })
    }
    var seen: Set<String> = []
    let topics = (0..<limit).flatMap { rank in
      byTopic.filter { $0.count > rank }.map { $0[rank] }
    }.filter { seen.insert($0.evidence.found).inserted }
    let union = distinct(
      story.sources.flatMap { $0.decision.evidence.map { Reason(evidence: $0, topic: nil) } }
    )
    let places = max(limit - topics.count, min(union.count, limit * 2 / 5))
    return Array(topics.prefix(limit - min(places, union.count)))
      + union.prefix(min(places, limit))
  }

  /// Those that speak for something and name something, strongest first.
  private static func distinct(_ reasons: [Reason]) -> [Reason] {
    var seen: Set<String> = []
    let named = reasons.filter { $0.evidence.contribution > 0 && !$0.evidence.found.isEmpty }
    let ordered = named.enumerated().sorted { left, right in
      (right.element.evidence.contribution, left.offset)
        < (left.element.evidence.contribution, right.offset)
    }
    return ordered.map(\.element).filter { seen.insert($0.evidence.found).inserted }
  }
}
