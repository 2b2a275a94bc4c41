//! What people write with bad intentions is printed as well: no text keeps a whole document from being made.

use crate::sheets::{heading, list, paragraph, sheet, table};
use roundtable_pdf::render;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const FILE: &str = include_str!("../../../tests/fixtures/content/hostile.json");

fn texts() -> Vec<String> {
    let shapes: BTreeMap<String, Vec<String>> = serde_json::from_str(FILE).expect("the strings by their shape");
    shapes.into_values().flatten().collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// A chart's label, as the server draws one; it draws no characters that cannot be shown.
fn drawing(text: &str) -> Value {
    let label = escaped(&text.replace(
        |letter: char| letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}'),
        "",
    ));
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 99 9' font-family=\"'Noto Sans', sans-serif\"><text y='8'>{label}</text></svg>"
    );
    json!({ "part": "drawing", "svg": svg, "alt": text })
}

/// The label was taken apart in two fonts, in one of which two letters are drawn as one, and the whole document was not made.
#[test]
fn a_drawing_with_labels_in_two_scripts_is_printed() {
    for label in ["الأردن (UNDP)", "office 国家", "Z\u{301} ไทย", "الأردن <b>x</b>"] {
        let pdf = render(&sheet("Labels", &[drawing(label)])).expect("a PDF");
        let without = render(&sheet("Labels", &[])).expect("a PDF");
        assert!(pdf.len() > without.len() + 1_000, "{label} is drawn");
    }
}

#[test]
fn every_text_is_printed_wherever_it_stands() {
    let places: [(&str, fn(&str) -> Value); 5] = [
        ("paragraph", paragraph),
        ("heading", |text| heading(2, text)),
        ("list", |text| list(&[paragraph(text)])),
        ("table", |text| table(3, 1, text)),
        ("drawing", drawing),
    ];
    for (place, part) in places {
        let all: Vec<Value> = texts().iter().map(|text| part(text)).collect();
        if let Err(fault) = render(&sheet("Hostile", &all)) {
            panic!("{place}: {fault}");
        }
    }
}
