//! The scene of the tests: a room with two chairs, a rapporteur, a screen and three participants, at noon.

use crate::room::command::{
    Ballot, BoardCommand, Command, CommentCommand, FloorCommand, NotesCommand, PollCommand, PollKind, PollPaper, ReportCommand,
    RoomCommand, SeatCommand, SessionCommand, Wish, Writers,
};
use crate::room::event::{Definition, Event, Stamp};
use crate::room::ids::{Millis, OptionId, PollId, RequestId, SeatId};
use crate::room::refusal::{Code, Refusal};
use crate::room::seat::{Profile, Role, Seat};
use crate::room::{Context, Room, definition};

/// When every test begins.
pub const NOON: i64 = 1_715_342_400_000;

/// Who sits in the room at first.
pub const PEOPLE: [(&str, Role); 7] = [
    ("chair", Role::Chair),
    ("cochair", Role::Chair),
    ("rapporteur", Role::Rapporteur),
    ("screen", Role::Screen),
    ("ana", Role::Participant),
    ("ben", Role::Participant),
    ("cleo", Role::Participant),
];

/// A Yjs update that writes one paragraph, "Agreed.".
pub const UPDATE: &str = "0103e724000701056e6f74657303097061726167726170680700e72400060400e72401074167726565642e00";

macro_rules! into_command {
    ($($name:ident => $variant:ident),*) => {
        $(impl From<$name> for Command {
            fn from(command: $name) -> Self {
                Self::$variant(command)
            }
        })*
    };
}
into_command!(FloorCommand => Floor, PollCommand => Polls, NotesCommand => Notes, RoomCommand => Room, SeatCommand => Seat);
into_command!(BoardCommand => Board, CommentCommand => Comments, ReportCommand => Report, SessionCommand => Session);

pub fn seat_id(name: &str) -> SeatId {
    SeatId::new(name).unwrap()
}

pub fn named(name: &str) -> Profile {
    Profile {
        name: Some(name.to_owned()),
        ..Profile::default()
    }
}

pub fn seat(name: &str, role: Role) -> Seat {
    Seat {
        id: seat_id(name),
        role,
        profile: named(&format!("Name of {name}")),
        issue: 0,
    }
}

pub fn role_of(name: &str) -> Role {
    PEOPLE
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(Role::Organiser, |(_, role)| *role)
}

/// Who asks, some seconds after noon.
pub fn asked_by(name: &str, seconds: i64) -> Context {
    Context {
        now: Millis(NOON + seconds * 1_000),
        seat: seat_id(name),
        role: role_of(name),
        request: None,
        present: None,
    }
}

pub fn stamp(by: &str, seconds: i64) -> Stamp {
    Stamp {
        at: Millis(NOON + seconds * 1_000),
        by: Some(seat_id(by)),
    }
}

pub fn paper(kind: PollKind, options: &[&str]) -> PollPaper {
    let options = options.iter().map(|option| (*option).to_owned()).collect();
    PollPaper {
        question: "Which way?".to_owned(),
        kind,
        options,
        ..PollPaper::default()
    }
}

pub fn definition() -> Definition {
    Definition {
        meeting: "roundtable".to_owned(),
        room: "governance".to_owned(),
        title: "Governance".to_owned(),
        writers: Writers::Chosen,
        list_open: true,
        polls: vec![
            paper(PollKind::Single, &["North", "South"]),
            paper(PollKind::Multiple, &["Red", "Green", "Blue"]),
        ],
        ..definition::blank()
    }
}

/// The events by which the room and its seats come to be.
pub fn beginning() -> Vec<Event> {
    let opened = Event::RoomOpened {
        definition: Box::new(definition()),
    };
    let taken = PEOPLE.iter().map(|(name, role)| Event::SeatTaken { seat: seat(name, *role) });
    std::iter::once(opened).chain(taken).collect()
}

/// The room of the scene.
pub fn room() -> Room {
    let mut room = Room::new();
    for event in beginning() {
        room.apply(
            &Stamp {
                at: Millis(NOON),
                by: None,
            },
            &event,
        );
    }
    room.take_touched();
    room
}

/// The room of the scene after these seats asked for these things, all of which must be done; one second each.
pub fn given<const N: usize>(history: [(&str, Command); N]) -> Room {
    let mut room = room();
    for (second, (name, command)) in (1..).zip(history) {
        does(&mut room, name, second, &command);
    }
    room.take_touched();
    room
}

/// Decides and applies at once; a refusal fails the test.
pub fn does(room: &mut Room, name: &str, second: i64, command: &Command) {
    let events = room
        .decide(command, &asked_by(name, second))
        .unwrap_or_else(|refusal| panic!("{name} {command:?}: {refusal}"));
    events.iter().for_each(|event| room.apply(&stamp(name, second), event));
}

/// What the command makes happen a minute after noon, or the code of the refusal. That it can be undone goes without saying.
pub fn asks(room: &Room, name: &str, command: impl Into<Command>) -> Result<Vec<Event>, Code> {
    let decided = room.decide(&command.into(), &asked_by(name, 60));
    let without_step = |events: Vec<Event>| {
        let step = |event: &Event| matches!(event, Event::StepTaken { .. });
        events.into_iter().filter(|event| !step(event)).collect()
    };
    decided.map(without_step).map_err(|refusal| refusal.code)
}

/// Asks for the floor.
pub fn request() -> Command {
    FloorCommand::Request(Wish::default()).into()
}

/// Takes a request back.
pub fn withdraw(request: Option<RequestId>) -> FloorCommand {
    FloorCommand::Withdraw { request, reason: None }
}

/// Goes on to whoever is next.
pub fn next() -> Command {
    FloorCommand::Give {
        request: None,
        expects: None,
        reason: None,
    }
    .into()
}

/// Gives the floor to this request.
pub fn give(request: RequestId) -> FloorCommand {
    FloorCommand::Give {
        request: Some(request),
        expects: None,
        reason: None,
    }
}

/// Ends the speech under way.
pub fn end() -> Command {
    FloorCommand::End { request: None }.into()
}

/// Passes over a request.
pub fn skip(request: RequestId) -> FloorCommand {
    FloorCommand::Skip { request, reason: None }
}

/// Moves a request.
pub fn moves(request: RequestId, before: Option<RequestId>) -> FloorCommand {
    FloorCommand::Move {
        request,
        before,
        reason: None,
    }
}

/// Closes the list at once.
pub fn close() -> Command {
    FloorCommand::Close { in_s: None }.into()
}

/// Sets the list's speaking time.
pub fn limit(seconds: u32) -> FloorCommand {
    FloorCommand::Limit {
        seconds: Some(seconds),
        scope: None,
    }
}

/// The sentence of a refusal.
pub fn sentence(answer: Result<impl std::fmt::Debug, Refusal>) -> String {
    answer.unwrap_err().message
}

pub fn options(numbers: &[u32]) -> Vec<OptionId> {
    numbers.iter().copied().map(OptionId).collect()
}

/// A ballot that chooses these answers.
pub fn choosing(choice: &[u32]) -> Box<Ballot> {
    Box::new(Ballot {
        choice: options(choice),
        ..Ballot::default()
    })
}

/// Votes for these answers.
pub fn cast(poll: PollId, choice: &[u32]) -> Command {
    PollCommand::Cast {
        poll,
        ballot: choosing(choice),
    }
    .into()
}

pub fn update() -> Vec<u8> {
    bytes_of(UPDATE)
}

pub fn bytes_of(hex: &str) -> Vec<u8> {
    let pairs = hex.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}
