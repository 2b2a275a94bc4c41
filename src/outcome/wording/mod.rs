//! The sentences of the document, the same in every format.

pub(super) mod clock;
pub(super) mod floor;
pub(super) mod labels;
pub(super) mod points;
pub(super) mod polls;
pub(super) mod report;
mod speakers;
pub(super) mod tallies;

use super::contents::{Outcome, Status};
use crate::room::event::Attribution;
use crate::room::view::ReportState;
use clock::LocalClock;

/// What kind of text an outcome is.
pub(super) const NATURE: &str = "Rapporteur's summary, not a negotiated text";
/// What a poll is worth.
pub(super) const WEIGHT: &str = "An indication, not a vote";

/// What may be told outside.
pub(super) fn attribution(rule: Attribution) -> &'static str {
    match rule {
        Attribution::OnTheRecord => "On the record: what was said may be told, and by whom.",
        Attribution::ChathamHouse => "Chatham House Rule: what was said may be told, but not by whom.",
        Attribution::Closed => "Closed: nothing that was said or written may leave the room. This document holds figures alone.",
    }
}

/// The warning at the top of a draft.
pub(super) fn draft(outcome: &Outcome) -> Option<String> {
    let warning = "Draft. The session is still open and everything in this document can change. It tells of";
    (outcome.status == Status::Draft).then(|| format!("{warning} {}.", LocalClock::of(outcome).moment(&outcome.as_of)))
}

/// The seal and its revision in a line: a room that was closed is sealed, however far its report is.
pub(super) fn status(outcome: &Outcome) -> String {
    let state = match outcome.status {
        Status::Draft => "Draft of revision",
        Status::Final => "Sealed, revision",
    };
    format!("{state} {} (record {})", outcome.revision, outcome.seq)
}

/// The same at the foot of every page, with whether the report that was sealed is final.
pub(super) fn foot(outcome: &Outcome) -> String {
    let report = match (outcome.status, outcome.clearing.state) {
        (Status::Draft, _) => "",
        (Status::Final, ReportState::Final) => " · report final",
        (Status::Final, _) => " · report not final",
    };
    format!("{} · {}{report}", outcome.nature, status(outcome))
}

/// The heading of the document as label and text, without what is empty.
pub(super) fn facts(outcome: &Outcome) -> Vec<(&'static str, String)> {
    let session = &outcome.session;
    let times = if session.starts.is_empty() {
        String::new()
    } else {
        format!("{}\u{2013}{}", session.starts, session.ends)
    };
    let slot: Vec<&str> = [session.title.as_str(), &session.date, &times]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let closed = outcome.closed_at.as_deref().map(|at| LocalClock::of(outcome).moment(at));
    let facts = [
        ("Meeting", outcome.meeting.title.clone()),
        ("Session", slot.join(", ")),
        ("Theme", outcome.room.theme.clone()),
        ("Attribution", outcome.attribution_rule.clone()),
        (plural(outcome.chairs.len(), "Chair", "Chairs"), outcome.chairs.join("; ")),
        (
            plural(outcome.moderators.len(), "Moderator", "Moderators"),
            outcome.moderators.join("; "),
        ),
        (
            plural(outcome.rapporteurs.len(), "Rapporteur", "Rapporteurs"),
            outcome.rapporteurs.join("; "),
        ),
        (
            plural(outcome.panellists.len(), "Panellist", "Panellists"),
            outcome.panellists.join("; "),
        ),
        ("Status", status(outcome)),
        ("Closed", closed.unwrap_or_default()),
    ];
    facts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// Participation as label and figure.
pub(super) fn participation(outcome: &Outcome) -> [(&'static str, u32); 6] {
    let figures = &outcome.participation;
    [
        ("Joined with a device", figures.participants),
        ("For States", figures.states),
        ("For organizations", figures.organizations),
        ("For stakeholders", figures.stakeholders),
        ("Not stated", figures.not_stated),
        ("Delegations named", figures.delegations),
    ]
}

/// Seconds as `1:02:03` or `2:03`.
pub(super) fn duration(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes}:{rest:02}")
    }
}

fn count(number: u32, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn plural(number: usize, one: &'static str, many: &'static str) -> &'static str {
    if number == 1 { one } else { many }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_a_clock() {
        assert_eq!(
            [duration(0), duration(59), duration(185), duration(3_723)],
            ["0:00", "0:59", "3:05", "1:02:03"]
        );
    }
}
