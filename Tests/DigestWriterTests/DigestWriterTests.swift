// SPDX-License-Identifier: Apache-2.0
import Articles
import RasadTestSupport
import Testing
import TextBasics

@testable import DigestWriter

struct DigestWriterTests {
  static func text(_ path: String, of digest: Digest) throws -> String {
    let file = try #require(DigestWriter(digest).files().first { $0.path == path }, "\(path)")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  static func feed(_ path: String, of digest: Digest) throws -> XMLTree.Element {
    try XMLTree.root(of: Array(text(path, of: digest).utf8))
  }

  static func many(_ count: Int, minutesApart: Int = 60) -> Digest {
    var digest = SampleDigest.make()
    digest.stories = (0..<count).map { index in
      let start = SampleDigest.start - index * minutesApart * 60
      var story = SampleDigest.departure
      story = DigestStory(
        id: Story.ID(text: "story\(index)"),
        title: story.title,
        language: story.language,
        lead: story.lead,
        published: start,
        updated: start,
        firstSeen: start,
        sources: story.sources,
        tags: story.tags
      )
      return story
    }
    return digest
  }

  @Test(arguments: ["digest.atom", "digest.json", "index.html", "topic/cybersecurity.html"])
  func `output is what was recorded`(path: String) throws {
    let name = path.split(separator: "/").joined(separator: "-")
    try Golden.expect(Array(DigestWriterTests.text(path, of: SampleDigest.make()).utf8), toBe: name)
  }

  @Test func `everything that is written passes the check`() {
    #expect(DigestCheck.findings(in: DigestWriter(SampleDigest.make()).files()) == [])
  }

  @Test func `every path is there once and needs no escaping`() {
    let paths = DigestWriter(SampleDigest.make()).files().map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("digest.atom"))
    #expect(paths.contains("lang/fa.atom"))
    #expect(paths.contains("blogroll.opml"))
  }

  @Test func `the order in which stories were found changes nothing`() {
    var digest = SampleDigest.make()
    let files = DigestWriter(digest).files()
    digest.stories.reverse()
    digest.tombstones.reverse()
    #expect(DigestWriter(digest).files() == files)
  }

  @Test func `the clock is in no feed and not on the first page`() {
    var digest = SampleDigest.make()
    let files = DigestWriter(digest).files().filter { !$0.path.hasPrefix("feeds") }
    digest.now += 86_400
    #expect(DigestWriter(digest).files().filter { !$0.path.hasPrefix("feeds") } == files)
  }

  @Test func `the digest holds stories on a topic, the other feed all of them`() throws {
    let digest = SampleDigest.make()
    let main = try DigestWriterTests.feed("digest.atom", of: digest)
    let all = try DigestWriterTests.feed("all.atom", of: digest)
    #expect(main.all("entry").count == 3)
    #expect(all.all("entry").count == 4)
  }

  @Test func `a feed is as new as its newest entry`() throws {
    let feed = try DigestWriterTests.feed("digest.atom", of: SampleDigest.make())
    #expect(feed.first("updated")?.text == "2025-11-19T07:30:00Z")
    #expect(feed.all("entry").first?.first("updated")?.text == "2025-11-19T07:30:00Z")
  }

  @Test func `an empty topic is a valid feed of the model's date`() throws {
    let feed = try DigestWriterTests.feed("topic/digital-health.atom", of: SampleDigest.make())
    #expect(feed.all("entry").isEmpty)
    #expect(feed.first("updated")?.text == "2025-10-18T07:30:00Z")
  }

  @Test func `without an address of the digest there are no links to it, and all is valid`() throws
  {
    var digest = SampleDigest.make()
    digest.settings.baseURL = nil
    let feed = try DigestWriterTests.feed("digest.atom", of: digest)
    #expect(feed.all("link").isEmpty)
    #expect(try !DigestWriterTests.text("digest.atom", of: digest).contains("me.example/rasad"))
    #expect(DigestCheck.findings(in: DigestWriter(digest).files()) == [])
  }

  @Test func `an entry without an address has its content and no alternate link`() throws {
    let feed = try DigestWriterTests.feed("all.atom", of: SampleDigest.make())
    let entry = try #require(
      feed.all("entry").first { $0.first("id")?.text.contains("armenia") == true }
    )
    #expect(entry.all("link").isEmpty)
    #expect(entry.first("content")?.text.contains("أكد وزير الاتصالات") == true)
  }

  @Test func `one alternate, the other sources as via with language and outlet`() throws {
    let feed = try DigestWriterTests.feed("digest.atom", of: SampleDigest.make())
    let entry = try #require(feed.all("entry").last)
    let links = entry.all("link")
    #expect(links.map { $0.attribute("rel") } == ["alternate", "via", "via"])
    #expect(links.map { $0.attribute("hreflang") } == ["fa", "ar", "en"])
    #expect(links[1].attribute("title") == "الوفاق")
    #expect(entry.all("author").count == 3)
  }

  @Test func `a story merged into another leaves a tombstone, unless it lives again`() throws {
    var digest = SampleDigest.make()
    let feed = try DigestWriterTests.feed("digest.atom", of: digest)
    let tombstone = try #require(feed.first("at:deleted-entry"))
    #expect(tombstone.attribute("ref") == "tag:me.example,2026:story/aaaaaaaaaaaaaaaaaaaaaaaaaa")
    digest.tombstones = [
      Digest.Tombstone(id: SampleDigest.itu.id, mergedInto: SampleDigest.departure.id, when: 1)
    ]
    #expect(try DigestWriterTests.feed("digest.atom", of: digest).first("at:deleted-entry") == nil)
  }

  @Test func `titles are isolated only when asked for, and only from right to left`() throws {
    var digest = SampleDigest.make()
    #expect(try !DigestWriterTests.text("digest.atom", of: digest).contains("\u{2067}"))
    digest.settings.titleIsolates = true
    let feed = try DigestWriterTests.feed("digest.atom", of: digest)
    let title = feed.all("entry").first?.first("title")?.text ?? ""
    #expect(title.unicodeScalars.first == "\u{2067}")
    #expect(title.unicodeScalars.last == "\u{2069}")
    #expect(DigestCheck.findings(in: DigestWriter(digest).files()) == [])
  }

  @Test func `growth gives a follow-up that points to the story, one in twelve hours`() throws {
    var digest = SampleDigest.make()
    digest.settings.updates = .followUp
    let feed = try DigestWriterTests.feed("digest.atom", of: digest)
    let followUps = feed.all("entry").filter { $0.first("thr:in-reply-to") != nil }
    #expect(followUps.count == 1)
    let entry = try #require(followUps.first)
    let story = "tag:me.example,2026:story/mzxw6ytboi2dg5dfon2hg33umu"
    #expect(entry.first("id")?.text == story + "#2")
    #expect(entry.first("thr:in-reply-to")?.attribute("ref") == story)
    #expect(entry.first("title")?.attribute("xml:lang") == "ar")
    #expect(DigestCheck.findings(in: DigestWriter(digest).files()) == [])
  }

  @Test func `the newest stay, and more if they are of the last two days`() throws {
    var digest = DigestWriterTests.many(60, minutesApart: 240)
    digest.settings.keep = 30
    #expect(try DigestWriterTests.feed("digest.atom", of: digest).all("entry").count == 30)
    digest.settings.keep = 5
    #expect(try DigestWriterTests.feed("digest.atom", of: digest).all("entry").count == 13)
  }

  @Test func `no feed is larger than its limit, and what does not fit is in an archive`() throws {
    var digest = DigestWriterTests.many(150, minutesApart: 5)
    digest.completeMonths = ["2025-11"]
    let files = DigestWriter(digest).files()
    let main = try #require(files.first { $0.path == "digest.atom" })
    #expect(main.bytes.count <= DigestWriter.feedLimit)
    let archive = try #require(files.first { $0.path == "archive/2025-11.atom" })
    let root = try XMLTree.root(of: archive.bytes)
    #expect(root.all("entry").count == 150)
    #expect(root.first("fh:archive") != nil)
    #expect(DigestCheck.findings(in: files) == [])
  }

  @Test func `the twin is no larger either, and first lets its smaller reasons go`() throws {
    func twin(_ count: Int) throws -> String {
      let digest = DigestWriterTests.many(count, minutesApart: 5)
      let file = try #require(DigestWriter(digest).files().first { $0.path == "digest.json" })
      #expect(file.bytes.count <= DigestWriter.feedLimit)
      return String(decoding: file.bytes, as: UTF8.self)
    }
    let few = try twin(3)
    let many = try twin(120)
    let entries = many.ranges(of: "\"date_published\"").count
    #expect(few.contains("\"contribution\""))
    #expect(entries >= 50 && many.hasSuffix("}\n"))
    #expect(
      many.ranges(of: "\"contribution\"").count < 40 * few.ranges(of: "\"contribution\"").count
    )
  }

  @Test func `the first page of a hundred stories weighs 20 kB and 1 kB for each`() throws {
    let digest = DigestWriterTests.many(100, minutesApart: 20)
    let page = try #require(DigestWriter(digest).files().first { $0.path == "index.html" })
    #expect(page.bytes.count <= 120_000)
    #expect(String(decoding: page.bytes, as: UTF8.self).ranges(of: "<article").count == 100)
  }

  @Test func `archives are a chain from the newest month to the oldest`() throws {
    var digest = DigestWriterTests.many(20, minutesApart: 5 * 24 * 60)
    digest.settings.keep = 4
    digest.archivedMonths = ["2025-01"]
    digest.completeMonths = ["2025-08", "2025-09", "2025-10", "2025-11"]
    let files = DigestWriter(digest).files()
    let paths = files.map(\.path).filter { $0.hasPrefix("archive/") }
    #expect(paths == ["archive/2025-08.atom", "archive/2025-09.atom", "archive/2025-10.atom"])
    func previous(_ path: String) throws -> String? {
      let file = try #require(files.first { $0.path == path })
      return try XMLTree.root(of: file.bytes).all("link")
        .first { $0.attribute("rel") == "prev-archive" }?.attribute("href")
    }
    let base = "https://me.example/rasad/"
    #expect(try previous("digest.atom") == base + "archive/2025-10.atom")
    #expect(try previous("archive/2025-10.atom") == base + "archive/2025-09.atom")
    #expect(try previous("archive/2025-08.atom") == base + "archive/2025-01.atom")
  }

  @Test func `a month that is not complete gets no archive`() {
    var digest = DigestWriterTests.many(20, minutesApart: 5 * 24 * 60)
    digest.settings.keep = 4
    digest.completeMonths = ["2025-10"]
    let paths = DigestWriter(digest).files().map(\.path).filter { $0.hasPrefix("archive/") }
    #expect(paths == ["archive/2025-10.atom"])
  }

  @Test func `a wrong authority or address is not written down`() throws {
    var digest = SampleDigest.make()
    digest.settings.authority = "me example/2026"
    digest.settings.baseURL = "javascript:alert(1)"
    digest.settings.hub = "ftp://hub.example/"
    let text = try DigestWriterTests.text("digest.atom", of: digest)
    #expect(text.contains("<id>tag:rasad.invalid,2025:digest</id>"))
    #expect(!text.contains("javascript"))
    #expect(!text.contains("ftp:"))
  }

  @Test func `the blogroll names feeds with an address`() throws {
    let root = try DigestWriterTests.feed("blogroll.opml", of: SampleDigest.make())
    let outlines = try #require(root.first("body")).all("outline")
    #expect(
      outlines.map { $0.attribute("text") } == [
        "صداوسیما – ارتباطات", "الوفاق", "وكالة مهر للأنباء",
      ]
    )
  }
}
