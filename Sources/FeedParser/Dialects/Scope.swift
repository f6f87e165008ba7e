// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// What an element hands down to those inside it.
struct Scope {
  /// The base of relative references.
  var base: String?
  /// The language in force, as written.
  var language: String?
  /// Whether HTML is made safe and absolute.
  var cleansHTML = true

  /// The scope inside the element at `index`: `xml:base` adds up, `xml:lang` replaces.
  func inside(_ index: Int, _ tape: XMLTape) -> Scope {
    guard tape.records[index].count > 0 else { return self }
    var scope = self
    let base = tape.someAttribute(index, .xmlBase) ?? frameBase(index, tape)
    if let base {
      scope.base = Scope.repaired(URLReference.resolve(base, against: self.base))
    }
    if let language = tape.attribute(index, .xmlLang) {
      scope.language = language.isEmpty ? nil : Scope.tag(language)
    }
    return scope
  }

  /// CDF: `channel@base`, `item@base`.
  private func frameBase(_ index: Int, _ tape: XMLTape) -> String? {
    let tag = tape.tag(index)
    return tag == .channel || tag == .item ? tape.someAttribute(index, .base) : nil
  }

  /// A language tag with hyphens (BCP 47), where publishers write underscores.
  static func tag(_ written: String) -> String {
    String(decoding: written.utf8.map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
  }

  /// `reference` made absolute, or `nil` when it is missing or nothing remains of it.
  ///
  /// An empty reference is the base itself.
  func resolve(_ reference: String?) -> String? {
    guard let reference else { return nil }
    if Web.isClean(reference) { return reference }
    let resolved = Scope.repaired(URLReference.resolve(reference, against: base))
    return resolved.isEmpty ? nil : resolved
  }

  /// `https:///host/` with its slashes counted right.
  private static func repaired(_ address: String) -> String {
    guard let mark = address.utf8.firstIndex(of: 0x3A) else { return address }
    let scheme = address[..<mark].lowercased()
    let rest = address.utf8[mark...].dropFirst()
    guard scheme == "http" || scheme == "https", rest.starts(with: [0x2F, 0x2F, 0x2F]) else {
      return address
    }
    return String(address[...mark]) + "//" + (String(rest.drop { $0 == 0x2F }) ?? "")
  }
}
