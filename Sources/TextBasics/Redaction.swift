// SPDX-License-Identifier: Apache-2.0

/// Takes out of addresses what proves who somebody is, before they reach a log, a page or a file
/// that is sent to somebody else.
package enum Redaction {
  /// What stands where a secret was.
  package static let mark = "REDACTED"

  /// `text` with every address in it made safe; see ``address(_:)``.
  package static func text(_ text: String) -> String {
    guard text.utf8.contains(0x3A), text.contains("://") else { return text }
    var result = ""
    var rest = text[...]
    while let separator = rest.firstRange(of: "://") {
      let head = rest[..<separator.lowerBound]
      let start = head.lastIndex { !isSchemeCharacter($0) }.map(head.index(after:))
      let from = start ?? head.startIndex
      let tail = rest[separator.upperBound...]
      let end = tail.firstIndex(where: endsAddress) ?? tail.endIndex
      result += rest[..<from] + address(String(rest[from..<end]))
      rest = rest[end...]
    }
    return result + rest
  }

  /// An address without user name and password, and with ``mark`` for the value of every parameter
  /// of its query whose name speaks of a secret (`token`, `key`, `password`, `sig`, …).
  package static func address(_ text: String) -> String {
    var text = text
    if let separator = text.firstRange(of: "://") {
      let authority = text[separator.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if let at = authority.lastIndex(of: "@") {
        text.removeSubrange(separator.upperBound...at)
      }
    }
    guard let question = text.firstIndex(of: "?") else { return text }
    let tail = text[text.index(after: question)...]
    let query = tail.prefix { $0 != "#" }
    let pairs = query.split(separator: "&", omittingEmptySubsequences: false).map { pair in
      guard let equals = pair.firstIndex(of: "="), isSecretName(pair[..<equals]) else {
        return String(pair)
      }
      return pair[...equals] + mark
    }
    return text[...question] + pairs.joined(separator: "&") + tail[query.endIndex...]
  }

  /// Whether something of this name (a parameter, a header) is usually kept to oneself.
  package static func isSecretName(_ name: some StringProtocol) -> Bool {
    let name = name.lowercased()
    let words = name.split { !$0.isLetter }
    return words.contains { secretWords.contains(String($0)) }
      || ["token", "apikey", "authkey", "password", "secret", "sessionid"].contains {
        name.hasSuffix($0)
      }
  }

  private static let secretWords: Set<String> = [
    "apikey", "auth", "authentication", "authorization", "cookie", "credential", "credentials",
    "csrf", "jwt", "key", "pass", "passwd", "password", "pwd", "secret", "session", "sessionid",
    "sid", "sig", "signature", "token",
  ]

  private static func isSchemeCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
  }

  private static func endsAddress(_ character: Character) -> Bool {
    character.isWhitespace || "\"'<>()".contains(character)
  }
}
