// SPDX-License-Identifier: Apache-2.0

/// What an answer means before anybody has parsed it.
package enum FetchVerdict: Sendable, Hashable {
  /// 200 with a body that may be a feed.
  case document
  case notModified
  /// No feed; nothing of it may be stored, whatever the body looks like.
  ///
  /// - Parameters:
  ///   - code: Stable, such as `http-404` or `bot-wall`.
  ///   - sentence: What failed and why, without a full stop.
  ///   - advice: What the user may try, without a full stop.
  case failure(code: String, sentence: String, advice: String)
}

extension FetchResponse {
  /// What the answer means.
  package var verdict: FetchVerdict {
    if status == 304 { return .notModified }
    if let wall = BotWall.recognise(self) {
      return .failure(
        code: "bot-wall",
        sentence: "\(status) \(wall.service) asks for proof of a human instead of giving the feed",
        advice: "ask the publisher to let feed readers in; a cookie or user-agent of a browser may "
          + "help for a while"
      )
    }
    guard status == 200 else { return FetchResponse.failure(status) }
    switch PageKind.of(body) {
    case .empty:
      return .failure(
        code: "empty-body",
        sentence: "200 with an empty body",
        advice: "the next fetch tries again; report it to the publisher if it stays"
      )
    case .html:
      return .failure(
        code: "html-page",
        sentence: "HTML page instead of a feed",
        advice: "find the feed's address with rasad feeds discover"
      )
    case .feed, .other: return .document
    }
  }

  private static func failure(_ status: Int) -> FetchVerdict {
    let (words, advice) =
      switch status {
      case 204: ("204 No Content", "the next fetch tries again")
      case 206: ("206: a part that nobody asked for", "the next fetch tries again")
      case 300..<400: ("\(status): a redirect to nowhere", "report it to the publisher")
      case 401: ("401: the feed wants a name and a password", "set username and password")
      case 403: ("403: the server refuses to give the feed", "try another user-agent, or a proxy")
      case 404: ("404: there is no such page", "find the new address with rasad feeds discover")
      case 407: ("407: the proxy wants a name and a password", "check the key proxy")
      case 410: ("410: the feed is gone for good", "remove it, or find its new address")
      case 429: ("429: too many requests", "fetch less often: interval, or [host] max-parallel")
      case 451: ("451: not available for legal reasons", "a proxy in another country may help")
      case 500..<600: ("\(status): the server is in trouble", "wait; it is tried again by itself")
      default: ("\(status): an unusual answer", "try the address in a browser")
      }
    return .failure(code: "http-\(status)", sentence: words, advice: advice)
  }
}
