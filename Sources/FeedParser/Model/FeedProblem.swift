// SPDX-License-Identifier: Apache-2.0

/// A deviation from what a dialect or XML demands, which did not stop the parser.
public struct FeedProblem: Sendable, Hashable {
  /// A stable word such as `bare-ampersand` or `truncated`.
  public var code: String
  /// The line of the decoded document, from 1.
  public var line: Int
  /// Bytes of UTF-8 before the place on its line, plus 1.
  public var column: Int
  /// What is wrong, for people.
  public var message: String
  /// What was done about it, for people.
  public var recovery: String

  /// Whether a value made no sense while the document itself is whole, such as a date that is none.
  public var isNotice: Bool { code.hasPrefix("date-") }

  /// Makes a problem.
  public init(code: String, line: Int, column: Int, message: String, recovery: String) {
    self.code = code
    self.line = line
    self.column = column
    self.message = message
    self.recovery = recovery
  }
}

/// Why bytes are not a feed.
///
/// Nothing of the document is returned then.
public struct FeedParseError: Error, Sendable, Hashable {
  /// A stable word such as `empty`, `html-page`, `not-a-feed` or a limit's name.
  public var code: String
  /// The line, from 1; 0 when the whole document is meant.
  public var line: Int
  /// The column in bytes, from 1; 0 when the whole document is meant.
  public var column: Int
  /// What is wrong, for people.
  public var message: String
  /// Feeds that the page names, when the document is an HTML page; absolute addresses.
  public var discovered: [FeedLink]

  /// Makes an error.
  public init(
    code: String,
    line: Int = 0,
    column: Int = 0,
    message: String,
    discovered: [FeedLink] = []
  ) {
    self.code = code
    self.line = line
    self.column = column
    self.message = message
    self.discovered = discovered
  }

  /// What a person can do next.
  public var advice: String {
    if let first = discovered.first {
      return "The page names a feed: \(first.href). Use that address instead."
    }
    switch code {
    case "empty": return "The server sent nothing. Open the address in a browser."
    case "html-page": return "The server sent a web page. Look for the address of its feed."
    case "deadline": return "The document takes too long to read. Report it to the publisher."
    default: return "Open the address in a browser and see whether it is still a feed."
    }
  }
}
