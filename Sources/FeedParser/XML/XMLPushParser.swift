// SPDX-License-Identifier: Apache-2.0
internal import CLibXML2
internal import Glibc

/// The strict scanner: libxml2's SAX2 push parser, guarded. The only file that calls libxml2.
///
/// The parser never sees the internal subset of a document type (the forgiving scanner reads
/// those), no entity is ever declared to it and nothing external can be loaded: no option that
/// would allow it is set and there is no handler that would answer.
enum XMLPushParser {
  /// Where a document stopped to be well formed.
  struct Fault {
    let code: Int32
    let line: Int
    let column: Int
    let message: String
  }

  /// What the callbacks share.
  @safe struct State {
    var builder: TapeBuilder
    var cache = NameCache()
    var parser: xmlParserCtxtPtr?
    var fault: Fault?
    /// Prefixes without a declaration that have been reported.
    var namespaceFaults = 0
  }

  /// Reads UTF-8 `bytes` into `builder`; returns the fault at which it stopped, if any.
  @discardableResult
  static func parse(_ bytes: [UInt8], into builder: inout TapeBuilder) -> Fault? {
    var state = unsafe State(builder: builder)
    let fault = unsafe withUnsafeMutablePointer(to: &state) { pointer -> Fault? in
      unsafe run(bytes, pointer)
      return unsafe pointer.pointee.fault
    }
    builder = state.builder
    return fault
  }

  private static func run(_ bytes: [UInt8], _ state: UnsafeMutablePointer<State>) {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe handler.startElementNs = onStart
    unsafe handler.endElementNs = onEnd
    unsafe handler.characters = onText
    unsafe handler.ignorableWhitespace = onText
    unsafe handler.cdataBlock = onText
    unsafe handler.serror = onError
    unsafe handler.reference = onReference
    guard let parser = unsafe xmlCreatePushParserCtxt(&handler, state, nil, 0, nil) else { return }
    unsafe state.pointee.parser = parser
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue
    unsafe xmlCtxtUseOptions(parser, Int32(options))
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var place = 0
      while place < buffer.count, unsafe state.pointee.fault == nil {
        let count = min(32_768, buffer.count - place)
        unsafe (buffer.baseAddress! + place).withMemoryRebound(to: CChar.self, capacity: count) {
          _ = unsafe xmlParseChunk(parser, $0, Int32(count), 0)
        }
        place += count
      }
      _ = unsafe xmlParseChunk(parser, nil, 0, 1)
    }
    unsafe xmlFreeParserCtxt(parser)
  }
}

/// Numbers of names by the addresses that libxml2's dictionary gives them.
struct NameCache {
  @safe private struct Slot {
    var local: UnsafePointer<xmlChar>?
    var prefix: UnsafePointer<xmlChar>?
    var uri: UnsafePointer<xmlChar>?
    var number: UInt16
  }
  private var slots: [Slot] = []

  /// The number of a name, which is made when it is new.
  mutating func number(
    _ local: UnsafePointer<xmlChar>,
    _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?,
    _ builder: inout TapeBuilder
  ) -> UInt16 {
    for slot in slots
    where unsafe slot.local == local && slot.prefix == prefix && slot.uri == uri {
      return slot.number
    }
    let name = unsafe XMLName(
      prefix: text(prefix) ?? "",
      local: text(local) ?? "",
      uri: text(uri)
    )
    let number = builder.intern(name)
    slots.append(unsafe Slot(local: local, prefix: prefix, uri: uri, number: number))
    return number
  }
}

private func text(_ pointer: UnsafePointer<xmlChar>?) -> String? {
  guard let pointer = unsafe pointer else { return nil }
  return unsafe String(cString: pointer)
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
  guard let local = unsafe local else { return }
  let number = unsafe state.pointee.cache.number(local, prefix, uri, &state.pointee.builder)
  let line = unsafe Int(state.pointee.parser?.pointee.input?.pointee.line ?? 0)
  unsafe state.pointee.builder.start(number, line: line)
  if namespaceCount > 0, let namespaces = unsafe namespaces {
    for index in 0..<Int(namespaceCount) {
      unsafe state.pointee.builder.declare(
        prefix: text(namespaces[index * 2]) ?? "",
        uri: text(namespaces[index * 2 + 1]) ?? ""
      )
    }
  }
  guard attributeCount > 0, let attributes = unsafe attributes else { return }
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
  unsafe state(user).pointee.builder.end()
}

private func onText(
  _ user: UnsafeMutableRawPointer?,
  _ text: UnsafePointer<xmlChar>?,
  _ count: Int32
) {
  guard let text = unsafe text else { return }
  unsafe state(user).pointee.builder.text(UnsafeBufferPointer(start: text, count: Int(count)))
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
    unsafe state.pointee.namespaceFaults += 1
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
