// SPDX-License-Identifier: Apache-2.0
import FeedParser
import Foundation
import Testing

/// The examples of the documentation, compiled and run; each stands in the article word for word.
struct GuideTests {
  private let bytes = Array(
    """
    <rss version="2.0"><channel><title>News</title><item><title>One</title><description>&lt;b&gt;\
    x&lt;/b&gt;</description><pubDate>yesterday</pubDate></item><item><title>Two</title>\
    <pubDate>Thu, 20 Nov 2025 13:00:00 GMT</pubDate></item></channel></rss>
    """.utf8
  )

  private final class Printed {
    var lines: [String] = []
    func print(_ parts: Any...) { lines.append(parts.map { "\($0)" }.joined(separator: " ")) }
  }

  @Test func `titles of a feed`() throws {
    let printed = Printed()
    let print = printed.print
    let feed = try FeedParser.parse(bytes, options: .init(baseURL: "https://news.example/feed"))
    for item in feed.items {
      print(item.title?.value ?? "(no title)")
    }
    #expect(printed.lines == ["One", "Two"])
  }

  @Test func `a feed in parts`() throws {
    let chunks = stride(from: 0, to: bytes.count, by: 7).map {
      Array(bytes[$0..<min($0 + 7, bytes.count)])
    }
    var reader = FeedReader()
    var titles: [String] = []
    for chunk in chunks {
      for item in try reader.append(chunk) { titles.append(item.title?.value ?? "") }
    }
    let end = try reader.finish()
    for item in end.items { titles.append(item.title?.value ?? "") }
    #expect(titles == ["One", "Two"])
  }

  @Test func `texts and dates`() throws {
    let printed = Printed()
    let print = printed.print
    var shown: [String] = []
    func show(_ text: String, asHTML: Bool, in language: String) {
      shown.append("\(text) \(asHTML) \(language)")
    }
    for item in try FeedParser.parse(bytes).items {
      if let content = item.content.first ?? item.summary {
        show(content.value, asHTML: content.isHTML, in: content.language ?? "und")
      }
      if let date = item.published {
        print("published", date)
      } else if let text = item.publishedText {
        print("no date:", text)
      }
    }
    #expect(shown == ["<b>x</b> true und"])
    #expect(printed.lines == ["no date: yesterday", "published 1763643600"])
  }

  @Test(arguments: [
    (
      "ampersand", "bare-ampersand",
      "<rss><channel><item><title>A & B</title></item></channel></rss>"
    ),
    ("empty", "", " "),
    ("cut off", "", "<rss><channel><item><title>A</title></item><item><title>"),
  ])
  func `damage and errors`(word: String, code: String, document: String) throws {
    let printed = Printed()
    let print = printed.print
    let bytes = Array(document.utf8)
    do {
      let feed = try FeedParser.parse(bytes)
      for problem in feed.problems where !problem.isNotice {
        print("\(problem.line):\(problem.column): \(problem.message); \(problem.recovery)")
      }
      if feed.isTruncated { print("the document was cut off: fetch it again") }
    } catch {
      print("\(error.code): \(error.message). \(error.advice)")
    }
    #expect(printed.lines.contains { $0.contains(word) })
    if !code.isEmpty { #expect(try FeedParser.parse(bytes).problems.map(\.code) == [code]) }
  }

  @Test func `limits are parameters`() throws {
    var options = FeedParser.Options()
    options.limits.items = 100
    options.limits.time = .seconds(2)
    options.html = .asWritten
    let feed = try FeedParser.parse(bytes, options: options)
    #expect(feed.items.count == 2)
  }

  @Test func `every example of the guide is one of these tests`() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8).lines
    var blocks: [[String]] = []
    for article in ["Guide.md", "FeedParser.md"] {
      var block: [String]?
      for line in try Documentation.article(article).lines {
        if line == "```swift" {
          block = []
        } else if line == "```" {
          if let block { blocks.append(block) }
          block = nil
        } else {
          block?.append(line)
        }
      }
    }
    #expect(blocks.count >= 6)
    for block in blocks {
      let wanted = block.filter { !$0.isEmpty && !$0.hasPrefix("import") }
      let isThere = source.indices.contains { source[$0...].starts(with: wanted) }
      #expect(isThere, "not compiled: \(wanted.first ?? "")")
    }
  }
}

/// The articles beside the sources.
enum Documentation {
  static func article(_ name: String) throws -> String {
    try String(
      contentsOf: sources.appendingPathComponent("FeedParser.docc/" + name),
      encoding: .utf8
    )
  }

  static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/FeedParser").standardizedFileURL
}

extension String {
  /// The lines without the space around them.
  fileprivate var lines: [String] {
    split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }
}
