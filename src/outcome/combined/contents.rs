//! What the report of a meeting holds, in no format, and how it is made of outcomes. The field names are the ones of `report.json`
//! and stay as they are.

use super::partnerships::Partnership;
use super::together;
use crate::outcome::contents::{
    Answer, MeetingPart, Outcome, OutcomePoint, Participation, Poll, ReadAloud, RoomPart, SessionPart, Status,
};
use crate::outcome::wording;
use crate::outcome::wording::points::KINDS;
use crate::room::command::PollKind;
use crate::room::event::{Attribution, Gathering};
use crate::room::notes::point::{PointKind, Standing};
use crate::room::view::ReportState;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Name and version of the form of `report.json`.
pub const REPORT_SCHEMA: &str = "roundtable-report/1";

/// The report of a whole meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Combined {
    /// Form of this document: [`REPORT_SCHEMA`].
    pub schema: String,
    /// What kind of text this is.
    pub nature: String,
    /// Whether it can still change: final where every room is.
    pub status: Status,
    /// The latest moment that one of the outcomes tells of, in UTC.
    pub as_of: String,
    /// The meeting.
    pub meeting: MeetingPart,
    /// The points of all rooms by what they are: the messages for the plenary first. Kinds without points are left out.
    pub points: Vec<OfKind>,
    /// The rooms in the order of the meeting.
    pub rooms: Vec<RoomSummary>,
    /// What the closing plenary made of the points; missing where its board was not shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plenary: Option<PlenaryList>,
    /// What delegations agreed on in the matchmaking and both let be known, in the order of agreeing; missing where there is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partnerships: Vec<Partnership>,
}

/// What the report has that comes from no room.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BesideRooms {
    /// What the closing plenary made of the points; none where its board was not shown.
    pub plenary: Option<PlenaryList>,
    /// What delegations agreed on in the matchmaking and both let be known.
    pub partnerships: Vec<Partnership>,
}

impl Combined {
    /// The report with what comes from no room.
    #[must_use]
    pub fn with(self, BesideRooms { plenary, partnerships }: BesideRooms) -> Self {
        Self {
            plenary,
            partnerships,
            ..self
        }
    }
}

/// All points of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OfKind {
    /// The kind.
    pub kind: PointKind,
    /// Its points: room by room, in the order of each room's notes.
    pub points: Vec<RoomPoint>,
}

/// A point and the room that it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoomPoint {
    /// The room's id.
    pub room: String,
    /// The point, with its number in that room's document.
    #[serde(flatten)]
    pub point: OutcomePoint,
}

/// What the closing plenary made of the points: by theme its messages, and what was supported, put first or said in more than one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlenaryList {
    /// The themes with something on the list, in the order of the meeting.
    pub themes: Vec<PlenaryTheme>,
}

/// A theme of the plenary's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlenaryTheme {
    /// Its code.
    pub code: String,
    /// What it is called.
    pub title: String,
    /// Its points in the order of the board.
    pub points: Vec<PlenaryPoint>,
}

/// A point of the plenary's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlenaryPoint {
    /// Its room and its id.
    pub id: String,
    /// What it is.
    pub kind: PointKind,
    /// Where its room stands on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// How many seats support it.
    pub support: u32,
    /// Titles of the rooms that said it.
    pub from: Vec<String>,
    /// Its text.
    pub text: String,
    /// What else says the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubles: Vec<String>,
}

/// A room inside the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct RoomSummary {
    /// The room.
    pub room: RoomPart,
    /// The session, as far as the programme names it.
    pub session: SessionPart,
    /// As what it met; left out of a group.
    #[serde(default, skip_serializing_if = "Gathering::is_group")]
    pub gathering: Gathering,
    /// Of a plenary or a panel on the record: who spoke, as `name, delegation`, in the order of their first speech.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<String>,
    /// Of a plenary or a panel: what was asked from the floor that others supported or that was answered, most support first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<FloorQuestion>,
    /// Whether its outcome can still change.
    pub status: Status,
    /// Which close of the room it belongs to.
    pub revision: u32,
    /// Position in the room's journal that it tells of.
    pub seq: u64,
    /// What may be told of it outside.
    pub attribution: Attribution,
    /// The same as a sentence.
    pub attribution_rule: String,
    /// How far the clearing of its report is.
    pub report: ReportState,
    /// Whether paragraphs were changed, added or taken out after the last draft that the room saw.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub report_changed: bool,
    /// Who chaired.
    pub chairs: Vec<String>,
    /// Who reported.
    pub rapporteurs: Vec<String>,
    /// Who took part, in figures.
    pub participation: Participation,
    /// How many speeches were given.
    pub speeches: u32,
    /// How much time they used together, in seconds.
    pub speaking_time_s: u64,
    /// How many points were marked, also where they are not told.
    pub points_marked: u32,
    /// How long its messages for the plenary take.
    pub read_aloud: ReadAloud,
    /// How many polls were put to it, also where they are not told.
    pub polls_held: u32,
    /// Its polls in a line each.
    pub polls: Vec<PollOverview>,
}

/// A question from the floor of a plenary or a panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FloorQuestion {
    /// Its text.
    pub text: String,
    /// How many seats support it, its author's left out.
    pub support: u32,
    /// Whether it was answered.
    pub answered: bool,
}

/// A poll in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PollOverview {
    /// Its id.
    pub id: String,
    /// The question.
    pub question: String,
    /// What a ballot looks like.
    pub kind: PollKind,
    /// On how many of how many ballots it stands, as a sentence; empty where it has no result.
    pub base: String,
    /// Answers with the highest first figure, where the poll has answers and a result; several where they are equal.
    pub leading: Vec<String>,
}

/// The report of the rooms with these outcomes, in this order; none where there are none.
pub fn combine(outcomes: &[Outcome]) -> Option<Combined> {
    let first = outcomes.first()?;
    let is_final = outcomes.iter().all(|outcome| outcome.status == Status::Final);
    let of_kind = |kind| OfKind {
        kind,
        points: outcomes.iter().flat_map(|outcome| points(outcome, kind)).collect(),
    };
    Some(Combined {
        schema: REPORT_SCHEMA.to_owned(),
        nature: wording::NATURE.to_owned(),
        status: if is_final { Status::Final } else { Status::Draft },
        as_of: outcomes
            .iter()
            .map(|outcome| &outcome.as_of)
            .max()
            .cloned()
            .unwrap_or_default(),
        meeting: first.meeting.clone(),
        points: KINDS
            .into_iter()
            .map(of_kind)
            .filter(|of_kind| !of_kind.points.is_empty())
            .collect(),
        rooms: outcomes.iter().map(summary).collect(),
        plenary: None,
        partnerships: Vec::new(),
    })
}

fn points(outcome: &Outcome, kind: PointKind) -> impl Iterator<Item = RoomPoint> {
    let of_kind = outcome.points.iter().filter(move |point| point.mark.kind == kind);
    of_kind.map(|point| RoomPoint {
        room: outcome.room.id.clone(),
        point: point.clone(),
    })
}

fn summary(outcome: &Outcome) -> RoomSummary {
    RoomSummary {
        room: outcome.room.clone(),
        session: outcome.session.clone(),
        gathering: outcome.gathering,
        speakers: together::speakers(outcome),
        questions: together::questions(outcome),
        status: outcome.status,
        revision: outcome.revision,
        seq: outcome.seq,
        attribution: outcome.attribution,
        attribution_rule: outcome.attribution_rule.clone(),
        report: outcome.clearing.state,
        report_changed: outcome.clearing.changed_after.is_some(),
        chairs: outcome.chairs.clone(),
        rapporteurs: outcome.rapporteurs.clone(),
        participation: outcome.participation.clone(),
        speeches: outcome.floor.speeches,
        speaking_time_s: outcome.floor.speaking_time_s,
        points_marked: outcome.points_marked,
        read_aloud: outcome.read_aloud.clone(),
        polls_held: outcome.polls_held,
        polls: outcome.polls.iter().map(overview).collect(),
    }
}

fn overview(poll: &Poll) -> PollOverview {
    let figure = |answer: &Answer| answer.ballots.or(answer.points);
    let most = poll.answers.iter().filter_map(figure).max().filter(|most| *most > 0);
    let leading = poll.answers.iter().filter(|answer| most.is_some() && figure(answer) == most);
    PollOverview {
        id: poll.id.clone(),
        question: poll.question.clone(),
        kind: poll.kind,
        base: poll.result.as_ref().map(|result| result.base.clone()).unwrap_or_default(),
        leading: leading.map(|answer| answer.text.clone()).collect(),
    }
}
