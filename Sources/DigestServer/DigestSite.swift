// SPDX-License-Identifier: Apache-2.0

/// What the server shows besides files, made by rooms that it does not know.
package struct DigestSite: Sendable {
  /// How a request for something other than a file was answered.
  package struct Answer: Sendable {
    package let status: Int
    package let bytes: [UInt8]
    package init(status: Int = 200, bytes: [UInt8]) {
      self.status = status
      self.bytes = bytes
    }
  }

  /// The digest's directory.
  package var folder: String
  /// Whether the digest writes a file of this path, relative to its directory.
  package var allows: @Sendable (String) -> Bool
  /// What is served for the file at a path with these bytes: pages get a search form.
  package var finish: @Sendable (String, [UInt8]) -> [UInt8]
  /// The policy of pages (`Content-Security-Policy`).
  package var pagePolicy: String
  /// The page of results for a query; `nil` asks for the empty form.
  package var search: @Sendable (String?) -> Answer
  /// A page that says what went wrong: a title and a sentence.
  package var notice: @Sendable (String, String) -> [UInt8]
  /// Whether all is well, as JSON; status 503 when it is not.
  package var health: @Sendable () -> Answer
  /// The figures in Prometheus' text form, after the server's own.
  package var metrics: @Sendable (ServerFigures) -> Answer

  package init(
    folder: String,
    allows: @escaping @Sendable (String) -> Bool,
    finish: @escaping @Sendable (String, [UInt8]) -> [UInt8] = { $1 },
    pagePolicy: String = "default-src 'none'",
    search: @escaping @Sendable (String?) -> Answer,
    notice: @escaping @Sendable (String, String) -> [UInt8],
    health: @escaping @Sendable () -> Answer,
    metrics: @escaping @Sendable (ServerFigures) -> Answer
  ) {
    self.folder = folder
    self.allows = allows
    self.finish = finish
    self.pagePolicy = pagePolicy
    self.search = search
    self.notice = notice
    self.health = health
    self.metrics = metrics
  }
}

/// What the server counted since it started.
package struct ServerFigures: Sendable, Hashable {
  /// Answers by status.
  package var answers: [Int: Int] = [:]
  /// Connections that are open.
  package var connections = 0
  /// Connections that were cut because they were too slow.
  package var cut = 0

  package init() {}
}
