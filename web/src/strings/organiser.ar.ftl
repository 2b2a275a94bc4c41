### The texts, in Arabic, around the organiser's pages.

organiser-nav = صفحات المنظّم
organiser-desk = المكتب
organiser-calls = { $count ->
    [one] نداء واحد
    [two] نداءان
    [few] { $count } نداءات
   *[other] { $count } نداء
}
organiser-setup = الإعداد
organiser-people = الأشخاص
organiser-matchmaking = التوفيق بين الشركاء
organiser-board = لوحة الختام
organiser-keeping = الملفات والبيانات
organiser-meeting = صفحة الاجتماع
news-live = مباشر
news-away = لا يوجد اتصال. قد يكون المعروض قديمًا.
