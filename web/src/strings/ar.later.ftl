### بقية النصوص بالعربية: أدوات الرئيس والإدارة وصفحة الاجتماع والشاشة. ما لا يوجد هنا يظهر بالإنجليزية.

## كتابة التصويت
poll-write = كتابة تصويت
poll-edit = تعديل المسودة
poll-question = السؤال
poll-options = الإجابات
poll-option-number = الإجابة { $number }
poll-option-remove = حذف الإجابة { $number }
poll-option-add = إضافة إجابة
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
    [0] لا أحد بعد
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
close-room-draft = المسودة { $number } من التقرير مفتوحة للملاحظات حتى { $time }. وسينتهي ذلك.
close-room-remarks = { $count ->
    [one] ملاحظة واحدة على التقرير بلا رد، وتبقى كذلك.
    [two] ملاحظتان على التقرير بلا رد، وتبقيان كذلك.
    [few] { $count } ملاحظات على التقرير بلا رد، وتبقى كذلك.
   *[other] { $count } ملاحظة على التقرير بلا رد، وتبقى كذلك.
}
close-room-report = التقرير ليس نهائياً، وستذكر الوثيقة الختامية ذلك.
close-room-not = ليس بعد
close-room-do = إغلاق الجلسة
reopen-room = إعادة فتح الجلسة
reopen-room-more = تبقى الوثيقة الختامية المختومة كما هي. وينشئ الإغلاق التالي مراجعة جديدة إلى جانبها.

## الاجتماع
meeting-rooms = القاعات
meeting-no-rooms = لا توجد قاعة لك بعد.
meeting-programme = البرنامج
session-extended = مُدّدت حتى { $time }
meeting-pages = صفحات أخرى من هذا الاجتماع
meeting-whole = البرنامج كله
day-title = يومك
meeting-matchmaking = إلى التوفيق بين الشركاء
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
sheet-wifi = شبكة Wi-Fi

## الشاشة
screen-reconnecting = إعادة الاتصال …

## Why a request stands where it stands
why-moved = نقله الرئيس
why-moved-reason = نقله الرئيس: { $reason }
why-point-of-order = نقطة نظام، تُسمع فورا
why-question = سؤال موجّه إلى المتكلم
why-question-about = سؤال موجّه إلى { $name }
why-answer = جواب
why-answer-about = جواب إلى { $name }
why-precedence = منحه الرئيس الأسبقية
why-reply = حق الرد، يُسمع في النهاية
why-first-come = حسب ترتيب الطلب
why-protocol = { $rank }، { $class }، ثم حسب ترتيب الطلب
why-rank-unstated = الرتبة غير مذكورة
why-by-class = { $class }، حسب ترتيب الطلب
why-least-heard = { $speeches ->
    [0] لم يتكلم بعد
   *[other] تكلم { $speeches } حتى الآن، { $time }
}
why-alternate = دور { $group } بعد { $after }
why-alternate-first = دور { $group }
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

## The floor on the screen
screen-remain = { $count ->
    [one] بقي متكلم واحد
    [two] بقي متكلمان
    [few] بقي { $count } متكلمين
   *[other] بقي { $count } متكلما
}
screen-list-not-open = لم تفتح القائمة بعد
screen-list-open = القائمة مفتوحة
screen-list-closing = تغلق القائمة بعد { $left }
screen-list-closed = القائمة مغلقة
screen-list-exhausted = انتهت القائمة
screen-on-behalf = باسم { $group }
screen-goes-on = { $name }: يُستأنف الكلام بعد ذلك
screen-goes-on-from = { $name }: يُستأنف الكلام بعد ذلك، من { $used } من أصل { $limit }
screen-sound-on = تشغيل الصوت
## هاتف المشارك: مكان وفده
your-delegation = وفدك
floor-wait-soon = أقل من دقيقة
floor-wait = نحو { $minutes } د
floor-wait-limit = نحو { $minutes } د إذا استخدم الجميع كامل وقتهم
floor-will-speak = المتكلم: { $name }
floor-closes-in = تُغلق القائمة بعد { $time }
floor-list-closing = تُغلق بعد { $time }
floor-empty-heard = لم يعد أحد ينتظر.
floor-still-taken = ما زال يمكن طلب نقاط النظام وحق الرد.
floor-yours-interrupted = تواصل كلمتك بعد نقطة النظام.
floor-more = طرق أخرى لطلب الكلمة
floor-more-own = تعديل الطلب أو إضافة طلب
kept-take-back = لا تُرسله
floor-change = تعديل أو سحب أو إضافة
floor-notify = أخبرني عندما يحين دوري
floor-on-behalf-of = باسم { $group }
floor-language-of = يتكلم بلغة
floor-language-other = لغة أخرى
floor-remote = عن بُعد
floor-clock-stopped = الساعة متوقفة
floor-goes-on = يواصل { $name } كلمته بعد ذلك

## هاتف المشارك: الطلب مع التفاصيل
ask-list = طلب الكلمة
ask-list-more = في قائمة المتكلمين، في المكان الذي تحدده قاعدتها.
ask-question = سؤال إلى المتكلم
ask-question-more = سؤال قصير عن الكلمة؛ يجوز للمتكلم أن يجيب فوراً.
ask-reply = حق الرد
ask-reply-more = للرد على ما قيل عنكم؛ يُسمع بعد انتهاء القائمة.
ask-point-of-order = نقطة نظام
ask-point-of-order-more = في الإجراءات وحدها. تُسمع فوراً وتقطع كلمة المتكلم.
ask-point-of-order-doubt = هذا يقطع كلمة المتكلم. هل تريد إثارة نقطة النظام الآن؟
ask-point-of-order-now = إثارتها الآن
ask-not = ليس الآن
ask-also = طلب شيء آخر
ask-details = من يتكلم، وباسم من، وبأي لغة
ask-sounds = نغمة خفيفة عندما يوشك وقتي على الانتهاء وعندما ينتهي
own-requests = طلبات وفدك
own-place = رقم { $place } في الترتيب
own-take-over = سأتكلم أنا
own-change = تغيير المتكلم
own-change-not = إبقاؤه كما كان
wish-name = من سيتكلم
wish-name-hint = أنت، إذا تُرك فارغاً
wish-rank = رتبة المتكلم
wish-group = باسم
wish-group-hint = مجموعة، إذا كنت تتكلم باسمها
wish-language = لغة الكلمة
wish-language-others = لغات أخرى
wish-remote = يتكلم من مكان آخر (عن بُعد)
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
step-announce = أُعلن الإغلاق
step-pause = توقفت الساعة
step-resume = الساعة تعمل
step-restore = أُعيد إلى القائمة
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
refusal-wrong-lane = لا يمكن وضع هذا الطلب هناك.
## What the chair sets for the list
chair-list-state-not-open = القائمة لم تُفتح بعد
chair-list-state-open = القائمة مفتوحة
chair-list-state-closing = تُغلق القائمة بعد { $left }
chair-list-state-closed = القائمة مغلقة
chair-list-state-exhausted = انتهت القائمة
chair-list-said-not-open = قائمة المتكلمين لم تُفتح بعد.
chair-list-said-open = قائمة المتكلمين مفتوحة.
chair-list-said-closing = ستُغلق قائمة المتكلمين قريباً.
chair-list-said-closed = قائمة المتكلمين مغلقة.
chair-list-said-exhausted = قائمة المتكلمين مغلقة، وقد انتهت.
chair-list-reopen = إعادة فتحها
chair-list-close-now = الإغلاق الآن
chair-list-keep-open = إبقاؤها مفتوحة
chair-list-close-title = إغلاق قائمة المتكلمين
chair-list-close-more = عند الإعلان عن الإغلاق يرى الجميع العدّ التنازلي ويمكنهم طلب الكلمة حتى ذلك الحين. ومن كان على القائمة عند إغلاقها يتكلم.
chair-list-close-in = بعد { $minutes } د
chair-list-close-own = مدة أخرى، مثل 20 أو 2:30
chair-list-close-announce = إعلان
chair-list-close-own-wrong = اكتب الدقائق، أو الدقائق والثواني مثل 2:30: من 10 ثوانٍ إلى 4 ساعات.
chair-list-settings = إعدادات القائمة
chair-list-settings-short = إعدادات
chair-list-rule = ترتيب القائمة
chair-list-rule-more = من نقلتَه يبقى في المكان الذي وضعته فيه.
rule-first-come-more = من طلب أولاً يتكلم أولاً.
rule-protocol-more = الوزراء، ثم نواب الوزراء، ثم السفراء، ثم غيرهم؛ وعند تساوي الرتبة الدول ثم المنظمات ثم الجهات المعنية؛ ثم من طلب أولاً.
rule-by-class-more = الدول أولاً، ثم المنظمات، ثم الجهات المعنية؛ وفيما بينها من طلب أولاً.
rule-least-heard-more = من تكلّم مرات أقل يأتي أولاً؛ وعند التساوي من استخدم وقتاً أقل.
rule-alternate-regions-more = متكلم من كل مجموعة إقليمية بالتناوب، ثم من المنظمات والجهات المعنية، بدءاً بعد آخر مجموعة تكلمت.
rule-alternate-classes-more = دولة ومنظمة وجهة معنية بالتناوب، بدءاً بعد آخر فئة تكلمت.
chair-list-times = مدة الكلمة
chair-limit-more = بالدقائق، أو بالدقائق والثواني مثل 2:30؛ من 0:10 إلى 60:00. الكلمة الجارية تحتفظ بوقتها.
chair-limit-list = القائمة
chair-limit-classes = حسب الفئة، حيث تختلف
chair-limit-lanes = حسب نوع الطلب، حيث تختلف
chair-limit-as-list = كالقائمة
chair-limit-as-list-again = { $label }: كالقائمة
chair-limit-wrong = اكتب الدقائق، أو الدقائق والثواني مثل 2:30: من 10 ثوانٍ إلى 60 دقيقة.

## A speaker without a device
queue-add = إضافة متكلم
queue-add-more = لمن ليس لديه جهاز. يكون على القائمة كغيره.
queue-name = المتكلم
queue-lane = الموضع
queue-more = المزيد عن المتكلم
queue-on-behalf-of = يتكلم نيابةً عن
queue-language = سيتكلم بـ
queue-remote = يتكلم عن بُعد
queue-note = ملاحظة لا يراها إلا الرئيس
queue-nobody = اذكر من يريد الكلام: اسماً أو وفداً أو كليهما.
queue-add-do = وضعه على القائمة
queue-added = { $name } على القائمة.
queue-added-place = { $name } على القائمة، رقم { $place }.
queue-done = تم

## A prepared list
import = قائمة معدّة مسبقاً
import-now = استيراد من CSV
import-more = سطر لكل متكلم تحت سطر يسمّي الأعمدة؛ ويلزم اسم أو وفد على الأقل. توضع كلها على القائمة، فإن كان في سطر خطأ لم يوضع منها شيء. { $most } كيبيبايت على الأكثر في المرة الواحدة.
import-file = اختيار ملف
import-template = نموذج
import-text = أو ألصق الأسطر
import-too-large = حجم هذه القائمة { $size } كيبيبايت، ولا يمكن إرسال أكثر من { $most } في المرة الواحدة. استوردها على جزأين.
import-preview = { $count ->
    [one] متكلم واحد
    [two] متكلمان
    [few] { $count } متكلمين
   *[other] { $count } متكلماً
}
import-further = و{ $count } غيرهم
import-send = { $count ->
    [0] وضعهم على القائمة
    [one] وضع متكلم واحد على القائمة
    [two] وضع متكلمَين على القائمة
    [few] وضع { $count } متكلمين على القائمة
   *[other] وضع { $count } متكلماً على القائمة
}
import-taken = { $count ->
    [one] وُضع متكلم واحد على القائمة.
    [two] وُضع متكلمان على القائمة.
    [few] وُضع { $count } متكلمين على القائمة.
   *[other] وُضع { $count } متكلماً على القائمة.
}

## The balance so far
balance = التوازن حتى الآن
balance-more = لا تُحسب نقاط النظام ولا الكلمة الجارية. لا يرى هذا إلا الرئيس.
balance-classes = حسب الفئة
balance-regions = حسب المجموعة الإقليمية
balance-group = المجموعة
balance-speeches = الكلمات
balance-time = الوقت
balance-share = النسبة

## More time for a seat
allowance-short = وقت إضافي
allowance-of = وقت إضافي لـ { $name }
allowance-of-now = وقت إضافي لـ { $name }: { $time }
allowance-none = لا شيء
allowance-plus = + { $time }
allowance-more = يُضاف إلى كل كلمة من كلماته. لا يرى هذه القائمة إلا الرئيس؛ ولا يرى الآخرون سوى مدة الكلمة عند بدئها.
allowance-list = { $count ->
    [0] ليس لأحد وقت إضافي في كلماته.
    [one] لشخص واحد وقت إضافي في كل كلمة. لا يرى ذلك إلا الرئيس.
    [two] لشخصين وقت إضافي في كل كلمة. لا يرى ذلك إلا الرئيس.
    [few] لـ { $count } أشخاص وقت إضافي في كل كلمة. لا يرى ذلك إلا الرئيس.
   *[other] لـ { $count } شخصاً وقت إضافي في كل كلمة. لا يرى ذلك إلا الرئيس.
}

## The list as the chair runs it
chair-next-question = سؤال: { $name }
chair-next-answer = جواب: { $name }
chair-next-reply = رد: { $name }
chair-next-last = لا أحد في الانتظار. المفتاح E ينهي المداخلة الأخيرة.
chair-give-short = إعطاء
row-lane-reply = اعتباره ممارسة لحق الرد
row-lane-point-of-order = اعتباره نقطة نظام
chair-dismissed = تم تخطيهم ({ $count })
chair-dismissed-count = تم تخطي { $count }
chair-restore = إعادة
chair-restore-of = إعادة { $name } إلى القائمة
queue-add-short = إضافة
## The phone: taking a request back, and what else waits
floor-withdraw-list = سحب طلبي من القائمة
floor-withdraw-precedence = سحب طلبي من القائمة
floor-withdraw-point-of-order = سحب نقطة النظام
floor-withdraw-question = سحب سؤالي
floor-withdraw-answer = سحب جوابي
floor-withdraw-reply = سحب طلب حق الرد
floor-given-meanwhile = أُعطيت لك الكلمة في هذه الأثناء؛ لم يُسحب شيء.
floor-clock-stands = توقفت ساعتك عند { $used } من { $limit }
floor-as-of = الوضع عند { $time }، لا يوجد اتصال
floor-also = { $lane }: رقم { $place }

## التصويت لدى الرئيس: الإدارة
desk-next = فتح التالي: { $question }
desk-key-ask = أتريد فتح هذا التصويت؟
desk-key-more = يراه كل من في القاعة فوراً. اضغط { $key } مرة أخرى، أو مفتاح الإدخال، لفتحه.
desk-next-none = لا يوجد تصويت جاهز
desk-next-opened = مفتوح الآن: { $question }
desk-next-reworded = تغيّر هذا التصويت في هذه الأثناء ولم يُفتح بعد. اضغط مرة أخرى لفتحه: { $question }
keys-poll = فتح التصويت الجاهز التالي، كما يقول الزر
desk-more = المزيد
desk-again = طرح السؤال من جديد
desk-copy = نسخه كمسودة
desk-missing = { $count ->
    [0] صوّت الجميع
    [one] لم يصوّت واحد بعد
    [two] لم يصوّت اثنان بعد
   *[other] لم يصوّت { $count } بعد
}
desk-deadline = وقت التصويت
desk-deadline-none = بلا موعد نهائي
desk-deadline-more = +{ $minutes } د
desk-deadline-in = الإغلاق بعد { $minutes } د
desk-deadline-drop = بلا موعد نهائي
desk-void = إعلان بطلانه …
desk-void-more = التصويت الباطل لا نتيجة له: لا تُحسب أصواته في أي مكان، ويقرأ الجميع السبب. لا يمكن الرجوع عن ذلك. ويمكن طرح السؤال من جديد.
desk-void-reason = السبب، ليقرأه الجميع
desk-void-do = إعلان بطلانه
desk-void-not = تركه كما هو
desk-shortlist = إعداد قائمة مختصرة …
desk-shortlist-few = اسمح أولاً بعرض فكرتين على الأقل: لا تدخل القائمة إلا الأفكار التي رآها الجميع.
desk-shortlist-ideas = عدد الأفكار
desk-shortlist-kind = طريقة التصويت
desk-shortlist-do = كتابة القائمة المختصرة
desk-shortlist-not = ليس الآن
desk-texts = ما كُتب
desk-texts-waiting = ينتظرك { $waiting } من { $all } من النصوص
desk-texts-sort = المنتظرة أولاً
desk-texts-none = لم يُكتب شيء بعد. لا يرى الآخرون أي نص قبل أن تسمح بعرضه.
desk-texts-reasons = تصل الأسباب مع النتيجة، لأنها تكشف كيف صوّت أصحابها.
desk-texts-secret = التصويت سري: تصل نصوصه بعد إغلاقه.
desk-texts-all-pass = يُعرض كل نص فور وصوله.
desk-texts-pass-all = عرض كل النصوص من الآن
desk-texts-hold-all = حجب الكل من جديد
desk-text-pass = عرض
desk-text-pass-of = عرض: { $text }
desk-text-hold = حجب
desk-text-hold-of = حجب: { $text }
desk-text-seen = يراه الجميع
desk-text-count = { $support ->
    [1] كُتب مرة واحدة
   *[other] كُتب { $written }×، ويؤيده { $support }
}
desk-enter = إدخال صوت
desk-enter-title = إدخال صوت
desk-enter-more = لمن ليس لديه جهاز، كما يُملي عليك. يُشار إلى أن الصوت أُدخل نيابة عنه، ولا يأخذ مكان أحد.
desk-enter-name = الاسم
desk-enter-nobody = اذكر صاحب الصوت: اسماً أو وفداً أو كليهما.
desk-enter-no-name = اذكر صاحب الصوت: الاسم ناقص.
desk-enter-again = إدخاله مكان الأول
desk-enter-closed = لم يعد هذا التصويت مفتوحاً.
desk-enter-do = إدخال الصوت
desk-entered = أُدخل صوت { $name }.

## التصويت لدى الرئيس: الكتابة
desk-kind = نوع التصويت
desk-kind-single = اختيار واحد
desk-kind-single-more = إجابة واحدة من الإجابات
desk-kind-multiple = اختيارات متعددة
desk-kind-multiple-more = عدة إجابات
desk-kind-yes-no = نعم، لا، امتناع
desk-kind-yes-no-more = رفع الأيدي
desk-kind-agreement = الموافقة
desk-kind-agreement-more = مدى الموافقة وسببها
desk-kind-grid = التقييم
desk-kind-grid-more = كل بند على مقياس
desk-kind-ranking = الترتيب
desk-kind-ranking-more = الإجابات بحسب الأفضلية
desk-kind-points = النقاط
desk-kind-points-more = نقاط تُوزَّع على الإجابات
desk-kind-matrix = محوران
desk-kind-matrix-more = كل بند بحسب مقياسين
desk-kind-text = نص حر
desk-kind-text-more = بكلمات المرء، قائمةً وسحابةَ كلمات
desk-kind-ideas = أفكار
desk-kind-ideas-more = أفكار المرء وتأييد أفكار غيره
poll-items = البنود
poll-item-number = البند { $number }
poll-item-remove = حذف البند { $number }
poll-item-add = إضافة بند
poll-steps = درجات المقياس، من الأدنى
poll-step-number = الدرجة { $number }
poll-step-remove = حذف الدرجة { $number }
poll-step-add = إضافة درجة
desk-step-usual-1 = أعارض بشدة
desk-step-usual-2 = أعارض
desk-step-usual-3 = محايد
desk-step-usual-4 = أوافق
desk-step-usual-5 = أوافق بشدة
desk-axis-x = المحور الأفقي
desk-axis-y = المحور العمودي
desk-axis-usual-x = الأثر
desk-axis-usual-y = قابلية التنفيذ
desk-points = عدد النقاط لكل صوت
desk-entries-text = عدد النصوص لكل شخص
desk-entries-ideas = عدد الأفكار لكل شخص
desk-min = الحد الأدنى
desk-min-one = واحدة
desk-min-all = كلها
desk-max = الحد الأقصى
desk-max-any = بلا حد
desk-rules = قواعد التصويت
desk-secrecy = من يعرف كيف صوّت كل شخص
desk-secrecy-named = بالاسم
desk-secrecy-named-more = مع النتيجة يرى الجميع من اختار ماذا.
desk-secrecy-chair = مكشوف للرئيس
desk-secrecy-chair-more = مع النتيجة يرى الرئيس والأمانة من اختار ماذا، ولا يراه أحد سواهما.
desk-secrecy-undisclosed = لا يُعرض على أحد
desk-secrecy-undisclosed-more = لا تعرض أي صفحة من اختار ماذا. وتحتفظ به ملفات الخادم.
desk-secrecy-secret = سري
desk-secrecy-secret-more = الصوت نهائي. وبعد إغلاق التصويت لا يمكن لأحد تتبّعه، ولا حتى من ملفات الخادم.
desk-per = الأصوات
desk-per-person = صوت لكل شخص
desk-per-delegation = صوت لكل وفد
desk-voters = من يحق له التصويت
desk-voters-participant = المشاركون
desk-voters-chair = الرؤساء
desk-voters-rapporteur = المقررون
desk-voters-classes = هذه الفئات فقط؛ إن لم تُحدَّد أي فئة فكلها.
desk-voters-delegations = هذه الوفود فقط؛ إن لم يُذكر أي وفد فكلها.
desk-voters-add = إضافة
desk-voters-remove = حذف { $name }
desk-late = يحق التصويت أيضاً لمن ينضم لاحقاً
desk-late-more = وإلا صوّت الحاضرون عند الفتح وحدهم.
desk-ballots-head = الصوت
desk-final = لا يمكن تغيير الصوت
desk-final-secret = لا يمكن تغيير الصوت السري.
desk-abstain = يجوز الامتناع عن التصويت
desk-abstain-always = يجوز الامتناع عن التصويت.
desk-time = وقت التصويت
desk-time-none = حتى أغلقه
desk-time-minutes = { $minutes ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
   *[other] { $minutes } دقيقة
}
desk-time-own = وقت آخر
desk-time-own-label = بالدقائق، أو مثل 2:30
desk-results = تُعرض النتيجة
desk-results-live = أثناء التصويت
desk-results-at-close = عند الإغلاق
desk-results-when-shown = عندما أعرضها
desk-base = النسب المئوية محسوبة
desk-base-cast = من الأصوات المدلى بها
desk-base-valid = من الأصوات الصحيحة: دون الامتناع
desk-base-entitled = ممن يحق لهم التصويت
desk-base-present = ممن يحق لهم التصويت وهم حاضرون عند الإغلاق
desk-quorum = النصاب: كم يجب أن يصوّت ممن يحق لهم، بالنسبة المئوية
desk-quorum-none = بلا نصاب
desk-more-head = النتيجة
desk-breakdown = وكذلك بحسب الفئة والمجموعة الإقليمية
desk-breakdown-more = تُترك المجموعات التي يقل عدد أصواتها عن خمسة.
desk-breakdown-secret = لا تُعرض نتيجة التصويت السري بحسب الفئة أو المجموعة.
desk-stamp = وسمه بعبارة «استطلاع لا تصويت رسمي»
desk-languages = اللغات
desk-languages-one = الأصل وحده
desk-language = لغة الأصل
desk-language-more = لغة أخرى
desk-language-add = إضافة
desk-language-remove = حذف { $language }
desk-question-in = السؤال، { $language }
desk-text-in = { $text }، { $language }
desk-lacks-question = يُرجى كتابة السؤال.
desk-lacks-options = يحتاج التصويت إلى إجابتين على الأقل.
desk-lacks-items = يُرجى كتابة بند واحد على الأقل.
desk-lacks-steps = يحتاج المقياس إلى درجتين على الأقل.
desk-lacks-axes = يُرجى ذكر ما يقيسه المحوران.
desk-lacks-points = يُرجى ذكر عدد النقاط لكل صوت: عدد صحيح من 1 إلى 1000.
desk-lacks-secrecy = لا يمكن أن تكون الأفكار سرية: الصوت السري نهائي، والتأييد يأتي بعد الأفكار. اختر درجة سرية أخرى.
desk-lacks-voters = يُرجى تحديد من يحق له التصويت.
desk-lacks-quorum = النصاب عدد صحيح من 1 إلى 100، أو يُترك فارغاً.
desk-lacks-time = اكتب دقائق، أو دقائق وثواني مثل 2:30: من 5 ثوانٍ إلى 24 ساعة.
desk-lacks-language = يُرجى ذكر لغة الأصل.
desk-lacks-translation = يُرجى كتابة السؤال بهذه اللغة أيضاً أو حذفها: { $language }.
desk-save-new = حفظه كمسودة جديدة
desk-gone = فُتحت هذه المسودة أو حُذفت في هذه الأثناء. ما كتبته لا يزال هنا.

## التصويت لدى الرئيس: النماذج
desk-template = من نموذج
desk-template-title = البدء من نموذج
desk-template-more = يصنع كل نموذج مسودة يمكنك تغييرها قبل فتحها.
desk-template-show-of-hands = رفع الأيدي
desk-template-show-of-hands-more = نعم، لا، امتناع؛ لكل وفد، بالاسم، ويُرى أثناء التصويت
desk-template-agreement = الموافقة
desk-template-agreement-more = مدى الموافقة على قول، مع السبب
desk-template-readiness = الجاهزية
desk-template-readiness-more = تقييم ذاتي في مكونات القدرات الخمسة
desk-template-priorities = الأولويات
desk-template-priorities-more = مئة نقطة تُوزَّع على المكونات الخمسة
desk-template-impact-feasibility = الأثر وقابلية التنفيذ
desk-template-impact-feasibility-more = مقترحات على محورين
desk-template-ideas = أفكار
desk-template-ideas-more = يكتب الناس أفكاراً ويؤيدون أفكار غيرهم
desk-template-one-word = كلمة واحدة
desk-template-one-word-more = سحابة كلمات

## زر يسأل مرة أخرى
sure-not = إبقاء الأمر كما هو

## أسباب رفض أخرى
refusal-room-open = الجلسة مفتوحة.
refusal-still-open = لا يمكن إغلاق الجلسة بعد: هناك متكلم أو تصويت مفتوح.
refusal-list-open = قائمة المتكلمين مفتوحة بالفعل.
refusal-unknown-poll = هذا التصويت غير موجود.
refusal-unknown-seat = هذا المقعد غير موجود.
refusal-not-a-draft = فُتح هذا التصويت من قبل ولم يعد بالإمكان تغييره.
refusal-poll-not-closed = هذا التصويت لم يُغلق بعد.
refusal-already-voted = سُجّل صوتك، وهو نهائي.
refusal-not-entitled = لا يحق لهذا المقعد التصويت هنا.
refusal-nobody-entitled = لم ينضم بعد أحد ممن يحق لهم التصويت.
refusal-unknown-text = هذا النص لم يعد موجوداً في التصويت.
refusal-may-not-write = يمكنك قراءة الملاحظات دون الكتابة فيها الآن.
refusal-no-such-tool = لا توجد هذه الأداة في هذه القاعة؛ يمكن للمنظّم أن يضيفها.
refusal-history-full = بلغ سجلّ هذه القاعة أقصى حجم له، وكل ما فيه محفوظ. يمكن للرئيس إغلاق الجلسة ومواصلة العمل في قاعة أخرى.
refusal-attribution-forbids = قاعدة هذه القاعة لا تسمح بأن يعرف الآخرون من قال ماذا.

## سير الجلسة
refusal-nothing-announced = لا يوجد إعلان في هذه القاعة.
refusal-no-countdown = لا يوجد عد تنازلي في هذه القاعة.
refusal-help-called = تم طلب المساعدة لهذه القاعة من قبل.
refusal-no-help-called = هذه القاعة لا تطلب المساعدة.
refusal-bad-command = لم يفهم الخادم هذا الطلب. يُرجى إعادة تحميل الصفحة.
