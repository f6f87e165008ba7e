// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics
import Testing

@testable import StoryClustering

struct StoryClustererTests {
  @Test func `one event in three languages is one story and another event is not`() {
    var clusterer = StoryClusterer()
    let first = clusterer.assign(Samples.id("ar"), features: Samples.quakeArabic)
    let second = clusterer.assign(Samples.id("fa"), features: Samples.quakePersian)
    let third = clusterer.assign(Samples.id("en"), features: Samples.quakeEnglish)
    let other = clusterer.assign(Samples.id("football"), features: Samples.football)
    #expect(first.isNew)
    #expect(second.story == first.story)
    #expect(third.story == first.story)
    #expect(second.decision.relation == .sameStory)
    #expect(other.isNew)
    #expect(other.story == .minted(from: Samples.id("football")))
  }

  @Test func `the reasons are words of both articles and sum to the score`() {
    var clusterer = StoryClusterer()
    _ = clusterer.assign(Samples.id("ar"), features: Samples.quakeArabic)
    let decision = clusterer.assign(Samples.id("fa"), features: Samples.quakePersian).decision
    #expect(decision.partner?.article == Samples.id("ar"))
    #expect(decision.evidence.reduce(0) { $0 + $1.contribution } == decision.score)
    #expect(decision.score >= 0)
    #expect(decision.evidence.contains { $0.found == "۶٫۳" && $0.partner == "6.3" })
    #expect(decision.evidence.contains { $0.kind == .base })
  }

  @Test func `same template with other facts is another story`() {
    var clusterer = StoryClusterer()
    let first = Samples.features(
      .english,
      "Weather in Baghdad",
      "Temperatures in Baghdad will reach 31 degrees today with wind of 22 kilometres an hour and clear skies in the evening."
    )
    let second = Samples.features(
      .english,
      "Weather in Muscat",
      "Temperatures in Muscat will reach 27 degrees today with wind of 46 kilometres an hour and clear skies in the evening."
    )
    _ = clusterer.assign(Samples.id("1"), features: first)
    #expect(clusterer.assign(Samples.id("2"), features: second).isNew)
  }

  @Test func `the same announcement of another company is another story, in any language`() {
    let text =
      "The company said the new processor will power its data centres from next year and use less electricity."
    let persian =
      "این شرکت گفت پردازنده جدید از سال آینده در مراکز داده آن به کار می‌رود و کمتر برق مصرف می‌کند."
    var clusterer = StoryClusterer()
    let reports: [(String, Language, String, String)] = [
      ("1", .english, "Microsoft unveils new artificial intelligence chip", text),
      ("2", .english, "Google unveils new artificial intelligence chip", text),
      ("3", .persian, "مایکروسافت از تراشه هوش مصنوعی تازه‌ای رونمایی کرد", persian),
      ("4", .persian, "گوگل از تراشه هوش مصنوعی تازه‌ای رونمایی کرد", persian),
    ]
    let stories = reports.map { id, language, title, body in
      clusterer.assign(Samples.id(id), features: Samples.features(language, title, body)).story
    }
    #expect(stories[0] == stories[2])
    #expect(stories[1] == stories[3])
    #expect(stories[0] != stories[1])
  }

  @Test func `the actors that differ are told by their names`() throws {
    let text =
      "The company said the new processor will power its data centres from next year and use less electricity."
    let left = Samples.features(
      .english,
      "Microsoft unveils new artificial intelligence chip",
      text
    )
    let right = Samples.features(.english, "Google unveils new artificial intelligence chip", text)
    let comparison = PairComparison(left, right)
    #expect(comparison[.otherActors] == 500)
    #expect(!comparison.isNearDuplicate)
    let reason = try #require(
      PairExplanation(comparison, .shared).evidence.first { $0.found == "Microsoft" }
    )
    #expect(reason.partner == "Google")
    #expect(reason.contribution < 0)
  }

  @Test func `a lightly edited copy is a near-duplicate`() {
    let text =
      "The ministry said on Monday that three new hospitals would open in the southern provinces next spring and that doctors had been hired already."
    var clusterer = StoryClusterer()
    let first = Samples.features(.english, "Three hospitals to open in the south", text)
    let copy = Samples.features(
      .english,
      "Report: Three hospitals to open in the south",
      text + " More follows."
    )
    _ = clusterer.assign(Samples.id("1"), features: first)
    let answer = clusterer.assign(Samples.id("2", feed: "two"), features: copy)
    #expect(answer.decision.relation == .nearDuplicate)
    #expect(answer.decision.evidence.reduce(0) { $0 + $1.contribution } == answer.decision.score)
  }

  @Test func `the same page in two feeds is one story, a home page is not`() {
    var clusterer = StoryClusterer()
    let page = "https://example.org/a"
    let title = "Parliament approves the budget of the health ministry"
    let one = Samples.features(.english, title, url: page)
    let two = Samples.features(.english, title + " at last", url: page)
    let story = clusterer.assign(Samples.id("1", feed: "a"), features: one).story
    let answer = clusterer.assign(Samples.id("2", feed: "b"), features: two)
    #expect(answer.story == story)
    #expect(answer.decision.relation == .sameAddress)
    let unlike = Samples.features(.english, "Striker signs for rival club in Madrid", url: page)
    #expect(clusterer.assign(Samples.id("3", feed: "c"), features: unlike).isNew)
  }

  @Test func `articles further apart than the window never meet`() {
    var clusterer = StoryClusterer(window: 3600)
    let later = Samples.features(
      .english,
      "Earthquake of magnitude 6.3 kills dozens near Herat in Afghanistan",
      at: Samples.noon + 7200
    )
    _ = clusterer.assign(Samples.id("1"), features: Samples.quakeEnglish)
    #expect(clusterer.assign(Samples.id("2"), features: later).isNew)
  }

  @Test func `what the user merged or split stays so`() {
    var constraints = StoryConstraints()
    constraints.link(Samples.id("ar"), Samples.id("football"))
    constraints.part(Samples.id("ar"), Samples.id("fa"))
    var clusterer = StoryClusterer(constraints: constraints)
    let first = clusterer.assign(Samples.id("ar"), features: Samples.quakeArabic)
    let linked = clusterer.assign(Samples.id("football"), features: Samples.football)
    let parted = clusterer.assign(Samples.id("fa"), features: Samples.quakePersian)
    #expect(linked.story == first.story)
    #expect(linked.decision.relation == .user)
    #expect(parted.story != first.story)
  }

  @Test func `members from the store give the same answer as members assigned`() throws {
    var fresh = StoryClusterer()
    let story = fresh.assign(Samples.id("ar"), features: Samples.quakeArabic).story
    let direct = fresh.assign(Samples.id("fa"), features: Samples.quakePersian)
    var stored = StoryClusterer()
    let decoded = try #require(StoryFeatures(encoded: Samples.quakeArabic.encoded))
    stored.add(Samples.id("ar"), story: story, features: decoded)
    #expect(stored.assign(Samples.id("fa"), features: Samples.quakePersian) == direct)
  }

  @Test func `an empty article begins a story of its own`() {
    var clusterer = StoryClusterer()
    let empty = Samples.features(.unknown, "")
    #expect(clusterer.assign(Samples.id("1"), features: empty).isNew)
    #expect(clusterer.assign(Samples.id("2"), features: empty).isNew)
  }
}
