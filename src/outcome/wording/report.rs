//! What is said of the board of contributions and of the clearing of the report.

use super::clock::LocalClock;
use super::count;
use super::labels::listed_points;
use crate::outcome::combined::RoomSummary;
use crate::outcome::contents::{Board, Card, ChangedAfter, Clearing, Draft, Outcome, PassageChange, Remark, Status};
use crate::room::command::Verdict;
use crate::room::view::ReportState;

/// What the plenary's list is.
pub(in crate::outcome) const PLENARY: &str = "The messages of the rooms, and the points that the plenary supported, put first or found to be \
                                              said in more than one room. Support is an indication, not a vote.";

/// What the partnerships are.
pub(in crate::outcome) const PARTNERSHIPS: &str = "What two delegations agreed on in the matchmaking, in their own words. Both have let it \
                                                   into this report; other agreements are not in it.";

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
    match card.points.as_slice() {
        [] => "–".to_owned(),
        points => listed_points(points),
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

/// How far the report is, in a line. Of an open room nothing where it was never circulated; a sealed one says that, too, because it
/// stays so. Only what the room saw is called cleared.
pub(in crate::outcome) fn clearing_status(outcome: &Outcome) -> Option<String> {
    let (clearing, clock) = (&outcome.clearing, LocalClock::of(outcome));
    if outcome.status == Status::Final && clearing.state != ReportState::Final {
        return Some(format!("Not final: {}", left_at(outcome)));
    }
    let last = clearing.drafts.last()?;
    let number = last.number;
    let at = clearing.final_at.as_deref().map(|at| clock.moment(at));
    Some(match (clearing.state, &clearing.changed_after) {
        (ReportState::Final, None) => match at {
            Some(at) => format!("Cleared with the room in draft {number}, {at}"),
            None => format!("Cleared with the room in draft {number}"),
        },
        (ReportState::Final, Some(changed)) => {
            let at = at.map(|at| format!(", {at}")).unwrap_or_default();
            format!("Final{at}. {}", changed_after(changed))
        }
        (ReportState::Circulated, _) => format!(
            "Draft {number} is with the room for remarks until {}",
            clock.moment(&last.until)
        ),
        (ReportState::Commented, _) => format!("Draft {number} was with the room; the remarks are being answered"),
        (ReportState::Draft, _) => format!("Being written again after draft {number}"),
    })
}

/// Where a room left its report when it closed without finishing it.
fn left_at(outcome: &Outcome) -> String {
    let clearing = &outcome.clearing;
    let Some(last) = clearing.drafts.last() else {
        return "no draft was circulated to the room".to_owned();
    };
    let number = last.number;
    let answered = |draft: &Draft| draft.remarks_taken.saturating_add(draft.remarks_declined);
    let waiting = clearing
        .drafts
        .iter()
        .map(|draft| draft.remarks_made.saturating_sub(answered(draft)));
    let unanswered = match waiting.sum() {
        0 => String::new(),
        waiting => format!(", with {} unanswered", count(waiting, "remark", "remarks")),
    };
    // The close ends the time for remarks; then both are of the same moment.
    let was_asked = outcome.closed_at.as_ref().is_some_and(|at| last.until >= *at);
    match clearing.state {
        ReportState::Draft => format!("closed while it was written again after draft {number}{unanswered}"),
        _ if was_asked => format!("closed while draft {number} took remarks{unanswered}"),
        _ => format!("closed after the remarks on draft {number}{unanswered}"),
    }
}

/// What the room did not see, in figures.
fn changed_after(changed: &ChangedAfter) -> String {
    let paragraphs = count(changed.changed, "paragraph", "paragraphs");
    format!(
        "Changed after draft {}, which the room saw: {paragraphs} changed, {} added, {} taken out",
        changed.draft, changed.added, changed.taken_out
    )
}

/// How far the report of a room is, where nothing is told of its drafts.
pub(in crate::outcome) fn state(room: &RoomSummary) -> &'static str {
    match (room.report, room.status) {
        (ReportState::Final, _) if room.report_changed => "Final, changed after the last draft that the room saw",
        (ReportState::Final, _) => "Cleared with the room",
        (ReportState::Draft, Status::Draft) => "Not cleared with the room",
        (ReportState::Circulated, Status::Draft) => "With the room for remarks",
        (ReportState::Commented, Status::Draft) => "Remarks of the room are being answered",
        (ReportState::Draft | ReportState::Circulated | ReportState::Commented, Status::Final) => {
            "Not final: the room closed before it was cleared"
        }
    }
}

/// What has to be known of the clearing beside its drafts and remarks.
pub(in crate::outcome) fn clearing(outcome: &Outcome) -> Vec<String> {
    let clearing = &outcome.clearing;
    let status = clearing_status(outcome).map(|status| format!("{status}."));
    let is_final = clearing.state == ReportState::Final;
    let changed = clearing.changed_after.as_ref();
    let again = clearing.resumed_because.trim();
    let again = (!again.is_empty()).then(|| format!("Taken up again the last time for this reason: {again}"));
    // The status of a final report says it already.
    let changed_since = changed
        .filter(|_| !is_final)
        .map(|changed| format!("{}.", changed_after(changed)));
    let stands = clearing.notes_as_cleared.map(|same| notes_stand(clearing, same).to_owned());
    status.into_iter().chain(changed_since).chain(stands).chain(again).collect()
}

/// What the discussion in the document is, now that the report is final.
fn notes_stand(clearing: &Clearing, is_as_finished: bool) -> &'static str {
    let of_last = clearing.drafts.last().map(|draft| draft.sha256.as_str());
    match (is_as_finished, &clearing.changed_after) {
        (true, Some(_)) => {
            "The discussion in this document is what became final. The room saw all of it in that draft but what is named here."
        }
        // How paragraphs are set can differ where none of them does; of a closed room no hash is told.
        (true, None) if clearing.sha256.is_some() && clearing.sha256.as_deref() != of_last => {
            "Every paragraph of this document's discussion was cleared; only how they are set was changed after the draft."
        }
        (true, None) => "The discussion in this document is what was cleared.",
        (false, _) => {
            "The notes were changed after that: the discussion in this document is not word for word what became final."
        }
    }
}

/// What became of a paragraph after the last draft.
pub(in crate::outcome) fn passage_change(change: PassageChange) -> &'static str {
    match change {
        PassageChange::Changed => "Changed",
        PassageChange::Added => "Added",
        PassageChange::TakenOut => "Taken out",
    }
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
}
