### The texts, in Arabic, about a meeting's files and about how long it keeps who took part.

keeping-door = يُحتفظ باسمك حتى { $date } لدى { $by }.
keeping-gone = حُذفت أسماء المشاركين.
calendar-add = أضف إلى التقويم

files-programme = البرنامج
files-calendar-more = جميع الجلسات في ملف تقويم يعمل مع أي برنامج تقويم.
schedule-title = استيراد برنامج
schedule-more = من ملف schedule.json من pretalx أو frab، أو جدول زمني من Indico. ترى أولًا ما الذي سيتغيّر. لا يضيع شيء مما في الاجتماع.
schedule-file = الملف
schedule-looking = تجري قراءة الملف …
schedule-would = ما الذي سيتغيّر
schedule-done = تم الاستيراد
schedule-nothing = لا شيء: الاجتماع يتضمن كل ذلك بالفعل.
schedule-sessions-added = { $count ->
    [zero] لا جلسات جديدة
    [one] جلسة جديدة واحدة
    [two] جلستان جديدتان
    [few] { $count } جلسات جديدة
    [many] { $count } جلسة جديدة
   *[other] { $count } جلسة جديدة
}
schedule-sessions-changed = { $count ->
    [zero] لا جلسات تغيّرت
    [one] جلسة واحدة تغيّرت
    [two] جلستان تغيّرتا
    [few] { $count } جلسات تغيّرت
    [many] { $count } جلسة تغيّرت
   *[other] { $count } جلسة تغيّرت
}
schedule-rooms-added = { $count ->
    [zero] لا غرف جديدة
    [one] غرفة جديدة واحدة
    [two] غرفتان جديدتان
    [few] { $count } غرف جديدة
    [many] { $count } غرفة جديدة
   *[other] { $count } غرفة جديدة
}
schedule-more-items = … و{ $count } غيرها
schedule-warnings = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
}
schedule-errors = { $count ->
    [zero] لم يُستورد شيء
    [one] لم يُستورد شيء: موضع واحد في الملف خاطئ
    [two] لم يُستورد شيء: موضعان في الملف خاطئان
    [few] لم يُستورد شيء: { $count } مواضع في الملف خاطئة
    [many] لم يُستورد شيء: { $count } موضعًا في الملف خاطئة
   *[other] لم يُستورد شيء: { $count } موضع في الملف خاطئة
}
schedule-take = استيراد
schedule-other = اختر ملفًا آخر

archive-title = الأرشيف
archive-more = كل ما في الاجتماع في ملف واحد: البرنامج والتقرير وكل النتائج المختومة ومسودات الغرف المفتوحة. يمكن قراءته دون هذا الخادم، وفيه الأسماء: احفظه كما تحفظ غيره من البيانات الشخصية.
archive-get = تنزيل الأرشيف

keeping-title = الأسماء والبيانات
keeping-more = حدّد يومًا تُحفظ حتى نهايته أسماء المشاركين. يُخبَرون به عند الدخول. وعند انقضاء اليوم تُحذف الأسماء والمقاعد والرموز الشخصية وبيانات الاتصال من تلقاء نفسها. وتبقى النتائج المختومة كما هي، وكذلك ما كتبه الناس.
keeping-open-room = الغرفة التي لا تزال مفتوحة حينها تُغلق أولًا.
keeping-until = تُحفظ حتى نهاية يوم
keeping-by = الجهة الحافظة (من هي وكيف يُتصل بها)
keeping-by-example = الأمانة، data@example.org
keeping-save = حفظ
keeping-sure = تُحفظ الأسماء حتى نهاية { $date } لدى { $by }. ويُخبَر الجميع بذلك، وبعد أن يدخل المشاركون لا يمكن إلا تقديم هذا اليوم. هل هذا صحيح؟
keeping-sure-do = نعم، تُحفظ حتى ذلك اليوم
keeping-saved = حُفظ. يُخبَر الجميع من الآن.
keeping-unset = بلا تاريخ
keeping-none = لم يُحدَّد تاريخ: تُحفظ الأسماء إلى أن تحذفها.
keeping-promised = دخل أشخاص وأُخبروا بهذا اليوم. يمكن تقديمه لا تأخيره.
keeping-at-door = يُقال عند الدخول:
keeping-deleting = يجري حذف الأسماء.
keeping-deleted = حُذفت الأسماء في { $date }.
keeping-deleted-more = لا يمكن لأحد الانضمام بعد الآن. وما نتج عن الاجتماع لا يزال متاحًا للتنزيل هنا.
delete-title = احذف الأسماء الآن
delete-more = نزّل الأرشيف أولًا إن احتجت إليه. لا يمكن التراجع عن ذلك: يخرج الجميع سواك، ولا يفتح أي رابط انضمام شيئًا بعد ذلك.
delete-open = { $count ->
    [zero] أغلق الغرف أولًا: { $rooms }
    [one] أغلق هذه الغرفة أولًا: { $rooms }
    [two] أغلق هاتين الغرفتين أولًا: { $rooms }
    [few] أغلق هذه الغرف أولًا: { $rooms }
    [many] أغلق هذه الغرف أولًا: { $rooms }
   *[other] أغلق هذه الغرف أولًا: { $rooms }
}
delete-confirm = للتأكيد اكتب { $word }
delete-go = احذف كل الأسماء

refusal-meeting-forgotten = حُذفت أسماء المشاركين في هذا الاجتماع، ولا يُقبل شيء جديد. وما نتج عنه ما زال متاحًا للتنزيل.
