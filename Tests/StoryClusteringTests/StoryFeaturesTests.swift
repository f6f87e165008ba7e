// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing
import TextBasics

@testable import StoryClustering

struct StoryFeaturesTests {
  static let samples = [
    Samples.quakeArabic, Samples.quakePersian, Samples.quakeEnglish, Samples.football,
    Samples.features(.unknown, ""), Samples.features(.english, "a", url: "https://x/", hash: "h"),
  ]

  @Test(arguments: samples.indices)
  func `features survive the store unchanged`(index: Int) {
    let features = StoryFeaturesTests.samples[index]
    #expect(StoryFeatures(encoded: features.encoded) == features)
    #expect(features.encoded.count < 2048)
  }

  @Test func `any bytes decode to features or to nothing`() {
    let good = Samples.quakeArabic.encoded
    for length in good.indices {
      #expect(StoryFeatures(encoded: Array(good[..<length])) == nil)
    }
    var random: UInt64 = 7
    var decoded = 0
    for place in good.indices {
      var bad = good
      random = TermHash.mix(random &+ 1)
      bad[place] = UInt8(truncatingIfNeeded: random)
      guard let features = StoryFeatures(encoded: bad) else { continue }
      decoded += 1
      // Whatever decodes can be compared and explained.
      let comparison = PairComparison(features, Samples.quakePersian)
      let evidence = PairExplanation(comparison, .shared).evidence
      #expect(evidence.reduce(0) { $0 + $1.contribution } == PairModel.shared.score(comparison))
    }
    #expect(decoded > 0)
  }

  @Test func `the form of another version is not read`() {
    var form = Samples.quakeArabic.encoded
    #expect(form[0] == StoryFeatures.version)
    for version in [UInt8(0), 2, 255] {
      form[0] = version
      #expect(StoryFeatures(encoded: form) == nil)
    }
  }

  @Test func `a form with bytes behind it is not read`() {
    #expect(StoryFeatures(encoded: Samples.quakeArabic.encoded + [0]) == nil)
    #expect(StoryFeatures(encoded: []) == nil)
  }

  @Test func `the parts are those that were stored`() {
    let features = Samples.features(.arabic, "وزير 4250 WTDC-25", url: "https://x/", hash: "h")
    #expect(features.language == .arabic)
    #expect(features.instant == Samples.noon)
    #expect(features.address == TermHash.hash("https://x/"))
    #expect(features.content == TermHash.hash("h"))
    #expect(features.words.map(\.isInTitle) == [true, true, true])
    #expect((0..<3).map { features.text(ofWord: $0) } == ["وزير", "4250", "WTDC-25"])
    #expect(features.text(ofWord: 3).isEmpty)
    #expect(features.terms.contains { $0.kind == .number && $0.word == 1 })
    #expect(features.terms.map(\.key) == features.terms.map(\.key).sorted())
  }

  @Test(arguments: [
    ("Hashemi", "هاشمي"), ("Hamilton", "هاميلتون"), ("Nabiyev", "نبییف"), ("Kavanaugh", "كافانو"),
    ("Lopez", "لوبيز"), ("Schröder", "شرودر"), ("Rosario", "روزاریو"), ("Mississippi", "ميسيسيبي"),
  ])
  func `names meet across scripts by their consonants`(latin: String, arabic: String) {
    let left = Samples.features(.english, "Today \(latin)")
    let right = Samples.features(.persian, arabic)
    let comparison = PairComparison(left, right)
    #expect(comparison.matches.contains { $0.kind == .skeleton || $0.kind == .place })
  }

  @Test(arguments: [
    ("17 November 2025", "۲۶ آبان ۱۴۰۴", StoryFeatures.Kind.date),
    ("WTDC-25 opens", "افتتاح WTDC-۲۵", .latin), ("14.5 tonnes", "۱۴٫۵ تن", .number),
    ("United Nations", "سازمان ملل متحد", .concept), ("Azerbaijani", "آذربایجان", .place),
  ])
  func `days, codes, numbers and ideas meet across languages`(
    english: String,
    persian: String,
    kind: StoryFeatures.Kind
  ) {
    let comparison = PairComparison(
      Samples.features(.english, english),
      Samples.features(.persian, persian)
    )
    #expect(comparison.matches.contains { $0.kind == kind })
  }
}

struct ConceptLexiconTests {
  @Test func `the lexicon holds some thousand ideas in three languages`() {
    #expect(ConceptLexicon.shared.count > 2000)
  }

  @Test func `capitals tell the country from the pronoun`() {
    let country = Samples.features(.english, "US senate")
    let pronoun = Samples.features(.english, "told us")
    let persian = Samples.features(.persian, "آمریکا")
    #expect(PairComparison(country, persian).matches.contains { $0.kind == .place })
    #expect(!PairComparison(pronoun, persian).matches.contains { $0.kind == .place })
  }
}

struct PairModelTests {
  @Test func `the shipped model has a base for every group and only known features`() {
    for group in PairGroup.allCases {
      #expect(PairModel.shared.groups[group.rawValue].base < 0)
    }
    let names = Set(
      PairFeature.allCases.map(\.name) + ["base", PairModel.missingParticularsName]
    )
    for line in pairModelText.split(separator: "\n")
    where line.contains("=") && !line.hasPrefix("#") {
      let name = line.split(separator: "=")[0].filter { $0 != " " }
      #expect(names.contains(name), "\(name)")
    }
  }

  @Test func `a pair has the same score whichever article comes first`() {
    let samples = StoryFeaturesTests.samples
    for left in samples {
      for right in samples {
        let score = PairModel.shared.score(PairComparison(left, right))
        #expect(score == PairModel.shared.score(PairComparison(right, left)))
      }
    }
  }
}
