//! What is asked of the list of speakers: the commands, and what a request or a prepared speaker says.

use crate::room::floor::{Lane, OrderRule, Scope};
use crate::room::ids::{RequestId, SeatId};
use crate::room::seat::{Profile, Rank};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// For the list of speakers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum FloorCommand {
    /// Ask for the floor.
    Request(Wish),
    /// Put somebody on the list who has no device (chair). The answer's `made` is the request.
    Queue(Entry),
    /// Put a prepared list of speakers on the list, all of it or nothing (chair).
    Import {
        /// Text of the list, comma- or semicolon-separated, with a header of the fields of an [`Entry`].
        csv: String,
    },
    /// Say anew who speaks on a request; it keeps its place. One's own delegation's, or any (chair).
    Change(Change),
    /// Take a request back: one's own without naming it, another's (chair) by its id.
    Withdraw {
        /// The request; left out: the asker's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        request: Option<RequestId>,
        /// Why, where the chair takes it off.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        reason: Option<String>,
    },
    /// Give the floor to a request; left out: go on to the next. Ends the speech under way; a point of order only pauses it.
    Give {
        /// The request that gets the floor.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        request: Option<RequestId>,
        /// Without `request`: whom the asker sees as the next; refused where somebody else is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        expects: Option<RequestId>,
        /// Why somebody speaks out of turn.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        reason: Option<String>,
    },
    /// End the speech under way. After a point of order the interrupted speaker has the floor again, with the clock stopped.
    End {
        /// The request whose speech is meant; left out: whichever is under way.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        request: Option<RequestId>,
    },
    /// Take the request off the list as called but not taken.
    Skip {
        /// The request that is skipped.
        request: RequestId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        reason: Option<String>,
    },
    /// Put a request back on the list that was passed over or taken off.
    Restore {
        /// The request.
        request: RequestId,
    },
    /// Put a request in front of another one of its lane; left out: at the end of its lane. It stays at that place.
    Move {
        /// The request that moves.
        request: RequestId,
        /// The request it then stands in front of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        before: Option<RequestId>,
        /// Why; everybody sees it, and it stays on record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        reason: Option<String>,
    },
    /// Put a request into another lane.
    Lane {
        /// The request.
        request: RequestId,
        /// The lane; an answer cannot be given out.
        lane: Lane,
        /// Why; it stays on record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        reason: Option<String>,
    },
    /// Open the list for requests; takes an announced closing back.
    Open,
    /// Close the list: who is on it speaks, nobody joins it.
    Close {
        /// Announce it instead, for so many seconds from now (10 to 14,400).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        in_s: Option<u32>,
    },
    /// Order the list by another rule. Who was moved stays at that place.
    Rule {
        /// The rule from now on.
        rule: OrderRule,
    },
    /// Set the time limit of the speeches to come: of the list, or of a class or lane.
    Limit {
        /// Seconds, from 10 to 3,600; left out: a class or lane has that of the list again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        seconds: Option<u32>,
        /// The class or lane; left out: the list.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        scope: Option<Scope>,
    },
    /// Give the speech under way more time.
    More {
        /// Seconds, from 10 to 3,600.
        seconds: u32,
        /// The request whose speech is meant; left out: whichever is under way.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        request: Option<RequestId>,
    },
    /// Stop the clock of the speech under way.
    Pause {
        /// The request whose speech is meant; left out: whichever is under way.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        request: Option<RequestId>,
    },
    /// Let it run again.
    Resume {
        /// The request whose speech is meant; left out: whichever is under way.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        request: Option<RequestId>,
    },
    /// Give a seat more time in each of its speeches, privately: only the chair sees that and for whom.
    Allowance {
        /// The seat.
        seat: SeatId,
        /// Seconds, up to 600; 0 takes it back.
        seconds: u32,
    },
    /// Write a note beside a request that only the chair sees.
    Note {
        /// The request.
        request: RequestId,
        /// The note; empty takes it away.
        note: String,
    },
    /// Undo the chair's last step, within ten seconds.
    Undo {
        /// Its number, as the view tells it.
        step: u32,
    },
}

/// What a request for the floor may say. Everything may be left out: then the asker wants to speak on the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct Wish {
    /// In which lane; left out: the list. Precedence is the chair's to give, an answer follows its question by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub lane: Option<Lane>,
    /// Who will speak, where it is not the person who asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub name: Option<String>,
    /// Their rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rank: Option<Rank>,
    /// The group for which they speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub on_behalf_of: Option<String>,
    /// The language that they will speak, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub language: Option<String>,
    /// Whether they speak from elsewhere.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub remote: bool,
}

/// What is said anew of a request. What is left out is taken away: then the seat itself speaks, as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct Change {
    /// The request; left out: the asker's own on the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub request: Option<RequestId>,
    /// The seat that will speak: one of the same delegation. Left out: as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub seat: Option<SeatId>,
    /// Who will speak, where it is not the person who has the seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub name: Option<String>,
    /// Their rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub rank: Option<Rank>,
    /// The group for which they speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub on_behalf_of: Option<String>,
    /// The language that they will speak, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub language: Option<String>,
    /// Whether they speak from elsewhere.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub remote: bool,
}

/// A speaker whom the chair or the meeting file puts on the list: with a name, a delegation or both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct Entry {
    /// Who speaks, and for whom.
    #[serde(flatten)]
    pub profile: Profile,
    /// In which lane; left out: the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub lane: Option<Lane>,
    /// The group for which they speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub on_behalf_of: Option<String>,
    /// The language that they will speak, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub language: Option<String>,
    /// Whether they speak from elsewhere.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub remote: bool,
    /// A note that only the chair sees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<String>,
}
