## المقال

kind = نوع المنشور
photo = صورة
people = المتحدثون
questions = أسئلة وأجوبة
article = المقال
articles = مقالات
published = تاريخ النشر
updated = آخر تحديث
what-changed = ما الذي تغيّر
source = المصدر
sources = المصادر

## القضايا

issues = القضايا
contention = نقاط الخلاف
common-ground = أرضية مشتركة
alliance = بين الحلفاء
proposal = مقترحات
bears-on = يتعلق بـ
events = على الخط الزمني
expand-all = فتح الكل
collapse-all = طي الكل

## المقاطع المقتبسة

in-context = اقرأ في السياق
from-lead = المقدمة
from-caption = تعليق الصورة
from-question = سؤال
from-answer = جواب
from-section = قسم

## الخط الزمني والخريطة

timeline = الخط الزمني
timeline-drawn = الخط الزمني بمقياس الزمن
timeline-keys = يحرّك السهمان الأيمن والأيسر الخط الزمني، ويغيّر الزائد والناقص المقياس، ويعرضه 0 كاملًا.
zoom-in = تكبير
zoom-out = تصغير
zoom-all = عرض الكل
earlier = أقدم
later = أحدث
circa = نحو
planned = كان مقررًا عند كتابة المقال
disputed = محل خلاف
map = خريطة
map-source = بيانات الخريطة: Natural Earth

## ما تم اختياره

related-to = على صلة بـ
clear = إلغاء

## البحث

search = ابحث في هذا المقال
search-result = النتيجة { $number } من { $total }
search-nothing = لا توجد نتائج
search-next = النتيجة التالية
search-previous = النتيجة السابقة

## للنقل والمشاركة

link-copied = تم نسخ الرابط
copy-quotation = نسخ كاقتباس
quotation-copied = تم نسخ الاقتباس
copy-refused = النسخ غير مسموح هنا
share = مشاركة

## عند حدوث خطأ

failed = لا يمكن عرض هذا المحتوى الآن.

## الأعداد والمدد

issues-count = { $n ->
    [one] قضية واحدة
    [two] قضيتان
    [few] { $n } قضايا
    [many] { $n } قضية
   *[other] { $n } قضية
}
dates-count = { $n ->
    [one] تاريخ واحد
    [two] تاريخان
    [few] { $n } تواريخ
    [many] { $n } تاريخًا
   *[other] { $n } تاريخ
}
gap-years = { $n ->
    [one] سنة
    [two] سنتان
    [few] { $n } سنوات
    [many] { $n } سنة
   *[other] { $n } سنة
}
gap-months = { $n ->
    [one] شهر
    [two] شهران
    [few] { $n } أشهر
    [many] { $n } شهرًا
   *[other] { $n } شهر
}
gap-days = { $n ->
    [one] يوم
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}

## الاختيار

filter = الخط الزمني والقضايا
all = الكل
skip = انتقل إلى المقال
close = إغلاق
year-only = السنة فقط
about = نحو { $span }
link = رابط إلى { $title }
before = قبل { $year }
by-period = الأحداث حسب الفترة
steps = { $number } من { $total }
next-passage = المقطع التالي
previous-passage = المقطع السابق
