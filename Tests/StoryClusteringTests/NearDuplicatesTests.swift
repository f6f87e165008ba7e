// SPDX-License-Identifier: Apache-2.0
import TextBasics
import Testing

@testable import StoryClustering

struct NearDuplicatesTests {
  @Test func `an edited copy is found and named with its share`() throws {
    var random = SampleRandom(seed: 1)
    let words = random.words(70)
    var index = NearDuplicates()
    index.add(Samples.features(.english, "One", random.words(70).joined(separator: " ")))
    index.add(Samples.features(.english, "Two", words.joined(separator: " ")))
    var edited = words
    edited[20] = "another"
    edited[50] = "word"
    let answer = index.copy(of: Samples.features(.english, "Two", edited.joined(separator: " ")))
    let copy = try #require(answer)
    #expect(copy.member == 1)
    #expect((800...1000).contains(copy.containment))
    #expect(index.count == 2)
  }

  @Test func `a text may not be named that is not eligible`() {
    var random = SampleRandom(seed: 2)
    let text = Samples.features(.english, "", random.words(60).joined(separator: " "))
    var index = NearDuplicates()
    for _ in 0..<3 { index.add(text) }
    let all = index.copy(of: text)
    let firstTwo = index.copy(of: text) { $0 < 2 }
    let none = index.copy(of: text) { _ in false }
    #expect(all?.member == 2)
    #expect(firstTwo?.member == 1)
    #expect(none == nil)
  }

  @Test func `the same form with other numbers, days or places is no copy`() {
    var random = SampleRandom(seed: 3)
    let form = random.words(60).joined(separator: " ")
    let reports = [
      ("prices rose to 48213 points", "prices rose to 51977 points"),
      ("the session of 17 November 2025", "the session of 19 November 2025"),
      ("the weather in Baghdad", "the weather in Muscat"),
    ]
    for (one, other) in reports {
      var index = NearDuplicates()
      index.add(Samples.features(.english, one, form))
      let rival = index.copy(of: Samples.features(.english, other, form))
      let same = index.copy(of: Samples.features(.english, one, form))
      // What only one of them says is an edit, no conflict.
      let edit = index.copy(of: Samples.features(.english, "today", form))
      #expect(rival == nil, "\(one)")
      #expect(same != nil, "\(one)")
      #expect(edit != nil, "\(one)")
    }
  }

  @Test func `texts of two languages and very short texts are no copies`() {
    var random = SampleRandom(seed: 4)
    let text = random.words(60).joined(separator: " ")
    var index = NearDuplicates()
    index.add(Samples.features(.english, "", text))
    let foreign = index.copy(of: Samples.features(.unknown, "", text))
    #expect(foreign == nil)
    let short = Samples.features(.english, "four words of text")
    index.add(short)
    let answer = index.copy(of: short)
    #expect(answer == nil)
  }

  @Test func `edited copies among many texts are found as comparing all of them finds them`() {
    var random = SampleRandom(seed: 5)
    var index = NearDuplicates()
    var all: [StoryFeatures] = []
    var (wanted, found, wrong) = (0, 0, 0)
    var texts: [[String]] = []
    for number in 0..<400 {
      var text = random.words(70)
      if number % 4 == 3 {
        text = texts[random.below(texts.count)]
        for place in text.indices where random.below(100) < 6 { text[place] = random.words(1)[0] }
      }
      texts.append(text)
      let features = Samples.features(.english, "", text.joined(separator: " "))
      let best = all.contains { PairComparison(features, $0).isNearDuplicate }
      let copy = index.copy(of: features)
      wanted += best ? 1 : 0
      found += best && copy != nil ? 1 : 0
      wrong += !best && copy != nil ? 1 : 0
      index.add(features)
      all.append(features)
    }
    #expect(wanted > 60)
    #expect(found * 100 >= wanted * 97, "\(found) of \(wanted)")
    #expect(wrong == 0)
  }
}

struct TextSketchTests {
  @Test func `giving up early changes no answer that matters`() {
    var random = SampleRandom(seed: 6)
    for _ in 0..<300 {
      let words = random.words(10 + random.below(80))
      var other = words
      let rate = random.below(60)
      for place in other.indices where random.below(100) < rate {
        other[place] = random.words(1)[0]
      }
      let left = Samples.features(.english, "", words.joined(separator: " "))
      let right = Samples.features(.english, "", other.joined(separator: " "))
      let whole = TextSketch.containment(left, right)
      let early = left.withSketch { a in
        right.withSketch { b in TextSketch.containment(a, b, atLeast: NearDuplicates.share) }
      }
      let isEnough = whole >= NearDuplicates.share
      #expect(isEnough ? early == whole : early < NearDuplicates.share)
      #expect(whole == TextSketch.containment(right, left))
    }
  }
}
