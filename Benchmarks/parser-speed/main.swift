// SPDX-License-Identifier: Apache-2.0
//
// parser-speed FILE...           the C limit and us on the same files in the same run, as ratios
// parser-speed --stream FILE     one file in parts of 64 KiB: items and peak memory
import CLimit
import FeedParser
import Glibc

/// The next 64 KiB of a file, or less at its end.
func part(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
    count = fread(buffer.baseAddress, 1, 65_536, file)
  }
}

func contents(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = part(of: file)
  while !chunk.isEmpty {
    bytes += chunk
    chunk = part(of: file)
  }
  return bytes
}

func stream(_ path: String) throws {
  guard let file = fopen(path, "rb") else { exit(66) }
  defer { fclose(file) }
  var options = FeedParser.Options()
  options.limits.items = .max
  var reader = FeedReader(options: options)
  var items = 0
  var chunk = part(of: file)
  while !chunk.isEmpty {
    items += try reader.append(chunk).count
    chunk = part(of: file)
  }
  items += try reader.finish().items.count
  print("{\"items\":\(items),\"seconds\":\(limit_seconds()),\"peak_kib\":\(limit_peak())}")
}

func measure(_ rounds: Int, _ work: () -> Int) -> (seconds: Double, items: Int) {
  var best = Double.infinity
  var items = 0
  for _ in 0..<rounds {
    let start = limit_seconds()
    items = work()
    best = min(best, limit_seconds() - start)
  }
  return (best, items)
}

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "--stream", arguments.count == 2 {
  try stream(arguments[1])
  exit(0)
}
let files = arguments.compactMap(contents)
let total = files.reduce(0) { $0 + $1.count }
guard total > 0 else { exit(64) }
var written = FeedParser.Options()
written.html = .asWritten
written.limits.items = .max
written.limits.document = .max
var clean = FeedParser.Options()
clean.limits = written.limits
let ways: [(String, () -> Int)] = [
  (
    "limit",
    {
      files.reduce(0) { sum, bytes in
        sum
          + bytes.withUnsafeBytes {
            limit_read($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
          }
      }
    }
  ),
  ("values", { files.reduce(0) { $0 + (FeedParser.outline(of: $1)?.items ?? 0) } }),
  (
    "strings",
    { files.reduce(0) { $0 + ((try? FeedParser.parse($1, options: written))?.items.count ?? 0) } }
  ),
  (
    "clean",
    { files.reduce(0) { $0 + ((try? FeedParser.parse($1, options: clean))?.items.count ?? 0) } }
  ),
]
var best: [String: Double] = [:]
var counts: [String: Int] = [:]
for _ in 0..<5 {
  for (name, work) in ways {
    let (seconds, items) = measure(1, work)
    best[name] = min(best[name] ?? .infinity, seconds)
    counts[name] = items
  }
}
for (name, _) in ways {
  let seconds = best[name] ?? .infinity
  let share = (best["limit"] ?? 0) / seconds * 100
  print(
    "\(name): \(counts[name] ?? 0) items, \(Int(Double(total) / seconds / 1e6)) MB/s,",
    "\(Int(share.rounded())) % of the limit"
  )
}
