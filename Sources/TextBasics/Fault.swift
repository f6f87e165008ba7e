// SPDX-License-Identifier: Apache-2.0

/// Something wrong at a place of a file that a person wrote.
package struct Fault: Sendable, Hashable, Comparable, Error {
  /// How bad it is.
  package enum Severity: String, Sendable, Hashable { case error, warning }

  /// The file's name as the user gave it.
  package let file: String
  /// Counted from 1.
  package let line: Int
  /// Counted from 1 in grapheme clusters, which is what an editor's cursor moves by.
  package let column: Int
  /// Counted from 0 from the beginning of the file, a byte order mark included.
  package let byteOffset: Int
  package let severity: Severity
  /// A sentence without a full stop.
  package let message: String
  /// The line without its line end.
  package let sourceLine: String
  /// Grapheme clusters, at least 1.
  package let caretLength: Int
  /// What was probably meant, if anything comes to mind.
  package let suggestion: String?

  package init(
    file: String,
    line: Int,
    column: Int,
    byteOffset: Int,
    severity: Severity,
    message: String,
    sourceLine: String,
    caretLength: Int,
    suggestion: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.byteOffset = byteOffset
    self.severity = severity
    self.message = message
    self.sourceLine = sourceLine
    self.caretLength = max(1, caretLength)
    self.suggestion = suggestion
  }

  /// In the order of the file.
  package static func < (left: Fault, right: Fault) -> Bool {
    (left.line, left.byteOffset, left.message) < (right.line, right.byteOffset, right.message)
  }

  /// The fault as three lines without a final line end: place and message, source, carets.
  ///
  /// ```
  /// feeds.conf:14:1: error: unknown key "intreval" in [feed irib-ict]
  ///    14 | intreval = 30m
  ///       | ^^^^^^^^ did you mean "interval"?
  /// ```
  ///
  /// - Parameter isolates: Whether a line with right-to-left text gets directional isolates around
  ///   its three parts (before, at and behind the carets). A terminal that reorders text then keeps
  ///   each part in its own columns, so that the carets stand where they should.
  /// - Returns: Text that is safe to print: control characters are replaced.
  package func rendered(isolates: Bool = true) -> String {
    let (before, marked, after) = window()
    let text: String
    let isRightToLeft = Display.hasRightToLeft(sourceLine)
    if isolates && isRightToLeft {
      // Without a strong character in front, the paragraph would take the direction of the text.
      text = "\u{200E}" + [before, marked, after].map { Display.isolated($0) }.joined()
    } else {
      text = before + marked + after
    }
    let number = String(line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.utf8.count)) + number
    let margin = String(repeating: " ", count: gutter.utf8.count)
    let padding = Display.blank(for: before)
    let carets = String(repeating: "^", count: max(1, min(Display.width(of: marked), 400)))
    let place = "\(Display.printable(file)):\(line):\(column)"
    let hint = suggestion.map { " did you mean \"\(Display.printable($0))\"?" } ?? ""
    return """
      \(place): \(severity.rawValue): \(Display.printable(message))
      \(gutter) | \(text)
      \(margin) | \(padding)\(carets)\(hint)
      """
  }

  /// The printable line, cut to a window around the carets when it is very long.
  private func window() -> (before: String, marked: String, after: String) {
    let characters = Array(sourceLine)
    let start = min(max(column - 1, 0), characters.count)
    let end = min(start + caretLength, characters.count)
    let first = start > 120 ? start - 60 : 0
    let last = min(characters.count, max(start, min(end, start + 200)) + 120)
    func text(_ range: Range<Int>) -> String { Display.printable(String(characters[range])) }
    return (
      (first > 0 ? "…" : "") + text(first..<start),
      text(start..<min(end, last)),
      text(min(end, last)..<last) + (last < characters.count ? "…" : "")
    )
  }
}

/// Text made safe for a terminal, and how wide it is there.
private enum Display {
  /// Replaces what could move the cursor or reorder other text by U+FFFD.
  static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(scalar)
      case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Left-to-right isolate around `text`, which keeps its columns to itself.
  static func isolated(_ text: String) -> String {
    text.isEmpty ? "" : "\u{2066}" + text + "\u{2069}"
  }

  static func hasRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF,
        0x1E800...0x1EFFF:
        true
      default: false
      }
    }
  }

  /// As many blanks as `text` is wide; tabs stay tabs, so that both lines reach the same stop.
  static func blank(for text: String) -> String {
    var result = ""
    for character in text {
      result += character == "\t" ? "\t" : String(repeating: " ", count: width(of: character))
    }
    return result
  }

  static func width(of text: String) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  /// Columns of a terminal: 0 for marks and format characters, 2 for East Asian wide, else 1.
  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
