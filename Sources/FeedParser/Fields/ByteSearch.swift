// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import TextBasics

extension String {
  /// The text of `bytes`; what is no UTF-8 becomes U+FFFD.
  ///
  /// The same as the initializer of the standard library, whose look at each byte costs more than
  /// all else that is done for a text.
  init(checking bytes: Span<UInt8>) {
    let (isUTF8, isASCII) = UTF8Repair.check(bytes)
    if isUTF8 {
      self = unsafe String(copying: UTF8Span(unchecked: bytes, isKnownASCII: isASCII))
    } else {
      self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Whether the ASCII character `byte` occurs, found by the C library's search.
  func holds(_ byte: UInt8) -> Bool {
    let bytes = utf8.span
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return false }
      return unsafe memchr(base, Int32(byte), buffer.count) != nil
    }
  }
}

extension Span<UInt8> {
  /// The first place of `byte` from `start` to before `stop`, found by the C library's search.
  @inline(__always)
  func firstIndex(of byte: UInt8, from start: Int, to stop: Int) -> Int? {
    guard start < stop else { return nil }
    return unsafe extracting(start..<stop).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base, Int32(byte), buffer.count)
      else { return nil }
      return unsafe start + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
    }
  }

  /// Whether none of `others` occurs: one search for each by the C library is faster than one loop.
  func holdsNone(of others: UInt8...) -> Bool {
    unsafe withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !buffer.isEmpty else { return true }
      for other in others where unsafe memchr(base, Int32(other), buffer.count) != nil {
        return false
      }
      return true
    }
  }
}
