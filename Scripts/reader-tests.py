# SPDX-License-Identifier: Apache-2.0
"""reader-tests.py DIRECTORY WORK ADDRESS: compares what readers saw with what stands in the digest.

Called by Scripts/reader-tests, which ran newsboat and sfeed and serves DIRECTORY at ADDRESS. The feed itself is read
with Python's own XML parser; each reader must agree with that on ids, titles, links, dates and number.
"""
import glob, json, os, sqlite3, sys
import xml.etree.ElementTree as ElementTree
from datetime import datetime
import feedparser, html5lib

directory, work, address = sys.argv[1:4]
ATOM = "{http://www.w3.org/2005/Atom}"
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)


def written(name):
    """The entries as they stand in the file."""
    root = ElementTree.parse(os.path.join(directory, name)).getroot()
    result = []
    for entry in root.findall(ATOM + "entry"):
        link = [l.get("href") for l in entry.findall(ATOM + "link") if l.get("rel") == "alternate"]
        result.append({
            "id": entry.findtext(ATOM + "id"),
            "title": entry.findtext(ATOM + "title"),
            "link": link[0] if link else "",
            "published": int(datetime.fromisoformat(entry.findtext(ATOM + "published").replace("Z", "+00:00")).timestamp()),
            "authors": [a.findtext(ATOM + "name") for a in entry.findall(ATOM + "author")],
            "content": entry.findtext(ATOM + "content"),
        })
    return result


def plain(text):
    return " ".join((text or "").replace("\u2067", "").replace("\u2069", "").split())


def newsboat(name, entries):
    rows = sqlite3.connect(os.path.join(work, name, "cache.db")).execute(
        "select guid, title, url, pubDate, content, unread from rss_item").fetchall()
    check(len(rows) == len(entries), f"newsboat sees {len(rows)} of {len(entries)} entries of {name}")
    seen = {row[0]: row for row in rows}
    for entry in entries:
        row = seen.get(entry["id"])
        if row is None:
            check(False, f"newsboat does not see {entry['id']}")
            continue
        check(plain(row[1]) == plain(entry["title"]), f"newsboat: title {row[1]!r}, not {entry['title']!r}")
        check(not entry["link"] or row[2] == entry["link"], f"newsboat: link {row[2]!r}, not {entry['link']!r}")
        check(row[3] == entry["published"], f"newsboat: date {row[3]} of {entry['id']}")
        check(len(row[4]) > 0, f"newsboat: no content in {entry['id']}")
    return len(rows)


def sfeed(name, entries):
    rows = [line.split("\t") for line in open(os.path.join(work, name, "sfeed.tsv"), encoding="utf-8").read().splitlines()]
    check(len(rows) == len(entries), f"sfeed sees {len(rows)} of {len(entries)} entries of {name}")
    # timestamp, title, link, content, content type, id, author, enclosure, categories
    seen = {row[5]: row for row in rows}
    for entry in entries:
        row = seen.get(entry["id"])
        if row is None:
            check(False, f"sfeed does not see {entry['id']}")
            continue
        check(plain(row[1]) == plain(entry["title"]), f"sfeed: title {row[1]!r}, not {entry['title']!r}")
        check(row[2] == entry["link"], f"sfeed: link {row[2]!r}, not {entry['link']!r}")
        check(row[4] == "html", f"sfeed: content of {entry['id']} is {row[4]!r}")
    return len(rows)


def feeds(name, entries):
    parsed = feedparser.parse(f"{address}/{name}")
    check(not parsed.bozo, f"feedparser: {parsed.get('bozo_exception')}")
    check(len(parsed.entries) == len(entries), f"feedparser sees {len(parsed.entries)} of {len(entries)} of {name}")
    for found, entry in zip(parsed.entries, entries):
        check(found.id == entry["id"], f"feedparser: id {found.id}, not {entry['id']}")
        check(plain(found.title) == plain(entry["title"]), f"feedparser: title {found.title!r}")
        # Without a link feedparser takes the id for one.
        check(found.get("link", "") == (entry["link"] or entry["id"]), f"feedparser: link {found.get('link')!r} of {entry['id']}")
        check([a.get("name") for a in found.get("authors", [])] == entry["authors"], f"feedparser: authors of {entry['id']}")
        check("dir=" in found.content[0].value, f"feedparser drops the direction of {entry['id']}")
        check(bool(found.content[0].get("language")), f"feedparser sees no language on {entry['id']}")
    return len(parsed.entries)


def liferea(entries):
    database = os.path.join(work, "home/.local/share/liferea/liferea.db")
    if not os.path.exists(database):
        return
    rows = dict(sqlite3.connect(database).execute("select source_id, title from items").fetchall())
    check(len(rows) == len(entries), f"Liferea sees {len(rows)} of {len(entries)} entries")
    for entry in entries:
        check(plain(rows.get(entry["id"])) == plain(entry["title"]), f"Liferea: title {rows.get(entry['id'])!r}")
    print(f"   Liferea: {len(rows)} entries")


def twin(entries):
    feed = json.load(open(os.path.join(directory, "digest.json"), encoding="utf-8"))
    check(feed["version"] == "https://jsonfeed.org/version/1.1", "digest.json is not JSON Feed 1.1")
    check([i["id"] for i in feed["items"]] == [e["id"] for e in entries], "digest.json has other entries than digest.atom")
    check([i["content_html"] for i in feed["items"]] == [e["content"] for e in entries], "digest.json has other contents")


def pages():
    paths = glob.glob(os.path.join(directory, "**", "*.html"), recursive=True)
    for path in paths:
        parser = html5lib.HTMLParser()
        parser.parse(open(path, "rb").read())
        check(not parser.errors, f"html5lib: {path}: {parser.errors[:2]}")
    for entry in written("all.atom"):
        parser = html5lib.HTMLParser()
        parser.parseFragment(entry["content"])
        check(not parser.errors, f"html5lib: content of {entry['id']}: {parser.errors[:2]}")
    return len(paths)


for name in ("digest.atom", "all.atom"):
    entries = written(name)
    print(f"   {name}: {len(entries)} entries; newsboat {newsboat(name, entries)}, sfeed {sfeed(name, entries)}, "
          f"feedparser {feeds(name, entries)}")
twin(written("digest.atom"))
liferea(written("digest.atom"))
print(f"   html5lib: {pages()} pages")
for failure in failures[:20]:
    print("FAIL " + failure)
print(f"{len(failures)} failures")
sys.exit(1 if failures else 0)
