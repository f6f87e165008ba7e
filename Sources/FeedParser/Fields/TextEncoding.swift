// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import TextBasics

/// A way to write text as bytes, as a label names it.
enum TextEncoding: Hashable {
  case utf8
  case utf16(bigEndian: Bool)
  case utf32(bigEndian: Bool)
  /// One byte per character: a line of ``EncodingTables``.
  case table(Int)
  /// Several bytes per character, by the name that iconv knows.
  case iconv(String)

  /// The encoding that a label means, or `nil` for a label that nobody uses.
  ///
  /// Labels are compared without punctuation and case. A label is read by its superset, as the
  /// WHATWG Encoding Standard does: `iso-8859-1` as windows-1252, `gb2312` as gb18030.
  init?(label: String) {
    let key = String(
      decoding: label.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: nil
        }
      },
      as: UTF8.self
    )
    switch key {
    case "utf8", "unicode11utf8", "u8", "utf", "cp65001", "utf8mb4", "unicode": self = .utf8
    // Without a byte order mark a label tells nothing about the order: big comes first (RFC 2781).
    case "utf16", "utf16be", "u16", "ucs2", "iso10646ucs2", "csunicode", "unicodefffe",
      "unicodebigunmarked":
      self = .utf16(bigEndian: true)
    case "utf16le", "unicodefeff", "unicodelittleunmarked": self = .utf16(bigEndian: false)
    case "utf32", "utf32be", "u32", "ucs4", "iso10646ucs4": self = .utf32(bigEndian: true)
    case "utf32le": self = .utf32(bigEndian: false)
    default:
      if let name = TextEncoding.multibyte[key] {
        self = .iconv(name)
      } else if let index = EncodingTable.labels[key] {
        self = .table(index)
      } else {
        return nil
      }
    }
  }

  /// A name for people and for ``ParsedFeed/encoding``.
  var name: String {
    switch self {
    case .utf8: "utf-8"
    case .utf16(let bigEndian): bigEndian ? "utf-16be" : "utf-16le"
    case .utf32(let bigEndian): bigEndian ? "utf-32be" : "utf-32le"
    case .iconv(let name): TextEncoding.names[name] ?? name.lowercased()
    case .table(let index): EncodingTable.all[index].name
    }
  }

  /// The text of `bytes` as UTF-8, and the number of places where U+FFFD stands for something else.
  func decode(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], replaced: Int) {
    switch self {
    case .utf8: TextEncoding.repaired(Array(bytes))
    case .utf16(let bigEndian): TextEncoding.wide(bytes, width: 2, bigEndian: bigEndian)
    case .utf32(let bigEndian): TextEncoding.wide(bytes, width: 4, bigEndian: bigEndian)
    case .table(let index): EncodingTable.all[index].decode(bytes)
    case .iconv(let name): TextEncoding.converted(bytes, from: name)
    }
  }

  private static let names = ["CP949": "euc-kr", "CP932": "shift_jis", "BIG5-HKSCS": "big5"]

  private static let multibyte: [String: String] = {
    let lines = [
      "GB18030 gb18030 gb2312 gbk cp936 gb231280 chinese csgb2312 csiso58gb231280 isoir58 xgbk euccn gb180302000 ms936 936",
      "BIG5-HKSCS big5 big5hkscs cnbig5 csbig5 xxbig5 big5tw cp950 950 ms950 hkscs",
      "CP932 shiftjis sjis mskanji csshiftjis windows31j xsjis ms932 cp932 932 shiftjis2004 shiftjisx0213",
      "EUC-JP eucjp xeucjp cseucpkdfmtjapanese ujis u_jis eucjis2004 eucjisx0213 jisx0213",
      "CP949 euckr ksc5601 ksc56011987 ksc56011989 ksx1001 korean windows949 cp949 cseuckr isoir149 949 ms949 uhc",
      "ISO-2022-JP iso2022jp csiso2022jp iso2022jp1 iso2022jp2",
      "ISO-2022-KR iso2022kr csiso2022kr",
      "JOHAB johab cp1361 ms1361", "EUC-TW euctw",
    ]
    var result: [String: String] = [:]
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      for word in words.dropFirst() { result[word] = words[0] }
    }
    return result
  }()

  /// UTF-8 with its faults replaced; pairs of surrogates (CESU-8) become the character they mean.
  private static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], replaced: Int) {
    guard UTF8Repair.faults(in: bytes) > 0 else { return (bytes, 0) }
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if bytes[place] == 0xED, place + 5 < bytes.count, (0xA0...0xAF).contains(bytes[place + 1]),
        bytes[place + 3] == 0xED, (0xB0...0xBF).contains(bytes[place + 4]),
        let scalar = Unicode.Scalar(
          0x10000 + (UInt32(bytes[place + 1] & 0x0F) << 6 | UInt32(bytes[place + 2] & 0x3F)) << 10
            + (UInt32(bytes[place + 4] & 0x0F) << 6 | UInt32(bytes[place + 5] & 0x3F))
        )
      {
        UTF8Repair.append(scalar, to: &joined)
        place += 6
      } else {
        joined.append(bytes[place])
        place += 1
      }
    }
    return UTF8Repair.bytes(joined)
  }

  private static func wide(
    _ bytes: ArraySlice<UInt8>,
    width: Int,
    bigEndian: Bool
  ) -> (bytes: [UInt8], replaced: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var replaced = bytes.count % width == 0 ? 0 : 1
    var place = bytes.startIndex
    func unit(_ place: Int) -> UInt32 {
      var value: UInt32 = 0
      for offset in 0..<width {
        value = value << 8 | UInt32(bytes[place + (bigEndian ? offset : width - 1 - offset)])
      }
      return value
    }
    while place + width <= bytes.endIndex {
      var value = unit(place)
      place += width
      if width == 2, (0xD800...0xDBFF).contains(value), place + 2 <= bytes.endIndex {
        let low = unit(place)
        if (0xDC00...0xDFFF).contains(low) {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
          place += 2
        }
      }
      if let scalar = Unicode.Scalar(value) {
        UTF8Repair.append(scalar, to: &result)
      } else {
        result += [0xEF, 0xBF, 0xBD]
        replaced += 1
      }
    }
    return (result, replaced)
  }

  /// Through iconv; what it refuses is replaced byte by byte.
  private static func converted(
    _ bytes: ArraySlice<UInt8>,
    from name: String
  ) -> (bytes: [UInt8], replaced: Int) {
    let failed = unsafe UnsafeMutableRawPointer(bitPattern: -1)
    guard let converter = unsafe iconv_open("UTF-8", name), unsafe converter != failed else {
      return EncodingTable.latin.decode(bytes)
    }
    defer { unsafe iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    var replaced = 0
    var input = Array(bytes).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 16_384)
    unsafe input.withUnsafeMutableBufferPointer { source in
      var next = source.baseAddress
      var left = source.count
      while left > 0 {
        let refused = unsafe output.withUnsafeMutableBufferPointer { target -> Bool in
          var free = target.baseAddress
          var room = target.count
          let count = unsafe Glibc.iconv(converter, &next, &left, &free, &room)
          let code = errno
          for index in 0..<target.count - room {
            unsafe result.append(UInt8(bitPattern: target[index]))
          }
          return count == Int.max || count == -1 ? code != E2BIG : false
        }
        if refused, left > 0 {
          result += [0xEF, 0xBF, 0xBD]
          replaced += 1
          unsafe next = next.map { unsafe $0 + 1 }
          left -= 1
        }
      }
    }
    return (result, replaced)
  }
}

/// An encoding of one byte per character.
struct EncodingTable: Sendable {
  let name: String
  /// The characters of the bytes 00 to FF; 0 in the place of a byte without one.
  let scalars: [UInt32]

  /// ASCII stays as it is.
  var isASCII: Bool { scalars[0x3C] == 0x3C }

  func decode(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], replaced: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var replaced = 0
    let keepsASCII = isASCII
    for byte in bytes {
      if byte < 0x80, keepsASCII {
        result.append(byte)
      } else if let scalar = Unicode.Scalar(scalars[Int(byte)]), scalar.value != 0 || byte == 0 {
        UTF8Repair.append(scalar, to: &result)
      } else {
        result += [0xEF, 0xBF, 0xBD]
        replaced += 1
      }
    }
    return (result, replaced)
  }

  static let latin = all[labels["cp1252"] ?? 0]
  static var all: [EncodingTable] { read.tables }
  /// The number of the table of each label, without punctuation.
  static var labels: [String: Int] { read.labels }

  private static let read: (tables: [EncodingTable], labels: [String: Int]) = {
    var tables: [EncodingTable] = []
    var labels: [String: Int] = [:]
    for line in EncodingTables.text.description.split(separator: "\n") {
      let halves = line.split(separator: "=")
      let names = halves[0].split(separator: " ").map(String.init)
      for name in names where labels[name] == nil { labels[name] = tables.count }
      let runs = halves[1].split(separator: " ")
      var scalars: [UInt32] = runs[0] == "*" ? [] : Array(0..<0x80)
      for run in runs.dropFirst() {
        let parts = run.split(separator: ":")
        let count = parts.count > 1 ? UInt32(parts[1], radix: 16) ?? 1 : 1
        let first = parts[0] == "-" ? nil : UInt32(parts[0], radix: 16)
        for offset in 0..<count { scalars.append(first.map { $0 + offset } ?? 0) }
      }
      tables.append(EncodingTable(name: name(names), scalars: scalars))
    }
    return (tables, labels)
  }()

  /// `windows-1256` for a table that has such a label, else its longest one.
  private static func name(_ labels: [String]) -> String {
    for label in labels where label.hasPrefix("windows") {
      return "windows-" + label.dropFirst(7)
    }
    for label in labels where label.hasPrefix("iso8859") && label.utf8.count <= 9 {
      return "iso-8859-" + label.dropFirst(7)
    }
    for label in labels where label == "koi8r" || label == "koi8u" {
      return "koi8-" + label.suffix(1)
    }
    return labels.first { $0.hasPrefix("cp") } ?? labels[0]
  }
}
