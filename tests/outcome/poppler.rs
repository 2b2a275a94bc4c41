//! The PDF of a rich report, read by the program that many readers' viewers are built on: what the room wrote is in it, in every
//! language. The program is installed by the test run.

use crate::fixture::closed;
use crate::fixture::rich::sealed;
use roundtable::outcome::{Block, Document, Outcome};
use roundtable::room::event::Attribution;
use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};
use unicode_normalization::UnicodeNormalization;

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

/// The texts that have to be found, line by line: the notes whole, and what stands beside them.
fn written(outcome: &Outcome) -> Vec<String> {
    let mut texts = Vec::new();
    of_notes(&outcome.notes, &mut texts);
    texts.extend(outcome.points.iter().map(|point| point.text()));
    texts.extend(outcome.board.cards.iter().map(|card| card.text.clone()));
    texts.extend(outcome.polls.iter().map(|poll| poll.question.clone()));
    let remarks = outcome.clearing.drafts.iter().flat_map(|draft| &draft.remarks);
    texts.extend(remarks.flat_map(|remark| [remark.text.clone(), remark.word.clone()]));
    let lines = texts.iter().flat_map(|text| text.lines()).map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn of_notes(blocks: &[Block], texts: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { runs, .. } | Block::Paragraph { runs, .. } => {
                texts.push(runs.iter().map(|run| run.text.as_str()).collect());
            }
            Block::List { items, .. } => items.iter().for_each(|item| of_notes(item, texts)),
            Block::Quote { blocks } => of_notes(blocks, texts),
            Block::Rule => {}
        }
    }
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{65f}')
}

/// The Arabic words of a text, whatever forms their letters were printed in, each with its letters in the order of the alphabet: the
/// program takes a ligature apart from the wrong end. Those with a vowel sign are left out, because it tells the letter below the
/// sign a second time.
fn words_in_any_order(text: &str) -> BTreeSet<String> {
    let plain: String = text.nfkc().collect();
    let words = plain
        .split(|letter| !is_arabic(letter))
        .filter(|word| !word.contains('\u{64b}'));
    let sorted = words.map(|word| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters.into_iter().collect()
    });
    sorted.collect()
}

fn lost<'a>(written: &'a [String], read: &str) -> Vec<&'a String> {
    let (letters_read, words_read) = (letters(read), words_in_any_order(read));
    let is_lost = |line: &&String| match line.chars().any(is_arabic) {
        true => !words_in_any_order(line).is_subset(&words_read),
        false => !letters_read.contains(&letters(line)),
    };
    written.iter().filter(is_lost).collect()
}

#[test]
fn what_the_room_wrote_is_in_the_pdf_in_every_script() {
    for outcome in [
        sealed(Attribution::OnTheRecord).outcome(),
        closed(Attribution::OnTheRecord).outcome(),
    ] {
        let written = written(&outcome);
        assert!(
            written.iter().any(|line| line.chars().any(is_arabic)) && written.len() > 10,
            "the outcome has too little in it"
        );
        let read = text_of(&Document::Pdf.render(&outcome).unwrap());
        let lost = lost(&written, &read);
        assert!(lost.is_empty(), "not in the PDF: {lost:?}");
    }
}

#[test]
fn a_word_that_was_not_printed_is_missed() {
    let written = ["لا يوجد سجل للحوادث", "网络安全", "Agreed."].map(str::to_owned);
    let read = "لا يوجد سجل\n网络\nAgreed";
    assert_eq!(lost(&written, read), [&written[0], &written[1]]);
}
