//! Who may write the notes.

use super::scene::{asked_by, asks, does, given, room, seat_id, stamp, update};
use crate::room::Room;
use crate::room::command::{Command, NotesCommand, RoomCommand, Writers};
use crate::room::event::Event;
use crate::room::refusal::Code;
use crate::room::seat::Role;

const EVERYONE: Command = Command::Notes(NotesCommand::Writers {
    writers: Writers::Everyone,
});
const CHOSEN: Command = Command::Notes(NotesCommand::Writers {
    writers: Writers::Chosen,
});

fn allow(name: &str) -> Command {
    NotesCommand::Allow { seat: seat_id(name) }.into()
}

fn disallow(name: &str) -> Command {
    NotesCommand::Disallow { seat: seat_id(name) }.into()
}

fn writes(room: &Room, name: &str) -> Result<Option<Event>, Code> {
    room.decide_edit(&update(), &asked_by(name, 60))
        .map_err(|refusal| refusal.code)
}

#[test]
fn chair_rapporteur_and_organiser_always_write_and_a_screen_never() {
    for room in [room(), given([("chair", EVERYONE)])] {
        for name in ["chair", "cochair", "rapporteur", "organiser"] {
            assert_eq!(
                writes(&room, name),
                Ok(Some(Event::NotesEdited { update: update() })),
                "{name}"
            );
        }
        assert_eq!(writes(&room, "screen"), Err(Code::NotAllowed));
    }
}

#[test]
fn participants_write_where_everyone_may_or_where_the_chair_lets_them() {
    assert_eq!(writes(&room(), "ana"), Err(Code::MayNotWrite));
    assert!(writes(&given([("chair", EVERYONE)]), "ana").is_ok());
    let room = given([("chair", allow("ana"))]);
    assert!(writes(&room, "ana").is_ok());
    assert_eq!(writes(&room, "ben"), Err(Code::MayNotWrite));
    assert_eq!(
        writes(&given([("chair", allow("ana")), ("chair", disallow("ana"))]), "ana"),
        Err(Code::MayNotWrite)
    );
}

#[test]
fn leave_given_outlives_a_while_in_which_everyone_writes() {
    let room = given([("chair", allow("ana")), ("chair", EVERYONE), ("chair", CHOSEN)]);
    assert!(room.may_write(&seat_id("ana"), Role::Participant));
    assert!(!room.may_write(&seat_id("ben"), Role::Participant));
}

#[test]
fn leave_is_given_to_seats_that_exist() {
    assert_eq!(
        asks(&room(), "chair", allow("ana")),
        Ok(vec![Event::WriterAllowed { seat: seat_id("ana") }])
    );
    assert_eq!(
        asks(&room(), "chair", disallow("ana")),
        Ok(vec![Event::WriterDisallowed { seat: seat_id("ana") }])
    );
    assert_eq!(asks(&room(), "chair", allow("nobody")), Err(Code::UnknownSeat));
    assert_eq!(asks(&room(), "chair", disallow("nobody")), Err(Code::UnknownSeat));
}

#[test]
fn an_update_that_says_nothing_new_makes_no_event_and_a_broken_one_is_refused() {
    assert_eq!(room().decide_edit(&[0, 0], &asked_by("rapporteur", 1)), Ok(None));
    assert_eq!(
        room().decide_edit(&[0xff], &asked_by("rapporteur", 1)).unwrap_err().code,
        Code::NotesInvalid
    );
}

#[test]
fn a_reader_who_comes_back_to_a_closed_room_with_what_it_knows_is_not_refused() {
    let mut room = room();
    room.apply(&stamp("rapporteur", 1), &Event::NotesEdited { update: update() });
    room.notes.flush();
    does(&mut room, "chair", 2, &Command::Room(RoomCommand::Close { settle: true }));
    assert_eq!(room.decide_edit(&update(), &asked_by("ana", 3)), Ok(None));
    let news = room.decide_edit(&[0xff], &asked_by("rapporteur", 3));
    assert_eq!(news.unwrap_err().code, Code::RoomClosed);
}
