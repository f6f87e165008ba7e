#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""transports.py PROGRAM: each way to a server that feeds.conf knows, with real servers and proxies on loopback."""
import atexit, base64, http.server, json, os, re, shutil, socket, struct, subprocess, sys, tempfile, threading, time

program = os.path.abspath(sys.argv[1])
work = tempfile.mkdtemp(prefix="rasad-transports-")
children, faults, rows = [], [], []
atexit.register(lambda: ([child.kill() for child in children], shutil.rmtree(work, ignore_errors=True)))
FEED = b"<rss version='2.0'><channel><title>t</title><item><guid>1</guid><title>Cybersecurity</title></item></channel></rss>"
SECRETS = {"PROXY_WORD": "pr0xy-s3cret", "FEED_WORD": "f33d-s3cret", "TOKEN": "t0k3n-s3cret", "COOKIE": "sid=c00k1e-s3cret"}

def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0)); return s.getsockname()[1]

def wait(port):
    for _ in range(200):
        try: socket.create_connection(("127.0.0.1", port), 1).close(); return
        except OSError: time.sleep(0.05)
    raise SystemExit("nothing listens on %d" % port)

def start(port, *command):
    children.append(subprocess.Popen(command, cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)); wait(port)

class Origin(http.server.BaseHTTPRequestHandler):
    """A plain server that notes what arrives; /away leads to the other one."""
    protocol_version = "HTTP/1.1"
    def log_message(self, *_): pass
    def do_GET(self):
        self.server.seen.append((self.path, dict(self.headers)))
        self.send_response(302 if self.path == "/away" else 200)
        if self.path == "/away": self.send_header("Location", "http://127.0.0.1:%d/there" % OTHER)
        self.send_header("Content-Length", str(len(FEED))); self.end_headers(); self.wfile.write(FEED)

def origin():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Origin)
    server.seen, server.daemon_threads = [], True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
one, two = origin(), origin()
ORIGIN, OTHER = one.server_address[1], two.server_address[1]

class Socks(threading.Thread):
    """SOCKS 5 that notes how the target is named, and leads every name to the origin (RFC 1928, 1929)."""
    def __init__(self):
        super().__init__(daemon=True)
        self.listener = socket.create_server(("127.0.0.1", 0)); self.port = self.listener.getsockname()[1]
        self.asked, self.logins = [], []
        self.start()
    def run(self):
        while True:
            client, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()
    def serve(self, c):
        try:
            methods = c.recv(2)[1]; offered = c.recv(methods)
            if 2 in offered:
                c.sendall(b"\5\2"); c.recv(1); name = c.recv(c.recv(1)[0]); word = c.recv(c.recv(1)[0])
                self.logins.append((name.decode(), word.decode())); c.sendall(b"\1\0")
            else: c.sendall(b"\5\0")
            kind = c.recv(4)[3]
            target = c.recv(c.recv(1)[0]).decode() if kind == 3 else socket.inet_ntoa(c.recv(4)) if kind == 1 else c.recv(16).hex()
            c.recv(2); self.asked.append((kind, target))
            server = socket.create_connection(("127.0.0.1", ORIGIN))
            c.sendall(b"\5\0\0\1\x7f\0\0\1\0\0")
            def pump(a, b):
                try:
                    while data := a.recv(65536): b.sendall(data)
                except OSError: pass
                b.close()
            threading.Thread(target=pump, args=(server, c), daemon=True).start(); pump(c, server)
        except (OSError, IndexError): c.close()

def run(label, *lines, env=None):
    """One feed, one run: what it says, and the version of HTTP that was spoken."""
    folder = os.path.join(work, re.sub(r"\W+", "-", label)); os.mkdir(folder)
    open(folder + "/feeds.conf", "w").write(
        "[rasad]\nseeds = %s/seeds\nstate = state\n[feed one]\ntimeout = 10s\n%s\n" % (os.getcwd(), "\n".join(lines)))
    done = subprocess.run([program, "run", "--json", "--record", "kept"], cwd=folder, capture_output=True, text=True, timeout=60,
                          env={"PATH": "/usr/bin:/bin", "HOME": folder, **SECRETS, **(env or {})})
    line = json.loads(done.stdout) if done.stdout.strip() else {}
    index = open(folder + "/kept/run-0001/index.conf").read() if os.path.exists(folder + "/kept/run-0001/index.conf") else ""
    version = (re.findall(r"^http = (.*)$", index, re.M) or ["–"])[0]
    listed = subprocess.run([program, "feeds", "show", "one"], cwd=folder, capture_output=True, text=True,
                            env={"PATH": "/usr/bin:/bin", "HOME": folder, **SECRETS}).stdout
    for text in [done.stdout, done.stderr, listed] + [
            open(os.path.join(where, name), "rb").read().decode("latin-1") for where, _, names in os.walk(folder) for name in names]:
        for secret in SECRETS.values():
            demand(secret not in text and secret.split("=")[-1] not in text, "%s: a secret was written down" % label)
    seen = "stored" if line.get("new") == 1 else "`%s`: %s" % (line.get("code"), line.get("cause"))
    seen = re.sub(r"127\.0\.0\.1(:\d+)?", "127.0.0.1", seen)
    rows.append((label, version, seen))
    print("%-58s HTTP %-4s %s" % (label, version, seen), flush=True)
    return line, version

def demand(truth, words):
    if not truth: faults.append(words); print("FAULT  " + words, flush=True)

# --- HTTP/2 over TLS
subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", work + "/k.pem", "-out", work + "/c.pem",
                "-days", "2", "-subj", "/CN=wrong.example"], check=True, capture_output=True)
os.mkdir(work + "/root"); open(work + "/root/feed.xml", "wb").write(FEED)
h2 = free_port()
start(h2, "nghttpd", "-d", work + "/root", str(h2), work + "/k.pem", work + "/c.pem")
web = free_port()
open(work + "/nginx.conf", "w").write(
    "daemon off; pid %(w)s/nginx.pid; error_log /dev/null; events {} http { access_log off; client_body_temp_path %(w)s/t1; proxy_temp_path %(w)s/t2;"
    "fastcgi_temp_path %(w)s/t3; uwsgi_temp_path %(w)s/t4; scgi_temp_path %(w)s/t5; server { listen 127.0.0.1:%(p)d ssl http2;"
    "ssl_certificate %(w)s/c.pem; ssl_certificate_key %(w)s/k.pem; root %(w)s/root; } }" % {"w": work, "p": web})
os.chmod(work, 0o755)
start(web, "nginx", "-c", work + "/nginx.conf", "-p", work)
private = "allow-private = yes"
for server, port in (("nghttpd", h2), ("nginx", web)):
    url = "url = https://127.0.0.1:%d/feed.xml" % port
    line, version = run("%s, TLS, self-signed, as configured by default" % server, url, private)
    demand(line.get("code") == "tls", "%s: a self-signed certificate is believed" % server)
    line, version = run("%s, TLS, verify-tls = no" % server, url, private, "verify-tls = no")
    demand(line.get("new") == 1 and version == "2", "%s: no HTTP/2" % server)
    line, version = run("%s, TLS, verify-tls = no, http = 2" % server, url, private, "verify-tls = no", "http = 2")
    demand(line.get("new") == 1 and version == "2", "%s: http = 2 gives %s" % (server, version))
    line, version = run("%s, TLS, verify-tls = no, http = 1.1" % server, url, private, "verify-tls = no", "http = 1.1")
    demand((line.get("new") == 1 and version == "1.1") or server == "nghttpd", "%s: http = 1.1 gives %s" % (server, version))
line, version = run("plain HTTP, http = 2", "url = http://127.0.0.1:%d/" % ORIGIN, private, "http = 2")
demand(line.get("new") == 1 and version == "1.1", "plain HTTP with http = 2")

# --- SOCKS
real = free_port()
start(real, "microsocks", "-i", "127.0.0.1", "-p", str(real), "-u", "reader", "-P", SECRETS["PROXY_WORD"])
plain = "url = http://127.0.0.1:%d/" % ORIGIN
line, _ = run("microsocks, socks5h, name and password", plain, "proxy = socks5h://reader:${env:PROXY_WORD}@127.0.0.1:%d" % real)
demand(line.get("new") == 1, "microsocks")
line, _ = run("microsocks, a wrong password", plain, "proxy = socks5h://reader:${env:TOKEN}@127.0.0.1:%d" % real)
demand(line.get("code") == "proxy", "microsocks with a wrong password: %s" % line.get("code"))
line, _ = run("microsocks, HTTP/2 behind it", "url = https://127.0.0.1:%d/feed.xml" % web, "verify-tls = no",
              "proxy = socks5h://reader:${env:PROXY_WORD}@127.0.0.1:%d" % real)
demand(line.get("new") == 1, "HTTP/2 through microsocks")
socks = Socks()
line, _ = run("socks5h: the proxy resolves the name", "url = http://only-the-proxy-knows.invalid/", "proxy = socks5h://127.0.0.1:%d" % socks.port)
demand(line.get("new") == 1 and socks.asked == [(3, "only-the-proxy-knows.invalid")], "socks5h resolves here: %s" % socks.asked)
line, _ = run("socks5: the name is resolved here", "url = http://localhost/", "proxy = socks5://127.0.0.1:%d" % socks.port)
demand(line.get("new") == 1 and socks.asked[-1][0] != 3, "socks5 does not resolve here: %s" % socks.asked)
dead = free_port()
line, _ = run("a proxy that is not there", plain, "proxy = socks5h://127.0.0.1:%d" % dead)
demand(line.get("code") in ("proxy", "connection-refused"), "a dead proxy: %s" % line)

# --- HTTP proxy with authentication
tiny = free_port()
open(work + "/tiny.conf", "w").write("Port %d\nListen 127.0.0.1\nTimeout 20\nMaxClients 20\nBasicAuth reader %s\n" % (tiny, SECRETS["PROXY_WORD"]))
start(tiny, "tinyproxy", "-d", "-c", work + "/tiny.conf")
through = "proxy = http://reader:${env:PROXY_WORD}@127.0.0.1:%d" % tiny
del one.seen[:]
line, _ = run("tinyproxy, name and password", plain, through)
demand(line.get("new") == 1, "tinyproxy")
demand(not any("proxy-authorization" in (k.lower() for k in headers) for _, headers in one.seen), "the proxy's password reached the server")
line, _ = run("tinyproxy, a wrong password", plain, "proxy = http://reader:${env:TOKEN}@127.0.0.1:%d" % tiny)
demand(line.get("code") in ("http-407", "http-401"), "tinyproxy with a wrong password: %s" % line.get("code"))
line, _ = run("tinyproxy, CONNECT to HTTP/2", "url = https://127.0.0.1:%d/feed.xml" % web, "verify-tls = no", through)
demand(line.get("new") == 1, "CONNECT through tinyproxy")
line, _ = run("tinyproxy, CONNECT, a wrong password", "url = https://127.0.0.1:%d/feed.xml" % web, "verify-tls = no",
              "proxy = http://reader:${env:TOKEN}@127.0.0.1:%d" % tiny)
demand(line.get("code") in ("proxy", "http-407"), "CONNECT with a wrong password: %s" % line.get("code"))
line, _ = run("the variable http_proxy", plain, env={"http_proxy": "http://reader:%s@127.0.0.1:%d" % (SECRETS["PROXY_WORD"], tiny)})
demand(line.get("new") == 1, "http_proxy")
line, _ = run("http_proxy, but proxy = none", plain, private, "proxy = none", env={"http_proxy": "http://127.0.0.1:%d" % dead})
demand(line.get("new") == 1, "proxy = none")
line, _ = run("http_proxy, but no_proxy names the host", plain, private,
              env={"http_proxy": "http://127.0.0.1:%d" % dead, "no_proxy": "127.0.0.0/8"})
demand(line.get("new") == 1, "no_proxy")

# --- What proves who the user is stays with its origin, with and without a proxy.
own = ["username = reader", "password = ${env:FEED_WORD}", "cookie = ${env:COOKIE}", "header = X-Token: ${env:TOKEN}"]
for label, way in (("direct", private), ("through tinyproxy", through), ("through microsocks",
                   "proxy = socks5h://reader:${env:PROXY_WORD}@127.0.0.1:%d" % real)):
    del one.seen[:], two.seen[:]
    line, _ = run("secrets and a redirect to another origin, " + label, "url = http://127.0.0.1:%d/away" % ORIGIN, way, *own)
    first, second = json.dumps(one.seen), json.dumps(two.seen)
    basic = base64.b64encode(("reader:" + SECRETS["FEED_WORD"]).encode()).decode()
    demand(line.get("new") == 1 and basic in first and SECRETS["TOKEN"] in first and SECRETS["COOKIE"] in first, "%s: not sent at all" % label)
    demand(len(two.seen) == 1 and not any(s in second for s in [basic, *SECRETS.values()]), "%s: LEAK %s" % (label, second))
    names = {key.lower() for key in two.seen[0][1]} if two.seen else set()
    demand(not names & {"authorization", "cookie", "x-token", "proxy-authorization"}, "%s: LEAK %s" % (label, names))

if "--write" in sys.argv:
    path = "Documentation/transports.md"
    table = "| way | HTTP | seen |\n|---|---|---|\n" + "".join("| %s | %s | %s |\n" % row for row in rows)
    text = re.sub(r"\| way \|.*", lambda _: table, open(path).read(), flags=re.S)
    open(path, "w").write(text)
print("transports: %d ways, %d faults" % (len(rows), len(faults)))
sys.exit(1 if faults else 0)
