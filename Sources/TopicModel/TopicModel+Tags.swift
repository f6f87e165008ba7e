// SPDX-License-Identifier: Apache-2.0
package import Articles
package import TextAnalysis

extension TopicModel {
  /// The topics for which anything speaks, the highest score first, equal ones in the order of the file.
  ///
  /// Score = Σ weight over the distinct phrases found, 1.3 times in the title, half behind the first
  /// 80 words of the text, a quarter behind 400; of overlapping phrases the longer one counts. A topic whose context is
  /// missing has the score 0.
  ///
  /// - Parameters:
  ///   - profile: The article, in the language whose phrases are looked for; the Latin words of
  ///     every article meet the English phrases too.
  ///   - only: The topics to try, by id; all without it.
  /// - Returns: Tags with a score above 0; ``TopicTag/fires`` tells those that reach the threshold.
  package func tags(for profile: TextProfile, only: Set<String>? = nil) -> [TopicTag] {
    considered(for: profile, only: only) { $0 > 0 }.filter { $0.score > 0 }
  }

  /// Every topic of which a phrase was found, also when its score is 0 or less or its context is missing.
  ///
  /// What `topics explain` shows; otherwise as ``tags(for:only:)``.
  package func explanations(for profile: TextProfile, only: Set<String>? = nil) -> [TopicTag] {
    considered(for: profile, only: only) { _ in true }
  }

  private func considered(
    for profile: TextProfile,
    only: Set<String>?,
    _ isWanted: (Int) -> Bool
  ) -> [TopicTag] {
    let scores = matcher.scores(of: profile)
    var tags: [TopicTag] = []
    for score in scores {
      let group = matcher.groups[score.group]
      guard group.kind == .topic, isWanted(score.score), only?.contains(group.id) ?? true else {
        continue
      }
      var evidence = score.matches.map { self.evidence(of: $0, in: profile) }
      if matcher.contexts[score.group] >= 0 {
        evidence.append(gate(of: score, among: scores, in: profile))
      }
      tags.append(TopicTag(topic: group.id, evidence: evidence))
    }
    // A stable order: the scores come in the order of the file.
    return tags.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
  }

  private func evidence(of match: TopicMatcher.Match, in profile: TextProfile) -> Evidence {
    let phrase = matcher.phrases[Int(match.phrase)]
    let place =
      switch match.position {
      case .title: "title, \(phrase.weight) × 1.3"
      case .lead: "summary"
      case .late: "late in the text, \(phrase.weight) × 0.5"
      case .tail: "far down the text, \(phrase.weight) × 0.25"
      }
    return Evidence(
      kind: .phrase,
      contribution: phrase.contribution(match.position),
      found: found(match, in: profile),
      partner: phrase.phrase.wording,
      note: "\(place), \(phrase.phrase.provenance)"
    )
  }

  private func found(_ match: TopicMatcher.Match, in profile: TextProfile) -> String {
    var text = ""
    for place in [match.places.0, match.places.1, match.places.2] where !place.isEmpty {
      if !text.isEmpty { text += " … " }
      text += profile.display(Int(place.lowerBound), through: Int(place.upperBound) - 1)
    }
    return text
  }

  /// Shows what gives the context, or takes everything back when it is missing.
  private func gate(
    of score: TopicMatcher.GroupScore,
    among scores: [TopicMatcher.GroupScore],
    in profile: TextProfile
  ) -> Evidence {
    let context = matcher.contexts[score.group]
    let name = matcher.groups[context].id
    let own = scores.first { $0.group == context }
    if let own, own.score >= TopicTag.threshold, let match = own.matches.first {
      return Evidence(
        kind: .gate,
        contribution: 0,
        found: found(match, in: profile),
        partner: matcher.phrases[Int(match.phrase)].phrase.wording,
        note: "context \(name)"
      )
    }
    let other = scores.first {
      matcher.groups[$0.group].kind == .topic && matcher.contexts[$0.group] < 0
        && $0.score >= TopicTag.threshold
    }
    if let other {
      return Evidence(
        kind: .gate,
        contribution: 0,
        found: matcher.groups[other.group].id,
        note: "context \(name) by another topic"
      )
    }
    return Evidence(
      kind: .gate,
      contribution: -score.score,
      found: "",
      note: "context \(name) is missing"
    )
  }
}
