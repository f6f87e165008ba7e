#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Renames and reshapes what `rasad parse --serve` prints into the vocabulary of feedparser.

usage: conformance-adapter.py COMMAND [ARGUMENT ...]

A request per line on standard input goes to COMMAND as it is; each line that comes back is printed
in the other shape. Nothing is parsed, repaired or decided here.
"""
import json
import subprocess
import sys


def put(target, key, value):
    """Sets a key unless there is nothing to say."""
    if value is not None:
        target[key] = value


def text(target, key, construct):
    if construct is None:
        return
    target[key] = construct.get("value")
    target[key + "_detail"] = detail(construct)


def detail(construct):
    return {
        "type": construct.get("type"),
        "language": construct.get("language"),
        "base": construct.get("base"),
        "value": construct.get("value"),
        **({"src": construct["src"]} if "src" in construct else {}),
    }


def person(value):
    result = {}
    put(result, "name", value.get("name"))
    put(result, "email", value.get("email"))
    put(result, "href", value.get("url"))
    put(result, "image", value.get("image"))
    return result


def line(value):
    """feedparser's one-line form of a person."""
    name, email = value.get("name"), value.get("email")
    if name and email:
        return "%s (%s)" % (name, email)
    return name or email


def people(target, source):
    authors = source.get("authors") or []
    if authors:
        target["authors"] = [person(author) for author in authors]
        target["author_detail"] = person(authors[0])
        put(target, "author", line(authors[0]))
    if source.get("contributors"):
        target["contributors"] = [person(one) for one in source["contributors"]]
    if source.get("publisher"):
        target["publisher_detail"] = person(source["publisher"])
        put(target, "publisher", line(source["publisher"]))


def link(value):
    result = {"href": value.get("href"), "rel": value.get("rel", "alternate")}
    for key in ("type", "hreflang", "title"):
        put(result, key, value.get(key))
    if "length" in value:
        result["length"] = str(value["length"])
    if "replies" in value:
        result["count"] = str(value["replies"])
    return result


def links(target, source):
    put(target, "link", source.get("link"))
    listed = [link(one) for one in source.get("links") or []]
    for license in source.get("licenses") or []:
        if not any(one["rel"] == "license" and one["href"] == license for one in listed):
            listed.append({"rel": "license", "href": license})
    if listed:
        target["links"] = listed
    if source.get("licenses"):
        target["license"] = source["licenses"][0]


def tags(target, source):
    if source.get("categories"):
        target["tags"] = [
            {"term": one.get("term"), "scheme": one.get("scheme"), "label": one.get("label")}
            for one in source["categories"]
        ]


def dates(target, source, names):
    for ours, theirs in names:
        put(target, theirs, source.get(ours + "_text"))
        put(target, theirs + "_parsed", source.get(ours))


def generator(target, value):
    if value:
        target["generator"] = value.get("name")
        target["generator_detail"] = {"name": value.get("name")}
        put(target["generator_detail"], "href", value.get("url"))
        put(target["generator_detail"], "version", value.get("version"))


def image(value):
    result = {}
    put(result, "href", value.get("url"))
    for key in ("title", "link", "description", "width", "height"):
        put(result, key, value.get(key))
    return result


def labelled(value, scheme="scheme", role="role"):
    result = {"content": value.get("value")}
    put(result, scheme, value.get("scheme"))
    put(result, role, value.get("role"))
    put(result, "href", value.get("url"))
    return result


def every(media, key):
    """A list of Media RSS from the element, its groups and their contents."""
    found = list(media.get(key) or [])
    for holder in (media.get("groups") or []) + (media.get("contents") or []):
        found += every(holder, key)
    return found


def one(media, key):
    """A value of Media RSS, wherever it stands."""
    if key in media:
        return media[key]
    for holder in (media.get("groups") or []) + (media.get("contents") or []):
        value = one(holder, key)
        if value is not None:
            return value
    return None


def media(target, value):
    if not value:
        return
    contents = every(value, "contents")
    if contents:
        target["media_content"] = [
            {
                **{key: str(content[key]) for key in content if isinstance(content[key], (str, int))},
                **({"filesize": str(content["file_size"])} if "file_size" in content else {}),
            }
            for content in contents
        ]
    thumbnails = every(value, "thumbnails")
    if thumbnails:
        target["media_thumbnail"] = [
            {key: str(picture[key]) for key in picture} for picture in thumbnails
        ]
    credits = every(value, "credits")
    if credits:
        target["media_credit"] = [labelled(credit) for credit in credits]
    ratings = every(value, "ratings")
    if ratings:
        target["media_rating"] = labelled(ratings[0])
    restrictions = every(value, "restrictions")
    if restrictions:
        target["media_restriction"] = labelled(restrictions[0], "type", "relationship")
        target["media_restriction"]["content"] = restrictions[0].get("value", "").split()
    license = one(value, "license")
    if license:
        target["media_license"] = labelled(license, "type")
    player = one(value, "player")
    if player:
        target["media_player"] = {"url": player.get("url"), "content": player.get("value")}
    keywords = every(value, "keywords")
    if keywords:
        target["media_keywords"] = ", ".join(keywords)


def itunes(target, value):
    if not value:
        return
    if "block" in value:
        target["itunes_block"] = int(value["block"])
    target["itunes_explicit"] = value.get("explicit")
    put(target, "itunes_duration", value.get("duration_text"))
    put(target, "itunes_episode", value.get("episode"))
    put(target, "itunes_season", value.get("season"))
    put(target, "itunes_episodetype", value.get("episode_type"))
    put(target, "itunes_title", value.get("title"))
    put(target, "itunes_type", value.get("type"))


def place(value):
    # The order of GeoJSON: longitude first.
    points = [[p[1], p[0]] + p[2:] for p in value.get("positions") or []]
    if not points:
        return {}
    shape = value.get("shape")
    return {
        "type": shape,
        "coordinates": points[0] if shape == "Point" else [points] if shape == "Polygon" else points,
    }


def extensions(target, source):
    for element in source.get("extensions") or []:
        name = element.get("name", "").replace(":", "_").lower()
        if not name or name in target:
            continue
        attributes = {a["name"]: a["value"] for a in element.get("attributes") or []}
        content = element.get("text", "")
        target[name] = content if content or not attributes else attributes


def common(target, source):
    put(target, "id", source.get("id"))
    text(target, "title", source.get("title"))
    text(target, "rights", source.get("rights"))
    links(target, source)
    people(target, source)
    tags(target, source)
    media(target, source.get("media"))
    itunes(target, source.get("itunes"))
    if "place" in source:
        target["where"] = place(source["place"])
    if "in_reply_to" in source:
        target["thr_in-reply-to"] = source["in_reply_to"]


def feed(source):
    target = {}
    common(target, source)
    text(target, "subtitle", source.get("subtitle"))
    text(target, "info", source.get("info"))
    dates(
        target,
        source,
        (
            ("published", "published"),
            ("updated", "updated"),
            ("created", "created"),
            ("valid_from", "validity_start"),
            ("valid_until", "validity_end"),
        ),
    )
    for key in ("language", "icon", "logo", "docs", "rating", "update_period"):
        put(target, {"update_period": "sy_updateperiod"}.get(key, key), source.get(key))
    put(target, "ttl", source.get("ttl_text"))
    if "update_frequency" in source:
        target["sy_updatefrequency"] = str(source["update_frequency"])
    put(target, "errorreportsto", source.get("error_reports_to"))
    generator(target, source.get("generator"))
    if "image" in source:
        target["image"] = image(source["image"])
    if "cloud" in source:
        cloud = source["cloud"]
        target["cloud"] = {key.replace("_", ""): cloud[key] for key in cloud}
    if "text_input" in source:
        target["textinput"] = source["text_input"]
    extensions(target, source)
    return target


def origin(source):
    """The feed that an entry was taken from."""
    target = {}
    common(target, source)
    text(target, "subtitle", source.get("subtitle"))
    dates(target, source, (("updated", "updated"),))
    generator(target, source.get("generator"))
    put(target, "icon", source.get("icon"))
    put(target, "logo", source.get("logo"))
    put(target, "href", source.get("link"))
    return target


def entry(source):
    target = {}
    common(target, source)
    text(target, "summary", source.get("summary"))
    if source.get("content"):
        target["content"] = [detail(content) for content in source["content"]]
        if "summary" not in source:
            # feedparser repeats the content in the place of a summary that is not there.
            text(target, "summary", source["content"][0])
    dates(
        target,
        source,
        (
            ("published", "published"),
            ("updated", "updated"),
            ("created", "created"),
            ("expired", "expired"),
        ),
    )
    if "id_is_permalink" in source:
        target["guidislink"] = source["id_is_permalink"]
    put(target, "language", source.get("language"))
    put(target, "comments", source.get("comments"))
    put(target, "wfw_commentrss", source.get("comment_feed"))
    put(target, "wfw_comment", source.get("comment_post"))
    if "comment_count" in source:
        target["slash_comments"] = str(source["comment_count"])
    put(target, "slash_section", source.get("slash_section"))
    put(target, "slash_department", source.get("slash_department"))
    if source.get("enclosures"):
        target["enclosures"] = []
        for enclosure in source["enclosures"]:
            shaped = {"href": enclosure.get("url")}
            put(shaped, "type", enclosure.get("type"))
            if "length" in enclosure:
                shaped["length"] = str(enclosure["length"])
            put(shaped, "title", enclosure.get("title"))
            target["enclosures"].append(shaped)
    if "source" in source:
        target["source"] = origin(source["source"])
    if "image" in source:
        target["image"] = {"href": source["image"]}
    if source.get("chapters") or "chapters_version" in source:
        target["psc_chapters"] = {
            "version": source.get("chapters_version"),
            "chapters": [
                {
                    "start": chapter.get("start_text"),
                    "start_parsed": chapter["start_ms"] / 1000 if "start_ms" in chapter else None,
                    **{key: chapter[key] for key in ("title", "href", "image") if key in chapter},
                }
                for chapter in source.get("chapters") or []
            ],
        }
    extensions(target, source)
    return target


def document(source, headers):
    if "error" in source:
        # feedparser has no other word for a document that is no feed than an empty one.
        return {
            "bozo": 1,
            "bozo_exception": source["error"].get("message"),
            "version": "",
            "feed": {},
            "entries": [],
        }
    target = {
        "bozo": int(bool(source.get("problems"))),
        "encoding": source.get("encoding"),
        "version": source.get("format"),
        "feed": feed(source),
        "entries": [entry(item) for item in source.get("items") or []],
        "namespaces": {n.get("prefix", ""): n.get("uri") for n in source.get("namespaces") or []},
    }
    # Of the HTTP header feedparser repeats these two.
    named = {key.lower(): value for key, value in headers.items()}
    put(target, "etag", named.get("etag"))
    put(target, "modified", named.get("last-modified") or None)
    return target


def main():
    parser = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for request in sys.stdin.buffer:
        parser.stdin.write(request)
        parser.stdin.flush()
        answer = parser.stdout.readline()
        if not answer:
            return 1
        headers = json.loads(request).get("headers") or {}
        print(json.dumps(document(json.loads(answer), headers), ensure_ascii=True), flush=True)
    parser.stdin.close()
    return parser.wait()


if __name__ == "__main__":
    sys.exit(main())
