// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
import RasadTestSupport
import Synchronization
import Testing

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
    let found = await error(fetcher, question)
    #expect(found == .tooLarge(limit: (1 << 20) - 1))
    await drained(fetcher)
    await fetcher.shutdown()
  }

  @Test func `a length that is too large is refused before the body`() async throws {
    let server = try LoopbackServer { _ in
      Response(headers: [("Content-Length", "99999999999")], body: "x")
    }
    defer { server.stop() }
    let fetcher = makeFetcher()
    let found = await error(fetcher, request(server.url()))
    #expect(found == .tooLarge(limit: 32 << 20))
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
    let slow = await error(fetcher, question)
    #expect(slow == .timedOut(.answer))
    question = request(server.url("/drip"))
    question.timeout = .milliseconds(200)
    #expect(await error(fetcher, question)?.code == "timeout")
    let unknown = await error(fetcher, request("http://no.such.name.invalid/"))
    #expect(unknown == .dns(host: "no.such.name.invalid"))
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
    let server = try slowServer()
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
    let server = try slowServer()
    defer { server.stop() }
    let fetcher = makeFetcher(perHost: 1)
    let tasks = (0..<3).map { _ in Task { await error(fetcher, request(server.url())) } }
    while server.requests.isEmpty { await Task.yield() }
    await fetcher.shutdown()
    for task in tasks { #expect(await task.value == .cancelled) }
    #expect(await error(fetcher, request(server.url())) == .cancelled)
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

  @Test func `a body that was read gives its memory back before the answer is gone`() async throws {
    let server = try LoopbackServer { _ in Response(body: String(repeating: "x", count: 100_000)) }
    defer { server.stop() }
    let fetcher = makeFetcher()
    var answer = try await fetcher.fetch(request(server.url()))
    #expect(fetcher.memoryInUse >= 100_000)
    answer.releaseBody()
    await drained(fetcher)
    #expect(answer.body.isEmpty)
    #expect(answer.bodyCount == 100_000)
    #expect(answer.status == 200)
    await fetcher.shutdown()
  }
}
