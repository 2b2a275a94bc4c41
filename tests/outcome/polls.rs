//! What an outcome tells of polls of every kind, and what it keeps back.

use crate::fixture::polls::{DELEGATIONS, polled, polled_and_closed};
use crate::fixture::{Story, busy, chosen, paper, text};
use roundtable::outcome::{Document, Outcome, Poll};
use roundtable::room::command::{PollKind, Secrecy};
use roundtable::room::event::Attribution;

fn poll<'a>(outcome: &'a Outcome, id: &str) -> &'a Poll {
    outcome.polls.iter().find(|poll| poll.id == id).unwrap()
}

/// Every file of the outcome, one after the other.
fn everything(outcome: &Outcome) -> String {
    Document::ALL.map(|document| text(document, outcome)).concat()
}

#[test]
fn texts_that_the_chair_did_not_let_through_are_in_no_document() {
    for rule in [Attribution::OnTheRecord, Attribution::ChathamHouse] {
        for story in [polled(rule), polled_and_closed(rule)] {
            let outcome = story.outcome();
            let told = everything(&outcome);
            assert!(told.contains("A shared point of contact") && !told.contains("held back"));
            let held: Vec<u32> = ["p9", "p10", "p11"]
                .map(|id| poll(&outcome, id).result.as_ref().unwrap().texts_held)
                .into();
            assert_eq!(held, [1, 1, 1]);
        }
    }
}

#[test]
fn a_void_poll_has_its_reason_and_no_figure() {
    let outcome = polled_and_closed(Attribution::OnTheRecord).outcome();
    let void = poll(&outcome, "p12");
    assert_eq!(
        (void.void_reason.as_deref(), &void.result),
        (Some("One city was missing"), &None)
    );
    assert!(
        void.answers
            .iter()
            .all(|answer| answer.ballots.is_none() && answer.percent.is_none())
    );
    assert!(text(Document::Markdown, &outcome).contains("Declared void: One city was missing. It has no result."));
    let table = text(Document::Polls, &outcome);
    let lines: Vec<&str> = table.lines().filter(|line| line.starts_with("p12,")).collect();
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line.contains(",void,,,")), "{lines:#?}");
}

#[test]
fn off_the_record_a_void_poll_is_told_as_void_without_the_chairs_reason() {
    let outcome = polled_and_closed(Attribution::ChathamHouse).outcome();
    assert_eq!(poll(&outcome, "p12").void_reason.as_deref(), Some(""));
    let told = everything(&outcome);
    assert!(!told.contains("One city was missing") && told.contains("Declared void. It has no result."));
    assert!(text(Document::Polls, &outcome).contains(",void,,,"));
}

#[test]
fn a_draft_tells_no_figure_that_the_room_was_not_shown() {
    let outcome = polled(Attribution::OnTheRecord).outcome();
    let grid = poll(&outcome, "p4");
    assert_eq!((grid.result.is_none(), grid.answers[0].ballots), (true, None));
    let told = text(Document::Markdown, &outcome);
    assert!(told.contains("the room has not been shown the result yet"));
    let table = text(Document::Polls, &outcome);
    assert_eq!(table.lines().filter(|line| line.starts_with("p4,")).count(), 3);
}

#[test]
fn a_result_that_the_room_was_never_shown_is_marked_so_in_every_form() {
    let outcome = polled_and_closed(Attribution::OnTheRecord).outcome();
    let (unseen, seen): (Vec<&Poll>, Vec<&Poll>) = { outcome.polls.iter() }
        .filter(|poll| poll.result.is_some())
        .partition(|poll| poll.not_shown);
    assert!(!unseen.is_empty() && !seen.is_empty());
    for document in [Document::Markdown, Document::Html, Document::Json] {
        let told = text(document, &outcome);
        let mark = if document == Document::Json {
            "not_shown"
        } else {
            "The room was not shown this result."
        };
        assert_eq!(told.matches(mark).count(), unseen.len(), "{document:?}");
    }
    let table = text(Document::Polls, &outcome);
    let marked = |poll: &Poll, mark| {
        let mut lines = table.lines().filter(|line| line.starts_with(&format!("{},", poll.id)));
        lines.all(|line| line.ends_with(mark))
    };
    assert!(unseen.iter().all(|poll| marked(poll, ",no")) && seen.iter().all(|poll| marked(poll, ",yes")));
}

#[test]
fn who_voted_how_is_told_of_named_polls_in_a_room_on_the_record_alone() {
    let outcome = polled_and_closed(Attribution::OnTheRecord).outcome();
    let with_roll: Vec<&str> = outcome
        .polls
        .iter()
        .filter(|poll| poll.result.as_ref().is_some_and(|result| !result.roll.is_empty()))
        .map(|poll| poll.id.as_str())
        .collect();
    assert_eq!(with_roll, ["p3", "p9"]);
    let roll = &poll(&outcome, "p3").result.as_ref().unwrap().roll;
    let entered: Vec<&str> = roll
        .iter()
        .filter(|line| line.entered)
        .map(|line| line.voter.as_str())
        .collect();
    assert_eq!(entered, ["Tonga"]);
    for rule in [Attribution::ChathamHouse, Attribution::Closed] {
        let told = everything(&polled_and_closed(rule).outcome());
        for (_, delegation) in DELEGATIONS.iter().chain(&[("", "Tonga"), ("", "Voter v")]) {
            assert!(!told.contains(delegation), "{delegation} is told under {rule:?}");
        }
    }
}

#[test]
fn what_the_chair_alone_was_shown_is_in_no_document() {
    for secrecy in [Secrecy::Chair, Secrecy::Undisclosed] {
        let mut story = busy(Attribution::OnTheRecord);
        let mut of_the_chair = paper("Who stays?", PollKind::Single, &["Stays", "Leaves"], None);
        of_the_chair.rules.secrecy = secrecy;
        story.drafts(5, of_the_chair);
        story.opens(5);
        story.casts(5, "c", chosen(&[1]));
        story.closes(5);
        story.then(roundtable::room::event::Event::RoomClosed { revision: 1 });
        let outcome = story.outcome();
        let told = poll(&outcome, "p5");
        assert_eq!(told.answers[0].ballots, Some(1));
        assert!(told.result.as_ref().unwrap().roll.is_empty());
        let part = serde_json::to_string(told).unwrap();
        assert!(!part.contains("李明") && !part.contains("Telecommunication"), "{part}");
    }
}

#[test]
fn percentages_are_of_the_base_that_the_poll_names() {
    let outcome = polled_and_closed(Attribution::OnTheRecord).outcome();
    let stands = |id: &str| {
        let poll = poll(&outcome, id);
        let result = poll.result.as_ref().unwrap();
        (result.percent_base_number, poll.answers[0].ballots, poll.answers[0].percent)
    };
    // Of 9 valid ballots, 7 are 78 %; of 13 entitled, 4 are 31 %.
    assert_eq!(stands("p3"), (9, Some(7), Some(78)));
    assert_eq!(stands("p7"), (13, Some(4), Some(31)));
    let sentence = |id: &str| poll(&outcome, id).result.as_ref().unwrap().percent_of.clone();
    assert_eq!(
        sentence("p3"),
        "Percentages are of the 9 valid ballots, those without abstentions."
    );
    assert_eq!(sentence("p8"), "", "shares of points are not shares of ballots");
}

#[test]
fn a_group_of_fewer_than_five_is_in_no_document() {
    let outcome = polled_and_closed(Attribution::OnTheRecord).outcome();
    for poll in &outcome.polls {
        let groups = poll
            .result
            .iter()
            .flat_map(|result| result.by_class.values().chain(result.by_region.values()));
        assert!(groups.into_iter().all(|group| group.ballots >= 5), "{}", poll.id);
    }
    assert!(text(Document::Markdown, &outcome).contains("Groups with fewer than 5 ballots are not told"));
}

#[test]
fn the_stamp_is_missing_where_it_was_switched_off() {
    let outcome = polled_and_closed(Attribution::OnTheRecord).outcome();
    let stamped = |id: &str| !poll(&outcome, id).weight.is_empty();
    assert_eq!((stamped("p2"), stamped("p3")), (true, false));
    let told = text(Document::Markdown, &outcome);
    assert_eq!(
        told.matches("An indication, not a vote").count(),
        10,
        "twelve polls, one void, one without the stamp"
    );
}

/// A spreadsheet sums the old columns over all lines, and finds every other figure by its name.
#[test]
fn the_table_of_polls_can_be_summed_and_filtered() {
    let bytes = Document::Polls
        .render(&polled_and_closed(Attribution::OnTheRecord).outcome())
        .unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let head = reader.headers().unwrap().clone();
    let first = [
        "poll",
        "question",
        "kind",
        "state",
        "electorate",
        "ballots_cast",
        "option",
        "answer",
        "ballots",
        "percent",
    ];
    assert_eq!(head.iter().take(10).collect::<Vec<_>>(), first);
    let column = |name: &str| head.iter().position(|head| head == name).unwrap();
    let (id, figure, ballots, value) = (column("poll"), column("figure"), column("ballots"), column("value"));
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let sum = |poll: &str, wanted: &str, of: usize| -> u32 {
        let lines = lines
            .iter()
            .filter(|line| &line[id] == poll && (wanted.is_empty() || &line[figure] == wanted));
        lines.filter_map(|line| line[of].parse::<u32>().ok()).sum()
    };
    assert_eq!((sum("p1", "", ballots), sum("p2", "", ballots)), (13, 12));
    assert_eq!((sum("p2", "class", value), sum("p2", "region", value)), (12, 6));
    assert_eq!((sum("p4", "step", value), sum("p4", "skipped", value)), (32, 7));
    assert_eq!((sum("p6", "borda", value), sum("p6", "runoff", value)), (15, 10));
    assert_eq!((sum("p8", "points", value), sum("p8", "", ballots)), (300, 0));
    assert_eq!((sum("p10", "written", value), sum("p11", "support", value)), (3, 3));
    assert!(
        lines.iter().any(|line| &line[column("answer")] == "'=People"),
        "what voters write is no formula"
    );
}

#[test]
fn a_poll_asked_again_says_of_which_it_is_a_round() {
    let outcome = polled_and_closed(Attribution::OnTheRecord).outcome();
    let told = text(Document::Markdown, &outcome);
    assert!(told.contains("Second round of poll 1.") && told.contains("| Answer | First round | Second round |"));
}

#[test]
fn a_room_without_polls_has_no_section_of_them() {
    let told = text(Document::Markdown, &Story::begin(Attribution::OnTheRecord).outcome());
    assert!(!told.contains("## Polls"));
}
