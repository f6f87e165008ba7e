// SPDX-License-Identifier: Apache-2.0
import Foundation
import RasadTestSupport
import Testing

/// Stores that are damaged, foreign, too new or not writable: one clear line, and a way out.
struct DoctorTests {
  private let folder: Folder
  private let rasad: Program

  init() throws {
    folder = try Folder()
    rasad = Program(folder: folder.path)
    try folder.write(
      "[rasad]\nseeds = \(Fixture.repository)/seeds\nstate = state\n[feed one]\n"
        + "url = http://127.0.0.1:9/\nallow-private = yes\nenabled = no\n",
      to: "feeds.conf"
    )
    try folder.write(
      "<rss version='2.0'><channel><title>t</title>"
        + (1...60).map { number in
          "<item><guid>\(number)</guid><title>Cybersecurity \(number)</title><description>"
            + String(repeating: "word\(number) ", count: 300) + "</description></item>"
        }.joined() + "</channel></rss>",
      to: "feed/one.xml"
    )
    let made = try rasad(
      ["replay", folder("feed"), "--seeds", Fixture.repository + "/seeds", "--state", "state"]
    )
    #expect(made.status == 0, "\(made.errors)")
  }

  private var store: URL { URL(fileURLWithPath: folder("state/rasad.sqlite")) }

  private func rewrite(_ change: (inout Data) -> Void) throws {
    var bytes = try Data(contentsOf: store)
    change(&bytes)
    try bytes.write(to: store)
  }

  /// What each command says of the store: its status, and one line.
  private func expectRefusal(_ words: String, run: Int32, salvage: Int32) throws {
    let digest = try folder.bytes("state/public/all.atom")
    let before = try Data(contentsOf: store)
    let ran = try rasad("run")
    #expect(ran.status == run)
    #expect(ran.errors.contains(words) && ran.errors.split(separator: "\n").count == 1)
    let told = try rasad("doctor")
    #expect(told.status == 1 && told.output.contains("BAD  store") && told.output.contains(words))
    #expect(try Data(contentsOf: store) == before)
    #expect(try rasad("doctor", "--salvage").status == salvage)
    #expect(try folder.bytes("state/public/all.atom") == digest)
  }

  @Test func `a whole store is left alone`() throws {
    let before = try Data(contentsOf: store)
    let result = try rasad("doctor", "--salvage")
    #expect(result.status == 0 && result.output.contains("the store is whole"))
    #expect(try Data(contentsOf: store) == before)
    #expect(try rasad("doctor").status == 0)
  }

  @Test func `a damaged store is salvaged beside the old one, and the next run goes on`() throws {
    try rewrite { bytes in
      let page = bytes.count / 2 / 4096 * 4096
      for index in page..<page + 8192 { bytes[index] = UInt8(truncatingIfNeeded: index &* 7) }
    }
    let damaged = try Data(contentsOf: store)
    let ran = try rasad("run")
    #expect(ran.status == 65 && ran.errors.contains("the database is damaged"))
    #expect(ran.errors.contains("rasad doctor --salvage"))
    #expect(ran.errors.split(separator: "\n").count == 1, "\(ran.errors)")
    let told = try rasad("doctor")
    #expect(told.status == 1 && told.output.contains("rasad doctor --salvage"))
    let saved = try rasad("doctor", "--salvage")
    #expect(saved.status == 0, "\(saved.errors)")
    #expect(saved.output.contains("rasad.sqlite.damaged-1"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: store.path + ".damaged-1")) == damaged)
    let next = try rasad("run")
    #expect(next.status == 0 && next.errors.isEmpty, "\(next.errors)")
    #expect(try rasad("doctor").status == 0)
    #expect(try rasad("stories", "list", "--json").output.contains("Cybersecurity"))
  }

  @Test func `a store that is cut off is refused, then salvaged`() throws {
    try rewrite { $0.removeLast($0.count / 3) }
    try expectRefusal("it is cut off", run: 65, salvage: 0)
    #expect(try rasad("doctor").status == 0)
  }

  @Test func `what is no store of ours is never touched`() throws {
    try Data("a letter".utf8).write(to: store)
    try expectRefusal("it is not an SQLite database", run: 65, salvage: 65)
    #expect(try String(contentsOf: store, encoding: .utf8) == "a letter")
    #expect(try !folder.files().keys.contains { $0.contains("salvaged") || $0.contains("damaged") })
  }

  @Test func `a store of a newer version is refused and not salvaged`() throws {
    // `PRAGMA user_version` is the number at byte 60 of the file.
    try rewrite { bytes in bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99]) }
    try expectRefusal("written by a newer Rasad", run: 65, salvage: 65)
  }

  @Test func `a state directory that cannot be written is one line and status 73`() throws {
    for (state, words) in [
      ("/proc/rasad", "cannot make the directory"), ("/dev/null/x", "cannot make the directory"),
    ] {
      let result = try rasad("run", "--state", state)
      #expect(result.status == 73)
      #expect(result.errors.contains(words) && result.errors.split(separator: "\n").count == 1)
    }
  }
}
