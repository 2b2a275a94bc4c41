//! What each audience may see of a room. What is true and who may see it are two questions: the state knows every ballot,
//! a view tells what its audience gets, and nothing reaches a client but through a view.
//!
//! Lists are maps by id with an `order` beside them, and a view never holds a null, so that an RFC 7396 merge patch can
//! say every change and a client only has to merge.

use super::command::{Ballot, Writers};
use super::event::{Attribution, Gathering, Sitting};
use super::floor::{Group, Lane, OrderRule, Scope, Step, Why};
use super::ids::{CardId, CommentId, Millis, OptionId, PollId, RemarkId, RequestId, SeatId, Seq, VersionId};
use super::seat::{Profile, Role};
use super::tools::Tool;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

mod board;
mod comments;
mod polls;
mod report;
mod session;
mod summary;

pub use board::{BoardView, CardView, OwnCard};
pub use comments::{CommentView, CommentsView, ReplyView, Written};
pub use polls::{CountView, PollState, PollView, PollsView, QuorumView, RollLine, TextView, TranslationView};
pub use report::{DraftView, RemarkView, ReportState, ReportView};
pub use session::{AnnouncementView, CountdownView, HelpView, SessionView};
pub use summary::{OpenPollView, RoomSummary};

/// A group of roles that sees the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Delegates.
    Participant,
    /// Chairs and organisers.
    Chair,
    /// The rapporteur.
    Rapporteur,
    /// The projector.
    Screen,
}

impl Audience {
    /// Every audience; the discriminant is the index.
    pub const ALL: [Audience; 4] = [Audience::Participant, Audience::Chair, Audience::Rapporteur, Audience::Screen];
}

impl From<Role> for Audience {
    fn from(role: Role) -> Self {
        match role {
            Role::Participant => Self::Participant,
            Role::Chair | Role::Organiser => Self::Chair,
            Role::Rapporteur => Self::Rapporteur,
            Role::Screen => Self::Screen,
        }
    }
}

/// The whole view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct View {
    /// What the room is and whether it is open.
    pub room: RoomView,
    /// Who is in it.
    pub people: PeopleView,
    /// The list of speakers.
    pub floor: FloorView,
    /// The polls.
    pub polls: PollsView,
    /// Who may write the notes, and their named versions.
    pub notes: NotesView,
    /// The comments on the notes.
    pub comments: CommentsView,
    /// The board of contributions.
    pub board: BoardView,
    /// The clearing of the report.
    pub report: ReportView,
    /// The course of the session.
    pub session: SessionView,
}

/// What the room is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct RoomView {
    /// The meeting's id.
    pub meeting: String,
    /// The meeting's title.
    pub meeting_title: String,
    /// The room's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its theme; may be empty.
    pub theme: String,
    /// Its guiding questions.
    pub questions: Vec<String>,
    /// As what it meets.
    pub gathering: Gathering,
    /// Title of its session; may be empty.
    pub session: String,
    /// Date of the session, `2024-05-10`; may be empty.
    pub date: String,
    /// Start in the place's own time, `15:00`; may be empty.
    pub starts: String,
    /// End; may be empty.
    pub ends: String,
    /// The further sessions in which it meets, in the order of the programme; missing where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Sitting>>")]
    pub later: Vec<Sitting>,
    /// The place's time zone by its IANA name; missing where it was not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(optional, as = "Option<String>")]
    pub timezone: String,
    /// What may be told outside.
    pub attribution: Attribution,
    /// The tools that it goes without; missing where it has all of them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[ts(optional, as = "Option<BTreeSet<Tool>>")]
    pub without: BTreeSet<Tool>,
    /// The participants' join code.
    pub join_code: String,
    /// Whether the room takes commands.
    pub state: RoomState,
    /// Number of the outcome that the next close makes (open) or the last one made (closed), from 1.
    pub revision: u32,
    /// When it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub closed_at: Option<Millis>,
}

/// Whether the room takes commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RoomState {
    /// It does.
    Open,
    /// It is read-only.
    Closed,
}

/// Who is in the room.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct PeopleView {
    /// How many seats of participants, chairs and rapporteurs have been taken so far, whether or not they are connected now.
    pub seats_taken: u32,
    /// The seats by id: all of them for chair and rapporteur; only chairs and rapporteurs for the others.
    pub seats: BTreeMap<SeatId, SeatView>,
}

/// One seat as others see it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct SeatView {
    /// Its role.
    pub role: Role,
    /// Who has it.
    #[serde(flatten)]
    pub profile: Profile,
    /// Whether it may write the notes now.
    pub writes: bool,
}

/// The list of speakers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct FloorView {
    /// Whether it takes requests.
    pub list: ListState,
    /// When it will close; only while it is closing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub closes_at: Option<Millis>,
    /// The rule that orders it.
    pub rule: OrderRule,
    /// Time limit of the speeches to come, seconds.
    pub limit_s: u32,
    /// Time limits of classes and lanes that differ from it, seconds.
    pub limits: BTreeMap<Scope, u32>,
    /// Who has the floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub speaking: Option<SpeakingView>,
    /// Whom a point of order has interrupted: they have the floor again after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub interrupted: Option<SpeakingView>,
    /// Who waits, by request.
    pub requests: BTreeMap<RequestId, RequestView>,
    /// The order in which they wait, all lanes in one.
    pub order: Vec<RequestId>,
    /// How many speeches have been given, points of order not counted.
    pub spoken: u32,
    /// How fast it goes.
    pub pace: PaceView,
    /// What only the chair sees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub desk: Option<DeskView>,
}

/// Whether the list takes requests. Points of order are taken in every state, replies as soon as somebody has spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ListState {
    /// It has not been opened yet.
    NotOpen,
    /// It takes requests.
    Open,
    /// It takes requests until the announced time.
    Closing,
    /// It takes none; some are still waiting.
    Closed,
    /// It takes none, and everybody has been heard.
    Exhausted,
}

impl ListState {
    /// Whether it takes requests.
    pub fn takes_requests(self) -> bool {
        matches!(self, Self::Open | Self::Closing)
    }
}

/// How long one turn takes in this room: from which everybody reckons their wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct PaceView {
    /// One turn with the pause after it, seconds.
    pub turn_s: u32,
    /// From how many speeches that is known; 0: from none, it is the speaking time.
    pub speeches: u32,
    /// How much of their limit those speeches took, percent; 100 where there is none.
    pub use_percent: u32,
    /// The pause between two of them, seconds.
    pub gap_s: u32,
}

/// A request that waits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct RequestView {
    /// Whose it is; missing where the chair put somebody without a device on the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub seat: Option<SeatId>,
    /// Who speaks. "Participant" where no name was given is the client's to say.
    #[serde(flatten)]
    pub profile: Profile,
    /// The group among which rotations and balances count them.
    pub group: Group,
    /// The group for which they speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub on_behalf_of: Option<String>,
    /// The language that they will speak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub language: Option<String>,
    /// Whether they speak from elsewhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub remote: bool,
    /// Its lane.
    pub lane: Lane,
    /// Of a question or an answer: who is asked, or who asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub about: Option<String>,
    /// When it was made.
    pub asked_at: Millis,
    /// The time limit that its speech would have now, seconds, a private allowance left out; missing for who speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub time_s: Option<u32>,
    /// Why it stands where it stands; missing for who speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub why: Option<Why>,
}

/// The speech under way. It has lasted from `started_at` to now (or `paused_at`), less `paused_ms`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct SpeakingView {
    /// The request it came from.
    pub request: RequestId,
    /// Whose it is, and the rest of the request.
    #[serde(flatten)]
    pub who: RequestView,
    /// When it began.
    pub started_at: Millis,
    /// Since when its clock stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub paused_at: Option<Millis>,
    /// How long its clock has stood before, milliseconds.
    #[ts(type = "number")]
    pub paused_ms: i64,
    /// Its time limit, seconds.
    pub limit_s: u32,
}

/// What of the list only the chair sees.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct DeskView {
    /// The chair's notes beside requests.
    pub notes: BTreeMap<RequestId, String>,
    /// Private allowances, seconds.
    pub allowances: BTreeMap<SeatId, u32>,
    /// Those who were passed over or taken off the list, and can be put back.
    pub dismissed: BTreeMap<RequestId, RequestView>,
    /// The step that can be undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub undo: Option<UndoView>,
    /// How often and how long each class has spoken so far, points of order not counted.
    pub classes: BTreeMap<Group, HeardView>,
    /// The same for each regional group, and for those who are in none.
    pub regions: BTreeMap<Group, HeardView>,
}

/// The step that can be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct UndoView {
    /// Its number.
    pub step: u32,
    /// What it was.
    pub what: Step,
    /// Until when.
    pub until: Millis,
}

/// How much somebody has been heard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct HeardView {
    /// Speeches.
    pub speeches: u32,
    /// Seconds.
    pub seconds: u32,
}

/// Who may write the notes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct NotesView {
    /// The rule.
    pub writers: Writers,
    /// The named versions.
    pub versions: BTreeMap<VersionId, VersionView>,
}

/// A named version of the notes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct VersionView {
    /// Its name.
    pub name: String,
    /// When it was named.
    pub at: Millis,
    /// The position at which it was named: the history has the notes as they were then under it, in the last step up to it.
    pub seq: Seq,
}

/// What a seat alone sees of itself; travels beside the view, never in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, utoipa::ToSchema)]
pub struct You {
    /// Its id.
    pub seat: SeatId,
    /// Its role.
    pub role: Role,
    /// Who has it.
    #[serde(flatten)]
    pub profile: Profile,
    /// Whether it may write the notes now.
    pub writes: bool,
    /// Whether it may look at the history of the notes: whoever is of those who write them, also when they are final or the room is
    /// closed.
    pub history: bool,
    /// The requests of its delegation that wait or have the floor.
    pub requests: Vec<RequestId>,
    /// The answers that it, or its delegation, has chosen, by poll; of a secret poll nothing.
    pub ballots: BTreeMap<PollId, Vec<OptionId>>,
    /// The whole ballots that are in, its own or its delegation's, by poll; of a secret poll an empty one, which says only that
    /// it is in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<PollId, Ballot>>")]
    pub cast: BTreeMap<PollId, Ballot>,
    /// Open polls in which it may not vote although its role may: it joined later, or is of another class or delegation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<PollId>>")]
    pub barred: Vec<PollId>,
    /// Its own cards on the board, those that wait among them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(optional, as = "Option<BTreeMap<CardId, OwnCard>>")]
    pub cards: BTreeMap<CardId, OwnCard>,
    /// Cards that it supports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<CardId>>")]
    pub supports: Vec<CardId>,
    /// Its own comments on the notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<CommentId>>")]
    pub comments: Vec<CommentId>,
    /// Its own remarks on the draft under way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<RemarkId>>")]
    pub remarks: Vec<RemarkId>,
}
