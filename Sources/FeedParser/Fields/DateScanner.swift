// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// A piece of a date's text.
struct DateToken: Equatable {
  enum Kind: Equatable {
    /// A run of decimal digits of any script, with the number of digits.
    case number(Int, digits: Int)
    /// A run of letters, folded: lower case, without diacritics, one form per letter.
    case word(String)
    /// ASCII punctuation; dashes and commas of all scripts are `-` and `,`.
    case mark(UInt8)
  }

  let kind: Kind
  /// Whether white space stands before it.
  let isApart: Bool
  /// Of a word: whether it was in ASCII capitals, as names of zones are.
  var isCapital = false
  /// Of a number: whether its digits or of a word: whether its letters are Arabic.
  var isArabic = false

  var number: Int? { if case .number(let value, _) = kind { value } else { nil } }
  var digits: Int { if case .number(_, let digits) = kind { digits } else { 0 } }
  var word: String? { if case .word(let text) = kind { text } else { nil } }
  func isMark(_ mark: Unicode.Scalar) -> Bool { kind == .mark(UInt8(ascii: mark)) }
}

/// Cuts a date's text into numbers, words and marks.
enum DateScanner {
  /// The tokens of `text`, or `nil` when there are none or too many for a date.
  static func tokens(of text: String) -> [DateToken]? {
    var scanner = Scanner()
    for scalar in text.unicodeScalars { scanner.take(scalar) }
    scanner.finish()
    let tokens = joinInitials(scanner.tokens)
    return tokens.isEmpty || tokens.count > 40 ? nil : tokens
  }

  /// Letters folded so that every spelling of a name is one: what ``DateNames`` is keyed by.
  static func fold(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word.unicodeScalars { append(scalar, to: &result) }
    return String(result)
  }

  private struct Scanner {
    var tokens: [DateToken] = []
    private var digits = 0
    private var value = 0
    private var word = String.UnicodeScalarView()
    private var isCapital = true
    private var isArabic = false
    private var isApart = false
    private var depth = 0

    mutating func take(_ scalar: Unicode.Scalar) {
      // A comment of RFC 2822: `+0100 (CET)`; Java writes `+03:30[Asia/Tehran]`.
      if scalar == "(" || scalar == "[" { depth += 1 }
      if depth > 0 {
        if scalar == ")" || scalar == "]" {
          depth -= 1
          finish()
          isApart = true
        }
        return
      }
      if let digit = Digits.ascii(scalar) {
        finishWord()
        isArabic = (0x660...0x6F9).contains(scalar.value)
        value = digits < 18 ? value * 10 + Int(digit) : value
        digits += 1
      } else if isLetter(scalar) {
        // `20日`: a unit behind a number is a word of its own.
        let isUnit = digits > 0 && DateNames.units.contains(scalar)
        finishNumber()
        if word.isEmpty {
          isCapital = true
          isArabic = (0x600...0x6FF).contains(scalar.value)
        }
        if !("A"..."Z").contains(scalar) { isCapital = false }
        append(scalar, to: &word)
        if isUnit { finishWord() }
      } else if let mark = mark(scalar) {
        finish()
        tokens.append(DateToken(kind: .mark(mark), isApart: isApart))
        isApart = false
      } else if !isInvisible(scalar) {
        finish()
        isApart = true
      }
    }

    mutating func finish() {
      finishNumber()
      finishWord()
    }

    private mutating func finishNumber() {
      guard digits > 0 else { return }
      tokens.append(
        DateToken(
          kind: .number(value, digits: digits),
          isApart: isApart,
          isArabic: isArabic
        )
      )
      (digits, value, isApart) = (0, 0, false)
    }

    private mutating func finishWord() {
      guard !word.isEmpty else { return }
      tokens.append(
        DateToken(
          kind: .word(String(word)),
          isApart: isApart,
          isCapital: isCapital,
          isArabic: isArabic
        )
      )
      word = .init()
      isApart = false
    }
  }

  /// `a.m.`, `ب.ظ`: initials with full stops are one word.
  private static func joinInitials(_ tokens: [DateToken]) -> [DateToken] {
    var result: [DateToken] = []
    var index = 0
    while index < tokens.count {
      if index + 2 < tokens.count, tokens[index + 1].isMark("."),
        let first = tokens[index].word, let second = tokens[index + 2].word,
        first.unicodeScalars.count == 1, second.unicodeScalars.count == 1
      {
        var joined = DateToken(kind: .word(first + second), isApart: tokens[index].isApart)
        joined.isArabic = tokens[index].isArabic
        result.append(joined)
        index += 3
        if index < tokens.count, tokens[index].isMark(".") { index += 1 }
      } else {
        result.append(tokens[index])
        index += 1
      }
    }
    return result
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic || scalar == "\u{640}"
        || scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .spacingMark
  }

  /// ZWNJ inside a Persian word, marks of direction around numbers.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar.properties.generalCategory == .format
  }

  private static func mark(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}": UInt8(ascii: "-")
    case ",", "\u{60C}", "\u{FF0C}", "\u{3001}": UInt8(ascii: ",")
    case ".", "\u{66B}", "\u{6D4}", "\u{FF0E}": UInt8(ascii: ".")
    case "/", "\u{2215}", "\u{FF0F}": UInt8(ascii: "/")
    case ":", "\u{FF1A}": UInt8(ascii: ":")
    case "+", "\u{FF0B}": UInt8(ascii: "+")
    case "!"..."~": UInt8(ascii: scalar)
    default: nil
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x61...0x7A: word.append(scalar)
    case 0x41...0x5A: word.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case 0x300...0x36F, 0x640, 0x64B...0x65F, 0x670: break
    default:
      for lower in scalar.properties.lowercaseMapping.unicodeScalars
      where !(0x300...0x36F).contains(lower.value) {
        word.append(DateNames.folded[lower] ?? lower)
      }
    }
  }
}
