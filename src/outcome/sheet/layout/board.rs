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

/// The section from its heading on; nothing where nobody contributed anything.
pub(super) fn parts(outcome: &Outcome) -> Vec<Part> {
    let board = &outcome.board;
    if *board == Board::default() {
        return Vec::new();
    }
    let mut parts = vec![
        section("Contributions"),
        paragraph(Role::Body, Words::own(report::board(board))),
    ];
    parts.extend((!board.cards.is_empty()).then(|| table(&board.cards)));
    parts
}

fn table(cards: &[Card]) -> Part {
    let rows = cards.iter().map(of_card);
    let caption = Words::own("Most support first. Support is counted in seats, without the author's.");
    table_with_names(caption, HEADS, rows.collect())
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
