// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// A parsed feed as one JSON object, as `rasad parse` prints it.
///
/// Keys are in snake case and in a fixed order; a key without value is left out; instants are
/// in the form of RFC 3339 in UTC.
package enum ParsedFeedJSON {
  /// The version of the form, the first key of the object.
  package static let version = 1

  /// The object for `feed`.
  package static func json(of feed: ParsedFeed) -> JSONText {
    ObjectBuilder.object { object in
      object.add("v", version)
      object.add("format", feed.format.rawValue)
      object.add("encoding", feed.encoding)
      object.add("truncated", feed.isTruncated)
      about(feed, &object)
      dates(feed, &object)
      furniture(feed, &object)
      modules(feed, &object)
      object.add("extensions", feed.extensions.map(ModuleJSON.tree))
      object.add(
        "namespaces",
        feed.namespaces.map { space in
          ObjectBuilder.object {
            $0.add("prefix", space.prefix)
            $0.add("uri", space.uri)
          }
        }
      )
      object.add("items", .array(feed.items.map(ItemJSON.item)))
      object.add("problems", .array(feed.problems.map(problem)))
    }
  }

  /// The object for a document that is no feed.
  package static func json(of error: FeedParseError) -> JSONText {
    ObjectBuilder.object { object in
      object.add("v", version)
      object.add(
        "error",
        ObjectBuilder.object {
          $0.add("code", error.code)
          $0.add("line", error.line)
          $0.add("column", error.column)
          $0.add("message", error.message)
          $0.add("advice", error.advice)
          $0.add("discovered", error.discovered.map(ValueJSON.link))
        }
      )
    }
  }

  private static func about(_ feed: ParsedFeed, _ object: inout ObjectBuilder) {
    object.add("id", feed.id)
    object.add("title", feed.title.map(ValueJSON.text))
    object.add("subtitle", feed.subtitle.map(ValueJSON.text))
    object.add("info", feed.info.map(ValueJSON.text))
    object.add("rights", feed.rights.map(ValueJSON.text))
    object.add("link", feed.link)
    object.add("links", feed.links.map(ValueJSON.link))
    object.add("language", feed.language)
    object.add("base", feed.baseURL)
    object.add("authors", feed.authors.map(ValueJSON.person))
    object.add("contributors", feed.contributors.map(ValueJSON.person))
    object.add("publisher", feed.publisher.map(ValueJSON.person))
    object.add("categories", feed.categories.map(ValueJSON.category))
  }

  private static func dates(_ feed: ParsedFeed, _ object: inout ObjectBuilder) {
    object.add(instant: "published", feed.published)
    object.add("published_text", feed.publishedText)
    object.add(instant: "updated", feed.updated)
    object.add("updated_text", feed.updatedText)
    object.add(instant: "created", feed.created)
    object.add("created_text", feed.createdText)
    object.add(instant: "valid_from", feed.validFrom)
    object.add("valid_from_text", feed.validFromText)
    object.add(instant: "valid_until", feed.validUntil)
    object.add("valid_until_text", feed.validUntilText)
    object.add("ttl", feed.ttl)
    object.add("ttl_text", feed.ttlText)
    object.add("skip_hours", feed.skipHours.map(JSONText.int))
    object.add("skip_days", feed.skipDays)
    object.add("update_period", feed.updatePeriod)
    object.add("update_frequency", feed.updateFrequency)
    object.add("update_base", feed.updateBase)
    if feed.isComplete { object.add("complete", true) }
  }

  private static func furniture(_ feed: ParsedFeed, _ object: inout ObjectBuilder) {
    object.add("generator", feed.generator.map(ValueJSON.generator))
    object.add("image", feed.image.map(ValueJSON.image))
    object.add("icon", feed.icon)
    object.add("logo", feed.logo)
    object.add(
      "cloud",
      feed.cloud.map { cloud in
        ObjectBuilder.object {
          $0.add("domain", cloud.domain)
          $0.add("port", cloud.port)
          $0.add("path", cloud.path)
          $0.add("register_procedure", cloud.registerProcedure)
          $0.add("protocol", cloud.protocolName)
        }
      }
    )
    object.add(
      "text_input",
      feed.textInput.map { input in
        ObjectBuilder.object {
          $0.add("title", input.title)
          $0.add("description", input.description)
          $0.add("name", input.name)
          $0.add("link", input.link)
        }
      }
    )
    object.add("docs", feed.docs)
    object.add("rating", feed.rating)
    object.add("error_reports_to", feed.errorReportsTo)
    object.add("licenses", feed.licenses)
  }

  private static func modules(_ feed: ParsedFeed, _ object: inout ObjectBuilder) {
    object.add("media", feed.media.map(ModuleJSON.media))
    object.add("itunes", feed.itunes.map(ModuleJSON.itunes))
    object.add("podcast", feed.podcast.map(ModuleJSON.podcast))
    object.add("place", feed.place.map(ModuleJSON.place))
    object.add("in_reply_to", feed.inReplyTo.map(ValueJSON.reply))
  }

  private static func problem(_ problem: FeedProblem) -> JSONText {
    ObjectBuilder.object {
      $0.add("code", problem.code)
      $0.add("line", problem.line)
      $0.add("column", problem.column)
      $0.add("message", problem.message)
      $0.add("recovery", problem.recovery)
    }
  }
}
