//! The polls.

use super::scene::{asked_by, asks, cast, choosing, does, given, options, paper, room, seat, seat_id, sentence, stamp};
use crate::room::command::{Command, PollCommand, PollKind, PollPaper};
use crate::room::event::Event;
use crate::room::ids::{OptionId, PollId};
use crate::room::limits::POLLS_MAX;
use crate::room::polls::PollResult;
use crate::room::refusal::Code;
use crate::room::seat::Role;
use crate::room::view::{Audience, PollState};
use std::collections::BTreeMap;

/// The prepared draft with a single choice of two.
const P1: PollId = PollId(1);
/// The prepared draft with a multiple choice of three.
const P2: PollId = PollId(2);
const OPEN: Command = Command::Polls(PollCommand::Open { poll: P1 });
const CLOSE: Command = Command::Polls(PollCommand::Close { poll: P1 });
const SHOW: Command = Command::Polls(PollCommand::Show { poll: P1 });
const HIDE: Command = Command::Polls(PollCommand::Hide { poll: P1 });

fn tally(counts: &[u32]) -> BTreeMap<OptionId, u32> {
    (1..).map(OptionId).zip(counts.iter().copied()).collect()
}

#[test]
fn the_polls_of_the_meeting_file_wait_as_drafts() {
    let view = room().view(Audience::Chair).polls;
    assert_eq!(view.order, [P1, P2]);
    assert!(view.items.values().all(|poll| poll.state == PollState::Draft));
}

#[test]
fn a_draft_is_kept_trimmed_with_its_bounds_written_out() {
    let given = PollPaper {
        question: " Which? ".to_owned(),
        min: Some(2),
        ..paper(PollKind::Multiple, &[" a", "b ", "c"])
    };
    let kept = PollPaper {
        question: "Which?".to_owned(),
        max: Some(3),
        ..PollPaper {
            min: Some(2),
            ..paper(PollKind::Multiple, &["a", "b", "c"])
        }
    };
    let drafted = Event::PollDrafted {
        poll: PollId(3),
        paper: kept,
        round: None,
    };
    assert_eq!(
        asks(&room(), "chair", PollCommand::Draft { paper: Box::new(given) }),
        Ok(vec![drafted])
    );
}

#[test]
fn a_single_choice_is_one_answer_whatever_bounds_are_written_beside_it() {
    let given = PollPaper {
        min: Some(0),
        max: Some(7),
        ..paper(PollKind::Single, &["a", "b"])
    };
    let kept = PollPaper {
        min: Some(1),
        max: Some(1),
        ..given.clone()
    };
    let answer = asks(&room(), "chair", PollCommand::Draft { paper: Box::new(given) });
    assert_eq!(
        answer,
        Ok(vec![Event::PollDrafted {
            poll: PollId(3),
            paper: kept,
            round: None
        }])
    );
}

#[test]
fn a_wording_that_does_not_hold_up_is_refused_with_the_reason() {
    let good = paper(PollKind::Multiple, &["a", "b"]);
    let many: Vec<String> = (0..21).map(|number| number.to_string()).collect();
    let with = |options: Vec<String>| PollPaper { options, ..good.clone() };
    for (paper, reason) in [
        (
            PollPaper {
                question: "  ".to_owned(),
                ..good.clone()
            },
            "The question is empty.",
        ),
        (
            PollPaper {
                question: "x".repeat(501),
                ..good.clone()
            },
            "The question is too long: at most 500 characters.",
        ),
        (
            PollPaper {
                question: "a\u{202e}b".to_owned(),
                ..good.clone()
            },
            "The question has a character that cannot be shown (U+202E).",
        ),
        (with(vec!["a".to_owned()]), "A poll offers 2 to 20 answers, not 1."),
        (with(many), "A poll offers 2 to 20 answers, not 21."),
        (with(vec!["a".to_owned(), " ".to_owned()]), "Answer 2 is empty."),
        (
            with(vec!["a".to_owned(), "x".repeat(201)]),
            "Answer 2 is too long: at most 200 characters.",
        ),
        (with(vec!["a".to_owned(), " a ".to_owned()]), "The answer “a” is there twice."),
        (
            PollPaper {
                min: Some(0),
                ..good.clone()
            },
            "A ballot cannot hold 0 to 2 of 2 answers.",
        ),
        (
            PollPaper {
                max: Some(3),
                ..good.clone()
            },
            "A ballot cannot hold 1 to 3 of 2 answers.",
        ),
        (
            PollPaper {
                min: Some(2),
                max: Some(1),
                ..good.clone()
            },
            "A ballot cannot hold 2 to 1 of 2 answers.",
        ),
    ] {
        for command in [
            PollCommand::Draft {
                paper: Box::new(paper.clone()),
            },
            PollCommand::Edit {
                poll: P1,
                paper: Box::new(paper.clone()),
            },
        ] {
            let answer = room().decide(&command.into(), &asked_by("chair", 1));
            assert_eq!(answer.as_ref().unwrap_err().code, Code::PollInvalid);
            assert_eq!(sentence(answer), reason);
        }
    }
}

#[test]
fn a_room_has_only_so_many_polls() {
    let mut room = room();
    let draft = Command::from(PollCommand::Draft {
        paper: Box::new(paper(PollKind::Single, &["a", "b"])),
    });
    for _ in room.polls.len()..POLLS_MAX {
        does(&mut room, "chair", 1, &draft);
    }
    assert_eq!(asks(&room, "chair", draft), Err(Code::TooMany));
}

#[test]
fn a_draft_is_changed_and_discarded_and_its_id_is_not_given_out_again() {
    let mut room = given([("chair", PollCommand::Discard { poll: P2 }.into())]);
    assert_eq!(asks(&room, "chair", PollCommand::Open { poll: P2 }), Err(Code::UnknownPoll));
    does(
        &mut room,
        "chair",
        9,
        &PollCommand::Draft {
            paper: Box::new(paper(PollKind::Single, &["a", "b"])),
        }
        .into(),
    );
    assert_eq!(room.view(Audience::Chair).polls.order, [P1, PollId(3)]);
    does(
        &mut room,
        "chair",
        9,
        &PollCommand::Edit {
            poll: P1,
            paper: Box::new(paper(PollKind::Single, &["Up", "Down"])),
        }
        .into(),
    );
    assert_eq!(room.view(Audience::Chair).polls.items[&P1].options[&OptionId(2)], "Down");
}

#[test]
fn what_people_have_seen_is_not_reworded() {
    for room in [given([("chair", OPEN)]), given([("chair", OPEN), ("chair", CLOSE)])] {
        let edit = PollCommand::Edit {
            poll: P1,
            paper: Box::new(paper(PollKind::Single, &["a", "b"])),
        };
        assert_eq!(asks(&room, "chair", edit), Err(Code::NotADraft));
        assert_eq!(asks(&room, "chair", PollCommand::Discard { poll: P1 }), Err(Code::NotADraft));
        assert_eq!(asks(&room, "chair", OPEN), Err(Code::NotADraft));
    }
}

#[test]
fn a_poll_that_is_not_there_is_unknown_to_every_command() {
    let poll = PollId(99);
    let paper = Box::new(paper(PollKind::Single, &["a", "b"]));
    for command in [
        PollCommand::Edit { poll, paper },
        PollCommand::Discard { poll },
        PollCommand::Open { poll },
        PollCommand::Close { poll },
        PollCommand::Show { poll },
        PollCommand::Hide { poll },
    ] {
        assert_eq!(asks(&room(), "chair", command), Err(Code::UnknownPoll));
    }
    assert_eq!(asks(&room(), "ana", cast(poll, &[1])), Err(Code::UnknownPoll));
}

#[test]
fn a_voter_cannot_tell_a_draft_from_a_poll_that_is_not_there() {
    let draft = room().decide(&cast(P1, &[1]), &asked_by("ana", 1));
    assert_eq!(sentence(draft), "There is no poll p1.");
}

#[test]
fn several_polls_are_open_at_once() {
    let room = given([("chair", OPEN), ("chair", PollCommand::Open { poll: P2 }.into())]);
    assert!(asks(&room, "ana", cast(P1, &[1])).is_ok());
    assert!(asks(&room, "ana", cast(P2, &[1])).is_ok());
}

#[test]
fn a_second_ballot_takes_the_place_of_the_first() {
    let mut room = given([
        ("chair", OPEN),
        ("ana", cast(P1, &[1])),
        ("ben", cast(P1, &[1])),
        ("ana", cast(P1, &[2])),
    ]);
    assert_eq!(room.view(Audience::Participant).polls.items[&P1].turnout, 2);
    does(&mut room, "chair", 9, &CLOSE);
    assert_eq!(room.view(Audience::Chair).polls.items[&P1].tally, Some(tally(&[1, 1])));
    assert_eq!(room.you(&seat_id("ana"), Role::Participant).ballots[&P1], options(&[2]));
}

#[test]
fn a_ballot_is_kept_in_the_papers_order() {
    let room = given([("chair", PollCommand::Open { poll: P2 }.into())]);
    let cast_events = vec![Event::BallotCast {
        poll: P2,
        voter: None,
        seat: seat_id("ana"),
        ballot: choosing(&[1, 3]),
    }];
    assert_eq!(asks(&room, "ana", cast(P2, &[3, 1])), Ok(cast_events));
}

#[test]
fn a_choice_that_does_not_fit_the_poll_is_refused() {
    let room = given([("chair", OPEN), ("chair", PollCommand::Open { poll: P2 }.into())]);
    for (poll, choice) in [
        (P1, vec![]),
        (P1, vec![1, 2]),
        (P1, vec![3]),
        (P1, vec![0]),
        (P2, vec![]),
        (P2, vec![1, 1]),
        (P2, vec![1, 4]),
        (P2, vec![1, 2, 3, 3]),
    ] {
        assert_eq!(
            asks(&room, "ana", cast(poll, &choice)),
            Err(Code::ChoiceInvalid),
            "{poll} {choice:?}"
        );
    }
}

#[test]
fn the_bounds_of_a_multiple_choice_hold() {
    let bounded = PollPaper {
        min: Some(2),
        max: Some(2),
        ..paper(PollKind::Multiple, &["a", "b", "c"])
    };
    let poll = PollId(3);
    let room = given([
        (
            "chair",
            PollCommand::Draft {
                paper: Box::new(bounded),
            }
            .into(),
        ),
        ("chair", PollCommand::Open { poll }.into()),
    ]);
    for (choice, fits) in [(vec![1], false), (vec![1, 3], true), (vec![1, 2, 3], false)] {
        assert_eq!(asks(&room, "ana", cast(poll, &choice)).is_ok(), fits, "{choice:?}");
    }
}

#[test]
fn a_closed_poll_takes_no_ballots_and_closes_once() {
    let room = given([("chair", OPEN), ("chair", CLOSE)]);
    assert_eq!(asks(&room, "ana", cast(P1, &[1])), Err(Code::PollNotOpen));
    assert_eq!(asks(&room, "cochair", CLOSE), Err(Code::PollNotOpen));
    assert_eq!(asks(&room, "chair", PollCommand::Close { poll: P2 }), Err(Code::PollNotOpen));
}

#[test]
fn the_opening_fixes_the_electorate_and_the_close_the_tally() {
    let mut room = given([("chair", OPEN), ("ana", cast(P1, &[2]))]);
    room.apply(
        &stamp("dora", 5),
        &Event::SeatTaken {
            seat: seat("dora", Role::Participant),
        },
    );
    let closed = Event::PollClosed {
        poll: P1,
        result: Box::new(PollResult {
            electorate: 3,
            tally: tally(&[0, 1]),
            ballots: 1,
            ..PollResult::default()
        }),
    };
    assert_eq!(asks(&room, "chair", CLOSE), Ok(vec![closed]));
    does(&mut room, "chair", 6, &CLOSE);
    room.apply(
        &stamp("elif", 7),
        &Event::SeatTaken {
            seat: seat("elif", Role::Participant),
        },
    );
    assert_eq!(room.view(Audience::Participant).polls.items[&P1].electorate, 3);
}

#[test]
fn only_a_closed_poll_has_a_result_to_show() {
    for room in [room(), given([("chair", OPEN)])] {
        assert_eq!(asks(&room, "chair", SHOW), Err(Code::PollNotClosed));
        assert_eq!(asks(&room, "chair", HIDE), Err(Code::PollNotClosed));
    }
    let mut room = given([("chair", OPEN), ("chair", CLOSE)]);
    assert_eq!(asks(&room, "chair", SHOW), Ok(vec![Event::ResultShown { poll: P1 }]));
    does(&mut room, "chair", 8, &SHOW);
    assert!(room.view(Audience::Screen).polls.items[&P1].tally.is_some());
    assert_eq!(asks(&room, "chair", HIDE), Ok(vec![Event::ResultHidden { poll: P1 }]));
    does(&mut room, "chair", 9, &HIDE);
    assert!(room.view(Audience::Screen).polls.items[&P1].tally.is_none());
}

#[test]
fn whoever_has_no_seat_does_not_vote() {
    let room = given([("chair", OPEN)]);
    let mut stranger = asked_by("stranger", 1);
    stranger.role = Role::Participant;
    assert_eq!(room.decide(&cast(P1, &[1]), &stranger).unwrap_err().code, Code::UnknownSeat);
}
