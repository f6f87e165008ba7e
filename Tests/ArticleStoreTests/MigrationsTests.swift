// SPDX-License-Identifier: Apache-2.0
import Articles
import GRDB
import Testing
import TextBasics

@testable import ArticleStore

struct MigrationsTests {
  /// What a store of version 1 held: rows as that version wrote them, never edited again.
  private static let fixtures = [
    """
    INSERT INTO feed(id, name, language, schedule, status, failures)
      VALUES (1, 'irib', 'fa', 's', 'ok', 0);
    INSERT INTO model(id, hash) VALUES (1, 'm1');
    INSERT INTO story(id, name, published, updated, first_seen, size, lists)
      VALUES (1, 'story1', 10, 20, 30, 1, 'l:fa');
    INSERT INTO listing(list, updated, name, story) VALUES ('l:fa', 20, 'story1', 1);
    INSERT INTO article(id, feed, key, instant, published, first_seen, story, position, language,
      model, revisions, content_hash, text_key, address_key, url, canonical, features)
      VALUES (1, 1, 'k', 10, 10, 30, 1, 0, 'fa', 1, 0, 'hash', 5, 6, 'https://example.org/', '',
        x'00ff');
    INSERT INTO content(article, outlet, title, authors, categories, tags, text)
      VALUES (1, 'Outlet', 'عنوان', '["A"]', '', '[["events",[["phrase",1200,"x","y",""]]]]',
        'متن');
    INSERT INTO decision(article, body) VALUES (1, '["first","","",[]]');
    """,
    """
    INSERT INTO feed(id, name, language, schedule, status, failures, rights)
      VALUES (1, 'irib', 'fa', 's', 'ok', 0, '© IRIB');
    INSERT INTO model(id, hash) VALUES (1, 'm1');
    INSERT INTO story(id, name, published, updated, first_seen, size, lists)
      VALUES (1, 'story1', 10, 20, 30, 1, 'l:fa');
    INSERT INTO listing(list, updated, name, story) VALUES ('l:fa', 20, 'story1', 1);
    INSERT INTO growth(story, number, at, reason, title, language, url, outlet)
      VALUES (1, 2, 20, 'new-language', 'عنوان', 'ar', NULL, 'Outlet');
    INSERT INTO article(id, feed, key, instant, published, first_seen, story, position, language,
      model, revisions, content_hash, text_key, address_key, url, canonical, features)
      VALUES (1, 1, 'k', 10, 10, 30, 1, 0, 'fa', 1, 0, 'hash', 5, 6, 'https://example.org/', '',
        x'00ff');
    INSERT INTO content(article, outlet, title, authors, categories, tags, text)
      VALUES (1, 'Outlet', 'عنوان', '["A"]', '', '[["events",[["phrase",1200,"x","y",""]]]]',
        'متن');
    INSERT INTO decision(article, body) VALUES (1, '["first","","",[]]');
    """,
  ]

  @Test(arguments: 0...fixtures.count)
  func `a store of every earlier version is brought up to date with its contents`(
    version: Int
  ) throws {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.store)
    try queue.writeWithoutTransaction { db in
      try Migrations.apply(to: db, upTo: version)
      if version > 0 { try db.execute(sql: Self.fixtures[version - 1]) }
    }
    try queue.close()
    let store = try ArticleStore.open(path: folder.store, access: .readWrite)
    #expect(try store.integrityProblems() == [])
    guard version > 0 else { return }
    let story = try #require(try store.stories(StoryFilter(language: .persian)).first)
    #expect(story.id.text == "story1")
    let article = try #require(story.members.first)
    #expect(story.growth.map(\.number) == (version > 1 ? [2] : []))
    #expect(article.article.title == "عنوان")
    #expect(article.article.canonicalURL == "https://example.org/")
    #expect(article.tags.map(\.score) == [1200])
    #expect(article.decision?.relation == .first)
    try store.updateSearchIndex { $0 }
    #expect(try store.search("متن").count == 1)
  }

  @Test func `every version has its fixture`() {
    #expect(Self.fixtures.count == Migrations.all.count)
  }

  @Test func `a store of an older version is not changed by a reader`() throws {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.store)
    try queue.writeWithoutTransaction { db in
      try Migrations.apply(to: db)
      try db.execute(sql: "PRAGMA user_version = 0")
    }
    try queue.close()
    #expect(throws: StoreError.self) {
      try ArticleStore.open(path: folder.store, access: .readOnly)
    }
  }

  @Test func `a migration that fails leaves the version before it`() throws {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "CREATE TABLE correction(x)")
      #expect(throws: DatabaseError.self) { try Migrations.apply(to: db) }
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master")
      #expect(version == 0)
      #expect(tables == 1)
    }
  }
}
