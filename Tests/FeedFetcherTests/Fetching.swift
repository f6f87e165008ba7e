// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
import RasadTestSupport
import Synchronization

// What both suites of the fetcher use.

typealias Response = LoopbackServer.Response

func request(_ url: String) -> FetchRequest {
  var request = FetchRequest(feed: "f", url: url, userAgent: "Rasad/test")
  request.allowPrivate = true
  request.timeout = .seconds(10)
  return request
}

func makeFetcher(
  parallel: Int = 64,
  perHost: Int = 64,
  memory: Int = 48 << 20,
  rules: [String: (maxParallel: Int, minGap: Duration)] = [:],
  environment: [String: String] = [:]
) -> FeedFetcher {
  FeedFetcher(
    parallel: parallel,
    perHost: perHost,
    hostRules: rules,
    memory: memory,
    environment: environment
  )
}

/// A server that answers no question within a test.
func slowServer() throws -> LoopbackServer {
  try LoopbackServer { _ in
    var answer = Response(body: "x")
    answer.delay = .seconds(30)
    return answer
  }
}

/// Returns once no body is in use: the fetcher's thread lets go of an answer a little later than us.
func drained(_ fetcher: FeedFetcher) async {
  while fetcher.memoryInUse != 0 { await Task.yield() }
}

/// The largest of some numbers.
final class Most: Sendable {
  private let state = Mutex(0)
  func note(_ number: Int) { state.withLock { $0 = max($0, number) } }
  var value: Int { state.withLock { $0 } }
}

/// The error of a fetch, or `nil` when there was an answer.
func error(_ fetcher: FeedFetcher, _ request: FetchRequest) async -> FetchError? {
  do throws(FetchError) {
    _ = try await fetcher.fetch(request)
    return nil
  } catch {
    return error
  }
}

/// So many zeros in the form of gzip (RFC 1952): fixed codes of deflate, 13 bits for 258 zeros.
func zerosInGzip(_ count: Int) -> [UInt8] {
  var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
  var current: UInt8 = 0
  var filled = 0
  func put(_ bits: String) {
    for bit in bits {
      if bit == "1" { current |= 1 << filled }
      filled += 1
      if filled == 8 {
        bytes.append(current)
        (current, filled) = (0, 0)
      }
    }
  }
  put("110")
  let repeats = (count - 1) / 258
  for _ in 0..<(count - repeats * 258) { put("00110000") }
  for _ in 0..<repeats { put("1100010100000") }
  put("0000000")
  if filled > 0 { bytes.append(current) }
  var check: UInt32 = 0xFFFF_FFFF
  for _ in 0..<count {
    for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
  }
  for word in [~check, UInt32(count)] {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
  }
  return bytes
}
