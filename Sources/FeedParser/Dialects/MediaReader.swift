// SPDX-License-Identifier: Apache-2.0

/// Media RSS.
enum MediaReader {
  /// Reads the element at `index`, in whose scope we already are.
  static func read(
    _ index: Int,
    _ tape: XMLTape,
    _ scope: Scope,
    _ media: inout MediaFields,
    _ extensions: inout ExtensionReader
  ) {
    switch tape.tag(index) {
    case .mediaContent: media.contents.append(content(index, tape, scope, &extensions))
    case .mediaGroup:
      var group = MediaGroup()
      for child in tape.children(index) {
        let inner = scope.inside(child, tape)
        if tape.tag(child) == .mediaContent {
          group.contents.append(content(child, tape, inner, &extensions))
        } else {
          metadata(child, tape, inner, &group.metadata, &extensions)
        }
      }
      media.groups.append(group)
    default: metadata(index, tape, scope, &media.metadata, &extensions)
    }
  }

  private static func content(
    _ index: Int,
    _ tape: XMLTape,
    _ scope: Scope,
    _ extensions: inout ExtensionReader
  ) -> MediaContent {
    var content = MediaContent()
    content.url = scope.resolve(tape.attribute(index, .url))
    content.type = tape.someAttribute(index, .type)
    content.medium = tape.someAttribute(index, .medium)
    content.fileSize = tape.attribute(index, .filesize).flatMap(Number.count)
    content.isDefault = Number.flag(tape.attribute(index, .isdefault))
    content.expression = tape.someAttribute(index, .expression)
    content.bitrate = tape.someAttribute(index, .bitrate)
    content.framerate = tape.someAttribute(index, .framerate)
    content.samplingrate = tape.someAttribute(index, .samplingrate)
    content.channels = tape.someAttribute(index, .channels)
    content.duration = tape.attribute(index, .duration).flatMap(Number.duration)
    content.width = tape.attribute(index, .width).flatMap(Number.count)
    content.height = tape.attribute(index, .height).flatMap(Number.count)
    content.language = tape.someAttribute(index, .lang)
    for child in tape.children(index) {
      metadata(child, tape, scope.inside(child, tape), &content.metadata, &extensions)
    }
    return content
  }

  private static func metadata(
    _ index: Int,
    _ tape: XMLTape,
    _ scope: Scope,
    _ value: inout MediaMetadata,
    _ extensions: inout ExtensionReader
  ) {
    switch tape.tag(index) {
    case .mediaTitle:
      value.title = TextReading.construct(index, tape, type: "text/plain", scope: scope)
    case .mediaDescription:
      value.description = TextReading.construct(index, tape, type: "text/plain", scope: scope)
    case .mediaKeywords: value.keywords = tape.someText(index).map(Words.split) ?? []
    case .mediaThumbnail:
      if let url = scope.resolve(tape.someAttribute(index, .url) ?? tape.someText(index)) {
        value.thumbnails.append(
          MediaMetadata.Thumbnail(
            url: url,
            width: tape.attribute(index, .width).flatMap(Number.count),
            height: tape.attribute(index, .height).flatMap(Number.count),
            time: tape.someAttribute(index, .time)
          )
        )
      }
    case .mediaCategory:
      if let category = LinkReading.category(index, tape) { value.categories.append(category) }
    case .mediaCommunity: community(index, tape, &value)
    default: labelled(index, tape, scope, &value, &extensions)
    }
  }

  private static func labelled(
    _ index: Int,
    _ tape: XMLTape,
    _ scope: Scope,
    _ value: inout MediaMetadata,
    _ extensions: inout ExtensionReader
  ) {
    let label = MediaMetadata.Labelled(
      value: tape.text(index),
      scheme: tape.someAttribute(index, .scheme) ?? tape.someAttribute(index, .algo)
        ?? tape.someAttribute(index, .type),
      role: tape.someAttribute(index, .role) ?? tape.someAttribute(index, .relationship)
        ?? tape.someAttribute(index, .label),
      url: scope.resolve(tape.someAttribute(index, .url) ?? tape.someAttribute(index, .href))
    )
    switch tape.tag(index) {
    case .mediaCredit: value.credits.append(label)
    case .mediaRating, .mediaAdult: value.ratings.append(label)
    case .mediaCopyright: value.copyright = label
    case .mediaLicense: value.license = label
    case .mediaHash: value.hashes.append(label)
    case .mediaPlayer: value.player = label
    case .mediaRestriction: value.restrictions.append(label)
    default: extensions.read(index, tape, into: &value.others)
    }
  }

  private static func community(_ index: Int, _ tape: XMLTape, _ value: inout MediaMetadata) {
    for child in tape.children(index) {
      switch tape.tag(child) {
      case .mediaStarRating: value.starRating = tape.someAttribute(child, .average)
      case .mediaStatistics:
        value.views = tape.attribute(child, .views).flatMap(Number.count)
      case .mediaTags:
        value.keywords += tape.someText(child).map(Words.split) ?? []
      default: break
      }
    }
  }
}
