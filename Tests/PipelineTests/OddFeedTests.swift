// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import Foundation
import Pipeline
import RasadTestSupport
import Synchronization
import TextBasics
import Testing

/// Feeds that change their minds, through whole runs: from the socket to the digest.
struct OddFeedTests {
  private static let now = 1_763_550_000

  /// What the server says, by path, until a test says otherwise.
  private final class Bodies: Sendable {
    let texts = Mutex<[String: String]>([:])
    subscript(path: String) -> String {
      get { texts.withLock { $0[path] ?? "" } }
      set { texts.withLock { $0[path] = newValue } }
    }
  }

  private let folder: Folder
  private let bodies = Bodies()
  private let server: LoopbackServer

  init() throws {
    folder = try Folder()
    let bodies = bodies
    server = try LoopbackServer { .init(body: bodies[$0.path]) }
    try folder.write(
      "[model]\ndate = 2025-11-01\n[topic cybersecurity]\nlabel-en = C\nen = 1000 X cybersecurity\n",
      to: "seeds/topics.conf"
    )
    var text = "[rasad]\nstate = state\nseeds = seeds\n"
    for name in ["a", "b"] {
      text += "[feed \(name)]\nurl = \(server.url("/" + name))\nallow-private = yes\n"
    }
    try folder.write(text, to: "feeds.conf")
  }

  private func item(
    _ number: Int,
    guid: String? = nil,
    date: String = "Mon, 17 Nov 2025 10:00:00 GMT",
    words: String = "word"
  ) -> String {
    let text = (1...30).map { "\(words)\(number)x\($0)" }.joined(separator: " ")
    return "<item><guid isPermaLink='false'>\(guid ?? "g\(number)")</guid>"
      + "<title>Cybersecurity report \(number)</title><link>https://o.example/\(number)</link>"
      + "<pubDate>\(date)</pubDate><description>\(text)</description></item>"
  }

  private func feed(_ items: [String]) -> String {
    "<rss version='2.0'><channel><title>t</title>\(items.joined())</channel></rss>"
  }

  /// One run and what the store holds after it.
  private func run(after hours: Int) async throws -> (report: RunReport, articles: Int) {
    let workspace = try Workspace.open(
      .init(config: folder("feeds.conf"), state: nil, environment: [:])
    )
    let store = try workspace.store(.readWrite)
    let pipeline = try workspace.pipeline(store: store, now: Self.now + hours * 3600)
    let report = try await pipeline.run(FeedSelection(all: true)) { _, _, _ in }
    let articles = try store.counts().articles
    try store.close()
    return (report, articles)
  }

  /// Ids and dates of the entries of the digest.
  private func entries() throws -> [String] {
    func text(of element: String, in entry: String) -> Substring {
      entry.firstRange(of: "<\(element)>").map { entry[$0.upperBound...].prefix { $0 != "<" } }
        ?? ""
    }
    return try folder.text("state/public/all.atom").components(separatedBy: "<entry").dropFirst()
      .map { "\(text(of: "id", in: $0)) \(text(of: "published", in: $0))" }
      .sorted()
  }

  @Test func `new GUIDs on every item bring no new entry`() async throws {
    defer { server.stop() }
    bodies["/b"] = feed([])
    bodies["/a"] = feed((1...20).map { item($0) })
    let first = try await run(after: 0)
    #expect(first.report.newItems == 20)
    let before = try entries()
    #expect(before.count == 20)
    for round in 1...3 {
      bodies["/a"] = feed((1...20).map { item($0, guid: "round\(round)-\($0)") })
      let next = try await run(after: round)
      #expect(next.report.newItems == 0 && next.report.newStories == 0)
      #expect(next.articles == 20)
      #expect(try entries() == before)
    }
  }

  @Test func `a GUID of another feed shadows nothing`() async throws {
    defer { server.stop() }
    bodies["/a"] = feed((1...3).map { item($0) })
    bodies["/b"] = feed((1...3).map { item($0 + 100, guid: "g\($0)", words: "other") })
    let first = try await run(after: 0)
    #expect(first.articles == 6)
    let before = try entries()
    #expect(before.count == 6)
    bodies["/b"] = feed((1...3).map { item($0 + 200, guid: "g\($0)", words: "forged") })
    _ = try await run(after: 1)
    #expect(try Set(entries()).isSuperset(of: before.filter { !$0.isEmpty }))
    for number in 1...3 {
      #expect(try folder.text("state/public/all.atom").contains("https://o.example/\(number)\""))
    }
  }

  @Test func `a feed that shrinks, empties or turns into a page loses nothing`() async throws {
    defer { server.stop() }
    bodies["/b"] = feed([])
    let whole = feed((1...10).map { item($0) })
    bodies["/a"] = whole
    _ = try await run(after: 0)
    let before = try entries()
    let others = [
      feed([]), feed([item(4)]), "", "<!doctype html><html><body>gone</body></html>",
      String(whole.prefix(whole.count / 2)), feed((1...10).reversed().map { item($0) }), whole,
    ]
    for (round, body) in others.enumerated() {
      bodies["/a"] = body
      let next = try await run(after: 30 * (round + 1))
      #expect(next.report.newItems == 0 && next.articles == 10, "round \(round)")
      #expect(try entries() == before, "round \(round)")
    }
  }

  @Test func `dates of the future and of no year are clamped to the first sight`() async throws {
    defer { server.stop() }
    bodies["/b"] = feed([])
    let dates = [
      "Mon, 17 Nov 2035 10:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
      "Thu, 01 Jan 1970 00:00:00 GMT",
      "Mon, 01 Jan 0001 00:00:00 GMT", "99999999999999999999", "", "yesterday",
      "Wed, 19 Nov 2025 12:00:00 +0000",
    ]
    bodies["/a"] = feed(dates.enumerated().map { item($0 + 1, date: $1) })
    let first = try await run(after: 0)
    #expect(first.articles == dates.count)
    let seen = Timestamp.text(Self.now)
    let before = try entries()
    #expect(before.count == dates.count)
    #expect(before.allSatisfy { $0.hasSuffix(" " + seen) }, "\(before)")
    // When they come again later, the first sight stands.
    bodies["/a"] = feed(dates.enumerated().map { item($0 + 1, date: $1) } + [item(50)])
    _ = try await run(after: 5)
    #expect(try Set(entries()).isSuperset(of: before))
    let updated = try folder.text("state/public/all.atom").components(separatedBy: "<updated>")
      .dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(updated.allSatisfy { $0 <= Timestamp.text(Self.now + 5 * 3600) })
  }

  @Test func `a text that changes is a revision of the same entry`() async throws {
    defer { server.stop() }
    bodies["/b"] = feed([])
    bodies["/a"] = feed([item(1)])
    _ = try await run(after: 0)
    let before = try entries()
    bodies["/a"] = feed([item(1, words: "corrected")])
    let next = try await run(after: 1)
    #expect(next.report.feeds.first?.result == .updated(new: 0, revised: 1))
    #expect(next.articles == 1)
    #expect(try entries() == before)
    #expect(try folder.text("state/public/all.atom").contains("corrected1x1"))
  }
}
