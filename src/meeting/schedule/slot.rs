//! One talk, break or block of a programme, whoever's format it comes from.

use super::said::Extra;
use crate::meeting::limits::YEAR_MIN;
use jiff::civil::{Date, DateTime, Time};

/// What a programme has at a time in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    /// Where it stands in the file.
    pub(super) path: String,
    /// By which the other tool knows it, whatever it is called; empty where that is not said.
    pub(super) key: String,
    /// What it is called.
    pub(super) title: String,
    /// A line below the title.
    pub(super) subtitle: String,
    /// From when.
    pub(super) starts: DateTime,
    /// Until when.
    pub(super) ends: DateTime,
    /// What kind of slot the tool says it is, in its own words.
    pub(super) kind: String,
    /// Whether it is said to be a break.
    pub(super) is_break: bool,
    /// The track that it belongs to.
    pub(super) track: String,
    /// Where it is held.
    pub(super) hall: String,
    /// What it is about.
    pub(super) about: String,
    /// Who speaks.
    pub(super) people: Vec<String>,
}

/// What a file says as a whole.
#[derive(Debug, Default)]
pub(super) struct Programme {
    /// Its slots, in the order of the file.
    pub(super) slots: Vec<Slot>,
    /// The time zone of its times by its IANA name; empty where it is not said.
    pub(super) timezone: String,
    /// What of it has no place in a meeting.
    pub(super) left_out: Vec<Extra>,
}

/// The day at the start of a text such as `2024-05-10T09:00:00+02:00`, where a meeting file could name it too.
pub(super) fn day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok().filter(|day: &Date| day.year() >= YEAR_MIN)
}

/// A time of day as `9:00`, `09:00` or `09:00:00`.
pub(super) fn time(text: &str) -> Option<Time> {
    let mut parts = text.split(':');
    let (hour, minute) = (number(parts.next()?)?, number(parts.next()?)?);
    let has_seconds = parts.next().map(number);
    if has_seconds == Some(None) || parts.next().is_some() {
        return None;
    }
    Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()
}

/// Minutes of a length such as `00:30`, `45`, or with the days before it `1:02:30`.
pub(super) fn minutes(text: &str) -> Option<i64> {
    let parts: Option<Vec<i64>> = text.trim().split(':').map(number).collect();
    match parts?.as_slice() {
        [minutes] => Some(*minutes),
        [hours, minutes] => Some(hours * 60 + minutes),
        [days, hours, minutes] => Some((days * 24 + hours) * 60 + minutes),
        _ => None,
    }
}

fn number(digits: &str) -> Option<i64> {
    let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn times_and_lengths_are_read_as_tools_write_them() {
        assert_eq!(time("9:05"), Time::new(9, 5, 0, 0).ok());
        assert_eq!(time("09:05:00"), Time::new(9, 5, 0, 0).ok());
        for wrong in ["", "9", "25:00", "10:60", "9:5h", "10:00:00:00", "-1:00"] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
        let lengths = [("00:30", 30), ("1:45", 105), ("45", 45), ("1:02:30", 1_590)];
        for (text, long) in lengths {
            assert_eq!(minutes(text), Some(long), "{text}");
        }
        for wrong in ["", "half an hour", "1:2:3:4", "-5", "99999"] {
            assert_eq!(minutes(wrong), None, "{wrong}");
        }
        assert_eq!(day("2024-05-10T09:00:00+02:00"), "2024-05-10".parse().ok());
        assert_eq!((day("2024-13-10"), day("10 May"), day("é2024-05-10")), (None, None, None));
    }
}
