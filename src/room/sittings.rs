//! The sessions in which a room meets, and the one that is meant at a moment. A plenary opens the day and closes it in the same room: what
//! is given more time is the one that people sit in, not the one of the morning.

use super::event::{Definition, Sitting};
use super::ids::Millis;
use super::place_time::{civil, moment, zone};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// How long people stay in their seats after the end: until then a session is still the one that is meant, unless the next one begins. The
/// pages go by the same.
const LINGER_MS: i64 = 30 * 60_000;

/// When a session is planned: by this a room knows its sessions, whatever they are called and however they are ordered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct SittingTimes {
    /// Its date, as in `2024-05-10`.
    pub date: String,
    /// Its start in the place's own time, as in `15:00`.
    pub starts: String,
    /// Its end.
    pub ends: String,
}

/// A session of a room that lasts longer than planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS, utoipa::ToSchema)]
pub struct Extension {
    /// Which.
    #[serde(flatten)]
    pub times: SittingTimes,
    /// By how many minutes; 0 where all was taken back.
    pub minutes: u32,
    /// How far that was changed so far: minutes given, and times taken back. Only grows, so that a calendar knows the newer one.
    pub turns: u32,
}

impl Sitting {
    /// When it is planned.
    pub fn times(&self) -> SittingTimes {
        SittingTimes {
            date: self.date.clone(),
            starts: self.starts.clone(),
            ends: self.ends.clone(),
        }
    }
}

impl Definition {
    /// When the room meets; the first is the one that the programme names first.
    pub fn sittings(&self) -> Vec<SittingTimes> {
        let first = SittingTimes {
            date: self.date.clone(),
            starts: self.starts.clone(),
            ends: self.ends.clone(),
        };
        std::iter::once(first).chain(self.later.iter().map(Sitting::times)).collect()
    }

    /// The session that is meant at a moment: the one that goes on or has only just ended, else the next one, else the last.
    pub fn sitting_at(&self, now: Millis, extended: &[Extension]) -> SittingTimes {
        let place = zone(&self.timezone);
        let mut sittings = self.sittings();
        sittings.sort_by(|one, other| (&one.date, &one.starts).cmp(&(&other.date, &other.starts)));
        let is_left = |at: usize| {
            let next = sittings
                .get(at + 1)
                .and_then(|next| planned(&next.date, &next.starts, &place));
            let ends = end(&sittings[at], extended, &place);
            let (Some(next), Some(ends)) = (next, ends) else {
                return false;
            };
            now.0 >= next.max(ends).min(ends + LINGER_MS)
        };
        let meant = (0..sittings.len()).find(|at| !is_left(*at)).unwrap_or_default();
        sittings.swap_remove(meant)
    }
}

fn end(sitting: &SittingTimes, extended: &[Extension], place: &TimeZone) -> Option<i64> {
    let longer_ms = i64::from(minutes_of(extended, sitting)) * 60_000;
    planned(&sitting.date, &sitting.ends, place).map(|ends| ends + longer_ms)
}

fn planned(date: &str, time: &str, place: &TimeZone) -> Option<i64> {
    moment(civil(date, time)?, place).map(|moment| moment.as_millisecond())
}

/// By how many minutes a session lasts longer.
pub fn minutes_of(extended: &[Extension], sitting: &SittingTimes) -> u32 {
    let found = extended.iter().find(|extension| extension.times == *sitting);
    found.map_or(0, |extension| extension.minutes)
}
