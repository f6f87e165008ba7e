// SPDX-License-Identifier: Apache-2.0

/// What an element hands down to those inside it.
struct Scope {
  /// The base of relative references.
  var base: String?
  /// The language in force, as written.
  var language: String?

  /// The scope inside the element at `index`: `xml:base` adds up, `xml:lang` replaces.
  func inside(_ index: Int, _ tape: XMLTape) -> Scope {
    guard tape.records[index].count > 0 else { return self }
    var scope = self
    if let base = tape.someAttribute(index, .xmlBase) {
      scope.base = URLReference.resolve(base, base: self.base)
    }
    if let language = tape.attribute(index, .xmlLang) {
      scope.language = language.isEmpty ? nil : language
    }
    return scope
  }

  /// `reference` made absolute, or `nil` when it is empty.
  func resolve(_ reference: String?) -> String? {
    guard let reference, !reference.isEmpty else { return nil }
    return URLReference.resolve(reference, base: base)
  }
}
