//! What is said of the board of contributions and of the clearing of the report.

use super::clock::LocalClock;
use super::count;
use super::labels::listed_points;
use crate::outcome::contents::{Board, Card, Clearing, Draft, Outcome, Remark};
use crate::room::command::Verdict;
use crate::room::view::ReportState;

/// The board in figures.
pub(in crate::outcome) fn board(board: &Board) -> String {
    let more = [
        (board.merged, "was merged into another", "were merged into others"),
        (board.held, "was not let through", "were not let through"),
        (board.withdrawn, "was taken back", "were taken back"),
    ];
    let more = more.into_iter().filter(|(number, ..)| *number > 0);
    let more = more.map(|(number, one, many)| format!(" {}.", count(number, one, many)));
    format!(
        "{}.{}",
        count(board.shown, "contribution", "contributions"),
        more.collect::<String>()
    )
}

/// The number of a card, with those of the cards that are one with it: `12`, `12 with 15 and 18`.
pub(in crate::outcome) fn card_numbers(card: &Card) -> String {
    let number = |id: &String| id.trim_start_matches('c').to_owned();
    let merged: Vec<String> = card.merged.iter().map(number).collect();
    match merged.split_last() {
        None => number(&card.id),
        Some((last, [])) => format!("{} with {last}", number(&card.id)),
        Some((last, before)) => format!("{} with {} and {last}", number(&card.id), before.join(", ")),
    }
}

/// Where a card went.
pub(in crate::outcome) fn taken_up(card: &Card) -> String {
    match (card.points.as_slice(), card.noted) {
        ([], false) => "–".to_owned(),
        ([], true) => "In the notes".to_owned(),
        (points, _) => listed_points(points),
    }
}

/// That there are points which are not told; nothing where there are none.
pub(in crate::outcome) fn points_kept_back(outcome: &Outcome) -> Option<String> {
    let kept = outcome.points.is_empty() && outcome.points_marked > 0;
    kept.then(|| {
        format!(
            "{} marked in the notes.",
            count(outcome.points_marked, "point was", "points were")
        )
    })
}

/// How far the report is, in a line; nothing where it was never circulated.
pub(in crate::outcome) fn clearing_status(clearing: &Clearing, clock: &LocalClock) -> Option<String> {
    let last = clearing.drafts.last()?;
    let number = last.number;
    Some(match (clearing.state, &clearing.final_at) {
        (ReportState::Final, Some(at)) => format!("Cleared with the room in draft {number}, {}", clock.moment(at)),
        (ReportState::Final, None) => format!("Cleared with the room in draft {number}"),
        (ReportState::Circulated, _) => format!(
            "Draft {number} is with the room for remarks until {}",
            clock.moment(&last.until)
        ),
        (ReportState::Commented, _) => format!("Draft {number} was with the room; the remarks are being answered"),
        (ReportState::Draft, _) => format!("Being written again after draft {number}"),
    })
}

/// How far the report of a room is, where nothing is told of its drafts.
pub(in crate::outcome) fn state(state: ReportState) -> &'static str {
    match state {
        ReportState::Draft => "Not cleared with the room",
        ReportState::Circulated => "With the room for remarks",
        ReportState::Commented => "Remarks of the room are being answered",
        ReportState::Final => "Cleared with the room",
    }
}

/// What has to be known of the clearing beside its drafts and remarks.
pub(in crate::outcome) fn clearing(clearing: &Clearing, clock: &LocalClock) -> Vec<String> {
    let status = clearing_status(clearing, clock).map(|status| format!("{status}."));
    let as_cleared = clearing.notes_as_cleared.map(|same| {
        let sentence = if same {
            "The discussion in this document is what was cleared."
        } else {
            "The notes were changed after that: the discussion in this document is not word for word what was cleared."
        };
        sentence.to_owned()
    });
    let again = clearing.resumed_because.trim();
    let again = (!again.is_empty()).then(|| format!("Taken up again the last time for this reason: {again}"));
    status.into_iter().chain(as_cleared).chain(again).collect()
}

/// A draft in figures: its number, when it went round and until when, its paragraphs, remarks, and how many of them were taken
/// and declined.
pub(in crate::outcome) fn draft(draft: &Draft, clock: &LocalClock) -> [String; 7] {
    let figures = [
        draft.paragraphs,
        draft.remarks_made,
        draft.remarks_taken,
        draft.remarks_declined,
    ]
    .map(|figure| figure.to_string());
    let [paragraphs, made, taken, declined] = figures;
    let times = [clock.moment(&draft.at), clock.moment(&draft.until)];
    let [at, until] = times;
    [draft.number.to_string(), at, until, paragraphs, made, taken, declined]
}

/// What became of a remark, and the word on it.
pub(in crate::outcome) fn answer(remark: &Remark) -> [&str; 3] {
    let verdict = match remark.verdict {
        Some(Verdict::Taken) => "Taken",
        Some(Verdict::Declined) => "Declined",
        None => "Not answered",
    };
    let between = if remark.word.is_empty() { "" } else { ": " };
    [verdict, between, &remark.word]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_is_told_with_what_is_not_on_it() {
        let told = Board {
            shown: 3,
            merged: 1,
            withdrawn: 2,
            ..Board::default()
        };
        let sentences = "3 contributions. 1 was merged into another. 2 were taken back.";
        assert_eq!(board(&told), sentences);
    }

    #[test]
    fn how_far_a_report_is_says_which_draft_the_room_saw_last() {
        let clock = LocalClock::in_zone("");
        let mut told = Clearing::default();
        assert_eq!(clearing_status(&told, &clock), None);
        told.drafts.push(Draft {
            number: 1,
            until: "2024-05-10T20:30:00Z".into(),
            ..Draft::default()
        });
        told.state = ReportState::Circulated;
        let status = "Draft 1 is with the room for remarks until 2024-05-10 20:30:00 UTC";
        assert_eq!(clearing_status(&told, &clock).as_deref(), Some(status));
        told.state = ReportState::Final;
        told.notes_as_cleared = Some(false);
        assert!(clearing(&told, &clock).join(" ").contains("not word for word"));
    }
}
