//! What the board shows: the types of `GET …/plenary`.

use super::{Phase, PointRef};
use crate::room::event::Attribution;
use crate::room::ids::Millis;
use crate::room::notes::point::{Component, PointKind, Reach, RegionalGroup, Standing};
use crate::room::view::RoomState;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The board.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlenaryView {
    /// Who sees it.
    pub phase: Phase,
    /// How often it was changed by whoever runs it. A command gives that back as `seen`.
    pub changes: u64,
    /// Whether support is taken.
    pub supporting: bool,
    /// The points by theme, in the order of the meeting; empty for whoever does not see the board yet.
    pub themes: Vec<Theme>,
    /// The rooms, by id.
    pub rooms: BTreeMap<String, RoomLine>,
    /// What is read out now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_out: Option<ReadOutView>,
    /// Points that are left out; for organisers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<HiddenPoint>,
}

/// A theme, and what the rooms say of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Theme {
    /// Its code: the id of the first room that has it.
    pub code: String,
    /// What it is called: the room's title, or the theme where several rooms have it.
    pub title: String,
    /// The rooms that have it, by id.
    pub rooms: Vec<String>,
    /// Its points: what comes first, then the messages for the plenary, then by kind, room and place in the notes.
    pub points: Vec<BoardPoint>,
}

/// A room in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RoomLine {
    /// Its title.
    pub title: String,
    /// Whether its points can still change.
    pub state: RoomState,
    /// What may be told of it outside.
    pub attribution: Attribution,
    /// Who reports.
    pub rapporteurs: Vec<String>,
    /// How many messages for the plenary it has to read out.
    pub messages: u32,
}

/// What a point says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SaidPoint {
    /// Its name on the board.
    pub id: PointRef,
    /// The room that it comes from.
    pub room: String,
    /// Its number in that room's document.
    pub number: u32,
    /// What it is.
    pub kind: PointKind,
    /// Where the room stands on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// The component of capacity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub component: Option<Component>,
    /// The level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
    /// The regional group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionalGroup>,
    /// Who will see to it, where the room is on the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Its text.
    pub text: String,
}

/// A point that stands on the board, with all that stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct BoardPoint {
    /// What it says.
    #[serde(flatten)]
    pub said: SaidPoint,
    /// How many support it or what stands under it.
    pub support: u32,
    /// Whether it comes first.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
    /// What says the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub folded: Vec<SaidPoint>,
    /// The point that the fold is kept under, which may be gone from its notes.
    #[serde(skip)]
    pub root: PointRef,
}

/// A point that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct HiddenPoint {
    /// What it says.
    #[serde(flatten)]
    pub said: SaidPoint,
    /// Why it is left out.
    pub reason: String,
    /// What stands under it and is left out with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub folded: Vec<SaidPoint>,
}

/// A report that is read out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReadOutView {
    /// The room.
    pub room: String,
    /// Its title.
    pub title: String,
    /// Who reports.
    pub rapporteurs: Vec<String>,
    /// Its messages for the plenary, in the order of its notes.
    pub messages: Vec<SaidPoint>,
    /// The message that is shown, from 1; there is none where none is marked.
    pub message: u32,
    /// How long it is meant to take, seconds.
    pub for_s: u32,
    /// Since when the clock runs; missing while it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Millis>,
}

impl PlenaryView {
    /// Without what only organisers see.
    pub fn for_everybody(mut self) -> Self {
        self.hidden.clear();
        if self.phase == Phase::Preparing {
            self.themes.clear();
            self.rooms.clear();
        }
        self
    }

    /// All points that stand on the board.
    pub fn points(&self) -> impl Iterator<Item = &BoardPoint> {
        self.themes.iter().flat_map(|theme| &theme.points)
    }
}
