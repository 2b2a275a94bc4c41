### نصوص مكتب الجهة المنظِّمة: كل القاعات في صفحة واحدة.

overview-calls = طلبات المساعدة
overview-calls-of = { $room } تطلب المساعدة.
overview-acts = ما يُجرى في القاعات
overview-all = { $count ->
    [0] لم تبدأ أي قاعة بعد
   *[other] لكل القاعات التي بدأت ({ $count })
}
overview-chosen = للقاعات التي اخترتها ({ $count })
overview-people = المتصلون جميعًا: { $count }
overview-choose = اختيار قاعات معًا
overview-choose-none = إلغاء الاختيار
overview-no-rooms = لا قاعات في هذا الاجتماع بعد.
overview-act-announce = إعلان
overview-act-time = الوقت
overview-act-lists = قوائم المتحدثين
overview-act-close = إغلاق …
overview-act-reopen = إعادة فتح
overview-meant = القاعات ({ $count }):
overview-done = تم في القاعات: { $count }.
overview-refused = لم يتم في القاعات: { $count }:
overview-put-away = إخفاء

## قاعة
overview-state-open = مفتوحة
overview-state-closed = مغلقة
overview-state-not-begun = لم تبدأ
overview-state-unavailable = غير متاحة
overview-help = تطلب المساعدة
overview-help-coming = المساعدة في الطريق
overview-help-since = { $role }، قبل { $minutes } د
overview-help-answer-of = إبلاغ { $room } بأن المساعدة في الطريق
overview-help-end = تم
overview-help-end-of = انتهى طلب { $room }
overview-people-head = الحضور
overview-people-of = { $here } هنا، انضم { $joined } حتى الآن
overview-floor = الكلمة
overview-floor-nobody = لا أحد يتحدث
overview-waiting = المنتظرون: { $count }
overview-list-not-open = القائمة لم تُفتح بعد
overview-list-open = القائمة مفتوحة
overview-list-closing = القائمة تُغلق قريبًا
overview-list-closed = القائمة مغلقة
overview-list-exhausted = استُمع إلى الجميع
overview-poll = تصويت
overview-turnout = صوّت { $turnout } من { $electorate }
overview-notes = الملاحظات
overview-notes-none = فارغة حتى الآن
overview-report = التقرير
overview-report-draft = قيد الكتابة
overview-report-circulated = المسودة مفتوحة للملاحظات
overview-report-commented = يُجاب عن الملاحظات
overview-report-final = نهائي
overview-report-sealed = مختوم، الإصدار { $revision }
overview-remarks = ملاحظات تنتظر: { $count }
overview-told = الوقت
overview-announced = أُعلن
overview-extended = + { $minutes } د
overview-screen-of = شاشة { $room }
overview-not-begun = لم يدخلها أحد بعد.
overview-unavailable = لا يمكن قراءة هذه القاعة الآن. السبب في سجل الخادم.
overview-details = الروابط والمقاعد
overview-details-of = روابط { $room } ومقاعدها

## في عدة قاعات
overview-unannounce = إزالة الإعلانات في القاعات ({ $count })
overview-lists-open = فتح القوائم ({ $count })
overview-lists-close = إغلاق القوائم ({ $count })
overview-close-title = إغلاق القاعات ({ $count })؟
overview-close-more = القاعة المغلقة تُقرأ ولا يتغير فيها شيء. وتُختم حصيلتها. ويمكنك إعادة فتحها.
overview-close-speaking = هناك من يتحدث
overview-close-polls = عمليات تصويت مفتوحة: { $count }
overview-close-waiting = متحدثون ينتظرون ولن يُستمع إليهم: { $count }
overview-close-remarks = ملاحظات بلا جواب: { $count }
overview-close-nobody = لم يدخلها أحد بعد. من يأتي لاحقًا يجدها مغلقة.
overview-close-nothing = لا شيء يمنع.
overview-close-none = لا قاعة مفتوحة من بينها.
overview-close-names = القاعات الخاضعة لقاعدة تشاتام هاوس: تحقق أولًا في القاعة من أن نصوصها لا تسمّي أحدًا.
overview-close-settle = إنهاء الكلمات وإغلاق التصويت المفتوح أولًا
overview-close-not = ليس الآن
overview-close-do = إغلاق القاعات ({ $count })
overview-reopen-more = يعود الأشخاص أنفسهم إلى كل شيء كما كان. والإغلاق التالي يصنع نسخة جديدة من الحصيلة.
overview-reopen-none = لا قاعة مغلقة من بينها.
overview-reopen-do = إعادة فتح القاعات ({ $count })

## الروابط والمقاعد
details-links = روابط الانضمام
details-links-more = يُستبدل الرابط الذي وقع في غير موضعه: لا يفتح الرمز القديم شيئًا بعدها.
details-stay = يبقى من دخلوا بالرابط القديم
details-replace = استبدال
details-replace-sure = استبدال الرابط: { $role }
details-replaced = { $role }: الرمز الآن { $code }.
details-seats = المقاعد
details-seats-more = من يفقد مقعده يخرج فورًا وعليه الانضمام من جديد. ويبقى ما فعله مسجلًا.
details-seats-none = لا مقعد لأحد هنا بعد.
details-end = إنهاء المقعد
details-end-sure = إنهاء مقعد { $name }
details-ended = انتهى مقعد { $name }.
