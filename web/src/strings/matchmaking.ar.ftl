### The texts, in Arabic, of the matchmaking: for those who take part, and for the organiser.

match-title = التوفيق بين الشركاء
match-intro = انشر ما تحتاجه أو ما تقدّمه. يقترح الخادم شركاء. لا تظهر الأسماء ووسائل الاتصال إلا بعد موافقة الطرفين.
match-closed = لم يعد يُقبل شيء جديد. ما اتفقتم عليه باقٍ.
match-for-organiser = أنت هنا بصفة منظّم.
match-to-organiser = إلى صفحة المنظّم
match-post-need = أحتاج …
match-post-offer = أقدّم …

match-kind-need = احتياج
match-kind-offer = عرض
match-own = منشوراتك
match-own-none = لم تنشر شيئًا بعد.
match-seen-by-everyone = يراه كل من في الاجتماع
match-seen-by-other-side-need = يراه من يقدّمون شيئًا
match-seen-by-other-side-offer = يراه من يحتاجون شيئًا
match-seen-by-proposed = يراه الشركاء المقترحون فقط
match-seen-by-secretariat = تراه الأمانة فقط
match-change = تغيير
match-withdraw = سحب
match-withdraw-sure = نعم، اسحبه

match-form-need = ماذا تحتاج؟
match-form-offer = ماذا تقدّم؟
match-form-change = تغيير المنشور
match-sentence = في جملة واحدة
match-sentence-more = يقرؤها الآخرون كما تكتبها. لا تكتب فيها اسمًا لا ينبغي أن يعرفوه بعد.
match-left = { $left ->
    [zero] لم يبق أي حرف
    [one] بقي حرف واحد
    [two] بقي حرفان
    [few] بقيت { $left } أحرف
   *[other] بقي { $left } حرفًا
}
match-component-choose = اختر …
match-regions = المناطق
match-regions-more = إن لم تختر شيئًا: أي منطقة.
match-languages = اللغات التي يمكنك العمل بها
match-languages-more = إن لم تختر شيئًا: أي لغة.
match-visibility = من يراه
match-visibility-everyone = كل من في الاجتماع
match-visibility-other-side-need = من يقدّمون شيئًا
match-visibility-other-side-offer = من يحتاجون شيئًا
match-visibility-proposed = الشركاء المقترحون فقط
match-visibility-secretariat = الأمانة فقط ومن أختاره
match-who = من أنت
match-who-more = لا يظهر إلا لمن تتفق معه على اللقاء.
match-name = اسمك
match-contact = كيف يُتصل بك
match-contact-more = هاتف أو بريد إلكتروني أو مكان وجودك. يمكن تركه فارغًا.
match-do-post = انشر
match-do-change = غيّر

match-proposed = { $count ->
    [0] لا شريك مناسب بعد. سيظهر هنا حالما يوجد.
    [one] شريك مقترح واحد
    [two] شريكان مقترحان
    [few] { $count } شركاء مقترحين
   *[other] { $count } شريكًا مقترحًا
}
match-wanted = { $count ->
    [0] لا احتياج مناسب بعد.
    [one] احتياج واحد يناسبه. يمكن لصاحبه أن يختارك.
    [two] احتياجان يناسبانه. يمكن لصاحبيهما أن يختاراك.
    [few] { $count } احتياجات تناسبه. يمكن لأصحابها أن يختاروك.
   *[other] { $count } احتياجًا يناسبه. يمكن لأصحابها أن يختاروك.
}
match-why = لماذا
match-reason-component = { $side ->
    [need] يقدّم ما تحتاجه: { $component }
   *[offer] يحتاج ما تقدّمه: { $component }
}
match-reason-level = على المستوى نفسه: { $level }
match-reason-other-level = على مستوى آخر: { $level }
match-reason-region = { $side ->
    [need] يعمل في منطقتك: { $regions }
   *[offer] من منطقة تعمل فيها: { $regions }
}
match-reason-any-region = { $side ->
    [need] يعمل في أي منطقة
   *[offer] تعمل في أي منطقة
}
match-reason-language = لغة مشتركة بينكما: { $languages }
match-reason-no-language = لا لغة مشتركة
match-choose = نعم، اطلب اللقاء
match-not-now = ليس الآن
match-more = { $count ->
    [one] أظهر واحدًا آخر
    [two] أظهر اثنين آخرين
   *[other] أظهر { $count } أخرى
}

match-asked = بانتظار جوابك
match-asked-more = يريد أحدهم اللقاء بشأن عرضك. إن وافقت عرف كلٌّ منكما الآخر.
match-accept = نعم، نلتقي
match-declined = قلت «ليس الآن». ما زال بإمكانك الموافقة.
match-waiting = بانتظار جوابهم
match-waiting-more = طلبت اللقاء. تظهر الأسماء عندما يوافقون أيضًا.
match-they-declined = يقولون: ليس الآن. قد يوافقون لاحقًا.
match-give-up = تخلَّ عنه
match-give-up-sure = نعم، تخلَّ عنه

match-agreed = متفق عليه
match-partner = { $name }، { $delegation }
match-no-table = لا طاولة بعد. تظهر هنا حالما تُخصَّص لكما.
match-cancel = إلغاء هذا اللقاء
match-cancel-sure = نعم، ألغِه
match-cancelled = أُلغي
match-cancelled-more = أُلغي هذا اللقاء ولن يُعقد.
match-text = ما اتفقتما عليه
match-text-more = يمكن لكليكما كتابته. ويمكن تركه فارغًا.
match-text-save = حفظ
match-text-saved = حُفظ
match-consent = يجوز أن يدخل في نتائج الاجتماع
match-consent-more = مع الوفدين والمنشورين وهذا النص؛ دون أسماء أشخاص ولا وسائل اتصال. فقط إذا وافق الطرفان.
match-consent-save = احفظ نصك أولًا.
match-consent-both = وافق الطرفان: سيدخل في النتائج.
match-consent-one = لم يوافق الطرف الآخر بعد.
match-consent-theirs = وافق الطرف الآخر.

match-day = لقاءاتك
match-now = الآن
match-next = التالي
match-over = انتهت لقاءاتك.
match-later = جدولك
match-table = طاولة
match-table-number = الطاولة { $table }
match-left-time = متبقية
match-starts-in = حتى البداية
match-with = مع { $name }، { $delegation }

match-busy = متى لا يمكنك الحضور
match-busy-more = ضع علامة على الأوقات التي لا يمكنك اللقاء فيها.
match-others = منشورات أخرى
match-others-more = { $count ->
    [one] وواحد آخر.
    [two] واثنان آخران.
   *[other] و{ $count } أخرى.
}

match-organise-settings = الطاولات والأوقات
match-organise-open = يقبل المنشورات والأجوبة
match-organise-open-more = بعد إغلاقه لا يُنشر شيء جديد ولا يُتفق على جديد. ما اتُّفق عليه باقٍ.
match-organise-tables = الطاولات
match-organise-date = اليوم
match-organise-starts = تبدأ الفترة الأولى
match-organise-minutes = دقائق كل لقاء
match-organise-pause = دقائق بين لقاءين
match-organise-slots = الفترات
match-organise-last = { $count ->
    [one] فترة واحدة، من { $from } إلى { $until }
    [two] فترتان، من { $from } إلى { $until }
    [few] { $count } فترات، من { $from } إلى { $until }
   *[other] { $count } فترة، من { $from } إلى { $until }
}
match-organise-proposed = هذا اقتراح: لا يسري إلا بعد حفظه.
match-organise-past = ما حُفظ صار في الماضي. أدخل أوقاتًا لاحقة كي تُوزَّع الطاولات.
match-organise-needs-from = من يجوز له نشر احتياج
match-organise-needs-from-everyone = الجميع
match-organise-needs-from-states = الدول فقط
match-organise-save = حفظ
match-organise-saved = حُفظ.
match-organise-figures = أرقام
match-figure-people = أشخاص لهم منشور
match-figure-needs = احتياجات
match-figure-offers = عروض
match-figure-chosen = بانتظار جواب
match-figure-agreed = لقاءات متفق عليها
match-figure-seated = لها طاولة
match-figure-consented = للنتائج
match-assign = توزيع الطاولات
match-assign-more = يحصل أكبر عدد ممكن من اللقاءات على طاولة. لا أحد في مكانين. من له طاولة يحتفظ بها إلا إذا أتاح نقلها لقاءً آخر. وما يُتفق عليه لاحقًا يحصل تلقائيًا على طاولة خالية دون نقل أحد.
match-assign-waiting = { $count ->
    [one] لقاء واحد ينتظر طاولة.
    [two] لقاءان ينتظران طاولة.
    [few] { $count } لقاءات تنتظر طاولة.
   *[other] { $count } لقاءً ينتظر طاولة.
}
match-assigned = { $seated } من { $agreed } من اللقاءات المتفق عليها لها طاولة.
match-assigned-added = جديدة: { $added }.
match-assigned-moved = منقولة: { $moved }.
match-assigned-unseated = بلا طاولة الآن: { $unseated }.
match-assigned-at = وُزّعت في { $time }.
match-not-possible = لا يمكن عقد أكثر من { $possible } بهذه الطاولات والفترات والأشخاص.
match-unseated = بلا طاولة
match-why-not-not-assigned = يوجد مكان: وزّع الطاولات
match-why-not-not-set = لم تُحدَّد الطاولات والأوقات بعد
match-why-not-nothing-ahead = لا فترة قادمة
match-why-not-no-common-slot = لا فترة يمكن للطرفين حضورها
match-why-not-other-meetings = لأحدهما لقاء آخر في كل فترة
match-why-not-no-table = كل الطاولات مشغولة عندما يكون الطرفان متاحين
match-plan = الخطة
match-plan-none = لا لقاء له طاولة بعد.
match-plan-print = طباعة الخطة
match-plan-time = الوقت
match-plan-pick = اختر لقاءً في الخطة لإلغائه.
match-plan-free = خالية
match-partnerships = الشراكات
match-partnerships-more = { $count ->
    [one] اتفاق واحد يدخل في النتائج بموافقة الطرفين. وله فصل في التقرير الجامع.
    [two] اتفاقان يدخلان في النتائج بموافقة الطرفين. ولهما فصل في التقرير الجامع.
    [few] { $count } اتفاقات تدخل في النتائج بموافقة الطرفين. ولها فصل في التقرير الجامع.
   *[other] { $count } اتفاقًا يدخل في النتائج بموافقة الطرفين. ولها فصل في التقرير الجامع.
}
match-partnerships-report = التقرير الجامع
match-partnerships-data = كبيانات (JSON)
match-posts = المنشورات
match-posts-none = لم يُنشر شيء بعد.
match-posts-agreed = { $count ->
    [0] لا اتفاق
    [one] اتفاق واحد
    [two] اتفاقان
   *[other] { $count } اتفاقات
}

refusal-introduction-missing = قل أولًا من أنت؛ لا يظهر ذلك إلا لمن تتفق معه على اللقاء.
refusal-matchmaking-closed = لم يعد التوفيق يقبل شيئًا جديدًا.
refusal-unknown-post = لا يوجد منشور كهذا.
refusal-post-in-use = وافق أحدهم على هذا المنشور؛ اسحبه وانشر غيره.
refusal-already-chosen = اخترت هذا العرض من قبل.
refusal-already-agreed = وافقت على هذا من قبل.
refusal-unknown-pairing = لا شيء كهذا بينك وبين أحد.
refusal-not-agreed = لم توافقا كلاكما.
refusal-text-changed = تغيّر النص في هذه الأثناء؛ اقرأه من جديد.
refusal-no-places = لا توجد طاولات أو لا فترة قادمة.
