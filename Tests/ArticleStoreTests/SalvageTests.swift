// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing

@testable import ArticleStore

struct SalvageTests {
  private func filled(_ folder: TemporaryFolder, articles count: Int) throws -> [Article] {
    let store = try ArticleStore.open(path: folder.store, access: .readWrite)
    let articles = (0..<count).map {
      Samples.article(
        "k\($0)",
        text: String(repeating: "text \($0) ", count: 60),
        published: Samples.start + $0
      )
    }
    _ = try store.commit(
      Samples.batch(articles.map { Samples.item($0, tags: [Samples.tag("events", 1200)]) })
    )
    try store.assign(
      articles.enumerated().map { place, article in
        Samples.assignment(article, story: articles[place / 3 * 3])
      },
      now: Samples.start
    )
    try store.close()
    return articles
  }

  @Test func `a whole store is saved whole, and the old file is only read`() throws {
    let folder = try TemporaryFolder()
    let articles = try filled(folder, articles: 60)
    let before = try folder.bytes("rasad.sqlite")
    let path = folder.path + "/saved.sqlite"
    let report = try ArticleStore.salvage(from: folder.store, to: path)
    #expect(report.gaps.isEmpty)
    #expect(report.copied["article"] == 60)
    #expect(try folder.bytes("rasad.sqlite") == before)
    let saved = try ArticleStore.open(path: path, access: .readWrite, verify: true)
    let old = try ArticleStore.open(path: folder.store, access: .readOnly)
    #expect(try saved.articles(articles.map(\.id)).map(\.article) == articles)
    #expect(
      try saved.stories(StoryFilter(topic: "events")).map(\.id)
        == old.stories(StoryFilter(topic: "events")).map(\.id)
    )
    #expect(try saved.feedState("irib")?.etag == nil)
    #expect(try saved.feedState("irib")?.schedule == old.feedState("irib")?.schedule)
    #expect(try saved.integrityProblems() == [])
    #expect(throws: StoreError.self) { try ArticleStore.salvage(from: folder.store, to: path) }
  }

  @Test(arguments: [10, 25, 40, 55, 70, 85])
  func `damaged pages cost what they held and no more`(percent: Int) throws {
    let folder = try TemporaryFolder()
    let articles = try filled(folder, articles: 400)
    var bytes = try folder.bytes("rasad.sqlite")
    let page = bytes.count * percent / 100 / 4096 * 4096
    for index in page..<page + 4096 { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
    try folder.write(bytes, to: "rasad.sqlite")
    let path = folder.path + "/saved.sqlite"
    _ = try ArticleStore.salvage(from: folder.store, to: path)
    let saved = try ArticleStore.open(path: path, access: .readWrite, verify: true)
    #expect(try saved.integrityProblems() == [])
    let kept = try saved.articles(articles.map(\.id))
    #expect(kept.count >= 370)
    #expect(kept.allSatisfy { stored in articles.contains(stored.article) })
    let again = try saved.commit(Samples.batch(articles.map { Samples.item($0) }))
    #expect(again.new.count == 400 - kept.count)
  }

  @Test func `half a file gives what its half held`() throws {
    let folder = try TemporaryFolder()
    _ = try filled(folder, articles: 400)
    let half = Array(try folder.bytes("rasad.sqlite").prefix(400_000 / 4096 * 4096))
    try folder.write(half, to: "rasad.sqlite")
    let path = folder.path + "/saved.sqlite"
    let report = try ArticleStore.salvage(from: folder.store, to: path)
    #expect(!report.gaps.isEmpty)
    let saved = try ArticleStore.open(path: path, access: .readWrite, verify: true)
    #expect(try saved.integrityProblems() == [])
    #expect(try saved.counts().articles > 50)
  }

  @Test func `what is no database cannot be saved`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("letter".utf8), to: "rasad.sqlite")
    #expect(throws: StoreError.self) {
      try ArticleStore.salvage(from: folder.store, to: folder.path + "/saved.sqlite")
    }
  }
}
