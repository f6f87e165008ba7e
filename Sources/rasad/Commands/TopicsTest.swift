// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ArticleStore
import Articles
import DigestWriter
import Foundation
import Pipeline
import TextAnalysis
import TextBasics
import TopicModel

extension TopicsCommand {
  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How well the model does on labelled articles, or what another example changes.",
      discussion: """
        LABELLED.jsonl has one article a line: id, lang, title, summary, labels. With --with NEW.txt
        the model is derived again with that example, and the stored articles of the last days show
        what would have been tagged otherwise; nothing is written.
        """
    )
    @Argument(help: "Labelled articles, JSON lines.") var labelled: String?
    @Option(help: "Write {\"id\", \"labels\"} lines to this file.") var predictions: String?
    @Option(help: "Write what spoke for each topic to this file: id, topic, weight, phrase.")
    var evidence: String?
    @Option(help: "Exit 1 when micro-F1 is below this, 0 to 1.") var min: Double?
    @Option(help: "An example document to try out.") var with: String?
    @Option(help: "Days of the store that --with looks at.") var days = 30
    @Flag(help: "List the articles near the line.") var borderline = false
    @OptionGroup var seeds: Seeds
    @OptionGroup var options: Options

    func run() async throws {
      if let with { return try compare(with) }
      guard let labelled else {
        throw CommandFailure(.usage, "topics test needs labelled articles or --with NEW.txt")
      }
      let items = try LabelledLines.read(labelled).map { line in
        TopicEvaluation.Item(
          id: line.id,
          language: Language(tag: line.lang),
          title: line.title,
          summary: line.summary,
          labels: line.labels
        )
      }
      let evaluation = TopicEvaluation(items, model: try seeds.model(options).model)
      if let predictions {
        let text = evaluation.predictions.map { $0.line + "\n" }.joined()
        _ = try AtomicFile.write(Array(text.utf8), to: predictions)
      }
      if let evidence {
        let text = evaluation.predictions.map(\.evidenceLines).joined()
        _ = try AtomicFile.write(Array(text.utf8), to: evidence)
      }
      print(evaluation)
      if let min, evaluation.total.f1 < min { Output.finish(status: .no) }
    }

    private func print(_ evaluation: TopicEvaluation) {
      guard evaluation.labelledCount > 0 else {
        return Output.line("\(evaluation.predictions.count) articles, none labelled")
      }
      Output.line("\(Terminal.pad("topic", 26)) P     R     F1    items")
      for (topic, counts) in evaluation.topics { Output.line(row(topic, counts)) }
      Output.line(row("all topics (micro)", evaluation.total))
      Output.line(row("off topic", evaluation.offTopic))
      for (language, counts) in evaluation.languages {
        Output.line(row("language \(language)", counts))
      }
      Output.line("macro-F1 \(hundredths(evaluation.macroF1))")
      for confusion in evaluation.confusions.prefix(10) {
        let wanted = confusion.wanted ?? "no topic"
        Output.line("\(wanted) taken for \(confusion.got ?? "no topic"): \(confusion.items.count)")
      }
      Output.line("near the line (900–1100): \(evaluation.borderline.count)")
      guard borderline else { return }
      for (id, tags) in evaluation.borderline {
        let near = tags.map { "\($0.topic) \($0.score)" }.joined(separator: ", ")
        Output.line("  \(Terminal.clean(id))  \(near)")
      }
    }

    private func row(_ name: String, _ counts: TopicEvaluation.Counts) -> String {
      let items = counts.truePositives + counts.falseNegatives
      let figures = [counts.precision, counts.recall, counts.f1].map(hundredths)
      return "\(Terminal.pad(name, 26)) \(figures.joined(separator: "  "))  \(items)"
    }

    private func hundredths(_ share: Double) -> String {
      let value = Int((share * 100).rounded())
      return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
    }

    /// What another example would have changed among the stored articles.
    private func compare(_ document: String) throws {
      let workspace = try Workspace.open(options.places)
      let source = try seeds.model(options)
      let existing = try source.path.map { try Files.text($0) }
      let documents =
        try SeedLibrary.documents(in: seeds.seeds ?? workspace.seeds)
        + [SeedLibrary.document(at: document)]
      let draft = ModelSource.draft(from: documents, existing: existing)
      let changed = try TopicModel(parsing: draft.text, path: "the new draft")
      let since = try options.clock() - days * 86_400
      let articles = try workspace.store(.readOnly).articles(since: since, limit: 100_000)
      var (gained, lost) = (0, 0)
      for stored in articles {
        let before = topics(of: stored.article, source.model)
        let after = topics(of: stored.article, changed)
        guard before != after else { continue }
        gained += before.isEmpty ? 1 : 0
        lost += after.isEmpty ? 1 : 0
        let words =
          after.subtracting(before).sorted().map { "+\($0)" }
          + before.subtracting(after).sorted().map { "-\($0)" }
        let title = options.terminal.show(stored.article.title)
        Output.line("\(words.joined(separator: " "))  \(title)")
      }
      Output.line(
        "would change with \(document) added: +\(gained) −\(lost) of \(articles.count) articles"
      )
    }

    private func topics(of article: Article, _ model: TopicModel) -> Set<Topic.ID> {
      let profile = TextProfile(
        title: article.title,
        body: article.text,
        language: article.language
      )
      return Set(model.tags(for: profile).filter(\.fires).map(\.topic))
    }
  }
}
