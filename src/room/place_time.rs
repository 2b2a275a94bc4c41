//! The place's own time: which moment it is there when its clocks show something.

use super::ids::Millis;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Unit};

/// A time zone by its IANA name. One that nobody knows counts as UTC: meetings are asked for the shape of the name alone.
pub fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap_or(TimeZone::UTC)
}

/// A day and a time of day as a meeting writes them; none where there is no such day or time.
pub fn civil(date: &str, time: &str) -> Option<DateTime> {
    let date: Date = date.parse().ok()?;
    let (hour, minute) = time.split_once(':')?;
    let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
    Some(date.to_datetime(time))
}

/// When the clocks of the place show this. Where they show it twice, as in autumn, it is the first time; where they leave it out, as in
/// spring, it is as long after the change as it would have been.
pub fn moment(shown: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_zoned(shown)
        .compatible()
        .ok()
        .map(|zoned| zoned.timestamp())
}

/// The day that it is in the place.
pub fn day_at(moment: Millis, zone: &TimeZone) -> Option<Date> {
    let moment = Timestamp::from_millisecond(moment.0).ok()?;
    Some(zone.to_datetime(moment).date())
}

/// The first moment after a day of the place.
pub fn end_of(day: Date, zone: &TimeZone) -> Option<Millis> {
    let next = day.tomorrow().ok()?.to_zoned(zone.clone()).ok()?;
    let midnight = next.timestamp().round(Unit::Millisecond).ok()?;
    Some(Millis(midnight.as_millisecond()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn utc(date: &str, time: &str, place: &str) -> String {
        moment(civil(date, time).unwrap(), &zone(place)).unwrap().to_string()
    }

    #[test]
    fn a_time_of_the_place_is_one_moment_everywhere() {
        assert_eq!(utc("2024-05-10", "09:00", "America/New_York"), "2024-05-10T13:00:00Z");
        assert_eq!(utc("2024-01-10", "09:00", "America/New_York"), "2024-01-10T14:00:00Z");
        assert_eq!(utc("2024-05-10", "09:00", "Asia/Kathmandu"), "2024-05-10T03:15:00Z");
        assert_eq!(utc("2024-05-10", "09:00", "Nowhere/At_All"), "2024-05-10T09:00:00Z");
    }

    #[test]
    fn on_the_days_of_the_change_no_time_is_lost() {
        assert_eq!(utc("2024-03-10", "02:30", "America/New_York"), "2024-03-10T07:30:00Z");
        assert_eq!(utc("2024-11-03", "01:30", "America/New_York"), "2024-11-03T05:30:00Z");
    }

    #[test]
    fn a_day_ends_at_the_midnight_of_the_place() {
        let end = |day: &str, place| end_of(day.parse().unwrap(), &zone(place)).unwrap();
        assert_eq!(end("2024-05-10", "UTC"), Millis(1_715_385_600_000));
        assert_eq!(
            end("2024-05-10", "America/New_York"),
            Millis(1_715_385_600_000 + 4 * 3_600_000)
        );
        let place = zone("Pacific/Kiritimati");
        let last = end("2024-05-10", "Pacific/Kiritimati");
        assert_eq!(day_at(Millis(last.0 - 1), &place), "2024-05-10".parse().ok());
        assert_eq!(day_at(last, &place), "2024-05-11".parse().ok());
    }
}
