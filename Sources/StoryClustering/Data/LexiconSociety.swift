// SPDX-License-Identifier: Apache-2.0

/// Science, technology, education, culture and family: Arabic, Persian, English; commas part synonyms.
let lexiconSociety: String = #"""
  [word]
  # science, technology, telecommunications
  علم,علوم,علمي,علماء,عالم|علم,علوم,علمی,دانشمند,دانشمندان|science,scientific,scientist
  بحث,أبحاث,بحوث,باحث,باحثين,باحثون|پژوهش,تحقیق,پژوهشگر,پژوهشگران,محققان|research,researcher,study
  دراسة,دراسات|مطالعه,پژوهش|study
  تجربة,تجارب,اختبار|آزمایش,تجربه,آزمون|experiment,test,trial,experience
  مختبر,مختبرات,معمل|آزمایشگاه|laboratory,lab
  اكتشاف,اكتشف,يكتشف|کشف,اکتشاف|discover,discovery
  اختراع,ابتكار,مبتكر,مخترع|اختراع,نوآوری,مخترع|invention,innovation,inventor
  براءة اختراع|ثبت اختراع|patent
  تكنولوجيا,تقنية,تقنيات,تكنولوجي,تقني|فناوری,تکنولوژی,فن‌آوری,فناوری‌ها|technology,tech,technical
  تكنولوجيا المعلومات,تقنية المعلومات,تقنيات المعلومات|فناوری اطلاعات,فن آوری اطلاعات|information technology,ICT
  اتصالات,الاتصالات,سلكية ولاسلكية|ارتباطات,مخابرات,ارتباطی,مخابراتی|communications,telecommunications,telecom,telecommunication,telecoms
  [org]
  الاتحاد الدولي للاتصالات|اتحادیه بین‌المللی مخابرات,اتحادیه بین المللی مخابرات,اتحادیه جهانی مخابرات,اتحادیه جهانی ارتباطات,آی‌تی‌یو|ITU,international telecommunication union
  [word]
  ذكاء اصطناعي,الذكاء الاصطناعي|هوش مصنوعی|AI,artificial intelligence
  تعلم الآلة,تعلم آلي|یادگیری ماشین,یادگیری ماشینی|machine learning
  نموذج لغوي,نماذج لغوية|مدل زبانی,مدل‌های زبانی|language model
  روبوت,روبوتات|ربات,روبات|robot,robotics
  حاسوب,كمبيوتر,حواسيب|رایانه,کامپیوتر|computer,computing
  هاتف,هواتف,جوال|تلفن,گوشی,موبایل|phone,telephone,mobile,cellphone
  هاتف ذكي,هواتف ذكية|تلفن هوشمند,گوشی هوشمند|smartphone
  محمول,الهاتف المحمول|تلفن همراه,موبایل|mobile phone,cell phone,mobile
  تطبيق,تطبيقات|اپلیکیشن,برنامک,کاربرد|app,application
  برنامج,برامج,برمجيات,برمجة|نرم‌افزار,نرم افزار,برنامه|software,program,programme
  موقع,مواقع,موقع إلكتروني|وب‌سایت,سایت,وبسایت,پایگاه اینترنتی|website,site
  إنترنت,الإنترنت,انترنت|اینترنت,اینترنتی|internet,online,web
  إنترنت الأشياء|اینترنت اشیا,اینترنت اشیاء|internet of things,iot
  شبكة,شبكات,الشبكة|شبکه,شبکه‌ها|network
  شبكات التواصل,التواصل الاجتماعي,مواقع التواصل,وسائل التواصل الاجتماعي|شبکه‌های اجتماعی,شبکه های اجتماعی,رسانه‌های اجتماعی,شبکههای اجتماعی|social media,social network
  [org]
  فيسبوك,فيس بوك|فیس‌بوک,فیسبوک|facebook,meta
  [word]
  تويتر,تغريدة,غرد|توییتر,توئیتر,توییت,توئیت|twitter,tweet
  [org]
  إنستغرام,انستغرام|اینستاگرام|instagram
  واتساب,واتس اب|واتس‌اپ,واتساپ|whatsapp
  تلغرام,تيليغرام|تلگرام|telegram
  يوتيوب|یوتیوب|youtube
  غوغل,جوجل|گوگل|google
  أبل,آبل|اپل|apple
  أمازون|آمازون|amazon
  مايكروسوفت|مایکروسافت|microsoft
  سامسونغ,سامسونج|سامسونگ|samsung
  هواوي|هوآوی,هواوی|huawei
  تسلا|تسلا|tesla
  بوينغ|بوئینگ|boeing
  إيرباص|ایرباس|airbus
  ناسا|ناسا|nasa
  سبيس إكس|اسپیس‌ایکس,اسپیس ایکس|spacex
  ستارلينك|استارلینک|starlink
  [word]
  رقمي,رقمية|دیجیتال,دیجیتالی|digital
  التحول الرقمي|تحول دیجیتال|digital transformation
  الاقتصاد الرقمي|اقتصاد دیجیتال|digital economy
  الحكومة الإلكترونية,حكومة إلكترونية,الحكومة الذكية|دولت الکترونیک,دولت هوشمند|e-government,smart government,electronic government
  الفجوة الرقمية|شکاف دیجیتال|digital divide
  إلكتروني,إلكترونية,إلكترونيا|الکترونیک,الکترونیکی|electronic
  ذكي,ذكية|هوشمند|smart,intelligent
  بيانات,معطيات|داده,داده‌ها|data
  مركز بيانات,مراكز بيانات,مركز البيانات,مراكز البيانات|مرکز داده,دیتاسنتر,مراکز داده|data centre,data center,datacentre,datacenter
  معلومات|اطلاعات|information
  خصوصية|حریم خصوصی|privacy
  سيبراني,السيبرانية,الأمن السيبراني|سایبری,امنیت سایبری|cyber,cybersecurity
  هجوم سيبراني,هجوم إلكتروني,هجمات سيبرانية,هجمات إلكترونية|حمله سایبری,حملات سایبری|cyberattack,cyber attack
  قرصان,مخترق,هاكر,هكر,قراصنة,متسللين|هکر,هکرها,نفوذگر|hacker,hackers
  اختراق,تسلل,تسريب|هک,نفوذ,رخنه|hack,breach,intrusion
  تشفير|رمزنگاری,رمزگذاری|encryption
  برمجية خبيثة,فيروس الفدية|بدافزار,باج‌افزار|malware,ransomware
  كلمة المرور|رمز عبور,گذرواژه|password
  بنية تحتية,البنية التحتية,بنى تحتية|زیرساخت,زیرساخت‌ها,زیرساختی|infrastructure
  تردد,ترددات|فرکانس,فرکانسی|frequency
  طيف,الطيف|طیف|spectrum
  نطاق,حزمة|باند,پهنا|band,bandwidth
  نطاق عريض,النطاق العريض|پهن‌باند,پهن باند,پهنای باند|broadband
  ألياف,الألياف البصرية,الألياف الضوئية,ألياف ضوئية,فيبر|فیبر نوری,فیبر,نوری|fibre,fiber,fibre optic,fiber optic,optical fibre
  كابل,كابلات|کابل|cable
  كابل بحري|کابل دریایی,کابل زیردریایی|subsea cable,submarine cable,undersea cable
  الجيل الخامس|نسل پنجم,نسل پنج|5g,fifth generation
  الجيل الرابع|نسل چهارم|4g,LTE
  الجيل السادس|نسل ششم|6g
  مشغل,مشغلين|اپراتور,اپراتورها|operator,carrier
  مشترك,مشتركين,اشتراك|مشترک,مشترکان,اشتراک|subscriber,subscription
  هيئة,هيئة تنظيم,منظم|رگولاتوری,سازمان,هیئت,تنظیم مقررات|regulator,regulatory authority,authority
  تنظيم,تنظيمي,لوائح,لائحة|مقررات,آیین‌نامه,تنظیم|regulation,regulatory
  ترخيص,رخصة,تراخيص|مجوز,پروانه|licence,license,permit
  انقطاع,قطع,عطل|قطع,قطعی,اختلال,خاموشی|outage,disruption,cut,blackout
  خدمة,خدمات|خدمت,خدمات,سرویس|service
  منصة,منصات|سکو,پلتفرم|platform
  مستخدم,مستخدمين|کاربر,کاربران|user
  شريحة,رقاقة,رقائق,أشباه الموصلات|تراشه,ریزتراشه,نیمه‌هادی,نیمه رسانا|chip,semiconductor
  بطارية,بطاريات|باتری|battery
  شاشة|صفحه نمایش,نمایشگر|screen,display
  لعبة,ألعاب|بازی,بازی‌ها|game,gaming
  لعبة فيديو,ألعاب إلكترونية,ألعاب الفيديو|بازی ویدیویی,بازی رایانه‌ای,بازی‌های ویدئویی|video game
  سحابة,حوسبة سحابية,الحوسبة السحابية|رایانش ابری,ابری|cloud,cloud computing
  كمي,كمومي,حوسبة كمومية|کوانتوم,کوانتومی|quantum
  بلوكتشين|بلاکچین,زنجیره بلوکی|blockchain
  شركة ناشئة,شركات ناشئة,الشركات الناشئة|استارتاپ,استارت‌آپ,نوپا|startup,start-up
  قائم على المعرفة,القائمة على المعرفة|دانش‌بنیان,دانش بنیان,دانشبنیان|knowledge-based
  ابتكار,إبداع|نوآوری,خلاقیت|innovation,creativity
  معيار,معايير,مقاييس|استاندارد,معیار,ضوابط|standard,criterion
  حوكمة|حکمرانی|governance
  مهارة,مهارات|مهارت,مهارت‌ها|skill
  تنمية,تطوير,يطور,تنموي|توسعه,پیشرفت|development,develop
  تنمية مستدامة,التنمية المستدامة,مستدام|توسعه پایدار,پایدار|sustainable,sustainability
  فضاء,فضائي,فضائية|فضا,فضایی|space,spacecraft
  قمر صناعي,أقمار صناعية,الأقمار الصناعية,القمر الصناعي|ماهواره,ماهواره‌ای,ماهواره ای|satellite
  مدار|مدار|orbit
  إطلاق,أطلق,تطلق,يطلق|پرتاب,راه‌اندازی,رونمایی|launch,unveil,roll out
  صاروخ حامل,صاروخ|پرتابگر,ماهواره‌بر|launcher,rocket
  رائد فضاء,رواد الفضاء|فضانورد,فضانوردان|astronaut,cosmonaut
  كوكب,كواكب|سیاره,سیارات|planet
  مريخ,المريخ|مریخ|mars
  قمر,القمر|ماه,کره ماه|moon,lunar
  شمس,الشمس|خورشید|sun
  نجم,نجوم|ستاره,ستارگان|star
  مجرة,كون|کهکشان,کیهان|galaxy,universe
  تلسكوب|تلسکوپ|telescope
  كسوف,خسوف|خسوف,کسوف|eclipse
  نيزك,كويكب|شهاب‌سنگ,سیارک|meteor,asteroid
  فيزياء|فیزیک|physics
  كيمياء|شیمی|chemistry
  رياضيات|ریاضی,ریاضیات|mathematics
  أحياء,بيولوجيا|زیست‌شناسی,زیستی|biology,biological
  جين,جينات,جيني,وراثي|ژن,ژنتیک,ژنتیکی|gene,genetic,DNA
  خلية,خلايا|سلول,سلول‌ها,سلولهای|cell
  نانو|نانو|nano,nanotechnology
  هندسة,مهندس,مهندسين|مهندسی,مهندس,مهندسان|engineering,engineer
  آلة,آلات|ماشین,دستگاه|machine
  جهاز,أجهزة|دستگاه,تجهیزات|device,equipment,apparatus
  استشعار عن بعد,الاستشعار عن بعد|سنجش از دور,سنجشی|remote sensing,imaging
  خبير,خبراء|کارشناس,متخصص,کارشناسان,خبره|expert,specialist
  محلل,محللين,تحليل|تحلیلگر,تحلیل,تحلیل‌گر|analyst,analysis
  دمار شامل|کشتار جمعی|mass destruction
  # education and society
  تعليم,تعليمي|آموزش,آموزشی,آموزش و پرورش|education,educational,teaching
  تدريب,تدريبية,دورة,دورات|آموزش,کارگاه,دوره آموزشی|training,course,workshop
  مدرسة,مدارس,مدرسي|مدرسه,مدارس|school
  جامعة,جامعات,جامعي|دانشگاه,دانشگاه‌ها|university,college
  كلية,كليات|دانشکده,کالج|faculty,college
  طالب,طلاب,طالبات,طلبة|دانشجو,دانشجویان|student
  تلميذ,تلاميذ|دانش‌آموز,دانش آموز,دانش‌آموزان,دانش آموزان|pupil,schoolchildren,student
  معلم,معلمة,معلمين,مدرس|معلم,معلمان|teacher
  أستاذ,بروفيسور|استاد,پروفسور|professor
  امتحان,اختبارات,امتحانات|امتحان,کنکور,آزمون|exam,examination
  شهادة,درجة علمية|مدرک تحصیلی,گواهی|degree,diploma,certificate
  خريج,خريجين,تخرج|فارغ‌التحصیل,دانش‌آموخته|graduate,graduation
  منحة دراسية|بورسیه|scholarship
  كتاب,كتب|کتاب,کتاب‌ها|book
  مكتبة|کتابخانه|library
  كاتب,مؤلف,روائي|نویسنده|writer,author,novelist
  شاعر,شعر,قصيدة|شاعر,شعر|poet,poetry,poem
  رواية,قصة|رمان,داستان,قصه|novel,story,tale
  تاريخ,تاريخي|تاریخ,تاریخی|history,historic,historical
  آثار,أثري,أثرية|باستانی,باستان‌شناسی,آثار باستانی|archaeology,archaeological,antiquities,archaeologist
  تراث|میراث,میراث فرهنگی|heritage
  متحف,متاحف|موزه|museum
  ثقافة,ثقافي|فرهنگ,فرهنگی|culture,cultural
  فن,فنون,فني,فنان,فنانة,فنانين|هنر,هنری,هنرمند,هنرمندان|art,artist,artistic
  سينما,سينمائي|سینما,سینمایی|cinema
  فيلم,أفلام|فیلم,فیلم‌ها|film,movie
  مسرح,مسرحية|تئاتر,نمایش,نمایشنامه|theatre,theater,play
  ممثل,ممثلة|بازیگر,هنرپیشه|actor,actress
  مخرج|کارگردان|director
  مسلسل,مسلسلات|سریال|series,drama
  موسيقى,موسيقي|موسیقی|music,musical
  أغنية,أغاني|ترانه,آهنگ|song
  مغني,مغنية,مطرب|خواننده|singer
  ألبوم|آلبوم|album
  حفل,حفلة|کنسرت,جشن,مراسم,مهمانی|concert,party,ceremony
  مهرجان|جشنواره,فستیوال|festival
  معرض,معارض|نمایشگاه|exhibition,fair,expo
  جائزة,جوائز|جایزه,جوایز|award,prize
  أوسكار|اسکار|oscar
  نوبل,جائزة نوبل|نوبل,جایزه نوبل|nobel,nobel prize
  رسام,لوحة,لوحات|نقاش,نقاشی,تابلو|painter,painting
  صورة,صور,مصور|عکس,تصویر,عکاس|photo,picture,image,photograph,photographer
  فيديو,مقطع فيديو,تسجيل مصور|ویدیو,ویدئو,فیلم|video,footage
  موضة,أزياء|مد,فشن|fashion
  عرض,عروض|نمایش,عرضه,پیشنهاد|show,offer,display
  إعلام,إعلامي,وسائل الإعلام,وسائل إعلام|رسانه,رسانه‌ها,رسانه ای|media
  صحافة,صحفي,صحافي,صحفيين,صحافيين|روزنامه‌نگار,خبرنگار,مطبوعات,خبرنگاران|journalist,press,reporter,journalism
  صحيفة,صحف,جريدة|روزنامه|newspaper,daily
  مجلة|مجله,نشریه|magazine,journal
  تلفزيون,تلفزيوني,التلفاز|تلویزیون,صدا و سیما|television,TV,broadcaster
  إذاعة,راديو|رادیو|radio
  وكالة أنباء,وكالة الأنباء|خبرگزاری|news agency
  وكالة,وكالات|آژانس,سازمان,نمایندگی|agency
  تقرير,تقارير|گزارش|report
  مقابلة,حوار صحفي|مصاحبه,گفت‌وگو|interview
  إعلان,إعلانات|آگهی,تبلیغات,تبلیغ|advertisement,advertising,ad,ads,advert
  دعاية|تبلیغات,پروپاگاندا|propaganda
  شائعة,شائعات|شایعه|rumour,rumor
  استطلاع,استطلاع رأي,استبيان|نظرسنجی|poll,survey
  إحصاء,إحصائية,إحصاءات|آمار|statistics,census,figure
  نسبة,بالمئة,بالمائة,في المئة,في المائة|درصد|percent,per cent,percentage
  مجتمع,اجتماعي|جامعه,اجتماعی|society,community,social
  أسرة,عائلة,عائلات,أسر,عائلي|خانواده,خانواده‌ها,خانوادگی|family,household
  والد,أب,والده|پدر|father,dad
  والدة,أم,والدته|مادر|mother,mum,mom
  والدين,آباء,والديهم|والدین,پدر و مادر,اولیا|parent
  ابن,أبناء,نجل|پسر,فرزند,فرزندان|son
  ابنة,بنت|دختر|daughter
  أخ,شقيق,إخوة|برادر,برادران|brother
  أخت,شقيقة|خواهر|sister
  زوج,زوجين|شوهر,همسر,زوج|husband,couple,spouse
  زوجة|همسر,زن|wife
  زواج,زفاف,تزوج|ازدواج,عروسی|marriage,wedding,marry
  طلاق|طلاق|divorce
  طفل,أطفال,طفولة|کودک,کودکان,بچه,خردسال|child,children,kid
  طفلة,فتاة,فتيات|دختر,دختربچه|girl
  صبي,فتى,غلام|پسر,پسربچه|boy
  رضيع|نوزاد,شیرخوار|baby,infant
  مراهق,مراهقين|نوجوان,نوجوانان|teenager,teenage,adolescent,teen
  شاب,شباب,شابة|جوان,جوانان|young,youth
  رجل,رجال|مرد,مردان|man,men
  امرأة,نساء,سيدة,سيدات|زن,زنان,بانو,بانوان|woman,women,lady
  صديق,أصدقاء|دوست,دوستان|friend
  جار,جيران,مجاور|همسایه,همسایگان,مجاور|neighbour,neighbor,neighbouring
  مشهور,مشاهير|سلبریتی,مشهور,چهره‌ها|celebrity,famous
  سكان,سكاني,أهالي|جمعیت,ساکنان,اهالی|population,resident,inhabitant
  حياة,معيشة|زندگی,معیشت|life,living
  موت,الموت|مرگ|death
  جنازة,تشييع,دفن|تشییع,خاکسپاری,تدفین|funeral,burial,bury
  دين,ديني|دین,مذهب,مذهبی,دینی|religion,religious
  إسلام,إسلامي,مسلم,مسلمين,مسلمون|اسلام,اسلامی,مسلمان,مسلمانان|islam,islamic,muslim
  مسيحي,مسيحية,مسيحيين|مسیحی,مسیحیت|christian,christianity
  يهود,يهودي|یهودی,یهود|jew,jewish
  كنيسة,كنائس|کلیسا|church
  كاثوليك,كاثوليكي,كاثوليكية|کاتولیک|catholic
  مسجد,مساجد,جامع|مسجد,مساجد|mosque
  بابا,الفاتيكان,بابا الفاتيكان|پاپ,واتیکان|pope,vatican
  قس,كاهن,أسقف,رجل دين|کشیش,اسقف,روحانی|priest,bishop,cleric
  إمام,أئمة|امام|imam
  آية الله|آیت‌الله,آیت الله|ayatollah
  شيعة,شيعي|شیعه,شیعیان|shia,shiite
  سنة,سني|سنی,اهل سنت|sunni
  حج,حجاج,حاج|حج,حجاج,زائران|hajj,pilgrimage
  عمرة,معتمرين|عمره|umrah
  رمضان,شهر رمضان|رمضان,ماه رمضان|ramadan
  صوم,صيام,صائم|روزه,روزه‌داری|fasting
  صلاة|نماز|prayer
  قرآن,القرآن|قرآن,قرآنی|quran,koran
  أربعين|اربعین|arbaeen
  عاشوراء,محرم|عاشورا,محرم|ashura,muharram
  عيد,الفطر,الأضحى|عید,عید فطر,عید قربان|eid
  نوروز,النوروز|نوروز|nowruz
  عيد الميلاد,كريسماس|کریسمس|christmas
  عطلة,إجازة|تعطیلات,تعطیل,مرخصی|holiday,vacation,leave
  احتفال,احتفالات,يحتفل|جشن,بزرگداشت|celebration,celebrate
  ذكرى,الذكرى السنوية|سالگرد,سالروز|anniversary
  """#
