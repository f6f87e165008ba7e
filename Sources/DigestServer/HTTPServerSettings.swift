// SPDX-License-Identifier: Apache-2.0

/// How many clients the server holds, and how long it waits for them.
package struct HTTPServerSettings: Sendable {
  /// Where to listen: an IP address; port 0 lets the system choose.
  package var address = "127.0.0.1"
  package var port = 8421
  /// A socket that listens already (socket activation), or `nil`.
  package var socket: Int32?
  package var connections: UInt32 = 1200
  package var threads: UInt32 = 4
  /// From the first byte on a new connection to the end of the request's fields.
  package var headerTime = Duration.seconds(10)
  /// From one answer to the end of the fields of the next request.
  package var idleTime = Duration.seconds(60)
  /// For an answer, besides a second for every ``slowest`` bytes.
  package var answerTime = Duration.seconds(20)
  /// Bytes a second that a client must take at least.
  package var slowest = 8192
  /// Bytes for the request line and all fields.
  package var headerSize = 16 << 10

  package init() {}
}

/// Why the server does not listen.
package struct HTTPServerError: Error, Hashable, CustomStringConvertible {
  /// What failed, in one sentence, and what to try.
  package let description: String
}

/// One answered request, for a log.
package struct AccessRecord: Sendable {
  package let request: HTTPRequest
  package let status: Int
  /// Bytes of the body.
  package let bytes: Int
}
