// SPDX-License-Identifier: Apache-2.0

/// What a client asked, as it was sent.
package struct HTTPRequest: Sendable {
  package typealias Field = (name: String, value: String)

  package let method: String
  /// The request target: path and query, undecoded.
  package let target: String
  /// `HTTP/1.1`.
  package let version: String
  /// In the order in which they came; a name may be there more than once.
  package let fields: [Field]

  package init(
    method: String = "GET",
    target: String,
    version: String = "HTTP/1.1",
    fields: [Field] = []
  ) {
    self.method = method
    self.target = target
    self.version = version
    self.fields = fields
  }

  /// The values of all fields with this name (in lower case), whatever the case of theirs.
  package func values(_ name: String) -> [String] {
    fields.filter { $0.name.lowercased() == name }.map(\.value)
  }

  /// The members of a field that holds a list (RFC 9110, 5.6.1), over all its lines.
  ///
  /// Not for fields whose members may hold commas inside quotes.
  func list(_ name: String) -> [String] {
    values(name).flatMap { $0.split(separator: ",") }.map(HTTPRequest.trimmed)
      .filter { !$0.isEmpty }
  }

  /// `text` without spaces and tabs around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    let rest = text.drop(while: isSpace)
    let end = rest.lastIndex { !isSpace($0) }
    return end.map { String(rest[...$0]) } ?? ""
  }
}

/// What the server answers.
package struct HTTPResponse: Sendable {
  package var status: Int
  package var fields: [HTTPRequest.Field]
  package var body: SharedBytes
  /// Whether the connection ends with this answer.
  package var closes = false

  package init(status: Int, fields: [HTTPRequest.Field] = [], body: SharedBytes = .empty) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// The value of the first field with this name.
  package func value(_ name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// Bytes that never change and never move, so that many connections can send them without a copy.
@safe
package final class SharedBytes: @unchecked Sendable {
  package static let empty = SharedBytes([])

  private let memory: UnsafeMutableRawBufferPointer

  package init(_ bytes: [UInt8]) {
    unsafe memory = .allocate(byteCount: bytes.count, alignment: 1)
    unsafe memory.copyBytes(from: bytes)
  }

  deinit { unsafe memory.deallocate() }

  package var count: Int { unsafe memory.count }
  package var bytes: [UInt8] { unsafe [UInt8](memory) }

  /// Where the bytes are, for as long as this value lives.
  var address: UnsafeMutableRawPointer? { unsafe memory.baseAddress }
}
