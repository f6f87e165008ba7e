// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
import TextBasics

/// One answer of a recording: which feed, and what came, whole or broken.
struct RecordedAnswer: Sendable {
  /// The id of the feed, which also names the file of the body.
  let feed: String
  /// The address that was asked, without secrets.
  let asked: String
  let result: Result<FetchResponse, FetchError>

  /// The file of the body in the folder of the run.
  var bodyName: String { feed + ".body" }

  /// The section of the index, without a final empty line.
  ///
  /// - Parameters:
  ///   - order: How many answers came before it.
  ///   - secrets: Texts that must not be written wherever they turn up.
  /// - Returns: Lines, each with its end.
  func section(order: Int, secrets: [String]) -> String {
    var lines = ["[answer \(feed)]", "order = \(order)"]
    func add(_ key: String, _ value: String) {
      lines.append("\(key) = \(RecordingText.line(value, secrets: secrets))")
    }
    add("asked", asked)
    switch result {
    case .failure(let error):
      add("error", error.code)
      for detail in error.details { add("detail", detail) }
    case .success(let response):
      for redirect in response.redirects { add("redirect", "\(redirect.status) \(redirect.url)") }
      add("url", response.effectiveURL)
      add("status", String(response.status))
      add("http", response.httpVersion)
      add("elapsed", "\(response.elapsedMilliseconds) ms")
      for header in response.headers where !Self.isPrivate(header.name) {
        add("header", "\(header.name): \(header.value)")
      }
      add("body", bodyName)
      add("bytes", String(response.body.count))
      add("sha256", Base32.encode(SHA256.digest(of: response.body)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Headers that say who somebody is; nobody needs them to repeat a run.
  static func isPrivate(_ name: String) -> Bool {
    let name = name.lowercased()
    if name.hasPrefix("proxy-") { return true }
    return ["set-cookie", "set-cookie2", "www-authenticate", "report-to", "nel"].contains(name)
      || Redaction.isSecretName(name)
  }
}

extension FetchResponse {
  /// The time that the answer took, as logs tell it.
  var elapsedMilliseconds: Int {
    let parts = elapsed.components
    return Int(parts.seconds) * 1000 + Int(parts.attoseconds / 1_000_000_000_000_000)
  }
}

/// Any text as one line of a sectioned file, and back.
enum RecordingText {
  /// `text` without addresses' secrets and without `secrets`; what a line cannot hold is escaped.
  static func line(_ text: String, secrets: [String]) -> String {
    var text = Redaction.text(text)
    for secret in secrets { text = text.replacing(secret, with: Redaction.mark) }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x5C: result += "\\\\"
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF:
        result += "\\{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // White space at the ends would be taken for the file's own.
    if result.hasPrefix(" ") { result = "\\{20}" + result.dropFirst() }
    if result.hasSuffix(" ") { result = result.dropLast() + "\\{20}" }
    return result
  }

  /// What ``line(_:secrets:)`` wrote; `nil` for an escape that it never writes.
  static func text(_ line: String) -> String? {
    guard line.contains("\\") else { return line }
    var scalars = String.UnicodeScalarView()
    var rest = line.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        scalars.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "\\": scalars.append("\\")
      case "{":
        guard let close = rest.firstIndex(of: "}"),
          let value = UInt32(String(rest[..<close]), radix: 16), let decoded = Unicode.Scalar(value)
        else { return nil }
        scalars.append(decoded)
        rest = rest[rest.index(after: close)...]
      default: return nil
      }
    }
    return String(scalars)
  }
}

/// Where things stand in a recording (`Documentation/recordings.md`).
enum RecordingLayout {
  static let format = 1
  /// The file by which a folder is known to be a recording.
  static let marker = "recording.conf"
  static let index = "index.conf"
  static let feeds = "feeds.conf"

  static func run(_ number: Int) -> String {
    "run-" + String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
  }
}
