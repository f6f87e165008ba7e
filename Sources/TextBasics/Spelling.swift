// SPDX-License-Identifier: Apache-2.0

/// Guesses what somebody meant to write.
package enum Spelling {
  /// The candidate that is nearest to `word`, if one is near enough to be worth a question.
  ///
  /// Near enough means at most a third of the longer word in edits, and less than all of it; of
  /// equally near ones the first in the order given wins.
  package static func suggestion(for word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (text: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
      let longest = max(typed.count, letters.count)
      let allowed = max(1, longest / 3)
      guard longest > 1, abs(typed.count - letters.count) <= allowed else { continue }
      let distance = distance(from: typed, to: letters)
      if distance <= allowed, distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.text
  }

  /// Edits between two words: insertions, deletions, substitutions and swaps of neighbours.
  ///
  /// Damerau (1964) and Levenshtein (1966), the restricted form that edits no place twice.
  package static func distance(from left: String, to right: String) -> Int {
    distance(from: Array(left.unicodeScalars), to: Array(right.unicodeScalars))
  }

  private static func distance(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    var twoAbove = [Int](repeating: 0, count: right.count + 1)
    var above = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let cost = left[row] == right[column] ? 0 : 1
        var value = min(above[column + 1] + 1, current[column] + 1, above[column] + cost)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          value = min(value, twoAbove[column - 1] + 1)
        }
        current.append(value)
      }
      (twoAbove, above) = (above, current)
    }
    return above[right.count]
  }
}
