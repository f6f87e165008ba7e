// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import FeedParser

struct EncodingGuessTests {
  private static let arabic = "وزير الاتصالات يبحث التعاون الرقمي في باكو مع نظيره الأذربيجاني"
  private static let russian =
    "Министр связи обсудил цифровое сотрудничество в Баку со своим коллегой"
  private static let french =
    "Le ministre a été reçu à l'hôtel, où il a prononcé un discours très remarqué"

  /// The bytes of `text` in an encoding of one byte per character.
  private func bytes(_ text: String, _ label: String) throws -> [UInt8] {
    guard case .table(let index)? = TextEncoding(label: label) else {
      Issue.record("\(label) is no table")
      return []
    }
    let scalars = EncodingTable.all[index].scalars
    return try text.unicodeScalars.map { scalar in
      UInt8(try #require(scalars.firstIndex(of: scalar.value), "\(scalar) in \(label)"))
    }
  }

  private func document(_ text: String, _ label: String, declared: String?) throws -> [UInt8] {
    let head = declared.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
    return try bytes(head + "<rss><title>\(text)</title></rss>", label)
  }

  private func title(_ bytes: [UInt8], _ contentType: String? = nil) -> String {
    let text = String(
      decoding: EncodingGuess.decode(bytes, contentType: contentType).bytes,
      as: UTF8.self
    )
    guard let start = text.firstRange(of: "<title>"), let end = text.firstRange(of: "</title>")
    else {
      return text
    }
    return String(text[start.upperBound..<end.lowerBound])
  }

  @Test(arguments: [
    "windows-1256", "cp1256", "WINDOWS_1256", "x-cp1256", "iso-8859-6", "mac-arabic",
  ])
  func `a declared encoding is read`(label: String) throws {
    let text = "وزير الاتصالات في باكو"
    let document = try document(text, label, declared: label)
    #expect(title(document) == text)
    let decoded = EncodingGuess.decode(document, contentType: nil)
    #expect(decoded.encoding == label.lowercased())
    #expect(decoded.problems.isEmpty)
  }

  @Test(arguments: [
    (EncodingGuessTests.arabic, "windows-1256"), (EncodingGuessTests.russian, "windows-1251"),
    (EncodingGuessTests.russian, "koi8-r"), (EncodingGuessTests.french, "windows-1252"),
    ("Υπουργός Επικοινωνιών συζήτησε την ψηφιακή συνεργασία στο Μπακού", "windows-1253"),
    ("שר התקשורת דן בשיתוף פעולה דיגיטלי בבאקו עם עמיתו", "windows-1255"),
    (
      "Bakan Bakü'de dijital iş birliğini görüştü, şirketler için yeni dönem başlıyor",
      "windows-1254"
    ),
    ("جزئيات جديدة حول پروژه گاز و نفت در چابهار", "windows-1256"),
  ])
  func `an undeclared encoding is told from its letters`(text: String, label: String) throws {
    let document = try document(text, label, declared: nil)
    let decoded = EncodingGuess.decode(document, contentType: nil)
    #expect(decoded.encoding == label)
    #expect(title(document) == text)
    #expect(decoded.problems.map(\.code) == ["encoding-guessed"])
  }

  @Test(arguments: [
    (EncodingGuessTests.arabic, "windows-1256", "iso-8859-1"),
    (EncodingGuessTests.russian, "windows-1251", "iso-8859-1"),
    (EncodingGuessTests.arabic, "windows-1256", "utf-8"),
    (EncodingGuessTests.french, "windows-1252", "utf-8"),
  ])
  func `a declaration that lies is not believed`(text: String, label: String, declared: String)
    throws
  {
    let document = try document(text, label, declared: declared)
    #expect(title(document) == text)
    #expect(!EncodingGuess.decode(document, contentType: nil).problems.isEmpty)
  }

  @Test(arguments: ["windows-1256", "iso-8859-1", "gb2312", "utf-16", "us-ascii", "no-such-thing"])
  func `UTF-8 is UTF-8 whatever is said of it`(declared: String) {
    let xml = "<?xml version=\"1.0\" encoding=\"\(declared)\"?><title>\(Self.arabic)</title>"
    let decoded = EncodingGuess.decode(Array(xml.utf8), contentType: nil)
    #expect(decoded.encoding == "utf-8")
    #expect(title(Array(xml.utf8)) == Self.arabic)
    #expect(decoded.problems.count == 1)
  }

  @Test func `what is declared comes before the header, that before a guess`() throws {
    let declared = try document(Self.french, "windows-1252", declared: "windows-1252")
    #expect(title(declared, "text/xml; charset=windows-1251") == Self.french)
    let bare = try document(Self.russian, "koi8-u", declared: nil)
    #expect(title(bare, "text/xml; charset=\"KOI8-U\"") == Self.russian)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let marked = mark + Array("<?xml version='1.0' encoding='windows-1256'?><title>é</title>".utf8)
    #expect(title(marked) == "é")
    #expect(EncodingGuess.decode(marked, contentType: nil).bytes.first == UInt8(ascii: "<"))
  }

  @Test(arguments: [true, false], [2, 4])
  func `wide characters are read with and without a mark`(isBig: Bool, width: Int) {
    let text = "<?xml version=\"1.0\" encoding=\"utf-16\"?><title>دیدار 😀</title>"
    func bytes(_ text: String) -> [UInt8] {
      let units = width == 2 ? text.utf16.map(UInt32.init) : text.unicodeScalars.map(\.value)
      return units.flatMap { unit in
        let bytes = (0..<width).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
        return isBig ? bytes.reversed() : bytes
      }
    }
    for prefix in ["", "\u{FEFF}"] {
      let decoded = EncodingGuess.decode(bytes(prefix + text), contentType: nil)
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
      #expect(decoded.encoding == "utf-\(width * 8)\(isBig ? "be" : "le")")
    }
  }

  @Test func `a surrogate alone is replaced and reported`() {
    let decoded = EncodingGuess.decode([0xFE, 0xFF, 0, 0x3C, 0xD8, 0, 0, 0x61], contentType: nil)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "<\u{FFFD}a")
    #expect(decoded.problems.map(\.code) == ["encoding-damaged"])
  }

  @Test func `damaged UTF-8 stays UTF-8`() {
    var bytes = Array("<title>\(Self.arabic)</title>".utf8)
    bytes.insert(0xFF, at: 20)
    let decoded = EncodingGuess.decode(bytes, contentType: nil)
    #expect(decoded.encoding == "utf-8")
    #expect(decoded.problems.map(\.code) == ["encoding-damaged"])
    #expect(decoded.bytes.count == bytes.count + 2)
  }

  @Test func `pairs of surrogates in UTF-8 are the character that they mean`() {
    let bytes =
      Array("<title>خبر ".utf8) + [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80] + Array("</title>".utf8)
    #expect(title(bytes) == "خبر 😀")
  }

  @Test(
    arguments: [
      ("gb2312", [0xC4, 0xEA], "年"), ("big5", [0xA6, 0x7E], "年"), ("shift_jis", [0x94, 0x4E], "年"),
      ("euc-kr", [0xB3, 0xE2], "년"), ("euc-jp", [0xC7, 0xAF], "年"),
    ] as [(String, [UInt8], String)]
  )
  func `characters of two bytes are read when they are declared`(
    label: String,
    bytes: [UInt8],
    text: String
  ) {
    let head = Array("<?xml version=\"1.0\" encoding=\"\(label)\"?><title>".utf8)
    #expect(title(head + bytes + Array("</title>".utf8)) == text)
  }

  @Test func `a document of EBCDIC is read`() throws {
    let document = try document("Nachricht", "cp037", declared: "cp037")
    #expect(title(document) == "Nachricht")
    #expect(EncodingGuess.decode(document, contentType: nil).encoding == "cp037")
  }

  @Test(
    arguments: [
      ("text/xml; charset=utf-8", "utf-8"), ("text/xml;charset = \"x y\"", "x y"),
      ("text/xml", nil),
      ("text/xml; charset=", nil), ("text/xml; boundary=a; CHARSET='koi8-r'", "koi8-r"),
    ] as [(String, String?)]
  )
  func `the charset of a header is found`(header: String, label: String?) {
    #expect(EncodingGuess.charset(of: header) == label)
  }

  @Test func `every encoding has its label and keeps ASCII or all letters`() {
    for table in EncodingTable.all {
      #expect(table.scalars.count == 256, "\(table.name)")
      #expect(TextEncoding(label: table.name) != nil, "\(table.name)")
      #expect(table.scalars.contains(0x41) && table.scalars.contains(0x7A), "\(table.name)")
    }
  }

  @Test func `any bytes become valid text`() {
    var state: UInt64 = 42
    for length in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<length {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      let decoded = EncodingGuess.decode(bytes, contentType: nil)
      #expect(String(validating: decoded.bytes, as: UTF8.self) != nil)
    }
  }
}
