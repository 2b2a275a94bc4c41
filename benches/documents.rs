//! How long an outcome of fifty pages takes as a document of Word and as a PDF: `cargo bench --bench documents`. It fails where one of
//! them takes longer than it may. The pages are counted by pdfinfo, of poppler, which the variable PDFINFO names where it is kept
//! elsewhere.
//!
//! Run otherwise, by `cargo test --benches` or without optimisation, it makes each once and holds no limit: times say nothing then.

// Timing and saying so is what this program is for.
#![allow(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a benchmark prints, looks at the clock and stops at a surprise"
)]

use roundtable::outcome::{Block, Document, Outcome, OutcomePoint};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What has to be reached.
const GOALS: [(Document, Duration); 2] = [
    (Document::Docx, Duration::from_millis(50)),
    (Document::Pdf, Duration::from_secs(1)),
];
/// What the goals are for.
const PAGES: u32 = 50;
/// How often each is made. The first one, which reads the fonts, is not measured.
const RUNS: usize = 9;
/// How often the notes of the fixture stand in the outcome, so that it has that many pages.
const CHAPTERS: usize = 29;

/// A room of the tests whose report went the whole way, in six languages, and one with a poll of every kind.
const REPORT: &str = include_str!("../tests/fixtures/outcome/cleared/outcome.json");
const POLLS: &str = include_str!("../tests/fixtures/outcome/polls/outcome.json");

fn main() -> ExitCode {
    let is_measured = std::env::args().any(|argument| argument == "--bench") && !cfg!(debug_assertions);
    let outcome = fifty_pages();
    let pages = pages(&Document::Pdf.render(&outcome).expect("a PDF"));
    println!(
        "{pages} pages, {} points, {} polls",
        outcome.points.len(),
        outcome.polls.len()
    );
    let mut is_reached = pages >= PAGES;
    if !is_reached {
        println!("too few: the goals are for {PAGES}");
    }
    for (document, goal) in GOALS {
        let median = median(document, &outcome, if is_measured { RUNS } else { 1 });
        let ratio = median.as_secs_f64() / goal.as_secs_f64();
        let judged = if is_measured {
            format!("median {median:.1?}, goal {goal:?}, ratio {ratio:.2}")
        } else {
            format!("made once in {median:.1?}; its goal of {goal:?} is for `cargo bench`")
        };
        println!("{}: {judged}", document.file_name());
        is_reached &= median <= goal || !is_measured;
    }
    if is_reached { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The report with its notes chapter by chapter, and the polls.
fn fifty_pages() -> Outcome {
    let mut outcome: Outcome = serde_json::from_str(REPORT).expect("an outcome");
    let with_polls: Outcome = serde_json::from_str(POLLS).expect("an outcome");
    outcome.polls = with_polls.polls;
    let (notes, points) = (outcome.notes.clone(), outcome.points.clone());
    let chapters = || 0..CHAPTERS;
    outcome.notes = chapters()
        .flat_map(|chapter| notes.iter().map(move |block| in_chapter(block, chapter)))
        .collect();
    outcome.points = (1..)
        .zip(chapters().flat_map(|chapter| points.iter().map(move |point| (chapter, point))))
        .map(|(number, (chapter, point))| numbered(point, number, chapter))
        .collect();
    outcome
}

fn numbered(point: &OutcomePoint, number: u32, chapter: usize) -> OutcomePoint {
    let mut point = OutcomePoint { number, ..point.clone() };
    point.mark.id = id_in(&point.mark.id, chapter);
    point
}

/// The block with ids of its own.
fn in_chapter(block: &Block, chapter: usize) -> Block {
    let mut block = block.clone();
    match &mut block {
        Block::Paragraph { point: Some(point), .. } => point.id = id_in(&point.id, chapter),
        Block::List { items, .. } => items
            .iter_mut()
            .flatten()
            .for_each(|inner| *inner = in_chapter(inner, chapter)),
        Block::Quote { blocks } => blocks.iter_mut().for_each(|inner| *inner = in_chapter(inner, chapter)),
        Block::Heading { .. } | Block::Paragraph { .. } | Block::Rule => {}
    }
    block
}

fn id_in(id: &str, chapter: usize) -> String {
    format!("{id}-{chapter}")
}

/// The middle one of the times that making the document takes.
fn median(document: Document, outcome: &Outcome, runs: usize) -> Duration {
    let run = || {
        let started = Instant::now();
        let bytes = document.render(outcome).expect("a document");
        let took = started.elapsed();
        assert!(!bytes.is_empty());
        took
    };
    let mut times: Vec<Duration> = std::iter::repeat_with(run).take(runs).collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn pages(pdf: &[u8]) -> u32 {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("outcome.pdf");
    std::fs::write(&file, pdf).expect("the file is written");
    let program = std::env::var_os("PDFINFO").unwrap_or_else(|| "pdfinfo".into());
    let output = Command::new(program).arg(&file).output().expect("pdfinfo runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("Pages:"));
    line.and_then(|count| count.trim().parse().ok())
        .expect("pdfinfo counts the pages")
}
