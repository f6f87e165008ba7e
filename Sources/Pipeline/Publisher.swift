// SPDX-License-Identifier: Apache-2.0
package import Articles
import DigestWriter
import Foundation

/// Writes the files of a digest into its directory, each as a whole and only when it changed.
package struct Publisher: Sendable {
  /// A file of the digest and what became of it.
  package struct Written: Sendable, Hashable {
    /// Relative to the directory.
    package let path: String
    package let bytes: Int
    package let changed: Bool
  }

  package let directory: String

  package init(directory: String) { self.directory = directory }

  /// The months, `YYYY-MM`, whose archives were written before; they are never written again.
  package var archivedMonths: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory + "/archive")) ?? []
    return names.filter { $0.hasSuffix(".atom") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// Writes all files of `digest`, pages before the feeds that point to them.
  ///
  /// - Throws: `AtomicFileError`; files written before it stay, and every file is whole.
  package func publish(_ digest: Digest) throws -> [Written] {
    var written: [Written] = []
    var made: Set<String> = []
    for file in DigestWriter(digest).files() {
      let path = directory + "/" + file.path
      let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
      if made.insert(folder).inserted { try AtomicFile.makeDirectory(folder) }
      let changed = try AtomicFile.write(file.bytes, to: path)
      written.append(Written(path: file.path, bytes: file.bytes.count, changed: changed))
    }
    return written
  }
}
