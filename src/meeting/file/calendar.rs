//! Days, times of day and time zones as a meeting file writes them.

use crate::meeting::limits::YEAR_MIN;
use jiff::civil::Date;

/// The date as `2024-05-10`, where there is such a day.
pub(super) fn date(text: &str) -> Option<String> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let day = shaped.then(|| text.parse::<Date>().ok()).flatten()?;
    (day.year() >= YEAR_MIN).then(|| day.to_string())
}

/// The time of day as `09:00`; `9:00` is taken too.
pub(super) fn time(text: &str) -> Option<String> {
    let (hour, minute) = text.split_once(':')?;
    let number = |digits: &str, lengths: std::ops::RangeInclusive<usize>| {
        let plain = lengths.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<u8>().ok()).flatten()
    };
    let (hour, minute) = (number(hour, 1..=2)?, number(minute, 2..=2)?);
    (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
}

/// Whether a text has the shape of an IANA time zone: `UTC`, or `Area/City`. Whether there is one of that name is not
/// asked: it only labels the times of the programme.
pub(super) fn is_timezone(text: &str) -> bool {
    let part = |part: &str| {
        part.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+'))
    };
    text == "UTC" || ((2..=3).contains(&text.split('/').count()) && text.split('/').all(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_that_exists() {
        assert_eq!(date("2024-02-29").as_deref(), Some("2024-02-29"));
        for wrong in [
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "10 May 2024",
            "2024-5-10",
            "20240510",
            "2024-05-10T09",
            "",
        ] {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_time_is_on_the_clock() {
        assert_eq!(time("09:00").as_deref(), Some("09:00"));
        assert_eq!(time("9:05").as_deref(), Some("09:05"));
        for wrong in ["24:00", "12:60", "9", "9:5", "9h00", "+9:00", "09:00:00", ""] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn time_zones_are_areas_with_cities() {
        for right in [
            "America/New_York",
            "UTC",
            "America/Argentina/Buenos_Aires",
            "Etc/GMT+5",
            "America/Port-au-Prince",
        ] {
            assert!(is_timezone(right), "{right}");
        }
        for wrong in [
            "EST5",
            "New York",
            "America/",
            "/City",
            "+05:00",
            "a/b/c/d",
            "America/New York",
            "",
        ] {
            assert!(!is_timezone(wrong), "{wrong}");
        }
    }
}
