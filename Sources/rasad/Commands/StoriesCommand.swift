// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import Articles
import Pipeline
import TextBasics

struct StoriesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stories",
    abstract: "What happened, grouped, and why it is grouped so.",
    subcommands: [List.self, Show.self],
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
      let model = try workspace.model().model
      assembler = DigestAssembler(
        store: store, model: model, configuration: workspace.configuration,
        now: try options.clock(), settles: false)
      printer = StoryPrinter(options: options, topics: model.topics)
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
      abstract: "Show one story: its sources, and with --why each reason.")
    @Argument(help: "A number of the list, or the beginning of a story's id.") var story: String
    @Flag(help: "Show every reason for every decision.") var why = false
    @OptionGroup var options: Options

    func run() async throws {
      let source = try Source(options)
      let stored = try find(source.store)
      let story = source.assembler.story(stored)
      if options.json {
        Output.line(source.printer.json(story, number: Int(self.story) ?? 0).text)
      } else {
        source.printer.printFull(story, why: why)
      }
    }

    private func find(_ store: ArticleStore) throws -> StoredStory {
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
          : "\(matching.count) stories begin with '\(story)'; give more of the id")
    }
  }
}
