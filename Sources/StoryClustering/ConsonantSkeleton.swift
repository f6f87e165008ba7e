// SPDX-License-Identifier: Apache-2.0

/// The consonants of a name in a form that Arabic, Persian and English spellings share.
///
/// پ ب → B, ت ط → T, ث س ص → S, ذ ز ض ظ → Z, ج چ ژ ش → J, ح ه → H, ق ک گ غ → K; vowels, ع and the
/// semivowels و ی vanish; English letters map the same way. One spelling may have several readings
/// (`v` is ف in Arabic and و in Persian): each is a skeleton of its own.
struct ConsonantSkeleton {
  /// Packed consonants, five bits each, at most twelve; the count says how many.
  private(set) var packed: UInt64 = 0
  private(set) var count = 0

  /// How an ambiguous English letter is read.
  struct Reading: OptionSet {
    let rawValue: UInt8
    /// `v` vanishes, as Persian و does.
    static let silentV = Reading(rawValue: 1)
    /// `s` between vowels is Z, as in Rosa.
    static let voicedS = Reading(rawValue: 2)
    /// `th` is S (ث) and `g` before `e`, `i` is J.
    static let softened = Reading(rawValue: 4)
  }

  /// The skeletons of a folded Arabic or Persian word.
  static func ofArabic(_ units: [UInt16], _ range: Range<Int>) -> ConsonantSkeleton {
    var skeleton = ConsonantSkeleton()
    var previous: UInt8 = 0
    for place in range {
      let unit = units[place]
      guard unit >= 0x620, unit < 0x6D0 else { continue }
      let code = arabicCodes[Int(unit) - 0x620]
      // ة folds to ه: at the end of a word it is mute.
      if code == Code.H, place == range.upperBound - 1, unit == 0x647 { break }
      if code != 0, code != previous { skeleton.append(code) }
      previous = code
    }
    return skeleton
  }

  /// One reading of a folded Latin word.
  static func ofLatin(
    _ units: [UInt16],
    _ range: Range<Int>,
    _ reading: Reading
  ) -> ConsonantSkeleton {
    var skeleton = ConsonantSkeleton()
    var place = range.lowerBound
    var previous: UInt16 = 0
    while place < range.upperBound {
      let unit = units[place]
      let next = place + 1 < range.upperBound ? units[place + 1] : 0
      let (code, length) = latinCode(
        unit,
        next: next,
        afterNext: place + 2 < range.upperBound ? units[place + 2] : 0,
        previous: previous,
        reading
      )
      if code == Code.KS {
        skeleton.append(Code.K)
        skeleton.append(Code.S)
      } else if code != 0, unit != previous {
        skeleton.append(code)
      }
      previous = length > 1 ? next : unit
      place += length
    }
    return skeleton
  }

  private mutating func append(_ code: UInt8) {
    guard count < 12 else { return }
    packed = packed << 5 | UInt64(code)
    count += 1
  }

  private enum Code {
    static let B: UInt8 = 1
    static let T: UInt8 = 2
    static let S: UInt8 = 3
    static let Z: UInt8 = 4
    static let J: UInt8 = 5
    static let H: UInt8 = 6
    static let K: UInt8 = 7
    static let X: UInt8 = 8
    static let D: UInt8 = 9
    static let R: UInt8 = 10
    static let F: UInt8 = 11
    static let L: UInt8 = 12
    static let M: UInt8 = 13
    static let N: UInt8 = 14
    static let KS: UInt8 = 15
  }

  private static let arabicCodes: [UInt8] = {
    var codes = [UInt8](repeating: 0, count: 0xB0)
    let classes: [(UInt8, String)] = [
      (Code.B, "بپ"), (Code.T, "تط"), (Code.S, "ثسص"), (Code.Z, "ذزضظ"), (Code.J, "جچژش"),
      (Code.H, "حه"), (Code.K, "قکگغ"), (Code.X, "خ"), (Code.D, "د"), (Code.R, "ر"),
      (Code.F, "ف"), (Code.L, "ل"), (Code.M, "م"), (Code.N, "ن"),
    ]
    for (code, letters) in classes {
      for letter in letters.unicodeScalars { codes[Int(letter.value) - 0x620] = code }
    }
    return codes
  }()

  private static func isVowel(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  /// The code at a letter and how many letters it takes; code 0 is mute.
  private static func latinCode(
    _ unit: UInt16,
    next: UInt16,
    afterNext: UInt16,
    previous: UInt16,
    _ reading: Reading
  ) -> (UInt8, Int) {
    if next == 0x68 {  // digraphs with h
      switch unit {
      case 0x63, 0x73: return (Code.J, 2)  // ch, sh
      case 0x70: return (Code.F, 2)  // ph
      case 0x74: return (reading.contains(.softened) ? Code.S : Code.T, 2)  // th
      case 0x6B: return (Code.X, 2)  // kh
      case 0x67: return (isVowel(previous) ? 0 : Code.K, 2)  // gh: Kavanaugh, Ghani
      default: break
      }
    }
    switch unit {
    case 0x62, 0x70: return (Code.B, 1)
    case 0x74: return (Code.T, 1)
    case 0x73:
      if next == 0x63, afterNext == 0x68 { return (Code.J, 3) }  // sch
      let voiced = reading.contains(.voicedS) && isVowel(previous) && isVowel(next)
      return (voiced ? Code.Z : Code.S, 1)
    case 0x7A: return (Code.Z, 1)
    case 0x6A: return (Code.J, 1)
    case 0x68: return (isVowel(next) ? Code.H : 0, 1)
    case 0x63:
      return (next == 0x65 || next == 0x69 || next == 0x79 ? Code.S : Code.K, next == 0x6B ? 2 : 1)
    case 0x67:
      let soft = reading.contains(.softened) && (next == 0x65 || next == 0x69)
      return (soft ? Code.J : Code.K, 1)
    case 0x6B, 0x71: return (Code.K, 1)
    case 0x78: return (Code.KS, 1)
    case 0x64: return (Code.D, 1)
    case 0x72: return (Code.R, 1)
    case 0x66: return (Code.F, 1)
    case 0x76: return (reading.contains(.silentV) ? 0 : Code.F, 1)
    case 0x6C: return (Code.L, 1)
    case 0x6D: return (Code.M, 1)
    case 0x6E: return (Code.N, 1)
    default: return (0, 1)
    }
  }
}
