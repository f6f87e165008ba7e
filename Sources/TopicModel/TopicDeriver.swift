// SPDX-License-Identifier: Apache-2.0
import Articles
import TextAnalysis
package import TextBasics

/// Drafts a topic model from example documents, and keeps what a person made of the last draft.
///
/// Words and phrases that are much commoner in the documents than elsewhere become phrases with
/// their places; the lexicon joins those that mean the same and adds the other languages; one topic
/// holds the whole subject, others the terms that keep company in sentences. The same documents,
/// tables and existing file give the same bytes, in whatever order the documents come.
package enum TopicDeriver {
  /// An example document.
  package struct Document: Sendable, Hashable {
    /// The file's name without folders.
    package let name: String
    /// The file's text as it is.
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A drafted model file and what it changed.
  package struct Draft: Sendable, Hashable {
    /// The whole file; the existing one, untouched, when that had errors.
    package var text: String
    /// Phrases and labels that stayed, as `topic: phrase`.
    package var kept: [String] = []
    /// Those of them that a person wrote or changed.
    package var edited: [String] = []
    /// What came in.
    package var added: [String] = []
    /// What went: derived once, unchanged by a person, and found in the documents no more.
    package var dropped: [String] = []
    /// Phrases of the new file that somebody should look at (`?`).
    package var unsure: [String] = []
    /// Errors of the existing file; nothing was derived then.
    package var faults: [Fault] = []
  }

  /// Drafts a model.
  ///
  /// - Parameters:
  ///   - documents: The examples; their order does not matter.
  ///   - existing: The model file that the draft goes into, if there is one. Documents that its
  ///     hand-made topics tag already are left to those.
  ///   - resources: Word frequencies and the lexicon.
  /// - Returns: The file and what changed.
  package static func derive(
    _ documents: [Document],
    existing: String?,
    resources: DeriverResources = .none
  ) -> Draft {
    let corpus = DeriverCorpus(documents)
    let groups = DeriverTopics(corpus, resources).groups()
    guard let existing else {
      return DerivedModelFile.fresh(groups, date: corpus.date ?? 0)
    }
    do {
      let model = try TopicModel(parsing: existing, path: "topics.conf")
      // What a person's own topics tag needs no draft.
      let own = DerivedModelFile.ownTopics(of: model, besides: groups)
      let rest = own.isEmpty ? documents : documents.filter { !isTagged($0, model, only: own) }
      guard rest.count < documents.count else {
        return DerivedModelFile.merged(groups, into: existing, model)
      }
      let others = DeriverTopics(DeriverCorpus(rest), resources).groups()
      return DerivedModelFile.merged(others, into: existing, model)
    } catch {
      return Draft(text: existing, faults: error.faults)
    }
  }

  private static func isTagged(
    _ document: Document,
    _ model: TopicModel,
    only topics: Set<String>
  ) -> Bool {
    let read = SeedDocument.read(document.text)
    let profile = TextProfile(title: read.title, body: read.body, language: read.language)
    return model.tags(for: profile, only: topics).contains(where: \.fires)
  }
}
