// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import TextAnalysis
import TextBasics

/// Example documents: plain text files whose first line or sentence is the title.
package struct SeedDocumentFile: Sendable, Hashable {
  /// The file's name without its folder and ending.
  package let name: String
  package let path: String
  package let text: String

  /// What stands for an outlet when the text names none: `document 000` for `000_b01a90582e6bd692`.
  var label: String {
    let parts = name.split(separator: "_")
    let isHash = parts.count > 1 && parts[parts.count - 1].allSatisfy(\.isHexDigit)
    return "document " + (isHash ? parts.dropLast().joined(separator: "_") : name)
  }
}

/// Finds and reads example documents.
package enum SeedLibrary {
  /// The documents in a folder, in the order of their names.
  ///
  /// - Throws: ``PipelineError/unreadable(path:cause:)`` for the folder or a file in it.
  package static func documents(in folder: String) throws(PipelineError) -> [SeedDocumentFile] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw .unreadable(
        path: folder,
        cause: Files.cause(of: error)
          + "; [rasad] seeds or --seeds names the folder of the examples"
      )
    }
    var documents: [SeedDocumentFile] = []
    for name in names.sorted() where name.hasSuffix(".txt") && !name.hasPrefix(".") {
      documents.append(try document(at: folder + "/" + name))
    }
    return documents
  }

  /// One document.
  ///
  /// - Throws: ``PipelineError/unreadable(path:cause:)``.
  package static func document(at path: String) throws(PipelineError) -> SeedDocumentFile {
    let name = (path as NSString).lastPathComponent
    return SeedDocumentFile(
      name: (name as NSString).deletingPathExtension,
      path: path,
      text: try Files.text(path)
    )
  }
}
