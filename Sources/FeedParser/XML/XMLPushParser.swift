// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

/// The strict scanner: libxml2's SAX2 push parser, guarded.
///
/// Only it and its handlers call libxml2.  Long texts pass by it (``CharacterData``).  The parser never
/// sees the internal subset of a document type (the forgiving scanner reads those), no entity is
/// ever declared to it and nothing external can be loaded: no option that would allow it is set and
/// there is no handler that would answer.  A start tag that is longer than
/// ``FeedParser/Limits/tag``, one with too many attributes, and every error of well-formedness end
/// the strict reading.
@safe
struct XMLPushParser: ~Copyable {
  /// Where a document stopped to be well formed.
  struct Fault {
    let code: Int32
    let line: Int
    let column: Int
    let message: String
  }

  /// Bytes that libxml2 never saw.
  struct Gap {
    /// Bytes that it saw before them.
    let place: Int
    /// How many there are, after the last line end if there is one.
    let count: Int
    /// Whether there is a line end among them.
    let startsLine: Bool
  }

  /// What the callbacks share.
  @safe
  struct State {
    var builder: TapeBuilder
    /// Reads the long texts.
    var texts: CharacterData
    var cache = NameCache()
    /// Bytes that libxml2 never saw.
    var unseen = 0
    /// Where that was on the current line.
    var gaps: [Gap] = []
    var parser: xmlParserCtxtPtr?
    var fault: Fault?
    /// Whether ``boundary`` and ``mark`` are kept.
    var keepsBoundary = false
    /// Bytes before the end of the last item that was whole.
    var boundary = 0
    /// The state there.
    var mark: TapeBuilder.Mark?
    /// The line there.
    var boundaryLine = 1
  }

  private let state: UnsafeMutablePointer<State>
  private let parser: xmlParserCtxtPtr

  /// Begins a document; `nil` when memory is out.
  ///
  /// With `keepsBoundary` one can go on after a fault from the end of the last whole item.
  init?(
    builder: TapeBuilder,
    keepsBoundary: Bool = false,
    texts: CharacterData = CharacterData()
  ) {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    unsafe state.initialize(to: State(builder: builder, texts: texts))
    var handler = unsafe XMLPushParser.handler()
    guard let parser = unsafe xmlCreatePushParserCtxt(&handler, state, nil, 0, nil) else {
      unsafe state.deinitialize(count: 1)
      unsafe state.deallocate()
      return nil
    }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    unsafe xmlCtxtUseOptions(parser, Int32(options))
    unsafe state.pointee.parser = parser
    unsafe state.pointee.keepsBoundary = keepsBoundary
    unsafe self.state = state
    unsafe self.parser = parser
  }

  deinit {
    // A declaration of an entity makes one, which the context does not own.
    unsafe xmlFreeDoc(parser.pointee.myDoc)
    unsafe parser.pointee.myDoc = nil
    unsafe xmlFreeParserCtxt(parser)
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  /// What has been read so far.
  var builder: TapeBuilder {
    get { unsafe state.pointee.builder }
    _modify { yield unsafe &state.pointee.builder }
  }
  /// Where the document stopped to be well formed, or `nil`.
  var fault: Fault? { unsafe state.pointee.fault }
  /// Bytes before the end of the last item that was whole.
  var boundary: Int { unsafe state.pointee.boundary }
  /// The line on which the last whole item ends, from 1.
  var boundaryLine: Int { unsafe state.pointee.boundaryLine }
  /// The state at the end of the last whole item.
  var mark: TapeBuilder.Mark? { unsafe state.pointee.mark }
  /// Whether nothing more will be taken.
  var isStopped: Bool {
    unsafe state.pointee.fault != nil || state.pointee.builder.stop != nil
  }

  /// Reads UTF-8 `bytes` as a whole document; returns what was made of it and its fault, if any.
  static func parse(
    _ bytes: [UInt8],
    builder: TapeBuilder,
    texts: CharacterData = CharacterData()
  ) -> (TapeBuilder, Fault?) {
    guard var parser = XMLPushParser(builder: builder, texts: texts) else {
      return (builder, .memory)
    }
    unsafe bytes.withUnsafeBufferPointer { unsafe parser.push($0) }
    parser.finish()
    return (parser.takeBuilder(), parser.fault)
  }

  /// Takes the next bytes, until something is wrong.
  mutating func push(_ bytes: UnsafeBufferPointer<UInt8>) {
    let deadline = builder.deadline.started()
    unsafe state.pointee.texts.startOver()
    var place = 0
    while place < bytes.count, !isStopped {
      place = unsafe read(bytes, from: place, to: min(place + XMLPushParser.piece, bytes.count))
      guardTag()
      if deadline.hasPassed {
        unsafe state.pointee.builder.stop = FeedParseError(
          code: "deadline",
          line: line,
          column: 1,
          message: "reading the document takes too long"
        )
      }
    }
  }

  /// Reads `bytes` from `start` at least to `limit`: markup by libxml2, long texts without it.
  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to limit: Int
  ) -> Int {
    let span = unsafe bytes.span
    var place = start
    while place < limit, !isStopped,
      let run = unsafe state.pointee.texts.nextRun(in: span, from: place, to: limit)
    {
      unsafe feed(bytes, place..<run)
      place = run
      guard !isStopped, isBetweenMarkup else { break }
      let taken = unsafe state.pointee.texts.take(span, from: run, into: &state.pointee.builder)
      guard taken.end > run else { break }
      passOver(taken, count: taken.end - run)
      place = taken.end
    }
    guard place < limit, !isStopped else { return place }
    unsafe feed(bytes, place..<limit)
    return limit
  }

  /// Hands `range` of `bytes` to libxml2.
  private func feed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let base = bytes.baseAddress, !range.isEmpty else { return }
    unsafe (base + range.lowerBound).withMemoryRebound(to: CChar.self, capacity: range.count) {
      _ = unsafe xmlParseChunk(parser, $0, Int32(range.count), 0)
    }
  }

  /// Whether libxml2 has read all that it got and stands in the content of an element.
  private var isBetweenMarkup: Bool {
    guard let input = unsafe parser.pointee.input else { return false }
    return unsafe parser.pointee.instate == XML_PARSER_CONTENT
      && input.pointee.cur == input.pointee.end
  }

  /// Moves libxml2's position over `count` bytes that it never sees.
  private func passOver(_ taken: CharacterData.Taken, count: Int) {
    unsafe state.pointee.unseen += count
    if unsafe taken.lines > 0 || state.pointee.gaps.count >= 1000 {
      unsafe state.pointee.gaps.removeAll(keepingCapacity: true)
    }
    unsafe state.pointee.gaps.append(
      Gap(place: xmlByteConsumed(parser), count: taken.bytes, startsLine: taken.lines > 0)
    )
    guard let input = unsafe parser.pointee.input else { return }
    if taken.lines > 0 {
      unsafe input.pointee.line &+= Int32(truncatingIfNeeded: taken.lines)
      unsafe input.pointee.col = 1
    }
    unsafe input.pointee.col &+= Int32(truncatingIfNeeded: taken.columns)
  }

  /// Ends the document.
  mutating func finish() {
    guard !isStopped else { return }
    _ = unsafe xmlParseChunk(parser, nil, 0, 1)
  }

  /// Takes the builder out; the parser is of no use after that.
  mutating func takeBuilder() -> TapeBuilder {
    let builder = unsafe state.pointee.builder
    unsafe state.pointee.builder = TapeBuilder(reader: builder.reader, limits: builder.limits)
    return builder
  }

  /// Bytes that libxml2 gets at once: larger pieces do not make it faster.
  private static let piece = 32_768

  private var line: Int { unsafe Int(parser.pointee.input?.pointee.line ?? 0) }

  /// A start tag that does not end costs libxml2 time that grows with the square of its length.
  private func guardTag() {
    guard let input = unsafe parser.pointee.input, let next = unsafe input.pointee.cur,
      let end = unsafe input.pointee.end
    else { return }
    let waiting = unsafe end - next
    guard waiting > builder.limits.tag, unsafe next[0] == 0x3C, unsafe next[1] != 0x21,
      unsafe next[1] != 0x3F
    else { return }
    unsafe state.pointee.fault = Fault(
      code: -2,
      line: line,
      column: 0,
      message: "a start tag of more than \(builder.limits.tag) bytes"
    )
  }
}

extension XMLPushParser.Fault {
  /// There is no memory for a parser.
  fileprivate static let memory = XMLPushParser.Fault(
    code: -1,
    line: 0,
    column: 0,
    message: "out of memory"
  )
}
