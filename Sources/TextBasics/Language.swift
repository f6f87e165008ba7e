// SPDX-License-Identifier: Apache-2.0

/// A language, by its lower-case primary subtag (BCP 47), or ``unknown``.
package struct Language: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let code: String

  /// Takes a tag as feeds write it (`fa-IR`, `AR`, `en_us`) and keeps its primary subtag.
  ///
  /// Anything that is not two or three ASCII letters becomes ``unknown``.
  package init(tag: String) {
    let primary = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    let letters = primary.map { $0 | 0x20 }
    let valid = (2...3).contains(letters.count) && letters.allSatisfy { (0x61...0x7A).contains($0) }
    code = valid ? String(decoding: letters, as: UTF8.self) : "und"
  }

  package static let arabic = Language(tag: "ar")
  package static let persian = Language(tag: "fa")
  package static let english = Language(tag: "en")
  /// The language of a text that gives no sign of one (`und` in BCP 47).
  package static let unknown = Language(tag: "und")

  /// Whether the language is written from right to left.
  package var isRightToLeft: Bool {
    ["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"].contains(code)
  }

  package var description: String { code }

  package static func < (left: Language, right: Language) -> Bool { left.code < right.code }
}
