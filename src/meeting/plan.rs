//! What a meeting file says once it has been read: the meeting, its programme and its rooms. Serialisable, because the
//! server keeps it in its journal.

use crate::room::command::{BoardRule, Entry, PollPaper, Writers};
use crate::room::event::{Attribution, Definition, Gathering, Sitting};
use crate::room::floor::{OrderRule, Scope};
use crate::room::tools::Tool;
use crate::room::view::ListState;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A whole occasion.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Meeting {
    /// Its id, part of every address.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its aim in a sentence; may be empty.
    #[serde(default)]
    pub subtitle: String,
    /// Where it is held; may be empty.
    #[serde(default)]
    pub place: String,
    /// Its day, or the first of them, as in `2024-05-10`.
    pub date: String,
    /// The place's time zone by its IANA name, as in `America/New_York`. Times of the programme are in it.
    pub timezone: String,
    /// Its languages as BCP 47 tags, `en` first where it comes first.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Its sessions in the order of the file.
    #[serde(default)]
    pub programme: Vec<Session>,
    /// Its rooms in the order of the file.
    #[serde(default)]
    pub rooms: Vec<RoomPlan>,
}

/// A slot of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Session {
    /// Its id.
    pub id: String,
    /// Its day, as in `2024-05-10`.
    pub date: String,
    /// Its start in the place's own time, as in `15:00`.
    pub starts: String,
    /// Its end.
    pub ends: String,
    /// Its title.
    pub title: String,
    /// What kind of slot it is.
    pub kind: SessionKind,
    /// What happens in it; may be empty.
    #[serde(default)]
    pub description: String,
    /// Ids of the rooms that meet in it.
    #[serde(default)]
    pub rooms: Vec<String>,
}

impl Session {
    pub(super) fn sitting(&self) -> Sitting {
        Sitting {
            session: self.title.clone(),
            date: self.date.clone(),
            starts: self.starts.clone(),
            ends: self.ends.clone(),
        }
    }
}

/// What kind of slot a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SessionKind {
    /// A reception, a lunch, a pause.
    Social,
    /// Everybody together.
    Plenary,
    /// A discussion of invited speakers in front of everybody.
    Panel,
    /// Those who offer meet those who seek.
    Matchmaking,
    /// Groups side by side.
    Breakout,
}

impl SessionKind {
    /// As what the rooms of such a session meet.
    pub fn gathering(self) -> Gathering {
        match self {
            Self::Plenary => Gathering::Plenary,
            Self::Panel => Gathering::Panel,
            Self::Social | Self::Matchmaking | Self::Breakout => Gathering::Group,
        }
    }
}

/// A room as it is planned, its template already filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RoomPlan {
    /// Its id, part of its address.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its theme in a sentence; may be empty.
    #[serde(default)]
    pub theme: String,
    /// Its guiding questions.
    #[serde(default)]
    pub questions: Vec<String>,
    /// What may be told of it outside.
    #[serde(default)]
    pub attribution: Attribution,
    /// Who may write the notes at first.
    pub writers: Writers,
    /// Time limit of a speech, seconds.
    pub speaking_limit_s: u32,
    /// Whether the list of speakers takes requests at first.
    pub list: ListState,
    /// The rule that orders the list of speakers.
    #[serde(default)]
    pub order: OrderRule,
    /// Time limits of classes and lanes that differ from that of the list, seconds.
    #[serde(default)]
    pub speaking_limits: BTreeMap<Scope, u32>,
    /// Who is on the list of speakers from the start.
    #[serde(default)]
    pub speakers: Vec<Entry>,
    /// Polls that wait as drafts.
    #[serde(default)]
    pub polls: Vec<PollPaper>,
    /// Headings that the notes open with.
    #[serde(default)]
    pub sections: Vec<String>,
    /// Who sees a new card on the board at first.
    #[serde(default)]
    pub board: BoardRule,
    /// The tools that it goes without.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub without: BTreeSet<Tool>,
    /// Who moderates, by name.
    #[serde(default)]
    pub moderators: Vec<String>,
    /// Who sits on the panel, by name.
    #[serde(default)]
    pub panellists: Vec<String>,
}

impl RoomPlan {
    /// Takes everybody out who is named in it.
    pub fn forget_people(&mut self) {
        self.speakers.clear();
        self.moderators.clear();
        self.panellists.clear();
    }
}

impl Meeting {
    /// The room with this id.
    pub fn room(&self, id: &str) -> Option<&RoomPlan> {
        self.rooms.iter().find(|room| room.id == id)
    }

    /// The session that a room meets in, the first where there are several; none where the programme does not name it.
    pub fn session_of(&self, room: &str) -> Option<&Session> {
        self.sessions_of(room).next()
    }

    pub(super) fn sessions_of(&self, room: &str) -> impl Iterator<Item = &Session> {
        let meets = move |session: &&Session| session.rooms.iter().any(|id| id == room);
        self.programme.iter().filter(meets)
    }

    /// The plan without the people in it: who speaks, moderates and sits on panels. Titles and texts stay as they are.
    #[must_use]
    pub fn without_people(&self) -> Self {
        let mut plan = self.clone();
        plan.rooms.iter_mut().for_each(RoomPlan::forget_people);
        plan
    }

    /// What the room's own journal has to know, so that it can be read back without the file.
    pub fn definition(&self, room: &str, join_code: &str) -> Option<Definition> {
        let plan = self.room(room)?;
        let session = self.session_of(room);
        let of_session = |field: fn(&Session) -> &String| session.map(field).cloned().unwrap_or_default();
        Some(Definition {
            meeting: self.id.clone(),
            meeting_title: self.title.clone(),
            room: plan.id.clone(),
            title: plan.title.clone(),
            theme: plan.theme.clone(),
            questions: plan.questions.clone(),
            gathering: session.map(|session| session.kind.gathering()).unwrap_or_default(),
            session: of_session(|session| &session.title),
            date: session.map_or(&self.date, |session| &session.date).clone(),
            starts: of_session(|session| &session.starts),
            ends: of_session(|session| &session.ends),
            later: self.sessions_of(room).skip(1).map(Session::sitting).collect(),
            attribution: plan.attribution,
            writers: plan.writers,
            speaking_limit_s: plan.speaking_limit_s,
            list_open: plan.list == ListState::Open,
            order: plan.order,
            speaking_limits: plan.speaking_limits.clone(),
            speakers: plan.speakers.clone(),
            polls: plan.polls.clone(),
            sections: plan.sections.clone(),
            board: plan.board,
            without: plan.without.clone(),
            moderators: plan.moderators.clone(),
            panellists: plan.panellists.clone(),
            timezone: self.timezone.clone(),
            join_code: join_code.to_owned(),
        })
    }
}
