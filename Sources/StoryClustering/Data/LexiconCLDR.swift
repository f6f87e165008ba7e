// SPDX-License-Identifier: Unicode-3.0
// Written by Scripts/stories/make_cldr_names.py from CLDR (Babel 2.18.0). Do not edit.

/// Territories, cities, months and currencies: Arabic, Persian, English.
let lexiconCLDR: String = #"""
  [place]
  جزيرة أسينشيون|جزایر آسنسیون|Ascension Island
  أندورا|آندورا|Andorra
  أنتيغوا وبربودا|آنتیگوا و باربودا|Antigua & Barbuda
  أنغويلا|آنگویلا|Anguilla
  أنتاركتيكا|جنوبگان|Antarctica
  ساموا الأمريكية|ساموآی امریکا|American Samoa
  أروبا|آروبا|Aruba
  جزر آلاند|جزایر آلاند|Åland Islands
  البوسنة والهرسك|بوسنی و هرزگوین|Bosnia & Herzegovina
  بربادوس|باربادوس|Barbados
  بوركينا فاسو|بورکینافاسو|Burkina Faso
  بنين|بنین|Benin
  سان بارتليمي|سن بارتلمی|St. Barthélemy
  برمودا|برمودا|Bermuda
  بروناي|برونئی|Brunei
  هولندا الكاريبية|جزایر کارائیب هلند|Caribbean Netherlands
  جزر البهاما|باهاما|Bahamas
  بوتان|بوتان|Bhutan
  جزيرة بوفيه|جزیرهٔ بووه|Bouvet Island
  بوتسوانا|بوتسوانا|Botswana
  بليز|بلیز|Belize
  جزر كوكوس|جزایر کوکوس|Cocos Islands
  الكونغو - كينشاسا|کنگو - کینشاسا|Congo - Kinshasa
  جمهورية أفريقيا الوسطى|جمهوری افریقای مرکزی|Central African Republic
  الكونغو - برازافيل|کنگو - برازویل|Congo - Brazzaville
  ساحل العاج|ساحل عاج|Côte d’Ivoire
  جزر كوك|جزایر کوک|Cook Islands
  جزيرة كليبيرتون|جزایر کلیپرتون|Clipperton Island
  كوستاريكا|کاستاریکا|Costa Rica
  الرأس الأخضر|کیپ‌ورد|Cape Verde
  كوراساو|کوراسائو|Curaçao
  جزيرة كريسماس|جزیرهٔ کریسمس|Christmas Island
  دييغو غارسيا|دیه‌گو گارسیا|Diego Garcia
  جيبوتي|جیبوتی|Djibouti
  دومينيكا|دومینیکا|Dominica
  سيوتا وميليلا|سبته و ملیله|Ceuta & Melilla
  إستونيا|استونی|Estonia
  الصحراء الغربية|صحرای غربی|Western Sahara
  فيجي|فیجی|Fiji
  جزر فوكلاند|جزایر فالکلند|Falkland Islands
  ميكرونيزيا|میکرونزی|Micronesia
  جزر فارو|جزایر فارو|Faroe Islands
  الغابون|گابن|Gabon
  غرينادا|گرنادا|Grenada
  غويانا الفرنسية|گویان فرانسه|French Guiana
  غيرنزي|گرنزی|Guernsey
  جبل طارق|جبل‌الطارق|Gibraltar
  غرينلاند|گرینلند|Greenland
  غامبيا|گامبیا|Gambia
  غينيا|گینه|Guinea
  غوادلوب|گوادلوپ|Guadeloupe
  غينيا الاستوائية|گینهٔ استوایی|Equatorial Guinea
  جورجيا الجنوبية وجزر ساندويتش الجنوبية|جورجیای جنوبی و جزایر ساندویچ جنوبی|South Georgia & South Sandwich Islands
  غوام|گوام|Guam
  غينيا بيساو|گینهٔ بیسائو|Guinea-Bissau
  غيانا|گویان|Guyana
  هونغ كونغ الصينية|هنگ‌کنگ  منطقهٔ ویژهٔ اداری چین|Hong Kong SAR China
  جزيرة هيرد وجزر ماكدونالد|هرد و جزایر مک‌دونالد|Heard & McDonald Islands
  جزر الكناري|جزایر قناری|Canary Islands
  جزيرة مان|جزیرهٔ من|Isle of Man
  الإقليم البريطاني في المحيط الهندي|قلمرو بریتانیا در اقیانوس هند|British Indian Ocean Territory
  جيرسي|جرزی|Jersey
  جامايكا|جامائیکا|Jamaica
  كيريباتي|کیریباتی|Kiribati
  جزر القمر|کومور|Comoros
  سانت كيتس ونيفيس|سنت کیتس و نویس|St. Kitts & Nevis
  جزر كايمان|جزایر کیمن|Cayman Islands
  لاوس|لائوس|Laos
  سانت لوسيا|سنت لوسیا|St. Lucia
  ليختنشتاين|لیختن‌اشتاین|Liechtenstein
  ليبيريا|لیبریا|Liberia
  ليسوتو|لسوتو|Lesotho
  ليتوانيا|لیتوانی|Lithuania
  لوكسمبورغ|لوکزامبورگ|Luxembourg
  لاتفيا|لتونی|Latvia
  موناكو|موناکو|Monaco
  مولدوفا|مولداوی|Moldova
  سان مارتن|سنت مارتین|St. Martin
  مدغشقر|ماداگاسکار|Madagascar
  جزر مارشال|جزایر مارشال|Marshall Islands
  منطقة ماكاو الإدارية الخاصة|ماکائو  منطقهٔ ویژهٔ اداری چین|Macao SAR China
  جزر ماريانا الشمالية|جزایر ماریانای شمالی|Northern Mariana Islands
  جزر المارتينيك|مارتینیک|Martinique
  مونتسرات|مونت‌سرات|Montserrat
  موريشيوس|موریس|Mauritius
  جزر المالديف|مالدیو|Maldives
  ملاوي|مالاوی|Malawi
  ناميبيا|نامیبیا|Namibia
  كاليدونيا الجديدة|کالدونیای جدید|New Caledonia
  جزيرة نورفولك|جزیرهٔ نورفولک|Norfolk Island
  ناورو|نائورو|Nauru
  نيوي|نیوئه|Niue
  بولينيزيا الفرنسية|پلی‌نزی فرانسه|French Polynesia
  بابوا غينيا الجديدة|پاپوا گینهٔ نو|Papua New Guinea
  سان بيير ومكويلون|سن پیر و میکلن|St. Pierre & Miquelon
  جزر بيتكيرن|جزایر پیت‌کرن|Pitcairn Islands
  بورتوريكو|پورتوریکو|Puerto Rico
  الأراضي الفلسطينية|سرزمین‌های فلسطینی|Palestinian Territories
  بالاو|پالائو|Palau
  باراغواي|پاراگوئه|Paraguay
  روينيون|رئونیون|Réunion
  جزر سليمان|جزایر سلیمان|Solomon Islands
  سيشل|سیشل|Seychelles
  سانت هيلينا|سنت هلن|St. Helena
  سفالبارد وجان ماين|سوالبارد و یان ماین|Svalbard & Jan Mayen
  سيراليون|سیرالئون|Sierra Leone
  سان مارينو|سان‌مارینو|San Marino
  سورينام|سورینام|Suriname
  ساو تومي وبرينسيبي|سائوتومه و پرینسیپ|São Tomé & Príncipe
  سانت مارتن|سنت مارتن|Sint Maarten
  إسواتيني|اسواتینی|Eswatini
  تريستان دا كونا|تریستان دا کونا|Tristan da Cunha
  جزر توركس وكايكوس|جزایر تورکس و کایکوس|Turks & Caicos Islands
  تشاد|چاد|Chad
  الأقاليم الجنوبية الفرنسية|سرزمین‌های جنوبی فرانسه|French Southern Territories
  توغو|توگو|Togo
  توكيلاو|توکلائو|Tokelau
  تيمور - ليشتي|تیمور-لسته|Timor-Leste
  تونغا|تونگا|Tonga
  تركيا|ترکیه|Türkiye
  ترينيداد وتوباغو|ترینیداد و توباگو|Trinidad & Tobago
  توفالو|تووالو|Tuvalu
  جزر الولايات المتحدة النائية|جزایر دورافتادهٔ ایالات متحده|U.S. Outlying Islands
  أورغواي|اروگوئه|Uruguay
  الفاتيكان|واتیکان|Vatican City
  سانت فنسنت وجزر غرينادين|سنت وینسنت و گرنادین|St. Vincent & Grenadines
  جزر فيرجن البريطانية|جزایر ویرجین بریتانیا|British Virgin Islands
  جزر فيرجن الأمريكية|جزایر ویرجین ایالات متحده|U.S. Virgin Islands
  فانواتو|وانواتو|Vanuatu
  جزر والس وفوتونا|والیس و فوتونا|Wallis & Futuna
  ساموا|ساموآ|Samoa
  مايوت|مایوت|Mayotte
  زامبيا|زامبیا|Zambia
  أبيدجان|آبیجان|Abidjan
  أكرا|اکرا|Accra
  أسمرة|اسمره|Asmara
  باماكو|باماکو|Bamako
  بانغوي|بانگی|Bangui
  بانجول|بانجول|Banjul
  بيساو|بیسائو|Bissau
  بلانتاير|بلانتیره|Blantyre
  برازافيل|برازویل|Brazzaville
  بوجومبورا|بوجومبورا|Bujumbura
  سيتا|سبته|Ceuta
  كوناكري|کوناکری|Conakry
  داكار|داکار|Dakar
  دوالا|دوآلا|Douala
  العيون|العیون|El Aaiun
  فري تاون|فری‌تاون|Freetown
  غابورون|گابورون|Gaborone
  هراري|هراره|Harare
  جوهانسبرغ|ژوهانسبورگ|Johannesburg
  جوبا|جوبا|Juba
  كامبالا|کامپالا|Kampala
  كيغالي|کیگالی|Kigali
  كينشاسا|کینشاسا|Kinshasa
  ليبرفيل|لیبرویل|Libreville
  لومي|لومه|Lome
  لواندا|لواندا|Luanda
  لومبباشا|لوبومباشی|Lubumbashi
  لوساكا|لوزاکا|Lusaka
  مالابو|مالابو|Malabo
  مابوتو|ماپوتو|Maputo
  ماسيرو|ماسرو|Maseru
  مباباني|مبابانه|Mbabane
  مقديشيو|موگادیشو|Mogadishu
  مونروفيا|مونروویا|Monrovia
  نجامينا|انجامنا|Ndjamena
  نيامي|نیامی|Niamey
  نواكشوط|نوآکشوت|Nouakchott
  واغادوغو|اوآگادوگو|Ouagadougou
  ساو تومي|سائوتومه|São Tomé
  ويندهوك|ویندهوک|Windhoek
  أداك|ایدک|Adak
  أنشوراج|انکوریج|Anchorage
  أنغويلا|آنگوئیلا|Anguilla
  أنتيغوا|آنتیگوا|Antigua
  أروجوانيا|آراگواینا|Araguaina
  لا ريوجا|لاریوخا|La Rioja
  ريو جالييوس|ریوگالگوس|Rio Gallegos
  سالطا|سالتا|Salta
  سان خوان|سن‌خوان|San Juan
  سان لويس|سن‌لوئیس|San Luis
  تاكمان|توکومن|Tucuman
  أشوا|اوشوایا|Ushuaia
  أروبا|اروبا|Aruba
  أسونسيون|آسونسیون|Asunción
  باهيا|بایا|Bahia
  بلم|بلم|Belem
  باو فيستا|بوئاویستا|Boa Vista
  بوغوتا|بوگوتا|Bogota
  بويس|بویسی|Boise
  كامبرديج باي|کمبریج‌بی|Cambridge Bay
  كومبو جراند|کمپو گرانده|Campo Grande
  كانكون|کانکون|Cancún
  كاتاماركا|کاتامارکا|Catamarca
  كايين|کاین|Cayenne
  كايمان|کیمن|Cayman
  تشيواوا|چیواوا|Chihuahua
  سيوداد خواريز|سیوداد خوارز|Ciudad Juárez
  كورال هاربر|اتکوکان|Atikokan
  كوردوبا|کوردووا|Cordoba
  كريستون|کرستون|Creston
  كيابا|کویاوا|Cuiaba
  دانمرك شافن|دانمارکس‌هاون|Danmarkshavn
  داوسان|داوسن|Dawson
  داوسن كريك|داوسن کریک|Dawson Creek
  دنفر|دنور|Denver
  ديترويت|دیترویت|Detroit
  ايدمونتون|ادمونتون|Edmonton
  ايرونبي|ایرونپه|Eirunepe
  فورت نيلسون|فورت نلسون|Fort Nelson
  فورتاليزا|فورتالزا|Fortaleza
  جلاس باي|گلیس‌بی|Glace Bay
  غودثاب|نووک|Nuuk
  جوس باي|گوس‌بی|Goose Bay
  غراند ترك|گراند تورک|Grand Turk
  غواياكويل|گوایاکیل|Guayaquil
  هاليفاكس|هلیفکس|Halifax
  هافانا|هاوانا|Havana
  هيرموسيلو|ارموسیو|Hermosillo
  إنديانابوليس|ایندیاناپولیس|Indianapolis
  اينوفيك|اینوویک|Inuvik
  اكويلت|ایکلوئت|Iqaluit
  جوجو|خوخوی|Jujuy
  جوني|جونو|Juneau
  كرالنديك|کرالندیک|Kralendijk
  لا باز|لاپاز|La Paz
  ليما|لیما|Lima
  لويس فيل|لوئیزویل|Louisville
  ماشيو|ماسیو|Maceio
  ماناغوا|ماناگوا|Managua
  ماناوس|ماناوس|Manaus
  ماريغوت|ماریگات|Marigot
  المارتينيك|مارتینیک|Martinique
  ماتاموروس|ماتاموروس|Matamoros
  مازاتلان|ماساتلان|Mazatlan
  ميندوزا|مندوسا|Mendoza
  مينوميني|منامینی|Menominee
  ميريدا|مریدا|Mérida
  ميتلاكاتلا|متالاکاتلا|Metlakatla
  مكويلون|میکلون|Miquelon
  وينكتون|مانکتون|Moncton
  مونتيري|مونتری|Monterrey
  مونتفيديو|مونته‌ویدئو|Montevideo
  مونتسيرات|مونتسرات|Montserrat
  ناسو|ناسائو|Nassau
  نوم|نوم|Nome
  أوجيناجا|اوجیناگا|Ojinaga
  باراماريبو|پاراماریبو|Paramaribo
  فينكس|فینکس|Phoenix
  بورتو فيلو|پورتوولیو|Porto Velho
  بونتا أريناز|پونتا آرناس|Punta Arenas
  رانكن انلت|خلیجک رنکین|Rankin Inlet
  ريسيف|ریسیفی|Recife
  ريجينا|رجاینا|Regina
  ريزولوت|رزولوت|Resolute
  ريوبرانكو|ریوبرانکو|Rio Branco
  سانتاريم|سنتارم|Santarem
  سانتياغو|سانتیاگو|Santiago
  سانتو دومينغو|سانتو دومینگو|Santo Domingo
  ساو باولو|سائوپائولو|Sao Paulo
  سكورسبيسند|اسکورسبیسوند|Ittoqqortoormiit
  سيتكا|سیتکا|Sitka
  سوفت كارنت|سویفت‌کارنت|Swift Current
  تيغوسيغالبا|تگوسیگالپا|Tegucigalpa
  ثيل|تول|Thule
  تيخوانا|تیخوانا|Tijuana
  تورتولا|تورتولا|Tortola
  فانكوفر|ونکوور|Vancouver
  وايت هورس|وایت‌هورس|Whitehorse
  وينيبيج|وینیپگ|Winnipeg
  ياكوتات|یاکوتات|Yakutat
  كاساي|کیسی|Casey
  دافيز|دیویس|Davis
  ماكواري|مکواری|Macquarie Island
  ماوسون|ماوسون|Mawson
  ماك موردو|مک‌موردو|McMurdo
  بالمير|پالمر|Palmer
  روثيرا|روترا|Rothera
  سايووا|شووا|Syowa
  ترول|ترول|Troll
  فوستوك|وستوک|Vostok
  لونجيربين|لانگ‌یربین|Longyearbyen
  ألماتي|آلماتی|Almaty
  أندير|آنادیر|Anadyr
  أكتاو|آقتاو|Aqtau
  أكتوب|آقتوبه|Aqtobe
  أتيراو|آتیراو|Atyrau
  بارناول|بارنائول|Barnaul
  بشكيك|بیشکک|Bishkek
  كالكتا|کلکته|Kolkata
  تشيتا|چیتا|Chita
  كولومبو|کلمبو|Colombo
  دكا|داکا|Dhaka
  ديلي|دیلی|Dili
  فاماغوستا|فاماگوستا|Famagusta
  هيبرون|الخلیل|Hebron
  هوفد|خوود|Hovd
  ايركيتسك|ایرکوتسک|Irkutsk
  جايابيورا|جایاپورا|Jayapura
  كامتشاتكا|کامچاتکا|Kamchatka
  كاتماندو|کاتماندو|Kathmandu
  خانديجا|خاندیگا|Khandyga
  كراسنويارسك|کراسنویارسک|Krasnoyarsk
  كيشينج|کوچینگ|Kuching
  ماكاو|ماکائو|Macao
  مجادن|ماگادان|Magadan
  ماكسار|ماکاسار|Makassar
  نيقوسيا|نیکوزیا|Nicosia
  نوفوكوزنتسك|نوووکوزنتسک|Novokuznetsk
  نوفوسبيرسك|نووسیبیریسک|Novosibirsk
  أومسك|اومسک|Omsk
  أورال|اورال|Oral
  بنوم بنه|پنوم‌پن|Phnom Penh
  بونتيانك|پونتیاناک|Pontianak
  قوستاناي|قوستانای|Kostanay
  كيزيلوردا|قیزیل‌اوردا|Qyzylorda
  رانغون|یانگون|Yangon
  سكالين|ساخالین|Sakhalin
  سمرقند|سمرقند|Samarkand
  سريدنكوليمسك|اسردنکولیمسک|Srednekolymsk
  تايبيه|تایپه|Taipei
  تيمفو|تیمفو|Thimphu
  تومسك|تومسک|Tomsk
  آلانباتار|اولان‌باتور|Ulaanbaatar
  أرومكي|ارومچی|Urumqi
  فيانتيان|وینتیان|Vientiane
  فلاديفوستك|ولادی‌وستوک|Vladivostok
  ياكتسك|یاکوتسک|Yakutsk
  يكاترنبيرج|یکاترینبرگ|Yekaterinburg
  أزورس|آزور|Azores
  كناري|قناری|Canary
  فارو|فارو|Faroe
  ماديرا|مادیرا|Madeira
  ريكيافيك|ریکیاویک|Reykjavik
  جورجيا الجنوبية|جورجیای جنوبی|South Georgia
  استانلي|استانلی|Stanley
  أديليد|آدلاید|Adelaide
  برسيبان|بریسبین|Brisbane
  بروكن هيل|بروکن‌هیل|Broken Hill
  دارون|داروین|Darwin
  أوكلا|اوکلا|Eucla
  هوبارت|هوبارت|Hobart
  ليندمان|لیندمن|Lindeman
  برثا|پرت|Perth
  أستراخان|آستراخان|Astrakhan
  براتيسلافا|براتیسلاوا|Bratislava
  بوسنغن|بازنگن|Busingen
  تشيسيناو|کیشیناو|Chisinau
  كالينجراد|کالینینگراد|Kaliningrad
  كيروف|کیروف|Kirov
  ليوبليانا|لیوبلیانا|Ljubljana
  ماريهامن|ماریه‌هامن|Mariehamn
  بودغوريكا|پادگاریتسا|Podgorica
  ريغا|ریگا|Riga
  سمراء|سامارا|Samara
  سراييفو|سارایوو|Sarajevo
  ساراتوف|ساراتوف|Saratov
  سيمفروبول|سیمفروپل|Simferopol
  سكوبي|اسکوپیه|Skopje
  تالين|تالین|Tallinn
  تيرانا|تیرانا|Tirane
  أوليانوفسك|اولیانوفسک|Ulyanovsk
  فادوز|فادوتس|Vaduz
  فيلنيوس|ویلنیوس|Vilnius
  فولوجراد|ولگاگراد|Volgograd
  زغرب|زاگرب|Zagreb
  أنتاناناريفو|آنتاناناریوو|Antananarivo
  تشاغوس|شاگوس|Chagos
  كريسماس|کریسمس|Christmas Island
  كوكوس|کوکوس|Cocos Islands
  جزر القمر|کومورو|Comoro
  كيرغويلين|کرگولن|Kerguelen
  ماهي|ماهه|Mahe
  المالديف|مالدیو|Maldives
  ريونيون|رئونیون|Réunion
  أبيا|آپیا|Apia
  أوكلاند|اوکلند|Auckland
  بوغانفيل|بوگنویل|Bougainville
  تشاثام|چت‌هام|Chatham
  استر|ایستر|Easter Island
  إيفات|افاته|Efate
  اندربيرج|اندربری|Enderbury
  فاكاوفو|فاکائوفو|Fakaofo
  فونافوتي|فونافوتی|Funafuti
  جلاباجوس|گالاپاگوس|Galapagos
  جامبير|گامبیر|Gambier
  غوادالكانال|گوادال‌کانال|Guadalcanal
  هونولولو|هونولولو|Honolulu
  كانتون|کانتون|Kanton
  كيريتي ماتي|کریتیماتی|Kiritimati
  كوسرا|کوسرای|Kosrae
  كواجالين|کواجیلین|Kwajalein
  ماجورو|ماجورو|Majuro
  ماركيساس|مارکوزه|Marquesas
  ميدواي|میدوی|Midway
  نورفولك|نورفولک|Norfolk Island
  نوميا|نومئا|Noumea
  باغو باغو|پاگوپاگو|Pago Pago
  بيتكيرن|پیت‌کرن|Pitcairn
  باناب|پانپی|Pohnpei
  بور مورسبي|پورت‌مورزبی|Port Moresby
  راروتونغا|راروتونگا|Rarotonga
  سايبان|سایپان|Saipan
  تاهيتي|تاهیتی|Tahiti
  تاراوا|تاراوا|Tarawa
  تونغاتابو|تونگاتاپو|Tongatapu
  ترك|چوک|Chuuk
  واك|ویک|Wake Island
  واليس|والیس|Wallis
  [time]
  يناير,كانون الثاني|ژانویهٔ,ژانویه|January
  فبراير,شباط|فوریهٔ,فوریه|February
  مارس,آذار|مارس|March
  أبريل,نيسان|آوریل|April
  مايو,أيار|مهٔ,مه|May
  يونيو,حزيران|ژوئن|June
  يوليو,تموز|ژوئیهٔ,ژوئیه|July
  أغسطس,آب|اوت|August
  سبتمبر,أيلول|سپتامبر|September
  أكتوبر,تشرين الأول|اکتبر|October
  نوفمبر,تشرين الثاني|نوامبر|November
  ديسمبر,كانون الأول|دسامبر|December
  [word]
  ليرة تركية|لیرهٔ ترکیه|Turkish Lira
  روبل روسي|روبل روسیه|Russian Ruble
  روبية هندي|روپیهٔ هند|Indian Rupee
  روبية باكستاني|روپیهٔ پاکستان|Pakistani Rupee
  يوان صيني|یوآن چین|Chinese Yuan
  ين ياباني|ین ژاپن|Japanese Yen
  وون كوريا الجنوبية|وون کرهٔ جنوبی|South Korean Won
  فرنك سويسري|فرانک سوئیس|Swiss Franc
  كرونة سويدية|کرون سوئد|Swedish Krona
  كرونة نرويجية|کرون نروژ|Norwegian Krone
  كرونة دنماركية|کرون دانمارک|Danish Krone
  زلوتي بولندي|زلوتی لهستان|Polish Zloty
  شيكل إسرائيلي جديد|شکل جدید اسرائیل|Israeli New Shekel
  أفغاني|افغانی افغانستان|Afghan Afghani
  ريال برازيلي|رئال برزیل|Brazilian Real
  بيزو مكسيكي|پزوی مکزیک|Mexican Peso
  دولار كندي|دلار کانادا|Canadian Dollar
  دولار أسترالي|دلار استرالیا|Australian Dollar
  جنيه مصري|پوند مصر|Egyptian Pound
  دينار عراقي|دینار عراق|Iraqi Dinar
  دينار كويتي|دینار کویت|Kuwaiti Dinar
  ليرة سورية|لیرهٔ سوریه|Syrian Pound
  جنيه لبناني|لیرهٔ لبنان|Lebanese Pound
  مانات أذربيجان|منات جمهوری آذربایجان|Azerbaijani Manat
  درام أرميني|درام ارمنستان|Armenian Dram
  لارى جورجي|لاری گرجستان|Georgian Lari
  """#
