# SPDX-License-Identifier: Apache-2.0
"""firefox-pages.py DIRECTORY OUTPUT: a written digest in headless Firefox, driven by Marionette.

Every page is opened 320, 420, 700 and 1200 pixels wide, in both themes; nothing may have to be scrolled sideways, and nothing may offend
the page's own security policy. Of one page of each kind a picture is kept in OUTPUT.
"""
import base64, glob, json, os, shutil, socket, subprocess, sys, tempfile, time

directory, output = sys.argv[1:3]
os.makedirs(output, exist_ok=True)
profile = tempfile.mkdtemp()
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
with open(os.path.join(profile, "user.js"), "w") as file:
    file.write(f'user_pref("marionette.port", {port});\nuser_pref("app.update.enabled", false);\n'
               'user_pref("datareporting.policy.dataSubmissionEnabled", false);\nuser_pref("browser.zoom.siteSpecific", false);\n'
               'user_pref("network.captive-portal-service.enabled", false);\n')
firefox = subprocess.Popen(["firefox-esr", "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", profile],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ, HOME=profile))
failures = []


class Marionette:
    """Its protocol: LENGTH:[type, number, name, parameters]."""

    def __init__(self):
        for _ in range(300):
            try:
                self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
                break
            except OSError:
                time.sleep(0.2)
        else:
            raise SystemExit("Firefox does not listen")
        self.file = self.socket.makefile("rb")
        self.receive()
        self.number = 0

    def receive(self):
        length = b""
        while (byte := self.file.read(1)) != b":":
            if not byte:
                raise SystemExit("Firefox has gone away")
            length += byte
        return json.loads(self.file.read(int(length)))

    def __call__(self, name, **parameters):
        self.number += 1
        message = json.dumps([0, self.number, name, parameters]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self.receive()
        if error:
            raise SystemExit(f"Firefox, {name}: {error['message']}")
        return result.get("value") if isinstance(result, dict) else result

    def script(self, text, *arguments, chrome=False):
        if chrome:
            self("Marionette:SetContext", value="chrome")
        value = self("WebDriver:ExecuteScript", script=text, args=list(arguments), sandbox="system" if chrome else "default")
        if chrome:
            self("Marionette:SetContext", value="content")
        return value


def largest(folder):
    return max(glob.glob(os.path.join(directory, folder, "*.html")), key=os.path.getsize)


try:
    marionette = Marionette()
    marionette("WebDriver:NewSession", capabilities={})
    pages = sorted(glob.glob(directory + "/**/*.html", recursive=True))
    kept = {os.path.join(directory, name): name[:-5] for name in ("index.html", "feeds.html", "stats.html")}
    kept |= {largest("story"): "story", largest("topic"): "topic"}
    # What Firefox says of itself while it starts is nothing that a page did.
    marionette.script("Services.console.reset()", chrome=True)
    for width in (320, 420, 700, 1200):
        marionette("WebDriver:SetWindowRect", width=width, height=1000)
        for dark in (False, True):
            marionette.script("Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])",
                              0 if dark else 1, chrome=True)
            for page in pages:
                marionette("WebDriver:Navigate", url="file://" + page)
                # No window of Firefox is narrower than 500 pixels; a narrower page is one that is zoomed.
                marionette.script("gBrowser.selectedBrowser.browsingContext.fullZoom = arguments[0]", max(1, 500 / width), chrome=True)
                inner, room, wide, scheme = marionette.script(
                    "return [innerWidth, document.documentElement.clientWidth, document.documentElement.scrollWidth, matchMedia('(prefers-color-scheme: dark)').matches]")
                name = os.path.relpath(page, directory)
                if abs(inner - width) > 8:
                    failures.append(f"{name} was shown {inner} pixels wide, not {width}")
                if scheme != dark:
                    failures.append(f"{name}: the theme does not change")
                if wide > room:
                    failures.append(f"{name} at {room} pixels is {wide} pixels wide")
                if page in kept:
                    picture = marionette("WebDriver:TakeScreenshot", full=True, hash=False)
                    with open(os.path.join(output, f"firefox-{kept[page]}-{width}-{'dark' if dark else 'light'}.png"), "wb") as file:
                        file.write(base64.b64decode(picture))
    messages = marionette.script("return Services.console.getMessageArray().map(m => String(m.message))"
                                 ".filter(m => /security policy|blocked|file:\\/\\//i.test(m))", chrome=True)
    failures += sorted(set(messages))
    version = marionette.script("return Services.appinfo.version", chrome=True)
finally:
    firefox.terminate()
    firefox.wait()
    shutil.rmtree(profile, ignore_errors=True)
for failure in failures[:20]:
    print("FAIL " + failure)
print(f"   Firefox {version}: {len(pages)} pages, four widths, two themes; pictures in {output}")
sys.exit(f"{len(failures)} failures" if failures else 0)
