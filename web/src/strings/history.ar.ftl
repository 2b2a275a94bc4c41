# تاريخ الملاحظات.

history-title = تاريخ الملاحظات
history-none = لم يُكتب شيء بعد.
history-time = الوقت
history-earlier = أسبق
history-later = أحدث
history-authors = كتبها
history-by-file = ملف الاجتماع
history-versions = النسخ المسماة
history-versions-none = لا توجد نسخة مسماة بعد.
history-name = تسمية الملاحظات كما هي الآن
history-name-do = تسمية هذه النسخة
history-unname = إزالة الاسم: { $name }
history-compare = المقارنة مع
history-compare-none = لا شيء
history-compare-first = البداية
history-compare-last = أحدث حالة
history-changes = { $count ->
    [0] لا توجد فقرة مختلفة.
    [one] فقرة واحدة مختلفة.
    [two] فقرتان مختلفتان.
    [few] { $count } فقرات مختلفة.
    [many] { $count } فقرة مختلفة.
   *[other] { $count } فقرة مختلفة.
}
history-unchanged = { $count ->
    [one] … فقرة واحدة دون تغيير …
    [two] … فقرتان دون تغيير …
    [few] … { $count } فقرات دون تغيير …
   *[other] … { $count } فقرة دون تغيير …
}
history-added = أُضيف:
history-removed = حُذف:
history-kind-changed = (تغيّر الشكل أو العلامة)
history-restore = استعادة هذه الحالة
history-restore-question = هل تريد إعادة الملاحظات إلى ما كانت عليه في { $time }؟ سيكون ذلك تعديلاً جديداً لدى الجميع، ويمكن التراجع عنه.
history-restore-do = استعادة
history-restored-saved = تمت الاستعادة وحُفظت. يمكن التراجع عنها من الملاحظات.
history-restored-same = الملاحظات الآن كما كانت حينئذ، ولم يتغيّر شيء.
history-restored-unfit = في هذه الحالة ما لا تستوعبه هذه الملاحظات، فلم تُستعد.
history-restored-unsaved = لم تُحفظ. وتقول الملاحظات ما جرى لها.
refusal-unknown-version = هذه الحالة من الملاحظات غير موجودة.
refusal-name-taken = هذا الاسم مستعمل لحالة أخرى. يُرجى اختيار اسم آخر.
