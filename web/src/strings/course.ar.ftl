### نصوص سير الجلسة: الإعلانات والعد التنازلي والتمديد والمساعدة والشاشة.

## ما يراه الجميع
course-from-organiser = من الجهة المنظِّمة
course-from-chair = من الرئاسة
course-put-away = إخفاء
course-left = متبقٍّ
course-left-of = متبقٍّ { $time }
course-over = انتهى الوقت
course-minute = بقيت دقيقة واحدة
course-until = حتى { $time }
course-help-coming = المساعدة في الطريق.

## المساعدة
course-help = المساعدة
course-help-more = يستدعي الجهة المنظِّمة إلى قاعتك. لا يراه المشاركون ولا الشاشة.
course-help-reason = لأي غرض؟ (يمكن تركه فارغًا)
course-help-call = طلب المساعدة
course-help-called = تم استدعاء الجهة المنظِّمة.
course-help-none = القاعة لا تطلب المساعدة.
course-help-answer = المساعدة في الطريق
course-help-end = لم نعد بحاجة إلى المساعدة

course-head = الجلسة

## الوقت
course-time = الوقت
course-countdown = عد تنازلي على كل هاتف وشاشة
course-minutes = { $minutes } د
course-countdown-of = عد تنازلي لمدة { $minutes } دقيقة
course-countdown-own = دقائق أخرى
course-countdown-min = دقائق
course-countdown-start = بدء
course-countdown-label = ماذا يأتي بعدها (يمكن تركه فارغًا)
course-countdown-stop = إزالة العد التنازلي
course-extend = تمديد الجلسة
course-extend-by = + { $minutes } د
course-extend-of = تمديد بمقدار { $minutes } دقيقة
refusal-extended-meanwhile = غيّر شخص آخر مدة هذه الجلسة في هذه الأثناء، ولم تغيّر أنت شيئًا. انظر متى تنتهي الآن، ثم أعد ما فعلته إن كان لا يزال مطلوبًا.
course-as-planned = الانتهاء كما هو مخطط
course-extended = تنتهي الجلسة الآن في { $time }.
course-extended-by = مُدّدت الجلسة بمقدار { $minutes } دقيقة.

## الإعلانات
course-announce = إعلان
course-announce-text = ما يُبلَّغ به كل من في القاعة
course-announce-do = إعلان
course-announce-on = على كل الصفحات الآن
course-announce-off = إزالته
course-announce-now = على كل الصفحات الآن: { $message }
course-template-ten = بقيت عشر دقائق.
course-template-five = بقيت خمس دقائق. يرجى الاختتام.
course-template-plenary = يرجى العودة إلى الجلسة العامة.
course-template-rapporteur = إلى المقرِّرين: يرجى وضع الصيغة النهائية للرسائل الثلاث الآن.

## الشاشة
course-screen = الشاشة
course-screen-shows = ما تعرضه الشاشة
course-screen-automatic = ما يجري الآن
course-screen-floor = المتحدثون
course-screen-poll = التصويت
course-screen-notes = الملاحظات
course-screen-board = المساهمات
course-screen-plenary = لوحة الجلسة الختامية
course-screen-join = كيفية الانضمام
course-screen-countdown = العد التنازلي
course-screen-blank = العنوان فقط
course-screen-notes-none = الملاحظات فارغة حتى الآن.
course-screen-board-none = لا توجد مساهمات حتى الآن.

## أسئلة من القاعة
questions-floor = الأسئلة
questions-add = طرح سؤال
questions-add-more = سؤال واحد في جملة أو جملتين. ويمكن للآخرين تأييده.
questions-text = سؤالك
questions-answered = أُجيب عنه
questions-answer = وضع علامة «أُجيب عنه»
questions-unanswer = لم يُجَب عنه بعد
questions-empty = لا توجد أسئلة حتى الآن.
questions-settled = { $count ->
    [zero] لا أسئلة مُجابة
    [one] سؤال واحد أُجيب عنه
    [two] سؤالان أُجيب عنهما
    [few] { $count } أسئلة أُجيب عنها
   *[other] { $count } سؤالًا أُجيب عنها
}
