// SPDX-License-Identifier: Apache-2.0
// What topics, stories and near-duplicates cost, in seconds of CPU of this one thread:
//
//   understanding-speed topics  TEXTS SEEDS   text profile, then the tags of the model in SEEDS
//   understanding-speed stories TEXTS         profile, features, look-up and decision of each article
//   understanding-speed near    TEXTS         near-duplicates alone, with precision and recall
//
// TEXTS holds a text a line: id, story, variant, language, topic and text between tabs; texts of one
// story are near-duplicates of each other, a variant that ends in `-template` only looks alike. The
// texts are in memory before the clock starts; the memory told is what the work added to that.
import Articles
import Glibc
import StoryClustering
import TextAnalysis
import TextBasics
import TopicModel

/// A line of the file.
struct Row {
  let story: String
  let variant: String
  let language: Language
  let title: String
  let body: String

  var isTemplate: Bool { variant.hasSuffix("-template") }

  /// The first eight words are the title.
  init?(_ line: Substring) {
    let fields = line.split(separator: "\t", maxSplits: 5, omittingEmptySubsequences: false)
    guard fields.count == 6 else { return nil }
    story = String(fields[1])
    variant = String(fields[2])
    language = Language(tag: String(fields[3]))
    let words = fields[5].split(separator: " ", maxSplits: 8)
    title = words.prefix(8).joined(separator: " ")
    body = words.count > 8 ? String(words[8]) : ""
  }
}

func read(_ path: String) -> [UInt8] {
  let file = unsafe open(path, O_RDONLY)
  guard file >= 0 else { return [] }
  defer { close(file) }
  var status = stat()
  guard unsafe fstat(file, &status) == 0 else { return [] }
  let size = Int(status.st_size)
  return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let got = unsafe Glibc.read(file, buffer.baseAddress?.advanced(by: count), size - count)
      guard got > 0 else { break }
      count += got
    }
  }
}

func usage() -> (seconds: Double, peak: Int) {
  var usage = rusage()
  guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return (0, 0) }
  let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
  let micros = Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
  return (seconds + micros / 1e6, usage.ru_maxrss)
}

func thousandths(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

/// Runs `body` for every row and prints its rate and what memory it added.
func measure(_ name: String, _ rows: [Row], _ body: (Int, Row) -> Void) {
  let before = usage()
  for (number, row) in rows.enumerated() { body(number, row) }
  let after = usage()
  let seconds = after.seconds - before.seconds
  print(
    name, "texts", rows.count, "cpu_s", thousandths(seconds), "texts_s",
    Int(Double(rows.count) / seconds), "us_per_text",
    thousandths(seconds * 1e6 / Double(rows.count)), "rss_added_mb",
    (after.peak - before.peak) / 1024, "rss_peak_mb", after.peak / 1024
  )
}

/// Answers against the planted stories.
struct Tally {
  private var first: Set<String> = []
  private var answers = 0
  private var right = 0
  private var templates = 0
  private var rightTemplates = 0
  private var wanted: [String: Int] = [:]
  private var found: [String: Int] = [:]

  /// Takes the row that the answer for `row` named as its copy, or `nil`.
  mutating func take(_ row: Row, copyOf other: Row?) {
    let isRight = other.map { $0.story == row.story } ?? false
    if other != nil {
      answers += 1
      right += isRight ? 1 : 0
      if row.isTemplate {
        templates += 1
        rightTemplates += isRight ? 1 : 0
      }
    }
    guard !first.insert(row.story).inserted else { return }
    wanted[row.variant, default: 0] += 1
    if isRight { found[row.variant, default: 0] += 1 }
  }

  func report() {
    let all = wanted.values.reduce(0, +)
    let hits = found.values.reduce(0, +)
    print(
      "precision", thousandths(Double(right) / Double(max(1, answers))), "recall",
      thousandths(Double(hits) / Double(max(1, all))), "answers", answers
    )
    print("look-alikes: answers", templates, "right", rightTemplates)
    for variant in wanted.keys.sorted() {
      let rate = Double(found[variant] ?? 0) / Double(wanted[variant] ?? 1)
      print("recall of", variant, thousandths(rate))
    }
  }
}

let start = 1_763_337_600

func profile(_ row: Row) -> TextProfile {
  TextProfile(
    title: row.title,
    body: row.body,
    language: row.language,
    reference: start / 86_400
  )
}

func topics(_ rows: [Row], _ folder: String) throws {
  let text = String(decoding: read(folder + "/topics.conf"), as: UTF8.self)
  let model = try TopicModel(parsing: text, path: folder)
  var fired = 0
  measure("profile", rows) { _, row in fired += profile(row).tokens.count & 1 }
  let profiles = rows.prefix(20_000).map { profile($0) }
  measure("tags", Array(rows.prefix(20_000))) { number, _ in
    fired += model.tags(for: profiles[number]).count
  }
  measure("profile+tags", rows) { _, row in fired += model.tags(for: profile(row)).count }
  print("tags", fired)
}

func stories(_ rows: [Row]) {
  var clusterer = StoryClusterer()
  var tally = Tally()
  var new = 0
  measure("features", rows) { number, row in
    let features = StoryFeatures(
      profile(row),
      instant: start + number,
      canonicalURL: nil,
      contentHash: ""
    )
    new += features.encoded.count & 1
  }
  new = 0
  measure("stories", rows) { number, row in
    let features = StoryFeatures(
      profile(row),
      instant: start + number,
      canonicalURL: nil,
      contentHash: ""
    )
    let id = Article.ID(feed: "f\(number % 1000)", key: "\(number)")
    let answer = clusterer.assign(id, features: features)
    if answer.isNew { new += 1 }
    let partner = answer.decision.partner?.article.key
    tally.take(row, copyOf: partner.flatMap { Int($0) }.map { rows[$0] })
  }
  print("new stories", new)
  tally.report()
}

func near(_ rows: [Row]) {
  var clusterer = StoryClusterer()
  var copies = [Int](repeating: -1, count: rows.count)
  measure("near", rows) { number, row in
    let features = StoryFeatures(
      profile(row),
      instant: start + number,
      canonicalURL: nil,
      contentHash: ""
    )
    let id = Article.ID(feed: "f\(number % 1000)", key: "\(number)")
    let answer = clusterer.assign(id, features: features)
    if answer.decision.relation == .nearDuplicate, let partner = answer.decision.partner {
      copies[number] = Int(partner.article.key) ?? -1
    }
  }
  var tally = Tally()
  for (number, row) in rows.enumerated() {
    tally.take(row, copyOf: copies[number] < 0 ? nil : rows[copies[number]])
  }
  tally.report()
}

let arguments = CommandLine.arguments.dropFirst()
let rows =
  arguments.dropFirst().first.map { path in
    String(decoding: read(path), as: UTF8.self).split(separator: "\n").compactMap { Row($0) }
  } ?? []
switch (arguments.first, rows.isEmpty) {
case ("topics", false): try topics(rows, arguments.dropFirst(2).first ?? "seeds")
case ("stories", false): stories(rows)
case ("near", false): near(rows)
default:
  print("usage: understanding-speed topics|stories|near TEXTS [SEEDS]")
  exit(64)
}
