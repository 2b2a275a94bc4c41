//! `polls.csv`, `speakers.csv`, `points.csv` and `board.csv`. A cell that a spreadsheet would take for a formula gets an apostrophe in front.

mod board;
mod points;
mod polls;

use super::combined::{Combined, RoomPoint};
use super::contents::{Decided, Decision, Intervention, Outcome};
use super::text::line;
use crate::room::text::is_invisible;
use serde::Serialize;

/// The first six are those of the first form of this table, and stay in front.
const SPEAKERS: [&str; 17] = [
    "number",
    "speaker",
    "delegation",
    "started_at",
    "duration_s",
    "limit_s",
    "ended_at",
    "lane",
    "class",
    "group",
    "rank",
    "on_behalf_of",
    "language",
    "remote",
    "overrun_s",
    "overrides",
    "reasons",
];

/// The lines of each poll.
pub(super) fn polls(outcome: &Outcome) -> Vec<u8> {
    table(&polls::HEADER, outcome.polls.iter().flat_map(polls::rows))
}

/// One line for each speech.
pub(super) fn speakers(outcome: &Outcome) -> Vec<u8> {
    table(&SPEAKERS, outcome.floor.interventions.iter().map(speech_row))
}

/// One line for each point.
pub(super) fn points(outcome: &Outcome) -> Vec<u8> {
    let (meeting, room) = (&outcome.meeting.id, &outcome.room.id);
    let rows = outcome.points.iter().map(|point| points::row(meeting, room, point));
    table(&points::HEADER, rows)
}

/// One line for each point of all rooms.
pub(super) fn points_of_report(report: &Combined) -> Vec<u8> {
    let all = report.points.iter().flat_map(|of_kind| &of_kind.points);
    let row = |point: &RoomPoint| points::row(&report.meeting.id, &point.room, &point.point);
    table(&points::HEADER, all.map(row))
}

/// One line for each card.
pub(super) fn board(outcome: &Outcome) -> Vec<u8> {
    table(
        &board::HEADER,
        outcome.board.cards.iter().map(|card| board::row(outcome, card)),
    )
}

fn speech_row(speech: &Intervention) -> Vec<String> {
    vec![
        speech.number.to_string(),
        speech.speaker.clone(),
        speech.delegation.clone(),
        speech.started_at.clone(),
        speech.duration_s.to_string(),
        speech.limit_s.to_string(),
        speech.ended_at.clone(),
        coded(&speech.lane),
        speech.class.as_ref().map(coded).unwrap_or_default(),
        speech.group.as_ref().map(coded).unwrap_or_default(),
        speech.rank.as_ref().map(coded).unwrap_or_default(),
        speech.on_behalf_of.clone(),
        speech.language.clone(),
        if speech.remote { "yes" } else { "no" }.to_owned(),
        speech.overrun_s.to_string(),
        together(speech.overrides.iter().map(decided)),
        together(speech.overrides.iter().filter_map(reason)),
    ]
}

/// A decision as its code, with how far it went: `moved to place 1`.
fn decided(decision: &Decision) -> String {
    let code = coded_part(&decision.decided, "what");
    match &decision.decided {
        Decided::Moved(place) => format!("{code} to place {place}"),
        Decided::LaneChanged(lane) => format!("{code} to {}", coded(lane)),
        Decided::CalledOutOfTurn(ahead) => format!("{code} ahead of {ahead}"),
        Decided::TimeGiven(seconds) => format!("{code} {seconds} s"),
        Decided::Skipped | Decided::TakenOff | Decided::Restored => code,
    }
}

/// Its reason, with the code in front that says of which decision.
fn reason(decision: &Decision) -> Option<String> {
    let code = coded_part(&decision.decided, "what");
    (!decision.reason.is_empty()).then(|| format!("{code}: {}", decision.reason))
}

fn together(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

/// The word that stands for it in `outcome.json`.
fn coded(value: &impl Serialize) -> String {
    plain(serde_json::to_value(value).unwrap_or_default())
}

fn coded_part(decided: &Decided, part: &str) -> String {
    let mut parts = serde_json::to_value(decided).unwrap_or_default();
    plain(parts.get_mut(part).map(serde_json::Value::take).unwrap_or_default())
}

fn plain(value: serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(word) => word,
        other => other.to_string(),
    }
}

fn number(figure: Option<u32>) -> String {
    figure.map(|figure| figure.to_string()).unwrap_or_default()
}

/// A table as bytes, its cells safe in a spreadsheet.
pub fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    {
        // Writing into memory does not fail, and every row has as many cells as the header.
        let mut writer = ::csv::Writer::from_writer(&mut bytes);
        let _ = writer.write_record(header);
        for row in rows {
            let _ = writer.write_record(row.iter().map(|cell| neutral(cell)));
        }
        let _ = writer.flush();
    }
    bytes
}

/// The cell as text for a spreadsheet too, also for one that takes a semicolon for the end of a cell, as many in Europe do.
pub(crate) fn neutral(cell: &str) -> String {
    let shown = line(cell);
    let mut parts = shown.split(';');
    let first = parts.next().unwrap_or_default();
    let is_calculated = calculated_from(first).is_some() || cell.starts_with(['\t', '\r', '\n']);
    let mut safe = if is_calculated {
        format!("'{first}")
    } else {
        first.to_owned()
    };
    for part in parts {
        safe.push(';');
        let (before, formula) = part.split_at(calculated_from(part).unwrap_or(part.len()));
        safe.push_str(before);
        if !formula.is_empty() {
            safe.push('\'');
        }
        safe.push_str(formula);
    }
    safe
}

/// Where a formula begins, if that is what the text is: behind blanks, quotes and what cannot be seen.
fn calculated_from(text: &str) -> Option<usize> {
    let skipped = |letter: char| letter.is_whitespace() || letter == '"' || is_invisible(letter);
    let rest = text.trim_start_matches(skipped);
    let is_formula = rest.starts_with(|letter: char| {
        matches!(
            letter,
            '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}'
        )
    });
    is_formula.then_some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::neutral;

    #[test]
    fn what_a_spreadsheet_would_calculate_stays_text() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "  =1",
            "\u{202e}=1",
            "\u{200b}=1",
            "\"=1",
        ] {
            assert!(neutral(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(
            neutral("a;=1;b; \"-1;"),
            "a;'=1;b; \"'-1;",
            "behind another mark between cells, too"
        );
        assert_eq!(neutral("Côte d'Ivoire"), "Côte d'Ivoire");
    }
}
