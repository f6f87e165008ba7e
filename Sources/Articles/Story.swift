// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// One event in the world, told by one article or by many, in one language or several.
package struct Story: Sendable, Hashable, Identifiable {
  /// 26 base-32 characters, minted once from the first member and stored.
  package struct ID: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let text: String
    package init(text: String) { self.text = text }

    /// Mints the id of a story that begins with `first` (DECISIONS: SHA-256 of feed id and item key).
    package static func minted(from first: Article.ID) -> ID {
      let digest = SHA256.digest(of: Array("\(first.feed)\u{0}\(first.key)".utf8))
      return ID(text: String(Base32.encode(digest).prefix(26)))
    }

    package var description: String { text }
    package static func < (left: ID, right: ID) -> Bool { left.text < right.text }
  }

  package let id: ID
  /// Seconds since 1970: the first member's instant; never changes.
  package var published: Int
  /// Seconds since 1970: when the story last grew materially; never before ``published``.
  package var updated: Int
  /// Seconds since 1970 of the run that first saw the story.
  package var firstSeen: Int
  /// In the order in which they joined.
  package var members: [Member]

  package init(id: ID, published: Int, updated: Int, firstSeen: Int, members: [Member]) {
    self.id = id
    self.published = published
    self.updated = updated
    self.firstSeen = firstSeen
    self.members = members
  }

  /// An article's place in a story, and why it is there.
  package struct Member: Sendable, Hashable {
    package let article: Article.ID
    package let reason: StoryDecision
    package init(article: Article.ID, reason: StoryDecision) {
      self.article = article
      self.reason = reason
    }
  }
}

/// How an article relates to the story that it joined.
package enum StoryRelation: String, Sendable, Hashable, Codable, CaseIterable {
  /// The first article of its story.
  case first
  /// The same page under another feed or GUID.
  case sameAddress = "same-address"
  /// The same text in the same language, but for small edits.
  case nearDuplicate = "near-duplicate"
  /// Another report of the same event.
  case sameStory = "same-story"
  /// Put there by the user.
  case user
}

/// The decision that put an article into a story, with its reasons.
package struct StoryDecision: Sendable, Hashable, Codable {
  package let relation: StoryRelation
  /// The member that it resembles most, or `nil` for ``StoryRelation/first``.
  package let partner: Partner?
  /// Thousandths; the sum of the contributions of ``evidence``, exactly.
  package let score: Int
  package let evidence: [Evidence]

  package init(relation: StoryRelation, partner: Article.ID?, evidence: [Evidence]) {
    self.relation = relation
    self.partner = partner.map { Partner(feed: $0.feed, key: $0.key) }
    self.evidence = evidence
    self.score = evidence.reduce(0) { $0 + $1.contribution }
  }

  /// An article's id in the form that is stored with a decision.
  package struct Partner: Sendable, Hashable, Codable {
    package let feed: String
    package let key: String
    package var article: Article.ID { Article.ID(feed: feed, key: key) }
  }
}
