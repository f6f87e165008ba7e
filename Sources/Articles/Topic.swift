// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// A subject that the user watches: a stable id and what people call it.
package struct Topic: Sendable, Hashable, Identifiable {
  package typealias ID = String
  /// `[a-z0-9-]+`, stable for ever.
  package let id: ID
  /// The name to show, by language.
  package let labels: [Language: String]

  package init(id: ID, labels: [Language: String]) {
    self.id = id
    self.labels = labels
  }

  /// The label in `language`, else in English, else the id.
  package func label(in language: Language) -> String {
    labels[language] ?? labels[.english] ?? id
  }
}

/// The answer for one topic and one article, with its reasons.
package struct TopicTag: Sendable, Hashable, Codable {
  /// The score, in thousandths, at which a topic fires.
  package static let threshold = 1000
  /// Scores that a person should look at.
  package static let borderline = 900...1100

  package let topic: Topic.ID
  /// Thousandths; the sum of the contributions of ``evidence``, exactly.
  package let score: Int
  package let evidence: [Evidence]

  package init(topic: Topic.ID, evidence: [Evidence]) {
    self.topic = topic
    self.evidence = evidence
    self.score = evidence.reduce(0) { $0 + $1.contribution }
  }

  /// Whether the topic fires.
  package var fires: Bool { score >= TopicTag.threshold }
}
