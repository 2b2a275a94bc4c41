### The texts, in Arabic, of the page on which a meeting is set up.

setup-change = تعديل
setup-change-of = تعديل { $name }
setup-cancel = إلغاء
setup-done = تم
setup-remove = إزالة
setup-remove-of = إزالة { $name }
setup-up = نقل إلى أعلى
setup-up-of = نقل { $name } إلى أعلى
setup-saved = حُفظ: { $name }
setup-not-saved = لم يُحفظ بعد. يُرجى النظر في هذا:
setup-not-saved-above = لم يُحفظ بعد. يُرجى النظر في ما وُضعت عليه علامة أعلاه.
setup-count = { $count ->
    [0] لا شيء
   *[other] { $count }
}

setup-details = بيانات الاجتماع
setup-field-title = العنوان
setup-field-subtitle = الهدف في جملة
setup-field-place = المكان
setup-field-date = اليوم
setup-field-timezone = المنطقة الزمنية للمكان
setup-timezone-more = المنطقة والمدينة، مثل America/New_York. أوقات البرنامج محسوبة بها.
setup-field-languages = اللغات
setup-move-days = نقل جميع الجلسات بعدد الأيام نفسه

setup-session-add = إضافة جلسة
setup-session-new = جلسة جديدة
setup-session = جلسة
setup-session-remove = إزالة هذه الجلسة
setup-session-remove-sure = إزالتها؛ وتبقى قاعاتها
setup-no-sessions = لا توجد جلسات بعد. أضف الجلسة الأولى.
setup-field-kind = النوع
setup-kind-social = استراحة أو استقبال
setup-kind-plenary = جلسة عامة
setup-kind-panel = حلقة نقاش
setup-kind-matchmaking = التوفيق بين الشركاء
setup-kind-breakout = مجموعات متوازية
setup-field-starts = البداية
setup-field-ends = النهاية
setup-field-description = ما يجري فيها
setup-field-rooms = القاعات التي تجتمع فيها

setup-room-add = إضافة قاعة
setup-room-new = قاعة جديدة
setup-room = قاعة
setup-no-rooms = لا توجد قاعات بعد. أضف الأولى: جلسة عامة أو حلقة نقاش أو مجموعة.
setup-room-address = عنوانها: { $address }
setup-room-entered = دخل أشخاص هذه القاعة. ما تحفظه يصل إليهم فورًا، إلا ما ذُكر أدناه.
setup-when-questions = تظهر في القاعة فورًا. أما عناوينَ في المدوّنات فما دام أحد لم يكتب فيها.
setup-when-attribution = القاعدة الأشد تسري فورًا. والأخف تُرفض: فقد دخل الناس في ظل هذه القاعدة.
setup-when-polls = تنتظر التصويتات الجديدة في القاعة كمسودات فورًا. وما عدّله الرئيس أو طرحه يبقى كما هو.
setup-when-speaking = يسري الترتيب والأوقات فورًا. أما فتح القائمة فيقرره الرئيس الآن في القاعة.
setup-when-speakers = يُضاف المتكلمون الجدد إلى القائمة فورًا. ومن تكلم أو حُذف لا يُعاد إليها.
setup-when-tools = فورًا. أما الأداة التي فيها شيء فتبقى.
setup-when-notes = من يجوز له أن يكتب ومن يرى البطاقة الجديدة: فورًا، ما لم يختر الرئيس غير ذلك. العناوين: ما دام أحد لم يكتب في المدوّنات.
setup-field-theme = الموضوع
setup-theme-more = في جملة
setup-meets-in = تجتمع في
setup-meets-now = تجتمع في: { $sessions }. يُغيَّر ذلك مع الجلسة في البرنامج.
setup-meets-not = لا تجتمع في أي جلسة بعد. يُغيَّر ذلك مع الجلسة في البرنامج.
setup-meets-nowhere = لا جلسة بعد
setup-field-questions = الأسئلة التوجيهية
setup-lines-more = واحد في كل سطر
setup-field-attribution = ما يجوز نقله إلى الخارج
setup-field-writers = من يجوز له كتابة المدوّنات
setup-field-polls = تصويتات معدّة
setup-poll-keep = الاحتفاظ به مع القاعة
setup-speaking = الكلام
setup-field-list = قائمة المتكلمين في البداية
setup-list-open = مفتوحة
setup-list-open-more = يطلب الناس الكلمة من هواتفهم، ومسبقًا أيضًا: منذ دخولهم القاعة.
setup-list-closed = مغلقة
setup-list-closed-more = من تسجّلهم أنت وحدهم، إلى أن يفتحها الرئيس. اختر «مفتوحة» ليسجّل الناس أنفسهم مسبقًا.
setup-field-order = من يتكلم أولًا
setup-field-speaking_limit_s = وقت المتكلم الواحد بالثواني
setup-field-speaking_limits = أوقات أخرى بالثواني؛ فارغ: الوقت نفسه
setup-field-speakers = متكلمون مسجلون مسبقًا
setup-speakers-more = يكونون في القائمة عند فتح القاعة. ويمكن للرئيس أيضًا استيراد جدول.
setup-speaker-name = الاسم
setup-speaker-add = إضافة متكلم
setup-speaker-remove = إزالة هذا المتكلم
setup-notes-board = المدوّنات واللوحة
setup-field-sections = عناوين المدوّنات
setup-sections-more = واحد في كل سطر. وتليها الأسئلة التوجيهية.
setup-field-board = من يرى البطاقة الجديدة
setup-tools = أدوات القاعة
setup-tools-more = المدوّنات موجودة دائمًا: فهي ما يبقى من القاعة.
setup-tool-notes = المدوّنات
setup-tool-floor = قائمة المتكلمين
setup-tool-polls = التصويتات
setup-tool-board = اللوحة، أو أسئلة القاعة
setup-tool-comments = التعليقات على المدوّنات
setup-people = المنسقون وأعضاء الحلقة
setup-nobody = لم يُذكر أحد
setup-people-more = اسم واحد في كل سطر
setup-field-moderators = المنسقون
setup-field-panellists = أعضاء حلقة النقاش
setup-questions-count = { $count ->
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
   *[other] { $count } سؤالًا
}
setup-polls-count = { $count ->
    [one] تصويت واحد
    [two] تصويتان
    [few] { $count } تصويتات
   *[other] { $count } تصويتًا
}
setup-people-now = { $count ->
    [one] شخص واحد فيها الآن
    [two] شخصان فيها الآن
    [few] { $count } أشخاص فيها الآن
   *[other] { $count } شخصًا فيها الآن
}
setup-closed = مغلقة
setup-template = استخدامها نموذجًا
setup-template-of = قاعة جديدة من { $name }
setup-copy-of = { $name } (نسخة)

setup-remove-room = إزالة القاعة
setup-remove-title = إزالة «{ $name }»؟
setup-remove-empty = لم يدخلها أحد. تخرج من الخطة ولا تفتح رموز الانضمام إليها شيئًا. ويمكنك إعادتها.
setup-remove-stays = { $people ->
    [0] فيها ما كتبه الناس وقالوه. أغلقها أولًا ليُختم محصولها ويُحفظ. ثم يمكنك إزالتها.
    [one] فيها شخص واحد. أغلقها أولًا ليُختم محصولها ويُحفظ. ثم يمكنك إزالتها.
    [two] فيها شخصان. أغلقها أولًا ليُختم محصولها ويُحفظ. ثم يمكنك إزالتها.
    [few] فيها { $people } أشخاص. أغلقها أولًا ليُختم محصولها ويُحفظ. ثم يمكنك إزالتها.
   *[other] فيها { $people } شخصًا. أغلقها أولًا ليُختم محصولها ويُحفظ. ثم يمكنك إزالتها.
}
setup-go-close = الذهاب إلى القاعة
setup-remove-held = هي مغلقة ومحصولها مختوم. يخرج من لا يزال يقرأ فيها، ولا تفتح رموز الانضمام إليها شيئًا. ويبقى المحصول على الخادم، ويمكنك إعادة القاعة بكل ما فيها.
setup-remove-outcome = تنزيل محصولها أولًا
setup-removed = { $count ->
    [one] أُزيلت قاعة واحدة
    [two] أُزيلت قاعتان
    [few] أُزيلت { $count } قاعات
   *[other] أُزيلت { $count } قاعة
}
setup-removed-more = إذا أُعيدت القاعة كان فيها كل ما كان، وعملت رموز الانضمام إليها من جديد.
setup-put-back = إعادة
setup-put-back-of = إعادة { $name }

setup-warnings = { $count ->
    [one] أمر جدير بالنظر
    [two] أمران جديران بالنظر
    [few] { $count } أمور جديرة بالنظر
   *[other] { $count } أمرًا جديرًا بالنظر
}
setup-warning-room-twice = «{ $room }» تجتمع في «{ $first }» وفي «{ $second }» في الوقت نفسه.
setup-warning-everybody-twice = «{ $first }» و«{ $second }» في الوقت نفسه، وإحداهما للجميع.
setup-warning-no-rooms = «{ $first }» مجموعات متوازية بلا قاعات.
setup-warning-rooms-beside = تجتمع «{ $room }» في «{ $first }»: يُوجَّه الناس حينها إلى القاعة، لا إلى التوفيق بين الشركاء أو الاستراحة.
setup-warning-room-unplaced = «{ $room }» لا تجتمع في أي جلسة.

setup-file = الخطة في ملف
setup-file-more = في الملف ما في هذه الصفحة: البرنامج والقاعات والتصويتات، ولا شيء مما فعله الناس.
setup-export = التصدير إلى ملف
setup-import = استيراد ملف
setup-import-more = يصبح ملف الاجتماع اجتماعًا على هذا الخادم. ولا يؤخذ شيء من ملف فيه خطأ.
setup-import-file = ملف الاجتماع (‎.toml)
setup-import-id-more = فارغ: كما يقول الملف
setup-import-take = استيراد
setup-import-replace = استبدال تلك الخطة
setup-import-line = السطر { $line }
setup-link = رابط المنظِّم
setup-link-keep = احتفظ بهذا الرابط: هو السبيل الوحيد للعودة.
setup-link-more = من معه هذا الرابط ينظّم الاجتماع من أي متصفح. أعطه لمنظِّم ثانٍ ولا تعطه لغيره.
setup-link-copy = نسخ الرابط
setup-link-copied = نُسخ الرابط.
setup-link-by-hand = لا يسمح هذا المتصفح بالنسخ هنا. انسخ الرابط بيدك.
setup-link-replace = استبدال الرابط
setup-link-replace-sure = استبداله: لن يفتح الرابط القديم شيئًا
setup-link-stay = يبقى من ينظّمون الآن
setup-link-replaced = هذا هو الرابط الجديد. لم يعد القديم يفتح شيئًا.
setup-link-go-on = احتفظت به: متابعة
setup-made = أُنشئ الاجتماع
setup-meetings = الاجتماعات
setup-this-one = هذا الاجتماع
setup-copy = نسخ هذا الاجتماع
setup-copy-more = البرنامج والقاعات والتصويتات، مع نقل جميع الأيام؛ ولا شيء مما فعله الناس.
setup-new = اجتماع جديد
setup-make = إنشاء الاجتماع
setup-field-id = الاسم القصير
setup-id-taken = لاجتماع آخر على هذا الخادم هذا الاسم القصير. اختر غيره.
setup-id-wrong = أحرف a-z وأرقام 0-9 وشرطات بينها فقط، مثل roundtable-2026.
setup-id-more = جزء من كل عنوان: a-z و0-9 وشرطات. فارغ: من العنوان.

refusal-plan-invalid = لم يُحفظ هذا: أحد الحقول غير صحيح.
refusal-id-taken = هذا الاسم القصير مستعمل. اختر اسماً آخر، أو أكّد استبدال الخطة إن كانت للاجتماع نفسه.
refusal-room-in-use = في هذه القاعة أشخاص أو ما كتبوه وقالوه. أغلقها أولًا لتُختم وثيقتها الختامية، ثم أكّد إزالتها.
refusal-file-invalid = في الملف ما يجب تصحيحه، ولم يؤخذ منه شيء.
refusal-schedule-invalid = في ملف البرنامج ما يجب تصحيحه، ولم يؤخذ منه شيء.
