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

## ما لا يصح في حقول الخطة وفي ملف الاجتماع
refusal-field-file-large = في الملف { $bytes } بايت، ولا يُقرأ أكثر من { $max }.
refusal-field-encoding = ليس هذا نصًا بترميز UTF-8. احفظ الملف بترميز UTF-8.
refusal-field-file-empty = الملف فارغ. في الاجتماع على الأقل id وtitle وdate وtimezone وقاعة واحدة تحت العنوان {"\u2066"}[[rooms]]{"\u2069"}.
refusal-field-syntax = ليس هذا بصيغة TOML. يقول القارئ بالإنجليزية: «{ $said }».
refusal-field-missing = هذا ناقص ولا بد منه، مثل { $example }.
refusal-field-unknown-field = لا يوجد هنا حقل «{ $written }». { $hint ->
    [near] هل المقصود { $names }؟
    [known] المعروف هنا: { $names }.
   *[none] لا حقول هنا.
}
refusal-field-other-kind = { $found ->
    [text] هذا نص؛
    [whole-number] هذا عدد صحيح؛
    [fraction] هذا عدد فيه فاصلة عشرية؛
    [yes-or-no] هذا true أو false؛
    [moment] هذا تاريخ أو وقت؛
    [list] هذه قائمة؛
   *[table] هذا جدول؛
} { $wanted ->
    [text] ومكانه نص بين علامتي اقتباس.
    [number] ومكانه عدد صحيح من { $min } إلى { $max } بلا علامتي اقتباس.
    [yes-or-no] ومكانه true أو false بلا علامتي اقتباس.
    [word] ومكانه كلمة من هذه بين علامتي اقتباس: { $words }.
    [words] ومكانه قائمة ببعض هذه الكلمات، كل منها بين علامتي اقتباس: { $words }.
    [list] ومكانه قائمة، مثل {"\u2066"}["{ $example }"]{"\u2069"}.
    [texts] ومكانه قائمة نصوص، مثل { $example }.
    [languages] ومكانه قائمة برموز اللغات، مثل {"\u2066"}["en", "fr"]{"\u2069"}.
    [rooms] ومكانه قائمة بمعرّفات القاعات، مثل {"\u2066"}["group-1", "group-2"]{"\u2069"}.
    [tables] ويُكتب كل واحد منها تحت عنوان خاص به: {"\u2066"}{ $heading }{"\u2069"}.
    [named-tables] ويُكتب كل واحد منها تحت عنوان فيه اسمه، مثل {"\u2066"}{ $heading }{"\u2069"}.
    [axes] ومكانه المحوران كلاهما، مثل {"\u2066"}axes = {"{"} x = "Impact", y = "Feasibility" {"}"}{"\u2069"}.
    [voters] ومكانه جدول فيه roles وclasses وdelegations، مثل {"\u2066"}voters = {"{"} classes = ["state"] {"}"}{"\u2069"}.
   *[speaking-limits] ومكانه أوقات الكلام بحسب الفئة أو الدور، مثل {"\u2066"}{"{"} organization = 120, reply = 60 {"}"}{"\u2069"}. أما وقت القائمة فهو speaking_limit_s.
}
refusal-field-unknown-word = «{ $written }» ليس من هذه: { $words }.{ $hint ->
    [near] {" "}هل المقصود { $names }؟
   *[other] {""}
}
refusal-field-empty = هذا فارغ، ولا بد من كتابة شيء هنا.
refusal-field-text-long = النص أطول من اللازم: { $length ->
    [few] { $length } أحرف
    [many] { $length } حرفًا
   *[other] { $length } حرف
}، والحد الأقصى { $max }.
refusal-field-text-lines = في النص أكثر من سطر، وهنا سطر واحد فقط.
refusal-field-text-unshowable = في النص أحرف لا يمكن عرضها (أحرف تحكم أو تغيير اتجاه). احذفها.
refusal-field-text-unseen = ليس في النص حرف يُرى.
refusal-field-text-mark-in-front = في أول النص علامة تشكيل ليس قبلها حرف.
refusal-field-text-marks = على أحد الأحرف علامات أكثر من { $max }.
refusal-field-out-of-bounds = { $written } خارج الحدود. المطلوب عدد صحيح من { $min } إلى { $max }.
refusal-field-too-many = هذا أكثر من اللازم: { $count }، والحد الأقصى { $max }.
refusal-field-language = «{ $written }» ليس رمز لغة. يُكتب مثل en أو fr أو pt-BR.
refusal-field-id = «{ $written }» لا يصلح معرّفًا. في المعرّف a-z و0-9 وشرطات مفردة بينها، حتى { $max ->
    [few] { $max } أحرف
    [many] { $max } حرفًا
   *[other] { $max } حرف
}، مثل group-1.
refusal-field-id-of-system = «{ $written }» اسم يحتفظ به نظام Windows لنفسه، ولا يُسمّى به مجلد. اختر غيره.
refusal-field-date = هذا ليس يومًا من التقويم. يُكتب التاريخ سنة-شهر-يوم، مثل {"\u2066"}2024-05-10{"\u2069"}.
refusal-field-time = هذا ليس وقتًا من اليوم. يُكتب الوقت من {"\u2066"}00:00{"\u2069"} إلى {"\u2066"}23:59{"\u2069"}، مثل {"\u2066"}15:00{"\u2069"}.
refusal-field-time-zone = «{ $written }» ليست منطقة زمنية. تُكتب المنطقة والمدينة، مثل {"\u2066"}America/New_York{"\u2069"}، أو UTC.
refusal-field-no-rooms = في الاجتماع قاعة واحدة على الأقل. تُكتب تحت العنوان {"\u2066"}[[rooms]]{"\u2069"}.
refusal-field-room-id-twice = لقاعة أخرى المعرّف «{ $id }» من قبل، ولكل قاعة معرّفها.
refusal-field-session-id-twice = لجلسة أخرى المعرّف «{ $id }» من قبل، ولكل جلسة معرّفها.
refusal-field-room-unknown = لا توجد قاعة «{ $written }». { $hint ->
    [near] هل المقصود { $names }؟
    [known] القاعات: { $names }.
   *[none] لا قاعات في الاجتماع.
}
refusal-field-room-in-session-twice = القاعة «{ $room }» في الجلسة «{ $session }» من قبل، ومرة واحدة تكفي.
refusal-field-ends-before-start = تنتهي الجلسة في { $ends } وتبدأ في { $starts }. يجب أن تنتهي بعد بدايتها وفي اليوم نفسه.
refusal-field-template-name = «{ $written }» لا يصلح اسمًا لقالب. فيه a-z و0-9 وشرطات فقط.
refusal-field-template-unknown = لا يوجد في هذا الملف قالب «{ $written }». { $hint ->
    [near] هل المقصود { $names }؟
    [known] القوالب: { $names }.
   *[none] لا قوالب فيه.
}
refusal-field-speaker-unnamed = لم يُذكر من المتكلم. اكتب الوفد أو الاسم أو كليهما.
refusal-field-speaker-twice = «{ $who }» مذكور بين هؤلاء المتكلمين من قبل، ولكل واحد مكان واحد في القائمة.
refusal-field-speakers-without-floor = سُجّل متكلمون، والقاعة بلا قائمة متكلمين. احذف هذا أو ذاك.
refusal-field-polls-without-polls = أُعدّت تصويتات، والقاعة بلا تصويتات. احذف هذا أو ذاك.
refusal-field-poll-text-twice = { $what ->
    [step] الدرجة «{ $written }» مكررة، ويجب أن تختلف كل درجة عن غيرها.
   *[option] الإجابة «{ $written }» مكررة، ويجب أن تختلف كل إجابة عن غيرها.
}
refusal-field-poll-takes-one = في التصويت من النوع single إجابة واحدة بالضبط. احذف هذا أو اكتب {"\u2066"}kind = "multiple"{"\u2069"}.
refusal-field-poll-min-above-max = أقل عدد لإجابات الورقة، وهو { $min }، أكبر من أكثره، وهو { $max }. لا يزيد min على max.
refusal-field-poll-voters-nobody = القائمة الفارغة لا تسمّي أحدًا. احذف { $name } إن لم تكن تحدّ من يصوّت.
refusal-field-poll-tells-votes = القاعة «{ $room }» ليست علنية، فلا يجوز لأحد فيها أن يعرف كيف صوّت غيره. اختر «لا يُعرض على أحد» (undisclosed) أو «سري» (secret).
refusal-field-poll-invalid = لا يصلح هذا التصويت. يقول الخادم بالإنجليزية: «{ $said }»
refusal-field-unread = تعذّرت قراءة هذا بعد كتابته.
refusal-field-session-id-stays = معرّف الجلسة لا يتغيّر: «{ $id }».
refusal-field-room-id-stays = معرّف القاعة لا يتغيّر: «{ $id }»، فهو جزء من عنوانها.
refusal-field-moved-to-no-time = هذا ليس وقتًا من اليوم، مثل {"\u2066"}15:00{"\u2069"}.
refusal-field-past-midnight = ستنتهي الجلسة بعد منتصف الليل، والجلسة تنتهي في اليوم الذي تبدأ فيه.
refusal-field-no-day = مع هذا اليوم الأول لا تقع إحدى الجلسات في يوم من التقويم.
refusal-field-other-rooms = يجب أن تُذكر كل قاعات الاجتماع، كل منها مرة واحدة.
