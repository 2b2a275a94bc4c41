//! Moments of the server's clock as text, always in UTC.

use crate::room::ids::Millis;
use jiff::Timestamp;

/// The moment to the second, as `2024-05-10T19:00:00Z`. Moments that no calendar has are told as the nearest one.
pub(super) fn utc(moment: Millis) -> String {
    let seconds = moment
        .0
        .div_euclid(1000)
        .clamp(Timestamp::MIN.as_second() + 1, Timestamp::MAX.as_second() - 1);
    Timestamp::from_second(seconds).unwrap_or_default().to_string()
}

#[cfg(test)]
mod tests {
    use super::utc;
    use crate::room::ids::Millis;

    #[test]
    fn a_moment_is_told_to_the_second() {
        assert_eq!(utc(Millis(1_715_367_600_999)), "2024-05-10T19:00:00Z");
        assert_eq!(utc(Millis(0)), "1970-01-01T00:00:00Z");
        assert_eq!(utc(Millis(-1)), "1969-12-31T23:59:59Z");
    }

    #[test]
    fn no_moment_is_out_of_reach() {
        assert!(utc(Millis(i64::MAX)).ends_with('Z') && utc(Millis(i64::MIN)).ends_with('Z'));
    }
}
