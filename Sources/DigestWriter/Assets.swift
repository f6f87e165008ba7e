// SPDX-License-Identifier: Apache-2.0

/// Files that are the same in every digest.
enum Assets {
  static var files: [DigestFile] {
    [
      DigestFile(path: "digest.css", bytes: Array(feedStyle.utf8)),
      DigestFile(path: "icon.svg", bytes: Array(icon.utf8)),
    ]
  }

  /// For a browser that shows the Atom file itself: text of feeds, nothing of other vocabularies.
  private static let feedStyle = """
    @namespace "http://www.w3.org/2005/Atom";
    *|* { display: none }
    feed, entry, title, subtitle, summary, author, name, published { display: block }
    feed { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 sans-serif }
    title { font-weight: bold; unicode-bidi: plaintext; text-align: start }
    feed > title { font-size: 1.6rem }
    feed > author, source, source * { display: none }
    entry { margin-block: 1.5rem; padding-block-start: 1rem; border-block-start: 1px solid gray }
    summary, name { unicode-bidi: plaintext; text-align: start }
    author, published { color: gray; font-size: .9rem }

    """

  /// An eye over a line: to observe is what the name means.
  private static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" \
    fill="#14555a"/><path d="M4 16q12-13 24 0q-12 13-24 0z" fill="#fff"/><circle cx="16" cy="16" r="5" \
    fill="#14555a"/></svg>

    """
}
