// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import Articles
import Pipeline
import TextAnalysis
import TextBasics

struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find stored articles; «وزير» finds «وزیر».",
    discussion: """
      Words must all occur; "a phrase" as it stands; -word excludes; lang:fa topic:ID feed:ID
      since:7d or since:2025-11-01 narrow. Exit status 1 when nothing matches.
      """
  )

  @Argument(parsing: .allUnrecognized, help: "What to look for.")
  var words: [String]

  @Option(name: .shortAndLong, help: "At most so many results.")
  var limit = 20

  @Flag(help: "Newest first, not best first.")
  var newest = false

  @OptionGroup var options: Options

  func run() async throws {
    let query: SearchQuery
    do {
      query = try SearchQuery(words.joined(separator: " "), now: try options.clock())
    } catch { throw CommandFailure(.usage, "\(error)") }
    let store = try Workspace.open(options.places).store(.readOnly)
    var filter = SearchFilter(limit: limit)
    filter.language = query.language
    filter.topic = query.topic
    filter.feed = query.feed
    filter.since = query.since
    if newest { filter.order = .newest }
    let hits = try store.search(query.match, filter: filter)
    if !options.quiet, !options.json, Output.talksToTerminal {
      Output.talk("searched for \(options.terminal.show(query.display))")
    }
    for hit in hits { print(hit, query) }
    Output.finish(status: hits.isEmpty ? .no : .done)
  }

  private func print(_ hit: SearchHit, _ query: SearchQuery) {
    let article = hit.article.article
    let snippet = query.snippet(of: article.text)
    if options.json {
      return Output.line(
        JSONText.object([
          .init("v", 1), .init("feed", .string(article.id.feed)),
          .init("key", .string(article.id.key)),
          .init("title", .string(article.title)), .init("url", .optional(article.url)),
          .init("language", .string(article.language.code)),
          .init("published", .instant(article.instant)), .init("relevance", .int(hit.relevance)),
          .init("story", .optional(hit.article.story?.text)),
          .init("snippet", .string(snippet.text)),
        ]).text
      )
    }
    let terminal = options.terminal
    let dates = DateStyle(calendar: options.calendar)
    Output.line(
      "\(dates.day(article.instant, language: article.language))  \(article.language)  "
        + "\(article.id.feed)  " + terminal.bold(terminal.show(article.title))
    )
    if !snippet.text.isEmpty { Output.line("    " + marked(snippet, terminal)) }
    if let url = article.url { Output.line("    " + Terminal.clean(url)) }
  }

  /// The snippet with its matches in brackets, or in bold on a terminal with colours.
  private func marked(_ snippet: SearchSnippet, _ terminal: Terminal) -> String {
    var result = ""
    for piece in snippet.pieces {
      let text = Terminal.clean(piece.text)
      let space = piece.text.first?.isWhitespace == true && !result.isEmpty ? " " : ""
      let after = piece.text.last?.isWhitespace == true ? " " : ""
      result +=
        space + (piece.isMatch ? (terminal.colors ? terminal.bold(text) : "[\(text)]") : text)
      if !text.isEmpty { result += after }
    }
    return terminal.isolates ? "\u{2068}\(result)\u{2069}" : result
  }
}
