// SPDX-License-Identifier: Apache-2.0
import GRDB

extension StoreError {
  /// Says in words what `error` means for the file at `path`.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(code: .bug, sentence: "\(path): \(error).")
      return
    }
    let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    // SQLite reports a journal index that cannot grow as an I/O error: the disk is full then too.
    let full = error.extendedResultCode == .SQLITE_IOERR_SHMSIZE
    switch full ? .SQLITE_FULL : error.resultCode {
    case .SQLITE_FULL:
      self.init(
        code: .diskFull,
        sentence: "\(path): the disk is full; nothing of this step was saved.",
        advice: "Free some space and run again."
      )
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        code: .readOnly,
        sentence: "\(path): cannot be written (\(detail)).",
        advice: "Check the permissions of the file and of its folder, or choose another --state."
      )
    case .SQLITE_CANTOPEN:
      self.init(
        code: .cannotOpen,
        sentence: "\(path): cannot be opened (\(detail)).",
        advice: "Check that its folder exists and may be written, or choose another --state."
      )
    case .SQLITE_CORRUPT: self = .damaged(path, detail)
    case .SQLITE_NOTADB: self = .foreign(path, "it is not an SQLite database")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        code: .busy,
        sentence: "\(path): another process holds the database (\(detail)).",
        advice: "Wait until it has finished and run again."
      )
    case .SQLITE_IOERR:
      self.init(
        code: .inputOutput,
        sentence: "\(path): the system reported an error (\(detail), code "
          + "\(error.extendedResultCode.rawValue)); nothing of this step was saved.",
        advice: "Check the disk (dmesg, df, quotas), then run again."
      )
    default:
      let code = error.extendedResultCode.rawValue
      self.init(code: .bug, sentence: "\(path): \(detail) (SQLite code \(code)).")
    }
  }

  static func damaged(_ path: String, _ how: String) -> StoreError {
    StoreError(
      code: .corrupt,
      sentence: "\(path): the database is damaged (\(how)); it was left as it is.",
      advice: "`rasad doctor --salvage` saves what can be read and keeps the old file."
    )
  }

  static func missing(_ path: String) -> StoreError {
    StoreError(
      code: .missing,
      sentence: "\(path): there is no store yet.",
      advice: "`rasad run` or `rasad replay` makes one."
    )
  }

  static func foreign(_ path: String, _ why: String) -> StoreError {
    StoreError(
      code: .foreign,
      sentence: "\(path): this is not a store of Rasad: \(why); it was left as it is.",
      advice: "Move the file away, or choose another folder with --state."
    )
  }
}
