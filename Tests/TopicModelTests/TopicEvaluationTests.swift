// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics
import Testing

@testable import TopicModel

struct TopicEvaluationTests {
  private static func evaluation() throws -> TopicEvaluation {
    let model = try TopicModel(
      parsing: """
        [model]
        date = 2026-01-01
        [topic rain]
        en = 1000 X rain
        [topic sun]
        en = 1000 X sun
        en = 950 X warm
        """,
      path: "topics.conf"
    )
    let items: [(String, String, [String]?)] = [
      ("right", "Heavy rain", ["rain"]), ("both", "rain and sun", ["rain"]),
      ("missed", "Nothing", ["sun"]), ("wrong", "sun", ["rain"]), ("none", "Nothing", []),
      ("off", "rain", []), ("unlabelled", "sun", nil), ("near", "a warm day", []),
      ("other", "hail", ["hail"]),
    ]
    return TopicEvaluation(
      items.map { id, summary, labels in
        TopicEvaluation.Item(
          id: id,
          language: .english,
          title: "",
          summary: summary,
          labels: labels
        )
      },
      model: model
    )
  }

  @Test func `it counts by topic, together, by language and for no topic`() throws {
    let evaluation = try TopicEvaluationTests.evaluation()
    #expect(evaluation.labelledCount == 8)
    #expect(evaluation.topics.map(\.topic) == ["rain", "sun", "hail"])
    let rain = evaluation.topics[0].counts
    #expect((rain.truePositives, rain.falsePositives, rain.falseNegatives) == (2, 1, 1))
    let sun = evaluation.topics[1].counts
    #expect((sun.truePositives, sun.falsePositives, sun.falseNegatives) == (0, 2, 1))
    #expect(sun.precision == 0 && sun.recall == 0 && sun.f1 == 0)
    #expect(evaluation.total.truePositives == 2)
    #expect(evaluation.total.falsePositives == 3)
    #expect(evaluation.total.falseNegatives == 3)
    #expect(evaluation.languages.count == 1)
    #expect(evaluation.languages[0].counts == evaluation.total)
    let off = evaluation.offTopic
    #expect((off.truePositives, off.falsePositives, off.falseNegatives) == (2, 2, 1))
    #expect(abs(evaluation.macroF1 - rain.f1 / 3) < 1e-9)
  }

  @Test func `it lists confusions, the borderline and lines of predictions`() throws {
    let evaluation = try TopicEvaluationTests.evaluation()
    let confusions = evaluation.confusions.map {
      "\($0.wanted ?? "-") > \($0.got ?? "-"): \($0.items.joined(separator: " "))"
    }
    #expect(
      confusions == [
        "- > rain: off", "- > sun: both", "hail > -: other", "rain > sun: wrong", "sun > -: missed",
      ]
    )
    #expect(
      evaluation.borderline.map(\.id) == ["right", "both", "wrong", "off", "unlabelled", "near"]
    )
    #expect(evaluation.predictions[1].line == "{\"id\": \"both\", \"labels\": [\"rain\", \"sun\"]}")
    #expect(
      evaluation.predictions[1].evidenceLines == "both\train\t1000\train\nboth\tsun\t1000\tsun\n"
    )
    #expect(evaluation.predictions[7].line == "{\"id\": \"near\", \"labels\": []}")
    let odd = TopicEvaluation.Prediction(id: "a\"\\\n", labels: [], tags: [])
    #expect(odd.line == "{\"id\": \"a\\\"\\\\\\u000a\", \"labels\": []}")
  }

  @Test func `the model never sees the labels`() throws {
    let items = ["x", "y"].map { label in
      TopicEvaluation.Item(
        id: "1",
        language: .english,
        title: "rain",
        summary: "",
        labels: [label]
      )
    }
    let model = try TopicModel(
      parsing: "[model]\ndate = 2026-01-01\n[topic rain]\nen = 1000 X rain",
      path: "t"
    )
    let lines = items.map { TopicEvaluation([$0], model: model).predictions.map(\.line) }
    #expect(lines[0] == lines[1])
  }
}
