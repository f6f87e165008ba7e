// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import GRDB
import Testing

@testable import ArticleStore

/// A process that dies in the middle of a transaction must leave all of it or nothing.
struct CrashTests {
  private static func items(_ prefix: String, _ count: Int) -> [StoredItem] {
    (0..<count).map {
      Samples.item(
        Samples.article("\(prefix)\($0)", text: String(repeating: "متن \($0) ", count: 200)),
        tags: [Samples.tag("events", 1200)]
      )
    }
  }

  /// In the child: commits a batch, then dies inside the next one at its `count`-th article.
  private static func die(at count: Int, in path: String) throws {
    let store = try ArticleStore.open(path: path, access: .readWrite)
    _ = try store.commit(Samples.batch(items("whole", 30)))
    try store.queue.writeWithoutTransaction { db in
      let left = Counter(count)
      db.add(
        function: DatabaseFunction("die", argumentCount: 0) { _ in
          left.value -= 1
          if left.value == 0 { kill(getpid(), SIGKILL) }
          return nil
        }
      )
      // A small cache makes SQLite write pages of the open transaction to the journal.
      try db.execute(sql: "PRAGMA cache_size = 5")
      try db.execute(
        sql: "CREATE TEMP TRIGGER fault AFTER INSERT ON content BEGIN SELECT die(); END"
      )
    }
    _ = try store.commit(Samples.batch(items("torn", 300), now: Samples.start + 999))
  }

  private final class Counter: @unchecked Sendable {
    var value: Int
    init(_ value: Int) { self.value = value }
  }

  @Test(arguments: [1, 7, 150, 300])
  func `a kill inside a transaction leaves nothing of it`(count: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.store
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, count = count as Int] in
      try CrashTests.die(at: count, in: path)
    }
    let store = try ArticleStore.open(path: path, access: .readWrite, verify: true)
    #expect(try store.integrityProblems() == [])
    #expect(try store.counts().articles == 30)
    #expect(try store.feedState("irib")?.schedule == "s\(Samples.start + 60)")
    #expect(try store.fetchLog().count == 1)
    let again = try store.commit(Samples.batch(Self.items("torn", 300), now: Samples.start + 999))
    #expect(again.new.count == 300)
  }

  @Test func `a kill while the store is made leaves one that can be made`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.store
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try db.inTransaction {
          try db.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
          try db.execute(sql: "CREATE TABLE meta(key)")
          kill(getpid(), SIGKILL)
          return .commit
        }
      }
    }
    let store = try ArticleStore.open(path: path, access: .readWrite)
    #expect(try store.counts().articles == 0)
  }

  @Test func `a lock dies with its process`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/run.lock"
    let store = folder.store
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, store = store as String] in
      let lock = try RunLock.acquire(path: path, store: store)
      kill(getpid(), SIGKILL)
      lock.release()
    }
    let lock = try RunLock.acquire(path: path, store: store)
    lock.release()
  }
}
