#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes Sources/StoryClustering/Data/LexiconCLDR.swift: territories, cities, months, currencies of CLDR.

    python3 -m venv venv && venv/bin/pip install Babel==2.18.0
    venv/bin/python Scripts/stories/make_cldr_names.py

A name whose English form the hand-written lexicon has already is left out. Same Babel, same bytes.
"""
import glob
import os
import re

from babel import Locale

DATA = os.path.join(os.path.dirname(__file__), "../../Sources/StoryClustering/Data")
OUT = os.path.join(DATA, "LexiconCLDR.swift")
LOCALES = ["ar", "fa", "en"]
MARKS = re.compile("[\u200e\u200f\u061c\u064b-\u0652]")


def known_english():
    known = set()
    for path in glob.glob(os.path.join(DATA, "Lexicon*.swift")):
        if path.endswith("CLDR.swift"):
            continue
        for line in open(path, encoding="utf-8"):
            columns = line.strip().split("|")
            if len(columns) == 3:
                known.update(word.strip().lower() for word in columns[2].split(","))
    return known


def clean(name):
    name = MARKS.sub("", name)
    name = re.sub(r"\s*[\(\[（].*?[\)\]）]", "", name)
    return re.sub(r"[,،|]", " ", name).strip()


def row(names):
    cells = []
    for name in names:
        forms = list(dict.fromkeys(clean(form) for form in name if form))
        if not forms or not all(forms):
            return None
        cells.append(",".join(forms))
    return "|".join(cells)


def entries(known):
    ar, fa, en = (Locale(code) for code in LOCALES)
    levant = Locale("ar", "SY")
    yield "[place]"
    for code in sorted(ar.territories):
        if re.fullmatch("[A-Z]{2}", code) and code not in ("ZZ", "XA", "XB", "QO", "EZ", "UN", "EU"):
            english = clean(en.territories[code])
            if english.lower() not in known:
                yield row([[l.territories.get(code)] for l in (ar, fa, en)])
    for zone in sorted(set(ar.time_zones) & set(fa.time_zones)):
        city = [locale.time_zones[zone].get("city") for locale in (ar, fa)]
        if all(city) and "/" in zone and not zone.startswith("Etc"):
            english = en.time_zones.get(zone, {}).get("city") or zone.split("/")[-1].replace("_", " ")
            if clean(english).lower() not in known and re.fullmatch(r"[^\W\d]+( [^\W\d]+)?", clean(english)):
                yield row([[city[0]], [city[1]], [english]])
    yield "[time]"
    for month in range(1, 13):
        yield row([[ar.months["format"]["wide"][month], levant.months["format"]["wide"][month]],
                   [fa.months["format"]["wide"][month], fa.months["stand-alone"]["wide"][month]],
                   [en.months["format"]["wide"][month]]])
    yield "[word]"
    for code in ("TRY", "RUB", "INR", "PKR", "CNY", "JPY", "KRW", "CHF", "SEK", "NOK", "DKK", "PLN", "ILS",
                 "AFN", "BRL", "MXN", "CAD", "AUD", "EGP", "IQD", "KWD", "SYP", "LBP", "AZN", "AMD", "GEL"):
        yield row([[l.currencies.get(code)] for l in (ar, fa, en)])


def main():
    seen = set()
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("// SPDX-License-Identifier: Unicode-3.0\n"
                  "// Written by Scripts/stories/make_cldr_names.py from CLDR (Babel 2.18.0). Do not edit.\n\n"
                  "/// Territories, cities, months and currencies: Arabic, Persian, English.\n"
                  'let lexiconCLDR: String = #"""\n')
        for line in entries(known_english()):
            if line and line not in seen:
                seen.add(line)
                out.write("  " + line + "\n")
        out.write('  """#\n')


if __name__ == "__main__":
    main()
