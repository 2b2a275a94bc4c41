//! What an outcome tells of a room, and what it keeps back.

use crate::fixture::{Story, busy, closed, person, seat, text};
use roundtable::outcome::{Document, Status};
use roundtable::room::event::{Attribution, Event};
use roundtable::room::ids::PollId;
use roundtable::room::seat::Role;

#[test]
fn participants_are_counted_by_class_and_delegation() {
    let figures = closed(Attribution::OnTheRecord).outcome().participation;
    let by_class = [
        figures.states,
        figures.organizations,
        figures.stakeholders,
        figures.not_stated,
    ];
    assert_eq!((figures.participants, by_class, figures.delegations), (5, [2, 1, 1, 1], 4));
}

#[test]
fn chair_and_rapporteur_are_named_once_each() {
    let mut story = Story::begin(Attribution::OnTheRecord);
    for id in ["phone", "laptop"] {
        story.join(id, Role::Chair, person("Amina Diallo", "Senegal", None));
    }
    story.join("nameless", Role::Rapporteur, person("", "", None));
    let outcome = story.outcome();
    assert_eq!(outcome.chairs, ["Amina Diallo, Senegal"]);
    assert!(outcome.rapporteurs.is_empty());
}

#[test]
fn drafts_of_polls_are_left_out_and_open_polls_have_no_result() {
    let outcome = busy(Attribution::OnTheRecord).outcome();
    let told: Vec<(&str, bool)> = outcome
        .polls
        .iter()
        .map(|poll| (poll.id.as_str(), poll.result.is_some()))
        .collect();
    // p1 was shown, p2 was closed and not shown, p3 is a draft, p4 takes ballots.
    assert_eq!(told, [("p1", true), ("p2", false), ("p4", false)]);
    assert!(
        outcome.polls[1..]
            .iter()
            .flat_map(|poll| &poll.answers)
            .all(|answer| answer.ballots.is_none())
    );
}

#[test]
fn the_final_document_has_every_result_with_its_base() {
    let outcome = closed(Attribution::OnTheRecord).outcome();
    assert_eq!(outcome.status, Status::Final);
    let bases: Vec<&str> = outcome
        .polls
        .iter()
        .filter_map(|poll| poll.result.as_ref())
        .map(|result| result.base.as_str())
        .collect();
    assert_eq!(
        bases,
        [
            "3 of 5 participants answered",
            "2 of 5 participants answered",
            "0 of 5 participants answered"
        ]
    );
    assert_eq!(outcome.polls[0].answers[0].percent, Some(67));
    assert_eq!(outcome.polls[2].answers[0].percent, None);
    assert!(text(Document::Markdown, &outcome).contains("An indication, not a vote"));
}

#[test]
fn a_draft_says_so_at_its_top_and_a_final_document_does_not() {
    let (draft, end) = (
        busy(Attribution::OnTheRecord).outcome(),
        closed(Attribution::OnTheRecord).outcome(),
    );
    for document in [Document::Markdown, Document::Html] {
        let top = |outcome| text(document, outcome).split("Attribution").next().unwrap().to_owned();
        assert!(top(&draft).contains("Draft. The session is still open"));
        assert!(!top(&end).contains("Draft"));
    }
}

#[test]
fn what_is_closed_to_the_outside_leaves_figures_alone() {
    let mut story = busy(Attribution::Closed);
    story.then(Event::ResultShown { poll: PollId(2) });
    let outcome = story.outcome();
    assert_eq!(
        (outcome.participation.participants, outcome.floor.speeches, outcome.polls_held),
        (5, 6, 3)
    );
    for document in Document::ALL {
        let text = text(document, &outcome);
        for secret in [
            "Diallo",
            "Fernández",
            "李明",
            "holds strategies back",
            "Budget",
            "People and skills",
        ] {
            assert!(!text.contains(secret), "{secret} is in {}", document.file_name());
        }
    }
    assert!(text(Document::Markdown, &outcome).contains("nothing that was said or written may leave the room"));
}

#[test]
fn a_room_opened_again_gives_a_draft_of_the_next_revision() {
    let mut story = closed(Attribution::OnTheRecord);
    story.then(Event::RoomReopened);
    let outcome = story.outcome();
    assert_eq!(
        (outcome.status, outcome.revision, outcome.closed_at),
        (Status::Draft, 2, None)
    );
}

#[test]
fn an_empty_room_has_an_outcome_too() {
    let story = Story::begin(Attribution::OnTheRecord);
    let outcome = story.outcome();
    assert!(text(Document::Markdown, &outcome).contains("Nobody took the floor"));
    assert!(
        Document::ALL
            .iter()
            .all(|document| !document.render(&outcome).unwrap().is_empty())
    );
}

#[test]
fn a_speaker_whose_seat_is_not_known_leaves_a_blank_and_no_panic() {
    let mut story = Story::begin(Attribution::OnTheRecord);
    story.speak(1, seat("ghost").as_str(), 5);
    assert_eq!(story.outcome().floor.interventions[0].speaker, "");
}
