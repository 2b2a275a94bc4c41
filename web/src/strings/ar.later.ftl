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
floor-change = تعديل الطلب أو سحبه
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
