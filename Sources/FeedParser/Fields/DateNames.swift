// SPDX-License-Identifier: Apache-2.0

/// The names of months, days, zones and the like that feeds use.
enum DateNames {
  /// A month of one of two calendars.
  enum Month: Equatable {
    case gregorian(Int)
    case jalali(Int)
  }

  /// Units that stand right behind their number, as in `2025年11月20日`.
  static let units: Set<Unicode.Scalar> = [
    "年", "月", "日", "号", "时", "時", "点", "分", "秒", "년", "월", "일", "시", "분", "초",
  ]

  /// Letters that are one letter here.
  static let folded: [Unicode.Scalar: Unicode.Scalar] = {
    let groups = [
      "aàáâãäåāăąǎ", "cçćĉċč", "dďđ", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "lĺļľł",
      "nñńņňŋ", "oòóôõöøōŏő", "rŕŗř", "sśŝşšșß", "tţťŧț", "uùúûüũūŭůűų", "yýÿŷ", "zźżž",
      "αά", "εέ", "ηή", "ιίϊΐ", "οό", "υύϋΰ", "ωώ", "σς", "еёє", "іїı",
      "اأإآٱ", "يىیېئ", "وؤۆ", "كکڪ", "هةەۀہھ",
    ]
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for group in groups {
      let letters = Array(group.unicodeScalars)
      for letter in letters.dropFirst() where result[letter] == nil { result[letter] = letters[0] }
    }
    return result
  }()

  /// The month called `word`, which is folded; of two words when they are joined by a space.
  static func month(_ word: String) -> Month? {
    if let number = months[word] { return .gregorian(number) }
    if let number = jalaliMonths[word] { return .jalali(number) }
    // English names are cut anywhere behind the third letter: Sept, Octo.
    guard word.utf8.count >= 3, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return english.firstIndex { $0.hasPrefix(word) }.map { .gregorian($0 + 1) }
  }

  /// The day of the week called `word`; 0 is Sunday.
  static func weekday(_ word: String) -> Int? {
    if let number = weekdays[word] { return number }
    guard word.utf8.count >= 3, word.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return englishDays.firstIndex { $0.hasPrefix(word) }
  }

  /// Seconds east of UTC of the zone called `word`.
  static func zone(_ word: String) -> Int? { zones[word] }

  /// 0 before noon, 12 after.
  static func meridiem(_ word: String) -> Int? { meridiems[word] }

  /// Whether `word` is a zone of the United States, where the month comes before the day.
  static func isAmericanZone(_ word: String) -> Bool {
    ["est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt", "akst", "hst"]
      .contains(word)
  }

  /// Words that say nothing about the instant.
  static func isNoise(_ word: String) -> Bool { noise.contains(word) }

  private static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let englishDays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  /// Twelve columns a line, `|` between names of one month, `_` for a space in a name.
  static let monthLines = """
    january|jan february|feb march|mar april|apr may june|jun july|jul august|aug \
    september|sep|sept october|oct november|nov december|dec
    janvier|janv fevrier|fevr|fev mars avril|avr mai juin juillet|juil aout septembre octobre \
    novembre decembre
    januar|janner|jaenner februar|feber maerz|marz|mrz april mai juni juli august september \
    oktober|okt november dezember|dez
    enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set octubre \
    noviembre diciembre|dic
    janeiro fevereiro marco abril maio junho julho agosto setembro outubro|out novembro dezembro
    gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|sett \
    ottobre|ott novembre dicembre
    gener|gen febrer|febr marc abril maig juny juliol|jul agost setembre|set octubre novembre \
    desembre|des
    januari februari maart|mrt april mei juni juli augustus september oktober november december
    januari februari mars april maj juni juli augusti september oktober november december
    januar februar mars april mai juni juli august september oktober november desember
    januar februar marts april maj juni juli august september oktober november december
    januari februari|pebruari maret april mei juni juli agustus|agt september oktober november|nop \
    desember|des
    tammikuu|tammikuuta|tammi helmikuu|helmikuuta|helmi maaliskuu|maaliskuuta|maalis \
    huhtikuu|huhtikuuta|huhti toukokuu|toukokuuta|touko kesakuu|kesakuuta|kesa \
    heinakuu|heinakuuta|heina elokuu|elokuuta|elo syyskuu|syyskuuta|syys \
    lokakuu|lokakuuta|loka marraskuu|marraskuuta|marras joulukuu|joulukuuta|joulu
    jaanuar veebruar|veebr marts aprill mai juuni juuli august september oktoober november \
    detsember|dets
    ianuarie|ian februarie martie aprilie mai iunie|iun iulie|iul august septembrie octombrie \
    noiembrie|noi decembrie
    januar februar marcius|marc aprilis majus|maj junius|juni julius|juli augusztus szeptember|szept \
    oktober november december
    ocak|oca subat|sub mart nisan|nis mayis haziran|haz temmuz|tem agustos eylul|eyl ekim|eki \
    kasim|kas aralik|ara
    styczen|stycznia|sty luty|lutego|lut marzec|marca kwiecien|kwietnia|kwi maj|maja \
    czerwiec|czerwca|cze lipiec|lipca|lip sierpien|sierpnia|sie wrzesien|wrzesnia|wrz \
    pazdziernik|pazdziernika|paz listopad|listopada|lis grudzien|grudnia|gru
    leden|ledna|led unor|unora|uno brezen|brezna|bre duben|dubna|dub kveten|kvetna|kve \
    cerven|cervna cervenec|cervence srpen|srpna|srp zari|zar rijen|rijna|rij listopadu \
    prosinec|prosince|pro
    januara februara marca aprila maja juna jula augusta septembra oktobra novembra decembra
    янв|январь|января фев|февр|февраль|февраля мар|март|марта апр|апрель|апреля май|мая \
    июн|июнь|июня июл|июль|июля авг|август|августа сен|сент|сентябрь|сентября \
    окт|октябрь|октября ноя|нояб|ноябрь|ноября дек|декабрь|декабря
    сiч|січ|січень|січня лют|лютий|лютого бер|березень|березня квіт|кві|квітень|квітня \
    трав|тра|травень|травня черв|чер|червень|червня лип|липень|липня серп|сер|серпень|серпня \
    вер|вересень|вересня жовт|жов|жовтень|жовтня лист|лис|листопад|листопада груд|гру|грудень|грудня
    януари февруари март април май юни юли август септември октомври ноември декември
    јануар фебруар март април мај јун јул август септембар октобар новембар децембар
    ιανουαριος|ιανουαριου|ιαν φεβρουαριος|φεβρουαριου|φεβ|φεβρ μαρτιος|μαρτιου|μαρ|μαρτ \
    απριλιος|απριλιου|απρ μαιος|μαιου|μαι ιουνιος|ιουνιου|ιουν|ιον ιουλιος|ιουλιου|ιουλ|ιολ \
    αυγουστος|αυγουστου|αυγ σεπτεμβριος|σεπτεμβριου|σεπ|σεπτ οκτωβριος|οκτωβριου|οκτ \
    νοεμβριος|νοεμβριου|νοε|νοεμ δεκεμβριος|δεκεμβριου|δεκ
    ינואר|בינואר פברואר|בפברואר מרץ|במרץ|מרס אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי \
    אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר
    जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर \
    दिसंबर|दिसम्बर
    يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو|يونية|يونيه يوليو|يولية|يوليه أغسطس \
    سبتمبر|سيبتمبر أكتوبر نوفمبر ديسمبر
    كانون_الثاني|كانون_ثاني شباط آذار نيسان أيار|نوار حزيران تموز آب أيلول \
    تشرين_الأول|تشرين_أول تشرين_الثاني|تشرين_ثاني كانون_الأول|كانون_أول
    جانفي|جانفيي فيفري|فيفريي مارس أفريل ماي جوان جويلية|جويليه أوت سبتمبر أكتوبر نوفمبر ديسمبر
    يناير فبراير مارس أبريل ماي يونيو يوليوز غشت|أغشت شتنبر|شتمبر أكتوبر نونبر|نوفمبر دجنبر|دجمبر
    ژانویه فوریه مارس آوریل|اوریل مه|مِه|می ژوئن ژوئیه|جولای|ژوییه اوت|آگوست|اگوست|آگست \
    سپتامبر|سپتمبر اکتبر|اکتوبر نوامبر|نومبر دسامبر|دسمبر
    جنوری فبروری|فروری مارچ اپریل|آپریل می|مئی جون جولای|جولائی اگست|آگست سپتمبر|ستمبر اکتوبر|اکتبر \
    نومبر|نوامبر دسمبر|دسامبر
    کانوونی_دووەم|کانونی_دووەم شوبات ئازار نیسان ئایار|ئایا حوزەیران تەمموز|تەمووز ئاب ئەیلوول|ئەیلول \
    تشرینی_یەکەم تشرینی_دووەم کانوونی_یەکەم|کانونی_یەکەم
    """
  private static let months = table(monthLines, base: 1)

  /// Also as the Latin alphabet writes them, and the zodiac names of Afghanistan.
  static let jalaliMonthLines = """
    فروردین|فروردين اردیبهشت خرداد تیر مرداد|امرداد شهریور مهر آبان آذر دی بهمن اسفند
    farvardin ordibehesht khordad tir mordad|amordad shahrivar mehr aban azar dey bahman esfand
    حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
    """
  private static let jalaliMonths = table(jalaliMonthLines, base: 1)

  /// From Sunday.
  static let weekdayLines = """
    sun mon tue|tues wed thu|thur|thurs fri sat
    dimanche|dim lundi|lun mardi|mar mercredi|mer jeudi|jeu vendredi|ven samedi|sam
    sonntag|so montag|mo dienstag|di mittwoch|mi donnerstag|do freitag|fr samstag|sonnabend|sa
    domingo|dom lunes martes miercoles|mie|mier jueves|jue viernes|vie sabado|sab
    domenica lunedi martedi mercoledi giovedi|gio venerdi sabato
    dom segunda|seg terca|ter quarta|qua quinta|qui sexta|sex sabado
    diumenge|dg dilluns|dl dimarts|dt dimecres|dc dijous|dj divendres|dv dissabte|ds
    zondag|zo maandag|ma dinsdag woensdag|wo|woe donderdag vrijdag|vr|vrij zaterdag|za|zat
    sondag|son mandag|man tisdag|tis onsdag|ons torsdag|tor|tors fredag|fre lordag|lor
    son man tirsdag|tir|tirs ons tor fre lor
    minggu senin|sen selasa|sel rabu|rab kamis|kam jumat|jum sabtu
    sunnuntai|su|sunnuntaina maanantai|ma|maanantaina tiistai|ti|tiistaina keskiviikko|ke \
    torstai|to|torstaina perjantai|pe|perjantaina lauantai|la|lauantaina
    duminica|dum luni marti miercuri|mie joi vineri sambata|sam
    vasarnap|vas hetfo|het kedd szerda|sze csutortok|csu pentek|pen szombat|szo
    pazar|paz pazartesi|pzt sali|sal carsamba|car persembe|per cuma|cum cumartesi|cmt
    niedziela|nd|niedz|nie poniedzialek|pon wtorek|wt|wto sroda|sr|sro czwartek|cz|czw piatek|pt|pia \
    sobota|sob
    nedele|ne pondeli|po utery|ut streda|st ctvrtek|ct patek|pa sobota|so
    вс|воскресенье пн|понедельник вт|вторник ср|среда чт|четверг пт|пятница сб|суббота
    нд|неділя пн|понеділок вт|вівторок ср|середа чт|четвер пт|п'ятниця|пятниця сб|субота
    κυρ|κυριακη δευ|δευτερα τρι|τριτη τετ|τεταρτη πεμ|πεμπτη παρ|παρασκευη σαβ|σαββατο
    ראשון שני שלישי רביעי חמישי שישי שבת
    रविवार सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार
    الأحد|أحد الاثنين|الإثنين|اثنين|إثنين الثلاثاء|ثلاثاء الأربعاء|أربعاء|الاربعا الخميس|خميس الجمعة|جمعة \
    السبت|سبت
    یکشنبه|یک_شنبه دوشنبه|دو_شنبه سهشنبه|سه_شنبه چهارشنبه|چهار_شنبه پنجشنبه|پنج_شنبه \
    جمعه|آدینه شنبه
    اتوار پیر|سوموار منگل بدھ جمعرات جمعہ ہفتہ
    یەکشەممە|یەکشەمە دووشەممە|دووشەمە سێشەممە|سێشەمە چوارشەممە|چوارشەمە پێنجشەممە|پێنجشەمە ھەینی|هەینی \
    شەممە|شەمە
    星期日|星期天|周日|日曜日|일요일 星期一|周一|月曜日|월요일 星期二|周二|火曜日|화요일 星期三|周三|水曜日|수요일 \
    星期四|周四|木曜日|목요일 星期五|周五|金曜日|금요일 星期六|周六|土曜日|토요일
    """
  private static let weekdays = table(weekdayLines, base: 0)

  /// Minutes east of UTC.
  ///
  /// Where a name has two meanings the one of RFC 2822 wins, then the one
  /// that more people live by; daylight saving time is what its own name says.
  private static let zones: [String: Int] = {
    let lines = [
      "0 ut utc gmt z wet greenwich zulu غرينتش جرينتش گرینویچ", "60 cet met mez bst west wat",
      "120 cest mest mesz eet sast cat wast ces", "180 eest msk eat trt idt مكة مكه بغداد",
      "210 irst تهران", "240 gst samt msd azt get amt", "270 irdt aft کابل", "300 pkt uzt yekt mvt",
      "330 ist slst", "345 npt", "360 bdt omst almt", "390 mmt",
      "420 ict wib krat novt", "480 sgt hkt awst pht wita irkt myt", "540 jst kst wit yakt",
      "570 acst", "600 aest vlat chst pgt", "630 acdt", "660 aedt magt sbt", "720 nzst fjt",
      "780 nzdt phot", "-60 azot cvt", "-120 fnt", "-180 adt brt art uyt clst", "-210 nst",
      "-150 ndt", "-240 ast edt at clt vet bot gyt", "-300 est cdt et pet cot ect",
      "-360 cst mdt ct", "-420 mst pdt mt", "-480 pst akdt pt", "-540 akst hadt", "-600 hst hast",
      "-660 sst",
    ]
    var result: [String: Int] = [:]
    for line in lines {
      let words = line.split(separator: " ")
      for word in words.dropFirst() {
        result[DateScanner.fold(String(word))] = (Int(words[0]) ?? 0) * 60
      }
    }
    return result
  }()

  private static let meridiems: [String: Int] = {
    var result: [String: Int] = [:]
    for word in ["am", "πμ", "ص", "صباحا", "قظ", "上午", "午前", "오전"] {
      result[DateScanner.fold(word)] = 0
    }
    for word in ["pm", "μμ", "م", "مساء", "مساءا", "بظ", "عصر", "下午", "午後", "오후"] {
      result[DateScanner.fold(word)] = 12
    }
    return result
  }()

  private static let noise: Set<String> = Set(
    [
      "of", "the", "at", "on", "st", "nd", "rd", "th", "er", "ere", "eme", "um", "uhr", "den",
      "der",
      "de", "del", "da", "le", "la", "las", "los", "el", "a", "as", "alle", "ore", "kl", "klo",
      "om", "og", "och",
      "o", "i", "den", "g", "г", "года", "в", "time", "hrs", "kell", "feira", "published", "posted",
      "updated", "في", "على", "الساعة", "ساعة", "الموافق", "بتوقيت", "يوم", "بتاريخ", "عام", "سنة",
      "شهر",
      "م", "و", "ساعت", "ماه", "سال", "روز", "به", "وقت", "در", "مورخ", "تاریخ", "بە", "المكرمة",
      "لە", "تاريخ", "ميلادي", "میلادی", "خورشیدی", "شمسی", "هش", "standard", "quarta",
    ].map(DateScanner.fold)
  )

  private static func table(_ text: String, base: Int) -> [String: Int] {
    var result: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      for (column, names) in line.split(separator: " ").enumerated() {
        for name in names.split(separator: "|") {
          let words = name.split(separator: "_").map { DateScanner.fold(String($0)) }
          let key = words.joined(separator: " ")
          if result[key] == nil { result[key] = column + base }
        }
      }
    }
    return result
  }
}
