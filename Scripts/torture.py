#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""torture.py short|long PROGRAM [--only NAME,…] [--seed N]

Breaks `rasad run` in every way that we know. After each break: the store passes integrity_check, no article of a
version that the client ever claimed to have (If-None-Match) is lost, none is there twice, every feed of the digest is
well-formed XML, no entry has left it, and the next undisturbed run ends with status 0 and nothing half-written left.
Needs no network but loopback. What needs root (loop image, tmpfs) is skipped without it, and said so.
"""
import argparse, http.server, os, random, shutil, signal, sqlite3, subprocess, sys, tempfile, threading, time
import xml.etree.ElementTree as ET
import power_cuts

parser = argparse.ArgumentParser()
parser.add_argument("mode", choices=["short", "long"])
parser.add_argument("program")
parser.add_argument("--only", default="")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--every", type=int, default=1, help="take only each Nth call in the long form")
A = parser.parse_args()
LONG = A.mode == "long"
PROGRAM = os.path.abspath(A.program)
HERE = os.path.dirname(os.path.abspath(__file__))
RANDOM = random.Random(A.seed)
WORK = tempfile.mkdtemp(prefix="rasad-torture-")
NOW = 1763550000  # 2025-11-19
ITEMS = 6  # per version
BEGIN = time.time()

# ---------------------------------------------------------------- the server

class Claims:
    """What the client has claimed, by name of the feed: version V is served until it is sent back."""
    def __init__(self):
        self.versions, self.lock = {}, threading.Lock()
    def serve(self, name, tag):
        with self.lock:
            version = self.versions.setdefault(name, 1)
            if tag == '"v%d"' % version:
                version += 1
                self.versions[name] = version
            return version
    def claimed(self, name):
        with self.lock:
            return self.versions.get(name, 1) - 1

CLAIMS = Claims()

def item(number):
    return ("<item><title>Story %d of cybersecurity</title><link>https://t.example/%d</link>"
            "<guid isPermaLink='false'>g%d</guid><pubDate>Mon, 17 Nov 2025 10:00:00 GMT</pubDate>"
            "<description>%s</description></item>"
            % (number, number, number, " ".join("w%dx%d" % (number, k) for k in range(30))))

class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def log_message(self, *_): pass
    def do_GET(self):
        name = self.path.strip("/")
        if name.endswith("-same"):
            body = ("<rss version='2.0'><channel><title>same</title>%s</channel></rss>" % item(900001)).encode()
            tag = '"same"'
            if self.headers.get("If-None-Match") == tag:
                self.send_response(304); self.end_headers(); return
        else:
            version = CLAIMS.serve(name, self.headers.get("If-None-Match"))
            items = "".join(item(n) for n in range(ITEMS * (version - 1) + 1, ITEMS * version + 1))
            body = ("<rss version='2.0'><channel><title>claims</title>%s</channel></rss>" % items).encode()
            tag = '"v%d"' % version
        self.send_response(200)
        self.send_header("ETag", tag)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try: self.wfile.write(body)
        except OSError: pass

class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256
    def handle_error(self, *_): pass  # a client that was killed

SERVER = Server(("127.0.0.1", 0), Handler)
PORT = SERVER.server_address[1]
threading.Thread(target=SERVER.serve_forever, daemon=True).start()

# ---------------------------------------------------------------- a site

SEEDS = os.path.join(WORK, "seeds")
os.mkdir(SEEDS)
open(SEEDS + "/topics.conf", "w").write(
    "[model]\ndate = 2025-11-01\n[topic cybersecurity]\nlabel-en = Cybersecurity\nen = 1000 X cybersecurity\n")

class Broken(Exception): pass

class Site:
    """A state directory and a feed that only it reads."""
    count = 0
    def __init__(self, state=None, like=None):
        Site.count += 1
        self.name = "site%d" % Site.count
        self.folder = os.path.join(WORK, self.name)
        os.mkdir(self.folder)
        self.state = state or self.folder + "/state"
        self.conf = self.folder + "/feeds.conf"
        open(self.conf, "w").write(
            "[rasad]\nseeds = %s\nstate = %s\n[feed claim]\nurl = http://127.0.0.1:%d/%s\nallow-private = yes\n"
            "[feed same]\nurl = http://127.0.0.1:%d/%s-same\nallow-private = yes\n"
            % (SEEDS, self.state, PORT, self.name, PORT, self.name))
        self.now, self.entries = NOW, {}
        if like:
            shutil.copytree(like.state, self.state)
            # The address is another one: let the schedule and the validators be those of this one.
            db = sqlite3.connect(self.state + "/rasad.sqlite")
            for feed, path in (("claim", self.name), ("same", self.name + "-same")):
                db.execute("UPDATE feed SET url = ? WHERE name = ?", ("http://127.0.0.1:%d/%s" % (PORT, path), feed))
            db.commit(); db.close()
            with CLAIMS.lock: CLAIMS.versions[self.name] = CLAIMS.versions[like.name]
            self.now, self.entries = like.now, dict(like.entries)
    def command(self, *extra, now=None):
        self.now += 60
        return [PROGRAM, "run", "--all", "-c", self.conf, "--now", stamp(now or self.now), *extra]
    def start(self, *extra, env=None, wrap=(), now=None, **more):
        environment = {"PATH": "/usr/bin:/bin", "HOME": self.folder, **(env or {})}
        more.setdefault("stdout", subprocess.PIPE); more.setdefault("stderr", subprocess.PIPE)
        return subprocess.Popen([*wrap, *self.command(*extra, now=now)], env=environment, **more)
    def run(self, *extra, limit=60, **more):
        process = self.start(*extra, **more)
        try:
            out, err = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            process.kill(); process.communicate()
            raise Broken("a run hung for %d s" % limit)
        return process.returncode, (out or b"").decode(errors="replace"), (err or b"").decode(errors="replace")
    def check_store(self, state=None, claimed=None):
        """The store as it lies there, looked at in a copy, so that the program itself has to mend the original."""
        state = state or self.state
        claimed = CLAIMS.claimed(self.name) if claimed is None else claimed
        def nothing():
            if claimed: raise Broken("LOST everything: there is no store")
            return 0
        if not os.path.exists(state + "/rasad.sqlite"): return nothing()
        copy = tempfile.mkdtemp(dir=WORK)
        try:
            for ending in ("", "-wal", "-journal"):
                if os.path.exists(state + "/rasad.sqlite" + ending):
                    shutil.copy(state + "/rasad.sqlite" + ending, copy + "/rasad.sqlite" + ending)
            db = sqlite3.connect(copy + "/rasad.sqlite")
            try:
                answers = [row[0] for row in db.execute("PRAGMA integrity_check")]
                if answers != ["ok"]: raise Broken("integrity: %s" % answers[:3])
                if list(db.execute("PRAGMA foreign_key_check")): raise Broken("foreign keys")
                if not list(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'article'")): return nothing()
                rows = [row[0] for row in db.execute(
                    "SELECT key FROM article JOIN feed ON feed.id = article.feed WHERE feed.name = 'claim'")]
                wanted = {"g%d" % n for n in range(1, ITEMS * claimed + 1)}
                lost = wanted - set(rows)
                if lost: raise Broken("LOST %d of %d: %s" % (len(lost), len(wanted), sorted(lost)[:5]))
                if len(rows) != len(set(rows)): raise Broken("DUP %d" % (len(rows) - len(set(rows))))
                return len(rows)
            except sqlite3.DatabaseError as error: raise Broken("the store cannot be read: %s" % error)
            finally: db.close()
        finally: shutil.rmtree(copy)
    def check_digest(self, state=None):
        state = state or self.state
        feeds = [state + "/public/" + name for name in ("digest.atom", "all.atom")]
        feeds = [path for path in feeds if os.path.exists(path)]
        if not feeds: return
        done = subprocess.run(["xmllint", "--noout", *feeds], capture_output=True)
        if done.returncode != 0: raise Broken("the digest is not whole: %s" % done.stderr[:200])
    def check_entries(self):
        """Entries neither leave the digest nor change their date; it keeps the newest hundred."""
        atom = "{http://www.w3.org/2005/Atom}"
        path = self.state + "/public/all.atom"
        if not os.path.exists(path): return
        found = {entry.findtext(atom + "id"): entry.findtext(atom + "published")
                 for entry in ET.parse(path).getroot().iter(atom + "entry")}
        for key, value in self.entries.items():
            if key not in found and len(found) < 100: raise Broken("an entry left the digest: %s" % key)
            if key in found and found[key] != value: raise Broken("an entry changed its date")
        self.entries = found
    def heal(self):
        status, _, errors = self.run()
        if status != 0: raise Broken("the next run ended with %d: %s" % (status, errors[:300]))
        rows = self.check_store()
        self.check_digest(); self.check_entries()
        self.check_leftovers()
        return rows
    def check_leftovers(self):
        left = [name for _, _, names in os.walk(self.state) for name in names
                if name.endswith(".part") or name.startswith(".hook")]
        if left: raise Broken("left behind: %s" % left[:3])
    def verify(self):
        self.check_store(); self.check_digest()
        return self.heal()
    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

def stamp(seconds): return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))

# ---------------------------------------------------------------- scenarios

FIGURES, FAILED = [], []

def figure(name, text):
    FIGURES.append((name, text))
    print("%-14s %s  (%.0f s)" % (name, text, time.time() - BEGIN), flush=True)

def grown():
    site = Site()
    for _ in range(2): site.heal()
    return site

def attempt(what, body):
    try: return body()
    except Broken as error:
        FAILED.append("%s: %s" % (what, error))
        print("BROKEN  %s: %s" % (what, error), flush=True)

def kill9():
    """SIGKILL at a random time."""
    site = grown()
    begun = time.time(); site.run(); length = time.time() - begun
    goal, kills, runs, claimed = (200 if LONG else 8), 0, 0, 0
    while kills < goal and runs < goal * 3:
        runs += 1
        process = site.start(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(RANDOM.uniform(0, length * 1.1))
        process.kill()
        if process.wait() == -9: kills += 1
        if attempt("kill -9 number %d" % kills, site.verify) is None: break
        # The entries of the digest would outgrow it.
        if CLAIMS.claimed(site.name) > 60:
            claimed += CLAIMS.claimed(site.name); site.remove(); site = grown()
    claimed += CLAIMS.claimed(site.name)
    figure("kill -9", "%d kills in %d runs, %d versions of %d items claimed: LOST 0, DUP 0" % (kills, runs, claimed, ITEMS))

def shim(name="fail-at"):
    path = WORK + "/%s.so" % name
    if not os.path.exists(path):
        subprocess.run(["cc", "-O1", "-shared", "-fPIC", "-o", path, HERE + "/%s.c" % name, "-ldl", "-pthread"], check=True)
    return path

def injected():
    """Every call that writes, in turn: death before, in and after it; and each failing."""
    errors = {"ENOSPC": 28, "EIO": 5, "EROFS": 30}
    for kind, base in (("first run", None), ("later run", grown())):
        def fresh(): return Site(like=base) if base else Site()
        site = fresh()
        counted = site.folder + "/count"
        site.run(env={"LD_PRELOAD": shim(), "FAIL_COUNT": counted})
        calls = int(open(counted).read()); site.remove()
        for how in ["kill", "half", "after"] + list(errors) + ["ENOSPC from there on"]:
            step = A.every if LONG else max(1, calls // 2)
            done, statuses, talk = 0, {}, 0
            for number in range(1 + (0 if LONG else RANDOM.randrange(step)), calls + 1, step):
                site = fresh()
                env = {"LD_PRELOAD": shim(), "FAIL_AT": str(number),
                       "FAIL_HOW": str(errors.get(how.split()[0], how))}
                if how.endswith("on"): env["FAIL_FROM"] = "1"
                status, _, words = site.run(env=env)
                statuses[status] = statuses.get(status, 0) + 1
                what = "%s, %s at call %d of %d" % (kind, how, number, calls)
                if how in ("kill", "half", "after"):
                    pass
                elif status not in (0, 73) or (status == 73 and len(words.strip().splitlines()) != 1):
                    FAILED.append("%s: status %d, said %r" % (what, status, words[:300]))
                    print("BROKEN  " + FAILED[-1], flush=True)
                attempt(what, site.verify)
                site.remove(); done += 1
            figure("each call", "%s, %s: %d of %d calls, statuses %s" % (kind, how, done, calls, statuses))

def traced():
    """The same by strace, which sees system calls whoever makes them; counted per thread."""
    calls = "write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,ftruncate"
    base = grown()
    for call in calls.split(","):
        number = kills = 0
        while True:
            number += A.every if LONG else 40
            site = Site(like=base)
            status, _, _ = site.run(wrap=["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + calls,
                                          "-e", "inject=%s:signal=KILL:when=%d" % (call, number)])
            attempt("strace KILL at %s %d" % (call, number), site.verify)
            site.remove()
            if status == 0: break
            kills += 1
        if kills: figure("strace", "KILL at each %s of a thread: %d kills" % (call, kills))

def several():
    """Two to eight runs at once: one works, the others say 75, or wait with --wait."""
    statuses, rounds = {}, 0
    site = grown()
    for width in (range(2, 9) if LONG else (2, 8)):
        for wait in ((), ("--wait", "60")):
            for _ in range(3 if LONG else 1):
                rounds += 1
                processes = [site.start(*wait) for _ in range(width)]
                for process in processes:
                    process.communicate(timeout=120)
                    statuses[process.returncode] = statuses.get(process.returncode, 0) + 1
                    if process.returncode not in ((0,) if wait else (0, 75)):
                        FAILED.append("%d at once: status %d" % (width, process.returncode))
                attempt("%d at once" % width, site.verify)
    figure("at once", "%d rounds of 2 to 8 runs: statuses %s, LOST 0, DUP 0" % (rounds, statuses))

def clocks():
    """The clock leaps, for us (--now) and for the whole process (faketime)."""
    site = grown()
    base, done = site.now, 0
    for leap in (-6 * 31536000, 10 * 31536000, 0, -86400 * 40, 400 * 86400, 0):
        site.now = base + leap
        base += 3600
        attempt("clock at %+d days" % (leap // 86400), site.verify)
        done += 1
    # Back from the future, the feeds are asked again although they were "just" fetched in ten years.
    site.now = base + 3600
    before = CLAIMS.claimed(site.name)
    command = [word for word in site.command() if word != "--all"]
    subprocess.run(command, env={"PATH": "/usr/bin:/bin", "HOME": site.folder}, check=False)
    site.check_store()
    if CLAIMS.claimed(site.name) <= before:
        FAILED.append("clock: after a leap ahead and back the feed is never due")
        print("BROKEN  " + FAILED[-1], flush=True)
    faked = 0
    if shutil.which("faketime"):
        for when in ("2019-01-01 00:00:00", "2036-01-01 00:00:00", "2025-11-20 00:00:00"):
            environment = {"PATH": "/usr/bin:/bin", "HOME": site.folder}
            done_run = subprocess.run(
                ["faketime", when, PROGRAM, "run", "--all", "-c", site.conf], env=environment, capture_output=True, timeout=60)
            if done_run.returncode != 0:
                FAILED.append("faketime %s: status %d %s" % (when, done_run.returncode, done_run.stderr[:200]))
            attempt("faketime " + when, lambda: (site.check_store(), site.check_digest()))
            faked += 1
        site.now = base + 7200
        attempt("after faketime", site.verify)
    figure("clock", "%d leaps of --now, %d of faketime: LOST 0, no entry left or changed" % (done, faked))

def full_disk():
    """A file system that fills up at every size, then has room again."""
    if os.geteuid() != 0: return figure("disk full", "skipped: needs root for tmpfs")
    mount = WORK + "/small"
    os.makedirs(mount, exist_ok=True)
    statuses, sizes = {}, [200, 300, 400, 600, 800, 1200, 2000, 4000] if LONG else [300, 1200]
    if LONG: sizes += list(range(250, 1000, 50))
    for size in sizes:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%dk" % size, "tmpfs", mount]).returncode != 0:
            return figure("disk full", "skipped: tmpfs cannot be mounted here")
        try:
            site = Site(state=mount + "/state")
            for _ in range(4):
                status, _, words = site.run()
                statuses[status] = statuses.get(status, 0) + 1
                if status not in (0, 73) or (status == 73 and len(words.strip().splitlines()) != 1):
                    FAILED.append("tmpfs of %dk: status %d, said %r" % (size, status, words[:300]))
                    print("BROKEN  " + FAILED[-1], flush=True)
                attempt("tmpfs of %dk" % size, lambda: (site.check_store(), site.check_digest()))
            subprocess.run(["mount", "-o", "remount,size=64m", mount], check=True)
            attempt("tmpfs of %dk with room again" % size, site.verify)
        finally: subprocess.run(["umount", "-l", mount], check=False)
    figure("disk full", "%d sizes, 4 runs each, then room: statuses %s, LOST 0" % (len(sizes), statuses))

def power():
    """The image of a mounted file system, copied while a run writes: what a power cut leaves."""
    if os.geteuid() != 0: return figure("power", "skipped: needs root for a loop image")
    image, live, dead = WORK + "/disk.img", WORK + "/live", WORK + "/dead"
    for path in (live, dead): os.makedirs(path, exist_ok=True)
    subprocess.run(["truncate", "-s", "48m", image], check=True)
    subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
    if subprocess.run(["mount", "-o", "loop,commit=1", image, live], capture_output=True).returncode != 0:
        return figure("power", "skipped: no loop device to be had here")
    cuts, goal, mended = 0, (60 if LONG else 4), 0
    try:
        site = Site(state=live + "/state")
        site.heal()
        begun = time.time(); site.run(); length = time.time() - begun
        while cuts < goal:
            process = site.start(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(RANDOM.uniform(0, length))
            os.kill(process.pid, signal.SIGSTOP)
            claimed = CLAIMS.claimed(site.name)
            snap = WORK + "/snap.img"
            shutil.copyfile(image, snap)
            os.kill(process.pid, signal.SIGCONT)
            process.wait()
            cuts += 1
            if subprocess.run(["mount", "-o", "loop", snap, dead], capture_output=True).returncode != 0:
                FAILED.append("power: the file system itself is gone"); continue
            try:
                state = dead + "/state"
                attempt("power cut %d" % cuts, lambda: (site.check_store(state, claimed), site.check_digest(state)))
                if attempt("after power cut %d" % cuts, lambda: go_on(state, claimed, site.now)): mended += 1
            finally: subprocess.run(["umount", dead], check=False)
            if claimed > 60:
                subprocess.run(["rm", "-rf", live + "/state"]); site = Site(state=live + "/state"); site.heal()
    finally: subprocess.run(["umount", "-l", live], check=False)
    figure("power", "%d snapshots of an ext4 image under a writing run, %d runs from them: LOST 0" % (cuts, mended))

def go_on(state, claimed, now):
    """The program itself goes on from a state that a power cut left."""
    again = Site(state=state)
    with CLAIMS.lock: CLAIMS.versions[again.name] = claimed + 1
    again.now = now
    try:
        status, _, errors = again.run()
        if status != 0: raise Broken("the run after the cut ended with %d: %s" % (status, errors[:200]))
        again.check_store(); again.check_digest()
        again.check_leftovers()
        return True
    finally: again.remove()

def lost_writes():
    """Power cuts anywhere, with what was not synced there or not, page by page: built from the log of all writes."""
    site, log, ends = Site(), WORK + "/writes", []
    environment = {"LD_PRELOAD": shim("note-writes"), "WRITES_LOG": log, "WRITES_BELOW": os.path.realpath(site.state)}
    for _ in range(4):
        status, _, errors = site.run(env=environment)
        if status != 0: raise Broken("a run under note-writes ended with %d: %s" % (status, errors[:200]))
        ends.append(len(power_cuts.read_log(log, environment["WRITES_BELOW"])))
    changes = power_cuts.read_log(log, environment["WRITES_BELOW"])
    _, files = power_cuts.state_after(changes, len(changes), power_cuts.Everything())
    for path, data in files.items():
        if open(os.path.join(site.state, path), "rb").read() != data: raise Broken("the log of writes lacks some of " + path)
    done = mended = 0
    goal = 400 if LONG else 8
    for number in range(goal):
        cut = RANDOM.randrange(1, len(changes) + 1) if number else len(changes)
        claimed = sum(1 for end in ends if end <= cut)
        state = WORK + "/cut"
        os.mkdir(state)
        power_cuts.write_out(state, *power_cuts.state_after(changes, cut, RANDOM))
        what = "power cut after change %d of %d" % (cut, len(changes))
        # A run that ended is safe, whatever was not synced.
        attempt(what, lambda: (site.check_store(state, claimed), site.check_digest(state)))
        if attempt(what + ", next run", lambda: go_on(state, claimed, site.now)): mended += 1
        shutil.rmtree(state); done += 1
    figure("lost writes", "%d states from %d changes of 4 runs, %d runs from them: LOST 0" % (done, len(changes), mended))

def surroundings():
    """No output, no home, no room in a file, no working directory."""
    site, done = grown(), 0
    cases = [
        ("standard output closed", "exec %s >&-", (0,)), ("standard error closed", "exec %s 2>&-", (0,)),
        ("standard output full", "exec %s --json >/dev/full", (73,)),
        ("nothing in the environment", "exec env -i %s", (0,)),
        ("working directory gone", "d=$(mktemp -d); cd $d; rmdir $d; exec %s", (0,)),
        ("files of 4 KiB at most", "ulimit -f 4; exec %s", (0, 73)),
        ("files of 200 KiB at most", "ulimit -f 200; exec %s", (0, 73)),
        ("16 open files", "ulimit -n 16; exec %s", (0, 69, 73)),
        ("reader gone", "%s --json | head -c 1 >/dev/null", (0,)),
    ]
    for what, line, allowed in cases:
        command = " ".join("'%s'" % word for word in site.command())
        run = subprocess.run(["bash", "-c", line % command], env={"PATH": "/usr/bin:/bin", "HOME": site.folder},
                             capture_output=True, timeout=60)
        if run.returncode not in allowed or len(run.stderr.strip().splitlines()) > 3:
            FAILED.append("%s: status %d, said %r" % (what, run.returncode, run.stderr[:300]))
            print("BROKEN  " + FAILED[-1], flush=True)
        attempt(what, site.verify)
        done += 1
    figure("surroundings", "%d odd ones" % done)

SCENARIOS = [kill9, injected, traced, several, clocks, full_disk, power, lost_writes, surroundings]
try:
    for scenario in SCENARIOS:
        if A.only and scenario.__name__ not in A.only.split(","): continue
        attempt(scenario.__name__, scenario)
finally:
    for name in ("live", "dead", "small"):
        if os.path.ismount(WORK + "/" + name): subprocess.run(["umount", "-l", WORK + "/" + name])
    shutil.rmtree(WORK, ignore_errors=True)
print("torture %s: %d kinds of breaks, %d broken, %.0f s" % (A.mode, len(FIGURES), len(FAILED), time.time() - BEGIN))
sys.exit(1 if FAILED else 0)
