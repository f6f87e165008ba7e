# SPDX-License-Identifier: Apache-2.0
"""Compares what readers saw with what was written; called by Scripts/reader-tests, which runs the readers.

files DIRECTORY WORK ADDRESS          every feed and page of a digest that is served at ADDRESS
chain ADDRESS STORIES                 the archives from the current feed back (RFC 5005): the stories of the store, each once
before|after ADDRESS WORK DIRECTORY   what `rasad serve` gives before and after the digest grew
all-read DATABASE                     what somebody does who reads everything in newsboat
desktop ADDRESS WORK DIRECTORY HOME   what desktop readers kept, and where browsers are led

A feed is read with Python's own XML parser; each reader must agree with that. Exit 1 and a list of what does not.
"""
import base64, glob, gzip, json, os, re, sqlite3, subprocess, sys, urllib.error, urllib.request
import xml.etree.ElementTree as ElementTree
from datetime import datetime
import feedparser, html5lib

ATOM = "{http://www.w3.org/2005/Atom}"
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)


def written(document):
    """The entries as they stand in the bytes of a feed."""
    result = []
    for entry in ElementTree.fromstring(document).findall(ATOM + "entry"):
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


def pieces(document):
    """The bytes of each entry of ours, by its id."""
    found = re.findall(rb"<entry .*?</entry>", document, re.DOTALL)
    return {re.search(rb"<id>(.*?)</id>", piece)[1].decode(): piece.decode() for piece in found}


def contents(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()


def plain(text):
    return " ".join((text or "").replace("\u2067", "").replace("\u2069", "").split())


# Files

def newsboat(database, name, entries):
    rows = sqlite3.connect(database).execute("select guid, title, url, pubDate, content from rss_item").fetchall()
    check(len(rows) == len(entries), f"newsboat sees {len(rows)} of {len(entries)} entries of {name}")
    seen = {row[0]: row for row in rows}
    for entry in entries:
        row = seen.get(entry["id"])
        if row is None:
            check(False, f"newsboat does not see {entry['id']} of {name}")
            continue
        check(plain(row[1]) == plain(entry["title"]), f"newsboat: title {row[1]!r}, not {entry['title']!r}")
        check(not entry["link"] or row[2] == entry["link"], f"newsboat: link {row[2]!r}, not {entry['link']!r}")
        check(row[3] == entry["published"], f"newsboat: date {row[3]} of {entry['id']}")
        check(len(row[4]) > 0, f"newsboat: no content in {entry['id']}")
    return len(rows)


def sfeed(path, name, entries):
    rows = [line.split("\t") for line in contents(path).decode().splitlines()]
    check(len(rows) == len(entries), f"sfeed sees {len(rows)} of {len(entries)} entries of {name}")
    # timestamp, title, link, content, content type, id, author, enclosure, categories
    seen = {row[5]: row for row in rows}
    for entry in entries:
        row = seen.get(entry["id"])
        if row is None:
            check(False, f"sfeed does not see {entry['id']} of {name}")
            continue
        check(plain(row[1]) == plain(entry["title"]), f"sfeed: title {row[1]!r}, not {entry['title']!r}")
        check(row[2] == entry["link"], f"sfeed: link {row[2]!r}, not {entry['link']!r}")
        check(row[4] == "html", f"sfeed: content of {entry['id']} is {row[4]!r}")
    return len(rows)


def parsed(address, name, entries):
    feed = feedparser.parse(f"{address}/{name}")
    check(not feed.bozo, f"feedparser: {name}: {feed.get('bozo_exception')}")
    check(len(feed.entries) == len(entries), f"feedparser sees {len(feed.entries)} of {len(entries)} of {name}")
    for found, entry in zip(feed.entries, entries):
        check(found.id == entry["id"], f"feedparser: id {found.id}, not {entry['id']}")
        check(plain(found.title) == plain(entry["title"]), f"feedparser: title {found.title!r}")
        # Without a link feedparser takes the id for one.
        check(found.get("link", "") == (entry["link"] or entry["id"]), f"feedparser: link {found.get('link')!r} of {entry['id']}")
        check([a.get("name") for a in found.get("authors", [])] == entry["authors"], f"feedparser: authors of {entry['id']}")
        check("dir=" in found.content[0].value, f"feedparser drops the direction of {entry['id']}")
        check(bool(found.content[0].get("language")), f"feedparser sees no language on {entry['id']}")
    return len(feed.entries)


def twin(directory):
    entries = written(contents(directory, "digest.atom"))
    feed = json.loads(contents(directory, "digest.json"))
    check(feed["version"] == "https://jsonfeed.org/version/1.1", "digest.json is not JSON Feed 1.1")
    check([i["id"] for i in feed["items"]] == [e["id"] for e in entries], "digest.json has other entries than digest.atom")
    check([i["content_html"] for i in feed["items"]] == [e["content"] for e in entries], "digest.json has other contents")


def pages(directory):
    paths = glob.glob(os.path.join(directory, "**", "*.html"), recursive=True)
    for path in paths:
        parser = html5lib.HTMLParser()
        parser.parse(contents(path))
        check(not parser.errors, f"html5lib: {path}: {parser.errors[:2]}")
    for entry in written(contents(directory, "all.atom")):
        parser = html5lib.HTMLParser()
        parser.parseFragment(entry["content"])
        check(not parser.errors, f"html5lib: content of {entry['id']}: {parser.errors[:2]}")
    return len(paths)


def files(directory, work, address):
    names = sorted(os.path.relpath(path, directory) for path in glob.glob(directory + "/**/*.atom", recursive=True))
    sums = [0, 0, 0, 0]
    for name in names:
        entries = written(contents(directory, name))
        seen = (newsboat(os.path.join(work, name, "cache.db"), name, entries),
                sfeed(os.path.join(work, name, "sfeed.tsv"), name, entries), parsed(address, name, entries))
        sums = [a + b for a, b in zip(sums, (len(entries), *seen))]
    check(sums[0] > 0, "there is not one entry")
    twin(directory)
    print(f"   {len(names)} feeds with {sums[0]} entries: newsboat {sums[1]}, sfeed {sums[2]}, feedparser {sums[3]}; "
          f"html5lib: {pages(directory)} pages")


# Archives

def chain(address, stories):
    """Walks back from the current feed as RFC 5005, 4 has it."""
    told = {story["id"] for story in json.loads(contents(stories)) if any(topic["fires"] for topic in story["topics"])}
    url, current, archived, visited = f"{address}/digest.atom", [], [], []
    while url:
        check(url not in visited, f"the chain of archives comes back to {url}")
        if url in visited:
            break
        feed = feedparser.parse(url)
        check(feed.get("status") == 200 and not feed.bozo, f"{url} cannot be read: {feed.get('status')} {feed.get('bozo_exception')}")
        links = {link.rel: link.href for link in feed.feed.get("links", [])}
        if visited:
            archived += [entry.id for entry in feed.entries]
            check("fh_archive" in feed.feed, f"{url} does not say that it is an archive")
            check(links.get("current") == f"{address}/digest.atom", f"{url} does not name the current feed")
        else:
            current = [entry.id for entry in feed.entries]
        visited.append(url)
        url = links.get("prev-archive")
    # A month that is not over has no archive yet: what left the current feed in it would be missed. Not here.
    check(len(visited) > 2, f"only {len(visited) - 1} archives")
    twice = {entry for entry in archived if archived.count(entry) > 1}
    check(not twice, f"in two archives: {sorted(twice)}")
    found = {re.sub(r"^.*:story/|#\d+$", "", entry) for entry in current + archived}
    check(found == told, f"lost: {sorted(told - found)}; never told: {sorted(found - told)}")
    print(f"   chain: {len(visited) - 1} archives with {len(archived)} entries, {len(current)} in the current feed; "
          f"{len(found)} of {len(told)} stories found")


# Served

def get(url, **fields):
    request = urllib.request.Request(url, headers={name.replace("_", "-"): value for name, value in fields.items()})
    try:
        answer = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        answer = error
    return answer.status, answer.headers, answer.read()


def before(address, work, directory):
    status, fields, body = get(address + "/digest.atom")
    check((status, body) == (200, contents(directory, "digest.atom")), f"digest.atom is not served as it is ({status})")
    feed = feedparser.parse(address + "/digest.atom")
    check(feed.status == 200 and bool(feed.get("etag")) and bool(feed.get("modified")), "feedparser sees no validators")
    check(feed.headers.get("content-encoding") == "gzip", "feedparser is not given gzip")
    for name, value in (("etag", feed.etag), ("modified", feed.modified)):
        again = feedparser.parse(address + "/digest.atom", **{name: value})
        check(again.status == 304 and not again.entries, f"feedparser with {name} gets {again.status}")
    with open(os.path.join(work, "before.json"), "w") as file:
        json.dump({"etag": fields["ETag"], "zipped": feed.etag, "modified": feed.modified,
                   "entries": pieces(body)}, file)
    check(get(address + "/../feeds.conf")[0] in (400, 404), "a path outside of the digest is answered")
    for name in ("archive/2025-11.atom", "topic/spectrum.atom", "lang/fa.atom", "digest.json"):
        status, fields, body = get(f"{address}/{name}", Accept_Encoding="gzip")
        check(status == 200 and gzip.decompress(body) == contents(directory, name), f"{name} in gzip is not the file ({status})")
    # Pages are given a search field, which the files do not have.
    check(b'action="/search"' in get(address + "/")[2], "the page has no search")
    print("   200, 304 and gzip as the files are")


def after(address, work, directory, log):
    held = json.loads(contents(work, "before.json"))
    body = contents(directory, "digest.atom")
    entries = written(body)
    old, now = set(held["entries"]), set(pieces(body))
    # A story that grew comes again, beside its follow-up.
    new = {entry for entry, piece in pieces(body).items() if held["entries"].get(entry) != piece}
    check(bool(now - old) and bool(now & old), "the digest did not grow; nothing is tried here")
    check(any(entry.endswith("#2") for entry in now - old), "no story has grown; nothing is tried here")
    for tag in (held["etag"], held["zipped"]):
        status, fields, part = get(address + "/digest.atom", A_IM="feed", If_None_Match=tag)
        given = {entry["id"] for entry in written(part)} if status == 226 else set()
        check(status == 226 and fields["IM"] == "feed", f"A-IM: feed with {tag}: {status}, not 226")
        check(given == new, f"226 brings {sorted(given)}, new are {sorted(new)}")
    # A reader that does not ask for parts gets the whole.
    check(get(address + "/digest.atom", If_None_Match=held["etag"])[::2] == (200, body), "no whole digest after it grew")
    feed = feedparser.parse(address + "/digest.atom", etag=held["zipped"], modified=held["modified"])
    # It asks for parts of its own accord.
    check(feed.status == 226 and {entry.id for entry in feed.entries} == new, f"feedparser lacks entries after the growth ({feed.status})")
    rows = {row[0]: row[1:] for row in sqlite3.connect(os.path.join(work, "newsboat", "cache.db")).execute(
        "select guid, content, unread from rss_item").fetchall()}
    check(set(rows) == old | now, f"newsboat lost {sorted((old | now) - set(rows))}, has {sorted(set(rows) - old - now)} too many")
    check({entry for entry in rows if rows[entry][1]} == now - old, "newsboat: not the new entries alone are unread")
    for entry in entries:
        check(plain(rows.get(entry["id"], [""])[0]) == plain(entry["content"]), f"newsboat has an old version of {entry['id']}")
    answers = [line.split()[0] for line in contents(log).decode().splitlines() if 'user-agent="newsboat' in line]
    # Its second visit brings no validators: newsboat's own way.
    check(answers == ["200", "200", "226", "304"], f"newsboat was answered {answers}")
    metrics = get(address + "/metrics")[2].decode()
    check("rasad_stories " in metrics, "/metrics does not count the stories")
    print(f"   newsboat: {', '.join(answers)}; {len(old)} entries before, {len(now - old)} came, {len(rows)} held; "
          f"226 is the {len(new)} new and changed ones")


def all_read(database):
    with sqlite3.connect(database) as connection:
        connection.execute("update rss_item set unread = 0")


# On a desktop

def liferea(home):
    rows = sqlite3.connect(os.path.join(home, "liferea/.local/share/liferea/liferea.db")).execute(
        "select source_id, title, description from items").fetchall()
    return {row[0]: {"title": row[1], "content": row[2]} for row in rows}


def akregator(home, feed):
    """Its archive is a Metakit file; the program that comes with it writes that as Atom (and then crashes, on Debian 12)."""
    environment = dict(os.environ, HOME=home + "/akregator", XDG_DATA_HOME=home + "/akregator/.local/share", QT_QPA_PLATFORM="offscreen")
    document = subprocess.run(["akregatorstorageexporter", "--base64", base64.b64encode(feed.encode()).decode()],
                              env=environment, capture_output=True, timeout=60).stdout
    return {entry.findtext(ATOM + "id"): {
        "title": entry.findtext(ATOM + "title"), "content": entry.findtext(ATOM + "content"),
        "link": entry.find(ATOM + "link").get("href"), "authors": [a.findtext(ATOM + "name") for a in entry.findall(ATOM + "author")],
        "published": int(datetime.fromisoformat(entry.findtext(ATOM + "published") + "+00:00").timestamp()),
    } for entry in ElementTree.fromstring(document).findall(ATOM + "entry")}


def browser(name, command, address, work):
    """Opens the feed as a person would who clicks on it."""
    dump = subprocess.run(command, capture_output=True, timeout=120, env=dict(os.environ, HOME=work))
    lines = [line.split() for line in contents(os.path.dirname(work), "serve.log").decode().splitlines() if name + "/" in line]
    answers = [(line[0], line[3]) for line in lines if line[3] in ("/digest.atom", "/index.html")]
    check(answers == [("302", "/digest.atom"), ("200", "/index.html")], f"{name} that opens the feed is answered {answers}")
    return dump.stdout.decode()


def desktop(address, work, directory, home):
    before = json.loads(contents(work, "before.json"))["entries"]
    old, changed = set(before), {entry for entry, piece in pieces(contents(directory, "digest.atom")).items() if before.get(entry) != piece}
    entries = written(contents(directory, "digest.atom"))
    every = old | {entry["id"] for entry in entries}
    for name, held in (("Liferea", liferea(home)), ("Akregator", akregator(home, address + "/digest.atom"))):
        check(set(held) == every, f"{name} lacks {sorted(every - set(held))}, has {sorted(set(held) - every)} too many")
        for entry in entries:
            found = held.get(entry["id"], {"title": None, "content": None})
            check(plain(found["title"]) == plain(entry["title"]), f"{name}: title {found['title']!r}, not {entry['title']!r}")
            # What an old entry has become is not taken over by either; see Documentation/readers.md.
            check(entry["id"] in old or "dir=" in (found["content"] or ""), f"{name} drops the direction of {entry['id']}")
            if name == "Akregator" and entry["id"] in held:
                check(found["link"] == entry["link"], f"{name}: link {found['link']!r}, not {entry['link']!r}")
                check(found["authors"] == entry["authors"][:1], f"{name}: authors {found['authors']}")
                # It takes seconds off, so that entries of one time keep their order.
                check(0 <= entry["published"] - found["published"] < 60, f"{name}: date of {entry['id']}: {found['published']}")
        taken = {e["id"] for e in entries if plain(held.get(e["id"], {}).get("content")) == plain(e["content"])} & changed & old
        print(f"   {name}: {len(held)} entries, {len(old)} of them from before; of {len(changed & old)} that changed {len(taken)} taken over")
    feed = address + "/digest.atom"
    page = browser("Chrome", ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom", feed], address, work)
    check("<article" in page, "Chromium shows no story")
    picture = os.path.join(work, "firefox.png")
    browser("Firefox", ["firefox-esr", "--headless", "--no-remote", "--profile", os.path.join(work, "firefox"),
                        "--screenshot", picture, feed], address, work)
    check(os.path.exists(picture), "Firefox made no picture")
    print("   Chromium and Firefox are led from the feed to the page")


if sys.argv[2:] and sys.argv[1] == "desktop":
    os.makedirs(os.path.join(sys.argv[3], "firefox"), exist_ok=True)
{"files": files, "chain": chain, "before": before, "after": after, "all-read": all_read, "desktop": desktop}[sys.argv[1]](*sys.argv[2:])
for failure in failures[:20]:
    print("FAIL " + failure)
if failures:
    sys.exit(f"{len(failures)} failures")
