// SPDX-License-Identifier: Apache-2.0

/// Which elements end an open line of text, and which are such lines.
enum FieldTags {
  /// Whether `tag` starts a field of its own wherever it stands.
  static func startsField(_ tag: XMLTag) -> Bool {
    switch tag {
    case .item, .entry, .title, .link, .description, .guid, .id, .pubdate, .category, .comments,
      .enclosure, .published, .updated, .issued, .modified, .created, .author, .summary, .content,
      .copyright, .language, .lastbuilddate, .generator:
      return true
    default: return false
    }
  }

  /// Whether `tag` is a field of an item that no prose contains, in HTML or else.
  static func endsProse(_ tag: XMLTag) -> Bool {
    switch tag {
    case .guid, .pubdate, .enclosure, .category, .comments, .published, .updated: return true
    default: return false
    }
  }

  /// Whether `tag` holds a date.
  static func holdsDate(_ tag: XMLTag) -> Bool {
    switch tag {
    case .pubdate, .published, .issued, .updated, .modified, .created, .lastbuilddate, .lastmod,
      .date, .expirationdate, .dcDate, .dcModified, .dcCreated, .dcIssued, .dctermsDate,
      .dctermsIssued, .dctermsModified, .dctermsCreated:
      return true
    default: return false
    }
  }

  /// Whether `tag` leads from an item to something else, or is its identity.
  static func holdsReference(_ tag: XMLTag) -> Bool {
    switch tag {
    case .link, .guid, .id, .dcIdentifier, .dctermsIdentifier, .enclosure, .comments, .source,
      .feedburnerOrigLink:
      return true
    default: return false
    }
  }

  /// Whether `tag` holds an address or an identity, which are what their bytes are.
  static func holdsAddress(_ tag: XMLTag) -> Bool {
    switch tag {
    case .link, .guid, .id, .comments, .url, .rdfURL, .uri, .homepage, .docs, .icon, .logo,
      .enclosure, .dcIdentifier, .dctermsIdentifier, .wfwComment, .wfwCommentRSS,
      .feedburnerOrigLink, .itunesNewFeedURL, .podcastGUID:
      return true
    default: return false
    }
  }

  /// Whether `tag` holds text with markup.
  static func holdsProse(_ tag: XMLTag) -> Bool {
    tag == .description || tag == .summary || tag == .content
  }

  /// Whether `tag` holds a line of text and no other fields.
  static func holdsLine(_ tag: XMLTag) -> Bool {
    switch tag {
    case .title, .link, .guid, .id, .pubdate, .category, .comments, .published, .updated, .issued,
      .modified, .created, .lastbuilddate, .language, .ttl, .enclosure:
      return true
    default: return false
    }
  }
}
