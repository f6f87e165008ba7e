// SPDX-License-Identifier: Apache-2.0
import Articles
import TextAnalysis
import TextBasics

@testable import StoryClustering

/// Articles written for these tests.
enum Samples {
  /// 2025-11-18, noon UTC.
  static let noon = 1_763_467_200

  static func features(
    _ language: Language,
    _ title: String,
    _ text: String = "",
    at instant: Int = noon,
    url: String? = nil,
    hash: String = ""
  ) -> StoryFeatures {
    let profile = TextProfile(
      title: title,
      body: text,
      language: language,
      reference: instant / 86_400
    )
    return StoryFeatures(profile, instant: instant, canonicalURL: url, contentHash: hash)
  }

  static func id(_ key: String, feed: String = "one") -> Article.ID {
    Article.ID(feed: feed, key: key)
  }

  static let quakeEnglish = features(
    .english,
    "Earthquake of magnitude 6.3 kills dozens near Herat in Afghanistan",
    "Rescue teams searched for survivors on Tuesday after the earthquake destroyed villages near Herat."
  )
  static let quakeArabic = features(
    .arabic,
    "مقتل العشرات في زلزال بقوة 6.3 قرب هرات في أفغانستان",
    "فرق الإنقاذ تبحث عن ناجين بعد الزلزال الذي دمر قرى قرب هرات يوم الثلاثاء."
  )
  static let quakePersian = features(
    .persian,
    "زلزله ۶٫۳ ریشتری نزدیک هرات افغانستان ده‌ها کشته بر جای گذاشت",
    "امدادگران پس از زلزله‌ای که روستاهای نزدیک هرات را ویران کرد در جست‌وجوی بازماندگان‌اند."
  )
  static let football = features(
    .persian,
    "پرسپولیس با دو گل از سد استقلال گذشت",
    "سرخ‌پوشان در ورزشگاه آزادی با گل‌های نیمه دوم برنده شدند."
  )
}

/// The same random numbers in every run (SplitMix64).
struct SampleRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return TermHash.mix(state)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Words of five letters that no table holds.
  mutating func words(_ count: Int) -> [String] {
    (0..<count).map { _ in
      String(
        decoding: (0..<5).map { _ in UInt8(0x62 + below(3) * 8 + below(4)) },
        as: UTF8.self
      )
    }
  }
}
