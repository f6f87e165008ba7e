// SPDX-License-Identifier: Apache-2.0
import Foundation
import RasadTestSupport
import Synchronization
import Testing

struct CommandTests {
  private let folder: Folder
  private let rasad: Program
  private static let seeds = Fixture.repository + "/seeds"

  init() throws {
    folder = try Folder()
    rasad = Program(folder: folder.path)
  }

  @Test func `the version is one line, with -v those of the libraries follow`() throws {
    let short = try rasad("--version")
    #expect(short.status == 0 && short.output.hasPrefix("rasad 0."))
    #expect(short.output.split(separator: "\n").count == 1)
    let long = try rasad("--version", "-v")
    for library in ["libxml2 2", "libcurl/", "SQLite 3"] { #expect(long.output.contains(library)) }
  }

  @Test func `a misspelt command is corrected and is a usage error`() throws {
    let result = try rasad("storeis")
    #expect(result.status == 64)
    #expect(result.errors.contains("did you mean 'stories'?"))
    #expect(result.output.isEmpty)
  }

  @Test func `without anything configured the next step is named`() throws {
    let result = try rasad()
    #expect(result.status == 0)
    #expect(result.output.contains("next        rasad feeds add URL"))
    #expect(try rasad("run").status == 78)
  }

  @Test func `a replay prints four stories with reasons, and search finds them both ways`() throws {
    let replay = try rasad("replay", Self.seeds, "--state", "state")
    #expect(replay.status == 0, "\(replay.errors)")
    #expect(replay.errors.isEmpty)
    #expect(replay.output.contains("stories 4  (1 across languages)"))
    #expect(replay.output.components(separatedBy: "    why  ").count == 5)
    let persian = try rasad("search", "وزیر", "--state", "state", "--json")
    let arabic = try rasad("search", "وزير", "--state", "state", "--json")
    #expect(persian.status == 0 && arabic.status == 0)
    #expect(persian.output == arabic.output)
    #expect(persian.output.contains("\"language\":\"ar\""))
    #expect(persian.output.contains("\"language\":\"fa\""))
    #expect(try rasad("search", "گلابی", "--state", "state").status == 1)
    let show = try rasad(
      "stories",
      "show",
      "1",
      "--why",
      "--state",
      "state",
      environment: ["RASAD_CONFIG": try configuration()]
    )
    #expect(show.status == 0, "\(show.errors)")
    #expect(show.output.contains("→ tagged"))
  }

  @Test func `a replay says the same in another time zone, locale and order`() throws {
    let first = try rasad("replay", Self.seeds, "--output", "one")
    let second = try rasad(
      "replay",
      Self.seeds,
      "--output",
      "two",
      environment: ["TZ": "Asia/Tehran", "LANG": "fa_IR.UTF-8", "LC_ALL": "C"]
    )
    #expect(
      first.output.replacingOccurrences(of: "one/", with: "two/") == second.output
    )
    let files = try folder.files()
    let one = files.filter { $0.key.hasPrefix("one/") }
    #expect(one.count > 3)
    for (name, bytes) in one { #expect(files["two/" + name.dropFirst(4)] == bytes, "\(name)") }
  }

  @Test func `faults of feeds.conf are told all at once, with their places`() throws {
    try folder.write(
      "[feed a]\nurl = https://a.example/rss\nintreval = 30m\n[feed a]\nurl = ftp://b.example\n",
      to: "feeds.conf"
    )
    let result = try rasad("run")
    #expect(result.status == 78)
    #expect(result.errors.contains("feeds.conf:3:1: error: unknown key \"intreval\""))
    #expect(result.errors.contains("did you mean \"interval\"?"))
    #expect(result.errors.contains("feeds.conf:4:"))
    #expect(result.errors.contains("feeds.conf:5:"))
  }

  @Test func `while nothing was stored, the next step is to look at the feeds`() throws {
    try folder.write(
      "[rasad]\nseeds = \(Self.seeds)\nstate = state\n[feed none]\nurl = http://127.0.0.1:9/\n"
        + "allow-private = yes\n",
      to: "feeds.conf"
    )
    #expect(try rasad().output.contains("next        rasad run "))
    _ = try rasad("run")
    let after = try rasad().output
    #expect(after.contains("store       0 articles") && after.contains("next        rasad feeds "))
  }

  @Test func `under cron a feed that is down is told of once, then silence`() throws {
    let closed = try LoopbackServer { _ in .init(status: 200) }
    let url = closed.url("/feed")
    closed.stop()
    try folder.write(
      "[rasad]\nseeds = \(Self.seeds)\nstate = state\n[feed down]\nurl = \(url)\nallow-private = yes\n",
      to: "feeds.conf"
    )
    let first = try rasad("run")
    #expect(first.status == 69)
    #expect(first.errors.contains("down: ") && first.errors.contains(url))
    #expect(first.errors.contains("refused the connection"))
    #expect(first.errors.split(separator: "\n").count == 1)
    let second = try rasad("run", "--all")
    #expect(second.errors.isEmpty && second.output.isEmpty)
  }

  @Test func `two runs under cron: all stored and written, then all 304 and not a word`() throws {
    let body = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wire</title>
      <id>tag:wire.example,2025:feed</id><updated>2025-11-17T08:00:00Z</updated>
      <entry><id>tag:wire.example,2025:1</id><title>Iran ICT minister leaves for Baku</title>
      <link href="https://wire.example/1"/><updated>2025-11-17T05:00:00Z</updated>
      <summary>The minister attends the ITU conference WTDC-25 on cybersecurity.</summary></entry>
      </feed>
      """
    let server = try LoopbackServer { request in
      request.header("if-none-match") == "\"one\""
        ? .init(status: 304, headers: [("ETag", "\"one\"")])
        : .init(headers: [("ETag", "\"one\"")], body: body)
    }
    defer { server.stop() }
    try folder.write(
      "[rasad]\nseeds = \(Self.seeds)\nstate = state\n[feed wire]\nurl = \(server.url("/feed"))\n"
        + "allow-private = yes\n[feed silent]\nurl = https://silent.example/\nenabled = no\n",
      to: "feeds.conf"
    )
    let first = try rasad("run")
    #expect(first.status == 0 && first.output.isEmpty && first.errors.isEmpty, "\(first.errors)")
    let digest = try folder.text("state/public/digest.atom")
    #expect(digest.contains("https://wire.example/1"))
    let modified = try folder.modified("state/public/digest.atom")
    let second = try rasad("run", "--all")
    #expect(second.status == 0 && second.output.isEmpty && second.errors.isEmpty)
    #expect(server.requests.count == 2)
    #expect(try folder.modified("state/public/digest.atom") == modified)
    let stories = try rasad("stories", "list", "--json")
    #expect(stories.output.split(separator: "\n").count == 1)
    let listed = try rasad("feeds", "--json")
    #expect(listed.output.contains("\"state\":\"ok\""))
    let why = " after the last fetch: learned from how often there was something new"
    #expect(listed.output.contains(why))
    #expect(try rasad("feeds", "show", "wire").output.contains(why))
    #expect(try folder.text("state/public/feeds.html").contains(why))
    #expect(try rasad().output.contains("next        rasad stories\n"))
    let silent = try rasad("feeds", "show", "silent")
    #expect(silent.output.contains("next fetch  never (enabled = no)"))
    #expect(try rasad("doctor").status == 0)
  }

  @Test func `a recorded run is repeated without the server, byte for byte`() throws {
    let body = """
      <rss version="2.0"><channel><title>Wire</title><item><title>Armenia and Iran sign on cybersecurity</title>
      <link>https://wire.example/1</link><guid>1</guid><pubDate>Mon, 17 Nov 2025 05:00:00 GMT</pubDate>
      <description>Both ministers of communications signed in Yerevan.</description></item></channel></rss>
      """
    let server = try LoopbackServer { _ in .init(headers: [("ETag", "\"one\"")], body: body) }
    try folder.write(
      "[rasad]\nseeds = \(Self.seeds)\nstate = state\n[feed wire]\nurl = \(server.url("/feed"))\n"
        + "allow-private = yes\n",
      to: "feeds.conf"
    )
    let run = try rasad("run", "--record", "recording", "--now", "2025-11-17T09:00:00Z")
    #expect(run.status == 0, "\(run.errors)")
    server.stop()
    let replay = try rasad("replay", "recording", "--state", "again")
    #expect(replay.status == 0, "\(replay.errors)")
    for name in ["digest.atom", "all.atom", "digest.json", "index.html"] {
      let live = try folder.text("state/public/\(name)")
      #expect(try folder.text("again/public/\(name)") == live)
    }
    #expect(try folder.text("again/public/digest.atom").contains("https://wire.example/1"))
  }

  @Test func `another example tells what it would have changed, and nothing is written`() throws {
    let text = "Cabinet raises school fees\nThe cabinet raised school fees for pupils this year."
    try folder.write(text, to: "own/fees.txt")
    try #require(try rasad("topics", "derive", "own").status == 0)
    let model = try folder.text("own/topics.conf")
    let item =
      "<item><title>Tsunami warning after earthquake off Japan</title><guid>1</guid>"
      + "<link>https://wire.example/1</link><pubDate>Mon, 17 Nov 2025 05:00:00 GMT</pubDate>"
      + "<description>Aftershocks and a tsunami followed the earthquake.</description></item>"
    let server = try LoopbackServer { _ in
      .init(body: "<rss version=\"2.0\"><channel><title>W</title>\(item)</channel></rss>")
    }
    defer { server.stop() }
    try folder.write(
      "[rasad]\nseeds = own\nstate = state\n[feed wire]\nurl = \(server.url("/feed"))\n"
        + "allow-private = yes\n",
      to: "feeds.conf"
    )
    let now = "2025-11-18T09:00:00Z"
    try #require(try rasad("run", "--now", now).status == 0)
    try folder.write(
      "Tsunami warning after strong earthquake\nThe earthquake shook the coast, aftershocks followed and a "
        + "tsunami warning was given. The tsunami was small, the earthquake and its aftershocks were not.",
      to: "quake.txt"
    )
    let result = try rasad("topics", "test", "--with", "quake.txt", "--now", now)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Tsunami warning after earthquake off Japan"))
    #expect(result.output.contains("would change with quake.txt added: +1 −0 of 1 articles"))
    #expect(try folder.text("own/topics.conf") == model)
  }

  @Test func `a run that is told to end saves what it has, and the next one goes on`() throws {
    let asked = DispatchSemaphore(value: 0)
    let letGo = Mutex(false)
    let server = try LoopbackServer { request in
      if request.path == "/slow", !letGo.withLock({ $0 }) {
        asked.signal()
        var response = LoopbackServer.Response(body: "")
        response.delay = .seconds(20)
        return response
      }
      return .init(
        body: "<rss version='2.0'><channel><title>t</title><item><guid>\(request.path)</guid>"
          + "<title>Item of \(request.path)</title></item></channel></rss>"
      )
    }
    defer { server.stop() }
    var text = "[rasad]\nseeds = \(Self.seeds)\nstate = state\n"
    for name in ["quick", "slow"] {
      text += "[feed \(name)]\nurl = \(server.url("/" + name))\nallow-private = yes\n"
    }
    try folder.write(text, to: "feeds.conf")
    let ended = try rasad("run") { process in
      #expect(asked.wait(timeout: .now() + 15) == .success)
      process.terminate()
    }
    #expect(ended.status == 143)
    #expect(ended.errors.contains("interrupted"))
    letGo.withLock { $0 = true }
    let next = try rasad("run")
    #expect(next.status == 0 && next.errors.isEmpty, "\(next.errors)")
    let stories = try rasad("stories", "list", "--json")
    #expect(stories.output.split(separator: "\n").count == 2)
  }

  @Test func `a file that is no database is refused and left as it is`() throws {
    try folder.write("not a database, but dear to somebody", to: "state/rasad.sqlite")
    let result = try rasad("replay", Self.seeds, "--state", "state")
    #expect(result.status == 65)
    #expect(result.errors.contains("not an SQLite database"))
    #expect(try folder.text("state/rasad.sqlite") == "not a database, but dear to somebody")
  }

  @Test func `what cannot be read is one clear line`() throws {
    let missing = try rasad("replay", "nowhere")
    #expect(missing.status == 66 && missing.errors.contains("nowhere cannot be read"))
    try folder.write("<html><body>no feed</body></html>", to: "page.html")
    let page = try rasad("parse", "page.html")
    #expect(page.status == 65 && page.errors.contains("web page"))
    #expect(page.errors.split(separator: "\n").count == 1)
    #expect(try rasad("parse", "nowhere.xml").status == 66)
    #expect(try rasad("search", "x", "--now", "yesterday").status == 64)
  }

  @Test func `nothing to test and nowhere to write are told with what to try`() throws {
    try folder.write("\n", to: "none.jsonl")
    let empty = try rasad("topics", "test", "none.jsonl", "--seeds", Self.seeds)
    #expect(empty.status == 65)
    #expect(empty.errors.contains("none.jsonl: there is no labelled article in it"))
    let unseeded = try rasad("topics", "list", "--seeds", "nowhere")
    #expect(unseeded.status == 66)
    #expect(unseeded.errors.contains("names the folder of the examples"))
    let nowhere = try rasad("stories", "merge", "1", "2", "--state", "nowhere")
    #expect(nowhere.status == 73)
    #expect(nowhere.errors.contains("--state names another"))
  }

  @Test func `parse prints one JSON object, its warnings with line and column`() throws {
    try folder.write(
      "<rss version='2.0'><channel><title>a &nbsp; b</title>\n<item><title>x & y</title></item></channel></rss>",
      to: "feed.xml"
    )
    let result = try rasad("parse", "feed.xml")
    #expect(result.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let feed = try #require(object as? [String: Any])
    #expect(feed["v"] as? Int == 1)
    #expect((feed["items"] as? [Any])?.count == 1)
    #expect(result.errors.contains("feed.xml:2:"))
  }

  @Test func `a feed's escape sequences never reach the terminal`() throws {
    try folder.write(
      "<rss version='2.0'><channel><title>t</title><item><guid>1</guid><title>bad &#27;[2J &#x202E;title</title></item></channel></rss>",
      to: "in/feed.xml"
    )
    let result = try rasad("replay", "in", "--seeds", Self.seeds)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  private func configuration() throws -> String {
    try folder.write("[rasad]\nseeds = \(Self.seeds)\n", to: "c/feeds.conf")
    return folder("c/feeds.conf")
  }
}
