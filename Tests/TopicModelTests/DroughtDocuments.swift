// SPDX-License-Identifier: Apache-2.0
@testable import TopicModel

/// Five short reports about drought and water, in Arabic, Persian and English, and texts to try a model on.
///
/// A second subject beside ``FootballDocuments``: nothing in the deriver was chosen with it in mind.
enum DroughtDocuments {
  static let all: [TopicDeriver.Document] = [
    TopicDeriver.Document(
      name: "a1_dams.txt",
      text: """
        انخفاض مخزون السدود إلى أدنى مستوى منذ عقدين
        قالت وزارة الموارد المائية إن مخزون المياه في السدود انخفض إلى ثلث السعة بسبب الجفاف وقلة الأمطار.
        وأضافت أن منسوب النهر تراجع مترين، وأن الخزانات تحتاج إلى موسم أمطار جيد. ودعت المزارعين إلى ترشيد استهلاك المياه والتحول إلى الري بالتنقيط.
        """
    ),
    TopicDeriver.Document(
      name: "a2_farmers.txt",
      text: """
        الجفاف يدفع المزارعين إلى ترك أراضيهم
        هجر آلاف المزارعين قراهم بعد أن جفت الآبار وتراجع محصول القمح للعام الثالث. ويقول خبراء إن الجفاف وشح المياه سيزدادان مع تغير المناخ.
        وطالب المزارعون بحفر آبار جديدة وتوزيع عادل لمياه الري، وقالت الوزارة إن المياه الجوفية تراجعت كثيرا.
        """
    ),
    TopicDeriver.Document(
      name: "f1_lake.txt",
      text: """
        تراز دریاچه ارومیه باز هم پایین آمد
        تراز آب دریاچه ارومیه در پایان تابستان به پایین‌ترین حد رسید. کارشناسان منابع آب، خشکسالی، کاهش بارندگی و برداشت از چاه‌ها را دلیل می‌دانند.
        مدیر آب منطقه‌ای گفت رهاسازی آب از سدها آغاز شده است، اما بدون صرفه‌جویی کشاورزان و اصلاح آبیاری دریاچه خشک می‌شود.
        """
    ),
    TopicDeriver.Document(
      name: "f2_ration.txt",
      text: """
        احتمال جیره‌بندی آب در پایتخت
        وزیر نیرو گفت ذخیره سدهای تهران به ده درصد رسیده و اگر بارندگی نشود جیره‌بندی آب ناگزیر است. خشکسالی امسال ششمین سال پیاپی کم‌آبی است.
        او از مردم خواست در مصرف آب صرفه‌جویی کنند. فشار آب شب‌ها کم می‌شود و چاه‌های تازه برای تأمین آب شهر حفر شده است.
        """
    ),
    TopicDeriver.Document(
      name: "e1_river.txt",
      text: """
        River runs dry as drought enters fourth year
        The river has stopped flowing below the dam for the first time on record as drought enters its fourth year. Reservoirs hold a fifth of their water.
        Farmers who depend on irrigation have lost half of the wheat harvest, and villages get drinking water from tankers. Officials ask households to save water until the rains come.
        """
    ),
  ]

  /// Reports that no document tells: language, title, text.
  static let onTopic: [(language: String, title: String, body: String)] = [
    (
      "ar", "وزير الموارد المائية: السدود بحاجة إلى أمطار", "دعا الوزير المواطنين إلى ترشيد المياه."
    ),
    ("ar", "شح المياه يهدد محاصيل الجنوب", "يطالب المزارعون بزيادة حصص الري."),
    ("ar", "جفاف الأهوار يقتل الجاموس", "تراجع منسوب المياه إلى أقل من نصف متر."),
    ("fa", "خشکسالی گندم دیم لرستان را از میان برد", "کشاورزان خسارت می‌خواهند."),
    ("fa", "ذخیره سدهای خراسان نصف شد", "بارندگی پاییز کمتر از میانگین بود."),
    ("fa", "جیره‌بندی آب در دو شهر کرمان آغاز شد", "فشار آب شبانه قطع می‌شود."),
    ("fa", "چاه‌های غیرمجاز دشت ورامین بسته می‌شود", "سطح آب زیرزمینی هر سال یک متر پایین می‌رود."),
    (
      "en", "Reservoirs at record low after dry winter",
      "Officials may ration water in three counties."
    ),
    ("en", "Drought cuts wheat harvest in Syria by a third", "Wells have failed in many villages."),
    (
      "en", "Farmers switch to drip irrigation to save water",
      "The dam has not been full since 2019."
    ),
  ]

  static let offTopic: [(language: String, title: String, body: String)] = [
    ("ar", "البنك المركزي يثبت سعر الصرف", "قال المحافظ إن الاحتياطي كاف."),
    ("ar", "الزوراء يفوز في ديربي بغداد", "سجل المهاجم هدفا في الدقيقة الأخيرة."),
    ("ar", "محكمة تقضي بسجن تاجر مخدرات", "ضبطت الشرطة معه كمية كبيرة."),
    ("ar", "افتتاح معرض الكتاب", "تشارك في المعرض دور نشر كثيرة."),
    ("fa", "سرمربی تیم ملی استعفا داد", "فدراسیون استعفا را پذیرفت."),
    ("fa", "نمایش فیلم تازه در جشنواره فجر", "منتقدان از بازیگران ستایش کردند."),
    ("fa", "قیمت خودرو در بازار بالا رفت", "نمایشگاه‌داران از رکود گفتند."),
    ("fa", "انتخابات مجلس دو مرحله‌ای شد", "وزیر کشور نامزدها را اعلام کرد."),
    ("en", "Parliament passes tax reform", "The finance minister welcomed the vote."),
    ("en", "Phone maker unveils thinner model", "Shops will sell it from Friday."),
  ]
}
