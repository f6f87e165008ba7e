// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// The part of a display text that shows best why it was found.
package struct SearchSnippet: Sendable, Hashable {
  /// A run of text that matched or did not.
  package struct Piece: Sendable, Hashable {
    package let text: String
    package let isMatch: Bool
  }

  /// The runs in order, white space collapsed, with an ellipsis where the text goes on.
  package let pieces: [Piece]
  /// What is shown, in UTF-8 offsets of the text.
  package let range: Range<Int>
  /// The matches within ``range``, in UTF-8 offsets of the text.
  package let matches: [Range<Int>]

  /// All pieces as one text.
  package var text: String { pieces.map(\.text).joined() }
}

extension SearchQuery {
  /// The best window of `text`: most different words of the query, then most matches, then the
  /// first; the beginning of the text when nothing matches (a title did).
  ///
  /// - Parameters:
  ///   - text: Display text; matches are found by folding it and mapped back.
  ///   - length: How many UTF-8 bytes are shown, about.
  /// - Returns: The window with its matches; empty for a text without words.
  package func snippet(of text: String, length: Int = 320) -> SearchSnippet {
    let part = String(decoding: text.utf8.prefix(1 << 18), as: UTF8.self)
    let profile = TextProfile(
      title: part,
      body: "",
      language: .unknown,
      skipsBoilerplate: false
    )
    let matches = SnippetMatcher(self).matches(in: profile)
    return SnippetWindow(profile, matches, length: length).snippet()
  }

  /// The places of the query's words in a display text, in UTF-8 offsets.
  package func matches(in text: String) -> [Range<Int>] {
    let profile = TextProfile(title: text, body: "", language: .unknown, skipsBoilerplate: false)
    return SnippetMatcher(self).matches(in: profile).map { match in
      Int(
        profile.tokens[match.tokens.lowerBound].start
      )..<Int(
        profile.tokens[match.tokens.upperBound - 1].end
      )
    }
  }
}

/// A word or phrase of the query in a text.
private struct SnippetMatch {
  let term: Int
  let tokens: Range<Int>
}

/// Finds the terms of a query in the tokens of a text.
private struct SnippetMatcher {
  /// Forms by the hash of their first word.
  private var forms: [UInt64: [(term: Int, words: [UInt64])]] = [:]
  private var prefixes: [(term: Int, units: [UInt16])] = []

  init(_ query: SearchQuery) {
    for (index, term) in query.wanted.enumerated() {
      if term.isPrefix, let only = term.forms.first, only.count == 1 {
        prefixes.append((index, Array(only[0].utf16)))
        continue
      }
      for form in term.forms {
        let words = form.map { FoldedHash.hash($0) }
        forms[words[0], default: []].append((index, words))
        // WTDC-25 is two words in the index and one token here.
        if words.count == 2, form.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) {
          let whole = FoldedHash.hash(form.joined())
          forms[whole, default: []].append((index, [whole]))
        }
      }
    }
  }

  func matches(in profile: TextProfile) -> [SnippetMatch] {
    var matches: [SnippetMatch] = []
    var place = 0
    while place < profile.tokens.count {
      if let match = match(profile, at: place) {
        matches.append(match)
        place = match.tokens.upperBound
      } else {
        place += 1
      }
    }
    return matches
  }

  private func match(_ profile: TextProfile, at place: Int) -> SnippetMatch? {
    let token = profile.tokens[place]
    var best: SnippetMatch?
    for (term, words) in (forms[token.word] ?? [])
      + (token.kind == .code ? forms[token.stem] ?? [] : [])
    {
      guard place + words.count <= profile.tokens.count,
        words.indices.dropFirst().allSatisfy({ profile.tokens[place + $0].word == words[$0] }),
        words.count > best?.tokens.count ?? 0
      else { continue }
      best = SnippetMatch(term: term, tokens: place..<place + words.count)
    }
    if best != nil { return best }
    let start = Int(token.unitStart)
    let units = profile.units[start..<start + Int(token.unitCount)]
    guard let prefix = prefixes.first(where: { units.starts(with: $0.units) }) else { return nil }
    return SnippetMatch(term: prefix.term, tokens: place..<place + 1)
  }
}

/// Chooses what to show and cuts it into pieces.
private struct SnippetWindow {
  private let profile: TextProfile
  private let matches: [SnippetMatch]
  private let length: Int

  init(_ profile: TextProfile, _ matches: [SnippetMatch], length: Int) {
    self.profile = profile
    self.matches = matches
    self.length = length
  }

  func snippet() -> SearchSnippet {
    let tokens = profile.tokens
    guard !tokens.isEmpty else { return SearchSnippet(pieces: [], range: 0..<0, matches: []) }
    let first = firstToken()
    var last = first
    let start = first == 0 ? 0 : Int(tokens[first].start)
    while last + 1 < tokens.count, Int(tokens[last + 1].end) - start <= length { last += 1 }
    let whole = profile.title.utf8.count
    let end =
      last + 1 == tokens.count && whole - start <= length + 16 ? whole : Int(tokens[last].end)
    let shown = matches.filter { $0.tokens.lowerBound >= first && $0.tokens.upperBound <= last + 1 }
    let ranges = shown.map {
      Int(tokens[$0.tokens.lowerBound].start)..<Int(tokens[$0.tokens.upperBound - 1].end)
    }
    return SearchSnippet(
      pieces: pieces(start..<end, ranges, cutsEnd: end < whole),
      range: start..<end,
      matches: ranges
    )
  }

  /// The token that the window begins with: a few words before the best run of matches.
  private func firstToken() -> Int {
    var best = (terms: 0, count: 0, match: 0)
    var seen: [Int: Int] = [:]
    var end = 0
    for start in matches.indices {
      let from = Int(profile.tokens[matches[start].tokens.lowerBound].start)
      // A quarter of the length is kept for the words before.
      while end < matches.count,
        Int(profile.tokens[matches[end].tokens.upperBound - 1].end) - from <= length * 3 / 4
      {
        seen[matches[end].term, default: 0] += 1
        end += 1
      }
      if (seen.count, end - start) > (best.terms, best.count) {
        best = (seen.count, end - start, start)
      }
      guard end > start else {
        end = start + 1
        continue
      }
      let term = matches[start].term
      seen[term, default: 1] -= 1
      if seen[term] == 0 { seen[term] = nil }
    }
    guard !matches.isEmpty else { return 0 }
    var first = matches[best.match].tokens.lowerBound
    let from = Int(profile.tokens[first].start)
    while first > 0, from - Int(profile.tokens[first - 1].start) <= length / 4 { first -= 1 }
    return first
  }

  private func pieces(
    _ range: Range<Int>,
    _ matches: [Range<Int>],
    cutsEnd: Bool
  ) -> [SearchSnippet.Piece] {
    let bytes = Array(profile.title.utf8)
    var pieces: [SearchSnippet.Piece] = []
    func add(_ range: Range<Int>, isMatch: Bool, before: String = "", after: String = "") {
      let text = before + SnippetWindow.collapsed(bytes[range]) + after
      if !text.isEmpty { pieces.append(SearchSnippet.Piece(text: text, isMatch: isMatch)) }
    }
    var place = range.lowerBound
    let opening = range.lowerBound > 0 ? "…" : ""
    for match in matches {
      add(
        place..<match.lowerBound,
        isMatch: false,
        before: place == range.lowerBound ? opening : ""
      )
      add(match, isMatch: true)
      place = match.upperBound
    }
    add(
      place..<range.upperBound,
      isMatch: false,
      before: matches.isEmpty ? opening : "",
      after: cutsEnd ? "…" : ""
    )
    return pieces
  }

  /// Runs of white space become one space.
  private static func collapsed(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    for byte in bytes {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if isSpace, out.last == 0x20 { continue }
      out.append(isSpace ? 0x20 : byte)
    }
    return CharacterFilter.xmlText(String(decoding: out, as: UTF8.self))
  }
}
