// SPDX-License-Identifier: Apache-2.0

/// Sport, time, numbers, verbs and adjectives of news: Arabic, Persian, English; commas part synonyms.
let lexiconGeneral: String = #"""
  [word]
  # sport
  رياضة,رياضي,رياضيين|ورزش,ورزشی,ورزشکار,ورزشکاران|sport,athlete,athletic
  كرة القدم,كرة قدم|فوتبال|football,soccer
  كرة السلة,سلة|بسکتبال|basketball
  كرة الطائرة,الكرة الطائرة|والیبال|volleyball
  كرة اليد|هندبال|handball
  تنس|تنیس|tennis
  بيسبول,البيسبول|بیسبال|baseball
  غولف,جولف|گلف|golf
  كريكت|کریکت|cricket
  رغبي,الرجبي|راگبی|rugby
  هوكي|هاکی|hockey
  ملاكمة,ملاكم|بوکس,بوکسور|boxing,boxer
  مصارعة,مصارع|کشتی,کشتی‌گیر|wrestling,wrestler
  جودو|جودو|judo
  كاراتيه|کاراته|karate
  تايكوندو|تکواندو|taekwondo
  سباحة,سباح|شنا,شناگر|swimming,swimmer,swim
  ألعاب القوى|دوومیدانی|athletics
  جري,عداء,ماراثون|دویدن,دونده,ماراتن|running,runner,marathon
  دراجات هوائية|دوچرخه‌سواری|cycling
  فورمولا,الفورمولا|فرمول|formula one,formula 1,F1
  سباق,سباقات|مسابقه,رقابت|race,racing
  جائزة كبرى,الجائزة الكبرى|جایزه بزرگ,گرندپری,گرند پری|grand prix
  شطرنج|شطرنج|chess
  تزلج|اسکی,اسکیت|ski,skating
  رفع أثقال|وزنه‌برداری|weightlifting
  جمباز|ژیمناستیک|gymnastics
  رماية|تیراندازی ورزشی|shooting sport
  فروسية|سوارکاری|equestrian
  مباراة,مباريات,لقاء|مسابقه,دیدار,بازی,مسابقات|match,game,fixture
  فريق,فرق|تیم,تیم‌ها|team,squad,side
  منتخب,المنتخب|تیم ملی|national team
  ناد,نادي,أندية,النادي|باشگاه,باشگاه‌ها|club
  لاعب,لاعبة,لاعبين,لاعبون,لاعبو|بازیکن,بازیکنان|player
  مدرب,المدرب|مربی,سرمربی|coach,manager
  حكم,حكام,تحكيم|داور,داوری|referee,umpire
  مهاجم|مهاجم|striker,forward
  مدافع|مدافع|defender
  حارس,حارس المرمى|دروازه‌بان,دروازه بان|goalkeeper,keeper
  قائد الفريق|کاپیتان|captain
  مشجع,مشجعين,جماهير,جمهور|هوادار,هواداران,تماشاگر,تماشاگران|fan,supporter,spectator,crowd
  هدف,أهداف,سجل,تسجيل,يسجل|گل,گل زد,گلزنی|goal,score,scored,scorer
  نقطة,نقاط|امتیاز,نقطه|point
  تمريرة|پاس|pass
  ركلة جزاء,ضربة جزاء|پنالتی|penalty kick,penalty
  ركلة حرة|ضربه آزاد,ضربه ایستگاهی|free kick
  بطاقة حمراء|کارت قرمز|red card
  تعادل|تساوی,مساوی|draw,equaliser,equalizer,tie
  فوز,فاز,يفوز,انتصار,تغلب|پیروزی,برد,پیروز,برنده|win,victory,won,beat,defeat,triumph,winner
  هزيمة,خسارة,هزم|شکست,باخت|defeat,loss,lose,lost
  بطولة,بطولات|مسابقات,قهرمانی,تورنمنت|championship,tournament
  بطل,أبطال|قهرمان,قهرمانان|champion
  لقب,ألقاب|عنوان,لقب|title
  كأس,كؤوس|جام|cup,trophy
  كأس العالم,مونديال|جام جهانی|world cup
  كأس آسيا|جام ملت‌های آسیا,جام ملتهای آسیا|asian cup
  دوري,الدوري|لیگ|league
  الدوري الممتاز,الدوري الإنجليزي الممتاز,البريميرليغ|لیگ برتر|premier league
  دوري أبطال,دوري أبطال أوروبا|لیگ قهرمانان,لیگ قهرمانان اروپا|champions league
  دوري المحترفين,دوري جميل|لیگ حرفه‌ای|professional league
  الدوري الإسباني,الليغا|لالیگا|la liga
  أولمبياد,الألعاب الأولمبية,أولمبي|المپیک|olympic,olympics
  بارالمبية|پارالمپیک|paralympic
  دورة الألعاب الآسيوية|بازی‌های آسیایی|asian games
  ميدالية,ميداليات|مدال|medal
  ذهبية,ميدالية ذهبية|مدال طلا|gold medal
  نهائي,النهائي|فینال|final
  نصف النهائي,نصف نهائي|نیمه‌نهایی,نیمه نهایی|semi-final,semifinal
  ربع النهائي|یک‌چهارم نهایی,یک چهارم نهایی|quarter-final,quarterfinal
  جولة,جولات,دور|دور,مرحله,هفته|round,stage,phase
  موسم,مواسم|فصل|season
  ملعب,استاد,ملاعب|ورزشگاه,استادیوم,زمین|stadium,pitch
  شوط,الشوط|نیمه,ست|half,set
  الشوط الثاني|نیمه دوم|second half
  الشوط الأول|نیمه نخست,نیمه اول|first half
  انتقال,انتقالات|نقل و انتقالات,انتقال|transfer
  تأهل,يتأهل|صعود,راه یافت|qualify,qualification
  رقم قياسي|رکورد|record
  منشطات|دوپینگ|doping
  برشلونة|بارسلونا|barcelona
  ريال مدريد|رئال مادرید|real madrid
  مانشستر يونايتد|منچستریونایتد,منچستر یونایتد|manchester united
  مانشستر سيتي|منچسترسیتی,منچستر سیتی|manchester city
  ليفربول|لیورپول|liverpool
  تشيلسي,تشلسي|چلسی|chelsea
  أرسنال,آرسنال|آرسنال|arsenal
  توتنهام|تاتنهام|tottenham
  بايرن ميونيخ,بايرن ميونخ|بایرن مونیخ|bayern munich
  بوروسيا دورتموند|بوروسیا دورتموند,دورتموند|borussia dortmund
  يوفنتوس|یوونتوس|juventus
  ميلان|میلان|milan
  إنتر ميلان|اینتر,اینتر میلان|inter milan
  باريس سان جيرمان|پاری‌سن‌ژرمن,پاری سن ژرمن|paris saint-germain,PSG
  أتلتيكو مدريد|اتلتیکو مادرید|atletico madrid
  ميسي|مسی|messi
  رونالدو|رونالدو|ronaldo
  برسبوليس|پرسپولیس|persepolis
  استقلال|استقلال|esteghlal
  الهلال|الهلال|al-hilal
  النصر|النصر|al-nassr
  فيفا|فیفا|fifa
  يويفا|یوفا|uefa
  كأس رايدر|جام رایدر|ryder cup
  سوبر بول|سوپربول|super bowl
  [time]
  # days, time
  يوم,أيام|روز,روزها|day
  أسبوع,أسابيع,أسبوعي|هفته,هفتگی|week,weekly
  شهر,أشهر,شهري|ماه,ماهانه|month,monthly
  سنة,عام,أعوام,سنوات,سنوي|سال,سالانه|year,annual,yearly
  عقد,عقود|دهه|decade
  قرن|قرن,سده|century
  ساعة,ساعات|ساعت|hour,clock
  دقيقة,دقائق|دقیقه|minute
  ثانية,ثوان|ثانیه|second
  أمس|دیروز|yesterday
  غدا|فردا|tomorrow
  صباح,صباحا|صبح|morning
  مساء,مساءً|عصر,شب|evening
  ليلة,ليل,ليلا|شب|night
  السبت,يوم السبت|شنبه,روز شنبه|saturday
  الأحد,يوم الأحد|یکشنبه,یک‌شنبه|sunday
  الإثنين,الاثنين|دوشنبه|monday
  الثلاثاء|سه‌شنبه,سه شنبه|tuesday
  الأربعاء|چهارشنبه|wednesday
  الخميس|پنجشنبه,پنج‌شنبه|thursday
  الجمعة|جمعه|friday
  عطلة نهاية الأسبوع,نهاية الأسبوع|آخر هفته,تعطیلات آخر هفته|weekend
  صيف|تابستان|summer
  شتاء|زمستان|winter
  ربيع|بهار|spring
  خريف|پاییز|autumn
  مستقبل|آینده|future
  ماض,الماضي|گذشته|past
  جدول زمني,موعد|زمان‌بندی,موعد,خط زمانی|timeline,schedule,deadline
  عمر,العمر|سن,ساله|age,aged,year-old
  [number]
  # number words
  واحد,واحدة,1|یک,1|one,1
  اثنان,اثنين,اثنتين,2|دو,2|two,2
  ثلاثة,ثلاث,3|سه,3|three,3
  أربعة,أربع,4|چهار,4|four,4
  خمسة,خمس,5|پنج,5|five,5
  ستة,ست,6|شش,6|six,6
  سبعة,سبع,7|هفت,7|seven,7
  ثمانية,ثمان,8|هشت,8|eight,8
  تسعة,تسع,9|نه,9|nine,9
  عشرة,عشر,10|ده,10|ten,10
  عشرات|ده‌ها,دهها|dozens,tens
  مئة,مائة,مئات|صد,صدها|hundred
  ألف,آلاف|هزار,هزاران|thousand
  مليون,ملايين|میلیون|million
  مليار,مليارات,بليون|میلیارد|billion
  تريليون|تریلیون|trillion
  نصف|نیم,نیمی|half
  ربع|ربع,یک‌چهارم|quarter
  ضعف,مضاعفة,ضعفين|دوبرابر,دو برابر|double,twice
  أول,الأولى,أولى|اول,نخست,اولین,نخستین|first
  ثاني,الثانية|دوم,دومین|second
  ثالث,الثالثة|سوم,سومین|third
  أخير,الأخيرة|آخر,آخرین,اخیر|last,latest,recent,final
  متر,أمتار|متر|metre,meter
  كيلومتر,كيلومترات,كم|کیلومتر,کیلومتری|kilometre,kilometer,km
  ميل,أميال|مایل|mile
  كيلوغرام,كيلوجرام,كجم,كغ|کیلوگرم,کیلوگرمی,کیلو|kilogram,kg,kilo
  طن,أطنان|تن|tonne,ton
  لتر|لیتر|litre,liter
  ميغاهرتز,ميجاهرتز|مگاهرتز|megahertz,mhz
  ميغاواط,ميجاواط|مگاوات|megawatt,MW
  درجة,درجات|درجه|degree
  طول,الطول|طول|length,long
  مساحة,منطقة|مساحت,منطقه|area,space
  [word]
  # verbs and general nouns of news
  قال,يقول,صرح,تصريح,تصريحات|گفت,اظهار,اظهارات,اظهار داشت|say,said,remark
  أعلن,يعلن,إعلان,أعلنت|اعلام,اعلام کرد|announce,announcement,declare
  أكد,يؤكد,تأكيد|تأکید,تاکید,تأیید|confirm,stress,emphasise,emphasize,affirm
  أضاف,إضافة|افزود,افزودن,اضافه|add,added,addition
  أوضح,يوضح,توضيح,شرح|توضیح,تشریح|explain,clarify,explanation
  كشف,يكشف|فاش,افشا,آشکار|reveal,disclose,uncover
  ذكر,أفاد|گزارش داد,ذکر|mention,report
  أشار|اشاره|refer,indicate,note
  طلب,يطلب,مطالبة,طالب|درخواست,خواستار,تقاضا|request,demand,ask,call,urge
  دعا,دعوة,يدعو|دعوت,فراخوان|invite,invitation,call
  بدأ,يبدأ,بداية,بدء,انطلاق|آغاز,شروع|begin,start,kick off,launch
  انتهى,نهاية,إنهاء,ختام|پایان,خاتمه|end,finish,conclude,conclusion
  استمر,مواصلة,يواصل,استمرار|ادامه,تداوم|continue,continuation
  توقف,إيقاف,وقف|توقف,متوقف|stop,halt,suspend,suspension
  افتتاح,افتتح,يفتتح|افتتاح,گشایش|open,opening,inaugurate,inauguration
  إغلاق,أغلق|تعطیل,بستن,مسدود|close,closure,shut
  شارك,مشاركة,يشارك,مشاركين|مشارکت,شرکت,شرکت‌کننده,حضور|participate,participation,participant,take part,attend
  استضاف,استضافة,تستضيف,يستضيف|میزبان,میزبانی|host,hosting
  عقد,يعقد,انعقاد|برگزار,برگزاری|hold,held
  نظم,ينظم,تنظيم|سازماندهی,برگزار|organise,organize,organizer
  ناقش,مناقشة,بحث,يناقش,تباحث|بحث,بررسی|discuss,discussion,debate,talk
  تبادل|تبادل|exchange
  نفذ,تنفيذ,ينفذ|اجرا,انجام|implement,implementation,carry out,execute
  طبق,تطبيق|اعمال,به‌کارگیری|apply,enforce,application
  عزز,تعزيز,يعزز|تقویت,ارتقا|strengthen,enhance,boost,promote
  توسيع,توسع|گسترش,توسعه|expand,expansion
  خفض,تخفيض,تقليص|کاهش,کم کردن|cut,reduce,reduction,lower
  زاد,رفع|افزایش,بالا بردن|raise,increase,lift
  حل,حلول|حل,راه‌حل,راهکار|solution,solve,resolve
  مشكلة,مشاكل,مشكلات|مشکل,مشکلات,معضل|problem,issue,trouble
  قضية,مسألة|مسئله,موضوع|issue,matter,question
  سبب,أسباب|علت,دلیل,سبب|cause,reason
  نتيجة,نتائج|نتیجه,نتایج|result,outcome
  تأثير,أثر,آثار|تأثیر,اثر|effect,impact,influence
  دور,أدوار|نقش|role
  فرصة,فرص|فرصت,فرصت‌ها|opportunity,chance
  خطر,مخاطر,أخطار,خطير|خطر,خطرناک,ریسک|danger,risk,dangerous,hazard
  أمن,أمني,الأمن|امنیت,امنیتی|security
  سلامة,أمان,آمن|ایمنی,ایمن,امن|safety,safe
  حماية,حمى,يحمي|حفاظت,محافظت,حمایت|protect,protection
  حراسة,حارس|نگهبان,گارد|guard
  رقابة,مراقبة,إشراف|نظارت,کنترل,پایش|supervision,monitor,monitoring,surveillance,oversight
  سيطرة|کنترل,تسلط|control
  تفتيش|بازرسی,تفتیش|inspection,inspect,search
  فحص|معاینه,بررسی,آزمایش|check,examine,examination,test
  تقييم|ارزیابی|evaluation,assess,assessment
  مراجعة|بازنگری,بازبینی|review
  تعديل,تعديلات|اصلاح,تعدیل,اصلاحیه|amendment,adjust,amend
  تغيير,تغير,يغير|تغییر,تحول|change,shift
  تحول|تحول,دگرگونی|transformation,transition
  تقدم|پیشرفت|progress,advance
  نجاح,نجح,ناجح|موفقیت,موفق|success,successful,succeed
  فشل,يفشل|شکست,ناکام,ناکامی|fail,failure
  خطأ,أخطاء|اشتباه,خطا|mistake,error,wrong
  حقيقة,حقائق|حقیقت,واقعیت|truth,fact,reality
  كذب,كاذب,أكاذيب|دروغ|lie,false
  سر,سري,سرية|راز,محرمانه,سری,مخفی|secret,confidential,classified
  معرفة|دانش,شناخت|knowledge
  فكرة,أفكار|ایده,فکر|idea,thought
  رأي,آراء|نظر,دیدگاه|opinion,view
  توقع,توقعات,متوقع,يتوقع|پیش‌بینی,انتظار|expect,expectation,forecast,predict
  أمل,يأمل|امید,امیدوار|hope
  حلم,أحلام|رویا|dream
  حب|عشق,محبت|love
  غضب,غاضب|خشم,عصبانی,خشمگین|anger,angry,furious
  فرح,سعادة,سعيد|شادی,خوشحال|happy,joy,happiness
  حزن,حزين|غم,اندوه,غمگین|sad,grief,mourn
  ضحك|خنده|laugh
  بكاء,دموع|گریه,اشک|cry,tear
  صدمة,صادم|شوک|shock
  مفاجأة,مفاجئ|غافلگیر,غافلگیری,ناگهانی|surprise,sudden
  شكر|تشکر,قدردانی,سپاس|thank,thanks
  اعتذار,اعتذر|عذرخواهی,پوزش|apology,apologise,apologize,sorry
  ثقة|اعتماد|trust,confidence
  احترام|احترام|respect
  وحدة|وحدت,اتحاد|unity
  اتحاد|اتحادیه,اتحاد,فدراسیون|union,federation
  فصل,انقسام|تفرقه,جدایی|division,split,separation
  خلاف,خلافات|اختلاف,اختلافات|dispute,disagreement,difference
  توتر,توترات|تنش|tension
  ضغط,ضغوط|فشار|pressure
  تصعيد|تشدید,تنش‌آفرینی|escalation,escalate
  تدخل|دخالت,مداخله|interference,intervention,meddling
  تواطؤ|تبانی|collusion
  عرقلة|ممانعت,کارشکنی|obstruction,obstruct
  مؤامرة|توطئه|conspiracy,plot
  منع,حظر,يحظر,محظور|منع,ممنوع,ممنوعیت|ban,prohibit,prevent,bar
  سمح,السماح,يسمح|اجازه,مجاز|allow,permit,permission
  طرد|اخراج|expel,expulsion,deport,deportation,fire
  عثر,العثور|پیدا,یافت شد,کشف|find,found
  فقد|گم,از دست دادن|lose,missing
  أصدر,إصدار,صدور|صدور,صادر,انتشار|issue,release,publish
  نشر,ينشر,منشور|انتشار,منتشر|publish,publication,post,spread
  كتب,كتابة|نوشت,نوشتن,نوشته|write,wrote,written
  قرأ,قراءة|خواندن,مطالعه|read,reading
  شاهد,يشاهد,مشاهدة,مشاهدين|تماشا,مشاهده,دیدن,بیننده,بینندگان|watch,view,viewer
  سمع|شنیدن,شنید|hear,listen
  بنى,تشييد,بناء,إنشاء|ساخت,احداث,ساختن|build,construction,construct,establish
  تأسيس,أسس|تأسیس,بنیانگذاری|establish,found,founder
  صنع,تصنيع|ساخت,تولید|make,manufacture
  تصميم,مصمم|طراحی,طراح|design,designer
  استخدام,يستخدم|استفاده,کاربرد|use,usage
  شراكة|مشارکت|partnership
  منافسة,منافس,تنافس,منافسين|رقابت,رقیب,رقبا|competition,rival,compete,competitor,opponent
  قيادة,يقود,قاد|هدایت,رهبری,رانندگی|drive,steer
  انضم,انضمام,عضوية,عضو,أعضاء|پیوستن,عضویت,عضو,اعضا|join,membership,member
  موافقة,وافق,صادق|موافقت,تصویب|approve,approval,agree,consent
  اعتماد,اعتمد|تصویب,اتکا|adopt,adoption,rely
  إلغاء,ألغى|لغو|cancel,cancellation,abolish,scrap
  تأجيل,تأجل,أرجأ|تعویق,به تعویق,موکول|postpone,delay,postponement
  تمديد,مدد|تمدید|extend,extension
  مكافحة,محاربة|مبارزه,مقابله|fight,combat,counter
  عملية,عمليات|عملیات,عمل|operation,process
  حدث,أحداث,حادثة|رویداد,واقعه,حادثه|event,incident
  فعالية,فعاليات|رویداد,برنامه|event,activity
  نشاط,أنشطة,ناشط,نشطاء|فعالیت,فعال,فعالان|activity,activist,active
  منظمة,منظمات|سازمان,سازمان‌ها|organization,organisation
  جمعية,رابطة|انجمن,جمعیت,اتحادیه|association,society
  مركز,مراكز|مرکز,مراکز|centre,center
  مكتب,مكاتب|دفتر,اداره|office,bureau
  فرع,فروع|شعبه,شاخه|branch
  مقر|مقر,ستاد|headquarters
  قسم,إدارة|بخش,اداره|department,section
  قطاع,قطاعات|بخش|sector
  وحدة,وحدات|واحد,یگان|unit
  نظام,أنظمة|نظام,سامانه,سیستم|system,regime
  طريقة,أسلوب|روش,شیوه|method,way
  نوع,أنواع|نوع,گونه|type,kind,species
  عدد,أعداد|تعداد,شمار|number
  كبير,كبرى,أكبر,ضخم|بزرگ,بزرگ‌ترین,کلان|big,large,huge,major,biggest,largest
  صغير,صغيرة,أصغر|کوچک,خرد|small,little,tiny
  جديد,جديدة|جدید,تازه,نو|new
  قديم,قديمة|قدیمی,کهنه,کهن|old,ancient
  قوي,قوية|قوی,نیرومند|strong,powerful
  ضعيف|ضعیف|weak
  عال,مرتفع,أعلى|بالا,مرتفع,بلند|high,highest
  منخفض,أدنى|پایین,کم|low,lowest
  مهم,هام,أهمية|مهم,اهمیت|important,importance,significant,key
  خاص,خاصة|ویژه,خاص,خصوصی|special,private
  عام,عامة|عمومی,عام|public,general
  عالمي,العالم,عالم|جهانی,جهان,دنیا|world,global,worldwide
  دولي,دولية|بین‌المللی,بین المللی,بینالمللی|international
  إقليمي,منطقة,المنطقة|منطقه‌ای,منطقه ای,منطقه|regional,region
  محلي,محلية|محلی,داخلی|local,domestic
  أجنبي,أجنبية,أجانب,خارجي|خارجی,بیگانه|foreign,foreigner
  ثنائي,ثنائية|دوجانبه,دو جانبه|bilateral
  مشترك,مشتركة|مشترک|joint,shared,common
  متعدد الأطراف|چندجانبه,چندجانبه‌گرایی|multilateral
  رسمي,رسمية|رسمی|official,formal
  قانوني,شرعي|قانونی,مشروع|legal,legitimate
  غير قانوني,غير قانونية,غير شرعي|غیرقانونی,غیر قانونی|illegal,unlawful
  طبيعي,طبيعة|طبیعی,طبیعت|natural,nature
  صعب,صعوبة|دشوار,سخت,سختی|difficult,hard,difficulty
  أسود,سوداء|سیاه|black
  أبيض,بيضاء|سفید|white
  أحمر,حمراء|قرمز,سرخ|red
  أخضر,خضراء|سبز|green
  أزرق,زرقاء|آبی|blue
  أصفر|زرد|yellow
  برتقالي|نارنجی|orange
  شمال,شمالي|شمال,شمالی|north,northern
  جنوب,جنوبي|جنوب,جنوبی|south,southern
  شرق,شرقي|شرق,شرقی|east,eastern
  غرب,غربي|غرب,غربی|west,western
  وسط,مركزي|مرکزی,میانه,وسط|central,middle
  داخل|داخل,درون|inside,inner
  معلم,نصب تذكاري,تمثال|مجسمه,بنای یادبود|monument,statue,memorial
  سوق شعبي|بازارچه|bazaar
  باب,أبواب|در,دروازه|door,gate
  غرفة|اتاق|room,chamber
  أثاث|اثاثیه,مبلمان|furniture
  لباس,ملابس|لباس,پوشاک|clothes,clothing,dress,shirt
  قبعة|کلاه|hat,cap
  حقيبة|کیف,چمدان|bag,suitcase
  حجاب,نقاب|حجاب,روسری|hijab,veil,headscarf,burqa
  حجر|سنگ|stone,rock
  خشب|چوب|wood
  زجاج|شیشه|glass
  بلاستيك|پلاستیک|plastic
  ورق|کاغذ|paper
  لغة,لغات|زبان|language
  كلمة,كلمات|واژه,کلمه|word
  اسم,أسماء|نام,اسم|name
  صوت|صدا|voice,sound
  ضوء,نور|نور,روشنایی|light
  ظلام|تاریکی|dark,darkness
  حقل ألغام|میدان مین|minefield
  سجل,سجلات|پرونده,سوابق,ثبت|record,register,file
  وثيقة,وثائق,مستند,مستندات|سند,مدرک,اسناد|document,paper
  قائمة|فهرست,لیست|list
  علم,راية|پرچم|flag
  جثمان الشهيد|پیکر شهید|martyr body
  ندوة,ورشة عمل,منتدى|سمینار,کارگاه,مجمع,همایش|seminar,workshop,forum
  متطوع,متطوعين,تطوع|داوطلب,داوطلبان|volunteer
  مشروبات,مشروب|نوشیدنی|drink,beverage
  مكالمة,اتصال هاتفي|تماس تلفنی,تماس|phone call,call
  زبائن|ارباب رجوع|clientele
  اعتراف,اعترف|اعتراف,اذعان|confess,admit,confession,acknowledge
  اعتراف دبلوماسي,الاعتراف,تعترف|به رسمیت شناختن|recognise,recognize,recognition
  ترحيب,رحب,يرحب|خوشامد,استقبال|welcome
  تكريم|تجلیل,گرامیداشت|honour,honor,tribute
  سخرية,سخر|تمسخر,مسخره|mock,ridicule
  تنمر,ترهيب|قلدری,زورگویی|bullying,bully,intimidation
  مقاطعة|تحریم,بایکوت|boycott
  ديكتاتور|دیکتاتور|dictator
  ولاء|وفاداری|loyalty
  هوية|هویت|identity
  سمعة|شهرت,اعتبار|reputation
  ميراث,إرث|ارث,میراث|inheritance,legacy
  تجنب|اجتناب,پرهیز|avoid
  تعاطف|همدردی|sympathy
  إجبار,أجبر|اجبار,مجبور|force,forced,compel
  تخل,التخلي|کنار گذاشتن,رها|abandon,give up
  محاولة,يحاول|تلاش,کوشش|attempt,try,effort
  سعى,جهود|تلاش,مساعی|seek,effort
  حضور|حضور|attendance,presence
  غياب|غیبت|absence
  لعب,يلعب|بازی,بازی کرد|play
  قفز|پرش|jump,leap
  سقط,سقوط,يسقط|سقوط,افتادن|fall,topple
  صدم,صدمة,ضرب,ضربة|ضربه,برخورد|hit,strike,blow
  كسر,كسور|شکستن,شکستگی|break,fracture
  قطع|قطع,بریدن|cut,sever
  فتح|باز,گشودن|open
  مشى,سير|راه رفتن,پیاده‌روی,قدم زدن|walk
  جلس|نشستن|sit
  انتظر,انتظار|انتظار,صبر|wait
  تذكر|یادآوری,خاطره|remember,memory
  نسي|فراموشی|forget
  اختار,اختيار|انتخاب,گزینش|choose,choice,select,pick
  قاد|راند|drove
  مواجهة|مواجهه|face,encounter
  واجه,يواجه|روبه‌رو,مواجه|face,confront
  عانى,معاناة,يعاني|رنج,دچار|suffer,suffering
  تحمل|تحمل|bear,endure
  مراسل|خبرنگار,گزارشگر|correspondent
  رصد|رصد,مشاهده|observe,spot
  أكثر|بیشتر,بیش|more,most
  كل,جميع|همه,تمام|all,every
  وحيد|تنها|only,alone,sole
  ممكن,احتمال,محتمل|ممکن,احتمال,احتمالی|possible,possibility,likely,probable
  """#
