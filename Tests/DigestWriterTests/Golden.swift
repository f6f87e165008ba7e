// SPDX-License-Identifier: Apache-2.0
import Foundation
import RasadTestSupport
import Testing

/// Recorded output; `RASAD_RECORD=1` writes it anew, and the review reads the difference.
enum Golden {
  /// Compares `bytes` with the fixture `name`, line by line.
  static func expect(
    _ bytes: [UInt8],
    toBe name: String,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Fixtures/" + name)
    if ProcessInfo.processInfo.environment["RASAD_RECORD"] == "1" {
      try Data(bytes).write(to: file)
    }
    let wanted = try [UInt8](Data(contentsOf: file))
    if wanted == bytes { return }
    let old = String(decoding: wanted, as: UTF8.self).split(separator: "\n")
    let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let difference = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    let line = difference?.offset ?? min(old.count, new.count)
    Issue.record(
      """
      \(name) differs in line \(line + 1):
      - \(old.indices.contains(line) ? String(old[line]) : "(end)")
      + \(new.indices.contains(line) ? String(new[line]) : "(end)")
      """,
      sourceLocation: location
    )
  }
}
