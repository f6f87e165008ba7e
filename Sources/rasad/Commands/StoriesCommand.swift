// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import Articles
import DigestWriter
import Pipeline
import StoryClustering
import TextBasics
import TopicModel

struct StoriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "What happened, grouped, and why it is grouped so.",
    subcommands: [List.self, Show.self, Merge.self, Split.self, Test.self],
    defaultSubcommand: List.self
  )

  /// The stories of the digest in its order, from a store that is only read.
  struct Source {
    let store: ArticleStore
    let assembler: DigestAssembler
    let printer: StoryPrinter

    init(_ options: Options) throws {
      let workspace = try Workspace.open(options.places)
      store = try workspace.store(.readOnly)
      let model = try workspace.model()
      assembler = DigestAssembler(
        store: store,
        model: model,
        configuration: workspace.configuration,
        now: try options.clock(),
        settles: false
      )
      printer = StoryPrinter(options: options, topics: model.model.topics)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the newest stories.")
    @Option(name: .shortAndLong, help: "At most so many.") var limit = 50
    @Option(help: "Only stories with this topic.") var topic: String?
    @OptionGroup var options: Options

    func run() async throws {
      let source = try Source(options)
      let stories = try source.store.stories(StoryFilter(topic: topic, limit: limit))
      for (place, stored) in stories.enumerated() {
        let story = source.assembler.story(stored)
        if options.json {
          Output.line(source.printer.json(story, number: place + 1).text)
        } else {
          source.printer.printBrief(story, number: place + 1)
        }
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one story: its sources, and with --why each reason."
    )
    @Argument(help: "A number of the list, or the beginning of a story's id.") var story: String
    @Flag(help: "Show every reason for every decision.") var why = false
    @OptionGroup var options: Options

    func run() async throws {
      let source = try Source(options)
      let stored = try Self.find(story, source.store)
      let story = source.assembler.story(stored)
      if options.json {
        Output.line(source.printer.json(story, number: Int(self.story) ?? 0).text)
      } else {
        source.printer.printFull(story, why: why)
      }
    }

    static func find(_ story: String, _ store: ArticleStore) throws -> StoredStory {
      if let number = Int(story), (1...100_000).contains(number) {
        let stories = try store.stories(StoryFilter(limit: number))
        if stories.count >= number { return stories[number - 1] }
      }
      if let found = try store.story(try store.current(Story.ID(text: story))) { return found }
      let recent = try store.stories(StoryFilter(limit: 1000))
      let matching = recent.filter { $0.id.text.hasPrefix(story) }
      if matching.count == 1 { return matching[0] }
      throw CommandFailure(
        .noInput,
        matching.isEmpty
          ? "no story '\(Terminal.clean(story))'; rasad stories lists them"
          : "\(matching.count) stories begin with '\(story)'; give more of the id"
      )
    }
  }

  struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put two stories together; later runs respect it."
    )
    @Argument(help: "The story that stays, or a number of the list.") var first: String
    @Argument(help: "The story that goes into it.") var second: String
    @OptionGroup var options: Options

    func run() async throws {
      try Correction(options).perform { store, now in
        let (one, two) = (try Show.find(first, store), try Show.find(second, store))
        let kept = try store.merge(one.id, two.id, now: now)
        return "story \(kept) now has \(one.members.count + two.members.count) sources"
      }
    }
  }

  struct Split: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take articles out of a story; later runs respect it."
    )
    @Argument(help: "The story, or a number of the list.") var story: String
    @Argument(help: "Its articles that go, as FEED/KEY or by their place in it.")
    var articles: [String]
    @OptionGroup var options: Options

    func run() async throws {
      try Correction(options).perform { store, now in
        let stored = try Show.find(story, store)
        let gone = try articles.map { try article($0, in: stored) }
        let made = try store.split(stored.id, articles: gone, now: now)
        return "\(gone.count) articles are story \(made) now"
      }
    }

    private func article(_ name: String, in story: StoredStory) throws -> Article.ID {
      if let place = Int(name), story.members.indices.contains(place - 1) {
        return story.members[place - 1].article.id
      }
      if let found = story.members.first(where: {
        "\($0.article.id.feed)/\($0.article.id.key)" == name
      }) {
        return found.article.id
      }
      throw CommandFailure(
        .noInput,
        "story \(story.id) has no article \(Terminal.clean(name)); rasad stories show lists them"
      )
    }
  }

  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Group labelled articles and write what came out, for scoring."
    )
    @Argument(help: "JSON lines with id, lang, title, summary, published.") var labelled: String
    @Option(help: "Write {\"id\", \"story\"} lines to this file.") var predictions: String?
    @Option(help: "Write the features of all pairs worth a look to this file, for training.")
    var pairs: String?
    @OptionGroup var options: Options

    func run() async throws {
      let items = try LabelledLines.read(labelled).map { line in
        StoryEvaluation.Item(
          id: line.id,
          language: Language(tag: line.lang),
          title: line.title,
          text: line.summary,
          published: line.published.flatMap(Timestamp.seconds) ?? 0
        )
      }
      if let pairs {
        _ = try AtomicFile.write(Array(StoryEvaluation.pairTable(items).utf8), to: pairs)
      }
      let answers = StoryEvaluation.predictions(items)
      let lines = answers.map { answer in
        JSONText.object([
          .init("id", .string(answer.id)), .init("story", .string(answer.story.text)),
        ]).text
      }
      if let predictions {
        let text = lines.map { $0 + "\n" }.joined()
        _ = try AtomicFile.write(Array(text.utf8), to: predictions)
        if !options.quiet {
          Output.talk("\(items.count) articles, \(Set(answers.map(\.story)).count) stories")
        }
      } else {
        lines.forEach(Output.line)
      }
    }
  }
}

/// A change by the user: under the writers' lock, followed by a new digest.
private struct Correction {
  let options: Options
  init(_ options: Options) { self.options = options }

  func perform(_ change: (ArticleStore, Int) throws -> String) throws {
    let workspace = try Workspace.open(options.places)
    let now = try options.clock()
    let lock = try RunLock.acquire(
      path: workspace.places.lock,
      store: workspace.places.database
    )
    let store = try workspace.store(.readWrite, verify: lock.endedUncleanly)
    let words = try change(store, now)
    let assembler = DigestAssembler(
      store: store,
      model: try workspace.model(),
      configuration: workspace.configuration,
      now: now,
      settles: true
    )
    let publisher = Publisher(
      directory: workspace.places.publicDirectory(workspace.configuration)
    )
    _ = try publisher.publish(try assembler.digest(archived: publisher.archivedMonths))
    try store.close()
    lock.release()
    if !options.quiet { Output.talk(words) }
  }
}
