// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// An item as JSON.
enum ItemJSON {
  static func item(_ item: ParsedItem) -> JSONText {
    ObjectBuilder.object { object in
      about(item, &object)
      dates(item, &object)
      discussion(item, &object)
      object.add("media", item.media.map(ModuleJSON.media))
      object.add("itunes", item.itunes.map(ModuleJSON.itunes))
      object.add("podcast", item.podcast.map(ModuleJSON.podcast))
      object.add("chapters", item.chapters.map(ModuleJSON.chapter))
      object.add("chapters_version", item.chaptersVersion)
      object.add("place", item.place.map(ModuleJSON.place))
      object.add("extensions", item.extensions.map(ModuleJSON.tree))
      if item.isTruncated { object.add("truncated", true) }
      object.add("line", item.line)
    }
  }

  private static func about(_ item: ParsedItem, _ object: inout ObjectBuilder) {
    object.add("id", item.id)
    object.add("id_is_permalink", item.idIsPermalink)
    object.add("title", item.title.map(ValueJSON.text))
    object.add("link", item.link)
    object.add("links", item.links.map(ValueJSON.link))
    object.add("summary", item.summary.map(ValueJSON.text))
    object.add("content", item.content.map(ValueJSON.text))
    object.add("authors", item.authors.map(ValueJSON.person))
    object.add("contributors", item.contributors.map(ValueJSON.person))
    object.add("publisher", item.publisher.map(ValueJSON.person))
    object.add("categories", item.categories.map(ValueJSON.category))
    object.add("enclosures", item.enclosures.map(ValueJSON.enclosure))
    object.add("rights", item.rights.map(ValueJSON.text))
    object.add("licenses", item.licenses)
    object.add("source", item.source.map(ValueJSON.source))
    object.add("language", item.language)
    object.add("base", item.baseURL)
    object.add("image", item.image)
    object.add("banner_image", item.bannerImage)
    object.add("external_url", item.externalURL)
  }

  private static func dates(_ item: ParsedItem, _ object: inout ObjectBuilder) {
    object.add(instant: "published", item.published)
    object.add("published_text", item.publishedText)
    object.add(instant: "updated", item.updated)
    object.add("updated_text", item.updatedText)
    object.add(instant: "created", item.created)
    object.add("created_text", item.createdText)
    object.add(instant: "expired", item.expired)
    object.add("expired_text", item.expiredText)
  }

  private static func discussion(_ item: ParsedItem, _ object: inout ObjectBuilder) {
    object.add("comments", item.comments)
    object.add("comment_count", item.commentCount)
    object.add("comment_feed", item.commentFeed)
    object.add("comment_post", item.commentPost)
    object.add("slash_section", item.slashSection)
    object.add("slash_department", item.slashDepartment)
    object.add("in_reply_to", item.inReplyTo.map(ValueJSON.reply))
  }
}
