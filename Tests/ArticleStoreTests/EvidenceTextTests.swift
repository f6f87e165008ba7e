// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import Testing

@testable import ArticleStore

struct EvidenceTextTests {
  @Test func `tags and decisions come back whole`() throws {
    let tags = [Samples.tag("spectrum", 1300), Samples.tag("iot-5g", -40)]
    #expect(EvidenceText.tags(EvidenceText.text(tags)) == tags)
    let decision = Samples.assignment(Samples.article("a"), story: Samples.article("b\u{0}\u{1F}"))
      .decision
    #expect(EvidenceText.decision(EvidenceText.text(decision)) == decision)
    #expect(
      EvidenceText.strings(EvidenceText.text(["", "\"", "\\", "a\nb"])) == ["", "\"", "\\", "a\nb"]
    )
    #expect(EvidenceText.text([TopicTag]()) == "")
    #expect(EvidenceText.tags("") == [])
  }

  @Test func `what is written is JSON`() throws {
    let text = EvidenceText.text([Samples.tag("events", 1000)])
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect((value as? [Any])?.count == 1)
  }

  @Test func `damaged text ends the list and never traps`() {
    let whole = EvidenceText.text([Samples.tag("spectrum", 1300), Samples.tag("events", 1000)])
    for length in 0..<whole.utf8.count {
      let part = String(decoding: Array(whole.utf8.prefix(length)), as: UTF8.self)
      #expect(EvidenceText.tags(part).count <= 2)
      _ = EvidenceText.decision(part)
    }
    #expect(EvidenceText.decision("[\"no such relation\",\"\",\"\",[]]") == nil)
  }
}
