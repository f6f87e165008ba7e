// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The one lock of all writers: `flock` on a file of the state directory.
///
/// The kernel frees it when the process ends, however it ends: a stale file never blocks. What the
/// file says is for messages, and tells the next writer whether the last one ended in order.
package final class RunLock: Sendable {
  /// Who holds the lock, as far as the file says.
  package struct Holder: Sendable, Hashable {
    package let process: Int
    /// Seconds since 1970.
    package let since: Int
  }

  /// Why the lock was not taken.
  package enum Failure: Error, Sendable, Hashable {
    /// Another writer has it.
    case held(Holder?)
    /// The file cannot be opened, locked or written; the system's words.
    case system(String)
  }

  package let path: String
  /// Whether the last writer did not release the lock, or the store changed since it did: the
  /// store should then be verified (``ArticleStore/open(path:access:verify:)``).
  package let endedUncleanly: Bool
  private let file: Int32
  private let store: String

  private init(path: String, store: String, file: Int32, endedUncleanly: Bool) {
    self.path = path
    self.store = store
    self.file = file
    self.endedUncleanly = endedUncleanly
  }

  deinit { close(file) }

  /// Takes the lock, or says who has it.
  ///
  /// - Parameters:
  ///   - path: `run.lock` in the state directory; made when it is missing.
  ///   - store: The store's file, whose state a clean release notes.
  ///   - wait: How long to try before giving up.
  /// - Returns: The lock; it is held until ``release()`` or until the value goes.
  /// - Throws: ``Failure``; nothing is held then.
  package static func acquire(
    path: String,
    store: String,
    wait: Duration = .zero
  ) throws(Failure) -> RunLock {
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .system("\(path): \(StoreHeader.reason(errno))") }
    let deadline = ContinuousClock.now + wait
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      let number = errno
      if number == EINTR { continue }
      guard number == EWOULDBLOCK else {
        close(file)
        throw .system("\(path): \(StoreHeader.reason(number))")
      }
      guard ContinuousClock.now < deadline else {
        let holder = holder(in: contents(file))
        close(file)
        throw .held(holder)
      }
      usleep(20_000)
    }
    let noted = contents(file)
    let unclean = StoreHeader.size(store) > 0 && noted != mark(store)
    let lock = RunLock(path: path, store: store, file: file, endedUncleanly: unclean)
    lock.note("pid \(getpid()) since \(time(nil))\n")
    return lock
  }

  /// Notes that the store was closed in order, and frees the lock.
  ///
  /// Called after ``ArticleStore/close()``, and only when all went well; without it the next writer
  /// verifies the store. The lock ends with the value in any case.
  package func release() {
    note(Self.mark(store))
    flock(file, LOCK_UN)
  }

  /// Who holds the lock at `path` now, or `nil` when nobody does.
  package static func holder(path: String) -> Holder? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard flock(file, LOCK_SH | LOCK_NB) != 0 else { return nil }
    return holder(in: contents(file)) ?? Holder(process: 0, since: 0)
  }

  private func note(_ text: String) {
    let bytes = Array(text.utf8)
    // A full disk must not keep a run from trying: the note is only for people and for caution.
    guard ftruncate(file, 0) == 0 else { return }
    _ = unsafe pwrite(file, bytes, bytes.count, 0)
  }

  private static func contents(_ file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = unsafe pread(file, &bytes, bytes.count, 0)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  private static func holder(in text: String) -> Holder? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 4, words[0] == "pid", words[2] == "since", let process = Int(words[1]),
      let since = Int(words[3])
    else { return nil }
    return Holder(process: process, since: since)
  }

  /// Size and time of the store and its journal: anything that touches them changes this.
  private static func mark(_ store: String) -> String {
    let parts = [store, store + "-wal"].map { path -> String in
      var status = stat()
      guard unsafe stat(path, &status) == 0, status.st_size > 0 else { return "none" }
      return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
    return "clean " + parts.joined(separator: " / ") + "\n"
  }
}
