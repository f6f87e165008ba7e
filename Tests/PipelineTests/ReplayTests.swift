// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import Articles
import Foundation
import Pipeline
import RasadTestSupport
import TextBasics
import Testing

struct ReplayTests {
  private static let seeds = Fixture.repository + "/seeds"

  private static func replay(_ paths: [String], to folder: Folder) throws -> Digest {
    let request = Replay.Request(paths: paths, seeds: seeds, now: nil)
    let replay = try Replay(request, configuration: nil)
    let store = try ArticleStore.inMemory()
    _ = try replay.run(store: store, configuration: nil, output: folder("public"))
    return try DigestAssembler(
      store: store,
      model: replay.model,
      configuration: nil,
      now: replay.now,
      settles: false
    ).digest()
  }

  private static var documents: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: seeds)
        .filter { $0.hasSuffix(".txt") }.sorted().map { seeds + "/" + $0 }
    }
  }

  @Test func `five documents are four stories, one of them in two languages`() throws {
    let folder = try Folder()
    let digest = try Self.replay([Self.seeds], to: folder)
    #expect(digest.stories.count == 4)
    let merged = digest.stories.filter { $0.sources.count > 1 }
    #expect(merged.count == 1)
    let story = try #require(merged.first)
    #expect(Set(story.sources.map(\.language)) == [.arabic, .persian])
    #expect(story.sources.allSatisfy { $0.title.contains("باکو") || $0.title.contains("أذربيجان") })
    #expect(digest.stories.allSatisfy { !$0.tags.isEmpty })
  }

  @Test func `the merged story is explained by names, numbers and dates of both texts`() throws {
    let digest = try Self.replay([Self.seeds], to: try Folder())
    let story = try #require(digest.stories.first { $0.sources.count > 1 })
    let joined = try #require(story.sources.first { $0.decision.relation != .first })
    #expect(joined.decision.relation == .sameStory)
    #expect(joined.decision.score == joined.decision.evidence.reduce(0) { $0 + $1.contribution })
    let pairs = joined.decision.evidence.map { "\($0.found) \($0.partner)" }.joined(separator: "\n")
    #expect(pairs.contains("WTDC"))
    #expect(joined.decision.evidence.contains { !$0.partner.isEmpty && $0.partner != $0.found })
  }

  @Test func `every tag has reasons that sum to its score`() throws {
    let digest = try Self.replay([Self.seeds], to: try Folder())
    for tag in digest.stories.flatMap(\.tags) {
      #expect(tag.score == tag.evidence.reduce(0) { $0 + $1.contribution })
      #expect(tag.fires)
    }
  }

  @Test func `the order in which documents are given changes no byte`() throws {
    let (first, second) = (try Folder(), try Folder())
    _ = try Self.replay(try Self.documents, to: first)
    _ = try Self.replay(try Self.documents.reversed(), to: second)
    #expect(try first.files() == second.files())
    #expect(try first.files().count > 3)
  }

  @Test func `the whole output is what it was`() throws {
    let folder = try Folder()
    _ = try Self.replay([Self.seeds], to: folder)
    let golden = Fixture.repository + "/Tests/PipelineTests/Golden/replay"
    if ProcessInfo.processInfo.environment["RASAD_RECORD"] == "1" {
      try? FileManager.default.removeItem(atPath: golden)
      try FileManager.default.createDirectory(
        atPath: (golden as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(atPath: folder("public"), toPath: golden)
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: golden).sorted()
    let written = try FileManager.default.subpathsOfDirectory(atPath: folder("public")).sorted()
    #expect(names == written)
    for name in names where !name.hasSuffix("/") {
      let expected = FileManager.default.contents(atPath: golden + "/" + name) ?? Data()
      let found = FileManager.default.contents(atPath: folder("public/" + name)) ?? Data()
      #expect(
        String(decoding: found, as: UTF8.self) == String(decoding: expected, as: UTF8.self),
        "\(name) changed; RASAD_RECORD=1 rewrites the golden files"
      )
    }
  }

  @Test func `a feed file and documents are replayed together`() throws {
    let folder = try Folder()
    try folder.write(
      """
      <rss version="2.0"><channel><title>Wire</title><item><guid>1</guid>
      <title>Iran and Armenia discuss data centres and cybersecurity</title>
      <description>The ICT minister met the ambassador of Armenia in Tehran.</description>
      <pubDate>Wed, 19 Nov 2025 08:00:00 GMT</pubDate></item></channel></rss>
      """,
      to: "in/wire.xml"
    )
    let digest = try Self.replay([Self.seeds, folder("in")], to: folder)
    let outlets = digest.stories.flatMap(\.sources).map(\.outlet)
    #expect(outlets.contains("Wire"))
    #expect(outlets.count == 6)
  }

  @Test func `one GUID on items with different texts loses none of them`() throws {
    let folder = try Folder()
    let item = { (title: String) in
      "<item><guid>same</guid><title>\(title)</title><description>Text of \(title)</description></item>"
    }
    let items = [
      "Floods in the north close schools", "Parliament votes on the budget",
      "Parliament votes on the budget",
    ]
    try folder.write(
      "<rss version='2.0'><channel><title>Wire</title>\(items.map(item).joined())</channel></rss>",
      to: "in/wire.xml"
    )
    let digest = try Self.replay([folder("in")], to: folder)
    #expect(digest.stories.map(\.title).sorted() == Array(items.prefix(2)))
  }

  @Test func `bad files are told of and the good ones still count`() throws {
    let folder = try Folder()
    try folder.write("", to: "in/empty.txt")
    try folder.write("<html><body>Not a feed</body></html>", to: "in/page.xml")
    try folder.write("وزير الاتصالات يلتقي سفير أرمينيا\n\nبحث الأمن السيبراني.", to: "in/a.txt")
    let request = Replay.Request(paths: [folder("in")], seeds: Self.seeds, now: 1_763_500_000)
    let replay = try Replay(request, configuration: nil)
    let store = try ArticleStore.inMemory()
    let report = try replay.run(store: store, configuration: nil, output: folder("public"))
    #expect(report.documents == 1)
    #expect(report.refused.count == 2)
    #expect(report.refused.contains { $0.contains("empty.txt") && $0.contains("empty") })
    #expect(report.refused.contains { $0.contains("page.xml") })
  }

  @Test func `a folder without anything to replay is an error that says what to try`() throws {
    let folder = try Folder()
    #expect(throws: PipelineError.nothingToReplay(paths: [folder.path])) {
      _ = try Replay(.init(paths: [folder.path], seeds: Self.seeds, now: nil), configuration: nil)
    }
  }
}
