// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import FeedList

struct OPMLReaderTests {
  private func read(_ body: String, existing: [FeedSource] = []) -> [OPMLReader.Outline] {
    let text = "<?xml version='1.0'?>\n<opml version='2.0'><body>\n\(body)\n</body></opml>"
    return OPMLReader(Array(text.utf8), existing: existing)?.outlines ?? []
  }

  @Test func `outlines are read however deep they are nested`() {
    let outlines = read(
      """
      <outline text="Iran"><outline text="Agencies">
        <outline type="rss" text="Mehr &amp; Co" xmlUrl="https://m.example/?a=1&amp;b=2" language="fa-IR">
          <outline title="Inner" text="no" xmlUrl='https://i.example/'/></outline>
      </outline></outline><!-- <outline xmlUrl="https://not.example/"/> -->
      <outline text="no address"/>
      """
    )
    #expect(outlines.map(\.url) == ["https://m.example/?a=1&b=2", "https://i.example/"])
    #expect(outlines.map(\.title) == ["Mehr & Co", "Inner"])
    #expect(outlines.map(\.id) == ["mehr-co", "inner"])
    #expect(outlines[0].settings.map { "\($0.key)=\($0.value)" } == ["language=fa"])
    #expect(outlines[0].line == 4 && outlines[0].column == 3)
  }

  @Test func `what is known or no feed is left out with its place and reason`() {
    let outlines = read(
      """
      <outline text="a" xmlUrl="https://a.example/rss"/>
      <outline text="again" xmlUrl="HTTPS://A.example/rss"/>
      <outline text="have" xmlUrl="https://b.example/"/>
      <outline text="ftp" xmlUrl="ftp://c.example/"/>
      <outline text="user" xmlUrl="https://u:p@d.example/"/>
      <outline text="none" xmlUrl=""/>
      <outline text="odd" xmlUrl="https://e.example/" rasad:interval="often"/>
      """,
      existing: [FeedSource(id: "mine", url: "https://b.example/")]
    )
    #expect(outlines.map(\.line) == Array(3...9))
    #expect(outlines.map { $0.refusal == nil } == [true] + Array(repeating: false, count: 6))
    #expect(outlines[1].refusal == .known("line 3 has the same address"))
    #expect(outlines[2].refusal == .known("it is [feed mine] already"))
    #expect(outlines[3].refusal?.sentence.contains("\"ftp\" is not http or https") == true)
    #expect(outlines[4].refusal?.sentence.contains("no user name or password") == true)
    #expect(outlines[6].refusal?.sentence.contains("not a duration") == true)
  }

  @Test func `an id depends on title and address alone, not on the order of the file`() {
    let lines = [
      "<outline text='News' xmlUrl='https://one.example/'/>",
      "<outline text='News' xmlUrl='https://two.example/'/>",
      "<outline text='خبرگزاری' xmlUrl='https://fa.example/'/>",
      "<outline text='日本' xmlUrl='https://www.nihon.example/'/>",
      "<outline text='Own' rasad:id='my-own-id' xmlUrl='https://own.example/'/>",
    ]
    let forward = read(lines.joined(separator: "\n"))
    let backward = read(lines.reversed().joined(separator: "\n"))
    let ids = Dictionary(uniqueKeysWithValues: forward.map { ($0.url, $0.id) })
    #expect(Set(ids.values).count == 5)
    #expect(ids == Dictionary(uniqueKeysWithValues: backward.map { ($0.url, $0.id) }))
    #expect(ids["https://fa.example/"] == "khbrgzari")
    #expect(ids["https://www.nihon.example/"] == "nihon")
    #expect(ids["https://own.example/"] == "my-own-id")
    #expect(ids["https://one.example/"]?.hasPrefix("news-") == true)
    let taken = read(lines[4], existing: [FeedSource(id: "my-own-id", url: "https://x.example/")])
    #expect(taken[0].id.hasPrefix("my-own-id-"))
  }

  @Test func `a stranger's file can neither open private addresses nor name a secret`() {
    let outlines = read(
      """
      <outline text="${env:HOME}&#10;[hook]&#10;command = x" xmlUrl="https://a.example/"
        rasad:allow-private="yes" rasad:verify-tls="no" rasad:note="${file:/etc/passwd}"/>
      """
    )
    #expect(outlines.count == 1 && outlines[0].refusal == nil)
    #expect(!outlines[0].title.contains("${") && !outlines[0].title.contains("\n"))
    #expect(outlines[0].settings.map(\.key) == ["note"])
    #expect(!outlines[0].settings[0].value.contains("${"))
  }

  @Test func `what we export comes back`() throws {
    var feed = FeedSource(id: "paper", url: "https://p.example/?a=1&b=2")
    feed.title = "A <paper> & more"
    feed.language = "ar"
    feed.interval = .seconds(5400)
    feed.maxItems = 12
    feed.topics = ["spectrum", "events"]
    feed.enabled = false
    let text = OPML.text(of: [feed], title: "x")
    let outline = try #require(OPMLReader(Array(text.utf8), existing: [])?.outlines.first)
    let section = FeedList.adding(
      feed: outline.id,
      url: outline.url,
      title: outline.title,
      settings: outline.settings,
      to: ""
    )
    let read = try FeedList.parse(Array(section.utf8), path: "f", environment: [:]) { _ in nil }
    let back = try #require(read.feeds.first)
    #expect(back.id == feed.id && back.url == feed.url && back.title == feed.title)
    #expect(back.language == "ar" && back.interval == feed.interval && back.maxItems == 12)
    #expect(back.topics == feed.topics && !back.enabled)
  }

  @Test(arguments: ["", "<rss/>", "<html><outline xmlUrl='https://a.example/'/>", "nothing"])
  func `what is no OPML is told from an empty one`(text: String) {
    #expect(OPMLReader(Array(text.utf8), existing: []) == nil)
    #expect(OPMLReader(Array("<opml><body></body></opml>".utf8), existing: [])?.outlines == [])
  }
}
