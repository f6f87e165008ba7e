# SPDX-License-Identifier: Apache-2.0
"""Feed parsers side by side: the same files, one run, seconds of processor time.

usage: run.py ROUNDS FOLDER FILE...

FOLDER holds what Scripts/benchmark made: parser-speed, gofeed and venv/bin/python, as far as they could be had.
Each round runs every engine once, so that what else the machine does meets all alike; the shortest time counts.
"""
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def debian(package):
    """The version of a Debian package, without what Debian added."""
    asked = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", package], stdout=subprocess.PIPE, text=True
    )
    return asked.stdout.split("-")[0].split("+")[0]


def engines(folder):
    """Name, version, what it makes of a feed, and the command; None when it is not to be had."""
    ours = os.path.join(folder, "parser-speed")
    python = os.path.join(folder, "venv", "bin", "python")
    gofeed = os.path.join(folder, "gofeed")
    libxml2 = debian("libxml2")
    yield "libxml2, empty handlers in C", libxml2, "nothing: the limit", [ours, "--only", "limit"]
    yield "Rasad, ranges", "", "every field as a range of bytes", [ours, "--only", "values"]
    yield "Rasad, HTML as written", "", "full model", [ours, "--only", "strings"]
    yield "Rasad", "", "full model, HTML made safe", [ours, "--only", "clean"]
    for name, module, makes in (
        ("fastfeedparser", "fastfeedparser", "a smaller model"),
        ("feedparser-rs", "feedparser_rs", "full model, HTML made safe"),
        ("feedparser", "feedparser", "full model, HTML made safe"),
    ):
        version = ""
        if os.path.exists(python):
            code = "import importlib.metadata as m; print(m.version(%r))" % name
            asked = subprocess.run([python, "-c", code], stdout=subprocess.PIPE, text=True)
            version = asked.stdout.strip()
        command = [python, os.path.join(HERE, "python.py"), module]
        yield name, version, makes, command if version else None
    yield (
        "gofeed", debian("golang-github-mmcdole-gofeed-dev"), "full model",
        ["env", "GOMAXPROCS=1", gofeed] if os.path.exists(gofeed) else None,
    )
    yield "sfeed", debian("sfeed"), "nine fields a line", shutil.which("sfeed")


def per_process(program, files):
    """A program that reads one feed from its standard input."""
    seconds = peak = items = 0
    for path in files:
        with open(path, "rb") as file:
            child = subprocess.Popen([program], stdin=file, stdout=subprocess.PIPE)
            items += child.stdout.read().count(b"\n")
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = 0
        seconds += usage.ru_utime + usage.ru_stime
        peak = max(peak, usage.ru_maxrss)
    return {"items": items, "seconds": [seconds], "peak_kib": peak}


def main():
    rounds, folder, files = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    size = sum(map(os.path.getsize, files)) / 1e6
    best, found = {}, []
    for number in range(rounds):
        for name, version, makes, command in engines(folder):
            if command is None:
                if number == 0:
                    print("not to be had here: %s" % name, file=sys.stderr)
                continue
            if isinstance(command, str):
                result = per_process(command, files)
            else:
                # One round of the slow ones says enough, in a minute instead of ten.
                if number > 0 and best[name]["seconds"] > 20:
                    continue
                # The others read everything once before they begin to count.
                times = "3" if command[0].endswith("parser-speed") else "1"
                run = subprocess.run(command + [times] + files, stdout=subprocess.PIPE, text=True)
                if run.returncode != 0:
                    print("failed: %s" % name, file=sys.stderr)
                    continue
                result = json.loads(run.stdout.splitlines()[-1])
            seconds = min(result["seconds"])
            if name not in best:
                found.append((name, version, makes))
                best[name] = {"seconds": seconds, "items": result["items"], "peak": 0}
            best[name]["seconds"] = min(best[name]["seconds"], seconds)
            best[name]["peak"] = max(best[name]["peak"], result["peak_kib"])
    limit = best["libxml2, empty handlers in C"]["seconds"]
    print("%d files, %.1f MB" % (len(files), size))
    print("| engine | version | makes | items | MB/s | % of the limit | peak MB |")
    print("|---|---|---|---:|---:|---:|---:|")
    for name, version, makes in sorted(found, key=lambda one: best[one[0]]["seconds"]):
        row = best[name]
        print("| %s | %s | %s | %d | %.1f | %.0f | %.0f |" % (
            name, version, makes, row["items"], size / row["seconds"],
            100 * limit / row["seconds"], row["peak"] / 1024,
        ))


main()
