// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import Articles
import Pipeline
import TextAnalysis
import TextBasics
import TopicModel

struct TopicsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract: "The model that the examples give, and why it tags what it tags.",
    subcommands: [List.self, Show.self, Explain.self, Derive.self, Test.self],
    defaultSubcommand: List.self
  )

  /// The folder of the examples; every topics command takes it.
  struct Seeds: ParsableArguments {
    @Option(
      help: "The folder with the examples and topics.conf (default: [rasad] seeds, else seeds)."
    )
    var seeds: String?

    func model(_ options: Options) throws -> ModelSource {
      if let seeds { return try ModelSource.load(seeds: seeds) }
      return try Workspace.open(options.places).model()
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the topics of the model.")
    @OptionGroup var seeds: Seeds
    @OptionGroup var options: Options

    static func phrases(of topic: Topic.ID, in model: TopicModel) -> [TopicPhrase] {
      model.groups.filter { $0.kind == .topic && $0.id == topic }.flatMap(\.phrases)
    }

    func run() async throws {
      let model = try seeds.model(options).model
      for topic in model.topics {
        let phrases = Self.phrases(of: topic.id, in: model)
        if options.json {
          Output.line(
            JSONText.object([
              .init("v", 1), .init("topic", .string(topic.id)),
              .init(
                "labels",
                .object(
                  topic.labels.sorted { $0.key < $1.key }.map {
                    .init($0.key.code, .string($0.value))
                  }
                )
              ),
              .init("phrases", .int(phrases.count)),
            ]).text
          )
        } else {
          Output.line(
            "\(Terminal.pad(topic.id, 24)) \(Terminal.pad("\(phrases.count) phrases", 12)) "
              + options.terminal.show(
                topic.labels.sorted { $0.key < $1.key }.map(\.value).joined(separator: " · ")
              )
          )
        }
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a topic's phrases, their weights and where they come from."
    )
    @Argument(help: "The topic's id.") var topic: String
    @OptionGroup var seeds: Seeds
    @OptionGroup var options: Options

    func run() async throws {
      let model = try seeds.model(options).model
      guard let found = model.topics.first(where: { $0.id == topic }) else {
        let near = Spelling.suggestion(for: topic, among: model.topics.map(\.id))
        throw CommandFailure(
          .noInput,
          "no topic '\(topic)'"
            + (near.map { "; did you mean '\($0)'?" } ?? "; rasad topics lists them")
        )
      }
      let phrases = List.phrases(of: topic, in: model)
      if options.json {
        return Output.line(
          JSONText.object([
            .init("v", 1), .init("topic", .string(topic)),
            .init(
              "phrases",
              .array(
                phrases.map { phrase in
                  .object([
                    .init("text", .string(phrase.text)),
                    .init("language", .string(phrase.language.code)),
                    .init("weight", .int(phrase.weight)),
                    .init("origin", .string(phrase.provenance)),
                  ])
                }
              )
            ),
          ]).text
        )
      }
      Output.line(options.terminal.bold(found.label(in: .english)))
      for phrase in phrases {
        Output.line(
          "\(phrase.language)  \(Terminal.pad(String(phrase.weight), 6)) "
            + "\(Terminal.pad(phrase.provenance, 32))  \(options.terminal.show(phrase.text))"
        )
      }
    }
  }

  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Why an article has the topics it has: every reason, summing to the score.",
      discussion: "ITEM is an address, FEED/KEY of a stored article, or a text file."
    )
    @Argument(help: "An address, FEED/KEY, or a file.") var item: String
    @OptionGroup var seeds: Seeds
    @OptionGroup var options: Options

    func run() async throws {
      let source = try seeds.model(options)
      let article = try ArticleLookup(options: options).find(item, model: source.model)
      let profile = TextProfile(
        title: article.title,
        body: article.text,
        language: article.language
      )
      let tags = source.model.explanations(for: profile)
      let printer = StoryPrinter(options: options, topics: source.model.topics)
      if options.json {
        return Output.line(
          JSONText.object([
            .init("v", 1), .init("title", .string(article.title)),
            .init("language", .string(article.language.code)),
            .init("topics", .array(tags.map(printer.json))),
          ]).text
        )
      }
      Output.line(options.terminal.bold(options.terminal.show(article.title)))
      if tags.isEmpty { Output.line("no phrase of the model stands in it") }
      for tag in tags {
        printer.printTag(tag, why: true)
        Output.line("      sum checks: \(tag.evidence.reduce(0) { $0 + $1.contribution })")
      }
    }
  }
}
