// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
import StoryClustering
import TextAnalysis
import TopicModel

/// Everything that is found in an article's text alone: its topics, and what makes its story.
struct Understanding: Sendable {
  let model: TopicModel

  /// Reads `article` once for topics and story features.
  ///
  /// - Parameters:
  ///   - article: The article, in plain text.
  ///   - topics: The only topics that are tried, or `nil` for all of the model.
  /// - Returns: The article with what is stored beside it.
  func item(_ article: Article, topics: Set<String>?) -> StoredItem {
    let profile = TextProfile(
      title: article.title,
      body: article.text,
      language: article.language,
      reference: article.instant / 86_400
    )
    let features = StoryFeatures(
      profile,
      instant: article.instant,
      canonicalURL: article.canonicalURL,
      contentHash: article.contentHash
    )
    return StoredItem(
      article: article,
      tags: model.tags(for: profile, only: topics),
      features: features.encoded
    )
  }

  /// The tags of an article that is stored already, under this model.
  func tags(of article: Article, topics: Set<String>?) -> [TopicTag] {
    let profile = TextProfile(
      title: article.title,
      body: article.text,
      language: article.language,
      reference: article.instant / 86_400
    )
    return model.tags(for: profile, only: topics)
  }
}
