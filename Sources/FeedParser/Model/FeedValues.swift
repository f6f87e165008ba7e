// SPDX-License-Identifier: Apache-2.0

/// A text together with what the feed says of its form.
public struct TextConstruct: Sendable, Hashable {
  /// The text, after XML is undone: HTML source when ``isHTML``, else plain text.
  public var value: String
  /// The media type: `text/plain`, `text/html`, `application/xhtml+xml`, or what the feed names.
  public var mediaType: String
  /// The language in force (`xml:lang`, else that of the feed), as written.
  public var language: String?
  /// The base of relative references (`xml:base`, else the address of the document).
  public var base: String?
  /// Where the content lies when the feed only points to it.
  ///
  /// Atom: `content@src`.
  public var source: String?

  /// Makes a text of `mediaType`.
  public init(_ value: String, mediaType: String = "text/plain") {
    self.value = value
    self.mediaType = mediaType
  }

  /// Whether the value is HTML or XHTML source.
  public var isHTML: Bool {
    mediaType == "text/html" || mediaType == "application/xhtml+xml"
  }
}

/// A person or organisation that takes part.
public struct FeedPerson: Sendable, Hashable {
  /// RSS: the words around the address; Atom: `<name>`; JSON Feed: `name`.
  public var name: String?
  /// RSS: the address; Atom: `<email>`; iTunes: `<itunes:email>`.
  public var email: String?
  /// Atom: `<uri>` (0.3: `<url>`); JSON Feed: `url`.
  public var url: String?
  /// JSON Feed: `avatar`; podcast: `person@img`.
  public var image: String?
  /// podcast: `person@role`; media: `credit@role`.
  public var role: String?

  /// Makes a person from what is known.
  public init(name: String? = nil, email: String? = nil, url: String? = nil) {
    self.name = name
    self.email = email
    self.url = url
  }

  /// Whether nothing is known of the person.
  public var isEmpty: Bool {
    name == nil && email == nil && url == nil && image == nil
  }
}

/// A reference to another resource.
///
/// RSS: `<link>`; Atom: `<link href= rel= …>`.
public struct FeedLink: Sendable, Hashable {
  /// The address, resolved against the base in force.
  public var href: String
  /// The relation; `alternate` where the feed gives none.
  public var rel: String = "alternate"
  /// The media type of the target.
  public var type: String?
  /// The language of the target.
  public var hreflang: String?
  /// A title for people.
  public var title: String?
  /// Bytes of the target, as the feed claims.
  public var length: Int?
  /// RFC 4685: how many replies lie behind the link (`thr:count`).
  public var replies: Int?

  /// Makes a link.
  public init(href: String, rel: String = "alternate", type: String? = nil) {
    self.href = href
    self.rel = rel
    self.type = type
  }
}

/// A subject.
///
/// RSS: `<category domain=>`; Atom: `<category term= scheme= label=>`; `dc:subject`.
public struct FeedCategory: Sendable, Hashable {
  /// The subject itself.
  public var term: String
  /// The list from which the term comes.
  public var scheme: String?
  /// The term for people.
  public var label: String?

  /// Makes a category.
  public init(term: String, scheme: String? = nil, label: String? = nil) {
    self.term = term
    self.scheme = scheme
    self.label = label
  }
}

/// A file that comes with an item.
///
/// RSS: `<enclosure>`; Atom: `link[rel=enclosure]`.
public struct FeedEnclosure: Sendable, Hashable {
  /// The address, resolved.
  public var url: String
  /// The media type.
  public var type: String?
  /// Bytes, as the feed claims; `nil` when it gives no number.
  public var length: Int?
  /// A title for people.
  public var title: String?
  /// Seconds of play.
  ///
  /// JSON Feed: `duration_in_seconds`.
  public var duration: Int?

  /// Makes an enclosure.
  public init(url: String, type: String? = nil, length: Int? = nil) {
    self.url = url
    self.type = type
    self.length = length
  }
}

/// The picture of a feed.
///
/// RSS: `<image>`; Atom: `<logo>`; iTunes: `<itunes:image href=>`.
public struct FeedImage: Sendable, Hashable {
  /// The address of the picture.
  ///
  /// RSS: `image/url`; RDF also `image@rdf:resource`.
  public var url: String?
  /// RSS: `image/title`.
  public var title: String?
  /// RSS: `image/link`.
  public var link: String?
  /// RSS: `image/description`.
  public var description: String?
  /// Pixels.
  ///
  /// RSS: `image/width`.
  public var width: Int?
  /// Pixels.
  ///
  /// RSS: `image/height`.
  public var height: Int?

  /// Makes an image without anything.
  public init() {}
}

/// The program that wrote the feed.
///
/// RSS: `<generator>`; Atom: `<generator uri= version=>`.
public struct FeedGenerator: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The home of the program; Atom 0.3: `@url`; RSS: `admin:generatorAgent@rdf:resource`.
  public var url: String?
  /// The version.
  public var version: String?

  /// Makes a generator.
  public init(name: String) { self.name = name }
}

/// Where changes of the feed may be subscribed.
///
/// RSS: `<cloud>`.
public struct FeedCloud: Sendable, Hashable {
  /// RSS: `cloud@domain`.
  public var domain: String?
  /// RSS: `cloud@port`.
  public var port: String?
  /// RSS: `cloud@path`.
  public var path: String?
  /// RSS: `cloud@registerProcedure`.
  public var registerProcedure: String?
  /// RSS: `cloud@protocol`.
  public var protocolName: String?

  /// Makes a cloud without anything.
  public init() {}
}

/// A box to type into.
///
/// RSS: `<textInput>`; RDF: `<textinput>`.
public struct FeedTextInput: Sendable, Hashable {
  /// The label of the button.
  public var title: String?
  /// What the box is for.
  public var description: String?
  /// The name of the field.
  public var name: String?
  /// The address of the program that answers.
  public var link: String?

  /// Makes a text input without anything.
  public init() {}
}

/// An element that the model does not know, kept as it came.
///
/// At most ``FeedParser/Limits/extensions`` elements of an item are kept, the rest is reported.
public struct FeedExtension: Sendable, Hashable {
  /// The address of the namespace, or `nil` without one.
  public var namespace: String?
  /// The prefix as written, or empty.
  public var prefix: String
  /// The local name as written.
  public var name: String
  /// The attributes in the order of the document.
  public var attributes: [Attribute]
  /// The text directly inside, trimmed.
  public var text: String
  /// The elements inside.
  public var children: [FeedExtension]

  /// A name with a value.
  public struct Attribute: Sendable, Hashable {
    /// The name as written, with its prefix.
    public var name: String
    /// The value, with entities undone.
    public var value: String

    /// Makes an attribute.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Makes an element.
  public init(namespace: String?, prefix: String, name: String) {
    self.namespace = namespace
    self.prefix = prefix
    self.name = name
    attributes = []
    text = ""
    children = []
  }

  /// The value of the attribute `name`, as written with its prefix.
  public func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }
}
