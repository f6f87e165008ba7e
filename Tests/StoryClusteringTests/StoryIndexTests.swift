// SPDX-License-Identifier: Apache-2.0
import TextBasics
import Testing

@testable import StoryClustering

struct StoryIndexTests {
  @Test func `what comparing with everything finds likest stands among the candidates`() {
    var random = SampleRandom(seed: 11)
    // Stories of sixteen own words each among common ones, told several times in other words.
    let common = random.words(300)
    var index = StoryIndex()
    var all: [StoryFeatures] = []
    var (wanted, found) = (0, 0)
    var stories: [[String]] = []
    for number in 0..<300 {
      if stories.isEmpty || random.below(100) < 60 { stories.append(random.words(16)) }
      let story = stories[stories.count - 1 - random.below(min(stories.count, 40))]
      let own = story.filter { _ in random.below(100) < 85 }
      let words = (own + (0..<12).map { _ in common[random.below(common.count)] }).shuffled(
        using: &random
      )
      let features = Samples.features(
        .english,
        own.prefix(6).joined(separator: " "),
        words.joined(separator: " "),
        at: Samples.noon + number
      )
      let probe = PairProbe(features)
      let pairs = all.map { PairComparison(probe, $0, PairSide($0)) }
      let scores = pairs.map { PairModel.shared.score($0) }
      if let best = scores.max(),
        zip(pairs, scores).contains(where: { $1 == best && $0[.cover] >= 300 })
      {
        let candidates = index.candidates(
          for: features,
          limit: StoryClusterer.candidateLimit,
          where: { _ in true }
        )
        wanted += 1
        found += candidates.contains { scores[$0] == best } ? 1 : 0
      }
      index.add(features, as: number)
      all.append(features)
    }
    #expect(wanted > 80)
    #expect(found * 100 >= wanted * 98, "\(found) of \(wanted)")
  }

  @Test func `candidates come in a fixed order, the newer first among equals, no more than asked`()
  {
    var index = StoryIndex()
    for number in 0..<30 { index.add(Samples.quakeEnglish, as: number) }
    let candidates = index.candidates(for: Samples.quakeEnglish, limit: 5) { $0 % 2 == 0 }
    let strangers = index.candidates(for: Samples.football, limit: 5) { _ in true }
    #expect(candidates == [28, 26, 24, 22, 20])
    #expect(strangers.isEmpty)
  }
}

struct PostingTableTests {
  @Test func `lists hold the newest of what was posted, however much that is`() {
    var random = SampleRandom(seed: 21)
    var table = PostingTable()
    var expected: [UInt32: [UInt32]] = [:]
    for article in UInt32(0)..<20_000 {
      // Key 0 turns up everywhere, high keys once.
      let key = UInt32(random.below(1 + random.below(5000)))
      table.post(key, article)
      expected[key, default: []].append(article)
    }
    for (key, articles) in expected {
      let list = table.list(key)
      #expect(list.count == articles.count)
      var found: [UInt32] = []
      let steps = table.forEach(list, limit: 40) { found.append($0) }
      #expect(steps == found.count)
      #expect(found == Array(articles.suffix(40).reversed()))
    }
    #expect(table.list(4_000_000).count == 0)
  }
}

struct HashSortTests {
  @Test(arguments: [0, 1, 2, 24, 25, 70, 500])
  func `it sorts, also what is not evenly spread`(count: Int) {
    var random = SampleRandom(seed: UInt64(count))
    var even = (0..<count).map { _ in random.next() }
    var uneven = (0..<count).map { UInt64($0 * 7 % 13) }
    let (sorted, other) = (even.sorted(), uneven.sorted())
    HashSort.sort(&even)
    HashSort.sort(&uneven)
    #expect(even == sorted)
    #expect(uneven == other)
  }
}

struct FlatTableTests {
  @Test func `it holds what it was given and nothing else`() {
    var random = SampleRandom(seed: 31)
    let pairs = (0..<3000).map { (key: random.next(), value: UInt32($0)) }
    let table = FlatTable(pairs)
    #expect(pairs.allSatisfy { table[$0.key] == $0.value })
    #expect((0..<3000).allSatisfy { _ in table[random.next()] == nil })
  }
}
