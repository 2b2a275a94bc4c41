//! In a room that is not on the record nobody learns who wrote or voted what: not from any section, whoever looks.

use super::scene::{asked_by, asks, cast, definition, does, paper, role_of, seat_id, stamp, update};
use crate::room::Room;
use crate::room::command::{
    Anchor, BoardCommand, CardKind, Command, CommentCommand, PollCommand, PollKind, PollPaper, ReportCommand, Results,
    SeatCommand, Secrecy, VotingRules,
};
use crate::room::event::{Attribution, Definition, Event};
use crate::room::ids::{CardId, CommentId, PollId};
use crate::room::polls::templates::Template;
use crate::room::refusal::Code;
use crate::room::seat::Profile;
use crate::room::view::Audience;
use proptest::prelude::*;
use serde_json::{Value, json};

const P1: PollId = PollId(1);
const WRITERS: [&str; 5] = ["ana", "ben", "cleo", "chair", "rapporteur"];

fn of(secrecy: Secrecy) -> PollPaper {
    PollPaper {
        rules: VotingRules {
            secrecy,
            results: Results::Live,
            ..VotingRules::default()
        },
        ..paper(PollKind::Single, &["North", "South"])
    }
}

/// The scene under another rule, with a poll by name among its drafts, as a room of before may have it. Everybody in it has a name and
/// a delegation that is found in any text.
fn room_of(attribution: Attribution) -> Room {
    let mut room = Room::new();
    let definition = Box::new(Definition {
        attribution,
        polls: vec![of(Secrecy::Named), of(Secrecy::Chair)],
        ..definition()
    });
    room.apply(&stamp("chair", 0), &Event::RoomOpened { definition });
    for (name, role) in super::scene::PEOPLE {
        let seat = super::scene::seat(name, role);
        room.apply(&stamp(name, 0), &Event::SeatTaken { seat });
    }
    for name in WRITERS {
        let profile = Profile {
            name: Some(format!("canary {name}")),
            delegation: Some(format!("canary land of {name}")),
            ..Profile::default()
        };
        does(&mut room, name, 0, &SeatCommand::Update { profile }.into());
    }
    room.apply(&stamp("rapporteur", 0), &Event::NotesEdited { update: update() });
    room.notes.flush();
    room
}

fn drafting(secrecy: Secrecy) -> Command {
    let paper = Box::new(of(secrecy));
    PollCommand::Draft { paper }.into()
}

#[test]
fn polls_that_name_their_voters_are_for_rooms_on_the_record() {
    for attribution in [Attribution::ChathamHouse, Attribution::Closed] {
        let mut room = room_of(attribution);
        for secrecy in [Secrecy::Named, Secrecy::Chair] {
            assert_eq!(asks(&room, "chair", drafting(secrecy)), Err(Code::AttributionForbids));
        }
        let template = Template::ShowOfHands;
        assert_eq!(
            asks(&room, "chair", PollCommand::Template { template }),
            Err(Code::AttributionForbids)
        );
        assert_eq!(
            asks(&room, "chair", PollCommand::Open { poll: P1 }),
            Err(Code::AttributionForbids)
        );
        let edit = |secrecy| PollCommand::Edit {
            poll: P1,
            paper: Box::new(of(secrecy)),
        };
        assert_eq!(asks(&room, "chair", edit(Secrecy::Chair)), Err(Code::AttributionForbids));
        does(&mut room, "chair", 1, &edit(Secrecy::Undisclosed).into());
        assert!(asks(&room, "chair", PollCommand::Open { poll: P1 }).is_ok());
        assert!(asks(&room, "chair", drafting(Secrecy::Secret)).is_ok());
    }
    let room = room_of(Attribution::OnTheRecord);
    assert!(asks(&room, "chair", drafting(Secrecy::Named)).is_ok());
    assert!(asks(&room, "chair", PollCommand::Open { poll: P1 }).is_ok());
}

/// Opens the polls as a room did before it had the rule.
fn open_both(room: &mut Room) {
    for poll in [P1, PollId(2)] {
        let opened = Event::PollOpened {
            poll,
            fixed: true,
            closes_at: None,
        };
        room.apply(&stamp("chair", 1), &opened);
    }
}

#[test]
fn a_poll_by_name_that_is_open_already_goes_on_and_shows_no_names() {
    let mut room = room_of(Attribution::ChathamHouse);
    open_both(&mut room);
    for poll in [P1, PollId(2)] {
        does(&mut room, "ana", 2, &cast(poll, &[1]));
        for audience in Audience::ALL {
            let seen = &room.view(audience).polls.items[&poll];
            assert_eq!((&seen.roll, &seen.missing, seen.turnout), (&None, &None, 1), "{audience:?}");
        }
        does(&mut room, "chair", 3, &PollCommand::Close { poll }.into());
        assert_eq!(room.view(Audience::Chair).polls.items[&poll].roll, None);
        assert_eq!(
            asks(&room, "chair", PollCommand::Again { poll }),
            Err(Code::AttributionForbids)
        );
    }
    let mut on_record = room_of(Attribution::OnTheRecord);
    open_both(&mut on_record);
    assert!(on_record.view(Audience::Participant).polls.items[&P1].roll.is_some());
}

/// What a writer does; the number says to what.
fn done(number: u32) -> impl Strategy<Value = Command> {
    let text = || "words".to_owned();
    let anchor = Anchor {
        start: "AAE=".to_owned(),
        end: "AAI=".to_owned(),
    };
    prop_oneof![
        Just(
            BoardCommand::Add {
                kind: CardKind::Gap,
                text: text()
            }
            .into()
        ),
        Just(BoardCommand::Support { card: CardId(number) }.into()),
        Just(
            BoardCommand::Merge {
                card: CardId(number),
                into: CardId(1)
            }
            .into()
        ),
        Just(BoardCommand::Hold { card: CardId(number) }.into()),
        Just(
            CommentCommand::Add {
                anchor,
                quote: text(),
                text: text()
            }
            .into()
        ),
        Just(
            CommentCommand::Reply {
                comment: CommentId(number),
                text: text()
            }
            .into()
        ),
        Just(ReportCommand::Circulate { for_s: 600 }.into()),
        Just(
            ReportCommand::Remark {
                draft: None,
                paragraph: 1,
                text: text()
            }
            .into()
        ),
        Just(ReportCommand::Deadline { in_s: None }.into()),
        Just(cast(PollId(number), &[1])),
        Just(PollCommand::Close { poll: PollId(number) }.into()),
        Just(PollCommand::Show { poll: PollId(number) }.into()),
    ]
}

fn history() -> impl Strategy<Value = Vec<(&'static str, Command)>> {
    let one = (prop::sample::select(WRITERS.to_vec()), (1..4u32).prop_flat_map(done));
    proptest::collection::vec(one, 0..60)
}

/// The sections in which something is written or voted, as an audience gets them. Who is there, and who speaks, is no secret in the room.
fn written(room: &Room, audience: Audience) -> Value {
    let mut view = serde_json::to_value(room.view(audience)).unwrap();
    view.as_object_mut()
        .unwrap()
        .retain(|section, _| section != "people" && section != "floor");
    view
}

fn played(attribution: Attribution, history: &[(&'static str, Command)]) -> Room {
    let mut room = room_of(attribution);
    open_both(&mut room);
    for (second, (name, command)) in (2..).zip(history) {
        let decided = room.decide(command, &asked_by(name, second));
        decided
            .unwrap_or_default()
            .iter()
            .for_each(|event| room.apply(&stamp(name, second), event));
    }
    room
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_written_and_voted_no_view_names_anybody_but_on_the_record(history in history()) {
        for attribution in [Attribution::ChathamHouse, Attribution::Closed] {
            let room = played(attribution, &history);
            for audience in Audience::ALL {
                let view = written(&room, audience).to_string();
                prop_assert!(!view.contains("canary"), "{audience:?}: {view}");
                // The chair's seat is called as a word of the protocol is.
                for name in &WRITERS[..3] {
                    prop_assert!(!view.contains(&json!(name).to_string()), "{audience:?} is told of seat {name}: {view}");
                }
            }
            for name in WRITERS {
                let page = serde_json::to_string(&room.you(&seat_id(name), role_of(name))).unwrap();
                let of_others = WRITERS.iter().filter(|other| **other != name);
                for other in of_others {
                    prop_assert!(!page.contains(&format!("canary {other}")), "{name} is told of {other}: {page}");
                }
            }
        }
    }
}

#[test]
fn on_the_record_the_same_words_have_their_writers() {
    let add = BoardCommand::Add {
        kind: CardKind::Gap,
        text: "words".to_owned(),
    };
    let room = played(Attribution::OnTheRecord, &[("ana", add.into())]);
    let card = &written(&room, Audience::Participant)["board"]["cards"]["c1"];
    assert_eq!(
        card["by"],
        json!({ "name": "canary ana", "delegation": "canary land of ana" })
    );
}

#[test]
fn a_merger_does_not_tell_whether_two_cards_are_one_persons() {
    let add = |text: &str| BoardCommand::Add {
        kind: CardKind::Gap,
        text: text.to_owned(),
    };
    for attribution in [Attribution::ChathamHouse, Attribution::Closed] {
        let support_after = |second: &str| {
            let mut room = room_of(attribution);
            does(&mut room, "ana", 1, &add("Money").into());
            does(&mut room, second, 2, &add("Funds").into());
            let (card, into) = (CardId(2), CardId(1));
            does(&mut room, "chair", 3, &BoardCommand::Merge { card, into }.into());
            room.view(Audience::Participant).board.cards[&into].support
        };
        assert_eq!((support_after("ana"), support_after("ben")), (0, 0));
    }
}
