# نتائج التصويت: الرسوم وجداولها، وما تُحسب منه الأرقام.

## كل نتيجة
result-stamp = مؤشر على الآراء، وليس تصويتاً
result-abstained = امتناع
result-base-cast = النسبة من مجموع البطاقات المُدلى بها ({ $count })
result-base-valid = النسبة من مجموع البطاقات الصحيحة ({ $count })
result-base-entitled = النسبة من مجموع من يحق لهم التصويت ({ $count })
result-base-present = النسبة من مجموع الحاضرين عند الإغلاق ممن يحق لهم التصويت ({ $count })
result-base-answered = عدد البطاقات التي تتضمن إجابة: { $count }
result-base-points = النسبة من مجموع النقاط ({ $points })؛ عدد البطاقات: { $count }
result-skips = كان يمكن تخطي البنود
result-abstentions = عدد الممتنعين: { $count }
result-turnout = المشاركة: { $turnout } من { $electorate }
result-so-far = حتى الآن: احتُسبت { $counted } من { $turnout } من البطاقات
result-so-far-counted = البطاقات المفروزة حتى الآن: { $count }
result-quorum-reached = اكتمل النصاب ({ $needed })
result-quorum-missed = لم يكتمل النصاب ({ $needed })
result-entered = بطاقات أدخلتها الأمانة: { $count }

## الجداول
result-as-table = في جدول
result-copy = نسخ الجدول
result-copied = نُسخ
result-copy-failed = تعذّر النسخ. حدّد الجدول وانسخه.
result-item = البند
result-points = النقاط
result-points-share = النسبة من مجموع النقاط
result-points-mean = متوسط البطاقة
result-mean-step = المتوسط
result-mean-of = { $axis }، المتوسط
result-skipped = تخطّوه
result-reasons = الأسباب
result-reason = السبب
result-idea = الفكرة
result-support = التأييد
result-written = عدد من كتبها
result-text = النص

## ما يخص القارئ
result-your-points = نقاطك: { $points }
result-your-place = ترتيبك: { $place }
result-you-support = أنت تؤيدها

## السلّم
result-mean = المتوسط { $mean } من { $steps }: الأقرب إلى «{ $nearest }»
result-scale = الدرجات

## الترتيب
result-borda = نقاط بوردا
result-borda-points = نقاط بوردا
result-borda-how = نقاط المرتبة الأولى: { $best }، وتقل نقطة واحدة مع كل مرتبة تليها
result-first-places = المراتب الأولى
result-runoff = الجولات الفورية
result-runoff-how = في كل جولة تخرج الإجابة الأقل أصواتاً، إلى أن تنال إحداها أكثر من النصف
result-round = الجولة { $number }
result-exhausted = بطاقات لم تبقَ فيها إجابة
result-runoff-out = { $votes } (خرجت)
result-runoff-tied-out = { $votes } (خرجت بقاعدة التعادل)
result-runoff-wins = { $votes } (فازت)
result-ranking-same = «{ $winner }» في المرتبة الأولى بالطريقتين.
result-ranking-differ = تختلف الطريقتان: «{ $borda }» لها أكبر عدد من النقاط، و«{ $winner }» تفوز في الجولات الفورية.
result-ranking-tie = تعادلت عدة إجابات في النقاط ({ $names })؛ و«{ $winner }» تفوز في الجولات الفورية.
result-rounds-left-out = جولات وسطى لا تظهر هنا: { $count }

result-answers-left-out = إجابات أخرى تظهر في النتيجة على صفحة كل مشارك: { $count }

## المحوران
result-axis-x = أفقياً
result-axis-y = عمودياً
result-number = رقم
result-plot = يقع كل بند عند متوسط مواضعه؛ والنقاط الباهتة هي مواضع جميع البنود.
result-your-places = موضعك: { $x } / { $y }

## بكلماتهم
result-cloud = الكلمات، وأكبرها ما ورد في أكثر الإجابات. جميع الإجابات في القائمة.
result-words = الكلمات
result-word = الكلمة
result-answers = الإجابات
result-nothing-passed = لم تُعرض أي إجابات بعد.

## إلى جانب النتيجة
result-rounds = الجولات جنباً إلى جنب
result-rounds-base = محسوبة من
result-classes = حسب الفئة
result-regions = حسب المجموعة الإقليمية
result-group-ballots = البطاقات
result-groups-base = كل رقم محسوب من بطاقات المجموعة نفسها.
result-groups-small = حسب الفئة والمنطقة، لا تُذكر المجموعات التي يقل عدد بطاقاتها عن خمس.
result-roll = كيف صوّت كل وفد
result-roll-entered = أدخلتها الأمانة
result-voters = عدد المصوّتين: { $count }

## الشاشة
result-screen-left = بقي { $left }
result-screen-voted = من { $electorate } أدلوا بأصواتهم
result-screen-quorum = النصاب: { $needed }
