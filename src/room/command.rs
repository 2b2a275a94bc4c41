//! What a seat may ask of a room, in the imperative. Also the wire form: `{"tool":"floor","do":"request", …}`.

use super::floor::{Lane, OrderRule, Scope};
use super::ids::{OptionId, PollId, RequestId, SeatId};
use super::seat::{Profile, Rank};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;
use utoipa::ToSchema;

/// A command, by the tool that it is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "tool", rename_all = "kebab-case")]
pub enum Command {
    /// The list of speakers.
    Floor(FloorCommand),
    /// The polls.
    Polls(PollCommand),
    /// Who may write the notes. (The writing itself travels as binary frames.)
    Notes(NotesCommand),
    /// The room as a whole.
    Room(RoomCommand),
    /// The asker's own seat.
    Seat(SeatCommand),
}

/// For the list of speakers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
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
    },
    /// Stop the clock of the speech under way.
    Pause,
    /// Let it run again.
    Resume,
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
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

/// How many answers one ballot may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PollKind {
    /// Exactly one.
    Single,
    /// From `min` to `max`.
    Multiple,
}

/// The wording of a poll, as the chair writes it or the meeting file prepares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
pub struct PollPaper {
    /// The question.
    pub question: String,
    /// How many answers a ballot may hold.
    pub kind: PollKind,
    /// The answers offered, in order; their ids are `o1`, `o2` … by that order.
    pub options: Vec<String>,
    /// Fewest answers of a ballot (multiple choice; 1 where left out).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub min: Option<u32>,
    /// Most answers of a ballot (multiple choice; all where left out).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub max: Option<u32>,
}

/// For the polls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum PollCommand {
    /// Write a poll; nobody but the chair sees it until it is opened. The answer's `made` is its id.
    Draft {
        /// What it asks.
        #[serde(flatten)]
        paper: PollPaper,
    },
    /// Change a draft.
    Edit {
        /// The draft.
        poll: PollId,
        /// What it asks from now on.
        #[serde(flatten)]
        paper: PollPaper,
    },
    /// Throw a draft away.
    Discard {
        /// The draft.
        poll: PollId,
    },
    /// Let people vote.
    Open {
        /// The draft that is put to the room.
        poll: PollId,
    },
    /// End the voting; fixes electorate and tally.
    Close {
        /// The open poll.
        poll: PollId,
    },
    /// Show a closed poll's result to all.
    Show {
        /// The closed poll.
        poll: PollId,
    },
    /// Take a shown result off the pages again.
    Hide {
        /// The closed poll.
        poll: PollId,
    },
    /// Vote. A second ballot of the same seat takes the place of the first.
    Cast {
        /// The open poll.
        poll: PollId,
        /// The answers chosen.
        choice: Vec<OptionId>,
    },
}

/// Who may write the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Writers {
    /// Every participant, the chair and the rapporteur.
    Everyone,
    /// The rapporteur, the chair, and whom the chair allows.
    Chosen,
}

/// For the right to write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum NotesCommand {
    /// Say who may write.
    Writers {
        /// The rule from now on.
        writers: Writers,
    },
    /// Let one seat write where only chosen ones may.
    Allow {
        /// The seat.
        seat: SeatId,
    },
    /// Take that leave back.
    Disallow {
        /// The seat.
        seat: SeatId,
    },
}

/// For the room as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum RoomCommand {
    /// Close the session: everything turns read-only and the outcome is sealed.
    Close {
        /// Whether to end the speech and close the polls that are still open. Left out, those make the room refuse.
        #[serde(default)]
        settle: bool,
    },
    /// Open a closed room again; the next close makes the next revision.
    Reopen,
}

/// For one's own seat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum SeatCommand {
    /// Correct name, delegation, class or rank; what is left out is taken away.
    Update {
        /// Who has the seat.
        #[serde(flatten)]
        profile: Profile,
    },
}

/// Display names by option, as a poll keeps them.
pub type Options = BTreeMap<OptionId, String>;
