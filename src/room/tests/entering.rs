//! Ballots that the organiser enters for those without a device: each counts once, for one who may vote.

use super::scene::{NOON, asked_by, choosing, does, paper, role_of, room, seat_id, stamp};
use crate::room::Room;
use crate::room::command::{Per, PollCommand, PollKind, PollPaper, Secrecy, Voters, VotingRules};
use crate::room::event::Event;
use crate::room::ids::{Millis, PollId, SeatId};
use crate::room::limits::NAMED_VOTERS_MAX;
use crate::room::polls::Poll;
use crate::room::refusal::Code;
use crate::room::seat::{Profile, Role, Seat};

const P3: PollId = PollId(3);

fn called(name: Option<&str>, delegation: Option<&str>) -> Profile {
    Profile {
        name: name.map(str::to_owned),
        delegation: delegation.map(str::to_owned),
        ..Profile::default()
    }
}

fn joins(room: &mut Room, id: &str, profile: Profile) {
    let seat = Seat {
        id: seat_id(id),
        role: Role::Participant,
        profile,
        issue: 0,
    };
    room.apply(&stamp(id, 1), &Event::SeatTaken { seat });
}

/// A single choice of two, opened before a delegate of Tonga.
fn opened(rules: VotingRules) -> Room {
    let mut room = room();
    joins(&mut room, "tonga", called(Some("Sione"), Some("Tonga")));
    let paper = PollPaper {
        rules,
        ..paper(PollKind::Single, &["Red", "Green"])
    };
    does(&mut room, "chair", 1, &PollCommand::Draft { paper: Box::new(paper) }.into());
    does(&mut room, "chair", 2, &PollCommand::Open { poll: P3 }.into());
    room
}

fn late() -> VotingRules {
    VotingRules {
        late: true,
        ..VotingRules::default()
    }
}

fn does_or_hears(room: &mut Room, who: &str, command: PollCommand) -> Result<(), (Code, String)> {
    let mut context = asked_by(who, 10);
    context.role = room
        .seats
        .get(&SeatId::clone(&seat_id(who)))
        .map_or(role_of(who), |seat| seat.role);
    context.now = Millis(NOON + 10_000);
    let events = room
        .decide(&command.into(), &context)
        .map_err(|refusal| (refusal.code, refusal.message))?;
    events.iter().for_each(|event| room.apply(&stamp(who, 10), event));
    Ok(())
}

fn enters(room: &mut Room, voter: Profile, choice: u32, again: bool) -> Result<(), (Code, String)> {
    let ballot = choosing(&[choice]);
    let enter = PollCommand::Enter {
        poll: P3,
        voter,
        again,
        ballot,
    };
    does_or_hears(room, "organiser", enter)
}

fn votes(room: &mut Room, who: &str, choice: u32) -> Result<(), (Code, String)> {
    let ballot = choosing(&[choice]);
    does_or_hears(room, who, PollCommand::Cast { poll: P3, ballot })
}

fn poll(room: &Room) -> &Poll {
    room.polls.get(P3).unwrap()
}

fn refused(code: Code, sentence: &str) -> Result<(), (Code, String)> {
    Err((code, sentence.to_owned()))
}

#[test]
fn whose_ballot_was_entered_before_they_came_has_no_second_one_however_they_are_spelled() {
    let mut room = opened(late());
    assert_eq!(enters(&mut room, called(Some("Zoe"), Some("France")), 1, false), Ok(()));
    let electorate = poll(&room).electorate.count();
    joins(&mut room, "zoe", called(Some("zoe"), Some("FRA")));
    assert_eq!(
        poll(&room).electorate.count(),
        electorate,
        "she is the voter that was entered"
    );
    assert_eq!(
        enters(&mut room, called(Some("ZOE"), Some("fra")), 2, true),
        Ok(()),
        "a correction"
    );
    assert_eq!((poll(&room).turnout(), poll(&room).electorate.count()), (1, electorate));
    assert_eq!(votes(&mut room, "zoe", 1), Ok(()));
    assert_eq!(poll(&room).turnout(), 1);
    let own = "This person has voted with a device of their own.";
    let answer = enters(&mut room, called(Some("Zoe"), Some("France")), 2, true);
    assert_eq!(answer, refused(Code::AlreadyVoted, own));
    does(&mut room, "chair", 20, &PollCommand::Close { poll: P3 }.into());
    let you = room.you(&seat_id("zoe"), Role::Participant);
    assert_eq!(
        you.cast.get(&P3),
        Some(&*choosing(&[1])),
        "and hers is shown to her afterwards"
    );
}

#[test]
fn who_called_themselves_otherwise_since_is_the_same_person() {
    let mut room = opened(VotingRules::default());
    assert_eq!(votes(&mut room, "tonga", 1), Ok(()));
    let renamed = Event::SeatUpdated {
        seat: seat_id("tonga"),
        profile: called(Some("S. Fifita"), Some("Tonga")),
    };
    room.apply(&stamp("tonga", 11), &renamed);
    for name in ["Sione", "s. fifita"] {
        let answer = enters(&mut room, called(Some(name), Some("TON")), 2, true);
        assert_eq!(answer.unwrap_err().0, Code::AlreadyVoted, "{name}");
    }
}

#[test]
fn an_entered_ballot_is_replaced_only_where_the_organiser_says_so_and_ballots_are_not_final() {
    let olga = || called(Some("Olga"), Some("Kenya"));
    let mut room = opened(VotingRules::default());
    assert_eq!(enters(&mut room, olga(), 1, false), Ok(()));
    let twice = "A ballot of Olga (Kenya) has been entered already; say so if this one corrects it.";
    assert_eq!(enters(&mut room, olga(), 2, false), refused(Code::AlreadyVoted, twice));
    assert_eq!(enters(&mut room, olga(), 2, true), Ok(()));
    assert_eq!(poll(&room).turnout(), 1);
    let mut room = opened(VotingRules {
        is_final: true,
        ..VotingRules::default()
    });
    assert_eq!(enters(&mut room, olga(), 1, false), Ok(()));
    let last = "A ballot of Olga (Kenya) has been entered already, and ballots of this poll are final.";
    assert_eq!(enters(&mut room, olga(), 2, true), refused(Code::AlreadyVoted, last));
}

#[test]
fn a_person_is_entered_by_name_so_that_two_of_a_delegation_are_two() {
    let mut room = opened(VotingRules::default());
    let nameless = "Say whose ballot it is: the name is missing, and each person has a ballot.";
    let answer = enters(&mut room, called(None, Some("Kenya")), 1, false);
    assert_eq!(answer, refused(Code::TextInvalid, nameless));
}

#[test]
fn entering_lets_nobody_in_whose_own_seat_may_not_vote() {
    let mut room = opened(VotingRules::default());
    joins(&mut room, "late", called(Some("Lena"), Some("Kenya")));
    let seat = "Lena (kenya) has a seat that is not among those who may vote in poll p3; that was fixed when it opened.";
    let answer = enters(&mut room, called(Some("Lena"), Some("kenya")), 1, false);
    assert_eq!(answer, refused(Code::NotEntitled, seat));
    let mut room = opened(VotingRules {
        per: Per::Delegation,
        ..VotingRules::default()
    });
    joins(&mut room, "late", called(Some("Lena"), Some("Kenya")));
    let answer = enters(&mut room, called(None, Some("Kenya")), 1, false);
    assert_eq!(answer.unwrap_err().0, Code::NotEntitled);
    assert_eq!(
        enters(&mut room, called(None, Some("Japan")), 1, false),
        Ok(()),
        "it has no seat"
    );
}

#[test]
fn entering_lets_nobody_in_whom_the_rules_leave_out() {
    let chairs = VotingRules {
        voters: Voters {
            roles: vec![Role::Chair],
            ..Voters::default()
        },
        ..VotingRules::default()
    };
    let mut room = opened(chairs);
    let role = "Guest has no seat of a role that votes in poll p3.";
    assert_eq!(
        enters(&mut room, called(Some("Guest"), None), 1, false),
        refused(Code::NotEntitled, role)
    );
    let tonga = VotingRules {
        voters: Voters {
            delegations: vec!["tonga".to_owned()],
            ..Voters::default()
        },
        ..VotingRules::default()
    };
    let mut room = opened(tonga);
    let other = "Guest is not of the classes and delegations that may vote in poll p3.";
    assert_eq!(
        enters(&mut room, called(Some("Guest"), None), 1, false),
        refused(Code::NotEntitled, other)
    );
    assert_eq!(enters(&mut room, called(Some("Guest"), Some("TON")), 1, false), Ok(()));
}

#[test]
fn a_named_poll_takes_nobody_more_than_every_phone_can_be_told_of() {
    let mut room = opened(VotingRules {
        secrecy: Secrecy::Named,
        ..late()
    });
    for number in 0..NAMED_VOTERS_MAX {
        joins(&mut room, &format!("n{number}"), called(Some(&format!("N {number}")), None));
    }
    assert_eq!(poll(&room).electorate.count(), 1_000);
    let last = format!("n{}", NAMED_VOTERS_MAX - 1);
    let full = "Poll p3 has 1000 voters already, as many as a poll of its secrecy takes.";
    assert_eq!(votes(&mut room, &last, 1), refused(Code::TooMany, full));
    assert_eq!(votes(&mut room, "n1", 1), Ok(()));
    assert_eq!(
        enters(&mut room, called(Some("Guest"), None), 1, false),
        refused(Code::TooMany, full)
    );
}
