// SPDX-License-Identifier: Apache-2.0
// What fetching costs, beside `curl -Z` in the same run:
//
//   fetch-benchmark whole BASE COUNT ROUNDS   GET BASE0 … BASE(COUNT-1), bodies kept until read
//   fetch-benchmark same  BASE COUNT ROUNDS   the same with an ETag; the server answers 304
//
// Any server on loopback does, nginx for example. Each round prints seconds of CPU and of the clock
// of both, and our CPU as a multiple of curl's. CPU is what to compare on a machine that is shared.
import FeedFetcher
import Glibc

private struct Cost {
  var cpu: Double
  var wall: Double
}

private func cpu(_ who: __rusage_who) -> Double {
  var usage = rusage()
  guard unsafe getrusage(__rusage_who_t(who.rawValue), &usage) == 0 else { return 0 }
  return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
}

private func wall() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private func ours(_ base: String, _ count: Int, asksForChange: Bool) async -> Cost {
  let begin = Cost(cpu: cpu(RUSAGE_SELF), wall: wall())
  let fetcher = FeedFetcher(parallel: 64, perHost: 64, environment: [:])
  @Sendable func fetch(_ number: Int) async -> Bool {
    var request = FetchRequest(feed: "f", url: base + String(number))
    request.allowPrivate = true
    if asksForChange { request.etag = "\"e\"" }
    return (try? await fetcher.fetch(request)) != nil
  }
  await withTaskGroup { group in
    var next = 0
    while next < min(64, count) {
      let number = next
      group.addTask { await fetch(number) }
      next += 1
    }
    while let isGood = await group.next() {
      guard isGood else { fatalError("a fetch failed") }
      guard next < count else { continue }
      let number = next
      group.addTask { await fetch(number) }
      next += 1
    }
  }
  await fetcher.shutdown()
  return Cost(cpu: cpu(RUSAGE_SELF) - begin.cpu, wall: wall() - begin.wall)
}

private func curls(_ base: String, _ count: Int, asksForChange: Bool) -> Cost {
  let begin = Cost(cpu: cpu(RUSAGE_CHILDREN), wall: wall())
  let condition = asksForChange ? " -H 'If-None-Match: \"e\"'" : ""
  let command =
    "curl -s -Z --parallel-max 64\(condition) '\(base)[0-\(count - 1)]' -o /dev/null 2>/dev/null"
  guard unsafe system(command) == 0 else { fatalError("curl failed") }
  return Cost(cpu: cpu(RUSAGE_CHILDREN) - begin.cpu, wall: wall() - begin.wall)
}

private func text(_ value: Double) -> String { String(Double(Int(value * 1000)) / 1000) }

let arguments = CommandLine.arguments
guard arguments.count == 5, ["whole", "same"].contains(arguments[1]),
  let count = Int(arguments[3]), let rounds = Int(arguments[4]), count > 0
else {
  print("usage: fetch-benchmark whole|same BASE COUNT ROUNDS")
  exit(64)
}
for _ in 0..<rounds {
  let mine = await ours(arguments[2], count, asksForChange: arguments[1] == "same")
  let other = curls(arguments[2], count, asksForChange: arguments[1] == "same")
  print(
    "cpu \(text(mine.cpu)) curl \(text(other.cpu)) ratio \(text(mine.cpu / other.cpu))",
    "wall \(text(mine.wall)) curl \(text(other.wall))"
  )
}
