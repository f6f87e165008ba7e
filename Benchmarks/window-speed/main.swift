// SPDX-License-Identifier: Apache-2.0
// What the stories of a run cost on a store of any size, in seconds of CPU:
//
//   window-speed fill STORE TEXTS ARTICLES DAYS   articles spread evenly over DAYS before the run
//   window-speed run STORE TEXTS ARTICLES         new articles at the end; put into stories as a run does
//
// TEXTS as for understanding-speed. The features are those of the texts, read back from the store.
import ArticleStore
import Articles
import Glibc
import Pipeline
import StoryClustering
import TextAnalysis
import TextBasics

/// Seconds since 1970 of the run.
private let end = 1_763_337_600

private func cpu() -> Double {
  var usage = rusage()
  guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
  let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
  return seconds + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

private func texts(_ path: String) -> [(language: Language, text: String)] {
  let file = unsafe open(path, O_RDONLY)
  guard file >= 0 else { return [] }
  defer { close(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let got = unsafe Glibc.read(file, &chunk, chunk.count), got > 0 {
    bytes.append(contentsOf: chunk[..<got])
  }
  return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "\t", maxSplits: 5, omittingEmptySubsequences: false)
    guard fields.count == 6 else { return nil }
    return (Language(tag: String(fields[3])), String(fields[5]))
  }
}

/// An article of one of the texts; every turn through the texts adds a word that no other turn has.
private func item(_ number: Int, at instant: Int, _ texts: [(language: Language, text: String)])
  -> StoredItem
{
  let (language, text) = texts[number % texts.count]
  let turn = number / texts.count
  let url = "https://example.org/\(number)"
  let hash = Base32.encode(SHA256.digest(of: Array("\(number)".utf8)))
  let body = turn == 0 ? text : text + " turn\(turn)"
  let article = Article(
    id: Article.ID(feed: "feed\(number % 1000)", key: url),
    outlet: "Outlet",
    url: url,
    canonicalURL: url,
    title: String(text.prefix(60)),
    text: body,
    language: language,
    published: instant,
    firstSeen: instant,
    contentHash: hash
  )
  let profile = TextProfile(
    title: article.title,
    body: body,
    language: language,
    reference: instant / 86_400
  )
  let features = StoryFeatures(
    profile,
    instant: instant,
    canonicalURL: url,
    contentHash: hash
  )
  return StoredItem(article: article, tags: [], features: features.encoded)
}

private func commit(
  _ numbers: Range<Int>,
  _ store: ArticleStore,
  _ texts: [(language: Language, text: String)],
  instant: (Int) -> Int
) throws {
  let byFeed = Dictionary(grouping: numbers.map { item($0, at: instant($0), texts) }) {
    $0.article.id.feed
  }
  let batches = byFeed.keys.sorted().map { feed in
    FeedBatch(
      state: FeedState(feed: feed, schedule: "{}", status: .ok),
      items: byFeed[feed] ?? [],
      log: FetchLogEntry(feed: feed, at: end, status: 200),
      model: "m",
      now: end
    )
  }
  _ = try store.commit(batches)
}

private func fill(_ path: String, _ file: String, _ total: Int, _ days: Int) throws {
  let texts = texts(file)
  let store = try ArticleStore.open(path: path, access: .readWrite)
  let span = days * 86_400
  for first in stride(from: 0, to: total, by: 5000) {
    let last = min(first + 5000, total)
    try commit(first..<last, store, texts) { end - span + $0 * span / total }
    let records = try store.unassigned().map {
      StoryAssignmentRecord(
        article: $0.id,
        story: .minted(from: $0.id),
        decision: StoryDecision(relation: .first, partner: nil, evidence: [])
      )
    }
    try store.assign(records, now: end)
  }
  try store.close()
}

private func run(_ path: String, _ file: String, _ count: Int) throws {
  let texts = texts(file)
  let store = try ArticleStore.open(path: path, access: .readWrite)
  // Texts that the windows of neither store hold: those end and begin with the texts.
  let first = 10_000_000 + texts.count / 2
  try commit(first..<first + count, store, texts) { _ in end }
  let before = cpu()
  let outcome = try StoryAssigner(store: store, now: end).assignWaiting()
  let seconds = cpu() - before
  let members = try store.window(from: end - StoryAssigner.window, to: end).count
  print(
    "window",
    members,
    "new",
    count,
    "cpu_s",
    Double(Int(seconds * 1e4)) / 1e4,
    "new stories",
    outcome.newStories.count
  )
  try store.close()
}

let arguments = Array(CommandLine.arguments.dropFirst())
let numbers = arguments.dropFirst(3).compactMap { Int($0) }
switch (arguments.first, arguments.count, numbers.count) {
case ("fill", 5, 2): try fill(arguments[1], arguments[2], numbers[0], numbers[1])
case ("run", 4, 1): try run(arguments[1], arguments[2], numbers[0])
default:
  print("usage: window-speed fill STORE TEXTS ARTICLES DAYS | run STORE TEXTS ARTICLES")
  exit(64)
}
