//! Small documents of the form that the server hands in.

use roundtable_pdf::render;
use serde_json::{Value, json};

/// A document of all kinds of parts in all six languages.
pub const RICH: &str = include_str!("sheet.json");

pub fn words(text: &str) -> Value {
    json!({ "runs": [{ "text": text }], "language": "en" })
}

pub fn paragraph(text: &str) -> Value {
    json!({ "part": "paragraph", "role": "body", "words": words(text) })
}

pub fn heading(level: u8, text: &str) -> Value {
    json!({ "part": "heading", "level": level, "words": words(text) })
}

pub fn list(item: &[Value]) -> Value {
    json!({ "part": "list", "ordered": false, "start": 1, "items": [item] })
}

pub fn table(columns: usize, rows: usize, cell: &str) -> Value {
    let column = json!({ "head": words(cell), "is_number": false });
    json!({
        "part": "table", "caption": words(cell), "has_row_heads": true,
        "columns": vec![column; columns], "rows": vec![vec![words(cell); columns]; rows],
    })
}

pub fn sheet(title: &str, parts: &[Value]) -> Vec<u8> {
    let sheet = json!({
        "title": title, "subject": title, "author": title, "as_of": "2024-05-10T21:00:00Z", "foot": title, "language": "en",
        "parts": parts,
    });
    serde_json::to_vec(&sheet).expect("JSON")
}

pub fn printed(parts: &[Value]) -> Vec<u8> {
    render(&sheet("Surprises", parts)).expect("a PDF")
}
