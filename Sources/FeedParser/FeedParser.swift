// SPDX-License-Identifier: Apache-2.0

/// Turns the bytes of a feed into values.
///
/// ```swift
/// let feed = try FeedParser.parse(bytes)
/// for item in feed.items { print(item.title?.value ?? "") }
/// ```
///
/// RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed 1.0 and 1.1 and RSS in JSON are read.
/// The parser knows no clock, socket, file or global state.
public enum FeedParser {
  /// What is known of a document beside its bytes, and the limits.
  public struct Options: Sendable {
    /// The `Content-Type` with which the document was sent, or `nil`.
    public var contentType: String?
    /// The address of the document, against which relative references are resolved, or `nil`.
    public var baseURL: String?
    /// How much of a document is taken.
    public var limits: Limits

    /// Makes options.
    public init(
      contentType: String? = nil,
      baseURL: String? = nil,
      limits: Limits = Limits()
    ) {
      self.contentType = contentType
      self.baseURL = baseURL
      self.limits = limits
    }
  }

  /// How much of a document is taken; what is more is reported, never silently dropped.
  public struct Limits: Sendable, Hashable {
    /// Bytes of the document. Error `limit-document`.
    public var document = 64 << 20
    /// Elements inside one another. Problem `limit-depth`.
    public var depth = 256
    /// Attributes of one element. Problem `limit-attributes`.
    public var attributes = 256
    /// Bytes of one text. Problem `limit-text`.
    public var text = 16 << 20
    /// Items of a feed. Problem `limit-items`.
    public var items = 5000
    /// Unknown elements that are kept of an item. Problem `limit-extensions`.
    public var extensions = 256
    /// Bytes of one start tag. Problem `limit-tag`.
    public var tag = 256 << 10
    /// Entities that a document type may declare. Problem `limit-entities`.
    public var entities = 300
    /// Bytes that declared entities may add to a document. Problem `limit-amplification`.
    public var amplification = 64 << 10
    /// Time for one document, or `nil`. Error `deadline`.
    public var time: Duration? = .seconds(10)

    /// The limits as documented.
    public init() {}
  }

  /// Reads a document.
  ///
  /// Damage is repaired as far as possible and listed in ``ParsedFeed/problems``.
  ///
  /// - Throws: ``FeedParseError`` when the bytes are no feed at all or a limit forbids to go on.
  public static func parse(
    _ bytes: [UInt8],
    options: Options = Options()
  ) throws(FeedParseError) -> ParsedFeed {
    guard bytes.contains(where: { !isXMLSpace($0) }) else {
      throw FeedParseError(code: "empty", message: "the document is empty")
    }
    var builder = TapeBuilder(
      reader: FeedReaderState(options: options),
      limits: options.limits
    )
    XMLPushParser.parse(bytes, into: &builder)
    if let stop = builder.stop { throw stop }
    let feed = builder.reader.finish(builder.tape)
    if feed.format == .unknown, feed.items.isEmpty {
      throw FeedParseError(code: "not-a-feed", message: "the document is no feed")
    }
    return feed
  }
}
