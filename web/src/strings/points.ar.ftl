# النقاط الختامية: وضع العلامة على فقرة، والنظرة العامة، والطريق من الملاحظات إلى النقاط والتعليقات والتاريخ.

ways-points = النقاط { $count }
ways-comments = التعليقات { $count }
ways-history = التاريخ
panel-points = النقاط
panel-comments = التعليقات
panel-close = إغلاق اللوحة

point-title = جعلها نقطة
point-title-change = تغيير النقطة
point-kind = النوع
point-kind-key-issue = مسألة رئيسية
point-kind-need = احتياج
point-kind-gap = فجوة
point-kind-initiative = مبادرة
point-kind-good-practice = ممارسة جيدة
point-kind-barrier = عائق
point-kind-recommendation = توصية
point-kind-next-step = خطوة تالية
point-kind-open-question = سؤال مفتوح
point-kind-plenary-message = رسالة إلى الجلسة العامة
point-standing = الموقف
point-standing-convergence = تقارب في الآراء
point-standing-divergence = تباين في الآراء
point-standing-raised = أُثيرت فقط
point-standing-parked = مؤجلة
point-component = العنصر
point-component-policies = السياسات واللوائح
point-component-processes = العمليات والهياكل
point-component-partnerships = الشراكات والشبكات
point-component-people = الأفراد والمهارات
point-component-technology = التكنولوجيا
point-reach = المستوى
point-reach-national = وطني
point-reach-subregional = دون إقليمي
point-reach-regional = إقليمي
point-reach-global = عالمي
point-region = المنطقة
point-region-african = أفريقيا
point-region-asia-pacific = آسيا والمحيط الهادئ
point-region-eastern-european = أوروبا الشرقية
point-region-latin-american-and-caribbean = أمريكا اللاتينية والكاريبي
point-region-western-european-and-others = أوروبا الغربية ودول أخرى
point-owner = المسؤول
point-owned = المسؤول: { $owner }
point-unsaid = غير محدد
point-remove = لم تعد نقطة
point-done = تم
point-cancel = إلغاء

points-none = لم تُحدَّد أي نقطة بعد.
points-none-write = لم تُحدَّد أي نقطة بعد. ضع المؤشر في فقرة واضغط «نقطة»، أو Ctrl (Cmd) مع مفتاح النقطة.
points-all = كل الأنواع ({ $count })
points-of-kind = { $kind } ({ $count })
points-any-standing = أي موقف
points-filters = معايير أخرى
points-any = الكل
points-shown = { $count ->
    [zero] لا توجد نقاط معروضة
    [one] نقطة واحدة معروضة
    [two] نقطتان معروضتان
    [few] { $count } نقاط معروضة
    [many] { $count } نقطة معروضة
   *[other] { $count } نقطة معروضة
}
points-reading = { $count ->
    [one] رسالة واحدة إلى الجلسة العامة، تستغرق قراءتها { $time } دقيقة.
    [two] رسالتان إلى الجلسة العامة، تستغرق قراءتهما { $time } دقيقة.
    [few] { $count } رسائل إلى الجلسة العامة، تستغرق قراءتها { $time } دقيقة.
   *[other] { $count } رسالة إلى الجلسة العامة، تستغرق قراءتها { $time } دقيقة.
}
points-reading-long = ينبغي أن تكون ثلاث رسائل في دقيقتين.
points-empty = (بلا نص)
points-change = تغيير
points-change-of = تغيير النقطة: { $text }
