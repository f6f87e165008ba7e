// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Synchronization

/// A real HTTP/1.1 server on 127.0.0.1 whose answers a test decides.
///
/// ```swift
/// let server = try LoopbackServer { request in
///   request.path == "/feed" ? .init(body: "<rss/>") : .init(status: 404)
/// }
/// defer { server.stop() }
/// let address = server.url("/feed")
/// ```
///
/// Each connection has a thread of its own and is kept alive; the handler runs there and may block,
/// for example to hold an answer back until the test lets it go.
package final class LoopbackServer: Sendable {
  /// What a client asked.
  package struct Request: Sendable {
    package let method: String
    /// Path and query, as they were sent.
    package let target: String
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]
    /// Counted from 0; two requests with the same number came over the same connection.
    package let connection: Int

    /// The target without its query.
    package var path: String { String(target.prefix { $0 != "?" }) }
    /// The value of the first header with this name, whatever its case.
    package func header(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  /// What the server answers.
  package struct Response: Sendable {
    /// How the end of the body is told.
    package enum Framing: Sendable {
      /// By `Content-Length`.
      case length
      /// By chunks of this many bytes.
      case chunked(Int)
      /// By closing the connection.
      case close
      /// Not at all: ``Response/body`` is everything that is sent, status line and all.
      case raw
    }

    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    package var framing: Framing = .length
    /// Before the first byte; ends early when the client goes away.
    package var delay: Duration = .zero
    /// After this many bytes of the whole answer the connection is closed.
    package var truncatedAfter: Int?
    /// Closes by a reset instead of in peace; with ``truncatedAfter``.
    package var resets = false
    /// Sends pieces of this many bytes with a pause before each.
    package var drip: (bytes: Int, pause: Duration)?

    package init(
      status: Int = 200,
      headers: [(name: String, value: String)] = [],
      body: [UInt8] = []
    ) {
      self.status = status
      self.headers = headers
      self.body = body
    }

    package init(
      status: Int = 200,
      headers: [(name: String, value: String)] = [],
      body: String
    ) {
      self.init(status: status, headers: headers, body: Array(body.utf8))
    }
  }

  /// A system call that failed.
  package struct SystemError: Error { package let code: Int32 }

  private struct State {
    var requests: [Request] = []
    var open: Set<Int32> = []
    var connections = 0
    var mostOpen = 0
    var stopped = false
  }

  /// Given by the system.
  package let port: Int
  private let listener: Int32
  private let handler: @Sendable (Request) -> Response
  private let state = Mutex(State())

  /// Listens on a free port and answers until ``stop()``.
  ///
  /// - Throws: ``SystemError`` when there is no socket to be had.
  package init(handler: @escaping @Sendable (Request) -> Response) throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw SystemError(code: errno) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(socket, generic, size) == 0 && listen(socket, 512) == 0
          && getsockname(socket, generic, &size) == 0
      }
    }
    guard isBound else {
      let code = errno
      close(socket)
      throw SystemError(code: code)
    }
    listener = socket
    port = Int(UInt16(bigEndian: address.sin_port))
    self.handler = handler
    Thread { [self] in accept() }.start()
  }

  /// The address of `target` on this server.
  package func url(_ target: String = "/") -> String { "http://127.0.0.1:\(port)\(target)" }

  /// All requests so far, in the order of their arrival.
  package var requests: [Request] { state.withLock { $0.requests } }
  /// Connections so far.
  package var connections: Int { state.withLock { $0.connections } }
  /// The most connections that were open together.
  package var mostOpen: Int { state.withLock { $0.mostOpen } }

  /// Closes every connection and stops listening.
  package func stop() {
    let sockets = state.withLock { state -> Set<Int32>? in
      guard !state.stopped else { return nil }
      state.stopped = true
      return state.open
    }
    guard let sockets else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) }
  }

  private func accept() {
    defer { close(listener) }
    while true {
      let socket = Glibc.accept(listener, nil, nil)
      guard socket >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        return
      }
      let number = state.withLock { state -> Int? in
        guard !state.stopped else { return nil }
        state.open.insert(socket)
        state.mostOpen = max(state.mostOpen, state.open.count)
        state.connections += 1
        return state.connections - 1
      }
      guard let number else {
        close(socket)
        return
      }
      let thread = Thread { [self] in serve(socket, number) }
      thread.stackSize = 256 << 10
      thread.start()
    }
  }

  private func serve(_ socket: Int32, _ number: Int) {
    var on: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    _ = unsafe setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
    var reader = RequestReader(socket: socket, connection: number)
    while let request = reader.next() {
      state.withLock { $0.requests.append(request) }
      guard send(handler(request), to: socket, isHead: request.method == "HEAD") else { break }
    }
    // Taken off the list first: `stop` must not shut down a number that is somebody else's by then.
    state.withLock { _ = $0.open.remove(socket) }
    close(socket)
  }

  /// Sends an answer; returns whether the connection lives on.
  private func send(_ response: Response, to socket: Int32, isHead: Bool) -> Bool {
    if response.delay > .zero, !wait(response.delay, on: socket) { return false }
    let (bytes, staysOpen) = LoopbackServer.wire(response, isHead: isHead)
    let end = min(response.truncatedAfter ?? bytes.count, bytes.count)
    let step = response.drip?.bytes ?? max(end, 1)
    var sent = 0
    while sent < end {
      if let pause = response.drip?.pause, !wait(pause, on: socket) { return false }
      let next = min(sent + step, end)
      guard write(bytes[sent..<next], to: socket) else { return false }
      sent = next
    }
    if response.resets {
      var linger = linger(l_onoff: 1, l_linger: 0)
      let size = socklen_t(MemoryLayout<linger>.size)
      _ = unsafe setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, size)
    }
    return staysOpen && response.truncatedAfter == nil
  }

  /// Lets `duration` pass; returns `false` at once when the client goes away.
  private func wait(_ duration: Duration, on socket: Int32) -> Bool {
    let (seconds, attoseconds) = duration.components
    // 0x2000 is POLLRDHUP, which the module map leaves out.
    var poller = pollfd(fd: socket, events: Int16(0x2000), revents: 0)
    let milliseconds = Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    return unsafe poll(&poller, 1, milliseconds) == 0
  }

  private func write(_ bytes: ArraySlice<UInt8>, to socket: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[offset...])
        let count = unsafe Glibc.send(
          socket,
          rest.baseAddress,
          rest.count,
          Int32(MSG_NOSIGNAL)
        )
        if count <= 0 { return false }
        offset += count
      }
      return true
    }
  }

  private static func wire(_ response: Response, isHead: Bool) -> ([UInt8], staysOpen: Bool) {
    if case .raw = response.framing { return (response.body, false) }
    var head = "HTTP/1.1 \(response.status) Status\r\n"
    for header in response.headers { head += "\(header.name): \(header.value)\r\n" }
    let isBodyless = response.status == 304 || response.status == 204
    var body = response.body
    var staysOpen = true
    switch response.framing {
    case .length:
      let isGiven = response.headers.contains { $0.name.lowercased() == "content-length" }
      if !isBodyless, !isGiven { head += "Content-Length: \(body.count)\r\n" }
    case .chunked(let size):
      head += "Transfer-Encoding: chunked\r\n"
      body = chunks(of: body, size: size)
    case .close:
      head += "Connection: close\r\n"
      staysOpen = false
    case .raw: break
    }
    return (Array(head.utf8) + [0x0D, 0x0A] + (isHead || isBodyless ? [] : body), staysOpen)
  }

  private static func chunks(of body: [UInt8], size: Int) -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: max(size, 1)) {
      let part = body[start..<min(start + max(size, 1), body.count)]
      result += Array("\(String(part.count, radix: 16))\r\n".utf8) + part + [0x0D, 0x0A]
    }
    return result + Array("0\r\n\r\n".utf8)
  }
}

/// Takes requests from a connection, one after the other.
private struct RequestReader {
  let socket: Int32
  let connection: Int
  private var buffer: [UInt8] = []

  init(socket: Int32, connection: Int) {
    self.socket = socket
    self.connection = connection
  }

  mutating func next() -> LoopbackServer.Request? {
    let end: Array<UInt8>.Index
    while true {
      if let range = buffer.firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A]) {
        end = range.upperBound
        break
      }
      // 0x16 begins a TLS handshake, which never gets an answer here.
      guard buffer.count < 1 << 20, fill(), buffer[0] != 0x16 else { return nil }
    }
    let lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    let headers = lines.dropFirst().map { line -> (name: String, value: String) in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? String(parts[1]) : ""
      return (String(parts[0]), value.trimmingCharacters(in: .whitespaces))
    }
    let length = headers.first { $0.name.lowercased() == "content-length" }
    let count = length.flatMap { Int($0.value) } ?? 0
    while buffer.count < end + count { guard fill() else { return nil } }
    let body = Array(buffer[end..<end + count])
    buffer.removeFirst(end + count)
    return LoopbackServer.Request(
      method: String(words[0]),
      target: String(words[1]),
      headers: headers,
      body: body,
      connection: connection
    )
  }

  private mutating func fill() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 16_384)
    let count = unsafe chunk.withUnsafeMutableBytes { space in
      unsafe recv(socket, space.baseAddress, space.count, 0)
    }
    guard count > 0 else { return false }
    buffer += chunk[..<count]
    return true
  }
}
