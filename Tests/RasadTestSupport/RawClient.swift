// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A socket to a server on loopback that sends exactly what a test says.
package final class RawClient {
  /// What came back: the first answer's status, its fields and body; all bytes as text.
  package struct Answer {
    package let status: Int
    package let fields: [(name: String, value: String)]
    package let body: [UInt8]
    /// The value of a field, named in lower case.
    package subscript(_ name: String) -> String? {
      fields.first { $0.name.lowercased() == name }?.value
    }
    package var text: String { String(decoding: body, as: UTF8.self) }
  }

  private let socket: Int32

  /// Connects; `nil` when nobody listens.
  ///
  /// - Parameters:
  ///   - port: Where to connect, on loopback.
  ///   - room: Bytes that the system keeps for a client that does not read, or `nil` for its choice.
  package init?(port: Int, room: Int32? = nil) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { return nil }
    if var room {
      let size = socklen_t(MemoryLayout<Int32>.size)
      _ = unsafe setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &room, size)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = in_port_t(port).bigEndian
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe connect(socket, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { return nil }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    _ = unsafe setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
  }

  deinit { close(socket) }

  @discardableResult
  package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  @discardableResult
  package func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { raw in
        unsafe Glibc.send(
          socket,
          raw.baseAddress?.advanced(by: sent),
          raw.count - sent,
          Int32(MSG_NOSIGNAL)
        )
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Everything until the server closes the connection; `nil` if it does not within ten seconds.
  package func rest() -> [UInt8]? {
    var all: [UInt8] = []
    while true {
      guard let more = receive() else { return nil }
      if more.isEmpty { return all }
      all += more
    }
  }

  /// One answer, whose end its `Content-Length` tells.
  package func answer(isHead: Bool = false) -> Answer? {
    var all: [UInt8] = []
    var end: Int?
    while end == nil {
      guard let more = receive(limit: 1), !more.isEmpty else { return nil }
      all += more
      if all.suffix(4) == [13, 10, 13, 10] { end = all.count }
    }
    let lines = String(decoding: all, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count >= 2, let status = Int(words[1]) else { return nil }
    let fields = lines.dropFirst().map { line -> (name: String, value: String) in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (String(parts[0]), String(parts.last?.drop { $0 == " " } ?? ""))
    }
    let length = fields.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) }
    var body: [UInt8] = []
    let isBodyless = isHead || status == 304
    while !isBodyless, body.count < length ?? 0 {
      guard let more = receive(limit: (length ?? 0) - body.count), !more.isEmpty else { return nil }
      body += more
    }
    return Answer(status: status, fields: fields, body: body)
  }

  private func receive(limit: Int = 65_536) -> [UInt8]? {
    var space = [UInt8](repeating: 0, count: limit)
    let count = unsafe recv(socket, &space, limit, 0)
    // A reset is an end too.
    if count < 0 { return errno == ECONNRESET ? [] : nil }
    return Array(space.prefix(count))
  }
}
