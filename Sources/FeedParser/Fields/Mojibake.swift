// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// Texts whose characters stand for bytes of another encoding.
enum Mojibake {
  /// `text` with C1 controls read as what they were meant to be: no publisher means controls.
  ///
  /// When all characters are bytes that make valid UTF-8, they were UTF-8 read as Latin-1;
  /// otherwise the controls are letters of windows-1252.
  static func repaired(_ text: String) -> String {
    guard hasControls(text) else { return text }
    let values = text.unicodeScalars.map(\.value)
    if values.allSatisfy({ $0 < 0x100 }),
      let meant = String(validating: values.map { UInt8($0) }, as: UTF8.self)
    {
      return meant
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = (0x80...0x9F).contains(scalar.value)
      result.append(isControl ? HTMLEntities.scalar(numbered: scalar.value) : scalar)
    }
    return String(result)
  }

  /// Whether a C1 control other than NEL occurs.
  private static func hasControls(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var place = 0
      while place + 1 < bytes.count {
        if unsafe bytes[place] == 0xC2 {
          let next = unsafe bytes[place + 1]
          if (0x80...0x9F).contains(next), next != 0x85 { return true }
        }
        place += 1
      }
      return false
    }
  }
}
