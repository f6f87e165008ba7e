// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// Stories as a person or a program reads them.
struct StoryPrinter {
  let options: Options
  let topics: [Topic]

  private var terminal: Terminal { options.terminal }
  private var dates: DateStyle { DateStyle(calendar: options.calendar) }

  /// Two lines: what happened and what it is about; then why.
  func printBrief(_ story: DigestStory, number: Int) {
    let count = story.sources.count
    let languages = languageCodes(story)
    let tags = story.tags.prefix(3).map { "\($0.topic) \($0.score)" }.joined(separator: " · ")
    let more = story.tags.count > 3 ? " · +\(story.tags.count - 3)" : ""
    let head =
      "\(Terminal.pad(String(number), 3)) \(count) source\(count == 1 ? " " : "s") "
      + "\(Terminal.pad(languages, 6)) \(dates.day(story.published, language: .unknown))  "
    Output.line(
      head + (story.tags.isEmpty ? "no topic" : tags + more) + "  "
        + terminal.show(Terminal.cut(Terminal.clean(story.title), to: 100))
    )
    Output.line("    why  " + why(story))
  }

  private func languageCodes(_ story: DigestStory) -> String {
    var codes: [String] = []
    for source in story.sources where !codes.contains(source.language.code) {
      codes.append(source.language.code)
    }
    return codes.joined(separator: " ")
  }

  /// The strongest evidence for one story of several articles, else for its first topic.
  private func why(_ story: DigestStory) -> String {
    let joined = story.sources.filter { $0.decision.relation != .first }
    if let best = joined.max(by: { $0.decision.score < $1.decision.score }) {
      let evidence = best.decision.evidence.filter { $0.contribution > 0 && !$0.found.isEmpty }
      return "one story: " + evidence.prefix(5).map(pair).joined(separator: " · ")
    }
    guard let tag = story.tags.first else { return "no phrase of the model stands in it" }
    let evidence = tag.evidence.filter { $0.contribution > 0 }
    return "\(tag.topic): " + evidence.prefix(4).map(pair).joined(separator: " · ")
  }

  private func pair(_ evidence: Evidence) -> String {
    let found = terminal.show(evidence.found)
    guard !evidence.partner.isEmpty, evidence.partner != evidence.found else {
      return "\(found) \(signed(evidence.contribution))"
    }
    return "\(found) = \(terminal.show(evidence.partner)) \(signed(evidence.contribution))"
  }

  private func signed(_ number: Int) -> String { number < 0 ? "−\(-number)" : "+\(number)" }

  /// Everything about one story; with `why`, each decision with all its reasons.
  func printFull(_ story: DigestStory, why: Bool) {
    Output.line(terminal.bold(terminal.show(story.title)))
    Output.line("story      \(story.id)")
    Output.line(
      "published  \(dates.minute(story.published))   updated  \(dates.minute(story.updated)) UTC"
    )
    if !story.lead.isEmpty {
      Output.line(terminal.show(Terminal.cut(Terminal.clean(story.lead), to: 400)))
    }
    Output.line("")
    for source in story.sources {
      Output.line(
        "\(source.language)  \(dates.minute(source.published, language: source.language))  "
          + "\(terminal.show(source.outlet)): \(terminal.show(source.title))"
      )
      if let url = source.url { Output.line("    \(Terminal.clean(url))") }
      if why { printDecision(source.decision) }
    }
    Output.line("")
    if story.tags.isEmpty { Output.line("no topic") }
    for tag in story.tags { printTag(tag, why: why) }
  }

  private func printDecision(_ decision: StoryDecision) {
    guard decision.relation != .first else {
      return Output.line("    first of its story")
    }
    let partner = decision.partner.map {
      " as \(Terminal.clean($0.feed))/\(Terminal.clean($0.key))"
    }
    Output.line("    \(decision.relation.rawValue)\(partner ?? "")  score \(decision.score)")
    for evidence in decision.evidence { printEvidence(evidence) }
  }

  /// One topic: its score against the threshold, then its evidence.
  func printTag(_ tag: TopicTag, why: Bool) {
    let verdict =
      tag.fires
      ? "≥ \(TopicTag.threshold)  → tagged" : "< \(TopicTag.threshold)  → not tagged"
    let edge = TopicTag.borderline.contains(tag.score) ? " (borderline)" : ""
    Output.line("\(tag.topic)  \(tag.score) \(verdict)\(edge)")
    if why { tag.evidence.forEach(printEvidence) }
  }

  private func printEvidence(_ evidence: Evidence) {
    let sign = Terminal.pad(signed(evidence.contribution), 7)
    var line =
      "      \(sign) \(Terminal.pad(evidence.kind.rawValue, 8)) \(terminal.show(evidence.found))"
    if !evidence.partner.isEmpty { line += " = \(terminal.show(evidence.partner))" }
    if !evidence.note.isEmpty { line += "   \(terminal.dim(Terminal.clean(evidence.note)))" }
    Output.line(line)
  }

  // MARK: JSON

  func json(_ story: DigestStory, number: Int) -> JSONText {
    .object([
      .init("v", 1), .init("number", .int(number)), .init("id", .string(story.id.text)),
      .init("title", .string(story.title)), .init("language", .string(story.language.code)),
      .init("published", .instant(story.published)), .init("updated", .instant(story.updated)),
      .init("lead", .string(story.lead)),
      .init("sources", .array(story.sources.map(json))),
      .init("topics", .array(story.tags.map(json))),
    ])
  }

  private func json(_ source: DigestStory.Source) -> JSONText {
    .object([
      .init("feed", .string(source.article.feed)), .init("key", .string(source.article.key)),
      .init("outlet", .string(source.outlet)), .init("title", .string(source.title)),
      .init("language", .string(source.language.code)), .init("url", .optional(source.url)),
      .init("published", .instant(source.published)),
      .init("relation", .string(source.decision.relation.rawValue)),
      .init("score", .int(source.decision.score)),
      .init("evidence", .array(source.decision.evidence.map(json))),
    ])
  }

  func json(_ tag: TopicTag) -> JSONText {
    let label = topics.first { $0.id == tag.topic }?.label(in: .english) ?? tag.topic
    return .object([
      .init("topic", .string(tag.topic)), .init("label", .string(label)),
      .init("score", .int(tag.score)), .init("fires", .bool(tag.fires)),
      .init("evidence", .array(tag.evidence.map(json))),
    ])
  }

  private func json(_ evidence: Evidence) -> JSONText {
    .object([
      .init("kind", .string(evidence.kind.rawValue)),
      .init("contribution", .int(evidence.contribution)), .init("found", .string(evidence.found)),
      .init("partner", .string(evidence.partner)), .init("note", .string(evidence.note)),
    ])
  }
}
