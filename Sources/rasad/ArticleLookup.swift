// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import Articles
import Foundation
import Pipeline
import TopicModel

/// Finds the article that a user means by an address, `FEED/KEY`, or a file.
struct ArticleLookup {
  let options: Options

  /// - Throws: ``CommandFailure`` when nothing fits.
  func find(_ item: String, model: TopicModel) throws -> Article {
    if FileManager.default.fileExists(atPath: item) {
      return try Replay.article(ofDocumentAt: item, model: model)
    }
    let store = try Workspace.open(options.places).store(.readOnly)
    if let key = CanonicalURL.key(item), let found = try store.articles(canonicalURL: key).first {
      return found.article
    }
    if let slash = item.firstIndex(of: "/") {
      let id = Article.ID(
        feed: String(item[..<slash]),
        key: String(item[item.index(after: slash)...])
      )
      if let found = try store.article(id) { return found.article }
    }
    throw CommandFailure(
      .noInput,
      "no article \(Terminal.clean(item)) in the store, and no such file; rasad search finds articles"
    )
  }
}
