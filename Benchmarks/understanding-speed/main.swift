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
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let got = unsafe Glibc.read(file, &chunk, chunk.count)
    guard got > 0 else { return bytes }
    bytes.append(contentsOf: chunk[..<got])
  }
}

/// Seconds of CPU so far.
func cpu() -> Double {
  var usage = rusage()
  guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
  let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
  let micros = Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
  return seconds + micros / 1e6
}

/// A line of `/proc/self/status`, in kB.
func memory(_ name: String) -> Int {
  let status = String(decoding: read("/proc/self/status"), as: UTF8.self)
  let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
  return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
    .flatMap { Int($0) } ?? 0
}

/// Lets the peak begin anew.
func forgetPeak() {
  let file = unsafe open("/proc/self/clear_refs", O_WRONLY)
  guard file >= 0 else { return }
  unsafe write(file, "5", 1)
  close(file)
}

func thousandths(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

/// Runs `body` for every row and prints its rate and what memory it added at its highest.
func measure(_ name: String, _ rows: [Row], _ body: (Int, Row) -> Void) {
  forgetPeak()
  let held = memory("VmRSS")
  let before = cpu()
  for (number, row) in rows.enumerated() { body(number, row) }
  let seconds = cpu() - before
  print(
    name,
    "texts",
    rows.count,
    "cpu_s",
    thousandths(seconds),
    "texts_s",
    Int(Double(rows.count) / seconds),
    "us_per_text",
    thousandths(seconds * 1e6 / Double(rows.count)),
    "rss_added_mb",
    (memory("VmHWM") - held) / 1024
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
      "precision",
      thousandths(Double(right) / Double(max(1, answers))),
      "recall",
      thousandths(Double(hits) / Double(max(1, all))),
      "answers",
      answers
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

func features(_ row: Row, _ number: Int) -> StoryFeatures {
  StoryFeatures(profile(row), instant: start + number, canonicalURL: nil, contentHash: "")
}

func stories(_ rows: [Row]) {
  var bytes = 0
  measure("features", rows) { number, row in bytes += features(row, number).encoded.count }
  print("bytes stored per text", bytes / rows.count)
  var clusterer = StoryClusterer()
  var copies = [Int](repeating: -1, count: rows.count)
  var new = 0
  measure("stories", rows) { number, row in
    let id = Article.ID(feed: "f\(number % 1000)", key: "\(number)")
    let answer = clusterer.assign(id, features: features(row, number))
    if answer.isNew { new += 1 }
    if let partner = answer.decision.partner { copies[number] = Int(partner.article.key) ?? -1 }
  }
  var tally = Tally()
  for (number, row) in rows.enumerated() {
    tally.take(row, copyOf: copies[number] < 0 ? nil : rows[copies[number]])
  }
  print("new stories", new)
  tally.report()
}

/// The look-up that the clusterer asks first, alone: what a text costs that is known to be a copy.
func near(_ rows: [Row]) {
  var index = NearDuplicates()
  var copies = [Int](repeating: -1, count: rows.count)
  measure("near", rows) { number, row in
    let features = features(row, number)
    if let copy = index.copy(of: features) { copies[number] = copy.member }
    index.add(features)
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
