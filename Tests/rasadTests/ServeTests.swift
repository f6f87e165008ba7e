// SPDX-License-Identifier: Apache-2.0
import Foundation
import RasadTestSupport
import Testing

/// `rasad serve` over real sockets, as a reader, a browser and a monitor meet it.
struct ServeTests {
  private let folder: Folder
  private let rasad: Program

  init() throws {
    folder = try Folder()
    rasad = Program(folder: folder.path)
    let replay = try rasad("replay", Fixture.repository + "/seeds", "--state", "state")
    try #require(replay.status == 0)
  }

  /// Runs the server, hands over its port and ends it as systemd would.
  private func serve(_ body: @escaping (Int) throws -> Void) throws -> Program.Result {
    try rasad("serve", "--state", "state", "--listen", "127.0.0.1:0") { process in
      defer { process.terminate() }
      try body(try port())
    }
  }

  /// The port that the running server has told of.
  private func port() throws -> Int {
    let deadline = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < deadline {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      for name in names where name.hasPrefix(".err") {
        let told = try folder.text(name)
        if let match = told.firstMatch(of: /127\.0\.0\.1:(\d+)\//), let port = Int(match.1) {
          return port
        }
      }
      usleep(10_000)
    }
    throw CocoaError(.fileReadUnknown)
  }

  private func get(_ port: Int, _ target: String, _ fields: String...) throws -> RawClient.Answer {
    let client = try #require(RawClient(port: port))
    let lines = fields.map { $0 + "\r\n" }.joined()
    client.send("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(lines)\r\n")
    return try #require(client.answer())
  }

  @Test func `a reader gets the digest once, and 304 until it changes`() throws {
    let result = try serve { port in
      let digest = try get(port, "/digest.atom")
      #expect(digest.status == 200)
      #expect(digest.body == [UInt8](Data(try folder.text("state/public/digest.atom").utf8)))
      let tag = try #require(digest["etag"])
      #expect(try get(port, "/digest.atom", "If-None-Match: \(tag)").status == 304)
      let delta = try get(port, "/digest.atom", "If-None-Match: \"other\"", "A-IM: feed")
      #expect(delta.status == 200)
    }
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  @Test func `a browser is led to the page, finds stories and cannot leave the folder`() throws {
    _ = try serve { port in
      let page = try get(port, "/digest.atom", "Accept: text/html", "Sec-Fetch-Dest: document")
      #expect(300..<400 ~= page.status)
      let found = try get(port, "/search?q=%D8%A8%D8%A7%DA%A9%D9%88")
      #expect(found.status == 200)
      #expect(found.text.contains("<mark>"))
      let none = try get(port, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E")
      #expect(!none.text.contains("<script"))
      #expect(try get(port, "/../rasad.sqlite").status != 200)
      #expect(try get(port, "/rasad.sqlite").status == 404)
    }
  }

  @Test func `a monitor learns how the store is`() throws {
    _ = try serve { port in
      let metrics = try get(port, "/metrics")
      #expect(metrics.status == 200)
      #expect(metrics.text.contains("\nrasad_stories 4\n"))
      let health = try get(port, "/health")
      #expect([200, 503].contains(health.status))
      #expect(health.text.hasPrefix("{"))
    }
  }

  @Test func `a server that is started before the first run says so, and serves what comes`() throws
  {
    try FileManager.default.moveItem(atPath: folder.path + "/state", toPath: folder.path + "/later")
    let result = try serve { port in
      #expect(try get(port, "/").status == 503)
      try FileManager.default.moveItem(
        atPath: folder.path + "/later",
        toPath: folder.path + "/state"
      )
      #expect(try get(port, "/").status == 200)
    }
    #expect(result.errors.contains("no digest is there yet; rasad run or rasad replay makes one"))
  }

  @Test func `bad places to listen are refused with what to try`() throws {
    let wide = try rasad("serve", "--state", "state", "--listen", "0.0.0.0:0")
    #expect(wide.status == 64)
    #expect(wide.errors.contains("--allow-remote"))
    let word = try rasad("serve", "--state", "state", "--listen", "here")
    #expect(word.status == 64)
    #expect(word.errors.contains("127.0.0.1:8421"))
    _ = try serve { port in
      let taken = try rasad("serve", "--state", "state", "--listen", "127.0.0.1:\(port)")
      #expect(taken.status == 73)
      #expect(taken.errors.contains("--listen"))
    }
  }
}
