// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
import RasadTestSupport
import Synchronization
import Testing

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
    let found = await error(fetcher, request(server.url()))
    #expect(found == .unaskedNotModified)
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
    let found = await error(fetcher, request(server.url("/6")))
    #expect(found == .tooManyRedirects(limit: 5))
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
    let plain = await error(fetcher, question)
    #expect(plain == .addressRefused("127.0.0.1"))
    question.url = "http://localhost:\(server.port)/"
    #expect(await error(fetcher, question)?.code == "address-refused")
    question.url = "http://2130706433:\(server.port)/"
    let asNumber = await error(fetcher, question)
    #expect(asNumber == .addressRefused("127.0.0.1"))
    question.url = "http://[::ffff:127.0.0.1]:\(server.port)/"
    let mapped = await error(fetcher, question)
    #expect(mapped == .addressRefused("::ffff:7f00:1"))
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
    let unproxied = await error(fetcher, question)
    #expect(unproxied == .dns(host: "feed.invalid"))
    question.proxy = nil
    question.url = "http://exempt.invalid/"
    let exempt = await error(fetcher, question)
    #expect(exempt == .dns(host: "exempt.invalid"))
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
