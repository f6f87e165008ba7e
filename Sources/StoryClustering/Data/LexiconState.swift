// SPDX-License-Identifier: Apache-2.0

/// Politics, law, crime and war: Arabic, Persian, English; commas part synonyms.
let lexiconState: String = #"""
  [word]
  # politics and state
  رئيس,رئيسة,رؤساء,رئاسة,رئاسي|رئیس,رئیس جمهور,رئیس‌جمهور,ریاست جمهوری,رؤسا|president,presidential,presidency
  رئيس الوزراء,رئيسة الوزراء|نخست وزیر,نخست‌وزیر|prime minister,premier
  وزير,وزيرة,وزراء,وزارة,وزاري|وزیر,وزیران,وزرا,وزارت,وزارتخانه|minister,ministry,secretary
  وزير الخارجية,وزارة الخارجية,الخارجية|وزیر خارجه,وزیر امور خارجه,وزارت خارجه,وزارت امور خارجه|foreign minister,foreign ministry,secretary of state,state department
  وزير الدفاع,وزارة الدفاع,البنتاغون|وزیر دفاع,وزارت دفاع,پنتاگون|defence minister,defense secretary,defence secretary,pentagon
  وزارة العدل,وزير العدل|وزارت دادگستری,دادگستری,وزیر دادگستری|justice department,department of justice,justice ministry,attorney general
  وزير المالية,وزارة المالية,الخزانة|وزیر دارایی,وزارت دارایی,خزانه داری|finance minister,treasury,chancellor
  وزارة الداخلية,وزير الداخلية|وزارت کشور,وزیر کشور|interior ministry,interior minister,interior secretary,home office,home secretary
  حكومة,حكومي,حكومات|دولت,حکومت,دولتی|government,administration,cabinet
  برلمان,برلماني,مجلس النواب,مجلس الشعب|پارلمان,مجلس,مجلس نمایندگان,پارلمانی|parliament,parliamentary,house of representatives,house of commons
  نائب,نواب|نماینده,نمایندگان|lawmaker,member of parliament,MP,MPs,legislator
  الكونغرس,الكونجرس|کنگره|congress,congressional
  مجلس الشيوخ,شيوخ|سنا,مجلس سنا|senate
  سيناتور,السيناتور,عضو مجلس الشيوخ|سناتور|senator
  سفير,سفيرة,سفراء|سفیر,سفرا,سفیران|ambassador,envoy
  سفارة,سفارات|سفارت,سفارتخانه|embassy
  قنصلية,قنصل,القنصل|کنسولگری,کنسول,سرکنسول|consulate,consul
  دبلوماسي,دبلوماسية,دبلوماسيين|دیپلمات,دیپلماسی,دیپلماتیک|diplomat,diplomacy,diplomatic
  انتخابات,انتخابي,انتخاب|انتخابات,انتخاباتی|election,electoral,polls
  استفتاء,الاستفتاء|همه‌پرسی,همه پرسی,رفراندوم|referendum,plebiscite
  تصويت,صوت,يصوت,أصوات,الاقتراع,اقتراع|رأی,رأی‌گیری,رای گیری,آرا|vote,ballot,voting
  ناخب,ناخبين,ناخبون,الناخبين|رأی‌دهنده,رأی دهندگان,رأی‌دهندگان,رای دهندگان|voter,electorate
  مرشح,مرشحة,مرشحين,ترشيح,ترشح|نامزد,کاندیدا,نامزدی,نامزدها|candidate,nominee,nomination,candidacy
  حملة انتخابية,الحملة الانتخابية|کارزار انتخاباتی,کمپین انتخاباتی,ستاد انتخاباتی|election campaign,campaign trail
  حملة,حملات|کارزار,کمپین,پویش|campaign
  حزب,أحزاب,حزبي|حزب,احزاب,حزبی|party,partisan
  ديمقراطي,ديمقراطية,الديمقراطيين,الديمقراطيون|دموکرات,دموکراسی,دموکراتیک,دموکرات‌ها|democrat,democratic,democracy
  جمهوري,جمهوريين,الجمهوريون,الجمهوريين|جمهوری‌خواه,جمهوری خواه,جمهوری‌خواهان|republican,GOP
  محافظ,محافظين,المحافظين|محافظه‌کار,محافظه کار|conservative,tory,tories
  حزب العمال|حزب کارگر|labour party,labour
  ليبرالي,ليبرالية|لیبرال|liberal
  يمين,يميني,اليمين المتطرف|راستگرا,راست افراطی,دست راستی|right-wing,far-right,far right
  يسار,يساري|چپگرا,چپ|left-wing,leftist
  معارضة,معارض,معارضين|اپوزیسیون,مخالفان|opposition,dissident
  ائتلاف,تحالف,التحالف|ائتلاف|coalition,alliance
  زعيم,زعماء,قائد,قادة|رهبر,رهبران,سران|leader,leadership,chief
  أمين عام,الأمين العام,الأمينة العامة|دبیرکل,دبیر کل|secretary-general,secretary general
  متحدث,المتحدث,متحدثة,الناطق,ناطق|سخنگو,سخنگوی|spokesman,spokeswoman,spokesperson
  مستشار,مستشارة|مشاور,صدراعظم|adviser,advisor,chancellor,counsel
  محافظ,حاكم,والي,أمير المنطقة|استاندار,فرماندار|governor
  بلدية,عمدة,رئيس البلدية,أمانة|شهردار,شهرداری|mayor,municipality,city council,municipal
  ملك,الملك,ملكي,العاهل|پادشاه,پادشاهی,شاه|king,monarch,monarchy
  ملكة,الملكة|ملکه|queen
  أمير,الأمير,أمراء,أميرة|شاهزاده,امیر,شاهدخت|prince,princess,duke,duchess,emir
  ملكي,العائلة المالكة|سلطنتی,خاندان سلطنتی|royal
  ولي العهد,ولي ولي العهد|ولیعهد|crown prince
  سلطان,السلطان|سلطان|sultan
  خادم الحرمين الشريفين|خادم حرمین شریفین|custodian of the two holy mosques
  المرشد الأعلى,قائد الثورة|رهبر انقلاب,رهبر معظم انقلاب,مقام معظم رهبری|supreme leader
  سياسة,سياسي,سياسات,سياسية|سیاست,سیاسی,سیاستمدار|policy,politics,political,politician
  إصلاح,إصلاحات,إصلاحي|اصلاحات,اصلاح,اصلاح‌طلب|reform,reformist
  قانون,قوانين,قانوني,تشريع,تشريعات|قانون,قوانین,قانونی|law,legislation,legal
  مشروع قانون|لایحه,طرح قانونی|bill,draft law
  دستور,دستوري|قانون اساسی|constitution,constitutional
  مرسوم,قرار|فرمان,مصوبه,حکم|decree,executive order
  قرار,قرارات,يقرر,قرر|تصمیم,قطعنامه|decision,decide,resolution
  جلسة,جلسات|جلسه,جلسات|session,hearing
  لجنة,لجان|کمیته,کمیسیون|committee,commission,panel
  مجلس,مجالس|شورا,شورای|council,board
  مجلس الأمن|شورای امنیت|security council
  الأمم المتحدة|سازمان ملل,سازمان ملل متحد|united nations,UN,U.N.
  الاتحاد الأوروبي|اتحادیه اروپا|european union,EU
  المفوضية الأوروبية|کمیسیون اروپا|european commission
  [org]
  حلف شمال الأطلسي,الناتو,حلف الناتو|ناتو|nato
  جامعة الدول العربية,الجامعة العربية|اتحادیه عرب|arab league
  مجلس التعاون,مجلس التعاون الخليجي,دول مجلس التعاون|شورای همکاری خلیج فارس|gulf cooperation council,GCC
  منظمة الصحة العالمية|سازمان جهانی بهداشت|world health organization,WHO
  صندوق النقد الدولي|صندوق بین‌المللی پول,صندوق بین المللی پول|international monetary fund,IMF
  البنك الدولي|بانک جهانی|world bank
  الوكالة الدولية للطاقة الذرية|آژانس بین‌المللی انرژی اتمی,آژانس بین المللی انرژی اتمی|international atomic energy agency,IAEA
  منظمة التعاون الإسلامي|سازمان همکاری اسلامی|organisation of islamic cooperation,OIC
  منظمة شنغهاي للتعاون|سازمان همکاری شانگهای|shanghai cooperation organisation
  أوبك,منظمة أوبك|اوپک|opec
  اليونسكو|یونسکو|unesco
  اليونيسف|یونیسف|unicef
  [word]
  بريكست,خروج بريطانيا|برگزیت,برکسیت|brexit
  البيت الأبيض|کاخ سفید|white house
  الكرملين|کرملین|kremlin
  قصر,القصر|کاخ,قصر|palace
  عاصمة,العاصمة|پایتخت|capital
  دولة,دول,بلد,بلاد,بلدان|کشور,کشورها,دولت|country,state,nation
  أمة,قومي,وطني,وطن|ملت,ملی,میهن|nation,national,homeland
  شعب,شعبي,الشعب|مردم,ملت,مردمی|people,public,popular
  مواطن,مواطنة,مواطنين,مواطنون|شهروند,شهروندان|citizen,citizenship,resident
  جمهورية|جمهوری|republic
  مملكة,المملكة|پادشاهی,عربستان|kingdom
  ولاية,ولايات|ایالت,ایالات,استان|state,province
  إقليم,مقاطعة,محافظة,محافظات|استان,ولایت,شهرستان,منطقه|province,county,governorate,district,region
  مدينة,مدن|شهر,شهرها|city,town
  قرية,قرى,ريف|روستا,دهکده|village,rural
  حدود,حدودي,الحدود|مرز,مرزی,مرزها|border,frontier
  مهاجر,مهاجرين,هجرة,المهاجرين|مهاجر,مهاجران,مهاجرت|migrant,immigrant,immigration,migration
  لاجئ,لاجئين,لجوء,اللاجئين|پناهنده,پناهندگان,پناهجو,پناهجویان,پناهندگی|refugee,asylum,asylum seeker
  تأشيرة,تأشيرات|ویزا,روادید|visa
  جواز سفر,جوازات|گذرنامه,پاسپورت|passport
  علاقة,علاقات|رابطه,روابط,مناسبات|relation,relationship,ties
  تعاون,يتعاون|همکاری,همکاری‌ها|cooperation,collaborate,partnership
  شراكة,شريك,شركاء|مشارکت,شریک,شرکا|partner,partnership
  اتفاق,اتفاقية,اتفاقيات|توافق,توافقنامه,توافق‌نامه,موافقتنامه|agreement,deal,accord,pact
  معاهدة,ميثاق|پیمان,معاهده|treaty,pact,convention
  مذكرة تفاهم,مذكرات تفاهم|یادداشت تفاهم,تفاهم‌نامه,تفاهمنامه,تفاهم نامه|memorandum of understanding,memorandum,mou
  توقيع,وقع,يوقع,وقعت,توقع|امضا,امضای,امضاء|sign,signing,signature
  مفاوضات,تفاوض,مفاوض,محادثات,مباحثات|مذاکره,مذاکرات,گفت‌وگو,گفتگو,گفت وگو|negotiation,talks,negotiate,negotiator
  حوار,الحوار|گفت‌وگو,گفتگو,دیالوگ|dialogue,conversation
  قمة,القمة|اجلاس,نشست سران|summit
  مؤتمر,مؤتمرات|کنفرانس,همایش,کنگره|conference,congress
  مؤتمر صحفي,مؤتمر صحافي|نشست خبری,کنفرانس خبری,کنفرانس مطبوعاتی|press conference,news conference
  اجتماع,اجتماعات,لقاء,لقاءات,التقى,يلتقي,اجتمع|دیدار,نشست,ملاقات,جلسه|meet,meeting,met
  استقبل,يستقبل,استقبال|استقبال,پذیرفت|receive,welcome,reception,greet
  زيارة,يزور,زار,زيارات|سفر,بازدید,دیدار|visit,trip,tour
  زائر,زوار|بازدیدکننده,زائر,زائران|visitor,pilgrim
  رحلة,رحلات,سفر|سفر,پرواز|trip,journey,flight,travel
  غادر,يغادر,مغادرة|عازم,ترک,راهی|leave,depart,departure
  وصل,يصل,وصول|وارد,ورود,رسید|arrive,arrival,reach
  عاد,يعود,عودة|بازگشت,برگشت|return,returned,comeback
  نظير,نظيره,نظيرته|همتا,همتای|counterpart
  وفد,وفود|هیئت,هیأت|delegation
  خطاب,كلمة,خطبة|سخنرانی,نطق|speech,address
  بيان,بيانات|بیانیه,اطلاعیه|statement,communique
  رسالة,رسائل|نامه,پیام|letter,message
  برقية,تهنئة,هنأ|پیام تبریک,تبریک|congratulate,congratulation,cable
  تعزية,عزاء|تسلیت|condolence
  عقوبات,عقوبة,معاقبة|تحریم,تحریم‌ها,مجازات|sanction,penalty,punishment
  حصار,حظر|محاصره,ممنوعیت,تحریم|blockade,embargo,ban
  نووي,نووية|هسته‌ای,هسته ای,اتمی|nuclear
  تخصيب,اليورانيوم,يورانيوم|غنی‌سازی,غنی سازی,اورانیوم|enrichment,uranium
  الاتفاق النووي|برجام,توافق هسته‌ای|nuclear deal,JCPOA
  استقلال,انفصال|استقلال,جدایی|independence,secession
  سيادة|حاکمیت|sovereignty
  ثورة,ثوري|انقلاب,انقلابی|revolution,revolutionary
  انقلاب|کودتا|coup
  احتجاج,احتجاجات,تظاهر,مظاهرة,مظاهرات,متظاهرين,متظاهر|اعتراض,اعتراضات,تظاهرات,معترض,معترضان,راهپیمایی|protest,demonstration,protester,demonstrator,rally,march
  إضراب,اضراب|اعتصاب|strike,walkout
  شغب,أعمال شغب|شورش,اغتشاش|riot,unrest
  أزمة,أزمات|بحران|crisis
  فساد|فساد|corruption
  فضيحة|رسوایی|scandal
  استقالة,استقال,يستقيل|استعفا,استعفای|resign,resignation
  إقالة,أقال,عزل|برکناری,عزل,استیضاح|dismiss,sack,impeach,impeachment,fired,ouster
  تعيين,عين,يعين|انتصاب,منصوب,تعیین|appoint,appointment
  انتقاد,انتقادات,ينتقد,انتقد|انتقاد,منتقد,منتقدان|criticism,criticize,critic,criticise,slam
  إدانة,أدان,ندد,استنكر,يدين|محکوم,محکومیت|condemn,condemnation,denounce
  دعم,يدعم,مساندة|حمایت,پشتیبانی|support,backing
  رفض,يرفض|رد,نپذیرفت,امتناع|reject,refuse,refusal,deny
  نفى,ينفي,نفي|تکذیب|deny,denial
  اتهم,اتهام,اتهامات,يتهم,متهم,متهمين|اتهام,متهم,اتهامات,متهمان|accuse,accusation,allegation,charge,defendant,accused,allege
  وعد,تعهد,يتعهد|وعده,قول,تعهد|promise,pledge,vow,commitment
  هدد,تهديد,تهديدات,يهدد|تهدید,تهدیدها|threat,threaten
  حذر,يحذر,تحذير|هشدار|warn,warning
  خطة,خطط,مخطط|برنامه,نقشه,طرح|plan,scheme
  استراتيجية,استراتيجي|راهبرد,راهبردی,استراتژی|strategy,strategic
  هدف,أهداف|هدف,اهداف|goal,target,aim,objective
  مبادرة,مبادرات|ابتکار,طرح|initiative
  تحد,تحديات,تحدي|چالش,چالش‌ها|challenge
  حق,حقوق|حق,حقوق|right,rights
  حقوق الإنسان|حقوق بشر|human rights
  حرية,حريات|آزادی|freedom,liberty
  عدالة,عدل|عدالت|justice,fairness
  مساواة|برابری|equality
  تمييز,عنصرية,عنصري|تبعیض,نژادپرستی,نژادپرست|discrimination,racism,racist
  أقلية,أقليات|اقلیت|minority
  أغلبية,غالبية|اکثریت|majority
  سلطة,سلطات,السلطات|مقامات,قدرت|authority,authorities,power
  مسؤول,مسؤولين,مسؤولون,مسؤولية|مسئول,مسئولان,مسئولین,مقام|official,officials,responsible,responsibility
  موظف,موظفين|کارمند,کارکنان,کارمندان|employee,staff,worker,clerk
  # law and crime
  محكمة,محاكم|دادگاه,دادگاه‌ها|court,tribunal
  المحكمة العليا|دیوان عالی,دادگاه عالی|supreme court
  محاكمة,يحاكم|محاکمه|trial,prosecution,retrial
  قاضي,قاض,القاضي,قضاة|قاضی,قضات|judge,justice
  قضاء,قضائي,قضائية|قضایی,قوه قضاییه,قضائیه|judiciary,judicial
  محامي,محام,المحامي,محامين|وکیل,وکلا|lawyer,attorney,solicitor
  مدعي عام,الادعاء,النيابة,النائب العام,هيئة الادعاء|دادستان,دادستانی|prosecutor,prosecution,attorney general
  هيئة المحلفين,محلفين|هیئت منصفه|jury,juror
  شاهد,شهود,شهادة,شهد,أدلى بشهادته|شاهد,شاهدان,شهادت|witness,testify,testimony
  دليل,أدلة|مدرک,شواهد,مدارک|evidence,proof
  حكم,أحكام|حکم,رأی دادگاه|verdict,ruling,sentence,judgment
  دعوى,دعوى قضائية,قضية,قضايا|پرونده,دعوی,شکایت|lawsuit,case,suit
  استئناف|تجدیدنظر,استیناف|appeal
  سجن,سجين,سجناء,بالسجن|زندان,زندانی,حبس,زندانیان|prison,jail,prisoner,inmate,imprisonment
  إعدام|اعدام|execution,death penalty
  غرامة,غرامات|جریمه,جریمه نقدی|fine,penalty
  تعويض,تعويضات|غرامت,خسارت,جبران|compensation,damages
  جريمة,جرائم,جنائي,جنائية,إجرامي|جرم,جنایت,جنایی,جرایم|crime,criminal,felony
  مجرم,مجرمين,جاني|مجرم,مجرمان,جنایتکار|criminal,perpetrator,offender
  قتل,مقتل,يقتل,قاتل,اغتيال,جريمة قتل|قتل,کشته,کشتن,قاتل,ترور|kill,murder,killing,killer,assassination,homicide,slaying
  قتيل,قتلى,مصرع,وفاة,توفي,مات,لقي مصرعه,ضحايا|کشته,کشته‌شدگان,جان باخت,جان باختند,فوت,درگذشت,مرگ|dead,death,die,died,fatality,fatal,deadly
  ضحية,ضحايا|قربانی,قربانیان|victim,casualty
  جريح,جرحى,إصابة,أصيب,إصابات,مصاب,مصابين,المصاب|زخمی,مجروح,مصدوم,مصدومان,آسیب|injured,wounded,injury,injure,wound
  جثة,جثمان,جثث|جسد,پیکر,جنازه|body,corpse
  طعن,طعنة,سكين|چاقو,ضربات چاقو|stab,knife,stabbing
  إطلاق نار,إطلاق النار,أطلق النار,الرصاص,رصاص,رصاصة|تیراندازی,شلیک,گلوله|shooting,shot,gunfire,bullet,gunshot
  مسلح,مسلحين,مسلحون|مسلح,مهاجم,افراد مسلح|armed,gunman,gunmen,militant
  سلاح,أسلحة,بندقية,مسدس|سلاح,اسلحه,تفنگ,تسلیحات|weapon,gun,rifle,arms,firearm
  سرقة,سرق,سطو,لص,لصوص|سرقت,دزدی,سارق,سارقان,دزد|theft,robbery,steal,thief,burglary,robber
  اختطاف,خطف,مختطف|ربودن,آدم‌ربایی,گروگان‌گیری,ربوده|kidnap,abduction,abduct,hijack
  رهينة,رهائن|گروگان,گروگان‌ها|hostage
  اغتصاب|تجاوز جنسی|rape
  اعتداء جنسي,تحرش,التحرش الجنسي,جنسي|آزار جنسی,تعرض جنسی,جنسی|sexual assault,sexual harassment,sexual,sexual abuse
  اعتداء,اعتدى,عنف|خشونت,ضرب و شتم,تعرض|assault,violence,violent,abuse
  عنف أسري,عنف منزلي|خشونت خانگی|domestic violence
  تعذيب|شکنجه|torture
  احتيال,نصب|کلاهبرداری|fraud,scam
  غسل أموال,غسيل الأموال|پولشویی|money laundering
  رشوة,رشاوى|رشوه|bribe,bribery
  تهريب,مهرب,مهربين|قاچاق,قاچاقچی|smuggling,smuggle,trafficking,smuggler
  مخدرات,مخدر,حبوب|مواد مخدر,مخدر|drug,narcotic,drugs
  كوكايين|کوکائین|cocaine
  هيروين|هروئین|heroin
  حشيش,ماريجوانا,قنب|حشیش,ماریجوانا,شاهدانه|cannabis,marijuana,hashish
  عصابة,عصابات|باند,دار و دسته,گروه تبهکار|gang
  شرطة,شرطي,الشرطة|پلیس,نیروی انتظامی,مأمور پلیس|police,policeman,officer,cop
  شرطة المرور,المرور,مروري|پلیس راهنمایی,راهور,ترافیک|traffic police,traffic
  محقق,محققين,تحقيق,تحقيقات,يحقق|تحقیق,تحقیقات,بازپرس,بازرس,محقق|investigation,investigate,investigator,inquiry,probe,detective
  مكتب التحقيقات الفيدرالي,مكتب التحقيقات الفدرالي|اف بی آی,اف‌بی‌آی,پلیس فدرال|FBI,federal bureau of investigation
  وكالة المخابرات المركزية,سي آي إيه|سازمان سیا,سیا|CIA
  مخابرات,استخبارات,استخباراتي|اطلاعات,سازمان اطلاعات,اطلاعاتی|intelligence,spy agency
  جاسوس,تجسس|جاسوس,جاسوسی|spy,espionage
  اعتقال,اعتقل,توقيف,القبض,ألقت القبض,معتقل,موقوف,ضبط,احتجاز,محتجز|بازداشت,دستگیر,دستگیری,بازداشت‌شده|arrest,detain,detention,custody,arrested,detained,capture
  مشتبه به,مشتبه,المشتبه به,مشتبه بهم|مظنون,مظنونان|suspect,suspicion
  مطلوب,فار,هارب,هروب,فر|فراری,فرار,تحت تعقیب|fugitive,escape,fled,wanted
  إفراج,أفرج,إطلاق سراح,الإفراج|آزاد,آزادی,آزاد شد|release,freed,bail
  مطاردة|تعقیب,تعقیب و گریز|chase,pursuit
  كاميرا,كاميرات المراقبة|دوربین,دوربین مداربسته|camera,cctv
  إرهاب,إرهابي,إرهابيين,الإرهاب|تروریسم,تروریست,تروریستی,تروریست‌ها|terror,terrorism,terrorist
  تطرف,متطرف,متطرفين|افراط‌گرایی,افراطی,تندرو|extremism,extremist,radical
  داعش,تنظيم الدولة,تنظيم داعش|داعش|isis,islamic state,daesh,ISIL
  القاعدة,تنظيم القاعدة|القاعده|al-qaeda,al qaeda
  طالبان|طالبان|taliban
  حزب الله|حزب‌الله,حزب الله|hezbollah,hizbollah
  حماس|حماس|hamas
  الحوثي,الحوثيين,الحوثيون,أنصار الله|حوثی,حوثی‌ها,انصارالله|houthi,houthis
  الحرس الثوري|سپاه,سپاه پاسداران|revolutionary guard,IRGC
  # war and army
  حرب,حروب|جنگ|war,warfare
  معركة,معارك,قتال,مقاتل,مقاتلين|نبرد,درگیری,رزمنده,جنگجو|battle,fight,combat,fighter,fighting
  اشتباك,اشتباكات,مواجهات,مواجهة|درگیری,زد و خورد,رویارویی|clash,clashes,confrontation
  صراع,نزاع,نزاعات|مناقشه,درگیری,کشمکش,اختلاف|conflict,dispute
  سلام,السلام|صلح|peace,peaceful
  هدنة,وقف إطلاق النار,وقف اطلاق النار|آتش‌بس,آتش بس|ceasefire,truce
  جيش,جيوش|ارتش|army
  عسكري,عسكرية|نظامی|military
  قوات,قوة,القوات|نیرو,نیروها,نیروهای|forces,troops,force
  القوات المسلحة|نیروهای مسلح|armed forces
  جندي,جنود|سرباز,سربازان,نظامیان|soldier,troops
  ضابط,ضباط|افسر,افسران|officer
  لواء,عميد,عقيد,فريق|سرلشکر,سرتیپ,سرهنگ,سردار|general,brigadier,colonel,commander
  قائد,قيادة|فرمانده,فرماندهی|commander,command
  بحرية,القوات البحرية,بحري|نیروی دریایی,دریایی|navy,naval,maritime
  سلاح الجو,القوات الجوية,جوي|نیروی هوایی,هوایی|air force,air
  قاعدة,قواعد|پایگاه|base
  صاروخ,صواريخ,صاروخي|موشک,موشکی|missile,rocket
  باليستي|بالستیک|ballistic
  قنبلة,قنابل,عبوة ناسفة|بمب,بمب‌گذاری|bomb,bombing,IED
  انفجار,تفجير,انفجارات,تفجيرات|انفجار|explosion,blast,explode
  انتحاري|انتحاری|suicide bomber,suicide attack
  لغم,ألغام|مین|mine,landmine
  دبابة,دبابات|تانک|tank
  طائرة,طائرات|هواپیما|plane,aircraft,airplane,jet
  طائرة مسيرة,طائرات مسيرة,مسيرة,طائرة بدون طيار,درون|پهپاد,پهپادی|drone,UAV
  مقاتلة,طائرة حربية|جنگنده|fighter jet,warplane
  مروحية,هليكوبتر,طائرة عمودية|بالگرد,هلیکوپتر,هلی‌کوپتر|helicopter
  غارة,غارات,قصف,قصفت|حمله هوایی,بمباران,حملات هوایی|airstrike,air strike,raid,bombardment,shelling
  هجوم,هجمات,مهاجمة,هاجم,اعتداء|حمله,حملات,یورش|attack,assault,strike
  دفاع,دفاعي|دفاع,دفاعی,پدافند|defence,defense,defend,defensive
  غزو|تهاجم,حمله نظامی|invasion,invade
  احتلال,محتل|اشغال,اشغالگر|occupation,occupy
  انسحاب,سحب,ينسحب,انسحب|خروج,عقب‌نشینی|withdraw,withdrawal,pull out
  نشر,انتشار|استقرار,اعزام|deploy,deployment
  تدريب,تدريبات,مناورة,مناورات|تمرین,رزمایش,مانور,آموزش|exercise,drill,training,manoeuvre
  مدنيين,مدني,المدنيين|غیرنظامی,غیرنظامیان|civilian
  محاربين قدامى,متقاعد عسكري|کهنه‌سرباز,جانباز|veteran
  شهيد,شهداء,استشهاد,استشهد|شهید,شهدا,شهادت|martyr,martyrdom
  ميليشيا,مليشيات,ميليشيات|شبه‌نظامی,شبه نظامیان,شبه‌نظامیان|militia,paramilitary
  متمرد,متمردين,تمرد|شورشی,شورشیان|rebel,insurgent,insurgency
  سفينة,سفن|کشتی|ship,vessel
  سفينة حربية,بارجة|ناو,ناو جنگی,ناوچه|warship,frigate,destroyer
  غواصة|زیردریایی|submarine
  حاملة طائرات|ناو هواپیمابر|aircraft carrier
  ناقلة,ناقلة نفط|نفتکش|tanker
  قرصنة,قراصنة|دزدان دریایی,دزدی دریایی|piracy,pirate
  كيميائي,أسلحة كيميائية|شیمیایی|chemical
  إبادة,مجزرة,مذبحة|نسل‌کشی,قتل عام,کشتار|genocide,massacre
  """#
