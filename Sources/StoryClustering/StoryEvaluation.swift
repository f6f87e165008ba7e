// SPDX-License-Identifier: Apache-2.0
package import Articles
import TextAnalysis
package import TextBasics

/// Runs the clusterer over labelled articles: what `rasad stories test` prints and what training reads.
package enum StoryEvaluation {
  /// A line of a labelled file; the label is not among its fields, so no decision can read it.
  package struct Item: Sendable {
    package let id: String
    package let language: Language
    package let title: String
    package let text: String
    /// Seconds since 1970.
    package let published: Int

    package init(id: String, language: Language, title: String, text: String, published: Int) {
      self.id = id
      self.language = language
      self.title = title
      self.text = text
      self.published = published
    }

    var article: Article.ID { Article.ID(feed: "labelled", key: id) }

    var features: StoryFeatures {
      let profile = TextProfile(
        title: title,
        body: text,
        language: language,
        reference: published / 86_400
      )
      return StoryFeatures(profile, instant: published, canonicalURL: nil, contentHash: "")
    }
  }

  /// The story of one item.
  package struct Prediction: Sendable {
    package let id: String
    package let story: Story.ID
    package let decision: StoryDecision
  }

  /// Clusters the items in the order of a run (time, then id); predictions come in that order.
  package static func predictions(_ items: [Item], window: Int = 4 * 86_400) -> [Prediction] {
    var clusterer = StoryClusterer(window: window)
    return ordered(items).map { item in
      let answer = clusterer.assign(item.article, features: item.features)
      return Prediction(id: item.id, story: answer.story, decision: answer.decision)
    }
  }

  /// Features of all pairs worth a look, one tab-separated line each.
  ///
  /// Ids, group, values, and whether the pair is a near-duplicate (1 or 0); the first line names the
  /// columns. `Scripts/stories/train.py` reads this, so training and running see the same features.
  package static func pairTable(_ items: [Item], window: Int = 4 * 86_400) -> String {
    let rows = ordered(items).map { ($0, $0.features) }
    var out = "left\tright\tgroup"
    for feature in PairFeature.allCases { out += "\t" + feature.name }
    out += "\t\(PairModel.missingParticularsName)\tnearDuplicate\n"
    for (place, right) in rows.enumerated() {
      for left in rows[..<place] where abs(left.1.instant - right.1.instant) <= window {
        let comparison = PairComparison(right.1, left.1)
        guard comparison[.cover] > 0 else { continue }
        out += "\(left.0.id)\t\(right.0.id)\t\(comparison.group.name)"
        for place in comparison.values.indices { out += "\t\(comparison.values[place])" }
        out += "\t\(PairModel.missingParticulars(comparison))"
        out += comparison.isNearDuplicate ? "\t1\n" : "\t0\n"
      }
    }
    return out
  }

  private static func ordered(_ items: [Item]) -> [Item] {
    items.sorted { ($0.published, $0.id) < ($1.published, $1.id) }
  }
}
