//! The list of speakers as the meeting file prepares it, and what a changed file does to a list that people have used.

use super::scene::{asked_by, beginning, definition, does, stamp};
use crate::room::Room;
use crate::room::command::{Command, Entry, FloorCommand, Wish};
use crate::room::event::{Definition, Event};
use crate::room::floor::{Lane, OrderRule, Scope};
use crate::room::ids::RequestId;
use crate::room::refusal::Code;
use crate::room::seat::{Profile, Rank};
use crate::room::view::Audience;
use std::collections::BTreeMap;

fn inscribed(delegation: &str, rank: Rank) -> Entry {
    Entry {
        profile: Profile {
            delegation: Some(delegation.to_owned()),
            rank: Some(rank),
            ..Profile::default()
        },
        note: Some(format!("{delegation} has a flight at noon")),
        ..Entry::default()
    }
}

/// A plenary: its list is not open, three are inscribed, and the order is that of protocol.
fn plenary() -> Definition {
    Definition {
        list_open: false,
        speaking_limit_s: 180,
        speaking_limits: BTreeMap::from([(Scope::Organization, 120), (Scope::Reply, 60)]),
        order: OrderRule::Protocol,
        speakers: vec![
            inscribed("Peru", Rank::Ambassador),
            inscribed("Kenya", Rank::Minister),
            Entry {
                lane: Some(Lane::Precedence),
                ..inscribed("Fiji", Rank::Expert)
            },
        ],
        ..definition()
    }
}

/// The room of the scene, opened with this definition.
fn room_of(definition: Definition) -> Room {
    let opened = Event::RoomOpened {
        definition: Box::new(definition),
    };
    let mut room = Room::new();
    for event in std::iter::once(opened).chain(beginning().into_iter().skip(1)) {
        room.apply(&stamp("organiser", 0), &event);
    }
    room
}

fn configure(room: &mut Room, definition: Definition) {
    let definition = Box::new(definition);
    room.apply(&stamp("chair", 30), &Event::RoomConfigured { definition });
}

fn waiting(room: &Room) -> Vec<String> {
    let order = room.floor.order(&room.seats);
    order
        .into_iter()
        .map(|(request, _)| request.speaker(&room.seats).called())
        .collect()
}

fn next() -> Command {
    FloorCommand::Give {
        request: None,
        expects: None,
        reason: None,
    }
    .into()
}

#[test]
fn inscribed_speakers_wait_from_the_start_in_the_order_of_the_rule_though_the_list_is_not_open() {
    let room = room_of(plenary());
    assert_eq!(waiting(&room), ["Fiji", "Kenya", "Peru"]);
    let asked = room.decide(&FloorCommand::Request(Wish::default()).into(), &asked_by("ana", 1));
    assert_eq!(asked.unwrap_err().code, Code::ListClosed);
    let limits = room.view(Audience::Chair).floor;
    assert_eq!((limits.limit_s, limits.rule), (180, OrderRule::Protocol));
}

#[test]
fn inscribed_speakers_keep_their_numbers_from_the_file_and_later_requests_come_after_them() {
    let mut room = room_of(plenary());
    let ids: Vec<RequestId> = room.floor.waiting.iter().map(|request| request.id).collect();
    assert_eq!(ids, [RequestId(1), RequestId(2), RequestId(3)]);
    does(&mut room, "chair", 1, &FloorCommand::Open.into());
    does(&mut room, "ana", 2, &FloorCommand::Request(Wish::default()).into());
    assert_eq!(room.floor.waiting.last().map(|request| request.id), Some(RequestId(4)));
}

#[test]
fn the_note_beside_an_inscribed_speaker_is_for_the_chair_alone() {
    let room = room_of(plenary());
    let told = |audience| serde_json::to_string(&room.view(audience)).unwrap();
    assert!(told(Audience::Chair).contains("flight at noon"));
    for audience in [Audience::Participant, Audience::Rapporteur, Audience::Screen] {
        assert!(!told(audience).contains("flight"), "{audience:?}");
    }
}

#[test]
fn inscribed_speakers_are_not_put_on_the_list_again_when_the_file_changes() {
    let mut room = room_of(plenary());
    does(&mut room, "chair", 1, &next());
    let longer = Definition {
        speakers: [plenary().speakers, vec![inscribed("Ghana", Rank::Minister)]].concat(),
        title: "The plenary".to_owned(),
        ..plenary()
    };
    configure(&mut room, longer);
    assert_eq!(waiting(&room), ["Kenya", "Peru"]);
    assert_eq!(room.definition.title, "The plenary");
}

#[test]
fn rule_and_speaking_times_follow_the_file_where_the_file_has_changed_them() {
    let mut room = room_of(plenary());
    configure(
        &mut room,
        Definition {
            order: OrderRule::AlternateRegions,
            speaking_limits: BTreeMap::from([(Scope::Organization, 90), (Scope::Stakeholder, 45)]),
            ..plenary()
        },
    );
    assert_eq!(room.floor.rule, OrderRule::AlternateRegions);
    let limits = BTreeMap::from([(Scope::Organization, 90), (Scope::Stakeholder, 45)]);
    assert_eq!(
        room.floor.limits, limits,
        "what the file no longer names is as the list again"
    );
}

#[test]
fn what_the_chair_has_set_stays_where_the_file_has_not_changed_it() {
    let mut room = room_of(plenary());
    let limit = |seconds, scope| FloorCommand::Limit { seconds, scope }.into();
    does(
        &mut room,
        "chair",
        1,
        &FloorCommand::Rule {
            rule: OrderRule::LeastHeard,
        }
        .into(),
    );
    does(&mut room, "chair", 2, &limit(Some(30), Some(Scope::Reply)));
    does(&mut room, "chair", 3, &limit(Some(20), Some(Scope::PointOfOrder)));
    does(&mut room, "chair", 4, &limit(Some(240), None));
    configure(
        &mut room,
        Definition {
            title: "The plenary".to_owned(),
            speaking_limits: BTreeMap::from([(Scope::Organization, 90), (Scope::Reply, 60)]),
            ..plenary()
        },
    );
    assert_eq!((room.floor.rule, room.floor.limit_s), (OrderRule::LeastHeard, 240));
    let limits = BTreeMap::from([(Scope::Organization, 90), (Scope::Reply, 30), (Scope::PointOfOrder, 20)]);
    assert_eq!(room.floor.limits, limits);
}

#[test]
fn the_speech_under_way_keeps_its_time_when_the_file_changes_the_speaking_time() {
    let mut room = room_of(plenary());
    does(&mut room, "chair", 1, &next());
    let before = room.view(Audience::Chair).floor.speaking;
    configure(
        &mut room,
        Definition {
            speaking_limit_s: 60,
            ..plenary()
        },
    );
    let floor = room.view(Audience::Chair).floor;
    assert_eq!((floor.speaking, floor.limit_s), (before, 60));
}
