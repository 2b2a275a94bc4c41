//! A document of all kinds of parts in all six languages.

use crate::poppler;
use crate::sheets::RICH;
use roundtable_pdf::render;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

static PDF: LazyLock<Vec<u8>> = LazyLock::new(|| render(RICH.as_bytes()).expect("a PDF"));

#[test]
fn the_file_says_what_it_is_and_of_which_moment() {
    let properties = poppler::properties(&PDF);
    for line in [
        "Title:           Governance, policies and processes",
        "Subject:         Global Roundtable on ICT Security Capacity-Building",
        "Author:          Ms. Amina Yusuf, Mr. Juan Pérez",
        "Creator:         Roundtable",
        "CreationDate:    2024-05-10T21:00:00Z",
        "Tagged:          yes",
        "Page size:       595.276 x 841.89 pts (A4)",
    ] {
        assert!(properties.contains(line), "{line}\n{properties}");
    }
    let claims = String::from_utf8_lossy(&PDF);
    assert!(claims.contains("pdfuaid:part>1<"), "the file does not claim to be PDF/UA-1");
}

#[test]
fn every_word_of_the_document_is_found_in_the_file() {
    let text = poppler::text(&PDF);
    let (found, words_found) = (poppler::letters(&text), words_in_any_order(&text));
    let sheet: Value = serde_json::from_str(RICH).expect("JSON");
    let mut texts = Vec::new();
    collect(&sheet["parts"], &mut texts);
    assert!(texts.len() > 200, "{}", texts.len());
    for line in texts.iter().flat_map(|text| text.lines()) {
        let is_there = match line.chars().any(is_arabic) {
            true => words_in_any_order(line).is_subset(&words_found),
            false => found.contains(&poppler::letters(line)),
        };
        assert!(is_there, "{line}");
    }
}

/// The Arabic words of a text, each with its letters in the order of the alphabet: poppler takes a ligature apart from the wrong
/// end. Those with a vowel sign are left out, because it tells the letter below the sign a second time.
fn words_in_any_order(text: &str) -> BTreeSet<String> {
    let words = text
        .split(|letter| !is_arabic(letter))
        .filter(|word| !word.contains('\u{64b}'));
    words
        .map(|word| {
            let mut letters: Vec<char> = word.chars().collect();
            letters.sort_unstable();
            letters.into_iter().collect()
        })
        .collect()
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{65f}')
}

#[test]
fn the_text_is_the_golden_one() {
    let text = poppler::text(&PDF);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/printing/golden.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &text).expect("the golden file is written");
    }
    let golden = std::fs::read_to_string(&file).expect("the golden file");
    assert!(
        poppler::letters(&text) == poppler::letters(&golden),
        "run with UPDATE_GOLDEN=1 and look at the difference"
    );
}

#[test]
fn a_screen_reader_finds_headings_lists_tables_links_and_descriptions() {
    let structure = poppler::structure(&PDF);
    let lines: Vec<&str> = structure.lines().map(str::trim).collect();
    for wanted in [
        "H1 \"Governance, policies and processes\" (block)",
        "H2 \"Key issues\" (block)",
        "H3 \"Debate\" (block)",
        "L (block):",
        "BlockQuote",
        "Caption",
        "/Scope /Column",
        "/Scope /Row",
        "Link (inline)",
    ] {
        assert!(lines.contains(&wanted), "{wanted}\n{structure}");
    }
    assert!(!structure.contains("Div"), "a caption stands beside its table\n{structure}");
    let figures = lines.iter().filter(|line| line.starts_with("Figure")).count();
    assert_eq!(figures, 1, "{structure}");
    let description = b"(Bars: 31 agree, 9 disagree, 4 abstain.)";
    assert!(PDF.windows(description.len()).any(|bytes| bytes == description));
}

#[test]
fn a_table_over_a_page_break_repeats_its_header_row_for_the_eye_alone() {
    let in_text = poppler::text(&PDF).lines().filter(|line| *line == "Delegation").count();
    let in_tags = poppler::structure(&PDF).matches("\"Delegation\"").count();
    assert_eq!((in_text, in_tags), (2, 1));
}

fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match (name.as_str(), field) {
                    ("text" | "name", Value::String(text)) => texts.push(text),
                    ("labels", Value::Array(labels)) => texts.extend(labels.iter().filter_map(Value::as_str)),
                    _ => collect(field, texts),
                }
            }
        }
        _ => {}
    }
}
