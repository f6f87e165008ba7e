# SPDX-License-Identifier: Apache-2.0
"""make DIR [VECTORS]: writes feeds full of hostile strings. check DIR: reads the pages and feeds made from them.

Used by Scripts/totality.
"""
import html
import json
import os
import re
import sys

OWN = [
    "<script>alert(1)</script>", "</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)", "<svg/onload=alert(1)>", "<iframe srcdoc='<script>1</script>'></iframe>",
    "<math><mi xlink:href=\"javascript:alert(1)\">", "<style>@import 'http://evil.example/'</style>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action=//evil.example/><input name=a>", "<object data=//evil.example/>", "<embed src=//evil.example/>",
    "<a href=\"jav\tascript:alert(1)\">x</a>", "<a href=\"&#x6a;avascript:alert(1)\">x</a>", "<!--><script>1</script>-->",
    "<![CDATA[<script>1</script>]]>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>1</script></template>", "<xmp><script>1</script></xmp>", "<plaintext>", "<textarea></title><script>",
    "{{constructor.constructor('alert(1)')()}}", "<b style=\"background:url(//evil.example/)\">x</b>",
    "<img src=\"//evil.example/pixel.gif\" width=1 height=1>", "<video><source onerror=alert(1)>", "&lt;script&gt;1&lt;/script&gt;",
    "&amp;lt;script&amp;gt;1", "\u202egnp.exe\u202c", "\u2066left\u2069 \u2067right\u2069", "<?php system('id') ?>", "--><!--", "]]>",
    "<details open ontoggle=alert(1)>", "<x onclick=alert(1) id=main>", "<link rel=stylesheet href=//evil.example/a.css>",
    "می‌خواهم <b>ساده</b>", "العربية «نص»", "a" * 5000, "\u0301" * 300, "\U0001F468\u200d\U0001F469\u200d\U0001F467", "%00%0d%0aSet-Cookie:a=b",
]
LINKS = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>1</script>", "vbscript:x", "file:///etc/passwd",
    "//evil.example/x", "http://user:pw@bank.example/", "http://a\\@evil.example/", "https://ok.example/?a=1&b=<2>\"'",
    "https://ok.example/\u202egpj.exe", "http://[::1", "ftp://evil.example/", "https://ok.example/ onclick=alert(1)",
]
WORDS = "Cybersecurity, spectrum and artificial intelligence policy of the ministry of communications. "

ELEMENTS = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"}, "title": set(), "style": set(),
    "link": {"rel", "type", "title", "href"}, "body": set(), "header": set(), "nav": {"aria-label"}, "main": {"id", "class"},
    "footer": set(), "aside": {"aria-label"}, "section": {"class", "dir", "lang"}, "article": {"class", "dir", "lang"},
    "h1": {"dir", "lang"}, "h2": {"dir", "lang"}, "h3": {"dir", "lang"},
    "p": {"class", "dir", "lang"}, "ul": {"class", "dir", "lang"}, "ol": {"class", "dir", "lang"}, "li": {"class", "dir", "lang"},
    "dl": {"class"}, "dt": set(), "dd": set(),
    "div": {"class", "dir", "lang"}, "span": {"class", "dir", "lang"}, "b": {"class"}, "bdi": {"class", "dir"}, "mark": set(),
    "small": {"dir", "lang"}, "code": set(), "time": {"datetime", "title"}, "details": {"open"}, "summary": {"dir", "lang"},
    "a": {"href", "rel", "lang", "dir", "class", "aria-current", "hreflang", "title"},
    "table": {"class"}, "caption": set(), "thead": set(), "tbody": set(), "tr": {"class"},
    "th": {"scope", "class"}, "td": {"class", "data-l", "dir", "lang"},
    "svg": {"viewBox", "role", "dir", "aria-label", "class"}, "line": {"x1", "x2", "y1", "y2"},
    "rect": {"x", "y", "width", "height", "class"}, "text": {"x", "y", "text-anchor"},
}
REL = {"nofollow noopener noreferrer", "alternate"}
# Our own names: letters and digits, so nothing that a feed said can be one.
NAME = re.compile(r"[a-z0-9]+( [a-z0-9]+)*\Z")


def escaped(text):
    """For XML: what XML cannot hold is left out, as a publisher's library would."""
    return html.escape("".join(c for c in text if c in "\t\n" or ord(c) >= 32 and not 0xFFFE <= ord(c) <= 0xFFFF))


def feeds(vectors):
    """Three feeds for each thirty vectors: RSS with escaped markup, RSS with CDATA, Atom."""
    for start in range(0, len(vectors), 30):
        part = list(enumerate(vectors[start:start + 30], start))
        # A day lies between two items: nothing of them is taken for one story.
        def date(place):
            return "20%02d-%02d-%02dT10:00:00Z" % (10 + place // 336 % 15, 1 + place // 28 % 12, 1 + place % 28)
        def link(place):
            return escaped(LINKS[place % len(LINKS)])
        def item(place, text, quote):
            return ("<item><title>%s</title><link>%s</link><author>%s</author><dc:creator>%s</dc:creator><category>%s</category>"
                    "<description>%s</description><guid isPermaLink='false'>%d</guid><dc:date>%s</dc:date></item>") % (
                quote("%d Cybersecurity %s" % (place, text)), link(place), quote(text), quote(text), quote(text),
                quote(WORDS + text), place, date(place))
        def rss(quote, name):
            return ("<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
                    "<title>%s</title><link>%s</link><copyright>%s</copyright>%s</channel></rss>") % (
                quote(name + part[0][1]), link(start), quote(part[0][1]), "".join(item(p, t, quote) for p, t in part))
        def cdata(text):
            clean = "".join(c for c in text if c in "\t\n" or ord(c) >= 32)
            return "<![CDATA[%s]]>" % clean.replace("]]>", "]]]]><![CDATA[>")
        yield "%03d/escaped.xml" % start, rss(escaped, "E")
        yield "%03d/cdata.xml" % start, rss(cdata, "C")
        entries = "".join(
            "<entry><id>tag:x,2025:%d</id><title type='html'>%s</title><author><name>%s</name><uri>%s</uri></author>"
            "<link href=\"%s\"/><category term=\"%s\"/><updated>%s</updated><summary type='html'>%s</summary>"
            "<content type='html'>%s</content></entry>"
            % (p, escaped("%d Spectrum %s" % (p, t)), escaped(t), link(p), link(p), escaped(t), date(p), escaped(t), escaped(WORDS + t))
            for p, t in part)
        yield "%03d/atom.xml" % start, (
            "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:x,2025:f</id><title type='html'>%s</title><rights>%s</rights>"
            "<updated>2025-11-17T10:00:00Z</updated>%s</feed>" % (escaped("A" + part[0][1]), escaped(part[0][1]), entries))


def make(folder, vectors=None):
    texts = list(OWN)
    if vectors:
        with open(vectors, encoding="utf-8") as lines:
            texts += [json.loads(line)["html"] for line in lines if line.strip()]
    for name, text in feeds(texts):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
    print("hostile strings: %d" % len(texts), file=sys.stderr)


def faults(path, text):
    """What a page holds that we did not write."""
    import html5lib
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(text)
    for place, code, _ in parser.errors:
        yield "parse error %s at %s" % (code, place)
    for element in root.iter():
        if not isinstance(element.tag, str):
            # A comment; we write none.
            yield "a comment"
            continue
        name = element.tag.rsplit("}", 1)[-1]
        allowed = ELEMENTS.get(name)
        if allowed is None:
            yield "<%s>" % name
            continue
        for key, value in element.attrib.items():
            key = key if isinstance(key, str) else key[-1]
            if key not in allowed:
                yield "<%s %s>" % (name, key)
            elif key == "href" and not re.match(r"(https?://[^\s\"'<>]+|(\.\./)?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?|#main)\Z", value):
                yield "href=%r" % value
            elif key in ("class", "id") and not NAME.match(value):
                yield "%s=%r" % (key, value)
            elif key == "rel" and value not in REL:
                yield "rel=%r" % value


def check(folder):
    pages = found = 0
    for base, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if not name.endswith(".html"):
                continue
            path = os.path.join(base, name)
            pages += 1
            with open(path, encoding="utf-8") as file:
                text = file.read()
            for fault in sorted(set(faults(path, text))):
                found += 1
                print("%s: %s" % (os.path.relpath(path, folder), fault))
    if not pages:
        print("no pages")
        return 1
    print("totality: %d pages, %d faults" % (pages, found))
    return 1 if found else 0


if __name__ == "__main__":
    action = {"make": make, "check": check}[sys.argv[1]]
    sys.exit(action(*sys.argv[2:]))
