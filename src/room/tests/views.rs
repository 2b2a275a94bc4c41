//! What each audience sees, and above all what it does not.

use super::scene::{cast, does, given, named, next, options, paper, request, room, seat, seat_id, stamp};
use crate::room::Room;
use crate::room::command::{Command, NotesCommand, PollCommand, PollKind, PollPaper, RoomCommand, SeatCommand};
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::seat::Role;
use crate::room::touched::Section;
use crate::room::view::Audience;
use serde_json::{Value, json};

const P1: PollId = PollId(1);

fn text(room: &Room, audience: Audience) -> String {
    serde_json::to_string(&room.view(audience)).unwrap()
}

fn who_sees(room: &Room, canary: &str) -> Vec<Audience> {
    Audience::ALL
        .into_iter()
        .filter(|audience| text(room, *audience).contains(canary))
        .collect()
}

fn voted(more: &[PollCommand]) -> Room {
    let mut room = given([
        ("chair", PollCommand::Open { poll: P1 }.into()),
        ("ana", cast(P1, &[1])),
        ("ben", cast(P1, &[1])),
        ("cleo", cast(P1, &[2])),
    ]);
    more.iter()
        .for_each(|command| does(&mut room, "chair", 30, &command.clone().into()));
    room
}

#[test]
fn a_draft_is_for_the_chair_alone() {
    let paper = PollPaper {
        question: "Canary?".to_owned(),
        ..paper(PollKind::Single, &["a", "b"])
    };
    let mut room = given([("chair", PollCommand::Draft { paper: Box::new(paper) }.into())]);
    assert_eq!(who_sees(&room, "Canary?"), [Audience::Chair]);
    assert_eq!(who_sees(&room, "p3"), [Audience::Chair], "not even its id");
    does(&mut room, "chair", 2, &PollCommand::Open { poll: PollId(3) }.into());
    assert_eq!(who_sees(&room, "Canary?"), Audience::ALL);
}

#[test]
fn a_participants_name_is_for_chair_and_rapporteur_until_they_ask_for_the_floor() {
    let canary = SeatCommand::Update {
        profile: named("Canary"),
    };
    let mut room = given([("ana", canary.into())]);
    assert_eq!(who_sees(&room, "Canary"), [Audience::Chair, Audience::Rapporteur]);
    assert_eq!(
        who_sees(&room, "\"ana\""),
        [Audience::Chair, Audience::Rapporteur],
        "not even the id"
    );
    does(&mut room, "ana", 2, &request());
    assert_eq!(who_sees(&room, "Canary"), Audience::ALL);
}

#[test]
fn everybody_sees_who_chairs_and_reports_and_nobody_lists_screens() {
    for audience in Audience::ALL {
        let people = room().view(audience).people;
        assert!(
            ["chair", "cochair", "rapporteur"]
                .iter()
                .all(|name| people.seats.contains_key(&seat_id(name)))
        );
        assert!(!people.seats.contains_key(&seat_id("screen")));
        assert_eq!(people.seats_taken, 6);
    }
}

#[test]
fn while_a_poll_is_open_even_the_chair_sees_only_how_many_voted() {
    let room = voted(&[]);
    for audience in Audience::ALL {
        let poll = &room.view(audience).polls.items[&P1];
        assert_eq!((poll.turnout, poll.electorate, &poll.tally), (3, 3, &None));
    }
}

#[test]
fn the_tally_is_the_chairs_once_closed_and_everybodys_while_shown() {
    let (close, show, hide) = (
        PollCommand::Close { poll: P1 },
        PollCommand::Show { poll: P1 },
        PollCommand::Hide { poll: P1 },
    );
    assert_eq!(who_sees(&voted(std::slice::from_ref(&close)), "tally"), [Audience::Chair]);
    assert_eq!(who_sees(&voted(&[close.clone(), show.clone()]), "tally"), Audience::ALL);
    assert_eq!(who_sees(&voted(&[close, show, hide]), "tally"), [Audience::Chair]);
}

#[test]
fn how_a_seat_voted_is_in_no_view_and_only_on_its_own_page() {
    let room = voted(&[PollCommand::Close { poll: P1 }, PollCommand::Show { poll: P1 }]);
    for audience in Audience::ALL {
        assert!(!text(&room, audience).contains("\"choice\""));
        assert!(!text(&room, audience).contains("\"roll\""));
    }
    assert_eq!(room.you(&seat_id("cleo"), Role::Participant).ballots[&P1], options(&[2]));
    assert!(room.you(&seat_id("chair"), Role::Chair).ballots.is_empty());
}

#[test]
fn a_view_holds_no_null_and_its_sections_are_what_render_gives() {
    let closing = Command::from(RoomCommand::Close { settle: true });
    let request: Command = request();
    let give = next();
    let busy = given([
        ("ana", request.clone()),
        ("chair", give),
        ("ben", request),
        ("chair", PollCommand::Open { poll: P1 }.into()),
    ]);
    for room in [
        Room::new(),
        room(),
        busy,
        voted(&[PollCommand::Close { poll: P1 }]),
        given([("chair", closing)]),
    ] {
        for audience in Audience::ALL {
            let view = serde_json::to_value(room.view(audience)).unwrap();
            assert!(!has_null(&view), "{view}");
            let keys: Vec<&str> = Section::ALL.iter().map(|section| section.key()).collect();
            assert_eq!(view.as_object().unwrap().len(), keys.len());
            for section in Section::ALL {
                assert_eq!(view[section.key()], room.render(audience, section));
            }
        }
    }
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(fields) => fields.values().any(has_null),
        _ => false,
    }
}

#[test]
fn one_seat_is_rendered_as_it_stands_in_the_whole_section() {
    let room = room();
    for audience in Audience::ALL {
        let people = room.render(audience, Section::People);
        for seat in room.seats.keys().chain([&seat_id("nobody")]) {
            assert_eq!(room.render_seat(audience, seat).as_ref(), people["seats"].get(seat.as_str()));
        }
    }
}

#[test]
fn the_patch_of_the_people_merges_to_what_the_whole_section_is() {
    let mut room = room();
    let before = Audience::ALL.map(|audience| room.render(audience, Section::People));
    does(
        &mut room,
        "ana",
        1,
        &SeatCommand::Update {
            profile: Default::default(),
        }
        .into(),
    );
    does(
        &mut room,
        "rapporteur",
        1,
        &SeatCommand::Update { profile: named("Rita") }.into(),
    );
    does(&mut room, "chair", 1, &NotesCommand::Allow { seat: seat_id("ben") }.into());
    for (name, role) in [("dora", Role::Participant), ("elif", Role::Chair), ("beamer", Role::Screen)] {
        room.apply(&stamp(name, 1), &Event::SeatTaken { seat: seat(name, role) });
    }
    let touched = room.take_touched();
    for (audience, mut people) in Audience::ALL.into_iter().zip(before) {
        merge(&mut people, &room.render_people_patch(audience, &touched.people));
        assert_eq!(people, room.render(audience, Section::People), "{audience:?}");
    }
}

#[test]
fn a_participant_who_joins_is_only_a_number_to_the_other_participants() {
    let mut room = room();
    room.apply(
        &stamp("dora", 1),
        &Event::SeatTaken {
            seat: seat("dora", Role::Participant),
        },
    );
    let touched = room.take_touched();
    assert_eq!(
        room.render_people_patch(Audience::Participant, &touched.people),
        json!({"seats_taken": 7})
    );
}

/// RFC 7396.
fn merge(target: &mut Value, patch: &Value) {
    let Some(fields) = patch.as_object() else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    let target = target.as_object_mut().unwrap();
    for (key, value) in fields {
        match value {
            Value::Null => drop(target.remove(key)),
            value => merge(target.entry(key.clone()).or_insert(Value::Null), value),
        }
    }
}

#[test]
fn whoever_has_no_seat_has_a_role_and_an_empty_profile() {
    let you = room().you(&seat_id("olga"), Role::Organiser);
    assert_eq!(
        (you.role, you.profile, you.writes),
        (Role::Organiser, Default::default(), true)
    );
}

#[test]
fn nobody_writes_in_a_closed_room() {
    let room = given([("chair", RoomCommand::Close { settle: false }.into())]);
    assert!(!room.you(&seat_id("chair"), Role::Chair).writes);
    assert!(room.view(Audience::Chair).people.seats.values().all(|seat| !seat.writes));
}
