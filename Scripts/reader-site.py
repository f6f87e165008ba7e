# SPDX-License-Identifier: Apache-2.0
"""reader-site.py PROGRAM FOLDER BASE-URL [grow|close]: a digest that has been kept for two months, for readers to be tried on.

Feeds in three languages are served on loopback, and PROGRAM runs on them as cron would have run it from October to December
2025: so there are archives of two months, stories in several languages, and a follow-up. With "grow" it runs once more, after a
story has grown and two new ones have come; with "close" when December is over. The digest is FOLDER/state/public. Prints the stories of the store as one JSON array.
"""
import http.server, json, os, subprocess, sys, threading
from xml.sax.saxutils import escape

program, folder, base = sys.argv[1:4]
later = sys.argv[4:]
repository = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# day, language, title, text; "ITU: …" begins a right-to-left headline with a Latin word.
OCTOBER = [
    ("2025-10-02", "fa", "مزایده طیف ۵G در تهران آغاز شد",
     "سازمان تنظیم مقررات و ارتباطات رادیویی مزایده باند فرکانسی ۵G را آغاز کرد. اپراتورهای همراه اول و ایرانسل شرکت می‌کنند."),
    ("2025-10-06", "ar", "قطر تطلق قمرا صناعيا جديدا للاتصالات",
     "أطلقت قطر قمرا صناعيا للاتصالات يغطي الشرق الأوسط، وقالت وزارة الاتصالات إن الطيف الترددي خصص له في جنيف."),
    ("2025-10-11", "en", "Submarine cable cut slows internet transit through the Red Sea",
     "A submarine cable was cut near Jeddah. Data transit between Asia and Europe fell; operators rerouted internet traffic."),
    ("2025-10-17", "fa", "پرداخت الکترونیک روستاها به شبکه ملی اطلاعات پیوست",
     "دولت الکترونیک و پرداخت الکترونیک در هزار روستا از راه شبکه ملی اطلاعات و فیبر نوری فراهم شد."),
    ("2025-10-21", "ar", "عمان والعراق توقعان مذكرة تفاهم في الأمن السيبراني",
     "وقعت سلطنة عمان والعراق في مسقط مذكرة تفاهم للتعاون في مجال الأمن السيبراني وتبادل الخبرات وتدريب الكوادر."),
    ("2025-10-27", "en", "Regulator publishes draft law on artificial intelligence & children",
     "The draft law on artificial intelligence asks platforms for <b>age checks</b>; the ministry of communications takes comments."),
]
NOVEMBER = [
    ("2025-11-03", "fa", "پارک فناوری شیراز میزبان نمایشگاه هوش مصنوعی",
     "نمایشگاه بین‌المللی هوش مصنوعی با حضور شرکت‌های دانش‌بنیان در شیراز گشایش یافت."),
    ("2025-11-07", "ar", "تركيا تفتتح مركز بيانات حكوميا في أنقرة",
     "افتتحت تركيا في أنقرة مركز بيانات للحكومة الإلكترونية والتحول الرقمي، وقال الوزير إنه يخدم الاقتصاد الرقمي."),
    ("2025-11-12", "en", "Armenia and Georgia agree on fibre backbone for regional data transit",
     "Yerevan and Tbilisi signed a memorandum of understanding on a fibre backbone; internet transit capacity will double."),
    ("2025-11-23", "ar", "الجزائر تسجل مليون مشترك جديد في الإنترنت الثابت",
     "أعلنت وزارة البريد والاتصالات الجزائرية ارتفاع عدد المشتركين في الإنترنت عبر الألياف البصرية."),
    ("2025-11-28", "en", "Ransomware stops a hospital; cybersecurity agency warns ministries",
     "The national cybersecurity agency said ransomware had encrypted patient files in Amman and warned government networks."),
]
DECEMBER = [
    ("2025-12-03", "fa", "ITU: دیدار دبیرکل با وزیر ارتباطات در ژنو",
     "دبیرکل اتحادیه بین‌المللی مخابرات در ژنو با وزیر ارتباطات دیدار کرد و درباره شکاف دیجیتال گفتگو شد."),
    ("2025-12-05", "ar", "الهند تستضيف قمة الذكاء الاصطناعي في نيودلهي",
     "تستضيف نيودلهي قمة دولية حول الذكاء الاصطناعي والحوكمة الرقمية بمشاركة وزراء الاتصالات."),
    ("2025-12-08", "en", "Satellite start-up asks Brazil for Ka-band spectrum",
     "A start-up asked the regulator in Brasilia for Ka-band spectrum for satellite internet in the Amazon."),
    ("2025-12-08", "fa", "وزیر ارتباطات عازم باکو شد",
     "ستار هاشمی برای شرکت در کنفرانس WTDC-۲۵ و گفتگو درباره امنیت سایبری و هوش مصنوعی عازم باکو شد."),
]
LATER = [
    ("2025-12-10", "ar", "وزير الاتصالات الإيراني يغادر إلى باكو",
     "غادر ستار هاشمي طهران إلى باكو للمشاركة في مؤتمر WTDC-25 وبحث الأمن السيبراني والذكاء الاصطناعي."),
    ("2025-12-10", "fa", "روسیه و قزاقستان درباره ترانزیت داده توافق کردند",
     "مسکو و آستانه درباره ترانزیت داده و پهنای باند اینترنت میان اروپا و چین توافق کردند."),
    ("2025-12-10", "ar", "المغرب يمنح رخصا للجيل الخامس",
     "منح المغرب ثلاث رخص للجيل الخامس وخصص الطيف الترددي للمشغلين في الرباط."),
]
OUTLETS = {"fa": "خبرگزاری آزمون", "ar": "وكالة التجربة", "en": "Trial Agency"}
shown = []


class Feeds(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        language = self.path.strip("/")
        items = "".join(
            f"<item><guid isPermaLink='false'>{escape(day + title)}</guid><title>{escape(title)}</title>"
            f"<link>https://{language}.example/{day}/{number}</link><description>{escape(text)}</description>"
            f"<dc:date>{day}T08:{number:02}:00Z</dc:date></item>"
            for number, (day, own, title, text) in enumerate(shown) if own == language)
        body = (f"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>{OUTLETS[language]}</title>"
                f"<language>{language}</language>{items}</channel></rss>").encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


# The same port both times: entries name the address of the feed that they are from.
os.makedirs(folder, exist_ok=True)
note = os.path.join(folder, "port")
server = http.server.ThreadingHTTPServer(("127.0.0.1", int(open(note).read()) if later else 0), Feeds)
with open(note, "w") as file:
    file.write(str(server.server_address[1]))
threading.Thread(target=server.serve_forever, daemon=True).start()
with open(os.path.join(folder, "feeds.conf"), "w", encoding="utf-8") as file:
    file.write(f"[rasad]\nstate = state\nseeds = {repository}/seeds\n"
               f"[digest]\nbase-url = {base}\nauthority = digest.example,2025\nkeep = 6\nupdates = follow-up\n")
    for language, outlet in OUTLETS.items():
        file.write(f"[feed {language}]\ntitle = {outlet}\nurl = http://127.0.0.1:{server.server_address[1]}/{language}\n"
                   "allow-private = yes\n")


def rasad(*arguments):
    result = subprocess.run([program, *arguments, "-c", os.path.join(folder, "feeds.conf")], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"rasad {' '.join(arguments)} failed ({result.returncode}): {result.stderr[-500:]}")
    return result.stdout


def run(items, now):
    shown.extend(items)
    rasad("run", "--all", "--quiet", "--now", now)


if later:
    shown.extend(OCTOBER + NOVEMBER + DECEMBER)
    run(LATER, "2025-12-11T12:00:00Z" if later == ["grow"] else "2026-01-04T12:00:00Z")
else:
    run(OCTOBER, "2025-10-29T12:00:00Z")
    run(NOVEMBER, "2025-11-29T12:00:00Z")
    run(DECEMBER, "2025-12-09T12:00:00Z")
stories = [json.loads(line) for line in rasad("stories", "list", "--limit", "500", "--json").splitlines()]
print(json.dumps(stories, ensure_ascii=False))
