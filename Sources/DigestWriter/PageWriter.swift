// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// Writes the pages beside the feeds.
///
/// They are HTML that is well-formed XML too, so that ``DigestCheck`` can read them back strictly.
struct PageWriter {
  let digest: CleanDigest
  let names: DigestNames

  func files() -> [DigestFile] {
    let topics = Dictionary(uniqueKeysWithValues: digest.topics.map { ($0.id, $0) })
    let tagged = digest.stories.filter { $0.tags.contains(where: \.fires) }
    let first = IndexPage(
      digest: digest,
      topics: topics,
      stories: Array(tagged.prefix(digest.settings.keep))
    )
    let stories = digest.stories.map { story in
      StoryPage(story: story, topics: topics, names: names, site: digest.settings.title).file()
    }
    let topicPages = digest.topics.map { topic in
      TopicPage(
        topic: topic,
        detail: digest.details[topic.id],
        digest: digest,
        topics: topics
      ).file()
    }
    return stories + topicPages + [
      TopicsPage(digest: digest).file(), FeedsPage(digest: digest).file(),
      NumbersPage(digest: digest).file(), first.file(),
    ]
  }
}
