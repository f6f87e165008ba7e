// SPDX-License-Identifier: Apache-2.0
import GRDB

/// The schema as an append-only list: entry n takes a store from version n to n + 1.
///
/// An entry that was released is never edited. `PRAGMA user_version` counts the entries applied and
/// changes in the same transaction, so a store is never between two versions.
enum Migrations {
  /// `RASD`: how a store of ours is told from other databases (`PRAGMA application_id`).
  static let applicationID = 0x5241_5344

  static let all: [String] = [version1, version2]

  /// Applies what is missing up to `last`, each entry in a transaction of its own.
  static func apply(to db: Database, upTo last: Int = all.count) throws {
    var version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    while version < last {
      try db.inTransaction(.immediate) {
        try db.execute(sql: all[version])
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(version + 1)")
        return .commit
      }
      version += 1
    }
  }

  /// Growth of stories, and what a feed says about rights.
  ///
  /// Growth is numbered from 2 within its story, in the order in which it came: the number is part of
  /// the id of the entry that tells of it, so it is never given twice. What an entry shows is kept as
  /// it was, so that a later edit of the article changes nothing that was given out.
  private static let version2 = """
    CREATE TABLE growth(
      story INTEGER NOT NULL REFERENCES story(id), number INTEGER NOT NULL, at INTEGER NOT NULL,
      reason TEXT NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL, url TEXT,
      outlet TEXT NOT NULL, PRIMARY KEY(story, number)
    ) STRICT, WITHOUT ROWID;
    ALTER TABLE feed ADD COLUMN rights TEXT;
    CREATE INDEX growth_at ON growth(at);
    CREATE INDEX story_first_seen ON story(first_seen);
    """

  /// Rows that a run reads by the thousand (`article`) are apart from texts, which it only appends.
  ///
  /// Indexes begin with the feed, so that a batch touches few pages of each: random pages in the
  /// journal were measured to cost more than all statements together.
  /// What equals its neighbour is stored empty: `url` for the key, `canonical` for the address.
  /// `address_key` and `text_key` are 64-bit hashes of canonical address and content hash: small
  /// indexes, verified against the full values. Texts up to article `search_state.indexed` are in
  /// `search`, but for those in `search_queue`. The row of a text in `search` is
  /// `article << 8 | revisions`: an old version's row is stale.
  private static let version1 = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE feed(
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, url TEXT, title TEXT,
      language TEXT NOT NULL, etag TEXT, last_modified TEXT, body_hash TEXT,
      validators_set INTEGER, schedule TEXT NOT NULL, status TEXT NOT NULL, cause TEXT,
      failures INTEGER NOT NULL, failing_since INTEGER, last_attempt INTEGER,
      last_success INTEGER, next_fetch INTEGER
    ) STRICT;
    CREATE TABLE host(name TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE model(id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE topic(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE story(
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, published INTEGER NOT NULL,
      updated INTEGER NOT NULL, first_seen INTEGER NOT NULL, size INTEGER NOT NULL,
      lists TEXT NOT NULL
    ) STRICT;
    CREATE INDEX story_updated ON story(updated DESC, name);
    CREATE TABLE listing(
      list TEXT NOT NULL, updated INTEGER NOT NULL, name TEXT NOT NULL, story INTEGER NOT NULL,
      PRIMARY KEY(list, updated DESC, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tombstone(
      name TEXT PRIMARY KEY, target TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE article(
      id INTEGER PRIMARY KEY, feed INTEGER NOT NULL REFERENCES feed(id), key TEXT NOT NULL,
      instant INTEGER NOT NULL, published INTEGER, first_seen INTEGER NOT NULL,
      story INTEGER REFERENCES story(id) DEFERRABLE INITIALLY DEFERRED, position INTEGER,
      language TEXT NOT NULL,
      model INTEGER NOT NULL REFERENCES model(id), revisions INTEGER NOT NULL,
      content_hash TEXT NOT NULL, text_key INTEGER NOT NULL, address_key INTEGER,
      url TEXT, canonical TEXT, features BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX article_key ON article(feed, key);
    CREATE INDEX article_instant ON article(instant);
    CREATE INDEX article_unassigned ON article(instant) WHERE story IS NULL;
    CREATE INDEX article_story ON article(story, position) WHERE story IS NOT NULL;
    CREATE INDEX article_text ON article(feed, text_key);
    CREATE INDEX article_address ON article(feed, address_key) WHERE address_key IS NOT NULL;
    CREATE TABLE content(
      article INTEGER PRIMARY KEY REFERENCES article(id), outlet TEXT NOT NULL,
      title TEXT NOT NULL, authors TEXT NOT NULL, categories TEXT NOT NULL, tags TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE decision(article INTEGER PRIMARY KEY REFERENCES article(id), body TEXT NOT NULL)
      STRICT;
    CREATE TABLE alias(
      feed INTEGER NOT NULL REFERENCES feed(id), key TEXT NOT NULL,
      article INTEGER NOT NULL REFERENCES article(id), seen INTEGER NOT NULL,
      PRIMARY KEY(feed, key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alias_article ON alias(article, seen);
    CREATE TABLE revision(
      article INTEGER NOT NULL REFERENCES article(id), content_hash TEXT NOT NULL,
      replaced INTEGER NOT NULL, title TEXT NOT NULL, url TEXT, text TEXT NOT NULL,
      PRIMARY KEY(article, content_hash)
    ) STRICT;
    CREATE TABLE tag(
      topic INTEGER NOT NULL REFERENCES topic(id), instant INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES article(id), score INTEGER NOT NULL,
      PRIMARY KEY(topic, instant, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tag_article ON tag(article);
    CREATE TABLE correction(
      kind TEXT NOT NULL, first INTEGER NOT NULL REFERENCES article(id),
      second INTEGER NOT NULL REFERENCES article(id), at INTEGER NOT NULL,
      PRIMARY KEY(first, second)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX correction_second ON correction(second);
    CREATE TABLE fetch_log(
      id INTEGER PRIMARY KEY, feed INTEGER NOT NULL REFERENCES feed(id), at INTEGER NOT NULL,
      status INTEGER, code TEXT, bytes INTEGER NOT NULL, items INTEGER NOT NULL,
      new INTEGER NOT NULL, revised INTEGER NOT NULL, problems INTEGER NOT NULL,
      elapsed INTEGER NOT NULL, note TEXT
    ) STRICT;
    CREATE INDEX fetch_log_feed ON fetch_log(feed, at);
    CREATE INDEX fetch_log_at ON fetch_log(at);
    CREATE TABLE fetch_day(
      feed INTEGER NOT NULL REFERENCES feed(id), day INTEGER NOT NULL, fetches INTEGER NOT NULL,
      unchanged INTEGER NOT NULL, failed INTEGER NOT NULL, bytes INTEGER NOT NULL,
      elapsed INTEGER NOT NULL, PRIMARY KEY(feed, day)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE arrival(
      hour INTEGER NOT NULL, feed INTEGER NOT NULL REFERENCES feed(id), language TEXT NOT NULL,
      articles INTEGER NOT NULL, PRIMARY KEY(hour, feed, language)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE search_queue(article INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE search_state(id INTEGER PRIMARY KEY, indexed INTEGER NOT NULL) STRICT;
    INSERT INTO search_state(id, indexed) VALUES (1, 0);
    CREATE VIRTUAL TABLE search USING fts5(
      title, body, content='', tokenize='unicode61 remove_diacritics 0'
    );
    INSERT INTO search(search, rank) VALUES ('hashsize', 16777216);
    """
}
