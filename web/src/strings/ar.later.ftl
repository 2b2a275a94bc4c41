### بقية النصوص بالعربية: أدوات الرئيس والإدارة وصفحة الاجتماع والشاشة. ما لا يوجد هنا يظهر بالإنجليزية.

## الرئيس
chair-skip-short = تخطّي

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

## What the chair sets for the list
chair-list-state-not-open = القائمة لم تُفتح بعد
chair-list-state-open = القائمة مفتوحة
chair-list-state-closing = تُغلق القائمة بعد { $left }
chair-list-state-closed = القائمة مغلقة
chair-list-state-exhausted = تكلّم الجميع
chair-list-said-not-open = قائمة المتكلمين لم تُفتح بعد.
chair-list-said-open = قائمة المتكلمين مفتوحة.
chair-list-said-closing = ستُغلق قائمة المتكلمين قريباً.
chair-list-said-closed = قائمة المتكلمين مغلقة.
chair-list-said-exhausted = قائمة المتكلمين مغلقة، وقد تكلّم الجميع.
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
