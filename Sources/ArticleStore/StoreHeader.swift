// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What the first 100 bytes of a file say (SQLite file format, section 1.3).
enum StoreHeader {
  case missing, empty, other
  case unreadable(String)
  /// `truncated`: the file is shorter than its header says, and no journal waits to mend it.
  case database(application: Int, truncated: Bool)

  static func read(_ path: String) -> StoreHeader {
    let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      return errno == ENOENT && !isDangling(path) ? .missing : .unreadable(reason(errno))
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { return .unreadable(reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .unreadable("it is not a file") }
    guard status.st_size > 0 else { return .empty }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = unsafe pread(file, &bytes, 100, 0)
    guard count >= 0 else { return .unreadable(reason(errno)) }
    guard count == 100, bytes.starts(with: "SQLite format 3\0".utf8) else { return .other }
    func number(_ place: Int, _ size: Int) -> Int {
      bytes[place..<place + size].reduce(0) { $0 << 8 | Int($1) }
    }
    let page = number(16, 2) == 1 ? 65_536 : number(16, 2)
    // The page count is valid only if the two change counters agree (1.3.7).
    let counted = number(24, 4) == number(92, 4)
    // With a journal the file's own length says nothing: SQLite puts back what a killed run left.
    let journal = size(path + "-wal") > 0 || size(path + "-journal") > 0
    return .database(
      application: number(68, 4),
      truncated: counted && !journal && Int(status.st_size) < page * number(28, 4)
    )
  }

  /// The size of a file in bytes; 0 when there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The system's words for an error number.
  static func reason(_ number: Int32) -> String {
    guard let text = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: text)
  }

  /// Whether `path` is a symbolic link to nothing: it must not be taken for "no store yet".
  private static func isDangling(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }
}
