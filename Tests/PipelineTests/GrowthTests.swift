// SPDX-License-Identifier: Apache-2.0
import ArticleStore
import Articles
import DigestWriter
import FeedList
import Foundation
import Pipeline
import RasadTestSupport
import Synchronization
import TextBasics
import Testing

/// What readers are given over many runs: follow-ups, and archives of the months that are over.
struct GrowthTests {
  /// One item of the feed.
  struct Item {
    let id: String
    let title: String
    let text: String
    let published: Int
    var language = "fa"
  }

  /// A feed that changes between runs, and a state directory that stays.
  final class Site: Sendable {
    let folder: Folder
    let server: LoopbackServer
    init(_ settings: String) throws {
      folder = try Folder()
      let held = SharedItems()
      server = try LoopbackServer { request in
        let language = String(request.path.dropFirst())
        return .init(body: GrowthTests.rss(held.items.filter { $0.language == language }))
      }
      shared = held
      var text = "[rasad]\nstate = \(folder("state"))\nseeds = \(Fixture.repository)/seeds\n"
      for id in ["fa", "ar", "en"] {
        text += "[feed \(id)]\nurl = \(server.url("/" + id))\nallow-private = yes\n"
      }
      text += "[digest]\nbase-url = https://digest.example/\nauthority = digest.example,2025\n"
      try folder.write(text + settings, to: "feeds.conf")
    }

    private let shared: SharedItems

    deinit { server.stop() }

    /// Runs at `now` with these items in the feeds.
    @discardableResult
    func run(_ items: [Item], at now: Int) async throws -> RunReport {
      shared.items = items
      let workspace = try Workspace.open(
        .init(config: folder("feeds.conf"), state: nil, environment: [:])
      )
      let store = try workspace.store(.readWrite)
      let pipeline = try workspace.pipeline(store: store, now: now)
      let report = try await pipeline.run(FeedSelection(all: true)) { _, _, _ in }
      try store.close()
      return report
    }

    func text(_ name: String) throws -> String { try folder.text("state/public/" + name) }

    func exists(_ name: String) -> Bool {
      FileManager.default.fileExists(atPath: folder("state/public/" + name))
    }

    /// What the digest's own checks say of everything that was written.
    func findings() throws -> [DigestCheck.Finding] {
      let files = try folder.files().filter { $0.key.hasPrefix("state/public/") }
      return DigestCheck.findings(
        in: files.sorted { $0.key < $1.key }.map {
          DigestFile(path: $0.key, bytes: [UInt8]($0.value))
        }
      )
    }
  }

  final class SharedItems: Sendable {
    private let held = Mutex<[Item]>([])
    var items: [Item] {
      get { held.withLock { $0 } }
      set { held.withLock { $0 = newValue } }
    }
  }

  static func rss(_ items: [Item]) -> String {
    let entries = items.map { item in
      "<item><guid isPermaLink='false'>\(item.id)</guid><title>\(item.title)</title>"
        + "<link>https://\(item.language).example/\(item.id)</link>"
        + "<description>\(item.text)</description><dc:date>\(Timestamp.text(item.published))</dc:date></item>"
    }
    return
      "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Feed</title>"
      + "<copyright>© the publisher</copyright>\(entries.joined())</channel></rss>"
  }

  private static let start = 1_763_359_200
  private static let hour = 3600
  private static let persian = Item(
    id: "1",
    title: "وزیر ارتباطات عازم باکو شد",
    text:
      "ستار هاشمی برای شرکت در کنفرانس WTDC-۲۵ و گفتگو درباره امنیت سایبری و هوش مصنوعی عازم باکو شد.",
    published: start
  )
  private static let arabic = Item(
    id: "2",
    title: "وزير الاتصالات الإيراني يغادر إلى باكو",
    text:
      "غادر ستار هاشمي طهران إلى باكو للمشاركة في مؤتمر WTDC-25 وبحث الأمن السيبراني والذكاء الاصطناعي.",
    published: start + hour,
    language: "ar"
  )
  /// The same report again, as an agency's customer prints it.
  private static let copy = Item(
    id: "3",
    title: persian.title,
    text: persian.text,
    published: start + 2 * hour
  )

  private static func ids(_ feed: String) -> [String] {
    feed.split(separator: "<id>").dropFirst().map { String($0.prefix { $0 != "<" }) }
      .filter { $0.contains(":story/") }
  }

  @Test func `a story that grows gets one entry more, and is not announced twice`() async throws {
    let site = try Site("updates = follow-up\n")
    try await site.run([Self.persian], at: Self.start + 60)
    let first = try site.text("digest.atom")
    let story = try #require(Self.ids(first).first)
    #expect(Self.ids(first) == [story])
    #expect(first.contains("<rights>© the publisher</rights>"))

    let report = try await site.run([Self.persian, Self.arabic], at: Self.start + 2 * Self.hour)
    #expect(report.grownStories == 1)
    let second = try site.text("digest.atom")
    #expect(Set(Self.ids(second)) == [story, story + "#2"])
    #expect(second.contains("<thr:in-reply-to ref=\"\(story)\""))
    #expect(second.contains(">\(Self.arabic.title)</title>"))
    let grown = Timestamp.text(Self.start + 2 * Self.hour)
    #expect(second.ranges(of: "<updated>\(grown)</updated>").count == 3)

    // A copy is no growth; nor is the same again an hour or a day later.
    for hours in [3, 4, 30] {
      let all = [Self.persian, Self.arabic] + (hours > 3 ? [Self.copy] : [])
      let report = try await site.run(all, at: Self.start + hours * Self.hour)
      #expect(report.grownStories == 0)
      #expect(Set(Self.ids(try site.text("digest.atom"))) == [story, story + "#2"])
      #expect(try site.text("digest.atom").ranges(of: "<updated>\(grown)</updated>").count == 3)
    }
    #expect(try site.findings() == [])
  }

  @Test func `a lead that says something else is growth, an addition or a correction is not`()
    async throws
  {
    let site = try Site("updates = follow-up\n")
    func edited(_ title: String, _ text: String) -> Item {
      Item(id: "1", title: title, text: text, published: Self.start)
    }
    try await site.run([Self.persian], at: Self.start + 60)
    let story = try #require(Self.ids(try site.text("digest.atom")).first)
    let longer = edited(Self.persian.title, Self.persian.text + " این سفر سه روز ادامه دارد.")
    try await site.run([longer], at: Self.start + 24 * Self.hour)
    #expect(Self.ids(try site.text("digest.atom")) == [story])
    let other = edited(
      "سفر هاشمی لغو شد",
      "دولت اعلام کرد که به دلیل شرایط جوی، پرواز انجام نمی‌شود و مذاکرات فناوری به ماه آینده موکول شد."
    )
    try await site.run([other], at: Self.start + 26 * Self.hour)
    let after = try site.text("digest.atom")
    #expect(
      after.isEmpty || Self.ids(after).isEmpty || Set(Self.ids(after)) == [story, story + "#2"]
    )
    let store = try ArticleStore.open(path: site.folder("state/rasad.sqlite"), access: .readOnly)
    let held = try #require(try store.stories(StoryFilter()).first)
    #expect(held.growth.map(\.reason) == [.newLead])
    #expect(held.updated == Self.start + 26 * Self.hour)
    // An article that is written on while the event lasts does not come back each time.
    try await site.run([longer], at: Self.start + 27 * Self.hour)
    #expect(try store.stories(StoryFilter()).first?.growth.count == 1)
  }

  @Test func `silent by default, and what comes while a story settles is no news`() async throws {
    let silent = try Site("")
    try await silent.run([Self.persian], at: Self.start + 60)
    try await silent.run([Self.persian, Self.arabic], at: Self.start + 2 * Self.hour)
    #expect(Self.ids(try silent.text("digest.atom")).count == 1)
    let settling = try Site("updates = follow-up\nsettle = 3h\n")
    try await settling.run([Self.persian], at: Self.start + 60)
    #expect(Self.ids(try settling.text("digest.atom")).isEmpty)
    try await settling.run([Self.persian, Self.arabic], at: Self.start + 2 * Self.hour)
    try await settling.run([Self.persian, Self.arabic], at: Self.start + 4 * Self.hour)
    let feed = try settling.text("digest.atom")
    #expect(Self.ids(feed).count == 1)
    #expect(feed.contains("hreflang=\"ar\""))
  }

  // MARK: Months

  /// Three stories of one month, too far apart to be one.
  private static func stories(_ month: String) -> [Item] {
    [
      ("02", "Cybersecurity agency"), ("10", "Spectrum auction"),
      ("20", "Artificial intelligence law"),
    ]
    .compactMap { day, subject in
      Timestamp.seconds("\(month)-\(day)T10:00:00Z").map { published in
        Item(
          id: "\(month)-\(day)",
          title: "\(subject) is the talk of \(month)",
          text:
            "The \(subject.lowercased()), cybersecurity, spectrum and artificial intelligence policy "
            + "were discussed by the ministry of communications.",
          published: published,
          language: "en"
        )
      }
    }
  }

  private static func instant(_ day: String) throws -> Int {
    try #require(Timestamp.seconds(day + "T12:00:00Z"))
  }

  @Test func `each month that is over becomes an archive, which then never changes`() async throws {
    let site = try Site("keep = 2\n")
    let months = ["2025-08", "2025-09", "2025-10"]
    try await site.run(Self.stories(months[0]), at: Self.instant("2025-08-25"))
    #expect(!site.exists("archive"))
    // The month is over, but its stories still stand in the feed: then it needs no archive.
    try await site.run(Self.stories(months[0]), at: Self.instant("2025-09-01"))
    #expect(!site.exists("archive"))

    let two = Self.stories(months[0]) + Self.stories(months[1])
    try await site.run(two, at: Self.instant("2025-09-25"))
    let august = try site.text("archive/2025-08.atom")
    #expect(Self.ids(august).count == 3 && august.contains("<fh:archive/>"))
    #expect(august.contains("rel=\"current\"") && !august.contains("prev-archive"))
    #expect(!site.exists("archive/2025-09.atom"))
    let link =
      "rel=\"prev-archive\" type=\"application/atom+xml\" href=\"https://digest.example/archive/"
    #expect(try site.text("digest.atom").contains(link + "2025-08.atom\""))
    let written = try site.folder.modified("state/public/archive/2025-08.atom")

    // A report that is dated in August comes in October: it stands in October's archive.
    var late = Self.stories("2025-08")[1]
    late = Item(
      id: "late",
      title: "Late: " + late.title,
      text: late.text + " This comes late.",
      published: late.published + 18 * 86_400,
      language: "en"
    )
    // One of August's articles is written anew.
    var changed = two
    changed[0] = Item(
      id: two[0].id,
      title: "Another headline",
      text: "Other words about cybersecurity and spectrum stand here now, nothing as before.",
      published: two[0].published,
      language: "en"
    )
    let three = changed + Self.stories(months[2]) + [late]
    try await site.run(three, at: Self.instant("2025-10-25"))
    try await site.run(three, at: Self.instant("2025-11-05"))
    let october = try site.text("archive/2025-10.atom")
    #expect(october.contains("Late: "))
    #expect(october.contains(link + "2025-09.atom\""))
    #expect(try site.text("archive/2025-09.atom").contains(link + "2025-08.atom\""))
    #expect(Self.ids(try site.text("archive/2025-09.atom")).count == 3)
    #expect(try site.text("archive/2025-08.atom") == august)
    #expect(try site.folder.modified("state/public/archive/2025-08.atom") == written)
    #expect(try site.text("digest.atom").contains(link + "2025-10.atom\""))
    #expect(try site.findings() == [])

    // Everything that was ever given out is in exactly one archive.
    let all = try months.flatMap { Self.ids(try site.text("archive/\($0).atom")) }
    #expect(Set(all).count == 10 && all.count == 10)
    #expect(Set(Self.ids(try site.text("digest.atom"))).isSubset(of: all))
  }
}
