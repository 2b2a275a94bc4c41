### بقية النصوص بالعربية: أدوات الرئيس والإدارة وصفحة الاجتماع والشاشة. ما لا يوجد هنا يظهر بالإنجليزية.

## كتابة التصويت
poll-write = كتابة تصويت
poll-edit = تعديل المسودة
poll-question = السؤال
poll-kind = عدد الإجابات في كل بطاقة
poll-kind-single = إجابة واحدة
poll-kind-multiple = عدة إجابات
poll-options = الإجابات
poll-option-number = الإجابة { $number }
poll-option-remove = حذف الإجابة { $number }
poll-option-add = إضافة إجابة
poll-max = الحد الأقصى
poll-max-any = بلا حد
poll-lacks-question = يُرجى كتابة السؤال.
poll-lacks-options = يحتاج التصويت إلى إجابتين على الأقل.
poll-save-open = فتحه الآن
poll-save-draft = حفظه كمسودة
poll-discard = حذف
poll-discard-question = هل تريد حذف هذه المسودة؟
poll-leave-question = هل تريد التخلي عمّا كتبته؟
poll-leave = التخلي عنه
poll-leave-not = مواصلة الكتابة
poll-on-screen = معروض على الشاشة الآن
poll-on-screen-later = سيظهر على الشاشة عند إغلاق التصويت المفتوح
poll-do-open = فتح التصويت
poll-do-close = إغلاق التصويت
poll-show = عرض النتيجة
poll-hide = إخفاء النتيجة

## الإدارة
people = الحاضرون
people-count = { $here } متصلون الآن، و{ $taken } انضموا حتى الآن
people-search = البحث عن شخص أو وفد
people-none = لم يُعثر على أحد
people-more = و{ $count } غيرهم. اكتب اسماً للعثور عليهم.
people-is-here = متصل
people-is-away = غير متصل
people-joined = { $count ->
    [0] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصاً
   *[other] { $count } شخص
}
writers = من يجوز له كتابة الملاحظات
writers-everyone = كل من في القاعة
writers-chosen = المقرر ومن أختارهم
writer-allow = السماح بالكتابة
writer-yes = يجوز له الكتابة
outcome = الوثيقة الختامية
outcome-draft = مسودة بحسب الوضع الآن. تُعدّ النسخة النهائية عند إغلاق الجلسة.
outcome-final = الوثيقة الختامية النهائية، المراجعة { $revision }.
file-outcome-html = صفحة ويب
file-outcome-md = ملف Markdown
file-outcome-json = بيانات (JSON)
file-polls-csv = التصويت (CSV)
file-speakers-csv = المتكلمون (CSV)
close-room-head = نهاية الجلسة
close-room = إغلاق الجلسة …
close-room-title = هل تريد إغلاق الجلسة؟
close-room-more = يصبح كل شيء للقراءة فقط لدى الجميع، وتُكتب الوثيقة الختامية وتُختم.
close-room-still = ما زال مفتوحاً
close-room-speaking = الكلمة الآن لـ { $name }. ستُنهى الكلمة.
close-room-polls = { $count ->
    [one] هناك تصويت مفتوح واحد. سيُغلق وتُحسب نتيجته.
    [two] هناك تصويتان مفتوحان. سيُغلقان وتُحسب نتيجتاهما.
    [few] هناك { $count } عمليات تصويت مفتوحة. ستُغلق وتُحسب نتائجها.
   *[other] هناك { $count } عملية تصويت مفتوحة. ستُغلق وتُحسب نتائجها.
}
close-room-waiting = { $count ->
    [one] ما زال وفد واحد ينتظر الكلمة.
    [two] ما زال وفدان ينتظران الكلمة.
    [few] ما زالت { $count } وفود تنتظر الكلمة.
   *[other] ما زال { $count } وفداً ينتظر الكلمة.
}
close-room-unanswered = { $count ->
    [one] هناك طلب واحد منك لم يصل إلى الخادم بعد.
    [two] هناك طلبان منك لم يصلا إلى الخادم بعد.
    [few] هناك { $count } طلبات منك لم تصل إلى الخادم بعد.
   *[other] هناك { $count } طلباً منك لم يصل إلى الخادم بعد.
}
close-room-not = ليس بعد
close-room-do = إغلاق الجلسة
reopen-room = إعادة فتح الجلسة
reopen-room-more = تبقى الوثيقة الختامية المختومة كما هي. وينشئ الإغلاق التالي مراجعة جديدة إلى جانبها.

## الاجتماع
meeting-rooms = القاعات
meeting-no-rooms = لا توجد قاعة لك بعد.
meeting-programme = البرنامج
meeting-timezone = الأوقات بتوقيت { $timezone }
room-open-short = مفتوحة
room-closed-short = مغلقة
room-enter = دخول
room-screen = الشاشة
join-links = روابط الانضمام
join-link-of = رابط الانضمام: { $role }
copy-link = نسخ
copy-link-of = نسخ رابط الانضمام: { $role }
copied-link-of = نُسخ رابط الانضمام: { $role }
copy-failed = لا يسمح هذا المتصفح بالنسخ هنا. الرابط هو
sheet-print = طباعة أوراق الانضمام
sheet-how = امسح الرمز بهاتفك، أو افتح { $host } واكتب رمز الانضمام.

## الشاشة
screen-reconnecting = إعادة الاتصال …

## Why a request stands where it stands
why-moved = وضعه الرئيس في المرتبة { $place }
why-moved-reason = وضعه الرئيس في المرتبة { $place }: { $reason }
why-point-of-order = نقطة نظام، تُسمع فورا
why-question = سؤال موجّه إلى المتكلم
why-question-about = سؤال موجّه إلى { $name }
why-answer = جواب
why-answer-about = جواب إلى { $name }
why-precedence = منحه الرئيس الأسبقية
why-reply = حق الرد، يُسمع في النهاية
why-first-come = حسب ترتيب الطلب
why-protocol = { $rank }، { $class }، ثم حسب ترتيب الطلب
why-rank-minister = وزير
why-rank-vice-minister = نائب وزير
why-rank-ambassador = سفير
why-rank-delegate = مندوب
why-rank-expert = خبير
why-rank-unstated = الرتبة غير مذكورة
why-by-class = { $class }، حسب ترتيب الطلب
why-least-heard = { $speeches ->
    [0] لم يتكلم بعد
   *[other] تكلم { $speeches } حتى الآن، { $time }
}
why-alternate = { $group }، الجولة { $round }، الدور { $turn }
group-african = الدول الأفريقية
group-asia-pacific = دول آسيا والمحيط الهادئ
group-eastern-european = دول أوروبا الشرقية
group-latin-american-and-caribbean = دول أمريكا اللاتينية والبحر الكاريبي
group-western-european-and-others = دول أوروبا الغربية ودول أخرى
group-state = الدول
group-organization = المنظمات
group-stakeholder = أصحاب المصلحة
group-unstated = غير مذكور

## The rules of the list
rule-first-come = حسب ترتيب الطلب
rule-protocol = المراسم: الرتبة ثم الفئة
rule-by-class = الدول ثم المنظمات ثم أصحاب المصلحة
rule-least-heard = الأقل كلاما أولا
rule-alternate-regions = التناوب بين المجموعات الإقليمية
rule-alternate-classes = التناوب بين الفئات

## Lanes
lane-point-of-order = نقطة نظام
lane-answer = جواب
lane-question = سؤال
lane-precedence = أسبقية
lane-list = القائمة
lane-reply = حق الرد

## The chair runs the floor
chair-next-order = نقطة نظام: { $name }
chair-next-back = العودة إلى { $name }
chair-pause = إيقاف مؤقت
chair-resume = استئناف
chair-more-minutes = +{ $minutes } د
chair-more-seconds = +{ $seconds } ث
chair-more-other = وقت إضافي: خيارات أخرى
chair-remain = في الانتظار: { $count }، حتى { $time } تقريباً
chair-remain-full = في الانتظار: { $count }، حتى { $time } تقريباً إذا استخدم الجميع وقتهم
chair-undo = تراجع
chair-undo-of = تراجع: { $done }
chair-undo-said = { $done }. يمكنك التراجع خلال عشر ثوانٍ.
chair-menu = المزيد بشأن { $name }
chair-lifted = { $name } فوق المرتبة { $place }. اضغط Enter لذكر السبب والتثبيت، أو Escape للإعادة.
chair-held = نقل { $name } إلى المرتبة { $place }
chair-put-down = تثبيت في المرتبة { $place }
chair-put-back = إعادة
step-give = أُعطيت الكلمة
step-give-to = أُعطيت الكلمة إلى { $name }
step-end = انتهت المداخلة
step-skip = تم التخطّي
step-move = تم النقل
step-lane = نُقل إلى موضع آخر في القائمة
step-withdraw = حُذف من القائمة
step-queue = أُضيف إلى القائمة
step-import = استُوردت القائمة
step-open = فُتحت القائمة
step-close = أُغلقت القائمة
step-rule = تغيّر الترتيب
step-limit = تغيّرت مدة الكلام
step-more = مُنح وقت إضافي
reason-why = لماذا؟
reason-shown = يظهر للجميع ويُحفظ في السجل.
reason-kept = يُحفظ في السجل.
reason-own = سبب آخر
reason-leave = إبقاء الحال كما كان
reason-asked = بطلب من الوفد
reason-high-level = متكلم رفيع المستوى
reason-travel = السفر
reason-balance = التوازن
reason-not-in-room = غير موجود في القاعة
reason-connection = انقطع الاتصال
reason-mistake = طُلبت خطأً
reason-spoken = تكلم من قبل
reason-rapporteur = مقرر
reason-panellist = عضو في حلقة النقاش
reason-not-order = ليست نقطة نظام
reason-do-move = نقل
reason-do-give = إعطاء الكلمة
reason-do-skip = تخطّي
reason-do-withdraw = حذف
reason-do-lane = تنفيذ
reason-none-move = نقل دون ذكر السبب
reason-none-give = إعطاء الكلمة دون ذكر السبب
reason-none-skip = تخطّي دون ذكر السبب
reason-none-withdraw = حذف دون ذكر السبب
reason-none-lane = دون ذكر السبب
row-remote = عن بُعد
row-no-device = بلا جهاز
row-on-behalf = باسم { $group }
row-note = ملاحظة للرؤساء فقط:
row-note-more = لا يراها أحد غير الرؤساء، ولا ترد في أي وثيقة.
row-note-write = ملاحظة خاصة
row-gone = لم يعد هذا الطلب في القائمة.
row-skip = غير موجود: تخطّي
row-give = إعطاء الكلمة خارج الدور
row-to-front = إلى المقدمة
row-to-place = إلى المرتبة
row-lane-precedence = منح الأسبقية
row-lane-list = اعتباره بياناً في القائمة
row-change = تغيير المتكلم
row-withdraw = حذف من القائمة
change-seat = الشخص
change-name = اسم المتكلم
change-language = اللغة
change-group = باسم
change-remote = يتكلم من مكان آخر

## The chair's keys
keys = المفاتيح
keys-wanted = استخدام هذه المفاتيح على هذا الجهاز
keys-next = المتكلم التالي، كما يقول الزر
keys-end = إنهاء المداخلة
keys-pause = إيقاف مؤقت ثم استئناف
keys-rest = لا تعمل أثناء الكتابة أو عندما تكون نافذة حوار مفتوحة.
keys-more = دقيقة إضافية
keys-undo = التراجع عن الخطوة الأخيرة
keys-help = هذه المساعدة
keys-list = في القائمة
keys-list-walk-key = ↑ ↓
keys-list-walk = التنقل بين الصفوف
keys-list-menu-key = Enter
keys-list-menu = ما يمكن فعله بالصف
keys-list-move-key = Alt + ↑ ↓
keys-list-move = نقل صف
keys-list-drop-key = Enter, Esc
keys-list-drop = تثبيته مع ذكر السبب أو إعادته
refusal-list-changed = تغيّرت القائمة في هذه الأثناء: التالي شخص آخر.
refusal-already-ended = انتهت تلك المداخلة من قبل، ولم يُنه شيء.
refusal-already-paused = الساعة متوقفة بالفعل.
refusal-not-paused = الساعة تعمل بالفعل.
refusal-too-late = لم يعد التراجع عن هذه الخطوة ممكناً.
refusal-nobody-speaking = لا أحد لديه الكلمة.
refusal-nobody-waiting = لا أحد في قائمة المتكلمين.
refusal-unknown-request = لم يعد هذا الطلب في قائمة المتكلمين.
refusal-wrong-lane = لا يمكن وضع هذا الطلب هناك.
