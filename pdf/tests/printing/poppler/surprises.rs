//! Whatever people write can be read on paper.

use crate::poppler;
use crate::sheets::{heading, list, paragraph, printed, table};
use serde_json::{Value, json};

fn letters(parts: &[Value]) -> String {
    poppler::letters(&poppler::text(&printed(parts)))
}

#[test]
fn notes_of_250_kb_in_one_paragraph_are_printed_to_the_end() {
    let long = "word ".repeat(50_000) + "end.";
    assert!(letters(&[paragraph(&long)]).contains("wordwordend."));
}

#[test]
fn a_word_that_is_longer_than_a_page_stays_on_the_paper() {
    let found = letters(&[paragraph(&"x".repeat(20_000)), table(4, 2, &"y".repeat(400))]);
    assert_eq!(found.matches('x').count(), 20_000);
    // The caption, and the header row once on each page.
    assert_eq!((found.matches('y').count() - 400) % 1600, 0);
    assert!(found.matches('y').count() >= 400 + 3 * 1600);
}

#[test]
fn every_level_of_nesting_is_printed() {
    for deepest in [paragraph("the deepest"), table(2, 1, "the deepest")] {
        for kinds in ["l", "q", "lq", "qqqqqqqqqqqqlllllllllll"] {
            let nested = kinds
                .chars()
                .cycle()
                .take(24)
                .fold(vec![deepest.clone()], |inside, kind| match kind {
                    'l' => vec![paragraph("level"), list(&inside)],
                    _ => vec![json!({ "part": "quote", "parts": inside })],
                });
            assert!(letters(&nested).contains("thedeepest"), "{kinds}");
        }
    }
}

#[test]
fn characters_that_no_font_draws_are_boxes_that_can_be_copied() {
    let found = letters(&[paragraph("ไทย 한국어 👩‍💻 🇫🇷 हिन्दी \u{e000}\u{10ffff} \u{0}\u{7}\u{202e}abc")]);
    for kept in ["ไทย", "한국어", "🇫🇷", "\u{fffd}\u{fffd}", "abc", "Anemptybox"] {
        assert!(found.contains(kept), "{kept}: {found}");
    }
    assert!(!letters(&[paragraph("Nothing strange.")]).contains("Anemptybox"));
}

#[test]
fn text_that_looks_like_markup_of_the_typesetter_is_text() {
    let text = r##"#import "look.typ": * $x^2$ *a* _b_ `c` = d <e> @f //g /*h*/ \u{41} #panic("i") ]]] ```"##;
    let parts = [heading(1, text), paragraph(text), table(1, 1, text)];
    assert_eq!(
        letters(&parts).matches(&poppler::letters(text)).count(),
        5,
        "{}",
        letters(&parts)
    );
}

#[test]
fn levels_of_headings_without_order_are_put_in_order() {
    let parts = [
        heading(4, "first"),
        heading(6, "second"),
        heading(2, " "),
        list(&[heading(1, "third")]),
    ];
    let structure = poppler::structure(&printed(&parts));
    for tag in ["H1 \"first\"", "H2 \"second\"", "H1 \"third\""] {
        assert!(structure.contains(tag), "{tag}\n{structure}");
    }
}
