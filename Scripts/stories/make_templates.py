#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes labelled bulletins in one mould, for training: same template, other facts, other story.

    Scripts/stories/make_templates.py > TEMPLATES.jsonl

Every line is an article in the form of `rasad stories test`. A story holds a bulletin and, for every
second one, a lightly edited copy of it with the same facts. Same script, same bytes.
"""
import json
import random

NAMES = {
    "en": "Baghdad Cairo Tehran Ankara Doha Muscat Amman Tunis Kabul Baku Yerevan Beirut".split(),
    "ar": "بغداد القاهرة طهران أنقرة الدوحة مسقط عمّان تونس كابول باكو يريفان بيروت".split(),
    "fa": "بغداد قاهره تهران آنکارا دوحه مسقط امان تونس کابل باکو ایروان بیروت".split(),
}
PEOPLE = {
    "en": "Karimi,Haddad,Petrosyan,Okafor,Lindgren,Tanaka,Novak,Silva,Weber,Rossi".split(","),
    "ar": "كريمي,الحداد,بتروسيان,أوكافور,ليندغرين,تاناكا,نوفاك,سيلفا,ويبر,روسي".split(","),
    "fa": "کریمی,حداد,پطروسیان,اوکافور,لیندگرن,تاناکا,نواک,سیلوا,وبر,روسی".split(","),
}
COMPANIES = {
    "en": "Microsoft,Google,Samsung,Huawei,Nokia,Ericsson,Intel,Nvidia,Siemens,Boeing".split(","),
    "ar": "مايكروسوفت,غوغل,سامسونغ,هواوي,نوكيا,إريكسون,إنتل,إنفيديا,سيمنز,بوينغ".split(","),
    "fa": "مایکروسافت,گوگل,سامسونگ,هواوی,نوکیا,اریکسون,اینتل,انویدیا,زیمنس,بوئینگ".split(","),
}
# {o} a company, {c} a city, {p} and {q} people, {a} {b} {d} numbers.
MOULDS = {
    "en": [
        ("Weather in {c}", "Temperatures in {c} will reach {a} degrees today with wind of {b} kilometres an hour, "
         "humidity near {d} percent and clear skies in the evening, the meteorological office said."),
        ("Currency and gold prices in {c}", "The dollar opened at {a} and closed at {b} in {c}, a gram of gold cost {d} "
         "and the stock index ended the session slightly higher, traders said."),
        ("{o} opens research centre in {c}", "The company said the centre would employ engineers and work on chips and "
         "artificial intelligence, with an investment over the coming years that it did not put a figure on."),
        ("Earthquake shakes area near {c}", "An earthquake of magnitude {m} struck {a} kilometres from {c} at a depth of {b} "
         "kilometres, the seismological centre said; no damage was reported at first."),
        ("Road accident near {c} kills {s}", "A bus and a lorry collided on the highway to {c}; {s} people died and {b} were "
         "injured, police said. Rescue teams took the injured to hospital."),
        ("Minister {p} meets ambassador in {c}", "Minister {p} received ambassador {q} in {c} on the sidelines of the conference "
         "and discussed cooperation in trade, energy and technology between the two countries."),
        ("{c} club signs {p}", "The club from {c} signed midfielder {p} on a contract of {s} years for {a} million euros; "
         "the player will wear number {b} next season."),
        ("{c} court jails {p} for {s} years", "A court in {c} sentenced {p} to {s} years in prison for fraud and fined him "
         "{a} thousand dollars; the defence said it would appeal."),
    ],
    "ar": [
        ("الطقس في {c}", "تصل درجات الحرارة في {c} اليوم إلى {a} درجة مع رياح سرعتها {b} كيلومترا في الساعة ورطوبة تقارب {d} "
         "بالمئة وسماء صافية مساء، بحسب هيئة الأرصاد الجوية."),
        ("أسعار العملات والذهب في {c}", "افتتح الدولار في {c} عند {a} وأغلق عند {b} وبلغ سعر غرام الذهب {d} وأنهى مؤشر البورصة "
         "الجلسة على ارتفاع طفيف، وفق متعاملين."),
        ("{o} تفتتح مركز أبحاث في {c}", "قالت الشركة إن المركز سيوظف مهندسين ويعمل على الرقائق والذكاء الاصطناعي، مع استثمارات "
         "خلال الأعوام المقبلة لم تحدد قيمتها."),
        ("زلزال يضرب منطقة قرب {c}", "ضرب زلزال بقوة {m} درجات منطقة تبعد {a} كيلومترا عن {c} على عمق {b} كيلومترا، وقال مركز "
         "رصد الزلازل إنه لم ترد أنباء عن أضرار."),
        ("مصرع {s} في حادث سير قرب {c}", "اصطدمت حافلة بشاحنة على الطريق السريع المؤدي إلى {c} ما أدى إلى مصرع {s} أشخاص وإصابة "
         "{b} آخرين، ونقلت فرق الإسعاف المصابين إلى المستشفى."),
        ("الوزير {p} يلتقي السفير في {c}", "استقبل الوزير {p} السفير {q} في {c} على هامش المؤتمر وبحث معه التعاون في مجالات "
         "التجارة والطاقة والتكنولوجيا بين البلدين."),
        ("نادي {c} يتعاقد مع {p}", "تعاقد نادي {c} مع لاعب الوسط {p} لمدة {s} سنوات مقابل {a} مليون يورو، وسيرتدي اللاعب "
         "الرقم {b} في الموسم المقبل."),
    ],
    "fa": [
        ("هوای {c}", "دمای هوا در {c} امروز به {a} درجه می‌رسد و باد با سرعت {b} کیلومتر در ساعت می‌وزد؛ رطوبت نزدیک {d} درصد "
         "و آسمان شامگاه صاف است، سازمان هواشناسی اعلام کرد."),
        ("قیمت ارز و طلا در {c}", "دلار در بازار {c} با {a} آغاز و با {b} بسته شد؛ هر گرم طلا {d} معامله شد و شاخص بورس با رشد "
         "اندکی به کار خود پایان داد."),
        ("{o} از تراشه تازه‌ای رونمایی کرد", "این شرکت گفت پردازنده جدید از سال آینده در مراکز داده و گوشی‌های هوشمند به کار می‌رود و "
         "مصرف برق را کم می‌کند."),
        ("زلزله حوالی {c} را لرزاند", "زمین‌لرزه‌ای به بزرگی {m} در {a} کیلومتری {c} و در عمق {b} کیلومتری زمین رخ داد؛ مرکز "
         "لرزه‌نگاری گفت گزارشی از خسارت نرسیده است."),
        ("{s} کشته در تصادف جاده {c}", "برخورد اتوبوس با کامیون در آزادراه {c} {s} کشته و {b} زخمی بر جای گذاشت؛ امدادگران "
         "مصدومان را به بیمارستان رساندند."),
        ("دیدار وزیر {p} با سفیر در {c}", "وزیر {p} در حاشیه کنفرانس در {c} با سفیر {q} دیدار و درباره همکاری دو کشور در تجارت، "
         "انرژی و فناوری گفت‌وگو کرد."),
        ("باشگاه {c} با {p} قرارداد بست", "باشگاه {c} هافبک {p} را با قراردادی {s} ساله و {a} میلیون یورو به خدمت گرفت؛ او فصل "
         "آینده پیراهن شماره {b} را می‌پوشد."),
    ],
}
PREFIX = {"en": "Report: ", "ar": "تقرير: ", "fa": "گزارش: "}


def main():
    r = random.Random("templates")
    items = []
    for language, moulds in sorted(MOULDS.items()):
        for number, (title, text) in enumerate(moulds):
            places = r.sample(range(12), 4)
            people = r.sample(range(10), 8)
            companies = r.sample(range(10), 4)
            for turn in range(4):
                # Every other bulletin keeps the city of the one before: only numbers or people differ.
                city = NAMES[language][places[turn // 2]]
                facts = dict(c=city, p=PEOPLE[language][people[turn]], q=PEOPLE[language][people[7 - turn]],
                             o=COMPANIES[language][companies[turn]],
                             a=r.randrange(21, 97), b=r.randrange(14, 89), d=r.randrange(105, 4000),
                             m="%d.%d" % (r.randrange(3, 8), r.randrange(1, 9)), s=r.randrange(2, 12))
                when = "2025-11-%02dT%02d:%02d:00Z" % (r.randrange(17, 20), r.randrange(24), r.randrange(60))
                story = "t-%s%d-%d" % (language, number, turn)
                line = dict(story=story, lang=language, hard_negative=True, source="written", published=when)
                items.append(dict(id=story + "a", title=title.format(**facts), summary=text.format(**facts), **line))
                if turn % 2:
                    words = text.format(**facts).split(" ")
                    del words[r.randrange(4, len(words))]
                    items.append(dict(id=story + "b", title=PREFIX[language] + title.format(**facts),
                                      summary=" ".join(words), **line))
    for item in items:
        print(json.dumps(item, ensure_ascii=False))


if __name__ == "__main__":
    main()
