// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import Testing

@testable import ArticleStore

struct RunLockTests {
  private func acquire(_ folder: TemporaryFolder, wait: Duration = .zero) throws -> RunLock {
    try RunLock.acquire(path: folder.path + "/run.lock", store: folder.store, wait: wait)
  }

  @Test func `a second writer is refused and told who has it`() throws {
    let folder = try TemporaryFolder()
    let lock = try acquire(folder)
    do {
      _ = try acquire(folder)
      Issue.record("the lock was taken twice")
    } catch let failure as RunLock.Failure {
      guard case .held(let holder) = failure else {
        Issue.record("\(failure)")
        return
      }
      #expect(holder?.process == Int(ProcessInfo.processInfo.processIdentifier))
    }
    #expect(
      RunLock.holder(path: lock.path)?.process == Int(ProcessInfo.processInfo.processIdentifier)
    )
    lock.release()
    #expect(RunLock.holder(path: lock.path) == nil)
    try acquire(folder).release()
  }

  @Test func `a lock goes with its value, and a stale file never blocks`() throws {
    let folder = try TemporaryFolder()
    do { _ = try acquire(folder) }
    try folder.write(Array("pid 1 since 5\n".utf8), to: "run.lock")
    let lock = try acquire(folder)
    #expect(!lock.endedUncleanly)
  }

  @Test func `waiting ends when the lock is free`() async throws {
    let folder = try TemporaryFolder()
    let lock = try acquire(folder)
    let path = folder.path + "/run.lock"
    let store = folder.store
    let waiter = Task.detached { try RunLock.acquire(path: path, store: store, wait: .seconds(20)) }
    lock.release()
    let second = try await waiter.value
    #expect(RunLock.holder(path: path) != nil)
    second.release()
  }

  @Test func `waiting ends in time when the lock is not free`() throws {
    let folder = try TemporaryFolder()
    let lock = try acquire(folder)
    #expect(throws: RunLock.Failure.self) { try acquire(folder, wait: .milliseconds(60)) }
    lock.release()
  }

  @Test func `an end in order is told from a kill and from a file that was changed`() throws {
    let folder = try TemporaryFolder()
    func session(_ end: (RunLock, ArticleStore) throws -> Void) throws -> Bool {
      let lock = try acquire(folder)
      let store = try ArticleStore.open(
        path: folder.store,
        access: .readWrite,
        verify: lock.endedUncleanly
      )
      try store.setMeta("\(Int.random(in: 0..<1_000_000))", for: "x")
      try end(lock, store)
      return lock.endedUncleanly
    }
    func inOrder(_ lock: RunLock, _ store: ArticleStore) throws {
      try store.close()
      lock.release()
    }
    #expect(try session(inOrder) == false)
    #expect(try session(inOrder) == false)
    #expect(try session { _, store in try store.close() } == false)
    #expect(try session(inOrder) == true)
    #expect(try session(inOrder) == false)
    var bytes = try folder.bytes("rasad.sqlite")
    bytes.append(contentsOf: [UInt8](repeating: 0, count: 4096))
    try folder.write(bytes, to: "rasad.sqlite")
    let lock = try acquire(folder)
    #expect(lock.endedUncleanly)
  }

  @Test func `a lock that cannot be made says why`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: RunLock.Failure.self) {
      try RunLock.acquire(path: folder.path + "/no/run.lock", store: folder.store)
    }
  }
}
