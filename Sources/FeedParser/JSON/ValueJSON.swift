// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// The values that feeds, items and modules share, as JSON.
enum ValueJSON {
  static func text(_ text: TextConstruct) -> JSONText {
    ObjectBuilder.object {
      $0.add("value", text.value)
      $0.add("type", text.mediaType)
      $0.add("language", text.language)
      $0.add("base", text.base)
      $0.add("src", text.source)
    }
  }

  static func person(_ person: FeedPerson) -> JSONText {
    ObjectBuilder.object {
      $0.add("name", person.name)
      $0.add("email", person.email)
      $0.add("url", person.url)
      $0.add("image", person.image)
      $0.add("role", person.role)
    }
  }

  static func link(_ link: FeedLink) -> JSONText {
    ObjectBuilder.object {
      $0.add("href", link.href)
      $0.add("rel", link.rel)
      $0.add("type", link.type)
      $0.add("hreflang", link.hreflang)
      $0.add("title", link.title)
      $0.add("length", link.length)
      $0.add("replies", link.replies)
    }
  }

  static func category(_ category: FeedCategory) -> JSONText {
    ObjectBuilder.object {
      $0.add("term", category.term)
      $0.add("scheme", category.scheme)
      $0.add("label", category.label)
    }
  }

  static func enclosure(_ enclosure: FeedEnclosure) -> JSONText {
    ObjectBuilder.object {
      $0.add("url", enclosure.url)
      $0.add("type", enclosure.type)
      $0.add("length", enclosure.length)
      $0.add("title", enclosure.title)
      $0.add("duration", enclosure.duration)
    }
  }

  static func generator(_ generator: FeedGenerator) -> JSONText {
    ObjectBuilder.object {
      $0.add("name", generator.name)
      $0.add("url", generator.url)
      $0.add("version", generator.version)
    }
  }

  static func image(_ image: FeedImage) -> JSONText {
    ObjectBuilder.object {
      $0.add("url", image.url)
      $0.add("title", image.title)
      $0.add("link", image.link)
      $0.add("description", image.description)
      $0.add("width", image.width)
      $0.add("height", image.height)
    }
  }

  static func reply(_ reply: FeedReplyTo) -> JSONText {
    ObjectBuilder.object {
      $0.add("ref", reply.ref)
      $0.add("href", reply.href)
      $0.add("type", reply.type)
      $0.add("source", reply.source)
    }
  }

  static func source(_ source: ItemSource) -> JSONText {
    ObjectBuilder.object {
      $0.add("title", source.title.map(text))
      $0.add("subtitle", source.subtitle.map(text))
      $0.add("rights", source.rights.map(text))
      $0.add("link", source.link)
      $0.add("links", source.links.map(link))
      $0.add("id", source.id)
      $0.add(instant: "updated", source.updated)
      $0.add("updated_text", source.updatedText)
      $0.add("authors", source.authors.map(person))
      $0.add("contributors", source.contributors.map(person))
      $0.add("categories", source.categories.map(category))
      $0.add("generator", source.generator.map(generator))
      $0.add("icon", source.icon)
      $0.add("logo", source.logo)
    }
  }
}
