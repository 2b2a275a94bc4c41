//! What may be asked of the register, and what it has to know from outside to answer.

use super::event::Network;
use super::import::Rows;
use super::person::Details;
use super::plan::Plan;
use crate::book::seen;
use crate::room::ids::SeatId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use utoipa::ToSchema;

/// A command with what it needs from outside, which nobody can send.
#[derive(Debug, Clone, Deserialize)]
pub struct Order {
    /// What is asked.
    #[serde(flatten)]
    pub command: Command,
    /// The sessions and rooms of the meeting as they are planned now.
    #[serde(skip)]
    pub plan: Arc<Plan>,
    /// Codes.
    #[serde(skip)]
    pub codes: Codes,
}

/// What the register cannot know of codes by itself: they are its own only in part, and need chance.
#[derive(Debug, Clone, Default)]
pub struct Codes {
    /// Codes that open nothing yet, as many as the command may need.
    pub fresh: Vec<String>,
    /// Those that the command names, in their normal form, and that open something elsewhere on the server.
    pub taken: BTreeSet<String>,
}

/// What may be asked. All but [`Command::Choose`] is the organiser's.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
#[schema(as = ParticipantsCommand)]
pub enum Command {
    /// Takes over the rows of a file: all of them or none. Nobody can send it: the rows are those of a file that was read here.
    #[serde(skip)]
    #[schema(ignore)]
    Import(Rows),
    /// Puts somebody on the list.
    Add {
        /// Who.
        #[serde(flatten)]
        person: Newcomer,
    },
    /// Corrects what is known of somebody; what is left out is taken away.
    Change {
        /// Whom.
        person: SeatId,
        /// What is right.
        #[serde(flatten)]
        details: Details,
        /// What stood there when it was looked at: where somebody else has changed it since, it is refused. Left out: it stands over whatever is
        /// there.
        #[serde(default)]
        seen: Option<Details>,
    },
    /// Takes people off the list: they are out at once. What they did stays on record.
    Remove {
        /// Whom.
        people: Vec<SeatId>,
    },
    /// Gives somebody another code; whoever came with the old one is out at once.
    Code {
        /// Whom.
        person: SeatId,
        /// Which; left out: one is made.
        #[serde(default)]
        code: Option<String>,
        /// Which it was when it was looked at: where somebody else has given them another one since, which may be on paper already, it is
        /// refused. Left out: whichever they have.
        #[serde(default)]
        seen: Option<String>,
    },
    /// Puts people into a group who are in none of its session; into one that meets in several, in all of them.
    Assign {
        /// Whom.
        people: Vec<SeatId>,
        /// The group's room.
        room: String,
    },
    /// Puts people into a group, or out of it, wherever they are in the session.
    Move {
        /// Whom.
        people: Vec<SeatId>,
        /// In which session.
        session: String,
        /// Into which room; left out: into none.
        #[serde(default)]
        room: Option<String>,
        /// In which room each of them was when it was looked at, or in none: where somebody else has moved one of them since, nobody is moved.
        /// Whoever is left out is moved from wherever they are.
        #[serde(default)]
        seen: BTreeMap<SeatId, Option<String>>,
    },
    /// Puts people into the groups of a session by the rule: groups of one size, regions, classes and delegations spread over them.
    Spread(Spread),
    /// Lets people choose their group of a session.
    OpenChoice {
        /// Which.
        session: String,
    },
    /// Ends that.
    CloseChoice {
        /// Which.
        session: String,
    },
    /// Chooses a group for oneself.
    Choose {
        /// Of which session.
        session: String,
        /// Which; left out: none.
        #[serde(default)]
        room: Option<String>,
    },
    /// Says how many people fit into a room.
    Cap {
        /// Which.
        room: String,
        /// How many; left out: as many as there are.
        #[serde(default)]
        cap: Option<u32>,
        /// How many it was when it was looked at, null: as many as there are. Where somebody else has said something else since, it is refused.
        /// Left out: it stands over whatever is there.
        #[serde(default, deserialize_with = "seen")]
        #[schema(value_type = Option<u32>)]
        seen: Option<Option<u32>>,
    },
    /// Says whether people who are not on the list may join with a room's own code.
    Doors {
        /// Which room; left out: any.
        #[serde(default)]
        room: Option<String>,
        /// Whether they may.
        open: bool,
    },
    /// Says which wireless network is printed on the sheets.
    Network {
        /// Which.
        #[serde(flatten)]
        network: Network,
        /// Which it was when it was looked at: where somebody else has changed it since, it is refused. Left out: it stands over whatever is
        /// there.
        #[serde(default)]
        seen: Option<Network>,
    },
}

/// Somebody who is put on the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct Newcomer {
    /// What is known of them.
    #[serde(flatten)]
    pub details: Details,
    /// Their code; left out: one is made.
    #[serde(default)]
    pub code: Option<String>,
    /// Their groups, by their rooms' ids.
    #[serde(default)]
    pub rooms: Vec<String>,
}

/// How people are put into groups by the rule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, ToSchema)]
pub struct Spread {
    /// The session.
    pub session: String,
    /// Whom.
    #[serde(default)]
    pub who: Who,
    /// The `seen` of the preview, where everybody is put into groups: where somebody was moved since, nobody is. Left out: they are put there
    /// wherever they are by now.
    #[serde(default)]
    pub seen: Option<u64>,
}

/// Who is put into groups.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Those who are in none yet.
    #[default]
    Waiting,
    /// All, wherever they are now.
    Everybody,
}
