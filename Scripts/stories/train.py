#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains the pair model of StoryClustering. Needs numpy; same input, same weights.

    rasad stories test LABELLED.jsonl --pairs PAIRS.tsv
    Scripts/stories/train.py LABELLED.jsonl PAIRS.tsv [LABELLED2.jsonl PAIRS2.tsv ...] [--full LONG.jsonl LONG.tsv] [--write]

Lines of LABELLED.jsonl need `id`, `story`, `lang`, `published`; PAIRS.tsv are the features that the
program itself computed, so that training and running cannot drift apart. Logistic regression with a
ridge, weights held to the sign that their meaning has; then the base of each group of languages is
moved to where clustering works best. Sets named behind --full hold full reports (make_long.py): with
all that fixed, they tell how much it weighs that two full reports share no particulars, and nothing
else, so short reports are judged by short reports. Stories are dealt into five folds: the figures
"unseen" count pairs with a story of the fold, judged by a model that saw no such pair, among all
articles of the set.
--write replaces Sources/StoryClustering/Data/PairModelText.swift.
"""
import collections
import hashlib
import json
import os
import sys

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
import numpy as np

OUT = os.path.join(os.path.dirname(__file__), "../../Sources/StoryClustering/Data/PairModelText.swift")
GROUPS = ["same", "ar-fa", "x-en"]
NEGATIVE = {"otherNumbers", "otherDates", "otherPlaces", "otherNames", "otherActors", "template", "hours",
            "missingParticulars"}
FOLDS = 5
RIDGE = 0.5
MISSING = [-m / 2 for m in range(13)]
SHIFTS = [s / 4 for s in range(-20, 5)]


class Data:
    """One labelled set with the pairs of its items."""

    def __init__(self, labelled, pairs):
        items = [json.loads(line) for line in open(labelled, encoding="utf-8") if line.strip()]
        self.items = sorted(items, key=lambda i: (i["published"], i["id"]))
        place = {item["id"]: n for n, item in enumerate(self.items)}
        left, right, group, values, duplicate = [], [], [], [], []
        with open(pairs, encoding="utf-8") as rows:
            self.names = next(rows).rstrip("\n").split("\t")[3:-1]
            for row in rows:
                a, b, kind, *cells = row.rstrip("\n").split("\t")
                left.append(place[a])
                right.append(place[b])
                group.append(GROUPS.index(kind))
                values.append([int(c) for c in cells[:-1]])
                duplicate.append(cells[-1] == "1")
        self.left, self.right, self.group = map(np.array, (left, right, group))
        self.values, self.duplicate = np.array(values) / 1000, np.array(duplicate)
        stories = np.array([i["story"] for i in self.items])
        languages = np.array([i["lang"] for i in self.items])
        hard = np.array([bool(i.get("hard_negative")) for i in self.items])
        self.fold = np.array([int(hashlib.sha256(s.encode()).hexdigest(), 16) % FOLDS for s in stories])
        self.same = stories[:, None] == stories[None, :]
        self.mono = languages[:, None] == languages[None, :]
        self.hard = hard[:, None] | hard[None, :]
        self.upper = np.triu(np.ones_like(self.same), 1)
        self.target = self.same[self.left, self.right].astype(float)


def fit(x, y, negative):
    """Newton's method; columns whose weight has the wrong sign leave until none is left."""
    active = [a for a in range(x.shape[1]) if x[:, a].any()]
    while True:
        columns = np.hstack([np.ones((len(x), 1)), x[:, active]])
        penalty = np.array([1e-9] + [RIDGE] * len(active))
        weights = np.zeros(columns.shape[1])
        weights[0] = -3
        for _ in range(60):
            p = 1 / (1 + np.exp(-np.clip(columns @ weights, -30, 30)))
            gradient = columns.T @ (y - p) - penalty * weights
            hessian = (columns * (p * (1 - p))[:, None]).T @ columns + np.diag(penalty)
            step = np.linalg.solve(hessian, gradient)
            longest = abs(step).max()
            weights = weights + step * min(1, 4 / max(longest, 1e-9))
            if longest < 1e-7:
                break
        wrong = [a for a, w in zip(active, weights[1:]) if (w > 0) == negative[a] and abs(w) > 1e-9]
        if not wrong:
            break
        active = [a for a in active if a not in wrong]
    full = np.zeros(x.shape[1])
    full[active] = weights[1:]
    return weights[0], full


def train(sets, masks):
    names = sets[0].names
    negative = [n in NEGATIVE for n in names]
    cover = names.index("cover")
    model = []
    for group in range(len(GROUPS)):
        # Pairs that share next to nothing teach nothing.
        # Nor do sets that hold no positive pair of the group: they would only move the base.
        chosen = [m & (d.group == group) & ((d.target > 0) | (d.values[:, cover] >= 0.09))
                  & (d.target[d.group == group].max() > 0) for d, m in zip(sets, masks)]
        x = np.concatenate([d.values[c] for d, c in zip(sets, chosen)])
        x[:, names.index("missingParticulars")] = 0
        y = np.concatenate([d.target[c] for d, c in zip(sets, chosen)])
        base, weights = fit(x, y, negative)
        if model:
            # Hardly a labelled pair across languages has known actors that differ; what parts two
            # events in one language parts them in two.
            actors = names.index("otherActors")
            weights[actors] = min(weights[actors], model[0][1][actors])
        model.append((base, weights))
    return model


def scores(d, model, shift):
    result = np.zeros(len(d.left))
    for group, (base, weights) in enumerate(model):
        chosen = d.group == group
        result[chosen] = base + shift[group] + d.values[chosen] @ weights
        if chosen.any() and d.target[chosen].max() == 0:
            result[chosen] = -99  # a set without positive pairs of a group says nothing on its base
    return result


def cluster(d, score):
    """The rule of StoryClusterer over all pairs; returns a story number per article."""
    count = len(d.items)
    table = np.full((count, count), -99.0)
    table[d.right, d.left] = score
    near = np.zeros((count, count))
    containment = d.names.index("containment")
    near[d.right[d.duplicate], d.left[d.duplicate]] = d.values[d.duplicate, containment]
    story, members = np.full(count, -1), []
    for i in range(count):
        best, choice = -1e-9, -1
        if i and near[i, :i].max() > 0:
            choice = story[near[i, :i].argmax()]
        else:
            for number in sorted({story[j] for j in np.flatnonzero(table[i, :i] >= 0)}, reverse=True):
                mean = np.sort(table[i, members[number]])[::-1][:2].mean()
                if mean > best:
                    best, choice = mean, number
        if choice < 0:
            choice = len(members)
            members.append([])
        story[i] = choice
        members[choice].append(i)
    return story


def counts(d, story, touched=None):
    merged = story[:, None] == story[None, :]
    chosen = d.upper if touched is None else d.upper & (touched[:, None] | touched[None, :])
    result = collections.Counter()
    for kind, mask in (("mono", chosen & d.mono), ("cross", chosen & ~d.mono)):
        result[kind, "tp"] = int((mask & merged & d.same).sum())
        result[kind, "fp"] = int((mask & merged & ~d.same).sum())
        result[kind, "fn"] = int((mask & ~merged & d.same).sum())
    result["hard"] = int((chosen & merged & ~d.same & d.hard).sum())
    return result


def f1(c, kind):
    return 2 * c[kind, "tp"] / max(1, 2 * c[kind, "tp"] + c[kind, "fp"] + c[kind, "fn"])


def b_cubed(d, story):
    merged = story[:, None] == story[None, :]
    both = (merged & d.same).sum(1)
    p, r = (both / merged.sum(1)).mean(), (both / d.same.sum(1)).mean()
    return 2 * p * r / (p + r)


def describe(c, b):
    return "mono %.3f cross %.3f b3 %.3f false merges of hard negatives %d" % (
        f1(c, "mono"), f1(c, "cross"), b, c["hard"])


def evaluate(sets, models, shift):
    total, b = collections.Counter(), 0
    for d in sets:
        for fold, model in enumerate(models):
            story = cluster(d, scores(d, model, shift))
            total += counts(d, story, d.fold == fold)
            b += b_cubed(d, story) / len(models) / len(sets)
    return total, b


def best_shift(sets, models):
    """Moves the bases, one group after the other, to the best sum of both F1 on unseen folds."""
    shift = [-2.0] * len(GROUPS)

    def quality(trial):
        total, _ = evaluate(sets, models, trial)
        return f1(total, "mono") + f1(total, "cross") - 0.002 * total["hard"]

    for _ in range(2):
        for group in range(len(GROUPS)):
            # The mean of all shifts that are nearly the best: a plateau, not a peak.
            rated = [(quality(shift[:group] + [s] + shift[group + 1:]), s) for s in SHIFTS]
            top = max(rated)[0]
            good = [s for q, s in rated if q >= top - 0.004]
            shift[group] = sum(good) / len(good)
    return shift


def with_missing(model, weights):
    """The model with other weights of what full reports are missing."""
    return [(base, np.append(w[:-1], missing)) for (base, w), missing in zip(model, weights)]


def best_missing(full, models, shift):
    """What it weighs across languages that full reports share no particulars, by their unseen folds.

    A wrong merge is worse than a missed one: the least weight at which wrong merges stop falling. In
    one language the words themselves tell: no weight.
    """
    trials = [[0 if name == "same" else weight for name in GROUPS] for weight in MISSING]
    wrong = [evaluate(full, [with_missing(m, t) for m in models], shift)[0]["cross", "fp"] for t in trials]
    return trials[wrong.index(min(wrong))]


def main():
    arguments = [a for a in sys.argv[1:] if a != "--write"]
    place = arguments.index("--full") if "--full" in arguments else len(arguments)
    arguments, long = arguments[:place], arguments[place + 1:]
    if not arguments or len(arguments) % 2 or len(long) % 2:
        sys.exit(__doc__)
    sets = [Data(a, b) for a, b in zip(arguments[::2], arguments[1::2])]
    full = [Data(a, b) for a, b in zip(long[::2], long[1::2])]
    models = [train(sets, [(d.fold[d.left] != f) & (d.fold[d.right] != f) for d in sets])
              for f in range(FOLDS)]
    shift = best_shift(sets, models)
    model = train(sets, [np.ones(len(d.left), bool) for d in sets])
    models, model = [with_missing(m, [0] * 3) for m in models], with_missing(model, [0] * 3)
    if full:
        before = evaluate(full, models, shift)
        missing = best_missing(full, models, shift)
        models, model = [with_missing(m, missing) for m in models], with_missing(model, missing)
    lines = ["# version 1", "# trained on " + ", ".join(
        "%s (%d articles, %d pairs)" % (os.path.basename(p), len(d.items), len(d.left))
        for p, d in zip(arguments[::2], sets))]
    lines.append("# unseen folds: " + describe(*evaluate(sets, models, shift)))
    for d, path in zip(sets, arguments[::2]):
        if len(sets) > 1:
            lines.append("# unseen folds of %s: %s" % (os.path.basename(path), describe(*evaluate([d], models, shift))))
        story = cluster(d, scores(d, model, shift))
        lines.append("# %s itself: %s" % (os.path.basename(path), describe(counts(d, story), b_cubed(d, story))))
    if full:
        lines.append("# full reports: %s (%d articles), without missingParticulars: %s" % (
            ", ".join(os.path.basename(p) for p in long[::2]), sum(len(d.items) for d in full), describe(*before)))
        lines.append("# full reports, unseen folds: " + describe(*evaluate(full, models, shift)))
    for group, (base, weights) in enumerate(model):
        lines.append("[%s]" % GROUPS[group])
        lines.append("base = %d" % round((base + shift[group]) * 1000))
        lines += ["%s = %d" % (n, round(w * 1000)) for n, w in zip(sets[0].names, weights) if round(w * 1000)]
    text = "".join("  %s\n" % line for line in lines)
    print(text, end="")
    if "--write" in sys.argv:
        with open(OUT, "w", encoding="utf-8") as out:
            out.write("// SPDX-License-Identifier: Apache-2.0\n// Written by Scripts/stories/train.py. Do not edit.\n\n"
                      "/// Weights of ``PairModel`` in thousandths, and what they were trained on.\n"
                      'let pairModelText: String = #"""\n' + text + '  """#\n')


if __name__ == "__main__":
    main()
