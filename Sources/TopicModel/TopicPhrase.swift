// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// A wording that speaks for a topic, or against it.
package struct TopicPhrase: Sendable, Hashable {
  /// Where a phrase comes from.
  package enum Origin: String, Sendable, Hashable {
    /// It stands in an example document, at ``TopicPhrase/spans``.
    case seed = "S"
    /// It translates a phrase that stands in an example document.
    case translation = "T"
    /// It belongs to the subject but stands in no example document.
    case expansion = "X"
  }

  /// As the file has it, with `=`, ` + `, ` ~ ` and `{list}`.
  package let text: String
  package let language: Language
  /// Thousandths; negative when it speaks against, 0 when it only covers shorter phrases.
  package let weight: Int
  package let origin: Origin
  /// Whether the deriver asks a person to look at it (`?` behind the origin).
  package let isUncertain: Bool
  /// Where the example documents have it; only for ``Origin/seed``.
  package let spans: [SeedSpan]
  /// The line of the model file, counted from 1; 0 for a phrase that no file holds yet.
  package let line: Int

  package init(
    text: String,
    language: Language,
    weight: Int,
    origin: Origin,
    isUncertain: Bool = false,
    spans: [SeedSpan] = [],
    line: Int = 0
  ) {
    self.text = text
    self.language = language
    self.weight = weight
    self.origin = origin
    self.isUncertain = isUncertain
    self.spans = spans
    self.line = line
  }

  /// The phrase as people read it: ``text`` without the marks of words that must stand exactly so.
  package var wording: String {
    text.split(separator: " ").map { $0.hasPrefix("=") ? $0.dropFirst() : $0 }
      .joined(separator: " ")
  }

  /// The origin in words: `verbatim in seeds 000 002`, `translation`, `expansion`.
  package var provenance: String {
    switch origin {
    case .translation: return "translation"
    case .expansion: return "expansion"
    case .seed:
      var documents: [String] = []
      for span in spans where !documents.contains(span.document) { documents.append(span.document) }
      return "verbatim in \(documents.count == 1 ? "seed" : "seeds") "
        + documents.joined(separator: " ")
    }
  }
}

/// A stretch of an example document.
package struct SeedSpan: Sendable, Hashable, Comparable {
  /// The document's file name up to its first `_` or `.`.
  package let document: String
  /// Unicode scalars of the document; the end is not part of the span.
  package let scalars: Range<Int>

  package init(document: String, scalars: Range<Int>) {
    self.document = document
    self.scalars = scalars
  }

  package static func < (left: SeedSpan, right: SeedSpan) -> Bool {
    (left.document, left.scalars.lowerBound, left.scalars.upperBound)
      < (right.document, right.scalars.lowerBound, right.scalars.upperBound)
  }
}

/// A set of phrases that scores an article: a topic, a context that topics need, the masks, or a list.
package struct PhraseGroup: Sendable, Hashable {
  /// What a group is for.
  package enum Kind: String, Sendable, Hashable {
    /// Tags articles.
    case topic
    /// What a topic may ask for before it fires.
    case context
    /// Wordings whose words mean something else.
    case mask
    /// Words that phrases name together as `{id}`.
    case list
  }

  package let kind: Kind
  /// The topic's or context's id; empty for the masks.
  package let id: String
  /// By language; only topics have labels.
  package var labels: [Language: String]
  /// The id of the context without which the topic does not fire.
  package var context: String?
  package var phrases: [TopicPhrase]

  package init(
    kind: Kind,
    id: String,
    labels: [Language: String] = [:],
    context: String? = nil,
    phrases: [TopicPhrase] = []
  ) {
    self.kind = kind
    self.id = id
    self.labels = labels
    self.context = context
    self.phrases = phrases
  }
}
