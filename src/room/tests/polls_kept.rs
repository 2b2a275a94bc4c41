//! What a poll keeps, and how much of it: texts, receipts, the electorate.

use super::scene::{asked_by, choosing, does, paper, room, sentence, stamp};
use super::voting::{P3, closes, joins, opened, opened_as, per_delegation, renames, tally, votes, votes_with};
use crate::room::Room;
use crate::room::command::{Ballot, Command, Per, PollCommand, PollKind, PollPaper, Results, Secrecy, Voters, VotingRules};
use crate::room::ids::PollId;
use crate::room::limits::{POLL_TEXT_BYTES_MAX, VOTING_DELEGATIONS_MAX};
use crate::room::refusal::Code;
use crate::room::view::Audience;
use uuid::Uuid;

fn writes(room: &mut Room, who: &str, texts: &[String]) -> Result<(), (Code, String)> {
    votes_with(
        room,
        who,
        Box::new(Ballot {
            texts: texts.to_vec(),
            ..Ballot::default()
        }),
    )
}

#[test]
fn a_poll_takes_only_so_much_text_that_its_result_still_fits_a_record() {
    for secrecy in [Secrecy::Undisclosed, Secrecy::Secret] {
        let mut room = opened_as(PollPaper {
            max: Some(5),
            rules: VotingRules {
                late: true,
                secrecy,
                ..VotingRules::default()
            },
            ..paper(PollKind::Text, &[])
        });
        // Ten thousand bytes for each voter: five texts of five hundred letters of four bytes.
        let texts = |who: u32| -> Vec<String> { (0..5).map(|text| format!("{who:06}{text:02}{}", "𝄞".repeat(492))).collect() };
        let bytes: usize = texts(0).iter().map(String::len).sum();
        let fitting = u32::try_from(POLL_TEXT_BYTES_MAX / bytes).unwrap();
        for who in 0..=fitting {
            joins(&mut room, &format!("w{who}"), None);
        }
        for who in 0..fitting {
            assert_eq!(writes(&mut room, &format!("w{who}"), &texts(who)), Ok(()));
        }
        let last = format!("w{fitting}");
        let answer = writes(&mut room, &last, &texts(fitting));
        assert_eq!(answer.unwrap_err().0, Code::TooMany, "{secrecy:?}");
        assert_eq!(writes(&mut room, &last, &["Water".to_owned()]), Ok(()), "a short one fits");
        if secrecy == Secrecy::Undisclosed {
            let mut restored = Room::restore(&room.snapshot()).unwrap();
            assert_eq!(writes(&mut restored, &last, &texts(fitting)).unwrap_err().0, Code::TooMany);
            assert_eq!(
                writes(&mut restored, "w0", &texts(fitting)),
                Ok(()),
                "as much in place of as much"
            );
        }
    }
}

fn secret(per: Per) -> VotingRules {
    VotingRules {
        secrecy: Secrecy::Secret,
        per,
        ..VotingRules::default()
    }
}

#[test]
fn whoever_cast_a_secret_ballot_and_never_heard_so_is_told_it_was_taken_also_when_the_poll_is_void() {
    for close_first in [false, true] {
        let mut room = opened(secret(Per::Person));
        let cast = Command::from(PollCommand::Cast {
            poll: P3,
            ballot: choosing(&[1]),
        });
        let mut context = asked_by("ana", 10);
        context.request = Some(Uuid::from_u128(7));
        let events = room.decide(&cast, &context).unwrap();
        events.iter().for_each(|event| room.apply(&stamp("ana", 10), event));
        if close_first {
            closes(&mut room);
        }
        let reason = "Wrong wording".to_owned();
        does(&mut room, "chair", 21, &PollCommand::Void { poll: P3, reason }.into());
        assert!(room.has_taken(&cast, &context));
        let restored = Room::restore(&room.snapshot()).unwrap();
        assert!(restored.has_taken(&cast, &context));
        context.request = Some(Uuid::from_u128(8));
        assert!(!restored.has_taken(&cast, &context), "another command is none of theirs");
    }
}

#[test]
fn a_secret_ballot_leaves_no_trace_of_its_seat_in_the_electorate() {
    let mut room = opened(secret(Per::Delegation));
    joins(&mut room, "late", Some("Kenya"));
    let before = room.polls.get(P3).unwrap().electorate.clone();
    assert_eq!(votes(&mut room, "late", 1), Ok(()));
    assert_eq!(room.polls.get(P3).unwrap().electorate, before);
    renames(&mut room, "late", "Tonga");
    assert_eq!(
        votes(&mut room, "late", 1).unwrap_err().0,
        Code::AlreadyVoted,
        "it stays Kenya"
    );
    closes(&mut room);
    assert_eq!(tally(&room), [1, 0, 0]);
}

#[test]
fn a_void_poll_says_for_how_many_it_was_and_nothing_of_a_quorum() {
    let mut room = opened(VotingRules {
        quorum_percent: Some(50),
        ..VotingRules::default()
    });
    let electorate = room.view(Audience::Screen).polls.items[&P3].electorate;
    let reason = "Wrong wording".to_owned();
    does(&mut room, "chair", 21, &PollCommand::Void { poll: P3, reason }.into());
    let poll = room.view(Audience::Screen).polls.items[&P3].clone();
    assert_eq!((poll.electorate, poll.quorum), (electorate, None));
    assert!(electorate > 0);
}

#[test]
fn a_draft_says_how_many_would_vote_by_its_rules() {
    let voters = |delegations: &[&str]| Voters {
        delegations: delegations.iter().map(|name| (*name).to_owned()).collect(),
        ..Voters::default()
    };
    let mut room = opened(VotingRules::default());
    let counts = [
        (VotingRules::default(), 6),
        (per_delegation(), 5),
        (
            VotingRules {
                voters: voters(&["KEN"]),
                ..VotingRules::default()
            },
            2,
        ),
    ];
    for (place, (rules, count)) in counts.into_iter().enumerate() {
        let paper = PollPaper {
            rules,
            ..paper(PollKind::Single, &["Red", "Green"])
        };
        does(&mut room, "chair", 5, &PollCommand::Draft { paper: Box::new(paper) }.into());
        let id = PollId(4 + u32::try_from(place).unwrap());
        assert_eq!(room.view(Audience::Chair).polls.items[&id].electorate, count, "{place}");
    }
}

#[test]
fn a_poll_names_only_so_many_delegations() {
    let rules = VotingRules {
        voters: Voters {
            delegations: (0..=VOTING_DELEGATIONS_MAX).map(|number| format!("D {number}")).collect(),
            ..Voters::default()
        },
        ..VotingRules::default()
    };
    let paper = PollPaper {
        rules,
        ..paper(PollKind::Single, &["Red", "Green"])
    };
    let answer = room().decide(&PollCommand::Draft { paper: Box::new(paper) }.into(), &asked_by("chair", 1));
    assert_eq!(
        sentence(answer),
        "A poll names at most 400 delegations as its voters, not 401."
    );
}

#[test]
fn a_draft_that_was_seen_and_then_changed_is_counted_by_the_answers_that_it_offers_now() {
    let live = |options: &[&str]| {
        let mut paper = paper(PollKind::Single, options);
        paper.rules.results = Results::Live;
        Box::new(paper)
    };
    let mut room = room();
    let poll = PollId(u32::try_from(room.polls.len()).unwrap() + 1);
    does(
        &mut room,
        "chair",
        1,
        &PollCommand::Draft {
            paper: live(&["a", "b", "c"]),
        }
        .into(),
    );
    room.view(Audience::Chair);
    let edit = PollCommand::Edit {
        poll,
        paper: live(&["a", "b"]),
    };
    does(&mut room, "chair", 2, &edit.into());
    does(&mut room, "chair", 3, &PollCommand::Open { poll }.into());
    let tally = room.view(Audience::Chair).polls.items[&poll].tally.clone();
    assert_eq!(tally.map(|tally| tally.len()), Some(2));
}
