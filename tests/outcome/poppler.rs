//! The PDF of a rich report, read by the program that many readers' viewers are built on: what the room wrote is in it, in every
//! language. The program is installed by the test run.

use crate::fixture::rich::sealed;
use roundtable::outcome::{Document, Outcome};
use roundtable::room::event::Attribution;
use std::io::Write;
use std::process::{Command, Stdio};

/// Without spaces, hyphens at line ends and marks of direction: what two programs break differently.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn text_of(pdf: &[u8]) -> String {
    let program = std::env::var("PDFTOTEXT").unwrap_or_else(|_| "pdftotext".to_owned());
    let mut reader = Command::new(program)
        .args(["-enc", "UTF-8", "-nopgbrk", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext runs");
    let mut input = reader.stdin.take().unwrap();
    let pdf = pdf.to_vec();
    let writing = std::thread::spawn(move || input.write_all(&pdf));
    let output = reader.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

/// The texts that have to be found, but those from right to left, whose letters the program may give in another form.
fn written(outcome: &Outcome) -> Vec<String> {
    let points = outcome.points.iter().map(|point| point.text());
    let cards = outcome.board.cards.iter().map(|card| card.text.clone());
    let polls = outcome.polls.iter().map(|poll| poll.question.clone());
    let is_arabic = |text: &String| text.chars().any(|letter| ('\u{600}'..='\u{6ff}').contains(&letter));
    points.chain(cards).chain(polls).filter(|text| !is_arabic(text)).collect()
}

#[test]
fn what_the_room_wrote_is_in_the_pdf() {
    let outcome = sealed(Attribution::OnTheRecord).outcome();
    let text = letters(&text_of(&Document::Pdf.render(&outcome).unwrap()));
    let written = written(&outcome);
    assert!(written.len() > 10, "the report has too little in it");
    let lost: Vec<&String> = written.iter().filter(|one| !text.contains(&letters(one))).collect();
    assert!(lost.is_empty(), "not in the PDF: {lost:?}");
}
