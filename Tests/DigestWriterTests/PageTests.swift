// SPDX-License-Identifier: Apache-2.0
import Articles
import Foundation
import Testing
import TextBasics

@testable import DigestWriter

struct PageTests {
  private static let files = DigestWriter(SampleDigest.make()).files()
  private static let pages = files.filter { $0.path.hasSuffix(".html") }

  private func root(_ file: DigestFile) throws -> XMLTree.Element {
    try XMLTree.root(of: file.bytes)
  }

  /// All elements, in the order of the document.
  private func elements(_ element: XMLTree.Element) -> [XMLTree.Element] {
    [element] + element.children.flatMap(elements)
  }

  @Test func `all links between pages and to feeds lead to a file`() throws {
    let paths = Set(PageTests.files.map(\.path))
    for page in PageTests.pages {
      for link in try elements(root(page)) {
        guard let target = link.attribute("href"), !target.hasPrefix("http") else { continue }
        if target.hasPrefix("#") { continue }
        let folder = page.path.split(separator: "/").dropLast().map(String.init)
        var parts = folder
        for part in target.split(separator: "/") {
          if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        let path = parts.joined(separator: "/")
        #expect(paths.contains(path), "\(page.path) links to \(target)")
      }
    }
  }

  @Test func `every page has one first heading and none is skipped`() throws {
    for page in PageTests.pages {
      let levels = try elements(root(page)).compactMap { element in
        element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
      }
      #expect(levels.first == 1, "\(page.path)")
      #expect(levels.count { $0 == 1 } == 1, "\(page.path)")
      for (before, after) in zip(levels, levels.dropFirst()) {
        #expect(after <= before + 1, "\(page.path): h\(before), then h\(after)")
      }
    }
  }

  @Test func `every page has its landmarks, a language, a title and a way past the navigation`()
    throws
  {
    for page in PageTests.pages {
      let root = try root(page)
      let all = elements(root)
      #expect(root.attribute("lang") == "en")
      for name in ["header", "nav", "main", "footer", "title"] {
        #expect(all.count { $0.name == name } == 1, "\(page.path) \(name)")
      }
      #expect(root.first("body")?.children.first?.attribute("href") == "#main")
      #expect(all.contains { $0.attribute("name") == "viewport" })
      #expect(all.contains { $0.attribute("type") == "application/atom+xml" })
    }
  }

  @Test func `every plot is described by a sentence and has a table`() throws {
    let index = try #require(PageTests.pages.first { $0.path == "index.html" })
    let all = try elements(root(index))
    let plots = all.filter { $0.name == "svg" }
    #expect(plots.count == 1)
    #expect(plots.first?.attribute("role") == "img")
    let sentence = "3 stories from 2025-10-21 to 2025-11-19, most (1) on 2025-11-19"
    #expect(plots.first?.attribute("aria-label") == sentence)
    #expect(all.contains { $0.name == "caption" && $0.text == sentence })
  }

  @Test func `plots show the history if there is one`() throws {
    var digest = SampleDigest.make()
    let last = (SampleDigest.start + 48 * 3600) / 86_400
    digest.history = [
      DayCount(day: last, stories: 3), DayCount(day: last - 20, stories: 7),
      DayCount(day: last - 40, stories: 9), DayCount(day: last, topic: "spectrum", stories: 1),
    ]
    let file = DigestWriter(digest).files().first { $0.path == "index.html" }
    let text = String(decoding: try #require(file).bytes, as: UTF8.self)
    #expect(text.contains("10 stories from 2025-10-21 to 2025-11-19, most (7) on 2025-10-30"))
  }

  @Test func `the policy allows the style that is there and nothing else`() throws {
    for page in PageTests.pages {
      let all = try elements(root(page))
      let style = try #require(all.first { $0.name == "style" })
      let hash = Data(SHA256.digest(of: Array(style.text.utf8))).base64EncodedString()
      let policy = all.first { $0.attribute("http-equiv") == "Content-Security-Policy" }
      #expect(
        policy?.attribute("content")
          == "default-src 'none'; style-src 'sha256-\(hash)'; form-action 'self'; base-uri 'none'"
      )
      #expect(!all.contains { $0.attribute("style") != nil || $0.name == "script" })
    }
  }

  /// The contrast of two colours (WCAG 2, 1.4.3).
  private func contrast(_ first: String, _ second: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let value = Int(colour, radix: 16) ?? 0
      let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let values = [luminance(first), luminance(second)].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  @Test func `text stands out in both themes`() {
    for palette in [PageStyle.light, PageStyle.dark] {
      for back in [palette.page, palette.card] {
        for front in [palette.ink, palette.muted, palette.accent, palette.good, palette.bad] {
          #expect(contrast(front, back) >= 4.5, "\(front) on \(back)")
        }
        #expect(contrast(palette.bar, back) >= 3, "\(palette.bar) on \(back)")
      }
      #expect(contrast(palette.accent, palette.chip) >= 4.5)
      #expect(contrast(palette.ink, palette.chip) >= 4.5)
    }
  }

  @Test(arguments: [0, 1, 4, 40])
  func `the first page weighs no more than 20 kB and 1 kB for each story`(count: Int) throws {
    var digest = DigestWriterTests.many(count, minutesApart: 400)
    digest.settings.keep = 200
    let files = DigestWriter(digest).files()
    let page = try #require(files.first { $0.path == "index.html" })
    #expect(page.bytes.count <= 20_000 + 1_000 * count)
    #expect(DigestCheck.findings(in: [page]) == [])
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.components(separatedBy: "<article").count == count + 1)
  }

  @Test func `a story is in its own direction and language, with Gregorian days in titles`() throws
  {
    let index = try #require(PageTests.pages.first { $0.path == "index.html" })
    let cards = try elements(root(index)).filter { $0.name == "article" }
    #expect(cards.map { $0.attribute("lang") } == ["ar", "fa", "fa"])
    #expect(cards.allSatisfy { $0.attribute("dir") == "rtl" })
    let time = cards.last.flatMap { elements($0).first { $0.name == "time" } }
    #expect(time?.text == "۱۴۰۴/۰۸/۲۶ ۰۷:۳۰")
    #expect(time?.attribute("title") == "2025-11-17")
  }

  @Test func `a feed that fails is told of on the first page and explained on its own`() throws {
    let text = PageTests.files.filter { ["index.html", "feeds.html"].contains($0.path) }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(text.count == 2)
    #expect(text.allSatisfy { $0.contains("2 of 3 feeds work.") })
    #expect(text.allSatisfy { $0.contains("403 Cloudflare challenge") })
  }

  @Test func `the page of feeds tells when each is fetched next, and why`() throws {
    let page = try #require(PageTests.pages.first { $0.path == "feeds.html" })
    let rows = String(decoding: page.bytes, as: UTF8.self).components(separatedBy: "<tr>")
    let agency = try #require(rows.first { $0.contains("irib-ict") })
    #expect(agency.contains("2 h after the last fetch: half the usual gap between items of 4 h<"))
    #expect(agency.contains(">84</span>, <small>median gap 4 h</small>"))
    // Of a feed of which nothing is known nothing is said.
    let other = try #require(rows.first { $0.contains("alwefagh") })
    #expect(!other.contains("after the last fetch") && !other.contains("median gap"))

    var digest = SampleDigest.make()
    digest.feeds[0].nextFetch = nil
    digest.feeds[0].nextFetchReason = "not fetched any more"
    let files = DigestWriter(digest).files()
    let gone = try #require(files.first { $0.path == "feeds.html" })
    #expect(String(decoding: gone.bytes, as: UTF8.self).contains(">never, <small>not fetched"))
  }

  @Test func `the topic's page shows what it looks for, where that stands and what was near`()
    throws
  {
    let page = try #require(PageTests.pages.first { $0.path == "topic/cybersecurity.html" })
    let all = try elements(root(page))
    #expect(all.first { $0.name == "mark" }?.text == "الأمن السيبراني")
    #expect(all.contains { $0.text.contains("cyber security") })
    let near = try #require(PageTests.pages.first { $0.path == "topic/tech-diplomacy.html" })
    #expect(String(decoding: near.bytes, as: UTF8.self).contains("950 &lt; 1000"))
  }

  @Test func `a topic that left the model has no link`() throws {
    var digest = SampleDigest.make()
    digest.topics.removeAll { $0.id == "cybersecurity" }
    for file in DigestWriter(digest).files() where file.path.hasSuffix(".html") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("topic/cybersecurity.html"), "\(file.path)")
    }
  }
}
