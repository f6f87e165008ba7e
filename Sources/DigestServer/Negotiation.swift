// SPDX-License-Identifier: Apache-2.0

/// What a client accepts, with its weights (RFC 9110, 12).
enum Negotiation {
  /// Whether gzip may be sent: it is named, or `*` stands for it, with a weight above zero.
  static func takesGzip(_ request: HTTPRequest) -> Bool {
    var named: Int?
    var any: Int?
    for member in request.list("accept-encoding") {
      let (name, weight) = weighed(member)
      switch name {
      case "gzip", "x-gzip": named = max(named ?? 0, weight)
      case "*": any = weight
      default: continue
      }
    }
    return (named ?? any ?? 0) > 0
  }

  /// Whether a person opened the address: a browser that navigates, not a program that reads.
  ///
  /// Browsers say so (`Sec-Fetch-Dest`); those that do not ask for HTML and name no feed format.
  static func isBrowser(_ request: HTTPRequest) -> Bool {
    if let destination = request.values("sec-fetch-dest").first { return destination == "document" }
    let accepted = request.list("accept").map(weighed).filter { $0.weight > 0 }.map(\.name)
    let feeds = ["application/atom+xml", "application/rss+xml", "application/feed+json"]
    return accepted.contains("text/html") && !accepted.contains(where: feeds.contains)
  }

  /// The name in lower case and the weight in thousandths; a weight that cannot be read is zero.
  static func weighed(_ member: String) -> (name: String, weight: Int) {
    let parts = member.split(separator: ";").map { HTTPRequest.trimmed($0).lowercased() }
    guard let name = parts.first else { return ("", 0) }
    guard let weight = parts.dropFirst().first(where: { $0.hasPrefix("q=") }) else {
      return (name, 1000)
    }
    return (name, thousandths(weight.dropFirst(2)))
  }

  private static func thousandths(_ text: Substring) -> Int {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap({ Int($0) }), whole == 0 || whole == 1 else { return 0 }
    guard parts.count == 2, whole == 0 else { return whole * 1000 }
    let digits = parts[1].prefix(3)
    guard let part = Int(digits + String(repeating: "0", count: 3 - digits.count)), part >= 0
    else { return 0 }
    return part
  }

  /// The entity tags of `If-None-Match`, without their weakness; `*` stands for itself.
  ///
  /// Tags may hold commas (RFC 9110, 8.8.3), so this is no plain list.
  static func entityTags(_ request: HTTPRequest) -> [String] {
    var tags: [String] = []
    for value in request.values("if-none-match") {
      var rest = Substring(value)
      while !rest.isEmpty {
        rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "," }
        if rest.hasPrefix("*") {
          tags.append("*")
          rest = rest.dropFirst()
          continue
        }
        if rest.hasPrefix("W/") { rest = rest.dropFirst(2) }
        guard rest.hasPrefix("\""), let end = rest.dropFirst().firstIndex(of: "\"") else { break }
        tags.append(String(rest[...end]))
        rest = rest[rest.index(after: end)...]
      }
    }
    return tags
  }
}
