# SPDX-License-Identifier: Apache-2.0
"""python.py MODULE ROUNDS FILE... reads the files as often, after one round to warm up; one JSON line."""
import importlib
import json
import resource
import sys
import time


def main():
    module, rounds = importlib.import_module(sys.argv[1]), int(sys.argv[2])
    files = []
    for path in sys.argv[3:]:
        with open(path, "rb") as file:
            files.append(file.read())
    parse = module.parse
    if sys.argv[1] == "feedparser_rs" and max(map(len, files)) > 50 << 20:
        # Its own limits refuse documents of this size.
        limits = module.ParserLimits(max_feed_size_bytes=1 << 30, max_entries=1_000_000)
        parse = lambda file: module.parse_with_limits(file, limits=limits)
    seconds, items = [], 0
    for number in range(-1 if len(files) > 1 else 0, rounds):
        items = 0
        start = time.process_time()
        for file in files:
            items += len(parse(file).entries)
        if number >= 0:
            seconds.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"items": items, "seconds": seconds, "peak_kib": peak}))


main()
