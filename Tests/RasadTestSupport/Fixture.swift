// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Files that tests read, found from the source file that asks for them.
package enum Fixture {
  /// Returns the bytes of `name`, a path relative to the folder of the calling test file.
  package static func bytes(_ name: String, from file: String = #filePath) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The root of the checkout, found from this file.
  package static var repository: String {
    URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  }
}
