// SPDX-License-Identifier: Apache-2.0
import TextAnalysis
import TextBasics

/// Words that reports of every subject are made of: they say who said what when, not what about.
enum NewsWords {
  /// Whether `stem` belongs to every report in `language`.
  static func contains(_ stem: UInt64, _ language: Language) -> Bool {
    stems[language]?.contains(stem) ?? false
  }

  private static let stems: [Language: Set<UInt64>] = Dictionary(
    uniqueKeysWithValues: [(Language.arabic, arabic), (.persian, persian), (.english, english)].map
    {
      ($0.0, Set(TextProfile.stems(of: $0.1, language: $0.0)))
    }
  )

  private static let arabic = """
    قال قالت يقول وقال أضاف وأضاف أوضح وأوضح أكد وأكد يؤكد مؤكدا أشار وأشار مشيرا إشارة ذكر وذكر \
    أعلن أعلنت يعلن إعلان صرح تصريح صرحت كشف كشفت أفاد وأفادت نقل نقلت بين بينت لفت شدد وشدد دعا دعت \
    اعتبر واعتبر رحب ورحب أعرب عبر أشاد طالب حذر نفى رأى تابع استمر واصل مواصلة بدأ بدأت يبدأ انطلق انطلاق \
    عقد يعقد وعقد تم تمت سيتم جرى جرت شهد شهدت شمل تشمل يشمل ضمن إطار خلال حيث كما أيضا وذلك وفق وفقا بحسب \
    حول بشأن نحو قبل بعد منذ حتى أمس اليوم غدا مساء صباح أسبوع شهر عام سنة أعوام سنوات الماضي الماضية القادم \
    القادمة المقبل المقبلة الجاري الحالي الحالية الأخير الأخيرة الأول الثاني الثالث الأولى الثانية \
    جديد جديدة كبير كبيرة مهم مهمة هام هامة خاص خاصة عدة عدد بعض جميع كل أكثر أقل حوالي نسبة مئة ألف مليون مليار \
    رئيس وزير وزارة وزراء مدير عام مسؤول مسؤولين أمين مساعد نائب حكومة دولة دول بلد بلاد بلدين جمهورية مدينة منطقة \
    إقليمي دولي دولية محلي وطني وطنية عالم عالمي عالمية اجتماع لقاء لقائه التقى يلتقي زيارة يزور مشاركة يشارك حضور \
    تعاون التعاون تعزيز تطوير توسيع تحسين دعم زيادة إنشاء تنفيذ تقديم تحقيق متابعة تبادل مشترك مشتركة مجال مجالات \
    برنامج خطة مشروع مشاريع عملية عمليات هدف بهدف دور أهمية موضوع مسألة قضية أمر شأن جانب نقطة محور محاور \
    علاقات ثنائية هامش مستقبل فرصة فرص مصلحة مصالح نتيجة سبب حال حالة وقت فترة مرحلة أساس مستوى طريق شكل \
    يغادر غادر وصل استقبل سعى تهدف يهدف أدى يمكن يجب قدم يقدم حقق شكل أصبح تعيين تضم يضم تضع يضع أسفرت ينتظر
    """

  private static let persian = """
    گفت می‌گوید گفته افزود تأکید تاکید کرد کردند شد شدند است بود اعلام اظهار بیان اشاره خاطرنشان تصریح عنوان توضیح \
    گزارش خبر خبرنگار خبرگزاری نقل منتشر ابراز خواستار خواست درخواست دعوت استقبال قدردانی تشکر هشدار تأیید رد \
    امروز دیروز فردا شب صبح عصر هفته ماه سال گذشته آینده جاری پیش پس بعد قبل تاکنون هنوز همچنین نیز براساس اساس \
    اول دوم سوم نخست دیگر جدید تازه بزرگ مهم ویژه خاص مختلف متعدد برخی همه بیشتر کمتر حدود درصد هزار میلیون میلیارد \
    رئیس وزیر وزارت وزیران معاون مدیر مدیرکل مدیرعامل مسئول مسئولان مقام نماینده نمایندگان دبیرکل سخنگو رئیس‌جمهور \
    دولت کشور کشورها کشورمان جمهوری شهر شهرستان استان منطقه منطقه‌ای بین‌المللی جهان جهانی ملی داخلی خارجی \
    جلسه نشست دیدار سفر عازم راهی حضور شرکت مشارکت همکاری همکاری‌های گسترش توسعه تقویت ارتقا ارتقای افزایش کاهش \
    برگزار برگزاری انجام اجرا اجرای ایجاد ارائه راستا زمینه حوزه بخش طرح برنامه برنامه‌های پروژه هدف اهداف نقش موضوع \
    محور محورها مسئله اقدام اقدامات دستور چارچوب قالب ادامه شرایط وضعیت فرصت ظرفیت ظرفیت‌های امکان نیاز دلیل علت \
    دوجانبه مشترک حاشیه رسمی فعال مؤثر منظم نیروی نتیجه نظر مورد تعداد میزان سطح صورت عرصه مسیر داد دارد دارند کند کنند
    """

  private static let english = """
    said says say saying told added stressed noted announced announce reported report according statement spokesman \
    spokesperson official officials minister ministry president prime government country countries republic state \
    city region regional national international global world local today yesterday tomorrow week month year years last \
    next new first second third many several other more most than about percent million billion thousand meeting met \
    meet talks visit cooperation agreement development plan project programme program issue issues role part number \
    people group time day days also including between after before during while will would could should may \
    sunday monday tuesday wednesday thursday friday saturday news agency
    """
}
