#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""near_duplicates.py rensa|datasketch TEXTS: what others need for what `understanding-speed near` does.

Each text is looked up among those before it, then added: MinHash of 128 permutations over runs of three
words, locality-sensitive hashing, resemblance of one half. Prints what the Swift program prints.
"""
import re
import resource
import sys
import time

engine, path = sys.argv[1:3]
with open(path, encoding="utf-8") as lines:
    rows = [line.rstrip("\n").split("\t", 5) for line in lines]
WORD = re.compile(r"\w+")


def runs(text):
    words = WORD.findall(text.lower())
    return [" ".join(words[place:place + 3]) for place in range(max(1, len(words) - 2))]


if engine == "rensa":
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)

    def look_up(number, text):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(runs(text))
        found = index.query(sketch)
        index.insert(number, sketch)
        return found

elif engine == "datasketch":
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    empty = MinHash(num_perm=128)

    def look_up(number, text):
        sketch = empty.copy()
        sketch.update_batch([run.encode() for run in runs(text)])
        found = index.query(sketch)
        index.insert(number, sketch)
        return found

else:
    sys.exit(__doc__)

held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before = time.process_time()
answers = [look_up(number, row[5]) for number, row in enumerate(rows)]
seconds = time.process_time() - before
added = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held

seen = set()
right = given = wanted = hits = 0
for row, found in zip(rows, answers):
    good = sum(rows[number][1] == row[1] for number in found)
    given += len(found)
    right += good
    if row[1] in seen:
        wanted += 1
        hits += good > 0
    seen.add(row[1])
print(engine, "texts", len(rows), "cpu_s", round(seconds, 3), "texts_s", int(len(rows) / seconds),
      "us_per_text", round(seconds * 1e6 / len(rows), 3), "rss_added_mb", added // 1024)
print("precision", round(right / max(1, given), 3), "recall", round(hits / max(1, wanted), 3),
      "answers", given)
