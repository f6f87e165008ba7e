// SPDX-License-Identifier: Apache-2.0
import Foundation
import Pipeline

/// Labelled articles, one JSON object per line, as the `test` commands take them.
enum LabelledLines {
  struct Line: Decodable {
    let id: String
    let lang: String
    let title: String
    let summary: String
    var labels: [String]?
    var published: String?
  }

  /// Reads a whole file; a bad line is an error that names it, nothing is skipped silently.
  ///
  /// - Throws: ``CommandFailure`` with the line's number.
  static func read(_ path: String) throws -> [Line] {
    var lines: [Line] = []
    let text = try Files.text(path)
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.allSatisfy(\.isWhitespace) {
      do {
        lines.append(try JSONDecoder().decode(Line.self, from: Data(line.utf8)))
      } catch {
        throw CommandFailure(
          .badData,
          "\(path):\(place + 1): not a labelled article: \(Self.words(error)); a line needs id, lang, title, summary"
        )
      }
    }
    guard !lines.isEmpty else {
      throw CommandFailure(
        .badData,
        "\(path): there is no labelled article in it; each line is a JSON object with id, lang, title, summary"
      )
    }
    return lines
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the key \"\(key.stringValue)\" is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "\(context.codingPath.map(\.stringValue).joined(separator: ".")) has the wrong type"
    default: "it is not JSON"
    }
  }
}
