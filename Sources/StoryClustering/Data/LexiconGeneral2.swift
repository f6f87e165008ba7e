// SPDX-License-Identifier: Apache-2.0

/// More general vocabulary of reports: Arabic, Persian, English; commas part synonyms.
let lexiconGeneral2: String = #"""
  [word]
  # more general vocabulary of reports
  مراهنة,قمار|قمار,شرط‌بندی|gambling,bet,casino
  سحب,قرعة|قرعه‌کشی|lottery,draw lots
  ملحق|وابسته|attache
  ولادة طبيعية|زایمان طبیعی|natural birth
  منحدر,سفح|شیب,دامنه|slope
  حادث سير,حوادث السير|سانحه رانندگی,تصادف رانندگی|road accident,traffic accident,car crash
  محطة فضائية,محطة الفضاء|ایستگاه فضایی|space station
  ازدحام,زحام|ترافیک,ازدحام|traffic jam,congestion
  مروري,مرور|ترافیکی|traffic
  بؤرة|کانون|hotspot,epicentre
  مأوى,ملجأ|پناهگاه|shelter
  جوع,مجاعة|گرسنگی,قحطی|hunger,famine,starvation
  عطش|تشنگی|thirst
  إعادة إعمار,إعادة بناء|بازسازی|reconstruction,rebuild
  ترميم|مرمت,بازسازی|restoration,renovation,repair
  صيانة|تعمیر,نگهداری|maintenance,repair
  ميزة,مزايا|مزیت,امتیاز|advantage,feature,benefit
  فائدة,فوائد|فایده,منفعت|benefit
  عيب|عیب,نقص|defect,flaw
  جودة|کیفیت|quality
  كمية|مقدار,کمیت|quantity,amount
  معدل|میانگین,نرخ,متوسط|average,rate
  مستوى,مستويات|سطح|level,standard
  حد,حدود|حد,سقف|limit,cap
  ذروة|اوج|peak
  أساس,أساسي|اساس,پایه,اساسی|basis,basic,fundamental,base
  محور,محاور|محور|axis,theme
  موضوع,مواضيع|موضوع|topic,subject
  جدول أعمال,أجندة|دستور کار|agenda
  جانب,هامش|حاشیه,جانب|sideline,side,margin
  إطار|چارچوب|framework
  مجال,مجالات|حوزه,زمینه,عرصه|field,area,domain
  مرحلة,مراحل|مرحله|phase,stage
  خطوة,خطوات|گام,قدم|step,move
  إجراء,إجراءات,تدبير|اقدام,اقدامات,تدبیر|measure,action,procedure
  حالة,حالات|مورد,حالت,وضعیت|case,state,condition
  وضع,أوضاع,ظروف|وضعیت,شرایط|situation,circumstance,conditions
  مثال,نموذج|نمونه,الگو|example,model
  مصدر,مصادر|منبع,منابع|source
  مورد,موارد|منابع|resource
  مصلحة,مصالح|منافع,مصلحت|interest
  مكافأة|پاداش|reward,bonus
  هدية,هدايا|هدیه|gift,present
  رمز,رموز|نماد,رمز|symbol,code
  تقليد,تقاليد,تقليدي|سنت,سنتی|tradition,traditional
  حديث,عصري|مدرن,نوین|modern
  مؤقت|موقت|temporary,interim
  دائم|دائمی,دائم|permanent
  طارئ|فوری,اضطراری|urgent
  فوري|فوری|immediate
  سنوي|سالانه|annual
  تدريجي|تدریجی|gradual
  مباشر|مستقیم|direct,live
  كامل,شامل|کامل,جامع,فراگیر|full,complete,comprehensive
  جزئي|جزئی|partial
  شديد,حاد|شدید,حاد|severe,intense,acute
  عنيف|خشن,شدید|violent,fierce
  بطيء|کند,آهسته|slow
  مجاني|رایگان|free of charge
  غال,باهظ|گران|expensive
  رخيص|ارزان|cheap,affordable
  فارغ,خالي|خالی|empty
  ممتلئ,مليء|پر|full
  مفتوح|باز|open
  مغلق|بسته|closed
  جاهز,مستعد,استعداد|آماده,آمادگی|ready,readiness,prepared,preparation
  قادر,قدرة,قدرات|توان,توانایی,ظرفیت|ability,able,capability,capacity
  عاجز|ناتوان|unable
  غريب|عجیب|strange
  معروف|معروف,شناخته‌شده|known,well-known
  مجهول|ناشناس|unknown
  واضح|روشن,واضح,آشکار|clear,obvious
  غامض|مبهم|vague
  جميل|زیبا|beautiful
  قبيح|زشت|ugly
  ثقيل|سنگین|heavy
  خفيف|سبک|light
  عميق|عمیق,ژرف|deep
  واسع|گسترده,وسیع|wide,vast,broad
  طويل|بلند,طولانی|long,lengthy,tall
  قصير|کوتاه|short,brief
  قريب|نزدیک|near,close
  بعيد|دور|far,distant
  مبكر|زودهنگام|early
  متأخر|دیرهنگام,دیر|late
  محترف|حرفه‌ای|professional
  هاو|آماتور|amateur
  نقاش,جدل,جدلي,مثير للجدل|جنجالی,بحث‌برانگیز,مناقشه‌برانگیز|controversial,controversy
  متنازع عليه|مورد مناقشه|disputed
  إجماع|اجماع|consensus
  تسوية|مصالحه,سازش|compromise,settlement
  وساطة,وسيط|میانجیگری,میانجی|mediation,mediator
  ضمان,ضمانات|تضمین,ضمانت|guarantee
  شرط,شروط|شرط,شروط|condition,clause
  التزام|تعهد,پایبندی|commitment,obligation
  انتهاك,خرق,مخالفة|نقض,تخلف|violation,breach,infringement
  فرض|تحمیل,وضع|impose
  رفع العقوبات|رفع تحریم,لغو تحریم|lifting sanctions
  انتقال,نقل|انتقال,جابجایی|move,transfer,relocate
  تسليم|تحویل,تسلیم|deliver,delivery,hand over,surrender
  تلقى,يتلقى,حصل,حصول|دریافت,کسب|receive,obtain,get
  أرسل,إرسال|ارسال,اعزام|send,dispatch
  جمع|جمع‌آوری,گردآوری|collect,gather
  توزيع|توزیع|distribution,distribute
  تخزين,مخزون|ذخیره,ذخیره‌سازی,انبار|storage,stockpile,store
  إضرار|آسیب|harm
  تجميد|مسدود کردن,بلوکه|freeze
  مصادرة|مصادره,توقیف|confiscate,seize,seizure
  ملكية,يملك,مالك|مالکیت,مالک,صاحب|own,owner,ownership
  إيجار,استئجار|اجاره|rent,lease
  حراثة|شخم|plough
  صياد|صیاد,شکارچی|hunter,fisherman
  صيد|شکار|hunt,hunting
  حارس أمن|نگهبان امنیتی|security guard
  خادم|خدمتکار|servant,maid
  طباخ|آشپز,سرآشپز|chef,cook
  مترجم,ترجمة|مترجم,ترجمه|translator,translation
  مؤرخ|مورخ|historian
  فيلسوف,فلسفة|فیلسوف,فلسفه|philosopher,philosophy
  عالم نفس,علم النفس|روان‌شناس,روانشناسی|psychologist,psychology
  ناقد,نقاد|منتقد|critic
  راقص,رقص|رقص,رقصنده|dance,dancer
  كوميدي,كوميديا|کمدی,کمدین|comedy,comedian
  نكتة|شوخی,لطیفه|joke
  مضيف,مقدم البرنامج,مذيع|مجری,گوینده|presenter,host,anchor
  مراسلة|مکاتبه|correspondence
  ضيف,ضيوف|مهمان,میهمان|guest
  زائر|بازدیدکننده|visitor
  بطل الرواية|شخصیت|character
  طابع,طوابع|تمبر|stamp
  برق جوي|آذرخش|lightning
  عمود,أعمدة|ستون|column,pillar
  سقف|سقف|roof,ceiling
  جدار,حائط,سور|دیوار|wall
  نافذة|پنجره|window
  أرضية|کف|floor
  طابق,طوابق|طبقه|storey,floor
  مصعد|آسانسور|lift,elevator
  سلم,درج|پله,نردبان|stairs,ladder
  مفتاح|کلید|key
  ساعة يد|ساعت مچی|watch
  مجوهرات,ألماس|جواهرات,الماس|jewellery,jewelry,diamond
  سوار,عقد|دستبند,گردنبند|bracelet,necklace
  كرسي|صندلی|chair,seat
  مقعد,مقاعد|کرسی,صندلی|seat
  طاولة|میز|table
  سرير|تخت|bed
  مطبخ|آشپزخانه|kitchen
  حمام|حمام,دستشویی|bathroom,toilet
  وقود نووي|سوخت هسته‌ای|nuclear fuel
  منطاد,بالون|بالن|balloon
  غطس,غوص,غواص|غواصی,غواص,شیرجه|diving,dive,diver
  تسلق|کوهنوردی,صعود|climbing,climber,mountaineer
  مخيم,تخييم|اردوگاه,چادر,کمپ|camp,camping
  خيمة,خيام|چادر|tent
  رهان|شرط|bet
  لقطة,لقطات|صحنه,تصاویر|scene,footage,clip
  مشهد|صحنه|scene
  حشد|جمعیت,تجمع|crowd,mob
  موكب|کاروان,رژه|convoy,procession
  عرض عسكري|رژه نظامی|parade,military parade
  قافلة|کاروان|convoy,caravan
  دورية|گشت,گشت‌زنی|patrol
  نقطة تفتيش,حاجز|ایست بازرسی|checkpoint
  أسلاك|سیم|wire
  سياج|حصار,نرده|fence
  برميل بارود|بشکه باروت|powder keg
  ذخيرة|مهمات|ammunition,munition
  متفجرات|مواد منفجره|explosives
  قناص|تک‌تیرانداز|sniper
  دروع|سپر,زره|shield,armour
  بيانات شخصية|اطلاعات شخصی|personal data
  حساب,حسابات|حساب,حساب کاربری|account
  مزيف,زائف,وهمي|جعلی,قلابی,ساختگی|fake,forged,bogus
  أخبار كاذبة,أخبار مزيفة|اخبار جعلی,خبر جعلی|fake news
  خبر,أخبار|خبر,اخبار|news
  عنوان,عناوين|تیتر,عنوان,نشانی|headline,address
  سؤال,أسئلة|پرسش,سوال|question
  جواب,رد,إجابة,يرد|پاسخ,جواب|answer,response,reply,respond
  انتقام,ثأر|انتقام,تلافی|revenge,retaliation,retaliate,reprisal
  ردع|بازدارندگی|deterrence,deter
  تجاوز|تجاوز,تعدی|aggression
  استفزاز|تحریک‌آمیز,تحریک|provocation,provoke
  عدو,أعداء|دشمن,دشمنان|enemy
  حليف,حلفاء|متحد,متحدان,همپیمان|ally
  خصم,خصوم|رقیب,حریف|opponent,adversary
  ضد|ضد,علیه|against,anti
  صيني الصنع|ساخت چین|made in china
  مواليد جدد|نوزادان|newborns
  ميل,توجه|گرایش|tendency,trend
  موجة|موج|wave
  سلسلة|مجموعه,زنجیره|series,chain,string
  مجموعة,مجموعات|گروه,مجموعه|group,set,collection
  زوج من|جفت|pair
  فئة,فئات|دسته,طبقه|category,class
  طبقة|لایه,طبقه|layer,class
  حجم|حجم,اندازه|size,volume
  شكل,أشكال|شکل|shape,form
  لون,ألوان|رنگ|colour,color
  طعم,مذاق|طعم,مزه|taste,flavour
  رائحة|بو|smell
  ألم,وجع|درد|pain
  حساسية|آلرژی,حساسیت|allergy,sensitivity
  أعراض|علائم|symptom
  حجر صحي|قرنطینه|quarantine
  إغلاق عام|قرنطینه سراسری|lockdown
  كمامة,كمامات|ماسک|mask
  متلازمة|سندرم|syndrome
  هرمون|هورمون|hormone
  بكتيريا|باکتری|bacteria
  مضاد حيوي,مضادات حيوية|آنتی‌بیوتیک|antibiotic
  فيتامين|ویتامین|vitamin
  بروتين|پروتئین|protein
  دهون,كوليسترول|چربی,کلسترول|fat,cholesterol
  ضغط الدم|فشار خون|blood pressure
  مستحضرات تجميل,تجميل|آرایشی,زیبایی|cosmetic,beauty
  عطر|عطر|perfume
  شعر|مو|hair
  ذاكرة|حافظه|memory
  سلوك|رفتار|behaviour,behavior,conduct
  عادة,عادات|عادت|habit
  شخصية,شخصي|شخصیت,شخصی|personality,personal
  خبرة|تجربه,تخصص|expertise,experience
  موهبة,موهوب|استعداد|talent
  عبقري|نابغه|genius
  بطولي|قهرمانانه|heroic
  شجاع,شجاعة|شجاع,شجاعت|brave,courage
  خوف,خائف|ترس|fear,scared
  رعب|وحشت|horror,panic
  عار|شرم|shame
  ذنب,مذنب|گناه,گناهکار,مجرم|guilt,guilty
  بريء,براءة|بی‌گناه,تبرئه|innocent,innocence,acquit
  مشروع قرار|پیش‌نویس قطعنامه|draft resolution
  مسودة|پیش‌نویس|draft
  نسخة|نسخه|copy,version
  طبعة|چاپ|edition,print
  صفحة|صفحه|page
  فصل دراسي|ترم,نیمسال|semester
  روضة,حضانة|مهدکودک|kindergarten,nursery
  واجب منزلي|تکلیف|homework
  منهج,مناهج|برنامه درسی|curriculum
  محو الأمية,أمية|سواد,بی‌سوادی|literacy,illiteracy
  لغة أم|زبان مادری|mother tongue
  مقبرة,قبر|گورستان,قبر,آرامگاه|cemetery,grave,tomb
  ملك عام|عمومی|public property
  بلدة|شهرک|town
  حي,أحياء|محله|neighbourhood,neighborhood,district
  ضاحية|حومه|suburb
  مستوطنة,مستوطنات,مستوطنين,استيطان|شهرک‌سازی,شهرک‌نشین,شهرکنشینان|settlement,settler
  ميدان,ساحة|میدان|square
  مجمع|مجتمع|complex
  ثكنة|پادگان|barracks
  مخزن,مستودع|انبار,مخزن|warehouse,depot
  مرفأ|بندرگاه|harbour
  رصيف|اسکله,سکو|pier,dock,platform
  مدرج|باند فرودگاه|runway
  هبوط,هبط|فرود|landing,land
  إقلاع|برخاستن|take-off,takeoff
  تأخير|تأخیر|delay
  تذكرة,تذاكر|بلیت,بلیط|ticket
  مخرج طوارئ|خروج اضطراری|emergency exit
  مقطورة|تریلر|trailer
  صفقة,صفقات|معامله,قرارداد|deal,transaction
  اندماج,دمج|ادغام|merger,merge
  استحواذ|تملک,تصاحب|takeover,acquisition
  حصة,حصص|سهم,سهمیه|share,stake,quota
  هامش ربح|حاشیه سود|margin
  بطالة مقنعة|بیکاری پنهان|underemployment
  تقشف|ریاضت اقتصادی|austerity
  دعم حكومي|یارانه|subsidy
  خصخصة|خصوصی‌سازی|privatisation,privatization
  احتكار|انحصار|monopoly
  غلاء|گرانی|high prices
  نقص|کمبود|shortage,lack
  وفرة|وفور|abundance
  إمداد,إمدادات|تأمین,عرضه|supply
  طلب|تقاضا|demand
  سلسلة التوريد|زنجیره تأمین|supply chain
  علامة تجارية,ماركة|برند,نشان تجاری|brand,trademark
  تسويق|بازاریابی|marketing
  إفطار|افطار,صبحانه|breakfast,iftar
  غداء|ناهار|lunch
  عشاء|شام|dinner
  وليمة|ضیافت|banquet,feast
  حلويات,شوكولاتة|شیرینی,شکلات|sweets,chocolate,candy
  بيتزا|پیتزا|pizza
  قارة|قاره|continent
  كوكب الأرض|کره زمین|planet earth
  قطب,القطب الشمالي,القطب الجنوبي|قطب,قطب شمال,قطب جنوب|pole,arctic,antarctic
  استوائي|گرمسیری,استوایی|tropical
  عذب|شیرین|freshwater
  سطح البحر|سطح دریا|sea level
  طاقة الرياح|انرژی بادی|wind power
  هيدروجين|هیدروژن|hydrogen
  أكسجين|اکسیژن|oxygen
  ليثيوم|لیتیوم|lithium
  إشعاع,إشعاعي|تشعشع,رادیواکتیو|radiation,radioactive
  تسرب|نشت,نشتی|leak,spill
  مبيدات|آفت‌کش,سموم|pesticide
  بذور|بذر|seed
  ري|آبیاری|irrigation
  آفة|آفت|pest
  انقراض,مهدد بالانقراض|انقراض,در معرض انقراض|extinction,endangered
  محمية|منطقه حفاظت‌شده|reserve,sanctuary
  حديقة حيوان|باغ وحش|zoo
  ديناصور|دایناسور|dinosaur
  أحفورة,حفريات|فسیل|fossil
  مومياء|مومیایی|mummy
  هرم,أهرامات|هرم,اهرام|pyramid
  عصر,عصور|عصر,دوران|era,age
  حضارة|تمدن|civilisation,civilization
  إمبراطورية,إمبراطور|امپراتوری,امپراتور|empire,emperor
  استعمار|استعمار|colonial,colonialism
  عبودية|برده‌داری|slavery,slave
  فاشية,نازي,نازية|نازی,فاشیسم|nazi,fascism,fascist
  شيوعي,شيوعية|کمونیست,کمونیسم|communist,communism
  اشتراكي|سوسیالیست|socialist
  رأسمالية|سرمایه‌داری|capitalism
  علماني|سکولار|secular
  نسوية|فمینیست,فمینیسم|feminist,feminism
  مثلي,مثليين|همجنس‌گرا,همجنسگرا|gay,homosexual,lgbt
  متحول جنسيا|تراجنسیتی,ترنسجندر|transgender
  عرق,عرقي|نژاد,قومی,نژادی|race,ethnic,racial
  هجوم مسلح|حمله مسلحانه|armed attack
  هجوم بسيارة|حمله با خودرو|car attack,ramming
  محل سكن|محل سکونت|residence
  إقامة|اقامت|residency,stay
  مأدبة|سور|banquet
  سن التقاعد|سن بازنشستگی|retirement age
  معاق ذهنيا|معلول ذهنی|mentally disabled
  رعاية|مراقبت|care
  رعاية صحية,الرعاية الصحية|مراقبت بهداشتی,خدمات درمانی|health care,healthcare
  دار رعاية|خانه سالمندان|nursing home,care home
  حاضنة|مربی کودک|nanny
  تبن|فرزندخواندگی|adoption
  يتيم,أيتام|یتیم,یتیمان|orphan
  توأم|دوقلو|twin
  جد,جدة|پدربزرگ,مادربزرگ|grandfather,grandmother,grandparent
  حفيد|نوه|grandson,grandchild
  خطوبة|نامزدی|engagement
  حبيب,صديقها|دوست‌پسر,نامزد|boyfriend
  حبيبة,صديقته|دوست‌دختر|girlfriend
  أرملة|بیوه|widow
  زميل,زملاء|همکار,همکاران|colleague
  رفيق|همراه|companion
  شريك السكن|هم‌خانه|roommate,flatmate
  زبون مطعم|مشتری رستوران|diner
  حفر,تنقيب|حفاری,کاوش|drilling,excavation,dig
  بئر|چاه|well
  كهف|غار|cave
  وادي|دره|valley
  تل|تپه|hill
  شلال|آبشار|waterfall
  مستنقع|تالاب,باتلاق|wetland,swamp
  هور|هور,تالاب|marsh
  مد وجزر|جزر و مد|tide
  """#
