// SPDX-License-Identifier: Apache-2.0
import FeedFetcher
package import FeedList
import FeedParser
package import TextBasics

/// Asks feeds how they are without storing anything.
package struct FeedCheck: Sendable {
  /// How one feed answered.
  package struct Answer: Sendable {
    package let id: String
    package let url: String
    package var failure: FeedFailure?
    package var format = ""
    package var items = 0
    package var problems = 0

    package var json: JSONText {
      .object([
        .init("v", 1), .init("feed", .string(id)), .init("url", .string(url)),
        .init("state", .string(failure == nil ? "ok" : "failing")),
        .init("code", .optional(failure?.code)), .init("cause", .optional(failure?.sentence)),
        .init("try", .optional(failure?.advice)), .init("format", .string(format)),
        .init("items", .int(items)), .init("problems", .int(problems)),
      ])
    }
  }

  let configuration: FeedListConfiguration

  package init(configuration: FeedListConfiguration) { self.configuration = configuration }

  /// Fetches and parses the selected feeds; the answers come in the order of the configuration.
  ///
  /// - Throws: ``PipelineError/unknownFeed(id:nearest:)``.
  package func perform(_ selection: FeedSelection) async throws -> [Answer] {
    try selection.check(against: configuration)
    let sources = configuration.feeds.filter {
      selection.feeds.isEmpty ? $0.enabled : selection.names($0.id)
    }
    let fetcher = FeedFetcher(configuration)
    let contact = configuration.contact
    let answers = await withTaskGroup(of: (Int, Answer).self) { group in
      for (place, source) in sources.enumerated() {
        group.addTask { (place, await Self.check(source, contact, fetcher)) }
      }
      var answers: [Int: Answer] = [:]
      for await (place, answer) in group { answers[place] = answer }
      return answers
    }
    await fetcher.shutdown()
    return sources.indices.compactMap { answers[$0] }
  }

  private static func check(
    _ source: FeedSource,
    _ contact: String?,
    _ fetcher: FeedFetcher
  ) async -> Answer {
    var answer = Answer(id: source.id, url: source.url)
    let response: FetchResponse
    do {
      response = try await fetcher.fetch(FetchRequest(source, contact: contact))
    } catch {
      answer.failure = FeedFailure(error)
      return answer
    }
    guard response.status == 200 else {
      answer.failure = FeedFailure(response)
      return answer
    }
    do {
      let feed = try FeedParser.parse(
        response.body,
        options: .init(contentType: response.contentType, baseURL: response.effectiveURL)
      )
      answer.format = "\(feed.format)"
      answer.items = feed.items.count
      answer.problems = feed.problems.count
    } catch {
      answer.failure = FeedFailure(error, response)
    }
    return answer
  }
}
