//! How long an outcome of fifty pages takes: `cargo bench --package roundtable-pdf`. It has to stay under a second.

// Timing is what this program is for.
#![allow(clippy::print_stdout, clippy::disallowed_methods, clippy::expect_used)]

use serde_json::{Value, json};
use std::time::Instant;

const CHAPTERS: usize = 54;
const SENTENCE: &str = "Several delegations agreed that national response teams need trained staff more than further equipment. ";

fn words(text: &str) -> Value {
    json!({ "runs": [{ "text": text }], "language": "en" })
}

fn paragraph(sentences: usize) -> Value {
    json!({ "part": "paragraph", "role": "body", "words": words(&SENTENCE.repeat(sentences)) })
}

fn chapter(number: usize) -> Vec<Value> {
    let row = || json!([words("Partnerships and networks"), words("12"), words("48 %")]);
    let column = |head: &str, is_number: bool| json!({ "head": words(head), "is_number": is_number });
    vec![
        json!({ "part": "heading", "level": 2, "words": words(&format!("Guiding question {number}")) }),
        paragraph(4),
        paragraph(3),
        json!({ "part": "point", "number": number, "labels": ["Gap", "convergence", "national"], "words": words(&SENTENCE.repeat(2)) }),
        json!({ "part": "list", "ordered": false, "start": 1, "items": vec![[paragraph(1)]; 5] }),
        json!({
            "part": "table", "caption": words("What is needed most?"), "has_row_heads": true,
            "columns": [column("Answer", false), column("Ballots", true), column("Share", true)],
            "rows": vec![row(); 6],
        }),
    ]
}

fn main() {
    let mut parts = vec![json!({ "part": "heading", "level": 1, "words": words("Fifty pages") })];
    parts.extend((1..=CHAPTERS).flat_map(chapter));
    let sheet = json!({
        "title": "Fifty pages", "subject": "A benchmark", "author": "", "as_of": "2024-05-10T21:00:00Z", "foot": "",
        "language": "en", "parts": parts,
    });
    let sheet = serde_json::to_vec(&sheet).expect("JSON");
    for run in 1..=5 {
        let started = Instant::now();
        let pdf = roundtable_pdf::render(&sheet).expect("a PDF");
        let took = started.elapsed();
        let pages = pdf.windows(11).filter(|bytes| bytes == b"/Type /Page").count();
        println!("run {run}: {} ms, {} bytes, {pages} pages", took.as_millis(), pdf.len());
    }
}
