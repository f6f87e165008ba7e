// SPDX-License-Identifier: Apache-2.0
package import FeedFetcher
import FeedParser

/// Why a feed gave nothing this time, in words.
package struct FeedFailure: Sendable, Hashable {
  /// A stable code for logs and JSON.
  package let code: String
  /// What happened, without the feed's name and without a full stop.
  package let sentence: String
  /// What to try.
  package let advice: String
  /// Whether the network as a whole may be down.
  package var concernsNetwork = false

  init(code: String, sentence: String, advice: String, concernsNetwork: Bool = false) {
    self.code = code
    self.sentence = sentence
    self.advice = advice
    self.concernsNetwork = concernsNetwork
  }

  /// A transfer that failed.
  init(_ error: FetchError) {
    self.init(
      code: error.code,
      sentence: error.sentence,
      advice: error.advice,
      concernsNetwork: error.concernsNetwork
    )
  }

  /// An answer with a status other than 200 and 304.
  package init(_ response: FetchResponse) {
    let status = response.status
    code = "http-\(status)"
    let name = FeedFailure.statusNames[status].map { " " + $0 } ?? ""
    let wall = BotWall.recognise(response)
    sentence =
      "the server answered \(status)\(name)" + (wall.map { ", \(Self.page(of: $0))" } ?? "")
    switch status {
    case 401, 407: advice = "set username and password, or a cookie, for this feed"
    case 403 where wall != nil:
      advice = "ask the publisher to let feed readers in; a user-agent or cookie key may help"
    case 403: advice = "try another user-agent, a header or a cookie for this feed"
    case 404, 410: advice = "look for the feed's new address with rasad feeds discover"
    case 429: advice = "nothing: the next fetch waits as long as the server asks"
    case 500...599: advice = "wait: the server has a problem of its own"
    default: advice = "open the address in a browser and see what it serves"
    }
  }

  /// A body that holds no feed.
  init(_ error: FeedParseError, _ response: FetchResponse) {
    let wall = BotWall.recognise(response)
    code = wall == nil ? error.code : "bot-wall"
    let place = error.line > 0 ? " (line \(error.line), column \(error.column))" : ""
    sentence = wall.map { "the server sent \(Self.page(of: $0))" } ?? error.message + place
    advice = FeedFailure.clause(error.advice)
  }

  private static func page(of wall: BotWall) -> String {
    "a page of \(wall.service) that asks for a browser instead of the feed"
  }

  /// A sentence as the end of another one: a small first letter, no full stop.
  private static func clause(_ sentence: String) -> String {
    let end = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    return end.prefix(1).lowercased() + end.dropFirst()
  }

  /// The failure as the schedule keeps it.
  var outcome: FetchOutcome.Failure {
    FetchOutcome.Failure(code: code, sentence: sentence, advice: advice)
  }

  /// A document that ends too early; its whole items were kept.
  static func truncated(_ problems: [FeedProblem]) -> FeedFailure {
    let place = problems.last { $0.code.contains("trunc") } ?? problems.last
    let position = place.map { " at line \($0.line), column \($0.column)" } ?? ""
    return FeedFailure(
      code: "truncated-document",
      sentence: "the document is cut off\(position); its complete items were kept",
      advice: "nothing: the next fetch asks for all of it again"
    )
  }

  /// RFC 9110, section 15, and RFC 6585.
  private static let statusNames = [
    204: "No Content", 206: "Partial Content", 400: "Bad Request", 401: "Unauthorized",
    403: "Forbidden", 404: "Not Found", 406: "Not Acceptable", 407: "Proxy Authentication Required",
    408: "Request Timeout", 410: "Gone", 418: "I'm a teapot", 429: "Too Many Requests",
    451: "Unavailable For Legal Reasons", 500: "Internal Server Error", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout", 520: "Unknown Error",
    521: "Web Server Is Down", 522: "Connection Timed Out",
  ]
}
