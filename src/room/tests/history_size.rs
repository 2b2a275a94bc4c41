//! A history that is full: who can still add to it, and what.

use super::scene::{asked_by, cast, named, next, request, room, seat_id, update};
use crate::room::Room;
use crate::room::command::{Command, FloorCommand, PollCommand, RoomCommand};
use crate::room::event::Event;
use crate::room::history_size::Fill;
use crate::room::ids::PollId;
use crate::room::limits::{
    HISTORY_BYTES_MAX, HISTORY_FINISHING_BYTES, HISTORY_RESERVE_BYTES, HISTORY_SEAT_BYTES_MAX, HISTORY_WARNING_BYTES,
};
use crate::room::refusal::Code;
use crate::room::seat::{Role, Seat};

/// The room of the scene with so many bytes of history.
fn holding(bytes: u64) -> Room {
    let mut room = room();
    room.end_record(None, usize::try_from(bytes).unwrap());
    room
}

fn code_of(room: &Room, name: &str, command: impl Into<Command>) -> Option<Code> {
    room.decide(&command.into(), &asked_by(name, 1))
        .err()
        .map(|refusal| refusal.code)
}

fn code_of_edit(room: &Room, name: &str) -> Option<Code> {
    room.decide_edit(&update(), &asked_by(name, 1))
        .err()
        .map(|refusal| refusal.code)
}

fn joins(room: &Room) -> bool {
    let seat = Seat {
        id: seat_id("dora"),
        role: Role::Participant,
        profile: named("Dora"),
        issue: 0,
    };
    room.decide_join(seat, 7).is_ok()
}

#[test]
fn up_to_its_largest_size_everybody_adds_to_the_history() {
    let room = holding(HISTORY_BYTES_MAX - 1);
    assert_eq!(code_of(&room, "ana", request()), None);
    assert_eq!(code_of_edit(&room, "rapporteur"), None);
    assert!(joins(&room));
}

#[test]
fn when_it_is_full_participants_add_nothing_and_those_who_run_the_room_finish_it() {
    let room = holding(HISTORY_BYTES_MAX);
    assert_eq!(code_of(&room, "ana", request()), Some(Code::HistoryFull));
    assert_eq!(code_of(&room, "chair", FloorCommand::Close { in_s: None }), None);
    assert_eq!(code_of(&room, "chair", PollCommand::Open { poll: PollId(1) }), None);
    assert_eq!(code_of_edit(&room, "rapporteur"), None);
    assert!(joins(&room), "whoever comes to read it is let in");
}

#[test]
fn the_notes_end_before_the_commands_and_a_room_can_be_closed_in_any_case() {
    let room = holding(HISTORY_BYTES_MAX + HISTORY_FINISHING_BYTES);
    assert_eq!(code_of_edit(&room, "rapporteur"), Some(Code::HistoryFull));
    assert_eq!(code_of(&room, "chair", FloorCommand::Close { in_s: None }), None);
    let room = holding(HISTORY_BYTES_MAX + HISTORY_RESERVE_BYTES);
    assert_eq!(
        code_of(&room, "chair", FloorCommand::Close { in_s: None }),
        Some(Code::HistoryFull)
    );
    assert!(!joins(&room));
    assert_eq!(code_of(&room, "chair", RoomCommand::Close { settle: false }), None);
}

#[test]
fn a_room_with_a_speaker_and_an_open_poll_is_settled_and_closed_whatever_its_history_holds() {
    let mut room = super::scene::given([
        ("ana", request()),
        ("chair", next()),
        ("chair", PollCommand::Open { poll: PollId(1) }.into()),
        ("ben", cast(PollId(1), &[1])),
    ]);
    room.end_record(None, usize::MAX);
    let decided = room.decide(&RoomCommand::Close { settle: true }.into(), &asked_by("chair", 9));
    assert!(matches!(decided.unwrap().last(), Some(Event::RoomClosed { .. })));
}

#[test]
fn one_participant_who_wrote_without_end_is_stopped_alone_and_those_who_run_the_room_are_not() {
    let mut room = room();
    for name in ["ana", "rapporteur"] {
        room.end_record(Some(&seat_id(name)), usize::try_from(HISTORY_SEAT_BYTES_MAX).unwrap());
    }
    assert_eq!(code_of(&room, "ana", request()), Some(Code::HistoryFull));
    assert_eq!(code_of(&room, "ben", request()), None);
    assert_eq!(code_of_edit(&room, "rapporteur"), None);
    let restored = Room::restore(&room.snapshot()).unwrap();
    assert_eq!(restored.history, room.history, "a restart forgets nothing of it");
}

#[test]
fn there_is_a_warning_before_it_is_full() {
    let fills =
        [0, HISTORY_WARNING_BYTES - 1, HISTORY_WARNING_BYTES, HISTORY_BYTES_MAX].map(|bytes| holding(bytes).history.fill());
    assert_eq!(fills, [Fill::Plenty, Fill::Plenty, Fill::NearlyFull, Fill::Full]);
}

#[test]
fn what_is_known_already_needs_no_space() {
    let mut room = room();
    room.apply(
        &super::scene::stamp("rapporteur", 1),
        &Event::NotesEdited { update: update() },
    );
    room.notes.flush();
    room.end_record(None, usize::MAX);
    assert_eq!(code_of_edit(&room, "rapporteur"), None);
}
