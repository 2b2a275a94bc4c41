//! Random histories of a list of speakers. An act is drawn without knowing the room and made a command when its turn comes,
//! so that most of what is asked can be done: a random pick means one of those who wait, not a number that nobody has.

use super::scene::seat_id;
use super::session::{DELEGATES, Session, asks_in, delegate};
use crate::room::Room;
use crate::room::command::{Change, Command, Entry, FloorCommand, SeatCommand};
use crate::room::event::Event;
use crate::room::floor::{Lane, OrderRule, Scope};
use crate::room::ids::RequestId;
use crate::room::record::Record;
use crate::room::seat::Rank;
use crate::room::view::Audience;
use proptest::collection::vec;
use proptest::prelude::*;

/// Every rule.
pub const RULES: [OrderRule; 6] = [
    OrderRule::FirstCome,
    OrderRule::Protocol,
    OrderRule::ByClass,
    OrderRule::LeastHeard,
    OrderRule::AlternateRegions,
    OrderRule::AlternateClasses,
];

/// Every lane.
pub const LANES: [Lane; 6] = [
    Lane::PointOfOrder,
    Lane::Answer,
    Lane::Question,
    Lane::Precedence,
    Lane::List,
    Lane::Reply,
];

const SCOPES: [Scope; 3] = [Scope::State, Scope::PointOfOrder, Scope::Reply];
const BODIES: [Option<&str>; 7] = [
    Some("Kenya"),
    Some("Ghana"),
    Some("GHA"),
    Some("Nauru"),
    Some("ITU"),
    Some("New Coalition"),
    None,
];
const RANKS: [Option<Rank>; 4] = [None, Some(Rank::Minister), Some(Rank::Ambassador), Some(Rank::Expert)];

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub enum What {
    Ask(Lane),
    Queue,
    Import,
    Change,
    Withdraw,
    TakeOff,
    Next,
    NextAsSeen,
    Give,
    End,
    Skip,
    Move,
    Lane(Lane),
    Open,
    Close,
    Announce,
    Rule(OrderRule),
    Limit,
    More,
    Pause,
    Resume,
    Allowance,
    Note,
    Undo,
    Correct,
    /// Nobody asks; what has come due happens.
    Due,
}

/// Somebody asks something after a while; `pick` and `other` say of whom.
#[derive(Debug, Clone)]
pub struct Act {
    pub who: &'static str,
    pub what: What,
    pub pick: usize,
    pub other: usize,
    pub after_ms: i64,
}

fn what() -> impl Strategy<Value = What> {
    let lane = || prop::sample::select(LANES.to_vec());
    prop_oneof![
        14 => Just(What::Ask(Lane::List)),
        6 => lane().prop_map(What::Ask),
        3 => Just(What::Queue),
        1 => Just(What::Import),
        2 => Just(What::Change),
        2 => Just(What::Withdraw),
        1 => Just(What::TakeOff),
        4 => Just(What::Next),
        2 => Just(What::NextAsSeen),
        2 => Just(What::Give),
        4 => Just(What::End),
        1 => Just(What::Skip),
        6 => Just(What::Move),
        2 => lane().prop_map(What::Lane),
        1 => Just(What::Open),
        1 => Just(What::Close),
        1 => Just(What::Announce),
        3 => prop::sample::select(RULES.to_vec()).prop_map(What::Rule),
        1 => Just(What::Limit),
        1 => Just(What::More),
        1 => Just(What::Pause),
        1 => Just(What::Resume),
        1 => Just(What::Allowance),
        1 => Just(What::Note),
        6 => Just(What::Undo),
        3 => Just(What::Correct),
        1 => Just(What::Due),
    ]
}

fn is_of_the_chair(what: What) -> bool {
    !matches!(what, What::Ask(_) | What::Change | What::Withdraw | What::Correct | What::Due)
}

/// One act: a delegate's own, or one of the two chairs'.
pub fn act() -> impl Strategy<Value = Act> {
    let after_ms = prop_oneof![3 => 0..3_000i64, 1 => 0..120_000i64];
    (what(), any::<u16>(), any::<u16>(), after_ms).prop_map(|(what, pick, other, after_ms)| {
        let (pick, other) = (usize::from(pick), usize::from(other));
        let who = if is_of_the_chair(what) {
            ["chair", "cochair"][other % 2]
        } else {
            // Half of the time one of a few, so that the same delegation comes again.
            DELEGATES[pick % if other.is_multiple_of(2) { DELEGATES.len() } else { 4 }].0
        };
        Act {
            who,
            what,
            pick,
            other,
            after_ms,
        }
    })
}

/// A history.
pub fn acts() -> impl Strategy<Value = Vec<Act>> {
    vec(act(), 0..60)
}

fn of<T: Copy>(choices: &[T], pick: usize) -> T {
    choices[pick % choices.len()]
}

impl Act {
    /// The command that it comes to in this room; none where it is not about anybody who is there.
    pub fn command(&self, room: &Room) -> Option<Command> {
        let waiting = room.floor.ids_in_order(&room.seats);
        let picked = |pick: usize| (!waiting.is_empty()).then(|| of(&waiting, pick));
        let reason = self.other.is_multiple_of(3).then(|| format!("Reason {}", self.other));
        let command = match self.what {
            What::Ask(lane) => return Some(asks_in(lane)),
            What::Correct => return Some(self.correction()),
            What::Due => return None,
            What::Queue | What::Import => self.entered(),
            What::Change => FloorCommand::Change(Change {
                request: None,
                rank: of(&RANKS, self.other),
                ..Change::default()
            }),
            What::Withdraw => FloorCommand::Withdraw { request: None, reason },
            What::TakeOff => FloorCommand::Withdraw {
                request: Some(picked(self.pick)?),
                reason,
            },
            What::Move => FloorCommand::Move {
                request: picked(self.pick)?,
                before: self.of_same_lane(room, picked(self.pick)?),
                reason,
            },
            What::Give => FloorCommand::Give {
                request: Some(picked(self.pick)?),
                expects: None,
                reason,
            },
            What::Skip => FloorCommand::Skip {
                request: picked(self.pick)?,
                reason,
            },
            What::Lane(lane) => FloorCommand::Lane {
                request: picked(self.pick)?,
                lane,
                reason,
            },
            What::Note => FloorCommand::Note {
                request: picked(self.pick)?,
                note: format!("Note {}", self.other),
            },
            _ => self.about_nobody(room, waiting.first().copied()),
        };
        Some(command.into())
    }

    /// A neighbour to move in front of, or the end.
    fn of_same_lane(&self, room: &Room, request: RequestId) -> Option<RequestId> {
        let order = room.floor.order(&room.seats);
        let lane = order.iter().find(|(found, _)| found.id == request)?.0.details.lane;
        let of_lane = order.iter().filter(|(found, _)| found.details.lane == lane);
        let ids: Vec<Option<RequestId>> = of_lane.map(|(found, _)| Some(found.id)).chain([None]).collect();
        of(&ids, self.other)
    }

    fn about_nobody(&self, room: &Room, first: Option<RequestId>) -> FloorCommand {
        let seconds = 10 + u32::try_from(self.pick % 300).unwrap();
        match self.what {
            What::NextAsSeen => FloorCommand::Give {
                request: None,
                expects: first,
                reason: None,
            },
            What::End => FloorCommand::End { request: None },
            What::Open => FloorCommand::Open,
            What::Close => FloorCommand::Close { in_s: None },
            What::Announce => FloorCommand::Close { in_s: Some(seconds) },
            What::Rule(rule) => FloorCommand::Rule { rule },
            What::Limit => FloorCommand::Limit {
                seconds: Some(seconds),
                scope: self.other.is_multiple_of(2).then(|| of(&SCOPES, self.other)),
            },
            What::More => FloorCommand::More { seconds, request: None },
            What::Pause => FloorCommand::Pause { request: None },
            What::Resume => FloorCommand::Resume { request: None },
            What::Allowance => FloorCommand::Allowance {
                seat: seat_id(of(&DELEGATES, self.pick).0),
                seconds,
            },
            What::Undo => FloorCommand::Undo {
                step: room.floor.undo.as_ref().map_or(0, |undo| undo.step),
            },
            _ => FloorCommand::Give {
                request: None,
                expects: None,
                reason: None,
            },
        }
    }

    fn entered(&self) -> FloorCommand {
        let (body, rank) = (of(&BODIES, self.pick), of(&RANKS, self.other));
        if matches!(self.what, What::Import) {
            let (first, second) = (of(&BODIES, self.other), of(&BODIES, self.pick + 1));
            let rows = [("Prepared one", first), ("Prepared two", second)];
            let lines = rows.map(|(name, body)| format!("{name},{}\n", body.unwrap_or_default()));
            return FloorCommand::Import {
                csv: format!("name,delegation\n{}", lines.concat()),
            };
        }
        FloorCommand::Queue(Entry {
            profile: delegate(&format!("Guest {}", self.pick % 3), body, None, rank),
            lane: self.other.is_multiple_of(4).then(|| of(&LANES, self.other / 4)),
            ..Entry::default()
        })
    }

    fn correction(&self) -> Command {
        SeatCommand::Update {
            profile: delegate(self.who, of(&BODIES, self.other), None, of(&RANKS, self.other)),
        }
        .into()
    }

    /// What it makes happen, and by whom; nothing where it is refused.
    pub fn events(&self, session: &Session) -> (Option<&'static str>, Vec<Event>) {
        match self.command(&session.room) {
            None => (None, session.room.decide_due(session.now, None)),
            Some(command) => (Some(self.who), session.decide(self.who, command).unwrap_or_default()),
        }
    }
}

/// Plays a history; looks at the room after each act.
pub fn play(acts: &[Act], mut look: impl FnMut(&Session)) -> (Session, Vec<Record>) {
    let mut session = Session::begin();
    let mut journal = Vec::new();
    for act in acts {
        session.after_ms(act.after_ms);
        let (by, events) = act.events(&session);
        if events.is_empty() {
            continue;
        }
        session.happens(by, &events);
        journal.push(Record {
            at: session.now,
            by: by.map(seat_id),
            request: None,
            made: None,
            events,
        });
        look(&session);
    }
    (session, journal)
}

/// Applies records as they are read back from the disk.
pub fn replay(mut room: Room, journal: &[Record]) -> Room {
    for record in journal {
        let read = Record::decode(&record.encode()).unwrap();
        read.events.iter().for_each(|event| room.apply(&read.stamp(), event));
    }
    room
}

/// What anybody sees of the list, as text: every audience, and each seat of its own requests.
pub fn seen(room: &Room) -> String {
    let views = Audience::ALL.map(|audience| serde_json::to_string(&room.view(audience).floor).unwrap());
    let own = room
        .seats
        .values()
        .map(|seat| format!("{:?}", room.you(&seat.id, seat.role).requests));
    views.into_iter().chain(own).collect::<Vec<_>>().join("\n")
}
