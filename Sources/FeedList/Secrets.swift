// SPDX-License-Identifier: Apache-2.0

/// Replaces `${env:NAME}` and `${file:PATH}` in values that may hold secrets.
struct Secrets {
  /// Why a reference gives no text.
  struct Refusal: Error {
    let message: String
    /// The reference in the value.
    let part: Substring
  }

  let environment: [String: String]
  /// The folder that relative paths start from.
  let folder: String
  let readFile: (String) -> String?

  /// Whether the value names a secret instead of containing one.
  static func isReference(_ text: String) -> Bool { text.contains("${") }

  /// The value with every reference replaced.
  ///
  /// - Throws: The first reference that gives no text.
  func resolved(_ text: String) throws(Refusal) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "${") {
      result += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstIndex(of: "}") else {
        throw Refusal(message: "\"${\" has no \"}\"", part: rest[open.lowerBound...])
      }
      let part = rest[open.lowerBound...close]
      result += try value(of: String(rest[open.upperBound..<close]), part)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func value(of reference: String, _ part: Substring) throws(Refusal) -> String {
    let fields = reference.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard fields.count == 2, !fields[1].isEmpty, fields[0] == "env" || fields[0] == "file" else {
      throw Refusal(message: "\(part) is neither ${env:NAME} nor ${file:PATH}", part: part)
    }
    let name = String(fields[1])
    let found: String?
    if fields[0] == "env" {
      guard let text = environment[name] else {
        throw Refusal(message: "\(part) is not set", part: part)
      }
      found = text
    } else {
      let path = Paths.resolved(name, folder: folder, home: environment["HOME"])
      guard let text = readFile(path) else {
        throw Refusal(message: "\(part) cannot be read", part: part)
      }
      found = text
    }
    var text = found ?? ""
    while let last = text.unicodeScalars.last, last == "\n" || last == "\r" || last == " " {
      text.unicodeScalars.removeLast()
    }
    guard !text.isEmpty else { throw Refusal(message: "\(part) is empty", part: part) }
    guard ValueForms.isHeaderValue(text) else {
      throw Refusal(message: "\(part) holds more than one line", part: part)
    }
    return text
  }
}

/// Paths in the file.
enum Paths {
  /// The folder of `path`, without a final slash; `.` for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// `path` from `folder`, with `~/` replaced.
  static func resolved(_ path: String, folder: String, home: String?) -> String {
    if path == "~" || path.hasPrefix("~/"), let home { return home + path.dropFirst() }
    if path.hasPrefix("/") { return path }
    if folder == "." { return path }
    return folder == "/" ? "/" + path : folder + "/" + path
  }
}
