//! A restored room is the room.

use super::histories::everything_seen;
use super::scene::{cast, does, given, next, request, room, stamp, update};
use crate::room::Room;
use crate::room::command::{Command, NotesCommand, PollCommand, RoomCommand, Writers};
use crate::room::event::Event;
use crate::room::ids::PollId;
use crate::room::snapshot::SnapshotUnreadable;

fn busy() -> Room {
    let request: Command = request();
    let mut room = given([
        ("ana", request.clone()),
        ("ben", request),
        ("chair", next()),
        ("chair", PollCommand::Open { poll: PollId(1) }.into()),
        ("ana", cast(PollId(1), &[1])),
        (
            "chair",
            NotesCommand::Allow {
                seat: super::scene::seat_id("ben"),
            }
            .into(),
        ),
    ]);
    room.apply(&stamp("rapporteur", 9), &Event::NotesEdited { update: update() });
    room.notes.flush();
    room
}

#[test]
fn restoring_gives_the_same_room_and_the_same_future() {
    for mut live in [Room::new(), room(), busy()] {
        let mut restored = Room::restore(&live.snapshot()).unwrap();
        assert_eq!(everything_seen(&live), everything_seen(&restored));
        if live.revision == 0 {
            continue;
        }
        for (name, command) in [
            ("cleo", request()),
            ("chair", PollCommand::Open { poll: PollId(2) }.into()),
            (
                "chair",
                NotesCommand::Writers {
                    writers: Writers::Everyone,
                }
                .into(),
            ),
            ("chair", RoomCommand::Close { settle: true }.into()),
        ] {
            does(&mut live, name, 60, &command);
            does(&mut restored, name, 60, &command);
            assert_eq!(everything_seen(&live), everything_seen(&restored));
        }
        assert_eq!(live.floor, restored.floor);
        assert_eq!(live.polls, restored.polls);
    }
}

#[test]
fn a_snapshot_of_another_version_or_a_damaged_one_says_so() {
    let bytes = room().snapshot();
    let other = String::from_utf8(bytes.clone()).unwrap().replacen("\"v\":9", "\"v\":1", 1);
    assert_eq!(Room::restore(other.as_bytes()).err(), Some(SnapshotUnreadable::Version(1)));
    assert!(matches!(
        Room::restore(&bytes[..bytes.len() - 1]).err(),
        Some(SnapshotUnreadable::Form(_))
    ));
    assert!(matches!(Room::restore(b"").err(), Some(SnapshotUnreadable::Form(_))));
}
