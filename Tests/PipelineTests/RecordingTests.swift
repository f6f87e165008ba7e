// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import FeedFetcher
import FeedList
import Foundation
import Pipeline
import RasadTestSupport
import Synchronization
import TextBasics
import Testing

/// `run --record` and `replay` of what it kept: the same store, the same digest, no server.
struct RecordingTests {
  private static let now = 1_763_550_000

  private final class Round: Sendable {
    let number = Mutex(1)
  }

  /// A live site whose runs are recorded.
  private struct Site {
    let folder: Folder
    let configuration: String

    /// Runs once at `now` and returns the report and what stopped the recording.
    @discardableResult
    func run(now: Int, record: String?) async throws -> RunReport {
      let workspace = try Workspace.open(.init(config: configuration, state: nil, environment: [:]))
      let store = try workspace.store(.readWrite)
      let pipeline = try workspace.pipeline(store: store, now: now)
      let recorder = try record.map {
        try RecordingWriter(directory: $0, configuration: pipeline.configuration, now: now)
      }
      let report = try await pipeline.run(FeedSelection(all: true), recorder: recorder) { _, _, _ in
      }
      recorder?.finish()
      #expect(recorder?.failure == nil)
      try store.close()
      return report
    }
  }

  private static func replay(_ folder: Folder) async throws -> RecordingReplay.Report {
    let replay = try RecordingReplay(directory: folder("kept"))
    let store = try ArticleStore.open(path: folder("again.sqlite"), access: .readWrite)
    let report = try await replay.run(store: store, output: folder("again"))
    try store.close()
    return report
  }

  /// A server of all kinds of answers; from the second round on some of them differ.
  private static func server(_ round: Round) throws -> LoopbackServer {
    try LoopbackServer { request in
      let turn = round.number.withLock { $0 }
      switch request.path {
      case "/rss":
        if request.header("if-none-match") == "\"1\"" { return .init(status: 304) }
        return .init(
          headers: [
            ("ETag", "\"1\""), ("Set-Cookie", "id=very-secret"), ("X-Odd", "a\u{1B}[31m=b\\c"),
            ("Cache-Control", "max-age=900"),
          ],
          body: RunTests.rss
        )
      case "/atom":
        let body = RunTests.atom.replacingOccurrences(of: "WTDC-25", with: "WTDC-25 (\(turn))")
        return .init(headers: [("Content-Type", "application/atom+xml")], body: body)
      case "/moved": return .init(status: 301, headers: [("Location", "/rdf")])
      case "/rdf": return .init(body: RunTests.rdf)
      case "/cut": return .init(body: String(RunTests.rss.prefix(900)))
      case "/busy": return .init(status: 429, headers: [("Retry-After", "7200")], body: "slow down")
      case "/half":
        var response = LoopbackServer.Response(body: RunTests.rss)
        response.truncatedAfter = 300
        return response
      default: return .init(status: 404, body: "<html>none</html>")
      }
    }
  }

  private static func site(_ server: LoopbackServer, _ folder: Folder) throws -> Site {
    var text = "[rasad]\nstate = state\nseeds = \(Fixture.repository)/seeds\n"
    for name in ["rss", "atom", "moved", "cut", "busy", "half", "none"] {
      text += "[feed \(name)]\nurl = \(server.url("/" + name))\nallow-private = yes\n"
    }
    try folder.write(text, to: "feeds.conf")
    return Site(folder: folder, configuration: folder("feeds.conf"))
  }

  @Test func `three runs are repeated without the server: same digest bytes, same store`()
    async throws
  {
    let round = Round()
    let server = try Self.server(round)
    let folder = try Folder()
    let site = try Self.site(server, folder)
    try await site.run(now: Self.now, record: folder("kept"))
    round.number.withLock { $0 = 2 }
    let second = try await site.run(now: Self.now + 4000, record: folder("kept"))
    // Everything is on the host that asked to be left alone.
    #expect(second.feeds.contains { if case .postponed = $0.result { true } else { false } })
    let third = try await site.run(now: Self.now + 9000, record: folder("kept"))
    #expect(third.feeds.contains { $0.result == FeedOutcome.Result.unchanged })
    server.stop()
    let asked = server.requests.count

    let report = try await Self.replay(folder)
    #expect(report.runs == 3 && report.unfinished == 0 && report.errors >= 2)
    #expect(server.requests.count == asked)
    let files = try folder.files()
    let live = files.filter { $0.key.hasPrefix("state/public/") }
    let again = files.filter { $0.key.hasPrefix("again/") }
    #expect(live.count > 20 && live.count == again.count)
    for (name, bytes) in live {
      #expect(again["again/" + name.dropFirst("state/public/".count)] == bytes, "\(name)")
    }
    #expect(try Self.dump(folder("state/rasad.sqlite")) == Self.dump(folder("again.sqlite")))
  }

  /// All that a store says, whatever the order in which it was written.
  private static func dump(_ path: String) throws -> [String] {
    let store = try ArticleStore.open(path: path, access: .readOnly)
    var lines: [String] = []
    for state in try store.allFeedStates() { lines.append("\(state)") }
    for story in try store.stories(StoryFilter(limit: 1000)) { lines.append("\(story)") }
    for entry in try store.fetchLog() { lines.append("\(entry)") }
    for (name, state) in try store.hostStates() { lines.append("host \(name) \(state)") }
    let counts = try store.counts()
    lines.append("\(counts.articles) \(counts.stories) \(counts.revisions) \(counts.unindexed)")
    try store.close()
    #expect(lines.count > 15)
    return lines.sorted()
  }

  @Test func `a recording keeps no secret, wherever a server says it again`() async throws {
    let server = try LoopbackServer { request in
      if request.path == "/feed" {
        return .init(
          status: 302,
          headers: [("Location", "/there?token=sesame-street&page=2"), ("Set-Cookie", "a=b")]
        )
      }
      let echo = request.headers.map { "\($0.name): \($0.value)" }.joined(separator: "\n")
      return .init(
        headers: [
          ("X-Echo", request.header("authorization") ?? ""), ("X-Api-Key", "abcdefghij"),
          ("Link", "<http://u:hunter22@h.example/?sig=hunter22>; rel=self"),
        ],
        body: RunTests.rss.replacingOccurrences(of: "بارش باران", with: echo)
      )
    }
    defer { server.stop() }
    let folder = try Folder()
    let text = """
      # The key is under the door.
      [rasad]
      state = state
      seeds = \(Fixture.repository)/seeds
      contact = me@home.example
      [hook]
      command = mail me@home.example
      [feed private]
      url = \(server.url("/feed?api_key=open-sesame&x=1"))
      allow-private = yes
      username = reader
      password = ${file:password}
      cookie = session=${file:cookie}
      header = X-Token: ${file:token}
      note = my own
      """
    try folder.write(text, to: "feeds.conf")
    for name in ["password", "cookie", "token"] { try folder.write("the-\(name)-itself", to: name) }
    try await Site(folder: folder, configuration: folder("feeds.conf"))
      .run(now: Self.now, record: folder("kept"))
    #expect(server.requests.last?.header("x-token") == "the-token-itself")
    let secrets = [
      "sesame", "hunter22", "-itself", "abcdefghij", "under the door", "my own", "a=b",
      Data("reader:the-password-itself".utf8).base64EncodedString(),
    ]
    let kept = try folder.files().filter { $0.key.hasPrefix("kept/") && !$0.key.contains("seeds-") }
    #expect(kept.count >= 4)
    for (name, bytes) in kept {
      let text = String(decoding: bytes, as: UTF8.self)
      for secret in secrets { #expect(!text.contains(secret), "\(secret) in \(name)") }
    }
    #expect(try !folder.text("kept/run-0001/feeds.conf").contains("home.example"))
    let blogroll = try folder.text("state/public/blogroll.opml")
    #expect(blogroll.contains("api_key=REDACTED") && !blogroll.contains("sesame"))
    let report = try await Self.replay(folder)
    #expect(report.items == 2 && report.errors == 0)
  }

  @Test func `the first recorded run asks without validators: nobody else has the old answer`()
    async throws
  {
    let server = try Self.server(Round())
    defer { server.stop() }
    let folder = try Folder()
    let site = try Self.site(server, folder)
    try await site.run(now: Self.now, record: nil)
    // Two hours later, as one of the feeds asks of its host.
    try await site.run(now: Self.now + 12_000, record: folder("kept"))
    try await site.run(now: Self.now + 24_000, record: folder("kept"))
    let asked = server.requests.filter { $0.path == "/rss" }.map { $0.header("if-none-match") }
    #expect(asked == [String?.none, nil, "\"1\""])
  }

  @Test func `every damage of a recording is told with file and line, before anything is stored`()
    async throws
  {
    let server = try Self.server(Round())
    let folder = try Folder()
    try await Self.site(server, folder).run(now: Self.now, record: folder("kept"))
    server.stop()
    let index = "kept/run-0001/index.conf"
    let good = try folder.text(index)
    func complaints(_ text: String) async throws -> String {
      try folder.write(text, to: index)
      do {
        _ = try await Self.replay(folder)
        return ""
      } catch let error as RecordingError { return error.description }
    }
    #expect(try await complaints(good).isEmpty)
    let damages = [
      ("status = 429", "status = many", "has no status"),
      ("error = truncated", "error = gone", "no error of a fetch"),
      ("body = rss.body", "body = ../../../etc/passwd", "the body of rss is rss.body"),
      ("[answer rss]", "[answer ../rss]", "[answer FEED]"),
      ("[answer half]", "[answer busy]", "second answer"),
      ("http = 1.1", "htpp = 1.1", "unknown key"),
      ("seeds = seeds-", "seeds = ../seeds-", "names no folder"),
      ("now   = 2025", "now   = then", "has no time"),
      ("bytes = 9", "bytes = 8", "not the body that was recorded"),
      ("header = X-Odd: a\\{1b}", "header = X-Odd: a\\{zz}", "an escape is"),
    ]
    for (part, other, sentence) in damages {
      let range = try #require(good.firstRange(of: part), "\(part)")
      let line = good[..<range.lowerBound].count { $0 == "\n" } + 1
      let told = try await complaints(good.replacingCharacters(in: range, with: other))
      #expect(told.contains(sentence), "\(other): \(told)")
      #expect(told.contains("index.conf:") && (told.contains(":\(line):") || other.contains("8")))
    }
    try folder.write(good, to: index)
    try FileManager.default.removeItem(atPath: folder("kept/run-0001/rss.body"))
    await #expect(throws: RecordingError.self) { try await Self.replay(folder) }
    try folder.write("[recording]\nformat = 2\n", to: "kept/recording.conf")
    await #expect(throws: RecordingError.self) { try await Self.replay(folder) }
  }

  @Test func `a folder with something else in it is not written into`() async throws {
    let server = try Self.server(Round())
    defer { server.stop() }
    let folder = try Folder()
    try folder.write("dear", to: "kept/letter.txt")
    let site = try Self.site(server, folder)
    await #expect(throws: PipelineError.self) {
      try await site.run(now: Self.now, record: folder("kept"))
    }
    #expect(server.requests.isEmpty)
    #expect(try folder.files().keys.filter { $0.hasPrefix("kept") } == ["kept/letter.txt"])
  }

  @Test(arguments: [
    ("https://u:p@h.example/a?b=c", "https://h.example/a?b=c"),
    ("https://h.example/a?token=x&b=c#d", "https://h.example/a?token=REDACTED&b=c#d"),
    ("/a?access_token=x", "/a?access_token=REDACTED"),
    ("https://h.example/@user?keyboard=qwerty", "https://h.example/@user?keyboard=qwerty"),
  ])
  func `an address loses what proves who somebody is`(address: String, safe: String) {
    #expect(Redaction.address(address) == safe)
    #expect(
      Redaction.text("see <\(address)>, twice: \(address)").contains("<\(safe)>") == true
        || !address.contains("://")
    )
  }
}
