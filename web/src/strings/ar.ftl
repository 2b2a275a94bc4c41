### نصوص الصفحات بالعربية؛ ما لا يوجد هنا يظهر بالإنجليزية.

product = المائدة المستديرة

## عام
loading = جارٍ التحميل …
loading-failed = تعذّر تحميل هذا الجزء. كل ما فعلته حتى الآن محفوظ.
try-again = إعادة المحاولة
save = حفظ
edit = تعديل
keep = إبقاء
optional = اختياري
you = أنت
close-dialog = إغلاق
dismiss = إخفاء
notices = إعلانات
tabs = أقسام القاعة
skip-to-content = الانتقال إلى المحتوى
show-all = عرض الكل ({ $count })
percent = { $share }٪
storage-full = قرص الخادم ممتلئ ولا يمكن تغيير شيء الآن. لم يضِع شيء. يُرجى إبلاغ المنظّم.
storage-failing = قرص الخادم معطّل ولا يمكن تغيير شيء الآن. لم يضِع شيء. يُرجى إبلاغ المنظّم.
asking-again = جارٍ إرسال ما طلبته قبل إعادة تحميل هذه الصفحة …
kept-until-back = لا يوجد اتصال حالياً. سيُحفظ هذا ويُرسل فور عودة الاتصال.

## الحالة
status-connecting = جارٍ الاتصال …
status-live = متصل
status-reconnecting = إعادة الاتصال …
status-offline = لا توجد شبكة
status-closed = مغلقة
status-gone = انضم من جديد
people-here = { $count } حاضرون

## الصفحة الأولى
home-title = انضم إلى جلستك
home-what = قاعة عمل مجموعتك: اطلب الكلمة، وصوّت، واكتبوا الملاحظات معاً.
code-label = رمز الانضمام
code-hint = تجد رمزك في دعوتك أو على الشاشة في القاعة.
code-incomplete = يتكوّن رمز الانضمام من 6 أو 8 أحرف وأرقام. يُرجى التحقق مما ينقص.
code-go = متابعة
not-found-page = لا توجد صفحة كهذه
not-found-page-more = قد يكون العنوان ناقصاً. يمكنك الوصول إلى قاعتك برمز الانضمام.
not-found-code = هذا الرمز لا يفتح أي قاعة
not-found-code-more = يُرجى مقارنته بالشاشة في القاعة أو بدعوتك.
not-found-seat = ليس لك مقعد هنا
not-found-seat-more = مقعدك في هذه القاعة غير معروف على هذا الجهاز أو انتهى. انضم برمزك؛ لم يُفقد شيء مما أرسلته.

## الانضمام
join-as = تنضم بصفة { $role }
join-name = اسمك
join-delegation = الوفد
join-delegation-hint = دولة أو منظمة أو مؤسسة
join-class = تتحدث باسم
join-rank = الرتبة
join-go = دخول القاعة
join-continue = المتابعة باسم { $name }
join-other = الانضمام باسم آخر
join-qr = رمز الاستجابة السريعة لرابط الانضمام
invite = يمكن للآخرين الانضمام
invite-more = عبر { $host } بهذا الرمز:

## الصفات
role-participant = مشارك
role-chair = الرئيس
role-rapporteur = المقرر
role-screen = الشاشة
role-organiser = المنظّم
class-state = دولة
class-organization = منظمة
class-stakeholder = جهة معنية
rank-minister = وزير
rank-vice-minister = نائب وزير
rank-ambassador = سفير
rank-delegate = مندوب
rank-expert = خبير

## الإسناد
attribution-on-the-record = علنية
attribution-on-the-record-more = يجوز نقل ما يُقال هنا مع ذكر اسم قائله.
attribution-chatham-house = قاعدة تشاتام هاوس
attribution-chatham-house-more = يجوز استخدام ما يُقال هنا خارج القاعة دون ذكر قائله أو الحاضرين.
attribution-closed = جلسة مغلقة
attribution-closed-more = لا يجوز نقل أي شيء مما يُقال هنا خارج هذه القاعة.

## القاعة
room-connecting = جارٍ فتح القاعة …
room-closed = أُغلقت هذه الجلسة. كل شيء يبقى هنا للقراءة.
room-closed-screen = أُغلقت هذه الجلسة. شكراً لكم.
about = عن هذه الجلسة
questions = الأسئلة التوجيهية
own-seat = مقعدك
own-seat-open = مقعدك: { $name }
own-seat-more = هكذا يراك الآخرون. التصحيح لا يغيّر مكانك في القائمة.
own-seat-fixed = أنت هنا بصفة { $role }.
languages = لغة الصفحات
tab-floor = الكلمة
tab-polls = التصويت
tab-notes = الملاحظات
tab-board = اللوحة
tab-questions = الأسئلة
tab-desk = الإدارة

## الكلمة
floor-list = قائمة المتكلمين
floor-speaking = المتكلم الآن
floor-nobody = لا أحد يتكلم الآن
floor-yours = الكلمة لك
floor-next = أنت التالي
floor-place = أنت رقم { $place } في القائمة
floor-not-on-list = لست في القائمة.
floor-request = طلب الكلمة
floor-withdraw = سحب طلبي
floor-waiting = { $count ->
    [0] لا أحد ينتظر
    [one] متكلم واحد ينتظر
    [two] متكلمان ينتظران
    [few] { $count } متكلمين ينتظرون
   *[other] { $count } متكلماً ينتظرون
}
floor-limit-each = { $limit } لكل متكلم
floor-limit-range = من { $least } إلى { $most }
floor-list-closed = القائمة مغلقة
floor-list-closed-more = قائمة المتكلمين مغلقة.
floor-empty = لم يطلب أحد الكلمة بعد.
floor-left = { $count ->
    [one] بقي طلب واحد مفتوحاً عند الإغلاق
    [two] بقي طلبان مفتوحين عند الإغلاق
    [few] بقيت { $count } طلبات مفتوحة عند الإغلاق
   *[other] بقي { $count } طلباً مفتوحاً عند الإغلاق
}
floor-empty-closed = لم يكن أحد ينتظر.
floor-missed = لم يعد طلبك في القائمة: انتقل الرئيس إلى غيره أو سُحب الطلب.
floor-withdraw-closed = القائمة مغلقة: ستفقد مكانك.
floor-withdraw-short = سحب الطلب
floor-stay = أحتفظ بمكاني
floor-spoken = { $count ->
    [0] لم تُلقَ أي كلمة
    [one] أُلقيت كلمة واحدة
    [two] أُلقيت كلمتان
    [few] أُلقيت { $count } كلمات
   *[other] أُلقيت { $count } كلمة
}
clock-ending = أوشك الوقت على الانتهاء
clock-over = انتهى الوقت

## الرئيس
chair-next = التالي: { $name }
chair-next-nobody = لا أحد ينتظر
chair-end = إنهاء
chair-give = إعطاء الكلمة
chair-give-to = إعطاء الكلمة إلى { $name }
chair-up = تقديم { $name }
chair-down = تأخير { $name }
chair-moved = { $name } الآن في المرتبة { $place }
chair-list-close = إغلاق القائمة
chair-list-open = فتح القائمة

## التصويت
polls-none = لا يوجد تصويت بعد. يظهر هنا عندما يفتحه الرئيس.
polls-none-chair = لا يوجد تصويت بعد. لا يرى المسودة أحد غيرك حتى تفتحها.
poll-draft = مسودة
poll-open = مفتوح
poll-vote-now = صوّت الآن
poll-closed = مغلق
poll-shown = النتيجة معروضة
poll-result = النتيجة
poll-result-of = النتيجة: { $question }
poll-not-shown = لم تُعرض النتيجة.
poll-turnout = صوّت { $turnout } من { $electorate }
poll-multiple-base = يمكن اختيار عدة إجابات، لذلك قد يتجاوز المجموع ١٠٠٪
poll-option = الإجابة
poll-ballots = الأصوات
poll-share = النسبة
poll-your-answer = إجابتك

## الشاشة
screen-next = التالي
screen-join = انضم عبر { $host }

## الأسباب
refusal-unknown = تعذّر تنفيذ ذلك. يُرجى إعادة المحاولة.
refusal-unreachable = تعذّر الوصول إلى الخادم حالياً. يُرجى التحقق من الاتصال وإعادة المحاولة.
refusal-unknown-code = هذا الرمز لا يفتح أي قاعة. يُرجى التحقق منه.
refusal-too-many-tries = أُدخلت رموز خاطئة كثيرة من هنا. يُرجى الانتظار دقيقة ثم إعادة المحاولة.
refusal-unavailable = لا يستطيع الخادم تنفيذ ذلك حالياً. يُرجى إعادة المحاولة بعد قليل.
refusal-storage-fault = تعذّر على الخادم الكتابة على قرصه ولم يتغيّر شيء. يُرجى إبلاغ المنظّم.
refusal-outcome-not-written = تعذّرت كتابة الوثيقة الختامية وتبقى الجلسة مفتوحة. يُرجى إبلاغ المنظّم ثم إغلاق الجلسة من جديد.
refusal-outcome-not-made = تعذّر إعداد الوثيقة الختامية وتبقى الجلسة مفتوحة. يُرجى إبلاغ المنظّم، فالسبب في سجلّ الخادم.
refusal-token-expired = انتهى مقعدك. يُرجى الانضمام من جديد برمزك.
refusal-not-allowed = صفتك لا تسمح بذلك.
refusal-room-closed = الجلسة مغلقة ولم يعد شيء فيها يتغير.
refusal-list-closed = قائمة المتكلمين مغلقة.
refusal-already-on-list = أنت في القائمة بالفعل.
refusal-already-speaking = أُعطيت الكلمة بالفعل.
refusal-not-on-list = لست في القائمة.
refusal-unknown-request = هذا الطلب لم يعد في القائمة.
refusal-list-changed = تغيّرت القائمة في هذه الأثناء. يُرجى النظر إلى المتكلم التالي ثم الضغط من جديد.
refusal-already-ended = انتهت تلك الكلمة بالفعل.
refusal-already-paused = الساعة متوقفة بالفعل.
refusal-not-paused = الساعة تعمل بالفعل.
refusal-nothing-to-ask = لا يوجد متكلم يُوجَّه إليه سؤال بعد.
refusal-nothing-to-reply = لم يتكلم أحد بعد، فلا شيء يُردّ عليه.
refusal-other-delegation = هذا المقعد لوفد آخر.
refusal-too-late = لم يعد بالإمكان التراجع عن هذه الخطوة.
refusal-nobody-waiting = لا أحد في قائمة المتكلمين.
refusal-nobody-speaking = لا أحد يأخذ الكلمة.
refusal-poll-not-open = هذا التصويت غير مفتوح.

## The clock that stands
clock-stopped = الساعة متوقفة
## الهاتف
floor-next-delegation = وفدك هو التالي
floor-place-delegation = وفدك رقم { $place } في القائمة
floor-yours-more-delegation = الكلمة لوفدك.
floor-list-not-open = لم تُفتح بعد
floor-list-not-open-more = لم تُفتح قائمة المتكلمين بعد؛ يفتحها الرئيس. للتسجيل مسبقًا اطلب ذلك من الأمانة.
floor-list-exhausted = انتهت القائمة
floor-list-exhausted-more = لم يبق أحد في القائمة.
