//! The board of contributions: the cards that everybody saw, each with the numbers of those that said the same.

use super::super::super::contents::{Board, Card, Outcome};
use super::super::super::wording::{labels, report};
use super::super::{Part, Role, Words};
use super::{BY, paragraph, section, table_with_names};

const HEADS: [(&str, bool); 6] = [
    ("Card", false),
    ("Kind", false),
    ("Contribution", false),
    ("Support", true),
    (BY, false),
    ("Taken up in", false),
];

const HEADS_OF_QUESTIONS: [(&str, bool); 6] = [
    ("Card", false),
    ("Question or contribution", false),
    ("Support", true),
    ("Answered", false),
    (BY, false),
    ("Taken up in", false),
];

const MOST_SUPPORT: &str = "Most support first. Support is counted in seats, without the author's.";

/// The section from its heading on; nothing where nobody contributed anything.
pub(super) fn parts(outcome: &Outcome) -> Vec<Part> {
    let board = &outcome.board;
    if *board == Board::default() {
        return Vec::new();
    }
    let is_group = outcome.gathering.is_group();
    let mut parts = vec![
        section(if is_group {
            "Contributions"
        } else {
            "Questions from the floor"
        }),
        paragraph(Role::Body, Words::own(report::board(board))),
    ];
    let table = if is_group { table } else { table_of_questions };
    parts.extend((!board.cards.is_empty()).then(|| table(&board.cards)));
    parts
}

fn table(cards: &[Card]) -> Part {
    let rows = cards.iter().map(of_card);
    table_with_names(Words::own(MOST_SUPPORT), HEADS, rows.collect())
}

/// Of a plenary or a panel it matters what was answered, and not what kind of contribution it was.
fn table_of_questions(cards: &[Card]) -> Part {
    let rows = cards.iter().map(|card| {
        let mut cells = of_card(card);
        cells.remove(1);
        cells.insert(3, Words::own(if card.answered { "Yes" } else { "–" }));
        cells
    });
    table_with_names(Words::own(MOST_SUPPORT), HEADS_OF_QUESTIONS, rows.collect())
}

fn of_card(card: &Card) -> Vec<Words> {
    vec![
        Words::own(report::card_numbers(card)),
        Words::own(labels::card(card.kind)),
        Words::of(card.text.as_str()).on_a_line(),
        Words::own(card.support.to_string()),
        Words::of(card.by.as_str()).on_a_line(),
        Words::own(report::taken_up(card)),
    ]
}
