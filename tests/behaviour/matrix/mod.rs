//! Everything that can be asked, by everybody who can ask, in a room that is open, closed and opened again: two tables, one of
//! addresses and one of commands. What the server has and the tables do not makes the tests fail.

mod commands;
mod endpoints;

use crate::support::door::Participant;
use serde_json::{Value, json};

/// How the room stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Open,
    Closed,
    Reopened,
}

impl Phase {
    const ALL: [Phase; 3] = [Phase::Open, Phase::Closed, Phase::Reopened];

    /// Brings the room from the phase before into this one.
    async fn begin(self, chair: &Participant, organiser: &Participant) {
        match self {
            Phase::Open => {}
            Phase::Closed => drop(chair.order(json!({ "tool": "room", "do": "close", "settle": true })).await),
            Phase::Reopened => drop(organiser.order(json!({ "tool": "room", "do": "reopen" })).await),
        }
    }
}

/// What must not have changed: position and view.
async fn stands(person: &Participant) -> (Value, Value) {
    let mut seen = person.look().await;
    (seen["seq"].take(), seen["view"].take())
}
