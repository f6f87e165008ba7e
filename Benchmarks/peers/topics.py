#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""topics.py TEXTS: what fastText needs to give each text a topic; compare `understanding-speed topics`.

The first fifth of the texts trains a model of 50 dimensions; the rest is told a topic one by one, with
the folding (lower case, words) that the model needs and without it.
"""
import re
import sys
import tempfile
import time

import fasttext

with open(sys.argv[1], encoding="utf-8") as lines:
    rows = [line.rstrip("\n").split("\t", 5) for line in lines]
WORD = re.compile(r"\w+")


def folded(text):
    return " ".join(WORD.findall(text.lower()))


split = len(rows) // 5
with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as training:
    for row in rows[:split]:
        training.write(f"__label__{row[4]} {folded(row[5])}\n")
    training.flush()
    model = fasttext.train_supervised(
        training.name, dim=50, epoch=10, lr=0.5, thread=1, verbose=0)

# The plain binding: the wrapper's `predict` fails with NumPy 2.
tell = model.f.predict
before = time.process_time()
right = sum(
    tell(folded(row[5]) + "\n", 1, 0.0, "strict")[0][1] == "__label__" + row[4]
    for row in rows[split:])
seconds = time.process_time() - before
ready = [folded(row[5]) + "\n" for row in rows[split:]]
before = time.process_time()
for text in ready:
    tell(text, 1, 0.0, "strict")
bare = time.process_time() - before
count = len(rows) - split
print("fasttext folding+topic texts", count, "cpu_s", round(seconds, 3), "texts_s",
      int(count / seconds), "us_per_text", round(seconds * 1e6 / count, 3))
print("fasttext topic texts", count, "cpu_s", round(bare, 3), "texts_s", int(count / bare),
      "us_per_text", round(bare * 1e6 / count, 3))
print("right", round(right / count, 3))
