// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Text made fit to be shown: no character that XML forbids, that a terminal obeys, or that turns
/// the direction of what follows; and no longer than its place allows.
enum DisplayText {
  /// One line: white space runs are one space, none at the ends; at most `limit` characters.
  ///
  /// Looks at no more of `text` than it needs, so a title of a megabyte costs what a short one does.
  static func line(_ text: String, limit: Int) -> String {
    var kept = String.UnicodeScalarView()
    var count = 0
    var pendingSpace = false
    let beginning = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit * 8)))
    for scalar in CharacterFilter.xmlText(beginning).unicodeScalars {
      if isSpace(scalar) {
        pendingSpace = !kept.isEmpty
        continue
      }
      guard isFit(scalar) else { continue }
      if pendingSpace {
        kept.append(" ")
        count += 1
        pendingSpace = false
      }
      kept.append(scalar)
      count += 1
      if count > limit * 4 { break }
    }
    return Excerpt.cut(String(kept), to: limit)
  }

  /// Paragraphs, each one line; empty ones are left out; at most `limit` characters in all.
  ///
  /// The last one may be cut, but none is begun for the sake of a few words.
  static func paragraphs(_ text: String, limit: Int) -> [String] {
    var result: [String] = []
    var room = limit
    let scalars = text.unicodeScalars.prefix(limit * 8)
    for part in scalars.split(whereSeparator: { $0 == "\n" || $0 == "\u{2029}" }) {
      guard result.isEmpty || room > limit / 8 else { break }
      let whole = line(String(String.UnicodeScalarView(part)), limit: limit)
      if whole.isEmpty { continue }
      let paragraph = Excerpt.cut(whole, to: room)
      result.append(paragraph)
      if paragraph.utf8.count < whole.utf8.count { break }
      room -= paragraph.count
    }
    return result
  }

  /// Like ``line(_:limit:)``, but a space at either end stays: pieces are put together again.
  static func piece(_ text: String, limit: Int) -> String {
    let line = line(text, limit: limit)
    let before = text.unicodeScalars.first.map(isSpace) == true ? " " : ""
    let after = text.unicodeScalars.last.map(isSpace) == true ? " " : ""
    return line.isEmpty ? before : before + line + after
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x2028, 0x2029: true
    default: false
    }
  }

  /// What the filter leaves in and yet shows nothing, or not what it seems.
  private static func isFit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}

/// Cutting a text short where a reader would.
enum Excerpt {
  /// `text` if it has at most `limit` characters; else its beginning, cut after a sentence in its
  /// second half, else before a word, else between characters, with an ellipsis if mid-sentence.
  static func cut(_ text: String, to limit: Int) -> String {
    guard limit > 0 else { return "" }
    // A character may be a heap of combining marks: bytes are bounded as well.
    let room = max(64, limit * 8)
    let size = text.utf8.count
    if size <= limit || size <= room && text.unicodeScalars.count <= limit { return text }
    // One character more than the limit tells whether a word or a sentence ends there.
    let whole = Array(text.prefix(limit + 2))
    if whole.count <= limit && text.utf8.count <= room { return text }
    var head = whole.prefix(limit)
    var bytes = 0
    if let end = head.firstIndex(where: { character in
      bytes += character.utf8.count
      return bytes > room - 3
    }) {
      head = head[..<end]
    }
    if let end = sentenceEnd(in: head, of: whole), end > limit / 2 {
      return String(whole[...end])
    }
    head = head.prefix(max(0, limit - 1))
    let next = head.count < whole.count ? whole[head.count] : " "
    if next != " ", let space = head.lastIndex(of: " "), space > limit / 2 {
      head = head[..<space]
    }
    while let last = head.last, last == " " || "،,;؛:-–—".contains(last) { head = head.dropLast() }
    return String(head) + "…"
  }

  /// The index of the last mark in `head` that ends a sentence and is followed by a space.
  private static func sentenceEnd(in head: ArraySlice<Character>, of whole: [Character]) -> Int? {
    head.indices.last { index in
      ".!?؟۔。".contains(whole[index]) && index + 1 < whole.count && whole[index + 1] == " "
    }
  }
}

/// The direction in which text is written.
enum Direction: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
  /// For text in a language that is not known.
  case automatic = "auto"

  init(_ language: Language) {
    self = language == .unknown ? .automatic : language.isRightToLeft ? .rightToLeft : .leftToRight
  }

  /// The direction of the first strong character (UAX #9, P2 and P3), or `nil` without one.
  static func ofFirstStrong(in text: String) -> Direction? {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x200E: return .leftToRight
      case 0x200F, 0x061C: return .rightToLeft
      default: break
      }
      guard scalar.properties.isAlphabetic, scalar.properties.numericType == nil else { continue }
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
        return .rightToLeft
      default: return .leftToRight
      }
    }
    return nil
  }
}
