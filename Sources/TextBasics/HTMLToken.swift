// SPDX-License-Identifier: Apache-2.0

/// An attribute of a start tag; its places count bytes of the tokenizer's input.
package struct HTMLAttribute: Sendable, Hashable {
  /// In lower case (ASCII).
  package let name: String
  /// As written, without quotes, references not decoded; empty when there is no value.
  package let value: Range<Int>
  /// The quote around the value, or `nil` when it has none.
  package let quote: UInt8?
}

/// A start or end tag; its places count bytes of the tokenizer's input.
package struct HTMLTag: Sendable, Hashable {
  /// In lower case (ASCII).
  package let name: String
  /// From `<` to behind `>`.
  package let range: Range<Int>
  /// In the order of the document, the first of each name; empty in end tags.
  package let attributes: [HTMLAttribute]
  /// Whether the tag ends in `/>`; HTML gives that a meaning only inside SVG and MathML.
  package let isSelfClosing: Bool

  /// The attribute called `name` (lower case), or `nil`.
  package func attribute(_ name: String) -> HTMLAttribute? {
    attributes.first { $0.name == name }
  }
}

/// One piece of HTML.
package enum HTMLToken: Sendable, Hashable {
  /// What ``HTMLTokenizer/text(_:)`` decodes; `isRaw` marks the inside of `script`, `style` and
  /// the like, where no reference is one.
  case text(Range<Int>, isRaw: Bool)
  case startTag(HTMLTag)
  case endTag(HTMLTag)
  /// The inside of a comment, also of a bogus one (`<?php … >`, `<![CDATA[ … >`).
  case comment(Range<Int>)
  /// The inside of `<!DOCTYPE … >`.
  case doctype(Range<Int>)
}
