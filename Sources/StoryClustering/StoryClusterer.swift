// SPDX-License-Identifier: Apache-2.0
package import Articles

/// Puts articles into stories one after the other, and says why.
///
/// ```swift
/// var clusterer = StoryClusterer()
/// for row in window { clusterer.add(row.id, story: row.story, features: row.features) }
/// let answer = clusterer.assign(article.id, features: features)
/// ```
/// The answers depend on nothing but the articles and the order in which they were given.
package struct StoryClusterer {
  /// From this share of shared word pairs on, in thousandths, two texts are near-duplicates.
  ///
  /// The share is estimated from a sketch: a little above the .6 that is meant, so that few fall short.
  static let nearDuplicate = 660
  /// How many articles the index proposes for a new one.
  static let candidateLimit = 24
  /// How many members of a story are compared: the proposed ones, then the newest.
  static let memberLimit = 8

  /// Seconds that may lie between two articles of a decision.
  package let window: Int

  private struct Member {
    let id: Article.ID
    let story: Int
    let features: StoryFeatures
  }

  private let constraints: StoryConstraints
  private let model: PairModel
  private var index = StoryIndex()
  private var members: [Member] = []
  private var stories: [Story.ID] = []
  private var storyMembers: [[Int]] = []
  private var storyNumbers: [Story.ID: Int] = [:]
  private var memberNumbers: [Article.ID: Int] = [:]
  private var addresses: [UInt64: [Int]] = [:]
  private var contents: [UInt64: Int] = [:]
  private var newest = Int.min

  /// - Parameters:
  ///   - window: Seconds; articles further apart are never compared.
  ///   - constraints: What the user merged and split.
  package init(window: Int = 4 * 86_400, constraints: StoryConstraints = StoryConstraints()) {
    self.init(window: window, constraints: constraints, model: .shared)
  }

  init(window: Int, constraints: StoryConstraints, model: PairModel) {
    self.window = window
    self.constraints = constraints
    self.model = model
  }

  /// Takes an article whose story is known, from the store; an article that is known is left alone.
  package mutating func add(_ id: Article.ID, story: Story.ID, features: StoryFeatures) {
    guard memberNumbers[id] == nil else { return }
    let number = number(of: story)
    insert(Member(id: id, story: number, features: features))
  }

  /// Finds the story of an article, or begins one, and takes the article in.
  ///
  /// An article that was taken before keeps its story, as ``StoryRelation/first`` without evidence.
  package mutating func assign(_ id: Article.ID, features: StoryFeatures) -> StoryAssignment {
    if let known = memberNumbers[id] {
      let decision = StoryDecision(relation: .first, partner: nil, evidence: [])
      return StoryAssignment(story: stories[members[known].story], decision: decision)
    }
    forgetOld()
    let (story, decision) = decide(id, features)
    let number = story ?? number(of: freshStory(id))
    insert(Member(id: id, story: number, features: features))
    return StoryAssignment(story: stories[number], decision: decision)
  }

  // MARK: Bookkeeping

  /// The id minted from `id`; one that is taken already (its first member was split off) is passed over.
  private func freshStory(_ id: Article.ID) -> Story.ID {
    var story = Story.ID.minted(from: id)
    while storyNumbers[story] != nil {
      story = Story.ID.minted(from: Article.ID(feed: story.text, key: id.key))
    }
    return story
  }

  private mutating func number(of story: Story.ID) -> Int {
    if let known = storyNumbers[story] { return known }
    let number = stories.count
    stories.append(story)
    storyMembers.append([])
    storyNumbers[story] = number
    return number
  }

  private mutating func insert(_ member: Member) {
    let number = members.count
    members.append(member)
    storyMembers[member.story].append(number)
    memberNumbers[member.id] = number
    index.add(member.features, as: number)
    if member.features.address != 0 {
      addresses[member.features.address, default: []].append(number)
    }
    if member.features.content != 0 { contents[member.features.content] = number }
    newest = max(newest, member.features.instant)
  }

  /// Drops what is too old for any decision once it is more than half of what is held.
  private mutating func forgetOld() {
    guard members.count >= 8192, members.count & 1023 == 0 else { return }
    let limit = newest - 2 * window
    let kept = members.filter { $0.features.instant >= limit }
    guard kept.count * 2 < members.count else { return }
    let names = stories
    var fresh = StoryClusterer(window: window, constraints: constraints, model: model)
    for member in kept {
      fresh.add(member.id, story: names[member.story], features: member.features)
    }
    self = fresh
  }

  // MARK: Decisions

  private mutating func decide(
    _ id: Article.ID,
    _ features: StoryFeatures
  ) -> (story: Int?, decision: StoryDecision) {
    let barred = Set(
      constraints.partings(of: id).compactMap { memberNumbers[$0].map { members[$0].story } }
    )
    for partner in constraints.links(of: id) {
      guard let number = memberNumbers[partner], !barred.contains(members[number].story) else {
        continue
      }
      let reason = Evidence(kind: .user, contribution: 1000, found: "", note: "merged by the user")
      return (
        members[number].story,
        StoryDecision(relation: .user, partner: partner, evidence: [reason])
      )
    }
    if let answer = decideByIdentity(id, features, barred) { return answer }
    return decideByText(features, barred)
  }

  /// The same page under another feed, or the very same text.
  private func decideByIdentity(
    _ id: Article.ID,
    _ features: StoryFeatures,
    _ barred: Set<Int>
  ) -> (story: Int?, decision: StoryDecision)? {
    if features.content != 0, features.words.count > 2, let number = contents[features.content],
      members[number].features.language == features.language, isNear(number, features),
      !barred.contains(members[number].story)
    {
      let reason = Evidence(kind: .text, contribution: 10_000, found: "", note: "the same text")
      return answer(.nearDuplicate, number, [reason])
    }
    guard features.address != 0, let same = addresses[features.address] else { return nil }
    // An address that one feed gives to several articles is its home page, not theirs.
    let feeds = same.map { members[$0].id.feed } + [id.feed]
    guard Set(feeds).count == feeds.count, let number = same.last,
      !barred.contains(members[number].story)
    else { return nil }
    let comparison = PairComparison(features, members[number].features)
    let isSilent = min(features.words.count, members[number].features.words.count) < 3
    guard isSilent || comparison[.cover] >= 150 else { return nil }
    let reason = Evidence(kind: .address, contribution: 10_000, found: "", note: "the same address")
    return answer(.sameAddress, number, [reason])
  }

  private func isNear(_ number: Int, _ features: StoryFeatures) -> Bool {
    abs(members[number].features.instant - features.instant) <= window
  }

  private func answer(
    _ relation: StoryRelation,
    _ number: Int,
    _ evidence: [Evidence]
  ) -> (story: Int?, decision: StoryDecision) {
    let decision = StoryDecision(
      relation: relation,
      partner: members[number].id,
      evidence: evidence
    )
    return (members[number].story, decision)
  }

  private mutating func decideByText(
    _ features: StoryFeatures,
    _ barred: Set<Int>
  ) -> (story: Int?, decision: StoryDecision) {
    let (members, window) = (members, window)
    let candidates = index.candidates(for: features, limit: StoryClusterer.candidateLimit) {
      abs(members[$0].features.instant - features.instant) <= window
        && !barred.contains(members[$0].story)
    }
    var best: (mean: Int, number: Int, comparison: PairComparison)?
    var duplicate: (containment: Int, number: Int, comparison: PairComparison)?
    var judged: [Int] = []
    for candidate in candidates where !judged.contains(members[candidate].story) {
      let story = members[candidate].story
      judged.append(story)
      let judgement = judge(story, candidates, features)
      if let found = judgement.duplicate, found.containment > duplicate?.containment ?? 0 {
        duplicate = found
      }
      if let top = judgement.best, top.mean > best?.mean ?? -1 { best = top }
    }
    if let duplicate {
      let evidence = PairExplanation(duplicate.comparison, model).nearDuplicate
      return answer(.nearDuplicate, duplicate.number, evidence)
    }
    guard let best else {
      return (nil, StoryDecision(relation: .first, partner: nil, evidence: []))
    }
    return answer(.sameStory, best.number, PairExplanation(best.comparison, model).evidence)
  }

  private struct Judgement {
    var best: (mean: Int, number: Int, comparison: PairComparison)?
    var duplicate: (containment: Int, number: Int, comparison: PairComparison)?
  }

  /// Compares with the newest members of a story: the mean score of the best two, and a near-duplicate.
  private func judge(_ story: Int, _ candidates: [Int], _ features: StoryFeatures) -> Judgement {
    var judgement = Judgement()
    var scores: [(score: Int, number: Int, comparison: PairComparison)] = []
    var numbers = candidates.filter { members[$0].story == story }
    for number in storyMembers[story].suffix(StoryClusterer.memberLimit).reversed()
    where numbers.count < StoryClusterer.memberLimit && !numbers.contains(number)
      && isNear(number, features)
    {
      numbers.append(number)
    }
    for number in numbers.prefix(StoryClusterer.memberLimit) {
      let comparison = PairComparison(features, members[number].features)
      let score = model.score(comparison)
      // A story whose likest member is far off is not looked at further.
      if scores.isEmpty, score < -3000, !comparison.isNearDuplicate { return judgement }
      scores.append((score, number, comparison))
      if comparison.isNearDuplicate,
        comparison[.containment] > judgement.duplicate?.containment ?? 0
      {
        judgement.duplicate = (comparison[.containment], number, comparison)
      }
    }
    scores.sort { ($0.score, $1.number) > ($1.score, $0.number) }
    guard let first = scores.first else { return judgement }
    let mean = scores.count > 1 ? (first.score + scores[1].score) / 2 : first.score
    if mean >= 0 { judgement.best = (mean, first.number, first.comparison) }
    return judgement
  }
}

extension PairComparison {
  /// Whether one text is the other but for small edits; other facts in the same template are not.
  var isNearDuplicate: Bool {
    group == .same && self[.containment] >= StoryClusterer.nearDuplicate
      && min(left.pairCount, right.pairCount) >= 8
      && self[.otherNumbers] == 0 && self[.otherDates] == 0 && self[.otherPlaces] == 0
  }
}
