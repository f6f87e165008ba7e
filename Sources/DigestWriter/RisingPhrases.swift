// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// Phrases of the topic model that the stories of the last two days say more often than those of the
/// five days before.
///
/// Shares are compared, not counts: of older days a digest holds only a part of the stories.
struct RisingPhrases {
  /// A phrase as it was found last, and in how many stories of both spans.
  struct Phrase: Hashable {
    let text: String
    let language: Language
    let recent: Int
    let before: Int
  }

  let phrases: [Phrase]

  /// - Parameters:
  ///   - stories: Newest `updated` first.
  ///   - topic: Only what speaks for this topic, or `nil` for all.
  ///   - limit: At most so many.
  init(in stories: [DigestStory], topic: Topic.ID? = nil, limit: Int = 8) {
    guard let newest = stories.map(\.updated).max() else {
      phrases = []
      return
    }
    let edge = newest - 2 * 86_400
    let start = newest - 7 * 86_400
    var counts: [String: (shown: String, language: Language, recent: Int, before: Int)] = [:]
    var totals = (recent: 0, before: 0)
    for story in stories where story.updated > start {
      let isRecent = story.updated > edge
      if isRecent { totals.recent += 1 } else { totals.before += 1 }
      var seen: Set<String> = []
      for tag in story.tags where tag.fires && (topic == nil || tag.topic == topic) {
        for evidence in tag.evidence where !evidence.found.isEmpty && evidence.contribution > 0 {
          let key = evidence.found.lowercased()
          guard seen.insert(key).inserted else { continue }
          var count = counts[key] ?? (evidence.found, story.language, 0, 0)
          if isRecent { count.recent += 1 } else { count.before += 1 }
          counts[key] = count
        }
      }
    }
    // Without anything to compare with, everything would rise.
    guard totals.recent >= 5, totals.before >= 5 else {
      phrases = []
      return
    }
    phrases = counts.sorted { $0.key < $1.key }.compactMap { _, count -> (Phrase, Int)? in
      // One story more on the old side, so that a phrase that is new does not rise without bound.
      let lift = count.recent * (totals.before + 1) * 100 / (totals.recent * (count.before + 1))
      guard count.recent >= 3, lift >= 200 else { return nil }
      let phrase = Phrase(
        text: count.shown,
        language: count.language,
        recent: count.recent,
        before: count.before
      )
      return (phrase, lift * count.recent)
    }
    .sorted { ($1.1, $0.0.text) < ($0.1, $1.0.text) }.prefix(limit).map(\.0)
  }

  /// A list with the counts in words, or nothing when nothing rises.
  func write(heading: StaticString, into html: inout Markup) {
    guard !phrases.isEmpty else { return }
    html.raw("<section class=\"card\"><h2>")
    html.raw(heading)
    html.raw("</h2>\n<ul class=\"plain\">")
    for phrase in phrases {
      html.raw("<li>")
      html.text(phrase.text, in: phrase.language)
      html.raw(" ")
      html.element(
        "small",
        text: "\(phrase.recent) stories in two days, \(phrase.before) in the five before"
      )
      html.raw("</li>\n")
    }
    html.raw("</ul></section>\n")
  }
}
