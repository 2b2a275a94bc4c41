### نصوص التصويت وبطاقاته بالعربية.

## التصويت
poll-new = فُتح تصويت جديد
poll-round = الجولة { $number }
poll-stamp = استطلاع للآراء وليس تصويتاً رسمياً
poll-void = لاغٍ
poll-void-reason = لاغٍ: { $reason }
poll-closes-in = يُغلق بعد { $time }
poll-time-over = انتهى الوقت.
poll-turnout-delegations = صوّت { $turnout } من { $electorate } من الوفود
poll-quorum = النصاب: { $turnout } من { $needed } مطلوبة
poll-quorum-reached = اكتمل النصاب: { $turnout } من { $needed } مطلوبة
poll-quorum-missed = لم يكتمل النصاب: { $turnout } من { $needed } مطلوبة
poll-translated = نص مترجم؛ الأصل: { $language }
poll-translated-plain = نص مترجم
poll-original = النص الأصلي
poll-see-original = عرض الأصل
poll-see-translation = عرض الترجمة
poll-barred = لا يمكنك المشاركة في هذا التصويت: هو لغيرك، وقد حُدِّد المصوّتون عند فتحه.
poll-barred-late = لا يمكنك المشاركة في هذا التصويت: انضممت بعد فتحه، وقد حُدِّد المصوّتون حينها.

## كل بطاقة
ballot-secrecy-named = سيرى الجميع كيف صوّتَّ.
ballot-secrecy-chair = سيرى الرئيس كيف صوّتَّ.
ballot-secrecy-undisclosed = لا يُعرض صوتك على أحد، لكنه محفوظ في ملفات الخادم.
ballot-secrecy-secret = سرّي: لا يمكن لأحد تتبّع صوتك بعد إغلاق التصويت. ولا يمكن تغييره.
ballot-delegation = صوت واحد لوفدكم
ballot-final = الصوت في هذا التصويت نهائي.
ballot-cast = إرسال صوتي
ballot-change = تغيير صوتي
ballot-sending = جارٍ الإرسال …
ballot-in = وصل صوتك. يمكنك تغييره حتى إغلاق التصويت.
ballot-in-final = وصل صوتك، وهو نهائي.
ballot-in-delegation = وصل صوت وفدكم. يمكنك تغييره حتى إغلاق التصويت.
ballot-in-delegation-final = وصل صوت وفدكم، وهو نهائي.
ballot-in-secret = وصل صوتك السرّي.
ballot-in-elsewhere = أُرسل من جهاز آخر أو صفحة أخرى، لا من هنا؛ وما اخترته هنا لا يُحتسب.
ballot-secret-shown = ما اخترته يظهر في هذه الصفحة وحدها حتى تغادرها.
ballot-secret-hide = إخفاؤه
ballot-secret-kept = سيُرسل عند عودة الاتصال. وهو محفوظ في هذه الصفحة وحدها: لا تُعِد تحميلها.
ballot-counts-still = إجابتك السابقة محسوبة حتى تضغط «تغيير».
ballot-not-changed = أُغلق التصويت قبل أن تضغط «تغيير». إجابتك السابقة محسوبة.
ballot-not-cast = أُغلق التصويت قبل أن ترسل صوتك.
ballot-abstain = امتناع
ballot-clear = مسح
ballot-clear-item = مسح: { $item }

## الإجابات
ballot-single = اختر إجابة واحدة
ballot-multiple = { $min ->
    [1] اختر حتى { $max }
   *[other] اختر من { $min } إلى { $max }
}
ballot-more = { $min ->
    [1] اختر إجابة أولاً.
   *[other] الحد الأدنى للإجابات: { $min }.
}
ballot-fewer = اختر { $max } على الأكثر.
ballot-chosen = اخترت { $count } من { $max }
ballot-lacks-answer = اختر إجابة أولاً.
ballot-reason = السبب (اختياري)
usual-yes = نعم
usual-no = لا
usual-strongly-disagree = أعارض بشدة
usual-disagree = أعارض
usual-neutral = محايد
usual-agree = أوافق
usual-strongly-agree = أوافق بشدة

## عناصر على مقياس أو على محورين
ballot-grid = اختر درجة لكل عنصر، أو تجاوزه.
ballot-matrix = ضع كل عنصر على المحورين، أو تجاوزه.
ballot-skipped = لم يُحدَّد
ballot-lacks-mark = اختر درجة لعنصر واحد على الأقل.
ballot-lacks-place = ضع عنصراً واحداً على الأقل.
ballot-lacks-axis = ضع «{ $item }» على المحورين، أو امسحه.

## الترتيب
ballot-order-exactly = اضغط الإجابات بترتيب تفضيلك، الأفضل أولاً. العدد: { $count }.
ballot-order = اضغط الإجابات بترتيب تفضيلك، الأفضل أولاً. العدد: من { $min } إلى { $max }.
ballot-order-yours = ترتيبك
ballot-move-up = إلى الأعلى: { $item }
ballot-move-down = إلى الأسفل: { $item }
ballot-lacks-places = { $left ->
    [one] بقيت إجابة واحدة لترتيبها.
    [two] بقيت إجابتان لترتيبهما.
    [few] بقيت { $left } إجابات لترتيبها.
   *[other] بقيت { $left } إجابة لترتيبها.
}

## النقاط
ballot-points = وزّع النقاط. عددها: { $points }.
ballot-points-less = نقاط أقل: { $item }
ballot-points-more = نقاط أكثر: { $item }
ballot-points-of = النقاط: { $item }
ballot-points-rest = كل ما بقي: { $item }
ballot-points-all = الباقي
ballot-points-equally = بالتساوي
ballot-lacks-points = { $left ->
    [one] بقيت نقطة واحدة
    [two] بقيت نقطتان
    [few] بقيت { $left } نقاط
   *[other] بقيت { $left } نقطة
}

## بكلماتك
ballot-answer = { $max ->
    [1] إجابتك
   *[other] الإجابة { $number } من { $max } كحد أقصى
}
ballot-answer-add = إجابة أخرى
ballot-idea = الفكرة { $number } من { $max } كحد أقصى
ballot-idea-add = فكرة أخرى
ballot-characters = { $count } من { $max } حرف
ballot-texts-held = يقرأها الآخرون بعد أن يجيزها الرئيس.
ballot-lacks-text = اكتب إجابة أولاً.
ballot-lacks-idea = اكتب فكرة، أو أيّد واحدة.
ballot-ideas-others = أفكار الآخرين: أيها تؤيد؟
ballot-ideas-none = لم يُجَز شيء منها بعد.
ballot-idea-support = { $count ->
    [zero] لا مؤيد لها
    [one] مؤيد واحد
    [two] مؤيدان
    [few] { $count } مؤيدين
   *[other] { $count } مؤيداً
}
ballot-idea-dropped = حجب الرئيس فكرة كنت تؤيدها: «{ $idea }»
