// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Reads the values of one section in their checked forms and notes what is wrong with them.
struct SectionReader {
  let file: SectionedFile
  let section: SectionedFile.Section
  /// The keys that the section may have.
  let keys: [String]
  /// Those of them that may come more than once.
  static let repeatable: Set<String> = ["header", "topic"]
  private(set) var faults: [Fault] = []

  /// Begins with the faults of the keys themselves: unknown ones and repeated ones.
  init(_ section: SectionedFile.Section, of file: SectionedFile, keys: [String]) {
    self.file = file
    self.section = section
    self.keys = keys
    var first: [String: Int] = [:]
    for pair in section.pairs {
      let key = pair.key.text
      guard keys.contains(key) else {
        let guess = Spelling.suggestion(for: key.replacing("_", with: "-"), among: keys)
        complain(pair.key, "unknown key \"\(key)\" in \(section.header.text)", suggest: guess)
        continue
      }
      if let line = first[key], !SectionReader.repeatable.contains(key) {
        complain(pair.key, "\"\(key)\" given twice; first at line \(line)")
      } else {
        first[key] = first[key] ?? pair.key.line
      }
      if pair.value.text.isEmpty, key != "note" {
        complain(pair.key, "\"\(key)\" has no value")
      }
    }
  }

  mutating func complain(
    _ piece: SectionedFile.Piece,
    _ message: String,
    suggest: String? = nil,
    severity: Fault.Severity = .error
  ) {
    faults.append(file.fault(at: piece, message, severity: severity, suggestion: suggest))
  }

  /// The value of `key`, unless it is absent or empty.
  func text(_ key: String) -> SectionedFile.Piece? {
    section.value(key).flatMap { $0.text.isEmpty ? nil : $0 }
  }

  /// Gives the value of `key` to `use` when it is there and not empty.
  private mutating func read<Value>(
    _ key: String,
    as form: (String) -> Value?,
    _ complaint: (String) -> String,
    suggest: (String) -> String? = { _ in nil }
  ) -> Value? {
    guard let piece = text(key) else { return nil }
    if let value = form(piece.text) { return value }
    complain(piece, complaint(piece.text), suggest: suggest(piece.text))
    return nil
  }

  /// The duration at `key`; `auto` gives `.some(nil)` where it is allowed.
  mutating func duration(
    _ key: String,
    _ range: ClosedRange<Duration>,
    allowsAuto: Bool = false
  ) -> Duration?? {
    guard let piece = text(key) else { return nil }
    if allowsAuto, piece.text == "auto" { return .some(nil) }
    guard let value = ValueForms.duration(piece.text) else {
      let last = allowsAuto ? "1d or auto" : "or 1d"
      let list = allowsAuto ? "30m, 2h, " : "30s, 2h "
      complain(piece, "\"\(piece.text)\" is not a duration; write \(list)\(last)")
      return nil
    }
    guard range.contains(value) else {
      let (low, high) = (ValueForms.text(range.lowerBound), ValueForms.text(range.upperBound))
      complain(piece, "\"\(key)\" must lie between \(low) and \(high)")
      return nil
    }
    return .some(value)
  }

  mutating func size(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let piece = text(key) else { return nil }
    guard let value = ValueForms.size(piece.text) else {
      complain(piece, "\"\(piece.text)\" is not a size; write 512KiB, 8MiB or 1GiB")
      return nil
    }
    guard range.contains(value) else {
      let low = ValueForms.size(bytes: range.lowerBound)
      let high = ValueForms.size(bytes: range.upperBound)
      complain(piece, "\"\(key)\" must lie between \(low) and \(high)")
      return nil
    }
    return value
  }

  mutating func count(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let piece = text(key) else { return nil }
    guard let value = ValueForms.count(piece.text) else {
      complain(piece, "\"\(piece.text)\" is not a whole number")
      return nil
    }
    guard range.contains(value) else {
      complain(piece, "\"\(key)\" must lie between \(range.lowerBound) and \(range.upperBound)")
      return nil
    }
    return value
  }

  mutating func flag(_ key: String) -> Bool? {
    let synonyms = ["true": "yes", "on": "yes", "1": "yes", "false": "no", "off": "no", "0": "no"]
    return read(
      key,
      as: { ["yes": true, "no": false][$0] },
      { "\"\($0)\" is neither yes nor no" },
      suggest: { synonyms[$0.lowercased()] ?? Spelling.suggestion(for: $0, among: ["yes", "no"]) }
    )
  }

  mutating func choice(_ key: String, among values: [String]) -> String? {
    let list = values.joined(separator: ", ")
    return read(
      key,
      as: { values.contains($0) ? $0 : nil },
      { "\"\($0)\" is none of \(list)" },
      suggest: { Spelling.suggestion(for: $0, among: values) }
    )
  }

  /// The language at `key`; `auto` gives `.some(nil)`.
  mutating func language(_ key: String) -> String?? {
    guard let piece = text(key) else { return nil }
    if piece.text == "auto" { return .some(nil) }
    let code = Language(tag: piece.text).code
    if code != "und", piece.text.utf8.count <= 35, ValueForms.isLanguage(code) { return code }
    let names = [
      "persian": "fa", "farsi": "fa", "ir": "fa", "arabic": "ar", "english": "en", "eng": "en",
      "azerbaijani": "az", "armenian": "hy", "turkish": "tr", "russian": "ru", "kurdish": "ku",
    ]
    complain(
      piece,
      "\"\(piece.text)\" is not a language; write fa, ar, en or auto",
      suggest: names[piece.text.lowercased()]
    )
    return nil
  }

  /// The http(s) URL at `key`.
  mutating func url(_ key: String) -> String? {
    guard let piece = text(key) else { return nil }
    do throws(ConfiguredAddress.Refusal) {
      let address = try ConfiguredAddress(piece.text)
      guard address.userinfo == nil else {
        let at = piece.text.firstIndex(of: "@") ?? piece.text.endIndex
        complain(
          piece.piece(piece.text[..<at]),
          "a URL holds no user name or password; use the keys username and password"
        )
        return nil
      }
      return piece.text
    } catch {
      complain(piece, error.message, suggest: error.suggestion)
      return nil
    }
  }

  /// One line of plain text at `key`, not a reference to a secret.
  mutating func plain(_ key: String) -> String? {
    guard let piece = text(key) else { return nil }
    guard !Secrets.isReference(piece.text) else {
      complain(piece, "${…} works in header, cookie, username, password and proxy only")
      return nil
    }
    return piece.text
  }
}
