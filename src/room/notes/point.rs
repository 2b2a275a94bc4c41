//! Outcome points: paragraphs of the notes that were marked for the report. A mark is part of the shared document, attributes of
//! the paragraph, so that whoever may write may mark, and a mark goes where its paragraph goes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What a point is. The attribute `point`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PointKind {
    /// What the group dwelt on.
    KeyIssue,
    /// What is needed.
    Need,
    /// What is missing.
    Gap,
    /// What is under way.
    Initiative,
    /// What has worked.
    GoodPractice,
    /// What stands in the way.
    Barrier,
    /// What should be done.
    Recommendation,
    /// What will be done next.
    NextStep,
    /// What is still to be answered.
    OpenQuestion,
    /// What is read out in the plenary.
    PlenaryMessage,
}

/// Where the room stands on a point. The attribute `standing`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Views came together.
    Convergence,
    /// Views differed.
    Divergence,
    /// It was raised, no more.
    Raised,
    /// It was put aside for later.
    Parked,
}

/// The component of capacity that a point is about. The attribute `component`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Component {
    /// Policies and regulations.
    Policies,
    /// Processes and structures.
    Processes,
    /// Partnerships and networks.
    Partnerships,
    /// People and skills.
    People,
    /// Technology.
    Technology,
}

/// The level that a point is about. The attribute `reach`: a heading's level has the name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// One State.
    National,
    /// Some neighbours.
    Subregional,
    /// A region.
    Regional,
    /// All.
    Global,
}

/// The regional group that a point is about. The attribute `region`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RegionalGroup {
    /// African States.
    African,
    /// Asia-Pacific States.
    AsiaPacific,
    /// Eastern European States.
    EasternEuropean,
    /// Latin American and Caribbean States.
    LatinAmericanAndCaribbean,
    /// Western European and other States.
    WesternEuropeanAndOthers,
}

/// The mark of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS, ToSchema)]
pub struct Point {
    /// Names it for as long as its paragraph lives: 16 hexadecimal digits, the beginning of a SHA-256 over meeting, room and the
    /// paragraph's place in the document, so that no two rooms have the same one. It tells nothing about its writer.
    pub id: String,
    /// What it is.
    pub kind: PointKind,
    /// Where the room stands on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// The component of capacity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<Component>,
    /// The level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<Reach>,
    /// The regional group. The attribute `region`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionalGroup>,
    /// Who will see to it, in words. The attribute `owner`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The card that it came from, as in `c12`. The attribute `source`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}
