// SPDX-License-Identifier: Apache-2.0
import FeedList
import RasadTestSupport
import TextBasics
import Testing

private func parse(
  _ text: String,
  path: String = "feeds.conf",
  environment: [String: String] = [:],
  files: [String: String] = [:]
) throws(ConfigurationError) -> FeedListConfiguration {
  try FeedList.parse(
    Array(text.utf8),
    path: path,
    environment: environment,
    readFile: { files[$0] }
  )
}

private func faults(
  _ text: String,
  environment: [String: String] = [:]
) -> [ConfigurationFault] {
  do throws(ConfigurationError) {
    return try parse(text, environment: environment).warnings
  } catch {
    return error.faults
  }
}

/// The faults of a feed that has these lines behind its address.
private func faults(inFeed lines: String) -> [ConfigurationFault] {
  faults("[feed a]\nurl = https://a.example/rss\n" + lines + "\n")
}

struct FeedListTests {
  private let example = """
    # feeds.conf
    [rasad]
    contact     = mailto:me@example.org
    alert-after = 24h

    [defaults]
    interval  = auto
    timeout   = 30s
    max-items = 5000
    max-size  = 32MiB

    [feed irib-ict]
    url      = https://www.iribnews.ir/fa/rss/allnews
    title    = صداوسیما
    language = fa

    [feed paywalled]
    url        = https://news.example/rss
    header     = Authorization: Bearer ${env:NEWS_TOKEN}
    header     = Accept: application/atom+xml
    cookie     = ${file:~/.secrets/news.cookie}
    proxy      = socks5h://127.0.0.1:9050
    enabled    = no

    [digest]
    base-url  = https://me.example/rasad/
    authority = me.example,2026
    keep      = 100

    [host www.iribnews.ir]
    max-parallel = 1

    """

  @Test func `the example of the manual is read`() throws {
    let list = try parse(example)
    #expect(list.warnings.isEmpty)
    #expect(list.contact == "mailto:me@example.org")
    #expect(list.feeds.map(\.id) == ["irib-ict", "paywalled"])
    #expect(list.feeds[0].title == "صداوسیما")
    #expect(list.feeds[0].language == "fa")
    #expect(list.feeds[0].interval == nil)
    #expect(list.feeds[0].line == 12)
    #expect(list.feeds[1].enabled == false)
    #expect(list.feeds[1].headers.isEmpty)
    #expect(list.hosts.map(\.name) == ["www.iribnews.ir"])
    #expect(list.hosts[0].maxParallel == 1)
    #expect(list.digest.authority == "me.example,2026")
    #expect(list.seeds == "seeds")
  }

  @Test func `secrets come from environment and file once the feed is enabled`() throws {
    let enabled = example.replacing("enabled    = no", with: "enabled    = yes")
    let list = try parse(
      enabled,
      environment: ["NEWS_TOKEN": "t0k", "HOME": "/home/me"],
      files: ["/home/me/.secrets/news.cookie": "a=b\n"]
    )
    #expect(list.feeds[1].headers[0].value == "Bearer t0k")
    #expect(list.feeds[1].headers[1].name == "Accept")
    #expect(list.feeds[1].cookie == "a=b")
    #expect(list.feeds[1].proxy == "socks5h://127.0.0.1:9050")
    let missing = faults(enabled)
    #expect(missing.map(\.line) == [19, 21])
    #expect(missing.map(\.message)[0] == "${env:NEWS_TOKEN} is not set")
    #expect(missing[0].column == 36)
  }

  @Test func `a secret that spans lines or is empty is refused`() {
    let text = "[feed a]\nurl = https://a.example/\ncookie = ${env:C}\n"
    #expect(
      faults(text, environment: ["C": "a\r\nX-Evil: 1"]).map(\.message)
        == ["${env:C} holds more than one line"]
    )
    #expect(faults(text, environment: ["C": "\n"]).map(\.message) == ["${env:C} is empty"])
  }

  @Test func `defaults are inherited and may be taken back`() throws {
    let list = try parse(
      """
      [feed a]
      url = https://a.example/
      interval = auto
      header = accept: text/xml
      topic = one
      proxy = none
      [feed b]
      url = https://b.example/
      [defaults]
      interval = 2h
      max-size = 1MiB
      header = Accept: */*
      header = X-Feature: 1
      topic = two, three
      language = ar
      proxy = http://proxy.example:3128
      """
    )
    #expect(list.feeds[0].interval == nil)
    #expect(list.feeds[1].interval == .seconds(7200))
    #expect(list.feeds.map(\.maxSize) == [1 << 20, 1 << 20])
    #expect(list.feeds[0].headers.map(\.value) == ["1", "text/xml"])
    #expect(list.feeds[1].headers.map(\.value) == ["*/*", "1"])
    #expect(list.feeds.map(\.topics) == [["one"], ["two", "three"]])
    #expect(list.feeds.map(\.language) == ["ar", "ar"])
    #expect(list.feeds.map(\.proxy) == ["", "http://proxy.example:3128"])
  }

  @Test func `relative paths start from the file`() throws {
    let text = "[rasad]\nseeds = s\nstate = ~/st\n[digest]\ndirectory = /srv/d\n"
    let list = try parse(text, path: "/etc/rasad/feeds.conf", environment: ["HOME": "/home/me"])
    #expect(list.seeds == "/etc/rasad/s")
    #expect(list.state == "/home/me/st")
    #expect(list.digest.directory == "/srv/d")
    #expect(try parse("", path: "x/feeds.conf").seeds == "x/seeds")
  }

  @Test func `all errors are told in one pass, in the order of the file`() {
    let text = """
      [feed irib-ict]
      url = https://a.example/rss
      intreval = 30m
      timeout = 5 parsecs
      [feed mehr]
      url = ftp://b.example/
      [feed Mehr News]
      [feed mehr]
      url = https://me:pw@c.example/
      verify-tls = false
      [digset]
      """
    let found = faults(text)
    #expect(found.map(\.line) == [3, 4, 6, 7, 7, 8, 9, 10, 11])
    #expect(
      found.map { $0.suggestion } == [
        "interval", nil, nil, nil, "mehr-news", nil, nil, "no", "digest",
      ]
    )
    let parallel = found.map(\.message)
    #expect(parallel[0] == "unknown key \"intreval\" in [feed irib-ict]")
    #expect(parallel[1] == "\"5 parsecs\" is not a duration; write 30s, 2h or 1d")
    #expect(parallel[5] == "[feed mehr] defined twice; first at line 5")
    #expect(
      parallel[6] == "a URL holds no user name or password; use the keys username and password"
    )
    let report = ConfigurationError(faults: found).rendered()
    #expect(report.hasSuffix("9 errors. Nothing was fetched."))
    #expect(!report.contains("expected"))
  }

  @Test(arguments: [
    ("interval = 5 parsecs", "write 30m, 2h, 1d or auto"), ("interval = 10", "not a duration"),
    ("interval = 1m2h", "not a duration"), ("interval = 5s", "between 1m and 30d"),
    ("interval = 99999999999999999999d", "not a duration"), ("max-size = 1 parsec", "not a size"),
    ("max-size = 99GiB", "between 1KiB and 1GiB"), ("max-items = 0", "between 1 and 1000000"),
    ("max-items = -1", "not a whole number"), ("language = farsi", "not a language"),
    ("language = xx", "not a language"), ("http = 3", "none of auto, 1.1, 2"),
    ("header = Accept", "Name: value"), ("header = a b: c", "not the name of a header"),
    ("header = Host: x", "comes from the url"), ("header = Authorization: Bearer abc", "a secret"),
    ("header = X-Api-Key: abc", "a secret"), ("password = hunter2", "never itself"),
    ("password = ${env:X}", "is not set"), ("username = ${vault:X}", "neither ${env:NAME}"),
    ("cookie = ${env:X", "has no \"}\""), ("title = ${env:X}", "works in header, cookie"),
    ("proxy = ftp://x:1", "none or a URL"), ("proxy = http://u:p@h:1", "password of a proxy"),
    ("topic = A b", "not the id of a topic"), ("enabled = maybe", "neither yes nor no"),
    ("title =", "has no value"), ("title = a\ntitle = b", "given twice; first at line 3"),
    ("user-agent", "neither a comment"), ("verify-tls = no", "nobody checks who answers"),
    ("username = a\u{3A}b", "holds no \":\""), ("timeout = 1h", "between 1s and 10m"),
  ])
  func `a bad value is told in words`(line: String, words: String) {
    let found = faults(inFeed: line)
    #expect(found.contains { $0.message.contains(words) }, "\(found.map(\.message))")
  }

  @Test(
    arguments: [
      ("www.example.org/rss", "https://www.example.org/rss"), ("example", nil),
      ("feed://a.example/x", "https://a.example/x"), ("file:///etc/passwd", nil),
      ("https://a.example/a b", "https://a.example/a%20b"), ("https:///rss", nil),
      ("https://a.example:99999/", nil), ("https://[::1", nil), ("https://a..b/", nil),
      ("https://a.example\\@b.example/", nil), ("javascript:alert(1)", nil), ("https://[x]/", nil),
      ("https://a.example/\u{202E}x", nil), ("http://", nil),
    ] as [(String, String?)]
  )
  func `a bad address is refused`(url: String, suggestion: String?) {
    let found = faults("[feed a]\nurl = \(url)\n")
    #expect(found.count == 1 && found[0].severity == .error)
    #expect(found.first?.suggestion == suggestion)
  }

  @Test(arguments: [
    "http://a.example", "https://a.example:8443/x?y=z#f", "HTTPS://A.Example./", "http://[::1]:80/",
    "https://خبر.ایران/خوراک", "http://127.0.0.1:1/", "https://a.example/?u=b@c.example",
  ])
  func `a good address is taken as it is`(url: String) throws {
    #expect(try parse("[feed a]\nurl = \(url)\n").feeds[0].url == url)
  }

  @Test func `a missing address, a nameless section and lost pairs are errors`() {
    #expect(faults("[feed a]\n").map(\.message) == ["[feed a] has no url"])
    #expect(faults("[feed]\n").count == 1)
    #expect(faults("url = x\n").map(\.line) == [1])
    #expect(faults("[rasad x]\n").map(\.column) == [8])
    #expect(faults("[hook]\n").map(\.message) == ["[hook] has no command"])
  }

  @Test func `warnings do not stop`() throws {
    let list = try parse(
      """
      [feed a]
      url = http://a.example/
      username = u
      password = ${env:P}
      [feed b]
      url = http://a.example/
      cookie = x=1
      """,
      environment: ["P": "p"]
    )
    #expect(list.feeds.map(\.password) == ["p", nil])
    #expect(list.warnings.map(\.severity) == [.warning, .warning, .warning])
    #expect(list.warnings.map(\.line) == [2, 6, 7])
  }

  @Test(arguments: [
    ("example.org,2026", true), ("me@example.org,2026-05-01", true), ("example.org", false),
    ("example.org,26", false), ("example.org,2026-13", false), ("a b,2026", false),
    ("example.org,2026-05-", false),
  ])
  func `an authority has a name and a date`(text: String, good: Bool) {
    #expect(faults("[digest]\nauthority = \(text)\n").isEmpty == good)
  }

  @Test func `every key has the default that the manual gives`() throws {
    let list = try parse("[feed a]\nurl = https://a.example/\n[digest]\nupdates = follow-up\n")
    let feed = list.feeds[0]
    #expect(feed.timeout == .seconds(30) && feed.maxItems == 5000 && feed.maxSize == 32 << 20)
    #expect(feed.enabled && feed.verifyTLS && !feed.allowPrivate && feed.http == .auto)
    #expect(list.parallel == 64 && list.memory == 48 << 20 && list.alertAfter == .seconds(86_400))
    #expect(list.digest.keep == 100 && list.digest.settle == .zero)
    #expect(list.digest.updates == .followUp && list.digest.authority == "rasad.invalid,2025")
    #expect(list.hook == nil)
  }
}

struct ShippedFeedListTests {
  @Test func `the feeds.conf of the repository has no fault`() throws {
    let bytes = try Fixture.bytes("../../feeds.conf")
    let list = try FeedList.parse(bytes, path: "feeds.conf", environment: [:]) { _ in nil }
    #expect(list.warnings.isEmpty)
    #expect(list.feeds.count >= 30)
    #expect(Set(list.feeds.compactMap(\.language)).isSuperset(of: ["ar", "fa", "en"]))
    #expect(list.feeds.allSatisfy { $0.title != nil && !$0.allowPrivate && $0.verifyTLS })
  }
}
