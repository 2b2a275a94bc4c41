# التعليقات على مقاطع من الملاحظات.

comment-selected = التعليق على النص المحدد
comment-select-first = حدد أولاً نصاً في الملاحظات؛ ويمكن التعليق عليه أيضاً بالمفاتيح Ctrl+Alt+M (أو Cmd+Option+M).
comment-select-touch = حدد أولاً نصاً في الملاحظات: اضغط مطولاً على كلمة.
comment-orphaned = حُذف التعليق الذي كنت ترد عليه. هذا ردك لتنسخه:
comment-resolved-meanwhile = أُنهي أثناء كتابتك. ولا يزال بإمكانك إرسال ردك.
comment-text = تعليقك
comment-add = إضافة التعليق
comment-reply = الرد
comment-reply-text = ردك
comment-replies = الردود
comment-resolve = إنهاء
comment-reopen = فتحه من جديد
comment-delete = حذف
comment-delete-question = هل تريد حذف هذا التعليق مع الردود عليه؟
comment-show = عرضه في الملاحظات: { $quote }
comment-passage-gone = لم يعد هذا المقطع موجوداً في الملاحظات.
comment-own = أنت
comment-is-resolved = منتهٍ
comments-none = لا توجد تعليقات مفتوحة.
comments-resolved = { $count ->
    [zero] لا توجد تعليقات منتهية
    [one] تعليق واحد منتهٍ
    [two] تعليقان منتهيان
    [few] { $count } تعليقات منتهية
    [many] { $count } تعليقاً منتهياً
   *[other] { $count } تعليق منتهٍ
}
refusal-unknown-comment = هذا التعليق لم يعد موجوداً أو ليس لك.
