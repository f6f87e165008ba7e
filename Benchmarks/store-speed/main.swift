// SPDX-License-Identifier: Apache-2.0
// What the store costs, in seconds of CPU of this process:
//
//   store-benchmark cold STORE ARTICLES   new articles (100 a transaction), stories, search index
//   store-benchmark fill STORE ARTICLES   a store whose articles spread over a year, for `window`
//   store-benchmark window STORE          a run of 500 new articles on a filled store
//
// Compare `cold` with StoreLimit (plain SQLite) on an empty store, and `window` on a store of a
// million articles with one of eleven thousand of the same four days (a year's share).
import ArticleStore
import Articles
import Glibc
import TextBasics

private let year = 31_536_000
private let start = 1_763_337_600

private func cpu() -> Double {
  var usage = rusage()
  guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
  return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

private func measure<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
  let before = cpu()
  let value = try body()
  print(name, Double(Int((cpu() - before) * 1000)) / 1000)
  return value
}

/// The same articles in every run: 9 and 60 words of a vocabulary of 5,000, common words first.
private struct Corpus {
  private var state: UInt64 = 7
  private(set) var titles: [String] = []
  private(set) var bodies: [String] = []
  let features = (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 37) }

  init() {
    let words = (0..<5000).map { _ in
      String(
        String.UnicodeScalarView(
          (0..<3 + random(6)).compactMap { _ in UnicodeScalar(UInt32(0x627 + random(36))) }
        )
      )
    }
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words[random(70) * random(70)] }.joined(separator: " ")
    }
    titles = (0..<1000).map { _ in text(9) }
    bodies = (0..<1000).map { _ in text(60) }
  }

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  func batch(feed: Int, _ numbers: Range<Int>, instant: (Int) -> Int) -> FeedBatch {
    let name = "feed\(feed)"
    let evidence = [
      Evidence(kind: .phrase, contribution: 1300, found: titles[0], partner: titles[1]),
      Evidence(kind: .phrase, contribution: 600, found: titles[2], partner: titles[3]),
    ]
    let items = numbers.map { number in
      let url = "https://example\(feed).org/news/2025/11/\(number)/some-title-here"
      return StoredItem(
        article: Article(
          id: Article.ID(feed: name, key: url),
          outlet: "Outlet",
          url: url,
          canonicalURL: url,
          title: titles[number % 1000],
          text: bodies[number * 7 % 1000],
          language: .persian,
          authors: ["x"],
          published: instant(number),
          firstSeen: instant(number),
          contentHash: Base32.encode(SHA256.digest(of: Array("\(number)".utf8)))
        ),
        tags: number % 3 == 0 ? [TopicTag(topic: "spectrum", evidence: evidence)] : [],
        features: features
      )
    }
    return FeedBatch(
      state: FeedState(feed: name, schedule: "{}", status: .ok),
      items: items,
      log: FetchLogEntry(feed: name, at: start, status: 200),
      model: "m",
      now: start
    )
  }
}

/// Every fourth article joins the story before it.
private func assign(_ store: ArticleStore) throws {
  var lead: Article.ID?
  let records = try store.unassigned().enumerated().map { place, article in
    if place % 4 != 1 { lead = article.id }
    return StoryAssignmentRecord(
      article: article.id,
      story: .minted(from: lead ?? article.id),
      decision: StoryDecision(
        relation: .sameStory,
        partner: lead,
        evidence: [Evidence(kind: .name, contribution: 700, found: "x", partner: "y")]
      )
    )
  }
  try store.assign(records, now: start)
}

private func cold(_ path: String, _ total: Int) throws {
  let corpus = Corpus()
  let store = try ArticleStore.open(path: path, access: .readWrite)
  var seconds = 0.0
  for first in stride(from: 0, to: total, by: 100) {
    let batch = corpus.batch(feed: first / 100 % 1000, first..<min(first + 100, total)) {
      start + $0 * year / total
    }
    let before = cpu()
    _ = try store.commit(batch)
    seconds += cpu() - before
  }
  print("insert", Double(Int(seconds * 1000)) / 1000)
  try measure("assign") { try assign(store) }
  _ = try measure("search index") { try store.updateSearchIndex { $0 } }
  try store.close()
}

private func fill(_ path: String, _ total: Int, _ span: Int) throws {
  let corpus = Corpus()
  let store = try ArticleStore.open(path: path, access: .readWrite)
  for first in stride(from: 0, to: total, by: 5000) {
    let batches = stride(from: first, to: min(first + 5000, total), by: 100).map { from in
      corpus.batch(feed: from / 100 % 1000, from..<min(from + 100, total)) {
        start + year - span + $0 * span / total
      }
    }
    _ = try store.commit(batches)
    try assign(store)
  }
  try store.updateSearchIndex { $0 }
  try store.close()
}

private func window(_ path: String) throws {
  let corpus = Corpus()
  let end = start + year
  try measure("run") {
    let store = try ArticleStore.open(path: path, access: .readWrite)
    let first = Int(time(nil))
    for feed in 0..<20 {
      let numbers = first + feed * 25..<first + feed * 25 + 25
      _ = try store.commit(corpus.batch(feed: feed, numbers) { _ in end })
    }
    let members = try measure("window") {
      try store.window(from: end - 4 * 86_400, to: end).count
    }
    print("members", members)
    try assign(store)
    for filter in [StoryFilter(), StoryFilter(topic: "spectrum"), StoryFilter(language: .persian)] {
      _ = try store.stories(filter)
    }
    try store.updateSearchIndex { $0 }
    try store.close()
  }
}

let arguments = CommandLine.arguments.dropFirst()
let number = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 0
switch (arguments.first, arguments.dropFirst().first) {
case ("cold", let path?): try cold(path, number)
case ("fill", let path?):
  // Fewer articles than a year's million are spread over the last four days only.
  try fill(path, number, number < 100_000 ? 4 * 86_400 : year)
case ("window", let path?): try window(path)
default:
  print("usage: store-benchmark cold|fill|window STORE [ARTICLES]")
  exit(64)
}
