// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// Writes derived topics as a model file: a new one, or into one that a person may have edited.
enum DerivedModelFile {
  private static let preamble = """
    # topics.conf: drafted from the documents in this folder; yours to edit.
    #
    # LANGUAGE = WEIGHT ORIGIN PHRASE
    # A topic fires when its phrases, each counted once (1.3 times in the title), sum to 1000.
    # ORIGIN: S@document:start-end verbatim in a document, T translation, X added by hand;
    # a ? asks you to look. What you change, add or take out stays so at the next `topics derive`.
    """

  /// A file of its own.
  static func fresh(_ groups: [PhraseGroup], date: Int) -> TopicDeriver.Draft {
    var draft = TopicDeriver.Draft(text: "")
    var text = preamble + "\n\n[model]\ndate = \(day(date))\n"
    for group in groups {
      text += "\n[topic \(group.id)]\n"
      for line in DerivedLine.lines(of: group) {
        text += line.written + "\n"
        draft.added.append(line.title)
        if line.isUncertain { draft.unsure.append(line.title) }
      }
    }
    draft.text = text + fingerprints(of: groups)
    return draft
  }

  /// Three ways: what was derived last time, what the file holds now, what is derived now.
  static func merged(
    _ groups: [PhraseGroup],
    into text: String,
    _ model: TopicModel
  ) -> TopicDeriver.Draft {
    let groups = renamed(groups, after: model)
    var merge = DerivedModelMerge(text, model)
    for group in groups { merge.take(group) }
    merge.dropLeftovers(groups)
    return merge.draft(fingerprints: fingerprints(of: groups))
  }

  /// Topics of which the deriver wrote no line, and which are no renamed draft.
  static func ownTopics(of model: TopicModel, besides groups: [PhraseGroup]) -> Set<String> {
    let drafts = Set(renamed(groups, after: model).map(\.id))
    let own = model.groups.filter { group in
      group.kind == .topic && !drafts.contains(group.id)
        && !DerivedLine.lines(of: group).contains { model.derivation.content(of: $0.name) != nil }
    }
    return Set(own.map(\.id))
  }

  /// Gives a derived topic the id that a person gave to most of its phrases.
  private static func renamed(_ groups: [PhraseGroup], after model: TopicModel) -> [PhraseGroup] {
    let existing = model.groups.filter { $0.kind == .topic }
    var free = existing.filter { old in !groups.contains { $0.id == old.id } }
    return groups.map { group in
      if existing.contains(where: { $0.id == group.id }) { return group }
      let phrases = Set(group.phrases.map { DerivedLine.wording($0) })
      let shared = free.map { old in
        old.phrases.count { phrases.contains(DerivedLine.wording($0)) }
      }
      guard let most = shared.max(), most * 2 >= phrases.count, most > 0,
        let place = shared.firstIndex(of: most)
      else { return group }
      let old = free.remove(at: place)
      return PhraseGroup(kind: .topic, id: old.id, labels: group.labels, phrases: group.phrases)
    }
  }

  private static func fingerprints(of groups: [PhraseGroup]) -> String {
    let all = groups.flatMap { DerivedLine.lines(of: $0) }.map(\.fingerprint).sorted()
    if all.isEmpty { return "" }
    var text = "\n[derived]\n# What the last derive wrote; it tells your changes by it.\n"
    for start in stride(from: 0, to: all.count, by: 5) {
      text += "lines = " + all[start..<min(start + 5, all.count)].joined(separator: " ") + "\n"
    }
    return text
  }

  private static func day(_ seconds: Int) -> String {
    String(Timestamp.text(seconds).prefix(10))
  }
}

/// A line that the deriver writes: a label or a phrase.
struct DerivedLine: Hashable {
  let topic: String
  /// `label-ar`, or the phrase with its language.
  let subject: String
  let written: String
  let isUncertain: Bool

  /// How reports call it.
  var title: String { "\(topic): \(subject)" }
  /// Tells whether a line is about the same thing.
  var name: String { DerivedLine.digest("\(topic)\n\(subject)") }
  var content: String { DerivedLine.digest(written) }
  var fingerprint: String { "\(name).\(content)" }

  static func lines(of group: PhraseGroup) -> [DerivedLine] {
    let labels = group.labels.keys.sorted().map { language in
      DerivedLine(
        topic: group.id,
        subject: "label-\(language.code)",
        written: "label-\(language.code) = \(group.labels[language] ?? "")",
        isUncertain: false
      )
    }
    let phrases = group.phrases.sorted { order($0) < order($1) }
    return labels + phrases.map { DerivedLine($0, in: group.id) }
  }

  init(_ phrase: TopicPhrase, in topic: String) {
    self.topic = topic
    subject = DerivedLine.wording(phrase)
    isUncertain = phrase.isUncertain
    var origin = phrase.origin.rawValue + (phrase.isUncertain ? "?" : "")
    if !phrase.spans.isEmpty { origin += "@" + phrase.spans.map(\.written).joined(separator: ",") }
    written = "\(phrase.language.code) = \(phrase.weight) \(origin) \(phrase.text)"
  }

  private init(topic: String, subject: String, written: String, isUncertain: Bool) {
    self.topic = topic
    self.subject = subject
    self.written = written
    self.isUncertain = isUncertain
  }

  /// A phrase with its language.
  static func wording(_ phrase: TopicPhrase) -> String { "\(phrase.language.code) \(phrase.text)" }

  private static func order(_ phrase: TopicPhrase) -> (Int, Int, Int, String) {
    let languages = ["ar": 0, "fa": 1, "en": 2]
    let origins: [TopicPhrase.Origin: Int] = [.seed: 0, .translation: 1, .expansion: 2]
    return (
      languages[phrase.language.code] ?? 3, origins[phrase.origin] ?? 3, -phrase.weight, phrase.text
    )
  }

  private static func digest(_ text: String) -> String { String(SHA256.hex(of: text).prefix(8)) }
}
