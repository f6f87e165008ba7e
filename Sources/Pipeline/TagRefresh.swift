// SPDX-License-Identifier: Apache-2.0
import Articles
import ArticleStore
import TopicModel

/// Tags stored articles again after the topic model changed.
struct TagRefresh {
  /// Older articles keep the tags that they were given: nobody reads them in a digest.
  private static let days = 30
  private static let batch = 500

  let store: ArticleStore
  let model: TopicModel
  /// Seconds since 1970.
  let now: Int

  /// - Throws: `StoreError`; the batches before stay, the next run goes on.
  func perform() throws {
    let understanding = Understanding(model: model)
    while true {
      let articles = try store.articles(
        since: now - TagRefresh.days * 86_400,
        notModel: model.hash,
        limit: TagRefresh.batch
      )
      guard !articles.isEmpty else { return }
      try store.retag(
        articles.map { ($0.article.id, understanding.tags(of: $0.article, topics: nil)) },
        model: model.hash
      )
    }
  }
}
