//! What a seat may ask of the course of the session: announcements, the countdown, more time, help, and what the screen shows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use utoipa::ToSchema;

/// What the screen in the room shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Shows {
    /// What is going on: who speaks, the poll of the moment, how to join.
    #[default]
    Automatic,
    /// Who speaks, and who is next.
    Floor,
    /// The poll of the moment.
    Poll,
    /// The notes, as they are being written.
    Notes,
    /// The board of contributions.
    Board,
    /// How to join.
    Join,
    /// The countdown.
    Countdown,
    /// The board of the closing plenary, as everybody may see it, or the report that is read out there.
    Plenary,
    /// The room's title alone.
    Blank,
}

/// For the course of the session. All but `extend` may be asked of a closed room, too: people still sit in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, ToSchema)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum SessionCommand {
    /// Tell everybody something, in place of what was announced before.
    Announce {
        /// What.
        message: String,
        /// How long it stays on the pages of those who do not put it away, seconds. Left out: ten minutes.
        #[serde(default)]
        for_s: Option<u32>,
    },
    /// Take the announcement off the pages.
    Unannounce,
    /// Count down, in place of a countdown that runs.
    Countdown {
        /// How long, seconds from now.
        seconds: u32,
        /// To what; may be empty.
        #[serde(default)]
        label: String,
    },
    /// Take the countdown off the pages.
    StopCountdown,
    /// Give the session more time, and with it a countdown that is there.
    Extend {
        /// How many minutes.
        minutes: u32,
        /// By how many minutes it lasted longer when it was looked at: where somebody has given it time or taken it back since, nothing is
        /// done. Left out: it is given to whatever it has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        seen: Option<u32>,
    },
    /// Take back all the time that the session was given. A countdown stays as it is.
    EndAsPlanned {
        /// As with `Extend`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        seen: Option<u32>,
    },
    /// Call the organiser to the room.
    CallForHelp {
        /// What for; may be empty.
        #[serde(default)]
        reason: String,
    },
    /// Say that help is coming.
    AnswerHelp,
    /// Say that no help is needed any more.
    EndHelp,
    /// Say what the screen shows.
    Screen {
        /// What.
        shows: Shows,
    },
}
