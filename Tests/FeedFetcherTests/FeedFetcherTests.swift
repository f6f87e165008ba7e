// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
import RasadTestSupport
import Synchronization
import Testing

private typealias Response = LoopbackServer.Response

private func request(_ url: String) -> FetchRequest {
  var request = FetchRequest(feed: "f", url: url, userAgent: "Rasad/test")
  request.allowPrivate = true
  request.timeout = .seconds(10)
  return request
}

private func makeFetcher(
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

/// Returns once no body is in use: the fetcher's thread lets go of an answer a little later than us.
private func drained(_ fetcher: FeedFetcher) async {
  while fetcher.memoryInUse != 0 { await Task.yield() }
}

/// The largest of some numbers.
private final class Most: Sendable {
  private let state = Mutex(0)
  func note(_ number: Int) { state.withLock { $0 = max($0, number) } }
  var value: Int { state.withLock { $0 } }
}

/// The error of a fetch, or `nil` when there was an answer.
private func error(_ fetcher: FeedFetcher, _ request: FetchRequest) async -> FetchError? {
  do throws(FetchError) {
    _ = try await fetcher.fetch(request)
    return nil
  } catch {
    return error
  }
}

/// So many zeros in the form of gzip (RFC 1952): fixed codes of deflate, 13 bits for 258 zeros.
private func zerosInGzip(_ count: Int) -> [UInt8] {
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

struct FeedFetcherTests {
  @Test func `an answer comes whole, with its headers in order`() async throws {
    let server = try LoopbackServer { _ in
      Response(headers: [("ETag", "W/\"v1;a,b\""), ("X-A", "1"), ("x-a", "2")], body: "<rss/>")
    }
    defer { server.stop() }
    let fetcher = makeFetcher()
    let answer = try await fetcher.fetch(request(server.url("/feed?x=1")))
    #expect(answer.status == 200)
    #expect(answer.body == Array("<rss/>".utf8))
    #expect(answer.etag == "W/\"v1;a,b\"")
    #expect(answer.headers.filter { $0.name.lowercased() == "x-a" }.map(\.value) == ["1", "2"])
    #expect(answer.effectiveURL == server.url("/feed?x=1"))
    #expect(answer.redirects.isEmpty && answer.httpVersion == "1.1")
    let seen = server.requests[0]
    #expect(seen.target == "/feed?x=1" && seen.header("user-agent") == "Rasad/test")
    #expect(seen.header("accept-encoding")?.contains("gzip") == true)
    #expect(seen.header("accept")?.contains("application/atom+xml") == true)
    #expect(seen.header("if-none-match") == nil && seen.header("cookie") == nil)
    await fetcher.shutdown()
  }

  @Test func `validators go back byte for byte and 304 has no body`() async throws {
    let server = try LoopbackServer { _ in Response(status: 304) }
    defer { server.stop() }
    let fetcher = makeFetcher()
    var question = request(server.url())
    question.etag = "W/\"v1;a,b é\""
    question.lastModified = "2025-11-17 10:00:00 +0000"
    let answer = try await fetcher.fetch(question)
    #expect(answer.status == 304 && answer.body.isEmpty)
    #expect(server.requests[0].header("if-none-match") == "W/\"v1;a,b é\"")
    #expect(server.requests[0].header("if-modified-since") == "2025-11-17 10:00:00 +0000")
    let found1 = await error(fetcher, request(server.url()))
    #expect(found1 == .unaskedNotModified)
    await fetcher.shutdown()
  }

  @Test func `a validator with a line end is never sent`() async throws {
    let server = try LoopbackServer { _ in Response(body: "x") }
    defer { server.stop() }
    let fetcher = makeFetcher()
    var question = request(server.url())
    question.etag = "\"a\r\nX-Evil: 1\""
    _ = try await fetcher.fetch(question)
    #expect(server.requests[0].header("x-evil") == nil)
    #expect(server.requests[0].header("if-none-match") == nil)
    question.etag = nil
    question.headers = [("X-A", "b\nX-Evil: 1")]
    #expect(await error(fetcher, question)?.code == "bad-url")
    #expect(server.requests.count == 1)
    await fetcher.shutdown()
  }

  @Test func `a connection is kept alive`() async throws {
    let server = try LoopbackServer { _ in Response(body: "x") }
    defer { server.stop() }
    let fetcher = makeFetcher()
    for _ in 0..<5 { _ = try await fetcher.fetch(request(server.url())) }
    #expect(server.connections == 1)
    await fetcher.shutdown()
  }

  @Test func `secrets go to the feed's own origin only`() async throws {
    let other = try LoopbackServer { _ in Response(body: "<rss/>") }
    let target = other.url("/canary")
    let server = try LoopbackServer { request in
      switch request.path {
      case "/away": Response(status: 302, headers: [("Location", target)])
      case "/home": Response(status: 301, headers: [("Location", "/canary")])
      default: Response(body: "<rss/>")
      }
    }
    defer {
      server.stop()
      other.stop()
    }
    let fetcher = makeFetcher()
    var question = request(server.url("/away"))
    question.headers = [("Authorization", "Bearer t"), ("X-Feature", "1")]
    question.cookie = "a=b"
    question.username = "u"
    question.password = "p"
    question.headers.removeFirst()
    let away = try await fetcher.fetch(question)
    #expect(away.redirects == [.init(status: 302, url: target)])
    #expect(away.effectiveURL == target)
    #expect(server.requests[0].header("authorization") == "Basic dTpw")
    #expect(server.requests[0].header("cookie") == "a=b")
    for name in ["authorization", "cookie", "x-feature"] {
      #expect(other.requests[0].header(name) == nil)
    }
    question.url = server.url("/home")
    _ = try await fetcher.fetch(question)
    #expect(server.requests.last?.header("authorization") == "Basic dTpw")
    #expect(server.requests.last?.header("x-feature") == "1")
    await fetcher.shutdown()
  }

  @Test func `redirects end after five and a cookie that was set is not sent`() async throws {
    let server = try LoopbackServer { request in
      let left = Int(request.target.dropFirst()) ?? 0
      let headers = [("Location", "/\(left - 1)"), ("Set-Cookie", "a=b")]
      return left > 0 ? Response(status: 307, headers: headers) : Response(body: "x")
    }
    defer { server.stop() }
    let fetcher = makeFetcher()
    let answer = try await fetcher.fetch(request(server.url("/5")))
    #expect(answer.redirects.count == 5)
    #expect(server.requests.allSatisfy { $0.header("cookie") == nil })
    let found2 = await error(fetcher, request(server.url("/6")))
    #expect(found2 == .tooManyRedirects(limit: 5))
    await fetcher.shutdown()
  }

  @Test(arguments: [
    ("file:///etc/passwd", FetchError.RedirectReason.scheme), ("gopher://127.0.0.1/", .scheme),
    ("javascript:alert(1)", .scheme), ("data:text/xml,x", .scheme),
    ("http://u:p@127.0.0.1/", .userinfo), ("http://[x/", .malformed),
  ])
  func `a redirect to anything but a plain web address is refused`(
    target: String,
    reason: FetchError.RedirectReason
  ) async throws {
    let server = try LoopbackServer { _ in Response(status: 302, headers: [("Location", target)]) }
    defer { server.stop() }
    let fetcher = makeFetcher()
    guard case .redirectRefused(let url, let why) = await error(fetcher, request(server.url()))
    else {
      Issue.record("not refused")
      return
    }
    #expect(why == reason)
    #expect(!url.contains("p@"))
    await fetcher.shutdown()
  }

  @Test func `addresses that are not public are refused on every hop`() async throws {
    let server = try LoopbackServer { _ in Response(body: "x") }
    defer { server.stop() }
    let fetcher = makeFetcher()
    var question = request(server.url())
    // A feed that may reach the server leaves a connection behind that nobody else may use.
    _ = try await fetcher.fetch(question)
    question.allowPrivate = false
    let found3 = await error(fetcher, question)
    #expect(found3 == .addressRefused("127.0.0.1"))
    question.url = "http://localhost:\(server.port)/"
    #expect(await error(fetcher, question)?.code == "address-refused")
    question.url = "http://2130706433:\(server.port)/"
    let found4 = await error(fetcher, question)
    #expect(found4 == .addressRefused("127.0.0.1"))
    question.url = "http://[::ffff:127.0.0.1]:\(server.port)/"
    let found5 = await error(fetcher, question)
    #expect(found5 == .addressRefused("::ffff:7f00:1"))
    #expect(server.requests.count == 1)
    await fetcher.shutdown()
  }

  @Test func `a proxy may be on a private address and gets the whole address`() async throws {
    let proxy = try LoopbackServer { _ in Response(body: "via") }
    defer { proxy.stop() }
    let environment = ["http_proxy": proxy.url(), "no_proxy": "exempt.invalid"]
    let fetcher = makeFetcher(environment: environment)
    var question = request("http://feed.invalid/rss")
    question.allowPrivate = false
    #expect(try await fetcher.fetch(question).body == Array("via".utf8))
    #expect(proxy.requests[0].target == "http://feed.invalid/rss")
    question.proxy = ""
    let found6 = await error(fetcher, question)
    #expect(found6 == .dns(host: "feed.invalid"))
    question.proxy = nil
    question.url = "http://exempt.invalid/"
    let found7 = await error(fetcher, question)
    #expect(found7 == .dns(host: "exempt.invalid"))
    question.proxy = "http://127.0.0.1:1/"
    #expect(await error(fetcher, question)?.code == "proxy")
    await fetcher.shutdown()
  }

  @Test(arguments: [
    "ftp://a.example/", "file:///etc/passwd", "a.example", "http://u:p@a.example/", "",
  ])
  func `an address that is no plain web address is refused`(url: String) async throws {
    let fetcher = makeFetcher()
    let found = await error(fetcher, request(url))
    #expect(found?.code == "bad-url")
    #expect(found?.sentence.contains("u:p") == false)
    await fetcher.shutdown()
  }
}

@Suite(.timeLimit(.minutes(1)))
struct FeedFetcherLimitTests {
  @Test func `decoded bytes are counted`() async throws {
    // 1 MiB, compressed to a few KiB.
    let bomb = zerosInGzip(1 << 20)
    let server = try LoopbackServer { _ in
      Response(headers: [("Content-Encoding", "gzip")], body: bomb)
    }
    defer { server.stop() }
    let fetcher = makeFetcher()
    var question = request(server.url())
    question.maxSize = 1 << 20
    #expect(try await fetcher.fetch(question).body.count == 1 << 20)
    question.maxSize -= 1
    let found8 = await error(fetcher, question)
    #expect(found8 == .tooLarge(limit: (1 << 20) - 1))
    await drained(fetcher)
    await fetcher.shutdown()
  }

  @Test func `a length that is too large is refused before the body`() async throws {
    let server = try LoopbackServer { _ in
      Response(headers: [("Content-Length", "99999999999")], body: "x")
    }
    defer { server.stop() }
    let fetcher = makeFetcher()
    let found9 = await error(fetcher, request(server.url()))
    #expect(found9 == .tooLarge(limit: 32 << 20))
    await fetcher.shutdown()
  }

  @Test func `broken transfers are errors`() async throws {
    let body = [UInt8](repeating: 65, count: 5000)
    let server = try LoopbackServer { request in
      var answer = Response(body: body)
      switch request.path {
      case "/short": answer.truncatedAfter = 500
      case "/reset":
        answer.truncatedAfter = 500
        answer.resets = true
      case "/chunks":
        answer.framing = .chunked(100)
        answer.truncatedAfter = 1000
      case "/gzip": answer.headers = [("Content-Encoding", "gzip")]
      case "/lengths":
        answer.headers = [("Content-Length", "10"), ("Content-Length", "5000")]
      case "/zorp": answer.headers = [("Content-Encoding", "zorp")]
      case "/nothing": answer.truncatedAfter = 0
      case "/garbage":
        answer.framing = .raw
        answer.body = Array("garbage\r\n\r\n".utf8)
      case "/headers":
        answer.headers = (0..<40).map { ("X-\($0)", String(repeating: "a", count: 9000)) }
      default: break
      }
      return answer
    }
    defer { server.stop() }
    let fetcher = makeFetcher()
    let expected = [
      ("/short", "truncated"), ("/reset", "truncated"), ("/chunks", "truncated"),
      ("/gzip", "encoding"), ("/zorp", "encoding"), ("/nothing", "empty-answer"),
      ("/garbage", "malformed-answer"), ("/headers", "headers-too-large"),
      ("/lengths", "malformed-answer"), ("/whole", nil),
    ]
    for (path, code) in expected {
      let found = await error(fetcher, request(server.url(path)))
      #expect(found?.code == code, "\(path)")
      #expect(found?.sentence.isEmpty != true && found?.advice.isEmpty != true)
    }
    await drained(fetcher)
    await fetcher.shutdown()
  }

  @Test func `names, ports and time limits are told apart`() async throws {
    let server = try LoopbackServer { request in
      var answer = Response(body: "0123456789")
      if request.path == "/silent" { answer.delay = .seconds(30) }
      if request.path == "/drip" { answer.drip = (60, .seconds(30)) }
      return answer
    }
    defer { server.stop() }
    let fetcher = makeFetcher()
    var question = request(server.url("/silent"))
    question.timeout = .milliseconds(200)
    let found10 = await error(fetcher, question)
    #expect(found10 == .timedOut(.answer))
    question = request(server.url("/drip"))
    question.timeout = .milliseconds(200)
    #expect(await error(fetcher, question)?.code == "timeout")
    let found12 = await error(fetcher, request("http://no.such.name.invalid/"))
    #expect(found12 == .dns(host: "no.such.name.invalid"))
    #expect(
      await error(fetcher, request("http://127.0.0.1:1/")) == .connect(host: "127.0.0.1", .refused)
    )
    let plain = server.url().replacing("http:", with: "https:")
    #expect(await error(fetcher, request(plain))?.code == "tls")
    await fetcher.shutdown()
  }

  @Test func `a body that is no feed is kept short and its end not awaited`() async throws {
    let server = try LoopbackServer { _ in
      Response(
        status: 503,
        headers: [("Retry-After", "120")],
        body: [UInt8](repeating: 65, count: 1 << 20)
      )
    }
    defer { server.stop() }
    let fetcher = makeFetcher()
    let answer = try await fetcher.fetch(request(server.url()))
    #expect(answer.status == 503 && answer.body.count == 64 << 10)
    #expect(answer.retryAfter(now: 0) == 120)
    await fetcher.shutdown()
  }

  @Test func `a cancelled task gets its answer at once`() async throws {
    let server = try LoopbackServer { _ in
      var answer = Response(body: "x")
      answer.delay = .seconds(30)
      return answer
    }
    defer { server.stop() }
    let fetcher = makeFetcher(perHost: 1)
    let clock = ContinuousClock()
    let begin = clock.now
    let tasks = (0..<3).map { _ in Task { await error(fetcher, request(server.url())) } }
    while server.requests.isEmpty { await Task.yield() }
    for task in tasks { task.cancel() }
    for task in tasks { #expect(await task.value == .cancelled) }
    #expect(clock.now - begin < .seconds(5))
    await fetcher.shutdown()
  }

  @Test func `shutting down ends everything and later fetches too`() async throws {
    let server = try LoopbackServer { _ in
      var answer = Response(body: "x")
      answer.delay = .seconds(30)
      return answer
    }
    defer { server.stop() }
    let fetcher = makeFetcher(perHost: 1)
    let tasks = (0..<3).map { _ in Task { await error(fetcher, request(server.url())) } }
    while server.requests.isEmpty { await Task.yield() }
    await fetcher.shutdown()
    for task in tasks { #expect(await task.value == .cancelled) }
    let found11 = await error(fetcher, request(server.url()))
    #expect(found11 == .cancelled)
    await fetcher.shutdown()
    await makeFetcher().shutdown()
  }

  @Test func `no host gets more than its share`() async throws {
    let most = Mutex((now: 0, most: 0))
    let server = try LoopbackServer { _ in
      most.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      defer { most.withLock { $0.now -= 1 } }
      return Response(body: "x")
    }
    defer { server.stop() }
    let fetcher = makeFetcher(perHost: 2)
    await withTaskGroup { group in
      for _ in 0..<50 { group.addTask { await error(fetcher, request(server.url())) } }
      for await found in group { #expect(found == nil) }
    }
    #expect(server.connections <= 2)
    #expect(most.withLock { $0.most } <= 2)
    await fetcher.shutdown()
  }

  @Test func `a host that wants pauses gets them`() async throws {
    let server = try LoopbackServer { _ in Response(body: "x") }
    defer { server.stop() }
    let fetcher = makeFetcher(rules: ["127.0.0.1": (2, .milliseconds(50))])
    let clock = ContinuousClock()
    let begin = clock.now
    await withTaskGroup { group in
      for _ in 0..<4 { group.addTask { await error(fetcher, request(server.url())) } }
      for await found in group { #expect(found == nil) }
    }
    #expect(clock.now - begin >= .milliseconds(150))
    await fetcher.shutdown()
  }

  @Test(arguments: [false, true])
  func `bodies share a memory without standing still`(compressed: Bool) async throws {
    let bomb = zerosInGzip(1 << 20)
    let plain = [UInt8](repeating: 0, count: 1 << 20)
    let server = try LoopbackServer { _ in
      compressed
        ? Response(headers: [("Content-Encoding", "gzip")], body: bomb) : Response(body: plain)
    }
    defer { server.stop() }
    let fetcher = makeFetcher(memory: 2 << 20)
    let most = Most()
    await withTaskGroup { group in
      for _ in 0..<40 {
        group.addTask {
          let answer = try? await fetcher.fetch(request(server.url()))
          most.note(fetcher.memoryInUse)
          return answer?.body.count
        }
      }
      for await count in group { #expect(count == 1 << 20) }
    }
    let peak = most.value
    #expect(peak <= 11 << 20)
    await drained(fetcher)
    await fetcher.shutdown()
  }

  @Test
  func `answers that nobody lets go of do not stop the others`() async throws {
    let plain = [UInt8](repeating: 0, count: 1 << 20)
    let server = try LoopbackServer { _ in Response(body: plain) }
    defer { server.stop() }
    let fetcher = makeFetcher(memory: 2 << 20)
    var answers: [FetchResponse] = []
    for _ in 0..<6 { answers.append(try await fetcher.fetch(request(server.url()))) }
    #expect(fetcher.memoryInUse == 6 << 20)
    #expect(answers.count == 6)
    answers = []
    await drained(fetcher)
    await fetcher.shutdown()
  }

  @Test func `a body that needs the memory for itself holds up nobody else`() async throws {
    let bomb = zerosInGzip(10 << 20)
    let server = try LoopbackServer { asked in
      switch asked.path {
      case "/bomb": return Response(headers: [("Content-Encoding", "gzip")], body: bomb)
      case "/silent":
        var answer = Response(body: "x")
        answer.delay = .seconds(30)
        return answer
      default: return Response(body: "x")
      }
    }
    defer { server.stop() }
    let fetcher = makeFetcher(perHost: 8, memory: 1 << 20)
    let silent = Task {
      var question = request(server.url("/silent"))
      question.timeout = .seconds(8)
      return await error(fetcher, question)
    }
    let bombs = Task { try? await fetcher.fetch(request(server.url("/bomb"))).body.count }
    while Set(server.requests.map(\.path)).count < 2 { await Task.yield() }
    let clock = ContinuousClock()
    let begin = clock.now
    for _ in 0..<20 { #expect(await error(fetcher, request(server.url("/quick"))) == nil) }
    #expect(clock.now - begin < .seconds(6))
    #expect(await bombs.value == 10 << 20)
    #expect(await silent.value == .timedOut(.answer))
    await drained(fetcher)
    await fetcher.shutdown()
  }
}
