// SPDX-License-Identifier: Apache-2.0

/// Start tags, their attributes, and what the names in them stand for.
extension LooseScanner {
  struct RawAttribute {
    let name: ArraySlice<UInt8>
    let value: Range<Int>
    var isDeclaration: Bool {
      name.elementsEqual("xmlns".utf8) || name.starts(with: "xmlns:".utf8)
    }
  }

  mutating func startTag(_ start: Int) {
    var stop = start + 1
    while stop < bytes.count, isNameByte(bytes[stop]) { stop += 1 }
    let name = bytes[start + 1..<stop]
    var attributes: [RawAttribute] = []
    var isEmpty = false
    var isWhole = false
    scan: while stop < bytes.count {
      switch bytes[stop] {
      case UInt8(ascii: ">"):
        stop += 1
        isWhole = true
        break scan
      case UInt8(ascii: "<"):
        report("unclosed-tag", at: start, "a tag without its closing bracket", "it ends here")
        isWhole = true
        break scan
      case UInt8(ascii: "/"):
        isEmpty = stop + 1 < bytes.count && bytes[stop + 1] == UInt8(ascii: ">")
        stop += 1
      case 0...0x20, UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "'"):
        stop += 1
      default:
        let (attribute, next) = self.attribute(stop)
        stop = next
        guard let attribute else { continue }
        if stop - start > builder.limits.tag {
          builder.reader.limit("tag", line: line(at: start), builder.limits.tag)
        } else if attributes.count < builder.limits.attributes {
          attributes.append(attribute)
        } else {
          builder.reader.limit("attributes", line: line(at: start), builder.limits.attributes)
        }
      }
    }
    if !isWhole, waits(at: start) { return }
    place = stop
    guard isWhole else {
      truncated("the document ends inside a tag")
      return
    }
    begin(name, attributes, at: start)
    if isEmpty { pop() }
  }

  /// Reads the attribute that begins at `start`.
  mutating func attribute(_ start: Int) -> (RawAttribute?, Int) {
    var stop = start
    while stop < bytes.count, isNameByte(bytes[stop]) { stop += 1 }
    if stop == start { return (nil, start + 1) }
    let name = bytes[start..<stop]
    var at = stop
    while at < bytes.count, isXMLSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      report("bare-attribute", at: start, "an attribute without value", "its value is empty")
      return (RawAttribute(name: name, value: stop..<stop), stop)
    }
    at += 1
    while at < bytes.count, isXMLSpace(bytes[at]) { at += 1 }
    guard at < bytes.count else { return (nil, at) }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      var end = at + 1
      while end < bytes.count, bytes[end] != quote { end += 1 }
      return (RawAttribute(name: name, value: at + 1..<end), min(end + 1, bytes.count))
    }
    var end = at
    while end < bytes.count, !isXMLSpace(bytes[end]), bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "<")
    {
      end += 1
    }
    if end > at, end < bytes.count, bytes[end] == UInt8(ascii: ">"), bytes[end - 1] == 0x2F {
      end -= 1
    }
    report("unquoted-attribute", at: at, "an attribute value without quotes", "it was read")
    return (RawAttribute(name: name, value: at..<end), max(end, at))
  }

  mutating func begin(
    _ name: ArraySlice<UInt8>,
    _ attributes: [RawAttribute],
    at start: Int
  ) {
    var declared = 0
    for attribute in attributes where attribute.isDeclaration {
      hold.removeAll(keepingCapacity: true)
      decode(attribute.value, inAttribute: true)
      let prefix = attribute.name.dropFirst(6)
      let uri = String(decoding: hold, as: UTF8.self)
      prefixes.declare(String(decoding: prefix, as: UTF8.self), uri)
      builder.declare(prefix: String(decoding: prefix, as: UTF8.self), uri: uri)
      declared += 1
    }
    if declared > 0 { numbers.removeAll(keepingCapacity: true) }
    let number = number(name, isAttribute: false)
    let tag = builder.tape.names[Int(number)].tag
    let isCore = builder.tape.names[Int(number)].namespace == .core
    if isCore { implyEnds(before: tag, hasAttributes: !attributes.isEmpty, at: start) }
    if open.isEmpty {
      let isRoot = isCore && (isFrame(tag) || tag == .rdfRDF)
      if !isRoot, tag != .rdfRDF {
        report(
          seenRoot ? "trailing-junk" : "leading-junk",
          at: start,
          "an element outside of the feed",
          "it was skipped"
        )
      } else if seenRoot {
        report("several-roots", at: start, "a second root element", "it was read as well")
      }
      seenRoot = seenRoot || isRoot || tag == .rdfRDF
    }
    builder.start(number, line: line(at: start))
    open.append(Open(name: Array(name), declared: declared, tag: isCore ? tag : .unknown))
    for attribute in attributes where !attribute.isDeclaration {
      hold.removeAll(keepingCapacity: true)
      decode(attribute.value, inAttribute: true)
      let number = self.number(attribute.name, isAttribute: true)
      unsafe hold.withUnsafeBufferPointer { unsafe builder.attribute(number, $0) }
    }
  }

  /// The number of a name as written, in the scope of the declarations in force.
  mutating func number(_ name: ArraySlice<UInt8>, isAttribute: Bool) -> UInt16 {
    let colon = name.firstIndex(of: UInt8(ascii: ":"))
    let isPlainAttribute = isAttribute && colon == nil
    if !isPlainAttribute, let known = numbers[name] { return known }
    let prefix = colon.map { String(decoding: name[..<$0], as: UTF8.self) } ?? ""
    let local = colon.map { name[($0 + 1)...] } ?? name
    // A default namespace does not reach attributes (Namespaces in XML 1.0, 6.2).
    let uri = isPlainAttribute ? nil : prefixes.uri(of: prefix)
    let made = XMLName(
      prefix: prefix,
      local: String(decoding: local, as: UTF8.self),
      uri: uri
    )
    if isPlainAttribute {
      if let known = plainAttributes[name] { return known }
      let number = builder.intern(made)
      plainAttributes[name] = number
      return number
    }
    if !prefix.isEmpty, uri == nil, prefix != "xml" {
      position.advance(to: name.startIndex, in: bytes)
      builder.undeclared(
        prefix,
        line: position.line,
        column: position.column(of: name.startIndex)
      )
    }
    let number = builder.intern(made)
    numbers[name] = number
    return number
  }

  func isNameByte(_ byte: UInt8) -> Bool {
    !(isXMLSpace(byte) || byte == 0x3E || byte == 0x2F || byte == 0x3C || byte == 0x3D
      || byte == 0x22 || byte == 0x27 || byte < 0x20)
  }
}

/// The prefixes in force, innermost last.
struct PrefixScope {
  private var pairs: [(prefix: String, uri: String)] = []

  mutating func declare(_ prefix: String, _ uri: String) { pairs.append((prefix, uri)) }
  mutating func drop(_ count: Int) { pairs.removeLast(count) }
  func uri(of prefix: String) -> String? {
    let uri = pairs.last { $0.prefix == prefix }?.uri
    return uri?.isEmpty == true ? nil : uri
  }
}
