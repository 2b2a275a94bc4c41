//! What is allowed in a plan and still worth a look.

use super::sessions::minutes;
use crate::meeting::plan::{Meeting, Session, SessionKind};
use serde::Serialize;
use std::collections::HashSet;
use utoipa::ToSchema;

/// Most warnings that are told; a plan with more has them for few reasons.
pub const WARNINGS_MAX: usize = 100;

/// Something worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Warning {
    /// What it is.
    pub code: Code,
    /// The sessions that it is about, by id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<String>,
    /// The room that it is about, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
    /// The same in a sentence.
    pub message: String,
}

/// What a warning is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PlanWarningCode)]
pub enum Code {
    /// A room meets in two sessions at the same time.
    RoomTwice,
    /// Something for everybody is at the same time as something else.
    EverybodyTwice,
    /// Groups side by side, and no room for them.
    NoRooms,
    /// A room that meets in no session.
    RoomUnplaced,
    /// Rooms meet in a session of kind matchmaking or social, at which people are led into a room instead of to tables or a break.
    RoomsBeside,
}

/// All that is worth a look, in the order of the programme and then of the rooms.
pub fn of(plan: &Meeting) -> Vec<Warning> {
    let sessions = plan.programme.iter().enumerate();
    let overlaps = sessions.flat_map(|(at, first)| {
        let later = plan.programme[at + 1..].iter().filter(|second| overlap(first, second));
        later.flat_map(|second| beside(plan, first, second))
    });
    let empty = plan
        .programme
        .iter()
        .filter(|session| session.kind == SessionKind::Breakout && session.rooms.is_empty())
        .map(without_rooms);
    let unusual = |session: &&Session| matches!(session.kind, SessionKind::Matchmaking | SessionKind::Social);
    let with = |session: &&Session| !session.rooms.is_empty();
    let beside_rooms = plan
        .programme
        .iter()
        .filter(unusual)
        .filter(with)
        .map(|session| rooms_beside(plan, session));
    let placed: HashSet<&str> = plan
        .programme
        .iter()
        .flat_map(|session| &session.rooms)
        .map(String::as_str)
        .collect();
    let unplaced = plan
        .rooms
        .iter()
        .filter(|room| !placed.contains(room.id.as_str()))
        .map(|room| Warning {
            code: Code::RoomUnplaced,
            sessions: Vec::new(),
            room: Some(room.id.clone()),
            message: format!("The room “{}” meets in no session of the programme.", room.title),
        });
    // A meeting without a programme has rooms that are simply there.
    let unplaced = unplaced.filter(|_| !plan.programme.is_empty());
    overlaps
        .chain(empty)
        .chain(beside_rooms)
        .chain(unplaced)
        .take(WARNINGS_MAX)
        .collect()
}

fn overlap(first: &Session, second: &Session) -> bool {
    let time = |session: &Session| minutes(&session.starts).zip(minutes(&session.ends));
    let (Some(first_time), Some(second_time)) = (time(first), time(second)) else {
        return false;
    };
    first.date == second.date && first_time.0 < second_time.1 && second_time.0 < first_time.1
}

/// What is worth a look about two sessions at the same time.
fn beside(plan: &Meeting, first: &Session, second: &Session) -> Vec<Warning> {
    let sessions = || vec![first.id.clone(), second.id.clone()];
    let shared = first.rooms.iter().filter(|room| second.rooms.contains(room));
    let mut warnings: Vec<Warning> = shared
        .map(|id| {
            let title = plan.room(id).map_or(id, |room| &room.title);
            let message = format!(
                "The room “{title}” meets in “{}” and in “{}” at the same time.",
                first.title, second.title
            );
            Warning {
                code: Code::RoomTwice,
                sessions: sessions(),
                room: Some(id.clone()),
                message,
            }
        })
        .collect();
    let for_everybody = |session: &Session| matches!(session.kind, SessionKind::Plenary | SessionKind::Panel);
    let is_pause = |session: &Session| session.kind == SessionKind::Social;
    if (for_everybody(first) || for_everybody(second)) && !is_pause(first) && !is_pause(second) {
        warnings.push(Warning {
            code: Code::EverybodyTwice,
            sessions: sessions(),
            room: None,
            message: format!(
                "“{}” and “{}” are at the same time, and one of them is for everybody.",
                first.title, second.title
            ),
        });
    }
    warnings
}

fn without_rooms(session: &Session) -> Warning {
    Warning {
        code: Code::NoRooms,
        sessions: vec![session.id.clone()],
        room: None,
        message: format!(
            "“{}” has groups side by side, and names no room in which they meet.",
            session.title
        ),
    }
}

/// It is allowed: a reception may well have a room with a board. But on the day everybody is sent into it.
fn rooms_beside(plan: &Meeting, session: &Session) -> Warning {
    let id = session.rooms.first();
    let title = id.and_then(|id| plan.room(id)).map_or("", |room| &room.title);
    let what = match session.kind {
        SessionKind::Matchmaking => "the matchmaking",
        _ => "a break or reception",
    };
    Warning {
        code: Code::RoomsBeside,
        sessions: vec![session.id.clone()],
        room: id.cloned(),
        message: format!(
            "“{title}” meets in “{}”, which is {what}: at that time people are sent into the room.",
            session.title
        ),
    }
}
