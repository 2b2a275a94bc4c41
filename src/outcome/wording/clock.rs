//! Moments for people: in the time of the place where the meeting is held, with its zone named. Where the zone was not said, or is
//! none that the bundled table of time zones knows, they are in UTC. `outcome.json` and the tables keep UTC.

use crate::outcome::contents::Outcome;
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// The clock of a place.
pub(in crate::outcome) struct LocalClock {
    zone: Option<(String, TimeZone)>,
}

impl LocalClock {
    /// The clock of the place where the outcome's meeting is held.
    pub(in crate::outcome) fn of(outcome: &Outcome) -> Self {
        Self::in_zone(&outcome.meeting.timezone)
    }

    /// The clock of a zone by its IANA name. The table is the program's own, not the machine's: the same everywhere.
    pub(in crate::outcome) fn in_zone(name: &str) -> Self {
        let zone = TimeZoneDatabase::bundled().get(name).ok();
        Self {
            zone: zone.map(|zone| (name.to_owned(), zone)),
        }
    }

    /// A moment: `2024-05-10 15:00:00 (America/New_York)`.
    pub(in crate::outcome) fn moment(&self, utc: &str) -> String {
        let (day, time) = self.day_and_time(utc);
        format!("{day} {time} {}", self.beside())
    }

    /// Day and time of a moment such as `2024-05-10T19:00:00Z`.
    pub(super) fn day_and_time(&self, utc: &str) -> (String, String) {
        let local = self.zone.as_ref().and_then(|(_, zone)| {
            let moment: Timestamp = utc.parse().ok()?;
            let there = moment.to_zoned(zone.clone()).datetime();
            Some((there.date().to_string(), there.time().to_string()))
        });
        local.unwrap_or_else(|| {
            let (day, time) = utc.trim_end_matches('Z').split_once('T').unwrap_or((utc, ""));
            (day.to_owned(), time.to_owned())
        })
    }

    /// The time of day; with the day where it is another one than told already.
    pub(super) fn time(&self, utc: &str, day: &str) -> String {
        match self.day_and_time(utc) {
            (of_moment, time) if of_moment == day => time,
            (of_moment, time) => format!("{of_moment} {time}"),
        }
    }

    /// Which clock it is, behind a time: `UTC` or `(America/New_York)`.
    pub(super) fn beside(&self) -> String {
        match &self.zone {
            Some((name, _)) if name != "UTC" => format!("({name})"),
            _ => "UTC".to_owned(),
        }
    }

    /// The same in a sentence: `in UTC`, `local time (America/New_York)`.
    pub(super) fn said(&self) -> String {
        match &self.zone {
            Some((name, _)) if name != "UTC" => format!("local time ({name})"),
            _ => "in UTC".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LocalClock;

    #[test]
    fn a_moment_is_told_in_the_time_of_the_place_in_summer_and_in_winter() {
        let new_york = LocalClock::in_zone("America/New_York");
        let told = ["2024-05-10T19:00:00Z", "2024-12-10T02:30:05Z"].map(|utc| new_york.moment(utc));
        assert_eq!(
            told,
            [
                "2024-05-10 15:00:00 (America/New_York)",
                "2024-12-09 21:30:05 (America/New_York)"
            ]
        );
        assert_eq!(new_york.said(), "local time (America/New_York)");
    }

    #[test]
    fn where_the_zone_is_not_known_it_is_utc() {
        for zone in ["", "UTC", "Atlantis/Capital"] {
            assert_eq!(
                LocalClock::in_zone(zone).moment("2024-05-10T19:00:00Z"),
                "2024-05-10 19:00:00 UTC"
            );
        }
    }

    #[test]
    fn a_time_of_another_day_says_so() {
        let clock = LocalClock::in_zone("Pacific/Auckland");
        assert_eq!(clock.time("2024-05-10T11:59:59Z", "2024-05-10"), "23:59:59");
        assert_eq!(clock.time("2024-05-10T12:00:00Z", "2024-05-10"), "2024-05-11 00:00:00");
    }
}
