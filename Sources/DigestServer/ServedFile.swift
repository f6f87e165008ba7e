// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization
import TextBasics

/// One version of a file of the digest, ready to be sent.
final class ServedFile: Sendable {
  /// Relative to the digest's directory.
  let path: String
  /// Without quotes: a hash of the bytes, so that it is the same after a restart and on any machine.
  let tag: String
  /// Seconds since 1970.
  let modified: Int
  let body: SharedBytes
  let type: String
  /// The feed's entries, or `nil` for what is no feed of ours.
  let feed: FeedDelta?
  let mark: FileMark
  private let compressed = Mutex<SharedBytes??>(nil)

  init(path: String, bytes: [UInt8], mark: FileMark) {
    self.path = path
    self.mark = mark
    tag = String(Base32.encode(SHA256.digest(of: bytes)).prefix(26))
    modified = mark.modified
    body = SharedBytes(bytes)
    type = ServedFile.type(of: path)
    feed = path.hasSuffix(".atom") ? FeedDelta(bytes) : nil
  }

  /// The bytes in gzip, made when they are first asked for; `nil` if that gains nothing.
  var gzip: SharedBytes? {
    compressed.withLock { made in
      if let made { return made }
      let new = Gzip.compressed(body.bytes).map(SharedBytes.init)
      made = .some(new)
      return new
    }
  }

  static func type(of path: String) -> String {
    switch path.drop(while: { $0 != "." }).dropFirst() {
    case "html": "text/html; charset=utf-8"
    case "atom": "application/atom+xml; charset=utf-8"
    case "json": "application/feed+json; charset=utf-8"
    case "opml": "text/x-opml; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "svg": "image/svg+xml"
    default: "application/octet-stream"
    }
  }

  /// Seconds for which a client need not ask again.
  var lifetime: Int {
    switch path.drop(while: { $0 != "." }).dropFirst() {
    case "html": 60
    case "css", "svg": 86_400
    default: 300
    }
  }
}

/// What tells a file from its next version: files are replaced as a whole, never changed in place.
struct FileMark: Sendable, Hashable {
  let device: UInt
  let inode: UInt
  let size: Int
  /// Seconds since 1970.
  let modified: Int
  let nanoseconds: Int
  let isRegular: Bool

  init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    modified = Int(status.st_mtim.tv_sec)
    nanoseconds = Int(status.st_mtim.tv_nsec)
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }
}
