# الملاحظات المشتركة: المحرر وشريط أدواته وما يقوله عن الحفظ.

notes-label = الملاحظات المشتركة لهذه القاعة
notes-placeholder = اكتب هنا. يراه كل من في القاعة.
notes-nameless = مشارك

notes-edit = تعديل
notes-done = تم

notes-save-loading = جارٍ التحميل…
notes-save-saved = تم الحفظ
notes-save-saving = جارٍ الحفظ…
notes-save-offline = غير متصل
notes-save-offline-kept = غير متصل — محفوظ على هذا الجهاز
notes-save-offline-unkept = غير متصل — في هذه النافذة فقط، لا تغلقها
notes-save-refused = لم يُحفظ

notes-bar-may-not-write = يمكنك قراءة هذه الملاحظات. الرئيس يقرر من يكتبها.
notes-bar-report-final = التقرير نهائي ومعه الملاحظات. ويعود بالإمكان الكتابة فيها حين يعيد الرئيس أو المقرر فتحه.
notes-bar-room-closed = القاعة مغلقة. لم يعد بالإمكان تغيير الملاحظات.
notes-bar-refused-often = لم يقبل الخادم تعديلاتك عدة مرات. أعد تحميل الصفحة لتكتب من جديد.
notes-no-storage = هذا المتصفح لا يحفظ شيئًا على الجهاز، كما في النوافذ الخاصة. من دون اتصال يضيع ما تكتبه عند إغلاق الصفحة.

notes-refused-may-not-write = لم تُحفظ تعديلاتك الأخيرة: لا يحق لك الكتابة في هذه الملاحظات الآن.
notes-refused-report-final = لم تُحفظ تغييراتك الأخيرة: صار التقرير نهائياً قبل وصولها.
notes-refused-room-closed = لم تُحفظ تعديلاتك الأخيرة: أُغلقت القاعة قبل وصولها.
notes-refused-notes-full = لم تُحفظ تعديلاتك الأخيرة: بلغت الملاحظات حجمها الأقصى. اختصرها ثم حاول مرة أخرى.
notes-refused-history-full = لم تُحفظ تعديلاتك الأخيرة: بلغ سجلّ هذه القاعة أقصى حجم له. كل ما سبقها محفوظ، ويُواصل العمل في قاعة أخرى.
notes-refused-notes-too-large = لم تُحفظ تعديلاتك الأخيرة: حجمها أكبر من أن تُرسل دفعة واحدة. أعد نصك على أجزاء أصغر.
notes-refused-notes-invalid = لم تُحفظ تعديلاتك الأخيرة: تعذّر على الخادم قراءتها.
notes-refused-other = لم تُحفظ تعديلاتك الأخيرة.
notes-refused-text = نصك، لنسخه
notes-refused-copy = انسخ النص
notes-refused-copied = تم النسخ
notes-refused-dismiss = تم

notes-refused-too-much = هذا النص أطول من أن يُلصق دفعة واحدة، فلم يُلصق منه شيء. يُرجى لصقه على أجزاء أصغر أو وضع رابط إليه هنا.

notes-toolbar = التنسيق
notes-tool-heading-1 = عنوان 1
notes-tool-heading-2 = عنوان 2
notes-tool-heading-3 = عنوان 3
notes-tool-strong = عريض
notes-tool-em = مائل
notes-tool-link = رابط
notes-tool-bullet-list = قائمة نقطية
notes-tool-ordered-list = قائمة مرقمة
notes-tool-outdent = مسافة بادئة أقل
notes-tool-indent = مسافة بادئة أكثر
notes-tool-quote = اقتباس
notes-tool-undo = تراجع
notes-tool-redo = إعادة
notes-tool-point = نقطة (Ctrl أو Cmd مع النقطة)

notes-link-address = عنوان الرابط
notes-link-set = ضع الرابط
notes-link-remove = أزل الرابط
notes-link-cancel = إلغاء
notes-link-wrong = هذا ليس عنوان موقع أو بريد إلكتروني. مثال: https://www.un.org

refusal-notes-invalid = لم يستطع الخادم قراءة هذا التغيير.
refusal-notes-full = بلغت الملاحظات أقصى حجم لها.
