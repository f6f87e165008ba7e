// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// Brings derived lines into a model file line by line: comments, order and a person's lines stay.
struct DerivedModelMerge {
  private let model: TopicModel
  private let base: DerivedLines
  private var draft = TopicDeriver.Draft(text: "")
  /// The lines of the file; `nil` once they are taken out.
  private var lines: [String?]
  /// What comes in behind a line, by its number from 0.
  private var insertions: [Int: [String]] = [:]
  private var newTopics: [String] = []
  /// Names of the lines that are derived now.
  private var derivedNames: Set<String> = []
  /// Runs of stems that phrases of any topic look for already.
  private let known: Set<[UInt64]>

  init(_ text: String, _ model: TopicModel) {
    self.model = model
    base = model.derivation
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    known = Set(
      model.groups.lazy.filter { $0.kind == .topic }.flatMap(\.phrases).map {
        TextProfile.stems(of: $0.text, language: $0.language)
      }
    )
  }

  // MARK: What is derived now

  mutating func take(_ group: PhraseGroup) {
    let derived = DerivedLine.lines(of: group)
    derivedNames.formUnion(derived.map(\.name))
    guard let old = model.groups.first(where: { $0.kind == .topic && $0.id == group.id }) else {
      return takeNewTopic(group, derived)
    }
    let present = DerivedModelMerge.present(old)
    var incoming: [String] = []
    for line in derived {
      if let (existing, number) = present[line.subject] {
        takePresent(line, existing, number)
      } else if base.content(of: line.name) == nil, !isLabelOfEdited(line, old) {
        incoming.append(line.written)
        draft.added.append(line.title)
        if line.isUncertain { draft.unsure.append(line.title) }
      }
    }
    if !incoming.isEmpty { insertions[lastLine(of: old), default: []] += incoming }
  }

  /// A topic that the file lacks: new, unless a person took it out or has all its phrases elsewhere.
  private mutating func takeNewTopic(_ group: PhraseGroup, _ derived: [DerivedLine]) {
    if derived.contains(where: { base.content(of: $0.name) != nil }) { return }
    let newCount = group.phrases.count {
      !known.contains(TextProfile.stems(of: $0.text, language: $0.language))
    }
    guard newCount >= 5, newCount * 2 >= group.phrases.count else { return }
    newTopics += ["", "[topic \(group.id)]"] + derived.map(\.written)
    draft.added += derived.map(\.title)
    draft.unsure += derived.filter(\.isUncertain).map(\.title)
  }

  private mutating func takePresent(_ line: DerivedLine, _ existing: DerivedLine, _ number: Int?) {
    let isUntouched = base.content(of: line.name) == existing.content
    draft.kept.append(line.title)
    if isUntouched {
      if let number { replace(existing, by: line, at: number) }
      if line.isUncertain { draft.unsure.append(line.title) }
    } else {
      draft.edited.append(line.title)
    }
  }

  private func isLabelOfEdited(_ line: DerivedLine, _ old: PhraseGroup) -> Bool {
    line.subject.hasPrefix("label-") && !old.labels.isEmpty
  }

  // MARK: What is derived no more

  mutating func dropLeftovers(_ groups: [PhraseGroup]) {
    for old in model.groups where old.kind == .topic {
      for (existing, number) in DerivedModelMerge.present(old).values
        .sorted(by: { $0.line.subject < $1.line.subject })
      where !derivedNames.contains(existing.name) {
        let isUntouched = base.content(of: existing.name) == existing.content
        // A topic without its label would be nameless: labels stay.
        guard isUntouched, let number else {
          draft.kept.append(existing.title)
          if !isUntouched { draft.edited.append(existing.title) }
          continue
        }
        replace(existing, by: nil, at: number)
        draft.dropped.append(existing.title)
      }
    }
  }

  // MARK: Lines

  /// The labels and phrases of a topic as derived lines, with the line of the file that holds each.
  private static func present(
    _ group: PhraseGroup
  ) -> [String: (line: DerivedLine, number: Int?)] {
    var present: [String: (line: DerivedLine, number: Int?)] = [:]
    let labels = PhraseGroup(kind: .topic, id: group.id, labels: group.labels)
    for line in DerivedLine.lines(of: labels) { present[line.subject] = (line, nil) }
    for phrase in group.phrases {
      let line = DerivedLine(phrase, in: group.id)
      present[line.subject] = (line, phrase.line - 1)
    }
    return present
  }

  /// Puts a new line in the place of an old one, or takes the old one's phrase out.
  private mutating func replace(_ old: DerivedLine, by new: DerivedLine?, at number: Int) {
    guard lines.indices.contains(number), let line = lines[number], new?.written != old.written
    else { return }
    let isAlone = !line.utf8.contains(UInt8(ascii: "|"))
    if isAlone {
      lines[number] = new?.written
      return
    }
    // A person put several phrases on one line: the others stay.
    let equals = line.firstIndex(of: "=") ?? line.startIndex
    let head = line[line.index(after: equals)...].split(separator: " ", maxSplits: 2)
    guard head.count == 3 else { return }
    let text = old.subject.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
    let rest = head[2].split(separator: "|").map { part in
      part.split(separator: " ").joined(separator: " ")
    }.filter { $0 != text }
    lines[number] =
      rest.isEmpty
      ? nil
      : line[...equals] + " \(head[0]) \(head[1]) " + rest.joined(separator: " | ")
    if let new { insertions[number, default: []].append(new.written) }
  }

  /// The last line, from 0, that says something of a topic.
  private func lastLine(of group: PhraseGroup) -> Int {
    let phrases = group.phrases.map { $0.line - 1 }.max()
    let header = lines.firstIndex {
      $0?.split(whereSeparator: { "[ ]".contains($0) }).map(String.init) == ["topic", group.id]
    }
    return max(phrases ?? 0, header ?? 0)
  }

  /// The file, without the old fingerprints and with the new ones at its end.
  func draft(fingerprints: String) -> TopicDeriver.Draft {
    var draft = draft
    var out: [String] = []
    var isDerivedSection = false
    for (number, line) in lines.enumerated() {
      if let line {
        let trimmed = line.drop { $0 == " " || $0 == "\t" }
        if trimmed.first == "[" { isDerivedSection = trimmed.hasPrefix("[derived") }
        if !isDerivedSection { out.append(line) }
      }
      out += insertions[number] ?? []
    }
    while out.last?.allSatisfy(\.isWhitespace) == true { out.removeLast() }
    draft.text = (out + newTopics).joined(separator: "\n") + "\n" + fingerprints
    return draft
  }
}
