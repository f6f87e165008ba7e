// SPDX-License-Identifier: Apache-2.0
internal import Glibc
internal import TextBasics

/// Texts whose characters stand for bytes of another encoding.
///
/// They show by C1 controls, which no publisher means: a byte from 80 to 9F was taken for a
/// character.
enum Mojibake {
  /// `text` as it was meant and the encoding that it was in, or `nil` when nothing is wrong.
  ///
  /// When all characters are bytes that make valid UTF-8, they were UTF-8 read as Latin-1;
  /// otherwise the controls are letters of windows-1252.
  static func repaired(_ text: String) -> (meant: String, encoding: String)? {
    let values = text.unicodeScalars.map(\.value)
    guard values.contains(where: { (0x80...0x9F).contains($0) && $0 != 0x85 }) else { return nil }
    if values.allSatisfy({ $0 < 0x100 }),
      let meant = String(validating: values.map { UInt8($0) }, as: UTF8.self)
    {
      return (meant, "UTF-8")
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = (0x80...0x9F).contains(scalar.value)
      result.append(isControl ? HTMLEntities.scalar(numbered: scalar.value) : scalar)
    }
    return (String(result), "windows-1252")
  }

  /// The beginning of `text` for people: one line of at most sixty characters.
  static func excerpt(of text: String) -> String {
    text.prefix(60).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The place of the first C1 control other than NEL in UTF-8 `bytes`.
  static func firstControl(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    // Half of all texts are the line ends between elements.
    guard bytes.count > 1, let base = bytes.baseAddress else { return nil }
    var place = 0
    while place < bytes.count,
      let found = unsafe memchr(base + place, 0xC2, bytes.count - place)
    {
      let lead = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
      guard lead + 1 < bytes.count else { return nil }
      let next = unsafe bytes[lead + 1]
      if (0x80...0x9F).contains(next), next != 0x85 { return lead }
      place = lead + 1
    }
    return nil
  }
}
