//! What follows when somebody who has spoken corrects their delegation: order, balance and record go with the seat, and every
//! page is told.

use super::scene::{does, end, named, next, request, room, seat_id, skip};
use crate::room::Room;
use crate::room::command::{FloorCommand, SeatCommand};
use crate::room::floor::{Group, OrderRule, Unit};
use crate::room::seat::{Class, Profile, Role};
use crate::room::touched::Section;
use crate::room::view::Audience;

fn of(delegation: &str) -> Profile {
    Profile {
        delegation: Some(delegation.to_owned()),
        class: Some(Class::State),
        ..named("H.E. Somebody")
    }
}

fn joins_as(room: &mut Room, name: &str, second: i64, delegation: &str) {
    let profile = of(delegation);
    does(room, name, second, &SeatCommand::Update { profile }.into());
}

/// Kenya has spoken under a rotation over the regional groups; Ghana and Japan wait.
fn rotation() -> Room {
    let mut room = room();
    for (name, delegation) in [("ana", "Kenya"), ("ben", "Ghana"), ("cleo", "Japan")] {
        joins_as(&mut room, name, 1, delegation);
        does(&mut room, name, 2, &request());
    }
    let rule = OrderRule::AlternateRegions;
    does(&mut room, "chair", 3, &FloorCommand::Rule { rule }.into());
    does(&mut room, "chair", 10, &next());
    does(&mut room, "chair", 40, &end());
    room
}

fn first(room: &Room) -> Option<String> {
    let floor = room.view(Audience::Participant).floor;
    floor
        .order
        .first()
        .and_then(|id| floor.requests[id].profile.delegation.clone())
}

#[test]
fn the_rotation_goes_on_after_the_group_that_the_last_speaker_has_now_and_every_page_is_told() {
    let mut room = rotation();
    assert_eq!(
        first(&room).as_deref(),
        Some("Japan"),
        "after an African State another group has its turn"
    );
    room.take_touched();
    joins_as(&mut room, "ana", 50, "Japan");
    assert_eq!(first(&room).as_deref(), Some("Ghana"));
    assert!(room.take_touched().sections.contains(&Section::Floor));
}

#[test]
fn what_was_heard_counts_for_the_delegation_that_the_seat_has_now() {
    let mut room = rotation();
    joins_as(&mut room, "ana", 50, "Peru");
    let heard = |delegation| room.floor.heard(&Unit::of_seat(&seat_id("ana"), &of(delegation))).speeches;
    assert_eq!((heard("Kenya"), heard("Peru")), (0, 1));
    let balance = room.floor.balance(&room.seats, Group::of_region);
    assert_eq!(balance.keys().collect::<Vec<_>>(), [&Group::LatinAmericanAndCaribbean]);
}

#[test]
fn who_was_passed_over_is_put_back_for_the_delegation_that_the_seat_has_now() {
    let mut room = rotation();
    let japan = room.view(Audience::Participant).floor.order[0];
    does(&mut room, "chair", 50, &skip(japan).into());
    room.take_touched();
    joins_as(&mut room, "cleo", 51, "Peru");
    assert!(
        room.take_touched().sections.contains(&Section::Floor),
        "the chair sees whom to put back"
    );
    does(&mut room, "chair", 52, &FloorCommand::Restore { request: japan }.into());
    assert_eq!(room.you(&seat_id("cleo"), Role::Participant).requests, [japan]);
}
