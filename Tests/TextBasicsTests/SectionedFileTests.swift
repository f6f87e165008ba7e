// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import TextBasics

struct SectionedFileTests {
  private func read(_ text: String) -> SectionedFile {
    SectionedFile(Array(text.utf8), path: "feeds.conf")
  }

  @Test func `headers and pairs are read in the order of the file`() {
    let file = read("# c\n[rasad]\n contact = a=b # no comment\n\n[ feed  irib-ict ]\nurl=\n")
    #expect(file.faults.isEmpty)
    #expect(file.sections.map(\.kind.text) == ["rasad", "feed"])
    #expect(file.sections.map { $0.id?.text } == [nil, "irib-ict"])
    #expect(file.sections[0].value("contact")?.text == "a=b # no comment")
    #expect(file.sections[1].value("url")?.text == "")
    #expect(file.sections[1].pairs[0].key.line == 6)
  }

  @Test func `a byte order mark and CRLF do not show`() {
    let file = SectionedFile(
      [0xEF, 0xBB, 0xBF] + Array("[rasad]\r\nseeds = x\r\n".utf8),
      path: "f"
    )
    #expect(file.faults.isEmpty)
    #expect(file.sections[0].value("seeds")?.text == "x")
    #expect(file.sections[0].header.bytes == 3..<10)
    let fault = file.fault(at: file.sections[0].header, "m")
    #expect(fault.column == 1)
    #expect(fault.byteOffset == 3)
  }

  @Test func `every fault of a file is told in one pass`() {
    let file = read("x = 1\n[feed a\nurl = u\n[]\n[feed b] c\n= 3\n[feed c]\nnothing\nurl = u\n")
    #expect(file.faults.map(\.line) == [1, 2, 4, 5, 6, 8])
    #expect(file.sections.count == 1)
    #expect(file.sections[0].pairs.count == 1)
  }

  @Test func `bytes that are no UTF-8 and control characters have a position`() {
    let file = SectionedFile(
      Array("[feed a]\ntitle = خبر".utf8) + [0xFF, 0x0A] + Array("note = a\u{1B}[31m\n".utf8),
      path: "f"
    )
    #expect(file.faults.map(\.line) == [2, 3])
    #expect(file.faults.map(\.column) == [12, 9])
    #expect(file.faults[0].byteOffset == 9 + 8 + 6)
    #expect(file.faults[0].message == "byte 0xFF is not valid UTF-8")
    #expect(file.faults[1].message == "control character U+001B")
    #expect(!file.faults[1].rendered().contains("\u{1B}"))
  }

  @Test func `columns count grapheme clusters`() {
    let file = read("[feed a]\ntitle = وَزِير bad\n")
    let value = file.sections[0].value("title")
    let part = value?.pieces(separatedBy: " ").last
    #expect(part?.text == "bad")
    let fault = part.map { file.fault(at: $0, "m") }
    #expect(fault?.column == 14)
    #expect(fault?.caretLength == 3)
  }

  @Test func `a fault prints place, source, carets and suggestion`() {
    var text = String(repeating: "\n", count: 12)
    text += "[feed irib-ict]\nintreval = 30m\n"
    let file = read(text)
    let key = file.sections[0].pairs[0].key
    let fault = file.fault(
      at: key,
      "unknown key \"intreval\" in [feed irib-ict]",
      suggestion: Spelling.suggestion(for: key.text, among: ["url", "interval", "title"])
    )
    #expect(
      fault.rendered() == """
        feeds.conf:14:1: error: unknown key "intreval" in [feed irib-ict]
           14 | intreval = 30m
              | ^^^^^^^^ did you mean "interval"?
        """
    )
  }

  @Test func `carets under Arabic text stand below an isolate of their own`() {
    let file = read("[feed a]\ntitle = صدا و سیما\n")
    let part = file.sections[0].value("title")?.pieces(separatedBy: " ")[1]
    let lines = part.map { file.fault(at: $0, "m").rendered().split(separator: "\n") } ?? []
    #expect(lines.count == 3)
    #expect(
      lines[1]
        == "    2 | \u{200E}\u{2066}title = صدا \u{2069}\u{2066}و\u{2069}\u{2066} سیما\u{2069}"
    )
    #expect(lines[2] == "      | " + String(repeating: " ", count: 12) + "^")
    let plain = part.map { file.fault(at: $0, "m").rendered(isolates: false) } ?? "\u{2066}"
    #expect(!plain.unicodeScalars.contains("\u{2066}"))
  }

  @Test func `a very long line is cut around the carets`() {
    let file = read("[feed a]\nurl = " + String(repeating: "a", count: 100_000) + "!\n")
    let value = file.sections[0].value("url")
    let last = value.map { $0.piece($0.text.suffix(1)) }
    let text = last.map { file.fault(at: $0, "m").rendered() } ?? ""
    #expect(text.utf8.count < 400)
    #expect(text.contains("!"))
    #expect(text.hasSuffix(" ^"))
  }

  @Test func `an empty file has neither sections nor faults`() {
    #expect(read("").sections.isEmpty && read("").faults.isEmpty)
    let mark = SectionedFile([0xEF, 0xBB, 0xBF], path: "f")
    #expect(mark.sections.isEmpty && mark.faults.isEmpty)
  }
}

struct SpellingTests {
  @Test(arguments: [
    ("intreval", "interval", 1), ("", "abc", 3), ("abc", "abc", 0), ("ca", "abc", 3),
    ("kitten", "sitting", 3),
  ])
  func `edits are counted`(left: String, right: String, edits: Int) {
    #expect(Spelling.distance(from: left, to: right) == edits)
    #expect(Spelling.distance(from: right, to: left) == edits)
  }

  @Test func `nothing is suggested for a word that is like none`() {
    let keys = ["url", "title", "interval", "max-items", "max-size"]
    #expect(Spelling.suggestion(for: "max_item", among: keys) == "max-items")
    #expect(Spelling.suggestion(for: "URL", among: keys) == "url")
    #expect(Spelling.suggestion(for: "colour", among: keys) == nil)
    #expect(Spelling.suggestion(for: "x", among: keys) == nil)
  }
}
