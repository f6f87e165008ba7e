// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import Testing

@testable import ArticleStore

struct StoreOpeningTests {
  private func code(_ body: () throws -> Void) -> StoreError.Code? {
    do {
      try body()
      return nil
    } catch { return (error as? StoreError)?.code }
  }

  private func filled(_ folder: TemporaryFolder, articles: Int = 50) throws {
    let store = try ArticleStore.open(path: folder.store, access: .readWrite)
    let items = (0..<articles).map {
      Samples.item(Samples.article("k\($0)", text: String(repeating: "text ", count: 100)))
    }
    _ = try store.commit(Samples.batch(items))
    try store.close()
  }

  @Test func `the writer's journal survives a power cut`() throws {
    let folder = try TemporaryFolder()
    let store = try ArticleStore.open(path: folder.store, access: .readWrite)
    func pragma(_ name: String) throws -> String? {
      try store.queue.read { try String.fetchOne($0, sql: "PRAGMA \(name)") }
    }
    #expect(try pragma("synchronous") == "2")
    #expect(try pragma("journal_mode") == "wal")
    #expect(try pragma("foreign_keys") == "1")
    #expect(try pragma("application_id") == "\(Migrations.applicationID)")
  }

  @Test func `what was stored is there after opening again, also for readers`() throws {
    let folder = try TemporaryFolder()
    try filled(folder)
    for access in [ArticleStore.Access.readWrite, .readOnly] {
      let store = try ArticleStore.open(path: folder.store, access: access, verify: true)
      #expect(try store.counts().articles == 50)
      #expect(try store.integrityProblems() == [])
      try store.close()
    }
  }

  @Test func `a reader sees what is committed while the writer is open`() throws {
    let folder = try TemporaryFolder()
    let writer = try ArticleStore.open(path: folder.store, access: .readWrite)
    let reader = try ArticleStore.open(path: folder.store, access: .readOnly)
    _ = try writer.commit(Samples.batch([Samples.item(Samples.article("a"))]))
    #expect(try reader.counts().articles == 1)
    #expect(code { try reader.setMeta("x", for: "y") } == .readOnly)
  }

  @Test func `a reader of nothing is told so and creates nothing`() throws {
    let folder = try TemporaryFolder()
    #expect(code { _ = try ArticleStore.open(path: folder.store, access: .readOnly) } == .missing)
    #expect(throws: (any Error).self) { try folder.bytes("rasad.sqlite") }
  }

  @Test(arguments: [
    Array("not a database, but a letter\n".utf8), Array(repeating: 0, count: 5000),
    Array("SQLite format 3\0".utf8),
  ])
  func `another file is refused and left as it is`(bytes: [UInt8]) throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "rasad.sqlite")
    for access in [ArticleStore.Access.readWrite, .readOnly] {
      #expect(code { _ = try ArticleStore.open(path: folder.store, access: access) } == .foreign)
    }
    #expect(try folder.bytes("rasad.sqlite") == bytes)
  }

  @Test(arguments: [0, 42])
  func `another program's database is refused and left as it is`(application: Int) throws {
    let folder = try TemporaryFolder()
    let other = try DatabaseQueue(path: folder.store)
    try other.write { db in
      try db.execute(sql: "CREATE TABLE t(x); PRAGMA application_id = \(application)")
    }
    try other.close()
    let before = try folder.bytes("rasad.sqlite")
    for access in [ArticleStore.Access.readWrite, .readOnly] {
      #expect(code { _ = try ArticleStore.open(path: folder.store, access: access) } == .foreign)
    }
    #expect(try folder.bytes("rasad.sqlite") == before)
  }

  @Test func `an empty file is a store that was never begun`() throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "rasad.sqlite")
    #expect(code { _ = try ArticleStore.open(path: folder.store, access: .readOnly) } == .missing)
    let store = try ArticleStore.open(path: folder.store, access: .readWrite)
    #expect(try store.counts().articles == 0)
  }

  @Test func `a newer store is refused with a sentence`() throws {
    let folder = try TemporaryFolder()
    try filled(folder)
    let queue = try DatabaseQueue(path: folder.store)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 999") }
    try queue.close()
    for access in [ArticleStore.Access.readWrite, .readOnly] {
      do {
        _ = try ArticleStore.open(path: folder.store, access: access)
        Issue.record("the store was opened")
      } catch {
        #expect(error.code == .newerSchema)
        #expect(error.sentence.contains("999"))
      }
    }
  }

  @Test func `a folder and a path without a folder cannot be opened`() throws {
    let folder = try TemporaryFolder()
    #expect(
      code { _ = try ArticleStore.open(path: folder.path, access: .readWrite) } == .cannotOpen
    )
    let nowhere = folder.path + "/no/such/rasad.sqlite"
    #expect(code { _ = try ArticleStore.open(path: nowhere, access: .readWrite) } == .cannotOpen)
  }

  @Test func `a store that was cut off is refused and left as it is`() throws {
    let folder = try TemporaryFolder()
    try filled(folder)
    let half = Array(try folder.bytes("rasad.sqlite").dropLast(40_000))
    try folder.write(half, to: "rasad.sqlite")
    #expect(code { _ = try ArticleStore.open(path: folder.store, access: .readWrite) } == .corrupt)
    #expect(try folder.bytes("rasad.sqlite") == half)
  }

  @Test func `damage in the middle is found by verifying, and nothing is changed`() throws {
    let folder = try TemporaryFolder()
    try filled(folder, articles: 400)
    var bytes = try folder.bytes("rasad.sqlite")
    let middle = bytes.count / 2 / 4096 * 4096
    for index in middle..<middle + 4096 { bytes[index] = 0xA5 }
    try folder.write(bytes, to: "rasad.sqlite")
    #expect(
      code { _ = try ArticleStore.open(path: folder.store, access: .readWrite, verify: true) }
        == .corrupt
    )
    #expect(try folder.bytes("rasad.sqlite") == bytes)
  }

  @Test func `a full disk saves nothing of the batch and says so`() throws {
    let folder = try TemporaryFolder()
    try filled(folder)
    let store = try ArticleStore.open(path: folder.store, access: .readWrite)
    try store.queue.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 3)")
    }
    let more = (0..<200).map { Samples.item(Samples.article("n\($0)", text: "\($0) long text")) }
    #expect(
      code { _ = try store.commit(Samples.batch(more, now: Samples.start + 999)) } == .diskFull
    )
    #expect(try store.counts().articles == 50)
    #expect(try store.feedState("irib")?.schedule == "s\(Samples.start + 60)")
    try store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA max_page_count = 1000000")
    }
    #expect(try store.commit(Samples.batch(more)).new.count == 200)
    #expect(try store.integrityProblems() == [])
  }

  @Test func `a store in a folder with odd characters opens`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/رصد ?#% &.sqlite"
    let store = try ArticleStore.open(path: path, access: .readWrite)
    _ = try store.commit(Samples.batch([Samples.item(Samples.article("a"))]))
    try store.close()
    #expect(try ArticleStore.open(path: path, access: .readOnly).counts().articles == 1)
  }

  /// A database whose first change was cut off: its journal waits to be rolled back.
  private func cutOff(_ folder: TemporaryFolder, setUp: String, length: Int = .max) throws {
    let path = folder.path + "/making.sqlite"
    let making = try DatabaseQueue(path: path)
    try making.writeWithoutTransaction { db in
      try db.execute(sql: "\(setUp); VACUUM; PRAGMA cache_size = 1; BEGIN; CREATE TABLE t(x)")
      for _ in 0..<40 { try db.execute(sql: "INSERT INTO t VALUES (zeroblob(3000))") }
      let written = Array(try folder.bytes("making.sqlite").prefix(length))
      try folder.write(written, to: "rasad.sqlite")
      try folder.write(try folder.bytes("making.sqlite-journal"), to: "rasad.sqlite-journal")
      try db.execute(sql: "ROLLBACK")
    }
    try making.close()
    #expect(try folder.bytes("rasad.sqlite-journal").count > 512)
  }

  @Test func `a store whose making was killed is made by the next run`() throws {
    let folder = try TemporaryFolder()
    try cutOff(folder, setUp: "PRAGMA user_version = 0")
    let store = try ArticleStore.open(path: folder.store, access: .readWrite, verify: true)
    #expect(try store.commit(Samples.batch([Samples.item(Samples.article("a"))])).new.count == 1)
    try store.close()
  }

  @Test func `a store whose making was killed within a page is made by the next run`() throws {
    let folder = try TemporaryFolder()
    try cutOff(folder, setUp: "PRAGMA user_version = 0", length: 2048)
    let store = try ArticleStore.open(path: folder.store, access: .readWrite, verify: true)
    #expect(try store.commit(Samples.batch([Samples.item(Samples.article("a"))])).new.count == 1)
    #expect(try store.integrityProblems() == [])
    try store.close()
  }

  @Test func `another program's database that was killed stays another program's`() throws {
    let folder = try TemporaryFolder()
    try cutOff(folder, setUp: "CREATE TABLE theirs(x)")
    #expect(
      code { _ = try ArticleStore.open(path: folder.store, access: .readWrite) } == .foreign
    )
  }
}
