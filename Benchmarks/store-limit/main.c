// SPDX-License-Identifier: Apache-2.0
// The limit of ArticleStore: the statements of a cold run on new articles, in plain SQLite.
//
//   cc -O2 -o store-limit Benchmarks/Sources/StoreLimit/main.c -lsqlite3
//   ./store-limit STORE ARTICLES        STORE: an empty store that Rasad made (its schema is used)
//
// Prints seconds of CPU for inserting (100 articles a transaction, look-ups included) and for
// assigning three stories to four articles (one transaction).
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static sqlite3 *db;

static double cpu(void) {
  struct rusage u;
  getrusage(RUSAGE_SELF, &u);
  return u.ru_utime.tv_sec + u.ru_stime.tv_sec + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

static void check(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  fprintf(stderr, "%s\n", sqlite3_errmsg(db));
  exit(1);
}

static sqlite3_stmt *statement(const char *sql) {
  sqlite3_stmt *s = NULL;
  check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL));
  return s;
}

static void text(sqlite3_stmt *s, int place, const char *value) {
  sqlite3_bind_text(s, place, value, -1, SQLITE_STATIC);
}

static int step(sqlite3_stmt *s) {
  int code = sqlite3_step(s);
  check(code);
  if (code != SQLITE_ROW) sqlite3_reset(s);
  return code == SQLITE_ROW;
}

// Words of Arabic letters: two bytes each, as in the texts that are measured beside this.
static char *words(int count, unsigned *seed) {
  char *out = malloc(count * 20 + 1), *p = out;
  for (int i = 0; i < count; i++) {
    int letters = 3 + rand_r(seed) % 6;
    for (int j = 0; j < letters; j++) {
      int scalar = 0x627 + rand_r(seed) % 36;
      *p++ = (char)(0xC0 | scalar >> 6);
      *p++ = (char)(0x80 | (scalar & 63));
    }
    *p++ = ' ';
  }
  *p = 0;
  return out;
}

int main(int count, char **arguments) {
  if (count < 3) return 64;
  int total = atoi(arguments[2]);
  unsigned seed = 7;
  check(sqlite3_open(arguments[1], &db));
  check(sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
    "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;"
    "INSERT INTO model(id, hash) VALUES (1, 'm'); INSERT INTO topic(id, name) VALUES (1, 't');",
    NULL, NULL, NULL));
  char *bodies[1000], *titles[1000];
  for (int i = 0; i < 1000; i++) bodies[i] = words(60, &seed), titles[i] = words(9, &seed);
  unsigned char features[600];
  for (int i = 0; i < 600; i++) features[i] = (unsigned char)(i * 37);
  char *tags = words(30, &seed);
  sqlite3_stmt *feed = statement("INSERT OR IGNORE INTO feed(id, name, language, schedule, status,"
    " failures) VALUES (?, ?, 'fa', '{}', 'ok', 0)");
  sqlite3_stmt *known = statement("SELECT id FROM article WHERE feed = ? AND key = ?");
  sqlite3_stmt *address = statement("SELECT id FROM article WHERE feed = ? AND address_key = ?"
    " ORDER BY id DESC LIMIT 50");
  sqlite3_stmt *same = statement("SELECT id FROM article WHERE feed = ? AND text_key = ?"
    " ORDER BY id DESC LIMIT 50");
  sqlite3_stmt *article = statement("INSERT INTO article(language, model, content_hash, text_key,"
    " address_key, url, canonical, features, feed, key, instant, published, first_seen, revisions)"
    " VALUES ('fa', 1, ?, ?, ?, '', '', ?, ?, ?, ?, ?, ?, 0)");
  sqlite3_stmt *content = statement("INSERT INTO content(article, outlet, title, authors,"
    " categories, tags, text) VALUES (?, 'Outlet', ?, '[\"x\"]', '', ?, ?)");
  sqlite3_stmt *tag = statement("INSERT INTO tag(topic, instant, article, score)"
    " VALUES (1, ?, ?, 1900)");
  long long base = 1763337600, year = 31536000;
  char key[128], hash[64], name[32];
  double start = cpu();
  for (int n = 0; n < total; n++) {
    int f = n / 100 % 1000 + 1;
    long long instant = base + n * year / total;
    long long random = (long long)n * 0x9E3779B97F4A7C15LL;
    if (n % 100 == 0) {
      check(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
      snprintf(name, sizeof name, "feed%d", f);
      sqlite3_bind_int(feed, 1, f), text(feed, 2, name), step(feed);
    }
    snprintf(key, sizeof key, "https://example%d.org/news/2025/11/%d/some-title-here", f, n);
    snprintf(hash, sizeof hash, "%016llx%016llx%016llxabcd", random, random * 3, random * 5);
    sqlite3_bind_int(known, 1, f), text(known, 2, key), step(known);
    sqlite3_bind_int(address, 1, f), sqlite3_bind_int64(address, 2, random), step(address);
    sqlite3_bind_int(same, 1, f), sqlite3_bind_int64(same, 2, random * 3), step(same);
    text(article, 1, hash);
    sqlite3_bind_int64(article, 2, random * 3), sqlite3_bind_int64(article, 3, random);
    sqlite3_bind_blob(article, 4, features, sizeof features, SQLITE_STATIC);
    sqlite3_bind_int(article, 5, f), text(article, 6, key);
    for (int place = 7; place < 10; place++) sqlite3_bind_int64(article, place, instant);
    step(article);
    long long row = sqlite3_last_insert_rowid(db);
    sqlite3_bind_int64(content, 1, row), text(content, 2, titles[n % 1000]);
    text(content, 3, n % 3 == 0 ? tags : ""), text(content, 4, bodies[n * 7 % 1000]);
    step(content);
    if (n % 3 == 0) sqlite3_bind_int64(tag, 1, instant), sqlite3_bind_int64(tag, 2, row), step(tag);
    if (n % 100 == 99) check(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL));
  }
  printf("insert %.3f\n", cpu() - start);
  start = cpu();
  sqlite3_stmt *find = statement("SELECT id, instant, language, story FROM article"
    " WHERE feed = ? AND key = ?");
  sqlite3_stmt *find_story = statement("SELECT id FROM story WHERE name = ?");
  sqlite3_stmt *story = statement("INSERT INTO story(id, name, published, updated, first_seen,"
    " size, lists) VALUES (?, ?, ?, ?, ?, 1, 'l:fa')");
  sqlite3_stmt *list = statement("INSERT INTO listing(list, updated, name, story)"
    " VALUES ('l:fa', ?, ?, ?)");
  sqlite3_stmt *tagged = statement("SELECT topic FROM tag WHERE article = ?");
  sqlite3_stmt *place = statement("UPDATE article SET story = ?, position = ? WHERE id = ?");
  sqlite3_stmt *decision = statement("INSERT INTO decision(article, body) VALUES (?, ?)");
  long long stories = 0;
  check(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  for (int n = 0; n < total; n++) {
    int f = n / 100 % 1000 + 1;
    long long instant = base + n * year / total;
    long long random = (long long)(n - (n % 4 == 1)) * 0x9E3779B97F4A7C15LL;
    snprintf(key, sizeof key, "https://example%d.org/news/2025/11/%d/some-title-here", f, n);
    sqlite3_bind_int(find, 1, f), text(find, 2, key), step(find);
    long long row = sqlite3_column_int64(find, 0);
    sqlite3_reset(find);
    snprintf(hash, sizeof hash, "%016llxabcdefghij", random);
    if (n % 4 != 1) {
      text(find_story, 1, hash), step(find_story);
      sqlite3_bind_int64(story, 1, ++stories), text(story, 2, hash);
      for (int p = 3; p < 6; p++) sqlite3_bind_int64(story, p, instant);
      step(story);
      sqlite3_bind_int64(list, 1, instant), text(list, 2, hash);
      sqlite3_bind_int64(list, 3, stories), step(list);
    }
    sqlite3_bind_int64(tagged, 1, row), step(tagged), sqlite3_reset(tagged);
    sqlite3_bind_int64(place, 1, stories), sqlite3_bind_int(place, 2, n % 4 == 1);
    sqlite3_bind_int64(place, 3, row), step(place);
    sqlite3_bind_int64(decision, 1, row), text(decision, 2, tags), step(decision);
  }
  check(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL));
  printf("assign %.3f\n", cpu() - start);
  return 0;
}
