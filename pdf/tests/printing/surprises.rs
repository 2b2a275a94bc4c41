//! Whatever people write, there is a PDF; what is no document is refused in a sentence.

use crate::poppler;
use roundtable_pdf::{Fault, render};
use serde_json::{Value, json};

fn words(text: &str) -> Value {
    json!({ "runs": [{ "text": text }], "language": "en" })
}

fn paragraph(text: &str) -> Value {
    json!({ "part": "paragraph", "role": "body", "words": words(text) })
}

fn heading(level: u8, text: &str) -> Value {
    json!({ "part": "heading", "level": level, "words": words(text) })
}

fn list(item: &[Value]) -> Value {
    json!({ "part": "list", "ordered": false, "start": 1, "items": [item] })
}

fn table(columns: usize, rows: usize, cell: &str) -> Value {
    let column = json!({ "head": words(cell), "is_number": false });
    json!({
        "part": "table", "caption": words(cell), "has_row_heads": true,
        "columns": vec![column; columns], "rows": vec![vec![words(cell); columns]; rows],
    })
}

fn sheet(title: &str, parts: &[Value]) -> Vec<u8> {
    let sheet = json!({
        "title": title, "subject": title, "author": title, "as_of": "2024-05-10T21:00:00Z", "foot": title, "language": "en",
        "parts": parts,
    });
    serde_json::to_vec(&sheet).expect("JSON")
}

fn printed(parts: &[Value]) -> Vec<u8> {
    render(&sheet("Surprises", parts)).expect("a PDF")
}

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

#[test]
fn what_is_empty_is_printed_too() {
    let drawing =
        json!({ "part": "drawing", "svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9000'/>", "alt": "" });
    let empty = [
        heading(1, ""),
        paragraph(""),
        list(&[]),
        table(0, 0, ""),
        table(1, 1, ""),
        drawing,
        json!({ "part": "facts", "facts": [] }),
        json!({ "part": "point", "number": 0, "labels": [], "words": words("") }),
    ];
    for title in ["", "\u{200d}", "\n"] {
        render(&sheet(title, &[])).expect("a PDF");
        render(&sheet(title, &empty)).expect("a PDF");
    }
}

#[test]
fn no_title_and_no_table_is_too_large() {
    let long = "long ".repeat(20_000);
    render(&sheet(&long, &[heading(1, &long), table(30, 30, "Interoperability")])).expect("a PDF");
}

#[test]
fn a_drawing_reaches_for_nothing_from_elsewhere() {
    for target in ["/etc/hostname", "sheet.json", "https://example.org/x.png"] {
        let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><image href='{target}'/></svg>");
        let drawing = json!({ "part": "drawing", "svg": svg, "alt": "a drawing" });
        match render(&sheet("Drawing", &[drawing])) {
            Ok(pdf) => assert!(!String::from_utf8_lossy(&pdf).contains("/Subtype /Image"), "{target}"),
            Err(fault) => assert!(matches!(fault, Fault::Typesetting(_)), "{fault}"),
        }
    }
}

#[test]
fn what_is_no_document_is_refused_in_a_sentence() {
    let without_moment = String::from_utf8(sheet("x", &[]))
        .expect("text")
        .replace("2024-05-10T21:00:00Z", "yesterday");
    let fault = render(without_moment.as_bytes()).expect_err("no moment");
    assert_eq!(
        fault.to_string(),
        "the moment of the document to print is not one in UTC: \"yesterday\""
    );
    assert!(matches!(render(b"{}").expect_err("no document"), Fault::Form(_)));
}
