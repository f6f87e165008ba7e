// SPDX-License-Identifier: Apache-2.0
import Articles

/// Evidence as it is stored: JSON arrays (RFC 8259) by position, short and quick both ways.
///
/// Tags: `[["topic",[EVIDENCE,…]],…]`; a decision: `["relation","feed","key",[EVIDENCE,…]]`, with
/// empty strings when there is no partner; EVIDENCE: `["kind",contribution,"found","partner","note"]`.
enum EvidenceText {
  static func text(_ tags: [TopicTag]) -> String {
    guard !tags.isEmpty else { return "" }
    var writer = ArrayWriter()
    writer.open()
    for tag in tags {
      writer.open()
      writer.string(tag.topic)
      write(tag.evidence, to: &writer)
      writer.close()
    }
    writer.close()
    return writer.text
  }

  static func text(_ decision: StoryDecision) -> String {
    var writer = ArrayWriter()
    writer.open()
    writer.string(decision.relation.rawValue)
    writer.string(decision.partner?.feed ?? "")
    writer.string(decision.partner?.key ?? "")
    write(decision.evidence, to: &writer)
    writer.close()
    return writer.text
  }

  static func text(_ strings: [String]) -> String {
    guard !strings.isEmpty else { return "" }
    var writer = ArrayWriter()
    writer.open()
    for string in strings { writer.string(string) }
    writer.close()
    return writer.text
  }

  static func strings(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    var reader = ArrayReader(text)
    var result: [String] = []
    guard reader.open() else { return [] }
    while let string = reader.string() { result.append(string) }
    return result
  }

  /// Reads as far as `text` is what ``text(_:)-(tags)`` writes; a damaged rest is left out.
  static func tags(_ text: String) -> [TopicTag] {
    guard !text.isEmpty else { return [] }
    var reader = ArrayReader(text)
    var result: [TopicTag] = []
    guard reader.open() else { return [] }
    while reader.open() {
      guard let topic = reader.string() else { break }
      result.append(TopicTag(topic: topic, evidence: evidence(&reader)))
      guard reader.close() else { break }
    }
    return result
  }

  static func decision(_ text: String) -> StoryDecision? {
    guard !text.isEmpty else { return nil }
    var reader = ArrayReader(text)
    guard reader.open(), let name = reader.string(), let relation = StoryRelation(rawValue: name),
      let feed = reader.string(), let key = reader.string()
    else { return nil }
    return StoryDecision(
      relation: relation,
      partner: feed.isEmpty && key.isEmpty ? nil : Article.ID(feed: feed, key: key),
      evidence: evidence(&reader)
    )
  }

  private static func write(_ evidence: [Evidence], to writer: inout ArrayWriter) {
    writer.open()
    for piece in evidence {
      writer.open()
      writer.string(piece.kind.rawValue)
      writer.number(piece.contribution)
      writer.string(piece.found)
      writer.string(piece.partner)
      writer.string(piece.note)
      writer.close()
    }
    writer.close()
  }

  private static func evidence(_ reader: inout ArrayReader) -> [Evidence] {
    var result: [Evidence] = []
    guard reader.open() else { return [] }
    while reader.open() {
      guard let kind = reader.string(), let contribution = reader.number(),
        let found = reader.string(), let partner = reader.string(), let note = reader.string(),
        reader.close()
      else { break }
      result.append(
        Evidence(
          kind: Evidence.Kind(rawValue: kind) ?? .base,
          contribution: contribution,
          found: found,
          partner: partner,
          note: note
        )
      )
    }
    _ = reader.close()
    return result
  }
}

/// Writes nested arrays of strings and whole numbers.
private struct ArrayWriter {
  private var bytes: [UInt8] = []
  private var first = true

  var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func separate() {
    if !first { bytes.append(UInt8(ascii: ",")) }
    first = false
  }

  mutating func open() {
    separate()
    bytes.append(UInt8(ascii: "["))
    first = true
  }

  mutating func close() {
    bytes.append(UInt8(ascii: "]"))
    first = false
  }

  mutating func number(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { buffer in
      var start = 0
      for index in buffer.indices {
        let byte = unsafe buffer[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          continue
        }
        unsafe bytes.append(contentsOf: buffer[start..<index])
        start = index + 1
        escape(byte)
      }
      unsafe bytes.append(contentsOf: buffer[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    guard byte < 0x20 else { return bytes.append(byte) }
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "u00".utf8)
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
  }
}

/// Reads what ``ArrayWriter`` wrote; each call takes one thing or answers that it is not there.
private struct ArrayReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipComma() { _ = take(UInt8(ascii: ",")) }

  mutating func open() -> Bool {
    skipComma()
    return take(UInt8(ascii: "["))
  }

  mutating func close() -> Bool { take(UInt8(ascii: "]")) }

  mutating func number() -> Int? {
    skipComma()
    let start = place
    _ = take(UInt8(ascii: "-"))
    while place < bytes.count, (0x30...0x39).contains(bytes[place]) { place += 1 }
    return Int(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  mutating func string() -> String? {
    skipComma()
    guard take(UInt8(ascii: "\"")) else { return nil }
    var result: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), place < bytes.count else {
        result.append(byte)
        continue
      }
      let escaped = bytes[place]
      place += 1
      guard escaped == UInt8(ascii: "u") else {
        result.append(escaped)
        continue
      }
      guard place + 4 <= bytes.count,
        let value = UInt8(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
      else { return nil }
      result.append(value)
      place += 4
    }
    return nil
  }
}
