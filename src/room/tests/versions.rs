//! Named versions of the notes.

use super::scene::{asks, does, given, room, seat_id, stamp, update};
use crate::room::Room;
use crate::room::command::{Command, NotesCommand, ReportCommand, RoomCommand, Writers};
use crate::room::event::Event;
use crate::room::ids::{Seq, VersionId};
use crate::room::refusal::Code;
use crate::room::seat::Role;
use crate::room::view::Audience;

fn name(name: &str) -> Command {
    NotesCommand::Name { name: name.to_owned() }.into()
}

#[test]
fn no_two_versions_have_one_name_however_it_is_spelled() {
    let mut room = given([("chair", name("Before lunch"))]);
    for same in ["Before lunch", " before  LUNCH ", "Before\u{a0}lunch", "\u{ff22}efore lunch"] {
        assert_eq!(asks(&room, "rapporteur", name(same)), Err(Code::NameTaken), "{same:?}");
    }
    assert!(asks(&room, "rapporteur", name("After lunch")).is_ok());
    does(&mut room, "chair", 9, &NotesCommand::Unname { version: VersionId(1) }.into());
    assert!(asks(&room, "rapporteur", name("Before lunch")).is_ok(), "once it is free");
}

#[test]
fn a_version_says_the_position_at_which_it_was_named() {
    let mut room = room();
    room.begin_record(Seq(17));
    does(&mut room, "chair", 1, &name("As circulated"));
    room.begin_record(Seq(18));
    room.apply(&stamp("rapporteur", 2), &Event::NotesEdited { update: update() });
    let seen = |room: &Room| room.view(Audience::Participant).notes.versions[&VersionId(1)].seq;
    assert_eq!(seen(&room), Seq(17));
    assert_eq!(seen(&Room::restore(&room.snapshot()).unwrap()), Seq(17));
}

#[test]
fn who_writes_the_notes_has_their_history_also_when_they_are_final_or_the_room_is_closed() {
    let you = |room: &Room, name: &str, role| {
        let you = room.you(&seat_id(name), role);
        (you.writes, you.history)
    };
    let mut room = given([("chair", NotesCommand::Allow { seat: seat_id("ana") }.into())]);
    room.apply(&stamp("rapporteur", 2), &Event::NotesEdited { update: update() });
    room.notes.flush();
    let (ana, ben) = (("ana", Role::Participant), ("ben", Role::Participant));
    assert_eq!(
        (you(&room, ana.0, ana.1), you(&room, ben.0, ben.1)),
        ((true, true), (false, false))
    );
    assert_eq!(you(&room, "screen", Role::Screen), (false, false));
    does(&mut room, "rapporteur", 3, &ReportCommand::Circulate { for_s: 60 }.into());
    room.apply(
        &stamp("chair", 4),
        &Event::Report(crate::room::event::ReportEvent::RemarksEnded),
    );
    does(&mut room, "rapporteur", 5, &ReportCommand::Finish.into());
    assert_eq!(you(&room, ana.0, ana.1), (false, true), "the report is final");
    does(&mut room, "chair", 6, &RoomCommand::Close { settle: false }.into());
    assert_eq!(you(&room, ana.0, ana.1), (false, true), "the room is closed");
    assert_eq!(you(&room, ben.0, ben.1), (false, false));
    assert_eq!(you(&room, "organiser", Role::Organiser), (false, true));
    let everyone = NotesCommand::Writers {
        writers: Writers::Everyone,
    };
    let open = given([("chair", everyone.into())]);
    assert_eq!(you(&open, ben.0, ben.1), (true, true));
}
