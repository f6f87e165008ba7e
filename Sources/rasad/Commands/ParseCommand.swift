// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import FeedFetcher
import FeedParser
import Foundation
import Pipeline
import TextAnalysis
import TextBasics

struct ParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show one feed as JSON, with everything that was wrong with it.",
    discussion: "Touches no state. Only an http(s) address opens a socket."
  )

  @Argument(help: "A file, an http(s) address, or - for standard input.")
  var source: String?

  @Option(help: "The Content-Type that the document was served with.")
  var contentType: String?

  @Option(help: "The address against which relative links are resolved.")
  var base: String?

  @Flag(help: .hidden)
  var outcome = false

  @Flag(help: "Answer requests, one JSON object per line: {\"file\", \"url\", \"headers\"}.")
  var serve = false

  @Flag(help: "Read the document in parts, as run does, not at once.")
  var stream = false

  @OptionGroup var options: Options

  func run() async throws {
    if serve { return try ParseServer(stream: stream).run() }
    guard let source else {
      throw CommandFailure(.usage, "parse needs a file, an address or -")
    }
    var settings = FeedParser.Options(contentType: contentType, baseURL: base)
    let bytes: [UInt8]
    if source.hasPrefix("http://") || source.hasPrefix("https://") {
      let response = try await FeedProbe.fetch(source)
      bytes = response.body
      settings.contentType = contentType ?? response.contentType
      settings.baseURL = base ?? response.effectiveURL
    } else {
      bytes = try Files.bytes(source)
    }
    do {
      let feed = try Self.feed(bytes, settings, stream: stream)
      if outcome { return Output.line(Self.outcome(feed).text) }
      Output.line(ParsedFeedJSON.json(of: feed).text)
      talk(feed, source)
    } catch {
      if outcome {
        Output.line(JSONText.object([.init("outcome", "reject-with-error")]).text)
        Output.error("\(source)\(Self.place(error)): \(Terminal.clean(error.message))")
        Output.finish(status: .badData)
      }
      throw CommandFailure(
        .badData,
        "\(source)\(Self.place(error)): error: \(Terminal.clean(error.message)). \(error.advice)"
      )
    }
  }

  /// The feed in `bytes`, read at once or in parts of 64 KiB.
  static func feed(
    _ bytes: [UInt8],
    _ options: FeedParser.Options,
    stream: Bool
  ) throws(FeedParseError) -> ParsedFeed {
    guard stream else { return try FeedParser.parse(bytes, options: options) }
    var reader = FeedReader(options: options)
    var items: [ParsedItem] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      items += try reader.append(Array(rest.prefix(65_536)))
      rest = rest.dropFirst(65_536)
    }
    var feed = try reader.finish()
    feed.items = items + feed.items
    return feed
  }

  /// `:line:column`, or nothing for an error of the document as a whole.
  private static func place(_ error: FeedParseError) -> String {
    error.line > 0 ? ":\(error.line):\(error.column)" : ""
  }

  private func talk(_ feed: ParsedFeed, _ source: String) {
    guard !options.quiet else { return }
    for problem in feed.problems {
      Output.talk(
        "\(source):\(problem.line):\(problem.column): warning: "
          + "\(Terminal.clean(problem.message)); \(Terminal.clean(problem.recovery))"
      )
    }
    guard Output.talksToTerminal else { return }
    Output.talk("\(feed.format), \(feed.encoding), \(feed.items.count) items")
  }

  /// The document's fate in one word, and the titles as plain text.
  private static func outcome(_ feed: ParsedFeed) -> JSONText {
    let titles = feed.items.map { item in
      guard let title = item.title else { return "" }
      return title.isHTML ? HTMLText.plainText(title.value) : CharacterFilter.xmlText(title.value)
    }
    return .object([
      .init("outcome", feed.isDamaged ? "parse-partial" : "parse-ok"),
      .init("titles", .array(titles.map(JSONText.string))),
    ])
  }
}

/// Answers many parse requests in one process, for tests and tools.
struct ParseServer {
  /// Whether documents are read in parts.
  let stream: Bool

  private struct Request: Decodable {
    var file: String
    var url: String?
    var headers: [String: String]?
  }

  /// Reads a request per line until standard input ends; a bad one is answered with an error.
  func run() throws {
    while let line = readLine(strippingNewline: true) {
      guard !line.isEmpty else { continue }
      Output.line(answer(line).text)
      Output.flush()
    }
  }

  private func answer(_ line: String) -> JSONText {
    do {
      let request = try JSONDecoder().decode(Request.self, from: Data(line.utf8))
      let headers = request.headers ?? [:]
      func header(_ name: String) -> String? {
        headers.first { $0.key.lowercased() == name }?.value
      }
      // RFC 9110, 8.7: a location of the content is relative to the address asked for.
      let location = header("content-location").map {
        URLReference.resolve($0, against: request.url)
      }
      let options = FeedParser.Options(
        contentType: header("content-type"),
        baseURL: location ?? request.url,
        language: header("content-language")
      )
      let bytes = try Files.bytes(request.file)
      let feed = try ParseCommand.feed(bytes, options, stream: stream)
      return ParsedFeedJSON.json(of: feed)
    } catch let error as FeedParseError {
      return ParsedFeedJSON.json(of: error)
    } catch {
      return .object([
        .init("v", 1), .init("error", "request"), .init("message", .string("\(error)")),
      ])
    }
  }
}
