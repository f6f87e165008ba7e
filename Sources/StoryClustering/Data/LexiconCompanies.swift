// SPDX-License-Identifier: Apache-2.0

/// Companies and organisations that act in the news: Arabic, Persian, English; commas part synonyms.
let lexiconCompanies: String = #"""
  [org]
  ألفابت|آلفابت|alphabet inc
  إنفيديا,نفيديا|انویدیا|nvidia
  إنتل|اینتل|intel
  كوالكوم|کوالکام|qualcomm
  آي بي إم|آی‌بی‌ام,آی بی ام|IBM
  أوراكل|اوراکل|oracle
  سيسكو|سیسکو|cisco
  أوبن إيه آي,أوبن أي آي|اوپن‌ای‌آی,اوپن ای آی|openai,open ai
  أنثروبيك|آنتروپیک|anthropic
  ديب سيك,ديبسيك|دیپ‌سیک,دیپ سیک|deepseek
  علي بابا|علی‌بابا,علی بابا|alibaba
  تنسنت,تينسنت|تنسنت|tencent
  بايدو|بایدو|baidu
  شاومي|شیائومی|xiaomi
  بايت دانس|بایت‌دنس,بایت دنس|bytedance
  تيك توك,تيكتوك|تیک‌تاک,تیک تاک|tiktok
  سناب شات|اسنپ‌چت,اسنپ چت|snapchat
  نوكيا|نوکیا|nokia
  إريكسون|اریکسون|ericsson
  زد تي إي|زدتی‌ای,زد تی ای|ZTE
  تي إس إم سي|تی‌اس‌ام‌سی,تی اس ام سی|TSMC
  إيه إم دي|ای‌ام‌دی,ای ام دی|AMD
  سوني|سونی|sony
  إل جي|ال‌جی,ال جی|LG
  سيمنز|زیمنس|siemens
  لوكهيد مارتن|لاکهید مارتین|lockheed martin
  تويوتا|تویوتا|toyota
  فولكس فاغن,فولكسفاغن|فولکس‌واگن,فولکس واگن|volkswagen
  نتفليكس,نتفلكس|نتفلیکس|netflix
  باي بال|پی‌پل,پی پال|paypal
  فايزر|فایزر|pfizer
  موديرنا,مودرنا|مدرنا|moderna
  أسترازينيكا|آسترازنکا|astrazeneca
  أوريدو|اوریدو|ooredoo
  أدنوك|ادنوک|ADNOC
  توتال إنرجي,توتال إنرجيز|توتال انرژی|totalenergies
  إكسون موبيل,إكسون|اکسون موبیل|exxonmobil,exxon
  غازبروم,جازبروم|گازپروم|gazprom
  روسنفت|روسنفت|rosneft
  روس كوسموس,روسكوسموس|روسکاسموس|roscosmos
  كاسبرسكي|کسپرسکی,کاسپرسکی|kaspersky
  أيكان|آیکان|ICANN
  الإنتربول|اینترپل|interpol
  اليوروبول|یوروپل|europol
  بريكس|بریکس|BRICS
  أوبك بلس,أوبك+|اوپک پلاس|opec plus
  هيومن رايتس ووتش|دیده‌بان حقوق بشر,دیده بان حقوق بشر|human rights watch
  العفو الدولية,منظمة العفو الدولية|عفو بین‌الملل,عفو بین الملل|amnesty international
  غوغل ديب مايند,ديب مايند|دیپ‌مایند,دیپ مایند|deepmind
  """#
