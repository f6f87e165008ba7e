// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing
import TextBasics

@testable import DigestWriter

/// Whatever stands in the fields, the output is valid and nothing of it becomes markup.
struct TotalityTests {
  /// Strings that have broken writers of feeds and pages.
  static let hostile = [
    "", " ", "\u{0}", "\u{1}\u{8}\u{B}\u{1F}\u{7F}\u{9B}", "]]>", "<![CDATA[", "&#0;",
    "&amp;lt;script&amp;gt;",
    "<script>alert(1)</script>", "</title><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)", "javascript:alert(1)", "JaVaScRiPt\u{3A}alert(1)",
    "data:text/html,<b>",
    "java\nscript:alert(1)", "http://a\\@evil/", "http://user:pw@bank.example/", "//evil.example/x",
    "http:///x", "http://[::1", "https://ok.example/?a=1&b=<2>\"'",
    "https://ok.example/\u{202E}gpj.exe",
    "https://пример.example/путь", "\u{202E}reversed\u{202C}", "\u{2067}isolated",
    "\u{2069}\u{2069}",
    "\u{FFFE}\u{FFFF}\u{FEFF}\u{FFF9}", "\u{E0041}\u{E007F}", "\u{10FFFF}",
    "\u{85}\u{2028}\u{2029}",
    "-->", "<!--", "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    "</style><style>*{}",
    "{{7*7}}", "${jndi:ldap://x}", "../../../etc/passwd", "..", ".", "a/b\\c", "CON", "%00", "%n%s",
    "می‌خواهم", "العربية", "سلام English 123", "\u{301}\u{301}\u{301}", "👨‍👩‍👧‍👦", "🇮🇷🇸🇦",
    String(repeating: "<", count: 3000), String(repeating: "و", count: 5000), "\n\n\n", "a\r\nb\rc",
  ]

  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      // SplitMix64 (Steele, Lea and Flood, 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }

    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A few pieces: hostile ones, and characters from anywhere.
    mutating func text() -> String {
      var result = ""
      for _ in 0..<number(1..<4) {
        if number(0..<2) == 0 {
          result += TotalityTests.hostile.randomElement(using: &self) ?? ""
        } else {
          for _ in 0..<number(0..<12) {
            let limit: UInt32 =
              [0x80, 0x800, 0x3000, 0x11_0000].randomElement(using: &self) ?? 0x80
            let value = UInt32.random(in: 0..<limit, using: &self)
            if let scalar = Unicode.Scalar(value) { result.unicodeScalars.append(scalar) }
          }
        }
      }
      return result
    }

    mutating func instant() -> Int {
      [0, -1, Int.min, Int.max, 1_763_000_000, 253_402_300_800].randomElement(using: &self) ?? 0
    }

    mutating func language() -> Language {
      [.arabic, .persian, .english, .unknown, Language(tag: "he"), Language(tag: text())]
        .randomElement(using: &self) ?? .unknown
    }

    mutating func evidence() -> Evidence {
      Evidence(
        kind: Evidence.Kind.allCases.randomElement(using: &self) ?? .word,
        contribution: number(-3_000..<3_000) * (number(0..<9) == 0 ? 1 << 40 : 1),
        found: text(),
        partner: text(),
        note: text()
      )
    }

    mutating func tag() -> TopicTag {
      let ids = ["a", "b", text()]
      return TopicTag(
        topic: ids.randomElement(using: &self) ?? "",
        evidence: (0..<number(0..<4)).map { _ in evidence() }
      )
    }

    mutating func source() -> DigestStory.Source {
      DigestStory.Source(
        article: Article.ID(feed: ["f", text()].randomElement(using: &self) ?? "", key: text()),
        outlet: text(),
        title: text(),
        language: language(),
        url: number(0..<3) == 0
          ? nil : ["https://ok.example/1", text()].randomElement(using: &self),
        published: instant(),
        decision: StoryDecision(
          relation: StoryRelation.allCases.randomElement(using: &self) ?? .first,
          partner: Article.ID(feed: text(), key: text()),
          evidence: (0..<number(0..<4)).map { _ in evidence() }
        )
      )
    }

    mutating func story() -> DigestStory {
      var story = DigestStory(
        id: Story.ID(text: ["same", text()].randomElement(using: &self) ?? ""),
        title: text(),
        language: language(),
        lead: text(),
        published: instant(),
        updated: instant(),
        firstSeen: instant(),
        sources: (0..<number(0..<5)).map { _ in source() },
        tags: (0..<number(0..<4)).map { _ in tag() }
      )
      story.borderline = (0..<number(0..<2)).map { _ in tag() }
      story.growth = (0..<number(0..<3)).map { place in
        DigestStory.Growth(
          number: 2 + place,
          reason: .newSource,
          when: instant(),
          title: text(),
          language: language(),
          url: text(),
          outlet: text()
        )
      }
      return story
    }

    mutating func digest() -> Digest {
      var settings = DigestSettings()
      settings.title = text()
      settings.authority = number(0..<2) == 0 ? text() : "me.example,2026"
      settings.baseURL = number(0..<2) == 0 ? text() : "https://me.example/d"
      settings.hub = text()
      settings.keep = number(-2..<5)
      settings.updates = number(0..<2) == 0 ? .silent : .followUp
      settings.titleIsolates = number(0..<2) == 0
      var digest = Digest(
        settings: settings,
        topics: ["a", "b", text()].map { id in
          let label = (language(), text())
          return Topic(id: id, labels: [.english: text()].merging([label]) { _, new in new })
        },
        stories: (0..<number(0..<12)).map { _ in story() },
        feeds: (0..<number(0..<4)).map { _ in feed() },
        modelDate: instant(),
        now: instant(),
        tombstones: (0..<number(0..<3)).map { _ in
          Digest.Tombstone(
            id: Story.ID(text: text()),
            mergedInto: Story.ID(text: text()),
            when: instant()
          )
        }
      )
      digest.archivedMonths = [text(), "2025-01"]
      digest.completeMonths = [text(), "1970-01", "2025-11"]
      digest.history = [DayCount(day: instant(), topic: text(), stories: instant())]
      digest.topicDetails = [detail()]
      return digest
    }

    private mutating func feed() -> FeedHealth {
      FeedHealth(
        id: text(),
        title: text(),
        url: text(),
        language: language(),
        state: .sick,
        cause: text(),
        failingSince: instant(),
        lastSuccess: instant(),
        nextFetch: instant(),
        newInWeek: number(-5..<5),
        rights: text()
      )
    }

    private mutating func detail() -> TopicDetail {
      TopicDetail(
        id: "a",
        phrases: [
          TopicDetail.Phrase(text: text(), language: language(), weight: Int.max, origin: text())
        ],
        passages: [
          TopicDetail.Passage(seed: text(), language: language(), pieces: [text(), text(), text()])
        ]
      )
    }
  }

  @Test(arguments: 0..<4)
  func `any strings give valid feeds and pages`(seed: Int) {
    var random = Random(state: UInt64(seed))
    for _ in 0..<4 {
      let findings = DigestCheck.findings(in: DigestWriter(random.digest()).files())
      #expect(findings == [])
    }
  }

  /// The tags of a page in their order, without values that are text.
  private func structure(_ element: XMLTree.Element) -> String {
    let attributes = element.attributes.filter { !["dir"].contains($0.name) }.map(\.name)
    return "<" + element.name + attributes.joined(separator: " ") + ">"
      + element.children.map(structure).joined() + "</>"
  }

  /// The pages of the sample with one text everywhere, as structures.
  private func pages(_ text: String) throws -> [String: String] {
    var digest = SampleDigest.make()
    digest.stories = digest.stories.map { story in
      var changed = story
      changed.title = "t" + text
      changed.lead = "l" + text.filter { !$0.isNewline }
      for index in changed.sources.indices {
        changed.sources[index].title = "s\(index)" + text
        changed.sources[index].outlet = "o\(index)" + text
      }
      changed.tags = story.tags.map { tag in
        TopicTag(
          topic: tag.topic,
          evidence: tag.evidence.map {
            Evidence(
              kind: $0.kind,
              contribution: $0.contribution,
              found: "f" + text,
              partner: "p" + text,
              note: "n" + text
            )
          }
        )
      }
      return changed
    }
    let writer = PageWriter(
      digest: CleanDigest(digest),
      names: DigestNames(authority: "me.example,2026", baseURL: nil)
    )
    var result: [String: String] = [:]
    for file in writer.files() {
      // How much a card of the first page says depends on its weight.
      if file.path == "index.html" || file.path.hasPrefix("topic/") { continue }
      result[file.path] = try structure(XMLTree.root(of: file.bytes))
    }
    return result
  }

  @Test func `a page has the same elements whatever the text`() throws {
    let plain = try pages("x")
    #expect(plain.count > 5)
    for text in TotalityTests.hostile {
      #expect(try pages(text) == plain, "\(text.debugDescription)")
    }
  }

  @Test func `a title of a megabyte is a line in every file`() {
    var digest = SampleDigest.make()
    digest.stories[0].title = String(repeating: "عنوان ", count: 200_000)
    digest.stories[0].sources[0].title = digest.stories[0].title
    let files = DigestWriter(digest).files()
    #expect(files.allSatisfy { $0.bytes.count < 40_000 })
    #expect(DigestCheck.findings(in: files) == [])
  }
}
