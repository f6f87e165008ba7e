// SPDX-License-Identifier: Apache-2.0
import Articles
import Testing
import TextBasics

@testable import ArticleStore

struct SearchTests {
  /// A small folding for the tests: letters that Arabic and Persian write apart, ZWNJ joined.
  private func fold(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.compactMap { scalar in
          switch scalar {
          case "ي", "ى": "ی"
          case "ك": "ک"
          case "\u{200C}", "\u{064E}": nil
          default: scalar
          }
        }
      )
    )
  }

  private func store(_ articles: [Article], tags: [TopicTag] = []) throws -> ArticleStore {
    let store = try ArticleStore.inMemory()
    for (feed, group) in Dictionary(grouping: articles, by: \.id.feed) {
      _ = try store.commit(Samples.batch(group.map { Samples.item($0, tags: tags) }, feed: feed))
    }
    try store.updateSearchIndex(fold: fold)
    return store
  }

  private func keys(
    _ store: ArticleStore,
    _ query: String,
    _ filter: SearchFilter = SearchFilter()
  ) throws -> [String] {
    try store.search(fold(query), filter: filter).map(\.article.article.id.key)
  }

  @Test func `folded queries find folded texts, whichever letters were typed`() throws {
    let store = try store([
      Samples.article("fa", title: "همکاری‌های ارتباطی"),
      Samples.article("ar", title: "وزير الاتصالات كبير", language: .arabic),
    ])
    #expect(try keys(store, "همكاريهاي") == ["fa"])
    #expect(try keys(store, "وزیر") == ["ar"])
    #expect(try keys(store, "کبیر") == ["ar"])
    #expect(try keys(store, "باکو").isEmpty)
    #expect(try keys(store, "همکاری*") == ["fa"])
  }

  @Test func `diacritics are the folding's business, not the tokenizer's`() throws {
    let store = try store([
      Samples.article("a", title: "café"), Samples.article("b", title: "cafe"),
    ])
    #expect(try keys(store, "cafe") == ["b"])
  }

  @Test func `a search narrows to language, feed, topic and time`() throws {
    let articles = (0..<10).map { index in
      Samples.article(
        "k\(index)",
        feed: index < 5 ? "one" : "two",
        title: "باکو \(index)",
        published: Samples.start + index,
        language: index % 2 == 0 ? .arabic : .persian
      )
    }
    let store = try store(articles, tags: [Samples.tag("events", 1200)])
    let newest = SearchFilter(order: .newest)
    #expect(try keys(store, "باکو", newest).first == "k9")
    #expect(try keys(store, "باکو", SearchFilter(language: .arabic)).count == 5)
    #expect(try keys(store, "باکو", SearchFilter(feed: "two")).count == 5)
    #expect(try keys(store, "باکو", SearchFilter(since: Samples.start + 7)).count == 3)
    #expect(try keys(store, "باکو", SearchFilter(topic: "events", limit: 4)).count == 4)
    #expect(try keys(store, "باکو", SearchFilter(topic: "spectrum")).isEmpty)
  }

  @Test func `a title counts for more than a text`() throws {
    let store = try store([
      Samples.article("text", title: "other words here", text: "baku and more words"),
      Samples.article("title", title: "baku and more words", text: "other words here"),
    ])
    #expect(try keys(store, "baku") == ["title", "text"])
    let hits = try store.search("baku")
    #expect(hits[0].relevance >= hits[1].relevance)
  }

  @Test func `a revised text is found by its new words only`() throws {
    let store = try store([Samples.article("a", title: "first")])
    for round in 0..<3 {
      let article = Samples.article("a", title: "round\(round)")
      _ = try store.commit(Samples.batch([Samples.item(article)]))
      if round != 1 { try store.updateSearchIndex(fold: fold) }
    }
    #expect(try keys(store, "round2") == ["a"])
    for gone in ["first", "round0", "round1"] { #expect(try keys(store, gone).isEmpty) }
    #expect(try store.counts().unindexed == 0)
  }

  @Test func `the index is filled in batches, from where it stopped, and anew when asked`() throws {
    let store = try ArticleStore.inMemory()
    let items = (0..<25).map { Samples.item(Samples.article("k\($0)", title: "word w\($0)")) }
    _ = try store.commit(Samples.batch(items))
    #expect(try store.counts().unindexed == 25)
    #expect(try store.updateSearchIndex(batch: 10, fold: fold) == 25)
    #expect(try store.updateSearchIndex(batch: 10, fold: fold) == 0)
    try store.resetSearchIndex()
    #expect(try store.counts().unindexed == 25)
    #expect(try keys(store, "word").isEmpty)
    #expect(try store.updateSearchIndex(fold: fold) == 25)
    #expect(try keys(store, "word", SearchFilter(limit: 99)).count == 25)
    #expect(try store.integrityProblems() == [])
  }

  @Test(arguments: ["\"unfinished", "AND", "nosuchcolumn:x", "(", "a NEAR/"])
  func `an expression that cannot be read is the user's to mend`(query: String) throws {
    let store = try store([Samples.article("a")])
    do {
      _ = try store.search(query)
      Issue.record("the search was accepted")
    } catch { #expect(error.code == .badQuery) }
  }
}
