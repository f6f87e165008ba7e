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
  /// How many articles the index proposes for a new one.
  static let candidateLimit = 12
  /// How many members of a story are compared: the proposed ones, then the newest.
  static let memberLimit = 8

  /// Seconds that may lie between two articles of a decision.
  package let window: Int

  private struct Member {
    let id: Article.ID
    let story: Int
    let features: StoryFeatures
    let side: PairSide
  }

  private let constraints: StoryConstraints
  private let model: PairModel
  private var index = StoryIndex()
  private var duplicates = NearDuplicates()
  private var members: [Member] = []
  /// What a look-up asks of every member that it meets, close together in memory.
  private var instants: [Int] = []
  private var storyOfMember: [Int] = []
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
    insert(Member(id: id, story: number, features: features, side: PairSide(features)))
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
    let side = PairSide(features)
    let (story, decision) = decide(id, features, side)
    let number = story ?? number(of: freshStory(id))
    insert(Member(id: id, story: number, features: features, side: side))
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
    instants.append(member.features.instant)
    storyOfMember.append(member.story)
    storyMembers[member.story].append(number)
    memberNumbers[member.id] = number
    index.add(member.features, as: number)
    duplicates.add(member.features)
    let (address, content) = (member.features.address, member.features.content)
    if address != 0 { addresses[address, default: []].append(number) }
    if content != 0 { contents[content] = number }
    newest = max(newest, instants[number])
  }

  /// Drops what is too old for any decision once it is more than half of what is held.
  private mutating func forgetOld() {
    guard members.count >= 8192, members.count & 1023 == 0 else { return }
    let limit = newest - 2 * window
    guard instants.count(where: { $0 >= limit }) * 2 < members.count else { return }
    let kept = zip(members, instants).filter { $0.1 >= limit }.map(\.0)
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
    _ features: StoryFeatures,
    _ side: PairSide
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
    return decideByCopy(features, barred) ?? decideByText(PairProbe(features, side), barred)
  }

  /// The same page under another feed, or the very same text.
  private func decideByIdentity(
    _ id: Article.ID,
    _ features: StoryFeatures,
    _ barred: Set<Int>
  ) -> (story: Int?, decision: StoryDecision)? {
    if features.content != 0, features.wordCount > 2, let number = contents[features.content],
      members[number].features.languageCode == features.languageCode, isNear(number, features),
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
    let isSilent = min(features.wordCount, members[number].features.wordCount) < 3
    guard isSilent || comparison[.cover] >= 150 else { return nil }
    let reason = Evidence(kind: .address, contribution: 10_000, found: "", note: "the same address")
    return answer(.sameAddress, number, [reason])
  }

  private func isNear(_ number: Int, _ features: StoryFeatures) -> Bool {
    abs(instants[number] - features.instant) <= window
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

  /// Another text but for small edits.
  private mutating func decideByCopy(
    _ features: StoryFeatures,
    _ barred: Set<Int>
  ) -> (story: Int?, decision: StoryDecision)? {
    let (instants, stories, window, instant) = (instants, storyOfMember, window, features.instant)
    let copy = duplicates.copy(of: features) {
      abs(instants[$0] - instant) <= window && !barred.contains(stories[$0])
    }
    guard let copy else { return nil }
    let comparison = PairComparison(features, members[copy.member].features)
    // Actors are not among the particulars of the look-up.
    guard comparison[.otherActors] == 0 else { return nil }
    return answer(.nearDuplicate, copy.member, PairExplanation(comparison, model).nearDuplicate)
  }

  private mutating func decideByText(
    _ probe: PairProbe,
    _ barred: Set<Int>
  ) -> (story: Int?, decision: StoryDecision) {
    let (instants, stories, window) = (instants, storyOfMember, window)
    let instant = probe.features.instant
    let candidates = index.candidates(for: probe.features, limit: StoryClusterer.candidateLimit) {
      abs(instants[$0] - instant) <= window && !barred.contains(stories[$0])
    }
    var best: (mean: Int, number: Int)?
    var duplicate: (containment: Int, number: Int)?
    var judged: [Int] = []
    judged.reserveCapacity(candidates.count)
    for candidate in candidates where !judged.contains(stories[candidate]) {
      judged.append(stories[candidate])
      let judgement = judge(candidate, candidates, probe)
      if let found = judgement.duplicate, found.containment > duplicate?.containment ?? 0 {
        duplicate = found
      }
      if let top = judgement.best, top.mean > best?.mean ?? -1 { best = top }
    }
    // Copies that share no smallest hash meet here, by their rare words.
    if let duplicate {
      let evidence = explanation(probe, duplicate.number).nearDuplicate
      return answer(.nearDuplicate, duplicate.number, evidence)
    }
    guard let best else {
      return (nil, StoryDecision(relation: .first, partner: nil, evidence: []))
    }
    return answer(.sameStory, best.number, explanation(probe, best.number).evidence)
  }

  private func explanation(_ probe: PairProbe, _ number: Int) -> PairExplanation {
    PairExplanation(PairComparison(probe, members[number].features, members[number].side), model)
  }

  private struct Judgement {
    var best: (mean: Int, number: Int)?
    var duplicate: (containment: Int, number: Int)?
    private var scores: [(score: Int, number: Int)] = []

    mutating func take(_ comparison: borrowing PairComparison, _ score: Int, _ number: Int) {
      scores.append((score, number))
      let containment = comparison[.containment]
      if comparison.isNearDuplicate, containment > duplicate?.containment ?? 0 {
        duplicate = (containment, number)
      }
    }

    /// The mean of the best two.
    mutating func finish() {
      scores.sort { ($0.score, $1.number) > ($1.score, $0.number) }
      guard let first = scores.first else { return }
      let mean = scores.count > 1 ? (first.score + scores[1].score) / 2 : first.score
      if mean >= 0 { best = (mean, first.number) }
    }
  }

  /// Compares with members of a candidate's story: the mean score of the best two, and a near-duplicate.
  ///
  /// The members are those that the index proposes, the candidate first, then the newest.
  private func judge(_ candidate: Int, _ candidates: [Int], _ probe: PairProbe) -> Judgement {
    var judgement = Judgement()
    let first = compare(probe, candidate)
    // A story whose likest member is far off is not looked at further.
    if first.score < -3000, !first.comparison.isNearDuplicate { return judgement }
    judgement.take(first.comparison, first.score, candidate)
    let story = storyOfMember[candidate]
    var numbers = candidates.filter { storyOfMember[$0] == story }
    for number in storyMembers[story].suffix(StoryClusterer.memberLimit).reversed()
    where numbers.count < StoryClusterer.memberLimit && !numbers.contains(number)
      && isNear(number, probe.features)
    {
      numbers.append(number)
    }
    for number in numbers.prefix(StoryClusterer.memberLimit) where number != candidate {
      let (comparison, score) = compare(probe, number)
      judgement.take(comparison, score, number)
    }
    judgement.finish()
    return judgement
  }

  private func compare(
    _ probe: PairProbe,
    _ number: Int
  ) -> (comparison: PairComparison, score: Int) {
    let comparison = PairComparison(probe, members[number].features, members[number].side)
    return (comparison, model.score(comparison))
  }
}
