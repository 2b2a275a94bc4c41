### نصوص قائمة المشاركين وأوراقها ويوم كل مشارك بالعربية.

listed-parts = أجزاء هذه الصفحة
listed-part-list = القائمة
listed-part-groups = المجموعات
listed-part-sheets = الدخول

listed-none = لا أحد في القائمة بعد. استورد ملفاً أو أضف الأشخاص واحداً واحداً.
listed-count = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
   *[other] { $count } شخصاً
}
listed-found = { $found } من { $count }
listed-search = البحث بالاسم أو الوفد أو الرمز
listed-filter = عرض
listed-filter-all = الجميع
listed-filter-none = بلا مجموعة: { $session }
listed-filter-group = { $group }
listed-add = إضافة شخص
listed-import = استيراد ملف
listed-export = حفظ بصيغة CSV
listed-nobody-found = لا أحد في القائمة يطابق البحث.
listed-page = { $from } إلى { $to } من { $count }
listed-before = السابق
listed-next = التالي
listed-edit = تعديل { $name }
listed-change = تعديل
listed-code = الرمز
listed-no-group = بلا مجموعة
listed-table = المشاركون

listed-add-do = إضافة إلى القائمة
listed-name = الاسم
listed-language = اللغة
listed-group-of = المجموعة: { $session }
listed-group-of-none = المجموعة
listed-code-new = إعطاء رمز جديد
listed-code-meanwhile = أعطاه شخص آخر رمزًا جديدًا في هذه الأثناء، وهو معروض أعلاه وربما طُبع. بقي كما هو. اطلب من جديد إن أردت غيره.
listed-code-new-sure = استبدال الرمز الآن
listed-code-more = يحل رمز جديد محل هذا الرمز: لا يفتح هذا بعدها شيئًا، وعلى من دخل به أن ينضم من جديد.
listed-remove = الحذف من القائمة
listed-remove-sure = الحذف من القائمة الآن
listed-link = الرابط الشخصي

listed-import-more = ملف CSV بترميز UTF-8 يسمّي صفه الأول الأعمدة: name وdelegation وclass وrank وlanguage وroom وcode. العمود name وحده لازم. تُكتب مجموعات عدة جلسات في خانة واحدة يفصل بينها |.
listed-import-example = ملف مثال لملئه (CSV)
listed-import-file = ملف CSV
listed-import-checking = جارٍ الفحص …
listed-import-new = جديد
listed-import-changed = معدّل
listed-import-unchanged = كما كان
listed-import-moved = إلى مجموعة أخرى
listed-import-faults = { $count ->
    [one] هناك خطأ واحد. لم يُستورد شيء.
    [two] هناك خطآن. لم يُستورد شيء.
    [few] هناك { $count } أخطاء. لم يُستورد شيء.
   *[other] هناك { $count } خطأ. لم يُستورد شيء.
}
listed-import-row = الصف { $row }
listed-import-ignored = أعمدة لا تُستعمل: { $columns }
listed-import-do = { $count ->
    [0] لا شيء للاستيراد
    [one] استيراد شخص واحد
    [two] استيراد شخصين
    [few] استيراد { $count } أشخاص
   *[other] استيراد { $count } شخصاً
}
listed-import-done = تم الاستيراد. جديد: { $new }. معدّل: { $changed }.
listed-import-more-faults = تظهر أول { $shown } فقط.
listed-import-again = اختيار الملف المصحّح
listed-import-changes = ما يتغيّر

listed-session = الجلسة
listed-no-session = قاعات خارج البرنامج
listed-groups-none = لا توجد جلسة لها عدة قاعات، فلا توجد مجموعات.
listed-waiting = بلا مجموعة بعد
listed-places = الأماكن
listed-places-of = الأماكن في { $group }
listed-heads = { $people } من { $cap }
listed-move = نقل { $count } إلى
listed-move-do = نقل
listed-selected-none = اختر أشخاصاً لنقلهم أو اسحبهم.
listed-select = اختيار { $name }
listed-select-clear = إلغاء الاختيار
listed-moved-status = { $count ->
    [one] { $name } الآن في { $group }.
    [two] شخصان الآن في { $group }.
    [few] { $count } أشخاص الآن في { $group }.
   *[other] { $count } شخصاً الآن في { $group }.
}
listed-more = عرض { $count } آخرين
listed-rule = التوزيع بالقاعدة
listed-rule-more = مجموعات متساوية الحجم ما دامت فيها أماكن. لكل منها نصيبها بحسب حجمها من كل فئة ومجموعة إقليمية، وتُوزَّع الوفود.
listed-rule-who = مَن
listed-rule-waiting = من ليسوا في مجموعة
listed-rule-everybody = الجميع من جديد
listed-rule-preview = المجموعات كما ستكون
listed-rule-size = الأشخاص
listed-rule-delegations = الوفود
listed-rule-unknown = غير مذكور
listed-rule-difference = أكبر فرق
listed-rule-placed = { $count ->
    [0] لن يُنقل أحد.
    [one] يدخل شخص واحد في مجموعة.
    [two] يدخل شخصان في مجموعة.
    [few] يدخل { $count } أشخاص في مجموعة.
   *[other] يدخل { $count } شخصاً في مجموعة.
}
listed-rule-left = { $count ->
    [one] لا مكان لشخص واحد.
    [two] لا مكان لشخصين.
    [few] لا مكان لـ{ $count } أشخاص.
   *[other] لا مكان لـ{ $count } شخصاً.
}
listed-rule-do = توزيع
listed-choice = اختيار المشاركين
listed-choice-on = يمكن للمشاركين اختيار مجموعتهم على هواتفهم الآن.
listed-choice-off = لا يمكن للمشاركين اختيار مجموعتهم.
listed-choice-open = فتح الاختيار
listed-choice-close = إنهاء الاختيار
listed-balance = التوازن
listed-balance-more = أكبر فرق بين مجموعتين: { $size } في الحجم، و{ $class } في الفئة، و{ $region } في المجموعة الإقليمية، و{ $delegation } في الوفد.

listed-doors = من يحق له الانضمام
listed-doors-all = يمكن لمن ليسوا في القائمة الانضمام برمز القاعة
listed-doors-room = { $group }
listed-doors-rooms = في هذه القاعات
listed-wifi = شبكة Wi-Fi على الأوراق
listed-wifi-name = الشبكة
listed-wifi-password = كلمة المرور
listed-saved = حُفظ.
listed-sheets = الطباعة
listed-sheets-who = لمن
listed-sheets-count = { $count ->
    [one] بطاقة واحدة
    [two] بطاقتان
    [few] { $count } بطاقات
   *[other] { $count } بطاقة
}
listed-sheets-part = الجزء
listed-sheets-part-of = { $from } إلى { $to }
listed-sheets-people = طباعة بطاقات الأشخاص
listed-sheets-rooms = طباعة أوراق القاعات
listed-sheets-making = جارٍ التحضير …
listed-sheet-yours = رمزك الشخصي
listed-sheet-group = مجموعتك
listed-sheet-how = امسح الصورة، أو افتح { $host } واكتب الرمز. هو لك وحدك.

day-now = الآن
day-over = انتهت
day-none = لست في مجموعة من هذه الجلسة بعد.
day-choose = اختر مجموعتك
day-choose-more = يمكنك تغيير اختيارك حتى ينهي المنظّم الاختيار.
day-yours = مجموعتك
day-free = { $count ->
    [0] ممتلئة
    [one] مكان واحد شاغر
    [two] مكانان شاغران
    [few] { $count } أماكن شاغرة
   *[other] { $count } مكاناً شاغراً
}
day-chosen = أنت الآن في { $group }.
day-unlisted = يظهر اليوم هنا لمن انضم برمز شخصي.

moved-to = نُقلت إلى { $group }.
moved-kept = لم ترسل هذا النص بعد. انسخ ما تحتاجه منه، فهو يبقى في القاعة الأخرى.
moved-copy = نسخ
moved-copy-of = نسخ: { $words }
moved-copied = نُسخ النص.
moved-copy-by-hand = لا يسمح هذا المتصفح بالنسخ هنا. اضغط مطوّلا على النص وانسخه بنفسك.
moved-out = لم تعد في مجموعة من هذه الجلسة. يعرض يومك ما هو مفتوح لك.

refusal-unknown-person = هذا الشخص ليس في قائمة المشاركين.
refusal-unknown-group = لا توجد مجموعة كهذه في هذه الجلسة. انظر إلى القائمة من جديد.
refusal-participants-changed = غيّر شخص آخر القائمة بعد فحص هذا الملف، فلم يُستورد. انظر إلى ما سيفعله الآن.
refusal-moved-meanwhile = نقل شخص آخر أحدهم إلى مجموعة أخرى في هذه الأثناء، فلم يُنقل أحد. انظر إلى المجموعات ثم انقلهم من جديد.
refusal-in-another-group = هذا الشخص في مجموعة أخرى من الجلسة نفسها، ولا يمكن أن يكون في مجموعتين.
refusal-group-full = هذه المجموعة ممتلئة. اختر مجموعة أخرى.
refusal-choice-closed = لا يمكن اختيار مجموعات هذه الجلسة الآن. اسأل المنظّم إن أردت تغيير مجموعتك.
refusal-code-taken = هذا الرمز مستعمل. اختر رمزاً آخر.
refusal-already-listed = هذا الشخص في القائمة بالفعل.
refusal-joining-closed = تُفتح هذه القاعة بالرموز الشخصية فقط. استعمل الرمز المكتوب على بطاقتك أو اطلب رمزاً من المنظّم.

refusal-csv-workbook = هذا ملف جدول وليس CSV. في Excel اختر «حفظ باسم» ثم «CSV UTF-8»، وفي LibreOffice اختر ترميز UTF-8.
refusal-csv-encoding = ترميز هذا الملف ليس UTF-8، وقد تُقرأ حروفه خطأً. في Excel اختر «حفظ باسم» ثم «CSV UTF-8»، وفي LibreOffice اختر ترميز UTF-8.
refusal-csv-empty = لا أحد في هذا الملف: يجب أن يكون تحت صف العناوين الذي فيه العمود name صف لكل شخص.
refusal-csv-too-long = صفوف هذا الملف أكثر مما يؤخذ في مرة واحدة، أي 10000 صف. قسّمه إلى أجزاء.

## أخطاء صفوف الملف
refusal-row-name-empty = الاسم فارغ.
refusal-row-text-long = النص أطول من اللازم: { $max } حرفاً على الأكثر.
refusal-row-text-unfit = في النص حرف لا يمكن عرضه.
refusal-row-language = تُكتب اللغة برمزها، مثل en أو fr أو pt-BR.
refusal-row-class = «{ $written }» ليست فئة. الفئات: state وorganization وstakeholder.
refusal-row-rank = «{ $written }» ليست رتبة. الرتب: minister وvice-minister وambassador وdelegate وexpert.
refusal-row-more-cells = خانات هذا الصف أكثر من أعمدة الصف الأول: «{ $written }». ضع النص الذي فيه فاصلة أو فاصلة منقوطة بين علامتي اقتباس.
refusal-row-letters-lost = ضاعت هنا حروف حين حُفظ الملف بترميز آخر (�). احفظه من الأصل بترميز UTF-8.
refusal-row-rooms-many = يسمّي الصف { $max } قاعة على الأكثر.
refusal-row-room-unknown = لا توجد في الاجتماع قاعة «{ $written }». القاعات: { $rooms }{ $more ->
    [0] .
   *[other] ، و{ $more } غيرها.
}
refusal-row-room-several = «{ $written }» عنوان لأكثر من قاعة؛ سمِّ إحداها بمعرّفها، مثل { $one } أو { $other }.
refusal-row-rooms-none = لا قاعات في الاجتماع بعد.
refusal-row-two-groups = لا يمكن أن يكون { $who } في «{ $one }» وفي «{ $other }» معاً، فكلتاهما في الجلسة نفسها. سمِّ واحدة منهما.
refusal-row-code-shape = الرمز الشخصي 6 أو 8 أحرف وأرقام لاتينية، مثل K7M2 QX4P. اتركه فارغاً ليُنشأ رمز.
refusal-row-code-twice = الصف { $row } له الرمز نفسه، ولا يكون لشخصين رمز واحد.
refusal-row-code-taken = يفتح هذا الرمز شيئاً آخر على هذا الخادم. خذ غيره، أو اتركه فارغاً ليُنشأ رمز.
refusal-row-code-of-other = هذا الرمز في القائمة لـ{ $other }، وهذا الصف لـ{ $who }.
refusal-row-code-not-made = تعذّر إنشاء رمز. حاول من جديد.
refusal-row-person-twice = { $who } في الصف { $row } أيضاً. احذف أحد الصفين.
refusal-row-person-in-two = { $who } في الصف { $row } أيضاً، وهناك في «{ $there }» وهنا في «{ $here }». احذف أحد الصفين. تُكتب مجموعات عدة جلسات في صف واحد يفصل بينها |.
refusal-row-list-full = القائمة ممتلئة: تتسع لـ{ $max } شخص.
