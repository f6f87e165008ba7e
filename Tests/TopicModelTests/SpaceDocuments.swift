// SPDX-License-Identifier: Apache-2.0
@testable import TopicModel

/// Five short reports about space flight in Arabic, Persian and English, and texts to try a model on.
///
/// The off-topic ones share words with the reports: their places, missiles, stations and agencies.
enum SpaceDocuments {
  static let all: [TopicDeriver.Document] = [
    TopicDeriver.Document(
      name: "f1_thuraya.txt",
      text: """
        پرتاب موفق ماهواره‌بر قائم ۱۰۰ و قرار گرفتن ماهواره ثریا در مدار
        نیروی هوافضای سپاه از پرتاب موفق ماهواره‌بر قائم ۱۰۰ خبر داد. این ماهواره‌بر سه‌مرحله‌ای سوخت جامد ماهواره پژوهشی ثریا را در مدار ۷۵۰ کیلومتری زمین قرار داد. رئیس سازمان فضایی ایران گفت ایستگاه‌های زمینی نخستین سیگنال‌های ماهواره را دریافت کردند و مأموریت فضایی بعدی تا پایان سال انجام می‌شود.
        """
    ),
    TopicDeriver.Document(
      name: "a1_mbzsat.txt",
      text: """
        الإمارات تطلق القمر الاصطناعي محمد بن زايد سات من كاليفورنيا
        أطلق مركز محمد بن راشد للفضاء القمر الاصطناعي "محمد بن زايد سات" على متن صاروخ فالكون 9 التابع لشركة سبيس إكس من قاعدة فاندنبرغ الفضائية. وانفصل القمر عن الصاروخ ووصل إلى مداره على ارتفاع 600 كيلومتر، وتلقت المحطة الأرضية في دبي أول إشارة منه. ويلتقط القمر صورا عالية الدقة لسطح الأرض.
        """
    ),
    TopicDeriver.Document(
      name: "e1_starship.txt",
      text: """
        SpaceX Starship reaches orbit on eleventh test flight
        SpaceX launched its Starship rocket from Texas on Monday and reached orbit for the first time, the company said. The booster returned to the launch pad and was caught by mechanical arms, while the spacecraft released mock satellites before splashing down in the Indian Ocean. NASA plans to use a version of Starship to land astronauts on the Moon.
        """
    ),
    TopicDeriver.Document(
      name: "e2_chandrayaan.txt",
      text: """
        India's Chandrayaan-4 mission approved to bring lunar samples
        India's cabinet approved the Chandrayaan-4 mission, in which a spacecraft will land on the Moon, collect samples of lunar soil and return them to Earth. The Indian space agency ISRO will need two rockets to lift the modules into orbit, where they will dock. The launch is planned for 2028.
        """
    ),
    TopicDeriver.Document(
      name: "f2_pars.txt",
      text: """
        ماهواره پارس ۲ با موشک سایوز به فضا پرتاب شد
        ماهواره سنجشی پارس ۲ ساخت پژوهشگاه فضایی ایران از پایگاه وستوچنی روسیه با موشک سایوز به فضا پرتاب شد و در مدار خورشیدآهنگ قرار گرفت. این ماهواره از سطح زمین با دقت هشت متر تصویر می‌گیرد. وزیر ارتباطات پرتاب را گامی برای صنعت فضایی کشور خواند.
        """
    ),
  ]

  static let onTopic: [(language: String, title: String, body: String)] = [
    (
      "en", "Rocket Lab launches Japanese radar satellite",
      "An Electron rocket placed the satellite into a 570-kilometre orbit on Wednesday."
    ),
    (
      "en", "Astronauts return to Earth after six months aboard space station",
      "A Soyuz capsule with three crew members landed in Kazakhstan."
    ),
    (
      "en", "Chinese probe lands on far side of the Moon",
      "Chang'e-6 will collect lunar samples and bring them back."
    ),
    (
      "ar", "السعودية تطلق قمرا اصطناعيا للاتصالات",
      "انطلق الصاروخ حاملا القمر إلى مداره من قاعدة كورو."
    ),
    (
      "ar", "ناسا تؤجل رحلة رواد الفضاء إلى القمر",
      "أعلنت وكالة الفضاء الأمريكية تأجيل مهمة أرتميس إلى العام المقبل."
    ),
    (
      "fa", "ماهواره ناهید ۲ تا پایان سال به فضا پرتاب می‌شود",
      "رئیس پژوهشگاه فضایی ایران از آمادگی ماهواره مخابراتی خبر داد."
    ),
    (
      "fa", "ماهواره‌بر سیمرغ با موفقیت پرتاب شد",
      "سازمان فضایی ایران اعلام کرد محموله در مدار قرار گرفت."
    ),
    (
      "en", "ISRO docks two spacecraft in orbit for first time",
      "The Indian space agency joined two small satellites launched in December."
    ),
    (
      "ar", "مصر تتسلم القمر الاصطناعي نكس سات 1",
      "وصل القمر إلى مداره واستقبلت المحطة الأرضية إشاراته."
    ),
    (
      "fa", "ناسا کاوشگر تازه‌ای به ماه می‌فرستد",
      "فضاپیمای بدون سرنشین با موشک فالکون ۹ پرتاب خواهد شد."
    ),
  ]

  static let offTopic: [(language: String, title: String, body: String)] = [
    (
      "en", "North Korea fires ballistic missile into sea",
      "The missile flew 1,000 kilometres before falling into the Sea of Japan, Seoul said."
    ),
    (
      "en", "Company opens data centre in Texas",
      "The company said the first phase would return 200 jobs to the region."
    ),
    (
      "ar", "حريق في محطة وقود بدبي",
      "سيطرت فرق الدفاع المدني على الحريق دون إصابات."
    ),
    (
      "ar", "ارتفاع صادرات الإمارات غير النفطية",
      "بلغت الصادرات مستوى قياسيا في الربع الثالث."
    ),
    (
      "fa", "قیمت زمین در تهران افزایش یافت",
      "متوسط قیمت هر متر زمین در پایان سال رشد کرد."
    ),
    (
      "fa", "برخورد دو قطار در ایستگاه تبریز",
      "در این حادثه پنج نفر مصدوم شدند."
    ),
    (
      "en", "India's cabinet approves new farm subsidies",
      "The government will lift support prices for wheat and rice."
    ),
    (
      "en", "Indian Ocean states agree fishing quotas",
      "Samples of tuna showed stocks had fallen, the agency said."
    ),
    (
      "fa", "تیم ملی والیبال ایران روسیه را شکست داد",
      "شاگردان پیاتزا در سه ست پیروز شدند."
    ),
    (
      "ar", "محمد بن راشد يستقبل رئيس وزراء ماليزيا",
      "بحث الجانبان العلاقات الاقتصادية."
    ),
  ]
}
