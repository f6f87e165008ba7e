// SPDX-License-Identifier: Apache-2.0

/// What Apple's podcast namespace says of a feed or an item (`itunes:`).
public struct ITunesFields: Sendable, Hashable {
  /// `itunes:title`.
  public var title: String?
  /// `itunes:author`.
  public var author: String?
  /// `itunes:owner` with its name and address.
  public var owner: FeedPerson?
  /// `itunes:subtitle`.
  public var subtitle: String?
  /// `itunes:summary`.
  public var summary: String?
  /// `itunes:image@href`, resolved.
  public var image: String?
  /// `itunes:category@text`, nested ones after their parent as `Parent/Child`.
  public var categories: [String] = []
  /// `itunes:keywords`, split at commas.
  public var keywords: [String] = []
  /// `itunes:explicit`: yes and true are `true`, no, false and clean are `false`.
  public var isExplicit: Bool?
  /// `itunes:block`.
  public var isBlocked: Bool?
  /// `itunes:complete`.
  public var isComplete: Bool?
  /// `itunes:duration` in seconds, from a number or `hh:mm:ss`.
  public var duration: Int?
  /// `itunes:duration` as written.
  public var durationText: String?
  /// `itunes:episode`.
  public var episode: Int?
  /// `itunes:season`.
  public var season: Int?
  /// `itunes:episodeType`.
  public var episodeType: String?
  /// `itunes:type`.
  public var type: String?
  /// `itunes:order`.
  public var order: Int?
  /// `itunes:new-feed-url`.
  public var newFeedURL: String?
  /// `itunes:isClosedCaptioned`.
  public var isClosedCaptioned: Bool?

  /// Makes the fields without anything.
  public init() {}
}

/// What the Podcasting 2.0 namespace says (`podcast:`).
public struct PodcastFields: Sendable, Hashable {
  /// A file with the words of an episode (`podcast:transcript`).
  public struct Transcript: Sendable, Hashable {
    /// The address, resolved.
    public var url: String
    /// The media type.
    public var type: String?
    /// The language.
    public var language: String?
    /// `captions` when the file has times.
    public var rel: String?
  }
  /// A way to give money (`podcast:funding`).
  public struct Funding: Sendable, Hashable {
    /// The address, resolved.
    public var url: String
    /// The invitation.
    public var message: String
  }
  /// A part that stands for the whole (`podcast:soundbite`).
  public struct Soundbite: Sendable, Hashable {
    /// Thousandths of a second from the start.
    public var start: Int
    /// Thousandths of a second.
    public var duration: Int
    /// The title, or empty.
    public var title: String
  }

  /// `podcast:guid`.
  public var guid: String?
  /// `podcast:locked`: whether other platforms may not import the feed.
  public var isLocked: Bool?
  /// `podcast:locked@owner`.
  public var lockOwner: String?
  /// `podcast:medium`.
  public var medium: String?
  /// `podcast:funding`.
  public var funding: [Funding] = []
  /// `podcast:transcript`.
  public var transcripts: [Transcript] = []
  /// `podcast:chapters@url`, resolved.
  public var chaptersURL: String?
  /// `podcast:chapters@type`.
  public var chaptersType: String?
  /// `podcast:soundbite`.
  public var soundbites: [Soundbite] = []
  /// `podcast:person`.
  public var persons: [FeedPerson] = []
  /// `podcast:location`.
  public var location: String?
  /// `podcast:location@geo`.
  public var locationGeo: String?
  /// `podcast:season`.
  public var season: Int?
  /// `podcast:season@name`.
  public var seasonName: String?
  /// `podcast:episode` as written: decimals are allowed.
  public var episode: String?
  /// `podcast:episode@display`.
  public var episodeDisplay: String?
  /// `podcast:license`.
  public var license: String?
  /// `podcast:license@url`.
  public var licenseURL: String?
  /// The other elements (`podcast:value`, `podcast:alternateEnclosure`, …) as trees.
  public var others: [FeedExtension] = []

  /// Makes the fields without anything.
  public init() {}
}

/// A mark on the time line of an episode.
///
/// Podlove Simple Chapters: `psc:chapter`.
public struct FeedChapter: Sendable, Hashable {
  /// The start as written (`hh:mm:ss.mmm`).
  public var startText: String
  /// Thousandths of a second from the start of the episode, or `nil` when unreadable.
  public var start: Int?
  /// The title.
  public var title: String?
  /// A page about the chapter.
  public var href: String?
  /// A picture of the chapter.
  public var image: String?
}

/// Media RSS (`media:`) of a feed, an item, a group or one content.
public struct MediaFields: Sendable, Hashable {
  /// `media:content` outside any group.
  public var contents: [MediaContent] = []
  /// `media:group`: versions of one thing.
  public var groups: [MediaGroup] = []
  /// What is said of all of them.
  public var metadata = MediaMetadata()

  /// Makes the fields without anything.
  public init() {}

  /// The address of the first thumbnail, else of the first content that is a picture.
  public var picture: String? {
    let contents = contents + groups.flatMap(\.contents)
    let described = [metadata] + groups.map(\.metadata) + contents.map(\.metadata)
    if let thumbnail = described.lazy.compactMap(\.thumbnails.first).first { return thumbnail.url }
    return contents.first { $0.medium == "image" || $0.type?.hasPrefix("image/") == true }?.url
  }
}

/// One file.
///
/// Media RSS: `media:content`.
public struct MediaContent: Sendable, Hashable {
  /// `@url`, resolved.
  public var url: String?
  /// `@type`.
  public var type: String?
  /// `@medium`: image, audio, video, document, executable.
  public var medium: String?
  /// Bytes: `@fileSize`.
  public var fileSize: Int?
  /// `@isDefault`.
  public var isDefault: Bool?
  /// `@expression`: sample, full, nonstop.
  public var expression: String?
  /// Kilobits a second: `@bitrate`, as written.
  public var bitrate: String?
  /// Frames a second: `@framerate`, as written.
  public var framerate: String?
  /// Thousands of samples a second: `@samplingrate`, as written.
  public var samplingrate: String?
  /// `@channels`, as written.
  public var channels: String?
  /// Seconds: `@duration`.
  public var duration: Int?
  /// Pixels: `@width`.
  public var width: Int?
  /// Pixels: `@height`.
  public var height: Int?
  /// `@lang`.
  public var language: String?
  /// What is said inside the element.
  public var metadata = MediaMetadata()

  /// Makes a content without anything.
  public init() {}
}

/// Versions of one thing.
///
/// Media RSS: `media:group`.
public struct MediaGroup: Sendable, Hashable {
  /// The versions.
  public var contents: [MediaContent] = []
  /// What is said of all of them.
  public var metadata = MediaMetadata()

  /// Makes a group without anything.
  public init() {}
}

/// The optional elements of Media RSS; they may stand in a feed, item, group or content.
public struct MediaMetadata: Sendable, Hashable {
  /// A small picture: `media:thumbnail`.
  public struct Thumbnail: Sendable, Hashable {
    /// `@url`, resolved.
    public var url: String
    /// Pixels.
    public var width: Int?
    /// Pixels.
    public var height: Int?
    /// `@time` as written.
    public var time: String?
  }
  /// An element whose text has a scheme or kind: `media:rating`, `media:credit`, `media:hash` and others.
  public struct Labelled: Sendable, Hashable {
    /// The text.
    public var value: String
    /// `@scheme`, `@algo` or `@type`.
    public var scheme: String?
    /// `@role`, `@label` or `@relationship`.
    public var role: String?
    /// `@href` or `@url`, resolved.
    public var url: String?
  }

  /// `media:title`.
  public var title: TextConstruct?
  /// `media:description`.
  public var description: TextConstruct?
  /// `media:keywords`, split at commas.
  public var keywords: [String] = []
  /// `media:thumbnail`.
  public var thumbnails: [Thumbnail] = []
  /// `media:credit`: role in ``Labelled/role``.
  public var credits: [Labelled] = []
  /// `media:category`.
  public var categories: [FeedCategory] = []
  /// `media:rating`, `media:adult`.
  public var ratings: [Labelled] = []
  /// `media:copyright`.
  public var copyright: Labelled?
  /// `media:license`.
  public var license: Labelled?
  /// `media:hash`.
  public var hashes: [Labelled] = []
  /// `media:player@url`, resolved.
  public var player: Labelled?
  /// `media:restriction`.
  public var restrictions: [Labelled] = []
  /// `media:community/media:starRating@average`, as written.
  public var starRating: String?
  /// `media:community/media:statistics@views`.
  public var views: Int?
  /// Everything else of the namespace, as trees.
  public var others: [FeedExtension] = []

  /// Makes the metadata without anything.
  public init() {}

  /// Whether nothing is said.
  public var isEmpty: Bool { self == MediaMetadata() }
}

/// A place on Earth.
///
/// GeoRSS Simple, GeoRSS GML, W3C Basic Geo.
public struct GeoPlace: Sendable, Hashable {
  /// The form of a place.
  public enum Shape: String, Sendable, Hashable {
    /// One position.
    case point = "Point"
    /// Positions joined in order.
    case line = "LineString"
    /// A closed ring.
    case polygon = "Polygon"
    /// The south-west and the north-east corner.
    case box = "Box"
  }
  /// Degrees (WGS 84 unless ``referenceSystem`` says otherwise).
  public struct Position: Sendable, Hashable {
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
    /// The third ordinate, when there is one.
    public var altitude: Double?
  }
  /// The form.
  public var shape: Shape
  /// The positions in order.
  public var positions: [Position]
  /// `@srsName`.
  public var referenceSystem: String?
  /// `georss:featureName`.
  public var name: String?

  /// Makes a place.
  public init(_ shape: Shape, _ positions: [Position]) {
    self.shape = shape
    self.positions = positions
  }
}

/// The message that an item answers.
///
/// RFC 4685: `thr:in-reply-to`.
public struct FeedReplyTo: Sendable, Hashable {
  /// `@ref`: the id of the other item.
  public var ref: String?
  /// `@href`, resolved.
  public var href: String?
  /// `@type`.
  public var type: String?
  /// `@source`, resolved.
  public var source: String?

  /// Makes a reply without anything.
  public init() {}
}
