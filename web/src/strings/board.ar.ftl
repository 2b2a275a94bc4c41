### نصوص لوحة المساهمات بالعربية.

board = المساهمات
board-add = إضافة بطاقة
board-add-more = فكرة واحدة في كل بطاقة، في جملة أو جملتين. ويمكن للآخرين تأييدها.
board-add-moderated = يسمح الرئيس أو المقرر بعرض البطاقات الجديدة أولاً.
board-closed = لا تقبل اللوحة بطاقات جديدة.
board-empty = لا توجد بطاقات بعد.
board-waiting = { $count ->
    [one] بطاقة واحدة في الانتظار
    [two] بطاقتان في الانتظار
    [few] { $count } بطاقات في الانتظار
   *[other] { $count } بطاقة في الانتظار
}
board-waiting-own = في انتظار السماح بعرضها
board-pass-all = عرضها كلها
board-seen = البطاقات
board-sort = الترتيب بحسب التأييد
board-rule = من يرى البطاقة الجديدة
board-rule-open = الجميع، فوراً
board-rule-open-more = تظهر البطاقات الجديدة على كل هاتف.
board-rule-moderated = الرئيس والمقرر أولاً
board-rule-moderated-more = أنت تسمح بعرض كل بطاقة.
board-rule-closed = لا أحد: اللوحة مغلقة
board-rule-closed-more = لا تقبل بطاقات جديدة، ويبقى ما عليها.

## البطاقة
card-kind-legend = ما نوعها؟
card-kind-gap = فجوة
card-kind-need = احتياج
card-kind-offer = عرض مساعدة
card-kind-initiative = مبادرة
card-kind-good-practice = ممارسة جيدة
card-kind-recommendation = توصية
card-kind-question = سؤال
card-text = بطاقتك
card-left = { $left ->
    [0] لم يبق أي حرف
    [one] بقي حرف واحد
    [two] بقي حرفان
    [few] بقيت { $left } أحرف
   *[other] بقي { $left } حرفاً
}
card-add-do = إضافتها
card-change = تعديل
card-change-title = تعديل بطاقتي
card-change-do = حفظها
card-withdraw = سحبها
card-mine = بطاقتك
card-merged-mine = دُمجت بطاقتك مع هذه
card-merged = { $count ->
    [one] تضم بطاقة أخرى تقول الشيء نفسه
    [two] تضم بطاقتين تقولان الشيء نفسه
    [few] تضم { $count } بطاقات تقول الشيء نفسه
   *[other] تضم { $count } بطاقة تقول الشيء نفسه
}
card-noted = في الملاحظات
card-pinned = على الشاشة
card-support = تأييد
card-supported = مؤيَّدة
card-support-of = { $does } { $count }: { $text }
card-support-count = { $count ->
    [0] لا تأييد بعد
    [one] يؤيدها واحد
    [two] يؤيدها اثنان
   *[other] يؤيدها { $count }
}
card-by = من { $name }

## للرئيس والمقرر
card-pass = السماح بعرضها
card-pass-of = السماح بعرض: { $text }
card-hold = حجبها
card-pin = عرضها على الشاشة
card-pin-of = العرض على الشاشة: { $text }
card-unpin = إزالتها عن الشاشة
card-note = إلى الملاحظات
card-note-of = إلى الملاحظات: { $text }
card-note-no = الملاحظات ليست جاهزة بعد. يُرجى فتحها ثم المحاولة من جديد.
card-menu = المزيد
card-menu-of = المزيد عن البطاقة: { $text }
card-merge = تقول ما تقوله بطاقة أخرى …
card-merge-title = أي بطاقة تقول الشيء نفسه؟
card-merge-more = تُزال هذه البطاقة عن اللوحة وينتقل تأييدها إلى البطاقة التي تختارها.
card-merge-none = لا توجد بطاقة أخرى.
card-merge-do = دمجها مع البطاقة المختارة
card-merge-back = رجوع
card-take-off = إزالتها عن اللوحة
card-take-off-sure = إزالتها نهائياً

## حيث تقبل اللوحة الأسئلة يُسمّى كل ما عليها سؤالاً
questions-board-closed = لا تُقبل أسئلة جديدة.
questions-board-waiting = { $count ->
    [one] سؤال واحد في الانتظار
    [two] سؤالان في الانتظار
    [few] { $count } أسئلة في الانتظار
   *[other] { $count } سؤالاً في الانتظار
}
questions-board-add-moderated = يسمح الرئيس أو المقرر بعرض الأسئلة الجديدة أولاً.
questions-board-rule = من يرى السؤال الجديد
questions-board-rule-open-more = تظهر الأسئلة الجديدة على كل هاتف.
questions-board-rule-moderated-more = أنت تسمح بعرض كل سؤال.
questions-board-rule-closed = لا أحد: لا تُقبل أسئلة
questions-board-rule-closed-more = تبقى الأسئلة التي طُرحت.
questions-card-change-title = تعديل سؤالي
questions-card-mine = سؤالك
questions-card-merged-mine = دُمج سؤالك مع هذا السؤال
questions-card-merged = { $count ->
    [one] يضم سؤالاً آخر يقول الشيء نفسه
    [two] يضم سؤالين يقولان الشيء نفسه
    [few] يضم { $count } أسئلة تقول الشيء نفسه
   *[other] يضم { $count } سؤالاً يقول الشيء نفسه
}
questions-card-menu-of = المزيد عن السؤال: { $text }
questions-card-merge-title = أي سؤال يقول الشيء نفسه؟
questions-card-merge-more = يُزال هذا السؤال عن القائمة وينتقل تأييده إلى السؤال الذي تختاره.
questions-card-merge-none = لا يوجد سؤال آخر.
questions-card-merge-do = دمجه مع السؤال المختار
questions-card-take-off = إزالته عن القائمة

## أسباب الرفض
refusal-unknown-card = لم تعد هذه البطاقة على اللوحة.
refusal-board-closed = لا تقبل اللوحة بطاقات جديدة.
refusal-card-in-use = هذه البطاقة يؤيدها آخرون أو صارت في الملاحظات، فلا يمكن تغييرها.
refusal-own-card = لا يؤيد المرء بطاقته.
