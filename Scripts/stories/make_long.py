#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes labelled full reports for training: long texts in three languages about events of one affair.

    Scripts/stories/make_long.py > LONG.jsonl

An affair (a conference, a fair, a cup, a flood) has a background that every report of it repeats: its
aims, its place, its people. Its events differ in who, how many, when and what. A story is one event,
told in two or three languages and sometimes twice in one; all reports of an affair are hard negatives
of each other. Same script, same bytes.
"""
import json
import random

LANGUAGES = ["ar", "fa", "en"]
PLACES = [
    ("أنقرة", "آنکارا", "Ankara"), ("طشقند", "تاشکند", "Tashkent"), ("نيروبي", "نایروبی", "Nairobi"),
    ("جاكرتا", "جاکارتا", "Jakarta"), ("مسقط", "مسقط", "Muscat"), ("تبليسي", "تفلیس", "Tbilisi"),
    ("بلغراد", "بلگراد", "Belgrade"), ("هانوي", "هانوی", "Hanoi"), ("الرباط", "رباط", "Rabat"),
    ("لشبونة", "لیسبون", "Lisbon"), ("بوغوتا", "بوگوتا", "Bogota"), ("أستانا", "آستانه", "Astana"),
]
COUNTRIES = [
    ("تركيا", "ترکیه", "Turkey"), ("أوزبكستان", "ازبکستان", "Uzbekistan"), ("كينيا", "کنیا", "Kenya"),
    ("إندونيسيا", "اندونزی", "Indonesia"), ("جورجيا", "گرجستان", "Georgia"), ("صربيا", "صربستان", "Serbia"),
    ("فيتنام", "ویتنام", "Vietnam"), ("المغرب", "مراکش", "Morocco"), ("البرتغال", "پرتغال", "Portugal"),
    ("كولومبيا", "کلمبیا", "Colombia"), ("كازاخستان", "قزاقستان", "Kazakhstan"), ("النرويج", "نروژ", "Norway"),
]
PEOPLE = [
    ("دميتري كوفالينكو", "دمیتری کووالنکو", "Dmitri Kovalenko"), ("رستم قاسموف", "رستم قاسموف", "Rustam Kasimov"),
    ("جوزيف موانجي", "جوزف موانگی", "Joseph Mwangi"), ("سوريا برانوتو", "سوریا پرانوتو", "Surya Pranoto"),
    ("ليلى برهان", "لیلا برهان", "Leila Burhan"), ("ميلان ستانكوفيتش", "میلان استانکوویچ", "Milan Stankovic"),
    ("توماس ليندبرغ", "توماس لیندبرگ", "Thomas Lindberg"), ("كارلوس مندوزا", "کارلوس مندوزا", "Carlos Mendoza"),
    ("فرناندو بيريرا", "فرناندو پریرا", "Fernando Pereira"), ("نوربك عظيموف", "نوربک عظیموف", "Nurbek Azimov"),
    ("حسن البغدادي", "حسن بغدادی", "Hassan Baghdadi"), ("مارتا نوفاك", "مارتا نواک", "Marta Novak"),
    ("كينجي تاناكا", "کنجی تاناکا", "Kenji Tanaka"), ("سارة الكعبي", "سارا کعبی", "Sara Kaabi"),
]
# Leads (two wordings, and one without a place), details and background of each affair: Arabic, Persian, English.
AFFAIRS = {
    "meetings": {
        "leads": [
            ("التقى وزير الاتصالات على هامش المؤتمر نظيره من {c} {p} وبحثا توسيع التعاون بين البلدين.",
             "وزیر ارتباطات در حاشیه کنفرانس با {p} همتای خود از {c} دیدار و درباره گسترش همکاری دو کشور گفت‌وگو کرد.",
             "The communications minister met his counterpart from {c}, {p}, on the sidelines of the conference to discuss wider cooperation."),
            ("أعلن الوزير بعد لقائه {p} أن بلاده و{c} ستشكلان لجنة فنية مشتركة.",
             "وزیر پس از دیدار با {p} اعلام کرد کشورش با {c} کمیته فنی مشترک تشکیل می‌دهد.",
             "After meeting {p} the minister said his country and {c} would set up a joint technical committee."),
            ("استقبل وزير الاتصالات في مقر المؤتمر {p} وتبادلا وجهات النظر حول محاور الدورة والتعاون المقبل.",
             "وزیر ارتباطات در محل کنفرانس {p} را به حضور پذیرفت و درباره محورهای دوره و همکاری‌های آینده تبادل نظر کردند.",
             "The communications minister received {p} at the conference venue and exchanged views on the themes of the session and future cooperation."),
        ],
        "details": [
            ("واتفق الجانبان على مد {a} كيلومترا من الألياف الضوئية بكلفة {b} مليون دولار.",
             "دو طرف بر سر کشیدن {a} کیلومتر فیبر نوری با هزینه {b} میلیون دلار توافق کردند.",
             "The two sides agreed to lay {a} kilometres of optical fibre at a cost of {b} million dollars."),
            ("ودعا {p} الوزير إلى زيارة {d} في يوم {day} نوفمبر.",
             "{p} از وزیر دعوت کرد روز {day} نوامبر به {d} سفر کند.",
             "{p} invited the minister to visit {d} on {day} November."),
            ("وسيتدرب {e} مهندسا من {c} في معاهد البلاد خلال العام المقبل.",
             "{e} مهندس از {c} سال آینده در مراکز این کشور آموزش می‌بینند.",
             "Next year {e} engineers from {c} will be trained at institutes of the country."),
        ],
        "background": [
            ("ويعقد المؤتمر العالمي لتنمية الاتصالات تحت شعار الاتصال الشامل والميسور للجميع.",
             "کنفرانس جهانی توسعه ارتباطات با شعار اتصال فراگیر و مقرون‌به‌صرفه برای همه برگزار می‌شود.",
             "The world telecommunication development conference is held under the motto of universal and affordable connectivity for all."),
            ("وتشمل محاور الدورة الأمن السيبراني والذكاء الاصطناعي والمهارات الرقمية والصحة الرقمية.",
             "امنیت سایبری، هوش مصنوعی، مهارت‌های دیجیتال و سلامت دیجیتال از محورهای این دوره است.",
             "Cybersecurity, artificial intelligence, digital skills and digital health are among the themes of this session."),
            ("وأشاد الوزير بحسن تنظيم المؤتمر وكرم الضيافة.",
             "وزیر از میزبانی و برگزاری شایسته کنفرانس قدردانی کرد.",
             "The minister praised the organisation of the conference and the hospitality of its hosts."),
            ("وقال إن دبلوماسية التكنولوجيا من أولويات وزارته في هذه المرحلة.",
             "او گفت دیپلماسی فناوری از اولویت‌های وزارتخانه در این دوره است.",
             "He called technology diplomacy a priority of his ministry."),
            ("ويشارك في المؤتمر وزراء ومسؤولون من أكثر من مئة دولة عضو في الاتحاد الدولي للاتصالات.",
             "وزیران و مقام‌های بیش از صد کشور عضو اتحادیه بین‌المللی مخابرات در کنفرانس حضور دارند.",
             "Ministers and officials of more than a hundred members of the International Telecommunication Union attend the conference."),
            ("وأكد أهمية تطوير البنية التحتية للاتصالات ودعم الشركات القائمة على المعرفة.",
             "او بر توسعه زیرساخت‌های ارتباطی و پشتیبانی از شرکت‌های دانش‌بنیان تأکید کرد.",
             "He stressed the development of communication infrastructure and support for knowledge-based companies."),
            ("ومن المقرر أن تعقد على هامش المؤتمر اجتماعات ثنائية أخرى في الأيام المقبلة.",
             "قرار است در روزهای آینده دیدارهای دوجانبه دیگری در حاشیه کنفرانس انجام شود.",
             "More bilateral meetings are planned on the sidelines of the conference in the coming days."),
        ],
    },
    "fair": {
        "leads": [
            ("وقعت شركة وطنية في معرض الطاقة عقدا مع شركة من {c} يمثلها {p}.",
             "یک شرکت داخلی در نمایشگاه انرژی با شرکتی از {c} به نمایندگی {p} قرارداد بست.",
             "A national company signed a contract at the energy fair with a firm from {c} represented by {p}."),
            ("كشف {p} مدير الشركة القادمة من {c} عن صفقة جديدة في اليوم الثاني من المعرض.",
             "{p} مدیر شرکتی از {c} در دومین روز نمایشگاه از معامله‌ای تازه خبر داد.",
             "{p}, head of a company from {c}, unveiled a new deal on the second day of the fair."),
            ("قال {p} في ندوة على هامش معرض الطاقة إن شركته ستعمل مع شركاء محليين.",
             "{p} در نشستی در حاشیه نمایشگاه انرژی گفت شرکت او با شریکان داخلی کار خواهد کرد.",
             "At a seminar beside the energy fair {p} said that his company would work with local partners."),
        ],
        "details": [
            ("وتبلغ قيمة العقد {b} مليون دولار لتوريد {a} توربينا خلال {e} شهرا.",
             "ارزش قرارداد {b} میلیون دلار است و {a} توربین طی {e} ماه تحویل می‌شود.",
             "The contract is worth {b} million dollars and covers {a} turbines over {e} months."),
            ("وستبنى المحطة قرب {d} وتدخل الخدمة في {day} نوفمبر من العام المقبل.",
             "نیروگاه نزدیک {d} ساخته می‌شود و {day} نوامبر سال آینده به مدار می‌آید.",
             "The plant will be built near {d} and start work on {day} November next year."),
            ("وقال {p} إن المشروع يوفر الكهرباء لنحو {a}00 منزل.",
             "{p} گفت این طرح برق حدود {a}00 خانه را تأمین می‌کند.",
             "{p} said the project would supply about {a}00 homes with electricity."),
        ],
        "background": [
            ("ويقام معرض الطاقة المتجددة هذا العام في عشر قاعات بمشاركة مئات الشركات المحلية والأجنبية.",
             "نمایشگاه انرژی‌های تجدیدپذیر امسال در ده سالن با حضور صدها شرکت داخلی و خارجی برپاست.",
             "This year's renewable energy fair fills ten halls with hundreds of local and foreign companies."),
            ("وافتتح وزير النفط المعرض داعيا إلى زيادة الاستثمار في الطاقة الشمسية وطاقة الرياح.",
             "وزیر نفت در آیین گشایش خواستار سرمایه‌گذاری بیشتر در انرژی خورشیدی و بادی شد.",
             "The oil minister opened the fair and called for more investment in solar and wind power."),
            ("ويعاني قطاع الكهرباء من نقص في الإنتاج خلال أشهر الصيف.",
             "صنعت برق در ماه‌های تابستان با کمبود تولید روبه‌روست.",
             "The electricity sector suffers from shortages in the summer months."),
            ("وتسعى الحكومة إلى رفع حصة الطاقة النظيفة وخفض استهلاك الوقود في المحطات القديمة.",
             "دولت می‌خواهد سهم انرژی پاک را بالا ببرد و مصرف سوخت نیروگاه‌های قدیمی را کم کند.",
             "The government wants to raise the share of clean energy and cut fuel use in old plants."),
            ("وزار المعرض في يومه الأول آلاف الطلاب والمهندسين والمستثمرين.",
             "هزاران دانشجو، مهندس و سرمایه‌گذار در نخستین روز از نمایشگاه دیدن کردند.",
             "Thousands of students, engineers and investors visited the fair on its first day."),
            ("وتستمر فعاليات المعرض حتى نهاية الأسبوع وترافقها ندوات علمية.",
             "نمایشگاه تا پایان هفته ادامه دارد و نشست‌های علمی در کنار آن برگزار می‌شود.",
             "The fair goes on until the end of the week, with scientific seminars beside it."),
            ("ويرى خبراء أن أسعار الألواح الشمسية تراجعت إلى أدنى مستوى.",
             "کارشناسان می‌گویند بهای پنل‌های خورشیدی به پایین‌ترین حد رسیده است.",
             "Experts say that prices of solar panels have fallen to their lowest level."),
        ],
    },
    "cup": {
        "leads": [
            ("فاز منتخب {c} بفضل هدف {p} في الدور الثاني من بطولة كأس القارات للشباب.",
             "تیم {c} با گل {p} در دور دوم جام قاره‌های جوانان پیروز شد.",
             "{c} won through a goal by {p} in the second round of the youth continental cup."),
            ("قاد {p} منتخب {c} إلى ربع النهائي في مباراة مثيرة.",
             "{p} تیم {c} را در بازی پرهیجانی به یک‌چهارم نهایی رساند.",
             "{p} led {c} to the quarter-finals in a thrilling match."),
            ("حسم {p} المباراة في الوقت الإضافي من الدور الثاني.",
             "{p} بازی دور دوم را در وقت اضافه تمام کرد.",
             "{p} decided the second-round match in extra time."),
        ],
        "details": [
            ("وجاء الهدف في الدقيقة {a} أمام {b} ألف متفرج في ملعب {d}.",
             "گل در دقیقه {a} و در برابر {b} هزار تماشاگر در ورزشگاه {d} به ثمر رسید.",
             "The goal came in minute {a} before {b} thousand spectators at the stadium of {d}."),
            ("وسدد الفريق {e} مرة على المرمى وأهدر ركلة جزاء في الشوط الأول.",
             "این تیم {e} بار به سوی دروازه شوت زد و در نیمه نخست یک پنالتی از دست داد.",
             "The team had {e} shots at goal and missed a penalty in the first half."),
            ("وقال المدرب إن {p} سيغيب عن المباراة المقبلة في {day} نوفمبر بسبب الإنذارات.",
             "سرمربی گفت {p} بازی بعدی در {day} نوامبر را به دلیل اخطارها از دست می‌دهد.",
             "The coach said {p} would miss the next match on {day} November because of bookings."),
        ],
        "background": [
            ("وتقام البطولة بمشاركة أربعة وعشرين منتخبا موزعة على ست مجموعات.",
             "بیست و چهار تیم در شش گروه در این رقابت‌ها شرکت دارند.",
             "Twenty-four teams in six groups take part in the tournament."),
            ("ويسعى المنتخب إلى بلوغ المباراة النهائية للمرة الأولى في تاريخه.",
             "این تیم می‌خواهد برای نخستین بار به دیدار پایانی برسد.",
             "The team hopes to reach the final for the first time in its history."),
            ("واحتفلت الجماهير في الشوارع حتى ساعة متأخرة من الليل.",
             "هواداران تا پاسی از شب در خیابان‌ها جشن گرفتند.",
             "Fans celebrated in the streets until late at night."),
            ("وأشاد الاتحاد الدولي لكرة القدم بتنظيم البطولة ومستوى الملاعب.",
             "فدراسیون جهانی فوتبال از سازماندهی مسابقات و کیفیت ورزشگاه‌ها تمجید کرد.",
             "The world football federation praised the organisation of the tournament and the quality of the stadiums."),
            ("ويستخدم الحكام تقنية الفيديو في جميع المباريات هذا العام.",
             "داوران امسال در همه بازی‌ها از کمک‌داور ویدئویی استفاده می‌کنند.",
             "Referees use video assistance in all matches this year."),
            ("وتراقب أندية أوروبية كبيرة اللاعبين الشباب من المدرجات.",
             "باشگاه‌های بزرگ اروپایی بازیکنان جوان را از سکوها زیر نظر دارند.",
             "Big European clubs watch the young players from the stands."),
        ],
    },
    "flood": {
        "leads": [
            ("وصلت بعثة إغاثة من {c} برئاسة {p} إلى المناطق المنكوبة بالفيضانات.",
             "گروه امدادی {c} به سرپرستی {p} به مناطق سیل‌زده رسید.",
             "A relief mission from {c} headed by {p} reached the areas hit by the floods."),
            ("أعلن {p} أن {c} ترسل مساعدات عاجلة إلى ضحايا السيول.",
             "{p} اعلام کرد {c} کمک فوری برای سیل‌زدگان می‌فرستد.",
             "{p} announced that {c} was sending urgent aid to victims of the floods."),
            ("تفقد {p} المناطق المنكوبة بالفيضانات ووعد بمساعدة السكان.",
             "{p} از مناطق سیل‌زده بازدید کرد و به ساکنان وعده کمک داد.",
             "{p} toured the areas hit by the floods and promised help to the residents."),
        ],
        "details": [
            ("وتحمل الطائرات {a} طنا من الخيام والأدوية و{e} مضخة مياه.",
             "هواپیماها {a} تن چادر و دارو و {e} پمپ آب آورده‌اند.",
             "The planes carry {a} tonnes of tents and medicine and {e} water pumps."),
            ("وتقيم البعثة مستشفى ميدانيا في {d} يتسع لنحو {b} مصابا.",
             "این گروه در {d} بیمارستان صحرایی با گنجایش {b} مجروح برپا می‌کند.",
             "The mission is setting up a field hospital in {d} with room for {b} injured."),
            ("وقال {p} إن الفريق سيبقى حتى {day} نوفمبر.",
             "{p} گفت گروه تا {day} نوامبر می‌ماند.",
             "{p} said the team would stay until {day} November."),
        ],
        "background": [
            ("وتسببت أمطار غزيرة هطلت أسبوعا كاملا في انهيار سد وغرق عشرات القرى.",
             "باران سنگین یک هفته‌ای سدی را شکست و ده‌ها روستا را زیر آب برد.",
             "A week of heavy rain broke a dam and drowned dozens of villages."),
            ("ونزح آلاف السكان إلى المدارس والمساجد في المناطق المرتفعة.",
             "هزاران نفر به مدارس و مساجد مناطق بلندتر پناه بردند.",
             "Thousands of residents fled to schools and mosques on higher ground."),
            ("وقالت الأمم المتحدة إن الوضع الإنساني يتدهور وإن الأطفال أكثر عرضة للأمراض.",
             "سازمان ملل گفت وضعیت انسانی رو به وخامت است و کودکان بیش از همه در معرض بیماری‌اند.",
             "The United Nations said the humanitarian situation was worsening and children were most at risk of disease."),
            ("وانقطعت الكهرباء والاتصالات عن معظم أنحاء الإقليم ودمرت الجسور والطرق.",
             "برق و تلفن بیشتر استان قطع است و پل‌ها و جاده‌ها ویران شده‌اند.",
             "Electricity and telephones are down in most of the province, and bridges and roads are destroyed."),
            ("وأعلنت الحكومة الحداد ثلاثة أيام وخصصت أموالا لإعادة الإعمار.",
             "دولت سه روز عزای عمومی اعلام کرد و بودجه‌ای برای بازسازی کنار گذاشت.",
             "The government declared three days of mourning and set money aside for reconstruction."),
            ("وتوقعت هيئة الأرصاد مزيدا من الأمطار في الأيام المقبلة.",
             "سازمان هواشناسی برای روزهای آینده باران بیشتری پیش‌بینی کرد.",
             "The weather office expects more rain in the coming days."),
        ],
    },
}


def report(r, affair, facts, language, wording):
    """A title, a lead, the details in some order, then most of the background."""
    n = LANGUAGES.index(language)
    here = {key: value[n] if isinstance(value, tuple) else value for key, value in facts.items()}
    leads = [lead[n].format(**here) for lead in affair["leads"]]
    details = [d[n].format(**here) for d in affair["details"]]
    background = [b[n] for b in affair["background"]]
    r.shuffle(details)
    r.shuffle(background)
    lead, other = leads[wording], leads[(wording + 1) % 3]
    title = " ".join(lead.split()[:9])
    kept = details[: r.randrange(0, 4)]  # some hold no number and no place at all
    early = [background.pop() for _ in range(r.randrange(0, 2))]
    rest = background[: r.randrange(5, len(background) + 2)]
    return title, " ".join([lead] + early + kept + ([other] if r.random() < 0.5 else []) + rest)


def main():
    r = random.Random("long")
    for name, affair in AFFAIRS.items():
        countries = r.sample(COUNTRIES, 12)
        people = r.sample(PEOPLE, 12)
        places = r.sample(PLACES, 12)
        day = r.randrange(3, 24)
        for turn in range(12):
            facts = dict(c=countries[turn], p=people[turn], d=places[turn], a=r.randrange(21, 97), b=r.randrange(101, 980),
                         e=r.randrange(13, 89), day=r.randrange(1, 31))
            story = "l-%s-%d" % (name, turn)
            wording = 2 if turn % 2 else turn // 2 % 2
            told = [(language, wording) for language in LANGUAGES]
            told.pop(turn % 4) if turn % 4 < 3 else told.append((LANGUAGES[turn % 3], (wording + 1) % 3))
            for number, (language, wording) in enumerate(told):
                title, text = report(r, affair, facts, language, wording)
                when = "2025-11-%02dT%02d:%02d:00Z" % (day + turn % 2, r.randrange(24), r.randrange(60))
                print(json.dumps(dict(id="%s%s" % (story, "abcd"[number]), story=story, lang=language, title=title, summary=text,
                                      hard_negative=True, source="written", published=when), ensure_ascii=False))


if __name__ == "__main__":
    main()
