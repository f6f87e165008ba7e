// SPDX-License-Identifier: Apache-2.0

/// Places with their people, organisations, names: Arabic, Persian, English; commas part synonyms.
let lexiconPlaces: String = #"""
  [place]
  # countries with their people; the names of CLDR are added by the script
  إيران,إيراني,إيرانية,الجمهورية الإسلامية|ایران,ایرانی,جمهوری اسلامی,جمهوری اسلامی ایران|iran,iranian,islamic republic
  العراق,عراقي|عراق,عراقی|iraq,iraqi
  السعودية,سعودي,المملكة العربية السعودية,سعوديين|عربستان,عربستان سعودی,سعودی|saudi arabia,saudi,saudis
  الإمارات,إماراتي,الإمارات العربية المتحدة|امارات,امارات متحده عربی,اماراتی|united arab emirates,UAE,emirati
  قطر,قطري|قطر,قطری|qatar,qatari
  الكويت,كويتي|کویت,کویتی|kuwait,kuwaiti
  البحرين,بحريني|بحرین,بحرینی|bahrain,bahraini
  عمان,سلطنة عمان,عماني|عمان,عمانی|oman,omani
  اليمن,يمني|یمن,یمنی|yemen,yemeni
  سوريا,سورية,سوري,سوريين|سوریه,سوری|syria,syrian
  لبنان,لبناني|لبنان,لبنانی|lebanon,lebanese
  الأردن,أردني|اردن,اردنی|jordan,jordanian
  فلسطين,فلسطيني,فلسطينية,فلسطينيين|فلسطین,فلسطینی,فلسطینیان|palestine,palestinian
  إسرائيل,إسرائيلي,الاحتلال الإسرائيلي,الكيان الصهيوني,صهيوني|اسرائیل,اسرائیلی,رژیم صهیونیستی,صهیونیست,صهیونیستی|israel,israeli,zionist
  مصر,مصري,مصرية,مصريين|مصر,مصری|egypt,egyptian
  السودان,سوداني|سودان,سودانی|sudan,sudanese
  جنوب السودان|سودان جنوبی|south sudan
  ليبيا,ليبي|لیبی,لیبیایی|libya,libyan
  تونس,تونسي|تونس,تونسی|tunisia,tunisian,tunis
  الجزائر,جزائري|الجزایر,الجزایری|algeria,algerian,algiers
  المغرب,مغربي|مراکش,مغرب,مراکشی|morocco,moroccan
  موريتانيا,موريتاني|موریتانی|mauritania,mauritanian
  الصومال,صومالي|سومالی,سومالیایی|somalia,somali
  تركيا,تركي,تركية,أتراك|ترکیه,ترک,ترکیه‌ای|turkey,turkish,turkiye,turk
  أفغانستان,أفغاني|افغانستان,افغان,افغانی,افغانستانی|afghanistan,afghan
  باكستان,باكستاني|پاکستان,پاکستانی|pakistan,pakistani
  الهند,هندي,هندية|هند,هندی,هندوستان|india,indian
  بنغلاديش,بنجلاديش,بنغلاديشي|بنگلادش,بنگلادشی|bangladesh,bangladeshi
  سريلانكا,سري لانكا|سریلانکا|sri lanka,sri lankan
  نيبال,نيبالي|نپال,نپالی|nepal,nepali,nepalese
  ميانمار,بورما|میانمار,برمه|myanmar,burma,burmese
  الروهينغا,الروهينجا|روهینگیا|rohingya
  الصين,صيني,صينية|چین,چینی|china,chinese
  اليابان,ياباني,يابانية|ژاپن,ژاپنی|japan,japanese
  كوريا,كوري|کره,کره‌ای|korea,korean
  كوريا الجنوبية,الكوري الجنوبي|کره جنوبی|south korea,south korean
  كوريا الشمالية,الكوري الشمالي|کره شمالی|north korea,north korean
  تايوان,تايواني|تایوان,تایوانی|taiwan,taiwanese
  هونغ كونغ,هونج كونج|هنگ کنگ,هنگ‌کنگ|hong kong
  فيتنام,فيتنامي|ویتنام,ویتنامی|vietnam,vietnamese
  تايلاند,تايلاندي|تایلند,تایلندی|thailand,thai
  إندونيسيا,إندونيسي|اندونزی,اندونزیایی|indonesia,indonesian
  ماليزيا,ماليزي|مالزی,مالزیایی|malaysia,malaysian
  سنغافورة,سنغافوري|سنگاپور,سنگاپوری|singapore,singaporean
  الفلبين,فلبيني|فیلیپین,فیلیپینی|philippines,filipino,philippine
  كمبوديا|کامبوج|cambodia,cambodian
  أستراليا,أسترالي|استرالیا,استرالیایی|australia,australian
  نيوزيلندا,نيوزيلندي|نیوزیلند,نیوزلند|new zealand,new zealander
  روسيا,روسي,روسية,روس|روسیه,روس,روسی|russia,russian
  الاتحاد السوفيتي,سوفيتي|شوروی,اتحاد جماهیر شوروی|soviet,soviet union,ussr
  أوكرانيا,أوكراني|اوکراین,اوکراینی|ukraine,ukrainian
  القرم|کریمه|crimea
  بيلاروسيا,بيلاروسي|بلاروس,روسیه سفید|belarus,belarusian
  جورجيا,جورجي|گرجستان,گرجی|georgia,georgian
  أرمينيا,أرميني,أرمني|ارمنستان,ارمنی|armenia,armenian
  أذربيجان,أذربيجاني,أذري|آذربایجان,جمهوری آذربایجان,آذری,آذربایجانی|azerbaijan,azerbaijani,azeri
  قره باغ,ناغورنو كاراباخ|قره‌باغ,قره باغ|karabakh,nagorno-karabakh
  القوقاز|قفقاز|caucasus,caucasian
  قزوين,بحر قزوين|خزر,دریای خزر|caspian,caspian sea
  كازاخستان,كازاخي|قزاقستان,قزاق|kazakhstan,kazakh
  أوزبكستان,أوزبكي|ازبکستان,ازبک|uzbekistan,uzbek
  تركمانستان|ترکمنستان|turkmenistan,turkmen
  طاجيكستان|تاجیکستان,تاجیک|tajikistan,tajik
  قيرغيزستان,قرغيزستان|قرقیزستان|kyrgyzstan,kyrgyz
  منغوليا|مغولستان|mongolia,mongolian
  الولايات المتحدة,أمريكا,أميركا,أمريكي,أميركي,أمريكية,أميركية,الولايات المتحدة الأمريكية|آمریکا,امریکا,آمریکایی,ایالات متحده,ایالات متحده آمریکا|united states,US,U.S.,USA,america,american
  كندا,كندي|کانادا,کانادایی|canada,canadian
  المكسيك,مكسيكي|مکزیک,مکزیکی|mexico,mexican
  البرازيل,برازيلي|برزیل,برزیلی|brazil,brazilian
  الأرجنتين,أرجنتيني|آرژانتین,آرژانتینی|argentina,argentine,argentinian
  تشيلي,شيلي|شیلی|chile,chilean
  كولومبيا,كولومبي|کلمبیا,کلمبیایی|colombia,colombian
  فنزويلا,فنزويلي|ونزوئلا,ونزوئلایی|venezuela,venezuelan
  بيرو|پرو|peru,peruvian
  بوليفيا|بولیوی|bolivia,bolivian
  الإكوادور|اکوادور|ecuador,ecuadorian
  كوبا,كوبي|کوبا,کوبایی|cuba,cuban
  هايتي|هائیتی|haiti,haitian
  بنما|پاناما|panama,panamanian
  السلفادور|السالوادور|el salvador,salvadoran
  جمهورية الدومينيكان,الدومينيكان|جمهوری دومینیکن,دومینیکن|dominican republic,dominican
  غواتيمالا|گواتمالا|guatemala,guatemalan
  هندوراس|هندوراس|honduras,honduran
  نيكاراغوا|نیکاراگوئه|nicaragua,nicaraguan
  بريطانيا,بريطاني,المملكة المتحدة,بريطانيين|بریتانیا,انگلیس,بریتانیایی,انگلستان|britain,british,united kingdom,UK,U.K.,briton
  إنجلترا,إنجليزي,إنكلترا,إنكليزي|انگلیس,انگلستان,انگلیسی|england,english
  اسكتلندا,إسكتلندا,اسكتلندي|اسکاتلند,اسکاتلندی|scotland,scottish,scot
  ويلز|ولز|wales,welsh
  إيرلندا,أيرلندا,إيرلندي|ایرلند,ایرلندی|ireland,irish
  إيرلندا الشمالية,أيرلندا الشمالية|ایرلند شمالی|northern ireland
  فرنسا,فرنسي,فرنسية|فرانسه,فرانسوی|france,french
  ألمانيا,ألماني,ألمانية,ألمان|آلمان,آلمانی|germany,german
  إيطاليا,إيطالي|ایتالیا,ایتالیایی|italy,italian
  إسبانيا,إسباني|اسپانیا,اسپانیایی|spain,spanish
  كتالونيا,كاتالونيا|کاتالونیا|catalonia,catalan
  البرتغال,برتغالي|پرتغال,پرتغالی|portugal,portuguese
  هولندا,هولندي|هلند,هلندی|netherlands,dutch,holland
  بلجيكا,بلجيكي|بلژیک,بلژیکی|belgium,belgian
  سويسرا,سويسري|سوئیس,سوئیسی|switzerland,swiss
  النمسا,نمساوي|اتریش,اتریشی|austria,austrian
  السويد,سويدي|سوئد,سوئدی|sweden,swedish
  النرويج,نرويجي|نروژ,نروژی|norway,norwegian
  الدنمارك,دنماركي|دانمارک,دانمارکی|denmark,danish
  فنلندا,فنلندي|فنلاند,فنلاندی|finland,finnish
  آيسلندا|ایسلند|iceland,icelandic
  بولندا,بولندي|لهستان,لهستانی|poland,polish
  التشيك,تشيكي|چک,جمهوری چک|czech,czechia,czech republic
  سلوفاكيا|اسلواکی|slovakia,slovak
  المجر,مجري|مجارستان,مجار|hungary,hungarian
  رومانيا,روماني|رومانی,رومانیایی|romania,romanian
  بلغاريا,بلغاري|بلغارستان|bulgaria,bulgarian
  اليونان,يوناني|یونان,یونانی|greece,greek
  مقدونيا,مقدوني,مقدونيا الشمالية|مقدونیه,مقدونی|macedonia,macedonian,north macedonia
  صربيا,صربي|صربستان|serbia,serbian
  كرواتيا,كرواتي|کرواسی|croatia,croatian
  سلوفينيا|اسلوونی|slovenia,slovenian
  البوسنة,بوسني|بوسنی|bosnia,bosnian
  كوسوفو|کوزوو|kosovo
  ألبانيا,ألباني|آلبانی|albania,albanian
  الجبل الأسود|مونته‌نگرو|montenegro
  قبرص|قبرس|cyprus,cypriot
  مالطا|مالت|malta,maltese
  أوروبا,أوروبي,أوروبية|اروپا,اروپایی,اروپاییان|europe,european
  آسيا,آسيوي|آسیا,آسیایی|asia,asian
  المحيط الهادئ,المحيط الهادي|اقیانوس آرام,اقیانوسیه|pacific
  آسيا والمحيط الهادئ|آسیا و اقیانوسیه|asia-pacific,asia pacific
  المحيط الأطلسي,الأطلسي|اقیانوس اطلس,آتلانتیک|atlantic
  المحيط الهندي|اقیانوس هند|indian ocean
  أفريقيا,إفريقيا,أفريقي|آفریقا,آفریقایی|africa,african
  الشرق الأوسط|خاورمیانه|middle east
  العرب,عربي,عربية|عرب,عربی|arab,arabic
  فارسي,الفارسية|فارسی|persian,farsi
  كردي,كردستان,أكراد|کرد,کردستان,کردها|kurd,kurdish,kurdistan
  البلقان|بالکان|balkan
  البحر المتوسط,المتوسط|مدیترانه|mediterranean
  البحر الأحمر|دریای سرخ|red sea
  البحر الأسود|دریای سیاه|black sea
  جنوب أفريقيا,جنوب إفريقيا|آفریقای جنوبی|south africa,south african
  نيجيريا,نيجيري|نیجریه|nigeria,nigerian
  كينيا,كيني|کنیا|kenya,kenyan
  إثيوبيا,إثيوبي|اتیوپی|ethiopia,ethiopian
  إريتريا|اریتره|eritrea,eritrean
  غانا|غنا|ghana,ghanaian
  مالي|مالی|mali,malian
  النيجر|نیجر|niger
  السنغال|سنگال|senegal,senegalese
  الكاميرون|کامرون|cameroon
  الكونغو|کنگو|congo,congolese
  أوغندا|اوگاندا|uganda,ugandan
  رواندا|رواندا|rwanda,rwandan
  تنزانيا|تانزانیا|tanzania,tanzanian
  زيمبابوي|زیمبابوه|zimbabwe
  أنغولا|آنگولا|angola,angolan
  موزمبيق|موزامبیک|mozambique
  بوروندي|بوروندی|burundi
  غزة,قطاع غزة|غزه,نوار غزه|gaza,gaza strip
  الضفة الغربية|کرانه باختری|west bank
  القدس,المسجد الأقصى|قدس,بیت‌المقدس,اورشلیم|jerusalem,al-quds,quds
  الجولان|جولان|golan
  سيناء|سینا|sinai
  طهران|تهران|tehran
  أصفهان|اصفهان|isfahan,esfahan
  مشهد|مشهد|mashhad
  تبريز|تبریز|tabriz
  شيراز|شیراز|shiraz
  قم|قم|qom
  الأهواز|اهواز|ahvaz
  كرج|کرج|karaj
  كرمان|کرمان|kerman
  كرمانشاه|کرمانشاه|kermanshah
  خوزستان|خوزستان|khuzestan
  خراسان|خراسان|khorasan
  سيستان وبلوشستان|سیستان و بلوچستان|sistan and baluchestan,sistan-baluchestan
  كيلان,جيلان|گیلان|gilan
  رشت|رشت|rasht
  أرومية|ارومیه|urmia
  أردبيل|اردبیل|ardabil
  همدان|همدان|hamadan
  يزد|یزد|yazd
  زاهدان|زاهدان|zahedan
  بندر عباس|بندرعباس,بندر عباس|bandar abbas
  بوشهر|بوشهر|bushehr
  عبادان|آبادان|abadan
  جابهار,تشابهار|چابهار|chabahar
  هرمز,مضيق هرمز|هرمز,تنگه هرمز|hormuz,strait of hormuz
  قشم|قشم|qeshm
  كيش|کیش|kish island
  نطنز|نطنز|natanz
  فوردو|فردو|fordow,fordo
  بغداد|بغداد|baghdad
  البصرة|بصره|basra
  الموصل|موصل|mosul
  أربيل|اربیل|erbil
  كركوك|کرکوک|kirkuk
  كربلاء|کربلا|karbala
  النجف|نجف|najaf
  دمشق|دمشق|damascus
  حلب|حلب|aleppo
  حمص|حمص|homs
  إدلب|ادلب|idlib
  بيروت|بیروت|beirut
  عمان العاصمة|امان|amman
  الرياض|ریاض|riyadh
  جدة|جده|jeddah
  مكة,مكة المكرمة|مکه|mecca,makkah
  المدينة المنورة|مدینه|medina
  الدمام|دمام|dammam
  الظهران|ظهران|dhahran
  الطائف|طائف|taif
  تبوك|تبوک|tabuk
  أبها,عسير|ابها,عسیر|abha,asir
  جازان,جيزان|جازان,جیزان|jazan,jizan
  نجران|نجران|najran
  القصيم,بريدة|قصیم|qassim
  حائل|حائل|hail
  حفر الباطن|حفر الباطن|hafar al-batin
  القطيف|قطیف|qatif
  الأحساء|احساء|al-ahsa
  الدوحة|دوحه|doha
  دبي|دبی|dubai
  أبوظبي,أبو ظبي|ابوظبی|abu dhabi
  الشارقة|شارجه|sharjah
  المنامة|منامه|manama
  مسقط|مسقط|muscat
  صنعاء|صنعا|sanaa
  عدن|عدن|aden
  تعز|تعز|taiz
  الحديدة|الحدیده|hodeidah
  القاهرة|قاهره|cairo
  الإسكندرية|اسکندریه|alexandria
  الخرطوم|خارطوم|khartoum
  طرابلس|طرابلس|tripoli
  بنغازي|بنغازی|benghazi
  الرباط|رباط|rabat
  الدار البيضاء|کازابلانکا|casablanca
  أنقرة|آنکارا|ankara
  إسطنبول,اسطنبول|استانبول|istanbul
  كابول,كابل|کابل|kabul
  قندهار|قندهار|kandahar
  هرات|هرات|herat
  إسلام آباد|اسلام‌آباد,اسلام آباد|islamabad
  كراتشي|کراچی|karachi
  لاهور|لاهور|lahore
  نيودلهي,دلهي|دهلی,دهلی نو|new delhi,delhi
  مومباي|بمبئی|mumbai
  كشمير|کشمیر|kashmir
  بكين|پکن|beijing
  شنغهاي|شانگهای|shanghai
  ووهان|ووهان|wuhan
  طوكيو|توکیو|tokyo
  سيول,سول|سئول|seoul
  بيونغ يانغ,بيونغيانغ|پیونگ یانگ,پیونگ‌یانگ|pyongyang
  بانكوك|بانکوک|bangkok
  جاكرتا|جاکارتا|jakarta
  كوالالمبور,كوالا لمبور|کوالالامپور|kuala lumpur
  مانيلا|مانیل|manila
  هانوي|هانوی|hanoi
  سيدني|سیدنی|sydney
  ملبورن|ملبورن|melbourne
  موسكو|مسکو|moscow
  سانت بطرسبرغ,سان بطرسبورغ|سن پترزبورگ|st petersburg,saint petersburg
  كييف|کی‌یف,کیف|kyiv,kiev
  مينسك|مینسک|minsk
  باكو|باکو|baku
  يريفان|ایروان|yerevan
  تبليسي|تفلیس|tbilisi
  عشق آباد|عشق‌آباد|ashgabat
  طشقند|تاشکند|tashkent
  أستانا|آستانه|astana
  دوشنبه العاصمة|دوشنبه تاجیکستان|dushanbe
  واشنطن|واشنگتن|washington
  نيويورك|نیویورک|new york
  لوس أنجلوس|لس‌آنجلس,لس آنجلس|los angeles
  شيكاغو|شیکاگو|chicago
  كاليفورنيا|کالیفرنیا|california
  تكساس|تگزاس|texas
  فلوريدا|فلوریدا|florida
  هيوستن|هیوستون|houston
  سان فرانسيسكو|سان فرانسیسکو,سانفرانسیسکو|san francisco
  لاس فيغاس|لاس وگاس|las vegas
  بوسطن|بوستون|boston
  سياتل|سیاتل|seattle
  أتلانتا|آتلانتا|atlanta
  كولورادو|کلرادو|colorado
  أريزونا|آریزونا|arizona
  نيفادا|نوادا|nevada
  يوتا|یوتا|utah
  أوهايو|اوهایو|ohio
  بنسلفانيا|پنسیلوانیا|pennsylvania
  فرجينيا|ویرجینیا|virginia
  كارولينا|کارولینا|carolina
  لويزيانا|لوئیزیانا|louisiana
  ميسيسيبي,مسيسيبي|می‌سی‌سی‌پی,میسیسیپی|mississippi
  ألاباما|آلاباما|alabama
  تينيسي|تنسی|tennessee
  كنتاكي|کنتاکی|kentucky
  ميشيغان|میشیگان|michigan
  ويسكونسن|ویسکانسین|wisconsin
  مينيسوتا|مینه‌سوتا|minnesota
  ميسوري|میزوری|missouri
  كانساس|کانزاس|kansas
  أوكلاهوما|اوکلاهما|oklahoma
  إلينوي|ایلینوی|illinois
  إنديانا|ایندیانا|indiana
  نيوجيرسي|نیوجرسی|new jersey
  ماساتشوستس|ماساچوست|massachusetts
  ميريلاند|مریلند|maryland
  أوريغون|اورگن|oregon
  هاواي|هاوایی|hawaii
  ألاسكا|آلاسکا|alaska
  نيو مكسيكو|نیومکزیکو|new mexico
  مقاطعة كولومبيا|منطقه کلمبیا|district of columbia
  تورونتو|تورنتو|toronto
  أوتاوا|اتاوا|ottawa
  مكسيكو سيتي|مکزیکو سیتی|mexico city
  لندن|لندن|london
  مانشستر|منچستر|manchester
  برمنغهام|بیرمنگام|birmingham
  أدنبرة,إدنبرة|ادینبورگ,ادینبرو|edinburgh
  غلاسكو|گلاسگو|glasgow
  بلفاست|بلفاست|belfast
  دبلن|دوبلین|dublin
  باريس|پاریس|paris
  مرسيليا|مارسی|marseille
  ليون|لیون|lyon
  نيس|نیس|nice city
  برلين|برلین|berlin
  ميونيخ,ميونخ|مونیخ|munich
  فرانكفورت|فرانکفورت|frankfurt
  هامبورغ|هامبورگ|hamburg
  كولونيا|کلن|cologne
  روما|رم|rome
  ميلانو|میلان|milan city
  مدريد|مادرید|madrid
  لشبونة|لیسبون|lisbon
  أمستردام|آمستردام|amsterdam
  لاهاي|لاهه|the hague,hague
  بروكسل|بروکسل|brussels
  جنيف|ژنو|geneva
  زيورخ|زوریخ|zurich
  دافوس|داووس|davos
  فيينا|وین|vienna
  ستوكهولم|استکهلم|stockholm
  أوسلو|اسلو|oslo
  كوبنهاغن|کپنهاگ|copenhagen
  هلسنكي|هلسینکی|helsinki
  وارسو|ورشو|warsaw
  براغ|پراگ|prague
  بودابست|بوداپست|budapest
  بوخارست|بخارست|bucharest
  صوفيا|صوفیه|sofia
  أثينا|آتن|athens
  بلغراد|بلگراد|belgrade
  برازيليا|برازیلیا|brasilia
  بوينس آيرس|بوئنوس آیرس|buenos aires
  كاراكاس|کاراکاس|caracas
  ريو دي جانيرو|ریودوژانیرو|rio de janeiro
  لاغوس|لاگوس|lagos
  نيروبي|نایروبی|nairobi
  أديس أبابا|آدیس آبابا|addis ababa
  # Iranian and Arab organisations, telecommunications
  [org]
  بنك سبه|بانک سپه|bank sepah,sepah bank
  بنك ملي|بانک ملی|bank melli
  بنك ملت|بانک ملت|bank mellat
  بنك باسارغاد|بانک پاسارگاد|bank pasargad
  إيرانسل|ایرانسل|irancell
  همراه أول,همراه اول|همراه اول|hamrah aval,MCI
  أرامكو,أرامكو السعودية|آرامکو|aramco
  سابك|سابک|sabic
  طيران الإمارات|هواپیمایی امارات|emirates airline
  الخطوط القطرية|هواپیمایی قطر|qatar airways
  إرنا|ایرنا|irna
  فارس|فارس|fars
  تسنيم|تسنیم|tasnim
  مهر|مهر|mehr
  رويترز|رویترز|reuters
  أسوشيتد برس|آسوشیتدپرس|associated press
  فرانس برس|خبرگزاری فرانسه|AFP,agence france-presse
  بي بي سي|بی‌بی‌سی,بی بی سی|BBC
  سي إن إن,سي ان ان|سی‌ان‌ان,سی ان ان|CNN
  الجزيرة|الجزیره|al jazeera,al-jazeera
  العربية|العربیه|al arabiya
  نيويورك تايمز|نیویورک تایمز|new york times
  واشنطن بوست|واشنگتن پست|washington post
  وول ستريت جورنال|وال استریت ژورنال|wall street journal
  الغارديان,الجارديان|گاردین|guardian newspaper
  سبوتنيك|اسپوتنیک|sputnik
  سويوز|سایوز|soyuz
  فوستوتشني|وستوچنی|vostochny
  الناشيونال ترست|بنیاد ملی بریتانیا|national trust
  [name]
  ترامب,ترمب,دونالد ترامب|ترامپ,دونالد ترامپ|trump,donald trump
  بايدن,جو بايدن|بایدن,جو بایدن|biden,joe biden
  أوباما,باراك أوباما|اوباما,باراک اوباما|obama,barack obama
  كلينتون|کلینتون|clinton
  هاريس|هریس|harris
  بوتين,فلاديمير بوتين|پوتین,ولادیمیر پوتین|putin,vladimir putin
  لافروف|لاوروف|lavrov
  زيلينسكي|زلنسکی|zelensky,zelenskyy
  ميركل,أنغيلا ميركل|مرکل,آنگلا مرکل|merkel,angela merkel
  ماكرون,إيمانويل ماكرون|ماکرون,امانوئل ماکرون|macron,emmanuel macron
  تيريزا ماي,ماي|ترزا می,می|theresa may
  جونسون,بوريس جونسون|جانسون,بوریس جانسون|johnson,boris johnson
  كوربين|کوربین|corbyn
  أردوغان,رجب طيب أردوغان|اردوغان,رجب طیب اردوغان|erdogan,recep tayyip erdogan
  نتنياهو,بنيامين نتنياهو|نتانیاهو,بنیامین نتانیاهو|netanyahu,benjamin netanyahu
  عباس,محمود عباس|عباس,محمود عباس|abbas,mahmoud abbas
  الأسد,بشار الأسد|اسد,بشار اسد|assad,bashar al-assad
  السيسي,عبد الفتاح السيسي|السیسی|sisi,el-sisi
  محمد بن سلمان|محمد بن سلمان|mohammed bin salman,MbS
  الملك سلمان,سلمان بن عبد العزيز|ملک سلمان|king salman
  خاشقجي,جمال خاشقجي|خاشقجی,جمال خاشقجی|khashoggi,jamal khashoggi
  خامنئي|خامنه‌ای,خامنه ای|khamenei
  الخميني|خمینی|khomeini
  روحاني,حسن روحاني|روحانی,حسن روحانی|rouhani,hassan rouhani
  رئيسي,إبراهيم رئيسي|رئیسی,ابراهیم رئیسی|raisi,ebrahim raisi
  بزشكيان|پزشکیان|pezeshkian
  ظريف,محمد جواد ظريف|ظریف,محمدجواد ظریف|zarif
  عراقجي|عراقچی|araghchi,araqchi
  لاريجاني|لاریجانی|larijani
  أحمدي نجاد|احمدی نژاد,احمدی‌نژاد|ahmadinejad
  شي جين بينغ|شی جین پینگ,شی جین‌پینگ|xi jinping
  كيم جونغ أون|کیم جونگ اون|kim jong un
  مودي|مودی|modi
  عمران خان|عمران خان|imran khan
  غوتيريش|گوترش|guterres
  بومبيو|پمپئو|pompeo
  كيري,جون كيري|کری,جان کری|kerry,john kerry
  بلينكن|بلینکن|blinken
  إيلون ماسك,ماسك|ایلان ماسک,ماسک|elon musk,musk
  زوكربيرغ,زوكربيرج|زاکربرگ|zuckerberg
  بيل غيتس|بیل گیتس|bill gates
  محمد|محمد|mohammed,muhammad,mohammad
  أحمد|احمد|ahmad,ahmed
  علي|علی|ali
  حسين|حسین|hussein,hossein,hussain
  حسن|حسن|hassan,hasan
  يوسف|یوسف|yousef,joseph
  إبراهيم|ابراهیم|ibrahim,ebrahim
  موسى|موسی|moussa,mousa
  عيسى|عیسی|issa
  داود|داوود|david,dawood
  مريم,ماري|مریم,ماری|mary,maryam,marie
  فاطمة|فاطمه|fatima,fatemeh
  جون|جان|john
  جورج|جورج,جرج|george
  جيمس|جیمز|james
  وليام,ويليام|ویلیام|william
  تشارلز|چارلز|charles
  مايكل|مایکل|michael
  روبرت|رابرت|robert
  ريتشارد|ریچارد|richard
  توماس|توماس|thomas
  بول|پل,پال|paul
  بيتر|پیتر|peter
  مارك|مارک|mark,marc
  ستيفن|استیون,استفن|steven,stephen
  جوزيف|جوزف|joseph
  هنري|هنری|henry
  هاري|هری|harry
  إليزابيث|الیزابت|elizabeth
  ميغان|مگان|meghan
  كيت|کیت|kate
  سارة|سارا,ساره|sarah,sara
  آنا|آنا|anna
  مارتن,مارتين|مارتین|martin
  سميث|اسمیت|smith
  براون|براون|brown
  ويليامز,وليامز|ویلیامز|williams
  """#
