// SPDX-License-Identifier: Apache-2.0
//
// parser-speed FILE...              the C limit and us on the same files in the same run, as ratios
// parser-speed --only WAY N FILE... one way, N times, and nothing else: for profilers and counters
// parser-speed --stream FILE        one file in parts of 64 KiB: items and peak memory
import CLimit
import FeedParser
import Glibc

/// How a document is read.
enum Way: String, CaseIterable {
  /// libxml2's push parser with empty handlers, called from C: nothing in this program is faster.
  case limit
  /// Every field as a range of bytes.
  case values
  /// `FeedParser.parse` with HTML as the feed has it: every field as a `String`.
  case strings
  /// `FeedParser.parse` as it comes: the same, and HTML made safe, absolute and uniform.
  case clean
  /// `FeedReader` in parts of 64 KiB with HTML as the feed has it: every field as a `String`, each
  /// item dropped when the next part comes.
  case parts

  /// Reads `bytes`; returns the number of items.
  func read(_ bytes: [UInt8]) -> Int {
    var options = FeedParser.Options()
    options.limits.items = .max
    options.limits.document = .max
    switch self {
    case .limit:
      return unsafe bytes.withUnsafeBytes { buffer in
        unsafe limit_read(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
    case .values: return FeedParser.outline(of: bytes)?.items ?? 0
    case .strings:
      options.html = .asWritten
      return (try? FeedParser.parse(bytes, options: options))?.items.count ?? 0
    case .parts:
      options.html = .asWritten
      return (try? inParts(bytes, options)) ?? 0
    case .clean: return (try? FeedParser.parse(bytes, options: options))?.items.count ?? 0
    }
  }
}

/// The number of items of a document that comes in parts of 64 KiB.
func inParts(_ bytes: [UInt8], _ options: FeedParser.Options) throws -> Int {
  var reader = FeedReader(options: options)
  var items = 0
  var place = 0
  while place < bytes.count {
    let end = min(place + 65_536, bytes.count)
    items += try reader.append(Array(bytes[place..<end])).count
    place = end
  }
  return items + (try reader.finish().items.count)
}

/// A file that is read in parts.
@safe
struct Source: ~Copyable {
  private let file: UnsafeMutablePointer<FILE>

  init?(_ path: String) {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    unsafe self.file = file
  }

  deinit { unsafe fclose(file) }

  /// The next 64 KiB of the file, less at its end, and nothing after that.
  func part() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = unsafe fread(buffer.baseAddress, 1, 65_536, file)
    }
  }
}

func contents(_ path: String) -> [UInt8] {
  guard let source = Source(path) else { return [] }
  var bytes: [UInt8] = []
  var part = source.part()
  while !part.isEmpty {
    bytes += part
    part = source.part()
  }
  return bytes
}

func stream(_ path: String) throws {
  guard let source = Source(path) else { exit(66) }
  var options = FeedParser.Options()
  options.limits.items = .max
  var reader = FeedReader(options: options)
  var items = 0
  var part = source.part()
  while !part.isEmpty {
    items += try reader.append(part).count
    part = source.part()
  }
  items += try reader.finish().items.count
  print("{\"items\":\(items),\"seconds\":\(limit_seconds()),\"peak_kib\":\(limit_peak())}")
}

/// Each way in turn, again and again, so that what else runs on the machine meets all alike; the
/// shortest time of each is that with the least of it.
func compare(_ files: [[UInt8]]) {
  let total = files.reduce(0) { $0 + $1.count }
  var best: [Way: Double] = [:]
  var counts: [Way: Int] = [:]
  for _ in 0..<9 {
    for way in Way.allCases {
      let start = limit_seconds()
      counts[way] = files.reduce(0) { $0 + way.read($1) }
      best[way] = min(best[way] ?? .infinity, limit_seconds() - start)
    }
  }
  for way in Way.allCases {
    let seconds = best[way] ?? .infinity
    let share = Int(((best[.limit] ?? 0) / seconds * 100).rounded())
    let speed = Int(Double(total) / seconds / 1e6)
    print("\(way.rawValue): \(counts[way] ?? 0) items, \(speed) MB/s, \(share) % of the limit")
  }
}

/// One way alone; prints what each round took.
func only(_ way: Way, _ rounds: Int, _ files: [[UInt8]]) {
  var items = 0
  var seconds: [String] = []
  for _ in 0..<rounds {
    let start = limit_seconds()
    items = files.reduce(0) { $0 + way.read($1) }
    seconds.append(String(limit_seconds() - start))
  }
  let list = seconds.joined(separator: ",")
  print("{\"items\":\(items),\"seconds\":[\(list)],\"peak_kib\":\(limit_peak())}")
}

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "--stream", arguments.count == 2 {
  try stream(arguments[1])
} else if arguments.first == "--only", arguments.count > 3, let way = Way(rawValue: arguments[1]),
  let rounds = Int(arguments[2])
{
  only(way, rounds, arguments.dropFirst(3).map(contents))
} else {
  let files = arguments.map(contents)
  guard files.contains(where: { !$0.isEmpty }) else { exit(64) }
  compare(files)
}
