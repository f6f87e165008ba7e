// SPDX-License-Identifier: Apache-2.0
import Foundation
import RasadTestSupport
import Testing

/// What reaches terminals, cron mails and the journal.
struct LogTests {
  private let folder: Folder
  private let rasad: Program

  init() throws {
    folder = try Folder()
    rasad = Program(folder: folder.path)
  }

  private func configure(_ url: String) throws {
    try folder.write(
      "[rasad]\nseeds = \(Fixture.repository)/seeds\nstate = state\n[feed bad]\nurl = \(url)\n"
        + "allow-private = yes\n[feed worse]\nurl = \(url)2\nallow-private = yes\n",
      to: "feeds.conf"
    )
  }

  @Test func `in the journal each line is a record with its priority, elsewhere none has one`()
    throws
  {
    let server = try LoopbackServer { _ in .init(status: 404) }
    defer { server.stop() }
    try configure(server.url("/"))
    let journal = try rasad("run", underJournal: true)
    let lines = journal.errors.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("<4>rasad: ") && $0.contains("404 Not Found") })
    try FileManager.default.removeItem(atPath: folder("state"))
    // The variable is handed down to processes that write elsewhere.
    let cron = try rasad("run", environment: ["JOURNAL_STREAM": "8:12345"])
    #expect(cron.errors.hasPrefix("rasad: ") && !cron.errors.contains("<4>"))
    try folder.write("[feed a]\nurl = https://a.example/\nintreval = 1h\n", to: "feeds.conf")
    let faults = try rasad("run", underJournal: true)
    #expect(faults.status == 78)
    #expect(
      faults.errors
        == "<3>rasad: feeds.conf:3:1: error: unknown key \"intreval\" in [feed a]; "
        + "did you mean \"interval\"?\n"
    )
  }

  @Test func `no control character of a server or feed reaches a log, a listing or JSON`() throws {
    let evil = "\u{1B}[2J\u{1B}]0;owned\u{07}\u{9B}31m\u{08}\u{202E}x"
    let server = try LoopbackServer { request in
      switch request.path {
      case "/a":
        return .init(
          status: 302,
          headers: [("Location", "gopher://x.example/\u{1B}[31m\u{7F}red")]
        )
      case "/a2":
        return .init(
          headers: [("ETag", "\"\u{1B}[31m\""), ("Content-Type", "text/\u{1B}[0m")],
          body: "<rss version='2.0'><channel><title>\(evil)</title><item><title>\(evil)</title>"
            + "<guid>1\(evil)</guid><author>\(evil)</author></item><it\u{1B}em>"
        )
      default: return .init(status: 404)
      }
    }
    defer { server.stop() }
    try configure(server.url("/a"))
    for arguments in [
      ["run"], ["run", "--all", "-v"], ["feeds"], ["feeds", "show", "bad"],
      ["feeds", "show", "worse"],
      ["feeds", "--json"], ["stories"], ["stories", "list", "--json"], ["doctor"],
      ["run", "--json"],
      ["feeds", "check"], ["doctor", "--json"], ["feeds", "export"],
    ] {
      let result = try rasad(arguments)
      for scalar in (result.output + result.errors).unicodeScalars {
        let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
        #expect(
          !isControl && !(0x7F...0x9F).contains(scalar.value) && scalar != "\u{202E}",
          "U+\(String(scalar.value, radix: 16)) from \(arguments)"
        )
      }
    }
    #expect(server.requests.count >= 4)
  }
}
