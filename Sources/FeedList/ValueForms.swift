// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// The checked forms of values.
///
/// Each returns `nil` for text that has another form.
enum ValueForms {
  /// `90s`, `30m`, `2h`, `1d`, `1w`, or several in falling order as in `1h30m`.
  static func duration(_ text: String) -> Duration? {
    var seconds = 0
    var number: Int?
    var lastUnit = Int.max
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        let (product, overflow) = (number ?? 0).multipliedReportingOverflow(by: 10)
        guard !overflow, product < 1 << 40 else { return nil }
        number = product + Int(byte - 0x30)
        continue
      }
      guard let value = number, let unit = unit(byte), unit < lastUnit else { return nil }
      seconds += value * unit
      (number, lastUnit) = (nil, unit)
    }
    return number == nil && lastUnit != .max ? .seconds(seconds) : nil
  }

  private static func unit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "s"): 1
    case UInt8(ascii: "m"): 60
    case UInt8(ascii: "h"): 3600
    case UInt8(ascii: "d"): 86_400
    case UInt8(ascii: "w"): 604_800
    default: nil
    }
  }

  /// The shortest form of a duration, as ``duration(_:)`` reads it.
  static func text(_ duration: Duration) -> String {
    var rest = Int(duration.components.seconds)
    var text = ""
    for (name, unit) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)] where rest >= unit {
      text += "\(rest / unit)\(name)"
      rest %= unit
    }
    return text.isEmpty ? "0s" : text
  }

  /// `512B`, `64KiB`, `8MiB`, `1GiB`, or the decimal `kB`, `MB`, `GB`; in bytes.
  static func size(_ text: String) -> Int? {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count <= 12, let number = Int(Substring(digits)) else {
      return nil
    }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    let units = [
      "B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "kB": 1000, "KB": 1000,
      "MB": 1_000_000, "GB": 1_000_000_000,
    ]
    guard let factor = units[String(unit)] else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow ? nil : bytes
  }

  static func size(bytes: Int) -> String {
    for (name, unit) in [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
    where bytes >= unit && bytes % unit == 0 {
      return "\(bytes / unit)\(name)"
    }
    return "\(bytes)B"
  }

  /// A count without sign.
  static func count(_ text: String) -> Int? {
    let valid = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return valid ? Int(text) : nil
  }

  /// Whether `text` has the form `[a-z0-9][a-z0-9-]{0,39}`.
  static func isID(_ text: String) -> Bool {
    let bytes = text.utf8
    return (1...40).contains(bytes.count) && bytes.first != UInt8(ascii: "-")
      && bytes.allSatisfy(isIDByte)
  }

  private static func isIDByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  /// The id that is nearest to `text`, if its letters allow one.
  static func id(from text: String) -> String? {
    var bytes: [UInt8] = []
    for byte in text.lowercased().utf8 {
      if isIDByte(byte) {
        bytes.append(byte)
      } else if bytes.last != UInt8(ascii: "-") {
        bytes.append(UInt8(ascii: "-"))
      }
    }
    let trimmed = bytes.drop { $0 == UInt8(ascii: "-") }.prefix(40)
    let id = String(decoding: trimmed, as: UTF8.self)
    let name = id.hasSuffix("-") ? String(id.dropLast()) : id
    return isID(name) ? name : nil
  }

  /// Whether `text` may be the value of a header: no line end, no other control character.
  static func isHeaderValue(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 9 || ($0 >= 0x20 && $0 != 0x7F) }
  }

  /// A token of RFC 9110, 5.6.2.
  static func isToken(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
  }

  /// An authority of RFC 4151: a domain or mail address, a comma, a year, month or day.
  static func isAuthority(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let name = parts[0].split(separator: "@", omittingEmptySubsequences: false)
    guard (1...2).contains(name.count), let host = name.last, isHost(String(host)) else {
      return false
    }
    if name.count == 2 {
      guard !name[0].isEmpty, isToken(String(name[0])) else { return false }
    }
    let fields = parts[1].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(fields.count), fields[0].utf8.count == 4,
      fields.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      let year = count(fields[0])
    else { return false }
    let numbers = fields.dropFirst().map(count)
    let month = numbers.first ?? 1
    let day = numbers.count > 1 ? numbers[1] : 1
    guard let month, let day else { return false }
    return CivilDate(year: year, month: month, day: day) != nil
  }

  /// A host name or an IPv4 address, in lower case; names outside ASCII are allowed.
  static func isHost(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { byte in
            isIDByte(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
          }
      }
  }

  /// Languages of ISO 639-1, and those of our neighbourhood that have three letters.
  static func isLanguage(_ code: String) -> Bool {
    code.utf8.count == 3
      || (code.utf8.count == 2 && twoLetterLanguages.split(separator: " ").contains { $0 == code })
  }

  private static let twoLetterLanguages = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu \
    hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb \
    lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om \
    or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw \
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """
}
