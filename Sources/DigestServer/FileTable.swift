// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// The files of the digest's directory that may be served, and nothing else.
///
/// A path is looked up only if the digest itself could have written it; each of its parts is opened
/// beneath the one before, and a symbolic link is never followed.
final class FileTable: Sendable {
  /// Bytes of the largest file that is served.
  private static let largest = 64 << 20
  /// Bytes of all files that are kept in memory.
  private static let room = 96 << 20
  /// Versions of each feed whose entries are remembered.
  private static let versions = 64

  private struct Cache {
    var files: [String: ServedFile] = [:]
    var bytes = 0
    /// By path, oldest first: what clients may hold.
    var history: [String: [(tag: String, hashes: Set<UInt64>)]] = [:]
  }

  private let folder: String
  private let allows: @Sendable (String) -> Bool
  private let finish: @Sendable (String, [UInt8]) -> [UInt8]
  private let cache = Mutex(Cache())

  /// - Parameters:
  ///   - folder: The digest's directory; it may come into being later.
  ///   - allows: Whether the digest writes a file of this (relative) path.
  ///   - finish: What is served for the file at a path with these bytes.
  init(
    folder: String,
    allows: @escaping @Sendable (String) -> Bool,
    finish: @escaping @Sendable (String, [UInt8]) -> [UInt8]
  ) {
    self.folder = folder
    self.allows = allows
    self.finish = finish
  }

  /// The present version of the file at `path`, relative to the directory; `nil` if there is none.
  func file(_ path: String) -> ServedFile? {
    guard FileTable.isPlain(path), allows(path) else { return nil }
    var status = stat()
    guard unsafe lstat(folder + "/" + path, &status) == 0 else { return forget(path) }
    let mark = FileMark(status)
    if let known = cache.withLock({ $0.files[path] }), known.mark == mark { return known }
    guard let (bytes, opened) = read(path) else { return forget(path) }
    let file = ServedFile(path: path, bytes: finish(path, bytes), mark: opened)
    keep(file)
    return file
  }

  /// What the version `tag` of the feed at `path` held, if it was served since the start.
  func entries(of path: String, tag: String) -> Set<UInt64>? {
    cache.withLock { $0.history[path]?.first { $0.tag == tag }?.hashes }
  }

  /// One or two names of letters, digits and `._-`, none beginning with a dot.
  static func isPlain(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy { part in
        (1...120).contains(part.utf8.count) && part.utf8.first != UInt8(ascii: ".")
          && part.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "._-".utf8.contains(byte)
            }
          }
      }
  }

  private func forget(_ path: String) -> ServedFile? {
    cache.withLock { cache in
      if let old = cache.files.removeValue(forKey: path) { cache.bytes -= old.body.count }
    }
    return nil
  }

  private func keep(_ file: ServedFile) {
    cache.withLock { cache in
      if let old = cache.files.removeValue(forKey: file.path) { cache.bytes -= old.body.count }
      // Rarely reached: thousands of stories. What is asked for again is read again.
      if cache.bytes + file.body.count > FileTable.room {
        cache.files = [:]
        cache.bytes = 0
      }
      cache.files[file.path] = file
      cache.bytes += file.body.count
      guard let feed = file.feed else { return }
      var versions = cache.history[file.path] ?? []
      guard !versions.contains(where: { $0.tag == file.tag }) else { return }
      versions.append((file.tag, feed.hashes))
      cache.history[file.path] = Array(versions.suffix(FileTable.versions))
    }
  }

  /// Reads a regular file beneath the directory without following a link in `path`.
  private func read(_ path: String) -> (bytes: [UInt8], mark: FileMark)? {
    var directory = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return nil }
    defer { close(directory) }
    let parts = path.split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
      let next = unsafe openat(directory, part, flags)
      guard next >= 0 else { return nil }
      close(directory)
      directory = next
    }
    // A pipe must not hold the server up.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = unsafe openat(directory, parts[parts.count - 1], flags)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { return nil }
    let mark = FileMark(status)
    guard mark.isRegular, mark.size <= FileTable.largest else { return nil }
    var bytes = [UInt8](repeating: 0, count: mark.size)
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { space in
        unsafe Glibc.read(file, space.baseAddress?.advanced(by: filled), space.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      filled += count
    }
    return (bytes, mark)
  }
}
