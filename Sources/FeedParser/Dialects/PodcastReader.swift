// SPDX-License-Identifier: Apache-2.0

/// Apple's, Google's and the Podcasting 2.0 namespaces.
enum PodcastReader {
  /// Reads an element of `itunes:` or `googleplay:`; an element of Apple beats one of Google.
  static func itunes(
    _ index: Int,
    _ tape: XMLTape,
    _ scope: Scope,
    _ fields: inout ITunesFields?
  ) -> Bool {
    var value = fields ?? ITunesFields()
    guard
      text(index, tape, &value) || number(index, tape, &value) || other(index, tape, scope, &value)
    else { return false }
    fields = value
    return true
  }

  private static func text(_ index: Int, _ tape: XMLTape, _ value: inout ITunesFields) -> Bool {
    let text = tape.someText(index)
    switch tape.tag(index) {
    case .itunesTitle: value.title = text ?? value.title
    case .itunesAuthor: value.author = text ?? value.author
    case .playAuthor: value.author = value.author ?? text
    case .itunesSubtitle: value.subtitle = text ?? value.subtitle
    case .itunesSummary: value.summary = text ?? value.summary
    case .playDescription: value.summary = value.summary ?? text
    case .itunesEpisodeType: value.episodeType = text
    case .itunesType: value.type = text
    case .itunesNewFeedURL: value.newFeedURL = text
    case .itunesKeywords: value.keywords = text.map(Words.split) ?? []
    default: return false
    }
    return true
  }

  private static func number(_ index: Int, _ tape: XMLTape, _ value: inout ITunesFields) -> Bool {
    let text = tape.someText(index)
    switch tape.tag(index) {
    case .itunesExplicit: value.isExplicit = Number.flag(text) ?? value.isExplicit
    case .playExplicit: value.isExplicit = value.isExplicit ?? Number.flag(text)
    // Apple: any value other than Yes has no effect.
    case .itunesBlock: value.isBlocked = text == "Yes" || text == "yes"
    case .playBlock: value.isBlocked = value.isBlocked ?? Number.flag(text)
    case .itunesComplete: value.isComplete = Number.flag(text)
    case .itunesClosedCaptioned: value.isClosedCaptioned = Number.flag(text)
    case .itunesEpisode: value.episode = text.flatMap(Number.count)
    case .itunesSeason: value.season = text.flatMap(Number.count)
    case .itunesOrder: value.order = text.flatMap(Number.count)
    case .itunesDuration:
      value.durationText = text
      value.duration = text.flatMap(Number.duration)
    default: return false
    }
    return true
  }

  private static func other(
    _ index: Int,
    _ tape: XMLTape,
    _ scope: Scope,
    _ value: inout ITunesFields
  ) -> Bool {
    switch tape.tag(index) {
    case .itunesImage, .itunesLink, .playImage:
      let href =
        tape.someAttribute(index, .href) ?? tape.someAttribute(index, .url)
        ?? tape.someText(index)
      if tape.tag(index) != .playImage || value.image == nil {
        value.image = scope.resolve(href) ?? value.image
      }
    case .itunesOwner: value.owner = PersonReading.person(index, tape, scope: scope)
    case .playOwner, .playEmail:
      let email = tape.someText(index)
      value.owner = value.owner ?? email.map { FeedPerson(email: $0) }
    case .itunesCategory, .playCategory: categories(index, tape, parent: nil, &value.categories)
    default: return false
    }
    return true
  }

  private static func categories(
    _ index: Int,
    _ tape: XMLTape,
    parent: String?,
    _ list: inout [String]
  ) {
    guard let text = tape.someAttribute(index, .text) ?? tape.someText(index) else { return }
    let path = parent.map { $0 + "/" + text } ?? text
    if !list.contains(path) { list.append(path) }
    for child in tape.children(index) where tape.tag(child) == .itunesCategory {
      categories(child, tape, parent: path, &list)
    }
  }

  /// Reads an element of `podcast:`; what has no field of its own is kept as a tree.
  static func podcast(
    _ index: Int,
    _ tape: XMLTape,
    _ scope: Scope,
    _ value: inout PodcastFields,
    _ extensions: inout ExtensionReader
  ) {
    let text = tape.someText(index)
    let url = scope.resolve(tape.attribute(index, .url))
    switch tape.tag(index) {
    case .podcastGUID: value.guid = text
    case .podcastMedium: value.medium = text
    case .podcastLocked:
      value.isLocked = Number.flag(text)
      value.lockOwner = tape.someAttribute(index, .owner)
    case .podcastFunding:
      if let url { value.funding.append(.init(url: url, message: text ?? "")) }
    case .podcastTranscript:
      if let url { value.transcripts.append(transcript(index, tape, url)) }
    case .podcastChapters:
      value.chaptersURL = url
      value.chaptersType = tape.someAttribute(index, .type)
    case .podcastSoundbite:
      if let start = tape.attribute(index, .starttime).flatMap(milliseconds),
        let duration = tape.attribute(index, .duration).flatMap(milliseconds)
      {
        value.soundbites.append(.init(start: start, duration: duration, title: text ?? ""))
      }
    case .podcastPerson:
      var person = FeedPerson(name: text, url: scope.resolve(tape.attribute(index, .href)))
      person.image = scope.resolve(tape.attribute(index, .img))
      person.role = tape.someAttribute(index, .role)
      value.persons.append(person)
    case .podcastLocation:
      value.location = text
      value.locationGeo = tape.someAttribute(index, .geoAttribute)
    case .podcastSeason:
      value.season = text.flatMap(Number.count)
      value.seasonName = tape.someAttribute(index, .name)
    case .podcastEpisode:
      value.episode = text
      value.episodeDisplay = tape.someAttribute(index, .display)
    case .podcastLicense:
      value.license = text
      value.licenseURL = url
    default: extensions.read(index, tape, into: &value.others)
    }
  }

  private static func transcript(
    _ index: Int,
    _ tape: XMLTape,
    _ url: String
  ) -> PodcastFields.Transcript {
    PodcastFields.Transcript(
      url: url,
      type: tape.someAttribute(index, .type),
      language: tape.someAttribute(index, .language),
      rel: tape.someAttribute(index, .rel)
    )
  }

  /// Thousandths of `12` or `12.345` seconds.
  private static func milliseconds(_ text: String) -> Int? {
    Double(text).flatMap { $0 >= 0 && $0 < 1e9 ? Int(($0 * 1000).rounded()) : nil }
  }
}

/// Podlove Simple Chapters.
enum ChapterReader {
  /// The chapters inside the element at `index`.
  static func chapters(_ index: Int, _ tape: XMLTape, _ scope: Scope) -> [FeedChapter] {
    tape.children(index).compactMap { child in
      guard tape.tag(child) == .pscChapter, let start = tape.someAttribute(child, .start) else {
        return nil
      }
      return FeedChapter(
        startText: start,
        start: milliseconds(start),
        title: tape.someAttribute(child, .title),
        href: scope.resolve(tape.attribute(child, .href)),
        image: scope.resolve(tape.attribute(child, .image))
      )
    }
  }

  /// Thousandths of a second of a normal play time (RFC 2326, 3.6): `12.5`, `1:30`, `01:02:03.004`.
  static func milliseconds(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let seconds = Number.duration(String(parts[0])) else { return nil }
    guard parts.count == 2 else { return seconds * 1000 }
    let digits = parts[1].utf8.prefix(3)
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    var fraction = 0
    for digit in digits { fraction = fraction * 10 + Int(digit - 0x30) }
    for _ in digits.count..<3 { fraction *= 10 }
    return seconds * 1000 + fraction
  }
}
