// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// Which feeds there are, and which stories each of them holds.
struct FeedPlan {
  let digest: CleanDigest
  let names: DigestNames

  func files() -> [DigestFile] {
    let writer = AtomWriter(digest: digest, names: names)
    let topics = Dictionary(uniqueKeysWithValues: digest.topics.map { ($0.id, $0) })
    let entries = digest.stories.flatMap { story in
      FeedEntry.entries(of: story, settings: digest.settings, topics: topics, names)
    }
    .sorted { ($1.updated, $0.id) < ($0.updated, $1.id) }
    .map { RenderedEntry(entry: $0, xml: writer.xml(of: $0)) }
    let tagged = entries.filter { $0.entry.story.tags.contains(where: \.fires) }

    let current = selection(of: tagged)
    let archives = self.archives(of: tagged, current: current)
    var main = document("digest.atom", names.tag("digest"), digest.settings.title, current)
    main.tombstones = digest.tombstones
    main.twin = "digest.json"
    let older = digest.archivedMonths.last.map { "archive/\($0).atom" }
    main.previousArchive = [archives.last?.path, older].compactMap(\.self).max()
    var all = document(
      "all.atom",
      names.tag("all"),
      digest.settings.title + " – all stories",
      selection(of: entries)
    )
    all.tombstones = digest.tombstones
    let documents =
      archives + topicFeeds(tagged) + languageFeeds(entries) + [all, main]
    let twin = JSONFeedWriter(digest: digest, names: names).bytes(of: main, path: "digest.json")
    return Assets.files
      + [DigestFile(path: "blogroll.opml", bytes: BlogrollWriter(digest: digest).bytes())]
      + documents.map { DigestFile(path: $0.path, bytes: writer.bytes(of: $0)) }
      + [DigestFile(path: "digest.json", bytes: twin)]
  }

  private func document(
    _ path: String,
    _ id: String,
    _ title: String,
    _ entries: [RenderedEntry],
    language: Language = .english
  ) -> FeedDocument {
    FeedDocument(
      path: path,
      id: id,
      title: title,
      subtitle: "One entry per story, whatever the number and the languages of its sources",
      language: language,
      entries: entries
    )
  }

  private func topicFeeds(
    _ entries: [RenderedEntry]
  ) -> [FeedDocument] {
    digest.topics.map { topic in
      let own = entries.filter { entry in
        entry.entry.story.tags.contains { $0.topic == topic.id && $0.fires }
      }
      let title = digest.settings.title + ": " + topic.label(in: .english)
      let path = "topic/\(topic.id).atom"
      var document = document(path, names.tag("digest/" + topic.id), title, selection(of: own))
      document.page = "topic/\(topic.id).html"
      return document
    }
  }

  private func languageFeeds(
    _ entries: [RenderedEntry]
  ) -> [FeedDocument] {
    Set(entries.map(\.entry.language)).sorted().map { language in
      let own = entries.filter { $0.entry.language == language }
      let title = digest.settings.title + ": " + Words(language).name(of: language)
      let path = "lang/\(language.code).atom"
      let id = names.tag("language/" + language.code)
      return document(path, id, title, selection(of: own), language: language)
    }
  }

  /// The newest ones: as many as the settings say, those of the last 48 hours too, if they fit.
  ///
  /// The last 48 hours are counted from the newest entry: a feed has no clock.
  private func selection(of entries: [RenderedEntry]) -> [RenderedEntry] {
    guard let newest = entries.first?.entry.updated else { return [] }
    var room = DigestWriter.feedLimit - 8192
    var chosen: [RenderedEntry] = []
    for entry in entries {
      guard chosen.count < digest.settings.keep || entry.entry.updated >= newest - 48 * 3600 else {
        break
      }
      room -= entry.xml.bytes.count
      guard room >= 0 else { break }
      chosen.append(entry)
    }
    return chosen
  }

  /// A document for every complete month up to the last one of which an entry has left the current
  /// feed; those that exist already are left alone.
  ///
  /// It holds what the digest first had in that month: nothing can be added to it later, whatever
  /// date a late article bears. Months before a missing one come too, or the chain would pass them by.
  private func archives(of entries: [RenderedEntry], current: [RenderedEntry]) -> [FeedDocument] {
    let standing = Set(current.map(\.entry.id))
    let byMonth = Dictionary(grouping: entries) { DisplayDate.month($0.entry.begun) }
    let complete = digest.completeMonths.subtracting(digest.archivedMonths)
    let missing = complete.filter { month in
      byMonth[month]?.contains { !standing.contains($0.entry.id) } == true
    }
    let new = complete.filter { month in
      byMonth[month] != nil && missing.contains { month <= $0 }
    }
    let months = new.union(digest.archivedMonths).sorted()
    var documents: [FeedDocument] = []
    for (index, month) in months.enumerated() {
      guard new.contains(month), let own = byMonth[month] else { continue }
      let title = digest.settings.title + ", " + month
      var document = document("archive/\(month).atom", names.tag("digest"), title, own)
      document.current = "digest.atom"
      document.previousArchive = index > 0 ? "archive/\(months[index - 1]).atom" : nil
      documents.append(document)
    }
    return documents
  }
}
