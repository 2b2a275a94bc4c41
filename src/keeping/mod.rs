//! How long a meeting keeps who took part in it: until a day that the organiser sets in advance, and that everybody is told at the door. On
//! the day after, by the clocks of the place, the names go by themselves; `hub::forgetting` carries that out.
//!
//! The date is a promise. It may be set at any time and made earlier at any time; once somebody has come in it is not made later, and not
//! taken away. It is never before the last day of the programme. The organiser may also delete at once, with the meeting's id as a word of
//! confirmation, when all rooms are closed. A deletion that has begun is carried out to its end, also after a restart.

mod rules;

#[cfg(test)]
mod tests;

use crate::book::{Book, Context, seen};
use crate::room::event::Stamp;
use crate::room::ids::Millis;
use crate::room::place_time;
use crate::room::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Longest word of who keeps the names and how they are reached.
pub const BY_CHARACTERS_MAX: usize = 200;

/// Until when names are kept, and by whom: what is told at the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Promise {
    /// The last day, as in `2025-06-01`, in the place's own time.
    pub until: String,
    /// Who is responsible and how they are reached, in a sentence of its own.
    pub by: String,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Command {
    /// Keep names until a day.
    Set {
        /// Until when, and by whom.
        #[serde(flatten)]
        promise: Promise,
        /// What was told when it was looked at, null: nothing. Where somebody else has said something else since, it is refused. Left out:
        /// it stands over whatever is there.
        #[serde(default, deserialize_with = "seen")]
        seen: Option<Option<Promise>>,
        /// How the meeting stands.
        #[serde(skip)]
        facts: Facts,
    },
    /// Keep them without a date again.
    Unset {
        /// What was told when it was looked at, as with `Set`.
        #[serde(default, deserialize_with = "seen")]
        seen: Option<Option<Promise>>,
        /// How the meeting stands.
        #[serde(skip)]
        facts: Facts,
    },
    /// Delete them now.
    DeleteNow {
        /// The meeting's id, typed by the organiser.
        confirm: String,
        /// How the meeting stands.
        #[serde(skip)]
        facts: Facts,
    },
    /// The server's own: the day has passed.
    #[serde(skip)]
    Begin,
    /// The server's own: the names are gone.
    #[serde(skip)]
    Finish {
        /// In how many rooms.
        rooms: u32,
    },
}

/// How a meeting stands, as far as the rules ask. Filled in by the server, never by who asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The meeting's id.
    pub meeting: String,
    /// Today in the place, as in `2024-05-10`.
    pub today: String,
    /// The last day of its programme.
    pub last_day: String,
    /// Whether anybody has come in.
    pub has_people: bool,
    /// Titles of rooms that are open.
    pub open_rooms: Vec<String>,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Event {
    /// A date was set, or another one.
    DateSet {
        /// Until when, and by whom.
        promise: Promise,
    },
    /// There is no date any more.
    DateUnset,
    /// Names are being deleted from here on.
    DeletionBegun,
    /// They are gone.
    PeopleForgotten {
        /// In how many rooms.
        rooms: u32,
    },
}

/// Where it stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Names are kept.
    #[default]
    Kept,
    /// They are being deleted.
    Deleting,
    /// They are gone.
    Deleted,
}

/// How long names are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keeping {
    /// What is told at the door; none where no date was set.
    pub promise: Option<Promise>,
    /// Where it stands.
    pub state: State,
    /// When names were deleted.
    pub deleted_at: Option<Millis>,
    /// In how many rooms.
    pub rooms: u32,
}

impl Keeping {
    /// The moment from which names are not to be there any more; none where no date was set.
    pub fn due_at(&self, timezone: &str) -> Option<Millis> {
        let day = self.promise.as_ref()?.until.parse().ok()?;
        place_time::end_of(day, &place_time::zone(timezone))
    }

    /// Whether names are to be deleted now: the day has passed, or a deletion was begun and not ended.
    pub fn is_due(&self, now: Millis, timezone: &str) -> bool {
        match self.state {
            State::Deleted => false,
            State::Deleting => true,
            State::Kept => self.due_at(timezone).is_some_and(|due| now >= due),
        }
    }
}

impl Book for Keeping {
    const NAME: &'static str = "keeping";
    type Command = Command;
    type Event = Event;

    fn decide(&self, command: &Command, context: &Context) -> Result<Vec<Event>, Refusal> {
        rules::decide(self, command, context)
    }

    fn apply(&mut self, stamp: &Stamp, event: &Event) {
        match event {
            Event::DateSet { promise } => self.promise = Some(promise.clone()),
            Event::DateUnset => self.promise = None,
            Event::DeletionBegun => self.state = State::Deleting,
            Event::PeopleForgotten { rooms } => {
                self.state = State::Deleted;
                self.deleted_at = Some(stamp.at);
                self.rooms = *rooms;
            }
        }
    }
}
