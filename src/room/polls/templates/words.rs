//! The words of the ready-made polls in the six official languages of the United Nations. The five components of capacity are those
//! of the discussions on ICT security capacity-building; steps go from the lowest to the highest.

/// The words of one language.
pub(super) struct Words {
    /// The language.
    pub tag: &'static str,
    pub show_of_hands: &'static str,
    pub answers: [&'static str; 2],
    pub agreement: &'static str,
    pub agreement_steps: [&'static str; 5],
    pub readiness: &'static str,
    pub readiness_steps: [&'static str; 5],
    /// The components of capacity.
    pub components: [&'static str; 5],
    pub priorities: &'static str,
    pub impact_feasibility: &'static str,
    /// A number follows.
    pub proposal: &'static str,
    pub impact: &'static str,
    pub feasibility: &'static str,
    pub ideas: &'static str,
    pub one_word: &'static str,
}

/// The languages beside the original.
pub(super) static TRANSLATED: [Words; 5] = [FRENCH, SPANISH, ARABIC, RUSSIAN, CHINESE];

pub(super) const ENGLISH: Words = Words {
    tag: "en",
    show_of_hands: "Does your delegation agree to the proposal as it was read out?",
    answers: ["Yes", "No"],
    agreement: "How far do you agree with the statement just made?",
    agreement_steps: ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"],
    readiness: "Where does your country or organization stand in each component of ICT security capacity?",
    readiness_steps: ["Not started", "Planned", "Started", "Well advanced", "In place"],
    components: [
        "Policies and regulations",
        "Processes and structures",
        "Partnerships and networks",
        "People and skills",
        "Technology",
    ],
    priorities: "Where is capacity-building needed most? Share out 100 points.",
    impact_feasibility: "How do you assess the impact and the feasibility of these proposals?",
    proposal: "Proposal",
    impact: "Impact",
    feasibility: "Feasibility",
    ideas: "What should be done next?",
    one_word: "In one word: what do you take away from this discussion?",
};

const FRENCH: Words = Words {
    tag: "fr",
    show_of_hands: "Votre délégation approuve-t-elle la proposition telle qu’elle a été lue\u{202f}?",
    answers: ["Oui", "Non"],
    agreement: "Dans quelle mesure êtes-vous d’accord avec l’affirmation qui vient d’être faite\u{202f}?",
    agreement_steps: [
        "Pas du tout d’accord",
        "Pas d’accord",
        "Neutre",
        "D’accord",
        "Tout à fait d’accord",
    ],
    readiness: "Où en est votre pays ou votre organisation dans chacune des composantes des capacités en matière de sécurité du numérique\u{202f}?",
    readiness_steps: ["Non commencé", "Prévu", "Commencé", "Bien avancé", "En place"],
    components: [
        "Politiques et réglementations",
        "Processus et structures",
        "Partenariats et réseaux",
        "Personnes et compétences",
        "Technologies",
    ],
    priorities: "Où le renforcement des capacités est-il le plus nécessaire\u{202f}? Répartissez 100 points.",
    impact_feasibility: "Comment évaluez-vous l’impact et la faisabilité de ces propositions\u{202f}?",
    proposal: "Proposition",
    impact: "Impact",
    feasibility: "Faisabilité",
    ideas: "Que faudrait-il faire ensuite\u{202f}?",
    one_word: "En un mot\u{202f}: que retenez-vous de cette discussion\u{202f}?",
};

const SPANISH: Words = Words {
    tag: "es",
    show_of_hands: "¿Está su delegación de acuerdo con la propuesta tal como se ha leído?",
    answers: ["Sí", "No"],
    agreement: "¿En qué medida está de acuerdo con la afirmación que se acaba de hacer?",
    agreement_steps: [
        "Totalmente en desacuerdo",
        "En desacuerdo",
        "Neutral",
        "De acuerdo",
        "Totalmente de acuerdo",
    ],
    readiness: "¿En qué punto se encuentra su país u organización en cada componente de la capacidad en materia de seguridad de las TIC?",
    readiness_steps: ["No iniciado", "Previsto", "Iniciado", "Muy avanzado", "Implantado"],
    components: [
        "Políticas y normativas",
        "Procesos y estructuras",
        "Alianzas y redes",
        "Personas y competencias",
        "Tecnología",
    ],
    priorities: "¿Dónde es más necesaria la creación de capacidad? Reparta 100 puntos.",
    impact_feasibility: "¿Cómo valora el impacto y la viabilidad de estas propuestas?",
    proposal: "Propuesta",
    impact: "Impacto",
    feasibility: "Viabilidad",
    ideas: "¿Qué debería hacerse a continuación?",
    one_word: "En una palabra: ¿qué se lleva de este debate?",
};

const ARABIC: Words = Words {
    tag: "ar",
    show_of_hands: "هل يوافق وفدكم على المقترح كما تُلي؟",
    answers: ["نعم", "لا"],
    agreement: "إلى أي مدى تتفقون مع العبارة التي طُرحت للتو؟",
    agreement_steps: ["لا أوافق بشدة", "لا أوافق", "محايد", "أوافق", "أوافق بشدة"],
    readiness: "ما المرحلة التي بلغها بلدكم أو منظمتكم في كل عنصر من عناصر القدرات في مجال أمن تكنولوجيا المعلومات والاتصالات؟",
    readiness_steps: ["لم يبدأ", "مخطط له", "بدأ", "في مرحلة متقدمة", "قائم بالفعل"],
    components: [
        "السياسات واللوائح التنظيمية",
        "العمليات والهياكل",
        "الشراكات والشبكات",
        "الأشخاص والمهارات",
        "التكنولوجيا",
    ],
    priorities: "ما المجالات الأشد حاجة إلى بناء القدرات؟ وزّعوا 100 نقطة.",
    impact_feasibility: "كيف تقيّمون أثر هذه المقترحات وقابليتها للتنفيذ؟",
    proposal: "المقترح",
    impact: "الأثر",
    feasibility: "قابلية التنفيذ",
    ideas: "ما الذي ينبغي القيام به في الخطوة التالية؟",
    one_word: "بكلمة واحدة: ما الذي تخرجون به من هذه المناقشة؟",
};

const RUSSIAN: Words = Words {
    tag: "ru",
    show_of_hands: "Поддерживает ли Ваша делегация предложение в том виде, в каком оно было зачитано?",
    answers: ["Да", "Нет"],
    agreement: "Насколько Вы согласны с только что прозвучавшим утверждением?",
    agreement_steps: ["Полное несогласие", "Несогласие", "Нейтрально", "Согласие", "Полное согласие"],
    readiness: "На каком этапе находится Ваша страна или организация по каждому компоненту потенциала в сфере безопасности ИКТ?",
    readiness_steps: ["Не начато", "Запланировано", "Начато", "На продвинутом этапе", "Внедрено"],
    components: [
        "Политика и нормативное регулирование",
        "Процессы и структуры",
        "Партнёрства и сети",
        "Кадры и навыки",
        "Технологии",
    ],
    priorities: "Где наращивание потенциала нужнее всего? Распределите 100 баллов.",
    impact_feasibility: "Как Вы оцениваете воздействие и осуществимость этих предложений?",
    proposal: "Предложение",
    impact: "Воздействие",
    feasibility: "Осуществимость",
    ideas: "Что следует сделать дальше?",
    one_word: "Назовите одним словом главный вывод из этой дискуссии.",
};

const CHINESE: Words = Words {
    tag: "zh",
    show_of_hands: "贵代表团是否同意所宣读的提案？",
    answers: ["是", "否"],
    agreement: "您在多大程度上同意刚才提出的观点？",
    agreement_steps: ["非常不同意", "不同意", "中立", "同意", "非常同意"],
    readiness: "贵国或贵组织在信通技术安全能力的各个组成部分上处于什么阶段？",
    readiness_steps: ["尚未开始", "已列入计划", "已经开始", "进展显著", "已经到位"],
    components: ["政策与法规", "流程与结构", "伙伴关系与网络", "人员与技能", "技术"],
    priorities: "哪些方面最需要能力建设？请分配 100 分。",
    impact_feasibility: "您如何评估以下提案的影响和可行性？",
    proposal: "提案",
    impact: "影响",
    feasibility: "可行性",
    ideas: "下一步应采取哪些行动？",
    one_word: "请用一个词概括您从本次讨论中得到的收获。",
};
