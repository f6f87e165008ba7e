// SPDX-License-Identifier: Apache-2.0
import GRDB
import GRDBSQLite
import Glibc

/// A prepared statement of GRDB's cache whose values are bound and read without boxing.
///
/// GRDB's rows and arguments cost more than SQLite itself on the rows that a run handles by the
/// thousand; connections, transactions and preparation stay GRDB's. Bind all parameters from 1 on,
/// then ``run()``, or ``step()`` until it answers `false`; columns count from 0. A value of this
/// type must not outlive the block of the database that made it.
@safe
struct Query {
  private let statement: Statement
  private let raw: OpaquePointer

  /// Takes the statement from the cache, reset and with nothing bound.
  init(_ db: Database, _ sql: String) throws {
    statement = try db.cachedStatement(sql: sql)
    unsafe raw = statement.sqliteStatement
    reset()
    unsafe sqlite3_clear_bindings(raw)
  }

  /// SQLite copies what is bound, so nothing need outlive the call.
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  func bind(_ place: Int, _ value: Int?) {
    guard let value else { return _ = unsafe sqlite3_bind_null(raw, Int32(place)) }
    unsafe sqlite3_bind_int64(raw, Int32(place), Int64(value))
  }

  func bind(_ place: Int, _ value: Int64?) {
    guard let value else { return _ = unsafe sqlite3_bind_null(raw, Int32(place)) }
    unsafe sqlite3_bind_int64(raw, Int32(place), value)
  }

  func bind(_ place: Int, _ value: [UInt8]) {
    // A pointer to nothing would bind NULL, which is not an empty blob.
    guard !value.isEmpty else { return _ = unsafe sqlite3_bind_zeroblob(raw, Int32(place), 0) }
    unsafe sqlite3_bind_blob64(raw, Int32(place), value, UInt64(value.count), Self.copied)
  }

  /// Binds a text; each NUL in it is replaced (``Swift/String/bindable``).
  func bind(_ place: Int, _ value: String?) {
    guard var value else { return _ = unsafe sqlite3_bind_null(raw, Int32(place)) }
    let plain = value.withUTF8 { bytes -> Bool in
      guard let base = bytes.baseAddress, bytes.count > 0 else {
        unsafe sqlite3_bind_text64(raw, Int32(place), "", 0, Self.copied, UInt8(SQLITE_UTF8))
        return true
      }
      guard unsafe memchr(base, 0, bytes.count) == nil else { return false }
      unsafe base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
        _ = unsafe sqlite3_bind_text64(
          raw,
          Int32(place),
          text,
          UInt64(bytes.count),
          Self.copied,
          UInt8(SQLITE_UTF8)
        )
      }
      return true
    }
    if !plain { bind(place, value.bindable) }
  }

  /// Goes to the next row.
  ///
  /// - Returns: `false` when there is none; the statement is then reset.
  /// - Throws: `DatabaseError` with SQLite's code and message.
  func step() throws -> Bool {
    let code = unsafe sqlite3_step(raw)
    if code == SQLITE_ROW { return true }
    guard code == SQLITE_DONE else {
      let connection = unsafe sqlite3_db_handle(raw)
      let extended = unsafe sqlite3_extended_errcode(connection)
      let message = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) }
      reset()
      throw DatabaseError(resultCode: ResultCode(rawValue: extended), message: message)
    }
    reset()
    return false
  }

  /// Runs a statement to its end and forgets its rows.
  func run() throws {
    while try step() {}
  }

  /// Ends a statement whose remaining rows are not wanted.
  func reset() { unsafe sqlite3_reset(raw) }

  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(raw, Int32(column)) == SQLITE_NULL
  }

  func int(_ column: Int) -> Int { Int(unsafe sqlite3_column_int64(raw, Int32(column))) }
  func row(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(raw, Int32(column)) }
  func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }
  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  func text(_ column: Int) -> String {
    guard let text = unsafe sqlite3_column_text(raw, Int32(column)) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(raw, Int32(column)))
    return unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
  }

  func blob(_ column: Int) -> [UInt8] {
    guard let bytes = unsafe sqlite3_column_blob(raw, Int32(column)) else { return [] }
    let count = Int(unsafe sqlite3_column_bytes(raw, Int32(column)))
    return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
  }
}

extension Query {
  /// The first column of the first row, or `nil` without a row.
  func firstRow() throws -> Int64? {
    guard try step() else { return nil }
    defer { reset() }
    return row(0)
  }

  /// One value per row.
  func all<Value>(_ value: (Query) throws -> Value) throws -> [Value] {
    var result: [Value] = []
    while try step() { result.append(try value(self)) }
    return result
  }
}
