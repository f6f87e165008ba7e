// SPDX-License-Identifier: Apache-2.0

/// Phrases that say nothing about an event: bylines, sources, invitations to follow a channel.
///
/// A number right after one of them (the agency's code of a report) is left out as well.
let lexiconBoilerplate: String = #"""
  [boilerplate]
  أفادت وكالة,وكالة مهر للأنباء,وكالة أنباء مهر,وكالة أنباء فارس,وكالة فارس,وكالة أنباء,للأنباء,حسب ما أفاد,بحسب ما أفاد,نقلا عن,وفقا لوكالة,حسبما ذكرت|به گزارش خبرگزاری,به گزارش خبرنگار,به گزارش,خبرگزاری فارس,خبرگزاری مهر,خبرگزاری ایرنا,خبرگزاری ایسنا,خبرگزاری تسنیم,خبرگزاری صدا و سیما,خبرگزاری,خبرنگار,به نقل از,روابط عمومی,گروه علمی ایرنا,ایسنا,ایرنا|news agency,reported by,according to reports
  المصدر وكالات,المصدر,للمزيد من الأخبار تابعونا على تلغرام,للمزيد من الأخبار,تابعونا على تلغرام,تابعونا على,تابعوا قناتنا,اقرأ أيضا,اقرأ المزيد,اترك تعليقا,اترك تعليق,التعليقات,مشاركة الخبر,نسخ الرابط|انتهای پیام,انتهای خبر,کد خبر,کد مطلب,شناسه خبر,لینک کوتاه,ادامه مطلب,مطالب مرتبط,نظر شما,ارسال نظر,عضویت در کانال,کانال تلگرام,ما را در تلگرام دنبال کنید,منبع|read more,continue reading,subscribe to our newsletter,follow us on,follow us,all rights reserved,share this,sign up,source
  عاجل,بالصور,بالفيديو,خاص,حصري|فوری,تصاویر,فیلم,عکس,اختصاصی|breaking,update,exclusive,live,watch,photos,video,correction
  """#
