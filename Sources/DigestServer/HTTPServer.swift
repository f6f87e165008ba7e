// SPDX-License-Identifier: Apache-2.0
import CMicroHTTPD
import Dispatch
import Glibc

/// Reads requests and sends answers: the only file that calls libmicrohttpd.
///
/// It holds many connections with a few threads, cuts clients that are slow in any phase, and knows
/// nothing of what is served.
@safe
package final class HTTPServer: @unchecked Sendable {
  package let port: Int
  private let responder: Responder
  private let settings: HTTPServerSettings
  private let log: (@Sendable (AccessRecord) -> Void)?
  private let connections = ConnectionTable()
  private let timer: any DispatchSourceTimer
  private var daemon: OpaquePointer?

  /// Begins to listen and to answer.
  ///
  /// - Throws: ``HTTPServerError`` when the address cannot be had; nothing is open then.
  package init(
    _ settings: HTTPServerSettings,
    responder: Responder,
    log: (@Sendable (AccessRecord) -> Void)? = nil
  ) throws(HTTPServerError) {
    self.settings = settings
    self.responder = responder
    self.log = log
    HTTPServer.allowManyFiles(Int(settings.connections) + 256)
    let socket: Int32
    if let given = settings.socket {
      socket = given
    } else {
      socket = try ListeningSocket.open(address: settings.address, port: settings.port)
    }
    port = ListeningSocket.port(of: socket)
    timer = DispatchSource.makeTimerSource(queue: .global())
    unsafe daemon = nil
    let values = rasad_mhd_settings(
      socket: socket,
      limit: settings.connections,
      threads: settings.threads,
      // Only a net below our own deadlines.
      idle: 3600,
      memory: settings.headerSize
    )
    let user = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe daemon = rasad_mhd_start(
      values,
      user,
      onRequest,
      onTarget,
      onEnd,
      onConnection
    )
    guard unsafe daemon != nil else {
      close(socket)
      throw HTTPServerError(description: "the server did not start; too few files may be open")
    }
    let connections = connections
    timer.schedule(deadline: .now() + .milliseconds(250), repeating: .milliseconds(250))
    timer.setEventHandler { connections.sweep() }
    timer.resume()
  }

  /// Stops listening, ends every connection and waits for the threads.
  package func stop() {
    guard let running = unsafe daemon else { return }
    timer.cancel()
    unsafe MHD_stop_daemon(running)
    unsafe daemon = nil
  }

  deinit { stop() }

  package var figures: ServerFigures { connections.figures }

  /// A shell's usual limit is 1,024 open files, fewer than the connections that are held.
  private static func allowManyFiles(_ count: Int) {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
      limit.rlim_cur < rlim_t(count)
    else { return }
    limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}

// MARK: What the library calls, on its own threads

/// A request on its way: what was asked before the fields are known.
private final class RequestInHand {
  let target: String
  var isAnnounced = false
  init(target: String) { self.target = target }
}

/// Collects the fields of a request.
private final class FieldList {
  var fields: [HTTPRequest.Field] = []
}

private func onTarget(
  _ user: UnsafeMutableRawPointer?,
  _ target: UnsafePointer<CChar>?,
  _ connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  let text = unsafe target.map { unsafe String(cString: $0) } ?? ""
  return unsafe Unmanaged.passRetained(RequestInHand(target: text)).toOpaque()
}

private func onEnd(
  _ user: UnsafeMutableRawPointer?,
  _ connection: OpaquePointer?,
  _ request: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ code: MHD_RequestTerminationCode
) {
  if let request = unsafe request, let box = unsafe request.pointee {
    unsafe Unmanaged<RequestInHand>.fromOpaque(box).release()
    unsafe request.pointee = nil
  }
  guard let user = unsafe user, let connection = unsafe connection else { return }
  unsafe Unmanaged<HTTPServer>.fromOpaque(user).takeUnretainedValue().ended(connection)
}

private func onConnection(
  _ user: UnsafeMutableRawPointer?,
  _ connection: OpaquePointer?,
  _ context: UnsafeMutablePointer<UnsafeMutableRawPointer?>?,
  _ code: MHD_ConnectionNotificationCode
) {
  guard let user = unsafe user, let connection = unsafe connection else { return }
  let server = unsafe Unmanaged<HTTPServer>.fromOpaque(user).takeUnretainedValue()
  unsafe server.connection(connection, isOpen: rasad_mhd_is_start(code) != 0)
}

private func onRequest(
  _ user: UnsafeMutableRawPointer?,
  _ connection: OpaquePointer?,
  _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?,
  _ version: UnsafePointer<CChar>?,
  _ upload: UnsafePointer<CChar>?,
  _ size: UnsafeMutablePointer<Int>?,
  _ request: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> rasad_mhd_result {
  guard let user = unsafe user, let connection = unsafe connection,
    let box = unsafe request?.pointee
  else { return .NO }
  let inHand = unsafe Unmanaged<RequestInHand>.fromOpaque(box).takeUnretainedValue()
  let list = FieldList()
  unsafe rasad_mhd_each_field(connection, onField, Unmanaged.passUnretained(list).toOpaque())
  let asked = HTTPRequest(
    method: unsafe method.map { unsafe String(cString: $0) } ?? "",
    target: inHand.target,
    version: unsafe version.map { unsafe String(cString: $0) } ?? "",
    fields: list.fields
  )
  // The library calls once when the fields are there, and again when the (empty) body is; a request
  // with a body is answered at the first call, and then the connection is closed.
  if !inHand.isAnnounced, !Responder.hasBody(asked) {
    inHand.isAnnounced = true
    return .YES
  }
  let server = unsafe Unmanaged<HTTPServer>.fromOpaque(user).takeUnretainedValue()
  return unsafe server.answer(asked, on: connection)
}

private func onField(
  _ user: UnsafeMutableRawPointer?,
  _ kind: MHD_ValueKind,
  _ name: UnsafePointer<CChar>?,
  _ value: UnsafePointer<CChar>?
) -> rasad_mhd_result {
  guard let user = unsafe user, let name = unsafe name else { return .NO }
  let list = unsafe Unmanaged<FieldList>.fromOpaque(user).takeUnretainedValue()
  let text = unsafe value.map { unsafe String(cString: $0) } ?? ""
  list.fields.append((unsafe String(cString: name), text))
  return .YES
}

/// Called when the library no longer needs the bytes of an answer.
private func releaseBody(_ user: UnsafeMutableRawPointer?) {
  guard let user = unsafe user else { return }
  unsafe Unmanaged<SharedBytes>.fromOpaque(user).release()
}

extension HTTPServer {
  fileprivate func connection(_ connection: OpaquePointer, isOpen: Bool) {
    let socket = unsafe rasad_mhd_socket(connection)
    if isOpen {
      connections.allow(settings.headerTime, on: socket)
    } else {
      connections.remove(socket)
    }
  }

  fileprivate func ended(_ connection: OpaquePointer) {
    connections.allow(settings.idleTime, on: unsafe rasad_mhd_socket(connection))
  }

  fileprivate func answer(_ request: HTTPRequest, on connection: OpaquePointer) -> rasad_mhd_result
  {
    let response = responder.response(to: request, figures: connections.figures)
    let size = response.body.count
    let time = settings.answerTime + .seconds(size / max(1, settings.slowest))
    connections.allow(time, on: unsafe rasad_mhd_socket(connection))
    connections.count(response.status)
    log?(AccessRecord(request: request, status: response.status, bytes: size))
    let body = unsafe Unmanaged.passRetained(response.body)
    let made = unsafe MHD_create_response_from_buffer_with_free_callback_cls(
      size,
      response.body.address,
      releaseBody,
      body.toOpaque()
    )
    guard let made = unsafe made else {
      unsafe body.release()
      return .NO
    }
    defer { unsafe MHD_destroy_response(made) }
    for (name, value) in response.fields {
      unsafe MHD_add_response_header(made, name, value)
    }
    if response.closes { unsafe MHD_add_response_header(made, "Connection", "close") }
    return unsafe MHD_queue_response(connection, UInt32(response.status), made)
  }
}
