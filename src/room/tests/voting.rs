//! Who votes, once each, and what a ballot that is refused hears.

use super::scene::{NOON, asked_by, asks, choosing, does, paper, room, seat_id, sentence, stamp};
use crate::room::Room;
use crate::room::command::{
    Ballot, Command, Per, PollCommand, PollKind, PollPaper, Results, SeatCommand, Secrecy, Voters, VotingRules,
};
use crate::room::event::Event;
use crate::room::ids::{Millis, PollId, SeatId};
use crate::room::polls::texts::TextId;
use crate::room::refusal::Code;
use crate::room::seat::{Profile, Role, Seat};
use crate::room::touched::Section;
use crate::room::view::Audience;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The poll that a test drafts and opens.
pub(super) const P3: PollId = PollId(3);

fn of(name: &str, delegation: Option<&str>) -> Profile {
    Profile {
        name: Some(name.to_owned()),
        delegation: delegation.map(str::to_owned),
        ..Profile::default()
    }
}

pub(super) fn joins(room: &mut Room, name: &str, delegation: Option<&str>) {
    let seat = Seat {
        id: seat_id(name),
        role: Role::Participant,
        profile: of(name, delegation),
        issue: 0,
    };
    room.apply(&stamp(name, 1), &Event::SeatTaken { seat });
}

/// A single choice of three under these rules, opened before those who stand here: one from Tonga, two from Kenya.
pub(super) fn opened(rules: VotingRules) -> Room {
    opened_as(PollPaper {
        rules,
        ..paper(PollKind::Single, &["Red", "Green", "Blue"])
    })
}

pub(super) fn opened_as(paper: PollPaper) -> Room {
    let mut room = room();
    joins(&mut room, "tonga", Some("Tonga"));
    joins(&mut room, "kenya", Some("Kenya"));
    joins(&mut room, "kenya2", Some(" KENYA "));
    let draft = PollCommand::Draft { paper: Box::new(paper) };
    does(&mut room, "chair", 1, &draft.into());
    does(&mut room, "chair", 2, &PollCommand::Open { poll: P3 }.into());
    room
}

pub(super) fn per_delegation() -> VotingRules {
    VotingRules {
        per: Per::Delegation,
        ..VotingRules::default()
    }
}

/// Votes as a participant, whoever is in the scene.
pub(super) fn votes(room: &mut Room, name: &str, choice: u32) -> Result<(), (Code, String)> {
    votes_with(room, name, choosing(&[choice]))
}

pub(super) fn votes_with(room: &mut Room, name: &str, ballot: Box<Ballot>) -> Result<(), (Code, String)> {
    let mut context = asked_by(name, 10);
    context.role = room.seats.get(&seat_id(name)).map_or(Role::Participant, |seat| seat.role);
    let command = Command::from(PollCommand::Cast { poll: P3, ballot });
    let events = room
        .decide(&command, &context)
        .map_err(|refusal| (refusal.code, refusal.message))?;
    events.iter().for_each(|event| room.apply(&stamp(name, 10), event));
    Ok(())
}

fn refused(code: Code, sentence: &str) -> Result<(), (Code, String)> {
    Err((code, sentence.to_owned()))
}

pub(super) fn renames(room: &mut Room, name: &str, delegation: &str) {
    let updated = Event::SeatUpdated {
        seat: seat_id(name),
        profile: of(name, Some(delegation)),
    };
    room.apply(&stamp(name, 11), &updated);
}

pub(super) fn closes(room: &mut Room) {
    does(room, "chair", 20, &PollCommand::Close { poll: P3 }.into());
}

pub(super) fn tally(room: &Room) -> Vec<u32> {
    room.polls
        .get(P3)
        .unwrap()
        .result
        .as_ref()
        .unwrap()
        .tally
        .values()
        .copied()
        .collect()
}

#[test]
fn a_second_ballot_is_refused_where_ballots_are_final() {
    let mut room = opened(VotingRules {
        is_final: true,
        ..VotingRules::default()
    });
    assert_eq!(votes(&mut room, "ana", 1), Ok(()));
    let twice = "Your ballot is in already, and ballots of this poll are final.";
    assert_eq!(votes(&mut room, "ana", 2), refused(Code::AlreadyVoted, twice));
    closes(&mut room);
    assert_eq!(tally(&room), [1, 0, 0]);
}

#[test]
fn the_second_phone_of_a_delegation_replaces_its_ballot_or_is_refused_where_it_is_final() {
    let mut room = opened(per_delegation());
    assert_eq!(votes(&mut room, "kenya", 1), Ok(()));
    assert_eq!(votes(&mut room, "kenya2", 2), Ok(()));
    closes(&mut room);
    assert_eq!(tally(&room), [0, 1, 0]);
    let mut room = opened(VotingRules {
        is_final: true,
        ..per_delegation()
    });
    assert_eq!(votes(&mut room, "kenya", 1), Ok(()));
    let twice = "Your delegation's ballot is in already, and ballots of this poll are final.";
    assert_eq!(votes(&mut room, "kenya2", 2), refused(Code::AlreadyVoted, twice));
}

#[test]
fn a_seat_that_calls_itself_otherwise_stays_the_voter_it_was() {
    let mut room = opened(per_delegation());
    assert_eq!(votes(&mut room, "tonga", 1), Ok(()));
    renames(&mut room, "tonga", "Kenya");
    assert_eq!(votes(&mut room, "tonga", 2), Ok(()));
    closes(&mut room);
    assert_eq!(tally(&room), [0, 1, 0], "Tonga changed its ballot; Kenya has not voted");
}

#[test]
fn the_roll_calls_a_delegation_as_it_was_called_when_the_poll_opened() {
    let mut room = opened(VotingRules {
        secrecy: Secrecy::Named,
        results: Results::Live,
        ..per_delegation()
    });
    assert_eq!(votes(&mut room, "tonga", 1), Ok(()));
    renames(&mut room, "tonga", "Japan");
    let roll = room.view(Audience::Screen).polls.items[&P3].roll.clone().unwrap();
    let called: Vec<String> = roll.into_values().map(|line| line.voter).collect();
    assert_eq!(called, ["Tonga"]);
}

#[test]
fn who_takes_a_delegations_name_later_does_not_read_its_ballot() {
    let mut room = opened(per_delegation());
    assert_eq!(votes(&mut room, "tonga", 3), Ok(()));
    joins(&mut room, "spy", Some("tonga"));
    let you = room.you(&seat_id("spy"), Role::Participant);
    assert_eq!(you.cast.get(&P3), Some(&Ballot::default()), "only that it is in");
    assert!(!you.ballots.contains_key(&P3));
}

#[test]
fn whoever_is_not_of_the_electorate_is_told_so() {
    let mut room = opened(VotingRules {
        voters: Voters {
            delegations: vec!["TONGA".to_owned()],
            ..Voters::default()
        },
        ..VotingRules::default()
    });
    let not_among = "You are not among those who may vote in poll p3; that was fixed when it opened.";
    assert_eq!(votes(&mut room, "kenya", 1), refused(Code::NotEntitled, not_among));
    assert_eq!(
        votes(&mut room, "chair", 1),
        refused(Code::NotEntitled, "Only participants vote in this poll.")
    );
    joins(&mut room, "late", Some("Tonga"));
    assert_eq!(votes(&mut room, "late", 1), refused(Code::NotEntitled, not_among));
    assert_eq!(room.you(&seat_id("late"), Role::Participant).barred, [P3]);
    assert_eq!(votes(&mut room, "tonga", 1), Ok(()));
}

#[test]
fn a_poll_does_not_open_before_somebody_who_may_vote_has_joined() {
    let mut room = room();
    let rules = VotingRules {
        voters: Voters {
            delegations: vec!["Tonga".to_owned()],
            ..Voters::default()
        },
        ..VotingRules::default()
    };
    let paper = PollPaper {
        rules,
        ..paper(PollKind::Single, &["Red", "Green"])
    };
    does(&mut room, "chair", 1, &PollCommand::Draft { paper: Box::new(paper) }.into());
    assert_eq!(
        asks(&room, "chair", PollCommand::Open { poll: P3 }),
        Err(Code::NobodyEntitled)
    );
}

#[test]
fn a_ballot_after_the_deadline_is_late_whether_or_not_the_poll_has_been_closed() {
    let mut room = opened(VotingRules {
        duration_s: Some(5),
        ..VotingRules::default()
    });
    assert_eq!(room.due_at(), Some(Millis(NOON + 7_000)));
    assert_eq!(
        votes(&mut room, "ana", 1),
        refused(Code::PollNotOpen, "The time of poll p3 is over.")
    );
    let restored = Room::restore(&room.snapshot()).unwrap();
    assert_eq!(restored.decide_due(Millis(NOON + 6_999), None), []);
    let due = room.decide_due(Millis(NOON + 7_000), None);
    assert!(matches!(due.as_slice(), [Event::PollClosed { poll: P3, .. }]));
    due.iter().for_each(|event| room.apply(&stamp("chair", 12), event));
    assert_eq!(votes(&mut room, "ana", 1), refused(Code::PollNotOpen, "Poll p3 is closed."));
    assert_eq!(room.due_at(), None);
}

#[test]
fn a_deadline_is_moved_and_taken_away() {
    let mut room = opened(VotingRules::default());
    let deadline = |in_s| PollCommand::Deadline { poll: P3, in_s };
    does(&mut room, "chair", 3, &deadline(Some(60)).into());
    assert_eq!(room.due_at(), Some(Millis(NOON + 63_000)));
    does(&mut room, "chair", 4, &deadline(None).into());
    assert_eq!(room.due_at(), None);
    assert_eq!(asks(&room, "chair", deadline(Some(4))), Err(Code::OutOfBounds));
}

#[test]
fn ballots_that_do_not_fit_are_told_why() {
    let mut room = opened(VotingRules::default());
    for (choice, reason) in [
        (vec![4], "The poll offers no answer o4."),
        (vec![1, 2], "This poll takes exactly one answer; the ballot names 2."),
        (vec![1, 1], "The ballot names o1 twice."),
        (vec![1, 2, 3, 3], "The poll takes at most 1 answers; the ballot names 4."),
    ] {
        let answer = votes_with(&mut room, "ana", choosing(&choice));
        assert_eq!(answer, refused(Code::ChoiceInvalid, reason));
    }
    assert_eq!(room.polls.get(P3).unwrap().turnout(), 0);
}

#[test]
fn a_ranking_with_a_gap_and_points_that_do_not_add_up_are_refused() {
    let mut ranking = opened_as(PollPaper {
        min: Some(3),
        ..paper(PollKind::Ranking, &["a", "b", "c"])
    });
    let answer = votes_with(&mut ranking, "ana", choosing(&[1, 3]));
    assert_eq!(answer.unwrap_err().0, Code::ChoiceInvalid);
    let mut points = paper(PollKind::Points, &["a", "b"]);
    points.form.points = Some(10);
    let mut points = opened_as(points);
    let ballot = Ballot {
        marks: [(crate::room::ids::OptionId(1), 9)].into(),
        ..Ballot::default()
    };
    assert_eq!(
        votes_with(&mut points, "ana", Box::new(ballot)).unwrap_err().0,
        Code::ChoiceInvalid
    );
}

fn writing(text: &str) -> Box<Ballot> {
    Box::new(Ballot {
        texts: vec![text.to_owned()],
        ..Ballot::default()
    })
}

#[test]
fn ten_megabytes_of_text_and_markup_are_refused() {
    let mut room = opened_as(paper(PollKind::Text, &[]));
    assert_eq!(
        votes_with(&mut room, "ana", writing(&"x".repeat(10_000_000))),
        refused(Code::TextInvalid, "The text is too long: at most 500 characters.")
    );
    assert_eq!(
        votes_with(&mut room, "ana", writing("<b>Water</b>")),
        refused(
            Code::TextInvalid,
            "The text has markup (“<b>Water</b>”); write it in plain words."
        )
    );
}

#[test]
fn a_poll_without_answers_closing_twice_and_an_edit_after_the_opening_are_refused() {
    let mut room = opened(VotingRules::default());
    let none = PollCommand::Draft {
        paper: Box::new(paper(PollKind::Single, &[])),
    };
    let edit = PollCommand::Edit {
        poll: P3,
        paper: Box::new(paper(PollKind::Single, &["a", "b"])),
    };
    closes(&mut room);
    for (command, code, reason) in [
        (none, Code::PollInvalid, "A poll offers 2 to 20 answers, not 0."),
        (
            PollCommand::Close { poll: P3 },
            Code::PollNotOpen,
            "Poll p3 is closed already.",
        ),
        (edit, Code::NotADraft, "Poll p3 is not a draft any more: it was opened."),
    ] {
        let answer = room.decide(&command.into(), &asked_by("chair", 30));
        assert_eq!(answer.as_ref().unwrap_err().code, code);
        assert_eq!(sentence(answer), reason);
    }
}

fn enters(name: Option<&str>, delegation: Option<&str>, choice: u32) -> Command {
    enters_with(name, delegation, choice, false)
}

fn enters_with(name: Option<&str>, delegation: Option<&str>, choice: u32, again: bool) -> Command {
    PollCommand::Enter {
        again,
        poll: P3,
        voter: Profile {
            name: name.map(str::to_owned),
            delegation: delegation.map(str::to_owned),
            ..Profile::default()
        },
        ballot: choosing(&[choice]),
    }
    .into()
}

#[test]
fn who_has_voted_with_a_device_has_no_ballot_entered_as_well() {
    let mut room = opened(per_delegation());
    assert_eq!(votes(&mut room, "kenya", 1), Ok(()));
    let answer = room.decide(&enters(None, Some("kenya"), 2), &asked_by("organiser", 11));
    assert_eq!(sentence(answer), "This delegation has voted with a device of its own.");
    let mut room = opened(VotingRules::default());
    assert_eq!(votes(&mut room, "tonga", 1), Ok(()));
    let answer = room.decide(&enters(Some("Tonga"), Some("TONGA"), 2), &asked_by("organiser", 11));
    assert_eq!(sentence(answer), "This person has voted with a device of their own.");
}

#[test]
fn an_entered_ballot_counts_is_marked_and_gives_way_to_the_persons_own() {
    let mut room = opened(VotingRules::default());
    does(&mut room, "organiser", 11, &enters(Some("Tonga"), Some("Tonga"), 2));
    does(&mut room, "organiser", 12, &enters(Some("Nobody's"), None, 2));
    assert_eq!(votes(&mut room, "tonga", 1), Ok(()));
    closes(&mut room);
    assert_eq!(tally(&room), [1, 1, 0]);
    let count = room.view(Audience::Chair).polls.items[&P3].count.clone().unwrap();
    assert_eq!((count.ballots, count.entered), (2, 1));
}

#[test]
fn nobody_enters_a_ballot_in_a_secret_poll() {
    let room = opened(VotingRules {
        secrecy: Secrecy::Secret,
        ..VotingRules::default()
    });
    assert_eq!(asks(&room, "organiser", enters(Some("Olga"), None, 1)), Err(Code::NotAllowed));
}

#[test]
fn present_are_those_who_are_connected_and_those_who_have_voted() {
    let mut room = opened(VotingRules::default());
    assert_eq!(votes(&mut room, "ana", 1), Ok(()));
    let present: BTreeSet<SeatId> = ["ben", "cleo", "chair"].map(seat_id).into();
    let mut context = asked_by("chair", 20);
    context.present = Some(Arc::new(present));
    let events = room.decide(&PollCommand::Close { poll: P3 }.into(), &context).unwrap();
    let [Event::PollClosed { result, .. }] = events.as_slice() else {
        panic!("{events:?}")
    };
    assert_eq!((result.present, result.ballots, result.electorate), (Some(3), 1, 6));
}

#[test]
fn a_void_poll_has_no_result_for_anybody_and_says_why() {
    for close_first in [false, true] {
        let mut room = opened(VotingRules {
            results: Results::AtClose,
            ..VotingRules::default()
        });
        assert_eq!(votes(&mut room, "ana", 1), Ok(()));
        if close_first {
            closes(&mut room);
        }
        let void = |reason: &str| PollCommand::Void {
            poll: P3,
            reason: reason.to_owned(),
        };
        assert_eq!(asks(&room, "chair", void(" ")), Err(Code::TextInvalid));
        does(&mut room, "chair", 21, &void("Wrong wording").into());
        for audience in Audience::ALL {
            let poll = room.view(audience).polls.items[&P3].clone();
            assert_eq!((poll.tally, poll.count, poll.roll, poll.shown), (None, None, None, false));
            assert_eq!(poll.void_reason.as_deref(), Some("Wrong wording"));
        }
        assert_eq!(
            votes(&mut room, "ana", 1),
            refused(Code::PollNotOpen, "Poll p3 was declared void.")
        );
        assert_eq!(asks(&room, "chair", void("again")), Err(Code::PollNotOpen));
        assert_eq!(asks(&room, "chair", PollCommand::Show { poll: P3 }), Err(Code::PollNotClosed));
        assert!(asks(&room, "chair", PollCommand::Again { poll: P3 }).is_ok());
    }
}

#[test]
fn a_text_that_was_let_through_and_is_changed_waits_again_and_its_support_is_lost() {
    let mut room = opened_as(paper(PollKind::Ideas, &[]));
    assert_eq!(votes_with(&mut room, "ana", writing("Water")), Ok(()));
    let idea = TextId::of("Water", None);
    let pass = PollCommand::Pass {
        poll: P3,
        texts: vec![idea.clone()],
    };
    let supports = Box::new(Ballot {
        supports: [idea.clone()].into(),
        ..Ballot::default()
    });
    assert_eq!(
        votes_with(&mut room, "ben", supports.clone()).unwrap_err().0,
        Code::ChoiceInvalid
    );
    does(&mut room, "chair", 11, &pass.into());
    assert_eq!(votes_with(&mut room, "ben", supports.clone()), Ok(()));
    let seen = |room: &Room| room.view(Audience::Participant).polls.items[&P3].texts.clone().unwrap();
    assert_eq!(
        seen(&room)[&idea].support,
        0,
        "how many support it is hidden like every result"
    );
    assert_eq!(votes_with(&mut room, "ana", writing("Clean water")), Ok(()));
    assert!(seen(&room).is_empty());
    assert_eq!(votes_with(&mut room, "cleo", supports).unwrap_err().0, Code::ChoiceInvalid);
    let shortlist = PollCommand::Shortlist {
        poll: P3,
        ideas: 3,
        kind: PollKind::Ranking,
    };
    closes(&mut room);
    let answer = room.decide(&shortlist.into(), &asked_by("chair", 30));
    assert_eq!(sentence(answer), "No idea has been let through; a shortlist needs two.");
}

#[test]
fn the_end_of_a_poll_turns_the_pages_of_those_who_might_not_vote_in_it() {
    let mut room = opened(VotingRules::default());
    joins(&mut room, "late", None);
    room.take_touched();
    closes(&mut room);
    let touched = room.take_touched();
    assert_eq!(touched.seats, [seat_id("late")].into());
    assert_eq!(touched.sections, [Section::Polls].into());
}

#[test]
fn a_correction_while_a_poll_is_open_renders_the_polls_a_moment_later() {
    let mut room = opened(VotingRules::default());
    room.take_touched();
    let profile = of("Ana B.", None);
    does(&mut room, "ana", 12, &SeatCommand::Update { profile }.into());
    assert!(room.take_touched().ballots);
}
