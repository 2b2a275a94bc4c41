//! What people can write, and the most of it.

use super::sheets::{body, deep_lists, empty, list, of_pages, sheet, votes};
use super::{Opened, said, values};
use crate::outcome::sheet::{Part, Words};

/// Checks that the document of these parts says what they say, and nothing else came into its structure.
fn says_the_same(parts: Vec<Part>) -> Opened {
    let sheet = sheet(parts);
    let opened = Opened::of(&sheet);
    assert_eq!(opened.text(), said::lines(&sheet));
    opened
}

#[test]
fn text_that_looks_like_xml_stays_text() {
    let opened = says_the_same(vec![
        body("</w:t></w:r></w:p><w:p><w:r><w:t>mine ]]> <!-- --> <?xml?> &amp; &#0; &lt; \"'"),
        Part::Point {
            number: 1,
            labels: vec!["<w:b/>".to_owned(), "a\" b='c'".to_owned()],
            words: Words::of("]]>"),
        },
        Part::Table {
            caption: Words::own("\"/><w:b/>\n&"),
            columns: Vec::new(),
            has_row_heads: false,
            rows: Vec::new(),
        },
    ]);
    assert_eq!(opened.document().matches("<w:p>").count(), 5);
}

#[test]
fn characters_that_xml_cannot_hold_are_taken_out() {
    let every: String = (0..=0x1f_u32)
        .chain(0x7f..0xa0)
        .chain([0xfffe, 0xffff, 0x1_fffe, 0x10_ffff])
        .filter_map(char::from_u32)
        .collect();
    let opened = says_the_same(vec![body(&format!("a{every}b\u{202e}c\u{2066}d"))]);
    assert!(opened.text()[1].ends_with("bcd"));
    let mut sheet = sheet(Vec::new());
    (sheet.title, sheet.author, sheet.foot) = ("\0\u{1}&".to_owned(), "\u{ffff}<".to_owned(), "\u{b}\"".to_owned());
    for (name, text) in Opened::of(&sheet).files {
        roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn a_quarter_of_a_megabyte_in_one_paragraph_is_no_more_than_long() {
    says_the_same(vec![body(&"كلمة word 字 🌍 ".repeat(10_000))]);
}

#[test]
fn lists_nested_deeper_than_word_knows_stay_at_its_last_level() {
    let opened = says_the_same(deep_lists());
    let levels = values(opened.document(), "ilvl");
    assert_eq!(levels.iter().map(|level| level.parse::<u8>().unwrap()).max(), Some(8));
    // Those below the ninth level count apart from each other, or the outer list would go on from the inner one's number.
    assert_eq!(
        opened.part("word/numbering.xml").matches("<w:abstractNum ").count(),
        1 + 1 + 7 * 2
    );
}

#[test]
fn a_document_of_fifty_pages_says_all_of_it() {
    let sheet = of_pages(54);
    assert_eq!(Opened::of(&sheet).text(), said::lines(&sheet));
}

#[test]
fn quotations_nested_deep_leave_room_for_their_words() {
    let mut parts = vec![body("deepest")];
    for _ in 0..24 {
        parts = vec![Part::Quote { parts }];
    }
    let opened = says_the_same(parts);
    assert!(opened.document().contains("<w:ind w:left=\"2268\" w:hanging=\"0\"/>"));
}

#[test]
fn an_empty_sheet_is_a_document() {
    let opened = Opened::of(&empty());
    assert_eq!(opened.text(), Vec::<String>::new());
    assert!(!opened.part("docProps/core.xml").contains("dcterms:created"));
}

#[test]
fn tables_may_be_empty_or_long_or_have_rows_that_are_too_short() {
    let long = says_the_same(vec![votes(0), votes(1_000)]);
    assert_eq!(long.document().matches("<w:tr>").count(), 1_002);
    let Part::Table { caption, columns, .. } = votes(0) else {
        panic!("a table")
    };
    let rows = vec![vec![Words::own("alone")], Vec::new()];
    let short = says_the_same(vec![Part::Table {
        caption,
        columns,
        has_row_heads: false,
        rows,
    }]);
    assert_eq!(short.document().matches("<w:tc>").count(), 9);
}

#[test]
fn a_number_beyond_what_word_counts_to_is_the_last_it_does() {
    let opened = says_the_same(vec![list(true, u32::MAX, vec![vec![body("many")]])]);
    assert_eq!(values(opened.part("word/numbering.xml"), "startOverride"), ["2147483647"]);
}
