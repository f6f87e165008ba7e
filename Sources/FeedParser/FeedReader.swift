// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// Reads a feed in parts and gives out items as they become whole.
///
/// Memory stays that of the largest item, however long the document is:
/// ```swift
/// var reader = FeedReader()
/// while let chunk = nextChunk() {
///   for item in try reader.append(chunk) { print(item.title?.value ?? "") }
/// }
/// let feed = try reader.finish()
/// for item in feed.items { print(item.title?.value ?? "") }
/// ```
/// Documents in UTF-8 are read as they come: strictly as far as they are well formed, from the last
/// whole item on by the forgiving scanner. JSON, web pages, other encodings and documents with an
/// internal document type are kept and read at the end, up to ``FeedParser/Limits/document`` bytes.
public struct FeedReader: ~Copyable {
  private let options: FeedParser.Options
  /// What has come and cannot be read yet: the head, the whole document, or what may have to be
  /// read again.
  private var held: [UInt8] = []
  private var stage = Stage.head
  private var strict: XMLPushParser?
  private var loose: LooseScanner?
  private var encoding = "utf-8"
  private var problems: [FeedProblem] = []
  /// The encoding of one byte a character in which the document turned out to be.
  private var conversion: TextEncoding?
  /// Bytes of the document before ``held``.
  private var dropped = 0

  private enum Stage { case head, strict, loose, whole, failed }

  /// Bytes by which encoding and form of a document are told.
  private static let headLength = 16_384

  /// Begins a feed.
  ///
  /// The limits apply as in ``FeedParser/parse(_:options:)``, but that of the document's length
  /// only to documents that must be kept.
  public init(options: FeedParser.Options = FeedParser.Options()) { self.options = options }

  /// Takes the next part of the document; returns the items that became whole by it.
  ///
  /// - Throws: ``FeedParseError`` when a limit forbids to go on; the reader is of no use then.
  public mutating func append(_ chunk: [UInt8]) throws(FeedParseError) -> [ParsedItem] {
    switch stage {
    case .head:
      held += chunk
      guard held.count >= FeedReader.headLength else { return [] }
      begin()
      return stage == .whole ? try keep([]) : try read(takeHeld())
    case .strict, .loose: return try read(chunk)
    case .whole: return try keep(chunk)
    case .failed: return []
    }
  }

  /// Ends the document; returns the feed with the items that ``append(_:)`` has not given out.
  ///
  /// - Throws: ``FeedParseError`` when the document is no feed.
  public consuming func finish() throws(FeedParseError) -> ParsedFeed {
    switch stage {
    case .head, .whole, .failed: return try FeedParser.parse(held, options: options)
    case .strict:
      strict?.finish()
      if strict?.fault != nil { try startOver() }
    case .loose: break
    }
    loose?.finish()
    let builder = takeBuilder()
    guard let builder else {
      throw FeedParseError(code: "memory", message: "there is no memory to parse")
    }
    var feed = try FeedParser.finish(builder, held, options)
    feed.encoding = encoding
    feed.problems = problems + feed.problems
    return feed
  }

  /// Decides by the head how the document is read.
  private mutating func begin() {
    // A character that the end of the head cuts in two is no fault of the document.
    var head = held
    while let last = head.last, last >= 0x80 { head.removeLast() }
    let document = EncodingGuess.decode(head, contentType: options.contentType)
    let isUTF8 = document.encoding == "utf-8" || document.encoding == "us-ascii"
    let isKept =
      JSONFeed.isJSON(document.bytes) || FeedParser.hasInternalSubset(document.bytes)
      || Autodiscovery.isPage(document.bytes)
    if !isUTF8 || isKept {
      stage = .whole
      return
    }
    encoding = document.encoding
    problems = document.problems
    if held.starts(with: [0xEF, 0xBB, 0xBF]) { held.removeFirst(3) }
    let start = FeedReaderState(options: options)
    let builder = TapeBuilder(reader: start, limits: options.limits)
    strict = XMLPushParser(builder: builder, keepsBoundary: true)
    stage = strict == nil ? .whole : .strict
  }

  private mutating func takeHeld() -> [UInt8] {
    defer { held = [] }
    return held
  }

  private mutating func keep(_ chunk: [UInt8]) throws(FeedParseError) -> [ParsedItem] {
    held += chunk
    guard held.count <= options.limits.document else {
      stage = .failed
      throw FeedParseError(
        code: "limit-document",
        message: "a document that must be kept has more than \(options.limits.document) bytes"
      )
    }
    return []
  }

  private mutating func read(_ chunk: [UInt8]) throws(FeedParseError) -> [ParsedItem] {
    if stage == .strict {
      held += chunk
      unsafe chunk.withUnsafeBufferPointer { buffer in unsafe strict?.push(buffer) }
      if strict?.fault != nil {
        try startOver()
      } else if let boundary = strict?.boundary, boundary > dropped {
        held.removeSubrange(..<min(boundary - dropped, held.count))
        dropped = boundary
      }
    } else {
      loose?.append(conversion?.decode(chunk[...]).bytes ?? chunk)
    }
    if let stop = strict?.builder.stop ?? loose?.builder.stop {
      stage = .failed
      throw stop
    }
    let items = strict?.builder.takeItems() ?? loose?.builder.takeItems()
    return items ?? []
  }

  /// Goes on from the end of the last whole item with the forgiving scanner.
  private mutating func startOver() throws(FeedParseError) {
    guard let fault = strict?.fault else { return }
    let mark = strict?.mark
    let boundary = strict?.boundary ?? 0
    let line = strict?.boundaryLine ?? 1
    guard var builder = strict?.takeBuilder() else { return }
    strict = nil
    if boundary > dropped { held.removeSubrange(..<min(boundary - dropped, held.count)) }
    if let mark {
      builder.goBack(to: mark)
    } else {
      let start = FeedReaderState(options: options)
      builder = TapeBuilder(reader: start, limits: options.limits)
    }
    builder.reader.report(fault)
    var scanner = LooseScanner(continuing: builder, frames: builder.frames, line: line)
    scanner.append(convert(takeHeld()))
    loose = scanner
    stage = .loose
  }

  /// Bytes that are no UTF-8 after all, by what their letters look like.
  private mutating func convert(_ bytes: [UInt8]) -> [UInt8] {
    guard UTF8Repair.faults(in: bytes, isPrefix: true) > 0 else { return bytes }
    let document = EncodingGuess.decode(bytes, contentType: options.contentType)
    guard let guessed = TextEncoding(label: document.encoding), case .table = guessed else {
      return bytes
    }
    conversion = guessed
    encoding = document.encoding
    problems += document.problems
    return document.bytes
  }

  private mutating func takeBuilder() -> TapeBuilder? {
    if stage == .strict { return strict?.takeBuilder() }
    defer { loose = nil }
    return loose?.builder
  }
}
