// SPDX-License-Identifier: Apache-2.0
import Articles
import TextBasics

/// Writes the pages beside the feeds.
struct PageWriter {
  let digest: CleanDigest
  let names: DigestNames

  func files() -> [DigestFile] {
    var html = Markup()
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n")
    html.element("title", text: digest.settings.title)
    html.line()
    html.element("h1", text: digest.settings.title)
    html.line()
    for story in digest.stories {
      html.element(
        "h2",
        ("dir", Direction(story.language).rawValue),
        ("lang", story.language.code),
        text: story.title
      )
      html.line()
    }
    return [DigestFile(path: "index.html", bytes: html.bytes)]
  }
}
