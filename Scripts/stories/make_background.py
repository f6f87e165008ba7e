#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes Sources/StoryClustering/Data/BackgroundText.swift: how common the words of three languages are.

    python3 -m venv venv && venv/bin/pip install wordfreq==3.1.1
    venv/bin/python Scripts/stories/make_background.py

Each line holds a language, a Zipf value times ten (log10 of occurrences per billion words) and the
words of that value. Words that no article can hold as one token, and forms that fold to a word that
stands before them, are left out. Same version of wordfreq, same bytes.
"""
import collections
import os
import re

import wordfreq

COUNT = 8000
OUT = os.path.join(os.path.dirname(__file__), "../../Sources/StoryClustering/Data/BackgroundText.swift")
SHAPE = {
    "ar": re.compile(r"[\u0621-\u064a]{2,}"),
    "fa": re.compile(r"[\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc\u200c]{2,}"),
    "en": re.compile(r"[a-z]{2,}"),
}


def lines():
    for language in ("ar", "en", "fa"):
        groups = collections.defaultdict(list)
        for word in wordfreq.top_n_list(language, 3 * COUNT, "best")[:3 * COUNT]:
            if not SHAPE[language].fullmatch(word):
                continue
            if sum(map(len, groups.values())) == COUNT:
                break
            groups[round(10 * wordfreq.zipf_frequency(word, language, "best"))].append(word)
        for value in sorted(groups, reverse=True):
            words = sorted(groups[value])
            for start in range(0, len(words), 12):
                yield f"{language} {value} {','.join(words[start:start + 12])}"


def main():
    with open(OUT, "w", encoding="utf-8") as out:
        out.write("// SPDX-License-Identifier: CC-BY-SA-4.0\n"
                  "// Written by Scripts/stories/make_background.py from wordfreq 3.1.1 (Robyn Speer), whose data is\n"
                  "// CC BY-SA 4.0; its sources are named in wordfreq's README. Do not edit.\n\n"
                  "/// Word frequencies: language, ten times the Zipf value, words.\n"
                  'let backgroundText: String = #"""\n')
        for line in lines():
            out.write("  " + line + "\n")
        out.write('  """#\n')


if __name__ == "__main__":
    main()
