//! `board.csv`: one line for each card that everybody saw, those that were merged into it below it.

use super::coded;
use crate::outcome::contents::{Card, MergedCard, Outcome};

/// What a card is found by, what it says, and what became of it.
pub(super) const HEADER: [&str; 11] = [
    "meeting",
    "room",
    "card",
    "kind",
    "text",
    "support",
    "at",
    "by",
    "noted",
    "points",
    "merged_into",
];

/// The lines of the cards.
pub(super) fn rows(outcome: &Outcome) -> impl Iterator<Item = Vec<String>> {
    outcome.board.cards.iter().flat_map(move |card| {
        let merged = card.merged.iter().map(|merged| merged_row(outcome, card, merged));
        std::iter::once(row(outcome, card)).chain(merged)
    })
}

fn row(outcome: &Outcome, card: &Card) -> Vec<String> {
    let points: Vec<String> = card.points.iter().map(u32::to_string).collect();
    vec![
        outcome.meeting.id.clone(),
        outcome.room.id.clone(),
        card.id.clone(),
        coded(&card.kind),
        card.text.clone(),
        card.support.to_string(),
        card.at.clone(),
        card.by.clone(),
        if card.noted { "yes" } else { "no" }.to_owned(),
        points.join("; "),
        String::new(),
    ]
}

/// A merged card has its own words; its support has gone over to the other.
fn merged_row(outcome: &Outcome, into: &Card, merged: &MergedCard) -> Vec<String> {
    let mut cells = vec![String::new(); HEADER.len()];
    let own = [
        (0, &outcome.meeting.id),
        (1, &outcome.room.id),
        (2, &merged.id),
        (4, &merged.text),
        (7, &merged.by),
        (10, &into.id),
    ];
    for (column, text) in own {
        cells[column].clone_from(text);
    }
    cells
}
