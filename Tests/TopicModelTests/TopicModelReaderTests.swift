// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics
import Testing

@testable import TopicModel

struct TopicModelReaderTests {
  private func faults(_ text: String) -> [Fault] {
    do {
      return try TopicModel(parsing: text, path: "topics.conf").warnings
    } catch {
      return error.faults
    }
  }

  @Test func `a small file gives its topics, phrases, origins and date`() throws {
    let model = try TopicModel(
      parsing: """
        # a comment
        [model]
        date = 2026-11-21
        [topic rain]
        label-ar = المطر
        label-en = Rain
        ar = 1000 S@000:4-8,002:10-14 أمطار
        en = 600 T? heavy rain | downpour
        """,
      path: "topics.conf"
    )
    #expect(model.topics.map(\.id) == ["rain"])
    #expect(model.topics[0].label(in: .arabic) == "المطر")
    #expect(model.phraseCount == 3)
    #expect(model.spanCount == 2)
    #expect(Timestamp.text(model.date) == "2026-11-21T00:00:00Z")
    #expect(model.languages == [.arabic, .english])
    let phrases = model.groups[0].phrases
    #expect(phrases[0].provenance == "verbatim in seeds 000 002")
    #expect(phrases[0].spans[1] == SeedSpan(document: "002", scalars: 10..<14))
    #expect(phrases[1].isUncertain && phrases[1].origin == .translation)
    #expect(phrases[2].text == "downpour" && phrases[2].line == 8)
    #expect(model.warnings.isEmpty)
    #expect(model.hash.utf8.count == 64)
  }

  @Test func `all faults of a file come in one pass with their places`() {
    let found = faults(
      """
      [model]
      date = yesterday
      [topc rain]
      [topic rain]
      lable-ar = المطر
      ar = heavy X مطر
      ar = 1000 Z مطر
      ar = 1000 S مطر
      ar = 1000 S@000:9-4 مطر
      en = 600 X one two three four five six seven eight
      en = 600 X rain +
      en = 600 X {sky} + rain
      en = 600
      context = wheather
      [context weather]
      en = 1000 X forecast
      [topic Rain!]
      en = 1000 X wet
      """
    ).map { "\($0.line):\($0.column) \($0.message)\($0.suggestion.map { " → \($0)" } ?? "")" }
    #expect(
      found == [
        "2:8 \"yesterday\" is not a date; write 2026-11-21",
        "3:2 unknown section [topc] → topic",
        "5:1 unknown key \"lable-ar\" in [topic rain] → label-ar",
        "6:6 \"heavy\" is no weight; write thousandths, such as 1000 or 600",
        "7:11 \"Z\" is no origin; write S@document:start-end, T or X",
        "8:11 S needs the places: S@000:904-919 → X",
        "9:13 \"000:9-4\" is no place; write document:start-end",
        "10:12 a phrase has at most seven words",
        "11:12 \"rain +\" has nothing beside its + or ~",
        "12:12 there is no [list sky]",
        "13:6 write weight, origin and phrase: 1000 X … | …",
        "14:11 there is no [context wheather] → weather",
        "17:8 a name is at most 40 of a-z, 0-9 and -, and does not begin with -",
      ]
    )
  }

  @Test(arguments: [
    ("", "there is no [model] section with a date"),
    ("[topic a]\nen = 1000 X b", "there is no [model] section with a date"),
    ("[model]", "[model] has no date"),
    ("[model]\ndate = 2026-02-30", "\"2026-02-30\" is not a date; write 2026-11-21"),
    (
      "[model]\ndate = 2026-02-03\n[topic]\nen = 1000 X b",
      "[topic] needs a name: [topic my-subject]"
    ),
    ("[model]\ndate = 2026-02-03\n[topic a]\n[topic a]", "a second [topic a]"),
    (
      "[model]\ndate = 2026-02-03\n[topic a]\nen = 20000 X b",
      "\"20000\" is no weight; write thousandths, such as 1000 or 600"
    ),
    ("[model]\ndate = 2026-02-03\n[mask x]\nen = b", "[mask] has no name"),
    ("[model]\ndate = 2026-02-03\n[list x]\nen = a + b", "a list holds plain words"),
    ("[model]\ndate = 2026-02-03\n[topic a]\nen = 1000 X …", "\"…\" holds no word"),
    (
      "[model]\ndate = 2026-02-03\n[topic a]\nen = 1000 X a + b ~ c",
      "a phrase has + or ~, not both"
    ),
    ("[model]\ndate = 2026-02-03\n[derived]\nlines = xyz", "\"xyz\" is not a fingerprint"),
  ])
  func `a wrong file says what is wrong`(text: String, message: String) {
    #expect(faults(text).map(\.message).contains(message))
  }

  @Test func `a topic without a phrase is a warning only`() throws {
    let model = try TopicModel(parsing: "[model]\ndate = 2026-02-03\n[topic a]", path: "t")
    #expect(model.warnings.map(\.message) == ["[topic a] has no phrase and never fires"])
  }

  @Test func `any bytes give a model or faults`() {
    var random = SplitMix(seed: 7)
    let pieces = [
      "[topic a]", "[mask]", "[model]", "date = 2026-01-01", "\n", "en = 1000 X ", "a", " + ", "{",
      "}",
      "=", "|", "S@", "0:1-2", "\u{202E}", "ا", " ", "[", "]", "-1", "~", "context = a", "lines = ",
    ]
    for _ in 0..<500 {
      let text = (0..<random.below(40)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let outcome = try? TopicModel(parsing: text, path: "t")
      #expect(outcome != nil || !faults(text).isEmpty)
    }
  }
}

/// A small deterministic generator (Steele, Lea and Flood 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }
}
