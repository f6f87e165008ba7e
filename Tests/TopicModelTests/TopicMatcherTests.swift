// SPDX-License-Identifier: Apache-2.0
import Articles
import TextAnalysis
import TextBasics
import Testing

@testable import TopicModel

struct TopicMatcherTests {
  private func model(_ sections: String) throws -> TopicModel {
    try TopicModel(parsing: "[model]\ndate = 2026-01-01\n" + sections, path: "topics.conf")
  }

  private func scores(
    _ model: TopicModel,
    _ title: String,
    _ body: String = "",
    _ language: Language = .english
  ) -> [String: Int] {
    let profile = TextProfile(title: title, body: body, language: language)
    return Dictionary(uniqueKeysWithValues: model.tags(for: profile).map { ($0.topic, $0.score) })
  }

  @Test func `a phrase counts once, and 1.3 times in the title`() throws {
    let model = try model("[topic rain]\nen = 1000 X rain | \nen = 500 X storm")
    #expect(scores(model, "Rain", "rain and rain") == ["rain": 1300])
    #expect(scores(model, "News", "rain and rain") == ["rain": 1000])
    #expect(scores(model, "Storm", "rains") == ["rain": 1650])
    #expect(scores(model, "Sun", "sun") == [:])
  }

  @Test func `what a long text comes to late counts half, what it comes to last a quarter`() throws
  {
    let model = try model("[topic rain]\nen = 1000 X rain\nen = 600 X roof + wall")
    let filler = String(repeating: "word ", count: 79)
    #expect(scores(model, "", filler + "rain") == ["rain": 1000])
    #expect(scores(model, "", filler + "more rain") == ["rain": 500])
    #expect(scores(model, "", "rain " + filler + "rain") == ["rain": 1000])
    #expect(scores(model, "", filler + "roof and wall") == ["rain": 300])
    let profile = TextProfile(title: "", body: filler + "more rain", language: .english)
    let note = try #require(model.tags(for: profile).first?.evidence.first?.note)
    #expect(note == "late in the text, 1000 × 0.5, expansion")
    let long = String(repeating: "word ", count: 399)
    #expect(scores(model, "", long + "rain") == ["rain": 500])
    #expect(scores(model, "", long + "more rain") == ["rain": 250])
  }

  @Test func `the longer of two overlapping phrases counts`() throws {
    let model = try model("[topic a]\nen = 600 X heavy rain\nen = 1000 X rain\nen = 0 X rain check")
    #expect(scores(model, "", "heavy rain") == ["a": 600])
    #expect(scores(model, "", "heavy rain, later rain") == ["a": 1600])
    #expect(scores(model, "", "a rain check") == [:])
  }

  @Test func `a negative phrase speaks against`() throws {
    let model = try model("[topic a]\nen = 1000 X rain\nen = -400 X film")
    #expect(scores(model, "", "the film Rain") == ["a": 600])
  }

  @Test func `phrases do not reach across punctuation`() throws {
    let model = try model("[topic a]\nen = 1000 X heavy rain")
    #expect(scores(model, "", "too heavy. Rain follows") == [:])
    #expect(scores(model, "heavy", "rain") == [:])
  }

  @Test func `parts may stand apart, in any order, but not too far`() throws {
    let model = try model("[topic a]\nen = 1000 X rain + roof\nen = 500 X iron ~ door")
    #expect(scores(model, "", "the roof let in all of the rain") == ["a": 1000])
    #expect(scores(model, "Rain on the roof") == ["a": 1300])
    #expect(scores(model, "Rain", "on the roof") == ["a": 1000])
    #expect(scores(model, "", "rain " + String(repeating: "very ", count: 13) + "roof") == [:])
    #expect(scores(model, "", "door of iron") == ["a": 500])
    #expect(scores(model, "", "door made of iron") == [:])
  }

  @Test func `a list gives its words to a part, and two parts are two different words`() throws {
    let model = try model(
      "[list land]\nen = Iran | Armenia\nar = إيران | أرمينيا\n"
        + "[topic a]\nen = 1000 X {land} + {land}\nar = 1000 X {land} ~ {land}"
    )
    #expect(scores(model, "", "Armenia talks to Iran") == ["a": 1000])
    #expect(scores(model, "", "Iran talks to Iran") == [:])
    #expect(scores(model, "", "إيران وأرمينيا", .arabic) == ["a": 1000])
    #expect(scores(model, "", "إيران الإيرانية", .arabic) == [:])
  }

  @Test func `inside a mask nothing counts that is not longer`() throws {
    let model = try model(
      "[mask]\nen = artificial grass\n[topic a]\nen = 1000 X artificial\nen = 1000 X new artificial grass"
    )
    #expect(scores(model, "", "artificial grass") == [:])
    #expect(scores(model, "", "an artificial lake") == ["a": 1000])
    #expect(scores(model, "", "new artificial grass") == ["a": 1000])
  }

  @Test func `a very word is not its stem`() throws {
    let model = try model("[topic a]\nen = 1000 X =training\nar = 1000 X الأمن =الرقمي")
    #expect(scores(model, "", "trains") == [:])
    #expect(scores(model, "", "Training") == ["a": 1000])
    #expect(scores(model, "", "مجلس الأمن رقم 2216", .arabic) == [:])
    #expect(scores(model, "", "الأمن الرقمي", .arabic) == ["a": 1000])
  }

  @Test func `a contextual topic needs its context`() throws {
    let model = try model(
      "[context ict]\nen = 1000 X software\nen = 500 X data\n"
        + "[topic meeting]\ncontext = ict\nen = 1000 X ambassador\n[topic cyber]\nen = 1000 X hacker"
    )
    #expect(scores(model, "", "an ambassador spoke") == [:])
    #expect(scores(model, "", "an ambassador spoke of data") == [:])
    #expect(scores(model, "", "an ambassador spoke of software") == ["meeting": 1000])
    #expect(
      scores(model, "", "an ambassador spoke of hackers") == ["meeting": 1000, "cyber": 1000]
    )
    let profile = TextProfile(title: "", body: "an ambassador spoke", language: .english)
    let missing = try #require(model.explanations(for: profile).first)
    #expect(missing.score == 0)
    #expect(missing.evidence.map(\.contribution) == [1000, -1000])
    #expect(missing.evidence[1].kind == .gate)
    #expect(missing.evidence[1].note == "context ict is missing")
  }

  @Test(arguments: [
    "همکاری‌های دانش‌بنیان", "همکاریهای دانش بنیان", "همكاري هاي دانشبنيان", "همکاری های دانش بنیانی",
  ])
  func `Persian phrases meet every way to lose a ZWNJ`(text: String) throws {
    let model = try model("[topic a]\nfa = 1000 X دانش‌بنیان\nfa = 500 X همکاری")
    #expect(scores(model, "", text, .persian) == ["a": 1500])
  }

  @Test func `Latin words in Arabic and Persian articles meet the English phrases`() throws {
    let model = try model("[topic a]\nen = 1000 X wtdc\nfa = 600 X APT")
    #expect(scores(model, "", "مؤتمر WTDC-25", .arabic) == ["a": 1000])
    #expect(scores(model, "", "کنفرانس WTDC-۲۵ و APT", .persian) == ["a": 1600])
    #expect(scores(model, "", "an apt remark") == [:])
    #expect(scores(model, "", "WTDC-25 в Баку", Language(tag: "ru")) == ["a": 1000])
  }

  @Test func `hyphens join or part`() throws {
    let model = try model("[topic a]\nen = 1000 X e-government")
    for text in ["e-government", "e government", "eGovernment", "E-Governments"] {
      #expect(scores(model, "", text) == ["a": 1000], "\(text)")
    }
  }

  @Test func `only the topics asked for are answered, with contexts by all`() throws {
    let model = try model("[topic a]\nen = 1000 X rain\n[topic b]\nen = 1000 X rain")
    let profile = TextProfile(title: "", body: "rain", language: .english)
    #expect(model.tags(for: profile, only: ["b"]).map(\.topic) == ["b"])
    #expect(model.tags(for: profile).map(\.topic) == ["a", "b"])
  }

  @Test func `the evidence says what was found, where, and whence the phrase comes`() throws {
    let model = try model(
      "[topic a]\nar = 1000 S@000:904-919,002:3-18 الأمن السيبراني\nar = 600 X هجوم + بنك"
    )
    let profile = TextProfile(
      title: "تعزيز والأمن السيبراني",
      body: "هجوم على أكبر بنك في البلاد",
      language: .arabic
    )
    let tag = try #require(model.tags(for: profile).first)
    #expect(tag.score == 1900)
    #expect(
      tag.evidence == [
        Evidence(
          kind: .phrase,
          contribution: 1300,
          found: "والأمن السيبراني",
          partner: "الأمن السيبراني",
          note: "title, 1000 × 1.3, verbatim in seeds 000 002"
        ),
        Evidence(
          kind: .phrase,
          contribution: 600,
          found: "هجوم … بنك",
          partner: "هجوم + بنك",
          note: "summary, expansion"
        ),
      ]
    )
  }

  @Test func `contributions sum to the score, whatever the text and the model`() throws {
    var random = SplitMix(seed: 42)
    let words = [
      "rain", "heavy", "roof", "data", "storm", "flood", "dam", "river", "and", "of", "wind.",
    ]
    for _ in 0..<60 {
      var file =
        "[list wet]\nen = rain | river | flood\n[context c]\nen = 700 X data | dam\n[mask]\nen = heavy dam\n"
      for topic in 0..<4 {
        file += "[topic t\(topic)]\n" + (random.below(2) == 0 ? "context = c\n" : "")
        for _ in 0..<(1 + random.below(6)) {
          let count = 1 + random.below(3)
          var phrase = (0..<count).map { _ in words[random.below(9)] }.joined(separator: " ")
          if random.below(3) == 0 { phrase += " + {wet}" }
          file += "en = \(random.below(2400) - 400) X \(phrase)\n"
        }
      }
      let model = try model(file)
      for _ in 0..<20 {
        let title = (0..<random.below(6)).map { _ in words[random.below(words.count)] }
        let body = (0..<random.below(40)).map { _ in words[random.below(words.count)] }
        let profile = TextProfile(
          title: title.joined(separator: " "),
          body: body.joined(separator: " "),
          language: .english
        )
        for tag in model.explanations(for: profile) {
          let sum = tag.evidence.reduce(0) { $0 + $1.contribution }
          #expect(sum == tag.score)
          let phrases = tag.evidence.filter { $0.kind == .phrase }.map(\.partner)
          #expect(Set(phrases).count == phrases.count, "each phrase once")
        }
        let tags = model.tags(for: profile)
        #expect(tags.map(\.score) == tags.map(\.score).sorted(by: >))
        #expect(tags.allSatisfy { $0.score > 0 })
      }
    }
  }
}
