// SPDX-License-Identifier: Apache-2.0
import FeedParser
import Foundation
import TextBasics
import Testing

/// Every behaviour that we claim: a document, named for the story it tells, and what becomes of it.
///
/// `RASAD_RECORD=1` writes the expected files anew; the difference is what a reviewer reads.
struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  private static let stories: [String] = {
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    return paths.filter { $0.hasSuffix(".xml") || $0.hasSuffix(".json") }
      .filter { !$0.hasSuffix(".expected.json") }
      .sorted()
  }()

  private static let options = FeedParser.Options(baseURL: "https://feed.example/dir/feed.xml")

  private static func bytes(_ story: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(story)))
  }

  private static func result(of bytes: [UInt8]) -> JSONText {
    do { return ParsedFeedJSON.json(of: try FeedParser.parse(bytes, options: options)) } catch {
      return ParsedFeedJSON.json(of: error)
    }
  }

  @Test(arguments: stories)
  func `the story ends as it always did`(story: String) throws {
    let bytes = try GoldenTests.bytes(story)
    let found = Pretty.text(GoldenTests.result(of: bytes))
    let file = GoldenTests.folder.appendingPathComponent(story + ".expected.json")
    if ProcessInfo.processInfo.environment["RASAD_RECORD"] == "1" {
      try Data(found.utf8).write(to: file)
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(found == expected)
  }

  @Test(arguments: stories)
  func `a story told in parts is the same story`(story: String) throws {
    let bytes = try GoldenTests.bytes(story)
    // Items are padded to be longer than the head by which a reader decides.
    let padding = [UInt8](repeating: 0x20, count: 20_000)
    guard let root = bytes.firstIndex(of: 0x3E), bytes.first == 0x3C, !bytes.contains(0) else {
      return
    }
    let long = Array(bytes[...root]) + padding + Array(bytes[(root + 1)...])
    let whole = try? FeedParser.parse(long, options: GoldenTests.options)
    var reader = FeedReader(options: GoldenTests.options)
    var items: [ParsedItem] = []
    var place = 0
    while place < long.count {
      items += try reader.append(Array(long[place..<min(place + 701, long.count)]))
      place += 701
    }
    let rest = try? reader.finish()
    items += rest?.items ?? []
    #expect(items == whole?.items ?? [])
    #expect(rest?.title == whole?.title)
    #expect(rest?.isTruncated == whole?.isTruncated)
  }
}

/// JSON with one value a line, so that a difference is a line.
enum Pretty {
  static func text(_ value: JSONText) -> String { text(value, indent: "") + "\n" }

  private static func text(_ value: JSONText, indent: String) -> String {
    let inner = indent + "  "
    switch value {
    case .object(let members) where !members.isEmpty:
      let lines = members.map { member in
        inner + JSONText.string(member.key).text + ": " + text(member.value, indent: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    case .array(let values) where !values.isEmpty:
      let lines = values.map { inner + text($0, indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    default: return value.text
    }
  }
}
