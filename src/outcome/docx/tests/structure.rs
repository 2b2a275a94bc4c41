//! What the document makes of each kind of part.

use super::sheets::{SENTENCES, body, everything, heading, list, sheet, votes};
use super::{Opened, W, said, text_of, values};
use crate::outcome::sheet::{Language, Part, Words};
use roxmltree::Node;

/// The paragraph that says this, with its ancestors' document.
fn with_paragraph<T>(opened: &Opened, text: &str, look: impl FnOnce(Node<'_, '_>) -> T) -> T {
    let document = roxmltree::Document::parse(opened.document()).unwrap();
    let mut paragraphs = document.descendants().filter(|node| node.has_tag_name((W, "p")));
    look(
        paragraphs
            .find(|paragraph| text_of(*paragraph) == text)
            .unwrap_or_else(|| panic!("no paragraph says {text}")),
    )
}

fn has(node: Node<'_, '_>, element: &str) -> bool {
    node.descendants().any(|inner| inner.has_tag_name((W, element)))
}

fn value(node: Node<'_, '_>, element: &str) -> Option<String> {
    let found = node.descendants().find(|inner| inner.has_tag_name((W, element)))?;
    found.attribute((W, "val")).map(str::to_owned)
}

#[test]
fn it_says_what_the_sheet_says_in_the_same_order() {
    let sheet = everything();
    assert_eq!(Opened::of(&sheet).text(), said::lines(&sheet));
}

#[test]
fn every_part_has_the_style_of_its_kind() {
    let opened = Opened::of(&everything());
    let styles = values(opened.document(), "pStyle");
    assert_eq!(
        styles[..9],
        [
            "Title", "Warning", "Nature", "Fact", "Fact", "Fact", "Heading1", "Heading2", "Normal"
        ]
    );
    let others = [
        "ListBullet",
        "ListNumber",
        "ListContinue",
        "Quote",
        "Rule",
        "PointLabels",
        "Point",
        "Caption",
        "TableHeading",
        "TableFigureHeading",
        "TableRowHeading",
        "TableFigure",
        "TableText",
        "TableEnd",
    ];
    for style in others {
        assert!(styles.iter().any(|used| used == style), "no paragraph is a {style}");
    }
}

#[test]
fn arabic_is_set_from_the_right_and_latin_words_in_it_from_the_left() {
    let opened = Opened::of(&sheet(vec![body(SENTENCES[0])]));
    with_paragraph(&opened, SENTENCES[0], |paragraph| {
        assert!(has(paragraph, "bidi"));
        let runs = paragraph.children().filter(|node| node.has_tag_name((W, "r")));
        let runs: Vec<_> = runs.map(|run| (text_of(run), has(run, "rtl"))).collect();
        assert_eq!((runs.len(), runs[1].clone()), (3, ("CERT".to_owned(), false)));
        assert!(runs[0].1 && runs[2].1);
    });
    with_paragraph(&opened, "Threats & <norms>: outcome of the room", |title| {
        assert!(!has(title, "bidi") && !has(title, "rtl"))
    });
}

#[test]
fn every_paragraph_tells_its_language() {
    let opened = Opened::of(&everything());
    let expected = [
        ("bidi", "ar-SA"),
        ("eastAsia", "zh-CN"),
        ("val", "en-GB"),
        ("val", "fr-FR"),
        ("val", "ru-RU"),
        ("val", "es-ES"),
    ];
    for (sentence, (kind, tag)) in SENTENCES.iter().zip(expected) {
        with_paragraph(&opened, sentence, |paragraph| {
            let languages = paragraph.descendants().filter(|node| node.has_tag_name((W, "lang")));
            let told: Vec<_> = languages.filter_map(|node| node.attribute((W, kind))).collect();
            assert!(
                told.len() >= 2 && told.iter().all(|told| *told == tag || *told == "en-GB"),
                "{sentence}: {told:?}"
            );
        });
    }
}

#[test]
fn a_table_has_a_header_row_row_heads_and_figures_at_the_end_of_their_column() {
    let opened = Opened::of(&sheet(vec![votes(3)]));
    let document = roxmltree::Document::parse(opened.document()).unwrap();
    let rows: Vec<_> = document.descendants().filter(|node| node.has_tag_name((W, "tr"))).collect();
    assert_eq!(
        rows.iter().map(|row| has(*row, "tblHeader")).collect::<Vec<_>>(),
        [true, false, false, false]
    );
    assert!(rows.iter().all(|row| has(*row, "cantSplit")));
    let styles: Vec<_> = values(opened.document(), "pStyle").into_iter().skip(5).take(3).collect();
    assert_eq!(styles, ["TableRowHeading", "TableFigure", "TableText"]);
    assert_eq!(values(opened.document(), "tblCaption"), ["Votes by delegation"]);
    assert!(!opened.document().contains("bidiVisual"));
}

#[test]
fn the_columns_of_a_table_stand_from_the_right_where_the_document_is_read_so() {
    let mut sheet = sheet(vec![votes(1)]);
    sheet.language = Language::Arabic;
    assert!(Opened::of(&sheet).document().contains("<w:bidiVisual/>"));
}

#[test]
fn each_numbered_list_begins_at_its_own_number() {
    let opened = Opened::of(&sheet(vec![
        list(
            true,
            5,
            vec![vec![body("five"), list(true, 1, vec![vec![body("one")]])], vec![body("six")]],
        ),
        list(true, 1, vec![vec![body("anew")]]),
    ]));
    let numbering = opened.part("word/numbering.xml");
    assert_eq!(values(numbering, "startOverride"), ["5", "1", "1"]);
    let place = |text: &str| {
        with_paragraph(&opened, text, |paragraph| {
            (value(paragraph, "numId"), value(paragraph, "ilvl"))
        })
    };
    assert_eq!(place("five"), place("six"));
    let lists: Vec<_> = ["five", "one", "anew"].into_iter().map(place).collect();
    assert!(lists[0].0 != lists[1].0 && lists[0].0 != lists[2].0 && lists[1].0 != lists[2].0);
    assert_eq!(
        lists.iter().map(|list| list.1.clone().unwrap()).collect::<Vec<_>>(),
        ["0", "1", "0"]
    );
}

#[test]
fn an_item_has_one_mark_whatever_it_holds() {
    let items = vec![
        vec![body("two"), body("paragraphs")],
        vec![],
        vec![votes(1)],
        vec![list(false, 1, vec![vec![body("inner")]])],
        vec![Part::Quote {
            parts: vec![body("quoted")],
        }],
        vec![heading(3, "headed"), body("below")],
    ];
    let opened = Opened::of(&sheet(vec![list(true, 1, items), body("outside")]));
    assert_eq!(
        values(opened.document(), "numId").iter().filter(|list| *list == "2").count(),
        6
    );
    let is_set_in = |text: &str| with_paragraph(&opened, text, |paragraph| has(paragraph, "ind"));
    assert!(is_set_in("paragraphs") && is_set_in("below") && is_set_in("quoted"));
    assert!(
        !is_set_in("two") && !is_set_in("outside"),
        "the numbering and the page say it of these"
    );
}

#[test]
fn a_link_is_followed_only_where_it_leads_to_the_web_or_to_mail() {
    let opened = Opened::of(&everything());
    let relationships = opened.part("word/_rels/document.xml.rels");
    assert_eq!(relationships.matches("TargetMode=\"External\"").count(), 1);
    assert!(relationships.contains("https://www.un.org/ict?a=1&amp;b=2") && !relationships.contains("javascript"));
    assert_eq!(opened.document().matches("<w:hyperlink ").count(), 2);
}

#[test]
fn strong_and_emphasis_hold_for_every_script_and_lines_break_where_they_did() {
    let opened = Opened::of(&everything());
    assert_eq!(
        opened.document().matches("<w:b/><w:bCs/>").count(),
        2,
        "the strong words are of two directions"
    );
    assert_eq!(opened.document().matches("<w:i/><w:iCs/>").count(), 1);
    let lines = Opened::of(&sheet(vec![Part::Quote {
        parts: vec![Part::Paragraph {
            role: crate::outcome::sheet::Role::Note,
            words: Words::own("a\nb"),
        }],
    }]));
    assert!(lines.text().contains(&"a\nb".to_owned()) && lines.document().contains("<w:br/>"));
}
