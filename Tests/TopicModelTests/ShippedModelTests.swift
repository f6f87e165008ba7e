// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import RasadTestSupport
import TextAnalysis
import TextBasics
import Testing

@testable import TopicModel

/// The model beside the seeds, asked about texts that it was not made from.
struct ShippedModelTests {
  private static let folder = Fixture.repository + "/seeds/"

  private static let loaded = Result {
    let text = try String(contentsOfFile: folder + "topics.conf", encoding: .utf8)
    return try TopicModel(parsing: text, path: "topics.conf")
  }

  private static func model() throws -> TopicModel { try loaded.get() }

  private static func seeds() throws -> [String: String] {
    var seeds: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name.hasSuffix(".txt") {
      seeds[String(name.prefix(3))] = try String(contentsOfFile: folder + name, encoding: .utf8)
    }
    return seeds
  }

  @Test func `it has the sixteen topics, each with labels and phrases in three languages`() throws {
    let model = try ShippedModelTests.model()
    #expect(
      model.topics.map(\.id) == [
        "cybersecurity", "artificial-intelligence", "digital-infrastructure", "spectrum",
        "space-satellite", "data-transit", "e-government", "digital-health", "iot-5g",
        "digital-economy", "post-ecommerce", "capacity-building", "itu-multilateral",
        "tech-diplomacy", "events", "digital-inclusion",
      ]
    )
    #expect(model.warnings.isEmpty)
    for group in model.groups where group.kind == .topic {
      #expect(Set(group.labels.keys) == [.arabic, .persian, .english], "\(group.id)")
      #expect(Set(group.phrases.map(\.language)) == [.arabic, .persian, .english], "\(group.id)")
      #expect(group.phrases.contains { $0.origin == .seed }, "\(group.id)")
    }
  }

  @Test func `every span holds its phrase, word for word`() throws {
    let seeds = try ShippedModelTests.seeds().mapValues { Array($0.unicodeScalars) }
    var checked = 0
    for phrase in try ShippedModelTests.model().groups.flatMap(\.phrases) {
      for span in phrase.spans {
        let seed = try #require(seeds[span.document])
        let text = seed[span.scalars].reduce(into: "") { $0.unicodeScalars.append($1) }
        #expect(text == phrase.text)
        checked += 1
      }
    }
    #expect(checked > 80)
  }

  @Test func `every phrase of words finds itself`() throws {
    let model = try ShippedModelTests.model()
    for group in model.groups where group.kind == .topic {
      for phrase in group.phrases where phrase.weight > 0 {
        let text = phrase.text.filter { !"=+~".contains($0) }
        guard !text.contains("{") else { continue }
        let profile = TextProfile(title: "", body: text, language: phrase.language)
        let tag = model.explanations(for: profile, only: [group.id]).first
        #expect(tag != nil, "\(group.id): \(phrase.text)")
      }
    }
  }

  @Test(arguments: [
    ("بنك يعلن تعرض خوادمه لهجوم إلكتروني", "", "ar", ["cybersecurity"]),
    ("هکرها به سامانه فروش بلیت نفوذ کردند", "", "fa", ["cybersecurity"]),
    ("Attackers stole customer records from airline database", "", "en", ["cybersecurity"]),
    ("جامعة تطور روبوت محادثة باللهجات العربية", "", "ar", ["artificial-intelligence"]),
    ("پرتاب موفق ماهواره مخابراتی", "", "fa", ["space-satellite"]),
    ("Online shoppers wait longer for parcels", "", "en", ["post-ecommerce"]),
    ("إطلاق خدمة الجيل الخامس في المطار", "", "ar", ["iot-5g"]),
    ("ویزیت آنلاین برای بیماران قلبی", "", "fa", ["digital-health"]),
    (
      "Kazakhstan and Turkey sign memorandum on cybersecurity", "", "en",
      ["cybersecurity", "tech-diplomacy"]
    ),
    ("وزير الزراعة يبحث مع نظيره التركي تصدير الحمضيات", "", "ar", []),
    ("تیم فوتبال باکو در چمن مصنوعی پیروز شد", "", "fa", []),
    ("City adds parking space near the old bazaar", "", "en", []),
    ("ازدحام المواصلات العامة في العاصمة", "", "ar", []),
    ("قرار مجلس الأمن رقم 1701", "", "ar", []),
  ])
  func `it tags what it should and nothing else`(
    title: String,
    body: String,
    language: String,
    topics: [String]
  ) throws {
    let profile = TextProfile(title: title, body: body, language: Language(tag: language))
    let tags = try ShippedModelTests.model().tags(for: profile).filter(\.fires)
    #expect(tags.map(\.topic).sorted() == topics)
    for tag in tags { #expect(tag.score == tag.evidence.reduce(0) { $0 + $1.contribution }) }
  }

  @Test(arguments: [
    ("000", ["tech-diplomacy", "itu-multilateral", "events"]),
    ("001", ["tech-diplomacy", "itu-multilateral", "events"]),
    ("002", ["tech-diplomacy", "spectrum", "space-satellite", "data-transit"]),
    ("003", ["itu-multilateral", "digital-inclusion", "capacity-building"]),
    ("004", ["tech-diplomacy", "data-transit", "post-ecommerce", "digital-economy"]),
  ])
  func `each seed has its own topics`(seed: String, topics: [String]) throws {
    let text = try #require(try ShippedModelTests.seeds()[seed])
    let language: Language = ["001", "003"].contains(seed) ? .persian : .arabic
    let profile = TextProfile(title: "", body: text, language: language)
    let fired = try ShippedModelTests.model().tags(for: profile).filter(\.fires).map(\.topic)
    #expect(Set(topics).isSubset(of: fired), "\(fired)")
  }
}
