// SPDX-License-Identifier: Apache-2.0
import CZlib

/// Compresses a whole file in the frame of gzip (RFC 1952); the same bytes give the same bytes.
enum Gzip {
  /// - Returns: `nil` when nothing would be gained, or zlib has no memory.
  static func compressed(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
    guard bytes.count >= 256, bytes.count <= Int(UInt32.max / 2) else { return nil }
    var stream = unsafe z_stream()
    guard unsafe rasad_zlib_begin_gzip(&stream, level) == Z_OK else { return nil }
    defer { unsafe deflateEnd(&stream) }
    var input = bytes
    // Room for what is smaller only: a result that does not fit is not wanted.
    var output = [UInt8](repeating: 0, count: bytes.count)
    let status = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = uInt(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = uInt(target.count)
        return unsafe deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    return Array(output.prefix(Int(unsafe stream.total_out)))
  }
}
