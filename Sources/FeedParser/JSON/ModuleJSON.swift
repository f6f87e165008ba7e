// SPDX-License-Identifier: Apache-2.0
internal import TextBasics

/// The modules as JSON.
enum ModuleJSON {
  static func itunes(_ fields: ITunesFields) -> JSONText {
    ObjectBuilder.object {
      $0.add("title", fields.title)
      $0.add("author", fields.author)
      $0.add("owner", fields.owner.map(ValueJSON.person))
      $0.add("subtitle", fields.subtitle)
      $0.add("summary", fields.summary)
      $0.add("image", fields.image)
      $0.add("categories", fields.categories)
      $0.add("keywords", fields.keywords)
      $0.add("explicit", fields.isExplicit)
      $0.add("block", fields.isBlocked)
      $0.add("complete", fields.isComplete)
      $0.add("duration", fields.duration)
      $0.add("duration_text", fields.durationText)
      $0.add("episode", fields.episode)
      $0.add("season", fields.season)
      $0.add("episode_type", fields.episodeType)
      $0.add("type", fields.type)
      $0.add("order", fields.order)
      $0.add("new_feed_url", fields.newFeedURL)
      $0.add("closed_captioned", fields.isClosedCaptioned)
    }
  }

  static func podcast(_ fields: PodcastFields) -> JSONText {
    ObjectBuilder.object {
      $0.add("guid", fields.guid)
      $0.add("locked", fields.isLocked)
      $0.add("lock_owner", fields.lockOwner)
      $0.add("medium", fields.medium)
      $0.add("funding", fields.funding.map(funding))
      $0.add("transcripts", fields.transcripts.map(transcript))
      $0.add("chapters_url", fields.chaptersURL)
      $0.add("chapters_type", fields.chaptersType)
      $0.add("soundbites", fields.soundbites.map(soundbite))
      $0.add("persons", fields.persons.map(ValueJSON.person))
      $0.add("location", fields.location)
      $0.add("location_geo", fields.locationGeo)
      $0.add("season", fields.season)
      $0.add("season_name", fields.seasonName)
      $0.add("episode", fields.episode)
      $0.add("episode_display", fields.episodeDisplay)
      $0.add("license", fields.license)
      $0.add("license_url", fields.licenseURL)
      $0.add("others", fields.others.map(tree))
    }
  }

  private static func funding(_ funding: PodcastFields.Funding) -> JSONText {
    ObjectBuilder.object {
      $0.add("url", funding.url)
      $0.add("message", funding.message)
    }
  }

  private static func transcript(_ transcript: PodcastFields.Transcript) -> JSONText {
    ObjectBuilder.object {
      $0.add("url", transcript.url)
      $0.add("type", transcript.type)
      $0.add("language", transcript.language)
      $0.add("rel", transcript.rel)
    }
  }

  private static func soundbite(_ soundbite: PodcastFields.Soundbite) -> JSONText {
    ObjectBuilder.object {
      $0.add("start_ms", soundbite.start)
      $0.add("duration_ms", soundbite.duration)
      $0.add("title", soundbite.title)
    }
  }

  static func chapter(_ chapter: FeedChapter) -> JSONText {
    ObjectBuilder.object {
      $0.add("start_text", chapter.startText)
      $0.add("start_ms", chapter.start)
      $0.add("title", chapter.title)
      $0.add("href", chapter.href)
      $0.add("image", chapter.image)
    }
  }

  static func media(_ media: MediaFields) -> JSONText {
    ObjectBuilder.object {
      $0.add("contents", media.contents.map(content))
      $0.add(
        "groups",
        media.groups.map { group in
          ObjectBuilder.object {
            $0.add("contents", group.contents.map(content))
            metadata(group.metadata, &$0)
          }
        }
      )
      metadata(media.metadata, &$0)
    }
  }

  private static func content(_ content: MediaContent) -> JSONText {
    ObjectBuilder.object {
      $0.add("url", content.url)
      $0.add("type", content.type)
      $0.add("medium", content.medium)
      $0.add("file_size", content.fileSize)
      $0.add("default", content.isDefault)
      $0.add("expression", content.expression)
      $0.add("bitrate", content.bitrate)
      $0.add("framerate", content.framerate)
      $0.add("samplingrate", content.samplingrate)
      $0.add("channels", content.channels)
      $0.add("duration", content.duration)
      $0.add("width", content.width)
      $0.add("height", content.height)
      $0.add("language", content.language)
      metadata(content.metadata, &$0)
    }
  }

  private static func metadata(_ value: MediaMetadata, _ object: inout ObjectBuilder) {
    object.add("title", value.title.map(ValueJSON.text))
    object.add("description", value.description.map(ValueJSON.text))
    object.add("keywords", value.keywords)
    object.add(
      "thumbnails",
      value.thumbnails.map { picture in
        ObjectBuilder.object {
          $0.add("url", picture.url)
          $0.add("width", picture.width)
          $0.add("height", picture.height)
          $0.add("time", picture.time)
        }
      }
    )
    object.add("credits", value.credits.map(labelled))
    object.add("categories", value.categories.map(ValueJSON.category))
    object.add("ratings", value.ratings.map(labelled))
    object.add("copyright", value.copyright.map(labelled))
    object.add("license", value.license.map(labelled))
    object.add("hashes", value.hashes.map(labelled))
    object.add("player", value.player.map(labelled))
    object.add("restrictions", value.restrictions.map(labelled))
    object.add("star_rating", value.starRating)
    object.add("views", value.views)
    object.add("others", value.others.map(tree))
  }

  private static func labelled(_ label: MediaMetadata.Labelled) -> JSONText {
    ObjectBuilder.object {
      $0.add("value", label.value)
      $0.add("scheme", label.scheme)
      $0.add("role", label.role)
      $0.add("url", label.url)
    }
  }

  static func place(_ place: GeoPlace) -> JSONText {
    ObjectBuilder.object {
      $0.add("shape", place.shape.rawValue)
      $0.add(
        "positions",
        place.positions.map { position in
          var numbers: [JSONText] = [.double(position.latitude), .double(position.longitude)]
          if let altitude = position.altitude { numbers.append(.double(altitude)) }
          return .array(numbers)
        }
      )
      $0.add("reference_system", place.referenceSystem)
      $0.add("name", place.name)
    }
  }

  static func tree(_ element: FeedExtension) -> JSONText {
    ObjectBuilder.object {
      $0.add("name", element.prefix.isEmpty ? element.name : element.prefix + ":" + element.name)
      $0.add("namespace", element.namespace)
      $0.add(
        "attributes",
        element.attributes.map { attribute in
          ObjectBuilder.object {
            $0.add("name", attribute.name)
            $0.add("value", attribute.value)
          }
        }
      )
      if !element.text.isEmpty { $0.add("text", element.text) }
      $0.add("children", element.children.map(tree))
    }
  }
}
