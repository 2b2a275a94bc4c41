//! Sheets to render: one with everything in six languages, and long ones.

use crate::outcome::sheet::{Column, Fact, Language, Part, Role, Sheet, Words};
use crate::room::report::published::Run;

/// A sentence in each official language.
pub(super) const SENTENCES: [&str; 6] = [
    "تعزيز القدرات الوطنية لفرق CERT في مجال أمن تكنولوجيا المعلومات والاتصالات (القرار 75/240).",
    "加强国家信息通信技术安全能力建设，特别是“全球联络点名录”。",
    "Strengthen the capacity of national response teams, as in \"lessons learned\".",
    "Renforcer les capacités nationales de réponse aux incidents, à l’échelle régionale.",
    "Укрепление национального потенциала реагирования на инциденты.",
    "Fortalecer las capacidades nacionales de respuesta a incidentes en toda la región.",
];

/// A sheet of these parts below a title.
pub(super) fn sheet(parts: Vec<Part>) -> Sheet {
    let title = "Threats & <norms>: outcome of the room";
    let mut all = vec![heading(1, title)];
    all.extend(parts);
    Sheet {
        title: title.to_owned(),
        subject: "Global Roundtable on ICT Security Capacity-building".to_owned(),
        author: "Ana Müller; 李娜".to_owned(),
        as_of: "2024-05-10T21:00:00Z".to_owned(),
        foot: "Rapporteur's summary · draft".to_owned(),
        language: Language::English,
        parts: all,
    }
}

/// One with nothing in it, not even a title.
pub(super) fn empty() -> Sheet {
    Sheet {
        title: String::new(),
        subject: String::new(),
        author: String::new(),
        as_of: String::new(),
        foot: String::new(),
        language: Language::English,
        parts: Vec::new(),
    }
}

/// One with every kind of part, in every language.
pub(super) fn everything() -> Sheet {
    let mut parts = opening();
    parts.extend(passages());
    parts.push(heading(2, "Points"));
    parts.extend(points());
    parts.push(heading(2, "Polls"));
    parts.push(Part::Drawing {
        svg: "<svg/>".to_owned(),
        alt: "Nothing of this".to_owned(),
    });
    parts.push(votes(4));
    parts.push(votes(0));
    sheet(parts)
}

/// One of about as many pages as asked for, with what an outcome is made of.
pub(super) fn of_pages(pages: usize) -> Sheet {
    let mut parts = opening();
    for page in 0..pages {
        parts.push(heading(2, &format!("Section {}", page + 1)));
        parts.extend(SENTENCES.iter().map(|sentence| body(&sentence.repeat(3))));
        parts.extend(points().into_iter().take(2));
        parts.push(list(
            true,
            1,
            vec![
                vec![body(SENTENCES[2])],
                vec![body(SENTENCES[3]), list(false, 1, vec![vec![body(SENTENCES[0])]])],
            ],
        ));
        parts.push(votes(8));
    }
    sheet(parts)
}

fn opening() -> Vec<Part> {
    let fact = |name: &str, value: &str| Fact {
        name: name.to_owned(),
        value: Words::of(value),
    };
    vec![
        paragraph(Role::Warning, "Draft: this text can still change until the room is closed."),
        paragraph(Role::Nature, "This is the rapporteur's summary; it binds nobody."),
        Part::Facts {
            facts: vec![
                fact("Meeting", "Global Roundtable"),
                fact("Room", "الفريق العامل (OEWG) الثاني"),
                fact("Chair", "李娜 (China)"),
            ],
        },
        heading(2, "Notes"),
        heading(3, "القسم الأول: التهديدات"),
    ]
}

fn passages() -> Vec<Part> {
    let mut parts: Vec<Part> = SENTENCES.iter().map(|sentence| body(sentence)).collect();
    parts.push(Part::Paragraph {
        role: Role::Body,
        words: Words::of_runs(marked_runs()),
    });
    parts.push(body("First line\nsecond line\nثالث 🇺🇳 👩🏽‍💻 हिन्दी ภาษาไทย 日本語"));
    parts.push(Part::Rule);
    parts.push(nested_lists());
    parts.push(Part::Quote {
        parts: vec![
            body("Every state has a role."),
            Part::Quote {
                parts: vec![body(SENTENCES[0])],
            },
            body(SENTENCES[4]),
        ],
    });
    parts
}

fn marked_runs() -> Vec<Run> {
    let run = |text: &str| Run {
        text: text.to_owned(),
        ..Run::default()
    };
    let link = |text: &str, to: &str| Run {
        link: Some(to.to_owned()),
        ..run(text)
    };
    vec![
        run("See "),
        Run {
            strong: true,
            ..run("strong القوي")
        },
        run(", "),
        Run {
            em: true,
            ..run("emphasis")
        },
        run(", "),
        link("the website", "https://www.un.org/ict?a=1&b=2"),
        run(", "),
        link("نفس الموقع", "https://www.un.org/ict?a=1&b=2"),
        run(" and "),
        link("a script", "javascript:alert(1)"),
        run("."),
    ]
}

fn nested_lists() -> Part {
    let inner = list(
        true,
        3,
        vec![
            vec![body("third")],
            vec![body("fourth"), list(false, 1, vec![vec![body(SENTENCES[1])]])],
        ],
    );
    list(
        false,
        1,
        vec![
            vec![body("A need")],
            vec![
                body("With more"),
                body("and a second paragraph"),
                inner,
                body("after the inner list"),
            ],
            vec![
                body(SENTENCES[0]),
                list(true, 1, vec![vec![body("أولا")], vec![body("ثانيا")]]),
            ],
            vec![list(true, 1, vec![vec![body("begins anew")]])],
            vec![],
        ],
    )
}

fn points() -> Vec<Part> {
    let point = |number: u32, labels: &[&str], text: &str| Part::Point {
        number,
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        words: Words::of(text),
    };
    let mut points = vec![point(
        1,
        &[
            "Recommendation",
            "Convergence",
            "Component: threats",
            "Global",
            "Owner: Secretariat",
        ],
        SENTENCES[2],
    )];
    points.push(point(2, &["Gap", "Divergence", "Region: غرب آسيا"], SENTENCES[0]));
    points.extend(
        SENTENCES
            .iter()
            .zip(3..)
            .map(|(sentence, number)| point(number, &["Key issue"], sentence)),
    );
    points.push(list(
        false,
        1,
        vec![vec![point(9, &["Next step"], "A point that is an item of a list.")]],
    ));
    points
}

/// A table of votes: a row for each of so many delegations.
pub(super) fn votes(rows: usize) -> Part {
    let column = |head: &str, is_number: bool| Column {
        head: Words::own(head),
        is_number,
    };
    let names = ["Côte d’Ivoire", "中国", "المملكة العربية السعودية", "Российская Федерация"];
    let row = |place: usize| {
        vec![
            Words::of(names[place % names.len()]),
            Words::own((place * 37).to_string()),
            Words::own("Yes, & <no>"),
        ]
    };
    Part::Table {
        caption: Words::own("Votes by delegation"),
        columns: vec![column("Delegation", false), column("Votes", true), column("Said", false)],
        has_row_heads: true,
        rows: (0..rows).map(row).collect(),
    }
}

pub(super) fn heading(level: u8, text: &str) -> Part {
    Part::Heading {
        level,
        words: Words::of(text),
    }
}

pub(super) fn body(text: &str) -> Part {
    paragraph(Role::Body, text)
}

pub(super) fn list(ordered: bool, start: u32, items: Vec<Vec<Part>>) -> Part {
    Part::List { ordered, start, items }
}

fn paragraph(role: Role, text: &str) -> Part {
    Part::Paragraph {
        role,
        words: Words::of(text),
    }
}

/// One with the worst that people can write.
pub(super) fn bad() -> Sheet {
    let mut parts = vec![
        body("</w:t></w:r></w:p><w:p><w:r><w:t>mine ]]> <!-- --> <?xml?> &amp; &#0; &lt; \"'"),
        body("a\u{0}\u{7}\u{1b}[31mb\u{202e}c\u{2066}d\u{fffe}\u{ffff}e\u{85}f"),
        body(&"كلمة word 字 🌍 ".repeat(300)),
        body(&"a quarter of a megabyte ".repeat(10_000)),
        Part::Quote { parts: deep_lists() },
        votes(1_000),
    ];
    let to = [
        "https://[",
        "https://un.org:x",
        "mailto:@",
        "https://un.org/%zz<>\"{}|^`",
        "https://россия.рф/путь",
    ];
    let runs = to.map(|to| Run {
        text: format!("{to} "),
        link: Some(to.to_owned()),
        ..Run::default()
    });
    parts.push(Part::Paragraph {
        role: Role::Body,
        words: Words::of_runs(runs.to_vec()),
    });
    sheet(parts)
}

/// Lists in lists, 24 deep; each goes on after the one inside of it.
pub(super) fn deep_lists() -> Vec<Part> {
    let mut parts = vec![body("deepest")];
    for depth in (0..24).rev() {
        let first = body(&format!("depth {depth}"));
        parts = vec![list(
            depth % 2 == 0,
            1,
            vec![[vec![first], parts].concat(), vec![body("next")]],
        )];
    }
    parts
}
