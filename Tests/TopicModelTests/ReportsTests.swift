// SPDX-License-Identifier: Apache-2.0
import Foundation
import RasadTestSupport
import TextBasics
import Testing

@testable import TopicModel

/// The shipped model on short reports that were written for this project.
///
/// The labels are what an editor would give; half of the reports use unusual words on purpose.
struct ReportsTests {
  private struct Line: Decodable {
    let id: String
    let lang: String
    let title: String
    let summary: String
    let labels: [String]
  }

  private static func evaluation() throws -> TopicEvaluation {
    let bytes = try Fixture.bytes("Fixtures/reports.jsonl")
    let lines = try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    let path = Fixture.repository + "/seeds/topics.conf"
    let model = try TopicModel(
      parsing: String(contentsOfFile: path, encoding: .utf8),
      path: "topics.conf"
    )
    let items = lines.map {
      TopicEvaluation.Item(
        id: $0.id,
        language: Language(tag: $0.lang),
        title: $0.title,
        summary: $0.summary,
        labels: $0.labels
      )
    }
    return TopicEvaluation(items, model: model)
  }

  @Test func `it keeps to the bars`() throws {
    let evaluation = try ReportsTests.evaluation()
    #expect(evaluation.labelledCount == 311)
    #expect(evaluation.total.f1 >= 0.92)
    #expect(evaluation.macroF1 >= 0.90)
    #expect(evaluation.offTopic.precision >= 0.95)
    #expect(evaluation.offTopic.recall >= 0.98)
    for (language, counts) in evaluation.languages {
      #expect(counts.f1 >= 0.90, "\(language)")
    }
  }
}
