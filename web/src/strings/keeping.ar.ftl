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

## ما يقال عن ملف برنامج
refusal-remark-file-large = في الملف { $bytes } بايت، ولا يُقرأ أكثر من { $max }.
refusal-remark-parts-many = أجزاء الملف أكثر مما يحتاج إليه أي برنامج: لا يُقرأ أكثر من { $max } من الفواصل والأقواس.
refusal-remark-encoding = ليس هذا نصًا بترميز UTF-8. احفظ الملف بترميز UTF-8.
refusal-remark-syntax = ليس هذا برنامجًا بصيغة JSON كما تصدّره أدوات البرامج. تتعذّر متابعة القراءة من السطر { $line }، الموضع { $column }.
refusal-remark-format = ليس هذا ملف schedule.json (لا schedule فيه) ولا جدولًا زمنيًا من Indico (لا results فيه).
refusal-remark-no-talks = ليس في هذا الملف فقرة لها وقت.
refusal-remark-missing = ينقص { $name }: { $right ->
    [everything] فيه كل شيء.
    [days] فيه الأيام.
    [talks] فيه الفقرات.
    [talks-by-room] فيه الفقرات بحسب قاعاتها.
    [timetable] فيه الجدول الزمني.
    [talk-title] لا بد من عنوان للفقرة.
    [entry-title] لا بد من عنوان للبند.
    [length] ساعات ودقائق، مثل {"\u2066"}00:30{"\u2069"}.
    [time] ساعات ودقائق، مثل {"\u2066"}15:00{"\u2069"}.
   *[moment] فيه date وtime.
}
refusal-remark-no-list = مكان هذا قائمة.
refusal-remark-no-table = مكان هذا جدول فيه حقول.
refusal-remark-length = هذه ليست مدة. تُكتب بالساعات والدقائق، مثل {"\u2066"}00:30{"\u2069"}.
refusal-remark-time = هذا ليس وقتًا من اليوم. يُكتب مثل {"\u2066"}15:00{"\u2069"}.
refusal-remark-no-date = لا تذكر الفقرة تاريخها ولا يذكره يومها. يُكتب مثل {"\u2066"}2024-05-10{"\u2069"}.
refusal-remark-moment = مكان هذا date مثل {"\u2066"}2024-05-10{"\u2069"} وtime مثل {"\u2066"}15:00:00{"\u2069"}.
refusal-remark-title-empty = ليس في العنوان ما يمكن عرضه.
refusal-remark-talks-many = عدد الفقرات في الملف { $count }، وعدد قاعات الاجتماع { $max } على الأكثر.
refusal-remark-made-many = { $what ->
    [sessions] عدد الجلسات التي تنتج من الملف { $count }، وفي الاجتماع { $max } على الأكثر.
   *[rooms] عدد القاعات التي تنتج من الملف { $count }، وفي الاجتماع { $max } على الأكثر.
}
refusal-remark-meeting-many = { $what ->
    [sessions] مع هذا الملف يصير عدد جلسات الاجتماع { $count }، والحد الأقصى { $max }.
   *[rooms] مع هذا الملف يصير عدد قاعات الاجتماع { $count }، والحد الأقصى { $max }.
}
refusal-remark-left-out = { $what ->
    [links] لا مكان للروابط في الاجتماع، فتُركت.
    [attachments] لا مكان للمرفقات في الاجتماع، فتُركت.
   *[answers] لا مكان للإجابات عن الأسئلة في الاجتماع، فتُركت.
}
refusal-remark-no-length = تنتهي حين تبدأ، فتُركت.
refusal-remark-not-on-its-day = لا يقع شيء منها في اليوم الذي تبدأ فيه، فتُركت.
refusal-remark-past-midnight = تنتهي بعد منتصف الليل. تنتهي الجلسة في يومها، فهي تنتهي هنا في {"\u2066"}23:59{"\u2069"}.
refusal-remark-other-zone = أوقات الملف بتوقيت { $theirs }، وأوقات الاجتماع بتوقيت { $ours }. أُخذت كما هي في الملف.
refusal-remark-title-cut = قُصّ العنوان بعد { $max ->
    [few] { $max } أحرف.
    [many] { $max } حرفًا.
   *[other] { $max } حرف.
}
refusal-remark-text-cut = قُصّ النص بعد { $max ->
    [few] { $max } أحرف.
    [many] { $max } حرفًا.
   *[other] { $max } حرف.
}
refusal-remark-people-cut = أُخذ أول { $max } من الأشخاص فقط، وعددهم { $count }.
