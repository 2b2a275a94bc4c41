### The texts, in Arabic, of the closing plenary's board and of reading out.

plenary-title = لوحة الختام
plenary-not-yet = لم تُعرض اللوحة بعد. ستظهر هنا تلقائيًا.
plenary-empty = لا توجد نقاط بعد. تأتي النقاط من ملاحظات القاعات حيث يحددها المقررون.
plenary-silent = لا نقاط بعد من: { $rooms }
plenary-kind-all = كل الأنواع ({ $count })
plenary-theme = الموضوع
plenary-theme-all = كل المواضيع
plenary-order = الترتيب
plenary-order-reported = كما وردت
plenary-order-support = الأكثر تأييدًا
plenary-filter = تصفية
plenary-filters = ما يُعرض
plenary-source = من
plenary-room-open = لا تزال تكتب
plenary-pinned = في المقدمة
plenary-same = { $count ->
    [zero] لم تُذكر مرة أخرى
    [one] ذُكرت مرة أخرى
    [two] ذُكرت مرتين أخريين
    [few] ذُكرت { $count } مرات أخرى
   *[other] ذُكرت { $count } مرة أخرى
}
plenary-support = تأييد
plenary-supported = مؤيَّدة
plenary-support-of = { $does } ({ $count }): { $text }
plenary-support-count = التأييد: { $count }
plenary-support-closed = لا يُقبل التأييد الآن.
plenary-support-once = أيّد ما توافق عليه. يُحسب كل مقعد مرة واحدة، ولا يرى أحد من أيّد.

plenary-phase = من يرى اللوحة
plenary-phase-preparing = المنظمون وحدهم يرون هذه اللوحة.
plenary-phase-shown = الجميع يرون هذه اللوحة.
plenary-phase-closed = اللوحة مغلقة. يمكن للجميع قراءتها.
plenary-show = عرضها على الجميع
plenary-take-down = سحبها من العرض
plenary-close = إغلاق اللوحة
plenary-close-sure = إغلاقها: لا ضم ولا تأييد بعد ذلك
plenary-reopen = فتحها من جديد
plenary-supporting = التأييد
plenary-supporting-open = يمكن للهواتف تأييد النقاط.
plenary-supporting-closed = لا يمكن للهواتف تأييد النقاط.
plenary-open-support = فتح التأييد
plenary-close-support = إغلاق التأييد
plenary-files = الملفات
plenary-report-docx = التقرير الموحّد (Word)
plenary-report-pdf = التقرير الموحّد (PDF)
plenary-mapping-csv = بيانات المسح (CSV)
plenary-mapping-json = بيانات المسح (JSON)
plenary-see-page = الصفحة المتاحة للجميع
plenary-see-screen = لجهاز العرض
plenary-how-to-fold = هل تقول نقطتان الشيء نفسه؟ اسحب إحداهما فوق الأخرى، أو اضغط «ترتيب».

plenary-arrange = ترتيب
plenary-arrange-of = ترتيب: { $text }
plenary-arrange-title = ترتيب نقطة
plenary-fold-under = ضمّها تحت
plenary-fold-choose = اختر النقطة التي تقول الشيء نفسه
plenary-fold = ضمّ
plenary-folded = ضُمّت تحت «{ $text }».
plenary-undo = تراجع
plenary-unfold = فصل
plenary-unfold-of = فصل: { $text }
plenary-lead = لتمثّل هذه الجميع
plenary-lead-of = لتمثّل هذه الجميع: { $text }
plenary-pin = وضعها في مقدمة موضوعها
plenary-unpin = إزالتها من المقدمة
plenary-hide = استبعاد
plenary-hide-reason = السبب، لبقية المنظمين
plenary-hide-more = تبقى النقطة في وثائق القاعة.
plenary-hidden = { $count ->
    [zero] لا نقاط مستبعدة
    [one] نقطة واحدة مستبعدة
    [two] نقطتان مستبعدتان
    [few] { $count } نقاط مستبعدة
   *[other] { $count } نقطة مستبعدة
}
plenary-hidden-reason = السبب: { $reason }
plenary-unhide = إعادتها
plenary-unhide-of = إعادتها: { $text }
plenary-page = { $page } من { $pages }

readout-title = تلاوة الرسائل
readout-none = لا يُتلى شيء الآن.
readout-room = القاعة
readout-room-choose = اختر قاعة
readout-begin = تلاوة
readout-begin-own = تلاوة رسائل قاعتك
readout-now = { $room }: تُتلى رسائلها الآن
readout-open = فتح صفحة التلاوة
readout-by = { $count ->
    [one] المقرر: { $names }
   *[other] المقررون: { $names }
}
readout-no-messages = لم تُحدَّد رسائل إلى الجلسة العامة في ملاحظات هذه القاعة.
readout-message = الرسالة { $number } من { $count }
readout-previous = الرسالة السابقة
readout-next = الرسالة التالية
readout-start = تشغيل الساعة
readout-restart = تشغيل الساعة من جديد
readout-end = إنهاء
readout-left = متبقٍّ
readout-over = تجاوز
readout-standing = الساعة متوقفة
readout-keys = مفاتيح الأسهم أو جهاز التحكم تغيّر الرسالة.

refusal-unknown-point = لم تعد هذه النقطة على اللوحة.
refusal-arranged-meanwhile = غيّر شخص آخر هذا على اللوحة في هذه الأثناء، ولم تغيّر أنت شيئًا. انظر إلى اللوحة كما هي الآن، ثم أعد ما فعلته إن كان لا يزال مطلوبًا.
refusal-plenary-closed = لوحة الختام مغلقة.
refusal-support-closed = لا يُقبل التأييد الآن.
refusal-no-read-out = لا يُتلى أي تقرير الآن.
