//! There always is a PDF, and always the same; what is no document is refused in a sentence.

use crate::sheets::{RICH, heading, list, paragraph, sheet, table, words};
use roundtable_pdf::{Fault, render};
use serde_json::json;

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = render(RICH.as_bytes()).expect("a PDF");
    assert!(render(RICH.as_bytes()).expect("a PDF") == first);
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
