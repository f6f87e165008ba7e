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
    /// The language that the sender names (`Content-Language`), or `nil`.
    public var language: String?
    /// What becomes of HTML in texts.
    public var html = HTMLTreatment.clean
    /// How much of a document is taken.
    public var limits: Limits

    /// Makes options.
    public init(
      contentType: String? = nil,
      baseURL: String? = nil,
      language: String? = nil,
      limits: Limits = Limits()
    ) {
      self.contentType = contentType
      self.baseURL = baseURL
      self.language = language
      self.limits = limits
    }
  }

  /// What becomes of HTML in texts.
  public enum HTMLTreatment: Sendable, Hashable {
    /// Scripts and other dangers go, references become absolute, the form becomes uniform.
    case clean
    /// It stays as the feed has it: faster, for those who only make plain text of it.
    case asWritten
  }

  /// How much of a document is taken; what is more is reported, never silently dropped.
  public struct Limits: Sendable, Hashable {
    /// Bytes of the document.
    ///
    /// Error `limit-document`.
    public var document = 64 << 20
    /// Elements inside one another.
    ///
    /// Problem `limit-depth`.
    public var depth = 256
    /// Attributes of one element.
    ///
    /// Problem `limit-attributes`.
    public var attributes = 256
    /// Bytes of one text.
    ///
    /// Problem `limit-text`.
    public var text = 16 << 20
    /// Items of a feed.
    ///
    /// Problem `limit-items`.
    public var items = 5000
    /// Unknown elements that are kept of an item.
    ///
    /// Problem `limit-extensions`.
    public var extensions = 256
    /// Bytes of one start tag.
    ///
    /// Problem `limit-tag`.
    public var tag = 256 << 10
    /// Entities that a document type may declare.
    ///
    /// Problem `limit-entities`.
    public var entities = 300
    /// Bytes that declared entities may add to a document.
    ///
    /// Problem `limit-amplification`.
    public var amplification = 64 << 10
    /// Processor time for what is read at once, a document or a part of it, or `nil`.
    ///
    /// Error `deadline`.
    public var time: Duration? = .seconds(30)

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
    guard bytes.count <= options.limits.document else {
      throw FeedParseError(
        code: "limit-document",
        message: "the document has \(bytes.count) bytes, \(options.limits.document) are allowed"
      )
    }
    guard bytes.contains(where: { !isXMLSpace($0) }) else {
      throw FeedParseError(code: "empty", message: "the document is empty")
    }
    let document = EncodingGuess.decode(bytes, contentType: options.contentType)
    if JSONFeed.isJSON(document.bytes) {
      var feed = try JSONFeed.parse(document.bytes, options: options)
      feed.encoding = document.encoding
      feed.problems = document.problems + feed.problems
      return feed
    }
    var start = FeedReaderState(options: options)
    start.problems = document.problems
    let builder = read(
      document.bytes,
      TapeBuilder(reader: start, limits: options.limits, isChecked: true)
    )
    var feed = try finish(builder, document.bytes, options)
    feed.encoding = document.encoding
    return feed
  }

  /// Reads a whole document: strictly, and if that fails once more by the forgiving scanner.
  private static func read(_ bytes: [UInt8], _ start: TapeBuilder) -> TapeBuilder {
    var fault: XMLPushParser.Fault?
    if !hasInternalSubset(bytes) {
      let (builder, found) = XMLPushParser.parse(bytes, builder: start)
      guard let found else { return builder }
      fault = found
    }
    var scanner = LooseScanner(bytes, builder: start)
    scanner.run()
    var builder = scanner.builder
    if let fault, builder.reader.problems.count == start.reader.problems.count {
      builder.reader.report(fault)
    }
    return builder
  }

  /// Makes the feed of what was read, or says why it is none.
  static func finish(
    _ read: TapeBuilder,
    _ bytes: [UInt8],
    _ options: Options
  ) throws(FeedParseError) -> ParsedFeed {
    if let stop = read.stop { throw stop }
    var builder = read
    let known = builder.reader.itemCount
    var feed = builder.reader.finish(builder.tape)
    feed.namespaces = builder.namespaces
    feed.isTruncated = builder.isTruncated
    let isBare = known == 0 && feed.title == nil && feed.link == nil
    if feed.format == .unknown, known == 0, Autodiscovery.isPage(bytes) {
      throw FeedParseError(
        code: "html-page",
        message: "the document is a web page",
        discovered: Autodiscovery(baseURL: options.baseURL).links(bytes)
      )
    }
    if feed.isTruncated, isBare || known > 0 && builder.reader.wholeItems == 0 {
      let end = feed.problems.last { $0.code == "truncated" }
      throw FeedParseError(
        code: "truncated",
        line: end?.line ?? 0,
        column: end?.column ?? 0,
        message: "the document ends before its first item is whole"
      )
    }
    if feed.format == .unknown, known == 0 {
      throw FeedParseError(code: "not-a-feed", message: "the document is no feed")
    }
    return feed
  }

  /// Whether a document type with declarations stands before the root: libxml2 never sees one.
  static func hasInternalSubset(_ bytes: [UInt8]) -> Bool {
    var place = 0
    while place < bytes.count {
      guard bytes[place] == 0x3C else {
        place += 1
        continue
      }
      if bytes.hasASCII("<!--", at: place) {
        guard let end = bytes.firstRange(ofASCII: "-->", from: place) else { return false }
        place = end + 3
      } else if bytes.hasASCII("<!DOCTYPE", at: place, ignoringCase: true) {
        let end = bytes[place...].firstIndex { $0 == 0x3E || $0 == 0x5B }
        return end.map { bytes[$0] == 0x5B } ?? true
      } else if bytes.hasASCII("<?", at: place) || bytes.hasASCII("<!", at: place) {
        place += 2
      } else {
        return false
      }
    }
    return false
  }
}
