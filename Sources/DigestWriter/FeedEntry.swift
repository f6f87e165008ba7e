// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// An entry as every feed that holds it shows it: rendered once, in Atom and for JSON Feed.
struct FeedEntry {
  /// `tag:AUTHORITY:story/ID`, for a follow-up with `#2`, `#3`, … behind it.
  let id: String
  let story: DigestStory
  let language: Language
  let title: String
  let published: Int
  let updated: Int
  /// The growth that a follow-up tells of, or `nil` for the story's own entry.
  let growth: DigestStory.Growth?
  let html: [UInt8]
  let summary: String
  /// Seconds since 1970: when the digest first had it; decides in which archive it stands.
  var begun: Int { growth?.when ?? story.firstSeen }
  let alternate: (url: String, language: Language)?

  /// All entries of `story`: its own, and its follow-ups if they are wanted.
  static func entries(
    of story: DigestStory,
    settings: DigestSettings,
    topics: [Topic.ID: Topic],
    _ names: DigestNames
  ) -> [FeedEntry] {
    let content = EntryContent(
      story: story,
      topics: topics,
      page: names.address(of: names.storyPage(story.id))
    )
    let own = FeedEntry(
      id: names.entry(story.id),
      story: story,
      content: content,
      growth: nil,
      isolates: settings.titleIsolates
    )
    guard settings.updates == .followUp else { return [own] }
    let followUps = followedUp(story).map { growth in
      FeedEntry(
        id: names.entry(story.id) + "#\(growth.number)",
        story: story,
        content: content,
        growth: growth,
        isolates: settings.titleIsolates
      )
    }
    return [own] + followUps
  }

  /// The growths that get an entry of their own: at most one in twelve hours, the earliest first.
  ///
  /// Later ones never change what was given out, and each brings its number along.
  private static func followedUp(_ story: DigestStory) -> [DigestStory.Growth] {
    var chosen: [DigestStory.Growth] = []
    for growth in story.growth where growth.when >= story.published {
      if let last = chosen.last, growth.when < last.when + 12 * 3600 { continue }
      chosen.append(growth)
    }
    return chosen
  }

  private init(
    id: String,
    story: DigestStory,
    content: EntryContent,
    growth: DigestStory.Growth?,
    isolates: Bool
  ) {
    self.id = id
    self.story = story
    self.growth = growth
    language = growth?.language ?? story.language
    let headline = growth.map { $0.title.isEmpty ? story.title : $0.title } ?? story.title
    // RLI … PDI sets the order right in lists that force left to right (Akregator); U+200F does not.
    title = isolates && language.isRightToLeft ? "\u{2067}\(headline)\u{2069}" : headline
    published = growth?.when ?? story.published
    updated = growth?.when ?? story.updated
    html = content.html(followUp: growth)
    let line = story.lead.isEmpty ? story.title : story.lead
    summary = DisplayText.line(line, limit: 280)
    if let growth, let url = growth.url {
      alternate = (url, growth.language)
    } else if let first = story.sources.first, let url = first.url {
      alternate = (url, first.language)
    } else {
      alternate = nil
    }
  }

  /// The other sources' links: each address once, none that is the alternate, at most 24.
  var vias: [DigestStory.Source] {
    var seen: Set<String> = alternate.map { [$0.url] } ?? []
    return Array(
      story.sources.filter { source in source.url.map { seen.insert($0).inserted } ?? false }
        .prefix(24)
    )
  }

  /// The outlets' names, each once, at most three (readers join them in one line).
  var authors: [String] {
    var seen: Set<String> = []
    let first = growth.map(\.outlet).flatMap { $0.isEmpty ? nil : $0 }
    let names = (first.map { [$0] } ?? []) + story.sources.map(\.outlet)
    return Array(names.filter { seen.insert($0).inserted }.prefix(3))
  }
}

/// The ids, paths and addresses of the digest's parts.
struct DigestNames {
  let authority: String
  let baseURL: String?

  func tag(_ specific: String) -> String { "tag:\(authority):\(specific)" }
  func entry(_ story: Story.ID) -> String { tag("story/" + story.text) }
  func storyPage(_ story: Story.ID) -> String { "story/\(story.text).html" }

  /// The address of the file at `path`, or `nil` when the digest has no address.
  func address(of path: String) -> String? { baseURL.map { $0 + path } }
}
