// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing
import TextBasics

@testable import ArticleStore

struct ArticleStoreTests {
  @Test func `an article comes back as it was stored, with its tags and evidence`() throws {
    let store = try ArticleStore.inMemory()
    let article = Samples.article("a", text: "متن", url: "https://example.org/a?x=1")
    let tags = [Samples.tag("spectrum", 1300), Samples.tag("events", 400)]
    let commit = try store.commit(Samples.batch([Samples.item(article, tags: tags)]))
    #expect(commit.new == [article.id])
    let stored = try #require(try store.article(article.id))
    #expect(stored.article == article)
    #expect(stored.tags == tags)
    #expect(stored.story == nil)
    #expect(stored.model == "m1")
  }

  @Test func `a story holds its members in order with their decisions`() throws {
    let store = try ArticleStore.inMemory()
    let first = Samples.article("a")
    let second = Samples.article("b", language: .arabic)
    _ = try store.commit(
      Samples.batch([
        Samples.item(first, tags: [Samples.tag("spectrum", 1300)]), Samples.item(second),
      ])
    )
    #expect(try store.unassigned().map(\.id) == [first.id, second.id])
    let records = [
      Samples.assignment(first),
      Samples.assignment(second, story: first, relation: .sameStory, updated: Samples.start + 99),
    ]
    try store.assign(records, now: Samples.start + 60)
    #expect(try store.unassigned().isEmpty)
    let story = try #require(try store.story(.minted(from: first.id)))
    #expect(story.members.map(\.article.id) == [first.id, second.id])
    #expect(story.members[1].decision == records[1].decision)
    #expect(story.updated == Samples.start + 99)
    #expect(try store.stories(StoryFilter(topic: "spectrum")).map(\.id) == [story.id])
    #expect(try store.stories(StoryFilter(topic: "events")).isEmpty)
    #expect(try store.stories(StoryFilter(language: .arabic)).map(\.id) == [story.id])
    let window = try store.window(from: Samples.start, to: Samples.start)
    #expect(window.map(\.story) == [story.id, story.id])
  }
}
