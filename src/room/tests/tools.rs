//! A room that goes without a tool.

use super::scene::{asks, cast, choosing, definition, does, given, named, request, room, stamp};
use crate::room::command::{BoardCommand, CardKind, Command, Entry, FloorCommand, PollCommand, RoomCommand};
use crate::room::event::{Definition, Event};
use crate::room::ids::PollId;
use crate::room::refusal::Code;
use crate::room::tools::{Tool, left_out};
use crate::room::{Room, following};
use std::collections::BTreeSet;

const ALL: [Tool; 4] = Tool::ALL;

/// The plan leaves these out; as the shell tells the room of it.
fn plan_without(room: &mut Room, tools: &[Tool]) {
    let said = Definition {
        without: left_out(room, &tools.iter().copied().collect()),
        polls: room.definition.polls.clone(),
        ..definition()
    };
    for (_, event) in following::decide(room, &said) {
        room.apply(&stamp("organiser", 30), &event);
    }
}

fn opened_without(tools: &[Tool]) -> Room {
    let mut room = Room::new();
    let definition = Box::new(Definition {
        without: tools.iter().copied().collect(),
        polls: Vec::new(),
        ..definition()
    });
    room.apply(&stamp("organiser", 0), &Event::RoomOpened { definition });
    let seats = super::scene::beginning().into_iter().skip(1);
    seats.for_each(|event| room.apply(&stamp("organiser", 0), &event));
    room
}

fn card() -> Command {
    BoardCommand::Add {
        kind: CardKind::Question,
        text: "Who pays?".to_owned(),
    }
    .into()
}

fn without(room: &Room) -> Vec<Tool> {
    room.definition.without.iter().copied().collect()
}

#[test]
fn what_is_asked_of_a_tool_that_the_room_goes_without_is_refused_by_name() {
    let room = opened_without(&ALL);
    for command in [request(), card(), cast(PollId(1), &[1])] {
        assert_eq!(asks(&room, "ana", command), Err(Code::NoSuchTool));
    }
    let refusal = room.decide(&request(), &super::scene::asked_by("ana", 60)).unwrap_err();
    assert_eq!(
        refusal.message,
        "This room goes without a list of speakers; the organiser can add that."
    );
}

#[test]
fn a_role_that_may_not_ask_is_told_that_first() {
    assert_eq!(
        asks(&opened_without(&ALL), "screen", request()),
        asks(&room(), "screen", request())
    );
}

#[test]
fn a_tool_of_which_nobody_has_made_use_goes_and_comes_back_with_the_plan() {
    let mut room = room();
    plan_without(&mut room, &ALL);
    assert_eq!(without(&room), ALL, "prepared drafts are no use that somebody made");
    plan_without(&mut room, &[]);
    assert!(asks(&room, "ana", request()).is_ok());
}

#[test]
fn a_tool_in_which_something_is_stays_whatever_the_plan_says() {
    let open = PollCommand::Open { poll: PollId(1) };
    let mut room = given([("ana", request()), ("chair", open.into()), ("ben", card())]);
    plan_without(&mut room, &ALL);
    assert_eq!(without(&room), [Tool::Comments]);
    does(
        &mut room,
        "ana",
        31,
        &Command::Polls(PollCommand::Cast {
            poll: PollId(1),
            ballot: choosing(&[1]),
        }),
    );
}

#[test]
fn what_a_tool_held_when_it_was_left_out_is_decided_once() {
    let mut room = given([("ana", request())]);
    plan_without(&mut room, &[Tool::Floor]);
    does(&mut room, "ana", 31, &super::scene::withdraw(None).into());
    assert!(
        asks(&room, "ana", request()).is_ok(),
        "it does not vanish while people are at it"
    );
    let planned = BTreeSet::from([Tool::Floor]);
    assert_eq!(
        left_out(&room, &planned),
        planned,
        "the next time that the plan is told it does"
    );
}

#[test]
fn the_list_of_a_closed_room_stays_with_those_who_wait_on_it_however_often_the_plan_is_told() {
    let mut room = opened_without(&[]);
    let entry = Entry {
        profile: named("Fiji"),
        ..Entry::default()
    };
    does(&mut room, "chair", 10, &FloorCommand::Queue(entry.clone()).into());
    room.definition.speakers = vec![entry];
    does(&mut room, "chair", 11, &RoomCommand::Close { settle: false }.into());
    for _ in 0..2 {
        plan_without(&mut room, &[Tool::Floor]);
        assert_eq!(without(&room), []);
    }
}
