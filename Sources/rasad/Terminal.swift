// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import TextBasics

/// How text from feeds is shown to a person: never an escape sequence, never a broken line.
struct Terminal: Sendable {
  enum Bidi: String, ExpressibleByArgument, CaseIterable { case auto, isolate, off }
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  let isolates: Bool
  let colors: Bool

  init(bidi: Bidi, color: Color, environment: [String: String], toTerminal: Bool) {
    isolates = bidi == .isolate || (bidi == .auto && toTerminal)
    let dumb = environment["TERM"] == "dumb"
    let forced = environment["CLICOLOR_FORCE"].map { $0 != "0" } ?? false
    let refused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    switch color {
    case .always: colors = true
    case .never: colors = false
    case .auto: colors = forced || (toTerminal && !dumb && !refused)
    }
  }

  /// `text` on one line, without control characters, wrapped in isolates on a terminal.
  func show(_ text: String) -> String {
    let line = Terminal.clean(text)
    return isolates ? "\u{2068}\(line)\u{2069}" : line
  }

  func bold(_ text: String) -> String { colors ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func dim(_ text: String) -> String { colors ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// Makes `text` safe for a terminal or a log: one line, no C0, C1, or bidi overrides.
  static func clean(_ text: String) -> String {
    let safe = CharacterFilter.xmlText(text)
    return safe.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The first `width` columns of `text`, with `…` when something was cut off.
  static func cut(_ text: String, to width: Int) -> String {
    var columns = 0
    var result = ""
    for character in text {
      let wide = Terminal.width(of: character)
      if columns + wide > width - 1, text.count > result.count + 1 { return result + "…" }
      columns += wide
      result.append(character)
    }
    return result
  }

  /// `text` with spaces up to `width` columns, cut when it is longer.
  static func pad(_ text: String, _ width: Int) -> String {
    let short = cut(text, to: width)
    let columns = short.reduce(0) { $0 + Terminal.width(of: $1) }
    return short + String(repeating: " ", count: max(0, width - columns))
  }

  /// Columns that a grapheme cluster takes: two for East Asian wide ones, none for bare marks.
  private static func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    case 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: return 0
    default: return first.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
