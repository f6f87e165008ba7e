// SPDX-License-Identifier: Apache-2.0
package import Articles
import TextAnalysis
package import TextBasics

/// How well a model does on articles whose topics somebody knows.
///
/// The model sees title, summary and language only; labels are for counting afterwards.
package struct TopicEvaluation: Sendable {
  /// An article with the topics that it should get; `nil` when nobody said.
  package struct Item: Sendable {
    package let id: String
    package let language: Language
    package let title: String
    package let summary: String
    package let labels: [Topic.ID]?

    package init(
      id: String,
      language: Language,
      title: String,
      summary: String,
      labels: [Topic.ID]?
    ) {
      self.id = id
      self.language = language
      self.title = title
      self.summary = summary
      self.labels = labels
    }
  }

  /// What the model said of an item.
  package struct Prediction: Sendable, Hashable {
    package let id: String
    /// The topics that fire, the highest score first.
    package let labels: [Topic.ID]
    /// All topics with a score above 0.
    package let tags: [TopicTag]

    /// `{"id":…,"labels":[…]}`, one line without its end.
    package var line: String {
      let labels = labels.map { TopicEvaluation.quoted($0) }.joined(separator: ", ")
      return "{\"id\": \(TopicEvaluation.quoted(id)), \"labels\": [\(labels)]}"
    }

    /// Id, topic, contribution and phrase of all that spoke for a topic, a tab-separated line each.
    package var evidenceLines: String {
      var lines = ""
      for tag in tags {
        for evidence in tag.evidence where evidence.kind == .phrase {
          lines += "\(id)\t\(tag.topic)\t\(evidence.contribution)\t\(evidence.partner)\n"
        }
      }
      return lines
    }
  }

  /// Right, wrong and missed answers.
  package struct Counts: Sendable, Hashable {
    package var truePositives = 0
    package var falsePositives = 0
    package var falseNegatives = 0

    package init() {}

    /// Share of the answers that were right; 0 when there was none.
    package var precision: Double {
      Counts.share(truePositives, truePositives + falsePositives)
    }
    /// Share of what was to be found that was found; 0 when there was nothing.
    package var recall: Double { Counts.share(truePositives, truePositives + falseNegatives) }
    /// The harmonic mean of precision and recall.
    package var f1: Double {
      Counts.share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives)
    }

    private static func share(_ part: Int, _ whole: Int) -> Double {
      whole == 0 ? 0 : Double(part) / Double(whole)
    }

    mutating func add(_ other: Counts) {
      truePositives += other.truePositives
      falsePositives += other.falsePositives
      falseNegatives += other.falseNegatives
    }
  }

  /// A topic that was missed in items that got another one wrongly.
  package struct Confusion: Sendable, Hashable {
    /// What it should have been; `nil` for no topic.
    package let wanted: Topic.ID?
    /// What it got; `nil` for no topic.
    package let got: Topic.ID?
    package let items: [String]
  }

  /// In the order of the items.
  package private(set) var predictions: [Prediction] = []
  /// By topic, in the order of the model; topics that only labels name come last.
  package private(set) var topics: [(topic: Topic.ID, counts: Counts)] = []
  /// Over all topics together (micro-average).
  package private(set) var total = Counts()
  /// Of "no topic at all".
  package private(set) var offTopic = Counts()
  /// By language, over all topics together, sorted.
  package private(set) var languages: [(language: Language, counts: Counts)] = []
  /// The most frequent first.
  package private(set) var confusions: [Confusion] = []
  /// Items with a score near the threshold, with the tags that are.
  package private(set) var borderline: [(id: String, tags: [TopicTag])] = []
  /// Items that had labels.
  package private(set) var labelledCount = 0

  /// Mean F1 of the topics that any label names.
  package var macroF1: Double {
    let named = topics.filter { $0.counts.truePositives + $0.counts.falseNegatives > 0 }
    return named.isEmpty ? 0 : named.reduce(0) { $0 + $1.counts.f1 } / Double(named.count)
  }

  /// Asks `model` about `items` and counts.
  package init(_ items: [Item], model: TopicModel) {
    var byTopic: [Topic.ID: Counts] = [:]
    var byLanguage: [Language: Counts] = [:]
    var pairs: [Pair: [String]] = [:]
    for item in items {
      let prediction = TopicEvaluation.predict(item, model)
      predictions.append(prediction)
      let near = prediction.tags.filter { TopicTag.borderline.contains($0.score) }
      if !near.isEmpty { borderline.append((item.id, near)) }
      guard let labels = item.labels else { continue }
      labelledCount += 1
      let wanted = Set(labels)
      let got = Set(prediction.labels)
      var counts = Counts()
      for topic in wanted.union(got) {
        let one = TopicEvaluation.counts(wanted.contains(topic), got.contains(topic))
        counts.add(one)
        byTopic[topic, default: Counts()].add(one)
      }
      total.add(counts)
      byLanguage[item.language, default: Counts()].add(counts)
      offTopic.add(TopicEvaluation.counts(wanted.isEmpty, got.isEmpty))
      for pair in TopicEvaluation.pairs(wanted, got) { pairs[pair, default: []].append(item.id) }
    }
    let order = model.topics.map(\.id)
    let others = byTopic.keys.filter { !order.contains($0) }.sorted()
    topics = (order + others).map { ($0, byTopic[$0] ?? Counts()) }
    languages = byLanguage.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    confusions = pairs.map { Confusion(wanted: $0.key.wanted, got: $0.key.got, items: $0.value) }
      .sorted {
        ($1.items.count, $0.wanted ?? "", $0.got ?? "")
          < ($0.items.count, $1.wanted ?? "", $1.got ?? "")
      }
  }

  private struct Pair: Hashable {
    let wanted: Topic.ID?
    let got: Topic.ID?
  }

  private static func predict(_ item: Item, _ model: TopicModel) -> Prediction {
    let profile = TextProfile(title: item.title, body: item.summary, language: item.language)
    let tags = model.tags(for: profile)
    return Prediction(id: item.id, labels: tags.filter(\.fires).map(\.topic), tags: tags)
  }

  private static func counts(_ isWanted: Bool, _ isGot: Bool) -> Counts {
    var counts = Counts()
    if isWanted && isGot { counts.truePositives = 1 }
    if !isWanted && isGot { counts.falsePositives = 1 }
    if isWanted && !isGot { counts.falseNegatives = 1 }
    return counts
  }

  /// Each missed topic with each wrong one; with "none" where one side is empty.
  private static func pairs(_ wanted: Set<Topic.ID>, _ got: Set<Topic.ID>) -> [Pair] {
    let missed: [Topic.ID?] = wanted.subtracting(got).sorted()
    let wrong: [Topic.ID?] = got.subtracting(wanted).sorted()
    if missed.isEmpty && wrong.isEmpty { return [] }
    return (missed.isEmpty ? [nil] : missed).flatMap { one in
      (wrong.isEmpty ? [nil] : wrong).map { Pair(wanted: one, got: $0) }
    }
  }

  fileprivate static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{0}"..<"\u{20}":
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
