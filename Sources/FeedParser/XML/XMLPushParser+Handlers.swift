// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

extension XMLPushParser {
  /// What libxml2 calls.
  static func handler() -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = onStart
    unsafe handler.endElementNs = onEnd
    unsafe handler.characters = onText
    unsafe handler.ignorableWhitespace = onText
    unsafe handler.cdataBlock = onText
    unsafe handler.serror = onError
    unsafe handler.reference = onReference
    return unsafe handler
  }
}

private func state(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLPushParser.State> {
  guard let user = unsafe user else { preconditionFailure("libxml2 lost our state") }
  return unsafe user.assumingMemoryBound(to: XMLPushParser.State.self)
}

private func onStart(
  _ user: UnsafeMutableRawPointer?,
  _ local: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?,
  _ uri: UnsafePointer<xmlChar>?,
  _ namespaceCount: Int32,
  _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
  _ attributeCount: Int32,
  _ defaulted: Int32,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  let state = unsafe state(user)
  guard let local = unsafe local, unsafe state.pointee.fault == nil else { return }
  let number = unsafe state.pointee.cache.number(local, prefix, uri, &state.pointee.builder)
  let line = unsafe Int(state.pointee.parser?.pointee.input?.pointee.line ?? 0)
  unsafe state.pointee.builder.start(number, line: line)
  if namespaceCount > 0, let namespaces = unsafe namespaces {
    for index in 0..<Int(namespaceCount) {
      unsafe state.pointee.builder.declare(
        prefix: NameCache.text(namespaces[index * 2]) ?? "",
        uri: NameCache.text(namespaces[index * 2 + 1]) ?? ""
      )
    }
  }
  guard attributeCount > 0, let attributes = unsafe attributes else { return }
  guard unsafe Int(attributeCount) <= state.pointee.builder.limits.attributes else {
    unsafe state.pointee.fault = XMLPushParser.Fault(
      code: -3,
      line: line,
      column: 0,
      message: "an element with \(attributeCount) attributes"
    )
    return
  }
  for index in 0..<Int(attributeCount) {
    let field = unsafe attributes + index * 5
    guard let name = unsafe field[0], let begin = unsafe field[3], let end = unsafe field[4] else {
      continue
    }
    let number = unsafe state.pointee.cache.number(
      name,
      field[1],
      field[2],
      &state.pointee.builder
    )
    let value = unsafe UnsafeBufferPointer(start: begin, count: end - begin)
    if unsafe memchr(begin, 0x26, value.count) == nil {
      unsafe state.pointee.builder.attribute(number, value)
    } else {
      let decoded = unsafe withAmpersands(value)
      unsafe decoded.withUnsafeBufferPointer {
        unsafe state.pointee.builder.attribute(number, $0)
      }
    }
  }
}

private func onEnd(
  _ user: UnsafeMutableRawPointer?,
  _ local: UnsafePointer<xmlChar>?,
  _ prefix: UnsafePointer<xmlChar>?,
  _ uri: UnsafePointer<xmlChar>?
) {
  let state = unsafe state(user)
  guard unsafe state.pointee.fault == nil else { return }
  let wasInside = unsafe state.pointee.builder.isInsideItem
  unsafe state.pointee.builder.end()
  if wasInside, unsafe state.pointee.keepsBoundary, unsafe !state.pointee.builder.isInsideItem {
    unsafe state.pointee.boundary =
      state.pointee.unseen + Int(xmlByteConsumed(state.pointee.parser))
    unsafe state.pointee.mark = state.pointee.builder.mark
    unsafe state.pointee.boundaryLine = Int(state.pointee.parser?.pointee.input?.pointee.line ?? 1)
  }
}

private func onText(
  _ user: UnsafeMutableRawPointer?,
  _ text: UnsafePointer<xmlChar>?,
  _ count: Int32
) {
  let state = unsafe state(user)
  guard let text = unsafe text, unsafe state.pointee.fault == nil else { return }
  let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
  unsafe state.pointee.builder.text(bytes)
  if let offset = unsafe Mojibake.firstControl(in: bytes) {
    let (line, column) = unsafe place(of: offset, in: bytes, state.pointee)
    unsafe state.pointee.builder.suspectText(line: line, column: column)
  }
}

/// The line and the column of a byte of a text that libxml2 hands over.
private func place(
  of offset: Int,
  in text: UnsafeBufferPointer<UInt8>,
  _ state: XMLPushParser.State
) -> (line: Int, column: Int) {
  guard let input = unsafe state.parser?.pointee.input, let base = unsafe input.pointee.base,
    let next = unsafe input.pointee.cur, let end = unsafe input.pointee.end,
    let start = text.baseAddress
  else { return (0, 0) }
  // A CDATA section is shown where it lies; other text was copied and the parser stands behind it.
  let isInPlace = unsafe start >= base && start < end
  let byte = unsafe isInPlace ? start + offset : next - (text.count - offset)
  let (low, high) = unsafe byte < next ? (byte, next) : (next, byte)
  guard unsafe byte >= base, unsafe high <= end else {
    return unsafe (Int(input.pointee.line), Int(input.pointee.col))
  }
  var between = 0
  for place in unsafe 0..<high - low where unsafe low[place] == 0x0A { between += 1 }
  let line = unsafe Int(input.pointee.line) + (byte < next ? -between : between)
  var column = 1
  while unsafe byte - column >= base, unsafe byte[-column] != 0x0A { column += 1 }
  let place = unsafe Int(xmlByteConsumed(state.parser)) + (byte - next)
  let lineStart = place - column + 1
  var unseen = 0
  for gap in state.gaps.reversed() where lineStart...place ~= gap.place {
    unseen += gap.count
    if gap.startsLine { return (line, place - gap.place + 1 + unseen) }
  }
  return (line, column + unseen)
}

/// A parser that replaces no entities hands `&amp;` in attributes over as `&#38;`.
private func withAmpersands(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  let reference = Array("&#38;".utf8)
  var result: [UInt8] = []
  result.reserveCapacity(value.count)
  var place = 0
  while place < value.count {
    unsafe result.append(value[place])
    let isReference =
      unsafe value[place] == reference[0] && place + reference.count <= value.count
      && value[place..<place + reference.count].elementsEqual(reference)
    place += isReference ? reference.count : 1
  }
  return result
}

/// A reference to an entity that nobody declared: the forgiving scanner knows more of them.
private func onReference(_ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
  let state = unsafe state(user)
  if unsafe state.pointee.fault == nil {
    unsafe state.pointee.fault = XMLPushParser.Fault(
      code: 27,
      line: 0,
      column: 0,
      message: "a reference to an unknown entity"
    )
  }
}

private func onError(_ user: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
  guard let error = unsafe error else { return }
  let state = unsafe state(user)
  if unsafe error.pointee.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
    if unsafe error.pointee.code == Int32(XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue) {
      let prefix = unsafe error.pointee.str1.map { unsafe String(cString: $0) } ?? ""
      unsafe state.pointee.builder.undeclared(
        prefix,
        line: Int(error.pointee.line),
        column: Int(error.pointee.int2)
      )
    }
    return
  }
  guard unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
  if unsafe state.pointee.fault == nil {
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) }
    unsafe state.pointee.fault = XMLPushParser.Fault(
      code: error.pointee.code,
      line: Int(error.pointee.line),
      column: Int(error.pointee.int2),
      message: message ?? "not well formed"
    )
  }
}
