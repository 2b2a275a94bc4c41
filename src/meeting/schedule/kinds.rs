//! Which kind of session a slot of another tool is, by the words that it uses for itself.

use super::slot::Slot;
use crate::meeting::SessionKind;

/// Words of a kind, whole and in small letters.
const WORDS: [(SessionKind, &[&str]); 5] = [
    (
        SessionKind::Social,
        &[
            "break",
            "breaks",
            "lunch",
            "coffee",
            "tea",
            "dinner",
            "breakfast",
            "reception",
            "registration",
            "social",
            "party",
            "pause",
        ],
    ),
    (SessionKind::Matchmaking, &["matchmaking", "networking"]),
    (SessionKind::Panel, &["panel", "panels", "fireside"]),
    (
        SessionKind::Plenary,
        &["plenary", "keynote", "keynotes", "opening", "closing", "ceremony"],
    ),
    (
        SessionKind::Breakout,
        &[
            "workshop",
            "workshops",
            "breakout",
            "breakouts",
            "group",
            "groups",
            "bof",
            "tutorial",
            "meetup",
        ],
    ),
];

/// Words of a title that can stand for a break; a longer one tells of something else, as in "How to break an old habit".
const BREAK_WORDS_MAX: usize = 3;

/// The kind. What is not said is told from whether there is something else at the same time.
pub(super) fn of(slot: &Slot, is_side_by_side: bool) -> SessionKind {
    if slot.is_break {
        return SessionKind::Social;
    }
    let said = named(&slot.kind).or_else(|| named(&slot.track)).or_else(|| of_title(slot));
    said.unwrap_or(if is_side_by_side {
        SessionKind::Breakout
    } else {
        SessionKind::Panel
    })
}

fn of_title(slot: &Slot) -> Option<SessionKind> {
    let is_short = slot.people.is_empty() && slot.title.split_whitespace().count() <= BREAK_WORDS_MAX;
    named(&slot.title).filter(|kind| is_short || !matches!(kind, SessionKind::Social))
}

fn named(text: &str) -> Option<SessionKind> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).collect();
    let found = WORDS.iter().find(|(_, known)| words.iter().any(|word| known.contains(word)));
    found.map(|(kind, _)| *kind)
}

/// Whether people work in it together, so that it has a room.
pub(super) fn has_room(kind: SessionKind) -> bool {
    !matches!(kind, SessionKind::Social | SessionKind::Matchmaking)
}
