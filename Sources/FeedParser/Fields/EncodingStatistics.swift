// SPDX-License-Identifier: Apache-2.0

/// What the bytes of a text say about its encoding.
enum EncodingStatistics {
  /// Bytes that are looked at; more do not change the answer.
  private static let sample = 65_536

  /// The number of bytes that are not ASCII.
  static func highCount(_ bytes: [UInt8]) -> Int {
    bytes.reduce(0) { $0 + Int($1 >> 7) }
  }

  /// Sequences of UTF-8 with more than one byte, and places that are none.
  static func sequences(_ bytes: [UInt8]) -> (valid: Int, faults: Int) {
    var (valid, faults, place) = (0, 0, 0)
    while place < bytes.count {
      let lead = bytes[place]
      let length =
        lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
      if length == 1 {
        place += 1
        continue
      }
      let tail = bytes[min(place + 1, bytes.count)..<min(place + max(length, 1), bytes.count)]
      if length > 1, tail.count == length - 1, tail.allSatisfy({ $0 & 0xC0 == 0x80 }) {
        valid += 1
        place += length
      } else {
        faults += 1
        place += 1
      }
    }
    return (valid, faults)
  }

  /// Whether valid UTF-8 cannot be meant as `encoding`.
  ///
  /// One sequence may be chance in a text of Greek or Chinese; in Western text even one is none,
  /// because `Ã©` and `â€™` are no words.
  static func isSurelyUTF8(_ bytes: [UInt8], against encoding: TextEncoding) -> Bool {
    let (valid, _) = sequences(bytes)
    if isDefaultOfTools(encoding) { return valid >= 1 }
    if case .iconv = encoding { return valid >= 8 }
    return valid >= 2
  }

  /// Whether the label of `encoding` is what tools write without thinking.
  static func isDefaultOfTools(_ encoding: TextEncoding) -> Bool {
    encoding == TextEncoding(label: "windows-1252")
  }

  /// The encoding of another script than Latin when the letters leave no doubt.
  static func foreignScript(in bytes: [UInt8]) -> TextEncoding? {
    let text = highSample(bytes)
    guard text.high >= 12 else { return nil }
    let scores = singleByteScores(text.bytes)
    guard let latin = scores.filter({ $0.candidate.script == .latin }).map(\.score).max() else {
      return nil
    }
    if let best = multibyteScores(text.bytes).max(by: { $0.score < $1.score }), best.score > 2.4,
      latin < -0.5, scores.allSatisfy({ $0.score < best.score })
    {
      return TextEncoding(label: best.label)
    }
    guard let best = scores.max(by: { $0.score < $1.score }), best.candidate.script != .latin,
      best.score > 1, best.score - latin > 1.5
    else { return nil }
    return TextEncoding(label: best.candidate.label)
  }

  /// The encoding under which `bytes`, which are no UTF-8, look most like language.
  static func best(for bytes: [UInt8]) -> TextEncoding {
    let text = highSample(bytes)
    var best: (label: String, score: Double) = ("windows-1252", -.infinity)
    let hint = languageHint(bytes)
    for (candidate, score) in singleByteScores(text.bytes) {
      let bonus = hint.map { candidate.languages.contains($0) ? 0.8 : 0 } ?? 0
      if score + bonus > best.score { best = (candidate.label, score + bonus) }
    }
    for (label, score) in multibyteScores(text.bytes) where score > best.score {
      best = (label, score)
    }
    return TextEncoding(label: best.label) ?? .utf8
  }

  /// The parts of the text that have bytes above ASCII, with a little around them.
  private static func highSample(_ bytes: [UInt8]) -> (bytes: [UInt8], high: Int) {
    var result: [UInt8] = []
    var high = 0
    var last = -2
    for (place, byte) in bytes.enumerated() where byte >= 0x80 {
      if place > last + 1 {
        result.append(UInt8(ascii: " "))
        if place > 0 { result.append(bytes[place - 1]) }
      } else if place == last + 1, result.isEmpty {
        result.append(UInt8(ascii: " "))
      }
      result.append(byte)
      if place + 1 < bytes.count, bytes[place + 1] < 0x80 { result.append(bytes[place + 1]) }
      high += 1
      last = place
      if result.count >= sample { break }
    }
    return (result, high)
  }

  /// `<language>ar</language>` or `xml:lang="fa"` near the start: ASCII under any encoding.
  private static func languageHint(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(8192).map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    for mark in ["<language>", "<dc:language>", "xml:lang=\"", "xml:lang='"] {
      guard let range = text.firstRange(of: mark) else { continue }
      let tag = text[range.upperBound...].drop { $0 == " " || $0 == "\n" }.prefix { $0.isLetter }
      if !tag.isEmpty { return String(tag) }
    }
    return nil
  }

  // MARK: One byte per character

  enum Script { case latin, arabic, cyrillic, greek, hebrew, thai }

  struct Candidate: Sendable {
    let label: String
    let script: Script
    let languages: Set<String>
    /// Letters from frequent to rare, in lower case.
    let letters: String
    /// In the scripts that write them, a quarter to three fifths of all letters.
    var vowels = ""
  }

  private static let arabicLetters = "اليمونرتهبدسعفكقحشجخصةىأإطضزءثغذظئؤآپچژگکی"
  private static let cyrillicVowels = "оеаиыуяюэёіїє"
  private static let cyrillicLetters = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ"

  private static let candidates: [Candidate] = [
    Candidate(
      label: "windows-1252",
      script: .latin,
      languages: [
        "en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "no", "nb", "fi", "is", "ca",
      ],
      letters: "éäüöáíóèàçñßåøæêãõôúâëîï’“”–—‘…«»€£©®°·"
    ),
    Candidate(
      label: "windows-1250",
      script: .latin,
      languages: ["pl", "cs", "sk", "hu", "hr", "sl", "ro"],
      letters: "áéíěščřžýůúąęłńóśźżöüőűđćňťľ„”–"
    ),
    Candidate(
      label: "iso-8859-2",
      script: .latin,
      languages: ["pl", "cs", "sk", "hu", "hr", "sl"],
      letters: "áéíěščřžýůúąęłńóśźżöüőűđćňťľ"
    ),
    Candidate(
      label: "windows-1254",
      script: .latin,
      languages: ["tr", "az"],
      letters: "ıüğşçöİâîŞÇÖÜ’“”"
    ),
    Candidate(
      label: "windows-1256",
      script: .arabic,
      languages: ["ar", "fa", "ur", "ckb", "ps"],
      letters: arabicLetters
    ),
    Candidate(
      label: "iso-8859-6",
      script: .arabic,
      languages: ["ar"],
      letters: arabicLetters
    ),
    Candidate(
      label: "windows-1251",
      script: .cyrillic,
      languages: ["ru", "uk", "bg", "be", "sr", "mk"],
      letters: cyrillicLetters,
      vowels: cyrillicVowels
    ),
    Candidate(
      label: "koi8-r",
      script: .cyrillic,
      languages: ["ru", "uk"],
      letters: cyrillicLetters,
      vowels: cyrillicVowels
    ),
    Candidate(
      label: "iso-8859-5",
      script: .cyrillic,
      languages: ["ru"],
      letters: cyrillicLetters,
      vowels: cyrillicVowels
    ),
    Candidate(
      label: "cp866",
      script: .cyrillic,
      languages: ["ru"],
      letters: cyrillicLetters,
      vowels: cyrillicVowels
    ),
    Candidate(
      label: "windows-1253",
      script: .greek,
      languages: ["el"],
      letters: "αοιετσνηυρπκμλςίόάέδγήχθώύφβξζψω",
      vowels: "αοιεηυωάέήίόύώϊϋΐΰ"
    ),
    Candidate(
      label: "windows-1255",
      script: .hebrew,
      languages: ["he", "iw", "yi"],
      letters: "יוהלאתרבמשנעחקפדםטסגכצזןךףץ"
    ),
    Candidate(
      label: "tis-620",
      script: .thai,
      languages: ["th"],
      letters: "านรกเงอมยลวดท่ส้ตะปบคัหแจพชขใไโผถซิีืุู็์"
    ),
  ]

  private static func singleByteScores(_ text: [UInt8]) -> [(candidate: Candidate, score: Double)] {
    prepared.map { ($0.candidate, score(text, $0.candidate, $0.traits)) }
  }

  /// The candidates with what each byte is under them, worked out once.
  private static let prepared: [(candidate: Candidate, traits: [Trait])] = candidates.compactMap {
    guard case .table(let index)? = TextEncoding(label: $0.label) else { return nil }
    return ($0, traits($0, EncodingTable.all[index].scalars))
  }

  /// What a byte is under a candidate.
  private struct Trait: Sendable {
    var weight = 0.0
    var isLetter = false
    var isUpper = false
    var isVowel = false
  }

  /// The mean weight of the bytes above ASCII: frequent letters weigh most, bytes without a
  /// character nothing good; so do capitals inside words, and Latin letters in heaps.
  private static func score(_ text: [UInt8], _ candidate: Candidate, _ traits: [Trait]) -> Double {
    var (total, count, letters, vowels) = (0.0, 0.0, 0.0, 0.0)
    var previous: UInt8 = 0x20
    for (place, byte) in text.enumerated() {
      defer { previous = byte }
      guard byte >= 0x80 else { continue }
      let trait = traits[Int(byte) - 0x80]
      count += 1
      total += trait.weight
      let next = place + 1 < text.count ? text[place + 1] : 0x20
      if trait.isLetter { letters += 1 }
      if trait.isVowel { vowels += 1 }
      let isPreviousHigh = previous >= 0x80 && traits[Int(previous) - 0x80].isLetter
      let isNeighbourASCII = isASCIILetter(previous) || isASCIILetter(next)
      if trait.isLetter {
        if candidate.script == .latin {
          if isPreviousHigh { total -= 2 }
          if isNeighbourASCII { total += 1 }
        } else if isNeighbourASCII {
          total -= 1.5
        }
      }
      if trait.isUpper, isPreviousHigh, !traits[Int(previous) - 0x80].isUpper { total -= 2 }
      if trait.isUpper, isASCIILower(previous) { total -= 1 }
    }
    guard count > 0 else { return -.infinity }
    if !candidate.vowels.isEmpty, letters >= 8, !(0.25...0.62).contains(vowels / letters) {
      total -= count
    }
    return total / count
  }

  private static func traits(_ candidate: Candidate, _ scalars: [UInt32]) -> [Trait] {
    let letters = Array(candidate.letters.unicodeScalars)
    return (0x80...0xFF).map { byte in
      guard let scalar = Unicode.Scalar(scalars[byte]), scalar.value >= 0xA0 else {
        return Trait(weight: -5)
      }
      var trait = Trait()
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      trait.isUpper = lower != scalar
      trait.isLetter = scalar.properties.isAlphabetic
      trait.isVowel = candidate.vowels.unicodeScalars.contains(lower)
      if let rank = letters.firstIndex(of: lower) {
        trait.weight = 3 - 2 * Double(rank) / Double(letters.count)
        if trait.isUpper { trait.weight -= 1 }
      } else if trait.isLetter {
        trait.weight = -2
      } else {
        trait.weight = scalar.value < 0xC0 || (0x600...0x6FF).contains(scalar.value) ? 0 : -0.5
      }
      return trait
    }
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isASCIILower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  // MARK: Two bytes per character

  /// How the two bytes of a character may look, and where the frequent ones lie.
  private struct Pairs {
    let label: String
    let lead: [ClosedRange<UInt8>]
    let trail: [ClosedRange<UInt8>]
    let frequentLead: [ClosedRange<UInt8>]
    let frequentTrail: [ClosedRange<UInt8>]
    /// Leads of punctuation, which says nothing.
    var neutralLead: ClosedRange<UInt8>?
    /// Characters of one byte above ASCII.
    var single: ClosedRange<UInt8>?
  }

  private static let pairs = [
    Pairs(
      label: "gb2312",
      lead: [0x81...0xFE],
      trail: [0x40...0x7E, 0x80...0xFE],
      frequentLead: [0xB0...0xD7],
      frequentTrail: [0xA1...0xFE],
      neutralLead: 0xA1...0xA3
    ),
    Pairs(
      label: "big5",
      lead: [0xA1...0xF9],
      trail: [0x40...0x7E, 0xA1...0xFE],
      frequentLead: [0xA4...0xC6],
      frequentTrail: [0x40...0x7E, 0xA1...0xFE],
      neutralLead: 0xA1...0xA3
    ),
    Pairs(
      label: "shift_jis",
      lead: [0x81...0x9F, 0xE0...0xFC],
      trail: [0x40...0x7E, 0x80...0xFC],
      frequentLead: [0x81...0x83, 0x88...0x97],
      frequentTrail: [0x40...0x7E, 0x80...0xFC],
      single: 0xA1...0xDF
    ),
    Pairs(
      label: "euc-jp",
      lead: [0xA1...0xFE],
      trail: [0xA1...0xFE],
      frequentLead: [0xA4...0xA5, 0xB0...0xCF],
      frequentTrail: [0xA1...0xFE]
    ),
    Pairs(
      label: "euc-kr",
      lead: [0x81...0xFE],
      trail: [0x41...0x5A, 0x61...0x7A, 0x81...0xFE],
      frequentLead: [0xB0...0xC8],
      frequentTrail: [0xA1...0xFE]
    ),
  ]

  private static func multibyteScores(_ text: [UInt8]) -> [(label: String, score: Double)] {
    pairs.map { ($0.label, score(text, $0)) }
  }

  private static func score(_ text: [UInt8], _ pairs: Pairs) -> Double {
    func within(_ byte: UInt8, _ ranges: [ClosedRange<UInt8>]) -> Bool {
      ranges.contains { $0.contains(byte) }
    }
    var (characters, frequent, faults, kana) = (0.0, 0.0, 0.0, 0.0)
    var place = 0
    while place < text.count {
      let byte = text[place]
      place += 1
      guard byte >= 0x80 else { continue }
      characters += 1
      if let single = pairs.single, single.contains(byte) { continue }
      guard place < text.count, within(byte, pairs.lead), within(text[place], pairs.trail) else {
        faults += 1
        continue
      }
      if let neutral = pairs.neutralLead, neutral.contains(byte) {
        characters -= 1
        place += 1
        continue
      }
      if within(byte, pairs.frequentLead), within(text[place], pairs.frequentTrail) {
        frequent += 1
      }
      // Kana are in every Japanese text and in hardly any Chinese one.
      let isKana =
        pairs.label == "euc-jp" && (0xA4...0xA5).contains(byte)
        || pairs.label == "shift_jis" && (0x82...0x83).contains(byte)
      if isKana { kana += 1 }
      place += 1
    }
    guard characters > 0 else { return -.infinity }
    let ratio = frequent / characters
    // Korean syllables fill less room than Chinese characters do: the narrower fit weighs more.
    let fit = pairs.label == "euc-kr" ? 0.35 : 0
    return 3 * ratio - 20 * faults / characters + 1.5 * kana / characters + (ratio > 0.9 ? fit : 0)
  }
}
