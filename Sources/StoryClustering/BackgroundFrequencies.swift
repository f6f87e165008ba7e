// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// How much the sight of a word tells, from the word frequencies of three languages.
///
/// Weights are sixteenths of -ln(share of articles that hold the word), an article taken as sixty
/// words; a word outside the table counts as rare.
struct BackgroundFrequencies: Sendable {
  /// Weight of a word that the table does not hold.
  static let unknown: UInt8 = 150

  /// Read once, when the first article is looked at.
  static let shared = BackgroundFrequencies(parsing: backgroundText)

  private let weights: FlatTable
  private let skeletons: FlatTable

  init(parsing text: String) {
    var shares: [UInt64: Double] = [:]
    var skeletonShares: [UInt64: Double] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2)
      guard parts.count == 3, let zipf = Int(parts[1]) else { continue }
      let language = Language(tag: String(parts[0]))
      let share = BackgroundFrequencies.share(ofZipfTenths: zipf)
      let profile = TextProfile(title: String(parts[2]), body: "", language: language)
      for token in profile.tokens {
        shares[BackgroundFrequencies.key(token.stem, language), default: 0] += share
        guard token.kind == .arabic else { continue }
        let skeleton = ConsonantSkeleton.ofArabic(profile.units, token.stemRange)
        skeletonShares[SkeletonKey.hash(skeleton), default: 0] += share
      }
    }
    weights = BackgroundFrequencies.table(shares)
    skeletons = BackgroundFrequencies.table(skeletonShares)
  }

  private static func table(_ shares: [UInt64: Double]) -> FlatTable {
    FlatTable(shares.map { ($0.key, UInt32(weight(ofShare: $0.value))) })
  }

  /// The weight of a stem in the language whose salt is given.
  func weight(ofStem stem: UInt64, salt: UInt64) -> UInt8 {
    guard let weight = weights[stem ^ salt] else { return BackgroundFrequencies.unknown }
    return UInt8(truncatingIfNeeded: weight)
  }

  /// The weight of a skeleton: short ones and those of common words tell little.
  func weight(of skeleton: ConsonantSkeleton) -> UInt8 {
    let cap: UInt8 =
      switch skeleton.count {
      case ...1: 0
      case 2: 64
      case 3: 104
      case 4: 136
      default: 152
      }
    guard let known = skeletons[SkeletonKey.hash(skeleton)] else { return cap }
    return min(cap, UInt8(truncatingIfNeeded: known))
  }

  private static func key(_ stem: UInt64, _ language: Language) -> UInt64 {
    stem ^ LanguageSalt.of(language)
  }

  private static func weight(ofShare share: Double) -> UInt8 {
    // A table of powers keeps this free of the platform's mathematics library.
    var bits = 0
    var value = min(share * 60, 0.999)
    while value < 1, bits < 15 * 16 {
      value *= 1.064_494_458_917_859_4  // e^(1/16)
      bits += 1
    }
    return UInt8(bits)
  }

  /// The share of words that a Zipf value of `tenths` / 10 stands for: ten to the power of it minus 9.
  private static func share(ofZipfTenths tenths: Int) -> Double {
    var share = 1.0
    for _ in 0..<max(0, 90 - tenths) { share *= 0.794_328_234_724_281_5 }  // 10^(-1/10)
    return share
  }
}

/// Keeps the words of languages apart where the same letters mean different things.
enum LanguageSalt {
  static func of(_ language: Language) -> UInt64 {
    switch language {
    case .arabic: 0x9E37_79B9_7F4A_7C15
    case .persian: 0xC2B2_AE3D_27D4_EB4F
    default: 0x1656_67B1_9E37_79F9
    }
  }
}

/// Hashes of skeletons.
enum SkeletonKey {
  static func hash(_ skeleton: ConsonantSkeleton) -> UInt64 {
    TermHash.mix(skeleton.packed << 4 | UInt64(skeleton.count))
  }
}

extension TextToken {
  /// Where the folded stem lies among the units.
  var stemRange: Range<Int> {
    let start = Int(unitStart) + Int(stemOffset)
    return start..<start + Int(stemCount)
  }

  /// Where the folded word lies among the units.
  var wordRange: Range<Int> { Int(unitStart)..<Int(unitStart) + Int(unitCount) }
}
