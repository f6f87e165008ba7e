// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Sockets that listen, IPv4 and IPv6.
enum ListeningSocket {
  /// Binds and listens.
  ///
  /// - Throws: ``HTTPServerError`` in words; no socket is left open.
  static func open(address: String, port: Int) throws(HTTPServerError) -> Int32 {
    guard (0...65_535).contains(port) else {
      throw HTTPServerError(description: "\(port) is no port; choose one from 1 to 65535")
    }
    var v4 = sockaddr_in()
    var v6 = sockaddr_in6()
    if unsafe inet_pton(AF_INET, address, &v4.sin_addr) == 1 {
      v4.sin_family = sa_family_t(AF_INET)
      v4.sin_port = in_port_t(port).bigEndian
      return try open(AF_INET, name: "\(address):\(port)") { socket in
        unsafe withUnsafePointer(to: &v4) { pointer in
          unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
            unsafe bind(socket, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
          }
        }
      }
    }
    guard unsafe inet_pton(AF_INET6, address, &v6.sin6_addr) == 1 else {
      throw HTTPServerError(
        description: "\(address) is no IP address; write 127.0.0.1:\(port) or [::1]:\(port)"
      )
    }
    v6.sin6_family = sa_family_t(AF_INET6)
    v6.sin6_port = in_port_t(port).bigEndian
    return try open(AF_INET6, name: "[\(address)]:\(port)") { socket in
      unsafe withUnsafePointer(to: &v6) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
          unsafe bind(socket, generic, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
    }
  }

  private static func open(
    _ family: Int32,
    name: String,
    bind: (Int32) -> Int32
  ) throws(HTTPServerError) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let socket = socket(family, kind | Int32(SOCK_NONBLOCK.rawValue), 0)
    guard socket >= 0 else { throw failure(name) }
    var on: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    _ = unsafe setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, size)
    guard bind(socket) == 0, listen(socket, 1024) == 0 else {
      let error = failure(name)
      close(socket)
      throw error
    }
    return socket
  }

  private static func failure(_ name: String) -> HTTPServerError {
    let code = errno
    let advice =
      switch code {
      case EADDRINUSE: "another program listens there; choose another port with --listen"
      case EADDRNOTAVAIL: "this machine has no such address"
      case EACCES: "ports below 1024 need a privilege; choose another with --listen"
      default: "error \(code)"
      }
    return HTTPServerError(description: "cannot listen on \(name): \(advice)")
  }

  /// The port that `socket` is bound to, or 0.
  static func port(of socket: Int32) -> Int {
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe getsockname(socket, generic, &size)
      }
    }
    // The port lies at the same place in both families.
    return status == 0 ? Int(in_port_t(bigEndian: address.sin6_port)) : 0
  }
}
