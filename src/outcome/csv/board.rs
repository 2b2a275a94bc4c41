//! `board.csv`: one line for each card that everybody saw.

use super::coded;
use crate::outcome::contents::{Card, Outcome};

/// What a card is found by, what it says, and what became of it.
pub(super) const HEADER: [&str; 11] = [
    "meeting", "room", "card", "kind", "text", "support", "at", "by", "noted", "points", "merged",
];

/// The line of a card.
pub(super) fn row(outcome: &Outcome, card: &Card) -> Vec<String> {
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
        card.merged.join("; "),
    ]
}
