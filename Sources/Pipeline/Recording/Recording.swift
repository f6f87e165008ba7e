// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
import FeedList
import Foundation
package import TextBasics

/// A recording that cannot be replayed, with the places of all that is wrong.
package struct RecordingError: Error, Sendable, CustomStringConvertible {
  package let faults: [Fault]

  /// One line per fault: `file:line:column: error: …`.
  package var description: String {
    faults.map { "\($0.file):\($0.line):\($0.column): error: \($0.message)" }
      .joined(separator: "\n")
  }
}

/// A folder that ``RecordingWriter`` made, read with as little trust as anything from a stranger.
package struct Recording: Sendable {
  /// One run.
  struct Run: Sendable {
    let folder: String
    /// Seconds since 1970.
    let now: Int
    /// The folder of the topic model.
    let seeds: String
    let ended: Bool
    /// In the order in which they came: what a host said may bear on what comes after it.
    let answers: [Answer]
  }

  /// One answer, its body still in its file.
  struct Answer: Sendable {
    let answer: RecordedAnswer
    let bytes: Int
    let sha256: String
    let order: Int
    /// Where the index says so.
    let file: SectionedFile
    let piece: SectionedFile.Piece
  }

  package let directory: String
  let runs: [Run]

  /// Whether the folder at `path` is a recording.
  package static func exists(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + RecordingLayout.marker)
  }

  /// Reads the indexes of all runs, oldest first; bodies are read when they are needed.
  ///
  /// - Throws: ``RecordingError`` with everything that is wrong, ``PipelineError/unreadable``.
  package init(directory: String) throws {
    self.directory = directory
    let marker = directory + "/" + RecordingLayout.marker
    let head = SectionedFile(try Files.bytes(marker), path: marker)
    let format = head.sections.first { $0.kind.text == "recording" }?.value("format")
    guard head.faults.isEmpty, let format, let number = Int(format.text) else {
      throw RecordingError(faults: head.faults + [head.complaint("this is no recording", nil)])
    }
    guard number == RecordingLayout.format else {
      let message = "format \(number) is not known to this version, which reads format 1"
      throw RecordingError(faults: [head.fault(at: format, message)])
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: directory)
    } catch { throw PipelineError.unreadable(path: directory, cause: Files.cause(of: error)) }
    var runs: [Run] = []
    var faults: [Fault] = []
    for name in names.sorted() where name.hasPrefix("run-") {
      let path = "\(directory)/\(name)/\(RecordingLayout.index)"
      var reader = RunReader(
        file: SectionedFile(try Files.bytes(path), path: path),
        folder: directory + "/" + name,
        directory: directory
      )
      if let run = reader.read() { runs.append(run) }
      faults += reader.faults
    }
    guard faults.isEmpty else { throw RecordingError(faults: faults) }
    guard !runs.isEmpty else {
      throw RecordingError(faults: [head.complaint("the recording holds no run", nil)])
    }
    self.runs = runs
  }

  /// What the feeds may be asked with in the next run.
  func lastValidators() -> [String: RecordingWriter.Validators] {
    var validators: [String: RecordingWriter.Validators] = [:]
    for run in runs {
      for answer in run.answers {
        guard case .success(let response) = answer.answer.result, response.status == 200 else {
          continue
        }
        validators[answer.answer.feed] = RecordingWriter.Validators(
          etag: response.etag,
          lastModified: response.lastModified
        )
      }
    }
    return validators
  }
}

/// Reads one index.
private struct RunReader {
  let file: SectionedFile
  let folder: String
  let directory: String
  var faults: [Fault] = []

  init(file: SectionedFile, folder: String, directory: String) {
    self.file = file
    self.folder = folder
    self.directory = directory
    faults = file.faults
  }

  private mutating func complain(_ piece: SectionedFile.Piece?, _ message: String) {
    faults.append(file.complaint(message, piece))
  }

  mutating func read() -> Recording.Run? {
    var answers: [Recording.Answer] = []
    var seen: Set<String> = []
    for section in file.sections {
      switch section.kind.text {
      case "run": continue
      case "answer":
        guard let answer = answer(section) else { continue }
        if seen.insert(answer.answer.feed).inserted {
          answers.append(answer)
        } else {
          complain(section.header, "a second answer for the same feed")
        }
      default: complain(section.header, "unknown section \(section.header.text)")
      }
    }
    guard let head = file.sections.first(where: { $0.kind.text == "run" }) else {
      complain(nil, "there is no [run]")
      return nil
    }
    guard let time = head.value("now"), let now = Timestamp.seconds(time.text) else {
      complain(head.value("now") ?? head.header, "[run] has no time like 2025-11-17T07:30:00Z")
      return nil
    }
    guard let seeds = head.value("seeds"), seeds.text.hasPrefix("seeds-"),
      seeds.text.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      })
    else {
      complain(head.value("seeds") ?? head.header, "[run] names no folder seeds-…")
      return nil
    }
    guard FileManager.default.fileExists(atPath: directory + "/" + seeds.text) else {
      complain(seeds, "the folder \(seeds.text) is missing from the recording")
      return nil
    }
    return Recording.Run(
      folder: folder,
      now: now,
      seeds: directory + "/" + seeds.text,
      ended: head.value("ended")?.text == "yes",
      answers: answers.sorted { ($0.order, $0.answer.feed) < ($1.order, $1.answer.feed) }
    )
  }

  private static let keys = [
    "order", "asked", "error", "detail", "redirect", "url", "status", "http", "elapsed", "header",
    "body",
    "bytes", "sha256",
  ]

  private mutating func answer(_ section: SectionedFile.Section) -> Recording.Answer? {
    guard let id = section.id, Self.isID(id.text) else {
      complain(section.id ?? section.header, "an answer is headed [answer FEED]")
      return nil
    }
    for pair in section.pairs where !Self.keys.contains(pair.key.text) {
      complain(pair.key, "unknown key \"\(pair.key.text)\"")
    }
    let asked = text(section.value("asked")) ?? ""
    let order = number(section, "order", 1...1 << 30) ?? 0
    if let error = section.value("error") {
      let details = section.pairs("detail").compactMap { text($0.value) }
      guard let error = FetchError(code: error.text, details: details) else {
        complain(error, "\"\(error.text)\" with these details is no error of a fetch")
        return nil
      }
      return Recording.Answer(
        answer: RecordedAnswer(feed: id.text, asked: asked, result: .failure(error)),
        bytes: 0,
        sha256: "",
        order: order,
        file: file,
        piece: section.header
      )
    }
    return response(section, feed: id.text, asked: asked, order: order)
  }

  private mutating func response(
    _ section: SectionedFile.Section,
    feed: String,
    asked: String,
    order: Int
  ) -> Recording.Answer? {
    let status = number(section, "status", 100...999)
    let bytes = number(section, "bytes", 0...1 << 30)
    let elapsed = section.value("elapsed")?.text.split(separator: " ").first.flatMap { Int($0) }
    guard let url = text(section.value("url")) else {
      complain(section.header, "this answer has neither an error nor a url")
      return nil
    }
    guard let body = section.value("body"), body.text == feed + ".body" else {
      complain(section.value("body") ?? section.header, "the body of \(feed) is \(feed).body")
      return nil
    }
    guard let digest = section.value("sha256") else {
      complain(section.header, "this answer has no sha256")
      return nil
    }
    let redirects = section.pairs("redirect").compactMap { redirect($0.value) }
    let headers = section.pairs("header").compactMap { header($0.value) }
    guard let status, let bytes else { return nil }
    let response = FetchResponse(
      status: status,
      headers: headers,
      body: [],
      effectiveURL: url,
      redirects: redirects,
      httpVersion: section.value("http")?.text ?? "1.1",
      elapsed: .milliseconds(min(max(elapsed ?? 0, 0), 1 << 40))
    )
    return Recording.Answer(
      answer: RecordedAnswer(feed: feed, asked: asked, result: .success(response)),
      bytes: bytes,
      sha256: digest.text,
      order: order,
      file: file,
      piece: body
    )
  }

  private mutating func redirect(_ piece: SectionedFile.Piece) -> FetchResponse.Redirect? {
    let parts = piece.text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let status = Int(parts[0]),
      let url = RecordingText.text(String(parts[1]))
    else {
      complain(piece, "a redirect is written \"301 ADDRESS\"")
      return nil
    }
    return FetchResponse.Redirect(status: status, url: url)
  }

  private mutating func header(_ piece: SectionedFile.Piece) -> (name: String, value: String)? {
    guard let colon = piece.text.firstIndex(of: ":") else {
      complain(piece, "a header is written \"Name: value\"")
      return nil
    }
    let value = piece.text[piece.text.index(after: colon)...].drop { $0 == " " }
    guard let name = RecordingText.text(String(piece.text[..<colon])),
      let text = RecordingText.text(String(value))
    else {
      complain(piece, "an escape is \\\\ or \\{HEX}")
      return nil
    }
    return (name, text)
  }

  private mutating func text(_ piece: SectionedFile.Piece?) -> String? {
    guard let piece else { return nil }
    if let text = RecordingText.text(piece.text) { return text }
    complain(piece, "an escape is \\\\ or \\{HEX}")
    return nil
  }

  private mutating func number(
    _ section: SectionedFile.Section,
    _ key: String,
    _ range: ClosedRange<Int>
  ) -> Int? {
    if let piece = section.value(key), let value = Int(piece.text), range.contains(value) {
      return value
    }
    complain(section.value(key) ?? section.header, "this answer has no \(key)")
    return nil
  }

  /// An id of `feeds.conf`: what else names a file would be a way out of the folder.
  private static func isID(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count) && text.first != "-"
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}

extension SectionedFile {
  /// A fault at `piece`, or at the beginning of the file.
  func complaint(_ message: String, _ piece: Piece?) -> Fault {
    fault(at: piece ?? Piece(text: "", line: 1, bytes: 0..<0), message)
  }
}
