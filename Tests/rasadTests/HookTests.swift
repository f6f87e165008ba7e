// SPDX-License-Identifier: Apache-2.0
import Foundation
import RasadTestSupport
import Synchronization
import Testing

/// The user's command after a digest has changed.
struct HookTests {
  private let folder: Folder
  private let rasad: Program
  private let server: LoopbackServer
  private let items: Shared

  private final class Shared: Sendable {
    let count = Mutex(1)
  }

  init() throws {
    folder = try Folder()
    rasad = Program(folder: folder.path)
    let items = Shared()
    self.items = items
    server = try LoopbackServer { _ in
      let list = (1...items.count.withLock { $0 }).map { number in
        "<item><guid>\(number)</guid><link>https://h.example/\(number)</link>"
          + "<title>Cybersecurity `touch owned\(number)`; $(touch owned) '\" \(number)</title>"
          + "<description>\(String(repeating: "Word\(number) ", count: 40))</description></item>"
      }
      return .init(
        body: "<rss version='2.0'><channel><title>t</title>\(list.joined())</channel></rss>"
      )
    }
  }

  private func configure(_ command: String, timeout: String = "20s") throws {
    try folder.write(
      """
      [rasad]
      seeds = \(Fixture.repository)/seeds
      state = state
      [hook]
      command = \(command)
      timeout = \(timeout)
      [feed one]
      url = \(server.url("/feed"))
      allow-private = yes
      """,
      to: "feeds.conf"
    )
  }

  @Test func `new stories come on standard input, places in the environment`() throws {
    defer { server.stop() }
    items.count.withLock { $0 = 3 }
    try configure("cat > told; env | grep ^RASAD_ | sort > where; echo said")
    let run = try rasad("run", "--now", "2025-11-19T11:00:00Z")
    #expect(run.status == 0 && run.output.isEmpty && run.errors == "said\n")
    let lines = try folder.text("told").split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["event"] as? String == "new" && object?["v"] as? Int == 1)
      #expect((object?["title"] as? String)?.contains("`touch owned") == true)
    }
    let variables = try folder.text("where")
    #expect(variables.contains("RASAD_DIGEST=\(folder("state/public/digest.atom"))\n"))
    #expect(variables.contains("RASAD_NEW_STORIES=3\n"))
    #expect(variables.contains("RASAD_NOW=2025-11-19T11:00:00Z\n"))
    #expect(try !folder.files().keys.contains { $0.hasPrefix("owned") })

    try FileManager.default.removeItem(atPath: folder("told"))
    #expect(try rasad("run", "--all").errors.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder("told")))
    items.count.withLock { $0 = 4 }
    #expect(try rasad("run", "--all").status == 0)
    #expect(try folder.text("told").split(separator: "\n").count == 1)
  }

  @Test func `a hook that fails is told of, changes nothing, and gets its stories again`() throws {
    defer { server.stop() }
    try configure("exit 3")
    let run = try rasad("run")
    #expect(run.status == 0)
    #expect(run.errors == "rasad: the hook's command failed with status 3\n")
    try configure("no-such-command-anywhere 2>/dev/null")
    items.count.withLock { $0 = 2 }
    #expect(try rasad("run", "--all").errors.contains("was not found (status 127)"))
    try configure("kill -9 $$")
    items.count.withLock { $0 = 3 }
    #expect(try rasad("run", "--all").errors.contains("ended by signal 9"))
    try configure("cat > told")
    items.count.withLock { $0 = 4 }
    #expect(try rasad("run", "--all").errors.isEmpty)
    #expect(try folder.text("told").split(separator: "\n").count == 4)
  }

  @Test func `a hook that hangs is ended with its whole group and blocks no later run`() throws {
    defer { server.stop() }
    // The shell ignores SIGTERM, and a grandchild holds on too.
    try configure("trap '' TERM; sleep 300 & echo $! > child; sleep 300", timeout: "1s")
    let started = Date()
    let run = try rasad("run")
    #expect(run.status == 0)
    #expect(run.errors.contains("took longer than 1 s"))
    #expect(Date().timeIntervalSince(started) < 15)
    let child = try #require(Int32(try folder.text("child").trimmingCharacters(in: .newlines)))
    #expect(kill(child, 0) != 0 || Self.isZombie(child))
    #expect(try rasad("run", "--all").status == 0)
  }

  @Test func `a run that is told to end ends its hook`() throws {
    defer { server.stop() }
    try configure("echo $$ > shell; sleep 300", timeout: "200s")
    let ended = try rasad("run") { process in
      for _ in 0..<1500 where (try? folder.text("shell").isEmpty) != false { usleep(10_000) }
      process.terminate()
    }
    #expect(ended.status == 143)
    let shell = try #require(Int32(try folder.text("shell").trimmingCharacters(in: .newlines)))
    #expect(kill(shell, 0) != 0 || Self.isZombie(shell))
    #expect(try rasad("stories", "list", "--json").output.contains("Cybersecurity"))
  }

  @Test func `a hook that reads nothing of a long input does not hang`() throws {
    defer { server.stop() }
    items.count.withLock { $0 = 120 }
    try configure("true")
    let run = try rasad("run")
    #expect(run.status == 0 && run.errors.isEmpty)
  }

  private static func isZombie(_ process: Int32) -> Bool {
    let status = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return status.split(separator: ")").last?.hasPrefix(" Z") ?? true
  }
}
