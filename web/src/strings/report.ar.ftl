### نصوص اعتماد التقرير والوثائق بالعربية.

## ما يراه الجميع
report = التقرير
report-open = المسودة { $number } من التقرير مفتوحة للملاحظات حتى { $time }.
report-read = قراءتها
report-read-again = قراءة المسودة
report-notes-circulated = عُمّمت المسودة { $number }. وما يُكتب من الآن ليس جزءاً منها.
report-notes-commented = يجري الرد على الملاحظات على المسودة { $number }.
report-notes-closed = أُغلقت الجلسة. والمسودة { $number } هي آخر ما عُمّم.
report-notes-final = نهائي: لم يعد من الممكن الكتابة هنا.
report-resumed = أُعيد فتحه: { $reason }

## المسودة
draft-title = المسودة { $number } من التقرير
draft-more = هذا هو النص كما جُمّد عند { $time }. اضغط + بجانب فقرة لإبداء ملاحظة عليها.
draft-more-read = هذا هو النص كما جُمّد عند { $time }.
draft-over = انتهى وقت الملاحظات على هذه المسودة.
draft-newer = عُمّمت بعدها المسودة { $number }. ولم تعد هذه تقبل ملاحظات.
draft-newer-read = قراءة المسودة { $number }
draft-which = أي مسودة
draft-one = المسودة { $number }
draft-loading-failed = تعذّر جلب المسودة.
draft-hash = بصمة المسودة SHA-256
draft-remark-on = ملاحظة على الفقرة { $number }
draft-remark = ملاحظتك
draft-remark-send = إرسالها
draft-remark-leave = إلغاء
draft-remark-late = لم تعد هذه المسودة تقبل ملاحظات. ويبقى نصك هنا لتنسخه.
draft-remark-mine = ملاحظتك
draft-remark-back = سحبها
draft-remark-waits = في انتظار الرد
draft-remark-of = ملاحظة
verdict-taken = أُخذ بها
verdict-declined = لم يؤخذ بها
remarks-own-count = { $count ->
    [one] أبديت ملاحظة واحدة
    [two] أبديت ملاحظتين
    [few] أبديت { $count } ملاحظات
   *[other] أبديت { $count } ملاحظة
}

## المقرر يعتمد التقرير مع القاعة
report-clear = اعتماد التقرير مع القاعة
report-state-draft = التقرير قيد الكتابة.
report-state-circulated = المسودة { $number } مفتوحة للملاحظات.
report-state-commented = انتهى وقت الملاحظات على المسودة { $number }.
report-state-final = التقرير نهائي منذ { $time }.
report-circulate-more = يُجمَّد النص كمسودة مرقّمة ويمكن لكل من في القاعة إبداء ملاحظات على فقراتها.
report-circulate-for = وقت الملاحظات
report-for-600 = 10 دقائق
report-for-1800 = 30 دقيقة
report-for-3600 = ساعة واحدة
report-for-86400 = يوم واحد
report-circulate = تعميم مسودة
report-circulate-again = تعميم مسودة أخرى
report-ask = أتريد تعميم المسودة { $number }؟
report-ask-to = تُرسل الملاحظات كما هي الآن إلى كل من في القاعة. الحاضرون: { $count }.
report-ask-for-600 = يمكنهم إبداء الملاحظات مدة 10 دقائق.
report-ask-for-1800 = يمكنهم إبداء الملاحظات مدة 30 دقيقة.
report-ask-for-3600 = يمكنهم إبداء الملاحظات مدة ساعة.
report-ask-for-86400 = يمكنهم إبداء الملاحظات مدة يوم.
report-ask-what = عدد فقرات المسودة: { $count }.
report-ask-empty = لم يُكتب شيء بعد تحت
report-ask-send = تعميم
report-left = الباقي { $left }، حتى { $time }
report-more-time = + { $minutes } د
report-end = إنهاؤه الآن
report-end-sure = إنهاء وقت الملاحظات
report-remarks = الملاحظات
report-remarks-none = لا ملاحظات بعد.
report-remarks-waiting = { $count ->
    [0] لكل ملاحظة ردها.
    [one] ملاحظة واحدة في انتظار الرد.
    [two] ملاحظتان في انتظار الرد.
    [few] { $count } ملاحظات في انتظار الرد.
   *[other] { $count } ملاحظة في انتظار الرد.
}
report-left-on = { $count ->
    [one] ملاحظة واحدة على المسودة { $number } في انتظار الرد.
    [two] ملاحظتان على المسودة { $number } في انتظار الرد.
    [few] { $count } ملاحظات على المسودة { $number } في انتظار الرد.
   *[other] { $count } ملاحظة على المسودة { $number } في انتظار الرد.
}
report-left-read = الرد على المسودة { $number }
report-paragraph = الفقرة { $number }
report-word = كلمة عنها
report-word-needed = لازمة لعدم الأخذ بها
report-take = الأخذ بها
report-decline = عدم الأخذ بها
report-answer-change = تغيير الرد
report-finish = جعله نهائياً
report-finish-more = لا يمكن بعد ذلك تغيير النص، وتقول الوثيقة إنه نهائي.
report-resume = إعادة فتحه …
report-resume-more = يمكن عندئذ تغيير النص من جديد، ويقرأ الجميع السبب.
report-resume-reason = السبب
report-resume-do = إعادة فتحه
report-resume-not = تركه نهائياً

## ما لا ينبغي أن يرد في النص بموجب قاعدة تشاتام هاوس
named-title = أسماء في النص
named-more = تسري في هذه القاعة قاعدة تشاتام هاوس. ترد في النص هذه الأسماء أو الوفود، وسيكشفها التقرير:

named-person = شخص
named-delegation = وفد
named-as-owner = مذكور بصفته المسؤول عن نقطة
named-unknown = تعذّر التحقق من ورود أسماء في النص. يُرجى إعادة المحاولة، أو قراءته مع مراعاة ذلك.
## الوثائق
outcome-status = حالة التقرير
outcome-status-draft = مسودة
outcome-status-circulated = معمَّم لإبداء الملاحظات
outcome-status-commented = يجري الرد على الملاحظات
outcome-status-final = نهائي
outcome-documents = الوثيقة
outcome-tables = الجداول
outcome-all = كل شيء
file-outcome-docx = ملف Word
file-outcome-pdf = ملف PDF
file-points-csv = النقاط (CSV)
file-board-csv = اللوحة (CSV)
file-outcome-zip = ملف واحد (ZIP)
outcome-earlier = الإصدارات السابقة
outcome-revision = الإصدار { $revision }
signing-key = الوثائق موقّعة بمفتاح هذا الخادم:
meeting-outcome = حصيلة الاجتماع كله
meeting-outcome-more = تقرير واحد لكل القاعات بحسب نوع النقاط، وكل شيء في ملف واحد.
meeting-report = التقرير الموحّد

## أسباب الرفض
refusal-report-final = التقرير نهائي ولم يعد من الممكن تغييره.
refusal-no-draft = لا توجد مسودة مفتوحة للملاحظات الآن.
refusal-draft-under-way = لا تزال هناك مسودة مفتوحة للملاحظات، ويجب أن ينتهي وقتها أولاً.
refusal-unknown-paragraph = لا توجد فقرة بهذا الرقم في المسودة.
refusal-unknown-remark = لم تعد هذه الملاحظة موجودة أو سبق الرد عليها.
refusal-remarks-unanswered = لا تزال هناك ملاحظات بلا رد.
refusal-nothing-written = لم يُكتب شيء بعد.
refusal-report-not-final = التقرير ليس نهائياً.
refusal-unknown-draft = لا توجد مسودة بهذا الرقم.
