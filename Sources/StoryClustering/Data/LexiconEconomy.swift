// SPDX-License-Identifier: Apache-2.0

/// Economy, transport, nature, disasters and health: Arabic, Persian, English; commas part synonyms.
let lexiconEconomy: String = #"""
  [word]
  # economy and trade
  اقتصاد,اقتصادي|اقتصاد,اقتصادی|economy,economic,economist
  سوق,أسواق|بازار,بازارها|market
  سعر,أسعار|قیمت,نرخ,بها|price,cost,rate
  سعر الصرف,صرف العملات|نرخ ارز|exchange rate
  عملة,عملات,نقد أجنبي|ارز,پول|currency
  دولار,الدولار|دلار|dollar,usd
  يورو|یورو|euro
  جنيه استرليني,استرليني|پوند|pound,sterling
  ريال,ريالات|ریال|riyal,rial
  درهم|درهم|dirham
  دينار|دینار|dinar
  تومان|تومان|toman
  بيتكوين,عملة رقمية,عملات رقمية|بیت‌کوین,بیتکوین,رمزارز,ارز دیجیتال|bitcoin,cryptocurrency
  ذهب,الذهب|طلا|gold
  فضة|نقره|silver
  معدن,معادن,منجم,مناجم,تعدين|معدن,معادن,فلز|metal,mine,mining,mineral,miner
  نحاس|مس|copper
  حديد,صلب,فولاذ|آهن,فولاد|iron,steel
  فحم|زغال‌سنگ,زغال سنگ|coal
  نفط,نفطي,النفط|نفت,نفتی|oil,petroleum
  خام,برميل,براميل|نفت خام,بشکه|crude,barrel
  غاز,الغاز|گاز|gas
  بنزين,وقود,محروقات|بنزین,سوخت|petrol,gasoline,fuel
  ديزل|گازوئیل,دیزل|diesel
  بتروكيماويات,بتروكيميائية|پتروشیمی|petrochemical
  مصفاة,تكرير,مصافي|پالایشگاه|refinery
  خط أنابيب,أنابيب|خط لوله|pipeline
  حقل,حقول|میدان,میادین|field
  طاقة,الطاقة|انرژی|energy
  كهرباء,كهربائي,كهربائية|برق,الکتریکی|electricity,electric,power,electrical
  محطة,محطات|ایستگاه,نیروگاه|station,plant
  محطة نووية,مفاعل|نیروگاه هسته‌ای,نیروگاه اتمی,رآکتور|nuclear plant,nuclear power plant,reactor
  طاقة متجددة,الطاقة المتجددة,الطاقة الشمسية,شمسي|انرژی تجدیدپذیر,تجدیدپذیر,خورشیدی|renewable,solar,renewables
  بنك,بنوك,مصرف,مصارف,مصرفي|بانک,بانک‌ها,بانکی|bank,banking,banker
  بنك مركزي,البنك المركزي,المصرف المركزي|بانک مرکزی|central bank
  الاحتياطي الفيدرالي|فدرال رزرو|federal reserve,fed
  فائدة,أسعار الفائدة,سعر الفائدة|نرخ بهره,سود بانکی,بهره|interest rate,interest
  تضخم,التضخم|تورم|inflation
  ركود|رکود|recession,downturn
  نمو,ينمو,النمو|رشد,رشد اقتصادی|growth,grow
  الناتج المحلي,إجمالي الناتج المحلي|تولید ناخالص داخلی|GDP,gross domestic product
  بطالة,عاطل,عاطلين|بیکاری,بیکار|unemployment,jobless,unemployed
  وظيفة,وظائف,توظيف,عمل|شغل,اشتغال,کار,استخدام|job,employment,work,hiring
  عامل,عمال,عمالة,عمالي|کارگر,کارگران|worker,labour,labor
  نقابة,نقابات,اتحاد العمال|اتحادیه کارگری,سندیکا|trade union,union
  راتب,رواتب,أجور,أجر,مرتبات|حقوق,دستمزد|salary,wage,pay
  معاش,تقاعد,متقاعد,متقاعدين|بازنشستگی,بازنشسته,بازنشستگان,مستمری|pension,retirement,retire,retiree
  ميزانية,موازنة|بودجه|budget
  ضريبة,ضرائب,ضريبي|مالیات,مالیاتی|tax,taxation,taxpayer
  رسوم,تعرفة,رسوم جمركية|تعرفه,عوارض|tariff,duty,fee
  جمارك,جمركي|گمرک,گمرکی|customs
  دين,ديون,قرض,قروض|بدهی,وام|debt,loan
  عجز|کسری,کسری بودجه|deficit
  فائض|مازاد|surplus
  استثمار,استثمارات,مستثمر,مستثمرين,يستثمر|سرمایه‌گذاری,سرمایه گذاری,سرمایهگذاری,سرمایه‌گذار,سرمایه‌گذاران|investment,invest,investor
  رأس المال,رأسمال|سرمایه|capital
  صندوق,صناديق|صندوق|fund
  بورصة,أسهم,سهم,الأسهم|بورس,سهام,سهم|stock,share,shares,stock exchange,equity
  مؤشر|شاخص|index,indicator
  سندات|اوراق قرضه,اوراق|bond
  ربح,أرباح|سود|profit,earnings
  خسارة,خسائر,خسر|زیان,ضرر,خسارت|loss,losses
  إيرادات,عائدات,دخل|درآمد,عایدات|revenue,income,proceeds
  إفلاس|ورشکستگی,ورشکسته|bankruptcy,bankrupt
  شركة,شركات|شرکت,شرکت‌ها,کمپانی|company,firm,corporation
  مؤسسة,مؤسسات|موسسه,مؤسسه,نهاد,بنیاد|institution,foundation,institute
  رئيس تنفيذي,الرئيس التنفيذي,المدير التنفيذي|مدیرعامل,مدیر عامل|chief executive,CEO
  مدير,مدير عام,مدراء,إدارة|مدیر,مدیرکل,مدیران,مدیریت|director,manager,management
  مجلس الإدارة,مجلس إدارة|هیئت مدیره,هیأت مدیره|board of directors,board
  أعمال,رجال الأعمال,رجل أعمال|کسب و کار,کسب‌وکار,بازرگان,تاجر|business,businessman,entrepreneur
  تجارة,تجاري,تجارية|تجارت,بازرگانی,تجاری|trade,commerce,commercial
  تجارة إلكترونية,التجارة الإلكترونية|تجارت الکترونیک|e-commerce
  صادرات,تصدير,يصدر|صادرات,صادر|export
  واردات,استيراد|واردات,وارد|import
  بضائع,سلع,بضاعة,سلعة|کالا,کالاها|goods,commodity
  منتج,منتجات,إنتاج,ينتج|محصول,محصولات,تولید,تولیدکننده|product,production,produce,producer,output
  صناعة,صناعي,صناعات|صنعت,صنعتی,صنایع|industry,industrial
  مصنع,مصانع|کارخانه|factory
  زراعة,زراعي,مزارع,مزارعين|کشاورزی,کشاورز,کشاورزان|agriculture,farm,farmer,agricultural
  محصول,محاصيل,حصاد|محصول کشاورزی,برداشت|crop,harvest
  قمح|گندم|wheat
  أرز,الأرز|برنج|rice
  تمر,تمور|خرما|date palm
  عقار,عقارات,عقاري|املاک,مسکن|real estate,property
  إسكان,سكن,سكني,سكنية|مسکن,مسکونی|housing,residential
  منزل,بيت,منازل,بيوت|خانه,منزل|house,home
  شقة,شقق|آپارتمان|flat,apartment
  مبنى,مبان,مباني,بناء|ساختمان|building,construction
  برج,أبراج|برج|tower
  مشروع,مشاريع|پروژه,طرح|project
  مقاول,عقد,عقود|قرارداد,پیمانکار|contract,contractor
  مناقصة,مزاد,مزايدة|مزایده,مناقصه,حراج|tender,auction,bid
  شراء,مشتريات,يشتري|خرید|buy,purchase,acquire,acquisition
  بيع,مبيعات,يبيع,باع|فروش|sale,sell,sold
  متجر,متاجر,محل,محلات|فروشگاه,مغازه|store,shop,retailer
  تسوق|خرید|shopping
  مستهلك,استهلاك,مستهلكين|مصرف,مصرف‌کننده,مصرف‌کنندگان|consumer,consumption
  زبون,عميل,عملاء,زبائن|مشتری,مشتریان|customer,client
  تأمين|بیمه|insurance
  تأمين صحي,التأمين الصحي|بیمه سلامت,بیمه درمانی|health insurance
  فقر,فقير,فقراء|فقر,فقیر|poverty,poor
  ثروة,غني,أثرياء,ثري,ملياردير|ثروت,ثروتمند,میلیاردر|wealth,rich,billionaire
  مال,أموال,مالي,تمويل|پول,مالی,تأمین مالی|money,finance,financial,financing
  إنفاق,ينفق|هزینه,مخارج|spending,spend,expenditure
  توفير,مدخرات,ادخار|پس‌انداز|savings,save
  تبرع,تبرعات,متبرع|اهدا,کمک مالی,خیریه|donate,donation,donor
  خيري,خيرية,جمعية خيرية|خیریه|charity
  مساعدة,مساعدات,معونة,إغاثة|کمک,کمک‌ها,امداد|aid,help,assistance,relief
  انخفاض,انخفض,هبوط,تراجع,تراجعت,يتراجع|کاهش,افت,سقوط,پایین آمدن|fall,drop,decline,decrease,slump,plunge
  ارتفاع,ارتفع,زيادة,ازدياد,صعود,يرتفع|افزایش,رشد,بالا رفتن,جهش|rise,increase,surge,soar,jump
  سياحة,سياحي,سائح,سياح|گردشگری,گردشگر,توریست,گردشگران|tourism,tourist
  فندق,فنادق|هتل|hotel
  مطعم,مطاعم|رستوران|restaurant
  قهوة,مقهى|قهوه,کافه|coffee,cafe
  طعام,غذاء,أغذية,غذائي|غذا,خوراک,مواد غذایی|food,meal
  ماء,مياه,المياه|آب|water
  سد,سدود|سد|dam
  # transport
  سيارة,سيارات,مركبة,مركبات|خودرو,ماشین,اتومبیل|car,vehicle,auto
  شاحنة,شاحنات|کامیون,تریلی|truck,lorry
  حافلة,حافلات,باص|اتوبوس|bus,coach
  دراجة,دراجات|دوچرخه|bicycle,bike
  دراجة نارية,دراجات نارية|موتورسیکلت,موتور سیکلت|motorcycle,motorbike
  راكب دراجة,دراج|دوچرخه‌سوار,دوچرخه سوار|cyclist
  سائق,سائقين|راننده,رانندگان,رانندگی|driver,driving,motorist
  قطار,قطارات,سكة حديد,السكك الحديدية,مترو|قطار,راه‌آهن,راه آهن,مترو,ریلی|train,railway,rail,metro,subway
  مطار,مطارات|فرودگاه|airport
  طيران,خطوط جوية,الخطوط الجوية|هواپیمایی,خطوط هوایی,ایرلاین,هوانوردی|airline,aviation,airways
  طيار,طاقم|خلبان,خدمه|pilot,crew
  رحلة جوية,رحلات جوية|پرواز,پروازها|flight
  راكب,ركاب,مسافر,مسافرين|مسافر,مسافران,سرنشین|passenger,traveller
  ميناء,موانئ|بندر,بنادر|port,harbour,harbor
  قارب,زورق,قوارب|قایق|boat
  طريق,طرق,شارع,شوارع|جاده,خیابان,راه,مسیر|road,street,route
  طريق سريع|بزرگراه,آزادراه,اتوبان|highway,motorway,freeway
  جسر,جسور,كوبري|پل|bridge
  نفق,أنفاق|تونل|tunnel
  نقل,مواصلات,نقليات|حمل و نقل,حمل‌ونقل,ترابری|transport,transportation
  شحن,حاويات|حمل بار,کانتینر,کشتیرانی|shipping,cargo,freight,container
  عبور,ترانزيت|ترانزیت,عبور,گذر|transit
  ممر,ممرات,كوريدور|کریدور,گذرگاه,دالان|corridor,passage
  مضيق|تنگه|strait
  قناة,قنوات|کانال,شبکه|channel,canal
  حادث,حوادث|حادثه,سانحه,حوادث|accident,incident
  تصادم,اصطدام,حادث مروري,دهس|تصادف,برخورد|crash,collision,collide
  تحطم,سقوط طائرة|سقوط هواپیما,سقوط|crash,plane crash
  خرج عن القضبان|خروج از ریل|derail,derailment
  غرق,غريق,غرقى|غرق,غرق شدن|drown,sink,sank,drowning
  سرعة,سريع|سرعت,سریع|speed,fast
  # disaster, weather, nature
  زلزال,زلازل,هزة أرضية,هزة|زلزله,زمین‌لرزه,زمین لرزه|earthquake,quake,tremor
  تسونامي|سونامی|tsunami
  بركان,براكين|آتشفشان|volcano,volcanic,eruption
  إعصار,أعاصير,عاصفة,عواصف,عاصفة مدارية|طوفان,توفان,گردباد,تندباد|hurricane,typhoon,cyclone,storm,tornado
  فيضان,فيضانات,سيل,سيول|سیل,سیلاب,طغیان|flood,flooding
  مطر,أمطار,هطول,ماطر|باران,بارندگی,بارش|rain,rainfall,rainy
  ثلج,ثلوج|برف|snow,snowfall
  جليد,جليدي|یخ,یخبندان|ice,icy,frost
  ريح,رياح|باد,وزش باد|wind
  غبار,أتربة,عاصفة رملية|گرد و غبار,گردوغبار,ریزگرد|dust,sandstorm
  ضباب|مه|fog
  رعد,صاعقة,برق|صاعقه,رعد و برق|lightning,thunder,thunderstorm
  حرارة,درجة الحرارة,درجات الحرارة|دما,گرما,درجه حرارت|temperature,heat
  موجة حر,حر شديد|موج گرما|heatwave,heat wave
  برد,بارد,برودة|سرما,سرد|cold
  جفاف,قحط|خشکسالی|drought
  طقس,الأرصاد,أرصاد جوية,حالة الطقس|هواشناسی,آب و هوا,وضعیت جوی|weather,meteorological,forecast
  مناخ,مناخي,التغير المناخي,تغير المناخ|اقلیم,تغییر اقلیم,تغییرات اقلیمی,آب‌وهوایی|climate,climate change,global warming
  بيئة,بيئي|محیط زیست,محیط‌زیست,زیست‌محیطی|environment,environmental
  تلوث,ملوث|آلودگی,آلوده|pollution,polluted
  انبعاثات,كربون,الكربون|کربن,انتشار گازها,گازهای گلخانه‌ای|carbon,emission,greenhouse
  حريق,حرائق,نار,نيران,احترق,حرق|آتش,آتش‌سوزی,آتش سوزی,حریق,سوخت,سوزاندن|fire,blaze,burn,wildfire,burned,burnt
  إطفاء,رجال الإطفاء,الدفاع المدني|آتش‌نشانی,آتش نشانان,آتش‌نشان|firefighter,fire service,fire brigade,civil defence
  انهيار,انهار|ریزش,فروپاشی,فروریختن|collapse
  انهيار أرضي,انزلاق|رانش زمین,رانش|landslide,mudslide
  إنقاذ,منقذ,أنقذ|نجات,امداد و نجات,امدادگر|rescue,save,rescuer
  ناجي,ناجين,نجا,ناجون|بازمانده,بازماندگان,نجات یافته|survivor,survive
  مفقود,مفقودين,اختفاء,فقدان|مفقود,ناپدید,گمشده|missing,disappearance,disappear
  إجلاء,أجلي|تخلیه|evacuate,evacuation
  دمار,تدمير,دمر,هدم|ویرانی,تخریب,نابودی|destruction,destroy,damage,demolish,devastation
  أضرار,ضرر|آسیب,خسارت|damage,harm
  كارثة,كوارث|فاجعه,بلایا,بحران|disaster,catastrophe,tragedy
  طوارئ,حالة الطوارئ|اضطراری,وضعیت اضطراری,اورژانس|emergency,state of emergency
  الهلال الأحمر|هلال احمر,هلال‌احمر|red crescent
  الصليب الأحمر|صلیب سرخ|red cross
  بحر,بحار,محيط|دریا,اقیانوس|sea,ocean
  خليج|خلیج|gulf,bay
  الخليج الفارسي,الخليج العربي|خلیج فارس|persian gulf,arabian gulf
  بحيرة|دریاچه|lake
  نهر,أنهار|رودخانه,رود|river
  جبل,جبال|کوه,کوهستان|mountain,hill
  جزيرة,جزر|جزیره,جزایر|island,isle
  صحراء|صحرا,بیابان,کویر|desert
  غابة,غابات|جنگل|forest,jungle,wood
  شجرة,أشجار|درخت,درختان|tree
  حديقة,منتزه,حدائق|پارک,باغ,بوستان|park,garden
  شاطئ,ساحل,سواحل|ساحل|beach,coast,shore,coastal
  أرض,أراضي|زمین,اراضی|land,ground,earth
  سماء|آسمان|sky
  حيوان,حيوانات|حیوان,حیوانات,جانور|animal,wildlife
  كلب,كلاب|سگ|dog
  قطة,قط,قطط|گربه|cat
  حصان,خيل,خيول|اسب|horse
  طائر,طيور|پرنده,پرندگان|bird
  سمك,أسماك,صيد|ماهی,ماهیگیری,صید|fish,fishing,fisherman
  قرش,سمكة قرش,أسماك القرش|کوسه|shark
  حوت,حيتان|نهنگ|whale
  خفاش,خفافيش|خفاش|bat
  أسد,أسود|شیر|lion
  نمر|ببر,پلنگ|tiger,leopard
  فيل,فيلة|فیل|elephant
  دب,دببة|خرس|bear
  قرد,قرود|میمون|monkey
  ثعبان,أفعى|مار|snake
  حشرة,حشرات|حشره,حشرات|insect
  نحل,نحلة|زنبور,زنبور عسل|bee
  بعوض|پشه|mosquito
  جراد|ملخ|locust
  فأر,فئران|موش|mouse,rat
  إبل,جمل|شتر|camel
  غنم,أغنام,خروف|گوسفند,گوسفندان|sheep
  بقرة,أبقار,ماشية|گاو,دام|cow,cattle,livestock
  دجاج|مرغ|chicken,poultry
  بيض|تخم مرغ|egg
  لحم,لحوم|گوشت|meat,beef
  حليب,ألبان|شیر,لبنیات|milk,dairy
  خبز|نان|bread
  سكر|شکر,قند|sugar
  زيت|روغن|oil
  شاي|چای|tea
  فاكهة,فواكه|میوه|fruit
  نبات,نباتات|گیاه,گیاهان|plant
  # health
  صحة,صحي,صحية|سلامت,بهداشت,بهداشتی|health,healthcare
  مستشفى,مستشفيات|بیمارستان|hospital
  عيادة,مركز صحي|درمانگاه,کلینیک|clinic
  طبيب,أطباء,دكتور|پزشک,پزشکان,دکتر|doctor,physician
  ممرض,ممرضة,تمريض|پرستار,پرستاران|nurse,nursing
  مريض,مرضى|بیمار,بیماران|patient,sick
  مرض,أمراض|بیماری,بیماری‌ها|disease,illness
  علاج,معالجة,يعالج,علاجي|درمان,معالجه|treatment,treat,therapy,cure
  دواء,أدوية,عقار|دارو,داروها|medicine,medication,drug
  لقاح,لقاحات,تطعيم,تلقيح|واکسن,واکسیناسیون|vaccine,vaccination,vaccinate
  فيروس,فيروسات|ویروس|virus,viral
  كورونا,كوفيد,كوفيد-19,فيروس كورونا|کرونا,کووید,ویروس کرونا|coronavirus,covid,covid-19
  إنفلونزا,انفلونزا|آنفلوآنزا,آنفولانزا|influenza,flu
  وباء,جائحة,تفشي|همه‌گیری,پاندمی,شیوع,اپیدمی|pandemic,epidemic,outbreak
  عدوى,إصابات,معدي|عفونت,ابتلا,مبتلا,مسری|infection,infect,infectious,contagious
  الإيدز,نقص المناعة,فيروس نقص المناعة|ایدز,اچ آی وی,اچ‌آی‌وی|AIDS,HIV
  إيبولا|ابولا|ebola
  ملاريا|مالاریا|malaria
  سل|سل|tuberculosis
  كوليرا|وبا|cholera
  سرطان,أورام,ورم|سرطان,تومور|cancer,tumour,tumor
  سكري,السكري|دیابت|diabetes
  قلب,قلبية|قلب,قلبی|heart,cardiac
  نوبة قلبية|سکته قلبی,حمله قلبی|heart attack
  سكتة دماغية|سکته مغزی|stroke
  دماغ,مخ|مغز|brain
  خرف,الزهايمر|آلزایمر,زوال عقل|dementia,alzheimer
  اكتئاب|افسردگی|depression
  صحة نفسية,الصحة النفسية,العقلية,نفسي|سلامت روان,روانی,روان|mental health,mental,psychological,psychiatric
  انتحار|خودکشی|suicide
  توتر,ضغط نفسي|استرس,تنش|stress,tension
  قلق,مخاوف,يخشى|نگرانی,اضطراب,نگران|worry,concern,anxiety,fear
  نوم,أرق|خواب,بی‌خوابی|sleep
  سمنة,وزن|چاقی,وزن,اضافه وزن|obesity,weight,obese
  حمية,تغذية|رژیم غذایی,تغذیه|diet,nutrition
  رياضة بدنية,لياقة|ورزش,تناسب اندام|fitness,exercise
  تدخين,سجائر,تبغ,سيجارة|سیگار,دخانیات,تنباکو|smoking,cigarette,tobacco,smoke
  كحول,خمر,الكحول|الکل,مشروبات الکلی|alcohol,drinking
  حمل,حامل,حوامل|بارداری,باردار|pregnancy,pregnant
  ولادة,مولود,مواليد|تولد,زایمان,نوزاد|birth,newborn,born
  إجهاض|سقط جنین|abortion
  عملية جراحية,جراحة,جراح|جراحی,عمل جراحی,جراح|surgery,surgeon,operation
  زراعة الأعضاء,زرع|پیوند,پیوند عضو|transplant,organ transplant
  دم,الدم|خون|blood
  عين,عيون,بصر|چشم,بینایی|eye,vision
  سن,أسنان|دندان,دندانپزشک|tooth,dental,dentist
  جلد,بشرة|پوست|skin
  عظم,عظام|استخوان|bone
  رئة,رئتين,تنفس|ریه,تنفس|lung,breathing,respiratory
  كلى,كلية,الكلى|کلیه|kidney
  كبد|کبد|liver
  يد,يدين|دست|hand
  رأس|سر|head
  وجه|صورت,چهره|face
  صدر|سینه,قفسه سینه|chest
  ساق,رجل,قدم|پا,ساق|leg,foot
  جسم,بدن|بدن|body
  إعاقة,معاق,معاقين,ذوي الإعاقة|معلول,معلولیت,معلولان|disability,disabled
  شيخوخة,مسن,كبار السن|سالمند,سالمندان,سالخورده|elderly,ageing,old age
  إسعاف,سيارة إسعاف|آمبولانس,اورژانس|ambulance,paramedic
  تسمم,سم,سموم|مسمومیت,سم|poison,poisoning
  نظافة,نظيف|نظافت,پاکیزگی,تمیز|clean,hygiene
  نفايات,قمامة|زباله,پسماند|waste,garbage,rubbish,trash
  """#
