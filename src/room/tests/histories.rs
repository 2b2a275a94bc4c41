//! Random histories: whatever is asked, in whatever order, the rules hold and a replay gives the same room.
//! A failing history is printed with its seed, and kept by proptest for the next run.

use super::scene::{
    PEOPLE, UPDATE, asked_by, beginning, bytes_of, choosing, limit, moves, named, paper, seat_id, skip, withdraw,
};
use crate::room::Room;
use crate::room::command::{Command, FloorCommand, NotesCommand, PollCommand, PollKind, RoomCommand, SeatCommand, Wish, Writers};
use crate::room::event::Stamp;
use crate::room::ids::{Millis, PollId, RequestId};
use crate::room::polls::count::Count;
use crate::room::record::Record;
use crate::room::seat::Role;
use crate::room::view::Audience;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// One thing that somebody asks.
#[derive(Debug, Clone)]
enum Ask {
    Command(Command),
    Edit,
}

/// Everything that anybody sees of the room, as text.
pub fn everything_seen(room: &Room) -> String {
    let views: Vec<String> = Audience::ALL
        .iter()
        .map(|audience| serde_json::to_string(&room.view(*audience)).unwrap())
        .collect();
    let own = room
        .seats
        .values()
        .map(|seat| serde_json::to_string(&room.you(&seat.id, seat.role)).unwrap());
    views.into_iter().chain(own).collect::<Vec<_>>().join("\n")
}

fn floor() -> impl Strategy<Value = FloorCommand> {
    let request = (1..8u32).prop_map(RequestId);
    let perhaps = prop::option::of(request.clone());
    prop_oneof![
        4 => Just(FloorCommand::Request(Wish::default())),
        1 => perhaps.clone().prop_map(withdraw),
        3 => perhaps.clone().prop_map(|request| FloorCommand::Give { request, expects: None, reason: None }),
        1 => Just(FloorCommand::End { request: None }),
        1 => request.clone().prop_map(skip),
        2 => (request, perhaps).prop_map(|(request, before)| moves(request, before)),
        1 => Just(FloorCommand::Open),
        1 => Just(FloorCommand::Close { in_s: None }),
        1 => any::<u32>().prop_map(limit),
    ]
}

fn polls() -> impl Strategy<Value = PollCommand> {
    let poll = (1..5u32).prop_map(PollId);
    let kind = prop_oneof![Just(PollKind::Single), Just(PollKind::Multiple)];
    let choice = vec(0..4u32, 0..4);
    prop_oneof![
        1 => kind.prop_map(|kind| PollCommand::Draft { paper: Box::new(paper(kind, &["a", "b", "c"])) }),
        1 => poll.clone().prop_map(|poll| PollCommand::Edit { poll, paper: Box::new(paper(PollKind::Multiple, &["d", "e"])) }),
        1 => poll.clone().prop_map(|poll| PollCommand::Discard { poll }),
        4 => poll.clone().prop_map(|poll| PollCommand::Open { poll }),
        2 => poll.clone().prop_map(|poll| PollCommand::Close { poll }),
        1 => poll.clone().prop_map(|poll| PollCommand::Show { poll }),
        1 => poll.clone().prop_map(|poll| PollCommand::Hide { poll }),
        8 => (poll, choice).prop_map(|(poll, choice)| PollCommand::Cast { poll, ballot: choosing(&choice) }),
    ]
}

fn others() -> impl Strategy<Value = Command> {
    let seat = prop::sample::select(vec!["ana", "ben", "screen", "nobody"]).prop_map(seat_id);
    prop_oneof![
        Just(
            NotesCommand::Writers {
                writers: Writers::Everyone
            }
            .into()
        ),
        Just(
            NotesCommand::Writers {
                writers: Writers::Chosen
            }
            .into()
        ),
        seat.clone().prop_map(|seat| NotesCommand::Allow { seat }.into()),
        seat.prop_map(|seat| NotesCommand::Disallow { seat }.into()),
        any::<bool>().prop_map(|settle| RoomCommand::Close { settle }.into()),
        Just(RoomCommand::Reopen.into()),
        any::<String>().prop_map(|name| SeatCommand::Update { profile: named(&name) }.into()),
    ]
}

fn history() -> impl Strategy<Value = Vec<(&'static str, Ask)>> {
    let names: Vec<&str> = PEOPLE
        .iter()
        .map(|(name, _)| *name)
        .chain(["chair", "chair", "organiser"])
        .collect();
    let ask = prop_oneof![
        8 => floor().prop_map(|command| Ask::Command(command.into())),
        10 => polls().prop_map(|command| Ask::Command(command.into())),
        2 => others().prop_map(Ask::Command),
        1 => Just(Ask::Edit),
    ];
    vec((prop::sample::select(names), ask), 0..120)
}

/// Plays the history; gives the room and its journal.
fn play(history: &[(&'static str, Ask)]) -> (Room, Vec<Vec<u8>>) {
    let mut room = Room::new();
    let first = Record {
        at: Millis(0),
        by: None,
        request: None,
        made: None,
        events: beginning(),
    };
    let mut journal = vec![first.encode()];
    first.events.iter().for_each(|event| room.apply(&first.stamp(), event));
    for (second, (name, ask)) in (1..).zip(history) {
        let context = asked_by(name, second);
        let decided = match ask {
            Ask::Command(command) => room.decide(command, &context),
            Ask::Edit => room
                .decide_edit(&bytes_of(UPDATE), &context)
                .map(|event| event.into_iter().collect()),
        };
        let Ok(events) = decided else { continue };
        assert!(
            matches!(ask, Ask::Edit) || !events.is_empty(),
            "an accepted command makes something happen"
        );
        let record = Record {
            at: context.now,
            by: Some(context.seat),
            request: None,
            made: None,
            events,
        };
        let stamp = Stamp {
            at: record.at,
            by: record.by.clone(),
        };
        record.events.iter().for_each(|event| room.apply(&stamp, event));
        journal.push(record.encode());
    }
    room.notes.flush();
    (room, journal)
}

/// The room that a journal tells of.
pub fn replay(journal: &[Vec<u8>]) -> Room {
    let mut room = Room::new();
    for bytes in journal {
        let record = Record::decode(bytes).unwrap();
        record.events.iter().for_each(|event| room.apply(&record.stamp(), event));
    }
    room.notes.flush();
    room
}

/// The rules that no history may break.
fn assert_rules(room: &Room) {
    let waiting: Vec<_> = room.floor.waiting.iter().collect();
    let seats: BTreeSet<_> = waiting.iter().map(|request| &request.seat).collect();
    let ids: BTreeSet<_> = waiting.iter().map(|request| request.id).collect();
    assert_eq!((seats.len(), ids.len()), (waiting.len(), waiting.len()), "nobody waits twice");
    assert!(
        room.floor.speaking.iter().all(|speech| !seats.contains(&speech.request.seat)),
        "who speaks does not wait"
    );
    for (id, poll) in room.polls.iter() {
        let voters = poll.ballots.values().filter_map(|cast| room.seats.get(cast.seat.as_ref()?));
        assert!(voters.into_iter().all(|seat| seat.role == Role::Participant));
        let Some(result) = &poll.result else { continue };
        assert!(result.ballots <= result.electorate, "{id}: nobody is counted twice");
        assert_eq!(result.ballots as usize, poll.ballots.len());
        let recount = Count::of(&poll.paper, poll.cast_ballots());
        assert_eq!(result.tally, recount.tally, "{id}: the tally is the recount");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_the_rules_hold_and_a_replay_gives_the_same_room(history in history(), cut in 0.0..1.0f64) {
        let (room, journal) = play(&history);
        assert_rules(&room);
        prop_assert_eq!(everything_seen(&room), everything_seen(&replay(&journal)));

        // The same from a snapshot taken somewhere on the way.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let place = (journal.len() as f64 * cut) as usize;
        let mut restored = Room::restore(&replay(&journal[..place]).snapshot()).unwrap();
        for bytes in &journal[place..] {
            let record = Record::decode(bytes).unwrap();
            record.events.iter().for_each(|event| restored.apply(&record.stamp(), event));
        }
        restored.notes.flush();
        prop_assert_eq!(everything_seen(&room), everything_seen(&restored));
        prop_assert_eq!((&room.floor, &room.polls), (&restored.floor, &restored.polls));
    }

    #[test]
    fn bytes_that_are_no_record_or_snapshot_are_refused_without_a_panic(bytes in vec(any::<u8>(), 0..200)) {
        let _ = Record::decode(&bytes);
        let _ = Record::decode(&[b"N\x01".as_slice(), &bytes].concat());
        prop_assert!(Room::restore(&bytes).is_err());
    }
}
