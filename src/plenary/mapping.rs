//! The mapping: needs, offers, initiatives and gaps of a meeting as data, for the mapping exercises that go on after it. Its codes are
//! stable. A point of a room is found by the same id however its text is changed; what was folded is in it with the point that it
//! stands under, so that nobody counts it twice; what the plenary left out is not in it.
//!
//! It takes entries from wherever they come: the rooms' points are one source ([`of_points`]), agreed matches can be another.

use super::codes::{CodedTheme, Codes};
use super::view::{BoardPoint, PlenaryView, SaidPoint};
use crate::outcome::csv_table;
use crate::outcome::schema::published;
use crate::room::notes::point::{Component, PointKind, Reach, RegionalGroup, Standing};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Name and version of the form of `mapping.json`.
pub const MAPPING_SCHEMA: &str = "roundtable-mapping/1";

/// The columns of `mapping.csv`: the fields of an entry, in this order.
const HEADER: [&str; 15] = [
    "meeting",
    "id",
    "kind",
    "source",
    "room",
    "theme",
    "component",
    "level",
    "region",
    "language",
    "standing",
    "owner",
    "support",
    "double_of",
    "text",
];

/// The mapping of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mapping {
    /// Form of this document: [`MAPPING_SCHEMA`].
    pub schema: String,
    /// The meeting's id.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// What the codes mean.
    pub codes: Codes,
    /// What was said.
    pub entries: Vec<MappingEntry>,
}

/// The published form of `mapping.json`.
pub fn schema() -> serde_json::Value {
    published::<Mapping>("The mapping of a meeting", MAPPING_SCHEMA)
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MappingKind {
    /// What is needed.
    Need,
    /// What somebody gives.
    Offer,
    /// What is under way.
    Initiative,
    /// What is missing.
    Gap,
}

/// Where an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MappingSource {
    /// A point of a room's notes.
    Room,
    /// Matchmaking, where both sides consented.
    Matchmaking,
}

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MappingEntry {
    /// By which it is found again: of a point its room and its id.
    pub id: String,
    /// What it is.
    pub kind: MappingKind,
    /// Where it comes from.
    pub source: MappingSource,
    /// The room's id; missing where it comes from no room.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
    /// The theme's code; missing where it belongs to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The component of capacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<Component>,
    /// The level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Reach>,
    /// The regional group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionalGroup>,
    /// The language it is in or asks for, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Where the room stands on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Who will see to it, where it may be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// How many seats of the plenary support it; 0 for what stands under another one, which has the support of both.
    pub support: u32,
    /// The entry that says the same and stands for both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub double_of: Option<String>,
    /// What it says.
    pub text: String,
}

impl Mapping {
    /// The mapping of a meeting: the entries as they come, and what their codes mean.
    pub fn new(meeting: &str, title: &str, board: &PlenaryView, entries: impl IntoIterator<Item = MappingEntry>) -> Self {
        let themes = board.themes.iter().map(CodedTheme::of).collect();
        Self {
            schema: MAPPING_SCHEMA.to_owned(),
            meeting: meeting.to_owned(),
            title: title.to_owned(),
            codes: Codes::with_themes(themes),
            entries: entries.into_iter().collect(),
        }
    }

    /// The same as a table, safe in a spreadsheet.
    pub fn csv(&self) -> Vec<u8> {
        csv_table(&HEADER, self.entries.iter().map(|entry| row(&self.meeting, entry)))
    }
}

/// The entries of the board's points, in its order: each followed by what stands under it.
pub fn of_points(board: &PlenaryView) -> Vec<MappingEntry> {
    let mut entries = Vec::new();
    for theme in &board.themes {
        for point in &theme.points {
            entries.extend(of_point(board, point));
        }
    }
    entries
}

/// The first of what stands together stands for it; the others are its doubles.
fn of_point(board: &PlenaryView, point: &BoardPoint) -> Vec<MappingEntry> {
    let mut entries: Vec<MappingEntry> = Vec::new();
    for said in std::iter::once(&point.said).chain(&point.folded) {
        let Some(mut entry) = entry(said) else { continue };
        let theme = board.themes.iter().find(|theme| theme.rooms.contains(&said.room));
        entry.theme = theme.map(|theme| theme.code.clone());
        match entries.first() {
            Some(first) => entry.double_of = Some(first.id.clone()),
            None => entry.support = point.support,
        }
        entries.push(entry);
    }
    entries
}

/// What the mapping says of a point; none where it is of a kind that is no part of it.
fn entry(said: &SaidPoint) -> Option<MappingEntry> {
    let kind = match said.kind {
        PointKind::Need => MappingKind::Need,
        PointKind::Gap => MappingKind::Gap,
        PointKind::Initiative => MappingKind::Initiative,
        _ => return None,
    };
    Some(MappingEntry {
        id: said.id.to_string(),
        kind,
        source: MappingSource::Room,
        room: Some(said.room.clone()),
        theme: None,
        component: said.component,
        level: said.reach,
        region: said.region,
        language: None,
        standing: said.standing,
        owner: said.owner.clone(),
        support: 0,
        double_of: None,
        text: said.text.clone(),
    })
}

fn row(meeting: &str, entry: &MappingEntry) -> Vec<String> {
    vec![
        meeting.to_owned(),
        entry.id.clone(),
        code(&Some(entry.kind)),
        code(&Some(entry.source)),
        entry.room.clone().unwrap_or_default(),
        entry.theme.clone().unwrap_or_default(),
        code(&entry.component),
        code(&entry.level),
        code(&entry.region),
        entry.language.clone().unwrap_or_default(),
        code(&entry.standing),
        entry.owner.clone().unwrap_or_default(),
        entry.support.to_string(),
        entry.double_of.clone().unwrap_or_default(),
        entry.text.clone(),
    ]
}

/// The word that stands for it in `mapping.json`; empty for what was not said.
fn code(value: &Option<impl Serialize>) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    value.as_str().map(str::to_owned).unwrap_or_default()
}
