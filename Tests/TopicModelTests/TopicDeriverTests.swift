// SPDX-License-Identifier: Apache-2.0
import Articles
import StoryClustering
import TextAnalysis
import TextBasics
import Testing

@testable import TopicModel

struct TopicDeriverTests {
  private static let resources = DeriverResources(
    background: LanguageResources.background,
    lexicon: LanguageResources.lexicon
  )

  private static let draft = TopicDeriver.derive(
    FootballDocuments.all,
    existing: nil,
    resources: resources
  )

  private func isTagged(
    _ model: TopicModel,
    _ text: (language: String, title: String, body: String)
  ) -> Bool {
    let language = Language(tag: text.language)
    let profile = TextProfile(title: text.title, body: text.body, language: language)
    return model.tags(for: profile).contains(where: \.fires)
  }

  @Test func `five documents of another subject give a usable model`() throws {
    let model = try TopicModel(parsing: TopicDeriverTests.draft.text, path: "topics.conf")
    #expect(model.warnings.isEmpty)
    let missed = FootballDocuments.onTopic.filter { !isTagged(model, $0) }
    #expect(missed.count <= 2, "\(missed.map(\.title))")
    let wrong = FootballDocuments.offTopic.filter { isTagged(model, $0) }
    #expect(wrong.count <= 1, "\(wrong.map(\.title))")
  }

  /// The reports of a subject, and texts that are about it and are not.
  struct Subject: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let documents: [TopicDeriver.Document]
    let onTopic: [(language: String, title: String, body: String)]
    let offTopic: [(language: String, title: String, body: String)]
  }

  static let otherSubjects = [
    Subject(
      testDescription: "drought",
      documents: DroughtDocuments.all,
      onTopic: DroughtDocuments.onTopic,
      offTopic: DroughtDocuments.offTopic
    ),
    Subject(
      testDescription: "space flight, beside texts that share words with it",
      documents: SpaceDocuments.all,
      onTopic: SpaceDocuments.onTopic,
      offTopic: SpaceDocuments.offTopic
    ),
  ]

  @Test(arguments: otherSubjects)
  func `five documents of other subjects give usable models too`(subject: Subject) throws {
    let draft = TopicDeriver.derive(
      subject.documents,
      existing: nil,
      resources: TopicDeriverTests.resources
    )
    let model = try TopicModel(parsing: draft.text, path: "topics.conf")
    let missed = subject.onTopic.filter { !isTagged(model, $0) }
    #expect(missed.count <= 2, "\(missed.map(\.title))")
    let wrong = subject.offTopic.filter { isTagged(model, $0) }
    #expect(wrong.count <= 1, "\(wrong.map(\.title))")
  }

  @Test func `a word of one letter and a place in two documents do not make a topic`() throws {
    let draft = TopicDeriver.derive(
      SpaceDocuments.all,
      existing: nil,
      resources: TopicDeriverTests.resources
    )
    let model = try TopicModel(parsing: draft.text, path: "topics.conf")
    let phrases = model.groups.flatMap(\.phrases)
    #expect(phrases.allSatisfy { $0.text.unicodeScalars.count > 1 })
    #expect(!isTagged(model, ("en", "India and Iran", "Talks in Texas and Moscow, a report says.")))
  }

  @Test func `a language that no document has gains phrases and labels from the lexicon`() throws {
    let model = try TopicModel(parsing: TopicDeriverTests.draft.text, path: "topics.conf")
    let group = try #require(model.groups.first)
    #expect(group.labels[.english] == group.id)
    #expect(Set(group.labels.keys) == [.arabic, .persian, .english])
    let english = group.phrases.filter { $0.language == .english }
    #expect(english.count > 15)
    #expect(english.allSatisfy { $0.origin == .translation })
    for word in ["football", "goal", "referee"] { #expect(english.contains { $0.text == word }) }
  }

  @Test func `every span holds its phrase`() throws {
    let model = try TopicModel(parsing: TopicDeriverTests.draft.text, path: "topics.conf")
    #expect(model.spanCount > 60)
    for phrase in model.groups.flatMap(\.phrases) where phrase.origin == .seed {
      #expect(!phrase.spans.isEmpty)
      for span in phrase.spans {
        let document = try #require(
          FootballDocuments.all.first { $0.name.hasPrefix(span.document + "_") }
        )
        let scalars = Array(document.text.unicodeScalars)[span.scalars]
        #expect(scalars.elementsEqual(phrase.text.unicodeScalars))
      }
    }
  }

  @Test func `the order of the documents does not matter`() {
    let other = TopicDeriver.derive(
      FootballDocuments.all.reversed(),
      existing: nil,
      resources: TopicDeriverTests.resources
    )
    #expect(other == TopicDeriverTests.draft)
  }

  @Test func `deriving again into its own draft changes nothing`() {
    let again = TopicDeriver.derive(
      FootballDocuments.all,
      existing: TopicDeriverTests.draft.text,
      resources: TopicDeriverTests.resources
    )
    #expect(again.text == TopicDeriverTests.draft.text)
    #expect(again.added.isEmpty && again.dropped.isEmpty && again.edited.isEmpty)
  }

  @Test func `what a person changed, added or took out stays so`() throws {
    var lines = TopicDeriverTests.draft.text.split(
      separator: "\n",
      omittingEmptySubsequences: false
    ).map(String.init)
    let coach = try #require(lines.firstIndex { $0.hasSuffix(" coach") })
    lines[coach] = "en = 250 X coach"
    let referee = try #require(lines.firstIndex { $0.hasSuffix(" referee") })
    lines.remove(at: referee)
    let header = try #require(lines.firstIndex { $0.hasPrefix("[topic ") })
    lines.insert("# my own words", at: header + 1)
    lines.insert("en = 1000 X Offside Trap", at: header + 2)
    let label = try #require(lines.firstIndex { $0.hasPrefix("label-en = ") })
    let id = lines[label].dropFirst(11)
    lines[label] = "label-en = The beautiful game"
    let mine = lines.joined(separator: "\n")

    // One document less: what only that one held goes.
    let draft = TopicDeriver.derive(
      Array(FootballDocuments.all.dropLast()),
      existing: mine,
      resources: TopicDeriverTests.resources
    )
    let model = try TopicModel(parsing: draft.text, path: "topics.conf")
    let group = try #require(model.groups.first)
    #expect(group.labels[.english] == "The beautiful game")
    #expect(group.phrases.first { $0.text == "coach" }?.weight == 250)
    #expect(!group.phrases.contains { $0.text == "referee" })
    #expect(group.phrases.contains { $0.text == "Offside Trap" })
    #expect(draft.text.contains("# my own words\n"))
    #expect(draft.edited.contains("\(id): en Offside Trap"))
    #expect(draft.edited.contains("\(id): en coach"))
    #expect(draft.dropped.contains("\(id): fa مصدومیت"))
    #expect(!draft.text.contains(" مصدومیت"))

    // And the document comes back.
    let back = TopicDeriver.derive(
      FootballDocuments.all,
      existing: draft.text,
      resources: TopicDeriverTests.resources
    )
    #expect(back.added.contains("\(id): fa مصدومیت"))
    #expect(!back.text.contains(" referee\n"))
    #expect(back.text.contains("en = 250 X coach\n"))
  }

  @Test func `a topic that a person renamed keeps its name`() throws {
    let model = try TopicModel(parsing: TopicDeriverTests.draft.text, path: "topics.conf")
    let id = try #require(model.topics.first?.id)
    let renamed = TopicDeriverTests.draft.text.replacing("[topic \(id)]", with: "[topic ball]")
    let draft = TopicDeriver.derive(
      FootballDocuments.all,
      existing: renamed,
      resources: TopicDeriverTests.resources
    )
    let ids = try TopicModel(parsing: draft.text, path: "topics.conf").topics.map(\.id)
    #expect(ids.contains("ball"))
    #expect(!ids.contains(id))
  }

  @Test func `a hand-made model gets drafts only of what it does not tag`() throws {
    let mine = """
      [model]
      date = 2026-01-01
      [topic my-football]
      ar = 1000 X كرة القدم
      fa = 1000 X فوتبال

      """
    let same = TopicDeriver.derive(
      FootballDocuments.all,
      existing: mine,
      resources: TopicDeriverTests.resources
    )
    #expect(same.text == mine)
    #expect(same.added.isEmpty)

    let economy = TopicDeriver.Document(
      name: "e.txt",
      text: """
        قیمت نفت بالا رفت
        قیمت نفت در بازار جهانی بالا رفت. تولید نفت اوپک کم شد و نفت‌کش‌ها در بندر ماندند.
        کارشناسان بازار نفت گفتند قیمت هر بشکه نفت باز هم بالا می‌رود.
        """
    )
    let draft = TopicDeriver.derive(
      FootballDocuments.all + [economy],
      existing: mine,
      resources: TopicDeriverTests.resources
    )
    let model = try TopicModel(parsing: draft.text, path: "topics.conf")
    #expect(draft.text.hasPrefix(mine.dropLast()))
    #expect(model.topics.map(\.id).starts(with: ["my-football", "oil"]))
    #expect(!draft.text.contains("مهاجم"))
  }

  @Test func `a file with errors stays as it is and says why`() {
    let draft = TopicDeriver.derive(FootballDocuments.all, existing: "[topic", resources: .none)
    #expect(draft.text == "[topic")
    #expect(!draft.faults.isEmpty)
  }

  @Test(arguments: [[], [""], ["\u{0}\u{1}\u{2}"], ["word"], ["کلمه"], ["один два"]])
  func `documents that say nothing give a file without surprises`(texts: [String]) throws {
    let documents = texts.enumerated().map {
      TopicDeriver.Document(name: "\($0.offset).txt", text: $0.element)
    }
    let draft = TopicDeriver.derive(
      documents,
      existing: nil,
      resources: TopicDeriverTests.resources
    )
    let model = try TopicModel(parsing: draft.text, path: "topics.conf")
    #expect(model.topics.count <= 1)
  }
}
