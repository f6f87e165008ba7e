// SPDX-License-Identifier: Apache-2.0
package import Articles
package import TextBasics

/// Which phrases speak for which topic: read from a file that a person can edit, asked about articles.
///
/// The form of the file is described at the top of `seeds/topics.conf`.
package struct TopicModel: Sendable {
  /// In the order of the file.
  package let topics: [Topic]
  /// Topics, contexts and masks with their phrases, in the order of the file.
  package let groups: [PhraseGroup]
  /// When the model was made: midnight UTC of its `date`, in seconds since 1970.
  package let date: Int
  /// SHA-256 of the file in lower-case hexadecimal: equal models, equal tags.
  package let hash: String
  /// What is odd in the file but does not stop it from working.
  package let warnings: [Fault]
  /// What `topics derive` wrote at the end of the file about its own lines.
  package let derivation: DerivedLines

  let matcher: TopicMatcher

  /// Reads a model file.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - path: The name that faults print.
  /// - Throws: All faults of the file at once; no model is made then.
  package init(parsing text: String, path: String) throws(TopicModelError) {
    var reader = TopicModelReader(text, path: path)
    reader.read()
    let faults = reader.faults.sorted()
    let errors = faults.filter { $0.severity == .error }
    guard errors.isEmpty else { throw TopicModelError(faults: faults) }
    self.init(
      groups: reader.groups,
      date: reader.date,
      hash: SHA256.hex(of: text),
      warnings: faults,
      derivation: reader.derivation
    )
  }

  init(
    groups: [PhraseGroup],
    date: Int,
    hash: String,
    warnings: [Fault],
    derivation: DerivedLines
  ) {
    self.groups = groups
    self.date = date
    self.hash = hash
    self.warnings = warnings
    self.derivation = derivation
    topics = groups.filter { $0.kind == .topic }.map { Topic(id: $0.id, labels: $0.labels) }
    matcher = TopicMatcher(groups: groups)
  }

  /// Phrases of topics; those of contexts and masks are not counted.
  package var phraseCount: Int { topicPhrases.reduce(0) { $0 + $1.phrases.count } }
  /// Places in the example documents that topics' phrases refer to.
  package var spanCount: Int {
    topicPhrases.reduce(0) { $0 + $1.phrases.reduce(0) { $0 + $1.spans.count } }
  }
  /// The languages that topics have phrases in, sorted.
  package var languages: [Language] {
    Set(topicPhrases.flatMap { $0.phrases.map(\.language) }).sorted()
  }

  private var topicPhrases: [PhraseGroup] { groups.filter { $0.kind == .topic } }
}

/// Why a model file cannot be used: all its faults, in the order of the file.
package struct TopicModelError: Error, Hashable {
  /// At least one is an error, the others may be warnings.
  package let faults: [Fault]

  package init(faults: [Fault]) { self.faults = faults }
}

extension SHA256 {
  static func hex(of text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var hex: [UInt8] = []
    for byte in digest(of: Array(text.utf8)) {
      hex.append(digits[Int(byte >> 4)])
      hex.append(digits[Int(byte & 15)])
    }
    return String(decoding: hex, as: UTF8.self)
  }
}
