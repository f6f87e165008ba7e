// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing
import TextBasics

@testable import ArticleStore

struct StoryStoreTests {
  private func store(_ articles: [Article], tags: [String: [TopicTag]] = [:]) throws -> ArticleStore
  {
    let store = try ArticleStore.inMemory()
    let feeds = Dictionary(grouping: articles, by: \.id.feed)
    for feed in feeds.keys.sorted() {
      let items = (feeds[feed] ?? []).map { Samples.item($0, tags: tags[$0.id.key] ?? []) }
      _ = try store.commit(Samples.batch(items, feed: feed))
    }
    return store
  }

  @Test func `articles wait for a story in the order of instant, feed and key`() throws {
    let articles = [
      Samples.article("b", feed: "z", published: Samples.start),
      Samples.article("a", feed: "z", published: Samples.start),
      Samples.article("c", feed: "a", published: Samples.start),
      Samples.article("d", feed: "z", published: Samples.start - 5),
      Samples.article("e", feed: "a", published: nil),
    ]
    let store = try store(articles)
    let waiting = try store.unassigned()
    #expect(waiting.map(\.id.key) == ["d", "c", "a", "b", "e"])
    #expect(try store.unassigned(limit: 2).map(\.id.key) == ["d", "c"])
    #expect(waiting[0].features == Array("Title of d".utf8))
    #expect(waiting[4].instant == Samples.start + 60)
  }

  @Test func `the window holds what lies in it and has a story, and nothing else`() throws {
    let articles = (0..<20).map {
      Samples.article("k\($0)", published: Samples.start + $0 * Samples.day)
    }
    let store = try store(articles)
    try store.assign(articles.dropLast(5).map { Samples.assignment($0) }, now: Samples.start)
    let window = try store.window(
      from: Samples.start + 10 * Samples.day,
      to: Samples.start + 17 * Samples.day
    )
    #expect(window.map(\.id.key) == ["k10", "k11", "k12", "k13", "k14"])
    #expect(window[0].contentHash == articles[10].contentHash)
  }

  @Test func `growth moves updated forward and never back, and published stays`() throws {
    let articles = (0..<3).map { Samples.article("k\($0)", published: Samples.start + $0) }
    let store = try store(articles)
    let id = Story.ID.minted(from: articles[0].id)
    try store.assign([Samples.assignment(articles[0])], now: Samples.start + 100)
    try store.assign(
      [
        Samples.assignment(articles[1], story: articles[0], relation: .sameStory, updated: 5),
        Samples.assignment(articles[2], story: articles[0], updated: Samples.start + 500),
      ],
      now: Samples.start + 500
    )
    try store.touch([(id, Samples.start + 3)])
    let story = try #require(try store.story(id))
    #expect(story.updated == Samples.start + 500)
    #expect(story.published == Samples.start)
    #expect(story.firstSeen == Samples.start + 100)
    #expect(story.members.count == 3)
    try store.touch([(id, Samples.start + 900)])
    #expect(
      try store.stories(StoryFilter(language: .persian)).map(\.updated) == [Samples.start + 900]
    )
  }

  @Test func `an article keeps the story that it has`() throws {
    let articles = [Samples.article("a"), Samples.article("b")]
    let store = try store(articles)
    try store.assign(articles.map { Samples.assignment($0) }, now: 1)
    try store.assign([Samples.assignment(articles[1], story: articles[0])], now: 2)
    #expect(try store.story(.minted(from: articles[1].id))?.members.count == 1)
    #expect(throws: StoreError.self) {
      try store.assign([Samples.assignment(Samples.article("unknown"))], now: 3)
    }
  }

  @Test func `stories are listed by topic, language and feed, newest first, ties by id`() throws {
    let articles = (0..<40).map { index in
      Samples.article(
        "k\(index)",
        feed: index % 2 == 0 ? "even" : "odd",
        published: Samples.start + index / 4,
        language: index % 5 == 0 ? .arabic : .persian
      )
    }
    let tags = Dictionary(
      uniqueKeysWithValues: (0..<40).map { index in
        ("k\(index)", index % 3 == 0 ? [Samples.tag("spectrum", 1000 + index)] : [])
      }
    )
    let store = try store(articles, tags: tags)
    try store.assign(articles.map { Samples.assignment($0) }, now: Samples.start)
    func expected(_ included: (Int) -> Bool) -> [Story.ID] {
      (0..<40).filter(included)
        .map { (Samples.start + $0 / 4, Story.ID.minted(from: articles[$0].id)) }
        .sorted { ($1.0, $0.1) < ($0.0, $1.1) }.map(\.1)
    }
    func listed(_ filter: StoryFilter) throws -> [Story.ID] { try store.stories(filter).map(\.id) }
    #expect(try listed(StoryFilter()) == expected { _ in true })
    #expect(try listed(StoryFilter(topic: "spectrum")) == expected { $0 % 3 == 0 })
    #expect(try listed(StoryFilter(tagged: true)) == expected { $0 % 3 == 0 })
    #expect(try listed(StoryFilter(language: .arabic)) == expected { $0 % 5 == 0 })
    #expect(
      try listed(StoryFilter(topic: "spectrum", language: .arabic)) == expected { $0 % 15 == 0 }
    )
    #expect(try listed(StoryFilter(feed: "odd")) == expected { $0 % 2 == 1 })
    #expect(try listed(StoryFilter(limit: 3)) == Array(expected { _ in true }.prefix(3)))
    let recent = StoryFilter(limit: 3, since: Samples.start + 8)
    #expect(try listed(recent) == expected { $0 >= 32 })
    #expect(try listed(StoryFilter(before: Samples.start + 1)) == expected { $0 < 4 })
    #expect(try listed(StoryFilter(seenBy: Samples.start - 1)).isEmpty)
  }

  @Test func `a changed model moves stories between the listings`() throws {
    let article = Samples.article("a")
    let store = try store([article], tags: ["a": [Samples.tag("spectrum", 1200)]])
    try store.assign([Samples.assignment(article)], now: Samples.start)
    #expect(try store.articles(since: 0, notModel: "m1").isEmpty)
    #expect(try store.articles(since: 0, notModel: "m2").count == 1)
    try store.retag([(article.id, [Samples.tag("events", 1500)])], model: "m2")
    #expect(try store.stories(StoryFilter(topic: "spectrum")).isEmpty)
    #expect(try store.stories(StoryFilter(topic: "events")).count == 1)
    #expect(try store.articles(topic: "events").map(\.article.id) == [article.id])
    #expect(try store.topicDays(since: 0).map(\.topic) == ["events"])
    #expect(try store.articles(since: 0, notModel: "m2").isEmpty)
  }

  // MARK: Corrections

  @Test func `a merge keeps the older id and leaves a tombstone that leads to it`() throws {
    let articles = (0..<4).map { Samples.article("k\($0)", published: Samples.start + $0) }
    let store = try store(articles, tags: ["k3": [Samples.tag("events", 1100)]])
    try store.assign(articles.map { Samples.assignment($0) }, now: Samples.start)
    let ids = articles.map { Story.ID.minted(from: $0.id) }
    #expect(try store.merge(ids[3], ids[2], now: Samples.start + 50) == ids[2])
    #expect(try store.merge(ids[3], ids[0], now: Samples.start + 60) == ids[0])
    let story = try #require(try store.story(ids[3]))
    #expect(story.id == ids[0])
    #expect(story.updated == Samples.start + 60)
    #expect(Set(story.members.map(\.article.id.key)) == ["k0", "k2", "k3"])
    #expect(story.members[1].decision?.relation == .user)
    #expect(try store.stories(StoryFilter(topic: "events")).map(\.id) == [ids[0]])
    #expect(try store.tombstones().map(\.id) == [ids[2], ids[3]])
    #expect(try store.tombstones().map(\.mergedInto) == [ids[0], ids[0]])
    #expect(try store.constraints().map(\.kind) == [.together, .together])
    #expect(try store.current(ids[2]) == ids[0])
    #expect(try store.stories(StoryFilter()).map(\.id) == [ids[0], ids[1]])
    #expect(try store.merge(ids[0], ids[3], now: 1) == ids[0])
    let late = Samples.article("late")
    _ = try store.commit(Samples.batch([Samples.item(late)]))
    try store.assign([Samples.assignment(late, story: articles[3])], now: Samples.start + 70)
    #expect(try store.story(ids[0])?.members.count == 4)
    #expect(try store.integrityProblems() == [])
  }

  @Test func `a split leaves the id with the larger part`() throws {
    let articles = (0..<5).map { Samples.article("k\($0)", published: Samples.start + $0) }
    let store = try store(articles)
    try store.assign(
      articles.map { Samples.assignment($0, story: articles[0]) },
      now: Samples.start
    )
    let id = Story.ID.minted(from: articles[0].id)
    // The two first leave: the three others keep the id, which the first member minted.
    let other = try store.split(id, articles: [articles[0].id, articles[1].id], now: 9)
    #expect(other != id)
    #expect(try store.story(other)?.members.map(\.article.id.key) == ["k0", "k1"])
    #expect(try store.story(id)?.members.map(\.article.id.key) == ["k2", "k3", "k4"])
    #expect(try store.story(other)?.members[0].decision?.relation == .first)
    #expect(try store.constraints().map(\.kind) == [.apart, .apart])
    #expect(throws: StoreError.self) { try store.split(id, articles: [], now: 9) }
    #expect(throws: StoreError.self) {
      try store.split(other, articles: [articles[0].id, articles[1].id], now: 9)
    }
    #expect(try store.integrityProblems() == [])
  }

  @Test func `merging what was split brings the first id back`() throws {
    let articles = [Samples.article("a"), Samples.article("b", published: Samples.start + 1)]
    let store = try store(articles)
    try store.assign(articles.map { Samples.assignment($0, story: articles[0]) }, now: 1)
    let id = Story.ID.minted(from: articles[0].id)
    let other = try store.split(id, articles: [articles[1].id], now: 2)
    #expect(other == .minted(from: articles[1].id))
    #expect(try store.merge(id, other, now: 3) == id)
    #expect(try store.split(id, articles: [articles[1].id], now: 4) == other)
    #expect(try store.tombstones().isEmpty)
    #expect(throws: StoreError.self) {
      try store.merge(id, Story.ID(text: "nosuchstory"), now: 5)
    }
  }

  /// A plain linear congruential generator: the same cases in every run.
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test(arguments: 1...8)
  func `the order in which feeds commit changes nothing that is read`(seed: UInt64) throws {
    var random = Random(state: seed)
    let feeds = (0..<6).map { "feed\($0)" }
    let batches = feeds.map { feed in
      Samples.batch(
        (0..<8).map { index in
          Samples.item(
            Samples.article(
              "k\(index)",
              feed: feed,
              title: "T \(Int.random(in: 0..<6, using: &random))",
              url: "https://example.org/\(Int.random(in: 0..<20, using: &random))",
              published: Samples.start + Int.random(in: 0..<4, using: &random)
            ),
            tags: index % 2 == 0 ? [Samples.tag("events", 1200)] : []
          )
        },
        feed: feed
      )
    }
    func contents(_ order: [Int]) throws -> [String] {
      let store = try ArticleStore.inMemory()
      for index in order { _ = try store.commit(batches[index]) }
      let waiting = try store.unassigned()
      // Every third article begins a story, the next two join it.
      let records = waiting.enumerated().map { place, article in
        StoryAssignmentRecord(
          article: article.id,
          story: .minted(from: waiting[place / 3 * 3].id),
          decision: StoryDecision(relation: .sameStory, partner: nil, evidence: [])
        )
      }
      try store.assign(records, now: Samples.start)
      let window = try store.window(from: 0, to: .max).map { "\($0.id) \($0.story)" }
      let stories = try [StoryFilter(), StoryFilter(topic: "events")].flatMap { filter in
        try store.stories(filter).map { "\($0.id) \($0.members.map(\.article))" }
      }
      return window + stories
    }
    let expected = try contents(Array(batches.indices))
    for _ in 0..<3 { #expect(try contents(batches.indices.shuffled(using: &random)) == expected) }
  }
}
