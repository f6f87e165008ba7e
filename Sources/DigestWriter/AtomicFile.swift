// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Files that are replaced as a whole, so that a reader never sees half of one.
package enum AtomicFile {
  /// Makes `bytes` the content of the file at `path` and returns whether anything changed.
  ///
  /// A file that holds these bytes already is not touched, so its time and validators stay. Else the
  /// bytes go to `.NAME.part` beside it, which is synced and renamed; then the directory is synced.
  /// Two writers of the same file exclude each other; what a killed one left behind is used again.
  /// Throws when a call fails: the old file is whole then, and the temporary one is gone.
  package static func write(_ bytes: [UInt8], to path: String) throws(AtomicFileError) -> Bool {
    if try holds(bytes, at: path) { return false }
    let (directory, name) = split(path)
    let temporary = directory + "/." + name + ".part"
    let file = try openExclusively(temporary, for: path)
    defer { close(file) }
    do throws(AtomicFileError) {
      try fill(file, with: bytes, path: path)
      guard unsafe rename(temporary, path) == 0 else { throw AtomicFileError("replace", path) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    try synchronise(directory: directory, for: path)
    return true
  }

  /// Makes the directory at `path` and those above it, where they are missing.
  package static func makeDirectory(_ path: String) throws(AtomicFileError) {
    if path.isEmpty || isDirectory(path) { return }
    if unsafe mkdir(path, 0o755) == 0 { return }
    if errno == ENOENT {
      let parent = split(path).directory
      guard parent != path else { throw AtomicFileError("make the directory", path) }
      try makeDirectory(parent)
      if unsafe mkdir(path, 0o755) == 0 { return }
    }
    let code = errno
    guard code == EEXIST, isDirectory(path) else {
      throw AtomicFileError("make the directory", path, code: code)
    }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The directory and the last component; `.` stands for no directory.
  private static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let directory = slash == path.startIndex ? "/" : String(path[..<slash])
    return (directory, String(path[path.index(after: slash)...]))
  }

  /// Whether the file is there and is `bytes`; a file that is there but unreadable is an error only
  /// if it cannot be replaced either, so it counts as different here.
  private static func holds(_ bytes: [UInt8], at path: String) throws(AtomicFileError) -> Bool {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT || errno == EACCES { return false }
      throw AtomicFileError("read", path)
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw AtomicFileError("read", path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw AtomicFileError("replace", path, code: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else {
      return false
    }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var compared = 0
    while compared < bytes.count {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(file, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw AtomicFileError("read", path) }
      guard count > 0, compared + count <= bytes.count,
        buffer[..<count] == bytes[compared..<compared + count]
      else { return false }
      compared += count
    }
    return true
  }

  /// Opens and locks the temporary file and empties it.
  private static func openExclusively(
    _ temporary: String,
    for path: String
  ) throws(AtomicFileError) -> Int32 {
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw AtomicFileError("write", path) }
    var mine = stat()
    var named = stat()
    guard flock(file, LOCK_EX | LOCK_NB) == 0, unsafe fstat(file, &mine) == 0,
      unsafe stat(temporary, &named) == 0, mine.st_ino == named.st_ino
    else {
      // Held by another writer, or renamed by it between our open and our lock.
      close(file)
      throw AtomicFileError("write", path, code: EBUSY)
    }
    guard ftruncate(file, 0) == 0 else {
      let code = errno
      unsafe unlink(temporary)
      close(file)
      throw AtomicFileError("write", path, code: code)
    }
    return file
  }

  private static func fill(
    _ file: Int32,
    with bytes: [UInt8],
    path: String
  ) throws(AtomicFileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(file, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw AtomicFileError("write", path) }
      written += count
    }
    guard fsync(file) == 0 else { throw AtomicFileError("save", path) }
  }

  /// Makes the rename itself durable; file systems that cannot sync a directory say `EINVAL`.
  private static func synchronise(
    directory: String,
    for path: String
  ) throws(AtomicFileError) {
    let handle = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else {
      if errno == EACCES { return }
      throw AtomicFileError("save", path)
    }
    defer { close(handle) }
    guard fsync(handle) == 0 || errno == EINVAL else { throw AtomicFileError("save", path) }
  }
}

/// A file of the digest could not be written; the one that was there is unharmed.
package struct AtomicFileError: Error, Hashable, CustomStringConvertible {
  /// What was tried, as a verb: `write`, `replace`, `save`.
  package let action: String
  package let path: String
  /// The `errno` of the call that failed.
  package let code: Int32

  /// Takes the reason of the system call that failed just now.
  package init(_ action: String, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// What happened, in one sentence.
  package var sentence: String {
    let reason = code == EBUSY ? "another process is writing it" : AtomicFileError.text(of: code)
    return "cannot \(action) \(path): \(reason)"
  }

  /// What to try.
  package var advice: String {
    switch code {
    case EACCES, EPERM: "give this user the right to write there, or set another digest directory"
    case ENOSPC, EDQUOT: "free some disk space, then run again; the digest is as it was"
    case EROFS: "mount the file system for writing, or set another digest directory"
    case ENOENT, ENOTDIR: "make the directory, or set another digest directory"
    case EISDIR: "move the directory of that name away"
    case EBUSY: "wait for the other run to end"
    case ENAMETOOLONG: "choose a digest directory with a shorter path"
    default: "check the disk, then run again; the digest is as it was"
    }
  }

  package var description: String { sentence + "; " + advice }

  private static func text(of code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    let status = unsafe buffer.withUnsafeMutableBufferPointer { space in
      guard let start = space.baseAddress else { return Int32(-1) }
      return unsafe strerror_r(code, start, space.count)
    }
    guard status == 0 else { return "error \(code)" }
    let text = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    return String(decoding: text, as: UTF8.self)
  }
}
