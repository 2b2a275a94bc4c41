### نصوص نموذج سبق إليه شخص آخر بالعربية.

meanwhile-changed = عدّل شخص آخر هذا في الأثناء. لم يضع شيء مما كتبته: قارن ثم اختر.
meanwhile-gone = أزال شخص آخر هذا في الأثناء. ما كتبته لا يزال هنا.
meanwhile-yours = لك
meanwhile-theirs = لغيرك
meanwhile-keep-mine = حفظ ما كتبته مكانه
meanwhile-keep-theirs = أخذ ما كتبه غيري
meanwhile-add-mine = إضافة ما كتبته من جديد
meanwhile-let-go = تركه مُزالًا
refusal-changed-meanwhile = غيّر شخص آخر هذا الجزء أو أزاله منذ أن فتحته، فلم يُحفظ ما كتبته. قارن بين النسختين، ثم احفظ نسختك مكان الأخرى أو خذ نسخته.
