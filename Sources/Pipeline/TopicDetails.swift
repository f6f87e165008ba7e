// SPDX-License-Identifier: Apache-2.0
import Articles
import TextAnalysis
import TextBasics
import TopicModel

/// What the pages tell of each topic: its phrases, and the passages of the examples that gave them.
struct TopicDetails {
  /// Passages shown per topic, and unicode scalars on each side of a marked phrase.
  private static let passages = 6
  private static let context = 60
  private static let phrases = 60

  let model: TopicModel
  /// The example documents, by name; empty when they are not there.
  let documents: [String: SeedDocumentFile]

  init(model: TopicModel, documents: [SeedDocumentFile]) {
    self.model = model
    self.documents = Dictionary(documents.map { ($0.name, $0) }) { first, _ in first }
  }

  func details() -> [TopicDetail] {
    model.groups.filter { $0.kind == .topic }.map { group in
      let ordered = group.phrases.sorted {
        ($1.weight, $0.language, $0.text) < ($0.weight, $1.language, $1.text)
      }
      return TopicDetail(
        id: group.id,
        phrases: ordered.prefix(Self.phrases).map {
          .init(text: $0.text, language: $0.language, weight: $0.weight, origin: $0.provenance)
        },
        passages: passages(of: group)
      )
    }
  }

  /// The places of the examples in which verbatim phrases stand, in the order of the documents.
  private func passages(of group: PhraseGroup) -> [TopicDetail.Passage] {
    let spans = Set(group.phrases.flatMap(\.spans)).sorted()
    return spans.compactMap(passage).prefix(Self.passages).map { $0 }
  }

  /// A span names its document in full or by the number that its name begins with.
  private func document(_ name: String) -> SeedDocumentFile? {
    documents[name]
      ?? documents.keys.sorted().first { $0.hasPrefix(name + "_") }.flatMap { documents[$0] }
  }

  private func passage(_ span: SeedSpan) -> TopicDetail.Passage? {
    guard let document = document(span.document) else { return nil }
    let scalars = Array(document.text.unicodeScalars)
    guard span.scalars.upperBound <= scalars.count else { return nil }
    let start = max(0, span.scalars.lowerBound - Self.context)
    let end = min(scalars.count, span.scalars.upperBound + Self.context)
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view).split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return TopicDetail.Passage(
      seed: span.document,
      language: LanguageGuess.language(of: text(start..<end)),
      pieces: [
        text(start..<span.scalars.lowerBound), text(span.scalars),
        text(span.scalars.upperBound..<end),
      ]
    )
  }
}
