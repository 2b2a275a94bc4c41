//! What has happened in the course of the session.

use crate::room::command::Shows;
use crate::room::ids::Millis;
use crate::room::seat::Role;
use crate::room::sittings::SittingTimes;
use serde::{Deserialize, Serialize};

/// One thing that has happened in the course of the session; the stamp says who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum SessionEvent {
    /// Everybody was told something.
    Announced {
        /// What.
        message: String,
        /// Until when it stays on the pages.
        until: Millis,
        /// As what the one spoke who told it: chair or organiser.
        role: Role,
    },
    /// That is off the pages.
    AnnouncementWithdrawn,
    /// A countdown runs, or ends at another time.
    CountdownSet {
        /// When it ends.
        ends_at: Millis,
        /// To what it counts; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        label: String,
    },
    /// There is none any more.
    CountdownStopped,
    /// The session lasts longer.
    SessionExtended {
        /// By so many minutes more.
        minutes: u32,
        /// Which, where the room meets in several; left out: the first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sitting: Option<SittingTimes>,
    },
    /// It ends as planned again.
    ExtensionTakenBack {
        /// Which, where the room meets in several; left out: the first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sitting: Option<SittingTimes>,
    },
    /// The organiser was called to the room.
    HelpCalled {
        /// What for; may be empty.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// By the chair or the rapporteur.
        role: Role,
    },
    /// Help is coming.
    HelpAnswered,
    /// No help is needed any more.
    HelpEnded,
    /// The screen shows something else.
    ScreenSet {
        /// What.
        shows: Shows,
    },
}
